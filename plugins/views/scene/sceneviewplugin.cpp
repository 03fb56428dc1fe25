// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneviewplugin.h"

#include "plugins/views/scene/sceneviewfactory.h"

namespace plumbline::sceneview {

Result<> SceneViewPlugin::initialize(extension::PluginContext &)
{
    return {};
}

Result<> SceneViewPlugin::initializeUi(extension::UiContext &context)
{
    m_registration = context.views().add(std::make_unique<SceneViewFactory>());
    return {};
}

void SceneViewPlugin::prepareShutdown()
{
    m_registration.reset();
}

}  // namespace plumbline::sceneview
