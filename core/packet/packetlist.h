// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/packet/manifest.h"
#include "core/store/project.h"

#include <vector>

/// What a project remembers of the packets that went out of it and came into it.
namespace plumbline::packet {

enum class PacketState {
    Out,       ///< nothing came back yet, or not all
    Answered,  ///< all that was handed out came back; of cases: decisions came
    Expired,   ///< its last day is over before that
    Recalled,
    Taken,     ///< came in
};

struct ListedPacket {
    Uuid packet;
    PacketKind kind = PacketKind::Work;
    bool out = true;  ///< went out of this project; false: came in
    std::int64_t createdMicroseconds = 0;
    std::int64_t expiresMicroseconds = 0;  ///< 0 = never
    QString sender;      ///< key, as text
    QString receiver;    ///< names it was sealed to; empty = whoever has it
    QStringList people;  ///< whose work it is about; empty when the packet was made by a version that did not keep them
    std::int64_t tasks = 0;
    std::int64_t answered =
        0;  ///< tasks that came back, or, of work that came in, that were handed in; decisions packets of cases
    PacketState state = PacketState::Out;
};

/// Latest first. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<ListedPacket>>
packetList(const store::Project &project, std::int64_t nowMicroseconds, const jobs::JobControl &control = {});

/// Remembers a packet that was made here (`out`) or taken here, once; for kinds that leave no note of themselves: submissions, cases,
/// decisions. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> rememberPacket(store::Project &project, const Manifest &manifest, bool out,
                                                            const store::Person &person);

enum class TakenBefore { No, Yes, Recalled };
/// Whether a packet was taken here, or a recall of it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<TakenBefore> takenBefore(const store::Project &project, const Uuid &packet);

}  // namespace plumbline::packet
