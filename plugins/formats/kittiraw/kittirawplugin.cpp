// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/plugin.h"
#include "plugins/formats/kittiraw/kittirawformat.h"

namespace plumbline::kittiraw {

class KittiRawPlugin final : public QObject, public extension::Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "kittiraw.json")
    Q_INTERFACES(plumbline::extension::Plugin)

public:
    [[nodiscard]] Result<> initialize(extension::PluginContext &context) override
    {
        m_registration = context.formats().add(std::make_unique<TrackletFormat>());
        return {};
    }
    void prepareShutdown() override { m_registration.reset(); }

private:
    extension::Registration m_registration;
};

}  // namespace plumbline::kittiraw

#include "kittirawplugin.moc"
