// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/plugin.h"
#include "plugins/formats/coco/cocoformat.h"
#include "plugins/formats/coco/panopticformat.h"

namespace plumbline::coco {

class CocoPlugin final : public QObject, public extension::Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "coco.json")
    Q_INTERFACES(plumbline::extension::Plugin)

public:
    [[nodiscard]] Result<> initialize(extension::PluginContext &context) override
    {
        m_registration = context.formats().add(std::make_unique<CocoFormat>());
        m_panoptic = context.formats().add(std::make_unique<PanopticFormat>());
        return {};
    }
    void prepareShutdown() override
    {
        m_panoptic.reset();
        m_registration.reset();
    }

private:
    extension::Registration m_registration;
    extension::Registration m_panoptic;
};

}  // namespace plumbline::coco

#include "cocoplugin.moc"
