// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/charts/chartsplugin.h"

#include "plugins/views/charts/customplot.h"

namespace plumbline::charts {

Result<> ChartsPlugin::initialize(extension::PluginContext &)
{
    return {};
}

Plot *ChartsPlugin::createPlot(QWidget *parent)
{
    return new CustomPlot(parent);
}

}  // namespace plumbline::charts
