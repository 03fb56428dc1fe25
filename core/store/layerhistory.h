// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/track.h"

#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace plumbline::store {

class Connection;
class Statement;
class Store;

/// What a layer of an item held.
struct LayerState {
    std::vector<model::Annotation> annotations;  ///< in creation order; their revision is not known
    std::vector<model::Track> tracks;            ///< in creation order
};

/// Layers as they were: what is there now, with the later operations on it taken back, last first. Costs what was ever in the layer
/// and what was done to it since, whatever else is in the project. All is of the moment of
/// open(). One thread at a time.
class PLUMBLINE_CORE_EXPORT LayerHistory
{
public:
    [[nodiscard]] static Result<LayerHistory> open(const Store &store);
    LayerHistory(LayerHistory &&) noexcept;
    ~LayerHistory();

    /// Right after operation `seq`. Fails with Corrupt when a value that is needed is no longer in the history.
    [[nodiscard]] Result<LayerState> at(ItemId item, const QString &layer, std::int64_t seq) const;

private:
    explicit LayerHistory(std::unique_ptr<Connection> connection);

    struct Row {
        Uuid id;
        bool alive = false;
        QByteArray data;
        std::int64_t createdBy = 0;
    };
    [[nodiscard]] Result<std::vector<Row>> rows(Statement read, bool tracks, std::int64_t seq) const;
    [[nodiscard]] Result<> takeBack(Row &row, bool track, std::int64_t seq) const;
    [[nodiscard]] Result<> bulkBegan(std::int64_t seq) const;

    std::unique_ptr<Connection> m_connection;
    // Of a bulk operation: what was done to all of its rows, latest first, and whether they were there after it.
    mutable std::map<std::int64_t, std::vector<std::pair<std::int64_t, bool>>> m_bulks;
};

}  // namespace plumbline::store
