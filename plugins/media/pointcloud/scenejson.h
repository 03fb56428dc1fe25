// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/model/scene.h"

#include <QByteArrayView>

/// Plumbline's own form of a scene, docs/scene-json.md. Pure functions.
namespace plumbline::pointcloud {

inline constexpr int sceneJsonVersion = 1;

/// The item and the calibration's stamp are not part of the text; everything else reads back equal.
[[nodiscard]] QByteArray writeSceneJson(const model::Scene &scene);

struct ReadScene {
    model::Scene scene;  ///< as written; frames in the text's order
    IssueList issues;
};
/// Of a text that nobody vouches for. A part that is broken is told and left out, a sensor's broken calibration leaves it
/// uncalibrated. Paths are those that base::safeRelativePath lets through. Fails when it is no such text or of a newer version.
[[nodiscard]] Result<ReadScene> readSceneJson(QByteArrayView text, const QString &file);

/// Whether a text begins like one.
[[nodiscard]] bool looksLikeSceneJson(QByteArrayView head);

}  // namespace plumbline::pointcloud
