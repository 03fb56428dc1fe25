// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/handles.h"
#include "widgets/canvas/shapescene.h"
#include "widgets/canvas/viewtransform.h"

namespace plumbline::canvas {

enum class HitPart { Nothing, BoxHandle, TurnHandle, Vertex, Midpoint, Edge, Interior };

/// What lies under the mouse.
struct Hit {
    HitPart part = HitPart::Nothing;
    AnnotationId id;
    int handle = -1;    ///< of BoxHandle: of a box, rotated box or ellipse
    VertexRef vertex;   ///< of Vertex; the point before it for Midpoint and, on polygons and lines, Edge
    bool operator==(const Hit &) const = default;
};

inline constexpr double handleSide = 9;         ///< drawn, logical screen pixels
inline constexpr double handleReach = 7;        ///< from its centre, logical screen pixels
inline constexpr double edgeReach = 5;
inline constexpr double midpointMinimum = 40;   ///< shortest edge that shows a midpoint, screen pixels
inline constexpr double sideHandleMinimum = 36; ///< shortest side that shows a handle in its middle
inline constexpr double turnHandleDistance = 26; ///< of the handle for turning from its side, logical screen pixels

/// Finds shapes on the screen: first handles of selected shapes, then outlines (selected first), then interiors; among
/// several the smallest area wins, then the one drawn last. Shapes of which only the line counts are not hit inside. Borrows scene and sets for the time of a call.
class PLUMBLINE_WIDGETS_EXPORT ShapeHitTest
{
public:
    ShapeHitTest(const ShapeScene &scene, const ViewTransform &view, const QSet<AnnotationId> &selected);

    /// `handles` false: as if nothing had handles.
    [[nodiscard]] Hit at(QPointF screen, bool handles = true) const;
    /// Shapes that lie wholly inside a region (image space).
    [[nodiscard]] std::vector<AnnotationId> inside(const geometry::Box &region) const;

private:
    [[nodiscard]] Hit handleAt(QPointF screen) const;
    [[nodiscard]] std::optional<VertexRef> edgeAt(const geometry::Geometry &geometry, QPointF screen) const;
    [[nodiscard]] bool onOutline(int index, QPointF screen, VertexRef *vertex) const;

    const ShapeScene &m_scene;
    ViewTransform m_view;
    const QSet<AnnotationId> &m_selected;
};

}  // namespace plumbline::canvas
