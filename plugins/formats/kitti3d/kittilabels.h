// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"
#include "plugins/formats/kitti3d/kittirow.h"

/// Labels of KITTI in the frames of a scene.
namespace plumbline::kitti3d {

/// How the rectified frame of KITTI lies in a scene.
struct Rectified {
    /// Identity, to rectifiedFrame(), when the scene does not say.
    geometry::Pose rect_from_label;
    bool known = false;
    /// Taken from a camera that may stand beside the rectified frame: off by its base line, 6 cm for image_2.
    bool guessed = false;
    QString labelFrame;  ///< name for cuboids
};

/// From scene.extra["kitti"]["rect_from_velo"] (x y z w of the rotation and the shift), else from a camera's pose.
[[nodiscard]] Rectified rectifiedOf(const model::Scene *scene);

/// Camera that KITTI's boxes in the picture belong to: image_2 or image_02; null when there is none.
[[nodiscard]] const model::Sensor *labelCamera(const model::Scene *scene);

/// A cuboid, or a box in the picture for rows without one. Attributes truncated and occluded; the whole row in extra["kitti"].
/// Frame and track are the caller's.
[[nodiscard]] model::Annotation annotationFrom(const Row &row, const Rectified &rectified);
/// Nothing when the shape is neither a cuboid nor a box, or a cuboid in another frame. The box in the picture is the kept one as
/// long as the cuboid has not moved, then that of the cuboid's outline. `tilt`: see setCuboid().
[[nodiscard]] std::optional<Row> rowOf(const model::Annotation &annotation, const QString &className, const Rectified &rectified,
                                       const model::Scene *scene, double &tilt, const geometry::Box *picture = nullptr);
/// Row that a label came with, nothing when it has none.
[[nodiscard]] std::optional<Row> keptRow(const model::Annotation &annotation);

[[nodiscard]] QStringList carriedAttributes();
/// A class as one word.
[[nodiscard]] QString fileClassName(const QString &name);
[[nodiscard]] bool isDontCare(const QString &name);

}  // namespace plumbline::kitti3d
