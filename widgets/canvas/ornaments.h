// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/shapescene.h"

#include <QPolygonF>

class QPainter;

namespace plumbline::canvas {

/// Draws what belongs to a line besides the line itself; its size does not follow the zoom. `line` in screen pixels.
PLUMBLINE_WIDGETS_EXPORT void paintOrnament(QPainter &painter, Ornament ornament, const QPolygonF &line, const QColor &colour,
                                            const QColor &casing, double width);

}  // namespace plumbline::canvas
