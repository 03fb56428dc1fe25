// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite.h"

#include <QCoreApplication>
#include <QUrl>

#include <sqlite3.h>

namespace plumbline::store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

Error errorOf(sqlite3 *db, int code)
{
    const QString detail = QStringLiteral("SQLite %1: %2").arg(code).arg(
        db ? QString::fromUtf8(sqlite3_errmsg(db)) : QString::fromUtf8(sqlite3_errstr(code)));
    switch (code & 0xFF) {
    case SQLITE_FULL: return {ErrorCode::NoSpace, tr("The disk is full. Make room; nothing is lost meanwhile."), detail};
    case SQLITE_READONLY: return {ErrorCode::ReadOnly, tr("The project lies in a place that cannot be written."), detail};
    case SQLITE_PERM:
    case SQLITE_AUTH: return {ErrorCode::PermissionDenied, tr("The project's files may not be opened by you."), detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::Locked, tr("Another program is using the project."), detail};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return {ErrorCode::Corrupt, tr("The project's database is damaged. Restore a backup, then run “verify”."), detail};
    case SQLITE_CANTOPEN: return {ErrorCode::NotFound, tr("The project's database cannot be opened."), detail};
    case SQLITE_IOERR:
        // Even reading needs some room beside the database, for what its users tell each other.
        if (code == SQLITE_IOERR_SHMSIZE)
            return {ErrorCode::NoSpace, tr("The disk is full. Make room; nothing is lost meanwhile."), detail};
        return {ErrorCode::Failed, tr("The disk reported an error while the project was read or written."), detail};
    default: return {ErrorCode::Failed, tr("The project's database reported an error."), detail};
    }
}

}  // namespace

void Connection::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<Connection> Connection::open(const QString &path, Mode mode)
{
    Connection connection;
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
    QUrl url = QUrl::fromLocalFile(path);
    switch (mode) {
    case Mode::Create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE; break;
    case Mode::ReadWrite: flags |= SQLITE_OPEN_READWRITE; break;
    case Mode::ReadOnly: flags |= SQLITE_OPEN_READONLY; break;
    case Mode::Immutable:
        flags |= SQLITE_OPEN_READONLY;
        url.setQuery(QStringLiteral("immutable=1"));
        break;
    }
    const int code = sqlite3_open_v2(url.toEncoded().constData(), &connection.m_db, flags, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(connection.m_db, code));
    sqlite3_busy_timeout(connection.m_db, 5000);
    sqlite3_db_config(connection.m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return connection;
}

Connection::~Connection()
{
    m_cache.clear();
    sqlite3_close(m_db);
}

Connection::Connection(Connection &&other) noexcept
    : m_db(std::exchange(other.m_db, nullptr)), m_cache(std::move(other.m_cache))
{
}

Connection &Connection::operator=(Connection &&other) noexcept
{
    if (this != &other) {
        m_cache.clear();
        sqlite3_close(m_db);
        m_db = std::exchange(other.m_db, nullptr);
        m_cache = std::move(other.m_cache);
    }
    return *this;
}

Result<> Connection::execute(const char *sql)
{
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(m_db, code));
    return {};
}

Statement Connection::prepare(const char *sql)
{
    auto it = m_cache.find(std::string_view(sql));
    if (it == m_cache.end()) {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        it = m_cache.emplace(sql, statement).first;
        if (!statement)
            m_cache.erase(it);
        return {*this, statement};
    }
    return {*this, it->second.get()};
}

Result<std::int64_t> Connection::integer(const char *sql)
{
    Statement statement = prepare(sql);
    const auto row = statement.step();
    if (!row)
        return fail(row.error());
    return *row ? statement.integer(0) : 0;
}

std::int64_t Connection::lastInsertRowId() const
{
    return sqlite3_last_insert_rowid(m_db);
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(m_db);
}

Error Connection::lastError() const
{
    return errorOf(m_db, sqlite3_extended_errcode(m_db));
}

Statement::~Statement()
{
    reset();
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection), m_statement(std::exchange(other.m_statement, nullptr)), m_next(other.m_next),
      m_failed(other.m_failed)
{
}

void Statement::reset()
{
    if (m_statement) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    m_next = 1;
}

Statement &Statement::bind(std::int64_t value)
{
    m_failed |= sqlite3_bind_int64(m_statement, m_next++, value) != SQLITE_OK;
    return *this;
}

Statement &Statement::bind(double value)
{
    m_failed |= sqlite3_bind_double(m_statement, m_next++, value) != SQLITE_OK;
    return *this;
}

Statement &Statement::bind(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    m_failed |= sqlite3_bind_text(m_statement, m_next++, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT) != SQLITE_OK;
    return *this;
}

Statement &Statement::bind(QByteArrayView value)
{
    if (value.isNull())
        return bindNull();
    m_failed |= sqlite3_bind_blob64(m_statement, m_next++, value.data(), static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC)
                != SQLITE_OK;
    return *this;
}

Statement &Statement::bind(const Uuid &value)
{
    if (value.isNull())
        return bindNull();
    m_failed |= sqlite3_bind_blob(m_statement, m_next++, value.bytes.data(), 16, SQLITE_TRANSIENT) != SQLITE_OK;
    return *this;
}

Statement &Statement::bind(const Sha256Digest &value)
{
    if (value.isNull())
        return bindNull();
    m_failed |= sqlite3_bind_blob(m_statement, m_next++, value.bytes.data(), 32, SQLITE_TRANSIENT) != SQLITE_OK;
    return *this;
}

Statement &Statement::bindNull()
{
    m_failed |= sqlite3_bind_null(m_statement, m_next++) != SQLITE_OK;
    return *this;
}

Result<bool> Statement::step()
{
    if (!m_statement || m_failed)
        return fail(m_connection->lastError());
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = m_connection->lastError();
    return fail(std::move(error));
}

Result<> Statement::run()
{
    const auto row = step();
    if (!row)
        return fail(row.error());
    reset();
    return {};
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::number(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    return view(column).toByteArray();
}

QByteArrayView Statement::view(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

Uuid Statement::uuid(int column) const
{
    return Uuid::fromBytes(view(column)).value_or(Uuid{});
}

Sha256Digest Statement::digest(int column) const
{
    return Sha256Digest::fromBytes(view(column)).value_or(Sha256Digest{});
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Transaction::~Transaction()
{
    if (m_begun && !m_done)
        (void)m_connection.execute("ROLLBACK");
}

Result<> Transaction::commit()
{
    auto done = m_connection.execute("COMMIT");
    m_done = done.has_value();
    return done;
}

}  // namespace plumbline::store
