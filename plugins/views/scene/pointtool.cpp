// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/pointtool.h"

#include "core/geometry/groundsurface.h"

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr double clickPixels = 5;
constexpr double closePixels = 8;    // of the first corner of a polygon
constexpr double outlineStep = 3;    // pixels between corners of a lasso
constexpr double pickPixels = 6;
constexpr double widePickPixels = 24;
constexpr std::size_t mostDabs = 5000;

}  // namespace

void PointTool::setKind(PointToolKind kind)
{
    cancel();
    m_kind = kind;
}

std::optional<PickedPoint> PointTool::pick(QPointF at) const
{
    return pointAt(m_context.pieces(), at, m_context.scene.surface.camera(), m_context.scene.surface.size(), pickPixels);
}

std::optional<Vector3> PointTool::ballAt(QPointF at) const
{
    const ViewCamera &camera = m_context.scene.surface.camera();
    const QSizeF size = m_context.scene.surface.size();
    for (const double radius : {pickPixels, widePickPixels})
        if (const auto point = pointAt(m_context.pieces(), at, camera, size, radius))
            return point->place;
    if (m_stroke.dabs.empty())
        return std::nullopt;
    // Between the rings of a sweep it goes on as deep as it was.
    const Ray ray = camera.rayThrough(at, size);
    const Vector3 forward = camera.forward();
    return plus(ray.from, ray.direction,
                dot(minus(m_stroke.dabs.back().centre, ray.from), forward) / dot(ray.direction, forward));
}

double PointTool::pixelsOf(double metres, const Vector3 &place) const
{
    const ViewCamera &camera = m_context.scene.surface.camera();
    const QSizeF size = m_context.scene.surface.size();
    const auto seen = camera.project(place, size);
    if (!seen)
        return 0;
    return metres * camera.pixelsPerMetre(size) * (camera.parallel ? 1 : camera.distance / std::max(seen->depth, 0.1));
}

bool PointTool::press(QPointF at, Qt::KeyboardModifiers modifiers)
{
    m_mouse = at;
    if (modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
        return false;
    if (m_kind == PointToolKind::Polygon && !m_outline.empty()) {
        addCorner(at);
        return true;
    }
    cancel();
    m_erases = m_context.options().erases != modifiers.testFlag(Qt::AltModifier);
    if (!m_context.begin(m_erases))
        return true;
    m_busy = true;
    m_pressed = m_last = at;
    m_camera = m_context.scene.surface.camera();
    if (m_kind == PointToolKind::Lasso || m_kind == PointToolKind::Polygon) {
        m_outline = {{at.x(), at.y()}};
        showOutline(m_outline);
    } else if (m_kind == PointToolKind::Brush) {
        m_stroke = {};
        m_chosen = geometry::PointSet(m_context.places());
        addDab(at);
        showRing(at);
        m_context.mark(&m_chosen, m_erases);
    }
    return true;
}

void PointTool::drag(QPointF at, Qt::KeyboardModifiers)
{
    m_mouse = at;
    if (!m_busy)
        return;
    if (m_kind == PointToolKind::Lasso && QLineF(m_last, at).length() >= outlineStep) {
        m_last = at;
        m_outline.push_back({at.x(), at.y()});
        showOutline(m_outline);
    } else if (m_kind == PointToolKind::Brush) {
        paintTo(at);
        showRing(at);
    }
}

void PointTool::release(QPointF at, Qt::KeyboardModifiers)
{
    if (!m_busy)
        return;
    switch (m_kind) {
    case PointToolKind::Polygon: return;  // goes on with the next click
    case PointToolKind::Lasso: endOutline(); return;
    case PointToolKind::Brush: {
        PointChoice choice;
        choice.here = choice.elsewhere = m_stroke;
        choice.exact = m_chosen;
        const bool nothing = m_stroke.dabs.empty();
        cancel();
        showRing(at);
        if (nothing)
            m_context.scene.hint(tr("No point is under the mouse."));
        else
            m_context.choose(std::move(choice), m_erases);
        return;
    }
    case PointToolKind::Ground:
    case PointToolKind::Cluster:
        m_busy = false;
        if (QLineF(m_pressed, at).length() >= clickPixels)
            return;
        if (m_kind == PointToolKind::Ground)
            fillGround(at);
        else
            growCluster(at);
        return;
    }
}

void PointTool::paintTo(QPointF at)
{
    // Steps shorter than the ball, so that it follows the surface.
    const double way = QLineF(m_last, at).length();
    const double step = m_stroke.dabs.empty()
                            ? 4.0
                            : std::clamp(pixelsOf(m_stroke.dabs.back().radius, m_stroke.dabs.back().centre) / 2, 4.0, 40.0);
    if (way < step)
        return;
    const int steps = std::min(200, int(way / step));
    const QPointF from = m_last;
    for (int i = 1; i <= steps; ++i)
        addDab(from + (at - from) * (double(i) / steps));
    m_last = at;
    m_context.mark(&m_chosen, m_erases);
}

void PointTool::addDab(QPointF at)
{
    const auto place = ballAt(at);
    if (!place || m_stroke.dabs.size() >= mostDabs)
        return;
    geometry::StrokeVolume::Dab dab{*place, m_context.options().radius, false};
    geometry::StrokeVolume added;
    if (!m_stroke.dabs.empty()) {
        const geometry::StrokeVolume::Dab &last = m_stroke.dabs.back();
        const Vector3 off = minus(dab.centre, last.centre);
        // From one thing to what lies behind it the ball jumps.
        dab.joined = std::sqrt(dot(off, off)) < 3 * dab.radius;
        added.dabs.push_back({last.centre, last.radius, false});
    }
    added.dabs.push_back(dab);
    m_stroke.dabs.push_back(dab);
    for (const CloudPointer &piece : m_context.pieces()) {
        if (piece->indices.size() != piece->size())
            continue;
        for (const std::uint32_t index : geometry::pointsInside(added, placed(*piece)))
            m_chosen.insert(piece->indices[index]);
    }
}

void PointTool::showRing(QPointF at)
{
    OverlayContent &content = m_context.scene.surface.overlay().content();
    content.ring.reset();
    if (m_kind == PointToolKind::Brush) {
        if (const auto place = ballAt(at))
            content.ring = OverlayContent::Ring{at, std::max(2.0, pixelsOf(m_context.options().radius, *place))};
        else
            content.ring = OverlayContent::Ring{at, 0};
    }
    m_context.scene.surface.overlay().update();
}

void PointTool::showOutline(const std::vector<geometry::Point> &outline)
{
    OverlayContent &content = m_context.scene.surface.overlay().content();
    content.outline.clear();
    for (const geometry::Point &corner : outline)
        content.outline.append(QPointF(corner.x, corner.y));
    m_context.scene.surface.overlay().update();
    const auto choice = choiceOfOutline(projectionOf(m_camera, m_context.scene.surface.size()), outline,
                                        m_context.options().seenOnly, false, m_context.pieces(), m_context.places());
    m_context.mark(choice && choice->exact ? &*choice->exact : nullptr, m_erases);
}

void PointTool::endOutline()
{
    const std::vector<geometry::Point> outline = m_outline;
    const ViewCamera camera = m_camera;
    cancel();
    auto choice = choiceOfOutline(projectionOf(camera, m_context.scene.surface.size()), outline, m_context.options().seenOnly,
                                  m_context.options().allSweeps, m_context.pieces(), m_context.places());
    if (choice)
        m_context.choose(std::move(*choice), m_erases);
    else
        m_context.scene.hint(tr("Draw a line round the points."));
}

void PointTool::addCorner(QPointF at)
{
    if (!(m_context.scene.surface.camera() == m_camera)) {
        cancel();
        m_context.scene.hint(tr("The view has moved. Begin the polygon again."));
        return;
    }
    const auto near = [&](const geometry::Point &corner) {
        return QLineF(QPointF(corner.x, corner.y), at).length() < closePixels;
    };
    if (near(m_outline.back()) || (m_outline.size() > 2 && near(m_outline.front()))) {
        if (m_outline.size() > 2)
            endOutline();
        return;
    }
    m_outline.push_back({at.x(), at.y()});
    showOutline(m_outline);
}

void PointTool::fillGround(QPointF at)
{
    const auto point = pick(at);
    const geometry::SurfaceVolume *ground = m_context.ground();
    const auto height = point && ground ? ground->heightAt(point->place[0], point->place[1]) : std::nullopt;
    const double tolerance = m_context.options().height;
    if (!height || std::abs(point->place[2] - *height) > tolerance + 0.2) {
        m_context.scene.hint(point ? tr("This is not the ground. Click on the ground.") : tr("No point is under the mouse."));
        return;
    }
    geometry::SurfaceVolume surface = geometry::connectedFrom(*ground, point->place[0], point->place[1]);
    surface.below = surface.above = tolerance;
    PointChoice choice;
    choice.exact = chosenIn(surface, m_context.pieces(), m_context.places());
    choice.here = surface;
    choice.elsewhere = std::move(surface);
    m_context.choose(std::move(choice), m_erases);
}

void PointTool::growCluster(QPointF at)
{
    const auto point = pick(at);
    if (!point) {
        m_context.scene.hint(tr("No point is under the mouse."));
        return;
    }
    auto choice =
        choiceOfCluster(point->place, m_context.ground(), m_context.options().gap, m_context.pieces(), m_context.places());
    if (choice)
        m_context.choose(std::move(*choice), m_erases);
    else
        m_context.scene.hint(tr("This is the ground. Click on an object that stands on it."));
}

void PointTool::clicked(QPointF at, Qt::KeyboardModifiers)
{
    m_context.scene.pickPoint(at);
}

void PointTool::hover(QPointF at)
{
    m_mouse = at;
    if (m_kind == PointToolKind::Polygon && !m_outline.empty()) {
        auto outline = m_outline;
        outline.push_back({at.x(), at.y()});
        showOutline(outline);
    }
    showRing(at);
}

void PointTool::leave()
{
    m_mouse.reset();
    m_context.scene.surface.overlay().content().ring.reset();
    m_context.scene.surface.overlay().update();
}

bool PointTool::wheel(double delta, QPointF at, Qt::KeyboardModifiers modifiers)
{
    if (m_kind != PointToolKind::Brush || !modifiers.testFlag(Qt::ControlModifier))
        return false;
    m_context.resize(std::pow(1.0015, delta));
    m_mouse = at;
    refresh();
    return true;
}

void PointTool::refresh()
{
    if (m_mouse)
        showRing(*m_mouse);
}

bool PointTool::cancel()
{
    const bool busy = std::exchange(m_busy, false);
    m_outline.clear();
    m_stroke = {};
    m_chosen = geometry::PointSet();
    OverlayContent &content = m_context.scene.surface.overlay().content();
    content.outline.clear();
    content.ring.reset();
    m_context.scene.surface.overlay().update();
    m_context.mark(nullptr, false);
    return busy;
}

}  // namespace plumbline::sceneview
