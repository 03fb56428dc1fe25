// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/mask.h"
#include "core/geometry/maskoperations.h"
#include "core/overlap/staple.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::overlap;
using geometry::Mask;

namespace {

/// Pixels in column-major order as '#' and '.'.
Mask maskOf(const std::string &pixels, std::uint32_t width, std::uint32_t height)
{
    Mask mask{width, height, {}};
    bool foreground = false;
    std::uint32_t length = 0;
    for (const char pixel : pixels) {
        if ((pixel == '#') != foreground) {
            mask.counts.push_back(length);
            length = 0;
            foreground = !foreground;
        }
        ++length;
    }
    mask.counts.push_back(length);
    return mask;
}

std::string pixelsOf(const Mask &mask)
{
    std::string pixels;
    for (std::size_t i = 0; i < mask.counts.size(); ++i)
        pixels.append(mask.counts[i], i % 2 == 1 ? '#' : '.');
    return pixels;
}

/// The same algorithm pixel by pixel, written down a second time.
struct Plain {
    std::vector<double> p;
    std::vector<double> q;
    std::vector<double> w;
};
Plain plain(const std::vector<std::string> &masks, const std::vector<std::size_t> &window, int rounds, double start)
{
    Plain s{std::vector<double>(masks.size(), start), std::vector<double>(masks.size(), start),
            std::vector<double>(window.size())};
    double prior = 0;
    for (const std::string &mask : masks)
        for (const std::size_t i : window)
            prior += mask[i] == '#';
    prior /= double(masks.size() * window.size());
    for (int round = 0; round <= rounds; ++round) {
        for (std::size_t k = 0; k < window.size(); ++k) {
            double a = prior;
            double b = 1 - prior;
            for (std::size_t j = 0; j < masks.size(); ++j) {
                const bool yes = masks[j][window[k]] == '#';
                a *= yes ? s.p[j] : 1 - s.p[j];
                b *= yes ? 1 - s.q[j] : s.q[j];
            }
            s.w[k] = a / (a + b);
        }
        if (round == rounds)
            break;
        for (std::size_t j = 0; j < masks.size(); ++j) {
            double yes = 0, all = 0, no = 0, rest = 0;
            for (std::size_t k = 0; k < window.size(); ++k) {
                all += s.w[k];
                rest += 1 - s.w[k];
                (masks[j][window[k]] == '#' ? yes : no) += masks[j][window[k]] == '#' ? s.w[k] : 1 - s.w[k];
            }
            s.p[j] = yes / all;
            s.q[j] = no / rest;
        }
    }
    return s;
}

bool near(double a, double b, double within = 1e-9)
{
    return std::abs(a - b) <= within;
}

}  // namespace

class TestStaple : public QObject
{
    Q_OBJECT

private slots:
    // One round by hand, from sensitivity = specificity = .9. The window is the box around all masks.
    void oneRoundByHand()
    {
        StapleOptions options;
        options.start = 0.9;
        options.maximumRounds = 1;
        const std::vector<Mask> masks{maskOf("###.", 4, 1), maskOf("##..", 4, 1), maskOf("#...", 4, 1)};
        const auto three = staple(masks, options);
        QVERIFY_RESULT(three);
        // Without the fourth pixel: prior 2/3; pixel odds 2·729, 2·9, 2/9.
        const double a = 1458.0 / 1459;
        const double b = 18.0 / 19;
        const double c = 2.0 / 11;
        QVERIFY(near(three->prior, 2.0 / 3));
        QVERIFY(near(three->sensitivity[0], 1));
        QVERIFY(near(three->sensitivity[1], (a + b) / (a + b + c)));
        QVERIFY(near(three->sensitivity[2], a / (a + b + c)));
        QVERIFY(near(three->specificity[0], 0));
        QVERIFY(near(three->specificity[1], (1 - c) / (3 - a - b - c)));
        QVERIFY(near(three->specificity[2], (2 - b - c) / (3 - a - b - c)));
        QCOMPARE(three->rounds, 1);

        // Two columns of two: the window holds a pixel that nobody has. Prior (1 + 2/3 + 1/3 + 0)/4; the pixels belong with
        // .729/.73, .9, .1 and .001/.73, two of them in all.
        const auto four = staple({maskOf("###.", 2, 2), maskOf("##..", 2, 2), maskOf("#...", 2, 2)}, options);
        QVERIFY_RESULT(four);
        const double w = 0.729 / 0.73;
        QVERIFY(near(four->prior, 0.5));
        QVERIFY(near(four->sensitivity[0], (w + 0.9 + 0.1) / 2));
        QVERIFY(near(four->sensitivity[1], (w + 0.9) / 2));
        QVERIFY(near(four->sensitivity[2], w / 2));
        QVERIFY(near(four->specificity[0], w / 2));
        QVERIFY(near(four->specificity[1], (w + 0.9) / 2));
        QVERIFY(near(four->specificity[2], (w + 0.9 + 0.1) / 2));
    }

    void equalMasksAreTheResult()
    {
        const Mask mask = maskOf("..##..##..##....", 4, 4);
        const auto result = staple({mask, mask, mask});
        QVERIFY_RESULT(result);
        QCOMPARE(pixelsOf(result->mask), pixelsOf(mask));
        for (std::size_t j = 0; j < 3; ++j)
            QVERIFY(result->sensitivity[j] > 0.999);
        QVERIFY(result->converged);
        const auto alone = staple({mask});
        QVERIFY_RESULT(alone);
        QCOMPARE(pixelsOf(alone->mask), pixelsOf(mask));
    }

    void sameAsPixelByPixel()
    {
        base::SeededRandom random(11);
        for (int round = 0; round < 10; ++round) {
            std::vector<std::string> texts;
            std::vector<Mask> masks;
            for (int j = 0; j < 4; ++j) {
                std::string text(12 * 9, '.');
                for (std::size_t i = 0; i < text.size(); ++i) {
                    const bool inside = i / 9 >= 3 && i / 9 < 9 && i % 9 >= 2 && i % 9 < 7;
                    if (random.uniform() < (inside ? 0.8 : 0.15))
                        text[i] = '#';
                }
                texts.push_back(text);
                masks.push_back(maskOf(text, 12, 9));
            }
            Mask all = masks.front();
            for (const Mask &mask : masks)
                all = geometry::combined(all, mask, geometry::Combination::Unite);
            const geometry::Box box = *geometry::maskBounds(all);
            std::vector<std::size_t> window;
            for (std::size_t i = 0; i < 12 * 9; ++i)
                if (box.contains({double(i / 9) + 0.5, double(i % 9) + 0.5}))
                    window.push_back(i);
            StapleOptions options;
            options.start = 0.95;
            options.maximumRounds = 25;
            options.tolerance = -1;
            const auto result = staple(masks, options);
            QVERIFY_RESULT(result);
            const Plain expected = plain(texts, window, 25, 0.95);
            for (std::size_t j = 0; j < masks.size(); ++j) {
                QVERIFY(near(result->sensitivity[j], expected.p[j], 1e-7));
                QVERIFY(near(result->specificity[j], expected.q[j], 1e-7));
            }
            const std::string pixels = pixelsOf(result->mask);
            for (std::size_t k = 0; k < window.size(); ++k)
                if (std::abs(expected.w[k] - 0.5) > 1e-6)
                    QCOMPARE(pixels[window[k]], expected.w[k] > 0.5 ? '#' : '.');
            for (std::size_t i = 1; i < result->logLikelihood.size(); ++i)
                QVERIFY(result->logLikelihood[i] >= result->logLikelihood[i - 1] - 1e-9);
        }
    }

    // Known rates come back: a disc in a window, five people with their own sensitivity and specificity.
    void ratesOfSimulatedPeople()
    {
        base::SeededRandom random(2);
        const std::vector<double> p{0.95, 0.9, 0.8, 0.7, 0.6};
        const std::vector<double> q{0.9, 0.97, 0.85, 0.95, 0.8};
        const std::uint32_t side = 160;
        std::string truth(side * side, '.');
        for (std::size_t i = 0; i < truth.size(); ++i)
            if (std::hypot(double(i / side) - 80, double(i % side) - 80) < 60)
                truth[i] = '#';
        std::vector<Mask> masks;
        for (std::size_t j = 0; j < p.size(); ++j) {
            std::string text = truth;
            for (char &pixel : text)
                pixel = random.uniform() < (pixel == '#' ? p[j] : 1 - q[j]) ? '#' : '.';
            masks.push_back(maskOf(text, side, side));
        }
        const auto result = staple(masks);
        QVERIFY_RESULT(result);
        QVERIFY(result->converged);
        for (std::size_t j = 0; j < p.size(); ++j) {
            QVERIFY2(near(result->sensitivity[j], p[j], 0.015), qPrintable(QString::number(result->sensitivity[j])));
            QVERIFY2(near(result->specificity[j], q[j], 0.015), qPrintable(QString::number(result->specificity[j])));
        }
        const auto wrong = [&](const Mask &mask) {
            const std::string pixels = pixelsOf(mask);
            std::size_t count = 0;
            for (std::size_t i = 0; i < truth.size(); ++i)
                count += pixels[i] != truth[i];
            return count;
        };
        for (const Mask &mask : masks)
            QVERIFY(wrong(result->mask) * 2 < wrong(mask));
    }

    void orderOfMasksDoesNotMatter()
    {
        const std::vector<Mask> masks{maskOf("###.##..#", 3, 3), maskOf("##..###.#", 3, 3), maskOf(".##.##...", 3, 3)};
        const auto first = staple(masks);
        const auto second = staple({masks[2], masks[0], masks[1]});
        QCOMPARE(pixelsOf(first->mask), pixelsOf(second->mask));
        QVERIFY(near(first->sensitivity[2], second->sensitivity[0], 1e-6));
    }

    // Ten masks of a full-HD picture, some 9000 runs each.
    void largePicturesCostTheirRuns()
    {
        base::SeededRandom random(4);
        std::vector<Mask> masks;
        for (int j = 0; j < 10; ++j) {
            Mask mask{1920, 1080, {}};
            std::uint64_t at = 0;
            for (std::uint32_t column = 0; column < 1920; ++column)
                for (int k = 0; k < 2; ++k) {
                    const std::uint64_t start = std::uint64_t(column) * 1080 + 100 + std::uint64_t(k) * 500 + random.below(20);
                    mask.counts.push_back(static_cast<std::uint32_t>(start - at));
                    mask.counts.push_back(static_cast<std::uint32_t>(300 + random.below(20)));
                    at = start + mask.counts.back();
                }
            mask.counts.push_back(static_cast<std::uint32_t>(1920ULL * 1080 - at));
            masks.push_back(std::move(mask));
        }
        const auto result = staple(masks);
        QVERIFY_RESULT(result);
        QVERIFY(geometry::maskArea(result->mask) > 1920 * 600 && geometry::maskArea(result->mask) < 1920 * 640);
        for (const double p : result->sensitivity)
            QVERIFY(p > 0.95);
    }

    void badInput()
    {
        QVERIFY_FAILS(staple({}), ErrorCode::InvalidArgument);
        const Mask empty = geometry::emptyMask(5, 5);
        QVERIFY_FAILS(staple({empty, geometry::emptyMask(5, 6)}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(staple(std::vector<Mask>(65, empty)), ErrorCode::InvalidArgument);
        const auto nothing = staple({empty, empty});
        QVERIFY_RESULT(nothing);
        QVERIFY(geometry::isEmpty(nothing->mask));
        // Counts that stop early, or go on beyond the picture.
        const auto shortRuns = staple({{4, 4, {2, 3}}, {4, 4, {2, 3, 11, 400}}});
        QVERIFY_RESULT(shortRuns);
        QCOMPARE(geometry::maskArea(shortRuns->mask), std::uint64_t(3));
        QVERIFY(staple({geometry::Mask{}}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestStaple)
#include "tst_staple.moc"
