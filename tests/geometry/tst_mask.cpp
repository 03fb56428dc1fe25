// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/mask.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace plumbline;
using geometry::Box;
using geometry::Mask;
using geometry::Polygon;
using geometry::Ring;

namespace {

using Counts = std::vector<std::uint32_t>;

// Pixels in column-major order, as the runs are.
Mask fromPixels(std::uint32_t width, std::uint32_t height, const std::vector<bool> &pixels)
{
    Mask mask{width, height, {0}};
    bool foreground = false;
    for (const bool pixel : pixels) {
        if (pixel != foreground) {
            mask.counts.push_back(0);
            foreground = pixel;
        }
        ++mask.counts.back();
    }
    return mask;
}

std::vector<bool> randomPixels(base::SeededRandom &random, std::size_t count)
{
    std::vector<bool> pixels(count);
    const double change = random.uniform(0.001, 0.6);
    bool foreground = random.below(2) == 0;
    for (std::size_t i = 0; i < count; ++i) {
        foreground = foreground != (random.uniform() < change);
        pixels[i] = foreground;
    }
    return pixels;
}

}  // namespace

class TestMask final : public QObject
{
    Q_OBJECT

private slots:
    void compressedByHand_data()
    {
        QTest::addColumn<Mask>("mask");
        QTest::addColumn<QByteArray>("text");
        // One character holds five bits from the lowest up: 16 is the sign of the last one, 32 says that more follow; plus 48.
        QTest::newRow("small counts") << Mask{3, 3, {1, 2, 3, 3}} << QByteArray("1231");  // the fourth as 3 - 2
        QTest::newRow("all background") << Mask{2, 2, {4}} << QByteArray("4");
        QTest::newRow("all foreground") << Mask{2, 2, {0, 4}} << QByteArray("04");
        // 15 = 01111 fits with its sign bit clear: '?'. 16 = 10000 would read as negative: 16 + 32 = 48 -> '`', then '0'.
        QTest::newRow("fifteen and sixteen") << Mask{31, 1, {15, 16}} << QByteArray("?`0");
        // 100 = 00011 00100: 4 + 32 + 48 = 84 'T', 3 + 48 '3'.
        QTest::newRow("one hundred") << Mask{10, 10, {100}} << QByteArray("T3");
        // The fourth is stored as 1 - 9 = -8 = ...11000: 24 + 48 = 72 'H'.
        QTest::newRow("negative difference") << Mask{4, 5, {5, 9, 5, 1}} << QByteArray("595H");
        // -17 = ...1 01111: the low five bits 15 with more to come, 15 + 32 + 48 '_', then all ones: 31 + 48 'O'.
        QTest::newRow("negative, two characters") << Mask{24, 1, {1, 20, 0, 3}} << QByteArray("1d00_O");
    }

    void compressedByHand()
    {
        QFETCH(Mask, mask);
        QFETCH(QByteArray, text);
        QCOMPARE(std::accumulate(mask.counts.begin(), mask.counts.end(), 0u), mask.width * mask.height);
        QCOMPARE(geometry::compressRuns(mask), text);
        const auto read = geometry::decompressRuns(text, mask.width, mask.height);
        QVERIFY_RESULT(read);
        QCOMPARE(*read, mask);
    }

    void compressionRoundTrip()
    {
        base::SeededRandom random(77);
        for (int round = 0; round < 300; ++round) {
            const auto width = static_cast<std::uint32_t>(1 + random.below(200));
            const auto height = static_cast<std::uint32_t>(1 + random.below(200));
            const Mask mask = fromPixels(width, height, randomPixels(random, std::size_t(width) * height));
            const auto read = geometry::decompressRuns(geometry::compressRuns(mask), width, height);
            QVERIFY_RESULT(read);
            QCOMPARE(*read, mask);
        }
        const Mask huge{65535, 65537, {0xFFFFFFFFu}};
        const auto read = geometry::decompressRuns(geometry::compressRuns(huge), huge.width, huge.height);
        QVERIFY_RESULT(read);
        QCOMPARE(*read, huge);
    }

    void brokenStrings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("too few pixels") << QByteArray("5");
        QTest::newRow("too many pixels") << QByteArray("T3");
        QTest::newRow("negative") << QByteArray("O9");
        QTest::newRow("unfinished") << QByteArray("`");
        QTest::newRow("below the alphabet") << QByteArray("/");
        QTest::newRow("above the alphabet") << QByteArray("p");
        QTest::newRow("high byte") << QByteArray("\xFF");
        QTest::newRow("zero byte") << QByteArray(1, '\0');
        QTest::newRow("number without end") << QByteArray(40, 'o');
        QTest::newRow("overflow") << QByteArray(11, 'o') + QByteArray("?");
    }

    void brokenStrings()
    {
        QFETCH(QByteArray, text);
        QVERIFY_FAILS(geometry::decompressRuns(text, 3, 3), ErrorCode::Malformed);
    }

    void noiseNeverCrashes()
    {
        base::SeededRandom random(13);
        for (int round = 0; round < 20000; ++round) {
            QByteArray text;
            for (std::uint64_t i = random.below(24); i > 0; --i)
                text.append(static_cast<char>(random.below(20) == 0 ? random.below(256) : 48 + random.below(64)));
            const auto read = geometry::decompressRuns(text, 100, 100);
            if (read)
                QCOMPARE(std::accumulate(read->counts.begin(), read->counts.end(), std::uint64_t(0)), std::uint64_t(10000));
        }
    }

    void areaBoundsCoversIntersection()
    {
        base::SeededRandom random(19);
        for (int round = 0; round < 200; ++round) {
            const auto width = static_cast<std::uint32_t>(1 + random.below(30));
            const auto height = static_cast<std::uint32_t>(1 + random.below(30));
            const std::vector<bool> a = randomPixels(random, std::size_t(width) * height);
            const std::vector<bool> b = randomPixels(random, std::size_t(width) * height);
            const Mask maskA = fromPixels(width, height, a);
            const Mask maskB = fromPixels(width, height, b);
            std::uint64_t area = 0;
            std::uint64_t common = 0;
            double left = width, top = height, right = 0, bottom = 0;
            for (std::uint32_t x = 0; x < width; ++x) {
                for (std::uint32_t y = 0; y < height; ++y) {
                    const std::size_t pixel = std::size_t(x) * height + y;
                    QCOMPARE(geometry::maskCovers(maskA, x + 0.5, y + 0.5), bool(a[pixel]));
                    common += a[pixel] && b[pixel] ? 1 : 0;
                    if (!a[pixel])
                        continue;
                    ++area;
                    left = std::min(left, double(x));
                    top = std::min(top, double(y));
                    right = std::max(right, x + 1.0);
                    bottom = std::max(bottom, y + 1.0);
                }
            }
            QCOMPARE(geometry::maskArea(maskA), area);
            QCOMPARE(geometry::maskIntersection(maskA, maskB), common);
            const auto bounds = geometry::maskBounds(maskA);
            QCOMPARE(bounds.has_value(), area > 0);
            if (bounds)
                QCOMPARE(*bounds, (Box{left, top, right - left, bottom - top}));
            QVERIFY(!geometry::maskCovers(maskA, -0.5, 0.5) && !geometry::maskCovers(maskA, width, 0));
        }
    }

    void rasterisedByHand()
    {
        // The triangle covers the pixel centres (0.5, 0.5), (0.5, 1.5), (0.5, 2.5), (1.5, 0.5), (1.5, 1.5), (2.5, 0.5).
        const Polygon triangle{{{{{0, 0}, {3.2, 0}, {0, 3.2}}, {}}}};
        QCOMPARE(geometry::rasterised(triangle, 4, 4).counts, (Counts{0, 3, 1, 2, 2, 1, 7}));
        QCOMPARE(geometry::rasterised({}, 2, 3).counts, (Counts{6}));
        QCOMPARE(geometry::rasterised({{{{{-5, -5}, {9, -5}, {9, 9}, {-5, 9}}, {}}}}, 2, 3).counts, (Counts{0, 6}));
        Polygon frame{{{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{{1, 1}, {3, 1}, {3, 3}, {1, 3}}}}}};
        QCOMPARE(geometry::maskArea(geometry::rasterised(frame, 4, 4)), std::uint64_t(12));
        frame.parts.push_back({{{1, 1}, {2, 1}, {2, 2}, {1, 2}}, {}});
        QCOMPARE(geometry::maskArea(geometry::rasterised(frame, 4, 4)), std::uint64_t(13));
        // A bow-tie: even-odd fills its two lobes, half of the square.
        const Polygon tie{{{{{0, 0}, {100, 100}, {100, 0}, {0, 100}}, {}}}};
        QVERIFY(std::abs(double(geometry::maskArea(geometry::rasterised(tie, 100, 100))) - 5000) <= 100);
    }

    void hugePicturesAreRefused()
    {
        const Polygon all{{{{{0, 0}, {1e6, 0}, {1e6, 1e6}, {0, 1e6}}, {}}}};
        const Mask refused = geometry::rasterised(all, 20000, 20000);
        QCOMPARE(refused.width, 20000u);
        QCOMPARE(geometry::maskArea(refused), std::uint64_t(0));
        QCOMPARE(std::accumulate(refused.counts.begin(), refused.counts.end(), std::uint64_t(0)), std::uint64_t(400000000));
        // More pixels than one run can count.
        const Mask wider = geometry::rasterised(all, 100000, 100000);
        QCOMPARE(std::accumulate(wider.counts.begin(), wider.counts.end(), std::uint64_t(0)), std::uint64_t(10000000000));
    }

    // The sampled area differs from the true one by pixels along the outline only.
    void areaNearsThePolygons()
    {
        base::SeededRandom random(29);
        for (int round = 0; round < 100; ++round) {
            Ring ring;
            const auto corners = 3 + random.below(10);
            for (std::uint64_t i = 0; i < corners; ++i) {
                const double angle = 2 * std::numbers::pi * double(i) / double(corners);
                const double radius = random.uniform(30, 95);
                ring.push_back({100 + radius * std::cos(angle), 100 + radius * std::sin(angle)});
            }
            double outline = 0;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const auto &next = ring[(i + 1) % ring.size()];
                outline += std::hypot(next.x - ring[i].x, next.y - ring[i].y);
            }
            const Polygon polygon{{{ring, {}}}};
            const Mask mask = geometry::rasterised(polygon, 200, 200);
            const double area = geometry::areaOf(polygon).value();
            QVERIFY(std::abs(double(geometry::maskArea(mask)) - area) < 0.3 * outline);
            for (int probe = 0; probe < 50; ++probe) {
                const double x = std::floor(random.uniform(0, 200)) + 0.5;
                const double y = std::floor(random.uniform(0, 200)) + 0.5;
                QCOMPARE(geometry::maskCovers(mask, x, y), geometry::covers(polygon, {x, y}));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMask)
#include "tst_mask.moc"
