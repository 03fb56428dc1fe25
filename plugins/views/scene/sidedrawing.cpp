// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sidedrawing.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plumbline::sceneview {

namespace {

constexpr double around = 1.2;  // metres of surroundings, on each side
constexpr double knobPixels = 22;
constexpr double usualHandle = 9;
constexpr std::size_t mostPoints = 60'000;

// Squares of a few pixels each: a path of the painter for every point would take ten times as long.
class Plot
{
public:
    Plot(const QRectF &area, double ratio)
        : m_area(area), m_ratio(ratio), m_image(int(std::ceil(area.width() * ratio)), int(std::ceil(area.height() * ratio)),
                                                QImage::Format_ARGB32_Premultiplied)
    {
        m_image.fill(Qt::transparent);
    }

    void point(QPointF at, double size, QRgb colour)
    {
        const int side = std::max(1, int(std::lround(size * m_ratio)));
        const double left = (at.x() - m_area.x()) * m_ratio - side / 2.0;
        const double top = (at.y() - m_area.y()) * m_ratio - side / 2.0;
        if (!(left > -side && top > -side && left < m_image.width() && top < m_image.height()))
            return;
        const int x0 = std::max(0, int(std::lround(left)));
        const int y0 = std::max(0, int(std::lround(top)));
        const int x1 = std::min(m_image.width(), int(std::lround(left)) + side);
        const int y1 = std::min(m_image.height(), int(std::lround(top)) + side);
        for (int y = y0; y < y1; ++y)
            std::fill(reinterpret_cast<QRgb *>(m_image.scanLine(y)) + x0, reinterpret_cast<QRgb *>(m_image.scanLine(y)) + x1,
                      colour);
    }

    void paint(QPainter &painter) const { painter.drawImage(m_area, m_image); }

private:
    QRectF m_area;
    double m_ratio;
    QImage m_image;
};

}  // namespace

NearPoints nearPoints(const std::vector<CloudPointer> &pieces, const geometry::Cuboid &cuboid)
{
    NearPoints near;
    near.label_from_box = geometry::poseOf(cuboid);
    const geometry::Pose back = geometry::inverted(near.label_from_box);
    Vector3 half{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        half[axis] = cuboid.size[axis] / 2 + std::max(around, cuboid.size[axis] * 0.4);
    const double radius = std::hypot(half[0], half[1], half[2]);
    const auto isAway = [&](const CloudData &piece) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double middle = cuboid.centre[axis] - piece.origin[axis];
            if (double(piece.least[axis]) > middle + radius || double(piece.most[axis]) < middle - radius)
                return true;
        }
        return false;
    };
    std::vector<CloudPointer> close = pieces;
    std::erase_if(close, [&](const CloudPointer &piece) { return isAway(*piece); });
    for (const CloudPointer &piece : close)
        for (const auto &p : piece->positions) {
            const Vector3 place{piece->origin[0] + double(p[0]), piece->origin[1] + double(p[1]),
                                piece->origin[2] + double(p[2])};
            if (std::abs(place[0] - cuboid.centre[0]) > radius || std::abs(place[1] - cuboid.centre[1]) > radius
                || near.points.size() >= mostPoints)
                continue;
            const Vector3 local = geometry::transformed(back, place);
            if (std::abs(local[0]) > half[0] || std::abs(local[1]) > half[1] || std::abs(local[2]) > half[2])
                continue;
            near.points.push_back({float(local[0]), float(local[1]), float(local[2])});
            near.inside.push_back(std::abs(local[0]) <= cuboid.size[0] / 2 && std::abs(local[1]) <= cuboid.size[1] / 2
                                  && std::abs(local[2]) <= cuboid.size[2] / 2);
            near.insideCount += near.inside.back();
        }
    return near;
}

void SideDrawing::setBox(const std::optional<SceneBox> &box, std::shared_ptr<const NearPoints> points)
{
    m_box = box;
    m_points = std::move(points);
    m_held = {};
    m_result.reset();
    m_preview.reset();
}

double SideDrawing::scale() const
{
    if (!m_box)
        return 1;
    const auto axes = axesOf(m_plane);
    const double wide = m_box->cuboid.size[axes[0]] + 2 * std::min(around, std::max(0.4, m_box->cuboid.size[axes[0]] * 0.4));
    const double high = m_box->cuboid.size[axes[1]] + 2 * std::min(around, std::max(0.4, m_box->cuboid.size[axes[1]] * 0.4));
    return m_zoom * std::max(1e-6, std::min(m_area.width() / wide, m_area.height() / high));
}

QPointF SideDrawing::toScreen(QPointF place) const
{
    const QPointF middle = m_area.center();
    return {middle.x() + place.x() * scale(), middle.y() - place.y() * scale()};
}

QPointF SideDrawing::toPlane(QPointF pixel) const
{
    const QPointF middle = m_area.center();
    return {(pixel.x() - middle.x()) / scale(), (middle.y() - pixel.y()) / scale()};
}

double SideDrawing::knobMetres() const
{
    return knobPixels * m_handlePixels / usualHandle / scale();
}

SideHandle SideDrawing::handleAt(QPointF pixel) const
{
    return m_box && m_box->changeable && m_area.contains(pixel)
               ? sceneview::handleAt(m_plane, m_box->cuboid, toPlane(pixel), m_handlePixels / scale(), knobMetres())
               : SideHandle{};
}

Qt::CursorShape SideDrawing::cursorAt(QPointF pixel) const
{
    const SideHandle handle = handleAt(pixel);
    switch (handle.kind) {
    case SideHandle::Kind::Nothing: return Qt::ArrowCursor;
    case SideHandle::Kind::Inside: return Qt::SizeAllCursor;
    case SideHandle::Kind::Turn: return Qt::PointingHandCursor;
    case SideHandle::Kind::Edge: break;
    }
    if (handle.u && handle.v)
        return handle.u == handle.v ? Qt::SizeBDiagCursor : Qt::SizeFDiagCursor;
    return handle.u ? Qt::SizeHorCursor : Qt::SizeVerCursor;
}

void SideDrawing::paintPoints(QPainter &painter, const theme::Theme &theme) const
{
    if (!m_box || (!m_points && !m_overlaid))
        return;
    Plot plot(m_area, painter.device()->devicePixelRatioF());
    const auto axes = axesOf(m_plane);
    const double size = std::clamp(scale() * 0.024, 1.0, 4.0);
    if (m_overlaid) {
        const QRgb colour = theme.colour(theme::Token::Accent).rgba();
        for (const auto &p : *m_overlaid)
            plot.point(toScreen({double(p[axes[0]]), double(p[axes[1]])}), std::min(size, 1.5), colour);
    }
    if (m_points)
        for (const bool inside : {false, true}) {
            const QRgb colour = theme.colour(inside ? theme::Token::Text1 : theme::Token::Text3).rgba();
            for (std::size_t i = 0; i < m_points->points.size(); ++i)
                if (m_points->inside[i] == inside)
                    plot.point(toScreen({double(m_points->points[i][axes[0]]), double(m_points->points[i][axes[1]])}), size,
                               colour);
        }
    plot.paint(painter);
}

void SideDrawing::paintShape(QPainter &painter, const theme::Theme &theme, bool handles) const
{
    if (!m_box)
        return;
    const geometry::Cuboid &cuboid = shown();
    const QColor colour = theme::legible(m_box->colour, theme.colour(theme::Token::Surface0));
    const auto axes = axesOf(m_plane);
    // The plane keeps the axes of the box as it was; a turned one is seen turned in it.
    const geometry::Pose change =
        geometry::composed(geometry::inverted(geometry::poseOf(m_box->cuboid)), geometry::poseOf(cuboid));
    const auto place = [&](double u, double v) {
        Vector3 local{};
        local[axes[0]] = u;
        local[axes[1]] = v;
        const Vector3 at = geometry::transformed(change, local);
        return toScreen({at[axes[0]], at[axes[1]]});
    };
    const double halfU = cuboid.size[axes[0]] / 2;
    const double halfV = cuboid.size[axes[1]] / 2;
    QPolygonF outline{{place(halfU, halfV), place(-halfU, halfV), place(-halfU, -halfV), place(halfU, -halfV)}};
    QPen pen(colour, m_handlePixels < usualHandle ? 1.5 : 2);
    if ((m_box->dashed || m_box->ghost) && !m_preview)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(outline);
    if (m_plane != SidePlane::Front)
        painter.drawLine(place(0, m_plane == SidePlane::Top ? 0 : -halfV), place(halfU, m_plane == SidePlane::Top ? 0 : -halfV));
    if (!m_box->changeable || !handles)
        return;
    painter.setPen(QPen(colour, m_handlePixels < usualHandle ? 1.2 : 1.5));
    painter.setBrush(theme.colour(theme::Token::Surface1));
    const auto handle = [&](double u, double v) {
        const double half = m_handlePixels / 2 - 0.5;
        painter.drawRect(QRectF(place(u, v) - QPointF(half, half), QSizeF(2 * half, 2 * half)));
    };
    for (const double u : {-1.0, 0.0, 1.0})
        for (const double v : {-1.0, 0.0, 1.0})
            if (u != 0 || v != 0)
                handle(u * halfU, v * halfV);
    if (m_plane == SidePlane::Top) {
        const double radius = m_handlePixels * 5 / usualHandle;
        painter.drawLine(place(halfU, 0), place(halfU + knobMetres(), 0));
        painter.drawEllipse(place(halfU + knobMetres(), 0), radius, radius);
    }
}

bool SideDrawing::press(QPointF pixel)
{
    m_held = handleAt(pixel);
    m_from = toPlane(pixel);
    m_result.reset();
    return isHeld();
}

geometry::Cuboid SideDrawing::drag(QPointF pixel)
{
    m_result = sceneview::dragged(m_plane, m_held, m_box->cuboid, m_from, toPlane(pixel));
    return *m_result;
}

std::optional<SideDrawing::Released> SideDrawing::release()
{
    const SideHandle held = std::exchange(m_held, {});
    const auto result = std::exchange(m_result, std::nullopt);
    if (!result)
        return std::nullopt;
    return Released{*result, held.kind == SideHandle::Kind::Inside ? SceneEdits::Verb::Move
                             : held.kind == SideHandle::Kind::Turn ? SceneEdits::Verb::Turn
                                                                   : SceneEdits::Verb::Resize};
}

}  // namespace plumbline::sceneview
