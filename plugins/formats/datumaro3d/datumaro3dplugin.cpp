// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/plugin.h"
#include "plugins/formats/datumaro3d/datumaro3dformat.h"

namespace plumbline::datumaro3d {

class Datumaro3dPlugin final : public QObject, public extension::Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "datumaro3d.json")
    Q_INTERFACES(plumbline::extension::Plugin)

public:
    [[nodiscard]] Result<> initialize(extension::PluginContext &context) override
    {
        m_registration = context.formats().add(std::make_unique<Datumaro3dFormat>());
        return {};
    }
    void prepareShutdown() override { m_registration.reset(); }

private:
    extension::Registration m_registration;
};

}  // namespace plumbline::datumaro3d

#include "datumaro3dplugin.moc"
