// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/timetable.h"
#include "core/base/result.h"
#include "core/model/record.h"

#include <variant>

/// The data of records of kind Activity (docs/active-time.md, "What is stored").
namespace plumbline::activity {

/// A part of one visit of one person.
struct Moments {
    QString person;
    Uuid visit;
    std::vector<Event> events;  ///< all of that person and visit
};
/// A part whose moments are no longer kept, and whose sums are elsewhere.
struct Faded {
    QString person;
    Uuid visit;
};
using RecordContent = std::variant<Moments, Summed, Faded>;

[[nodiscard]] PLUMBLINE_CORE_EXPORT model::Record recordOf(const Uuid &id, const RecordContent &content);
/// Malformed for anything that this program would not write; bounded.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<RecordContent> contentOf(const model::Record &record);

/// One sum of a Summed as JSON and back; shared with the export.
[[nodiscard]] Json summedToJson(const Summed &summed);
[[nodiscard]] Result<Summed> summedFromJson(const Json &json);
/// Whole and within what is believed.
[[nodiscard]] bool isMoment(const Json &json);
[[nodiscard]] bool isRound(const Json &json);
/// Null for a null id; nothing when it is neither.
[[nodiscard]] std::optional<ItemId> itemFromJson(const Json &json);

}  // namespace plumbline::activity
