// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"

#include <QString>

#include <cstdint>
#include <optional>

/// How long people worked, from moments that a window and the history know. The rules are in docs/active-time.md.
namespace plumbline::activity {

/// What happened at a moment. Of one and the same microsecond the first in this list comes first.
enum class EventKind {
    Left,            ///< the item is no longer shown
    Shown,           ///< an item came into view; ends waiting and the reading of remarks
    Input,           ///< a key, the mouse, the wheel; nothing says which
    Operation,       ///< a label was changed; ends reading and waiting
    GuidelineShown,  ///< the person turned to the guideline
    GuidelineLeft,
    RemarkShown,     ///< a question or remark was opened
    RemarkLeft,
    WaitBegun,       ///< the program keeps the person waiting: reading media, running a model, saving
    WaitEnded,
    Away,            ///< the program lost the screen, or is locked
    Back,
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString eventKindName(EventKind kind);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<EventKind> eventKindFromName(QStringView name);

struct Event {
    QString person;
    Uuid visit;           ///< one window from opening a project to leaving it; null = from the history of operations
    std::int64_t at = 0;  ///< microseconds UTC
    EventKind kind = EventKind::Input;
    ItemId item;          ///< of Shown, Left and Operation; else null
    int round = 0;        ///< of the work, from 1; of Shown and Operation
    bool operator==(const Event &) const = default;
};

/// By person, visit, time, kind, item, round: the order in which they are counted, whatever order they came in.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool before(const Event &a, const Event &b);

/// Times that are believed: 1970 to 2255. Everything else is refused when it is read.
inline constexpr std::int64_t latestMoment = std::int64_t(1) << 53;

}  // namespace plumbline::activity
