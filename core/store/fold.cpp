// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fold.h"

#include "core/model/codec.h"

#include <QCoreApplication>

namespace plumbline::store {

using history::Change;
using history::ChangeKind;
using history::EntityType;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

tl::unexpected<Error> conflict(const Change &change, const char *what)
{
    return fail(ErrorCode::Conflict, tr("Someone has changed this meanwhile; the edit was not applied."),
                QStringLiteral("%1 %2 %3: %4").arg(history::entityTypeName(change.type), change.entity.toString(), change.group,
                                                   QLatin1String(what)));
}

}  // namespace

Result<EntityColumns> entityColumns(EntityType type, QByteArrayView data)
{
    switch (type) {
    case EntityType::Track: {
        const auto track = model::decodeTrack(data);
        if (!track)
            return fail(track.error());
        return EntityColumns{track->item.uuid, track->layer, 0};
    }
    case EntityType::Scene: {
        const auto scene = model::decodeScene(data);
        if (!scene)
            return fail(scene.error());
        return EntityColumns{scene->item.uuid, {}, 0};
    }
    case EntityType::Task: {
        const auto task = model::decodeTask(data);
        if (!task)
            return fail(task.error());
        // People's queues ask for their own labeling by owner; a review of the same item is not that.
        const QString owner =
            task->stage == model::Stage::Annotate ? task->assignee : model::stageName(task->stage) + QLatin1Char(':') + task->assignee;
        return EntityColumns{task->item.uuid, owner, static_cast<int>(task->state)};
    }
    case EntityType::Submission: {
        const auto submission = model::decodeSubmission(data);
        if (!submission)
            return fail(submission.error());
        return EntityColumns{submission->item.uuid, submission->annotator, submission->number};
    }
    case EntityType::Decision: {
        const auto decision = model::decodeDecision(data);
        if (!decision)
            return fail(decision.error());
        return EntityColumns{decision->item.uuid, decision->reviewer, static_cast<int>(decision->kind)};
    }
    case EntityType::Thread: {
        const auto thread = model::decodeThread(data);
        if (!thread)
            return fail(thread.error());
        return EntityColumns{thread->item.uuid, thread->opener, thread->resolved ? 1 : 0};
    }
    case EntityType::Comment: {
        const auto comment = model::decodeComment(data);
        if (!comment)
            return fail(comment.error());
        return EntityColumns{comment->item.uuid, comment->author, 0};
    }
    case EntityType::Judgement: {
        const auto judgement = model::decodeJudgement(data);
        if (!judgement)
            return fail(judgement.error());
        return EntityColumns{{}, judgement->annotator, 0};
    }
    case EntityType::Record: {
        const auto record = model::decodeRecord(data);
        if (!record)
            return fail(record.error());
        return EntityColumns{record->item.uuid, model::recordKindName(record->kind), 0};
    }
    default: return EntityColumns{};
    }
}

void Fold::forget()
{
    m_items.clear();
    m_layers.clear();
    m_classes.clear();
}

Result<std::int64_t> Fold::apply(const Change &change, std::int64_t seq)
{
    switch (change.kind) {
    case ChangeKind::BulkCreate:
    case ChangeKind::BulkDelete: {
        const auto done = setBulkAlive(change.entity, change.kind == ChangeKind::BulkCreate);
        if (!done)
            return fail(done.error());
        return change.kind == ChangeKind::BulkCreate ? 0 : 1;
    }
    default: break;
    }
    switch (change.type) {
    case EntityType::Annotation: return applyAnnotation(change, seq);
    case EntityType::Item: return applyItem(change, seq);
    default: return applyEntity(change, seq);
    }
}

Result<std::int64_t> Fold::bumpVersion(const Uuid &entity, const QString &group)
{
    Statement read = m_connection.prepare("SELECT ver FROM field_version WHERE entity = ? AND field_group = ?");
    read.bind(entity).bind(group);
    const auto row = read.step();
    if (!row)
        return fail(row.error());
    const std::int64_t version = *row ? read.integer(0) : 1;
    Statement write = m_connection.prepare("INSERT INTO field_version(entity, field_group, ver) VALUES(?, ?, ?) "
                                           "ON CONFLICT DO UPDATE SET ver = excluded.ver");
    const auto done = write.bind(entity).bind(group).bind(version + 1).run();
    if (!done)
        return fail(done.error());
    return version;
}

Result<std::int64_t> Fold::itemNumber(const ItemId &id)
{
    if (const auto it = m_items.find(id); it != m_items.end())
        return it->second;
    Statement read = m_connection.prepare("SELECT n FROM item WHERE id = ?");
    const auto row = read.bind(id.uuid).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::NotFound, tr("There is no item %1 in the project.").arg(id.toString()));
    return m_items[id] = read.integer(0);
}

Result<std::int64_t> Fold::layerNumber(const QString &name)
{
    if (const auto it = m_layers.find(name); it != m_layers.end())
        return it->second;
    Statement read = m_connection.prepare("SELECT n FROM layer WHERE name = ?");
    const auto row = read.bind(name).step();
    if (!row)
        return fail(row.error());
    if (*row)
        return m_layers[name] = read.integer(0);
    const auto done = m_connection.prepare("INSERT INTO layer(name) VALUES(?)").bind(name).run();
    if (!done)
        return fail(done.error());
    return m_layers[name] = m_connection.lastInsertRowId();
}

Result<std::int64_t> Fold::classNumber(const ClassId &id)
{
    if (id.isNull())
        return 0;
    if (const auto it = m_classes.find(id); it != m_classes.end())
        return it->second;
    Statement read = m_connection.prepare("SELECT n FROM class_ref WHERE id = ?");
    const auto row = read.bind(id.uuid).step();
    if (!row)
        return fail(row.error());
    if (*row)
        return m_classes[id] = read.integer(0);
    const auto done = m_connection.prepare("INSERT INTO class_ref(id) VALUES(?)").bind(id.uuid).run();
    if (!done)
        return fail(done.error());
    return m_classes[id] = m_connection.lastInsertRowId();
}

Result<> Fold::insertItem(const model::Item &item, const QByteArray &data, std::int64_t seq)
{
    Statement insert = m_connection.prepare("INSERT INTO item(id, name, path, kind, sha, alive, created_seq, revision, data) "
                                            "VALUES(?, ?, ?, ?, ?, 1, ?, 1, ?)");
    const auto done = insert.bind(item.id.uuid)
                          .bind(item.name)
                          .bind(item.path)
                          .bind(static_cast<int>(item.kind))
                          .bind(item.contentSha256)
                          .bind(seq)
                          .bind(data)
                          .run();
    if (done)
        m_items[item.id] = m_connection.lastInsertRowId();
    return done;
}

Result<> Fold::insertAnnotation(const AnnotationColumns &columns, QByteArrayView data, std::int64_t seq)
{
    const auto item = itemNumber(columns.item);
    const auto layer = layerNumber(columns.layer);
    const auto labelClass = classNumber(columns.labelClass);
    for (const auto *number : {&item, &layer, &labelClass})
        if (!*number)
            return fail(number->error());
    Statement insert = m_connection.prepare("INSERT INTO annotation(id, item, layer, class, kind, alive, created_seq, revision, data) "
                                            "VALUES(?, ?, ?, ?, ?, 1, ?, 1, ?)");
    return insert.bind(columns.id.uuid)
        .bind(*item)
        .bind(*layer)
        .bind(*labelClass)
        .bind(static_cast<std::int64_t>(columns.kind))
        .bind(seq)
        .bind(data)
        .run();
}

Result<> Fold::insertEntity(EntityType type, const Uuid &id, const QByteArray &data, std::int64_t seq)
{
    const auto columns = entityColumns(type, data);
    if (!columns)
        return fail(columns.error());
    Statement insert = m_connection.prepare("INSERT INTO entity(type, id, item, owner, state, alive, created_seq, revision, data) "
                                            "VALUES(?, ?, ?, ?, ?, 1, ?, 1, ?)");
    return insert.bind(static_cast<int>(type))
        .bind(id)
        .bind(columns->item)
        .bind(columns->owner)
        .bind(columns->state)
        .bind(seq)
        .bind(data)
        .run();
}

Result<std::int64_t> Fold::applyAnnotation(const Change &change, std::int64_t seq)
{
    Statement read = m_connection.prepare("SELECT n, alive, data FROM annotation WHERE id = ?");
    const auto row = read.bind(change.entity).step();
    if (!row)
        return fail(row.error());
    const bool known = *row;
    const bool alive = known && read.integer(1) != 0;
    const std::int64_t n = known ? read.integer(0) : 0;
    const QByteArray stored = known ? read.blob(2) : QByteArray();
    read.reset();

    if (change.kind == ChangeKind::Create) {
        const auto annotation = model::decodeAnnotation(change.after);
        if (!annotation)
            return fail(annotation.error());
        if (alive)
            return conflict(change, "is there already");
        if (!known) {
            const auto done = insertAnnotation(columnsOf(*annotation), change.after, seq);
            return done ? Result<std::int64_t>(0) : fail(done.error());
        }
        const auto labelClass = classNumber(annotation->labelClass);
        if (!labelClass)
            return fail(labelClass.error());
        Statement revive = m_connection.prepare(
            "UPDATE annotation SET alive = 1, revision = revision + 1, class = ?, kind = ?, data = ? WHERE n = ?");
        const auto done =
            revive.bind(*labelClass).bind(static_cast<int>(annotation->geometry.index())).bind(change.after).bind(n).run();
        return done ? Result<std::int64_t>(0) : fail(done.error());
    }
    if (!alive)
        return conflict(change, "is not there");
    if (change.kind == ChangeKind::Delete) {
        if (stored != change.before)
            return conflict(change, "differs");
        Statement hide = m_connection.prepare("UPDATE annotation SET alive = 0, revision = revision + 1 WHERE n = ?");
        const auto done = hide.bind(n).run();
        return done ? bumpVersion(change.entity, change.group) : Result<std::int64_t>(fail(done.error()));
    }

    auto annotation = model::decodeAnnotation(stored);
    if (!annotation)
        return fail(annotation.error());
    if (model::encodeGroup(*annotation, change.group) != change.before)
        return conflict(change, "differs");
    const auto applied = model::applyGroup(*annotation, change.group, change.after);
    if (!applied)
        return fail(applied.error());
    const auto labelClass = classNumber(annotation->labelClass);
    if (!labelClass)
        return fail(labelClass.error());
    const QByteArray data = model::encode(*annotation);
    Statement write =
        m_connection.prepare("UPDATE annotation SET revision = revision + 1, class = ?, kind = ?, data = ? WHERE n = ?");
    const auto done = write.bind(*labelClass).bind(static_cast<int>(annotation->geometry.index())).bind(data).bind(n).run();
    return done ? bumpVersion(change.entity, change.group) : Result<std::int64_t>(fail(done.error()));
}

Result<std::int64_t> Fold::applyItem(const Change &change, std::int64_t seq)
{
    Statement read = m_connection.prepare("SELECT n, alive, data FROM item WHERE id = ?");
    const auto row = read.bind(change.entity).step();
    if (!row)
        return fail(row.error());
    const bool known = *row;
    const bool alive = known && read.integer(1) != 0;
    const std::int64_t n = known ? read.integer(0) : 0;
    const QByteArray stored = known ? read.blob(2) : QByteArray();
    read.reset();
    if ((change.kind == ChangeKind::Create) == alive)
        return conflict(change, alive ? "is there already" : "is not there");
    if (change.kind != ChangeKind::Create && stored != change.before)
        return conflict(change, "differs");

    if (change.kind == ChangeKind::Delete) {
        const auto done = m_connection.prepare("UPDATE item SET alive = 0, revision = revision + 1 WHERE n = ?").bind(n).run();
        return done ? bumpVersion(change.entity, change.group) : Result<std::int64_t>(fail(done.error()));
    }
    const auto item = model::decodeItem(change.after);
    if (!item)
        return fail(item.error());
    if (!known) {
        const auto done = insertItem(*item, change.after, seq);
        return done ? Result<std::int64_t>(0) : fail(done.error());
    }
    Statement write = m_connection.prepare(
        "UPDATE item SET alive = 1, revision = revision + 1, name = ?, path = ?, kind = ?, sha = ?, data = ? WHERE n = ?");
    const auto done = write.bind(item->name)
                          .bind(item->path)
                          .bind(static_cast<int>(item->kind))
                          .bind(item->contentSha256)
                          .bind(change.after)
                          .bind(n)
                          .run();
    return done ? bumpVersion(change.entity, change.group) : Result<std::int64_t>(fail(done.error()));
}

Result<std::int64_t> Fold::applyEntity(const Change &change, std::int64_t seq)
{
    Statement read = m_connection.prepare("SELECT alive, data FROM entity WHERE type = ? AND id = ?");
    const auto row = read.bind(static_cast<int>(change.type)).bind(change.entity).step();
    if (!row)
        return fail(row.error());
    const bool known = *row;
    const bool alive = known && read.integer(0) != 0;
    const QByteArray stored = known ? read.blob(1) : QByteArray();
    read.reset();
    if ((change.kind == ChangeKind::Create) == alive)
        return conflict(change, alive ? "is there already" : "is not there");
    if (change.kind != ChangeKind::Create && stored != change.before)
        return conflict(change, "differs");

    if (change.kind == ChangeKind::Delete) {
        Statement hide = m_connection.prepare("UPDATE entity SET alive = 0, revision = revision + 1 WHERE type = ? AND id = ?");
        const auto done = hide.bind(static_cast<int>(change.type)).bind(change.entity).run();
        return done ? bumpVersion(change.entity, change.group) : Result<std::int64_t>(fail(done.error()));
    }
    if (!known) {
        const auto done = insertEntity(change.type, change.entity, change.after, seq);
        return done ? Result<std::int64_t>(0) : fail(done.error());
    }
    const auto columns = entityColumns(change.type, change.after);
    if (!columns)
        return fail(columns.error());
    Statement write = m_connection.prepare("UPDATE entity SET alive = 1, revision = revision + 1, item = ?, owner = ?, state = ?, "
                                           "data = ? WHERE type = ? AND id = ?");
    const auto done = write.bind(columns->item)
                          .bind(columns->owner)
                          .bind(columns->state)
                          .bind(change.after)
                          .bind(static_cast<int>(change.type))
                          .bind(change.entity)
                          .run();
    return done ? bumpVersion(change.entity, change.group) : Result<std::int64_t>(fail(done.error()));
}

Result<> Fold::setBulkAlive(const Uuid &bulk, bool alive)
{
    Statement find = m_connection.prepare("SELECT seq, entity_type, count FROM bulk WHERE id = ?");
    const auto row = find.bind(bulk).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::NotFound, tr("The bulk edit that should be changed is not in the history."));
    const std::int64_t seq = find.integer(0);
    const auto type = static_cast<EntityType>(find.integer(1));
    const std::int64_t count = find.integer(2);
    find.reset();

    // A row that was edited on its own since has another revision: taking the bulk back would lose that edit.
    const char *const check = type == EntityType::Annotation
                                  ? "SELECT count(*) FROM annotation WHERE created_seq = ? AND alive = ?"
                              : type == EntityType::Item ? "SELECT count(*) FROM item WHERE created_seq = ? AND alive = ?"
                                                         : "SELECT count(*) FROM entity WHERE created_seq = ? AND alive = ?";
    Statement untouched = m_connection.prepare(check);
    const auto counted = untouched.bind(seq).bind(!alive).step();
    if (!counted)
        return fail(counted.error());
    if (untouched.integer(0) != count)
        return fail(ErrorCode::Conflict, tr("%1 of the %2 entries were changed since; undo those edits first.")
                                             .arg(count - untouched.integer(0))
                                             .arg(count));
    untouched.reset();
    const char *const update = type == EntityType::Annotation ? "UPDATE annotation SET alive = ? WHERE created_seq = ?"
                               : type == EntityType::Item     ? "UPDATE item SET alive = ? WHERE created_seq = ?"
                                                              : "UPDATE entity SET alive = ? WHERE created_seq = ?";
    return m_connection.prepare(update).bind(alive).bind(seq).run();
}

}  // namespace plumbline::store
