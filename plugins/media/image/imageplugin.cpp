// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/plugin.h"
#include "plugins/media/image/imagefactory.h"

namespace plumbline::image {

class ImagePlugin final : public QObject, public extension::Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "media-image.json")
    Q_INTERFACES(plumbline::extension::Plugin)

public:
    Result<> initialize(extension::PluginContext &context) override
    {
        m_registration = context.mediaSources().add(std::make_unique<ImageFactory>());
        return {};
    }
    void prepareShutdown() override { m_registration.reset(); }

private:
    extension::Registration m_registration;
};

}  // namespace plumbline::image

#include "imageplugin.moc"
