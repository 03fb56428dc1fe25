// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/jobs/jobcontrol.h"
#include "core/model/scene.h"

#include <QSize>

namespace plumbline::pointcloud {

/// A scene as a layout's reader leaves it: complete but for what finish() does.
struct SceneDraft {
    model::Scene scene;
    QString path;    ///< absolute; what the item is opened by
    QString folder;  ///< absolute; what the paths of the scene's files are relative to
    QString name;    ///< below the folder's own name; empty when the folder is one scene
    /// Times and poses of the sweeps were in the data; otherwise finish() tells what was assumed.
    bool hasTimes = true;
    bool expectsPoses = false;
    IssueList issues;
};

/// Adds a sensor at the origin of the vehicle and returns its index.
std::int32_t addSensor(model::Scene &scene, const QString &name, model::SensorKind kind);
/// Index of a sensor by its name; -1 when there is none.
[[nodiscard]] std::int32_t sensorNamed(const model::Scene &scene, const QString &name);

/// Whether the sizes of pictures are compared with the calibration: reads the header of every one.
enum class Pictures { Compared, Believed };

/// Puts frames in the order of time, leaves out empty ones, tells of sweeps without times and poses and of pictures whose size
/// is not that of the calibration, stamps the calibration. Fails when nothing that can be shown is left.
[[nodiscard]] Result<> finish(SceneDraft &draft, Pictures pictures, const jobs::JobControl &control);

/// What a calibration is broken by, as an issue that leaves the sensor uncalibrated.
void tellUncalibrated(SceneDraft &draft, const QString &sensor, const QString &file, const QString &place);

}  // namespace plumbline::pointcloud
