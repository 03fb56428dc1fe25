// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/overlap.h"
#include "core/matching/matcher.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <numbers>
#include <numeric>
#include <set>

using namespace plumbline;
using matching::Match;
using matching::match;
using matching::MatchOptions;
using matching::MatchResult;
using model::Annotation;
using Indices = std::vector<std::size_t>;

namespace {

ClassId classNamed(const char *name)
{
    return ClassId{Uuid::fromName("test", name)};
}

Annotation labeled(const char *className, geometry::Geometry geometry, model::Role role = model::Role::Object)
{
    Annotation annotation;
    annotation.labelClass = classNamed(className);
    annotation.geometry = std::move(geometry);
    annotation.role = role;
    return annotation;
}

Annotation box(const char *className, double x, double y, double w, double h, model::Role role = model::Role::Object)
{
    return labeled(className, geometry::Box{x, y, w, h}, role);
}

Annotation tag(const char *className)
{
    return labeled(className, geometry::ItemLabel{});
}

Annotation inFrame(Annotation annotation, std::int64_t pts)
{
    annotation.frame = model::FrameRef{{}, pts, pts, {1, 30}, {}};
    return annotation;
}

}  // namespace

class TestMatcher final : public QObject
{
    Q_OBJECT

private slots:
    void nothing()
    {
        QCOMPARE(match({}, {}), MatchResult{});
        QCOMPARE(match({box("car", 0, 0, 5, 5)}, {}).missed, Indices{0});
        QCOMPARE(match({}, {box("car", 0, 0, 5, 5)}).invented, Indices{0});
    }

    void optimalRatherThanGreedy()
    {
        // The first candidate fits the first truth best, but only the swap matches both.
        const std::vector<Annotation> truth{box("car", 0, 0, 100, 10), box("car", 40, 0, 100, 10)};
        const std::vector<Annotation> said{box("car", 15, 0, 100, 10), box("car", -30, 0, 100, 10)};
        const MatchResult result = match(truth, said, {0.3, false, 0.5});
        QCOMPARE(result.matches.size(), std::size_t(2));
        QCOMPARE(result.matches[0].candidate, std::size_t(1));
        QCOMPARE(result.matches[1].candidate, std::size_t(0));
        QCOMPARE(result.matches[0].iou, 70.0 / 130.0);
    }

    void sameClassFirst()
    {
        // The truck fits better, yet the car is taken; the truck then meets the other object, of another class.
        const std::vector<Annotation> truth{box("car", 0, 0, 10, 10), box("bus", 1, 0, 10, 10)};
        const std::vector<Annotation> said{box("truck", 0, 0, 10, 10), box("car", 2, 0, 10, 10)};
        const MatchResult result = match(truth, said);
        QCOMPARE(result.matches.size(), std::size_t(2));
        QCOMPARE(result.matches[0], (Match{0, 1, 80.0 / 120.0, true}));
        QCOMPARE(result.matches[1], (Match{1, 0, 90.0 / 110.0, false}));
    }

    void classesMustAgree()
    {
        const std::vector<Annotation> truth{box("car", 0, 0, 10, 10)};
        const std::vector<Annotation> said{box("truck", 0, 0, 10, 10)};
        QCOMPARE(match(truth, said).matches.size(), std::size_t(1));
        const MatchResult strict = match(truth, said, {0.5, true, 0.5});
        QVERIFY(strict.matches.empty());
        QCOMPARE(strict.missed, Indices{0});
        QCOMPARE(strict.invented, Indices{0});
    }

    void threshold()
    {
        // Half of the union exactly: allowed at 0.5, not above; touching boxes never, not even at 0.
        const std::vector<Annotation> truth{box("car", 0, 0, 10, 10)};
        QCOMPARE(match(truth, {box("car", 0, 0, 10, 5)}).matches.size(), std::size_t(1));
        QCOMPARE(match(truth, {box("car", 0, 0, 10, 4.999)}).matches.size(), std::size_t(0));
        QCOMPARE(match(truth, {box("car", 10, 0, 10, 10)}, {0, false, 0.5}).matches.size(), std::size_t(0));
        QCOMPARE(match(truth, {box("car", 5, 5, 0, 0)}, {0, false, 0.5}).invented, Indices{0});
    }

    void ignoreAndCrowd()
    {
        using model::Role;
        const std::vector<Annotation> truth{box("anything", 0, 0, 100, 100, Role::Ignore),
                                            box("person", 200, 0, 100, 100, Role::Crowd), box("car", 10, 10, 20, 20)};
        const std::vector<Annotation> said{
            box("car", 10, 10, 20, 20),     // matched although it lies in the ignore region
            box("dog", 50, 50, 20, 20),     // excused: ignore regions excuse every class
            box("dog", 90, 50, 30, 20),     // a third inside only
            box("person", 210, 10, 30, 30), // excused by the crowd
            box("dog", 210, 10, 30, 30),    // not a person
            box("person", 250, 0, 100, 100, Role::Ignore),  // left out
            box("person", 400, 0, 10, 10, Role::Crowd),     // left out
        };
        const MatchResult result = match(truth, said);
        QCOMPARE(result.matches, (std::vector<Match>{{2, 0, 1.0, true}}));
        QCOMPARE(result.ignored, (Indices{1, 3}));
        QCOMPARE(result.invented, (Indices{2, 4}));
        QVERIFY(result.missed.empty());
        QCOMPARE(match(truth, said, {0.5, false, 0.3}).ignored, (Indices{1, 2, 3}));
    }

    void kindsOfShapes()
    {
        const geometry::Polygon diamond{{{{{50, 0}, {100, 50}, {50, 100}, {0, 50}}, {}}}};
        const geometry::RotatedBox turned{50, 50, std::sqrt(5000.0), std::sqrt(5000.0), std::numbers::pi / 4};
        const MatchResult result = match({labeled("sign", diamond)}, {labeled("sign", turned)}, {0.99, false, 0.5});
        QCOMPARE(result.matches.size(), std::size_t(1));
        const geometry::Mask mask{100, 100, {0, 10000}};
        QCOMPARE(match({labeled("sign", mask)}, {labeled("sign", diamond)}).matches.size(), std::size_t(1));
    }

    void itemLabels()
    {
        const std::vector<Annotation> one{tag("day")};
        QCOMPARE(match(one, {tag("day")}).matches, (std::vector<Match>{{0, 0, 1.0, true}}));
        QCOMPARE(match(one, {tag("night")}).matches, (std::vector<Match>{{0, 0, 1.0, false}}));
        QVERIFY(match(one, {tag("night")}, {0.5, true, 0.5}).matches.empty());
        // Among several tags none is the wrong one of another.
        const MatchResult tags = match({tag("day"), tag("rain"), tag("city")}, {tag("fog"), tag("day"), tag("field")});
        QCOMPARE(tags.matches, (std::vector<Match>{{0, 1, 1.0, true}}));
        QCOMPARE(tags.missed, (Indices{1, 2}));
        QCOMPARE(tags.invented, (Indices{0, 2}));
        // A tag never meets a shape.
        QCOMPARE(match({tag("car")}, {box("car", 0, 0, 9, 9)}).missed, Indices{0});
    }

    // By volume, in the same frame of the same scene only.
    void cuboids()
    {
        const geometry::Cuboid car{{10, 5, 1}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("lidar")};
        geometry::Cuboid shifted = car;
        shifted.centre[0] += 1;
        geometry::Cuboid elsewhere = car;
        elsewhere.coordinateFrame = QStringLiteral("world");
        Annotation truth = labeled("car", car);
        truth.frame = model::FrameRef{QStringLiteral("lidar"), 3, 300'000, {1, 1'000'000}, {}};
        Annotation said = truth;
        said.geometry = shifted;
        const MatchResult same = match({truth}, {said});
        QCOMPARE(same.matches.size(), std::size_t(1));
        QVERIFY(std::abs(same.matches.front().iou - 0.6) < 1e-9);
        QVERIFY(std::abs(geometry::coverage(car, shifted) - 0.75) < 1e-9);
        Annotation later = said;
        later.frame->pts += 100'000;
        QCOMPARE(match({truth}, {later}).missed, Indices{0});
        said.geometry = elsewhere;
        QCOMPARE(match({truth}, {said}).invented, Indices{0});
        Annotation region = truth;
        region.role = model::Role::Ignore;
        QCOMPARE(match({region}, {truth}).ignored, Indices{0});
    }

    void notCompared()
    {
        const geometry::Polyline line{{{0, 0}, {9, 9}}};
        const MatchResult result = match({labeled("lane", line)}, {labeled("lane", line), labeled("x", geometry::Rating{})});
        QCOMPARE(result.truthNotCompared, Indices{0});
        QCOMPARE(result.candidatesNotCompared, (Indices{0, 1}));
        QVERIFY(result.matches.empty() && result.missed.empty() && result.invented.empty());
    }

    void frames()
    {
        const std::vector<Annotation> truth{inFrame(box("car", 0, 0, 10, 10), 0), inFrame(box("car", 0, 0, 10, 10), 1)};
        Annotation stale = inFrame(box("car", 0, 0, 10, 10), 1);
        stale.frame->index = 77;
        const MatchResult result = match(truth, {stale, box("car", 0, 0, 10, 10)});
        QCOMPARE(result.matches, (std::vector<Match>{{1, 0, 1.0, true}}));
        QCOMPARE(result.missed, Indices{0});
        QCOMPARE(result.invented, Indices{1});
    }

    void brokenShapes()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        const std::vector<Annotation> broken{box("car", nan, 0, 10, 10),
                                             box("car", 0, 0, infinity, 10),
                                             box("car", 0, 0, -5, 10),
                                             labeled("car", geometry::Polygon{}),
                                             labeled("car", geometry::Polygon{{{{}, {{}}}}}),
                                             labeled("car", geometry::Mask{5, 5, {}}),
                                             labeled("car", geometry::Cuboid{{nan, 0, 0}, {4, 2, 1}, {0, 0, 0, 1}, {}}),
                                             labeled("car", geometry::Cuboid{{0, 0, 0}, {infinity, 2, 1}, {0, 0, 0, 1}, {}}),
                                             labeled("car", geometry::Cuboid{})};
        const MatchResult result = match(broken, broken);
        QVERIFY(result.matches.empty());
        QCOMPARE(result.missed.size(), broken.size());
        QCOMPARE(result.invented.size(), broken.size());
    }

    void manyObjects()
    {
        base::SeededRandom random(2);
        std::vector<Annotation> truth;
        for (int i = 0; i < 5000; ++i)
            truth.push_back(box("car", random.uniform(0, 20000), random.uniform(0, 20000), 30, 30));
        const MatchResult result = match(truth, truth);
        QCOMPARE(result.matches.size(), truth.size());
        QVERIFY(std::all_of(result.matches.begin(), result.matches.end(),
                            [](const Match &m) { return m.truth == m.candidate && m.iou > 0.999999; }));
        // Copies of one box on both sides: one component of everything.
        const std::vector<Annotation> same(300, truth[0]);
        QCOMPARE(match(same, same).matches.size(), same.size());
    }

    // Every object ends in exactly one list, and the total does not depend on the order of the lists.
    void partitionAndOrder()
    {
        base::SeededRandom random(23);
        const char *names[] = {"car", "bus", "person"};
        for (int round = 0; round < 100; ++round) {
            std::vector<Annotation> truth;
            std::vector<Annotation> said;
            for (auto *list : {&truth, &said})
                for (std::uint64_t i = random.below(30); i > 0; --i)
                    list->push_back(box(names[random.below(3)], random.uniform(0, 60), random.uniform(0, 60),
                                        random.uniform(5, 30), random.uniform(5, 30),
                                        random.below(12) == 0 ? model::Role::Ignore : model::Role::Object));
            const MatchOptions options{0.3, false, 0.5};
            const MatchResult result = match(truth, said, options);
            std::multiset<std::size_t> truths(result.missed.begin(), result.missed.end());
            std::multiset<std::size_t> candidates(result.invented.begin(), result.invented.end());
            candidates.insert(result.ignored.begin(), result.ignored.end());
            double sameClassTotal = 0;
            for (const Match &m : result.matches) {
                truths.insert(m.truth);
                candidates.insert(m.candidate);
                QCOMPARE(m.iou, geometry::iou(truth[m.truth].geometry, said[m.candidate].geometry));
                QCOMPARE(m.sameClass, truth[m.truth].labelClass == said[m.candidate].labelClass);
                sameClassTotal += m.sameClass ? m.iou : 0;
            }
            const auto objects = [](const std::vector<Annotation> &all) {
                std::multiset<std::size_t> indices;
                for (std::size_t i = 0; i < all.size(); ++i)
                    if (all[i].role == model::Role::Object)
                        indices.insert(i);
                return indices;
            };
            QCOMPARE(truths, objects(truth));
            QCOMPARE(candidates, objects(said));

            std::reverse(truth.begin(), truth.end());
            std::reverse(said.begin(), said.end());
            double reversedTotal = 0;
            for (const Match &m : match(truth, said, options).matches)
                reversedTotal += m.sameClass ? m.iou : 0;
            QVERIFY(std::abs(reversedTotal - sameClassTotal) < 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestMatcher)
#include "tst_matcher.moc"
