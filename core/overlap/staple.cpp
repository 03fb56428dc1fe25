// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlap/staple.h"

#include "core/geometry/mask.h"
#include "core/geometry/maskoperations.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace plumbline::overlap {

namespace {

using geometry::Mask;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::overlap", text);
}

constexpr std::size_t mostMasks = 64;
constexpr std::size_t mostRuns = 20'000'000;
constexpr double edge = 1e-12;  // keeps logarithms finite

/// Pixels in a row (of the column-major order) on which the same masks say yes.
struct Stretch {
    std::uint64_t length = 0;
    std::uint64_t pattern = 0;  // bit j: mask j has the pixels
};

/// All masks at once, from the first pixel to the last; what a mask's counts leave out is background.
std::vector<Stretch> stretchesOf(const std::vector<Mask> &masks)
{
    const std::uint64_t pixels = std::uint64_t(masks.front().width) * masks.front().height;
    struct Cursor {
        std::size_t run = 0;
        std::uint64_t left = 0;  // of the run
    };
    std::vector<Cursor> cursors(masks.size());
    const auto settle = [&](std::size_t j) {
        Cursor &cursor = cursors[j];
        while (cursor.left == 0 && cursor.run < masks[j].counts.size()) {
            cursor.left = masks[j].counts[cursor.run];
            if (cursor.left == 0)
                ++cursor.run;
        }
    };
    std::vector<Stretch> stretches;
    for (std::uint64_t at = 0; at < pixels;) {
        Stretch stretch{pixels - at, 0};
        for (std::size_t j = 0; j < masks.size(); ++j) {
            settle(j);
            if (cursors[j].run >= masks[j].counts.size())
                continue;
            stretch.length = std::min(stretch.length, cursors[j].left);
            if (cursors[j].run % 2 == 1)
                stretch.pattern |= std::uint64_t(1) << j;
        }
        for (std::size_t j = 0; j < masks.size(); ++j) {
            if (cursors[j].run >= masks[j].counts.size())
                continue;
            cursors[j].left -= stretch.length;
            if (cursors[j].left == 0)
                ++cursors[j].run;
        }
        at += stretch.length;
        if (!stretches.empty() && stretches.back().pattern == stretch.pattern)
            stretches.back().length += stretch.length;
        else
            stretches.push_back(stretch);
    }
    return stretches;
}

/// Pixels of the window counted by pattern.
struct Pattern {
    std::uint64_t bits = 0;
    double pixels = 0;
    double object = 0;  // probability that they belong to it
};

class Estimation
{
public:
    Estimation(std::vector<Pattern> patterns, std::size_t masks, const StapleOptions &options)
        : m_patterns(std::move(patterns)), m_sensitivity(masks, options.start), m_specificity(masks, options.start),
          m_options(options)
    {
        for (const Pattern &pattern : m_patterns) {
            m_pixels += pattern.pixels;
            for (std::size_t j = 0; j < masks; ++j)
                m_prior += has(pattern, j) ? pattern.pixels : 0;
        }
        m_prior = std::clamp(options.prior.value_or(m_prior / (m_pixels * static_cast<double>(masks))), edge, 1 - edge);
    }

    StapleResult run()
    {
        StapleResult result;
        for (int round = 0; round < m_options.maximumRounds && !result.converged; ++round) {
            result.logLikelihood.push_back(expect());
            result.converged = maximise() <= m_options.tolerance;
            ++result.rounds;
        }
        (void)expect();
        for (const Pattern &pattern : m_patterns)
            result.meanCertainty += pattern.pixels * std::max(pattern.object, 1 - pattern.object) / m_pixels;
        result.sensitivity = m_sensitivity;
        result.specificity = m_specificity;
        result.prior = m_prior;
        return result;
    }

    [[nodiscard]] QHash<quint64, bool> decisions() const
    {
        QHash<quint64, bool> belongs;
        for (const Pattern &pattern : m_patterns)
            belongs.insert(pattern.bits, pattern.object >= 0.5);
        return belongs;
    }

private:
    [[nodiscard]] static bool has(const Pattern &pattern, std::size_t j) { return (pattern.bits >> j & 1) != 0; }
    [[nodiscard]] static double logOf(double p) { return std::log(std::clamp(p, edge, 1 - edge)); }

    // Equations 13 to 15 of the paper; returns the logarithm of the likelihood.
    double expect()
    {
        double logLikelihood = 0;
        for (Pattern &pattern : m_patterns) {
            double object = std::log(m_prior);
            double rest = std::log(1 - m_prior);
            for (std::size_t j = 0; j < m_sensitivity.size(); ++j) {
                object += logOf(has(pattern, j) ? m_sensitivity[j] : 1 - m_sensitivity[j]);
                rest += logOf(has(pattern, j) ? 1 - m_specificity[j] : m_specificity[j]);
            }
            const double larger = std::max(object, rest);
            const double sum = std::exp(object - larger) + std::exp(rest - larger);
            pattern.object = std::exp(object - larger) / sum;
            logLikelihood += pattern.pixels * (larger + std::log(sum));
        }
        return logLikelihood;
    }

    // Equations 18 and 19; returns the largest step. Without pixels of a kind the old value stays.
    double maximise()
    {
        double object = 0;
        for (const Pattern &pattern : m_patterns)
            object += pattern.pixels * pattern.object;
        const double rest = m_pixels - object;
        double step = 0;
        for (std::size_t j = 0; j < m_sensitivity.size(); ++j) {
            double hit = 0;
            double spared = 0;
            for (const Pattern &pattern : m_patterns)
                (has(pattern, j) ? hit : spared) += pattern.pixels * (has(pattern, j) ? pattern.object : 1 - pattern.object);
            const double p = object > edge ? std::min(1.0, hit / object) : m_sensitivity[j];
            const double q = rest > edge ? std::min(1.0, spared / rest) : m_specificity[j];
            step = std::max({step, std::abs(p - m_sensitivity[j]), std::abs(q - m_specificity[j])});
            m_sensitivity[j] = p;
            m_specificity[j] = q;
        }
        return step;
    }

    std::vector<Pattern> m_patterns;
    std::vector<double> m_sensitivity;
    std::vector<double> m_specificity;
    const StapleOptions &m_options;
    double m_pixels = 0;
    double m_prior = 0;
};

}  // namespace

Result<StapleResult> staple(const std::vector<Mask> &masks, const StapleOptions &options)
{
    if (masks.empty() || masks.size() > mostMasks)
        return fail(ErrorCode::InvalidArgument,
                    tr("One object is estimated from 1 to %1 masks, not from %2.").arg(mostMasks).arg(masks.size()));
    std::size_t runs = 0;
    for (const Mask &mask : masks) {
        if (mask.width != masks.front().width || mask.height != masks.front().height)
            return fail(ErrorCode::InvalidArgument, tr("The masks of one object are not of one size."));
        runs += mask.counts.size();
    }
    if (runs > mostRuns)
        return fail(ErrorCode::TooLarge, tr("The masks of one object have too many runs: %1.").arg(runs));

    Mask together = masks.front();
    for (std::size_t j = 1; j < masks.size(); ++j)
        together = geometry::combined(together, masks[j], geometry::Combination::Unite);
    const auto window = geometry::maskBounds(together);
    if (!window) {
        StapleResult nothing;
        nothing.mask = geometry::emptyMask(masks.front().width, masks.front().height);
        nothing.sensitivity.assign(masks.size(), 0);
        nothing.specificity.assign(masks.size(), 1);
        nothing.converged = true;
        return nothing;
    }

    const std::vector<Stretch> stretches = stretchesOf(masks);
    QHash<quint64, quint64> pixelsOf;
    std::uint64_t drawn = 0;
    for (const Stretch &stretch : stretches)
        if (stretch.pattern != 0) {
            pixelsOf[stretch.pattern] += stretch.length;
            drawn += stretch.length;
        }
    const double background = window->area() - static_cast<double>(drawn);
    std::vector<Pattern> patterns;
    if (background > 0)
        patterns.push_back({0, background, 0});
    for (auto it = pixelsOf.cbegin(); it != pixelsOf.cend(); ++it)
        patterns.push_back({it.key(), static_cast<double>(it.value()), 0});
    // A hash has no order of its own; sums must always come out equal.
    std::sort(patterns.begin(), patterns.end(), [](const Pattern &a, const Pattern &b) { return a.bits < b.bits; });

    Estimation estimation(std::move(patterns), masks.size(), options);
    StapleResult result = estimation.run();
    const QHash<quint64, bool> belongs = estimation.decisions();
    result.mask.width = masks.front().width;
    result.mask.height = masks.front().height;
    bool foreground = false;
    std::uint64_t length = 0;
    const auto flush = [&] {
        // A run may be longer than its 32 bits hold.
        constexpr std::uint64_t longest = 0xFFFFFFFF;
        for (; length > longest; length -= longest)
            result.mask.counts.insert(result.mask.counts.end(), {static_cast<std::uint32_t>(longest), 0});
        result.mask.counts.push_back(static_cast<std::uint32_t>(length));
        length = 0;
    };
    for (const Stretch &stretch : stretches) {
        // What nobody has drawn is never the object's, however large its share of the window.
        const bool yes = stretch.pattern != 0 && belongs.value(stretch.pattern);
        if (yes != foreground) {
            flush();
            foreground = yes;
        }
        length += stretch.length;
    }
    flush();
    return result;
}

}  // namespace plumbline::overlap
