// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/plugin.h"
#include "plugins/formats/segments/segmentsformat.h"

namespace plumbline::segments {

class SegmentsPlugin final : public QObject, public extension::Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "segments.json")
    Q_INTERFACES(plumbline::extension::Plugin)

public:
    [[nodiscard]] Result<> initialize(extension::PluginContext &context) override
    {
        m_registration = context.formats().add(std::make_unique<SegmentsFormat>());
        return {};
    }
    void prepareShutdown() override { m_registration.reset(); }

private:
    extension::Registration m_registration;
};

}  // namespace plumbline::segments

#include "segmentsplugin.moc"
