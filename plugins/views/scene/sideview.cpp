// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sideview.h"

#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr double around = 1.2;        // metres of surroundings, on each side
constexpr double handlePixels = 9;
constexpr double knobPixels = 22;
constexpr std::size_t mostPoints = 60'000;

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
        }
    return near;
}

SideView::SideView(SidePlane plane, QWidget *parent) : QWidget(parent), m_plane(plane)
{
    setMinimumSize(120, 100);
    setMouseTracking(true);
    setObjectName(plane == SidePlane::Top    ? QStringLiteral("sideTop")
                  : plane == SidePlane::Side ? QStringLiteral("sideSide")
                                             : QStringLiteral("sideFront"));
    setAccessibleName(plane == SidePlane::Top    ? tr("Selected box from above")
                      : plane == SidePlane::Side ? tr("Selected box from the side")
                                                 : tr("Selected box from the front"));
}

void SideView::setBox(const std::optional<SceneBox> &box, std::shared_ptr<const NearPoints> points)
{
    if (!box || !m_box || box->id != m_box->id || box->track != m_box->track)
        m_zoom = 1;
    m_box = box;
    m_points = std::move(points);
    m_held = {};
    m_result.reset();
    m_preview.reset();
    update();
}

void SideView::setPreview(const std::optional<geometry::Cuboid> &cuboid)
{
    m_preview = cuboid;
    update();
}

double SideView::scale() const
{
    if (!m_box)
        return 1;
    const auto axes = axesOf(m_plane);
    const double wide = m_box->cuboid.size[axes[0]] + 2 * std::min(around, std::max(0.4, m_box->cuboid.size[axes[0]] * 0.4));
    const double high = m_box->cuboid.size[axes[1]] + 2 * std::min(around, std::max(0.4, m_box->cuboid.size[axes[1]] * 0.4));
    return m_zoom * std::min(width() / wide, height() / high);
}

QPointF SideView::toScreen(QPointF place) const
{
    return {width() / 2.0 + place.x() * scale(), height() / 2.0 - place.y() * scale()};
}

QPointF SideView::toPlane(QPointF pixel) const
{
    return {(pixel.x() - width() / 2.0) / scale(), (height() / 2.0 - pixel.y()) / scale()};
}

double SideView::knobMetres() const
{
    return knobPixels / scale();
}

SideHandle SideView::handleAt(QPointF pixel) const
{
    return m_box && m_box->changeable
               ? sceneview::handleAt(m_plane, m_box->cuboid, toPlane(pixel), handlePixels / scale(), knobMetres())
               : SideHandle{};
}

void SideView::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = theme::themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(theme::Token::Surface0));
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_box) {
        paintPoints(painter);
        paintShape(painter);
    } else if (m_plane == SidePlane::Side) {
        painter.setPen(theme.colour(theme::Token::Text3));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Select a box to see it from three sides."));
    }
    const QFontMetricsF metrics(font());
    const auto chip = [&](const QString &text, bool right) {
        QRectF place(6, 5, metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
        if (right)
            place.moveRight(width() - 6);
        QColor ground = theme.colour(theme::Token::Surface1);
        ground.setAlpha(215);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(place, 3, 3);
        painter.setPen(theme.colour(theme::Token::Text2));
        painter.drawText(place, Qt::AlignCenter, text);
    };
    chip(m_plane == SidePlane::Top ? tr("Top") : m_plane == SidePlane::Side ? tr("Side") : tr("Front"), false);
    if (m_box) {
        const auto axes = axesOf(m_plane);
        const geometry::Cuboid &cuboid = m_preview ? *m_preview : m_box->cuboid;
        chip(tr("%1 × %2 m").arg(cuboid.size[axes[0]], 0, 'f', 2).arg(cuboid.size[axes[1]], 0, 'f', 2), true);
    }
    painter.setPen(theme.colour(theme::Token::Line));
    painter.drawLine(QPointF(width() - 0.5, 0), QPointF(width() - 0.5, height()));
}

void SideView::paintPoints(QPainter &painter) const
{
    if (!m_points)
        return;
    const theme::Theme &theme = theme::themeOf(palette());
    const auto axes = axesOf(m_plane);
    const double half = std::clamp(scale() * 0.012, 0.7, 2.0);
    for (const bool inside : {false, true}) {
        painter.setPen(
            QPen(theme.colour(inside ? theme::Token::Text1 : theme::Token::Text3), 2 * half, Qt::SolidLine, Qt::RoundCap));
        QVector<QPointF> places;
        for (std::size_t i = 0; i < m_points->points.size(); ++i)
            if (m_points->inside[i] == inside)
                places.append(toScreen({double(m_points->points[i][axes[0]]), double(m_points->points[i][axes[1]])}));
        painter.drawPoints(places.constData(), int(places.size()));
    }
}

void SideView::paintShape(QPainter &painter) const
{
    const theme::Theme &theme = theme::themeOf(palette());
    const geometry::Cuboid &cuboid = m_preview ? *m_preview : m_box->cuboid;
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
    QPen pen(colour, 2);
    if (m_box->dashed || m_box->ghost)
        pen.setDashPattern({5, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(outline);
    if (m_plane != SidePlane::Front)
        painter.drawLine(place(0, m_plane == SidePlane::Top ? 0 : -halfV), place(halfU, m_plane == SidePlane::Top ? 0 : -halfV));
    if (!m_box->changeable)
        return;
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(theme.colour(theme::Token::Surface1));
    const auto handle = [&](double u, double v) {
        constexpr double half = handlePixels / 2 - 0.5;
        painter.drawRect(QRectF(place(u, v) - QPointF(half, half), QSizeF(2 * half, 2 * half)));
    };
    for (const double u : {-1.0, 0.0, 1.0})
        for (const double v : {-1.0, 0.0, 1.0})
            if (u != 0 || v != 0)
                handle(u * halfU, v * halfV);
    if (m_plane == SidePlane::Top) {
        painter.drawLine(place(halfU, 0), place(halfU + knobMetres(), 0));
        painter.drawEllipse(place(halfU + knobMetres(), 0), 5, 5);
    }
}

void SideView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_box)
        return;
    m_held = handleAt(event->position());
    m_from = toPlane(event->position());
    m_result.reset();
}

void SideView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held.kind == SideHandle::Kind::Nothing || !m_box) {
        const SideHandle handle = handleAt(event->position());
        setCursor(handle.kind == SideHandle::Kind::Nothing  ? Qt::ArrowCursor
                  : handle.kind == SideHandle::Kind::Inside ? Qt::SizeAllCursor
                  : handle.kind == SideHandle::Kind::Turn   ? Qt::PointingHandCursor
                  : handle.u && handle.v                    ? (handle.u == handle.v ? Qt::SizeBDiagCursor : Qt::SizeFDiagCursor)
                  : handle.u                                ? Qt::SizeHorCursor
                                                            : Qt::SizeVerCursor);
        return;
    }
    m_result = sceneview::dragged(m_plane, m_held, m_box->cuboid, m_from, toPlane(event->position()));
    emit dragged(*m_result);
}

void SideView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_held.kind == SideHandle::Kind::Nothing)
        return;
    const SideHandle held = std::exchange(m_held, {});
    const auto result = std::exchange(m_result, std::nullopt);
    if (result)
        emit released(*result, held.kind == SideHandle::Kind::Inside ? SceneEdits::Verb::Move
                               : held.kind == SideHandle::Kind::Turn ? SceneEdits::Verb::Turn
                                                                     : SceneEdits::Verb::Resize);
}

void SideView::wheelEvent(QWheelEvent *event)
{
    m_zoom = std::clamp(m_zoom * std::pow(1.0015, event->angleDelta().y()), 0.3, 8.0);
    update();
    event->accept();
}

SidePanel::SidePanel(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const SidePlane plane : {SidePlane::Top, SidePlane::Side, SidePlane::Front}) {
        auto *view = new SideView(plane);
        m_views[std::size_t(plane)] = view;
        layout->addWidget(view, 1);
        connect(view, &SideView::dragged, this, &SidePanel::dragged);
        connect(view, &SideView::released, this, &SidePanel::released);
    }
}

void SidePanel::setBox(const std::optional<SceneBox> &box, const std::vector<CloudPointer> &pieces)
{
    const bool moved = !box || !m_box || !m_points || !(box->cuboid == m_box->cuboid) || pieces != m_pieces;
    m_box = box;
    m_pieces = pieces;
    if (moved)
        m_points = box ? std::make_shared<const NearPoints>(nearPoints(pieces, box->cuboid)) : nullptr;
    for (SideView *view : m_views)
        view->setBox(box, m_points);
}

void SidePanel::setPreview(const std::optional<geometry::Cuboid> &cuboid)
{
    for (SideView *view : m_views)
        view->setPreview(cuboid);
}

}  // namespace plumbline::sceneview
