// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace plumbline::audit {

/// What is logged. The names are stored: see actionName().
enum class Action {
    SignedIn,
    SecretRefused,
    MemberAdded,
    MemberChanged,
    MemberRemoved,
    SecretSet,
    SecretRemoved,
    Exported,
    PacketPacked,
    PacketOpened,
    PacketMerged,
    PacketRecalled,
    GoldChanged,
    SchemaChanged,
    GuidelineChanged,
    ReviewPlanChanged,
    WorkReopened,
    Restored,
    ContestJudged,
    Triaged,
    LogMended,  ///< a line that a crash had left half written was cut off
};

/// "signed-in", "secret-refused", …
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString actionName(Action action);
/// Nothing for other texts.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Action> actionFromName(QStringView name);
/// Words for people.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString actionTitle(Action action);

/// One line of the log.
struct Entry {
    std::int64_t n = 0;  ///< from 1, without gaps
    QString time;        ///< UTC with microseconds, ISO 8601
    QString actor;
    QString proof;   ///< "account", "secret" or "none"
    QString action;  ///< actionName(), or a name that a newer program wrote
    QString object;  ///< what it was done to: a name, an id, a path
    Json detail = Json::object();
    QString prev;  ///< hash of the entry before; of the first, startOf() of the project
    QString hash;  ///< SHA-256, in hexadecimal digits, of the entry's line without this member
    bool operator==(const Entry &) const = default;
};

/// The hash that fits what the entry says.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString hashOf(const Entry &entry);
/// The one way to write an entry, without a line feed.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray lineOf(const Entry &entry);
/// Malformed when the line is not, byte for byte, how its entry is written, or when its hash does not fit.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Entry> entryOf(QByteArrayView line);

/// A place in a log: the number of an entry and its hash. "12:3fa8…" as text.
struct Mark {
    std::int64_t n = 0;
    QString hash;
    bool operator==(const Mark &) const = default;
    [[nodiscard]] QString toText() const { return QStringLiteral("%1:%2").arg(n).arg(hash); }
    [[nodiscard]] static PLUMBLINE_CORE_EXPORT std::optional<Mark> fromText(const QString &text);
};

}  // namespace plumbline::audit
