// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/plugin.h"
#include "widgets/extension/uiplugin.h"

#include <QObject>

namespace plumbline::sceneview {

/// Registers the view of scenes.
class SceneViewPlugin final : public QObject, public extension::Plugin, public extension::UiPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "sceneview.json")
    Q_INTERFACES(plumbline::extension::Plugin plumbline::extension::UiPlugin)

public:
    [[nodiscard]] Result<> initialize(extension::PluginContext &context) override;
    [[nodiscard]] Result<> initializeUi(extension::UiContext &context) override;
    void prepareShutdown() override;

private:
    extension::Registration m_registration;
};

}  // namespace plumbline::sceneview
