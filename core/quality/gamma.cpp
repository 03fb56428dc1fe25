// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/gamma.h"

#include "core/matching/assignment.h"
#include "core/quality/spanalignment.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::quality {

namespace {

constexpr std::size_t mostSpans = 5000;
constexpr std::size_t mostGroups = 1'000'000;
constexpr std::int64_t mostSteps = 10'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

double cost(const Span &a, const Span &b, const GammaOptions &options)
{
    const double apart = (std::abs(a.start - b.start) + std::abs(a.end - b.end)) / (a.length() + b.length());
    return options.position * apart * apart + (a.label == b.label ? 0 : options.label);
}

// Two annotators: a pair saves what it costs less than two spans alone.
double savedByPairs(const std::vector<Span> &first, const std::vector<Span> &second, const GammaOptions &options)
{
    std::vector<matching::BenefitPair> pairs;
    for (std::size_t i = 0; i < first.size(); ++i)
        for (std::size_t j = 0; j < second.size(); ++j)
            if (const double saved = 2 - cost(first[i], second[j], options); saved > 0)
                pairs.push_back({i, j, saved});
    double sum = 0;
    for (const auto &[i, j] : matching::assign(first.size(), second.size(), pairs))
        sum += 2 - cost(first[i], second[j], options);
    return sum;
}

/// Lists the groups of three annotators or more that can be part of a best alignment.
class Groups
{
public:
    Groups(const Continuum &continuum, const GammaOptions &options) : m_options(options)
    {
        const auto n = static_cast<double>(continuum.annotators.size());
        m_pairs = n * (n - 1) / 2;
        m_annotators = continuum.annotators.size();
        for (const auto &own : continuum.annotators) {
            m_begins.push_back(m_spans.size());
            m_spans.insert(m_spans.end(), own.begin(), own.end());
        }
        m_begins.push_back(m_spans.size());
    }

    /// False when there are too many.
    [[nodiscard]] bool list()
    {
        for (std::size_t annotator = 0; annotator < m_annotators; ++annotator)
            for (std::size_t i = m_begins[annotator]; i < m_begins[annotator + 1]; ++i) {
                m_members = {static_cast<std::uint32_t>(i)};
                m_costs = {0.0};
                m_candidates.assign(m_annotators, {});
                for (std::size_t other = annotator + 1; other < m_annotators; ++other)
                    for (std::size_t j = m_begins[other]; j < m_begins[other + 1]; ++j)
                        if (cost(m_spans[i], m_spans[j], m_options) < m_pairs + static_cast<double>(m_annotators) - 1)
                            m_candidates[other].push_back(static_cast<std::uint32_t>(j));
                if (!extend(annotator + 1))
                    return false;
            }
        return true;
    }
    [[nodiscard]] const std::vector<Group> &groups() const { return m_groups; }
    [[nodiscard]] std::vector<std::uint32_t> rank() const
    {
        std::vector<std::uint32_t> order(m_spans.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            const double middleA = m_spans[a].start + m_spans[a].end;
            const double middleB = m_spans[b].start + m_spans[b].end;
            return middleA != middleB ? middleA < middleB : a < b;
        });
        std::vector<std::uint32_t> rank(order.size());
        for (std::uint32_t i = 0; i < order.size(); ++i)
            rank[order[i]] = i;
        return rank;
    }

private:
    // A span is worth its place in a group of k when its costs there are below pairs + k - 1: otherwise the group is at least
    // as well off without it. A further span adds at least 0 to the costs and 1 to the limit.
    [[nodiscard]] bool worth(double costs, std::size_t size, std::size_t more) const
    {
        return costs < m_pairs + static_cast<double>(size - 1 + more);
    }

    bool extend(std::size_t annotator)
    {
        if (++m_visited > 5 * static_cast<std::int64_t>(mostGroups))
            return false;
        if (annotator == m_annotators)
            return take();
        if (!extend(annotator + 1))
            return false;
        for (const std::uint32_t candidate : m_candidates[annotator]) {
            const std::vector<double> before = m_costs;
            double own = 0;
            for (std::size_t i = 0; i < m_members.size(); ++i) {
                const double with = cost(m_spans[m_members[i]], m_spans[candidate], m_options);
                m_costs[i] += with;
                own += with;
            }
            m_members.push_back(candidate);
            m_costs.push_back(own);
            const std::size_t more = m_annotators - annotator - 1;
            const bool useful =
                std::all_of(m_costs.begin(), m_costs.end(), [&](double costs) { return worth(costs, m_members.size(), more); });
            const bool goOn = !useful || extend(annotator + 1);
            m_members.pop_back();
            m_costs = before;
            if (!goOn)
                return false;
        }
        return true;
    }

    bool take()
    {
        if (m_members.size() < 2
            || !std::all_of(m_costs.begin(), m_costs.end(), [&](double costs) { return worth(costs, m_members.size(), 0); }))
            return true;
        const auto k = static_cast<double>(m_members.size());
        const double within = std::accumulate(m_costs.begin(), m_costs.end(), 0.0) / 2;
        const double saved = k - (within + m_pairs - k * (k - 1) / 2) / m_pairs;
        if (saved > 0)
            m_groups.push_back({m_members, saved});
        return m_groups.size() <= mostGroups;
    }

    GammaOptions m_options;
    std::vector<Span> m_spans;
    std::vector<std::size_t> m_begins;
    std::size_t m_annotators = 0;
    double m_pairs = 0;  // of annotators
    std::vector<Group> m_groups;
    std::vector<std::uint32_t> m_members;
    std::vector<double> m_costs;  // of each member with the others
    std::vector<std::vector<std::uint32_t>> m_candidates;
    std::int64_t m_visited = 0;
};

}  // namespace

tl::expected<double, Undefined> disorder(const Continuum &continuum, const GammaOptions &options)
{
    const std::size_t annotators = continuum.annotators.size();
    const std::size_t spans = continuum.spans();
    if (annotators < 2)
        return tl::unexpected(Undefined::NoPairs);
    if (spans == 0)
        return tl::unexpected(Undefined::NoSpans);
    if (spans > mostSpans)
        return tl::unexpected(Undefined::TooComplex);
    double saved = 0;
    if (annotators == 2) {
        saved = savedByPairs(continuum.annotators[0], continuum.annotators[1], options);
    } else {
        Groups groups(continuum, options);
        if (!groups.list())
            return tl::unexpected(Undefined::TooComplex);
        const auto best = bestPacking(spans, groups.rank(), groups.groups(), mostSteps);
        if (!best)
            return tl::unexpected(Undefined::TooComplex);
        saved = *best;
    }
    // Every span alone costs 1.
    const auto count = static_cast<double>(spans);
    return std::max(0.0, count - saved) / (count / static_cast<double>(annotators));
}

Continuum shuffled(const Continuum &continuum, const Interval &limits, base::SeededRandom &random)
{
    constexpr int attempts = 50;
    const double length = limits.high - limits.low;
    double mean = 0;
    for (const auto &own : continuum.annotators)
        for (const Span &span : own)
            mean += span.length() / static_cast<double>(continuum.spans());
    Continuum sample;
    std::vector<double> moves;
    for (std::size_t i = 0; i < continuum.annotators.size(); ++i) {
        double move = 0;
        for (int attempt = 0; attempt < attempts; ++attempt) {
            move = random.uniform(0, length);
            const bool apart = std::all_of(moves.begin(), moves.end(), [&](double other) {
                const double between = std::abs(move - other);
                return std::min(between, length - between) >= mean / 2;
            });
            if (apart)
                break;
        }
        moves.push_back(move);
        std::vector<Span> own = continuum.annotators[random.below(continuum.annotators.size())];
        for (Span &span : own) {
            const double moved = limits.low + std::fmod(span.start - limits.low + move, length);
            span = {moved, moved + span.length(), span.label};
        }
        std::sort(own.begin(), own.end(), [](const Span &a, const Span &b) { return a.start < b.start; });
        sample.annotators.push_back(std::move(own));
    }
    return sample;
}

Result<tl::expected<Gamma, Undefined>> gamma(const Continuum &continuum, const GammaOptions &options,
                                             const std::optional<Interval> &limits, const ContinuumSampler &sampler,
                                             const std::function<bool()> &goOn)
{
    using Value = tl::expected<Gamma, Undefined>;
    if (!(options.position >= 0) || !(options.label >= 0) || !std::isfinite(options.position + options.label)
        || options.samples < 1)
        return fail(ErrorCode::InvalidArgument, tr("The weights must be numbers from 0, the samples 1 or more."));
    const auto observed = disorder(continuum, options);
    if (!observed)
        return Value(tl::unexpected(observed.error()));
    Interval reach{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const auto &own : continuum.annotators)
        for (const Span &span : own)
            reach = {std::min(reach.low, span.start), std::max(reach.high, span.end)};
    if (limits && (reach.low < limits->low || reach.high > limits->high))
        return Value(tl::unexpected(Undefined::OutsideContinuum));
    base::SeededRandom random(options.seed);
    Gamma result;
    result.observed = *observed;
    double squares = 0;
    for (int i = 0; i < options.samples; ++i) {
        if (goOn && !goOn())
            return fail(ErrorCode::Cancelled, tr("The sampling was stopped."));
        Continuum sample = sampler ? sampler(i) : shuffled(continuum, limits.value_or(reach), random);
        while (!sampler && sample.spans() == 0)
            sample = shuffled(continuum, limits.value_or(reach), random);
        const auto drawn = disorder(sample, options);
        if (!drawn)
            return Value(tl::unexpected(drawn.error()));
        ++result.samples;
        const double before = *drawn - result.expected;
        result.expected += before / result.samples;
        squares += before * (*drawn - result.expected);
    }
    if (!(result.expected > 0))
        return Value(tl::unexpected(Undefined::NoVariation));
    if (result.samples > 1)
        result.expectedError = std::sqrt(squares / (result.samples - 1) / result.samples);
    result.value = 1 - result.observed / result.expected;
    return Value(result);
}

}  // namespace plumbline::quality
