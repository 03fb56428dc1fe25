// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/plugin.h"
#include "widgets/charts/plot.h"

#include <QObject>

namespace plumbline::charts {

/// Draws charts with QCustomPlot.
class ChartsPlugin final : public QObject, public extension::Plugin, public PlotPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID PLUMBLINE_PLUGIN_IID FILE "charts.json")
    Q_INTERFACES(plumbline::extension::Plugin plumbline::charts::PlotPlugin)

public:
    [[nodiscard]] Result<> initialize(extension::PluginContext &context) override;
    [[nodiscard]] Plot *createPlot(QWidget *parent) override;
};

}  // namespace plumbline::charts
