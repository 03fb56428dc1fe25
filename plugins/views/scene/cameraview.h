// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/clouddata.h"
#include "plugins/views/scene/pictureboxes.h"
#include "plugins/views/scene/scenelines.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <optional>

namespace plumbline::sceneview {

/// What one camera saw in a frame.
struct CameraShot {
    QString name;
    QImage picture;       ///< null while it loads
    QString problem;      ///< why there is none, in words
    std::optional<geometry::Camera> camera;
    geometry::Pose camera_from_label;
    std::int64_t offsetMicroseconds = 0;  ///< exposed after the sweep
    std::int64_t microseconds = 0;        ///< when it was exposed
};
/// Where a box of a track is at the time of a picture.
using BoxMover = std::function<geometry::Cuboid(TrackId track, const geometry::Cuboid &cuboid, std::int64_t microseconds)>;

/// Edges of a cuboid in a picture, bent by the lens, and where it heads. Pixels of the calibrated picture.
[[nodiscard]] std::vector<QPolygonF> projectedEdges(const geometry::Camera &camera, const geometry::Pose &camera_from_label,
                                                    const geometry::Cuboid &cuboid);
/// A point of a cloud in a picture.
struct PicturePoint {
    QPointF at;
    float depth = 0;  ///< metres from the camera
};
/// Those of up to `most` points that the camera sees, furthest first.
[[nodiscard]] std::vector<PicturePoint> projectedPoints(const geometry::Camera &camera, const geometry::Pose &camera_from_label,
                                                        const std::vector<CloudPointer> &pieces, std::size_t most);

/// One camera's picture with the boxes of the scene in it. Main thread only.
class CameraView final : public QWidget
{
    Q_OBJECT

public:
    explicit CameraView(QWidget *parent = nullptr);

    void setShot(const CameraShot &shot);
    /// The same shot with its picture, or why there is none; boxes and points stay.
    void setPicture(const CameraShot &shot);
    [[nodiscard]] const CameraShot &shot() const { return m_shot; }
    void setBoxes(const std::vector<SceneBox> &boxes, int hovered);
    void setPreview(const std::optional<geometry::Cuboid> &cuboid, const QColor &colour, TrackId track = {});
    /// Without one, boxes are drawn where they are at the time of the sweep.
    void setMover(BoxMover mover) { m_mover = std::move(mover); }
    void setLines(const std::vector<SceneLine> &lines);
    /// Boxes in all pictures of the frame; it shows those of its camera.
    void setPictureBoxes(const std::vector<PictureBox> &boxes);
    /// Points over the picture; empty pieces = none.
    void setPoints(const std::vector<CloudPointer> &pieces);
    /// A place in the picture that somebody pointed at, and where the calibration puts it. Pixels of the calibrated picture.
    struct Mark {
        QPointF wanted;
        std::optional<QPointF> computed;
        bool bad = false;  ///< far off compared with the others
    };
    void setMarks(const std::vector<Mark> &marks);
    /// While places are picked, clicks mean places and not boxes.
    void setPicking(bool picking);
    [[nodiscard]] std::size_t pointsSeen() const { return m_points.size(); }
    /// Edges of a box at the time of the picture, in its pixels. Needs a calibrated shot.
    [[nodiscard]] std::vector<QPolygonF> linesOf(TrackId track, const geometry::Cuboid &cuboid) const;
    /// Box under a pixel of the widget; -1 for none.
    [[nodiscard]] int boxAt(QPointF pixel) const;
    /// Widget pixel of a place in the label frame; nothing when the camera does not see it.
    [[nodiscard]] std::optional<QPointF> screenOf(const Vector3 &place) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void boxClicked(int index);
    void boxHovered(int index);
    void pictureBoxClicked(plumbline::AnnotationId id);
    void pictureBoxChanged(plumbline::AnnotationId id, const plumbline::geometry::Box &box);
    /// By a double click, or a click on the name.
    void enlargeWanted();
    void placeClicked(QPointF pixel);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Drawn {
        std::vector<QPolygonF> lines;
    };
    [[nodiscard]] QRectF pictureRect() const;
    /// Name, how far off in time, what is wrong.
    [[nodiscard]] QString words() const;
    [[nodiscard]] QTransform toWidget() const;
    bool pressPictureBox(QPointF at);
    [[nodiscard]] QRectF chipRect(QString *text = nullptr) const;

    CameraShot m_shot;
    BoxMover m_mover;
    std::vector<SceneBox> m_boxes;
    std::vector<Drawn> m_drawn;  // of each box, in pixels of the picture
    std::vector<SceneLine> m_lines;
    std::vector<Drawn> m_drawnLines;
    int m_hovered = -1;
    std::vector<QPolygonF> m_preview;
    QColor m_previewColour;
    std::vector<PicturePoint> m_points;
    std::vector<PictureBox> m_pictureBoxes;
    AnnotationId m_held;  // box whose sides are dragged
    PictureHandle m_handle;
    geometry::Box m_dragged;
    std::vector<Mark> m_marks;
    bool m_picking = false;
};

}  // namespace plumbline::sceneview
