// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/pointlabeling.h"

#include <QTest>

#include <limits>

using namespace plumbline;
using namespace plumbline::geometry;

namespace {

struct Dense {
    std::vector<QString> classes;
    std::vector<std::uint32_t> instances;
    bool operator==(const Dense &) const = default;
};

Dense unpacked(const PointLabels &labels)
{
    Dense dense;
    for (const Run &run : labels.classRuns)
        dense.classes.insert(dense.classes.end(), std::size_t(run.count), labels.classes[run.value]);
    for (const Run &run : labels.instanceRuns)
        dense.instances.insert(dense.instances.end(), std::size_t(run.count), run.value);
    return dense;
}

PointSet randomSet(base::SeededRandom &random, std::uint64_t points)
{
    PointSet set(points);
    for (int piece = 0; piece < 12; ++piece) {
        const std::uint64_t first = random.below(points);
        const std::uint64_t count = random.below(200);
        for (std::uint64_t i = first; i < first + count; ++i)
            set.insert(i);
    }
    for (int i = 0; i < 40; ++i)
        set.insert(random.below(points));
    return set;
}

}  // namespace

/// Labels of points are changed on their runs; a table with a row for every point says what has to come out.
class TestPointLabeling : public QObject
{
    Q_OBJECT

private slots:
    void setsKnowTheirPoints()
    {
        PointSet set(200);
        for (const std::uint64_t i : {0U, 63U, 64U, 65U, 199U, 200U, 1000U})
            set.insert(i);
        QCOMPARE(set.count(), 5U);
        QVERIFY(set.contains(199));
        QVERIFY(!set.contains(200));
        QCOMPARE(set.next(1, true), 63U);
        QCOMPARE(set.next(63, false), 66U);
        QCOMPARE(set.next(66, true), 199U);
        QCOMPARE(set.next(199, false), 200U);
        QCOMPARE(PointSet(0).next(0, true), 0U);
        QCOMPARE(PointSet(64).next(0, true), 64U);
        QCOMPARE(PointSet(65).next(0, false), 0U);
    }

    void editsAreThoseOfTheTable()
    {
        const std::vector<QString> names{QStringLiteral("road"), QStringLiteral("car"), unlabeledName(),
                                         QStringLiteral("person")};
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            base::SeededRandom random(seed);
            const std::uint64_t points = 500 + random.below(3000);
            PointLabels labels = unlabeledPoints(points, QStringLiteral("lidar"));
            Dense table = unpacked(labels);
            for (int step = 0; step < 20; ++step) {
                const PointSet chosen = randomSet(random, points);
                PointEdit edit;
                if (random.below(4) > 0)
                    edit.className = names[random.below(names.size())];
                if (random.below(3) > 0)
                    edit.instance = std::uint32_t(random.below(4));
                edit.onlyUnlabeled = random.below(4) == 0;
                if (random.below(4) == 0)
                    edit.onlyClass = names[random.below(names.size())];
                std::uint64_t changed = 0;
                PointSet places(points);
                for (std::uint64_t i = 0; i < points; ++i) {
                    QString &labelClass = table.classes[std::size_t(i)];
                    std::uint32_t &instance = table.instances[std::size_t(i)];
                    if (!chosen.contains(i) || (edit.onlyUnlabeled && labelClass != unlabeledName())
                        || (edit.onlyClass && labelClass != *edit.onlyClass))
                        continue;
                    const QString newClass = edit.className.value_or(labelClass);
                    const std::uint32_t newInstance = edit.instance.value_or(instance);
                    if (newClass != labelClass || newInstance != instance) {
                        ++changed;
                        places.insert(i);
                    }
                    labelClass = newClass;
                    instance = newInstance;
                }
                QVERIFY(changedBy(labels, chosen, edit) == places);
                const auto after = edited(labels, chosen, edit);
                QVERIFY(after);
                QCOMPARE(after->changed, changed);
                labels = after->labels;
                QVERIFY(unpacked(labels) == table);
                QCOMPARE(pointsOf(labels), std::optional(points));
                // No run continues the one before, none is empty, no class is without points.
                for (const auto &runs : {labels.classRuns, labels.instanceRuns})
                    for (std::size_t i = 0; i < runs.size(); ++i)
                        QVERIFY(runs[i].count > 0 && (i == 0 || runs[i].value != runs[i - 1].value));
                for (std::size_t i = 0; i < labels.classes.size(); ++i)
                    QVERIFY(std::any_of(labels.classRuns.begin(), labels.classRuns.end(),
                                        [&](const Run &run) { return run.value == i; }));
                const PointLookup lookup(labels);
                QCOMPARE(lookup.points(), points);
                for (std::uint64_t i = 0; i < points; ++i) {
                    const auto label = lookup.at(i);
                    QVERIFY(label && labels.classes[label->classIndex] == table.classes[std::size_t(i)]
                            && label->instance == table.instances[std::size_t(i)]);
                }
                QVERIFY(!lookup.at(points));
                const PointCounts counts = countsOf(labels);
                QCOMPARE(counts.points, points);
                QCOMPARE(counts.labeled,
                         points - std::uint64_t(std::count(table.classes.begin(), table.classes.end(), unlabeledName())));
                QCOMPARE(largestInstance(labels), *std::max_element(table.instances.begin(), table.instances.end()));
            }
        }
    }

    void clearingGivesTheBeginning()
    {
        base::SeededRandom random(5);
        const PointLabels empty = unlabeledPoints(4000, QStringLiteral("lidar"));
        PointSet all(4000);
        for (std::uint64_t i = 0; i < 4000; ++i)
            all.insert(i);
        PointEdit paint;
        paint.className = QStringLiteral("road");
        paint.instance = 7;
        const auto painted = edited(empty, randomSet(random, 4000), paint);
        QVERIFY(painted && painted->changed > 0);
        const auto cleared = edited(painted->labels, all, clearingEdit());
        QVERIFY(cleared);
        QCOMPARE(cleared->changed, painted->changed);
        QVERIFY(cleared->labels == empty);
    }

    void contradictionsAreRefused()
    {
        const QString frame = QStringLiteral("lidar");
        PointLabels labels = unlabeledPoints(10, frame);
        QVERIFY(!edited(labels, PointSet(11), clearingEdit()));
        labels.classRuns = {{3, 10}};
        QVERIFY(!pointsOf(labels));
        labels.classRuns = {{0, 9}};
        QVERIFY(!pointsOf(labels));
        QVERIFY(!edited(labels, PointSet(9), clearingEdit()));
        constexpr auto most = std::numeric_limits<std::uint64_t>::max();
        labels.classRuns = {{0, most}, {0, most}, {0, 12}};
        labels.instanceRuns.clear();
        QVERIFY(!pointsOf(labels));
        QCOMPARE(PointLookup(labels).points(), 0U);
        QVERIFY(!PointLookup(labels).at(0));
        // As some files have it: no runs of instances at all, and runs without points.
        labels.classRuns = {{0, 0}, {0, 6}, {0, 4}};
        QCOMPARE(pointsOf(labels), std::optional<std::uint64_t>(10));
        PointSet one(10);
        one.insert(4);
        PointEdit edit;
        edit.instance = 2;
        const auto after = edited(labels, one, edit);
        QVERIFY(after);
        QVERIFY((after->labels.instanceRuns == std::vector<Run>{{0, 4}, {2, 1}, {0, 5}}));
        QVERIFY((after->labels.classRuns == std::vector<Run>{{0, 10}}));
        labels.instanceRuns = {{0, 0}, {1, 5}, {0, 0}, {2, 5}, {9, 0}};
        QVERIFY((edited(labels, PointSet(10), edit)->labels.instanceRuns == std::vector<Run>{{1, 5}, {2, 5}}));
    }

    void emptyNamesAreUnlabeled()
    {
        PointLabels labels = unlabeledPoints(10, {});
        labels.classes = {QString()};
        QCOMPARE(countsOf(labels).labeled, 0U);
        PointSet one(10);
        one.insert(0);
        PointEdit edit;
        edit.className = QStringLiteral("road");
        edit.onlyUnlabeled = true;
        QCOMPARE(edited(labels, one, edit)->changed, 1U);
        QCOMPARE(edited(labels, one, clearingEdit())->changed, 0U);
    }
};

QTEST_APPLESS_MAIN(TestPointLabeling)
#include "tst_pointlabeling.moc"
