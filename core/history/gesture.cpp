// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/gesture.h"

#include "core/base/cbor.h"
#include "core/model/codec.h"

#include <array>

namespace plumbline::history {

namespace {

constexpr std::array<const char *, 14> entityNames{"annotation", "item",   "track",  "task",    "submission",
                                                   "judgement",  "member", "schema", "setting", "scene",
                                                   "decision",   "thread", "comment", "record"};
constexpr std::array<const char *, 5> kindNames{"create", "update", "delete", "bulk-create", "bulk-delete"};

QByteArray jsonBytes(const Json &json)
{
    base::CborWriter writer;
    writer.utf8(base::toJsonLine(json));
    return writer.take();
}

template <typename T>
QByteArray encodedOrNothing(const T *value)
{
    return value ? model::encode(*value) : QByteArray();
}

}  // namespace

QString entityTypeName(EntityType type)
{
    return QLatin1String(entityNames[static_cast<std::size_t>(type)]);
}

QString changeKindName(ChangeKind kind)
{
    return QLatin1String(kindNames[static_cast<std::size_t>(kind)]);
}

GestureBuilder::GestureBuilder(GestureId id, QString label)
{
    m_gesture.id = id;
    m_gesture.label = std::move(label);
}

GestureBuilder &GestureBuilder::add(EntityType type, const Uuid &entity, const QString &group, QByteArray before,
                                    QByteArray after)
{
    if (before == after)
        return *this;
    const ChangeKind kind = before.isEmpty() ? ChangeKind::Create : after.isEmpty() ? ChangeKind::Delete : ChangeKind::Update;
    const QString name = kind == ChangeKind::Create   ? QStringLiteral("create")
                         : kind == ChangeKind::Delete ? QStringLiteral("delete")
                                                      : group;
    m_gesture.changes.push_back({type, kind, entity, name, std::move(before), std::move(after)});
    return *this;
}

GestureBuilder &GestureBuilder::create(const model::Annotation &annotation)
{
    return add(EntityType::Annotation, annotation.id.uuid, {}, {}, model::encode(annotation));
}

GestureBuilder &GestureBuilder::update(const model::Annotation &before, const model::Annotation &after)
{
    for (const QString &group : model::changedGroups(before, after))
        add(EntityType::Annotation, after.id.uuid, group, model::encodeGroup(before, group), model::encodeGroup(after, group));
    return *this;
}

GestureBuilder &GestureBuilder::remove(const model::Annotation &annotation)
{
    return add(EntityType::Annotation, annotation.id.uuid, {}, model::encode(annotation), {});
}

GestureBuilder &GestureBuilder::put(const model::Item *before, const model::Item &after)
{
    return add(EntityType::Item, after.id.uuid, QStringLiteral("item"), encodedOrNothing(before), model::encode(after));
}

GestureBuilder &GestureBuilder::put(const model::Track *before, const model::Track &after)
{
    return add(EntityType::Track, after.id.uuid, QStringLiteral("track"), encodedOrNothing(before), model::encode(after));
}

GestureBuilder &GestureBuilder::put(const model::Scene *before, const model::Scene &after)
{
    return add(EntityType::Scene, after.item.uuid, QStringLiteral("scene"), encodedOrNothing(before), model::encode(after));
}

GestureBuilder &GestureBuilder::put(const model::Task *before, const model::Task &after)
{
    return add(EntityType::Task, after.id.uuid, QStringLiteral("task-state"), encodedOrNothing(before), model::encode(after));
}

GestureBuilder &GestureBuilder::put(const model::Member *before, const model::Member &after)
{
    return add(EntityType::Member, memberKey(after.name), QStringLiteral("member"), encodedOrNothing(before),
               model::encode(after));
}

GestureBuilder &GestureBuilder::put(const model::Submission &submission)
{
    return add(EntityType::Submission, submission.id.uuid, {}, {}, model::encode(submission));
}

GestureBuilder &GestureBuilder::put(const model::Decision &decision)
{
    return add(EntityType::Decision, decision.id.uuid, {}, {}, model::encode(decision));
}

GestureBuilder &GestureBuilder::put(const model::Thread *before, const model::Thread &after)
{
    return add(EntityType::Thread, after.id.uuid, QStringLiteral("thread"), encodedOrNothing(before), model::encode(after));
}

GestureBuilder &GestureBuilder::put(const model::Comment &comment)
{
    return add(EntityType::Comment, comment.id.uuid, {}, {}, model::encode(comment));
}

GestureBuilder &GestureBuilder::put(const model::Judgement &judgement)
{
    return add(EntityType::Judgement, judgement.id.uuid, {}, {}, model::encode(judgement));
}

GestureBuilder &GestureBuilder::put(const model::Record *before, const model::Record &after)
{
    return add(EntityType::Record, after.id, QStringLiteral("record"), encodedOrNothing(before), model::encode(after));
}

GestureBuilder &GestureBuilder::put(const model::Schema &before, const model::Schema &after)
{
    return add(EntityType::Schema, schemaKey(), QStringLiteral("schema"),
               before.version == 0 ? QByteArray() : jsonBytes(model::schemaToJson(before)),
               jsonBytes(model::schemaToJson(after)));
}

GestureBuilder &GestureBuilder::setting(const QString &key, const Json &before, const Json &after)
{
    const auto bytes = [&key](const Json &value) {
        return value.is_null() ? QByteArray() : jsonBytes(Json::array({base::toJson(key), value}));
    };
    return add(EntityType::Setting, settingKey(key), QStringLiteral("setting"), bytes(before), bytes(after));
}

GestureBuilder &GestureBuilder::remove(const model::Item &item)
{
    return add(EntityType::Item, item.id.uuid, {}, model::encode(item), {});
}

GestureBuilder &GestureBuilder::remove(const model::Track &track)
{
    return add(EntityType::Track, track.id.uuid, {}, model::encode(track), {});
}

GestureBuilder &GestureBuilder::remove(const model::Record &record)
{
    return add(EntityType::Record, record.id, {}, model::encode(record), {});
}

GestureBuilder &GestureBuilder::notUndoable()
{
    m_gesture.undoable = false;
    return *this;
}

Uuid memberKey(const QString &name)
{
    return Uuid::fromName("member", name.toUtf8());
}

Uuid schemaKey()
{
    return Uuid::fromName("schema", "schema");
}

Uuid settingKey(const QString &key)
{
    return Uuid::fromName("setting", key.toUtf8());
}

Result<model::Schema> decodeSchema(QByteArrayView encoded)
{
    base::CborReader reader(encoded);
    constexpr int deepest = 128;
    const auto json = base::parseJson(reader.utf8(), deepest);
    return json ? model::schemaFromJson(*json) : fail(json.error());
}

Gesture inverse(const Gesture &gesture, GestureId id, const QString &label)
{
    Gesture result;
    result.id = id;
    result.label = label;
    result.undoable = gesture.undoable;
    result.changes.reserve(gesture.changes.size());
    for (auto it = gesture.changes.rbegin(); it != gesture.changes.rend(); ++it) {
        Change change = *it;
        std::swap(change.before, change.after);
        switch (it->kind) {
        case ChangeKind::Create:
            change.kind = ChangeKind::Delete;
            change.group = QStringLiteral("delete");
            break;
        case ChangeKind::Delete:
            change.kind = ChangeKind::Create;
            change.group = QStringLiteral("create");
            break;
        case ChangeKind::BulkCreate: change.kind = ChangeKind::BulkDelete; break;
        case ChangeKind::BulkDelete: change.kind = ChangeKind::BulkCreate; break;
        case ChangeKind::Update: break;
        }
        result.changes.push_back(std::move(change));
    }
    return result;
}

}  // namespace plumbline::history
