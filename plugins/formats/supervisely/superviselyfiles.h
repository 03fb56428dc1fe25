// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QStringList>

#include <vector>

namespace plumbline::supervisely {

struct Dataset {
    QString path;  ///< absolute
    QString name;  ///< below the project: "ds0"
    bool episode = false;  ///< annotation.json for all of its sweeps, else ann/CLOUD.json for each
    QStringList files;     ///< names of label files: below ann/, sorted, or annotation.json
};

struct Layout {
    QString root;  ///< folder of the project
    std::vector<Dataset> datasets;
};
/// Links are passed over.
[[nodiscard]] Layout explore(const QString &path);

[[nodiscard]] QString episodeFile();  ///< annotation.json
[[nodiscard]] QString frameMapFile();  ///< frame_pointcloud_map.json
inline constexpr qint64 maximumFile = qint64(1) << 30;

}  // namespace plumbline::supervisely
