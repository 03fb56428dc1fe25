// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/pathtool.h"

namespace plumbline::imageview {

/// Draws open lines of two or more points.
class PolylineTool final : public PathTool
{
public:
    using PathTool::PathTool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.polyline"); }

protected:
    [[nodiscard]] bool mayBegin() const override { return m_context.edits.mayDraw(QStringLiteral("polyline")); }
    [[nodiscard]] std::size_t fewest() const override { return 2; }
    [[nodiscard]] QString tooFew() const override;
    [[nodiscard]] QString readout(const std::vector<geometry::Point> &points) const override;
    void commit(std::vector<geometry::Point> points) override;
};

}  // namespace plumbline::imageview
