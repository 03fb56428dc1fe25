// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlap/clusters.h"

#include "core/geometry/maskoperations.h"
#include "core/geometry/polygonoperations.h"
#include "core/matching/assignment.h"
#include "core/overlap/likeness.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <tuple>

namespace plumbline::overlap {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::overlap", text);
}

constexpr std::size_t mostObjects = 50'000;
constexpr std::size_t mostPairs = 1'000'000;
constexpr double mostWork = 5e7;  // corners and runs; clipping takes some 0.3 µs for one

// What it costs to compare a shape, in corners or runs.
double weightOf(const geometry::Geometry &shape)
{
    if (const auto *mask = std::get_if<geometry::Mask>(&shape))
        return static_cast<double>(mask->counts.size());
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape))
        return static_cast<double>(geometry::cornerCount(*polygon));
    if (const auto *points = std::get_if<geometry::KeyPoints>(&shape))
        return static_cast<double>(points->points.size());
    if (const auto *line = std::get_if<geometry::Polyline>(&shape))
        return static_cast<double>(line->points.size());
    return std::holds_alternative<geometry::Ellipse>(shape) ? 64 : 4;
}

}  // namespace

class ItemOverlaps::Builder
{
public:
    Builder(const ItemLabelings &item, const jobs::JobControl &control)
        : m_item(item), m_control(control), m_tolerance(tolerancePixels(item.width, item.height))
    {}

    Result<ItemOverlaps> build()
    {
        collect();
        if (m_overlaps.m_objects.size() > mostObjects)
            return fail(ErrorCode::TooLarge, tr("There are too many objects on %1 to be compared with each other: %2.")
                                                 .arg(m_item.name)
                                                 .arg(m_overlaps.m_objects.size()));
        fitMasks();
        for (auto &[frame, objects] : framesOfObjects())
            if (const auto done = compareAll(objects); !done)
                return fail(done.error());
        for (auto &[ranks, pairs] : m_overlaps.m_pairs)
            std::sort(pairs.begin(), pairs.end(),
                      [](const Pair &p, const Pair &q) { return std::tie(p.a, p.b) < std::tie(q.a, q.b); });
        return std::move(m_overlaps);
    }

private:
    struct Bounded {
        std::uint32_t number = 0;
        geometry::Box bounds;
    };
    using Frame = std::tuple<QString, std::int64_t, std::int64_t, std::int64_t>;

    void collect()
    {
        std::vector<std::size_t> &order = m_overlaps.m_labelings;
        order.resize(m_item.labelings.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return m_item.labelings[a].annotator < m_item.labelings[b].annotator;
        });
        m_overlaps.m_begins.push_back(0);
        for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
            const std::vector<model::Annotation> &objects = m_item.labelings[order[rank]].objects;
            std::vector<std::size_t> own;
            for (std::size_t i = 0; i < objects.size(); ++i) {
                if (isComparable(objects[i]))
                    own.push_back(i);
                else
                    ++m_overlaps.m_notCompared;
            }
            std::stable_sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) { return objects[a].id < objects[b].id; });
            for (const std::size_t i : own) {
                const Member member{order[rank], i};
                m_overlaps.m_numbers[member] = static_cast<std::uint32_t>(m_overlaps.m_objects.size());
                m_overlaps.m_objects.push_back(member);
                m_overlaps.m_ranks.push_back(rank);
                m_shapes.push_back(&objects[i]);
            }
            m_overlaps.m_begins.push_back(static_cast<std::uint32_t>(m_overlaps.m_objects.size()));
        }
    }

    // Masks compare only with masks of their size; what is beyond a picture's edge is nothing.
    void fitMasks()
    {
        std::uint32_t width = m_item.width;
        std::uint32_t height = m_item.height;
        if (width == 0 || height == 0) {
            for (const model::Annotation *a : m_shapes)
                if (const auto *mask = std::get_if<geometry::Mask>(&a->geometry)) {
                    width = std::max(width, mask->width);
                    height = std::max(height, mask->height);
                }
        }
        for (const model::Annotation *&a : m_shapes) {
            const auto *mask = std::get_if<geometry::Mask>(&a->geometry);
            if (!mask || (mask->width == width && mask->height == height))
                continue;
            model::Annotation &copy = m_fitted.emplace_back(*a);
            copy.geometry = geometry::fitted(*mask, width, height);
            a = &copy;
        }
    }

    std::map<std::optional<Frame>, std::vector<Bounded>> framesOfObjects()
    {
        std::map<std::optional<Frame>, std::vector<Bounded>> frames;
        for (std::uint32_t number = 0; number < m_shapes.size(); ++number) {
            const model::Annotation &a = *m_shapes[number];
            const auto bounds = spaceOf(a.geometry, m_tolerance);
            if (!bounds)
                continue;
            std::optional<Frame> frame;
            if (a.frame)
                frame = Frame{a.frame->stream, a.frame->pts, a.frame->timeBase.numerator, a.frame->timeBase.denominator};
            frames[frame].push_back({number, *bounds});
        }
        return frames;
    }

    Result<> compareAll(std::vector<Bounded> &objects)
    {
        std::sort(objects.begin(), objects.end(), [](const Bounded &p, const Bounded &q) {
            return std::tie(p.bounds.x, p.number) < std::tie(q.bounds.x, q.number);
        });
        for (std::size_t i = 0; i < objects.size(); ++i) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            const Bounded &p = objects[i];
            for (std::size_t j = i + 1; j < objects.size() && objects[j].bounds.x < p.bounds.right(); ++j) {
                const Bounded &q = objects[j];
                if (m_overlaps.m_ranks[p.number] == m_overlaps.m_ranks[q.number] || q.bounds.y >= p.bounds.bottom()
                    || q.bounds.bottom() <= p.bounds.y)
                    continue;
                if (const auto done = compare(std::min(p.number, q.number), std::max(p.number, q.number)); !done)
                    return done;
            }
        }
        return {};
    }

    Result<> compare(std::uint32_t a, std::uint32_t b)
    {
        const geometry::Geometry &shapeA = m_shapes[a]->geometry;
        const geometry::Geometry &shapeB = m_shapes[b]->geometry;
        const bool boxes = std::holds_alternative<geometry::Box>(shapeA) && std::holds_alternative<geometry::Box>(shapeB);
        m_work += boxes ? 1 : 20 + weightOf(shapeA) + weightOf(shapeB);
        if (m_work > mostWork || m_found > mostPairs)
            return fail(
                ErrorCode::TooLarge,
                tr("The objects on %1 lie over each other too often to be compared in reasonable time.").arg(m_item.name));
        const double value = overlap::likeness(*m_shapes[a], *m_shapes[b], m_tolerance);
        if (!(value >= floor))
            return {};
        m_overlaps.m_pairs[{m_overlaps.m_ranks[a], m_overlaps.m_ranks[b]}].push_back({a, b, value});
        ++m_found;
        return {};
    }

    const ItemLabelings &m_item;
    const jobs::JobControl &m_control;
    double m_tolerance;
    ItemOverlaps m_overlaps;
    std::vector<const model::Annotation *> m_shapes;  // by object number
    std::deque<model::Annotation> m_fitted;
    double m_work = 0;
    std::size_t m_found = 0;
};

Result<ItemOverlaps> ItemOverlaps::of(const ItemLabelings &item, const jobs::JobControl &control)
{
    return Builder(item, control).build();
}

double ItemOverlaps::likeness(std::uint32_t a, std::uint32_t b) const
{
    if (a > b)
        std::swap(a, b);
    const auto pairs = m_pairs.find({m_ranks[a], m_ranks[b]});
    if (pairs == m_pairs.end())
        return 0;
    const auto found =
        std::lower_bound(pairs->second.begin(), pairs->second.end(), std::pair(a, b),
                         [](const Pair &p, const auto &key) { return std::tie(p.a, p.b) < std::tie(key.first, key.second); });
    return found != pairs->second.end() && found->a == a && found->b == b ? found->likeness : 0;
}

double ItemOverlaps::likeness(const Member &a, const Member &b) const
{
    const auto numberA = m_numbers.find(a);
    const auto numberB = m_numbers.find(b);
    return numberA != m_numbers.end() && numberB != m_numbers.end() ? likeness(numberA->second, numberB->second) : 0;
}

std::vector<ItemOverlaps::Alike> ItemOverlaps::alike(std::size_t labelingA, std::size_t labelingB) const
{
    std::vector<Alike> result;
    for (const auto &[ranks, pairs] : m_pairs) {
        const bool straight = m_labelings[ranks.first] == labelingA && m_labelings[ranks.second] == labelingB;
        const bool swapped = m_labelings[ranks.first] == labelingB && m_labelings[ranks.second] == labelingA;
        if (!straight && !swapped)
            continue;
        for (const Pair &pair : pairs) {
            const std::size_t first = m_objects[pair.a].object;
            const std::size_t second = m_objects[pair.b].object;
            result.push_back({straight ? first : second, straight ? second : first, pair.likeness});
        }
    }
    std::sort(result.begin(), result.end(),
              [](const Alike &p, const Alike &q) { return std::tie(p.a, p.b) < std::tie(q.a, q.b); });
    return result;
}

std::vector<Cluster> ItemOverlaps::clusters(double threshold, std::optional<std::size_t> without) const
{
    constexpr double rounding = 1e-12;  // a mean of equal numbers may come out a little below them
    std::vector<Pair> links;
    for (const auto &[ranks, pairs] : m_pairs) {
        if (without && (m_labelings[ranks.first] == *without || m_labelings[ranks.second] == *without))
            continue;
        const std::uint32_t rows = m_begins[ranks.first];
        const std::uint32_t columns = m_begins[ranks.second];
        std::vector<matching::BenefitPair> allowed;
        for (const Pair &pair : pairs)
            if (pair.likeness >= threshold)
                allowed.push_back({pair.a - rows, pair.b - columns, pair.likeness});
        for (const auto &[row, column] :
             matching::assign(m_begins[ranks.first + 1] - rows, m_begins[ranks.second + 1] - columns, allowed)) {
            const auto a = rows + static_cast<std::uint32_t>(row);
            const auto b = columns + static_cast<std::uint32_t>(column);
            links.push_back({a, b, likeness(a, b)});
        }
    }
    std::sort(links.begin(), links.end(),
              [](const Pair &p, const Pair &q) { return std::tie(q.likeness, p.a, p.b) < std::tie(p.likeness, q.a, q.b); });

    std::vector<std::uint32_t> clusterOf(m_objects.size());
    std::iota(clusterOf.begin(), clusterOf.end(), 0U);
    std::vector<std::vector<std::uint32_t>> groups(m_objects.size());
    for (std::uint32_t i = 0; i < m_objects.size(); ++i)
        groups[i] = {i};
    for (const Pair &link : links) {
        std::vector<std::uint32_t> &p = groups[clusterOf[link.a]];
        std::vector<std::uint32_t> &q = groups[clusterOf[link.b]];
        if (&p == &q)
            continue;
        double sum = 0;
        bool shared = false;
        for (const std::uint32_t i : p)
            for (const std::uint32_t j : q) {
                shared = shared || m_ranks[i] == m_ranks[j];
                sum += shared ? 0 : likeness(i, j);
            }
        if (shared || sum / static_cast<double>(p.size() * q.size()) < threshold - rounding)
            continue;
        const std::uint32_t kept = std::min(clusterOf[link.a], clusterOf[link.b]);
        const std::uint32_t gone = std::max(clusterOf[link.a], clusterOf[link.b]);
        for (const std::uint32_t i : groups[gone]) {
            clusterOf[i] = kept;
            groups[kept].push_back(i);
        }
        groups[gone].clear();
    }

    std::vector<Cluster> result;
    for (const std::vector<std::uint32_t> &group : groups) {
        if (group.empty() || (without && m_objects[group.front()].labeling == *without))
            continue;
        Cluster cluster;
        double sum = 0;
        for (std::size_t i = 0; i < group.size(); ++i) {
            cluster.members.push_back(m_objects[group[i]]);
            for (std::size_t j = i + 1; j < group.size(); ++j)
                sum += likeness(group[i], group[j]);
        }
        if (group.size() > 1)
            cluster.likeness = 2 * sum / static_cast<double>(group.size() * (group.size() - 1));
        std::sort(cluster.members.begin(), cluster.members.end());
        result.push_back(std::move(cluster));
    }
    return result;
}

}  // namespace plumbline::overlap
