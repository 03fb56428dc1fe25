// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

class QCPAxis;
class QCPColorGradient;
class QCustomPlot;

namespace plumbline::charts {

/// Grounds, axes and grids in the colours of a theme.
void colourPlot(QCustomPlot &plot, const theme::Theme &theme);
/// From the ground (0) to the accent (1).
[[nodiscard]] QCPColorGradient heatGradient(const theme::Theme &theme);
/// Colour of a value in that gradient.
[[nodiscard]] QColor heatColour(const theme::Theme &theme, double value);

}  // namespace plumbline::charts
