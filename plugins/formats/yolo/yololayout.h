// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QHash>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace plumbline::yolo {

/// One label file and the picture it is about; either may be missing.
struct LabeledPicture {
    QString labels;   ///< absolute path; empty = the picture was not looked at
    QString picture;  ///< absolute path; empty = not found
    QString name;     ///< of the item: below the pictures' folder, without the split when that is unambiguous
    QString split;    ///< "train", "val"…; empty when the folders have none
};

/// What a data.yaml, classes file or obj.data says.
struct DatasetDescription {
    std::map<std::int64_t, QString> names;  ///< class id → name
    QString namesFile;                      ///< where they come from; empty = nowhere
    Json kept;                              ///< kpt_shape and flip_idx, or null
    std::optional<std::pair<int, int>> keyPointShape;  ///< number of points, values a point (2 or 3)
};

/// A data set on disk, found by looking at names only.
struct Layout {
    QString root;
    DatasetDescription description;
    std::vector<LabeledPicture> pictures;  ///< sorted by label path
    IssueList issues;
};

/// Explores a data set folder, a data.yaml or an obj.data. Never leaves the folder, `mediaPath` and the classes file.
/// Fails when there are no label files at all.
[[nodiscard]] Result<Layout> explore(const extension::ImportRequest &request, const jobs::JobControl &control);

/// Reads names and key-point shape. YAML of at most 1 MiB; problems go to `issues`.
[[nodiscard]] DatasetDescription describe(const QString &root, const QString &file, const QString &classesFile,
                                          IssueList &issues);

/// The file that describes the data set in this folder: a YAML file with names, else obj.data, else a classes file; or empty.
[[nodiscard]] QString descriptionFile(const QString &folder);

/// The folder name of a split as YOLO tools know it.
[[nodiscard]] bool isSplitName(const QString &name);
/// Text files that are no label files by their name: classes.txt, train.txt, README.txt…
[[nodiscard]] bool isReservedText(const QString &fileName);
/// "…/labels/…/a.txt" → "…/images/…/a" with the last folder of that name replaced; empty when there is none.
[[nodiscard]] QString pictureStemBeside(const QString &labelPath);

[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::yolo
