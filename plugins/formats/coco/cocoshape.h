// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"
#include "core/model/foreigntext.h"
#include "plugins/formats/coco/annotationrecord.h"

#include <optional>
#include <vector>

namespace plumbline::coco {

/// Names of our own notes among the foreign keys of an annotation or image; '#' keeps them apart from the file's.
inline constexpr char ordinalKey[] = "#ordinal";  ///< running number in the file, when the order is not that of the images
inline constexpr char shapeKey[] = "#shape";      ///< fingerprint of the shape that the kept "bbox" and "area" belong to

struct ShapeProblem {
    QString place;  ///< after "annotations[12]", e.g. ".bbox"
    QString text;   ///< translated
};

/// What a record's shape became.
struct ShapeOutcome {
    std::optional<geometry::Geometry> geometry;  ///< nothing when no part of the shape is good
    std::vector<ShapeProblem> problems;
};

/// Key points when one is labeled, else segmentation, else box. What is to be kept beside it (bbox,
/// area, segmentation, keypoints) is added to `kept`: a box or area only when it does not follow from the shape to 1e-9.
[[nodiscard]] ShapeOutcome shapeOf(const AnnotationRecord &record, model::ForeignText &kept);

/// 53 bits that change when the shape does.
[[nodiscard]] std::int64_t fingerprint(const geometry::Geometry &shape);

/// Equal to 1e-9, absolute below 1 and relative above.
[[nodiscard]] bool closeTo(double a, double b);

}  // namespace plumbline::coco
