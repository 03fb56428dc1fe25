// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/restore.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "core/store/project.h"
#include "core/store/projectlock.h"
#include "core/store/reader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace plumbline::store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

Result<ProjectId> verifiedProject(const QString &backup, const jobs::JobControl &control)
{
    const auto copy = Store::open(backup, {nullptr, nullptr, true});
    if (!copy)
        return fail(copy.error());
    const auto reader = (*copy)->reader();
    if (!reader)
        return fail(reader.error());
    const auto problems = (*reader)->verify(control);
    if (!problems)
        return fail(problems.error());
    if (!problems->isEmpty())
        return fail(ErrorCode::Corrupt, tr("The backup does not verify: %1").arg(problems->front()));
    return (*copy)->project();
}

}  // namespace

namespace {

QString timeStamp()
{
    return QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
}

Result<ProjectId> markedProject(const QString &projectFolder)
{
    constexpr qint64 largestMarker = 64 * 1024;
    const auto text = base::readFile(projectFolder + QStringLiteral("/plumbline.json"), largestMarker);
    if (!text)
        return fail(ErrorCode::NotFound, tr("%1 is not a Plumbline project (it has no plumbline.json).").arg(projectFolder));
    const auto marker = base::parseJson(*text);
    const auto id = marker && marker->is_object() ? ProjectId::fromString(base::toQString(marker->value("id", Json()))) : std::nullopt;
    if (!id)
        return fail(ErrorCode::Corrupt, tr("%1/plumbline.json is damaged.").arg(projectFolder));
    return *id;
}

// The project whose database cannot be opened is the one that needs a backup most: what is left of it is moved aside.
Result<RestoreReport> replaceDamaged(const QString &projectFolder, const QString &backup, ProjectId id)
{
    const auto marked = markedProject(projectFolder);
    if (!marked)
        return fail(marked.error());
    if (*marked != id)
        return fail(ErrorCode::InvalidArgument, tr("%1 is a backup of another project.").arg(backup));
    auto lock = ProjectLock::take(projectFolder);
    if (!lock)
        return fail(lock.error());
    RestoreReport report;
    report.database = projectFolder + QStringLiteral("/project.db");
    QDir(projectFolder).mkpath(QStringLiteral("backups"));
    const QString incoming = report.database + QStringLiteral(".incoming");
    QFile::remove(incoming);
    if (!QFile::copy(backup, incoming))
        return fail(ErrorCode::NoSpace, tr("The backup cannot be copied beside the project; nothing was changed."));
    report.kept = QStringLiteral("%1/backups/damaged-%2.db").arg(projectFolder, timeStamp());
    for (const char *suffix : {"-wal", "-shm", ""}) {
        const QString part = report.database + QLatin1String(suffix);
        if (QFile::exists(part) && !QFile::rename(part, report.kept + QLatin1String(suffix)))
            return fail(ErrorCode::PermissionDenied, tr("The damaged database cannot be moved aside; nothing was changed."));
    }
    if (!QFile::rename(incoming, report.database))
        return fail(ErrorCode::Failed, tr("The restored database could not be put in place; the damaged one is %1.").arg(report.kept));
    lock->reset();
    const auto reopened = Project::open(projectFolder, Project::Access::Write);
    if (!reopened)
        return fail(reopened.error());
    if (const auto done = (*reopened)->store().startNewEpoch(); !done)
        return fail(done.error());
    return report;
}

}  // namespace

Result<RestoreReport> restoreBackup(const QString &projectFolder, const QString &backup, const jobs::JobControl &control)
{
    const QFileInfo source(backup);
    if (!source.isFile())
        return fail(ErrorCode::NotFound, tr("There is no backup %1.").arg(backup));
    const auto id = verifiedProject(source.absoluteFilePath(), control);
    if (!id)
        return fail(id.error());

    auto project = Project::open(projectFolder, Project::Access::Write);
    if (!project && project.error().code != ErrorCode::Locked)
        return replaceDamaged(projectFolder, source.absoluteFilePath(), *id);
    if (!project)
        return fail(project.error());
    if ((*project)->store().readOnly())
        return fail(ErrorCode::ReadOnly, (*project)->store().whyReadOnly());
    if ((*project)->id() != *id)
        return fail(ErrorCode::InvalidArgument, tr("%1 is a backup of another project.").arg(backup));
    RestoreReport report;
    report.database = (*project)->store().file();
    QDir().mkpath((*project)->backupsFolder());
    report.kept = (*project)->backupsFolder() + QStringLiteral("/before-restore-")
                  + timeStamp() + QStringLiteral(".db");
    if (const auto done = (*project)->store().backup(report.kept); !done)
        return fail(done.error());

    const QString incoming = report.database + QStringLiteral(".incoming");
    QFile::remove(incoming);
    if (!QFile::copy(source.absoluteFilePath(), incoming))
        return fail(ErrorCode::NoSpace, tr("The backup cannot be copied beside the project; nothing was changed."));
    QFile::setPermissions(incoming, QFile::permissions(report.database));
    // Closing the store empties the write-ahead log into the database, so no page of the old one outlives it.
    (*project)->closeStore();
    for (const char *suffix : {"-wal", "-shm"})
        QFile::remove(report.database + QLatin1String(suffix));
    if (std::rename(QFile::encodeName(incoming).constData(), QFile::encodeName(report.database).constData()) != 0) {
        QFile::remove(incoming);
        return fail(ErrorCode::Failed, tr("The restored database could not be put in place; the old one is untouched."));
    }
    project->reset();

    auto reopened = Project::open(projectFolder, Project::Access::Write);
    if (!reopened)
        return fail(reopened.error());
    if (const auto done = (*reopened)->store().startNewEpoch(); !done)
        return fail(done.error());
    return report;
}

}  // namespace plumbline::store
