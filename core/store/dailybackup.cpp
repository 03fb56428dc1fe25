// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dailybackup.h"

#include <QDateTime>
#include <QDir>

namespace plumbline::store {

Result<std::optional<QString>> keepDailyBackup(const Project &project)
{
    if (project.store().readOnly())
        return std::nullopt;
    const QDir folder(project.backupsFolder());
    folder.mkpath(QStringLiteral("."));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(project.store().clock().nowMicroseconds() / 1000, Qt::UTC);
    const QString today = folder.filePath(QStringLiteral("daily-%1.db").arg(now.toString(QStringLiteral("yyyyMMdd"))));
    if (QFile::exists(today))
        return std::nullopt;
    if (const auto done = project.store().backup(today); !done)
        return fail(done.error());
    // The date in the name sorts as time does.
    QStringList kept = folder.entryList({QStringLiteral("daily-????????.db")}, QDir::Files, QDir::Name);
    while (kept.size() > dailyBackupsKept)
        QFile::remove(folder.filePath(kept.takeFirst()));
    return today;
}

}  // namespace plumbline::store
