// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settinglog.h"

#include "core/base/cbor.h"
#include "core/history/gesture.h"
#include "core/store/sqlite.h"
#include "core/store/store.h"

namespace plumbline::store {

namespace {

// [key, value], as GestureBuilder::setting writes it.
Json valueIn(QByteArrayView encoded)
{
    constexpr int deepest = 128;
    base::CborReader reader(encoded);
    const auto json = base::parseJson(reader.utf8(), deepest);
    return json && json->is_array() && json->size() == 2 ? (*json)[1] : Json();
}

}  // namespace

SettingLog::SettingLog(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
SettingLog::SettingLog(SettingLog &&) noexcept = default;
SettingLog::~SettingLog() = default;

Result<SettingLog> SettingLog::open(const Store &store)
{
    auto connection = Connection::open(store.file(), Connection::Mode::ReadOnly);
    if (!connection && store.readOnly())
        connection = Connection::open(store.file(), Connection::Mode::Immutable);
    if (!connection)
        return fail(connection.error());
    if (const auto begun = connection->execute("BEGIN"); !begun)
        return fail(begun.error());
    return SettingLog(std::make_unique<Connection>(std::move(*connection)));
}

Result<std::vector<SettingLog::Version>> SettingLog::versions(const QString &key) const
{
    const Uuid entity = history::settingKey(key);
    Statement read =
        m_connection->prepare("SELECT g.actor, g.created, max(o.seq), p.data FROM operation o JOIN gesture g ON g.n = o.gesture "
                              "LEFT JOIN payload p ON p.sha = o.after_sha WHERE o.entity = ? AND o.entity_type = ? "
                              "GROUP BY g.n ORDER BY g.n");
    read.bind(entity).bind(static_cast<int>(history::EntityType::Setting));
    std::vector<Version> versions;
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return versions;
        versions.push_back({read.isNull(3) ? Json() : valueIn(read.view(3)), read.text(0), read.integer(1), read.integer(2)});
    }
}

Result<> SettingLog::labelsBefore(std::int64_t operation, const std::function<void(const Label &)> &visitor) const
{
    Statement read = m_connection->prepare(
        "SELECT i.id, a.id, l.name, max(a.created_seq, ifnull((SELECT max(o.seq) FROM operation o WHERE o.entity = a.id), 0)) AS "
        "last "
        "FROM annotation a JOIN item i ON i.n = a.item JOIN layer l ON l.n = a.layer "
        "WHERE a.alive = 1 AND a.created_seq < ?1 AND l.name NOT LIKE 'model:%' AND last < ?1 ORDER BY a.item, a.n");
    read.bind(operation);
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        visitor({ItemId{read.uuid(0)}, AnnotationId{read.uuid(1)}, read.text(2), read.integer(3)});
    }
}

}  // namespace plumbline::store
