// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/gesture.h"
#include "core/packet/packetreader.h"
#include "core/store/recordlog.h"

/// Active time that travels with submissions: the member "activity.jsonl", a record a line. Private to this folder.
namespace plumbline::packet {

/// The records of one person, by id; empty when there is none.
[[nodiscard]] Result<QByteArray> activityLines(const store::RecordLog &log, const QString &person);
/// Adds to the gesture what is not known yet of the person whose packet it is; how many that are. Packets without the member, and
/// lines of other people or other forms, add nothing.
[[nodiscard]] Result<std::int64_t> takeActivity(history::GestureBuilder &builder, const PacketReader &packet,
                                                const store::RecordLog &log, const QString &person);

}  // namespace plumbline::packet
