// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/teamrows.h"

#include "core/workflow/sharedwork.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <future>
#include <numeric>

namespace plumbline::workflow {

namespace {

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
constexpr double microsecondsPerSecond = 1e6;
// What comes faster was handed in by a program, many at a time; nothing is known of the time it took.
constexpr double leastSeconds = 0.2;

float secondsBetween(std::int64_t before, std::int64_t after, std::int64_t longestSeconds)
{
    const double gap = static_cast<double>(after - before) / microsecondsPerSecond;
    return gap >= leastSeconds && gap <= static_cast<double>(longestSeconds) ? static_cast<float>(gap) : unknown;
}

std::vector<std::uint32_t> beginsOf(const std::vector<std::uint32_t> &keys, std::size_t groups)
{
    std::vector<std::uint32_t> begins(groups + 1, 0);
    for (const std::uint32_t key : keys)
        ++begins[key + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    return begins;
}

// Of the known ones the middle one, as nth_element would say. The bits of positive numbers rise with them, so that counting the
// upper halves leaves few to look at.
float medianOfKnown(const std::vector<float> &values)
{
    constexpr int lowerBits = 16;
    const auto upper = [](float value) { return std::bit_cast<std::uint32_t>(value) >> lowerBits; };
    std::vector<std::uint32_t> counts(std::size_t(1) << lowerBits, 0);
    std::size_t known = 0;
    for (const float value : values)
        if (!std::isnan(value)) {
            ++counts[upper(value)];
            ++known;
        }
    if (known == 0)
        return 0;
    std::size_t rank = known / 2;
    std::uint32_t half = 0;
    while (rank >= counts[half])
        rank -= counts[half++];
    std::vector<float> near;
    near.reserve(counts[half]);
    for (const float value : values)
        if (!std::isnan(value) && upper(value) == half)
            near.push_back(value);
    const auto middle = near.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(near.begin(), middle, near.end());
    return *middle;
}

}  // namespace

// One pass over the columns in their order: most people's answers came in the order of time, so that the one before is known.
void TeamRows::gatherAnswers(const TeamRecord &record, std::int64_t longestSeconds, std::vector<float> &seconds)
{
    const auto people = static_cast<std::size_t>(record.people.size());
    m_answers.begins = beginsOf(record.person, people);
    m_answers.values = std::make_unique_for_overwrite<Answer[]>(record.size());
    std::vector<std::uint32_t> next(m_answers.begins.begin(), m_answers.begins.end() - 1);
    std::vector<bool> disordered(people);
    bool any = false;
    for (std::uint32_t row = 0; row < record.size(); ++row) {
        const std::uint32_t person = record.person[row];
        const std::uint32_t at = next[person]++;
        const std::int64_t time = record.microseconds[row];
        float gap = unknown;
        if (at > m_answers.begins[person]) {
            const std::int64_t before = m_answers.values[at - 1].microseconds;
            gap = secondsBetween(before, time, longestSeconds);
            if (time < before)
                any = disordered[person] = true;
        }
        seconds[row] = gap;
        m_answers.values[at] = {time, record.task[row], record.label[row], record.confidence[row], gap};
    }
    if (any)
        orderByTime(record, disordered, longestSeconds, seconds);
}

void TeamRows::orderByTime(const TeamRecord &record, const std::vector<bool> &whose, std::int64_t longestSeconds,
                           std::vector<float> &seconds)
{
    std::vector<std::vector<std::uint32_t>> rows(whose.size());
    for (std::uint32_t row = 0; row < record.size(); ++row)
        if (whose[record.person[row]])
            rows[record.person[row]].push_back(row);
    shareWork(whose.size(), 1, [&](SharedWork &work) {
        for (std::size_t person = 0, to = 0; work.next(person, to);) {
            std::vector<std::uint32_t> &own = rows[person];
            std::stable_sort(own.begin(), own.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return record.microseconds[a] < record.microseconds[b]; });
            Answer *answer = m_answers.values.get() + m_answers.begins[person];
            for (std::size_t i = 0; i < own.size(); ++i) {
                const std::uint32_t row = own[i];
                seconds[row] =
                    i == 0 ? unknown : secondsBetween(record.microseconds[own[i - 1]], record.microseconds[row], longestSeconds);
                *answer++ = {record.microseconds[row], record.task[row], record.label[row], record.confidence[row], seconds[row]};
            }
        }
    });
}

TeamRows TeamRows::of(const TeamRecord &record, std::int64_t longestSeconds)
{
    TeamRows rows;
    const std::size_t count = record.size();
    std::vector<std::uint32_t> places(count);  // of each row among the votes
    auto placed = std::async(std::launch::async, [&] {
        rows.m_votes.begins = beginsOf(record.task, record.tasks.size());
        std::vector<std::uint32_t> next(rows.m_votes.begins.begin(), rows.m_votes.begins.end() - 1);
        for (std::size_t row = 0; row < count; ++row)
            places[row] = next[record.task[row]]++;
        rows.m_votes.values = std::make_unique_for_overwrite<Vote[]>(count);
    });
    std::vector<float> seconds(count);
    rows.gatherAnswers(record, longestSeconds, seconds);
    placed.get();
    auto usual = std::async(std::launch::async, [&] { return medianOfKnown(seconds); });
    constexpr std::size_t piece = 1 << 16;
    shareWork(count, piece, [&](SharedWork &work) {
        for (std::size_t from = 0, to = 0; work.next(from, to);)
            for (std::size_t row = from; row < to; ++row)
                rows.m_votes.values[places[row]] = {record.person[row], record.label[row], seconds[row],
                                                    static_cast<std::uint32_t>(row)};
    });
    rows.m_usualSeconds = usual.get();
    return rows;
}

}  // namespace plumbline::workflow
