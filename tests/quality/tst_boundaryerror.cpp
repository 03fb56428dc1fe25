// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/regions.h"
#include "core/quality/boundaryerror.h"
#include "core/quality/livecalibration.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace plumbline;
using geometry::Box;
using geometry::Ellipse;
using geometry::Geometry;
using geometry::Polygon;
using geometry::RotatedBox;
using quality::boundaryDistance;

class TestBoundaryError final : public QObject
{
    Q_OBJECT

    static double distance(const Geometry &a, const Geometry &b)
    {
        const double there = boundaryDistance(a, b).value_or(-1);
        const double back = boundaryDistance(b, a).value_or(-2);
        return std::abs(there - back) < 1e-12 ? there : -3;
    }

private slots:
    void byHand()
    {
        QCOMPARE(distance(Box{3, 4, 10, 20}, Box{3, 4, 10, 20}), 0.0);
        // The left side is 1 off for 10 pixels, the right one but for its ends (9), the others half a pixel for one: 20 / 40.
        QVERIFY(std::abs(distance(Box{0, 0, 10, 10}, Box{1, 0, 10, 10}) - .5) < 2e-3);
        // Outwards 1 everywhere; back, a pixel at each end of a side is the mean of sqrt(1 + t²) off.
        const double ends = (std::numbers::sqrt2 + std::asinh(1.0)) / 2;
        QVERIFY(std::abs(distance(Box{1, 1, 10, 10}, Box{0, 0, 12, 12}) - (1 + (10 + 2 * ends) / 12) / 2) < 2e-3);
        QVERIFY(std::abs(distance(Ellipse{50, 50, 20, 20, 0}, Ellipse{50, 50, 23, 23, 0}) - 3) < .02);
    }

    void kindsMeet()
    {
        const Polygon square{{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}}}};
        QVERIFY(distance(square, Box{0, 0, 10, 10}) < 1e-9);
        QVERIFY(distance(RotatedBox{5, 5, 10, 10, std::numbers::pi / 2}, square) < 1e-9);
        const auto mask = geometry::maskOfRegion(square, 40, 30);
        QVERIFY_RESULT(mask);
        QVERIFY(distance(*mask, square) < 1e-9);
        // A hole that only one has: its outline is far from the other's.
        Polygon holed = square;
        holed.parts.front().holes.push_back({{4, 4}, {6, 4}, {6, 6}, {4, 6}});
        QVERIFY(distance(square, holed) > .3);
        // Starting at another corner, or going the other way round, is the same outline.
        const Polygon turned{{{{{10, 10}, {10, 0}, {0, 0}, {0, 10}}, {}}}};
        QVERIFY(distance(turned, square) < 1e-9);
    }

    void nothingToMeasure()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!boundaryDistance(Box{0, 0, 0, 0}, Box{0, 0, 1, 1}));
        QVERIFY(!boundaryDistance(Box{0, 0, nan, 1}, Box{0, 0, 1, 1}));
        QVERIFY(!boundaryDistance(geometry::ItemLabel{}, geometry::ItemLabel{}));
        QVERIFY(!boundaryDistance(geometry::Mask{}, Box{0, 0, 1, 1}));
        QVERIFY(!boundaryDistance(Polygon{}, Polygon{}));
        const auto huge = boundaryDistance(Box{0, 0, 1e308, 1e308}, Box{-1e308, 0, 1e308, 1});
        QVERIFY(!huge || std::isfinite(*huge));
    }

    void largeOutlinesTakeBoundedWork()
    {
        Polygon star;
        star.parts.push_back({});
        for (int i = 0; i < 90'000; ++i) {
            const double angle = 2 * std::numbers::pi * i / 90'000;
            star.parts.front().outer.push_back({500 + (300 + i % 2) * std::cos(angle), 500 + (300 + i % 2) * std::sin(angle)});
        }
        QVERIFY(distance(star, star) < 1e-9);
    }

    // It goes with the outcome, is summed in any order, and older outcomes are still read.
    void partOfTheScore()
    {
        model::Annotation truth;
        truth.id = AnnotationId{Uuid::fromName("a", "1")};
        truth.labelClass = ClassId{Uuid::fromName("class", "car")};
        truth.geometry = Box{0, 0, 10, 10};
        model::Annotation said = truth;
        said.geometry = Box{1, 0, 10, 10};
        const auto outcome = quality::scoreAgainstGold({{{truth}}, false}, {said}, false);
        QCOMPARE(outcome.right, 1);
        QCOMPARE(outcome.boundaryCount, 1);
        QVERIFY(std::abs(outcome.boundarySum - .5) < 2e-3);
        said.labelClass = ClassId{Uuid::fromName("class", "bus")};
        QCOMPARE(quality::scoreAgainstGold({{{truth}}, false}, {said}, false).boundaryCount, 0);

        base::CborWriter writer;
        quality::encode(writer, outcome);
        QByteArray stored = writer.take();
        base::CborReader reader(stored);
        QCOMPARE(quality::decodeGoldOutcome(reader), outcome);
        // 0x8e = array of 14; a double takes 9 bytes and a small count 1.
        QCOMPARE(static_cast<unsigned char>(stored[0]), 0x8eU);
        stored[0] = char(0x8c);
        stored.chop(10);
        base::CborReader older(stored);
        auto expected = outcome;
        expected.boundarySum = 0;
        expected.boundaryCount = 0;
        QCOMPARE(quality::decodeGoldOutcome(older), expected);

        quality::LiveCalibration live;
        std::vector<quality::GoldResult> results;
        for (int i = 0; i < 5; ++i) {
            quality::GoldResult result;
            result.submission = SubmissionId{Uuid::fromName("s", QByteArray::number(i))};
            result.item = ItemId{Uuid::fromName("i", QByteArray::number(i))};
            result.outcome = outcome;
            result.outcome.boundarySum = i;
            results.push_back(result);
            live.put(result);
        }
        QCOMPARE(*live.boundary().mean(), 2.0);
        QVERIFY(live.boundary().interval()->low < 2 && live.boundary().interval()->high > 2);
        live.withdraw(results[4].submission);
        QCOMPARE(*live.boundary().mean(), 1.5);
    }
};

QTEST_GUILESS_MAIN(TestBoundaryError)
#include "tst_boundaryerror.moc"
