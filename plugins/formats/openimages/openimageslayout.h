// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QStringList>

#include <map>

namespace plumbline::openimages {

/// What a CSV file tells of, known by its header (by its name for class descriptions, which may have none).
enum class TableKind { Other, Classes, Boxes, Masks, Labels, Images };
[[nodiscard]] TableKind kindOf(const QString &fileName, const QStringList &columns);
/// "boxes", "masks" or "labels".
[[nodiscard]] QString kindKey(TableKind kind);

/// "train" of "oidv6-train-annotations-bbox.csv"; empty when the name has no subset.
[[nodiscard]] QString subsetOf(const QString &fileName);

/// Where the parts of a data set lie.
struct Layout {
    QString root;
    QString tables;  ///< folder of the CSV files
    std::map<TableKind, QStringList> files;  ///< absolute, sorted
    QStringList others;  ///< CSV files that are not read
    QStringList subsets;  ///< that have a folder or a file
};

/// A folder with annotations/, the folder of the CSV files, or one CSV file with the class descriptions beside it.
[[nodiscard]] Result<Layout> explore(const extension::ImportRequest &request);

/// Looks at the header of at most 20 files.
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::openimages
