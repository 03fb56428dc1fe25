// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/imageviewplugin.h"

#include "plugins/views/image/imageviewfactory.h"

namespace plumbline::imageview {

Result<> ImageViewPlugin::initialize(extension::PluginContext &)
{
    return {};
}

Result<> ImageViewPlugin::initializeUi(extension::UiContext &context)
{
    m_registration = context.views().add(std::make_unique<ImageViewFactory>());
    return {};
}

void ImageViewPlugin::prepareShutdown()
{
    m_registration.reset();
}

}  // namespace plumbline::imageview
