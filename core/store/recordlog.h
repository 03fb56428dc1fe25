// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/model/record.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace plumbline::store {

class Connection;
class Store;

/// The records of a project. One thread at a time; every call sees the latest commit.
class PLUMBLINE_CORE_EXPORT RecordLog
{
public:
    [[nodiscard]] static Result<RecordLog> open(const Store &store);
    RecordLog(RecordLog &&) noexcept;
    ~RecordLog();

    [[nodiscard]] Result<std::optional<model::Record>> find(const Uuid &id) const;
    /// Of one kind, of one item or of all, by item and id. The visitor stops the walk by returning an error, which is returned.
    [[nodiscard]] Result<> visit(model::RecordKind kind, const std::optional<ItemId> &item,
                                 const std::function<Result<>(const model::Record &)> &visitor) const;
    [[nodiscard]] Result<std::vector<model::Record>> all(model::RecordKind kind, const std::optional<ItemId> &item = {}) const;

private:
    explicit RecordLog(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
};

}  // namespace plumbline::store
