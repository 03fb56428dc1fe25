// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/gesture.h"
#include "core/model/review.h"
#include "core/packet/packetreader.h"
#include "core/store/project.h"
#include "core/store/reader.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

/// Remarks that travel: what reviewers ask for and threads go out with work, answers come back with submissions. They lie in the
/// member remarks.jsonl, which packets without remarks lack. Private to this folder.
namespace plumbline::packet {

[[nodiscard]] QByteArray remarksMember();

/// What a packet says of remarks, checked line by line.
struct PackedRemarks {
    struct Thread {
        model::Thread thread;
        std::pair<std::int64_t, CommentId> last;  ///< entry that was the last one where it was packed
    };
    std::vector<model::Decision> requests;
    std::vector<Thread> threads;
    std::vector<model::Comment> comments;
    [[nodiscard]] bool empty() const { return requests.empty() && threads.empty() && comments.empty(); }
};

/// For people who get these tasks: requests about their work, and threads that concern one of them. Names of others are left out
/// while the review plan is blind. Empty when there is nothing.
[[nodiscard]] Result<QByteArray> remarksForWork(const store::Project &project, const store::Reader &reader,
                                                const std::vector<model::Task> &tasks, const QStringList &people);
/// What a person has written, with where its threads stand; of items whose tasks came in packets. The packets are named.
[[nodiscard]] Result<QByteArray> remarksOf(const store::Reader &reader, const QString &person,
                                           const std::map<TaskId, Uuid> &packets, std::set<Uuid> &answered);

/// Of a work packet. Malformed for whatever is about other items and tasks than the packet's.
[[nodiscard]] Result<PackedRemarks> remarksOfWork(const PacketReader &packet, const std::vector<model::Task> &tasks,
                                                  const std::function<bool(ItemId)> &carries);

/// Why a line of an answer is not taken; empty = it is.
using WhyNot = std::function<Result<QString>(const Uuid &packet, ItemId item, std::int64_t createdMicroseconds)>;
/// Says why a line was left out.
using Hold = std::function<void(std::int64_t line, const QString &why)>;
/// Of a packet with submissions: what the sender wrote; nobody sends words of others.
[[nodiscard]] Result<PackedRemarks> remarksOfAnswer(const PacketReader &packet, const store::Reader &reader,
                                                    const QString &sender, const WhyNot &whyNot, const Hold &hold);

/// Adds what is new to a gesture and says how much that is. Any order, any number of times: entries are united by their ids, and a
/// thread is resolved when somebody resolved it after its last entry.
[[nodiscard]] Result<std::int64_t> uniteRemarks(const store::Reader &reader, const PackedRemarks &remarks,
                                                history::GestureBuilder &builder);

}  // namespace plumbline::packet
