// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/clouddata.h"
#include "plugins/views/scene/cuboidmoves.h"
#include "plugins/views/scene/sceneedits.h"

#include <QWidget>

#include <optional>

namespace plumbline::sceneview {

/// Points around a box, in the box's own axes: x forward, y left, z up, from its middle, metres.
struct NearPoints {
    geometry::Pose label_from_box;
    std::vector<std::array<float, 3>> points;
    std::vector<bool> inside;  ///< of the box when it was taken
};
[[nodiscard]] NearPoints nearPoints(const std::vector<CloudPointer> &pieces, const geometry::Cuboid &cuboid);

/// The selected box from one side, without perspective, with handles on faces, corners and (from above) the heading. It stays
/// where it is while a handle is dragged. Main thread only.
class SideView final : public QWidget
{
    Q_OBJECT

public:
    SideView(SidePlane plane, QWidget *parent = nullptr);

    /// Nothing: shows what to do. The points are kept by the caller.
    void setBox(const std::optional<SceneBox> &box, std::shared_ptr<const NearPoints> points);
    /// The box while it is dragged here or elsewhere.
    void setPreview(const std::optional<geometry::Cuboid> &cuboid);
    /// Pixel of a place in the plane, metres from the middle of the box as it was set.
    [[nodiscard]] QPointF toScreen(QPointF place) const;
    [[nodiscard]] QPointF toPlane(QPointF pixel) const;
    [[nodiscard]] double knobMetres() const;

signals:
    void dragged(const plumbline::geometry::Cuboid &cuboid);
    void released(const plumbline::geometry::Cuboid &cuboid, plumbline::sceneview::SceneEdits::Verb verb);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] double scale() const;
    [[nodiscard]] SideHandle handleAt(QPointF pixel) const;
    void paintPoints(QPainter &painter) const;
    void paintShape(QPainter &painter) const;

    SidePlane m_plane;
    std::optional<SceneBox> m_box;
    std::shared_ptr<const NearPoints> m_points;
    std::optional<geometry::Cuboid> m_preview;
    double m_zoom = 1;
    SideHandle m_held;
    QPointF m_from;
    std::optional<geometry::Cuboid> m_result;
};

/// The three side views in a row, sharing their points. Main thread only.
class SidePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SidePanel(QWidget *parent = nullptr);
    void setBox(const std::optional<SceneBox> &box, const std::vector<CloudPointer> &pieces);
    void setPreview(const std::optional<geometry::Cuboid> &cuboid);
    [[nodiscard]] SideView &view(SidePlane plane) const { return *m_views[std::size_t(plane)]; }

signals:
    void dragged(const plumbline::geometry::Cuboid &cuboid);
    void released(const plumbline::geometry::Cuboid &cuboid, plumbline::sceneview::SceneEdits::Verb verb);

private:
    std::array<SideView *, 3> m_views{};
    std::optional<SceneBox> m_box;
    std::vector<CloudPointer> m_pieces;
    std::shared_ptr<const NearPoints> m_points;
};

}  // namespace plumbline::sceneview
