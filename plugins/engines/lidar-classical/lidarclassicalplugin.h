// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/plugin.h"

namespace plumbline::engines::lidar {

/// Root object of the module: registers the engine.
class LidarClassicalPlugin final : public QObject, public extension::Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "lidar-classical.json")
    Q_INTERFACES(plumbline::extension::Plugin)

public:
    [[nodiscard]] Result<> initialize(extension::PluginContext &context) override;
    void prepareShutdown() override;

private:
    extension::Registration m_engine;
};

}  // namespace plumbline::engines::lidar
