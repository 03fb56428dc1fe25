// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/ellipsetool.h"

namespace plumbline::imageview {

geometry::Geometry EllipseTool::shapeIn(const geometry::Box &bounds) const
{
    return geometry::Ellipse{bounds.x + bounds.w / 2, bounds.y + bounds.h / 2, bounds.w / 2, bounds.h / 2, 0};
}

QString EllipseTool::tooSmall() const
{
    return ImageEdits::tr("An ellipse needs at least 2 × 2 pixels.");
}

}  // namespace plumbline::imageview
