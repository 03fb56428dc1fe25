// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/plugin.h"
#include "plugins/example/csvboxesformat.h"

namespace plumbline::example {

class CsvBoxesPlugin final : public QObject, public extension::Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "csv-boxes.json")
    Q_INTERFACES(plumbline::extension::Plugin)

public:
    Result<> initialize(extension::PluginContext &context) override
    {
        m_registration = context.formats().add(std::make_unique<CsvBoxesFormat>());
        return {};
    }

private:
    extension::Registration m_registration;  // taking it back is all there is to do at the end
};

}  // namespace plumbline::example

#include "csvboxesplugin.moc"
