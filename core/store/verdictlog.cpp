// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verdictlog.h"

#include "core/history/gesture.h"
#include "core/store/sqlite.h"
#include "core/store/store.h"

namespace plumbline::store {

Result<std::vector<VerdictChange>> latestVerdictChanges(const Store &store)
{
    auto connection = Connection::open(store.file(), Connection::Mode::ReadOnly);
    if (!connection)
        return fail(connection.error());
    // The other columns of a row with max() are those of that row.
    Statement read = connection->prepare("SELECT o.entity, g.actor, g.n, g.created, max(o.seq) FROM operation o "
                                         "JOIN gesture g ON g.n = o.gesture "
                                         "WHERE o.entity_type = ? AND o.kind = ? AND o.field_group = 'verdict' GROUP BY o.entity");
    read.bind(static_cast<int>(history::EntityType::Annotation)).bind(static_cast<int>(history::ChangeKind::Update));
    std::vector<VerdictChange> changes;
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return changes;
        changes.push_back({AnnotationId{read.uuid(0)}, read.text(1), read.integer(2), read.integer(3)});
    }
}

}  // namespace plumbline::store
