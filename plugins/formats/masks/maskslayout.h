// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QHash>
#include <QStringList>

namespace plumbline::masks {

/// Where the parts of a data set lie.
struct Layout {
    QString root;
    QString classFolder;  ///< masks of classes
    QString instanceFolder;  ///< masks of instances; empty when there are none
    QStringList files;  ///< below classFolder, relative, without ".png", sorted
    QStringList pictureFolders;
    QStringList nameFiles;  ///< class names by index, best first
    QStringList colourFiles;  ///< class names with colours, best first
    QHash<QString, QStringList> setsByStem;
    QStringList stemsInSets;  ///< in order of appearance
    std::optional<Issue> refusedLinks;  ///< what to tell about links that lead out of the data set
};

/// Understands a folder with SegmentationClass/ (and SegmentationObject/), with masks/, one of these folders itself, or a bare
/// folder of PNG files. Fails when there is none.
[[nodiscard]] Result<Layout> explore(const extension::ImportRequest &request);

/// Looks at names only.
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::masks
