// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/matching/matcher.h"

#include "core/geometry/cuboids.h"
#include "core/geometry/overlap.h"
#include "core/matching/assignment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace plumbline::matching {

namespace {

using geometry::Box;
using model::Annotation;
using model::Role;

enum class Kind { Shape, ItemLabel, NotCompared };

Kind kindOf(const Annotation &annotation)
{
    const geometry::Geometry &shape = annotation.geometry;
    if (std::holds_alternative<geometry::ItemLabel>(shape))
        return Kind::ItemLabel;
    const bool area = std::holds_alternative<Box>(shape) || std::holds_alternative<geometry::RotatedBox>(shape)
                      || std::holds_alternative<geometry::Ellipse>(shape) || std::holds_alternative<geometry::Polygon>(shape)
                      || std::holds_alternative<geometry::Mask>(shape) || std::holds_alternative<geometry::Cuboid>(shape);
    return area ? Kind::Shape : Kind::NotCompared;
}

// The index and the hash of a frame may be absent or stale; stream and time say which frame it is.
bool sameFrame(const Annotation &a, const Annotation &b)
{
    if (!a.frame || !b.frame)
        return !a.frame && !b.frame;
    return a.frame->stream == b.frame->stream && a.frame->pts == b.frame->pts && a.frame->timeBase == b.frame->timeBase;
}

bool byPosition(const BenefitPair &a, const BenefitPair &b)
{
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
}

struct Bounded {
    std::size_t index = 0;
    Box bounds;
};

// Around the shape in image space; around a cuboid seen from above.
std::optional<Box> flatBounds(const geometry::Geometry &shape)
{
    const auto *cuboid = std::get_if<geometry::Cuboid>(&shape);
    if (!cuboid)
        return geometry::boundsOf(shape);
    constexpr double most = std::numeric_limits<double>::infinity();
    double left = most;
    double top = most;
    double right = -most;
    double bottom = -most;
    for (const geometry::Vector3 &corner : geometry::cornersOf(*cuboid)) {
        left = std::min(left, corner[0]);
        right = std::max(right, corner[0]);
        top = std::min(top, corner[1]);
        bottom = std::max(bottom, corner[1]);
    }
    return Box{left, top, right - left, bottom - top};
}

std::vector<Bounded> boundedByLeft(const std::vector<Annotation> &annotations, const std::vector<std::size_t> &indices)
{
    std::vector<Bounded> result;
    for (const std::size_t index : indices) {
        const auto bounds = flatBounds(annotations[index].geometry);
        if (bounds && std::isfinite(bounds->right()) && std::isfinite(bounds->bottom()))
            result.push_back({index, *bounds});
    }
    std::sort(result.begin(), result.end(),
              [](const Bounded &a, const Bounded &b) { return std::tie(a.bounds.x, a.index) < std::tie(b.bounds.x, b.index); });
    return result;
}

class Matcher
{
public:
    Matcher(const std::vector<Annotation> &truth, const std::vector<Annotation> &candidates, const MatchOptions &options)
        : m_truth(truth), m_candidates(candidates), m_options(options), m_truthTaken(truth.size()),
          m_candidateTaken(candidates.size())
    {}

    MatchResult run()
    {
        sortIntoKinds();
        findOverlaps();
        assignShapes(true);
        assignItemLabels();
        if (!m_options.classesMustAgree) {
            assignShapes(false);
            pairWrongChoices();
        }
        collectRest();
        return std::move(m_result);
    }

private:
    void sortIntoKinds()
    {
        for (std::size_t i = 0; i < m_truth.size(); ++i) {
            const Kind kind = kindOf(m_truth[i]);
            if (m_truth[i].role != Role::Object)
                m_regions.push_back(i);
            else if (kind == Kind::Shape)
                m_truthShapes.push_back(i);
            else if (kind == Kind::ItemLabel)
                m_truthLabels.push_back(i);
            else
                m_result.truthNotCompared.push_back(i);
        }
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            const Kind kind = kindOf(m_candidates[i]);
            if (m_candidates[i].role != Role::Object)
                continue;
            if (kind == Kind::Shape)
                m_candidateShapes.push_back(i);
            else if (kind == Kind::ItemLabel)
                m_candidateLabels.push_back(i);
            else
                m_result.candidatesNotCompared.push_back(i);
        }
    }

    void findOverlaps()
    {
        const std::vector<Bounded> truth = boundedByLeft(m_truth, m_truthShapes);
        const std::vector<Bounded> candidates = boundedByLeft(m_candidates, m_candidateShapes);
        for (const Bounded &t : truth) {
            for (const Bounded &c : candidates) {
                if (c.bounds.x >= t.bounds.right())
                    break;
                if (c.bounds.right() <= t.bounds.x || c.bounds.y >= t.bounds.bottom() || c.bounds.bottom() <= t.bounds.y)
                    continue;
                const Annotation &a = m_truth[t.index];
                const Annotation &b = m_candidates[c.index];
                if ((m_options.classesMustAgree && a.labelClass != b.labelClass) || !sameFrame(a, b))
                    continue;
                const double iou = geometry::iou(a.geometry, b.geometry);
                if (iou > 0 && iou >= m_options.minimumIou)
                    m_overlaps.push_back({t.index, c.index, iou});
            }
        }
        // The sweep's order follows positions; the result must depend on the lists alone.
        std::sort(m_overlaps.begin(), m_overlaps.end(), byPosition);
    }

    // Pairs of different classes never share a component in the first pass, so one call solves every class.
    void assignShapes(bool sameClass)
    {
        std::vector<BenefitPair> open;
        for (const BenefitPair &pair : m_overlaps)
            if (!m_truthTaken[pair.row] && !m_candidateTaken[pair.column]
                && (m_truth[pair.row].labelClass == m_candidates[pair.column].labelClass) == sameClass)
                open.push_back(pair);
        const auto chosen = assign(m_truth.size(), m_candidates.size(), open);
        for (const auto &[truth, candidate] : chosen) {
            const auto found = std::lower_bound(open.begin(), open.end(), BenefitPair{truth, candidate, 0}, byPosition);
            take({truth, candidate, found->benefit, sameClass});
        }
    }

    void assignItemLabels()
    {
        for (const std::size_t t : m_truthLabels) {
            const auto found = std::find_if(m_candidateLabels.begin(), m_candidateLabels.end(), [&](std::size_t c) {
                return !m_candidateTaken[c] && m_candidates[c].labelClass == m_truth[t].labelClass
                       && sameFrame(m_truth[t], m_candidates[c]);
            });
            if (found != m_candidateLabels.end())
                take({t, *found, 1.0, true});
        }
    }

    void pairWrongChoices()
    {
        const auto openIn = [](const std::vector<std::size_t> &indices, const std::vector<char> &taken, const auto &all,
                               const Annotation &of) {
            std::vector<std::size_t> open;
            for (const std::size_t i : indices)
                if (!taken[i] && sameFrame(all[i], of))
                    open.push_back(i);
            return open;
        };
        for (const std::size_t t : m_truthLabels) {
            if (m_truthTaken[t])
                continue;
            const auto truth = openIn(m_truthLabels, m_truthTaken, m_truth, m_truth[t]);
            const auto said = openIn(m_candidateLabels, m_candidateTaken, m_candidates, m_truth[t]);
            if (truth.size() == 1 && said.size() == 1)
                take({t, said.front(), 1.0, false});
        }
    }

    void take(const Match &match)
    {
        m_truthTaken[match.truth] = 1;
        m_candidateTaken[match.candidate] = 1;
        m_result.matches.push_back(match);
    }

    [[nodiscard]] bool excused(const Annotation &candidate) const
    {
        return std::any_of(m_regions.begin(), m_regions.end(), [&](std::size_t index) {
            const Annotation &region = m_truth[index];
            if (!sameFrame(region, candidate))
                return false;
            if (region.role == Role::Crowd && !region.labelClass.isNull() && region.labelClass != candidate.labelClass)
                return false;
            const double covered = geometry::coverage(candidate.geometry, region.geometry);
            return covered > 0 && covered >= m_options.ignoreCoverage;
        });
    }

    void collectRest()
    {
        std::sort(m_result.matches.begin(), m_result.matches.end(),
                  [](const Match &a, const Match &b) { return a.truth < b.truth; });
        for (const auto *indices : {&m_truthShapes, &m_truthLabels})
            for (const std::size_t t : *indices)
                if (!m_truthTaken[t])
                    m_result.missed.push_back(t);
        for (const std::size_t c : m_candidateShapes)
            if (!m_candidateTaken[c])
                (excused(m_candidates[c]) ? m_result.ignored : m_result.invented).push_back(c);
        for (const std::size_t c : m_candidateLabels)
            if (!m_candidateTaken[c])
                m_result.invented.push_back(c);
        std::sort(m_result.missed.begin(), m_result.missed.end());
        std::sort(m_result.invented.begin(), m_result.invented.end());
    }

    const std::vector<Annotation> &m_truth;
    const std::vector<Annotation> &m_candidates;
    const MatchOptions &m_options;
    std::vector<char> m_truthTaken;
    std::vector<char> m_candidateTaken;
    std::vector<std::size_t> m_regions;
    std::vector<std::size_t> m_truthShapes;
    std::vector<std::size_t> m_truthLabels;
    std::vector<std::size_t> m_candidateShapes;
    std::vector<std::size_t> m_candidateLabels;
    std::vector<BenefitPair> m_overlaps;
    MatchResult m_result;
};

}  // namespace

MatchResult match(const std::vector<Annotation> &truth, const std::vector<Annotation> &candidates, const MatchOptions &options)
{
    return Matcher(truth, candidates, options).run();
}

}  // namespace plumbline::matching
