// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/dota/dotarow.h"

#include "core/extension/formatsupport.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::dota {

namespace {

using geometry::Point;
using geometry::Ring;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::dota", text);
}

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

Ring cornersOfBox(const geometry::RotatedBox &box)
{
    return extension::outlineOf(box)->parts.front().outer;
}

double farthest(const Ring &a, const Ring &b)
{
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        most = std::max(most, distance(a[i], b[i]));
    return most;
}

// The box whose first edge runs as the corners' does; nothing when they are no rectangle, or turn against the clock.
std::optional<geometry::RotatedBox> boxFrom(const Ring &c)
{
    geometry::RotatedBox box;
    for (const Point p : c) {
        box.cx += p.x / 4;
        box.cy += p.y / 4;
    }
    const Point along{(c[1].x - c[0].x + c[2].x - c[3].x) / 2, (c[1].y - c[0].y + c[2].y - c[3].y) / 2};
    const Point down{(c[3].x - c[0].x + c[2].x - c[1].x) / 2, (c[3].y - c[0].y + c[2].y - c[1].y) / 2};
    box.w = std::hypot(along.x, along.y);
    box.h = std::hypot(down.x, down.y);
    box.angleRadians = std::atan2(along.y, along.x);
    if (!(box.w > 0) || !(box.h > 0))
        return std::nullopt;
    const double tolerance = std::max(leastTolerance, rectangleTolerance * std::max(box.w, box.h));
    return farthest(cornersOfBox(box), c) <= tolerance ? std::optional(box) : std::nullopt;
}

// A rectangle given against the clock is one, too: its second and fourth corner change places.
Ring turnedRound(const Ring &c)
{
    return {c[0], c[3], c[2], c[1]};
}

// The shape that corners become.
geometry::Geometry shapeOf(const Ring &corners)
{
    for (const Ring &ring : {corners, turnedRound(corners)})
        if (const auto box = boxFrom(ring))
            return *box;
    return geometry::Polygon{{{corners, {}}}};
}

bool same(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

// Equal up to what a store or another import may do to a number.
bool same(const geometry::Geometry &a, const geometry::Geometry &b)
{
    if (const auto *x = std::get_if<geometry::RotatedBox>(&a)) {
        const auto *y = std::get_if<geometry::RotatedBox>(&b);
        return y && same(x->cx, y->cx) && same(x->cy, y->cy) && same(x->w, y->w) && same(x->h, y->h)
               && same(x->angleRadians, y->angleRadians);
    }
    return a == b;
}

Json cornersJson(const Ring &corners)
{
    Json json = Json::array();
    for (const Point p : corners) {
        json.push_back(p.x);
        json.push_back(p.y);
    }
    return json;
}

std::optional<Ring> keptCorners(const Json &kept)
{
    if (!kept.is_object() || !kept.contains("corners"))
        return std::nullopt;
    const Json &json = kept["corners"];
    if (!json.is_array() || json.size() != 8
        || !std::all_of(json.begin(), json.end(), [](const Json &v) { return v.is_number(); }))
        return std::nullopt;
    Ring corners;
    for (std::size_t i = 0; i < 8; i += 2)
        corners.push_back({json[i].get<double>(), json[i + 1].get<double>()});
    return corners;
}

}  // namespace

Result<Row> rowFrom(QByteArrayView line)
{
    const QList<QByteArray> fields = line.toByteArray().simplified().split(' ');
    if (fields.size() < 9 || fields.size() > 10)
        return fail(ErrorCode::Malformed,
                    tr("It has %1 fields; a label has eight numbers, a class and a difficulty.").arg(fields.size()));
    Row row;
    for (int i = 0; i < 8; i += 2) {
        Point corner;
        for (auto [at, value] : {std::pair{i, &corner.x}, {i + 1, &corner.y}}) {
            bool good = false;
            *value = fields[at].toDouble(&good);
            if (!good || !std::isfinite(*value) || std::abs(*value) > 1e12)
                return fail(ErrorCode::Malformed, tr("“%1” is no usable number.").arg(QString::fromUtf8(fields[at].left(40))));
        }
        row.corners.push_back(corner);
    }
    row.className = QString::fromUtf8(fields[8]);
    if (row.className.contains(QChar(QChar::ReplacementCharacter)))
        return fail(ErrorCode::Malformed, tr("Its class has a name that cannot be read."));
    if (fields.size() == 10)
        row.difficult = QString::fromUtf8(fields[9]);
    return row;
}

model::Annotation annotationFrom(const Row &row)
{
    model::Annotation annotation;
    annotation.geometry = shapeOf(row.corners);
    annotation.origin.kind = model::OriginKind::Import;
    Json kept = Json::object();
    if (std::holds_alternative<geometry::RotatedBox>(annotation.geometry))
        kept["corners"] = cornersJson(row.corners);
    if (row.difficult == QStringLiteral("0") || row.difficult == QStringLiteral("1"))
        annotation.attributes[QStringLiteral("difficult")] = row.difficult == QStringLiteral("1");
    else if (row.difficult)
        kept["difficult"] = base::toJson(*row.difficult);
    else
        kept["difficult"] = Json();
    if (!kept.empty()) {
        annotation.extra = Json::object();
        annotation.extra["dota"] = std::move(kept);
    }
    return annotation;
}

std::optional<Ring> cornersOf(const model::Annotation &annotation)
{
    const geometry::Geometry &shape = annotation.geometry;
    if (!geometry::whyInvalid(shape).isEmpty())
        return std::nullopt;
    const auto kept = keptCorners(extension::foreignData(annotation.extra, "dota"));
    if (kept && same(shapeOf(*kept), shape))
        return kept;
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape)) {
        if (polygon->parts.size() == 1 && polygon->parts.front().holes.empty() && polygon->parts.front().outer.size() == 4)
            return polygon->parts.front().outer;
        Ring points;
        for (const geometry::PolygonPart &part : polygon->parts)
            points.insert(points.end(), part.outer.begin(), part.outer.end());
        return smallestRectangle(points);
    }
    if (const auto *ellipse = std::get_if<geometry::Ellipse>(&shape))
        return cornersOfBox({ellipse->cx, ellipse->cy, 2 * ellipse->rx, 2 * ellipse->ry, ellipse->angleRadians});
    if (std::holds_alternative<geometry::Mask>(shape)) {
        const auto bounds = geometry::boundsOf(shape);
        return bounds ? std::optional(extension::outlineOf(*bounds)->parts.front().outer) : std::nullopt;
    }
    const auto outline = extension::outlineOf(shape);
    return outline ? std::optional(outline->parts.front().outer) : std::nullopt;
}

// The smallest rectangle has a side along an edge of the convex hull; trying all edges of the hull is quick enough for shapes
// that people draw, and long outlines are thinned by the hull.
Ring smallestRectangle(const Ring &points)
{
    Ring sorted = points;
    std::sort(sorted.begin(), sorted.end(), [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    Ring hull;
    for (int half = 0; half < 2; ++half) {
        const std::size_t base = hull.size();
        for (const Point p : sorted) {
            const auto turns = [&](Point a, Point b) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0; };
            while (hull.size() >= base + 2 && !turns(hull[hull.size() - 2], hull.back()))
                hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        std::reverse(sorted.begin(), sorted.end());
    }
    geometry::RotatedBox best;
    double least = HUGE_VAL;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point a = hull[i];
        const Point b = hull[(i + 1) % hull.size()];
        const double length = distance(a, b);
        if (!(length > 0))
            continue;
        const Point u{(b.x - a.x) / length, (b.y - a.y) / length};
        double left = HUGE_VAL, right = -HUGE_VAL, top = HUGE_VAL, bottom = -HUGE_VAL;
        for (const Point p : hull) {
            const double along = p.x * u.x + p.y * u.y;
            const double across = p.y * u.x - p.x * u.y;
            left = std::min(left, along);
            right = std::max(right, along);
            top = std::min(top, across);
            bottom = std::max(bottom, across);
        }
        if ((right - left) * (bottom - top) >= least)
            continue;
        least = (right - left) * (bottom - top);
        const double along = (left + right) / 2;
        const double across = (top + bottom) / 2;
        best = {along * u.x - across * u.y, along * u.y + across * u.x, right - left, bottom - top, std::atan2(u.y, u.x)};
    }
    return cornersOfBox(best);
}

QString fileClassName(const QString &className)
{
    QString name = className.simplified();
    name.replace(QLatin1Char(' '), QLatin1Char('_'));
    return name.isEmpty() ? QStringLiteral("_") : name;
}

QByteArray lineOf(const Ring &corners, const QString &className, const model::Annotation &annotation)
{
    QByteArray line;
    for (const Point p : corners)
        for (const double value : {p.x, p.y}) {
            extension::appendNumber(line, value);
            line += ' ';
        }
    line += fileClassName(className).toUtf8();
    const auto it = annotation.attributes.find(QStringLiteral("difficult"));
    const bool *difficult = it == annotation.attributes.end() ? nullptr : std::get_if<bool>(&it->second);
    const Json &kept = extension::foreignData(annotation.extra, "dota");
    const bool odd = kept.is_object() && kept.contains("difficult");
    if (difficult)
        line += *difficult ? " 1" : " 0";
    else if (odd && kept["difficult"].is_null())
        return line;
    else if (const QString text = odd ? base::toQString(kept["difficult"]) : QString();
             !text.isEmpty() && !text.contains(QLatin1Char(' ')))
        line += ' ' + text.simplified().toUtf8();
    else
        line += " 0";
    return line;
}

}  // namespace plumbline::dota
