// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/seams.h"

#include "core/geometry/cuboids.h"
#include "core/matching/assignment.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace plumbline::review {

namespace {

using geometry::Cuboid;
using geometry::Vector3;

constexpr double sweepSeconds = 0.1;  // between frames whose times say nothing
constexpr std::size_t edgeFrames = 2; // from the end of a part that an object may end to be looked for beyond it

double secondsBetween(const model::Scene &scene, std::size_t from, std::size_t to)
{
    const double seconds = double(scene.frames[to].microseconds - scene.frames[from].microseconds) * 1e-6;
    return seconds > 0 ? seconds : sweepSeconds * double(to - from);
}

const Cuboid *cuboidOf(const model::Annotation &label)
{
    return std::get_if<Cuboid>(&label.geometry);
}

/// Metres a second over ground between two frames of an object, in the coordinates of the later one.
Vector3 velocity(const model::Scene &scene, std::size_t from, const Cuboid &then, std::size_t to, const Cuboid &now)
{
    const Vector3 carried = geometry::transformed(model::labelFromLabel(scene, to, from), then.centre);
    const double seconds = secondsBetween(scene, from, to);
    return {(now.centre[0] - carried[0]) / seconds, (now.centre[1] - carried[1]) / seconds,
            (now.centre[2] - carried[2]) / seconds};
}

class Comparison
{
public:
    Comparison(const std::vector<PartReach> &reaches, const model::Scene *scene, const StitchOptions &options)
        : m_reaches(reaches), m_scene(scene), m_options(options)
    {}

    /// How sure it is that two objects are one; 0 = they are not.
    [[nodiscard]] double benefit(const PartObject &a, const PartObject &b) const
    {
        if (!a.comparable || !b.comparable)
            return 0;
        double sum = 0;
        int count = 0;
        for (const auto &[frame, label] : a.at)
            if (const auto other = b.at.find(frame); other != b.at.end()) {
                sum += alike(label, other->second);
                ++count;
            }
        if (count > 0)
            return sum / count >= m_options.leastLikeness ? sum / count : 0;
        const bool aFirst = a.at.rbegin()->first < b.at.begin()->first;
        const bool bFirst = b.at.rbegin()->first < a.at.begin()->first;
        return aFirst ? predicted(a, b) : bFirst ? predicted(b, a) : 0;
    }

private:
    /// No third part lies between the two.
    [[nodiscard]] bool meet(std::size_t before, std::size_t after) const
    {
        for (std::size_t frame = m_reaches[before].frames.back() + 1; frame < m_reaches[after].frames.front(); ++frame)
            for (const PartReach &reach : m_reaches)
                if (reach.frameSet.contains(frame))
                    return false;
        return true;
    }
    [[nodiscard]] double predicted(const PartObject &before, const PartObject &after) const
    {
        if (!m_scene)
            return 0;
        const std::size_t end = before.at.rbegin()->first;
        const std::size_t start = after.at.begin()->first;
        if (!meet(before.part, after.part) || end + edgeFrames < m_reaches[before.part].frames.back()
            || start > m_reaches[after.part].frames.front() + edgeFrames)
            return 0;
        const Cuboid *from = cuboidOf(before.at.rbegin()->second);
        const Cuboid *to = cuboidOf(after.at.begin()->second);
        const double seconds = secondsBetween(*m_scene, end, start);
        if (!from || !to || seconds > m_options.mostSeconds)
            return 0;
        Vector3 speed{};
        if (before.at.size() > 1) {
            const auto last = std::prev(before.at.end(), 2);
            if (const Cuboid *then = cuboidOf(last->second))
                speed = velocity(*m_scene, last->first, *then, end, *from);
        } else if (after.at.size() > 1) {
            const auto second = std::next(after.at.begin());
            if (const Cuboid *then = cuboidOf(second->second)) {
                speed = velocity(*m_scene, start, *to, second->first, *then);
                speed = geometry::rotated(model::labelFromLabel(*m_scene, end, second->first).rotation, speed);
            }
        }
        Vector3 expected = from->centre;
        for (std::size_t i = 0; i < 3; ++i)
            expected[i] += speed[i] * seconds;
        expected = geometry::transformed(model::labelFromLabel(*m_scene, start, end), expected);
        const double off = std::hypot(expected[0] - to->centre[0], expected[1] - to->centre[1], expected[2] - to->centre[2]);
        const double gate = m_options.gateMetres + m_options.gateMetresPerSecond * seconds;
        return off < gate ? 0.5 * (1 - off / gate) : 0;
    }

    const std::vector<PartReach> &m_reaches;
    const model::Scene *m_scene;
    const StitchOptions &m_options;
};

/// What one part has where the other one looks, too: in the frames that both have, or at the very seam where they have none.
void addMissing(Seam &seam, const std::vector<PartObject> &objects, const std::vector<std::size_t> &list,
                const std::set<std::size_t> &used, const std::vector<PartReach> &reaches, std::size_t lacking)
{
    const PartReach &there = reaches[lacking];
    for (std::size_t i = 0; i < list.size(); ++i) {
        const PartObject &object = objects[list[i]];
        if (used.contains(i) || !object.comparable || !there.looksFor(object.labelClass))
            continue;
        const PartReach &own = reaches[object.part];
        const bool shares =
            std::any_of(own.frames.begin(), own.frames.end(), [&](std::size_t frame) { return there.frameSet.contains(frame); });
        std::optional<std::size_t> seen;
        for (const auto &[frame, label] : object.at)
            if (!seen && there.frameSet.contains(frame))
                seen = frame;
        if (!shares && own.frames.back() + 1 == there.frames.front() && object.at.contains(own.frames.back()))
            seen = own.frames.back();
        if (!shares && there.frames.back() + 1 == own.frames.front() && object.at.contains(own.frames.front()))
            seen = own.frames.front();
        if (seen)
            seam.findings.push_back({SeamKind::Missing, {list[i]}, *seen, lacking});
    }
}

}  // namespace

Seam seamBetween(const std::vector<PartObject> &objects, std::size_t partA, std::size_t partB,
                 const std::vector<PartReach> &reaches, const model::Scene *scene, const StitchOptions &options)
{
    Seam seam;
    std::vector<std::size_t> ofA;
    std::vector<std::size_t> ofB;
    for (std::size_t i = 0; i < objects.size(); ++i)
        if (!objects[i].at.empty() && (objects[i].part == partA || objects[i].part == partB))
            (objects[i].part == partA ? ofA : ofB).push_back(i);
    if (reaches[partA].frames.empty() || reaches[partB].frames.empty())
        return seam;
    const Comparison comparison(reaches, scene, options);
    matching::BenefitMatrix all{ofA.size(), ofB.size(), std::vector<double>(ofA.size() * ofB.size(), 0)};
    for (std::size_t a = 0; a < ofA.size(); ++a)
        for (std::size_t b = 0; b < ofB.size(); ++b)
            all.values[a * ofB.size() + b] = comparison.benefit(objects[ofA[a]], objects[ofB[b]]);

    // Within classes first; then what is left, where it lies so that it is one thing.
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::set<std::size_t> usedA;
    std::set<std::size_t> usedB;
    for (const bool sameClass : {true, false}) {
        matching::BenefitMatrix allowed = all;
        for (std::size_t a = 0; a < ofA.size(); ++a)
            for (std::size_t b = 0; b < ofB.size(); ++b) {
                double &value = allowed.values[a * ofB.size() + b];
                const bool same = objects[ofA[a]].labelClass == objects[ofB[b]].labelClass;
                if (same != sameClass || usedA.contains(a) || usedB.contains(b) || (!same && value < options.sameThing))
                    value = 0;
            }
        for (const auto &[a, b] : matching::assign(allowed)) {
            pairs.emplace_back(a, b);
            usedA.insert(a);
            usedB.insert(b);
        }
    }
    std::map<std::size_t, std::size_t> ofRow(pairs.begin(), pairs.end());
    std::map<std::size_t, std::size_t> ofColumn;
    for (const auto &[a, b] : pairs)
        ofColumn.emplace(b, a);

    const auto sharedFrame = [&](const PartObject &a, const PartObject &b) {
        for (const auto &[frame, label] : a.at)
            if (b.at.contains(frame))
                return frame;
        return std::max(a.at.begin()->first, b.at.begin()->first);
    };
    for (const auto &[a, b] : pairs) {
        const double own = all.at(a, b);
        std::set<std::size_t> rivals;
        for (std::size_t other = 0; other < ofB.size(); ++other) {
            const double value = all.at(a, other);
            if (other == b || value <= 0 || objects[ofB[other]].labelClass != objects[ofA[a]].labelClass)
                continue;
            const auto with = ofColumn.find(other);
            const double now = own + (with == ofColumn.end() ? 0 : all.at(with->second, other));
            const double then = value + (with == ofColumn.end() ? 0 : all.at(with->second, b));
            if (then > now - options.margin)
                rivals.insert(ofB[other]);
        }
        for (std::size_t other = 0; other < ofA.size(); ++other) {
            const double value = all.at(other, b);
            if (other == a || value <= 0 || ofRow.contains(other) || objects[ofA[other]].labelClass != objects[ofB[b]].labelClass)
                continue;
            if (value > own - options.margin)
                rivals.insert(ofA[other]);
        }
        const std::size_t frame = sharedFrame(objects[ofA[a]], objects[ofB[b]]);
        if (!rivals.empty()) {
            Seam::Finding finding{SeamKind::Ambiguous, {ofA[a], ofB[b]}, frame, 0};
            finding.objects.insert(finding.objects.end(), rivals.begin(), rivals.end());
            std::sort(finding.objects.begin(), finding.objects.end());
            seam.findings.push_back(std::move(finding));
            for (const std::size_t rival : rivals) {
                for (std::size_t i = 0; i < ofA.size(); ++i)
                    if (ofA[i] == rival)
                        usedA.insert(i);
                for (std::size_t i = 0; i < ofB.size(); ++i)
                    if (ofB[i] == rival)
                        usedB.insert(i);
            }
            continue;
        }
        seam.links.push_back({ofA[a], ofB[b], own});
        if (objects[ofA[a]].labelClass != objects[ofB[b]].labelClass)
            seam.findings.push_back({SeamKind::Class, {ofA[a], ofB[b]}, frame, 0});
    }

    addMissing(seam, objects, ofA, usedA, reaches, partB);
    addMissing(seam, objects, ofB, usedB, reaches, partA);
    return seam;
}

}  // namespace plumbline::review
