// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/overlap.h"
#include "core/simulation/street.h"

#include <algorithm>
#include <cmath>

namespace plumbline::simulation {

using geometry::Box;
using geometry::Geometry;
using geometry::Point;
using geometry::Polygon;

namespace {

// A right label never moves an edge by more than this share of the object's size; the worst case, every edge inwards, keeps
// an IoU of (1 - 2 · 0.07)² = 0.74.
constexpr double steadyShare = 0.07;
constexpr double rightIou = 0.7;
constexpr double looseLow = 0.15;
constexpr double looseHigh = 0.35;

class Hand
{
public:
    Hand(const StreetScene &scene, base::SeededRandom &random)
        : m_picture{0, 0, double(scene.width), double(scene.height)}, m_random(random)
    {
    }

    Geometry right(const Geometry &truth, double sigma)
    {
        const Box from = *geometry::boundsOf(truth);
        const auto moved = [&](double size) {
            return std::clamp(m_random.normal(0, sigma), -steadyShare * size, steadyShare * size);
        };
        const double left = from.x + moved(from.w);
        const double top = from.y + moved(from.h);
        const double right = from.right() + moved(from.w);
        const double bottom = from.bottom() + moved(from.h);
        const Box to = clipped({left, top, right - left, bottom - top});
        const auto *polygon = std::get_if<Polygon>(&truth);
        if (!polygon)
            return to;
        // An outline keeps its form; thin ones (a trunk) get as much of the movement as they bear.
        for (double share = 1; share > 0.01; share /= 2) {
            const Box eased{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, from.w + (to.w - from.w) * share,
                            from.h + (to.h - from.h) * share};
            Polygon drawn = mapped(*polygon, from, eased);
            if (geometry::iou(truth, drawn) > rightIou)
                return drawn;
        }
        return truth;
    }

    Geometry loose(const Geometry &truth)
    {
        const double target = m_random.uniform(looseLow, looseHigh);
        const std::uint64_t kind = m_random.below(3);
        const double split = m_random.uniform(0.25, 0.75);
        const bool leftwards = m_random.below(2) == 0;
        const bool upwards = m_random.below(2) == 0;
        const Box from = *geometry::boundsOf(truth);
        Box to = from;
        if (kind == 0) {
            // Beside it: the overlap o of two equal boxes gives IoU o / (2 - o).
            const double overlap = 2 * target / (1 + target);
            to.x += (leftwards ? -1 : 1) * from.w * (1 - std::pow(overlap, split));
            to.y += (upwards ? -1 : 1) * from.h * (1 - std::pow(overlap, 1 - split));
        } else if (kind == 1) {
            const double grown = std::sqrt(1 / target);
            to = {from.x - (grown - 1) * split * from.w, from.y - (grown - 1) * (1 - split) * from.h, grown * from.w,
                  grown * from.h};
        }
        if (kind != 2) {
            to = clipped(to);
            Geometry drawn = to;
            if (const auto *polygon = std::get_if<Polygon>(&truth))
                drawn = mapped(*polygon, from, to);
            const double iou = geometry::iou(truth, drawn);
            if (iou >= looseLow && iou <= looseHigh)
                return drawn;
        }
        return shrunk(truth, from, target);
    }

    /// A label where nothing is; no geometry when the picture is too full.
    std::optional<Box> invented(const std::vector<SimulatedLabel> &truth)
    {
        for (int attempt = 0; attempt < 60; ++attempt) {
            const double side = m_picture.h * m_random.uniform(0.06, 0.16);
            const double width = side * m_random.uniform(0.6, 1.8);
            const double x = m_random.uniform(0, std::max(1.0, m_picture.w - width));
            const double y = m_random.uniform(0, std::max(1.0, m_picture.h - side));
            const Box box = clipped({x, y, width, side});
            const bool free = std::all_of(truth.begin(), truth.end(), [&](const SimulatedLabel &label) {
                return geometry::boxIou(box, *geometry::boundsOf(label.geometry)) < 0.1;
            });
            if (free && box.w >= 1 && box.h >= 1)
                return box;
        }
        return std::nullopt;
    }

private:
    Box clipped(const Box &box) const
    {
        const double left = std::clamp(box.x, 0.0, m_picture.w);
        const double top = std::clamp(box.y, 0.0, m_picture.h);
        return {left, top, std::clamp(box.right(), left, m_picture.w) - left, std::clamp(box.bottom(), top, m_picture.h) - top};
    }

    Polygon mapped(Polygon polygon, const Box &from, const Box &to) const
    {
        const auto map = [&](geometry::Ring &ring) {
            for (Point &p : ring)
                p = {std::clamp(to.x + (p.x - from.x) / from.w * to.w, 0.0, m_picture.w),
                     std::clamp(to.y + (p.y - from.y) / from.h * to.h, 0.0, m_picture.h)};
        };
        for (geometry::PolygonPart &part : polygon.parts) {
            map(part.outer);
            std::for_each(part.holes.begin(), part.holes.end(), map);
        }
        return polygon;
    }

    // About its middle: never leaves the picture. IoU falls from 1 to 0 with the size, so bisection finds the target.
    Geometry shrunk(const Geometry &truth, const Box &from, double target) const
    {
        const auto scaled = [&](double scale) {
            return Box{from.x + from.w * (1 - scale) / 2, from.y + from.h * (1 - scale) / 2, from.w * scale, from.h * scale};
        };
        const auto *polygon = std::get_if<Polygon>(&truth);
        if (!polygon)
            return scaled(std::sqrt(target));
        double low = 0;
        double high = 1;
        Geometry drawn = truth;
        for (int step = 0; step < 30; ++step) {
            const double middle = (low + high) / 2;
            drawn = mapped(*polygon, from, scaled(middle));
            const double iou = geometry::iou(truth, drawn);
            if (std::abs(iou - target) < 0.02)
                break;
            (iou > target ? high : low) = middle;
        }
        return drawn;
    }

    Box m_picture;
    base::SeededRandom &m_random;
};

QString anotherClass(const QString &right, base::SeededRandom &random)
{
    QStringList others = streetClasses();
    others.removeAll(right);
    return others[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(others.size())))];
}

}  // namespace

SimulatedWork annotate(const StreetScene &scene, const AnnotatorProfile &profile, base::SeededRandom &random)
{
    const std::vector<SimulatedLabel> truth = truthOf(scene);
    Hand hand(scene, random);
    SimulatedWork work;
    double allRight = 1;
    for (const SimulatedLabel &label : truth) {
        const bool missed = random.uniform() < profile.missRate;
        const bool wrongClass = random.uniform() < profile.wrongClassRate;
        const bool loose = random.uniform() < profile.looseRate;
        work.wrongDecisions += missed || wrongClass || loose;
        allRight *= 1 - profile.errorRate();
        if (missed)
            continue;
        work.labels.push_back({wrongClass ? anotherClass(label.className, random) : label.className,
                               loose ? hand.loose(label.geometry) : hand.right(label.geometry, profile.jitterPixels)});
    }
    if (random.uniform() < profile.inventRate) {
        const auto classes = streetClasses();
        const auto index = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(classes.size())));
        if (const auto box = hand.invented(truth)) {
            work.labels.push_back({classes[index], *box});
            ++work.inventions;
            ++work.wrongDecisions;
        }
    }
    allRight *= 1 - profile.inventRate;
    work.confidence = std::clamp(allRight + profile.confidenceBias, 0.0, 1.0);
    return work;
}

}  // namespace plumbline::simulation
