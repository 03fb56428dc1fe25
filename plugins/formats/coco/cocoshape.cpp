// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocoshape.h"

#include "core/extension/formatsupport.h"
#include "core/geometry/mask.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::coco {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

bool finite(const double *first, const double *last)
{
    return std::all_of(first, last, [](double v) { return std::isfinite(v); });
}

std::optional<geometry::Box> boxOf(const AnnotationRecord &record, ShapeOutcome &outcome)
{
    const std::vector<double> &n = record.boxNumbers;
    if (record.box == Presence::Missing || (record.box == Presence::Good && n.empty()))
        return std::nullopt;
    QString wrong;
    if (record.box == Presence::Wrong || n.size() != 4)
        wrong = tr("The box is not a list of four numbers; it was left out.");
    else if (!finite(n.data(), n.data() + 4))
        wrong = tr("The box has a value that is not a finite number; it was left out.");
    else if (n[2] < 0 || n[3] < 0)
        wrong = tr("The box has a negative size; it was left out.");
    if (wrong.isEmpty())
        return geometry::Box{n[0], n[1], n[2], n[3]};
    outcome.problems.push_back({QStringLiteral(".bbox"), wrong});
    return std::nullopt;
}

std::optional<geometry::Geometry> polygonOf(const AnnotationRecord &record, ShapeOutcome &outcome)
{
    geometry::Polygon polygon;
    polygon.parts.reserve(record.ringEnds.size());
    std::size_t begin = 0;
    for (std::size_t ring = 0; ring < record.ringEnds.size(); begin = record.ringEnds[ring++]) {
        const double *first = record.coordinates.data() + begin;
        const double *last = record.coordinates.data() + record.ringEnds[ring];
        const auto count = static_cast<std::size_t>(last - first);
        QString wrong;
        if (count % 2 != 0)
            wrong = tr("The polygon has an odd number of coordinates; it was left out.");
        else if (count < 6)
            wrong = tr("The polygon has fewer than three corners; it was left out.");
        else if (!finite(first, last))
            wrong = tr("The polygon has a value that is not a finite number; it was left out.");
        if (!wrong.isEmpty()) {
            outcome.problems.push_back({QStringLiteral(".segmentation[%1]").arg(ring), wrong});
            continue;
        }
        geometry::Ring &outer = polygon.parts.emplace_back().outer;
        outer.resize(count / 2);
        for (std::size_t i = 0; i < outer.size(); ++i)
            outer[i] = {first[2 * i], first[2 * i + 1]};
    }
    if (polygon.parts.empty())
        return std::nullopt;
    return polygon;
}

std::optional<geometry::Geometry> maskOf(const AnnotationRecord &record, ShapeOutcome &outcome)
{
    const auto wrong = [&](const QString &text) {
        outcome.problems.push_back({QStringLiteral(".segmentation"), text});
        return std::nullopt;
    };
    const auto isLength = [](double v) { return v >= 0 && v <= 4294967295.0 && v == std::floor(v); };
    if (record.size.size() != 2 || !isLength(record.size[0]) || !isLength(record.size[1]))
        return wrong(tr("The mask has no size of two whole numbers; it was left out."));
    geometry::Mask mask{static_cast<std::uint32_t>(record.size[1]), static_cast<std::uint32_t>(record.size[0]), {}};
    if (record.segmentation == AnnotationRecord::Segmentation::CompressedRuns) {
        auto decoded =
            geometry::decompressRuns(QByteArrayView(record.compressed.data(), record.compressed.size()), mask.width, mask.height);
        if (!decoded)
            return wrong(decoded.error().text + QLatin1Char(' ') + tr("It was left out."));
        return *std::move(decoded);
    }
    mask.counts.reserve(record.counts.size());
    for (const double count : record.counts) {
        if (!isLength(count))
            return wrong(tr("The mask has a run length that is no whole number; it was left out."));
        mask.counts.push_back(static_cast<std::uint32_t>(count));
    }
    const QString invalid = geometry::whyInvalid(mask);
    if (!invalid.isEmpty())
        return wrong(invalid + QLatin1Char(' ') + tr("It was left out."));
    return mask;
}

std::optional<geometry::Geometry> segmentOf(const AnnotationRecord &record, ShapeOutcome &outcome)
{
    using Segmentation = AnnotationRecord::Segmentation;
    switch (record.segmentation) {
    case Segmentation::Missing: return std::nullopt;
    case Segmentation::Polygons: return polygonOf(record, outcome);
    case Segmentation::Runs:
    case Segmentation::CompressedRuns: return maskOf(record, outcome);
    case Segmentation::Wrong: break;
    }
    outcome.problems.push_back(
        {QStringLiteral(".segmentation"), tr("The segmentation is neither a list of polygons nor a mask; it was left out.")});
    return std::nullopt;
}

std::optional<geometry::KeyPoints> keyPointsOf(const AnnotationRecord &record, ShapeOutcome &outcome)
{
    const std::vector<double> &n = record.keyPointNumbers;
    if (record.keyPoints == Presence::Missing)
        return std::nullopt;
    geometry::KeyPoints points;
    bool good = record.keyPoints == Presence::Good && n.size() % 3 == 0 && finite(n.data(), n.data() + n.size());
    for (std::size_t i = 0; good && i < n.size(); i += 3) {
        good = n[i + 2] == 0 || n[i + 2] == 1 || n[i + 2] == 2;
        points.points.push_back({n[i], n[i + 1], static_cast<int>(n[i + 2])});
    }
    if (good)
        return points;
    outcome.problems.push_back({QStringLiteral(".keypoints"),
                                tr("The key points are not a list of x, y and visibility 0, 1 or 2; they were left out.")});
    return std::nullopt;
}

Json segmentationJson(const AnnotationRecord &record, const geometry::Geometry &segment)
{
    if (const auto *mask = std::get_if<geometry::Mask>(&segment))
        return Json{{"size", Json::array({mask->height, mask->width})}, {"counts", geometry::compressRuns(*mask).toStdString()}};
    Json rings = Json::array();
    std::size_t begin = 0;
    for (const std::size_t end : record.ringEnds) {
        rings.push_back(std::vector<double>(record.coordinates.begin() + static_cast<std::ptrdiff_t>(begin),
                                            record.coordinates.begin() + static_cast<std::ptrdiff_t>(end)));
        begin = end;
    }
    return rings;
}

bool sameBox(const geometry::Box &a, const geometry::Box &b)
{
    return closeTo(a.x, b.x) && closeTo(a.y, b.y) && closeTo(a.w, b.w) && closeTo(a.h, b.h);
}

}  // namespace

bool closeTo(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

ShapeOutcome shapeOf(const AnnotationRecord &record, model::ForeignText &kept)
{
    ShapeOutcome outcome;
    const std::optional<geometry::Box> box = boxOf(record, outcome);
    std::optional<geometry::Geometry> segment = segmentOf(record, outcome);
    std::optional<geometry::KeyPoints> points = keyPointsOf(record, outcome);
    const bool labeled = points && std::any_of(points->points.begin(), points->points.end(), [](const geometry::KeyPoint &p) {
                             return p.visibility > 0;
                         });
    const bool area = record.area.presence == Presence::Good;
    if (record.area.presence == Presence::Wrong)
        outcome.problems.push_back({QStringLiteral(".area"), tr("The area is not a finite number; it was left out.")});

    if (labeled) {
        // Box, area and outline are facts of their own beside the points.
        if (box)
            kept.add("bbox", std::span(record.boxNumbers));
        if (area)
            kept.add("area", record.area.value);
        if (segment)
            kept.add("segmentation", segmentationJson(record, *segment));
        outcome.geometry = *std::move(points);
        return outcome;
    }
    outcome.geometry = segment ? std::move(segment) : box ? std::optional<geometry::Geometry>(*box) : std::nullopt;
    if (!outcome.geometry)
        return outcome;
    bool dependent = false;
    if (box && !std::holds_alternative<geometry::Box>(*outcome.geometry)) {
        const std::optional<geometry::Box> bounds = geometry::boundsOf(*outcome.geometry);
        if (!bounds || !sameBox(*bounds, *box)) {
            kept.add("bbox", std::span(record.boxNumbers));
            dependent = true;
        }
    }
    if (area && !closeTo(record.area.value, geometry::areaOf(*outcome.geometry).value_or(0))) {
        kept.add("area", record.area.value);
        dependent = true;
    }
    if (dependent)
        kept.add(shapeKey, fingerprint(*outcome.geometry));
    if (points && !points->points.empty())
        kept.add("keypoints", std::span(record.keyPointNumbers));
    return outcome;
}

std::int64_t fingerprint(const geometry::Geometry &shape)
{
    return extension::shapeFingerprint(shape);
}

}  // namespace plumbline::coco
