// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/geometry/camera.h"
#include "core/geometry/cuboids.h"

#include <QColor>
#include <QPointF>
#include <QTransform>

#include <functional>
#include <vector>

class QPainter;

/// Boxes in the pictures of a scene's cameras, and the cuboids that they belong to (model::PictureLinks).
namespace plumbline::sceneview {

/// One box in a picture as it is drawn.
struct PictureBox {
    AnnotationId id;
    QString camera;
    geometry::Box box;  ///< pixels of the calibrated picture
    QColor colour;
    QString title;
    bool dashed = false;  ///< an open prediction
    bool selected = false;
    bool cuboidSelected = false;  ///< the one that it belongs to
    bool flagged = false;
    bool changeable = false;
};
[[nodiscard]] std::vector<PictureBox> pictureBoxesOf(const document::Editing &editing, std::int64_t frame);

/// What a camera sees of a cuboid.
struct PictureOutline {
    geometry::Box box;                 ///< around what lies in the picture, cut at its edges
    std::optional<double>
        truncated;   ///< share of the outline outside the picture, 0 to 1; nothing when part of it is behind the camera
};
/// Nothing for less than a pixel.
[[nodiscard]] std::optional<PictureOutline> outlineOf(const geometry::Camera &camera, const geometry::Pose &camera_from_label,
                                                      const geometry::Cuboid &cuboid);

/// Sides of a box that are held: left -1, right 1; top -1, bottom 1; none 0.
struct PictureHandle {
    int x = 0;
    int y = 0;
    bool operator==(const PictureHandle &) const = default;
};
/// Which edge or corner of a box is within `radius` pixels of the screen.
[[nodiscard]] PictureHandle pictureHandleAt(const geometry::Box &box, const QTransform &toScreen, QPointF pixel, double radius);
/// The box with the held sides at a place of the picture; it keeps a pixel and stays within `limit`, empty = anywhere.
[[nodiscard]] geometry::Box dragged(const geometry::Box &box, PictureHandle handle, QPointF place, QSizeF limit);

void paintPictureBoxes(QPainter &painter, const QTransform &toScreen, const std::vector<PictureBox> &boxes, AnnotationId replaced,
                       const geometry::Box &preview);

/// What is done to boxes in pictures: each call is one gesture, or none. Main thread only.
class PictureBoxEdits
{
public:
    using Hint = std::function<void(const QString &)>;
    /// The document outlives this.
    PictureBoxEdits(document::Editing &editing, Hint hint) : m_editing(editing), m_hint(std::move(hint)) {}

    /// Makes a box in every calibrated camera's picture that sees them, of the selected cuboids of the frame or of all of them.
    /// Boxes that are there already stay as they are: somebody may have corrected them.
    void make(bool selectedOnly);
    void setBox(AnnotationId id, const geometry::Box &box);

private:
    [[nodiscard]] bool mayHaveBoxes(ClassId id) const;
    void setFacts(model::Annotation &box, const std::optional<double> &truncated) const;
    [[nodiscard]] QString className(ClassId id) const;

    document::Editing &m_editing;
    Hint m_hint;
};

}  // namespace plumbline::sceneview
