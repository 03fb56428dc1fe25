// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/mediasource.h"
#include "plugins/media/pointcloud/layouts.h"

namespace plumbline::pointcloud {

/// The layout that a folder has, with the reason; null when it has none.
struct KnownLayout {
    const Layout *layout = nullptr;
    QString why;
};
[[nodiscard]] KnownLayout layoutOf(DataFolder &folder);

/// A cloud file as a scene of one sweep, finished.
[[nodiscard]] Result<SceneDraft> sceneOfCloud(const QString &path);

/// Scenes of a folder and of those up to three levels below, ready to become items: finished, named and hashed. Clouds that
/// belong to no scene come as scenes of one sweep when others were found. Folders that are links are passed over.
[[nodiscard]] Result<std::vector<extension::FoundMedium>> surveyFolder(const QString &path, const jobs::JobControl &control);
/// The same of a cloud file, or of a scene.json; empty for other files.
[[nodiscard]] Result<std::vector<extension::FoundMedium>> surveyFile(const QString &path, const jobs::JobControl &control);

}  // namespace plumbline::pointcloud
