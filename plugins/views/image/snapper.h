// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/snapping.h"
#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// Snapping as tools use it: to the shapes that are shown, within some pixels of the screen, off while Ctrl is held or the
/// person has turned it off.
class Snapper
{
public:
    explicit Snapper(ToolContext &context) : m_context(context) {}

    /// `except`: the shapes that are being changed.
    [[nodiscard]] std::optional<Snap> at(const canvas::CanvasPointer &pointer, const QSet<AnnotationId> &except = {}) const;
    /// See cornersBetween(); of shapes that are shown.
    [[nodiscard]] std::vector<geometry::Point> between(const Snap &from, const Snap &to) const;
    /// A mark where the point would come to lie: a square on corners, a diamond on borders.
    static void paint(QPainter &painter, const canvas::ViewTransform &view, const Snap &snap);

private:
    ToolContext &m_context;
};

}  // namespace plumbline::imageview
