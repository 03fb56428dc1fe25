// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/shapescene.h"

#include <QTransform>

#include <numbers>

namespace plumbline::canvas {

namespace {

template <typename... F>
struct Overloaded : F... {
    using F::operator()...;
};

void addRing(QPainterPath &path, const geometry::Ring &ring)
{
    if (ring.empty())
        return;
    path.moveTo(ring.front().x, ring.front().y);
    for (std::size_t i = 1; i < ring.size(); ++i)
        path.lineTo(ring[i].x, ring[i].y);
    path.closeSubpath();
}

QPainterPath turned(const QPainterPath &path, double cx, double cy, double angleRadians)
{
    QTransform image_from_local;
    image_from_local.translate(cx, cy);
    image_from_local.rotateRadians(angleRadians);
    return image_from_local.map(path);
}

}  // namespace

QPainterPath outlineOf(const geometry::Geometry &geometry)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    std::visit(Overloaded{[&](const geometry::Box &b) { path.addRect(b.x, b.y, b.w, b.h); },
                          [&](const geometry::RotatedBox &b) {
                              QPainterPath local;
                              local.addRect(-b.w / 2, -b.h / 2, b.w, b.h);
                              path = turned(local, b.cx, b.cy, b.angleRadians);
                          },
                          [&](const geometry::Ellipse &e) {
                              QPainterPath local;
                              local.addEllipse(QPointF(0, 0), e.rx, e.ry);
                              path = turned(local, e.cx, e.cy, e.angleRadians);
                          },
                          [&](const geometry::Polygon &p) {
                              for (const geometry::PolygonPart &part : p.parts) {
                                  addRing(path, part.outer);
                                  for (const geometry::Ring &hole : part.holes)
                                      addRing(path, hole);
                              }
                          },
                          [&](const geometry::Polyline &p) {
                              for (std::size_t i = 0; i < p.points.size(); ++i) {
                                  if (i == 0)
                                      path.moveTo(p.points[i].x, p.points[i].y);
                                  else
                                      path.lineTo(p.points[i].x, p.points[i].y);
                              }
                          },
                          [](const auto &) {}},
               geometry);
    return path;
}

void ShapeScene::setShapes(std::vector<CanvasShape> shapes)
{
    std::vector<Entry> entries;
    std::vector<Cache> caches;
    entries.reserve(shapes.size());
    caches.reserve(shapes.size());
    for (CanvasShape &shape : shapes) {
        const auto known = m_index.constFind(shape.id);
        if (known != m_index.constEnd() && m_entries[static_cast<std::size_t>(*known)].shape == shape) {
            entries.push_back(m_entries[static_cast<std::size_t>(*known)]);
            caches.push_back(std::move(m_caches[static_cast<std::size_t>(*known)]));
            continue;
        }
        const auto bounds = geometry::boundsOf(shape.geometry);
        if (!bounds || !geometry::whyInvalid(shape.geometry).isEmpty())
            continue;
        const double area = geometry::areaOf(shape.geometry).value_or(bounds->area());
        entries.push_back({std::move(shape), *bounds, area});
        caches.emplace_back();
    }
    m_entries = std::move(entries);
    m_caches = std::move(caches);
    m_index.clear();
    m_bounds.clear();
    m_bounds.reserve(m_entries.size());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        m_index.insert(m_entries[i].shape.id, static_cast<int>(i));
        m_bounds.push_back(m_entries[i].bounds);
    }
    ++m_revision;
}

const ShapeScene::Entry *ShapeScene::find(AnnotationId id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.constEnd() ? nullptr : &m_entries[static_cast<std::size_t>(*it)];
}

std::vector<int> ShapeScene::within(const geometry::Box &region) const
{
    std::vector<int> found;
    for (std::size_t i = 0; i < m_bounds.size(); ++i) {
        const geometry::Box &b = m_bounds[i];
        if (b.x <= region.right() && b.right() >= region.x && b.y <= region.bottom() && b.bottom() >= region.y)
            found.push_back(static_cast<int>(i));
    }
    return found;
}

const QPainterPath &ShapeScene::outline(int index) const
{
    auto &cached = m_caches[static_cast<std::size_t>(index)].outline;
    if (!cached)
        cached = outlineOf(m_entries[static_cast<std::size_t>(index)].shape.geometry);
    return *cached;
}

const MaskPicture *ShapeScene::maskPicture(int index) const
{
    const Entry &entry = m_entries[static_cast<std::size_t>(index)];
    const auto *mask = std::get_if<geometry::Mask>(&entry.shape.geometry);
    if (!mask)
        return nullptr;
    auto &cached = m_caches[static_cast<std::size_t>(index)].mask;
    if (!cached)
        cached = std::make_shared<const MaskPicture>(*mask, entry.shape.colour);
    return cached.get();
}

}  // namespace plumbline::canvas
