// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "plugins/media/pointcloud/datafolder.h"
#include "plugins/media/pointcloud/scenedraft.h"

/// How data sets lay out their files. `why…` looks at names only and says in words what it recognised, or nothing; `read…` reads
/// tables and calibration, never clouds or pictures. Drafts are not finished.
namespace plumbline::pointcloud {

using Drafts = Result<std::vector<SceneDraft>>;

struct Layout {
    const char *convention;
    bool manyScenes;  ///< several items share the folder
    QString (*why)(DataFolder &folder);
    Drafts (*read)(DataFolder &folder, const jobs::JobControl &control);
};

/// velodyne/*.bin, calib/*.txt, image_2, image_3: an item a frame.
[[nodiscard]] QString whyKittiObject(DataFolder &folder);
[[nodiscard]] Drafts readKittiObject(DataFolder &folder, const jobs::JobControl &control);
/// A folder of sequences: velodyne/*.bin, calib.txt, times.txt, image_N; poses.txt here or ../../poses/NN.txt.
[[nodiscard]] QString whyKittiOdometry(DataFolder &folder);
[[nodiscard]] Drafts readKittiOdometry(DataFolder &folder, const jobs::JobControl &control);
/// A synchronised drive: velodyne_points/data, image_0N/data, oxts/data; calib_*.txt here or one folder up.
[[nodiscard]] QString whyKittiRaw(DataFolder &folder);
[[nodiscard]] Drafts readKittiRaw(DataFolder &folder, const jobs::JobControl &control);
/// v…/{scene,sample,sample_data,ego_pose,calibrated_sensor,sensor}.json: an item a scene, key frames.
[[nodiscard]] QString whyNuScenes(DataFolder &folder);
[[nodiscard]] Drafts readNuScenes(DataFolder &folder, const jobs::JobControl &control);
/// Tracking: velodyne/SEQUENCE/*.bin, image_0N/SEQUENCE, calib/SEQUENCE.txt, oxts/SEQUENCE.txt: an item a sequence.
[[nodiscard]] QString whyKittiTracking(DataFolder &folder);
[[nodiscard]] Drafts readKittiTracking(DataFolder &folder, const jobs::JobControl &control);
/// An episode of Supervisely: pointcloud/*, frame_pointcloud_map.json or annotation.json, related_images/CLOUD_ENDING/*.
[[nodiscard]] QString whySuperviselyEpisode(DataFolder &folder);
[[nodiscard]] Drafts readSuperviselyEpisode(DataFolder &folder, const jobs::JobControl &control);
/// A data set of single clouds of Supervisely: pointcloud/*, ann/CLOUD.json, related_images as above: an item a cloud.
[[nodiscard]] QString whySuperviselyClouds(DataFolder &folder);
[[nodiscard]] Drafts readSuperviselyClouds(DataFolder &folder, const jobs::JobControl &control);
/// lidar/*.pcd, camera/NAME/*.jpg, calib/camera/NAME.json.
[[nodiscard]] QString whySustech(DataFolder &folder);
[[nodiscard]] Drafts readSustech(DataFolder &folder, const jobs::JobControl &control);
/// An Argoverse 2 log whose tables are CSV and whose sweeps are PCD: lidar/*.pcd, city_SE3_egovehicle.csv, calibration_*.csv.
[[nodiscard]] QString whyArgoverse(DataFolder &folder);
[[nodiscard]] Drafts readArgoverse(DataFolder &folder, const jobs::JobControl &control);
/// scene.json, see scenejson.h.
[[nodiscard]] QString whySceneJson(DataFolder &folder);
[[nodiscard]] Drafts readSceneJsonFolder(DataFolder &folder, const jobs::JobControl &control);
/// The same by the file's name.
[[nodiscard]] Drafts readSceneJsonFile(DataFolder &folder, const QString &name);
/// Clouds of one kind whose names count them or tell their times.
[[nodiscard]] QString whySequence(DataFolder &folder);
[[nodiscard]] Drafts readSequence(DataFolder &folder, const jobs::JobControl &control);

/// All of them; the first that recognises a folder has it.
[[nodiscard]] const std::vector<Layout> &layouts();

}  // namespace plumbline::pointcloud
