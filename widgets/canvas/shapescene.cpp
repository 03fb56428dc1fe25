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

std::vector<std::pair<geometry::KeyPoint, geometry::KeyPoint>> visibleBones(const geometry::KeyPoints &points,
                                                                             const std::vector<std::pair<int, int>> &bones)
{
    std::vector<std::pair<geometry::KeyPoint, geometry::KeyPoint>> list;
    const int count = static_cast<int>(points.points.size());
    for (const auto &[from, to] : bones) {
        if (from < 0 || to < 0 || from >= count || to >= count)
            continue;
        const geometry::KeyPoint &a = points.points[static_cast<std::size_t>(from)];
        const geometry::KeyPoint &b = points.points[static_cast<std::size_t>(to)];
        if (a.visibility > 0 && b.visibility > 0)
            list.emplace_back(a, b);
    }
    return list;
}

std::optional<std::vector<geometry::Box>> ShapeScene::setShapes(std::vector<CanvasShape> shapes)
{
    constexpr std::size_t mostTold = 64;
    std::vector<Entry> entries;
    std::vector<Cache> caches;
    std::vector<geometry::Box> changed;
    entries.reserve(shapes.size());
    caches.reserve(shapes.size());
    std::size_t kept = 0;
    int last = -1;
    bool ordered = true;
    for (CanvasShape &shape : shapes) {
        const auto known = m_index.constFind(shape.id);
        const auto at = known == m_index.constEnd() ? std::size_t(0) : static_cast<std::size_t>(*known);
        const bool was = known != m_index.constEnd();
        if (was) {
            ordered = ordered && *known > last;
            last = *known;
        }
        if (was && m_entries[at].shape == shape) {
            ++kept;
            entries.push_back(std::move(m_entries[at]));
            caches.push_back(std::move(m_caches[at]));
            continue;
        }
        const auto bounds = geometry::boundsOf(shape.geometry);
        if (!bounds || !geometry::whyInvalid(shape.geometry).isEmpty())
            continue;
        if (changed.size() < mostTold) {
            changed.push_back(*bounds);
            if (was)
                changed.push_back(m_bounds[at]);
        }
        const double area = geometry::areaOf(shape.geometry).value_or(bounds->area());
        entries.push_back({std::move(shape), *bounds, area});
        caches.emplace_back();
    }
    const std::size_t gone = m_entries.size() - std::min(m_entries.size(), kept);
    if (gone > 0 && gone < mostTold) {
        QSet<AnnotationId> present;
        present.reserve(static_cast<qsizetype>(entries.size()));
        for (const Entry &entry : entries)
            present.insert(entry.shape.id);
        for (auto it = m_index.constBegin(); it != m_index.constEnd(); ++it)
            if (!present.contains(it.key()))
                changed.push_back(m_bounds[static_cast<std::size_t>(it.value())]);
    }
    const bool told = ordered && gone < mostTold && changed.size() < mostTold;
    m_entries = std::move(entries);
    m_caches = std::move(caches);
    m_index.clear();
    m_bounds.clear();
    m_bounds.reserve(m_entries.size());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        m_index.insert(m_entries[i].shape.id, static_cast<int>(i));
        m_bounds.push_back(m_entries[i].bounds);
    }
    m_grid.reset();
    ++m_revision;
    if (!told)
        return std::nullopt;
    return changed;
}

bool ShapeScene::updateShapes(const std::vector<CanvasShape> &shapes, std::vector<geometry::Box> *changed)
{
    for (const CanvasShape &shape : shapes) {
        const auto index = indexOf(shape.id);
        if (!index || m_entries[static_cast<std::size_t>(*index)].shape.zOrder != shape.zOrder || !geometry::boundsOf(shape.geometry)
            || !geometry::whyInvalid(shape.geometry).isEmpty())
            return false;
    }
    for (const CanvasShape &shape : shapes) {
        const auto at = static_cast<std::size_t>(*indexOf(shape.id));
        if (m_entries[at].shape == shape)
            continue;
        const geometry::Box bounds = *geometry::boundsOf(shape.geometry);
        changed->push_back(m_bounds[at]);
        changed->push_back(bounds);
        m_entries[at] = {shape, bounds, geometry::areaOf(shape.geometry).value_or(bounds.area())};
        m_caches[at] = {};
        m_bounds[at] = bounds;
        m_grid.reset();
        ++m_revision;
    }
    return true;
}

std::optional<int> ShapeScene::indexOf(AnnotationId id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.constEnd() ? std::nullopt : std::optional(*it);
}

const ShapeScene::Entry *ShapeScene::find(AnnotationId id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.constEnd() ? nullptr : &m_entries[static_cast<std::size_t>(*it)];
}

std::vector<int> ShapeScene::within(const geometry::Box &region, double leastSide) const
{
    if (!m_grid)
        m_grid.emplace(m_bounds);
    return m_grid->within(region, m_bounds, leastSide);
}

std::size_t ShapeScene::countWithin(const geometry::Box &region, std::size_t most) const
{
    if (!m_grid)
        m_grid.emplace(m_bounds);
    return m_grid->countWithin(region, m_bounds, most);
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
