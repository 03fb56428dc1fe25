// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/purge.h"

#include "core/store/sqlite.h"
#include "core/store/store.h"

namespace plumbline::store {

Result<std::int64_t> purgeEarlierValues(Store &store, const std::vector<Uuid> &entities)
{
    if (store.readOnly())
        return fail(ErrorCode::ReadOnly, store.whyReadOnly());
    auto connection = Connection::open(store.file(), Connection::Mode::ReadWrite);
    if (!connection)
        return fail(connection.error());
    // The writer alone makes checkpoints; this connection only adds to the log.
    const auto prepared =
        connection->execute("PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
    if (!prepared)
        return fail(prepared.error());
    Transaction transaction(*connection);
    if (!transaction.begun())
        return fail(transaction.begun().error());
    std::int64_t gone = 0;
    for (const Uuid &entity : entities) {
        // What the entity is now is the value of its last operation.
        Statement empty =
            connection->prepare("UPDATE payload SET data = NULL WHERE data IS NOT NULL AND sha IN ("
                                "SELECT before_sha FROM operation WHERE entity = ?1 AND before_sha IS NOT NULL "
                                "UNION SELECT after_sha FROM operation WHERE entity = ?1 AND after_sha IS NOT NULL) "
                                "AND sha IS NOT (SELECT after_sha FROM operation WHERE entity = ?1 ORDER BY seq DESC LIMIT 1)");
        if (const auto done = empty.bind(entity).run(); !done)
            return fail(done.error());
        gone += connection->changes();
    }
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return gone;
}

Result<std::int64_t> purgedValues(const Store &store)
{
    auto connection = Connection::open(store.file(), Connection::Mode::ReadOnly);
    if (!connection && store.readOnly())
        connection = Connection::open(store.file(), Connection::Mode::Immutable);
    if (!connection)
        return fail(connection.error());
    return connection->integer("SELECT count(*) FROM payload WHERE data IS NULL");
}

}  // namespace plumbline::store
