// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cbor.h"
#include "core/history/operation.h"
#include "core/model/codec.h"
#include "core/store/fold.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <QCoreApplication>

#include <map>
#include <unordered_map>

namespace plumbline::store {

using history::ChangeKind;
using history::EntityType;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

struct StoredOperation {
    history::Operation operation;
    Sha256Digest hash;
    QByteArray before;
    QByteArray after;
};

/// Takes the operations back, last first, on a copy of the rows they touch: at the end nothing must be left.
class Unfold
{
public:
    Unfold(Connection &connection, QStringList &problems) : m_connection(connection), m_problems(problems) {}

    Result<> takeBack(const StoredOperation &stored)
    {
        const history::Operation &op = stored.operation;
        if (op.kind == ChangeKind::BulkCreate || op.kind == ChangeKind::BulkDelete)
            return takeBackBulk(op);
        const auto row = current(op.entityType, op.entity);
        if (!row)
            return fail(row.error());
        std::optional<QByteArray> &value = **row;
        switch (op.kind) {
        case ChangeKind::Create:
            if (!value || *value != stored.after)
                problem(op, tr("the stored value is not what the history made"));
            value.reset();
            break;
        case ChangeKind::Delete:
            if (value)
                problem(op, tr("it is there although the history removed it"));
            value = stored.before;
            break;
        default: takeBackUpdate(stored, value); break;
        }
        return {};
    }

    /// Rows whose creation is in no operation.
    Result<> finish()
    {
        for (const auto &[type, rows] : m_rows)
            for (const auto &[id, value] : rows)
                if (value)
                    m_problems.append(tr("%1 is there without an operation that made it").arg(id.toString()));
        for (const char *sql :
             {"SELECT count(*) FROM annotation WHERE created_seq NOT IN (SELECT seq FROM operation WHERE kind IN (0, 3))",
              "SELECT count(*) FROM item WHERE created_seq NOT IN (SELECT seq FROM operation WHERE kind IN (0, 3))",
              "SELECT count(*) FROM entity WHERE created_seq NOT IN (SELECT seq FROM operation WHERE kind IN (0, 3))"}) {
            const auto orphans = m_connection.integer(sql);
            if (!orphans)
                return fail(orphans.error());
            if (*orphans > 0)
                m_problems.append(tr("%1 rows were made by no operation").arg(*orphans));
        }
        return {};
    }

private:
    using Value = std::optional<QByteArray>;

    void problem(const history::Operation &op, const QString &what)
    {
        m_problems.append(tr("operation %1 (%2 of %3 %4): %5")
                              .arg(op.localSeq)
                              .arg(op.fieldGroup, history::entityTypeName(op.entityType), op.entity.toString(), what));
    }

    void takeBackUpdate(const StoredOperation &stored, Value &value)
    {
        const history::Operation &op = stored.operation;
        if (!value) {
            problem(op, tr("the edited entity is missing"));
            return;
        }
        if (op.entityType != EntityType::Annotation) {
            if (*value != stored.after)
                problem(op, tr("the stored value is not what the history made"));
            value = stored.before;
            return;
        }
        auto annotation = model::decodeAnnotation(*value);
        if (!annotation || model::encodeGroup(*annotation, op.fieldGroup) != stored.after) {
            problem(op, tr("the stored value is not what the history made"));
            return;
        }
        if (const auto applied = model::applyGroup(*annotation, op.fieldGroup, stored.before); !applied)
            problem(op, applied.error().text);
        value = model::encode(*annotation);
    }

    static const char *tableQuery(EntityType type)
    {
        switch (type) {
        case EntityType::Annotation: return "SELECT alive, data, created_seq FROM annotation WHERE id = ?";
        case EntityType::Item: return "SELECT alive, data, created_seq FROM item WHERE id = ?";
        default: return "SELECT alive, data, created_seq FROM entity WHERE id = ? AND type = ?";
        }
    }

    Result<Value *> current(EntityType type, const Uuid &id)
    {
        auto &rows = m_rows[type];
        if (const auto it = rows.find(id); it != rows.end())
            return &it->second;
        Statement read = m_connection.prepare(tableQuery(type));
        read.bind(id);
        if (type != EntityType::Annotation && type != EntityType::Item)
            read.bind(static_cast<int>(type));
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        Value value;
        if (*row) {
            const auto bulk = m_bulkAlive.find(read.integer(2));
            if (bulk != m_bulkAlive.end() ? bulk->second : read.integer(0) != 0)
                value = read.blob(1);
        }
        return &(rows[id] = std::move(value));
    }

    // The rows of a bulk operation in their order, with what later operations did to them taken back.
    Result<> takeBackBulk(const history::Operation &op)
    {
        Statement find = m_connection.prepare("SELECT seq, entity_type, count FROM bulk WHERE id = ?");
        const auto found = find.bind(op.entity).step();
        if (!found)
            return fail(found.error());
        if (!*found) {
            problem(op, tr("the bulk edit is not listed"));
            return {};
        }
        const std::int64_t seq = find.integer(0);
        const auto type = static_cast<EntityType>(find.integer(1));
        const std::int64_t count = find.integer(2);
        find.reset();

        if (op.kind == ChangeKind::BulkDelete || op.localSeq != seq) {
            m_bulkAlive[seq] = op.kind == ChangeKind::BulkDelete;
            return {};
        }
        const bool everTakenBack = m_bulkAlive.contains(seq);
        const char *const sql = type == EntityType::Annotation
                                    ? "SELECT id, alive, data FROM annotation WHERE created_seq = ? ORDER BY n"
                                : type == EntityType::Item ? "SELECT id, alive, data FROM item WHERE created_seq = ? ORDER BY n"
                                                           : "SELECT id, alive, data FROM entity WHERE created_seq = ? ORDER BY id";
        Statement read = m_connection.prepare(sql);
        read.bind(seq);
        base::Sha256 digest;
        auto &changed = m_rows[type];
        std::int64_t rows = 0;
        while (true) {
            const auto row = read.step();
            if (!row)
                return fail(row.error());
            if (!*row)
                break;
            ++rows;
            const Uuid id = read.uuid(0);
            const auto touched = changed.find(id);
            if (touched != changed.end()) {
                if (touched->second)
                    digest.add(*touched->second);
                touched->second.reset();
            } else if (read.integer(1) != 0 || everTakenBack) {
                digest.add(read.view(2));
            }
        }
        if (rows != count || digest.finish() != op.after)
            problem(op, tr("its rows are not the ones that were stored"));
        return {};
    }

    Connection &m_connection;
    QStringList &m_problems;
    std::map<EntityType, std::unordered_map<Uuid, Value>> m_rows;  // a scene has the id of its item
    std::unordered_map<std::int64_t, bool> m_bulkAlive;  // by the bulk operation's number, once it was taken back
};

// Columns are what queries find rows by; each must say what the row's own value says.
Result<> checkColumns(Connection &connection, QStringList &problems)
{
    std::int64_t wrong = 0;
    const auto walk = [&](const char *sql, const auto &agrees) -> Result<> {
        Statement row = connection.prepare(sql);
        while (true) {
            const auto more = row.step();
            if (!more)
                return fail(more.error());
            if (!*more)
                return {};
            wrong += !agrees(row);
        }
    };
    const auto annotations = walk(
        "SELECT a.data, a.id, i.id, l.name, c.id, a.kind FROM annotation a LEFT JOIN item i ON i.n = a.item "
        "LEFT JOIN layer l ON l.n = a.layer LEFT JOIN class_ref c ON c.n = a.class",
        [](const Statement &row) {
            const auto a = model::decodeAnnotation(row.view(0));
            return a && a->id.uuid == row.uuid(1) && a->item.uuid == row.uuid(2) && a->layer == row.text(3)
                   && a->labelClass.uuid == row.uuid(4) && static_cast<std::int64_t>(a->geometry.index()) == row.integer(5);
        });
    if (!annotations)
        return annotations;
    const auto items = walk("SELECT data, id, name, path, kind, sha FROM item", [](const Statement &row) {
        const auto i = model::decodeItem(row.view(0));
        return i && i->id.uuid == row.uuid(1) && i->name == row.text(2) && i->path == row.text(3)
               && static_cast<std::int64_t>(i->kind) == row.integer(4) && i->contentSha256 == row.digest(5);
    });
    if (!items)
        return items;
    const auto entities = walk("SELECT type, data, item, owner, state FROM entity", [](const Statement &row) {
        const auto columns = entityColumns(static_cast<EntityType>(row.integer(0)), row.view(1));
        return columns && columns->item == row.uuid(2) && columns->owner == row.text(3) && columns->state == row.integer(4);
    });
    if (!entities)
        return entities;
    if (wrong > 0)
        problems.append(tr("%1 rows are filed under another item, layer, class, name or owner than they have").arg(wrong));
    return {};
}

Result<bool> payloadAt(const Statement &row, int digestColumn, int dataColumn, Sha256Digest &digest, QByteArray &data)
{
    digest = row.digest(digestColumn);
    data = row.blob(dataColumn);
    return digest.isNull() || row.isNull(dataColumn) || base::sha256(data) == digest;
}

}  // namespace

Result<QStringList> Reader::verify(const jobs::JobControl &control) const
{
    QStringList problems;
    // One transaction: a writer at work must not make the two halves of a check disagree.
    if (const auto begun = m_connection->execute("BEGIN"); !begun)
        return fail(begun.error());
    struct End {
        Connection &connection;
        ~End() { (void)connection.execute("COMMIT"); }
    } end{*m_connection};

    Statement pages = m_connection->prepare("PRAGMA integrity_check");
    while (true) {
        const auto row = pages.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        if (pages.text(0) != QLatin1String("ok"))
            problems.append(tr("the database file: %1").arg(pages.text(0)));
    }
    pages.reset();

    Sha256Digest head;
    Sha256Digest previous;
    ReplicaId replica;
    Statement meta = m_connection->prepare("SELECT key, value FROM meta");
    while (true) {
        const auto row = meta.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        if (meta.text(0) == QLatin1String("head"))
            head = meta.digest(1);
        else if (meta.text(0) == QLatin1String("genesis"))
            previous = meta.digest(1);
        else if (meta.text(0) == QLatin1String("replica"))
            replica.uuid = meta.uuid(1);
    }
    meta.reset();

    const auto total = lastOperation();
    if (!total)
        return fail(total.error());
    static constexpr char columns[] =
        "SELECT o.seq, o.op_id, o.epoch, g.id, g.actor, o.kind, o.entity_type, o.entity, o.field_group, o.base_ver, o.before_sha, "
        "o.after_sha, u.id, o.hlc, o.hash, b.data, a.data FROM operation o JOIN gesture g ON g.n = o.gesture "
        "LEFT JOIN gesture u ON u.n = g.undoes LEFT JOIN payload b ON b.sha = o.before_sha "
        "LEFT JOIN payload a ON a.sha = o.after_sha ORDER BY o.seq";
    static const QByteArray backwards = QByteArray(columns) + " DESC";
    const auto read = [&](const Statement &row) {
        StoredOperation stored;
        history::Operation &op = stored.operation;
        op.localSeq = row.integer(0);
        op.id.uuid = row.uuid(1);
        op.replica = replica;
        op.epoch = row.integer(2);
        op.gesture.uuid = row.uuid(3);
        op.actor = row.text(4);
        op.kind = static_cast<ChangeKind>(row.integer(5));
        op.entityType = static_cast<EntityType>(row.integer(6));
        op.entity = row.uuid(7);
        op.fieldGroup = row.text(8);
        op.baseVersion = row.integer(9);
        op.undoes.uuid = row.uuid(12);
        op.hlc = row.integer(13);
        stored.hash = row.digest(14);
        const auto before = payloadAt(row, 10, 15, op.before, stored.before);
        const auto after = payloadAt(row, 11, 16, op.after, stored.after);
        if (!*before || !*after)
            problems.append(tr("operation %1: a stored value does not have the hash it is filed under").arg(op.localSeq));
        return stored;
    };

    std::int64_t expected = 1;
    for (Statement row = m_connection->prepare(columns);;) {
        const auto more = row.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const StoredOperation stored = read(row);
        if (stored.operation.localSeq != expected++)
            problems.append(tr("operation %1 is missing").arg(expected - 1)), expected = stored.operation.localSeq + 1;
        previous = history::chained(previous, stored.operation);
        if (previous != stored.hash) {
            problems.append(tr("operation %1: the chain of hashes is broken").arg(stored.operation.localSeq));
            previous = stored.hash;
        }
        control.report(stored.operation.localSeq, 2 * *total, tr("Checking the history"));
    }
    if (previous != head)
        problems.append(tr("the end of the history is missing"));

    Unfold unfold(*m_connection, problems);
    for (Statement row = m_connection->prepare(backwards.constData());;) {
        const auto more = row.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const StoredOperation stored = read(row);
        if (const auto done = unfold.takeBack(stored); !done)
            return fail(done.error());
        control.report(2 * *total - stored.operation.localSeq, 2 * *total);
    }
    if (const auto done = unfold.finish(); !done)
        return fail(done.error());
    if (const auto done = checkColumns(*m_connection, problems); !done)
        return fail(done.error());
    problems.removeDuplicates();
    return problems;
}

}  // namespace plumbline::store
