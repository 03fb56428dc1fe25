// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/packet/keyring.h"
#include "core/packet/packetreader.h"
#include "core/store/project.h"

#include <vector>

/// Work that goes out to people and comes in at theirs. Reads the project alone: gold keys, scores and marks lie elsewhere and are
/// never opened here, and of items and tasks only what is listed in docs/packets.md is carried.
namespace plumbline::packet {

/// Who packs and for whom.
struct Packing {
    const SigningKey *key = nullptr;  ///< must outlive the call
    Sender sender;
    QString receiver;  ///< name; empty = whoever has it
    std::vector<SealingKey> receivers;  ///< sealed to these; none = readable by all
    std::int64_t expiresMicroseconds = 0;  ///< 0 = never
};

struct WorkChoice {
    QStringList people;  ///< assignees
    QString cohort;  ///< adds the members of it
    std::vector<ItemId> items;  ///< none = all
    std::vector<TaskId> tasks;  ///< only these; none = all
    std::int64_t most = 0;  ///< items at most; 0 = all
};

struct PackReport {
    Manifest manifest;
    std::int64_t bytes = 0;
    IssueList issues;
};

/// Packs what the people have still to do (to do, in progress, to fix, rejected) with media, schema, guideline, proposals of
/// models and the people's own labels. Items go in the order of their ids, which are random. The packet is remembered in the
/// project, so that its answers are recognised. NotFound when there is nothing to do; Corrupt when a medium is not the one that
/// was added. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<PackReport> packWork(store::Project &project, const QString &path,
                                                                const WorkChoice &choice, const Packing &packing,
                                                                const store::Person &person, const jobs::JobControl &control);

struct OpenReport {
    QString project;  ///< folder
    bool made = false;
    bool known = false;  ///< was taken before: nothing was done
    std::int64_t items = 0;  ///< new ones, as are the rest
    std::int64_t tasks = 0;
    std::int64_t annotations = 0;
    IssueList issues;
};

/// Takes a work packet into a folder: makes a team project there, or adds to one that was made from a packet of the same project.
/// The caller has decided to trust the sender. All or nothing: what fails leaves a new folder away and an old project as it was.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<OpenReport> openWork(const PacketReader &packet, const QString &folder,
                                                                const store::Person &person, const jobs::JobControl &control);

/// Where a project that was made from packets came from.
struct Origin {
    ProjectId project;
    QString name;
};
/// Nothing for a project of one's own.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::optional<Origin>> originOf(const store::Project &project);

/// Marks a packet as not to be worked on any more; its answers are then held back. NotFound when it was not made here.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> recall(store::Project &project, const Uuid &packet, const store::Person &person);
/// The same told to those who have it: a packet of kind Recall.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<PackReport> packRecall(const store::Project &project, const Uuid &packet,
                                                                  const QString &path, const Packing &packing,
                                                                  const jobs::JobControl &control);
/// Takes such a notice: the packet is not opened again and its work not packed.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<OpenReport> openRecall(const PacketReader &packet, const QString &folder,
                                                                  const store::Person &person);

}  // namespace plumbline::packet
