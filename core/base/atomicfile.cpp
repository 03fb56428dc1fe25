// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace plumbline::base {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::base", text);
}

// Qt folds most causes into "open error" and "write error"; the system's own number says more.
ErrorCode codeOf(QFileDevice::FileError error, int systemError)
{
    switch (systemError) {
    case EACCES:
    case EPERM: return ErrorCode::PermissionDenied;
    case EROFS: return ErrorCode::ReadOnly;
    case ENOSPC:
    case EDQUOT: return ErrorCode::NoSpace;
    default: break;
    }
    switch (error) {
    case QFileDevice::PermissionsError: return ErrorCode::PermissionDenied;
    case QFileDevice::ResourceError: return ErrorCode::NoSpace;
    default: return ErrorCode::Failed;
    }
}

// The system's reason against writing there, or 0. QSaveFile looks first and then has no number to tell.
int whyNotWritable(const QString &path)
{
    for (const QString &place : {path, QFileInfo(path).absolutePath()}) {
        const QByteArray name = QFile::encodeName(place);
        if (::faccessat(AT_FDCWD, name.constData(), W_OK, AT_EACCESS) != 0 && errno != ENOENT)
            return errno;
    }
    return 0;
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

qint64 AtomicFile::writeData(const char *data, qint64 length)
{
    errno = 0;
    const qint64 written = QSaveFile::writeData(data, length);
    if (written != length && !m_incomplete) {
        m_incomplete = true;
        // The system takes a part of a write without complaint when there is room for a part.
        m_systemError = errno != 0 ? errno : ENOSPC;
    }
    return written;
}

Error AtomicFile::whyNotWritten() const
{
    const int accessError = whyNotWritable(fileName());
    const ErrorCode code = codeOf(error(), accessError != 0 ? accessError : m_systemError);
    return {code, tr("Cannot write %1: %2").arg(fileName(), code == ErrorCode::NoSpace ? tr("the disk is full") : errorString()), {}};
}

Result<> AtomicFile::finish()
{
    errno = 0;
    if (!m_incomplete && flush() && commit()) {
        syncFolder(QFileInfo(fileName()).absolutePath());
        return {};
    }
    if (m_systemError == 0)
        m_systemError = errno;
    Error why = whyNotWritten();
    cancelWriting();
    return fail(std::move(why));
}

Result<> writeFileAtomically(const QString &path, QByteArrayView content)
{
    AtomicFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.whyNotWritten());
    file.write(content.data(), content.size());
    return file.finish();
}

Result<QByteArray> readFile(const QString &path, qint64 maximumBytes)
{
    errno = 0;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const int systemError = errno;
        return fail(QFileInfo::exists(path) ? codeOf(file.error(), systemError) : ErrorCode::NotFound,
                    tr("Cannot read %1: %2").arg(path, file.errorString()));
    }
    // In steps of what is there: asking for the most that may come would reserve as much memory.
    constexpr qint64 step = 1 << 16;
    QByteArray content;
    while (content.size() <= maximumBytes && file.size() <= maximumBytes) {
        const qint64 there = std::max<qint64>(0, file.size() - file.pos()) + step;
        const QByteArray part = file.read(std::min(there, maximumBytes + 1 - content.size()));
        if (part.isEmpty())
            break;
        content += part;
    }
    if (content.size() > maximumBytes || file.size() > maximumBytes)
        return fail(ErrorCode::TooLarge, tr("%1 is larger than %2 bytes.").arg(path).arg(maximumBytes));
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Failed, tr("Reading %1 failed: %2").arg(path, file.errorString()));
    return content;
}

Result<QByteArray> readTextFile(const QString &path, qint64 maximumBytes)
{
    auto content = readFile(path, maximumBytes);
    if (content && content->startsWith("\xEF\xBB\xBF"))
        content->remove(0, 3);
    return content;
}

bool isInside(const QString &folder, const QString &path)
{
    namespace fs = std::filesystem;
    const QString root = QFileInfo(folder).canonicalFilePath();
    if (root.isEmpty() || path.isEmpty() || path.contains(QChar(0)))
        return false;
    const QString absolute = path.startsWith(QLatin1Char('/')) ? path : QDir::currentPath() + QLatin1Char('/') + path;
    // Step by step, as the system does it: ".." after a link leaves the link's target, not the link's folder.
    fs::path resolved = "/";
    for (const fs::path &step : fs::path(QFile::encodeName(absolute).toStdString()).relative_path()) {
        if (step.empty() || step == ".")
            continue;
        if (step == "..") {
            resolved = resolved.parent_path();
            continue;
        }
        std::error_code error;
        const fs::path next = resolved / step;
        const fs::file_status status = fs::symlink_status(next, error);
        if (error && status.type() != fs::file_type::not_found)
            return false;
        // A link to nowhere would be followed when something is written through it.
        resolved = fs::is_symlink(status) ? fs::canonical(next, error) : next;
        if (fs::is_symlink(status) && error)
            return false;
    }
    const QString real = QFile::decodeName(QByteArray::fromStdString(resolved.string()));
    return real == root || real.startsWith(root.endsWith(QLatin1Char('/')) ? root : root + QLatin1Char('/'));
}

Result<QString> safeRelativePath(const QString &untrusted)
{
    const auto climbs = [](const QString &path) { return path == QLatin1String("..") || path.startsWith(QLatin1String("../")); };
    const QString cleaned = QDir::cleanPath(untrusted);
    // As another system would read it: the name may travel on in an export.
    const QString slashed = QDir::cleanPath(QString(untrusted).replace(QLatin1Char('\\'), QLatin1Char('/')));
    // A leading colon names Qt's built-in resources, wherever the program runs.
    const bool bad = untrusted.isEmpty() || untrusted.startsWith(QLatin1Char(':')) || untrusted.contains(QChar(0))
                     || untrusted.contains(QChar(QChar::ReplacementCharacter)) || QDir::isAbsolutePath(cleaned)
                     || untrusted.startsWith(QLatin1Char('/')) || climbs(cleaned) || climbs(slashed)
                     || cleaned == QLatin1String(".") || untrusted.startsWith(QLatin1Char('\\'))
                     || (untrusted.size() > 1 && untrusted[1] == QLatin1Char(':'));
    if (bad)
        return fail(ErrorCode::Malformed, tr("“%1” is not a file name inside the data set; it was left out.").arg(untrusted));
    return cleaned;
}

}  // namespace plumbline::base
