// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/twocornertool.h"

namespace plumbline::imageview {

/// Draws upright ellipses into the box that is dragged; Shift = a circle, Ctrl = from the centre. They are turned by their
/// handle once they are there.
class EllipseTool final : public TwoCornerTool
{
public:
    using TwoCornerTool::TwoCornerTool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.ellipse"); }

protected:
    [[nodiscard]] QString geometryName() const override { return QStringLiteral("ellipse"); }
    [[nodiscard]] geometry::Geometry shapeIn(const geometry::Box &bounds) const override;
    [[nodiscard]] QString tooSmall() const override;
};

}  // namespace plumbline::imageview
