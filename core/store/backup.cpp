// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/sqlite.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

namespace plumbline::store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

Result<> copyPages(Connection &source, Connection &target)
{
    sqlite3_backup *backup = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (!backup)
        return fail(target.lastError());
    constexpr int pagesPerStep = 4096;
    int code = SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        code = sqlite3_backup_step(backup, pagesPerStep);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep(20);
    }
    sqlite3_backup_finish(backup);
    return code == SQLITE_DONE ? Result<>() : fail(target.lastError());
}

}  // namespace

Result<> Store::backup(const QString &target)
{
    return copyDatabase(file(), target, readOnly());
}

Result<> copyDatabase(const QString &file, const QString &target, bool immutable)
{
    if (QFileInfo::exists(target))
        return fail(ErrorCode::AlreadyExists, tr("%1 is there already; a backup never replaces a file.").arg(target));
    const QString unfinished = target + QStringLiteral(".part");
    QFile::remove(unfinished);
    struct Cleanup {
        QString path;
        ~Cleanup()
        {
            for (const char *suffix : {"", "-journal", "-wal", "-shm"})
                QFile::remove(path + QLatin1String(suffix));
        }
    } cleanup{unfinished};
    {
        auto from = Connection::open(file, immutable ? Connection::Mode::Immutable : Connection::Mode::ReadOnly);
        if (!from)
            return fail(from.error());
        auto to = Connection::open(unfinished, Connection::Mode::Create);
        if (!to)
            return fail(to.error());
        if (const auto copied = copyPages(*from, *to); !copied)
            return copied;
        // A copy in WAL mode would need two files; a backup is one.
        if (const auto single = to->execute("PRAGMA journal_mode = DELETE"); !single)
            return single;
        Statement check = to->prepare("PRAGMA integrity_check");
        const auto row = check.step();
        if (!row)
            return fail(row.error());
        if (check.text(0) != QLatin1String("ok"))
            return fail(ErrorCode::Corrupt, tr("The backup does not verify: %1").arg(check.text(0)));
    }
    const int fd = ::open(QFile::encodeName(unfinished).constData(), O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
    if (!QFile::rename(unfinished, target))
        return fail(ErrorCode::Failed, tr("The finished backup could not be given its name %1.").arg(target));
    return {};
}

}  // namespace plumbline::store
