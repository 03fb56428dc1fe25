// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/record.h"
#include "core/model/review.h"
#include "core/model/scene.h"
#include "core/model/schema.h"
#include "core/model/task.h"
#include "core/model/track.h"

#include <QByteArray>
#include <QString>

#include <vector>

/// Edits as values: what a gesture changes, before and after. Nothing here touches a database or a document.
namespace plumbline::history {

/// Kinds of entity that operations change. The numbers are stored: append, never reorder.
enum class EntityType {
    Annotation = 0,
    Item = 1,
    Track = 2,
    Task = 3,
    Submission = 4,
    Judgement = 5,
    Member = 6,
    Schema = 7,
    Setting = 8,
    Scene = 9,
    Decision = 10,
    Thread = 11,
    Comment = 12,
    Record = 13
};

enum class ChangeKind { Create = 0, Update = 1, Delete = 2, BulkCreate = 3, BulkDelete = 4 };

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString entityTypeName(EntityType type);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString changeKindName(ChangeKind kind);

/// One field group of one entity, before and after; becomes one operation.
struct Change {
    EntityType type = EntityType::Annotation;
    ChangeKind kind = ChangeKind::Update;
    Uuid entity;
    QString group;      ///< "create", "delete", or a field group such as "geometry", "attribute:occluded", "task-state"
    QByteArray before;  ///< canonical encoding (model/codec.h); empty when there was nothing
    QByteArray after;   ///< empty when there is nothing any more
    bool operator==(const Change &) const = default;
};

/// What one user action does: all of it becomes durable and undoable together.
struct Gesture {
    GestureId id;
    QString label;  ///< translated, for the history panel: "Move car"
    std::vector<Change> changes;
    bool undoable = true;  ///< false for submissions and other acts that are withdrawn, not undone

    [[nodiscard]] bool empty() const { return changes.empty(); }
};

/// Builds a gesture from whole values; updates are split into their changed field groups.
class PLUMBLINE_CORE_EXPORT GestureBuilder
{
public:
    GestureBuilder(GestureId id, QString label);

    GestureBuilder &create(const model::Annotation &annotation);
    /// No change when the two are equal. Both have the same id.
    GestureBuilder &update(const model::Annotation &before, const model::Annotation &after);
    GestureBuilder &remove(const model::Annotation &annotation);
    /// Creates or replaces; `before` null = create.
    GestureBuilder &put(const model::Item *before, const model::Item &after);
    GestureBuilder &put(const model::Track *before, const model::Track &after);
    GestureBuilder &put(const model::Scene *before, const model::Scene &after);
    GestureBuilder &put(const model::Task *before, const model::Task &after);
    GestureBuilder &put(const model::Member *before, const model::Member &after);
    GestureBuilder &put(const model::Submission &submission);
    /// Decisions and comments are never changed; what is said later stands beside them.
    GestureBuilder &put(const model::Decision &decision);
    GestureBuilder &put(const model::Thread *before, const model::Thread &after);
    GestureBuilder &put(const model::Comment &comment);
    GestureBuilder &put(const model::Judgement &judgement);
    GestureBuilder &put(const model::Record *before, const model::Record &after);
    /// A new schema version.
    GestureBuilder &put(const model::Schema &before, const model::Schema &after);
    /// A project setting; null before = not set yet, null after = removed.
    GestureBuilder &setting(const QString &key, const Json &before, const Json &after);
    GestureBuilder &remove(const model::Item &item);
    GestureBuilder &remove(const model::Track &track);
    GestureBuilder &remove(const model::Record &record);
    GestureBuilder &notUndoable();

    [[nodiscard]] const Gesture &gesture() const { return m_gesture; }
    [[nodiscard]] Gesture take() { return std::move(m_gesture); }

private:
    GestureBuilder &add(EntityType type, const Uuid &entity, const QString &group, QByteArray before, QByteArray after);

    Gesture m_gesture;
};

/// Id under which a member, a schema or a setting is stored: they are named, not minted.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Uuid memberKey(const QString &name);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Uuid schemaKey();
[[nodiscard]] PLUMBLINE_CORE_EXPORT Uuid settingKey(const QString &key);

/// Inverse of the encoding that GestureBuilder::put gives a schema.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<model::Schema> decodeSchema(QByteArrayView encoded);

/// The gesture that takes `gesture` back: changes in reverse order with before and after swapped.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Gesture inverse(const Gesture &gesture, GestureId id, const QString &label);

}  // namespace plumbline::history
