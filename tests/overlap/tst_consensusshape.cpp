// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/mask.h"
#include "core/geometry/maskoperations.h"
#include "core/geometry/overlap.h"
#include "core/matching/matcher.h"
#include "core/overlap/consensusshape.h"
#include "core/simulation/street.h"
#include "tests/overlap/labelings.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;
using namespace plumbline::overlap;
using namespace plumbline::test;
using geometry::Box;
using geometry::Ellipse;
using geometry::Geometry;
using geometry::KeyPoints;
using geometry::Polygon;
using geometry::Polyline;
using geometry::RotatedBox;

namespace {

constexpr double pi = std::numbers::pi;

Result<ConsensusShape> shapeOf(const std::vector<Geometry> &shapes, std::uint32_t width = 200, std::uint32_t height = 200)
{
    return consensusShape(shapes, width, height);
}

Polygon square(double x, double y, double side)
{
    return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}};
}

/// How well labels fit the truth.
struct Fit {
    double f1 = 0;
    double iou = 0;
};

class Tally
{
public:
    void add(const std::vector<model::Annotation> &truth, const std::vector<model::Annotation> &said)
    {
        const auto matched = matching::match(truth, said);
        for (const matching::Match &match : matched.matches) {
            m_right += match.sameClass;
            m_iou += match.iou;
            ++m_matches;
        }
        m_objects += truth.size() + said.size();
    }
    [[nodiscard]] Fit fit() const { return {2 * m_right / double(m_objects), m_iou / double(m_matches)}; }

private:
    double m_right = 0;
    double m_iou = 0;
    std::size_t m_matches = 0;
    std::size_t m_objects = 0;
};

/// Clusters that more than half reach, with the class of most.
std::vector<model::Annotation> consensusOf(const ItemLabelings &item)
{
    std::vector<model::Annotation> result;
    for (const Cluster &cluster : overlapsOf(item).clusters(0.5)) {
        if (cluster.members.size() * 2 <= item.labelings.size())
            continue;
        std::vector<Geometry> shapes;
        std::map<ClassId, int> votes;
        for (const Member &m : cluster.members) {
            const model::Annotation &object = item.labelings[m.labeling].objects[m.object];
            shapes.push_back(object.geometry);
            ++votes[object.labelClass];
        }
        const auto shape = consensusShape(shapes, item.width, item.height);
        if (!shape)
            continue;
        model::Annotation a = drawn(shape->geometry);
        a.labelClass =
            std::max_element(votes.begin(), votes.end(), [](const auto &p, const auto &q) { return p.second < q.second; })->first;
        result.push_back(std::move(a));
    }
    return result;
}

}  // namespace

class TestConsensusShape : public QObject
{
    Q_OBJECT

private slots:
    void boxesByMedianEdges()
    {
        // Left 10 11 40, top 20 21 22, right 50 52 60, bottom 60 61 90.
        const auto three = shapeOf({Box{10, 20, 40, 40}, Box{11, 21, 41, 40}, Box{40, 22, 20, 68}});
        QVERIFY_RESULT(three);
        QCOMPARE(std::get<Box>(three->geometry), (Box{11, 21, 41, 40}));
        QCOMPARE(three->method, QStringLiteral("median"));
        const auto two = shapeOf({Box{10, 10, 10, 10}, Box{12, 10, 10, 20}});
        QCOMPARE(std::get<Box>(two->geometry), (Box{11, 10, 10, 15}));
        const auto one = shapeOf({Box{1, 2, 3, 4}});
        QCOMPARE(one->method, QStringLiteral("only"));
        QCOMPARE(std::get<Box>(one->geometry), (Box{1, 2, 3, 4}));
        // One that is far off does not move it.
        const auto outlier = shapeOf({Box{10, 10, 10, 10}, Box{10, 10, 10, 10}, Box{1000, -500, 3, 900}});
        QCOMPARE(std::get<Box>(outlier->geometry), (Box{10, 10, 10, 10}));
    }

    // The same shape said in four ways: by half turns, and by quarter turns with the sides exchanged.
    void rotatedBoxesModuloTheirSymmetry()
    {
        const RotatedBox truth{100, 100, 60, 20, 0.3};
        const auto result = shapeOf({RotatedBox{100, 100, 60, 20, 0.3}, RotatedBox{101, 100, 62, 20, 0.3 + pi},
                                     RotatedBox{99, 101, 20, 58, 0.3 + pi / 2}, RotatedBox{100, 99, 21, 60, 0.35 - pi / 2},
                                     RotatedBox{100, 100, 60, 19, 0.25 + 6 * pi}});
        QVERIFY_RESULT(result);
        const auto box = std::get<RotatedBox>(result->geometry);
        QCOMPARE(box.cx, 100.0);
        QCOMPARE(box.cy, 100.0);
        QVERIFY(std::abs(geometry::iou(box, truth) - 1) < 1e-6);
        // Around the point where angles begin again, a mean of numbers would lie across.
        const auto wrapped = shapeOf({RotatedBox{100, 100, 60, 20, pi - 0.02}, RotatedBox{100, 100, 60, 20, -pi + 0.02},
                                      RotatedBox{100, 100, 60, 20, pi}});
        QVERIFY(geometry::iou(wrapped->geometry, RotatedBox{100, 100, 60, 20, 0}) > 0.999);
    }

    void ellipsesModuloTheirSymmetry()
    {
        const auto result =
            shapeOf({Ellipse{50, 50, 30, 10, 0.1}, Ellipse{52, 50, 10, 30, 0.1 + pi / 2}, Ellipse{51, 51, 31, 11, 0.1 - pi}});
        QVERIFY_RESULT(result);
        QVERIFY(geometry::iou(result->geometry, Ellipse{51, 50, 30, 10, 0.1}) > 0.999);
    }

    void polygonsByStaple()
    {
        const auto result = shapeOf({square(20, 20, 40), square(21, 20, 40), square(20, 21, 40), square(20, 20, 60)});
        QVERIFY_RESULT(result);
        QCOMPARE(result->method, QStringLiteral("staple"));
        QCOMPARE(result->sensitivity.size(), std::size_t(4));
        QVERIFY(geometry::iou(result->geometry, square(20, 20, 40)) > 0.95);
        // The one who drew far too much is found to be unspecific, the others are not.
        for (std::size_t j = 0; j < 3; ++j)
            QVERIFY(result->specificity[j] > result->specificity[3] + 0.3);
        // A hole that two of three have.
        Polygon holed = square(20, 20, 40);
        holed.parts[0].holes.push_back({{30, 30}, {50, 30}, {50, 50}, {30, 50}});
        const auto ring = shapeOf({holed, holed, square(20, 20, 40)});
        QVERIFY(!geometry::covers(ring->geometry, {40, 40}));
        QVERIFY(geometry::covers(ring->geometry, {25, 25}));
    }

    void smallOutlinesKeepTheirForm()
    {
        const Polygon triangle{{{{{3.2, 3.4}, {9.1, 4.3}, {5.7, 9.9}}, {}}}};
        const auto result = shapeOf({triangle, triangle, triangle}, 1000, 1000);
        QVERIFY_RESULT(result);
        QVERIFY2(geometry::iou(result->geometry, triangle) > 0.95,
                 qPrintable(QString::number(geometry::iou(result->geometry, triangle))));
        QCOMPARE(geometry::whyInvalid(result->geometry), QString());
    }

    void masksByStaple()
    {
        const auto mask = [](double x, double y, double side) { return geometry::rasterised(square(x, y, side), 200, 200); };
        const auto result = shapeOf({mask(20, 20, 40), mask(22, 20, 40), mask(20, 22, 40)});
        QVERIFY_RESULT(result);
        const auto *made = std::get_if<geometry::Mask>(&result->geometry);
        QVERIFY(made);
        QCOMPARE(made->width, 200U);
        QVERIFY(geometry::iou(*made, mask(20, 20, 40)) > 0.9);
        // Another size, and a picture of unknown size.
        const auto fitted = shapeOf({mask(20, 20, 40), geometry::rasterised(square(20, 20, 40), 90, 70), mask(20, 20, 40)}, 0, 0);
        QCOMPARE(std::get<geometry::Mask>(fitted->geometry), mask(20, 20, 40));
        // Masks win over as many polygons; the result is of their kind.
        QVERIFY(std::holds_alternative<geometry::Mask>(shapeOf({square(20, 20, 40), mask(20, 20, 40)})->geometry));
        const auto outline = shapeOf({square(20, 20, 40), mask(20, 20, 40), square(20, 20, 40)});
        QVERIFY(std::holds_alternative<Polygon>(outline->geometry));
        QVERIFY(geometry::iou(outline->geometry, square(20, 20, 40)) > 0.999);
    }

    void kindsMix()
    {
        const auto boxes = shapeOf({Box{20, 20, 40, 40}, square(22, 20, 40), Box{21, 20, 40, 40}});
        QCOMPARE(std::get<Box>(boxes->geometry), (Box{21, 20, 40, 40}));
        const auto rotated = shapeOf({Box{20, 20, 40, 40}, RotatedBox{40, 40, 40, 30, 0.1}, RotatedBox{40, 40, 40, 30, 0.1}});
        QCOMPARE(std::get<RotatedBox>(rotated->geometry), (RotatedBox{40, 40, 40, 30, 0.1}));
    }

    void keyPointsByMedian()
    {
        const QString face = QStringLiteral("face");
        const auto result = shapeOf(
            {KeyPoints{{{10, 10, 2}, {20, 10, 2}, {5, 5, 1}}, face}, KeyPoints{{{12, 11, 2}, {20, 12, 1}, {0, 0, 0}}, face},
             KeyPoints{{{11, 30, 1}, {21, 11, 1}, {0, 0, 0}}, face}, KeyPoints{{{99, 99, 2}}, QStringLiteral("hand")}});
        QVERIFY_RESULT(result);
        const auto points = std::get<KeyPoints>(result->geometry);
        QCOMPARE(points.skeleton, face);
        QCOMPARE(points.points[0], (geometry::KeyPoint{11, 11, 2}));
        QCOMPARE(points.points[1], (geometry::KeyPoint{20, 11, 1}));
        QCOMPARE(points.points[2], (geometry::KeyPoint{0, 0, 0}));
    }

    void linesByMedianAlongTheirLength()
    {
        const auto result =
            shapeOf({Polyline{{{0, 10}, {100, 10}}}, Polyline{{{100, 12}, {50, 12}, {0, 12}}}, Polyline{{{0, 14}, {100, 14}}}});
        QVERIFY_RESULT(result);
        const auto line = std::get<Polyline>(result->geometry);
        QCOMPARE(line.points.size(), std::size_t(2));
        QVERIFY(std::abs(line.points[0].y - 12) < 1e-9 && std::abs(line.points[1].y - 12) < 1e-9);
        QCOMPARE(std::abs(line.points[0].x - line.points[1].x), 100.0);
    }

    // Metres; the second lies the other way round, the third is tilted a little and far off.
    void cuboidsByMedian()
    {
        const auto about = [](double yaw) { return std::array<double, 4>{0, 0, std::sin(yaw / 2), std::cos(yaw / 2)}; };
        const auto cuboid = [&](double x, double length, double yaw) {
            return geometry::Cuboid{{x, 3, 0.5}, {length, 2, 1.5}, about(yaw), QStringLiteral("top")};
        };
        const auto shape = shapeOf({cuboid(10, 4, 0.1), cuboid(10.2, 4.2, 0.14 + pi), cuboid(10.1, 6, 0.3)});
        QVERIFY_RESULT(shape);
        QCOMPARE(shape->method, QStringLiteral("median"));
        const auto &middle = std::get<geometry::Cuboid>(shape->geometry);
        QCOMPARE(middle.centre[0], 10.1);
        QCOMPARE(middle.size[0], 4.2);
        QCOMPARE(middle.coordinateFrame, QStringLiteral("top"));
        QVERIFY(geometry::whyInvalid(shape->geometry).isEmpty());
        const double heading = 2 * std::atan2(middle.rotation[2], middle.rotation[3]);
        QVERIFY2(std::abs(std::remainder(heading - 0.14, pi)) < 1e-9, qPrintable(QString::number(heading)));
        // They are things that can be told to be the same, in one frame.
        auto item = itemOf({{drawn(cuboid(10, 4, 0.1))}, {drawn(cuboid(10.2, 4.2, 0.14))}, {drawn(cuboid(30, 4, 0))}});
        for (auto &labeling : item.labelings)
            labeling.objects.front().frame = model::FrameRef{QStringLiteral("top"), 0, 1000, {1, 1'000'000}, {}};
        QCOMPARE(text(overlapsOf(item).clusters(0.5)), QStringLiteral("0.0 1.0 | 2.0"));
        item.labelings[1].objects.front().frame->pts = 2000;
        QCOMPARE(text(overlapsOf(item).clusters(0.5)), QStringLiteral("0.0 | 1.0 | 2.0"));
    }

    void badInput()
    {
        QVERIFY_FAILS(shapeOf({}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(shapeOf({geometry::ItemLabel{}, geometry::ItemLabel{}}), ErrorCode::Unsupported);
        QVERIFY_FAILS(shapeOf({geometry::emptyMask(5, 5), geometry::emptyMask(5, 5)}, 5, 5), ErrorCode::Failed);
        const auto points = shapeOf({Box{5, 5, 0, 0}, Box{6, 6, 0, 0}});
        QCOMPARE(std::get<Box>(points->geometry), (Box{5.5, 5.5, 0, 0}));
        QVERIFY_FAILS(shapeOf({square(0, 0, 3e6), square(0, 0, 3e6)}), ErrorCode::TooLarge);
        const Polygon flat{{{{{1, 1}, {5, 1}, {9, 1}}, {}}}};
        QVERIFY(!shapeOf({flat, flat}).has_value());
        const auto still = shapeOf({Polyline{{{3, 3}, {3, 3}}}, Polyline{{{3, 3}, {3, 3}}}});
        QVERIFY_RESULT(still);
    }

    // Five people with known rates, several seeds: what they agree on is better than the best of them.
    void betterThanTheBestOfFive()
    {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            base::SeededRandom random(seed);
            std::vector<Tally> single(5);
            Tally together;
            for (int i = 0; i < 12; ++i) {
                const simulation::StreetScene scene = simulation::makeStreet(seed * 100 + std::uint64_t(i), {480, 300, 4, 9});
                std::vector<model::Annotation> truth;
                for (const simulation::SimulatedLabel &label : simulation::truthOf(scene))
                    truth.push_back(drawn(label.geometry, label.className.toUtf8().constData()));
                ItemLabelings item;
                item.width = 480;
                item.height = 300;
                for (std::size_t p = 0; p < 5; ++p) {
                    simulation::AnnotatorProfile profile;
                    profile.missRate = 0.06 + 0.02 * double(p);
                    profile.wrongClassRate = 0.05;
                    profile.looseRate = 0.05;
                    profile.inventRate = 0.3;
                    profile.jitterPixels = 2;
                    Labeling labeling{QStringLiteral("person %1").arg(p), {}};
                    for (const simulation::SimulatedLabel &label : simulation::annotate(scene, profile, random).labels)
                        labeling.objects.push_back(drawn(label.geometry, label.className.toUtf8().constData()));
                    single[p].add(truth, labeling.objects);
                    item.labelings.push_back(std::move(labeling));
                }
                together.add(truth, consensusOf(item));
            }
            Fit best;
            for (const Tally &tally : single) {
                best.f1 = std::max(best.f1, tally.fit().f1);
                best.iou = std::max(best.iou, tally.fit().iou);
            }
            const Fit agreed = together.fit();
            QVERIFY2(agreed.f1 > best.f1 + 0.02 && agreed.iou > best.iou + 0.005,
                     qPrintable(QStringLiteral("seed %1: F1 %2 against %3, IoU %4 against %5")
                                    .arg(seed)
                                    .arg(agreed.f1)
                                    .arg(best.f1)
                                    .arg(agreed.iou)
                                    .arg(best.iou)));
        }
    }
};

QTEST_GUILESS_MAIN(TestConsensusShape)
#include "tst_consensusshape.moc"
