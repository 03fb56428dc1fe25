// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/spans.h"
#include "core/base/json.h"

#include <optional>
#include <vector>

namespace plumbline::activity {

/// What is left of a person's visits when their moments are no longer kept.
struct Summed {
    QString person;
    std::int64_t idleCap = 0;  ///< with which the sums were made, microseconds
    Stretches stretches;       ///< that the sums stand for
    struct Day {
        std::int64_t begin = 0;  ///< of the day, microseconds UTC
        ItemId item;
        int round = 0;
        Sums sums;
        bool operator==(const Day &) const = default;
    };
    std::vector<Day> days;
    bool operator==(const Summed &) const = default;
};

/// A piece of work and what came of it.
struct Unit {
    QString person;
    ItemId item;
    QString name;                    ///< of the item
    std::int64_t acceptedLabels = 0; ///< labels of the accepted layer that are this person's
    bool accepted = false;           ///< the work as a whole is accepted, adjudicated or done
    bool operator==(const Unit &) const = default;
};

/// All that the times are computed from.
struct Material {
    std::vector<Event> events;
    std::vector<Summed> summed;
    std::vector<Unit> units;
    std::int64_t unreadable = 0;  ///< records that could not be read; they are left out
};

struct TimeQuery {
    TimeRules rules;
    QString person;  ///< empty = everybody
    std::optional<std::int64_t> from;  ///< microseconds UTC; what lies before does not count
    std::optional<std::int64_t> to;    ///< up to, without it
};

/// Times per person, item and round; per person; and of accepted work.
struct TimeTable {
    struct Row {
        QString person;
        ItemId item;
        QString name;  ///< of the item; empty for reading without one
        int round = 0;
        Sums sums;
    };
    struct Person {
        QString name;
        Sums sums;
        Sums onAccepted;  ///< of it, on items that are accepted or have accepted labels, in every round
        std::int64_t acceptedItems = 0;
        std::int64_t acceptedLabels = 0;
        /// Microseconds of all uses for one accepted label, rounded down; nothing when there is none.
        [[nodiscard]] std::optional<std::int64_t> perLabel() const
        {
            return acceptedLabels > 0 ? std::optional(onAccepted.total() / acceptedLabels) : std::nullopt;
        }
    };
    std::vector<Row> rows;  ///< by person, name, item, round
    std::vector<Person> people;
    Sums total;
    TimeRules rules;
    bool otherCap = false;  ///< some of it is sums that were made with another idle cap
    std::int64_t unreadable = 0;
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT TimeTable timeTable(const Material &material, const TimeQuery &query);

/// Whole microseconds everywhere.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Json toJson(const TimeTable &table);
/// For people: hours, minutes and seconds.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString toText(const TimeTable &table);
/// RFC 4180, microseconds; one row per person, item and round.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray toCsv(const TimeTable &table);
/// "1:02:03", rounded down to seconds.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString clockText(std::int64_t microseconds);

/// The sums of spans by UTC day, item and round, ascending.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<Summed::Day> byDay(const std::vector<Span> &spans);

}  // namespace plumbline::activity
