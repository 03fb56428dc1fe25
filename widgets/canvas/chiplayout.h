// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/shapescene.h"
#include "widgets/canvas/viewtransform.h"

#include <QFont>
#include <QRectF>

#include <vector>

class QPainter;

namespace plumbline::canvas {

/// The small label beside a shape.
struct Chip {
    int index = 0;  ///< of the scene's entry
    QRectF rect;    ///< screen space
    QString text;   ///< class name
    QString detail; ///< score, role, doubt: dimmer
    bool selected = false;
    double opacity = 1;
};

/// Font of the labels, from the canvas's.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QFont chipFont(const QFont &base);

/// Longer side, in screen pixels, from which a shape has a label.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT double smallestLabelled();

/// Places labels so that none covers another: selected and hovered shapes first, then the largest; each tries above,
/// inside and below its shape and is left out when none is free. The more there are, the fainter they get.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::vector<Chip> layoutChips(const ShapeScene &scene, const std::vector<int> &indices,
                                                                     const ViewTransform &view, const QRectF &viewport,
                                                                     const QFont &font, const QSet<AnnotationId> &selected,
                                                                     AnnotationId hovered);

PLUMBLINE_WIDGETS_EXPORT void paintChip(QPainter &painter, const ShapeScene &scene, const Chip &chip, const QFont &font);

/// Painted labels, kept because the same few words stand beside thousands of shapes. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT ChipPictures
{
public:
    void paint(QPainter &painter, const ShapeScene &scene, const Chip &chip, const QFont &font, double devicePixelRatio);

private:
    QHash<QString, QImage> m_pictures;
    QFont m_font;
    double m_ratio = 0;
};

/// Ground of the label of a shape that is not selected.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QColor chipGround();

}  // namespace plumbline::canvas
