// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/shapepainter.h"
#include "widgets/canvas/shapescene.h"
#include "widgets/canvas/viewtransform.h"

#include <QImage>
#include <QRegion>

#include <functional>

namespace plumbline::canvas {

/// Shapes at rest as a picture that is kept between frames: shifted when the view moves, repaired where a shape changed, and
/// when the zoom changes made anew in slices of some milliseconds; until that is done the old picture is shown scaled. So a
/// frame costs the same for a hundred shapes and for a hundred thousand. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT ShapeLayer
{
public:
    /// How a shape is drawn here; nothing = not at all (it is drawn live, above).
    using EmphasisOf = std::function<std::optional<Emphasis>(const CanvasShape &shape)>;

    /// Paints the layer; `view` lies on whole device pixels. False when a part is still out of date: paint again soon.
    [[nodiscard]] bool paint(QPainter &painter, const ShapeScene &scene, const ViewTransform &view, QSize viewport,
                             double devicePixelRatio, const EmphasisOf &emphasis);
    /// Logical x on the screen that parts left from right; shapes with a side are drawn on theirs only.
    void setDivider(std::optional<int> divider);
    /// Everything is out of date.
    void invalidate();
    /// What is drawn inside these bounds (image space) is out of date.
    void invalidate(const geometry::Box &bounds);
    /// Finishes everything in the next paint(), however long it takes: for pictures that are taken, not seen.
    void setPatient(bool patient) { m_patient = patient; }

private:
    [[nodiscard]] QRect deviceRect(const geometry::Box &bounds) const;
    [[nodiscard]] int deviceDivider() const { return static_cast<int>(*m_divider * m_ratio); }
    void moveTo(const ShapeScene &scene, const ViewTransform &view, QSize pixels, double devicePixelRatio);
    /// Microseconds that drawing this piece takes on a fast machine, or something above `most`.
    [[nodiscard]] double costOf(const ShapeScene &scene, const QRect &piece, double most) const;
    void renderSlice(const ShapeScene &scene, const EmphasisOf &emphasis, bool allAtOnce);
    void renderPiece(QPainter &painter, const ShapeScene &scene, const QRect &piece, const std::vector<int> &indices,
                     const EmphasisOf &emphasis);

    QImage m_image;
    ViewTransform m_view;
    double m_ratio = 0;
    QRegion m_stale;  // device pixels
    std::optional<int> m_divider;
    bool m_dense = false;
    bool m_patient = false;
    bool m_zoomed = false;  // in this paint
    double m_sparsePace = 1.5;  // time that drawing took over what costOf() says, of outlines and of hairlines
    double m_densePace = 2;
    QImage m_old;  // the last complete one at another zoom
    ViewTransform m_oldView;
};

/// Moves the pixels of an image inside it; what they leave keeps what it had.
PLUMBLINE_WIDGETS_EXPORT void scrollPixels(QImage &image, QPoint step);

}  // namespace plumbline::canvas
