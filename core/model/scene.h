// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/geometry/camera.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace plumbline::model {

enum class SensorKind { Lidar, Camera, Radar };

/// One device on the vehicle (or on a tripod: then the ego frame is the device's).
struct Sensor {
    QString name;  ///< unique within the scene; also the name of its coordinate frame
    SensorKind kind = SensorKind::Lidar;
    geometry::Pose ego_from_sensor;
    std::optional<geometry::Camera> camera;  ///< nothing when a camera is not calibrated, and for other sensors
    bool operator==(const Sensor &) const = default;
};

/// What one sensor recorded once.
struct SensorFile {
    std::int32_t sensor = 0;  ///< index into Scene::sensors
    QString path;             ///< relative to the item's folder, through base::safeRelativePath
    std::int64_t microseconds = 0;  ///< when it was exposed
    /// Where the vehicle was at that moment; nothing when unknown, then the frame's pose stands for it.
    std::optional<geometry::Pose> world_from_ego;
    bool operator==(const SensorFile &) const = default;
};

/// What belongs together in time: one sweep and the pictures nearest to it.
struct SceneFrame {
    std::int64_t microseconds = 0;  ///< of the sweep; ascending over the scene
    std::optional<geometry::Pose> world_from_ego;  ///< nothing: the vehicle's way is not known
    std::vector<SensorFile> files;  ///< at most one of each sensor
    bool operator==(const SceneFrame &) const = default;
};

/// Sensors and frame table of an item of kind Scene: stored with the project, so that labels keep their meaning when the
/// medium or its plugin is not there. Ego frame: x forward, y left, z up, metres. World frame: z up.
struct Scene {
    ItemId item;
    QString convention;  ///< how the files are laid out: "kitti-object", "nuscenes", "scene-json", "cloud"…
    std::vector<Sensor> sensors;
    std::vector<SceneFrame> frames;
    /// Sensor whose coordinate frame cuboids and points are given in; empty = the ego frame.
    QString labelFrame;
    /// First 16 hexadecimal digits of the SHA-256 of all intrinsics and extrinsics: kept with labels made under it.
    QString calibrationVersion;
    Json extra;  ///< namespaced foreign data (tokens, recording facts); null when none
    bool operator==(const Scene &) const = default;
};

/// Why a scene cannot be stored (index out of range, times that go back, singular poses, two files of one sensor in a frame,
/// names twice), in words; empty when it can.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString whyInvalid(const Scene &scene);
/// Sets calibrationVersion to what the sensors say.
PLUMBLINE_CORE_EXPORT void stampCalibration(Scene &scene);
/// Index of the first sensor of a kind; -1 when there is none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::int32_t firstSensor(const Scene &scene, SensorKind kind);
/// What a sensor recorded in a frame; null when nothing.
[[nodiscard]] PLUMBLINE_CORE_EXPORT const SensorFile *fileOf(const SceneFrame &frame, std::int32_t sensor);
/// ego_from_label: from the frame in which labels are given.
[[nodiscard]] PLUMBLINE_CORE_EXPORT geometry::Pose egoFromLabel(const Scene &scene);
/// sensor_from_label for one file of a frame: through the world when both poses of the vehicle are known, so that what stands
/// still is where the sensor saw it; otherwise as if the vehicle had stood.
[[nodiscard]] PLUMBLINE_CORE_EXPORT geometry::Pose sensorFromLabel(const Scene &scene, const SceneFrame &frame,
                                                                   const SensorFile &file);
/// label_from_label between two frames, for what stands still; identity when a pose is not known.
[[nodiscard]] PLUMBLINE_CORE_EXPORT geometry::Pose labelFromLabel(const Scene &scene, std::size_t toFrame, std::size_t fromFrame);

}  // namespace plumbline::model
