// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/maskoperations.h"
#include "core/geometry/maskoutline.h"
#include "core/geometry/polygonoperations.h"
#include "core/geometry/strokepixels.h"
#include "tests/geometry/rasters.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using geometry::BrushStroke;
using geometry::Combination;
using geometry::Dab;
using geometry::Mask;
using geometry::Point;
using geometry::Polygon;
using geometry::TipShape;
using test::randomRaster;
using test::Raster;

namespace {

double distanceToHull(const Dab &a, const Dab &b, Point p)
{
    // The hull of two discs is every disc between them: the smallest of |p - c(t)| - r(t) over t, which is convex in t.
    double low = 0;
    double high = 1;
    const auto f = [&](double t) {
        return std::hypot(p.x - (a.centre.x + t * (b.centre.x - a.centre.x)), p.y - (a.centre.y + t * (b.centre.y - a.centre.y)))
               - (a.radius + t * (b.radius - a.radius));
    };
    for (int i = 0; i < 90; ++i) {
        const double third = (high - low) / 3;
        if (f(low + third) < f(high - third))
            high -= third;
        else
            low += third;
    }
    return f((low + high) / 2);
}

double distanceToSquareHull(const Dab &a, const Dab &b, Point p)
{
    double low = 0;
    double high = 1;
    const auto f = [&](double t) {
        return std::max(std::abs(p.x - (a.centre.x + t * (b.centre.x - a.centre.x))),
                        std::abs(p.y - (a.centre.y + t * (b.centre.y - a.centre.y))))
               - (a.radius + t * (b.radius - a.radius));
    };
    for (int i = 0; i < 90; ++i) {
        const double third = (high - low) / 3;
        if (f(low + third) < f(high - third))
            high -= third;
        else
            low += third;
    }
    return f((low + high) / 2);
}

}  // namespace

/// Functions on runs against the same done pixel by pixel.
class TestMaskOperations final : public QObject
{
    Q_OBJECT

private slots:
    void combine()
    {
        base::SeededRandom random(5);
        for (int round = 0; round < 400; ++round) {
            const Raster a = randomRaster(random);
            const Raster b = randomRaster(random);
            for (const Combination combination : {Combination::Unite, Combination::Subtract, Combination::Intersect}) {
                Raster wanted(a.width, a.height);
                wanted.fill([&](std::int64_t x, std::int64_t y) {
                    return combination == Combination::Unite      ? a.at(x, y) || b.at(x, y)
                           : combination == Combination::Subtract ? a.at(x, y) && !b.at(x, y)
                                                                  : a.at(x, y) && b.at(x, y);
                });
                const Mask result = geometry::combined(a.mask(), b.mask(), combination);
                QCOMPARE(result, wanted.mask());
                QCOMPARE(geometry::isEmpty(result), geometry::maskArea(result) == 0);
            }
            Raster wanted(b.width, b.height);
            wanted.fill([&](std::int64_t x, std::int64_t y) { return a.at(x, y); });
            QCOMPARE(geometry::fitted(a.mask(), std::uint32_t(b.width), std::uint32_t(b.height)), wanted.mask());
        }
    }

    void holesSpecksParts()
    {
        base::SeededRandom random(6);
        for (int round = 0; round < 300; ++round) {
            const Raster raster = randomRaster(random);
            const std::uint64_t limit = random.below(12);
            Raster filled = raster;
            Raster cleaned = raster;
            std::size_t parts = 0;
            for (std::int64_t y = 0; y < raster.height; ++y) {
                for (std::int64_t x = 0; x < raster.width; ++x) {
                    const auto group = raster.reach(x, y, raster.at(x, y));
                    const bool first = *std::min_element(group.begin(), group.end()) == std::pair(x, y);
                    if (raster.at(x, y)) {
                        parts += first ? 1 : 0;
                        if (group.size() < limit)
                            cleaned.set(x, y, false);
                        continue;
                    }
                    const bool open = std::any_of(group.begin(), group.end(), [&](const auto &p) {
                        return p.first == 0 || p.second == 0 || p.first == raster.width - 1 || p.second == raster.height - 1;
                    });
                    if (!open && group.size() <= limit)
                        filled.set(x, y, true);
                }
            }
            QCOMPARE(geometry::withoutHoles(raster.mask(), limit), filled.mask());
            QCOMPARE(geometry::withoutSpecks(raster.mask(), limit), cleaned.mask());
            const std::vector<Mask> list = geometry::partsOf(raster.mask());
            QCOMPARE(list.size(), parts);
            Mask all = geometry::emptyMask(std::uint32_t(raster.width), std::uint32_t(raster.height));
            std::uint64_t area = 0;
            for (const Mask &part : list) {
                all = geometry::combined(all, part, Combination::Unite);
                area += geometry::maskArea(part);
            }
            QCOMPARE(all, raster.mask());
            QCOMPARE(area, geometry::maskArea(all));
        }
    }

    void growAndShrink()
    {
        base::SeededRandom random(7);
        for (int round = 0; round < 200; ++round) {
            const Raster raster = randomRaster(random);
            const double radius = std::vector<double>{1, 1.5, 2, 3.7, 30}[random.below(5)];
            const auto near = [&](std::int64_t x, std::int64_t y, bool value) {
                for (std::int64_t v = 0; v < raster.height; ++v)
                    for (std::int64_t u = 0; u < raster.width; ++u)
                        if (raster.at(u, v) == value && double((u - x) * (u - x) + (v - y) * (v - y)) <= radius * radius)
                            return true;
                return false;
            };
            Raster grown(raster.width, raster.height);
            grown.fill([&](std::int64_t x, std::int64_t y) { return near(x, y, true); });
            Raster shrunk(raster.width, raster.height);
            shrunk.fill([&](std::int64_t x, std::int64_t y) { return !near(x, y, false); });
            QCOMPARE(geometry::grown(raster.mask(), radius), grown.mask());
            QCOMPARE(geometry::grown(raster.mask(), -radius), shrunk.mask());
        }
        const Mask mask = Raster(3, 4).mask();
        QCOMPARE(geometry::grown(mask, 0.5), mask);
        QCOMPARE(geometry::grown(mask, std::nan("")), mask);
    }

    void splitMasks()
    {
        base::SeededRandom random(8);
        for (int round = 0; round < 400; ++round) {
            const Raster raster = randomRaster(random);
            const auto coordinate = [&](std::int64_t size) {
                return random.below(3) == 0 ? double(random.below(std::uint64_t(size) + 1)) + 0.5
                                            : random.uniform(-5.0, double(size) + 5);
            };
            const Point a{coordinate(raster.width), coordinate(raster.height)};
            const Point b =
                random.below(4) == 0 ? Point{a.x, a.y + 3} : Point{coordinate(raster.width), coordinate(raster.height)};
            const auto [left, right] = geometry::splitByLine(raster.mask(), a, b);
            QCOMPARE(geometry::combined(left, right, Combination::Unite), raster.mask());
            QVERIFY(geometry::isEmpty(geometry::combined(left, right, Combination::Intersect)));
            if (a == b)
                continue;
            const Raster onRight(right);
            for (std::int64_t y = 0; y < raster.height; ++y) {
                for (std::int64_t x = 0; x < raster.width; ++x) {
                    const double side = (b.x - a.x) * (y + 0.5 - a.y) - (b.y - a.y) * (x + 0.5 - a.x);
                    if (raster.at(x, y) && std::abs(side) > 1e-9)
                        QCOMPARE(onRight.at(x, y), side > 0);
                }
            }
        }
    }

    void outlineGivesTheMaskBack()
    {
        base::SeededRandom random(9);
        for (int round = 0; round < 600; ++round) {
            const Raster raster = randomRaster(random);
            const Mask mask = raster.mask();
            const Polygon polygon = geometry::outlineOfMask(mask);
            QCOMPARE(geometry::rasterised(polygon, mask.width, mask.height), mask);
            QCOMPARE(geometry::rasterised(geometry::simplified(polygon, 0), mask.width, mask.height), mask);
            QCOMPARE(geometry::areaOf(polygon).value(), double(geometry::maskArea(mask)));
            std::size_t groups = 0;
            for (std::int64_t y = 0; y < raster.height; ++y) {
                for (std::int64_t x = 0; x < raster.width; ++x) {
                    const auto group = raster.reach(x, y, false);
                    groups += raster.at(x, y) && *std::min_element(group.begin(), group.end()) == std::pair(x, y) ? 1 : 0;
                }
            }
            QCOMPARE(polygon.parts.size(), groups);
        }
        QVERIFY(geometry::outlineOfMask({}).parts.empty());
        QVERIFY(geometry::outlineOfMask(geometry::emptyMask(7, 5)).parts.empty());
    }

    void outlineByHand()
    {
        // A frame of 5 × 4 with a hole of 3 × 2.
        Raster frame(9, 9);
        frame.fill([](std::int64_t x, std::int64_t y) {
            return x >= 2 && x < 7 && y >= 3 && y < 7 && !(x >= 3 && x < 6 && y >= 4 && y < 6);
        });
        const Polygon polygon = geometry::outlineOfMask(frame.mask());
        QCOMPARE(polygon.parts.size(), std::size_t(1));
        QCOMPARE(polygon.parts.front().outer, (geometry::Ring{{7, 3}, {7, 7}, {2, 7}, {2, 3}}));
        QCOMPARE(polygon.parts.front().holes.size(), std::size_t(1));
        QCOMPARE(polygon.parts.front().holes.front().size(), std::size_t(4));
    }

    void strokeIsWhatAPainterPaints_data()
    {
        QTest::addColumn<bool>("square");
        QTest::newRow("round") << false;
        QTest::newRow("square") << true;
    }
    void strokeIsWhatAPainterPaints()
    {
        QFETCH(bool, square);
        base::SeededRandom random(square ? 10 : 11);
        for (int round = 0; round < 50; ++round) {
            const auto width = std::int64_t(5 + random.below(60));
            const auto height = std::int64_t(5 + random.below(60));
            BrushStroke stroke{square ? TipShape::Square : TipShape::Round, {}};
            for (std::uint64_t i = random.below(5) + 1; i > 0; --i)
                stroke.dabs.push_back({{random.uniform(-12, 70), random.uniform(-12, 70)}, random.uniform(0.3, 14)});
            Raster wanted(width, height);
            Raster doubtful(width, height);
            const std::size_t steps = std::max<std::size_t>(1, stroke.dabs.size() - 1);
            for (std::size_t i = 0; i < steps; ++i) {
                const Dab &a = stroke.dabs[i];
                const Dab &b = stroke.dabs[std::min(i + 1, stroke.dabs.size() - 1)];
                for (std::int64_t y = 0; y < height; ++y) {
                    for (std::int64_t x = 0; x < width; ++x) {
                        const Point centre{x + 0.5, y + 0.5};
                        const double distance = square ? distanceToSquareHull(a, b, centre) : distanceToHull(a, b, centre);
                        if (std::abs(distance) < 1e-7)
                            doubtful.set(x, y, true);
                        else if (distance < 0)
                            wanted.set(x, y, true);
                    }
                }
            }
            const Mask whole = geometry::maskOfStroke(stroke, std::uint32_t(width), std::uint32_t(height));
            // Dab by dab it is the same.
            geometry::StrokePixels followed{std::uint32_t(width), std::uint32_t(height)};
            for (std::size_t dabs = 1; dabs <= stroke.dabs.size(); ++dabs)
                followed.follow({stroke.tip, {stroke.dabs.begin(), stroke.dabs.begin() + static_cast<std::ptrdiff_t>(dabs)}});
            QCOMPARE(followed.mask(), whole);
            const Raster painted(whole);
            for (std::int64_t y = 0; y < height; ++y)
                for (std::int64_t x = 0; x < width; ++x)
                    QVERIFY2(painted.at(x, y) == wanted.at(x, y) || doubtful.at(x, y),
                             qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
        }
    }

    void dabsCoverWholePixels()
    {
        const auto area = [](TipShape tip, double size) {
            return geometry::maskArea(geometry::maskOfStroke({tip, {geometry::snappedDab({10.3, 12.8}, size)}}, 30, 30));
        };
        QCOMPARE(area(TipShape::Round, 0.2), std::uint64_t(1));
        QCOMPARE(area(TipShape::Round, 1), std::uint64_t(1));
        QCOMPARE(area(TipShape::Round, 2), std::uint64_t(4));
        QCOMPARE(area(TipShape::Square, 3), std::uint64_t(9));
        QCOMPARE(area(TipShape::Square, 6), std::uint64_t(36));
        // A line one pixel wide has no gaps.
        const Mask line = geometry::maskOfStroke(
            {TipShape::Round, {geometry::snappedDab({2.5, 3.5}, 1), geometry::snappedDab({40.5, 17.5}, 1)}}, 50, 30);
        QCOMPARE(geometry::partsOf(line).size(), std::size_t(1));
        // Nonsense paints nothing.
        QVERIFY(geometry::isEmpty(geometry::maskOfStroke({TipShape::Round, {{{std::nan(""), 3}, 5}}}, 30, 30)));
        QVERIFY(geometry::isEmpty(geometry::maskOfStroke({TipShape::Square, {{{5, 3}, HUGE_VAL}}}, 30, 30)));
        QVERIFY(geometry::isEmpty(geometry::maskOfStroke({TipShape::Round, {}}, 30, 30)));
        QVERIFY(geometry::isEmpty(geometry::maskOfStroke({TipShape::Round, {{{1e12, -1e12}, 5}}}, 30, 30)));
    }

    void brokenMasks()
    {
        // Counts that say too much, too little or nothing.
        for (const Mask &mask :
             {Mask{4, 4, {2, 100}}, Mask{4, 4, {1, 2}}, Mask{4, 4, {}}, Mask{0, 0, {3, 3}}, Mask{4, 0, {0, 9}},
              Mask{0, 4, {0, 9}}, Mask{4, 4, {0, 0, 0, 3, 0, 4}}, Mask{0xFFFFFFFF, 0xFFFFFFFF, {0, 0xFFFFFFFF}}}) {
            QVERIFY(geometry::maskArea(geometry::fitted(mask, 5, 5)) <= 25);
            const Mask small = geometry::fitted(mask, 6, 6);
            (void)geometry::withoutHoles(mask);
            (void)geometry::withoutSpecks(mask, 3);
            (void)geometry::grown(mask, 2);
            (void)geometry::grown(mask, -2);
            (void)geometry::splitByLine(mask, {0, 0}, {3, 1});
            (void)geometry::outlineOfMask(mask);
            QCOMPARE(geometry::combined(small, mask, Combination::Unite), small);
        }
        QCOMPARE(geometry::maskArea(geometry::fitted({4, 4, {2, 100}}, 4, 4)), std::uint64_t(100));  // the same size: as it is
        QCOMPARE(geometry::maskArea(geometry::combined({4, 4, {2, 100}}, {4, 4, {16}}, Combination::Unite)), std::uint64_t(14));
        QVERIFY(geometry::isEmpty({4, 4, {}}));
    }
};

QTEST_GUILESS_MAIN(TestMaskOperations)
#include "tst_maskoperations.moc"
