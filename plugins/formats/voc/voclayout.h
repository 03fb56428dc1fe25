// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QHash>
#include <QStringList>

namespace plumbline::voc {

/// Where the parts of a data set lie.
struct Layout {
    QString root;         ///< folder with Annotations/, or the bare folder of XML files
    QString annotations;  ///< folder that XML paths are relative to
    QStringList files;    ///< absolute, sorted
    QStringList pictureFolders;
    QHash<QString, QStringList> setsByStem;  ///< "2007_000001" → train, trainval…
    QStringList stemsInSets;                 ///< in order of appearance
    QStringList maskStems;                   ///< of SegmentationClass/*.png, sorted; empty when masks are not wanted
    QHash<QString, QStringList> maskSetsByStem;  ///< of ImageSets/Segmentation
};

/// Finds the files of a folder with Annotations/, of that folder itself, of a bare folder of XML files, or of one file.
[[nodiscard]] Layout explore(const extension::ImportRequest &request);

/// Image sets that are kept; those of single classes say nothing the labels do not.
[[nodiscard]] const QStringList &setNames();

/// Looks at the first 64 KiB of at most five files.
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::voc
