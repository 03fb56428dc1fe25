// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QByteArray>

#include <optional>

namespace plumbline::model {

/// What a record is about. The numbers are stored: append, never reorder.
enum class RecordKind {
    PacketOut = 0,  ///< a packet that was made here
    PacketIn = 1,   ///< a packet that was taken here
    Snapshot = 2,   ///< the labels of a submission as they were handed in
    Case = 3,       ///< a disagreement that somebody asked to be decided
    Decision = 4,   ///< what somebody decided about a case
    Conflict = 5,   ///< something that only a person can decide
    Activity = 6,   ///< what a person did during one visit of an item, for active time
    Secret = 7,     ///< what a member's secret is checked against
    Reading = 8,    ///< somebody has confirmed that they read a version of the guideline
    Contest = 9,    ///< somebody says that a score of theirs is wrong
    Triage = 10,    ///< what became of work that could not be labeled
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString recordKindName(RecordKind kind);

/// A fact that is kept as it came: what follows from it is computed from all of them.
struct Record {
    Uuid id;
    RecordKind kind = RecordKind::PacketOut;
    ItemId item;      ///< null = about no item
    QByteArray data;  ///< JSON; its form is the business of whoever writes this kind
    bool operator==(const Record &) const = default;
};

/// Canonical CBOR: [1, id, kind, item, data].
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Record &record);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Record> decodeRecord(QByteArrayView data);

}  // namespace plumbline::model
