// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/judgementlog.h"

#include "core/history/gesture.h"
#include "core/model/codec.h"
#include "core/store/sqlite.h"
#include "core/store/store.h"

namespace plumbline::store {

using history::ChangeKind;
using history::EntityType;

JudgementLog::JudgementLog(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

JudgementLog::JudgementLog(JudgementLog &&) noexcept = default;

JudgementLog::~JudgementLog() = default;

Result<JudgementLog> JudgementLog::open(const Store &store)
{
    auto connection = Connection::open(store.file(), Connection::Mode::ReadOnly);
    if (!connection)
        return fail(connection.error());
    if (const auto begun = connection->execute("BEGIN"); !begun)
        return fail(begun.error());
    return JudgementLog(std::make_unique<Connection>(std::move(*connection)));
}

Result<std::int64_t> JudgementLog::lastOperation() const
{
    return m_connection->integer("SELECT coalesce(max(seq), 0) FROM operation");
}

Result<bool> JudgementLog::rewrittenSince(std::int64_t since) const
{
    Statement read =
        m_connection->prepare("SELECT 1 FROM operation WHERE seq > ? AND entity_type = ? AND kind NOT IN (?, ?) LIMIT 1");
    return read.bind(since)
        .bind(static_cast<int>(EntityType::Judgement))
        .bind(static_cast<int>(ChangeKind::Create))
        .bind(static_cast<int>(ChangeKind::BulkCreate))
        .step();
}

Result<> JudgementLog::visit(std::int64_t since, const std::function<Result<>(const model::Judgement &)> &visitor) const
{
    Statement read = m_connection->prepare("SELECT data FROM entity WHERE type = ? AND alive = 1 AND created_seq > ?");
    read.bind(static_cast<int>(EntityType::Judgement)).bind(since);
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        const auto judgement = model::decodeJudgement(read.view(0));
        if (!judgement)
            return fail(judgement.error());
        if (const Result<> done = visitor(*judgement); !done)
            return done;
    }
}

Result<std::vector<std::int64_t>> JudgementLog::settingChanges(const QString &key) const
{
    const Uuid entity = history::settingKey(key);
    Statement read = m_connection->prepare("SELECT DISTINCT g.created FROM operation o JOIN gesture g ON g.n = o.gesture "
                                           "WHERE o.entity = ? AND o.entity_type = ? ORDER BY g.created");
    read.bind(entity).bind(static_cast<int>(EntityType::Setting));
    std::vector<std::int64_t> times;
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return times;
        times.push_back(read.integer(0));
    }
}

Result<std::vector<JudgementLog::PersonalChange>> JudgementLog::settingChanges(const QString &key, const QString &person) const
{
    Statement read =
        m_connection->prepare("SELECT g.created, (SELECT count(*) FROM entity e INDEXED BY entity_by_owner WHERE e.type IN (?3, ?4) "
                              "AND e.owner = ?5 AND e.created_seq > max(o.seq)) "
                              "FROM operation o JOIN gesture g ON g.n = o.gesture WHERE o.entity = ?1 AND o.entity_type = ?2 "
                              "GROUP BY g.n ORDER BY g.n");
    read.bind(history::settingKey(key))
        .bind(static_cast<int>(EntityType::Setting))
        .bind(static_cast<int>(EntityType::Submission))
        .bind(static_cast<int>(EntityType::Judgement))
        .bind(person);
    std::vector<PersonalChange> changes;
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return changes;
        changes.push_back({read.integer(0), read.integer(1)});
    }
}

}  // namespace plumbline::store
