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
    QString className;  ///< of a classification data set: the folder that the picture is in
};

/// What a data.yaml, classes file or obj.data says.
struct DatasetDescription {
    std::map<std::int64_t, QString> names;  ///< class id → name
    QString namesFile;                      ///< where they come from; empty = nowhere
    Json kept;                              ///< kpt_shape, flip_idx and kpt_names, or null
    QString task;                           ///< "obb", "classify"…, when the file says so
    QStringList jointNames;                 ///< of the key points, when the file has them
    std::vector<std::pair<int, int>> mirrors;  ///< joints that flip_idx exchanges
    std::optional<std::pair<int, int>> keyPointShape;  ///< number of points, values a point (2 or 3)
};

/// A data set on disk, found by looking at names only.
struct Layout {
    QString root;
    DatasetDescription description;
    std::vector<LabeledPicture> pictures;  ///< sorted by label path
    bool oriented = false;  ///< rows of four corners are oriented boxes
    bool classify = false;  ///< pictures lie in folders called like their classes
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
/// "labels", and what people name several sets of labels for the same pictures: "labels-person", "labels_v2".
[[nodiscard]] bool isLabelFolder(const QString &name);
/// "…/labels/…/a.txt" → "…/images/…/a" with the last folder of labels replaced; empty when there is none.
[[nodiscard]] QString pictureStemBeside(const QString &labelPath);

[[nodiscard]] extension::ProbeResult probe(const QString &path);

/// The option "task" of reading and writing.
[[nodiscard]] extension::FormatOption taskOption();

/// The class folder of a picture by its path below the data set: "train/cat/1.jpg" → {"cat/1.jpg", "train", "cat"}; without a
/// class when it is in none.
struct ClassPlace {
    QString name;
    QString split;
    QString className;
};
[[nodiscard]] ClassPlace classPlaceOf(const QString &relative);
/// Whether train/CLASS/picture is there; looks at a few folders only.
[[nodiscard]] bool hasClassFolders(const QString &root);
/// Number of joints when the rows of the first label files are all poses of one length, or boxes; 0 when they are not. A pose
/// whose joints are all hidden looks like an outline by itself.
[[nodiscard]] int inferredJoints(const std::vector<LabeledPicture> &pictures);
/// Whether the rows of the first label files are all rectangles of four corners and one of them is turned.
[[nodiscard]] bool looksOriented(const std::vector<LabeledPicture> &pictures);

}  // namespace plumbline::yolo
