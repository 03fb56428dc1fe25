// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace plumbline::base {

/// Replaces a file's content as one step: temporary file beside it, fsync, rename, fsync of the folder. After a crash the
/// file has either the old or the new content.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> writeFileAtomically(const QString &path, QByteArrayView content);

/// A whole file, refused above maximumBytes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QByteArray> readFile(const QString &path, qint64 maximumBytes);

/// True when `path`, with links and ".." resolved as far as they exist, lies inside `folder`. Untrusted file names go
/// through this before anything is opened or written.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isInside(const QString &folder, const QString &path);

/// A relative path from an untrusted file, cleaned; fails on absolute ones, "..", NUL, backslash drives and an empty name.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QString> safeRelativePath(const QString &untrusted);

}  // namespace plumbline::base
