// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/history/gesture.h"
#include "core/jobs/jobcontrol.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/review.h"
#include "core/model/scene.h"
#include "core/model/schema.h"
#include "core/model/task.h"
#include "core/model/track.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace plumbline::store {

class Connection;

/// Row of the queue: an item with how far one person is with it.
struct QueueEntry {
    ItemId item;
    QString name;
    model::ItemKind kind = model::ItemKind::Image;
    model::TaskState state = model::TaskState::ToDo;
    std::int64_t number = 0;  ///< of the item, from 1 in the project's order; items that were taken away leave gaps
};

struct QueueFilter {
    QString text;  ///< part of the name; empty = all
    std::optional<model::TaskState> state;
    std::optional<model::ItemKind> kind;
    QString person;  ///< whose states
};

struct GestureRecord {
    std::int64_t number = 0;
    GestureId id;
    QString actor;
    QString label;
    std::optional<std::int64_t> undoes;  ///< number of the gesture it takes back
    std::int64_t createdMicroseconds = 0;
    std::int64_t operations = 0;
};

struct OperationRecord {
    std::int64_t seq = 0;
    OperationId id;
    history::ChangeKind kind = history::ChangeKind::Update;
    history::EntityType entityType = history::EntityType::Annotation;
    Uuid entity;
    QString fieldGroup;
    std::int64_t baseVersion = 0;
};

/// Which annotations: unset members mean all.
struct AnnotationFilter {
    std::optional<ItemId> item;
    std::optional<QString> layer;
};

/// Queries of the current state. One thread at a time; cheap to make. Every call sees the latest commit.
class PLUMBLINE_CORE_EXPORT Reader
{
public:
    ~Reader();

    [[nodiscard]] Result<model::Schema> schema() const;
    /// Value of a project setting; null when it was never set.
    [[nodiscard]] Result<Json> setting(const QString &key) const;
    [[nodiscard]] Result<std::vector<model::Member>> members() const;

    [[nodiscard]] Result<std::int64_t> itemCount() const;
    /// 0 = there are none. As quick with millions of items as with ten.
    [[nodiscard]] Result<std::int64_t> lastItemNumber() const;
    /// QueueEntry::number of an item; 0 when there is no such one.
    [[nodiscard]] Result<std::int64_t> itemNumber(ItemId id) const;
    [[nodiscard]] Result<std::optional<model::Item>> item(ItemId id) const;
    [[nodiscard]] Result<std::vector<model::Item>> itemsByName(const QString &name) const;
    /// Items whose name ends in "/fileName".
    [[nodiscard]] Result<std::vector<model::Item>> itemsByFileName(const QString &fileName) const;
    /// Items in the project's order. The visitor stops the walk by returning an error, which is returned.
    [[nodiscard]] Result<> visitItems(const std::function<Result<>(const model::Item &)> &visitor) const;
    [[nodiscard]] Result<std::map<model::ItemKind, std::int64_t>> itemsByKind() const;

    [[nodiscard]] Result<std::vector<QueueEntry>> queue(const QueueFilter &filter, std::int64_t offset = 0,
                                                        std::int64_t limit = -1) const;
    /// The next `limit` entries after item number `after` (0 = from the first) in the project's order, to read all in pieces.
    struct QueueSlice {
        std::vector<QueueEntry> entries;
        std::int64_t last = 0;  ///< number of the last one
    };
    [[nodiscard]] Result<QueueSlice> queueSlice(const QString &person, std::int64_t after, std::int64_t limit) const;
    /// What is other in the queue since an operation.
    struct QueueChanges {
        bool items = false;  ///< some came, went or were changed
        std::vector<std::pair<ItemId, model::TaskState>> states;
        std::int64_t lastOperation = 0;
    };
    [[nodiscard]] Result<QueueChanges> queueChanges(const QString &person, std::int64_t since) const;
    [[nodiscard]] Result<std::map<model::TaskState, std::int64_t>> queueCounts(const QString &person) const;

    [[nodiscard]] Result<std::optional<model::Annotation>> annotation(AnnotationId id) const;
    /// In creation order.
    [[nodiscard]] Result<std::vector<model::Annotation>> annotations(const AnnotationFilter &filter) const;
    /// Item after item in the project's order, creation order within; only items that have some when `all` is false.
    using ItemVisitor = std::function<Result<>(const model::Item &, const std::vector<model::Annotation> &)>;
    [[nodiscard]] Result<> visit(const std::optional<QString> &layer, bool all, const ItemVisitor &visitor) const;
    /// Geometry kind (variant index) → count.
    [[nodiscard]] Result<std::map<std::size_t, std::int64_t>> annotationsByGeometry(const std::optional<QString> &layer) const;
    [[nodiscard]] Result<std::map<ClassId, std::int64_t>> annotationsByClass(const std::optional<QString> &layer) const;
    /// Layers that hold annotations, with counts.
    [[nodiscard]] Result<std::vector<std::pair<QString, std::int64_t>>> layers() const;

    [[nodiscard]] Result<std::vector<model::Track>> tracks(const AnnotationFilter &filter) const;
    /// Sensors and frames of an item of kind Scene; nothing for other kinds.
    [[nodiscard]] Result<std::optional<model::Scene>> scene(ItemId item) const;
    [[nodiscard]] Result<std::optional<model::Task>> task(TaskId id) const;
    [[nodiscard]] Result<std::vector<model::Submission>> submissions(std::optional<ItemId> item, const QString &annotator) const;
    /// In the order in which they were made; `item` unset: of the whole project.
    [[nodiscard]] Result<std::vector<model::Decision>> decisions(std::optional<ItemId> item) const;
    [[nodiscard]] Result<std::vector<model::Thread>> threads(std::optional<ItemId> item) const;
    [[nodiscard]] Result<std::vector<model::Comment>> comments(ItemId item) const;
    /// Every person's tasks; `item` unset: of the whole project.
    [[nodiscard]] Result<std::vector<model::Task>> tasks(std::optional<ItemId> item) const;
    [[nodiscard]] Result<> visitJudgements(const std::function<Result<>(const model::Judgement &)> &visitor) const;

    /// Latest first.
    [[nodiscard]] Result<std::vector<GestureRecord>> gestures(std::int64_t limit, const QString &actor = {}) const;
    [[nodiscard]] Result<std::vector<OperationRecord>> operations(std::int64_t gestureNumber) const;
    /// Number of the latest operation; 0 when there is none.
    [[nodiscard]] Result<std::int64_t> lastOperation() const;
    /// Label of what undo and redo would take back for this actor; empty = nothing.
    struct UndoLabels {
        QString undo;
        QString redo;
    };
    [[nodiscard]] Result<UndoLabels> undoLabels(const QString &actor) const;
    /// Numbers of the gestures that undo and redo walk over, the next one last; looks at this actor's latest `limit` gestures.
    struct UndoSteps {
        std::vector<std::int64_t> done;
        std::vector<std::int64_t> undone;
    };
    [[nodiscard]] Result<UndoSteps> undoSteps(const QString &actor, std::int64_t limit) const;

    /// What is wrong with the database, one sentence each: page structure, chain, payload hashes, and that the tables are
    /// the fold of the operations (checked by taking every operation back in memory, last first). Empty = all is well.
    [[nodiscard]] Result<QStringList> verify(const jobs::JobControl &control) const;

private:
    friend class Store;
    explicit Reader(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
};

}  // namespace plumbline::store
