// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace plumbline::base {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::base", text);
}

ErrorCode codeOf(QFileDevice::FileError error)
{
    switch (error) {
    case QFileDevice::PermissionsError: return ErrorCode::PermissionDenied;
    case QFileDevice::ResourceError: return ErrorCode::NoSpace;
    default: return ErrorCode::Failed;
    }
}

void syncFolder(const QString &folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

}  // namespace

Result<> writeFileAtomically(const QString &path, QByteArrayView content)
{
    QSaveFile file(path);  // commit() fsyncs the temporary file before renaming it
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), content.size()) != content.size() || !file.commit())
        return fail(codeOf(file.error()), tr("Cannot write %1: %2").arg(path, file.errorString()));
    syncFolder(QFileInfo(path).absolutePath());
    return {};
}

Result<QByteArray> readFile(const QString &path, qint64 maximumBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(QFileInfo::exists(path) ? codeOf(file.error()) : ErrorCode::NotFound,
                    tr("Cannot read %1: %2").arg(path, file.errorString()));
    QByteArray content = file.read(maximumBytes + 1);
    if (content.size() > maximumBytes)
        return fail(ErrorCode::TooLarge, tr("%1 is larger than %2 bytes.").arg(path).arg(maximumBytes));
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Failed, tr("Reading %1 failed: %2").arg(path, file.errorString()));
    return content;
}

bool isInside(const QString &folder, const QString &path)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    if (root.isEmpty())
        return false;
    QString existing = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QString rest;
    while (!QFileInfo::exists(existing) && existing != QDir::rootPath()) {
        const QFileInfo info(existing);
        rest = info.fileName() + QLatin1Char('/') + rest;
        existing = info.absolutePath();
    }
    const QString resolved = QDir::cleanPath(QFileInfo(existing).canonicalFilePath() + QLatin1Char('/') + rest);
    return resolved == root || resolved.startsWith(root.endsWith(QLatin1Char('/')) ? root : root + QLatin1Char('/'));
}

Result<QString> safeRelativePath(const QString &untrusted)
{
    const QString cleaned = QDir::cleanPath(untrusted);
    const bool bad = untrusted.isEmpty() || untrusted.contains(QChar(0)) || untrusted.contains(QChar(QChar::ReplacementCharacter))
                     || QDir::isAbsolutePath(cleaned) || untrusted.startsWith(QLatin1Char('/')) || cleaned == QLatin1String("..")
                     || cleaned == QLatin1String(".") || cleaned.startsWith(QLatin1String("../")) || untrusted.startsWith(QLatin1Char('\\'))
                     || (untrusted.size() > 1 && untrusted[1] == QLatin1Char(':'));
    if (bad)
        return fail(ErrorCode::Malformed, tr("“%1” is not a file name inside the data set; it was left out.").arg(untrusted));
    return cleaned;
}

}  // namespace plumbline::base
