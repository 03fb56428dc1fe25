// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/packet/workpacket.h"

namespace plumbline::packet {

/// Packs what a person has handed in of the work that came in packets: every submission with the labels as they were then, and
/// where the task stands; also what the person wrote about the work. NotFound when there is nothing. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<PackReport> packSubmissions(store::Project &project, const QString &path,
                                                                       const QString &annotator, const Packing &packing,
                                                                       const jobs::JobControl &control);

/// As whom a packet's sender is believed.
struct Believed {
    QString name;               ///< under which the key is trusted; of a stranger, what the packet says
    bool trusted = false;       ///< false: taken by explicit decision; the work is marked unauthenticated and never scored
    bool includeLate = false;   ///< also answers to packets that were recalled or had expired
};

struct MergeReport {
    std::int64_t merged = 0;   ///< submissions or decisions that were new
    std::int64_t known = 0;    ///< that were there already
    std::int64_t held = 0;     ///< not taken, see issues
    std::int64_t labels = 0;   ///< changed
    std::int64_t accepted = 0; ///< results of decisions that were made or changed
    std::int64_t conflicts = 0;///< new ones
    std::int64_t remarks = 0;  ///< entries that were new, and threads that began or ended
    std::vector<model::Submission> submissions;  ///< new ones
    IssueList issues;
};

/// Brings what came back into the project that handed out the work: one gesture for all of it. Any order, any number of times.
/// Single submissions that cannot be taken become issues and stop nothing. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<MergeReport> mergePacket(store::Project &project, const PacketReader &packet,
                                                                    const Believed &sender, const store::Person &person,
                                                                    base::RandomSource &random, const jobs::JobControl &control);

/// Something that only a person can decide.
struct Conflict {
    Uuid id;
    ItemId item;
    QString kind;     ///< contradiction, object-gone, result-edited, layer-edited, two-submissions
    QString subject;  ///< id of the case, or name of the person
    QStringList parts;///< ids of the decisions or submissions
};
/// All that are open, by item.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<Conflict>> conflicts(const store::Project &project);
/// What a kind of conflict means, in words.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString conflictWords(const QString &kind);

}  // namespace plumbline::packet
