// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/geometry/cuboids.h"
#include "plugins/views/scene/viewcamera.h"

#include <QColor>
#include <QLineF>
#include <QPolygonF>

#include <vector>

/// The cuboids that a view shows, and where they lie on the screen. No widgets.
namespace plumbline::sceneview {

/// One cuboid as it is drawn.
struct SceneBox {
    AnnotationId id;     ///< null for ghosts and previews
    TrackId track;
    geometry::Cuboid cuboid;
    QColor colour;
    QString title;       ///< class, and score of a prediction
    bool dashed = false;  ///< an open prediction
    bool ghost = false;   ///< lies between two keyframes of a track: computed, not stored
    bool selected = false;
    bool flagged = false;
    bool changeable = false;
};

/// A prediction that nobody has judged yet.
[[nodiscard]] bool isOpenPrediction(const model::Annotation &annotation);
/// Whether an annotation belongs to a frame: it names that frame, or none.
[[nodiscard]] bool isOfFrame(const model::Annotation &annotation, std::int64_t frame);
/// Cuboids of a frame in creation order, without what is filtered out or judged, and the ghosts of tracks between their
/// keyframes behind them.
[[nodiscard]] std::vector<SceneBox> boxesOf(const document::Editing &editing, std::int64_t frame);

/// The twelve edges on the screen, cut at the eye's plane.
[[nodiscard]] std::vector<QLineF> edgesOf(const geometry::Cuboid &cuboid, const ViewCamera &camera, QSizeF viewport);
/// A segment on the screen, cut at the eye's plane; nothing when it lies behind.
[[nodiscard]] std::optional<QLineF> segmentOf(const Vector3 &from, const Vector3 &to, const ViewCamera &camera, QSizeF viewport);
/// Front face on the screen; empty when part of it lies behind the eye.
[[nodiscard]] QPolygonF frontOf(const geometry::Cuboid &cuboid, const ViewCamera &camera, QSizeF viewport);
/// From the middle of the bottom to the middle of its front edge: where it heads.
[[nodiscard]] std::array<Vector3, 2> headingOf(const geometry::Cuboid &cuboid);

/// Where a ray enters a cuboid, metres along it; 0 from inside; nothing when it misses.
[[nodiscard]] std::optional<double> entryOf(const Ray &ray, const geometry::Cuboid &cuboid, double margin = 0);
/// Index of the box under a pixel: the one that is entered first, small ones inside others before those; -1 for none.
[[nodiscard]] int boxAt(const std::vector<SceneBox> &boxes, QPointF pixel, const ViewCamera &camera, QSizeF viewport);

/// Axis-aligned bounds, label frame.
[[nodiscard]] std::pair<Vector3, Vector3> boundsOf(const geometry::Cuboid &cuboid);

}  // namespace plumbline::sceneview
