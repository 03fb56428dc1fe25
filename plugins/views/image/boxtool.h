// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/twocornertool.h"

namespace plumbline::imageview {

/// Draws boxes: drag from corner to corner, or click one corner and then the other. Shift = a square.
class BoxTool final : public TwoCornerTool
{
public:
    using TwoCornerTool::TwoCornerTool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.box"); }

protected:
    [[nodiscard]] QString geometryName() const override { return QStringLiteral("box"); }
    [[nodiscard]] geometry::Geometry shapeIn(const geometry::Box &bounds) const override { return bounds; }
    [[nodiscard]] QString tooSmall() const override;
};

}  // namespace plumbline::imageview
