// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/polylinetool.h"

#include "core/model/measure.h"

#include <cmath>

namespace plumbline::imageview {

QString PolylineTool::tooFew() const
{
    return ImageEdits::tr("A line needs two points.");
}

QString PolylineTool::readout(const std::vector<geometry::Point> &points) const
{
    return ImageEdits::tr("%n point(s)", nullptr, static_cast<int>(points.size()))
           + QStringLiteral(" · %1 px").arg(std::lround(model::lengthPixels({points})));
}

void PolylineTool::commit(std::vector<geometry::Point> points)
{
    m_context.edits.create(geometry::Polyline{std::move(points)});
}

}  // namespace plumbline::imageview
