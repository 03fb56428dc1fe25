// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordlog.h"

#include "core/history/gesture.h"
#include "core/model/codec.h"
#include "core/store/sqlite.h"
#include "core/store/store.h"

namespace plumbline::store {

using history::EntityType;

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

}  // namespace plumbline::store
