// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/lidarclassicalplugin.h"

#include "plugins/engines/lidar-classical/lidarclassicalengine.h"

namespace plumbline::engines::lidar {

Result<> LidarClassicalPlugin::initialize(extension::PluginContext &context)
{
    m_engine = context.engines().add(std::make_unique<LidarClassicalEngine>());
    return {};
}

void LidarClassicalPlugin::prepareShutdown()
{
    m_engine.reset();
}

}  // namespace plumbline::engines::lidar
