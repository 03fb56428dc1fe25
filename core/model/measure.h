// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/schema.h"

#include <optional>

/// Measures: polylines that say how long or how wide open something is, not what it is. They are annotations like others,
/// told apart by `extra.plumbline.measure` (docs/annotation-json.md), and never compared as objects. Pure functions.
namespace plumbline::model {

enum class MeasureKind {
    Length,  ///< of all of its line
    Angle,  ///< between the two arms of three points
    Calibration,  ///< a line whose length is known: it gives the picture its scale
};

struct Measure {
    MeasureKind kind = MeasureKind::Length;
    std::optional<double> millimetresPerPixel;  ///< the scale it was read with; nothing = none was known
    double knownMillimetres = 0;  ///< of a calibration, > 0
    bool operator==(const Measure &) const = default;
};

/// Nothing for annotations that are no measures, and for measures whose values or points make no sense.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Measure> measureOf(const Annotation &annotation);
/// Makes a polyline a measure; other foreign data stay.
PLUMBLINE_CORE_EXPORT void setMeasure(Annotation &annotation, const Measure &measure);

[[nodiscard]] PLUMBLINE_CORE_EXPORT double lengthPixels(const geometry::Polyline &line);
[[nodiscard]] PLUMBLINE_CORE_EXPORT double lengthMetres(const geometry::Polyline3 &line);
/// At the middle one of three points, in [0, 180]; nothing for other lines and arms without a length.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<double> angleDegrees(const geometry::Polyline &line);
/// What a calibration says, from its own line.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<double> scaleOf(const Annotation &calibration);

/// Scale of a picture: its last calibration line, else the project's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<double> millimetresPerPixel(const std::vector<Annotation> &annotations,
                                                                              const Schema &schema);
/// The project's own scale, for pictures that all come from the same distance; kept as `extra.plumbline.mm_per_pixel`.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<double> millimetresPerPixel(const Schema &schema);
PLUMBLINE_CORE_EXPORT void setMillimetresPerPixel(Schema &schema, std::optional<double> scale);

}  // namespace plumbline::model
