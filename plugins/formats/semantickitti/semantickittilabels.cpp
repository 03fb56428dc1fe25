// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/semantickitti/semantickittilabels.h"

#include <QCoreApplication>
#include <QHash>
#include <QtEndian>

#include <limits>

namespace plumbline::semantickitti {

namespace {

constexpr std::uint64_t mostPoints = 500'000'000;
constexpr std::uint32_t sixteenBits = 0xFFFF;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::semantickitti", text);
}

struct KnownClass {
    std::uint16_t number;
    const char *name;
};

constexpr KnownClass known[] = {{0, "unlabeled"},
                                {1, "outlier"},
                                {10, "car"},
                                {11, "bicycle"},
                                {13, "bus"},
                                {15, "motorcycle"},
                                {16, "on-rails"},
                                {18, "truck"},
                                {20, "other-vehicle"},
                                {30, "person"},
                                {31, "bicyclist"},
                                {32, "motorcyclist"},
                                {40, "road"},
                                {44, "parking"},
                                {48, "sidewalk"},
                                {49, "other-ground"},
                                {50, "building"},
                                {51, "fence"},
                                {52, "other-structure"},
                                {60, "lane-marking"},
                                {70, "vegetation"},
                                {71, "trunk"},
                                {72, "terrain"},
                                {80, "pole"},
                                {81, "traffic-sign"},
                                {99, "other-object"},
                                {252, "moving-car"},
                                {253, "moving-bicyclist"},
                                {254, "moving-person"},
                                {255, "moving-motorcyclist"},
                                {256, "moving-on-rails"},
                                {257, "moving-bus"},
                                {258, "moving-truck"},
                                {259, "moving-other-vehicle"}};

void extend(std::vector<geometry::Run> &runs, std::uint32_t value)
{
    if (runs.empty() || runs.back().value != value)
        runs.push_back({value, 0});
    ++runs.back().count;
}

std::optional<std::uint64_t> pointsIn(const std::vector<geometry::Run> &runs)
{
    std::uint64_t points = 0;
    for (const geometry::Run &run : runs) {
        if (run.count > mostPoints - points)
            return std::nullopt;
        points += run.count;
    }
    return points;
}

}  // namespace

QString className(std::uint16_t number)
{
    for (const KnownClass &one : known)
        if (one.number == number)
            return QLatin1String(one.name);
    return QStringLiteral("label %1").arg(number);
}

std::optional<std::uint16_t> classNumber(const QString &name)
{
    for (const KnownClass &one : known)
        if (name == QLatin1String(one.name))
            return one.number;
    const QString prefix = QStringLiteral("label ");
    bool good = false;
    const uint number = name.startsWith(prefix) ? name.mid(prefix.size()).toUInt(&good) : 0;
    return good && number <= sixteenBits && className(static_cast<std::uint16_t>(number)) == name
               ? std::optional(static_cast<std::uint16_t>(number))
               : std::nullopt;
}

Result<geometry::PointLabels> labelsFrom(QByteArrayView bytes, const QString &coordinateFrame)
{
    constexpr qsizetype size = sizeof(std::uint32_t);
    if (bytes.size() % size != 0)
        return fail(ErrorCode::Malformed, tr("It has %1 bytes, which are no whole number of labels.").arg(bytes.size()));
    geometry::PointLabels labels;
    labels.coordinateFrame = coordinateFrame;
    QHash<std::uint16_t, std::uint32_t> places;
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        const auto label = qFromLittleEndian<std::uint32_t>(bytes.data() + at);
        const auto number = static_cast<std::uint16_t>(label & sixteenBits);
        auto place = places.constFind(number);
        if (place == places.constEnd()) {
            place = places.insert(number, static_cast<std::uint32_t>(labels.classes.size()));
            labels.classes.push_back(className(number));
        }
        extend(labels.classRuns, *place);
        extend(labels.instanceRuns, label >> 16);
    }
    return labels;
}

Result<QByteArray> bytesOf(const geometry::PointLabels &labels, const ClassNumbers &numbers, std::int64_t &lostInstances)
{
    const auto points = pointsIn(labels.classRuns);
    const auto instances = pointsIn(labels.instanceRuns);
    if (!points || !instances || (!labels.instanceRuns.empty() && *instances != *points))
        return fail(ErrorCode::Malformed, tr("The classes and instances of the points are not as many as each other."));
    QByteArray bytes(static_cast<qsizetype>(*points * sizeof(std::uint32_t)), '\0');
    std::uint64_t at = 0;
    const auto put = [&bytes](std::uint64_t place, std::uint32_t value) {
        qToLittleEndian(value, bytes.data() + place * sizeof(std::uint32_t));
    };
    std::vector<std::uint32_t> classOf(static_cast<std::size_t>(*points));
    for (const geometry::Run &run : labels.classRuns) {
        const auto number = run.value < labels.classes.size() ? numbers.find(labels.classes[run.value]) : numbers.end();
        if (number == numbers.end())
            return fail(ErrorCode::Malformed, tr("Points name a class that the label does not have."));
        for (std::uint64_t i = 0; i < run.count; ++i, ++at) {
            classOf[static_cast<std::size_t>(at)] = number->second;
            put(at, number->second);
        }
    }
    at = 0;
    for (const geometry::Run &run : labels.instanceRuns) {
        const bool fits = run.value <= sixteenBits;
        if (!fits)
            lostInstances += static_cast<std::int64_t>(run.count);
        for (std::uint64_t i = 0; i < run.count; ++i, ++at)
            put(at, classOf[static_cast<std::size_t>(at)] | (fits ? run.value << 16 : 0));
    }
    return bytes;
}

}  // namespace plumbline::semantickitti
