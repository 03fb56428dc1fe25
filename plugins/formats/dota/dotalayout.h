// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QStringList>

namespace plumbline::dota {

/// A label file: its path and the name of its picture without ending, folders included.
struct LabelFile {
    QString path;  ///< absolute
    QString stem;  ///< "P0001", or "sub/P0001"
    QString split;  ///< "train", "val"…; empty when there is none
};

/// Where the parts of a data set lie.
struct Layout {
    QString root;
    QStringList labelFolders;  ///< relative to the root
    std::vector<LabelFile> files;  ///< sorted
    QStringList pictureFolders;
    std::optional<Issue> refusedLinks;  ///< what to tell about links that lead out of the data set
};

/// Names of folders that hold label files, best first. labelTxt has oriented boxes.
[[nodiscard]] const QStringList &labelFolderNames();

/// Understands a folder with labelTxt/ (or …/labelTxt in folders of splits), a folder of text files, or one file.
[[nodiscard]] Result<Layout> explore(const extension::ImportRequest &request);

/// Looks at the first lines of at most five files.
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::dota
