// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/operation.h"
#include "core/store/fold.h"
#include "core/store/sqlite.h"
#include "core/store/store.h"
#include "core/store/undostacks.h"

#include <unordered_map>

/// What the writer thread does: records operations, folds them, walks the history. Private to the store.
namespace plumbline::store {

class Writer
{
public:
    Writer(Connection connection, const base::Clock &clock, base::IdSource &ids);

    /// Reads replica, epoch and the head of the chain.
    [[nodiscard]] Result<> load();

    [[nodiscard]] Connection &connection() { return m_connection; }
    [[nodiscard]] ProjectId project() const { return m_project; }

    // Each of these runs inside the caller's transaction.
    [[nodiscard]] Result<Ack> record(const history::Gesture &gesture, const QString &actor, std::int64_t undoes = 0);
    [[nodiscard]] Result<Ack> undo(const QString &actor);
    [[nodiscard]] Result<Ack> redo(const QString &actor);

    /// Begins a gesture of bulk operations and reserves a sequence number for each entity type.
    struct Bulk {
        history::Gesture gesture;  ///< ordinary changes, recorded first
        QString actor;
        struct Part {
            history::EntityType type;
            std::int64_t seq = 0;
            std::int64_t count = 0;
            base::Sha256 digest;
        };
        std::vector<Part> parts;
        std::int64_t number = 0;
    };
    [[nodiscard]] Result<Bulk> beginBulk(const QString &label, const QString &actor, bool undoable);
    [[nodiscard]] Result<> addToBulk(Bulk &bulk, const std::vector<std::pair<model::Item, QByteArray>> &items);
    /// Encoded annotations in one block, so that a thread frees what it allocated: each ends where its number says.
    struct AnnotationRows {
        std::vector<std::pair<AnnotationColumns, qsizetype>> rows;
        QByteArray bytes;
    };
    [[nodiscard]] Result<> addToBulk(Bulk &bulk, const AnnotationRows &annotations);
    [[nodiscard]] Result<> addToBulk(Bulk &bulk, const std::vector<std::pair<Uuid, QByteArray>> &judgements);
    [[nodiscard]] Result<> addToBulk(Bulk &bulk, const history::Change &change);
    [[nodiscard]] Result<Ack> finishBulk(Bulk &bulk);

    [[nodiscard]] Result<> startNewEpoch();

    /// State in memory that a transaction changes; put back when it is rolled back.
    struct Head {
        std::int64_t seq = 0;
        std::int64_t epoch = 0;
        std::int64_t hlc = 0;
        Sha256Digest hash;
    };
    [[nodiscard]] Head head() const { return m_head; }
    void rolledBack(const Head &head);
    /// Stores the head beside the operations; last statement of every transaction.
    [[nodiscard]] Result<> storeHead();

private:
    using History = UndoStacks;
    using Step = UndoStacks::Step;

    [[nodiscard]] Result<History *> historyOf(const QString &actor);
    [[nodiscard]] Result<history::Gesture> load(std::int64_t gesture);
    /// Undo and redo: moves the top of one stack to the other by recording its inverse.
    [[nodiscard]] Result<Ack> takeBack(const QString &actor, std::vector<Step> History::*from,
                                       std::vector<Step> History::*to, const QString &whenEmpty);
    static void tellHistory(const History &history, Ack &ack);
    [[nodiscard]] Result<> recordChange(const history::Change &change, const QString &actor, GestureId gesture, GestureId undoes,
                                        std::int64_t number, Ack &ack);
    [[nodiscard]] Result<std::int64_t> insertGesture(const history::Gesture &gesture, const QString &actor, std::int64_t undoes);
    [[nodiscard]] Result<> insertOperation(std::int64_t gestureNumber, const history::Operation &operation);
    [[nodiscard]] Result<> storePayload(const Sha256Digest &digest, const QByteArray &data);
    [[nodiscard]] Result<GestureId> gestureId(std::int64_t number);
    Bulk::Part &part(Bulk &bulk, history::EntityType type);

    Connection m_connection;
    Fold m_fold;
    const base::Clock &m_clock;
    base::IdSource &m_ids;
    ProjectId m_project;
    ReplicaId m_replica;
    Head m_head;
    std::unordered_map<QString, History> m_histories;
};

}  // namespace plumbline::store
