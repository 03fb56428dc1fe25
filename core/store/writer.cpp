// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/model/codec.h"

#include <QCoreApplication>

namespace plumbline::store {

using history::Change;
using history::ChangeKind;
using history::EntityType;
using history::Gesture;
using history::Operation;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

}  // namespace

Writer::Writer(Connection connection, const base::Clock &clock, base::IdSource &ids)
    : m_connection(std::move(connection)), m_fold(m_connection), m_clock(clock), m_ids(ids)
{
}

Result<> Writer::load()
{
    Statement read = m_connection.prepare("SELECT key, value FROM meta");
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        const QString key = read.text(0);
        if (key == QLatin1String("project"))
            m_project.uuid = read.uuid(1);
        else if (key == QLatin1String("replica"))
            m_replica.uuid = read.uuid(1);
        else if (key == QLatin1String("epoch"))
            m_head.epoch = read.integer(1);
        else if (key == QLatin1String("hlc"))
            m_head.hlc = read.integer(1);
        else if (key == QLatin1String("head"))
            m_head.hash = read.digest(1);
    }
    read.reset();
    const auto seq = m_connection.integer("SELECT ifnull(max(seq), 0) FROM operation");
    if (!seq)
        return fail(seq.error());
    m_head.seq = *seq;
    if (m_project.isNull() || m_replica.isNull())
        return fail(ErrorCode::Corrupt, tr("The project's database has lost its identity. Restore a backup."));
    return {};
}

void Writer::rolledBack(const Head &head)
{
    m_head = head;
    m_fold.forget();
    m_histories.clear();
}

Result<> Writer::storeHead()
{
    Statement write = m_connection.prepare("UPDATE meta SET value = ? WHERE key = ?");
    const auto hash = write.bind(m_head.hash).bind(QStringLiteral("head")).run();
    return hash ? write.bind(m_head.hlc).bind(QStringLiteral("hlc")).run() : hash;
}

Result<> Writer::startNewEpoch()
{
    ++m_head.epoch;
    Statement write = m_connection.prepare("UPDATE meta SET value = ? WHERE key = 'epoch'");
    return write.bind(m_head.epoch).run();
}

Result<std::int64_t> Writer::insertGesture(const Gesture &gesture, const QString &actor, std::int64_t undoes)
{
    Statement insert =
        m_connection.prepare("INSERT INTO gesture(id, actor, label, undoable, undoes, created) VALUES(?, ?, ?, ?, ?, ?)");
    insert.bind(gesture.id.uuid).bind(actor).bind(gesture.label).bind(gesture.undoable);
    if (undoes > 0)
        insert.bind(undoes);
    else
        insert.bindNull();
    const auto done = insert.bind(m_clock.nowMicroseconds()).run();
    if (!done)
        return fail(done.error());
    return m_connection.lastInsertRowId();
}

Result<> Writer::storePayload(const Sha256Digest &digest, const QByteArray &data)
{
    if (data.isEmpty())
        return {};
    return m_connection.prepare("INSERT OR IGNORE INTO payload(sha, data) VALUES(?, ?)").bind(digest).bind(data).run();
}

Result<> Writer::insertOperation(std::int64_t gestureNumber, const Operation &operation)
{
    m_head.hash = history::chained(m_head.hash, operation);
    Statement insert = m_connection.prepare(
        "INSERT INTO operation(seq, op_id, epoch, gesture, kind, entity_type, entity, field_group, base_ver, before_sha, after_sha, "
        "hlc, hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    return insert.bind(operation.localSeq)
        .bind(operation.id.uuid)
        .bind(operation.epoch)
        .bind(gestureNumber)
        .bind(static_cast<int>(operation.kind))
        .bind(static_cast<int>(operation.entityType))
        .bind(operation.entity)
        .bind(operation.fieldGroup)
        .bind(operation.baseVersion)
        .bind(operation.before)
        .bind(operation.after)
        .bind(operation.hlc)
        .bind(m_head.hash)
        .run();
}

Result<GestureId> Writer::gestureId(std::int64_t number)
{
    if (number == 0)
        return GestureId{};
    Statement read = m_connection.prepare("SELECT id FROM gesture WHERE n = ?");
    const auto row = read.bind(number).step();
    if (!row)
        return fail(row.error());
    return GestureId{read.uuid(0)};
}

Result<> Writer::recordChange(const Change &change, const QString &actor, GestureId gesture, GestureId undoes, std::int64_t number,
                              Ack &ack)
{
    const std::int64_t seq = ++m_head.seq;
    const auto version = m_fold.apply(change, seq);
    if (!version)
        return fail(version.error());
    m_head.hlc = history::nextHlc(m_head.hlc, m_clock.nowMicroseconds());
    Operation operation{m_ids.make<OperationId>(), m_replica, m_head.epoch, seq, gesture, actor, change.kind, change.type,
                        change.entity, change.group, *version, {}, {}, undoes, m_head.hlc};
    if (change.kind == ChangeKind::BulkCreate || change.kind == ChangeKind::BulkDelete) {
        // The payload of a bulk operation is its rows; the change carries their digest.
        operation.before = Sha256Digest::fromBytes(change.before).value_or(Sha256Digest{});
        operation.after = Sha256Digest::fromBytes(change.after).value_or(Sha256Digest{});
        ack.bulk = true;
    } else {
        if (!change.before.isEmpty())
            operation.before = base::sha256(change.before);
        if (!change.after.isEmpty())
            operation.after = base::sha256(change.after);
        for (const auto &[digest, data] : {std::pair{&operation.before, &change.before}, {&operation.after, &change.after}})
            if (const auto stored = storePayload(*digest, *data); !stored)
                return stored;
        if (change.type == EntityType::Annotation)
            ack.annotations.push_back(change.entity);
    }
    ack.operation = operation.id;
    ack.seq = seq;
    return insertOperation(number, operation);
}

Result<Ack> Writer::record(const Gesture &gesture, const QString &actor, std::int64_t undoes)
{
    const auto history = historyOf(actor);
    if (!history)
        return fail(history.error());
    const auto undone = gestureId(undoes);
    if (!undone)
        return fail(undone.error());
    const auto number = insertGesture(gesture, actor, undoes);
    if (!number)
        return fail(number.error());

    Ack ack{gesture.id, {}, 0, static_cast<std::int64_t>(gesture.changes.size()), gesture.label, {}, {}, {}, false};
    for (const Change &change : gesture.changes)
        if (const auto recorded = recordChange(change, actor, gesture.id, *undone, *number, ack); !recorded)
            return fail(recorded.error());
    if (undoes == 0 && gesture.undoable) {
        (*history)->done.push_back({*number, gesture.label});
        (*history)->undone.clear();
    }
    tellHistory(**history, ack);
    return ack;
}

Result<Writer::History *> Writer::historyOf(const QString &actor)
{
    if (const auto it = m_histories.find(actor); it != m_histories.end())
        return &it->second;
    History history;
    Statement read = m_connection.prepare("SELECT n, undoes, undoable, label FROM gesture WHERE actor = ? ORDER BY n");
    read.bind(actor);
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        history.add({read.integer(0), read.text(3)}, read.isNull(1) ? std::nullopt : std::optional(read.integer(1)), read.integer(2) != 0);
    }
    return &(m_histories[actor] = std::move(history));
}

Result<Gesture> Writer::load(std::int64_t number)
{
    Gesture gesture;
    Statement head = m_connection.prepare("SELECT id, label, undoable FROM gesture WHERE n = ?");
    const auto found = head.bind(number).step();
    if (!found)
        return fail(found.error());
    gesture.id.uuid = head.uuid(0);
    gesture.label = head.text(1);
    gesture.undoable = head.integer(2) != 0;
    head.reset();

    Statement read = m_connection.prepare(
        "SELECT o.kind, o.entity_type, o.entity, o.field_group, o.before_sha, o.after_sha, b.data, a.data FROM operation o "
        "LEFT JOIN payload b ON b.sha = o.before_sha LEFT JOIN payload a ON a.sha = o.after_sha WHERE o.gesture = ? ORDER BY o.seq");
    read.bind(number);
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        Change change;
        change.kind = static_cast<ChangeKind>(read.integer(0));
        change.type = static_cast<EntityType>(read.integer(1));
        change.entity = read.uuid(2);
        change.group = read.text(3);
        if (change.kind == ChangeKind::BulkCreate || change.kind == ChangeKind::BulkDelete) {
            change.before = read.blob(4);
            change.after = read.blob(5);
        } else {
            change.before = read.blob(6);
            change.after = read.blob(7);
            if (change.before.isEmpty() != read.isNull(4) || change.after.isEmpty() != read.isNull(5))
                return fail(ErrorCode::NotFound, tr("The values of this edit were purged; it cannot be taken back."));
        }
        gesture.changes.push_back(std::move(change));
    }
    return gesture;
}

void Writer::tellHistory(const History &history, Ack &ack)
{
    ack.undoLabel = history.undoLabel();
    ack.redoLabel = history.redoLabel();
}

Result<Ack> Writer::takeBack(const QString &actor, std::vector<Step> History::*from, std::vector<Step> History::*to,
                             const QString &whenEmpty)
{
    const auto history = historyOf(actor);
    if (!history)
        return fail(history.error());
    if (((*history)->*from).empty())
        return fail(ErrorCode::NotFound, whenEmpty);
    const std::int64_t number = ((*history)->*from).back().number;
    const auto gesture = load(number);
    if (!gesture)
        return fail(gesture.error());
    auto ack = record(history::inverse(*gesture, m_ids.make<GestureId>(), gesture->label), actor, number);
    if (!ack)
        return ack;
    const auto recorded = m_connection.integer("SELECT max(n) FROM gesture");
    if (!recorded)
        return fail(recorded.error());
    ((*history)->*from).pop_back();
    ((*history)->*to).push_back({*recorded, gesture->label});
    tellHistory(**history, *ack);
    return ack;
}

Result<Ack> Writer::undo(const QString &actor)
{
    return takeBack(actor, &History::done, &History::undone, tr("There is nothing to undo."));
}

Result<Ack> Writer::redo(const QString &actor)
{
    return takeBack(actor, &History::undone, &History::done, tr("There is nothing to redo."));
}

Result<Writer::Bulk> Writer::beginBulk(const QString &label, const QString &actor, bool undoable)
{
    Bulk bulk;
    bulk.gesture.undoable = undoable;
    bulk.gesture.id = m_ids.make<GestureId>();
    bulk.gesture.label = label;
    bulk.actor = actor;
    const auto history = historyOf(actor);
    if (!history)
        return fail(history.error());
    const auto number = insertGesture(bulk.gesture, actor, 0);
    if (!number)
        return fail(number.error());
    bulk.number = *number;
    return bulk;
}

Writer::Bulk::Part &Writer::part(Bulk &bulk, EntityType type)
{
    for (Bulk::Part &candidate : bulk.parts)
        if (candidate.type == type)
            return candidate;
    return bulk.parts.emplace_back(Bulk::Part{type, ++m_head.seq, 0, {}});
}

Result<> Writer::addToBulk(Bulk &bulk, const std::vector<std::pair<model::Item, QByteArray>> &items)
{
    Bulk::Part &p = part(bulk, EntityType::Item);
    for (const auto &[item, data] : items) {
        if (const auto done = m_fold.insertItem(item, data, p.seq); !done)
            return done;
        p.digest.add(data);
        ++p.count;
    }
    return {};
}

Result<> Writer::addToBulk(Bulk &bulk, const AnnotationRows &annotations)
{
    Bulk::Part &p = part(bulk, EntityType::Annotation);
    qsizetype begin = 0;
    for (const auto &[columns, end] : annotations.rows) {
        const auto data = QByteArrayView(annotations.bytes).sliced(begin, end - begin);
        if (const auto done = m_fold.insertAnnotation(columns, data, p.seq); !done)
            return done;
        begin = end;
    }
    p.digest.add(annotations.bytes);
    p.count += static_cast<std::int64_t>(annotations.rows.size());
    return {};
}

Result<> Writer::addToBulk(Bulk &bulk, const std::vector<std::pair<Uuid, QByteArray>> &judgements)
{
    Bulk::Part &p = part(bulk, EntityType::Judgement);
    for (const auto &[id, data] : judgements) {
        if (const auto done = m_fold.insertEntity(EntityType::Judgement, id, data, p.seq); !done)
            return done;
        p.digest.add(data);
        ++p.count;
    }
    return {};
}

Result<> Writer::addToBulk(Bulk &bulk, const Change &change)
{
    bulk.gesture.changes.push_back(change);
    return {};
}

Result<Ack> Writer::finishBulk(Bulk &bulk)
{
    Ack ack{bulk.gesture.id, {}, m_head.seq, static_cast<std::int64_t>(bulk.parts.size() + bulk.gesture.changes.size()), bulk.gesture.label, {}, {}, {}, true};
    // Bulk parts took their numbers when they began; their operations enter the chain in that order.
    for (Bulk::Part &p : bulk.parts) {
        const Sha256Digest digest = p.digest.finish();
        const OperationId id = m_ids.make<OperationId>();
        m_head.hlc = history::nextHlc(m_head.hlc, m_clock.nowMicroseconds());
        const Operation operation{id, m_replica, m_head.epoch, p.seq, bulk.gesture.id, bulk.actor, ChangeKind::BulkCreate, p.type,
                                  id.uuid, QStringLiteral("create"), 0, {}, digest, {}, m_head.hlc};
        if (const auto done = insertOperation(bulk.number, operation); !done)
            return fail(done.error());
        Statement insert = m_connection.prepare("INSERT INTO bulk(id, seq, entity_type, count) VALUES(?, ?, ?, ?)");
        const auto done = insert.bind(id.uuid).bind(p.seq).bind(static_cast<int>(p.type)).bind(p.count).run();
        if (!done)
            return fail(done.error());
        ack.operation = id;
    }
    for (const Change &change : bulk.gesture.changes)
        if (const auto recorded = recordChange(change, bulk.actor, bulk.gesture.id, {}, bulk.number, ack); !recorded)
            return fail(recorded.error());
    const auto history = historyOf(bulk.actor);
    if (!history)
        return fail(history.error());
    if (bulk.gesture.undoable) {
        (*history)->done.push_back({bulk.number, bulk.gesture.label});
        (*history)->undone.clear();
    }
    tellHistory(**history, ack);
    return ack;
}

}  // namespace plumbline::store
