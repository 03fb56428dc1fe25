// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/unitizing.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::quality {

namespace {

/// A unit or the gap between two; together they fill the continuum.
struct Section {
    double start;
    double end;
    bool unit;
    [[nodiscard]] double length() const { return end - start; }
};

std::vector<Section> sectionsOf(const std::vector<Span> &spans, const Interval &limits)
{
    std::vector<Section> sections;
    double at = limits.low;
    for (const Span &span : spans) {
        if (span.start > at)
            sections.push_back({at, span.start, false});
        sections.push_back({span.start, span.end, true});
        at = span.end;
    }
    if (at < limits.high)
        sections.push_back({at, limits.high, false});
    return sections;
}

double square(double value)
{
    return value * value;
}

// Squared differences of the units of one annotator and the sections of another: with units when `withUnits`, with gaps always.
double difference(const std::vector<Section> &own, const std::vector<Section> &others, bool withUnits)
{
    double sum = 0;
    std::size_t first = 0;
    for (const Section &unit : own) {
        if (!unit.unit)
            continue;
        while (first < others.size() && others[first].end <= unit.start)
            ++first;
        for (std::size_t i = first; i < others.size() && others[i].start < unit.end; ++i) {
            if (others[i].unit && withUnits)
                sum += square(unit.start - others[i].start) + square(unit.end - others[i].end);
            else if (!others[i].unit && others[i].start <= unit.start && unit.end <= others[i].end)
                sum += square(unit.length());
        }
    }
    return sum;
}

/// D_o and D_e of one label.
SpanPart disagreement(const std::vector<std::vector<Section>> &annotators, double length, bool whole)
{
    const auto m = static_cast<double>(annotators.size());
    SpanPart part;
    for (std::size_t i = 0; i < annotators.size(); ++i)
        for (std::size_t j = 0; j < annotators.size(); ++j)
            if (i != j)
                part.observed += 2 * difference(annotators[i], annotators[j], i < j);
    part.observed /= m * (m - 1) * length * length;

    std::vector<double> gaps;
    std::vector<double> units;
    for (const auto &sections : annotators)
        for (const Section &section : sections)
            (section.unit ? units : gaps).push_back(section.length());
    std::sort(gaps.begin(), gaps.end(), std::greater());
    std::sort(units.begin(), units.end(), std::greater());
    const double step = whole ? 1 : 0;
    double sum = 0;
    double own = 0;
    double longer = 0;  // gaps that hold the unit, and their lengths together
    double lengths = 0;
    for (const double unit : units) {
        while (static_cast<std::size_t>(longer) < gaps.size() && gaps[static_cast<std::size_t>(longer)] >= unit) {
            lengths += gaps[static_cast<std::size_t>(longer)];
            ++longer;
        }
        sum += (static_cast<double>(units.size()) - 1) / 3 * (2 * unit * unit * unit - step * (3 * unit * unit - unit))
               + unit * unit * (lengths - longer * (unit - step));
        own += unit * (unit - step);
    }
    const double places = m * length * (m * length - step) - own;
    part.expected = places > 0 ? 2 / length * sum / places : 0;
    return part;
}

std::optional<Interval> reach(const Continuum &continuum)
{
    std::optional<Interval> limits;
    for (const auto &own : continuum.annotators)
        for (const Span &span : own)
            limits = limits ? Interval{std::min(limits->low, span.start), std::max(limits->high, span.end)}
                            : Interval{span.start, span.end};
    return limits;
}

}  // namespace

bool wholePositions(const Spans &spans, const UnitizingOptions &options)
{
    if (options.positions != Positions::Automatic)
        return options.positions == Positions::Whole;
    const auto whole = [](double value) { return value == std::floor(value); };
    if (options.limits && !(whole(options.limits->low) && whole(options.limits->high)))
        return false;
    for (const Continuum &continuum : spans.continua)
        for (const auto &own : continuum.annotators)
            if (!std::all_of(own.begin(), own.end(), [&](const Span &s) { return whole(s.start) && whole(s.end); }))
                return false;
    return true;
}

tl::expected<std::vector<SpanPart>, Undefined> unitizingParts(const Spans &spans, const UnitizingOptions &options)
{
    const bool whole = wholePositions(spans, options);
    std::vector<SpanPart> parts;
    bool paired = false;
    for (std::size_t task = 0; task < spans.continua.size(); ++task) {
        const Continuum &continuum = spans.continua[task];
        if (continuum.annotators.size() < 2)
            continue;
        paired = true;
        const auto reached = reach(continuum);
        if (!reached)
            continue;
        const Interval limits = options.limits.value_or(*reached);
        if (reached->low < limits.low || reached->high > limits.high)
            return tl::unexpected(Undefined::OutsideContinuum);
        const double length = limits.high - limits.low;
        std::map<std::uint32_t, std::vector<std::vector<Span>>> byLabel;
        SpanPart part{static_cast<std::uint32_t>(task), 0, 0, length * length, 0};
        for (std::size_t annotator = 0; annotator < continuum.annotators.size(); ++annotator)
            for (const Span &span : continuum.annotators[annotator])
                if (!options.label || span.label == *options.label) {
                    auto &annotators = byLabel[span.label];
                    annotators.resize(continuum.annotators.size());
                    annotators[annotator].push_back(span);
                    ++part.spans;
                }
        for (const auto &[label, annotators] : byLabel) {
            std::vector<std::vector<Section>> sections;
            for (const auto &own : annotators)
                sections.push_back(sectionsOf(own, limits));
            const SpanPart one = disagreement(sections, length, whole);
            part.observed += one.observed;
            part.expected += one.expected;
        }
        if (!byLabel.empty())
            parts.push_back(part);
    }
    if (parts.empty())
        return tl::unexpected(paired ? Undefined::NoSpans : Undefined::NoPairs);
    return parts;
}

}  // namespace plumbline::quality
