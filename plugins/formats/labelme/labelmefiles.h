// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QStringList>

namespace plumbline::labelme {

/// Where the parts of a data set lie.
struct Layout {
    QString root;  ///< folder that names are relative to
    QStringList files;  ///< absolute, sorted
    QStringList pictureFolders;
};

/// All JSON files below a folder, or one file.
[[nodiscard]] Layout explore(const extension::ImportRequest &request);

/// Looks at the first 64 KiB of at most eight files.
[[nodiscard]] extension::ProbeResult probe(const QString &path);

/// The item name that "imagePath" stands for in a file of this folder (relative to the root, "" or ending in a slash); nothing
/// when it is absolute or leads out of the data set.
[[nodiscard]] std::optional<QString> resolvedImagePath(const QString &imagePath, const QString &folder);

/// "a/b/c" → "a/b/".
[[nodiscard]] QString folderOf(const QString &path);

}  // namespace plumbline::labelme
