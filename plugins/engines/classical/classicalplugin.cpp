// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/classical/classicalplugin.h"

#include "plugins/engines/classical/classicalengine.h"

namespace plumbline::engines::classical {

Result<> ClassicalPlugin::initialize(extension::PluginContext &context)
{
    m_engine = context.engines().add(std::make_unique<ClassicalEngine>());
    return {};
}

void ClassicalPlugin::prepareShutdown()
{
    m_engine.reset();
}

}  // namespace plumbline::engines::classical
