// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/copiedwork.h"

#include "core/store/reader.h"
#include "core/workflow/objectlabelings.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace plumbline::workflow {

namespace {

constexpr double sameObject = 0.5;  // IoU of two that mean the same
constexpr std::size_t mostEvidence = 50;
constexpr std::size_t fewestCoordinates = 3;
constexpr int binsPerOctave = 4;
constexpr int lowestExponent = -24;
constexpr double copiedShare = 0.5;
const QString absent = QStringLiteral("-");

// What a hand has put where it is; nothing for kinds that no hand does alone.
std::optional<std::vector<double>> coordinatesOf(const geometry::Geometry &shape)
{
    std::vector<double> values;
    const auto add = [&](const std::vector<geometry::Point> &points) {
        for (const geometry::Point &point : points)
            values.insert(values.end(), {point.x, point.y});
    };
    if (const auto *box = std::get_if<geometry::Box>(&shape)) {
        values = {box->x, box->y, box->x + box->w, box->y + box->h};
    } else if (const auto *turned = std::get_if<geometry::RotatedBox>(&shape)) {
        // By its reach an angle is a length.
        values = {turned->cx, turned->cy, turned->w, turned->h, turned->angleRadians * (turned->w + turned->h) / 4};
    } else if (const auto *ellipse = std::get_if<geometry::Ellipse>(&shape)) {
        values = {ellipse->cx, ellipse->cy, ellipse->rx, ellipse->ry};
    } else if (const auto *polygon = std::get_if<geometry::Polygon>(&shape)) {
        for (const geometry::PolygonPart &part : polygon->parts) {
            add(part.outer);
            for (const geometry::Ring &hole : part.holes)
                add(hole);
        }
    } else if (const auto *line = std::get_if<geometry::Polyline>(&shape)) {
        add(line->points);
    } else if (const auto *points = std::get_if<geometry::KeyPoints>(&shape)) {
        for (const geometry::KeyPoint &point : points->points)
            values.insert(values.end(), {point.x, point.y});
    } else if (const auto *cuboid = std::get_if<geometry::Cuboid>(&shape)) {
        values.insert(values.end(), cuboid->centre.begin(), cuboid->centre.end());
        values.insert(values.end(), cuboid->size.begin(), cuboid->size.end());
        // Both signs of a quaternion are the same turn.
        const double sign = cuboid->rotation[3] < 0 ? -1 : 1;
        for (const double part : cuboid->rotation)
            values.push_back(sign * part * (cuboid->size[0] + cuboid->size[1]) / 2);
    } else {
        return std::nullopt;
    }
    return values;
}

// The largest difference of two; infinite for outlines of other numbers of corners; nothing where too little of them is free.
std::optional<double> differenceOf(const model::Annotation &a, const model::Annotation &b, std::uint32_t width,
                                   std::uint32_t height)
{
    const auto left = coordinatesOf(a.geometry);
    const auto right = coordinatesOf(b.geometry);
    if (!left || !right || a.geometry.index() != b.geometry.index())
        return std::nullopt;
    if (left->size() != right->size())
        return std::numeric_limits<double>::infinity();
    const bool isBox = std::holds_alternative<geometry::Box>(a.geometry);
    double largest = 0;
    std::size_t free = 0;
    for (std::size_t i = 0; i < left->size(); ++i) {
        const double x = (*left)[i];
        const double y = (*right)[i];
        if (!std::isfinite(x) || !std::isfinite(y))
            return std::nullopt;
        // The border of the picture stops every hand.
        const double most = i % 2 == 0 ? width : height;
        if (isBox && (std::min(x, y) <= 0 || (most > 0 && std::max(x, y) >= most)))
            continue;
        largest = std::max(largest, std::abs(x - y));
        ++free;
    }
    return free >= fewestCoordinates ? std::optional(largest) : std::nullopt;
}

bool byHand(const model::Annotation &label)
{
    const bool began = label.origin.kind == model::OriginKind::Human || label.origin.kind == model::OriginKind::Import;
    return began && label.origin.model.isEmpty() && label.parent.isNull();
}

bool beyond(std::int64_t count, std::int64_t n, double limit, double falseAlarm)
{
    return limit < 1 && quality::BetaPosterior::of(count, n - count).above(limit) > 1 - falseAlarm;
}

}  // namespace

int CopyFinder::binOf(double difference)
{
    if (!(difference > 0))
        return 0;
    const double step = std::floor(binsPerOctave * (std::log2(difference) - lowestExponent)) + 1;
    return static_cast<int>(std::clamp(step, 1.0, static_cast<double>(binCount - 1)));
}

Result<> CopyFinder::add(const overlap::ItemLabelings &item, const std::vector<std::int64_t> &times,
                         const jobs::JobControl &control)
{
    if (item.labelings.size() < 2)
        return {};
    const auto overlaps = overlap::ItemOverlaps::of(item, control);
    if (!overlaps)
        return fail(overlaps.error());
    const auto clusters = overlaps->clusters(sameObject);
    m_items.append(item.name);
    compareShapes(item, clusters, times);
    askAll(item, clusters, times);
    return {};
}

void CopyFinder::compareShapes(const overlap::ItemLabelings &item, const std::vector<overlap::Cluster> &clusters,
                               const std::vector<std::int64_t> &times)
{
    const auto at = static_cast<std::uint32_t>(m_items.size() - 1);
    const auto farther = [](const Close &a, const Close &b) { return a.difference < b.difference; };
    for (const overlap::Cluster &cluster : clusters)
        for (std::size_t i = 0; i < cluster.members.size(); ++i)
            for (std::size_t k = i + 1; k < cluster.members.size(); ++k) {
                const overlap::Labeling *one = &item.labelings[cluster.members[i].labeling];
                const overlap::Labeling *other = &item.labelings[cluster.members[k].labeling];
                const model::Annotation &a = one->objects[cluster.members[i].object];
                const model::Annotation &b = other->objects[cluster.members[k].object];
                if (!byHand(a) || !byHand(b))
                    continue;
                const auto difference = differenceOf(a, b, item.width, item.height);
                if (!difference)
                    continue;
                const bool inOrder = one->annotator < other->annotator;
                bool first = times[cluster.members[i].labeling] < times[cluster.members[k].labeling];
                first = inOrder ? first : times[cluster.members[k].labeling] < times[cluster.members[i].labeling];
                Pair &pair =
                    m_pairs[inOrder ? std::pair(one->annotator, other->annotator) : std::pair(other->annotator, one->annotator)];
                const std::size_t kind = a.geometry.index();
                ++pair.byKind[kind][static_cast<std::size_t>(binOf(*difference))];
                ++m_compared;
                pair.closest.push_back({static_cast<float>(*difference), at, first, kind});
                std::push_heap(pair.closest.begin(), pair.closest.end(), farther);
                if (pair.closest.size() > 4 * mostEvidence) {
                    std::pop_heap(pair.closest.begin(), pair.closest.end(), farther);
                    pair.closest.pop_back();
                }
            }
}

void CopyFinder::askAll(const overlap::ItemLabelings &item, const std::vector<overlap::Cluster> &clusters,
                        const std::vector<std::int64_t> &times)
{
    constexpr std::size_t fewestLabelings = 3;
    if (item.labelings.size() < fewestLabelings)
        return;
    int number = 0;
    for (const overlap::Cluster &cluster : clusters) {
        // Everybody says which class it is of, or that it is not there.
        std::vector<QString> said(item.labelings.size(), absent);
        for (const overlap::Member &member : cluster.members)
            said[member.labeling] = item.labelings[member.labeling].objects[member.object].labelClass.toString();
        model::Judgement answer;
        answer.task = QString::number(m_items.size() - 1) + QLatin1Char(':') + QString::number(number++);
        for (std::size_t i = 0; i < said.size(); ++i) {
            answer.annotator = item.labelings[i].annotator;
            answer.label = said[i];
            answer.createdMicroseconds = times[i];
            m_answers.add(answer);
        }
    }
}

std::map<std::size_t, int> CopyFinder::tolerances() const
{
    std::map<std::size_t, std::array<std::int64_t, binCount>> all;
    for (const auto &[names, pair] : m_pairs)
        for (const auto &[kind, differences] : pair.byKind)
            for (std::size_t bin = 0; bin < differences.size(); ++bin)
                all[kind][bin] += differences[bin];
    std::map<std::size_t, int> limits;
    const int down = static_cast<int>(std::lround(-binsPerOctave * std::log2(toleranceShare)));
    for (auto &[kind, bins] : all) {
        bins.back() = 0;  // other numbers of corners say nothing of hands
        std::int64_t n = 0;
        for (const std::int64_t count : bins)
            n += count;
        std::int64_t below = 0;
        int median = 0;
        while (median < binCount - 1 && 2 * (below += bins[static_cast<std::size_t>(median)]) < n)
            ++median;
        limits[kind] = std::max(0, median - down);
    }
    return limits;
}

void CopyFinder::addShapeSigns(std::map<QString, std::vector<Sign>> &signs, const QHash<QString, QString> &cohorts) const
{
    const auto limits = tolerances();
    const auto foundOf = [&](const Pair &pair) {
        Found found;
        for (const auto &[kind, differences] : pair.byKind)
            for (int bin = 0; bin < binCount; ++bin) {
                found.n += differences[static_cast<std::size_t>(bin)];
                found.same += bin <= limits.at(kind) ? differences[static_cast<std::size_t>(bin)] : 0;
            }
        return found;
    };
    Found all;
    QHash<QString, Found> within;
    std::int64_t compared = 0;
    for (const auto &[names, pair] : m_pairs) {
        const Found found = foundOf(pair);
        all.same += found.same;
        all.n += found.n;
        compared += found.n >= m_options.minimum;
        const QString cohort = cohorts.value(names.first);
        if (!cohort.isEmpty() && cohort == cohorts.value(names.second)) {
            within[cohort].same += found.same;
            within[cohort].n += found.n;
        }
    }
    const auto rest = [](const Found &of, const Found &without) {
        return of.n > without.n ? static_cast<double>(of.same - without.same) / static_cast<double>(of.n - without.n) : 0.0;
    };
    const double falseAlarm = m_options.falseAlarm / static_cast<double>(std::max<std::int64_t>(1, compared));
    for (const auto &[names, pair] : m_pairs) {
        const Found found = foundOf(pair);
        if (found.n < m_options.minimum || found.same * 2 <= found.n)
            continue;
        const QString cohort = cohorts.value(names.first);
        double usual = rest(all, found);
        if (!cohort.isEmpty() && cohort == cohorts.value(names.second))
            usual = std::max(usual, rest(within.value(cohort), found));
        if (!beyond(found.same, found.n, std::max(copiedShare, usual + (1 - usual) / 2), falseAlarm))
            continue;
        Sign sign;
        sign.kind = Sign::Kind::SameShapes;
        sign.pictures = true;
        sign.count = found.same;
        sign.n = found.n;
        sign.expected = usual;
        sign.interval = quality::BetaPosterior::of(found.same, found.n - found.same).interval();
        sign.falseAlarm = m_options.falseAlarm;
        std::vector<Close> closest = pair.closest;
        std::sort(closest.begin(), closest.end(), [](const Close &a, const Close &b) {
            return std::pair(a.difference, a.item) < std::pair(b.difference, b.item);
        });
        // Both people are named; who came first is told of each.
        for (const bool second : {false, true}) {
            Sign own = sign;
            own.other = second ? names.first : names.second;
            QSet<std::uint32_t> seen;
            for (const Close &close : closest) {
                if (binOf(double(close.difference)) > limits.at(close.kind))
                    continue;
                own.aside = std::max(own.aside, double(close.difference));
                ++own.asideN;
                own.first += close.first != second;
                if (!seen.contains(close.item) && own.tasks.size() < static_cast<qsizetype>(mostEvidence)) {
                    seen.insert(close.item);
                    own.tasks.append(m_items[close.item]);
                }
            }
            signs[second ? names.second : names.first].push_back(std::move(own));
        }
    }
}

void CopyFinder::addErrorSigns(std::map<QString, std::vector<Sign>> &signs, const QHash<QString, QString> &cohorts) const
{
    TeamRecordBuilder answers = m_answers;
    TeamRecord record = answers.take();
    if (record.size() == 0)
        return;
    for (qsizetype i = 0; i < record.people.size(); ++i)
        record.cohorts[i] = cohorts.value(record.people[i]);
    constexpr std::int64_t longestSeconds = 600;
    auto found = teamSigns(record, TeamRows::of(record, longestSeconds), m_options);
    for (std::size_t person = 0; person < found.size(); ++person)
        for (Sign &sign : found[person]) {
            if (sign.kind != Sign::Kind::Copying)
                continue;
            sign.pictures = true;
            QStringList names;
            for (const QString &task : std::as_const(sign.tasks))
                if (const QString &name = m_items[task.section(QLatin1Char(':'), 0, 0).toInt()]; !names.contains(name))
                    names.append(name);
            sign.tasks = names;
            signs[record.people[static_cast<qsizetype>(person)]].push_back(std::move(sign));
        }
}

std::map<QString, std::vector<Sign>> CopyFinder::result(const QHash<QString, QString> &cohorts) const
{
    std::map<QString, std::vector<Sign>> signs;
    addShapeSigns(signs, cohorts);
    addErrorSigns(signs, cohorts);
    return signs;
}

Result<std::map<QString, std::vector<Sign>>> copiedWork(const store::Project &project, const SignOptions &options,
                                                        const jobs::JobControl &control)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto members = (*reader)->members();
    if (!members)
        return fail(members.error());
    QHash<QString, QString> cohorts;
    for (const model::Member &member : *members)
        cohorts.insert(member.name, member.cohort);
    CopyFinder finder(options);
    LabelingCounts counts;
    const auto visited = visitLabelings(
        **reader,
        [&](const model::Item &item, const overlap::ItemLabelings &labelings) -> Result<> {
            if (labelings.labelings.size() < 2)
                return {};
            const auto submissions = (*reader)->submissions(item.id, {});
            if (!submissions)
                return fail(submissions.error());
            std::vector<std::int64_t> times(labelings.labelings.size(), 0);
            for (const model::Submission &submission : *submissions)
                for (std::size_t i = 0; i < times.size(); ++i)
                    if (submission.number == 1 && labelings.labelings[i].annotator == submission.annotator)
                        times[i] = submission.createdMicroseconds;
            const auto added = finder.add(labelings, times, control);
            // What is too much to compare is left out here as elsewhere.
            return added || added.error().code != ErrorCode::TooLarge ? added : Result<>();
        },
        counts, control);
    if (!visited)
        return fail(visited.error());
    return finder.result(cohorts);
}

}  // namespace plumbline::workflow
