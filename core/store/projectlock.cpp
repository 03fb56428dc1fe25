// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projectlock.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>
#include <QSysInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace plumbline::store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

tl::unexpected<Error> locked(const QString &path)
{
    QFile file(path);
    const QStringList holder =
        file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(1024)).split(QLatin1Char('\n')) : QStringList();
    if (holder.size() < 3)
        return fail(ErrorCode::Locked, tr("Another program has the project open for writing; close it there first."));
    return fail(ErrorCode::Locked, tr("%1 (process %2 on %3) has the project open for writing; close it there first.")
                                       .arg(holder[1], holder[0], holder[2]));
}

tl::unexpected<Error> notWritable(const QString &folder)
{
    return fail(ErrorCode::ReadOnly, tr("The project folder %1 cannot be written.").arg(folder), qt_error_string(errno));
}

tl::unexpected<Error> notLockable(const QString &folder)
{
    return fail(ErrorCode::ReadOnly, tr("The project folder %1 cannot be locked.").arg(folder), qt_error_string(errno));
}

}  // namespace

Result<std::unique_ptr<ProjectLock>> ProjectLock::take(const QString &projectFolder)
{
    const QString path = projectFolder + QStringLiteral("/project.lock");
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0)
        return notWritable(projectFolder);
    std::unique_ptr<ProjectLock> lock(new ProjectLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? locked(path) : notLockable(projectFolder);
    const QByteArray holder = QByteArray::number(QCoreApplication::applicationPid()) + '\n'
                              + QCoreApplication::applicationName().toUtf8() + '\n' + QSysInfo::machineHostName().toUtf8() + '\n';
    // Who holds it is a courtesy: a full disk must not keep anybody out.
    if (::ftruncate(descriptor, 0) != 0 || ::write(descriptor, holder.constData(), static_cast<std::size_t>(holder.size())) < 0)
        return lock;
    return lock;
}

ProjectLock::~ProjectLock()
{
    ::close(m_descriptor);
}

}  // namespace plumbline::store
