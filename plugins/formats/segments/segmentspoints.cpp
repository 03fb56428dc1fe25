// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/segments/segmentspoints.h"

#include <QCoreApplication>

#include <charconv>
#include <set>

namespace plumbline::segments {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::segments", text);
}

void append(std::vector<geometry::Run> &runs, std::uint32_t value)
{
    if (runs.empty() || runs.back().value != value)
        runs.push_back({value, 0});
    ++runs.back().count;
}

/// Steps through two lists of runs at once, calling for each stretch where neither changes; false when they are not equally long.
bool zipped(const std::vector<geometry::Run> &a, const std::vector<geometry::Run> &b,
            const std::function<bool(std::uint32_t, std::uint32_t, std::uint64_t)> &take)
{
    std::size_t i = 0;
    std::size_t k = 0;
    std::uint64_t usedA = 0;
    std::uint64_t usedB = 0;
    while (i < a.size() && k < b.size()) {
        const std::uint64_t count = std::min(a[i].count - usedA, b[k].count - usedB);
        if (!take(a[i].value, b[k].value, count))
            return false;
        usedA += count;
        usedB += count;
        if (usedA >= a[i].count) {
            ++i;
            usedA = 0;
        }
        if (usedB >= b[k].count) {
            ++k;
            usedB = 0;
        }
    }
    return i == a.size() && k == b.size();
}

}  // namespace

QString unlabeled()
{
    return QStringLiteral("unlabeled");
}

Result<geometry::PointLabels> pointLabelsFrom(QByteArrayView list, const std::map<std::uint32_t, QString> &classOf,
                                              const QString &frame, std::int64_t &strangers)
{
    geometry::PointLabels labels;
    labels.coordinateFrame = frame;
    std::map<QString, std::uint32_t> numbers;
    const auto classNumber = [&](const QString &name) {
        const auto [known, isNew] = numbers.emplace(name, static_cast<std::uint32_t>(labels.classes.size()));
        if (isNew)
            labels.classes.push_back(name);
        return known->second;
    };
    std::uint32_t last = 0;
    std::uint32_t lastClass = 0;
    bool any = false;
    qsizetype at = 1;
    std::uint64_t point = 0;
    const auto skip = [&] {
        while (at < list.size() && (list[at] == ' ' || list[at] == '\n' || list[at] == '\t' || list[at] == '\r'))
            ++at;
    };
    if (!list.startsWith('['))
        return fail(ErrorCode::Malformed, tr("point_annotations is no list."));
    for (skip(); at < list.size() && list[at] != ']'; ++point) {
        std::uint32_t id = 0;
        const auto [end, error] = std::from_chars(list.data() + at, list.data() + list.size(), id);
        if (error != std::errc())
            return fail(ErrorCode::Malformed, tr("point_annotations[%1] is no number of an object.").arg(point));
        at = end - list.data();
        skip();
        if (at >= list.size() || (list[at] != ',' && list[at] != ']'))
            return fail(ErrorCode::Malformed, tr("point_annotations[%1] is no number of an object.").arg(point));
        if (list[at] == ',')
            ++at;
        skip();
        if (!any || id != last) {
            const auto known = classOf.find(id);
            lastClass = classNumber(known == classOf.end() ? unlabeled() : known->second);
            last = id;
            any = true;
        }
        const bool stranger = id != 0 && !classOf.contains(id);
        strangers += stranger ? 1 : 0;
        append(labels.classRuns, lastClass);
        append(labels.instanceRuns, stranger ? 0 : id);
    }
    if (at >= list.size())
        return fail(ErrorCode::Malformed, tr("point_annotations breaks off."));
    if (!any)
        return fail(ErrorCode::Malformed, tr("point_annotations is empty."));
    return labels;
}

Result<PointObjects> pointObjectsOf(const geometry::PointLabels &labels)
{
    PointObjects objects;
    std::set<std::uint32_t> taken{0};
    const auto known = [&](std::uint32_t labelClass) { return labelClass < labels.classes.size(); };
    bool whole = zipped(labels.classRuns, labels.instanceRuns, [&](std::uint32_t c, std::uint32_t instance, std::uint64_t) {
        if (known(c) && labels.classes[c] != unlabeled() && instance > 0 && taken.insert(instance).second)
            objects.numbers.emplace(std::pair(labels.classes[c], instance), instance);
        return known(c);
    });
    std::uint32_t next = 1;
    const auto numberOf = [&](const QString &name, std::uint32_t instance) {
        if (name == unlabeled())
            return std::uint32_t(0);
        const auto [entry, isNew] = objects.numbers.emplace(std::pair(name, instance), 0);
        if (isNew) {
            while (!taken.insert(next).second)
                ++next;
            entry->second = next;
        }
        return entry->second;
    };
    objects.list = "[";
    whole =
        whole && zipped(labels.classRuns, labels.instanceRuns, [&](std::uint32_t c, std::uint32_t instance, std::uint64_t count) {
            const QByteArray number = QByteArray::number(numberOf(labels.classes[c], instance));
            for (std::uint64_t i = 0; i < count; ++i)
                objects.list += (objects.list.size() > 1 ? "," : "") + number;
            return true;
        });
    if (!whole)
        return fail(ErrorCode::Corrupt, tr("Classes and instances of the points are not equally many."));
    objects.list += "]";
    return objects;
}

}  // namespace plumbline::segments
