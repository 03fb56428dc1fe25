// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro/datumaroshape.h"

#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"
#include "core/extension/maskwindow.h"
#include "core/geometry/mask.h"

#include <QCoreApplication>

#include <cmath>
#include <numbers>

namespace plumbline::datumaro {

namespace {

using geometry::Point;
using Read = tl::expected<geometry::Geometry, EntryProblem>;

constexpr double degrees = 180 / std::numbers::pi;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::datumaro", text);
}

tl::unexpected<EntryProblem> wrong(const char *place, const QString &text)
{
    return tl::unexpected(EntryProblem{QLatin1String(place), text});
}

// A list of finite numbers, `count` of them when that is not 0.
std::optional<std::vector<double>> numbersOf(const Json &list, std::size_t count = 0)
{
    if (!list.is_array() || list.empty() || (count > 0 && list.size() != count))
        return std::nullopt;
    std::vector<double> numbers;
    numbers.reserve(list.size());
    for (const Json &value : list) {
        if (!value.is_number() || !std::isfinite(value.get<double>()))
            return std::nullopt;
        numbers.push_back(value.get<double>());
    }
    return numbers;
}

tl::expected<std::vector<Point>, EntryProblem> pointsOf(const Json &entry)
{
    const auto numbers = numbersOf(extension::memberOf(entry, "points"));
    if (!numbers || numbers->size() % 2 != 0)
        return wrong(".points", tr("It is no list of pairs of finite numbers; the label was left out."));
    std::vector<Point> points;
    points.reserve(numbers->size() / 2);
    for (std::size_t i = 0; i < numbers->size(); i += 2)
        points.push_back({(*numbers)[i], (*numbers)[i + 1]});
    return points;
}

std::optional<int> visibilityOf(const Json &value)
{
    const bool good = value.is_number_integer() && value >= 0 && value <= 2;
    return good ? std::optional(value.get<int>()) : std::nullopt;
}

Read keyPointsOf(const Json &entry)
{
    const auto points = pointsOf(entry);
    if (!points)
        return tl::unexpected(points.error());
    const Json &visibility = extension::memberOf(entry, "visibility");
    if (!visibility.is_null() && (!visibility.is_array() || visibility.size() != points->size()))
        return wrong(".visibility", tr("It has not one value for each point; the label was left out."));
    geometry::KeyPoints result;
    for (std::size_t i = 0; i < points->size(); ++i) {
        const auto seen = visibility.is_null() ? std::optional(2) : visibilityOf(visibility[i]);
        if (!seen)
            return wrong(".visibility", tr("A visibility is not 0, 1 or 2; the label was left out."));
        result.points.push_back({(*points)[i].x, (*points)[i].y, *seen});
    }
    return result;
}

Read skeletonOf(const Json &entry)
{
    const Json &elements = extension::memberOf(entry, "elements");
    if (!elements.is_array() || elements.empty())
        return wrong(".elements", tr("The skeleton has no elements; it was left out."));
    geometry::KeyPoints result;
    for (const Json &element : elements) {
        const auto points = keyPointsOf(element);
        if (!points || std::get<geometry::KeyPoints>(*points).points.size() != 1)
            return wrong(".elements", tr("An element of the skeleton is not one point; it was left out."));
        result.points.push_back(std::get<geometry::KeyPoints>(*points).points.front());
    }
    return result;
}

Read maskOf(const Json &entry, QSize picture)
{
    const Json &rle = extension::memberOf(entry, "rle");
    const Json &size = extension::memberOf(rle, "size");
    const auto isLength = [](const Json &v) { return v.is_number_integer() && v >= 1 && v <= 1'000'000'000; };
    if (!size.is_array() || size.size() != 2 || !isLength(size[0]) || !isLength(size[1]))
        return wrong(".rle.size", tr("The mask has no size of two whole numbers; it was left out."));
    geometry::Mask mask{size[1].get<std::uint32_t>(), size[0].get<std::uint32_t>(), {}};
    if (!picture.isEmpty() && (qint64(mask.width) != picture.width() || qint64(mask.height) != picture.height()))
        return wrong(".rle.size", tr("The mask has %1 × %2 pixels and the picture %3 × %4; it was left out.")
                                      .arg(mask.width)
                                      .arg(mask.height)
                                      .arg(picture.width())
                                      .arg(picture.height()));
    const Json &counts = extension::memberOf(rle, "counts");
    if (counts.is_string()) {
        const std::string &text = counts.get_ref<const std::string &>();
        auto runs =
            geometry::decompressRuns(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())), mask.width, mask.height);
        if (!runs)
            return wrong(".rle.counts", tr("%1 The label was left out.").arg(runs.error().text));
        return std::move(*runs);
    }
    if (!counts.is_array())
        return wrong(".rle.counts", tr("The mask has no run lengths; it was left out."));
    for (const Json &run : counts) {
        if (!run.is_number_integer() || run < 0 || run > std::numeric_limits<std::uint32_t>::max())
            return wrong(".rle.counts", tr("A run length is no whole number; the label was left out."));
        mask.counts.push_back(run.get<std::uint32_t>());
    }
    return mask;
}

Read boxOf(const Json &entry)
{
    const auto n = numbersOf(extension::memberOf(entry, "bbox"), 4);
    if (!n)
        return wrong(".bbox", tr("The box is not four finite numbers; it was left out."));
    const geometry::Box box{(*n)[0], (*n)[1], (*n)[2], (*n)[3]};
    const Json &rotation = extension::memberOf(extension::memberOf(entry, "attributes"), "rotation");
    const double angle = rotation.is_number() ? rotation.get<double>() : 0;
    if (angle == 0)
        return box;
    return geometry::RotatedBox{box.x + box.w / 2, box.y + box.h / 2, box.w, box.h, angle / degrees};
}

Read build(const QString &type, const Json &entry, QSize picture)
{
    if (type == QLatin1String("label") || type == QLatin1String("caption"))
        return geometry::ItemLabel{};
    if (type == QLatin1String("bbox"))
        return boxOf(entry);
    if (type == QLatin1String("mask"))
        return maskOf(entry, picture);
    if (type == QLatin1String("points"))
        return keyPointsOf(entry);
    if (type == QLatin1String("skeleton"))
        return skeletonOf(entry);
    if (type == QLatin1String("rotated_bbox")) {
        const auto n = numbersOf(extension::memberOf(entry, "points"), 5);
        if (!n)
            return wrong(".points", tr("A rotated box is centre, width, height and angle; this one was left out."));
        return geometry::RotatedBox{(*n)[0], (*n)[1], (*n)[2], (*n)[3], (*n)[4] / degrees};
    }
    if (type == QLatin1String("ellipse")) {
        const auto n = numbersOf(extension::memberOf(entry, "points"), 4);
        if (!n)
            return wrong(".points", tr("An ellipse is two corners of the box around it; this one was left out."));
        return geometry::Ellipse{((*n)[0] + (*n)[2]) / 2, ((*n)[1] + (*n)[3]) / 2, ((*n)[2] - (*n)[0]) / 2,
                                 ((*n)[3] - (*n)[1]) / 2, 0};
    }
    if (type == QLatin1String("polygon") || type == QLatin1String("polyline")) {
        auto points = pointsOf(entry);
        if (!points)
            return tl::unexpected(points.error());
        if (type == QLatin1String("polyline"))
            return geometry::Polyline{std::move(*points)};
        if (points->size() > 3 && points->front() == points->back())
            points->pop_back();
        return geometry::Polygon{{{std::move(*points), {}}}};
    }
    return wrong(".type", tr("“%1” is no annotation that can be read; it was left out.").arg(type.left(80)));
}

Json numbers(const std::vector<Point> &points)
{
    Json list = Json::array();
    for (const Point p : points) {
        list.push_back(p.x);
        list.push_back(p.y);
    }
    return list;
}

Json entry(const char *type, const char *key, Json value)
{
    Json json = Json::object();
    json["type"] = type;
    json[key] = std::move(value);
    return json;
}

Json maskEntry(const geometry::Mask &mask)
{
    Json rle = Json::object();
    rle["counts"] = geometry::compressRuns(mask).toStdString();
    rle["size"] = Json::array({mask.height, mask.width});
    return entry("mask", "rle", std::move(rle));
}

std::vector<Json> polygonEntries(const geometry::Polygon &polygon)
{
    std::vector<Json> entries;
    for (const geometry::PolygonPart &part : polygon.parts)
        entries.push_back(entry("polygon", "points", numbers(part.outer)));
    return entries;
}

}  // namespace

bool isForeignType(const QString &type)
{
    for (const char *known :
         {"cuboid_3d", "cuboid_2d", "hash_key", "feature_vector", "tabular", "depth_annotation", "super_resolution_annotation"})
        if (type == QLatin1String(known))
            return true;
    return false;
}

tl::expected<geometry::Geometry, EntryProblem> geometryOf(const Json &entry, QSize picture)
{
    const Json &type = extension::memberOf(entry, "type");
    if (!type.is_string())
        return wrong(".type", tr("It has no type; it was left out."));
    auto geometry = build(base::toQString(type), entry, picture);
    if (geometry)
        if (const QString why = geometry::whyInvalid(*geometry); !why.isEmpty())
            return wrong("", tr("%1 The label was left out.").arg(why));
    return geometry;
}

Fate fateOf(const geometry::Geometry &shape, QSize picture)
{
    if (!geometry::whyInvalid(shape).isEmpty())
        return Fate::LeftOut;
    if (const auto *ellipse = std::get_if<geometry::Ellipse>(&shape))
        return ellipse->angleRadians == 0 || ellipse->rx == ellipse->ry ? Fate::Exact : Fate::ManyCorners;
    if (const auto *points = std::get_if<geometry::KeyPoints>(&shape))
        return points->points.empty() ? Fate::LeftOut : Fate::Exact;
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape)) {
        if (std::any_of(polygon->parts.begin(), polygon->parts.end(), [](const auto &part) { return !part.holes.empty(); }))
            return !picture.isEmpty() && qint64(picture.width()) * picture.height() <= extension::maximumMaskPixels
                       ? Fate::Rasterised
                       : Fate::HolesFilled;
        return polygon->parts.size() == 1 ? Fate::Exact : Fate::SeveralParts;
    }
    const bool known = std::holds_alternative<geometry::ItemLabel>(shape) || std::holds_alternative<geometry::Box>(shape)
                       || std::holds_alternative<geometry::RotatedBox>(shape) || std::holds_alternative<geometry::Polyline>(shape)
                       || std::holds_alternative<geometry::Mask>(shape);
    return known ? Fate::Exact : Fate::LeftOut;
}

std::vector<Json> geometryEntries(const geometry::Geometry &shape, QSize picture)
{
    const Fate fate = fateOf(shape, picture);
    if (fate == Fate::LeftOut)
        return {};
    if (std::holds_alternative<geometry::ItemLabel>(shape))
        return {Json{{"type", "label"}}};
    if (const auto *box = std::get_if<geometry::Box>(&shape))
        return {entry("bbox", "bbox", Json::array({box->x, box->y, box->w, box->h}))};
    if (const auto *box = std::get_if<geometry::RotatedBox>(&shape)) {
        Json json = entry("bbox", "bbox", Json::array({box->cx - box->w / 2, box->cy - box->h / 2, box->w, box->h}));
        const double angle = std::fmod(box->angleRadians * degrees, 360);
        json["attributes"]["rotation"] = angle < 0 ? angle + 360 : angle;
        return {std::move(json)};
    }
    if (const auto *e = std::get_if<geometry::Ellipse>(&shape)) {
        if (fate == Fate::Exact)
            return {entry("ellipse", "points", Json::array({e->cx - e->rx, e->cy - e->ry, e->cx + e->rx, e->cy + e->ry}))};
        return polygonEntries(*extension::outlineOf(shape));
    }
    if (const auto *line = std::get_if<geometry::Polyline>(&shape))
        return {entry("polyline", "points", numbers(line->points))};
    if (const auto *mask = std::get_if<geometry::Mask>(&shape))
        return {maskEntry(*mask)};
    if (const auto *points = std::get_if<geometry::KeyPoints>(&shape)) {
        std::vector<Point> places;
        Json visibility = Json::array();
        for (const geometry::KeyPoint &p : points->points) {
            places.push_back({p.x, p.y});
            visibility.push_back(p.visibility);
        }
        Json json = entry("points", "points", numbers(places));
        json["visibility"] = std::move(visibility);
        return {std::move(json)};
    }
    const auto &polygon = std::get<geometry::Polygon>(shape);
    if (fate == Fate::Rasterised)
        return {maskEntry(geometry::rasterised(polygon, static_cast<std::uint32_t>(picture.width()),
                                               static_cast<std::uint32_t>(picture.height())))};
    return polygonEntries(polygon);
}

Json movedElements(Json elements, const geometry::KeyPoints &points)
{
    for (std::size_t i = 0; i < points.points.size(); ++i) {
        const geometry::KeyPoint &p = points.points[i];
        elements[i]["points"] = Json::array({p.x, p.y});
        elements[i]["visibility"] = Json::array({p.visibility});
    }
    return elements;
}

}  // namespace plumbline::datumaro
