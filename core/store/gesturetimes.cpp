// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/gesturetimes.h"

#include "core/history/gesture.h"
#include "core/model/annotation.h"
#include "core/store/sqlite.h"
#include "core/store/store.h"

namespace plumbline::store {

Result<> visitGestureTimes(const Store &store, const QString &person, bool shared,
                           const std::function<void(const GestureTime &)> &visitor)
{
    auto connection = Connection::open(store.file(), Connection::Mode::ReadOnly);
    if (!connection && store.readOnly())
        connection = Connection::open(store.file(), Connection::Mode::Immutable);
    if (!connection)
        return fail(connection.error());
    Statement read =
        connection->prepare("SELECT DISTINCT g.actor, g.created, i.id FROM operation o JOIN gesture g ON g.n = o.gesture "
                            "JOIN annotation a ON a.id = o.entity JOIN item i ON i.n = a.item JOIN layer l ON l.n = a.layer "
                            "WHERE o.entity_type = ?1 AND o.kind IN (?2, ?3, ?4) AND (?5 = '' OR g.actor = ?5) AND (l.name = "
                            "g.actor OR (?6 AND l.name = ?7))");
    read.bind(static_cast<int>(history::EntityType::Annotation))
        .bind(static_cast<int>(history::ChangeKind::Create))
        .bind(static_cast<int>(history::ChangeKind::Update))
        .bind(static_cast<int>(history::ChangeKind::Delete))
        .bind(person)
        .bind(shared)
        .bind(model::acceptedLayer());
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        visitor({read.text(0), read.integer(1), ItemId{read.uuid(2)}});
    }
}

}  // namespace plumbline::store
