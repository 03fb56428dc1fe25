// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/plugin.h"
#include "plugins/media/pointcloud/scenefactory.h"

namespace plumbline::pointcloud {

class PointCloudPlugin final : public QObject, public extension::Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "media-pointcloud.json")
    Q_INTERFACES(plumbline::extension::Plugin)

public:
    Result<> initialize(extension::PluginContext &context) override
    {
        m_registration = context.mediaSources().add(std::make_unique<SceneFactory>());
        return {};
    }
    void prepareShutdown() override { m_registration.reset(); }

private:
    extension::Registration m_registration;
};

}  // namespace plumbline::pointcloud

#include "pointcloudplugin.moc"
