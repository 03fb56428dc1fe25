// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelme/labelmeshape.h"

#include "core/extension/formatsupport.h"
#include "core/extension/maskwindow.h"
#include "core/geometry/mask.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageReader>

#include <cmath>
#include <numbers>

namespace plumbline::labelme {

namespace {

using geometry::Point;

// How far the corners of a rotated rectangle may lie from where they belong: people drag them, and some tools round them.
constexpr double cornerTolerance = 1.5;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelme", text);
}

tl::unexpected<ShapeProblem> wrong(const QString &place, const QString &text)
{
    return tl::unexpected(ShapeProblem{place, text});
}

tl::expected<std::vector<Point>, ShapeProblem> pointsOf(const Json &shape)
{
    const auto list = shape.find("points");
    if (list == shape.end() || !list->is_array() || list->empty())
        return wrong(QStringLiteral(".points"), tr("It has no points; it was left out."));
    std::vector<Point> points;
    points.reserve(list->size());
    for (const Json &entry : *list) {
        const bool good = entry.is_array() && entry.size() == 2 && entry[0].is_number() && entry[1].is_number();
        const Point point = good ? Point{entry[0].get<double>(), entry[1].get<double>()} : Point{};
        if (!good || !std::isfinite(point.x) || !std::isfinite(point.y))
            return wrong(QStringLiteral(".points[%1]").arg(points.size()),
                         tr("It is no pair of finite numbers; the label was left out."));
        points.push_back(point);
    }
    return points;
}

Json listOf(const std::vector<Point> &points)
{
    Json list = Json::array();
    for (const Point p : points)
        list.push_back(Json::array({p.x, p.y}));
    return list;
}

double distance(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

// Corners in the order of a rotated box: along its width, then clockwise on the screen.
std::vector<Point> cornersOf(const geometry::RotatedBox &box)
{
    return extension::outlineOf(box)->parts.front().outer;
}

std::optional<geometry::RotatedBox> rotatedBoxOf(std::vector<Point> p)
{
    const double turn = (p[1].x - p[0].x) * (p[3].y - p[0].y) - (p[1].y - p[0].y) * (p[3].x - p[0].x);
    if (turn < 0)
        std::swap(p[1], p[3]);
    geometry::RotatedBox box;
    box.cx = (p[0].x + p[1].x + p[2].x + p[3].x) / 4;
    box.cy = (p[0].y + p[1].y + p[2].y + p[3].y) / 4;
    box.w = (distance(p[0], p[1]) + distance(p[3], p[2])) / 2;
    box.h = (distance(p[0], p[3]) + distance(p[1], p[2])) / 2;
    box.angleRadians = std::atan2(p[1].y - p[0].y + p[2].y - p[3].y, p[1].x - p[0].x + p[2].x - p[3].x);
    const std::vector<Point> corners = cornersOf(box);
    for (std::size_t i = 0; i < 4; ++i)
        if (!(distance(corners[i], p[i]) <= cornerTolerance))
            return std::nullopt;
    return box;
}

bool isUpright(const std::vector<Point> &p)
{
    const bool wide = p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x;
    return wide || (p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x && p[3].y == p[0].y);
}

geometry::Geometry polygonOf(std::vector<Point> ring)
{
    if (ring.size() > 3 && ring.front() == ring.back())
        ring.pop_back();
    return geometry::Polygon{{{std::move(ring), {}}}};
}

tl::expected<geometry::Geometry, ShapeProblem> rectangleOf(const std::vector<Point> &p)
{
    if (p.size() == 2 || (p.size() == 4 && isUpright(p))) {
        const Point a = p[0];
        const Point b = p[p.size() / 2];
        return geometry::Box{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)};
    }
    if (p.size() == 4)
        return polygonOf(p);
    return wrong(QStringLiteral(".points"),
                 tr("A rectangle has two or four points, this one %1; it was left out.").arg(p.size()));
}

tl::expected<geometry::Geometry, ShapeProblem> decodedMask(const Json &shape, QSize picture)
{
    const QString place = QStringLiteral(".mask");
    const auto window = maskPlace(shape["points"]);
    if (!window)
        return wrong(QStringLiteral(".points"), tr("They name no rectangle for the mask; it was left out."));
    const auto text = shape.find("mask");
    if (text == shape.end() || !text->is_string())
        return wrong(place, tr("The mask has no picture; it was left out."));
    const auto data = QByteArray::fromBase64Encoding(QByteArray::fromStdString(text->get_ref<const std::string &>()),
                                                     QByteArray::AbortOnBase64DecodingErrors);
    QBuffer buffer;
    buffer.setData(data ? data.decoded : QByteArray());
    if (!buffer.open(QIODevice::ReadOnly))
        return wrong(place, tr("The mask cannot be read; it was left out."));
    QImageReader reader(&buffer, "png");
    if (reader.size() != window->size())
        return wrong(place, reader.size().isValid()
                                ? tr("The mask has %1 × %2 pixels and its points say %3 × %4; it was left out.")
                                      .arg(reader.size().width())
                                      .arg(reader.size().height())
                                      .arg(window->width())
                                      .arg(window->height())
                                : tr("The mask is no PNG picture; it was left out."));
    QImage image = reader.read();
    if (image.isNull())
        return wrong(place, tr("The mask's picture is broken; it was left out."));
    if (image.format() != QImage::Format_Indexed8)
        image = std::move(image).convertToFormat(QImage::Format_Grayscale8);
    extension::MaskWindow pixels{*window, {}};
    pixels.pixels.reserve(static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(image.height()));
    for (int y = 0; y < image.height(); ++y)
        pixels.pixels.insert(pixels.pixels.end(), image.constScanLine(y), image.constScanLine(y) + image.width());
    if (picture.isEmpty())
        picture = QSize(std::max(window->right() + 1, 1), std::max(window->bottom() + 1, 1));
    return extension::maskOf(pixels, picture);
}

tl::expected<geometry::Geometry, ShapeProblem> build(const QString &type, const Json &shape, std::vector<Point> p, QSize picture)
{
    const auto count = [&](const QString &needed) {
        return wrong(QStringLiteral(".points"),
                     tr("A shape of type “%1” has %2, this one %3; it was left out.").arg(type, needed).arg(p.size()));
    };
    if (type == QLatin1String("rectangle"))
        return rectangleOf(p);
    if (type == QLatin1String("mask"))
        return decodedMask(shape, picture);
    if (type == QLatin1String("rotation") || type == QLatin1String("quadrilateral")) {
        if (p.size() != 4)
            return count(tr("four points"));
        if (type == QLatin1String("rotation"))
            if (const auto box = rotatedBoxOf(p))
                return *box;
        return polygonOf(p);
    }
    if (type == QLatin1String("polygon"))
        return p.size() < 3 ? tl::expected<geometry::Geometry, ShapeProblem>(count(tr("three points or more"))) : polygonOf(p);
    if (type == QLatin1String("circle")) {
        if (p.size() != 2)
            return count(tr("two points"));
        const double radius = distance(p[0], p[1]);
        return geometry::Ellipse{p[0].x, p[0].y, radius, radius, 0};
    }
    if (type == QLatin1String("line") && p.size() != 2)
        return count(tr("two points"));
    if (type == QLatin1String("line") || type == QLatin1String("linestrip"))
        return p.size() < 2 ? tl::expected<geometry::Geometry, ShapeProblem>(count(tr("two points or more")))
                            : geometry::Polyline{std::move(p)};
    if (type == QLatin1String("point") && p.size() != 1)
        return count(tr("one point"));
    if (type == QLatin1String("point") || type == QLatin1String("points")) {
        geometry::KeyPoints points;
        for (const Point q : p)
            points.points.push_back({q.x, q.y, 2});
        return points;
    }
    return wrong(QStringLiteral(".shape_type"), tr("“%1” is no shape that can be read; it was left out.").arg(type.left(80)));
}

Json entry(const char *type, const std::vector<Point> &points)
{
    Json json = Json::object();
    json["points"] = listOf(points);
    json["shape_type"] = type;
    return json;
}

bool hasHoles(const geometry::Polygon &polygon)
{
    return std::any_of(polygon.parts.begin(), polygon.parts.end(), [](const auto &part) { return !part.holes.empty(); });
}

std::vector<Json> polygonEntries(const geometry::Polygon &polygon)
{
    std::vector<Json> entries;
    for (const geometry::PolygonPart &part : polygon.parts)
        entries.push_back(entry("polygon", part.outer));
    return entries;
}

Json maskEntry(const geometry::Mask &mask)
{
    QRect place = extension::placeOf(mask);
    if (place.isEmpty())
        place = QRect(0, 0, 1, 1);
    Json json = entry("mask", {{double(place.left()), double(place.top())}, {double(place.right()), double(place.bottom())}});
    json["mask"] = nullptr;
    return json;
}

std::vector<Json> pointEntries(const geometry::KeyPoints &points, Dialect dialect)
{
    std::vector<Point> seen;
    for (const geometry::KeyPoint &p : points.points)
        if (p.visibility > 0)
            seen.push_back({p.x, p.y});
    std::vector<Json> entries;
    if (dialect == Dialect::XAnyLabeling)
        for (const Point p : seen)
            entries.push_back(entry("point", {p}));
    else if (!seen.empty())
        entries.push_back(entry(seen.size() == 1 ? "point" : "points", seen));
    return entries;
}

}  // namespace

tl::expected<geometry::Geometry, ShapeProblem> geometryOf(const Json &shape, QSize picture)
{
    auto points = pointsOf(shape);
    if (!points)
        return tl::unexpected(points.error());
    QString type = QStringLiteral("polygon");
    if (const auto given = shape.find("shape_type"); given != shape.end() && !given->is_null()) {
        if (!given->is_string())
            return wrong(QStringLiteral(".shape_type"), tr("It is no text; the label was left out."));
        type = base::toQString(*given);
    }
    auto geometry = build(type, shape, std::move(*points), picture);
    if (geometry)
        if (const QString why = geometry::whyInvalid(*geometry); !why.isEmpty())
            return wrong(QStringLiteral(".points"), tr("%1 The label was left out.").arg(why));
    return geometry;
}

Fate fateOf(const geometry::Geometry &shape, Dialect dialect, QSize picture)
{
    if (!geometry::whyInvalid(shape).isEmpty())
        return Fate::LeftOut;
    if (std::holds_alternative<geometry::Box>(shape) || std::holds_alternative<geometry::Polyline>(shape))
        return Fate::Exact;
    if (std::holds_alternative<geometry::RotatedBox>(shape))
        return dialect == Dialect::XAnyLabeling ? Fate::Exact : Fate::FourCorners;
    if (const auto *ellipse = std::get_if<geometry::Ellipse>(&shape))
        return ellipse->rx == ellipse->ry ? Fate::Exact : Fate::ManyCorners;
    if (std::holds_alternative<geometry::Mask>(shape))
        return dialect == Dialect::Labelme ? Fate::Exact : Fate::LeftOut;
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape)) {
        if (hasHoles(*polygon)) {
            const qint64 pixels = qint64(picture.width()) * picture.height();
            const bool fits = !picture.isEmpty() && pixels <= extension::maximumMaskPixels;
            return dialect == Dialect::Labelme && fits ? Fate::Rasterised : Fate::HolesFilled;
        }
        return polygon->parts.size() == 1 ? Fate::Exact : Fate::SeveralParts;
    }
    if (const auto *points = std::get_if<geometry::KeyPoints>(&shape)) {
        const auto seen =
            std::count_if(points->points.begin(), points->points.end(), [](const auto &p) { return p.visibility > 0; });
        if (seen == 0)
            return Fate::LeftOut;
        if (dialect == Dialect::XAnyLabeling && seen > 1)
            return Fate::OneByOne;
        const bool plain =
            points->skeleton.isEmpty()
            && std::all_of(points->points.begin(), points->points.end(), [](const auto &p) { return p.visibility == 2; });
        return plain ? Fate::Exact : Fate::VisibilityLost;
    }
    return Fate::LeftOut;
}

std::vector<Json> geometryEntries(const geometry::Geometry &shape, Dialect dialect, QSize picture)
{
    const Fate fate = fateOf(shape, dialect, picture);
    if (fate == Fate::LeftOut)
        return {};
    if (const auto *box = std::get_if<geometry::Box>(&shape))
        return {entry("rectangle", {{box->x, box->y}, {box->right(), box->bottom()}})};
    if (const auto *box = std::get_if<geometry::RotatedBox>(&shape)) {
        if (dialect == Dialect::Labelme)
            return {entry("polygon", cornersOf(*box))};
        Json json = entry("rotation", cornersOf(*box));
        const double full = 2 * std::numbers::pi;
        const double angle = std::fmod(box->angleRadians, full);
        json["direction"] = angle < 0 ? angle + full : angle;
        return {std::move(json)};
    }
    if (const auto *ellipse = std::get_if<geometry::Ellipse>(&shape)) {
        if (fate == Fate::Exact)
            return {entry("circle", {{ellipse->cx, ellipse->cy}, {ellipse->cx + ellipse->rx, ellipse->cy}})};
        return polygonEntries(*extension::outlineOf(shape));
    }
    if (const auto *line = std::get_if<geometry::Polyline>(&shape))
        return {entry(line->points.size() == 2 ? "line" : "linestrip", line->points)};
    if (const auto *mask = std::get_if<geometry::Mask>(&shape))
        return {maskEntry(*mask)};
    if (const auto *points = std::get_if<geometry::KeyPoints>(&shape))
        return pointEntries(*points, dialect);
    const auto &polygon = std::get<geometry::Polygon>(shape);
    if (fate != Fate::Rasterised)
        return polygonEntries(polygon);
    const geometry::Mask mask =
        geometry::rasterised(polygon, static_cast<std::uint32_t>(picture.width()), static_cast<std::uint32_t>(picture.height()));
    Json json = maskEntry(mask);
    json["mask"] = encodedMask(mask, *maskPlace(json["points"]));
    return {std::move(json)};
}

std::optional<QRect> maskPlace(const Json &points)
{
    if (!points.is_array() || points.size() != 2)
        return std::nullopt;
    std::array<double, 4> edges{};
    for (std::size_t i = 0; i < 4; ++i) {
        const Json &pair = points[i / 2];
        if (!pair.is_array() || pair.size() != 2 || !pair[i % 2].is_number())
            return std::nullopt;
        edges[i] = std::trunc(pair[i % 2].get<double>());
        if (!(std::abs(edges[i]) <= 1e8))
            return std::nullopt;
    }
    const QRect place(QPoint(static_cast<int>(edges[0]), static_cast<int>(edges[1])),
                      QPoint(static_cast<int>(edges[2]), static_cast<int>(edges[3])));
    const bool good = place.isValid() && qint64(place.width()) * place.height() <= extension::maximumMaskPixels;
    return good ? std::optional(place) : std::nullopt;
}

Json encodedMask(const geometry::Mask &mask, const QRect &place)
{
    const extension::MaskWindow window = extension::windowOf(mask, place);
    QImage image(place.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < image.height() && !image.isNull(); ++y)
        std::copy_n(window.pixels.data() + std::ptrdiff_t(y) * place.width(), place.width(), image.scanLine(y));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return Json(buffer.data().toBase64().toStdString());
}

}  // namespace plumbline::labelme
