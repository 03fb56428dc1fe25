// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/shapes.h"

#include "core/geometry/mask.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::geometry {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::geometry", text);
}

class Extent
{
public:
    void add(double x, double y)
    {
        m_left = std::min(m_left, x);
        m_top = std::min(m_top, y);
        m_right = std::max(m_right, x);
        m_bottom = std::max(m_bottom, y);
    }
    [[nodiscard]] std::optional<Box> box() const
    {
        if (m_left > m_right)
            return std::nullopt;
        return Box{m_left, m_top, m_right - m_left, m_bottom - m_top};
    }

private:
    double m_left = HUGE_VAL;
    double m_top = HUGE_VAL;
    double m_right = -HUGE_VAL;
    double m_bottom = -HUGE_VAL;
};

double signedArea(const Ring &ring)
{
    double twice = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        twice += ring[j].x * ring[i].y - ring[i].x * ring[j].y;
    return twice / 2;
}

bool inRing(const Ring &ring, Point p)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const bool crosses = (ring[i].y > p.y) != (ring[j].y > p.y);
        if (crosses && p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            inside = !inside;
    }
    return inside;
}

void move(Ring &ring, double dx, double dy)
{
    for (Point &p : ring)
        p = {p.x + dx, p.y + dy};
}

bool allFinite(const Ring &ring)
{
    return std::all_of(ring.begin(), ring.end(), [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

Point rotatedInto(double cx, double cy, double angle, Point p)
{
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const double dx = p.x - cx;
    const double dy = p.y - cy;
    return {dx * c + dy * s, -dx * s + dy * c};
}

}  // namespace

const std::vector<QString> &geometryNames()
{
    static const std::vector<QString> names{
        QStringLiteral("item"),       QStringLiteral("box"),        QStringLiteral("rotated-box"), QStringLiteral("ellipse"),
        QStringLiteral("polygon"),    QStringLiteral("polyline"),   QStringLiteral("points"),      QStringLiteral("mask"),
        QStringLiteral("cuboid"),     QStringLiteral("point-labels"), QStringLiteral("polyline3"), QStringLiteral("span"),
        QStringLiteral("message"),    QStringLiteral("time-range"), QStringLiteral("rating"),      QStringLiteral("preference"),
        QStringLiteral("rewrite"),    QStringLiteral("relation")};
    return names;
}

QString geometryName(std::size_t variantIndex)
{
    return geometryNames().at(variantIndex);
}

QString geometryName(const Geometry &geometry)
{
    return geometryName(geometry.index());
}

std::optional<Box> boundsOf(const Geometry &geometry)
{
    Extent extent;
    return std::visit(
        Overloaded{
            [](const Box &b) -> std::optional<Box> { return b; },
            [](const RotatedBox &b) -> std::optional<Box> {
                const double c = std::abs(std::cos(b.angleRadians));
                const double s = std::abs(std::sin(b.angleRadians));
                const double w = b.w * c + b.h * s;
                const double h = b.w * s + b.h * c;
                return Box{b.cx - w / 2, b.cy - h / 2, w, h};
            },
            [](const Ellipse &e) -> std::optional<Box> {
                const double c = std::cos(e.angleRadians);
                const double s = std::sin(e.angleRadians);
                const double w = std::hypot(e.rx * c, e.ry * s);
                const double h = std::hypot(e.rx * s, e.ry * c);
                return Box{e.cx - w, e.cy - h, 2 * w, 2 * h};
            },
            [&](const Polygon &p) {
                for (const PolygonPart &part : p.parts)
                    for (const Point &v : part.outer)
                        extent.add(v.x, v.y);
                return extent.box();
            },
            [&](const Polyline &p) {
                for (const Point &v : p.points)
                    extent.add(v.x, v.y);
                return extent.box();
            },
            [&](const KeyPoints &p) {
                for (const KeyPoint &v : p.points)
                    if (v.visibility > 0)
                        extent.add(v.x, v.y);
                return extent.box();
            },
            [](const Mask &m) { return maskBounds(m); },
            [](const auto &) -> std::optional<Box> { return std::nullopt; }},
        geometry);
}

std::optional<double> areaOf(const Geometry &geometry)
{
    return std::visit(Overloaded{[](const Box &b) -> std::optional<double> { return b.area(); },
                                 [](const RotatedBox &b) -> std::optional<double> { return b.w * b.h; },
                                 [](const Ellipse &e) -> std::optional<double> { return std::numbers::pi * e.rx * e.ry; },
                                 [](const Polygon &p) -> std::optional<double> {
                                     double area = 0;
                                     for (const PolygonPart &part : p.parts) {
                                         area += part.outer.empty() ? 0 : std::abs(signedArea(part.outer));
                                         for (const Ring &hole : part.holes)
                                             area -= hole.empty() ? 0 : std::abs(signedArea(hole));
                                     }
                                     return std::max(0.0, area);
                                 },
                                 [](const Mask &m) -> std::optional<double> { return static_cast<double>(maskArea(m)); },
                                 [](const auto &) -> std::optional<double> { return std::nullopt; }},
                      geometry);
}

Geometry translated(const Geometry &geometry, double dx, double dy)
{
    Geometry result = geometry;
    std::visit(Overloaded{[&](Box &b) {
                              b.x += dx;
                              b.y += dy;
                          },
                          [&](RotatedBox &b) {
                              b.cx += dx;
                              b.cy += dy;
                          },
                          [&](Ellipse &e) {
                              e.cx += dx;
                              e.cy += dy;
                          },
                          [&](Polygon &p) {
                              for (PolygonPart &part : p.parts) {
                                  move(part.outer, dx, dy);
                                  for (Ring &hole : part.holes)
                                      move(hole, dx, dy);
                              }
                          },
                          [&](Polyline &p) { move(p.points, dx, dy); },
                          [&](KeyPoints &p) {
                              for (KeyPoint &v : p.points) {
                                  v.x += dx;
                                  v.y += dy;
                              }
                          },
                          [](auto &) {}},
               result);
    return result;
}

namespace {

QString whyShapeInvalid(const Geometry &geometry)
{
    return std::visit(
        Overloaded{[](const Box &b) {
                       if (!std::isfinite(b.x) || !std::isfinite(b.y) || !std::isfinite(b.w) || !std::isfinite(b.h))
                           return tr("The box has a coordinate that is not a number.");
                       return b.w < 0 || b.h < 0 ? tr("The box has a negative size.") : QString();
                   },
                   [](const RotatedBox &b) {
                       if (!std::isfinite(b.cx) || !std::isfinite(b.cy) || !std::isfinite(b.w) || !std::isfinite(b.h)
                           || !std::isfinite(b.angleRadians))
                           return tr("The rotated box has a value that is not a number.");
                       return b.w < 0 || b.h < 0 ? tr("The rotated box has a negative size.") : QString();
                   },
                   [](const Ellipse &e) {
                       if (!std::isfinite(e.cx) || !std::isfinite(e.cy) || !std::isfinite(e.rx) || !std::isfinite(e.ry)
                           || !std::isfinite(e.angleRadians))
                           return tr("The ellipse has a value that is not a number.");
                       return e.rx < 0 || e.ry < 0 ? tr("The ellipse has a negative radius.") : QString();
                   },
                   [](const Polygon &p) {
                       if (p.parts.empty())
                           return tr("The polygon has no parts.");
                       for (const PolygonPart &part : p.parts) {
                           if (part.outer.size() < 3)
                               return tr("The polygon has a part with fewer than three corners.");
                           if (!allFinite(part.outer) || !std::all_of(part.holes.begin(), part.holes.end(), allFinite))
                               return tr("The polygon has a coordinate that is not a number.");
                           for (const Ring &hole : part.holes)
                               if (hole.size() < 3)
                                   return tr("The polygon has a hole with fewer than three corners.");
                       }
                       return QString();
                   },
                   [](const Polyline &p) {
                       if (p.points.size() < 2)
                           return tr("The line has fewer than two points.");
                       return allFinite(p.points) ? QString() : tr("The line has a coordinate that is not a number.");
                   },
                   [](const KeyPoints &p) {
                       for (const KeyPoint &v : p.points)
                           if (!std::isfinite(v.x) || !std::isfinite(v.y) || v.visibility < 0 || v.visibility > 2)
                               return tr("A key point is not a number or has an unknown visibility.");
                       return QString();
                   },
                   [](const Mask &m) {
                       std::uint64_t sum = 0;
                       for (const std::uint32_t run : m.counts)
                           sum += run;
                       return sum == std::uint64_t(m.width) * m.height ? QString()
                                                                       : tr("The mask's run lengths do not fill its picture.");
                   },
                   [](const Cuboid &c) {
                       for (const double v : {c.centre[0], c.centre[1], c.centre[2], c.size[0], c.size[1], c.size[2], c.rotation[0],
                                              c.rotation[1], c.rotation[2], c.rotation[3]})
                           if (!std::isfinite(v))
                               return tr("The cuboid has a value that is not a number.");
                       return c.size[0] < 0 || c.size[1] < 0 || c.size[2] < 0 ? tr("The cuboid has a negative size.") : QString();
                   },
                   [](const TextSpan &s) { return s.start < s.end ? QString() : tr("The text span is empty."); },
                   [](const Rating &r) { return std::isfinite(r.value) ? QString() : tr("The rating is not a number."); },
                   [](const auto &) { return QString(); }},
        geometry);
}

}  // namespace

QString whyInvalid(const Geometry &geometry)
{
    const QString why = whyShapeInvalid(geometry);
    if (!why.isEmpty())
        return why;
    const std::optional<Box> bounds = boundsOf(geometry);
    const std::optional<double> area = areaOf(geometry);
    const bool finite = (!bounds || (std::isfinite(bounds->right()) && std::isfinite(bounds->bottom()))) && (!area || std::isfinite(*area));
    return finite ? QString() : tr("The shape is too large for its size to be a number.");
}

bool covers(const Geometry &geometry, Point point)
{
    return std::visit(Overloaded{[&](const Box &b) { return b.contains(point); },
                                 [&](const RotatedBox &b) {
                                     const Point local = rotatedInto(b.cx, b.cy, b.angleRadians, point);
                                     return std::abs(local.x) <= b.w / 2 && std::abs(local.y) <= b.h / 2;
                                 },
                                 [&](const Ellipse &e) {
                                     if (e.rx <= 0 || e.ry <= 0)
                                         return false;
                                     const Point local = rotatedInto(e.cx, e.cy, e.angleRadians, point);
                                     return std::pow(local.x / e.rx, 2) + std::pow(local.y / e.ry, 2) <= 1;
                                 },
                                 [&](const Polygon &p) {
                                     return std::any_of(p.parts.begin(), p.parts.end(), [&](const PolygonPart &part) {
                                         return !part.outer.empty() && inRing(part.outer, point)
                                                && std::none_of(part.holes.begin(), part.holes.end(), [&](const Ring &hole) {
                                                       return !hole.empty() && inRing(hole, point);
                                                   });
                                     });
                                 },
                                 [&](const Mask &m) { return maskCovers(m, point.x, point.y); },
                                 [](const auto &) { return false; }},
                      geometry);
}

}  // namespace plumbline::geometry
