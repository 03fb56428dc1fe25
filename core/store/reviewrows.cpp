// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/store/reader.h"
#include "core/store/rows.h"

#include <algorithm>
#include <map>

namespace plumbline::store {

using history::ChangeKind;
using history::EntityType;

namespace {

/// An annotation's row while operations are taken back from it.
struct PastRow {
    Uuid id;
    bool alive = false;
    QByteArray data;
    Uuid bulk;  ///< the bulk operation that made it; null = an ordinary one
};

struct PastOperation {
    std::int64_t seq = 0;
    ChangeKind kind = ChangeKind::Update;
    QString group;
    QByteArray before;
};

Result<std::vector<PastRow>> rowsOf(Connection &connection, ItemId item, const QString &layer)
{
    Statement read =
        connection.prepare("SELECT a.id, a.alive, a.data, b.id FROM annotation a LEFT JOIN bulk b ON b.seq = a.created_seq "
                           "WHERE a.item = (SELECT n FROM item WHERE id = ?1) "
                           "AND a.layer = (SELECT n FROM layer WHERE name = ?2) ORDER BY a.n");
    read.bind(item.uuid).bind(layer);
    std::vector<PastRow> rows;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        rows.push_back({row.uuid(0), row.integer(1) != 0, row.blob(2), row.isNull(3) ? Uuid{} : row.uuid(3)});
        return {};
    });
    return done ? Result<std::vector<PastRow>>(std::move(rows)) : fail(done.error());
}

// Operations on one entity after `seq`, the latest first.
Result<std::vector<PastOperation>> operationsAfter(Connection &connection, const Uuid &entity, std::int64_t seq)
{
    Statement read =
        connection.prepare("SELECT o.seq, o.kind, o.field_group, p.data FROM operation o "
                           "LEFT JOIN payload p ON p.sha = o.before_sha WHERE o.entity = ? AND o.seq > ? ORDER BY o.seq DESC");
    read.bind(entity).bind(seq);
    std::vector<PastOperation> list;
    const auto done = forEachRow(std::move(read), [&](Statement &row) -> Result<> {
        list.push_back({row.integer(0), static_cast<ChangeKind>(row.integer(1)), row.text(2), row.blob(3)});
        return {};
    });
    return done ? Result<std::vector<PastOperation>>(std::move(list)) : fail(done.error());
}

Result<> takeBack(PastRow &row, const PastOperation &operation)
{
    switch (operation.kind) {
    case ChangeKind::Create:
    case ChangeKind::BulkCreate: row.alive = false; return {};
    case ChangeKind::BulkDelete: row.alive = true; return {};
    case ChangeKind::Delete:
        row.alive = true;
        row.data = operation.before;
        return {};
    case ChangeKind::Update: break;
    }
    auto annotation = model::decodeAnnotation(row.data);
    if (!annotation)
        return fail(annotation.error());
    const auto applied = model::applyGroup(*annotation, operation.group, operation.before);
    if (applied)
        row.data = model::encode(*annotation);
    return applied;
}

}  // namespace

Result<std::vector<model::Decision>> Reader::decisions(std::optional<ItemId> item) const
{
    Statement read = m_connection->prepare(entitiesOf(item.has_value(), "1 ORDER BY created_seq, id").constData());
    read.bind(static_cast<int>(EntityType::Decision)).bind(item ? item->uuid : Uuid{});
    return decodedRows<model::Decision>(std::move(read), model::decodeDecision);
}

Result<std::vector<model::Thread>> Reader::threads(std::optional<ItemId> item) const
{
    Statement read = m_connection->prepare(entitiesOf(item.has_value(), "1 ORDER BY created_seq, id").constData());
    read.bind(static_cast<int>(EntityType::Thread)).bind(item ? item->uuid : Uuid{});
    return decodedRows<model::Thread>(std::move(read), model::decodeThread);
}

Result<std::vector<model::Comment>> Reader::comments(ItemId item) const
{
    Statement read = m_connection->prepare(entitiesOf(true, "1 ORDER BY created_seq, id").constData());
    read.bind(static_cast<int>(EntityType::Comment)).bind(item.uuid);
    return decodedRows<model::Comment>(std::move(read), model::decodeComment);
}

Result<std::vector<model::Task>> Reader::tasks(std::optional<ItemId> item) const
{
    Statement read = m_connection->prepare(entitiesOf(item.has_value(), "1 ORDER BY created_seq, id").constData());
    read.bind(static_cast<int>(EntityType::Task)).bind(item ? item->uuid : Uuid{});
    return decodedRows<model::Task>(std::move(read), model::decodeTask);
}

Result<std::vector<model::Annotation>> Reader::annotationsAt(ItemId item, const QString &layer, std::int64_t seq) const
{
    auto rows = rowsOf(*m_connection, item, layer);
    if (!rows)
        return fail(rows.error());
    std::map<Uuid, std::vector<PastOperation>> ofBulks;
    std::vector<model::Annotation> labels;
    for (PastRow &row : *rows) {
        auto operations = operationsAfter(*m_connection, row.id, seq);
        if (!operations)
            return fail(operations.error());
        if (!row.bulk.isNull()) {
            auto found = ofBulks.find(row.bulk);
            if (found == ofBulks.end()) {
                auto read = operationsAfter(*m_connection, row.bulk, seq);
                if (!read)
                    return fail(read.error());
                found = ofBulks.emplace(row.bulk, std::move(*read)).first;
            }
            operations->insert(operations->end(), found->second.begin(), found->second.end());
            std::sort(operations->begin(), operations->end(),
                      [](const PastOperation &a, const PastOperation &b) { return a.seq > b.seq; });
        }
        for (const PastOperation &operation : *operations)
            if (const auto done = takeBack(row, operation); !done)
                return fail(done.error());
        if (!row.alive)
            continue;
        auto label = model::decodeAnnotation(row.data);
        if (!label)
            return fail(label.error());
        labels.push_back(std::move(*label));
    }
    return labels;
}

}  // namespace plumbline::store
