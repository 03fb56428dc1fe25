// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/pointlabeling.h"

#include <limits>

namespace plumbline::geometry {

namespace {

constexpr std::uint64_t lookupStep = 256;

std::optional<std::uint64_t> sumOf(const std::vector<Run> &runs)
{
    std::uint64_t sum = 0;
    for (const Run &run : runs) {
        if (run.count > std::numeric_limits<std::uint64_t>::max() / 2 - sum)
            return std::nullopt;
        sum += run.count;
    }
    return sum;
}

void extend(std::vector<Run> &runs, std::uint32_t value, std::uint64_t count)
{
    if (count == 0)
        return;
    if (runs.empty() || runs.back().value != value)
        runs.push_back({value, 0});
    runs.back().count += count;
}

/// Goes over both kinds of runs at once: f(first, count, class, instance). The labels are sound.
template <typename F>
void forEachPart(const PointLabels &labels, F f)
{
    std::size_t instanceRun = 0;
    std::uint64_t instanceDone = 0;
    std::uint64_t first = 0;
    for (const Run &run : labels.classRuns) {
        std::uint64_t left = run.count;
        while (left > 0) {
            std::uint64_t count = left;
            std::uint32_t instance = 0;
            if (instanceRun < labels.instanceRuns.size()) {
                const Run &other = labels.instanceRuns[instanceRun];
                instance = other.value;
                count = std::min(left, other.count - instanceDone);
                instanceDone += count;
                if (instanceDone == other.count) {
                    ++instanceRun;
                    instanceDone = 0;
                }
                if (count == 0)
                    continue;
            }
            f(first, count, run.value, instance);
            first += count;
            left -= count;
        }
    }
}

/// Whether the points of each class are open to an edit.
std::vector<bool> openClasses(const std::vector<QString> &classes, const PointEdit &edit)
{
    std::vector<bool> open(classes.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
        const QString &name = classes[i];
        open[i] = !(edit.onlyUnlabeled && !isUnlabeled(name))
                  && !(edit.onlyClass && name != *edit.onlyClass && !(isUnlabeled(name) && isUnlabeled(*edit.onlyClass)));
    }
    return open;
}

void dropUnusedClasses(PointLabels &labels)
{
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> places(labels.classes.size(), none);
    for (const Run &run : labels.classRuns)
        places[run.value] = 0;
    std::vector<QString> kept;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] != none) {
            places[i] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(labels.classes[i]);
        }
    if (kept.size() == labels.classes.size())
        return;
    labels.classes = std::move(kept);
    for (Run &run : labels.classRuns)
        run.value = places[run.value];
}

}  // namespace

QString unlabeledName()
{
    return QStringLiteral("unlabeled");
}

bool isUnlabeled(const QString &className)
{
    return className.isEmpty() || className == unlabeledName();
}

PointLabels unlabeledPoints(std::uint64_t points, const QString &coordinateFrame)
{
    PointLabels labels;
    labels.coordinateFrame = coordinateFrame;
    if (points == 0)
        return labels;
    labels.classes = {unlabeledName()};
    labels.classRuns = {{0, points}};
    labels.instanceRuns = {{0, points}};
    return labels;
}

std::optional<std::uint64_t> pointsOf(const PointLabels &labels)
{
    for (const Run &run : labels.classRuns)
        if (run.value >= labels.classes.size())
            return std::nullopt;
    const auto points = sumOf(labels.classRuns);
    const auto instances = sumOf(labels.instanceRuns);
    if (!points || !instances || (!labels.instanceRuns.empty() && *instances != *points))
        return std::nullopt;
    return points;
}

PointEdit clearingEdit()
{
    PointEdit edit;
    edit.className = unlabeledName();
    edit.instance = 0;
    return edit;
}

std::optional<EditedPoints> edited(const PointLabels &before, const PointSet &chosen, const PointEdit &edit)
{
    const auto points = pointsOf(before);
    if (!points || *points != chosen.points())
        return std::nullopt;
    EditedPoints result;
    PointLabels &after = result.labels;
    after.coordinateFrame = before.coordinateFrame;
    after.classes = before.classes;
    const auto indexOf = [&](const QString &name) {
        const auto at = std::find_if(after.classes.begin(), after.classes.end(),
                                     [&](const QString &one) { return one == name || (isUnlabeled(one) && isUnlabeled(name)); });
        if (at != after.classes.end())
            return static_cast<std::uint32_t>(at - after.classes.begin());
        after.classes.push_back(name);
        return static_cast<std::uint32_t>(after.classes.size() - 1);
    };
    const std::vector<bool> open = openClasses(before.classes, edit);
    const std::optional<std::uint32_t> wanted = edit.className ? std::optional(indexOf(*edit.className)) : std::nullopt;
    forEachPart(before, [&](std::uint64_t first, std::uint64_t count, std::uint32_t labelClass, std::uint32_t instance) {
        const std::uint32_t newClass = wanted.value_or(labelClass);
        const std::uint32_t newInstance = edit.instance.value_or(instance);
        const std::uint64_t end = first + count;
        const bool changes = open[labelClass] && (newClass != labelClass || newInstance != instance);
        std::uint64_t at = first;
        while (changes && at < end) {
            const std::uint64_t from = std::min(end, chosen.next(at, true));
            extend(after.classRuns, labelClass, from - at);
            extend(after.instanceRuns, instance, from - at);
            const std::uint64_t to = std::min(end, chosen.next(from, false));
            extend(after.classRuns, newClass, to - from);
            extend(after.instanceRuns, newInstance, to - from);
            result.changed += to - from;
            at = to;
        }
        extend(after.classRuns, labelClass, end - at);
        extend(after.instanceRuns, instance, end - at);
    });
    dropUnusedClasses(after);
    return result;
}

PointSet changedBy(const PointLabels &before, const PointSet &chosen, const PointEdit &edit)
{
    const auto points = pointsOf(before);
    if (!points || *points != chosen.points())
        return chosen;
    const std::vector<bool> open = openClasses(before.classes, edit);
    const auto is = [&](std::uint32_t index) {
        const QString &name = before.classes[index];
        return name == *edit.className || (isUnlabeled(name) && isUnlabeled(*edit.className));
    };
    PointSet changed(chosen.points());
    forEachPart(before, [&](std::uint64_t first, std::uint64_t count, std::uint32_t labelClass, std::uint32_t instance) {
        if (!open[labelClass] || ((!edit.className || is(labelClass)) && edit.instance.value_or(instance) == instance))
            return;
        for (std::uint64_t at = chosen.next(first, true); at < first + count; at = chosen.next(at + 1, true))
            changed.insert(at);
    });
    return changed;
}

PointCounts countsOf(const PointLabels &labels)
{
    PointCounts counts;
    for (const Run &run : labels.classRuns) {
        counts.points += run.count;
        if (run.value >= labels.classes.size() || isUnlabeled(labels.classes[run.value]))
            continue;
        counts.labeled += run.count;
        counts.ofClass[labels.classes[run.value]] += run.count;
    }
    return counts;
}

std::uint32_t largestInstance(const PointLabels &labels)
{
    std::uint32_t largest = 0;
    for (const Run &run : labels.instanceRuns)
        if (run.count > 0)
            largest = std::max(largest, run.value);
    return largest;
}

PointLookup::PointLookup(const PointLabels &labels)
{
    const auto points = pointsOf(labels);
    constexpr std::uint64_t most = std::uint64_t(1) << 33;
    if (!points || *points > most)
        return;
    m_points = *points;
    forEachPart(labels, [&](std::uint64_t first, std::uint64_t, std::uint32_t labelClass, std::uint32_t instance) {
        m_parts.push_back({first, {labelClass, instance}});
    });
    m_starts.reserve(static_cast<std::size_t>(m_points / lookupStep + 1));
    std::size_t part = 0;
    for (std::uint64_t place = 0; place < m_points; place += lookupStep) {
        while (part + 1 < m_parts.size() && m_parts[part + 1].first <= place)
            ++part;
        m_starts.push_back(static_cast<std::uint32_t>(part));
    }
}

std::optional<PointLookup::Label> PointLookup::at(std::uint64_t place) const
{
    if (place >= m_points)
        return std::nullopt;
    std::size_t part = m_starts[static_cast<std::size_t>(place / lookupStep)];
    while (part + 1 < m_parts.size() && m_parts[part + 1].first <= place)
        ++part;
    return m_parts[part].label;
}

}  // namespace plumbline::geometry
