// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/argoversetables.h"
#include "plugins/media/pointcloud/layouts.h"

#include "core/extension/formatsupport.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::pointcloud {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

const QString lidar = QStringLiteral("lidar");
const QString poseFile = QStringLiteral("city_SE3_egovehicle.csv");
const QString extrinsicsFile = QStringLiteral("calibration_egovehicle_SE3_sensor.csv");
const QString intrinsicsFile = QStringLiteral("calibration_intrinsics.csv");
constexpr std::int64_t nanosecondsPerMicrosecond = 1000;
constexpr std::int64_t nearNanoseconds = 50'000'000;  ///< a picture belongs to the nearest sweep within half its turn
constexpr qint64 tableBytes = qint64(256) << 20;

struct TimedFile {
    std::int64_t nanoseconds = 0;
    QString path;
};

/// Files whose names are nanoseconds, in the order of time.
std::vector<TimedFile> timedFiles(DataFolder &folder, const QString &below, const QStringList &endings)
{
    std::vector<TimedFile> files;
    for (const QString &name : folder.files(below, endings)) {
        bool isNumber = false;
        const qint64 time = stemOf(name).toLongLong(&isNumber);
        if (isNumber && time >= 0)
            files.push_back({time, below + QLatin1Char('/') + name});
    }
    std::sort(files.begin(), files.end(), [](const TimedFile &a, const TimedFile &b) { return a.nanoseconds < b.nanoseconds; });
    return files;
}

QByteArray textOf(DataFolder &folder, const QString &name, SceneDraft &draft)
{
    auto text = folder.text(name, tableBytes);
    if (!text)
        draft.issues.problem(folder.absolute(name), {}, text.error().text);
    return text ? *text : QByteArray();
}

void addCamera(DataFolder &folder, SceneDraft &draft, const ArgoverseSensor &sensor, const std::vector<TimedPose> &poses)
{
    QString below = QStringLiteral("sensors/cameras/") + sensor.name;
    if (!folder.hasFolder(below))
        below = QStringLiteral("cameras/") + sensor.name;
    const auto pictures = timedFiles(folder, below, {QStringLiteral(".jpg"), QStringLiteral(".png")});
    if (pictures.empty() || sensorNamed(draft.scene, sensor.name) >= 0)
        return;
    const std::int32_t index = addSensor(draft.scene, sensor.name, model::SensorKind::Camera);
    if (sensor.camera && sensor.ego_from_sensor) {
        model::Sensor &added = draft.scene.sensors.back();
        added.camera = sensor.camera;
        added.ego_from_sensor = *sensor.ego_from_sensor;
    } else {
        tellUncalibrated(draft, sensor.name, folder.absolute(intrinsicsFile), {});
    }
    for (model::SceneFrame &frame : draft.scene.frames) {
        const std::int64_t time = frame.microseconds * nanosecondsPerMicrosecond;
        auto nearest = std::lower_bound(pictures.begin(), pictures.end(), time,
                                        [](const TimedFile &file, std::int64_t t) { return file.nanoseconds < t; });
        if (nearest == pictures.end()
            || (nearest != pictures.begin() && time - (nearest - 1)->nanoseconds < nearest->nanoseconds - time))
            --nearest;
        if (std::abs(nearest->nanoseconds - time) > nearNanoseconds)
            continue;
        frame.files.push_back(
            {index, nearest->path, nearest->nanoseconds / nanosecondsPerMicrosecond, poseAt(poses, nearest->nanoseconds)});
    }
}

}  // namespace

QString whyArgoverse(DataFolder &folder)
{
    if (folder.file(poseFile).isEmpty() || folder.files(lidar, {QStringLiteral(".pcd")}).isEmpty())
        return {};
    return tr("It has the folder lidar and the tables of an Argoverse 2 log.");
}

Drafts readArgoverse(DataFolder &folder, const jobs::JobControl &)
{
    SceneDraft draft;
    draft.path = folder.path();
    draft.folder = folder.path();
    draft.scene.convention = QStringLiteral("argoverse2");
    draft.expectsPoses = true;
    // The points of a sweep are given in the frame of the vehicle.
    addSensor(draft.scene, lidar, model::SensorKind::Lidar);
    const auto poses = readArgoversePoses(textOf(folder, poseFile, draft), folder.absolute(poseFile), draft.issues);
    for (const TimedFile &sweep : timedFiles(folder, lidar, {QStringLiteral(".pcd")})) {
        const std::int64_t time = sweep.nanoseconds / nanosecondsPerMicrosecond;
        const auto pose = poseAt(poses, sweep.nanoseconds);
        draft.scene.frames.push_back({time, pose, {{0, sweep.path, time, pose}}});
    }
    auto sensors = readArgoverseExtrinsics(textOf(folder, extrinsicsFile, draft), folder.absolute(extrinsicsFile), draft.issues);
    readArgoverseIntrinsics(textOf(folder, intrinsicsFile, draft), folder.absolute(intrinsicsFile), sensors, draft.issues);
    for (const ArgoverseSensor &sensor : sensors)
        addCamera(folder, draft, sensor, poses);
    std::vector<SceneDraft> drafts;
    drafts.push_back(std::move(draft));
    return drafts;
}

}  // namespace plumbline::pointcloud
