// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/clouddata.h"
#include "plugins/views/scene/cuboidmoves.h"
#include "plugins/views/scene/sceneedits.h"
#include "widgets/theme/theme.h"

#include <QRectF>

#include <memory>
#include <optional>

class QPainter;

namespace plumbline::sceneview {

/// Points around a box, in the box's own axes: x forward, y left, z up, from its middle, metres.
struct NearPoints {
    geometry::Pose label_from_box;
    std::vector<std::array<float, 3>> points;
    std::vector<bool> inside;  ///< of the box when it was taken
    std::size_t insideCount = 0;
};
[[nodiscard]] NearPoints nearPoints(const std::vector<CloudPointer> &pieces, const geometry::Cuboid &cuboid);

/// Points of all sweeps of a track laid over each other, in the axes of its box as NearPoints has them. Shared and never changed.
using OverlaidPoints = std::shared_ptr<const std::vector<std::array<float, 3>>>;

/// One box from one side, without perspective, in a rectangle of a widget: how it is drawn, and what is held and dragged in it. The
/// box stays where it is while a handle is dragged. What the side views and the tiles of the track sheet share. Main thread only.
class SideDrawing
{
public:
    explicit SideDrawing(SidePlane plane, double handlePixels = 9) : m_plane(plane), m_handlePixels(handlePixels) {}

    void setArea(const QRectF &area) { m_area = area; }
    [[nodiscard]] const QRectF &area() const { return m_area; }
    [[nodiscard]] SidePlane plane() const { return m_plane; }
    /// Ends a drag. Nothing: only the ground is drawn.
    void setBox(const std::optional<SceneBox> &box, std::shared_ptr<const NearPoints> points);
    [[nodiscard]] const std::optional<SceneBox> &box() const { return m_box; }
    void setPreview(const std::optional<geometry::Cuboid> &cuboid) { m_preview = cuboid; }
    void setOverlaid(OverlaidPoints points) { m_overlaid = std::move(points); }
    void setZoom(double zoom) { m_zoom = zoom; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// What is drawn: the preview, or the box as it was set.
    [[nodiscard]] const geometry::Cuboid &shown() const { return m_preview ? *m_preview : m_box->cuboid; }

    /// Pixel of a place in the plane, metres from the middle of the box as it was set.
    [[nodiscard]] QPointF toScreen(QPointF place) const;
    [[nodiscard]] QPointF toPlane(QPointF pixel) const;
    [[nodiscard]] double knobMetres() const;
    [[nodiscard]] SideHandle handleAt(QPointF pixel) const;
    [[nodiscard]] Qt::CursorShape cursorAt(QPointF pixel) const;

    void paintPoints(QPainter &painter, const theme::Theme &theme) const;
    void paintShape(QPainter &painter, const theme::Theme &theme, bool handles) const;

    /// Takes hold of what is under a pixel; false when there is nothing.
    bool press(QPointF pixel);
    [[nodiscard]] bool isHeld() const { return m_held.kind != SideHandle::Kind::Nothing; }
    /// The box as it would be; only while something is held.
    [[nodiscard]] geometry::Cuboid drag(QPointF pixel);
    struct Released {
        geometry::Cuboid cuboid;
        SceneEdits::Verb verb = SceneEdits::Verb::Move;
    };
    /// Lets go; nothing when it was not dragged.
    [[nodiscard]] std::optional<Released> release();

private:
    [[nodiscard]] double scale() const;

    SidePlane m_plane;
    double m_handlePixels;
    QRectF m_area;
    std::optional<SceneBox> m_box;
    std::shared_ptr<const NearPoints> m_points;
    OverlaidPoints m_overlaid;
    std::optional<geometry::Cuboid> m_preview;
    double m_zoom = 1;
    SideHandle m_held;
    QPointF m_from;
    std::optional<geometry::Cuboid> m_result;
};

}  // namespace plumbline::sceneview
