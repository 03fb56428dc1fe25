// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/labelstudioshape.h"

#include "core/extension/formatsupport.h"
#include "core/extension/maskwindow.h"
#include "core/geometry/mask.h"
#include "plugins/formats/labelstudio/labelstudiorle.h"

#include <QCoreApplication>

#include <cmath>
#include <numbers>

namespace plumbline::labelstudio {

namespace {

using geometry::Point;
using Read = tl::expected<geometry::Geometry, ResultProblem>;

constexpr double degrees = 180 / std::numbers::pi;
constexpr double pointWidth = 0.5;  // per cent, what the point tool draws

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelstudio", text);
}

tl::unexpected<ResultProblem> wrong(const QString &place, const QString &text)
{
    return tl::unexpected(ResultProblem{place, text});
}

std::optional<double> numberIn(const Json &value, const char *key)
{
    const auto it = value.find(key);
    const bool good = it != value.end() && it->is_number() && std::isfinite(it->get<double>());
    return good ? std::optional(it->get<double>()) : std::nullopt;
}

double rotationIn(const Json &value)
{
    return numberIn(value, "rotation").value_or(0) / degrees;
}

Json rotationOf(double radians)
{
    const double angle = std::fmod(radians * degrees, 360);
    return angle < 0 ? angle + 360 : angle;
}

// Per cent of the picture ↔ pixels.
class Scale
{
public:
    explicit Scale(QSize picture) : m_width(picture.width()), m_height(picture.height()) {}
    [[nodiscard]] double x(double percent) const { return percent * m_width / 100; }
    [[nodiscard]] double y(double percent) const { return percent * m_height / 100; }
    [[nodiscard]] double ofX(double pixels) const { return pixels * 100 / m_width; }
    [[nodiscard]] double ofY(double pixels) const { return pixels * 100 / m_height; }

private:
    double m_width;
    double m_height;
};

// Four numbers of the value, in pixels: the even ones along x.
tl::expected<std::array<double, 4>, ResultProblem> lengthsOf(const Json &value, const Scale &scale,
                                                             std::array<const char *, 4> keys)
{
    std::array<double, 4> lengths{};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto number = numberIn(value, keys[i]);
        if (!number)
            return wrong(QStringLiteral(".value.") + QLatin1String(keys[i]),
                         tr("It is missing or no finite number; the label was left out."));
        lengths[i] = i % 2 == 0 ? scale.x(*number) : scale.y(*number);
    }
    return lengths;
}

Read rectangleOf(const Json &value, const Scale &scale)
{
    const auto n = lengthsOf(value, scale, {"x", "y", "width", "height"});
    if (!n)
        return tl::unexpected(n.error());
    const auto [x, y, w, h] = *n;
    const double angle = rotationIn(value);
    if (angle == 0)
        return geometry::Box{x, y, w, h};
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    return geometry::RotatedBox{x + (c * w - s * h) / 2, y + (s * w + c * h) / 2, w, h, angle};
}

Read polygonOf(const Json &value, const Scale &scale)
{
    const auto list = value.find("points");
    std::vector<Point> points;
    if (list != value.end() && list->is_array())
        for (const Json &pair : *list) {
            if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number())
                return wrong(QStringLiteral(".value.points[%1]").arg(points.size()),
                             tr("It is no pair of numbers; the label was left out."));
            points.push_back({scale.x(pair[0].get<double>()), scale.y(pair[1].get<double>())});
        }
    const auto closed = value.find("closed");
    if (closed != value.end() && *closed == false)
        return geometry::Polyline{std::move(points)};
    return geometry::Polygon{{{std::move(points), {}}}};
}

Json pointList(const geometry::Ring &ring, const Scale &scale)
{
    Json list = Json::array();
    for (const Point p : ring)
        list.push_back(Json::array({scale.ofX(p.x), scale.ofY(p.y)}));
    return list;
}

ShapeValue brushOf(const geometry::Mask &mask)
{
    return {QStringLiteral("brush"), {{"format", "rle"}, {"rle", encodedBrush(mask)}}};
}

bool hasHoles(const geometry::Polygon &polygon)
{
    return std::any_of(polygon.parts.begin(), polygon.parts.end(), [](const auto &part) { return !part.holes.empty(); });
}

}  // namespace

QString shapeKind(const QString &type)
{
    for (const char *kind : {"rectangle", "polygon", "keypoint", "ellipse", "brush"})
        if (const QString name = QLatin1String(kind); type == name || type == name + QLatin1String("labels"))
            return name;
    return {};
}

tl::expected<geometry::Geometry, ResultProblem> geometryOf(const QString &kind, const Json &value, QSize picture)
{
    const Scale scale(picture);
    Read geometry = wrong(QStringLiteral(".type"), tr("“%1” is no shape that can be read; it was left out.").arg(kind));
    if (kind == QLatin1String("rectangle")) {
        geometry = rectangleOf(value, scale);
    } else if (kind == QLatin1String("polygon")) {
        geometry = polygonOf(value, scale);
    } else if (kind == QLatin1String("keypoint")) {
        const auto x = numberIn(value, "x");
        const auto y = numberIn(value, "y");
        if (!x || !y)
            return wrong(QStringLiteral(".value.x"), tr("The point is no pair of finite numbers; it was left out."));
        geometry = geometry::KeyPoints{{{scale.x(*x), scale.y(*y), 2}}, {}};
    } else if (kind == QLatin1String("ellipse")) {
        const auto n = lengthsOf(value, scale, {"x", "y", "radiusX", "radiusY"});
        if (!n)
            return tl::unexpected(n.error());
        geometry = geometry::Ellipse{(*n)[0], (*n)[1], (*n)[2], (*n)[3], rotationIn(value)};
    } else if (kind == QLatin1String("brush")) {
        const auto rle = value.find("rle");
        auto mask = decodedBrush(rle == value.end() ? Json() : *rle, picture);
        if (!mask)
            return wrong(QStringLiteral(".value.rle"), tr("%1 The label was left out.").arg(mask.error().text));
        geometry = std::move(*mask);
    }
    if (geometry)
        if (const QString why = geometry::whyInvalid(*geometry); !why.isEmpty())
            return wrong(QStringLiteral(".value"), tr("%1 The label was left out.").arg(why));
    return geometry;
}

Fate fateOf(const geometry::Geometry &shape, QSize picture)
{
    const bool drawn = std::holds_alternative<geometry::Box>(shape) || std::holds_alternative<geometry::RotatedBox>(shape)
                       || std::holds_alternative<geometry::Ellipse>(shape) || std::holds_alternative<geometry::Polygon>(shape)
                       || std::holds_alternative<geometry::Polyline>(shape) || std::holds_alternative<geometry::KeyPoints>(shape)
                       || std::holds_alternative<geometry::Mask>(shape);
    if (!drawn || !geometry::whyInvalid(shape).isEmpty())
        return Fate::LeftOut;
    if (picture.isEmpty())
        return Fate::NoPicture;
    const bool fits = qint64(picture.width()) * picture.height() <= extension::maximumMaskPixels;
    if (const auto *mask = std::get_if<geometry::Mask>(&shape)) {
        const bool same = qint64(mask->width) == picture.width() && qint64(mask->height) == picture.height();
        return same && fits ? Fate::Exact : Fate::OtherSize;
    }
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape)) {
        if (hasHoles(*polygon))
            return fits ? Fate::Rasterised : Fate::HolesFilled;
        return polygon->parts.size() == 1 ? Fate::Exact : Fate::SeveralParts;
    }
    if (const auto *points = std::get_if<geometry::KeyPoints>(&shape)) {
        const auto seen =
            std::count_if(points->points.begin(), points->points.end(), [](const auto &p) { return p.visibility > 0; });
        if (seen == 0)
            return Fate::LeftOut;
        if (points->points.size() > 1)
            return Fate::OneByOne;
        return points->points.front().visibility == 2 && points->skeleton.isEmpty() ? Fate::Exact : Fate::VisibilityLost;
    }
    return Fate::Exact;
}

std::vector<ShapeValue> shapeValues(const geometry::Geometry &shape, QSize picture)
{
    const Fate fate = fateOf(shape, picture);
    if (fate == Fate::LeftOut || fate == Fate::NoPicture || fate == Fate::OtherSize)
        return {};
    const Scale scale(picture);
    if (const auto *box = std::get_if<geometry::Box>(&shape))
        return {{QStringLiteral("rectangle"),
                 {{"x", scale.ofX(box->x)},
                  {"y", scale.ofY(box->y)},
                  {"width", scale.ofX(box->w)},
                  {"height", scale.ofY(box->h)},
                  {"rotation", 0}}}};
    if (const auto *box = std::get_if<geometry::RotatedBox>(&shape)) {
        const double c = std::cos(box->angleRadians);
        const double s = std::sin(box->angleRadians);
        return {{QStringLiteral("rectangle"),
                 {{"x", scale.ofX(box->cx - (c * box->w - s * box->h) / 2)},
                  {"y", scale.ofY(box->cy - (s * box->w + c * box->h) / 2)},
                  {"width", scale.ofX(box->w)},
                  {"height", scale.ofY(box->h)},
                  {"rotation", rotationOf(box->angleRadians)}}}};
    }
    if (const auto *e = std::get_if<geometry::Ellipse>(&shape))
        return {{QStringLiteral("ellipse"),
                 {{"x", scale.ofX(e->cx)},
                  {"y", scale.ofY(e->cy)},
                  {"radiusX", scale.ofX(e->rx)},
                  {"radiusY", scale.ofY(e->ry)},
                  {"rotation", rotationOf(e->angleRadians)}}}};
    if (const auto *line = std::get_if<geometry::Polyline>(&shape))
        return {{QStringLiteral("polygon"), {{"points", pointList(line->points, scale)}, {"closed", false}}}};
    if (const auto *mask = std::get_if<geometry::Mask>(&shape))
        return {brushOf(*mask)};
    std::vector<ShapeValue> values;
    if (const auto *points = std::get_if<geometry::KeyPoints>(&shape)) {
        for (const geometry::KeyPoint &p : points->points)
            if (p.visibility > 0)
                values.push_back(
                    {QStringLiteral("keypoint"), {{"x", scale.ofX(p.x)}, {"y", scale.ofY(p.y)}, {"width", pointWidth}}});
        return values;
    }
    const auto &polygon = std::get<geometry::Polygon>(shape);
    if (fate == Fate::Rasterised)
        return {brushOf(geometry::rasterised(polygon, static_cast<std::uint32_t>(picture.width()),
                                             static_cast<std::uint32_t>(picture.height())))};
    for (const geometry::PolygonPart &part : polygon.parts)
        values.push_back({QStringLiteral("polygon"), {{"points", pointList(part.outer, scale)}, {"closed", true}}});
    return values;
}

}  // namespace plumbline::labelstudio
