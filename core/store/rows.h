// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite.h"

#include <optional>
#include <vector>

/// Rows of a statement as values. Private to the store.
namespace plumbline::store {

/// Stops at the first error that `f` returns, and returns it.
template <typename F>
[[nodiscard]] Result<> forEachRow(Statement statement, F f)
{
    while (true) {
        const auto row = statement.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        if (const Result<> done = f(statement); !done)
            return done;
    }
}

/// The decoded data column of every row.
template <typename T>
[[nodiscard]] Result<std::vector<T>> decodedRows(Statement statement, Result<T> (*decode)(QByteArrayView), int column = 0)
{
    std::vector<T> list;
    const auto done = forEachRow(std::move(statement), [&](Statement &row) -> Result<> {
        auto value = decode(row.view(column));
        if (!value)
            return fail(value.error());
        list.push_back(std::move(*value));
        return {};
    });
    if (!done)
        return fail(done.error());
    return list;
}

template <typename T>
[[nodiscard]] Result<std::optional<T>> firstOf(Result<std::vector<T>> list)
{
    if (!list)
        return fail(list.error());
    return list->empty() ? std::optional<T>() : std::optional<T>(std::move(list->front()));
}

/// Left to itself SQLite walks all of a type: the primary key begins with it, and counts as read for nothing.
[[nodiscard]] inline QByteArray entitiesOf(bool oneItem, const char *rest)
{
    QByteArray text = "SELECT data FROM entity ";
    text += oneItem ? "INDEXED BY entity_by_item WHERE type = ?1 AND item = ?2 AND alive = 1 AND "
                    : "WHERE type = ?1 AND ?2 IS NULL AND alive = 1 AND ";
    return text + rest;
}

}  // namespace plumbline::store
