// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QSaveFile>
#include <QString>

namespace plumbline::base {

/// A file written bit by bit that takes its place as one step, when finish() finds all of it on the disk. Qt's class alone
/// forgets what found no room at the very end, or in the middle of one write.
class PLUMBLINE_CORE_EXPORT AtomicFile final : public QSaveFile
{
public:
    using QSaveFile::QSaveFile;

    /// Syncs, and puts the file in its place; in the place of commit(). Fails, and leaves what was there, when anything could
    /// not be written since open().
    [[nodiscard]] Result<> finish();
    /// Words for a failed open() or write().
    [[nodiscard]] Error whyNotWritten() const;

protected:
    qint64 writeData(const char *data, qint64 length) override;

private:
    bool m_incomplete = false;
    int m_systemError = 0;
};

/// Replaces a file's content as one step: temporary file beside it, fsync, rename, fsync of the folder. After a crash the
/// file has either the old or the new content.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> writeFileAtomically(const QString &path, QByteArrayView content);

/// A whole file, refused above maximumBytes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QByteArray> readFile(const QString &path, qint64 maximumBytes);
/// The same without the byte order mark that some programs put before UTF-8.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QByteArray> readTextFile(const QString &path, qint64 maximumBytes);

/// True when `path`, with links and ".." resolved as far as they exist, lies inside `folder`. Untrusted file names go
/// through this before anything is opened or written.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isInside(const QString &folder, const QString &path);

/// A relative path from an untrusted file, cleaned; fails on absolute ones, "..", NUL, backslash drives and an empty name.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QString> safeRelativePath(const QString &untrusted);

}  // namespace plumbline::base
