// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plot.h"

namespace plumbline::charts {

Plot::Plot(QWidget *parent) : QWidget(parent) {}

Plot::~Plot() = default;

PlotPlugin::~PlotPlugin() = default;

}  // namespace plumbline::charts
