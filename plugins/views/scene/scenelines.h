// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/geometry/camera.h"
#include "plugins/views/scene/viewcamera.h"

#include <QColor>
#include <QLineF>
#include <QPolygonF>

#include <vector>

class QPainter;

/// Lines in space (lanes, wires) that a view shows, and where they lie on the screen. No widgets.
namespace plumbline::sceneview {

/// One line as it is drawn.
struct SceneLine {
    AnnotationId id;  ///< null for the one that is being drawn
    std::vector<Vector3> points;
    QColor colour;
    QString title;
    bool dashed = false;  ///< an open prediction
    bool selected = false;
    bool flagged = false;
    bool changeable = false;
};

/// What is done to lines and not yet a label.
struct LineDraft {
    std::vector<Vector3> points;      ///< of a new line
    std::optional<Vector3> next;      ///< where the next click would put a vertex
    QColor colour;
    AnnotationId replaced;            ///< a line whose vertex is dragged; points stand for it
    int active = -1;                  ///< vertex of the selected line that Delete takes away
};

/// Lines of a frame in creation order, without what is filtered out or judged.
[[nodiscard]] std::vector<SceneLine> linesOf(const document::Editing &editing, std::int64_t frame);

/// Which of a line's vertices or, between two of them, which edge is within `radius` pixels.
struct LineHit {
    int vertex = -1;
    int edge = -1;  ///< from this vertex to the next; its middle is meant
};
[[nodiscard]] LineHit handleAt(const std::vector<Vector3> &points, QPointF pixel, const ViewCamera &camera, QSizeF viewport,
                               double radius);
/// Index of the line nearest to a pixel, within `radius`; -1 for none.
[[nodiscard]] int lineAt(const std::vector<SceneLine> &lines, QPointF pixel, const ViewCamera &camera, QSizeF viewport,
                         double radius);

/// Draws lines and the draft; handles on the selected one.
void paintLines(QPainter &painter, const std::vector<SceneLine> &lines, const LineDraft &draft, const ViewCamera &camera,
                QSizeF viewport, const QColor &ground);
/// A line in a picture, bent by the lens, in pieces where the camera does not see all of it. Pixels of the calibrated picture.
[[nodiscard]] std::vector<QPolygonF> projectedLine(const geometry::Camera &camera, const geometry::Pose &camera_from_label,
                                                   const std::vector<Vector3> &points);

}  // namespace plumbline::sceneview
