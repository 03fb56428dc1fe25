// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QStringList>

namespace plumbline::cvat {

/// Where the parts of a data set lie.
struct Layout {
    QString root;  ///< folder that file names are relative to
    QStringList files;  ///< absolute, sorted
    QStringList pictureFolders;
};

/// A file, or all XML files of a folder that look like CVAT's.
[[nodiscard]] Layout explore(const extension::ImportRequest &request);

/// Looks at the first 256 KiB of at most five files.
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::cvat
