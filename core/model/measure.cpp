// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/measure.h"

#include <array>
#include <cmath>
#include <numbers>

namespace plumbline::model {

namespace {

constexpr std::array<const char *, 3> kindNames{"length", "angle", "calibration"};
constexpr const char *space = "plumbline";

std::optional<double> positive(const Json &object, const char *key)
{
    const auto it = object.find(key);
    if (it == object.end() || !it->is_number())
        return std::nullopt;
    const double value = it->get<double>();
    return std::isfinite(value) && value > 0 ? std::optional(value) : std::nullopt;
}

const Json *ownSpace(const Json &extra)
{
    if (!extra.is_object())
        return nullptr;
    const auto it = extra.find(space);
    return it != extra.end() && it->is_object() ? &*it : nullptr;
}

// The object to write into; what is no object gives way, as it cannot hold anything.
Json &ownSpace(Json &extra)
{
    if (!extra.is_object())
        extra = Json::object();
    Json &own = extra[space];
    if (!own.is_object())
        own = Json::object();
    return own;
}

}  // namespace

std::optional<Measure> measureOf(const Annotation &annotation)
{
    const Json *own = ownSpace(annotation.extra);
    const auto *line = std::get_if<geometry::Polyline>(&annotation.geometry);
    if (!own || !line || !own->contains("measure"))
        return std::nullopt;
    const Json &name = (*own)["measure"];
    for (std::size_t i = 0; i < kindNames.size(); ++i) {
        if (name != kindNames[i])
            continue;
        Measure measure;
        measure.kind = static_cast<MeasureKind>(i);
        measure.millimetresPerPixel = positive(*own, "mm_per_pixel");
        measure.knownMillimetres = positive(*own, "mm").value_or(0);
        const bool sound = measure.kind == MeasureKind::Angle         ? line->points.size() == 3
                           : measure.kind == MeasureKind::Calibration ? measure.knownMillimetres > 0
                                                                      : line->points.size() >= 2;
        return sound ? std::optional(measure) : std::nullopt;
    }
    return std::nullopt;
}

void setMeasure(Annotation &annotation, const Measure &measure)
{
    Json &own = ownSpace(annotation.extra);
    own["measure"] = kindNames[static_cast<std::size_t>(measure.kind)];
    own.erase("mm_per_pixel");
    own.erase("mm");
    if (measure.millimetresPerPixel && measure.kind != MeasureKind::Angle)
        own["mm_per_pixel"] = *measure.millimetresPerPixel;
    if (measure.kind == MeasureKind::Calibration)
        own["mm"] = measure.knownMillimetres;
}

double lengthPixels(const geometry::Polyline &line)
{
    double length = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i)
        length += std::hypot(line.points[i].x - line.points[i - 1].x, line.points[i].y - line.points[i - 1].y);
    return length;
}

double lengthMetres(const geometry::Polyline3 &line)
{
    double length = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i)
        length += std::hypot(line.points[i][0] - line.points[i - 1][0], line.points[i][1] - line.points[i - 1][1],
                             line.points[i][2] - line.points[i - 1][2]);
    return length;
}

std::optional<double> angleDegrees(const geometry::Polyline &line)
{
    if (line.points.size() != 3)
        return std::nullopt;
    const geometry::Point a{line.points[0].x - line.points[1].x, line.points[0].y - line.points[1].y};
    const geometry::Point b{line.points[2].x - line.points[1].x, line.points[2].y - line.points[1].y};
    if (std::hypot(a.x, a.y) == 0 || std::hypot(b.x, b.y) == 0)
        return std::nullopt;
    return std::abs(std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y)) * 180 / std::numbers::pi;
}

std::optional<double> scaleOf(const Annotation &calibration)
{
    const auto measure = measureOf(calibration);
    if (!measure || measure->kind != MeasureKind::Calibration)
        return std::nullopt;
    const double length = lengthPixels(std::get<geometry::Polyline>(calibration.geometry));
    return length > 0 ? std::optional(measure->knownMillimetres / length) : std::nullopt;
}

std::optional<double> millimetresPerPixel(const std::vector<Annotation> &annotations, const Schema &schema)
{
    for (auto it = annotations.rbegin(); it != annotations.rend(); ++it)
        if (const auto scale = scaleOf(*it))
            return scale;
    return millimetresPerPixel(schema);
}

std::optional<double> millimetresPerPixel(const Schema &schema)
{
    const Json *own = ownSpace(schema.extra);
    return own ? positive(*own, "mm_per_pixel") : std::nullopt;
}

void setMillimetresPerPixel(Schema &schema, std::optional<double> scale)
{
    Json &own = ownSpace(schema.extra);
    if (scale)
        own["mm_per_pixel"] = *scale;
    else
        own.erase("mm_per_pixel");
    if (own.empty())
        schema.extra.erase(space);
    if (schema.extra.empty())
        schema.extra = nullptr;
}

}  // namespace plumbline::model
