// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/formats/labelcloud/labelcloudbox.h"

#include <QStringList>

namespace plumbline::labelcloud {

/// A folder of label files.
struct LabelFolder {
    QString path;    ///< absolute
    QString prefix;  ///< of the names of its clouds: "" or "scene/"
    QStringList files;  ///< names of label files, sorted
};

struct Layout {
    QString base;  ///< what files are named relative to
    std::vector<LabelFolder> folders;
};
/// How much of a folder is looked at.
struct Reach {
    qsizetype files = 5'000'000;
    int folders = 20'000;
};
/// Looks up to three levels below a folder; links are passed over.
[[nodiscard]] Layout explore(const QString &path, Reach reach);

/// What _classes.json says; null when it is not there. Fails when it cannot be read.
[[nodiscard]] Result<Json> classesIn(const QString &folder);

/// What a folder's files say about their angles.
enum class Angles { Degrees, Radians, Unsure, None };
[[nodiscard]] Angles anglesIn(const LabelFolder &folder);

/// The list "objects" of a file's text; null when it has none.
[[nodiscard]] QByteArrayView objectsIn(QByteArrayView text);

[[nodiscard]] QString classesFile();
inline constexpr qint64 maximumFile = 256 << 20;

}  // namespace plumbline::labelcloud
