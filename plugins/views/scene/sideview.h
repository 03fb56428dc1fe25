// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/sidedrawing.h"

#include <QWidget>

#include <optional>

namespace plumbline::sceneview {

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
    [[nodiscard]] QPointF toScreen(QPointF place) const { return m_drawing.toScreen(place); }
    [[nodiscard]] QPointF toPlane(QPointF pixel) const { return m_drawing.toPlane(pixel); }
    [[nodiscard]] double knobMetres() const { return m_drawing.knobMetres(); }
    /// Points of all sweeps of the box's track under those of this one; null: none.
    void setOverlaid(OverlaidPoints points);

signals:
    void dragged(const plumbline::geometry::Cuboid &cuboid);
    void released(const plumbline::geometry::Cuboid &cuboid, plumbline::sceneview::SceneEdits::Verb verb);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    SideDrawing m_drawing;
};

/// The three side views in a row, sharing their points. Main thread only.
class SidePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SidePanel(QWidget *parent = nullptr);
    void setBox(const std::optional<SceneBox> &box, const std::vector<CloudPointer> &pieces);
    void setPreview(const std::optional<geometry::Cuboid> &cuboid);
    void setOverlaid(const OverlaidPoints &points);
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
