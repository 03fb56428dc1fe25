// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/sha256.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

/// Private wrapper of the bundled SQLite: RAII, bound parameters, Result. One connection belongs to one thread at a time.
namespace plumbline::store {

class Statement;

class Connection
{
public:
    enum class Mode { Create, ReadWrite, ReadOnly, Immutable };

    [[nodiscard]] static Result<Connection> open(const QString &path, Mode mode);
    Connection() = default;
    ~Connection();
    Connection(Connection &&other) noexcept;
    Connection &operator=(Connection &&other) noexcept;

    /// Runs one or many statements without results.
    [[nodiscard]] Result<> execute(const char *sql);
    /// A prepared statement from the cache, reset and unbound. Valid until the connection closes; one use at a time.
    [[nodiscard]] Statement prepare(const char *sql);
    [[nodiscard]] Result<std::int64_t> integer(const char *sql);
    [[nodiscard]] std::int64_t lastInsertRowId() const;
    [[nodiscard]] std::int64_t changes() const;
    /// The last error in our words, its code mapped from SQLite's.
    [[nodiscard]] Error lastError() const;
    [[nodiscard]] sqlite3 *handle() const { return m_db; }

private:
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };
    sqlite3 *m_db = nullptr;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    // By the text, not by where it lies: a text that was put together may lie where another one lay before.
    std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Finalizer>, TextHash, std::equal_to<>> m_cache;
};

/// Bind in order, then step. A failed prepare or bind shows up as the error of step().
class Statement
{
public:
    Statement(Connection &connection, sqlite3_stmt *statement) : m_connection(&connection), m_statement(statement) {}
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;

    Statement &bind(std::int64_t value);
    Statement &bind(int value) { return bind(static_cast<std::int64_t>(value)); }
    Statement &bind(bool value) { return bind(static_cast<std::int64_t>(value)); }
    Statement &bind(double value);
    Statement &bind(const QString &value);
    /// Blob; null binds NULL. The bytes must live until step() or reset().
    Statement &bind(QByteArrayView value);
    Statement &bind(const QByteArray &value) { return bind(QByteArrayView(value)); }
    Statement &bind(const Uuid &value);  ///< 16 bytes, NULL for the null id; must live until step()
    Statement &bind(const Sha256Digest &value);
    Statement &bindNull();

    /// True while there is a row.
    [[nodiscard]] Result<bool> step();
    /// For statements without rows; resets for the next use with new bindings.
    [[nodiscard]] Result<> run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double number(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;      ///< a copy
    [[nodiscard]] QByteArrayView view(int column) const;  ///< valid until the next step
    [[nodiscard]] Uuid uuid(int column) const;
    [[nodiscard]] Sha256Digest digest(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    Connection *m_connection;
    sqlite3_stmt *m_statement;
    int m_next = 1;
    bool m_failed = false;
};

/// BEGIN IMMEDIATE now, ROLLBACK unless committed.
class Transaction
{
public:
    explicit Transaction(Connection &connection) : m_connection(connection), m_begun(connection.execute("BEGIN IMMEDIATE")) {}
    ~Transaction();
    Transaction(const Transaction &) = delete;
    [[nodiscard]] const Result<> &begun() const { return m_begun; }
    [[nodiscard]] Result<> commit();

private:
    Connection &m_connection;
    Result<> m_begun;
    bool m_done = false;
};

}  // namespace plumbline::store
