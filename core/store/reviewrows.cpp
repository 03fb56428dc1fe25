// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/store/reader.h"
#include "core/store/rows.h"

namespace plumbline::store {

using history::EntityType;

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

}  // namespace plumbline::store
