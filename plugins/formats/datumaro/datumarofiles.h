// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QStringList>

namespace plumbline::datumaro {

/// Where the parts of a data set lie.
struct Layout {
    QString root;  ///< folder with annotations/ and images/, or the bare folder of JSON files
    QStringList files;  ///< absolute, sorted; one a subset
    QStringList pictureFolders;
};

/// The files of a folder with annotations/, of that folder itself, of a bare folder of JSON files, or one file.
[[nodiscard]] Layout explore(const extension::ImportRequest &request);

/// Looks at the first 64 KiB of at most eight files.
[[nodiscard]] extension::ProbeResult probe(const QString &path);

/// The path below images/SUBSET/ of an item: its name without the subset in front, which it has where two subsets share a name.
[[nodiscard]] QString pathInSubset(const QString &name, const QString &subset);

}  // namespace plumbline::datumaro
