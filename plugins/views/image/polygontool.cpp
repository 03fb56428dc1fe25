// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/polygontool.h"

namespace plumbline::imageview {

QString PolygonTool::tooFew() const
{
    return ImageEdits::tr("A polygon needs three corners.");
}

QString PolygonTool::readout(const std::vector<geometry::Point> &points) const
{
    return ImageEdits::tr("%n corner(s)", nullptr, static_cast<int>(points.size()));
}

void PolygonTool::commit(std::vector<geometry::Point> points)
{
    m_context.edits.create(geometry::Polygon{{geometry::PolygonPart{std::move(points), {}}}});
}

}  // namespace plumbline::imageview
