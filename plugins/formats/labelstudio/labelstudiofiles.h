// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QStringList>

namespace plumbline::labelstudio {

/// Where the parts of a data set lie.
struct Layout {
    QString root;
    QStringList files;  ///< absolute, sorted
    QStringList pictureFolders;
};

/// The JSON files of a folder that hold tasks, or one file.
[[nodiscard]] Layout explore(const extension::ImportRequest &request);

/// Looks at the first 64 KiB of at most eight files.
[[nodiscard]] extension::ProbeResult probe(const QString &path);

/// Whether the beginning of a file is Label Studio's short export, which says less than it looks.
[[nodiscard]] bool isShortExport(QByteArrayView head);

/// Names that the picture of a task may have, best first: the path of a local file, else the last parts of an address, one more
/// each. All are safe relative paths.
[[nodiscard]] QStringList namesOf(const QString &address);
/// "1a2b3c4d-name.jpg" → "name.jpg": Label Studio puts eight characters before uploaded pictures. Else the name itself.
[[nodiscard]] QString withoutUploadPrefix(const QString &name);

}  // namespace plumbline::labelstudio
