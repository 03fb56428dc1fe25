// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordlog.h"

#include "core/history/gesture.h"
#include "core/model/codec.h"
#include "core/store/sqlite.h"
#include "core/store/store.h"

#include <QCoreApplication>

#include <map>

namespace plumbline::store {

using history::ChangeKind;
using history::EntityType;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

}  // namespace

RecordLog::RecordLog(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
RecordLog::RecordLog(RecordLog &&) noexcept = default;
RecordLog::~RecordLog() = default;

Result<RecordLog> RecordLog::open(const Store &store)
{
    auto connection = Connection::open(store.file(), Connection::Mode::ReadOnly);
    if (!connection && store.readOnly())
        connection = Connection::open(store.file(), Connection::Mode::Immutable);
    if (!connection)
        return fail(connection.error());
    return RecordLog(std::make_unique<Connection>(std::move(*connection)));
}

Result<std::optional<model::Record>> RecordLog::find(const Uuid &id) const
{
    Statement read = m_connection->prepare("SELECT data FROM entity WHERE type = ? AND id = ? AND alive = 1");
    const auto row = read.bind(static_cast<int>(EntityType::Record)).bind(id).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<model::Record>();
    auto record = model::decodeRecord(read.view(0));
    if (!record)
        return fail(record.error());
    return std::optional(std::move(*record));
}

Result<> RecordLog::visit(model::RecordKind kind, const std::optional<ItemId> &item,
                          const std::function<Result<>(const model::Record &)> &visitor) const
{
    const QString owner = model::recordKindName(kind);
    Statement read =
        item
            ? m_connection->prepare("SELECT data FROM entity WHERE type = ? AND owner = ? AND alive = 1 AND item = ? ORDER BY id")
            : m_connection->prepare("SELECT data FROM entity WHERE type = ? AND owner = ? AND alive = 1 ORDER BY item, id");
    read.bind(static_cast<int>(EntityType::Record)).bind(owner);
    if (item)
        read.bind(item->uuid);
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        const auto record = model::decodeRecord(read.view(0));
        if (!record)
            return fail(record.error());
        if (const auto visited = visitor(*record); !visited)
            return visited;
    }
}

Result<std::vector<model::Record>> RecordLog::all(model::RecordKind kind, const std::optional<ItemId> &item) const
{
    std::vector<model::Record> records;
    const auto visited = visit(kind, item, [&](const model::Record &record) -> Result<> {
        records.push_back(record);
        return {};
    });
    return visited ? Result<std::vector<model::Record>>(std::move(records)) : fail(visited.error());
}

Result<std::vector<model::Annotation>> RecordLog::layerAt(ItemId item, const QString &layer, std::int64_t seq) const
{
    std::map<Uuid, QByteArray> labels;
    Statement rows =
        m_connection->prepare("SELECT a.id, a.alive, a.data, a.created_seq FROM annotation a JOIN item i ON i.n = a.item "
                              "JOIN layer l ON l.n = a.layer WHERE i.id = ? AND l.name = ?");
    rows.bind(item.uuid).bind(layer);
    std::map<Uuid, std::int64_t> known;
    while (true) {
        const auto row = rows.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        known.emplace(rows.uuid(0), rows.integer(3));
        if (rows.integer(1) != 0)
            labels.emplace(rows.uuid(0), rows.blob(2));
    }
    // Each label's later operations are taken back, last first; of a bulk operation, its rows are.
    for (const auto &[id, createdSeq] : known) {
        Statement read = m_connection->prepare(
            "SELECT o.kind, o.field_group, b.data, o.before_sha FROM operation o "
            "LEFT JOIN payload b ON b.sha = o.before_sha WHERE o.entity = ? AND o.seq > ? ORDER BY o.seq DESC");
        read.bind(id).bind(seq);
        while (true) {
            const auto row = read.step();
            if (!row)
                return fail(row.error());
            if (!*row)
                break;
            const auto kind = static_cast<ChangeKind>(read.integer(0));
            const QByteArray before = read.blob(2);
            if (before.isEmpty() != read.isNull(3))
                return fail(ErrorCode::NotFound, tr("Values that the labels of a submission need were purged."));
            if (kind == ChangeKind::Create) {
                labels.erase(id);
            } else if (kind == ChangeKind::Delete) {
                labels[id] = before;
            } else {
                auto label = model::decodeAnnotation(labels[id]);
                if (!label)
                    return fail(label.error());
                if (const auto applied = model::applyGroup(*label, read.text(1), before); !applied)
                    return fail(applied.error());
                labels[id] = model::encode(*label);
            }
        }
        if (createdSeq > seq)
            labels.erase(id);
    }
    std::vector<model::Annotation> list;
    for (const auto &[id, data] : labels) {
        auto label = model::decodeAnnotation(data);
        if (!label)
            return fail(label.error());
        list.push_back(std::move(*label));
    }
    return list;
}

}  // namespace plumbline::store
