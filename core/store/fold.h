// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/gesture.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/store/sqlite.h"

#include <unordered_map>

/// Applies changes to the tables that hold the current state. Private to the store; writer thread only, inside a transaction.
namespace plumbline::store {

/// Columns of the annotation table that queries need.
struct AnnotationColumns {
    AnnotationId id;
    ItemId item;
    QString layer;
    ClassId labelClass;
    std::size_t kind = 0;  ///< index of the geometry
};
[[nodiscard]] inline AnnotationColumns columnsOf(const model::Annotation &a)
{
    return {a.id, a.item, a.layer, a.labelClass, a.geometry.index()};
}

class Fold
{
public:
    explicit Fold(Connection &connection) : m_connection(connection) {}

    /// Applies one change as operation `seq`; returns the version of the field group it started from. Conflict when the
    /// stored value is not `change.before`.
    [[nodiscard]] Result<std::int64_t> apply(const history::Change &change, std::int64_t seq);

    [[nodiscard]] Result<> insertItem(const model::Item &item, const QByteArray &data, std::int64_t seq);
    [[nodiscard]] Result<> insertAnnotation(const AnnotationColumns &columns, QByteArrayView data, std::int64_t seq);
    [[nodiscard]] Result<> insertEntity(history::EntityType type, const Uuid &id, const QByteArray &data, std::int64_t seq);
    /// Hides or shows again all rows of a bulk operation. Conflict when somebody has changed one of them meanwhile.
    [[nodiscard]] Result<> setBulkAlive(const Uuid &bulk, bool alive);

    /// Forgets cached row numbers; after a rollback they may not exist.
    void forget();

private:
    [[nodiscard]] Result<std::int64_t> applyAnnotation(const history::Change &change, std::int64_t seq);
    [[nodiscard]] Result<std::int64_t> applyItem(const history::Change &change, std::int64_t seq);
    [[nodiscard]] Result<std::int64_t> applyEntity(const history::Change &change, std::int64_t seq);
    [[nodiscard]] Result<std::int64_t> bumpVersion(const Uuid &entity, const QString &group);
    [[nodiscard]] Result<std::int64_t> itemNumber(const ItemId &id);
    [[nodiscard]] Result<std::int64_t> layerNumber(const QString &name);
    [[nodiscard]] Result<std::int64_t> classNumber(const ClassId &id);

    Connection &m_connection;
    std::unordered_map<ItemId, std::int64_t> m_items;
    std::unordered_map<QString, std::int64_t> m_layers;
    std::unordered_map<ClassId, std::int64_t> m_classes;
};

/// Columns of the entity table that queries need, taken from the encoded value.
struct EntityColumns {
    Uuid item;
    QString owner;
    int state = 0;
};
[[nodiscard]] Result<EntityColumns> entityColumns(history::EntityType type, QByteArrayView data);

}  // namespace plumbline::store
