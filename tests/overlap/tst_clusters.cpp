// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/overlap.h"
#include "core/overlap/likeness.h"
#include "tests/overlap/labelings.h"
#include "tests/support/verify.h"

#include <QSet>
#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;
using namespace plumbline::overlap;
using namespace plumbline::test;
using geometry::Box;

namespace {

/// Clusters as sets of annotation ids: what must not depend on any order.
QSet<QString> asSets(const ItemLabelings &item, const std::vector<Cluster> &clusters)
{
    QSet<QString> sets;
    for (const Cluster &cluster : clusters) {
        QStringList ids;
        for (const Member &m : cluster.members)
            ids.append(item.labelings[m.labeling].objects[m.object].id.toString());
        ids.sort();
        sets.insert(ids.join(QLatin1Char(' ')));
    }
    return sets;
}

template <typename T>
void shuffle(std::vector<T> &list, base::SeededRandom &random)
{
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[random.below(i)]);
}

}  // namespace

class TestClusters : public QObject
{
    Q_OBJECT

private slots:
    // Section 1.8 of the definitions: 1/7, a quarter, nothing, nothing.
    void overlapOfBoxes()
    {
        QVERIFY(std::abs(geometry::boxIou({0, 0, 2, 2}, {1, 1, 2, 2}) - 1.0 / 7) < 1e-15);
        QCOMPARE(geometry::boxIou({0, 0, 4, 4}, {1, 1, 2, 2}), 0.25);
        QCOMPARE(geometry::boxIou({0, 0, 2, 2}, {2, 0, 2, 2}), 0.0);
        QCOMPARE(geometry::boxIou({1, 1, 0, 0}, {0, 0, 2, 2}), 0.0);
        QCOMPARE(geometry::boxIou({1, 1, 0, 0}, {1, 1, 0, 0}), 0.0);
        QCOMPARE(likeness(drawn(Box{0, 0, 2, 2}), drawn(Box{1, 1, 2, 2}), 1), geometry::boxIou({0, 0, 2, 2}, {1, 1, 2, 2}));
    }

    void threePeopleTwoThings()
    {
        const ItemLabelings item = itemOf({{drawn(Box{0, 0, 10, 10}), drawn(Box{50, 50, 10, 10})},
                                           {drawn(Box{51, 50, 10, 10}), drawn(Box{0, 1, 10, 10})},
                                           {drawn(Box{1, 0, 10, 10}), drawn(Box{80, 80, 5, 5})}});
        const auto clusters = overlapsOf(item).clusters(0.5);
        QCOMPARE(text(clusters), QStringLiteral("0.0 1.1 2.0 | 0.1 1.0 | 2.1"));
        // Overlaps 10 x 9 of 110, twice, and 9 x 9 of 119.
        QVERIFY(std::abs(clusters[0].likeness - (90.0 / 110 + 90.0 / 110 + 81.0 / 119) / 3) < 1e-12);
        QCOMPARE(clusters[2].likeness, 0.0);
    }

    // Taking the best pair first would leave two objects alone: 0.0-1.0 overlap by 8/12, 0.0-1.1 by 7/13, 0.1-1.0 by 7/13.
    void everyTwoPeopleAreAssignedForTheLargestTotal()
    {
        const ItemLabelings item =
            itemOf({{drawn(Box{0, 0, 10, 10}), drawn(Box{5, 0, 10, 10})}, {drawn(Box{2, 0, 10, 10}), drawn(Box{-3, 0, 10, 10})}});
        QCOMPARE(text(overlapsOf(item).clusters(0.5)), QStringLiteral("0.0 1.1 | 0.1 1.0"));
    }

    // A chain of neighbours is not one thing: 0-1 and 1-2 overlap by .6, 0-2 by less than .4.
    void aChainIsNotOneThing()
    {
        const ItemLabelings item = itemOf({{drawn(Box{0, 0, 8, 8})}, {drawn(Box{2, 0, 8, 8})}, {drawn(Box{4, 0, 8, 8})}});
        QCOMPARE(text(overlapsOf(item).clusters(0.6)), QStringLiteral("0.0 1.0 | 2.0"));
        QCOMPARE(text(overlapsOf(item).clusters(0.3)), QStringLiteral("0.0 1.0 2.0"));
    }

    void twoObjectsOfOnePersonNeverMeet()
    {
        const ItemLabelings item = itemOf({{drawn(Box{0, 0, 10, 10}), drawn(Box{0, 0, 10, 10})}, {drawn(Box{0, 0, 10, 10})}});
        const auto clusters = overlapsOf(item).clusters(0.5);
        QCOMPARE(clusters.size(), std::size_t(2));
        for (const Cluster &cluster : clusters)
            for (std::size_t i = 1; i < cluster.members.size(); ++i)
                QVERIFY(cluster.members[i - 1].labeling < cluster.members[i].labeling);
    }

    void orderOfPeopleAndOfObjectsDoesNotMatter()
    {
        base::SeededRandom random(5);
        for (int round = 0; round < 20; ++round) {
            ItemLabelings item = itemOf({{}, {}, {}, {}, {}});
            // Whole coordinates and crowded places make ties and chains.
            for (Labeling &labeling : item.labelings)
                for (int k = 0; k < 12; ++k)
                    labeling.objects.push_back(drawn(Box{double(random.below(14)), double(random.below(8)), 6, 6}));
            for (const double threshold : {0.2, 0.5, 0.8}) {
                const auto before = asSets(item, overlapsOf(item).clusters(threshold));
                ItemLabelings shuffled = item;
                shuffle(shuffled.labelings, random);
                for (Labeling &labeling : shuffled.labelings)
                    shuffle(labeling.objects, random);
                QCOMPARE(asSets(shuffled, overlapsOf(shuffled).clusters(threshold)), before);
                // Every object is in exactly one cluster.
                const auto clusters = overlapsOf(shuffled).clusters(threshold);
                std::size_t members = 0;
                for (const Cluster &cluster : clusters)
                    members += cluster.members.size();
                QCOMPARE(members, std::size_t(60));
            }
        }
    }

    void leavingOneOutIsAsIfTheyHadNotDrawn()
    {
        base::SeededRandom random(6);
        ItemLabelings item = itemOf({{}, {}, {}, {}});
        for (Labeling &labeling : item.labelings)
            for (int k = 0; k < 10; ++k)
                labeling.objects.push_back(drawn(Box{double(random.below(20)), double(random.below(10)), 7, 7}));
        const ItemOverlaps all = overlapsOf(item);
        for (std::size_t i = 0; i < item.labelings.size(); ++i) {
            ItemLabelings fewer = item;
            fewer.labelings.erase(fewer.labelings.begin() + std::ptrdiff_t(i));
            QCOMPARE(asSets(item, all.clusters(0.4, i)), asSets(fewer, overlapsOf(fewer).clusters(0.4)));
        }
    }

    void shapesOfDifferentKindsMeetByTheirAreas()
    {
        geometry::Mask mask{20, 20, {}};
        // Columns 2 to 7, rows 2 to 7.
        mask.counts = {42};
        for (int column = 0; column < 6; ++column)
            mask.counts.insert(mask.counts.end(), {6, column < 5 ? 14U : 400U - 42 - 6 * 6 - 5 * 14});
        const geometry::Polygon polygon{{{{{2, 2}, {8, 2}, {8, 8}, {2, 8}}, {}}}};
        const ItemLabelings item = itemOf({{drawn(Box{2, 2, 6, 6})},
                                           {drawn(mask)},
                                           {drawn(polygon)},
                                           {drawn(geometry::RotatedBox{5, 5, 6, 6, 0})},
                                           {drawn(geometry::Ellipse{5, 5, 3, 3, 0})}},
                                          20, 20);
        QCOMPARE(text(overlapsOf(item).clusters(0.7)), QStringLiteral("0.0 1.0 2.0 3.0 4.0"));
        QCOMPARE(overlapsOf(item).likeness({0, 0}, {1, 0}), 1.0);
        QVERIFY(std::abs(overlapsOf(item).likeness({0, 0}, {4, 0}) - M_PI / 4) < 0.01);
    }

    void masksOfOtherSizesAreFitted()
    {
        const geometry::Mask small{4, 4, {0, 8, 8}};  // columns 0 and 1 of four rows
        const geometry::Mask large{8, 8, {0, 4, 4, 4, 52}};  // the same pixels in a larger picture
        for (const std::uint32_t size : {0U, 8U, 16U}) {
            const ItemLabelings item = itemOf({{drawn(small)}, {drawn(large)}}, size, size);
            QCOMPARE(overlapsOf(item).likeness({0, 0}, {1, 0}), 1.0);
        }
    }

    void linesAndPoints()
    {
        const geometry::Polyline line{{{0, 0}, {50, 0}, {100, 0}}};
        const geometry::Polyline reversed{{{100, 0}, {0, 0}}};
        const geometry::Polyline away{{{0, 40}, {100, 40}}};
        const double tolerance = tolerancePixels(600, 800);
        QCOMPARE(tolerance, 10.0);
        QVERIFY(std::abs(likeness(drawn(line), drawn(reversed), tolerance) - 1) < 1e-12);
        QVERIFY(likeness(drawn(line), drawn(away), tolerance) < 0.001);
        const geometry::Polyline beside{{{0, 10}, {100, 10}}};
        QVERIFY(std::abs(likeness(drawn(line), drawn(beside), tolerance) - std::exp(-0.5)) < 1e-12);

        const geometry::KeyPoints face{{{10, 10, 2}, {20, 10, 2}, {0, 0, 0}}, QStringLiteral("face")};
        geometry::KeyPoints other = face;
        QCOMPARE(likeness(drawn(face), drawn(other), tolerance), 1.0);
        other.points[2] = {15, 20, 1};
        QVERIFY(std::abs(likeness(drawn(face), drawn(other), tolerance) - 2.0 / 3) < 1e-12);
        other.skeleton = QStringLiteral("hand");
        QCOMPARE(likeness(drawn(face), drawn(other), tolerance), 0.0);
        QCOMPARE(likeness(drawn(line), drawn(Box{0, 0, 100, 10}), tolerance), 0.0);

        const ItemLabelings item = itemOf({{drawn(line), drawn(face)}, {drawn(face), drawn(beside)}}, 600, 800);
        QCOMPARE(text(overlapsOf(item).clusters(0.5)), QStringLiteral("0.0 1.1 | 0.1 1.0"));
    }

    void lineWithoutLengthIsNoTrap()
    {
        const auto points = resampled({{{3, 4}, {3, 4}, {3, 4}}}, 5);
        QCOMPARE(points.size(), std::size_t(5));
        for (const geometry::Point &p : points)
            QCOMPARE(p, (geometry::Point{3, 4}));
        const auto bent = resampled({{{0, 0}, {10, 0}, {10, 30}}}, 5);
        QCOMPARE(bent[1], (geometry::Point{10, 0}));
        QCOMPARE(bent[2], (geometry::Point{10, 10}));
        QCOMPARE(bent[4], (geometry::Point{10, 30}));
        QVERIFY(resampled({}, 5).empty());
    }

    void onlyShapesOfOneFrameMeet()
    {
        model::Annotation first = drawn(Box{0, 0, 10, 10});
        model::Annotation second = drawn(Box{0, 0, 10, 10});
        model::Annotation third = drawn(Box{0, 0, 10, 10});
        first.frame = model::FrameRef{{}, 1, 100, {1, 30}, {}};
        second.frame = model::FrameRef{{}, 7, 100, {1, 30}, {}};
        third.frame = model::FrameRef{{}, 1, 200, {1, 30}, {}};
        QCOMPARE(text(overlapsOf(itemOf({{first}, {second}, {third}})).clusters(0.5)), QStringLiteral("0.0 1.0 | 2.0"));
    }

    void degenerateShapesAreAloneOrLeftOut()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        model::Annotation ignored = drawn(Box{0, 0, 10, 10});
        ignored.role = model::Role::Ignore;
        const ItemLabelings item =
            itemOf({{drawn(Box{5, 5, 0, 0}), drawn(Box{nan, 0, 1, 1}), ignored, drawn(geometry::ItemLabel{})},
                    {drawn(Box{5, 5, 0, 0}), drawn(geometry::PointLabels{}), drawn(geometry::Cuboid{})},
                    {}});
        const ItemOverlaps overlaps = overlapsOf(item);
        QCOMPARE(overlaps.notCompared(), 4);
        QCOMPARE(text(overlaps.clusters(0.5)), QStringLiteral("0.0 | 1.0 | 1.2"));
        QVERIFY(overlapsOf(itemOf({})).clusters(0.5).empty());
        QVERIFY(overlapsOf(itemOf({{}, {}})).clusters(0.5).empty());
    }

    void aTangleIsLeftOut()
    {
        base::SeededRandom random(1);
        geometry::Ring ring;
        for (int i = 0; i < 2000; ++i)
            ring.push_back({random.uniform(0, 100), random.uniform(0, 100)});
        const ItemLabelings item = itemOf({{drawn(geometry::Polygon{{{ring, {}}}})}, {drawn(Box{0, 0, 100, 100})}});
        QCOMPARE(overlapsOf(item).notCompared(), 1);
    }

    // 1000 objects of each of ten people: 100 x 10 places, everybody a pixel or so off.
    void aThousandObjectsOfTenPeople()
    {
        base::SeededRandom random(3);
        ItemLabelings item = itemOf(std::vector<std::vector<model::Annotation>>(10), 4000, 400);
        for (Labeling &labeling : item.labelings)
            for (int k = 0; k < 1000; ++k)
                labeling.objects.push_back(
                    drawn(Box{40.0 * (k % 100) + random.uniform(-2, 2), 40.0 * (k / 100) + random.uniform(-2, 2), 30, 30}));
        const auto clusters = overlapsOf(item).clusters(0.5);
        QCOMPARE(clusters.size(), std::size_t(1000));
        for (const Cluster &cluster : clusters)
            QCOMPARE(cluster.members.size(), std::size_t(10));
    }

    void everythingOnOnePlaceIsRefusedInWords()
    {
        ItemLabelings item = itemOf(std::vector<std::vector<model::Annotation>>(10));
        for (Labeling &labeling : item.labelings)
            labeling.objects.assign(1000, drawn(Box{10, 10, 50, 50}));
        QVERIFY_FAILS(ItemOverlaps::of(item), ErrorCode::TooLarge);
        jobs::JobControl control;
        control.cancel();
        QVERIFY_FAILS(ItemOverlaps::of(item, control), ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestClusters)
#include "tst_clusters.moc"
