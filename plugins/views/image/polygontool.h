// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/pathtool.h"

namespace plumbline::imageview {

/// Draws polygons; a click on the first corner closes, too.
class PolygonTool final : public PathTool
{
public:
    using PathTool::PathTool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.polygon"); }

protected:
    [[nodiscard]] bool mayBegin() const override { return m_context.edits.mayDraw(QStringLiteral("polygon")); }
    [[nodiscard]] std::size_t fewest() const override { return 3; }
    [[nodiscard]] bool isClosed() const override { return true; }
    [[nodiscard]] QString tooFew() const override;
    [[nodiscard]] QString readout(const std::vector<geometry::Point> &points) const override;
    void commit(std::vector<geometry::Point> points) override;
};

}  // namespace plumbline::imageview
