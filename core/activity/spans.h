// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/event.h"

#include <map>
#include <utility>
#include <vector>

namespace plumbline::activity {

enum class Use { Labeling, Reading, Waiting };

/// Microseconds by use.
struct Sums {
    std::int64_t labeling = 0;
    std::int64_t reading = 0;
    std::int64_t waiting = 0;
    bool operator==(const Sums &) const = default;
    [[nodiscard]] std::int64_t total() const { return labeling + reading + waiting; }
    [[nodiscard]] std::int64_t &of(Use use) { return use == Use::Labeling ? labeling : use == Use::Reading ? reading : waiting; }
    Sums &operator+=(const Sums &other)
    {
        labeling += other.labeling;
        reading += other.reading;
        waiting += other.waiting;
        return *this;
    }
};

struct TimeRules {
    static constexpr std::int64_t second = 1'000'000;
    static constexpr std::int64_t leastIdleCap = 10 * second;  ///< input is noted no more closely (docs/active-time.md)
    static constexpr std::int64_t mostIdleCap = 3600 * second;

    std::int64_t idleCap = 60 * second;   ///< how much of a gap without any sign of the person counts
    std::int64_t waitCap = 600 * second;  ///< the same while the program keeps the person waiting
};

/// Time that counts: from `begin` up to `end`, microseconds UTC.
struct Span {
    QString person;
    ItemId item;  ///< null = reading while no item was shown
    int round = 0;
    Use use = Use::Labeling;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    bool operator==(const Span &) const = default;
};

/// Stretches of time, ascending and apart from each other.
using Stretches = std::vector<std::pair<std::int64_t, std::int64_t>>;
/// The union of any stretches.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Stretches united(Stretches stretches);

/// From the first to the last event of each recorded visit, by person.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::map<QString, Stretches> covered(const std::vector<Event> &events);

/// What the events come to: of one person never two at a time, ascending by person and time. `summed`: stretches of a person that
/// are accounted for elsewhere, where nothing counts again. The order of the events, and the same event twice, make no
/// difference.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<Span> spans(std::vector<Event> events, const TimeRules &rules,
                                                            const std::map<QString, Stretches> &summed = {});

}  // namespace plumbline::activity
