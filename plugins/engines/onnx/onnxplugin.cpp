// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/onnxplugin.h"

#include "plugins/engines/onnx/onnxengine.h"

namespace plumbline::engines::onnx {

Result<> OnnxPlugin::initialize(extension::PluginContext &context)
{
    m_engine = context.engines().add(std::make_unique<OnnxEngine>());
    return {};
}

void OnnxPlugin::prepareShutdown()
{
    m_engine.reset();
}

}  // namespace plumbline::engines::onnx
