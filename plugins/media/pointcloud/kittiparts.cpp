// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/kittiparts.h"

#include "core/extension/formatsupport.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QCoreApplication>

namespace plumbline::pointcloud::kitti {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

}  // namespace

QString velodyne()
{
    return QStringLiteral("velodyne");
}

QStringList pictureEndings()
{
    return {QStringLiteral(".png"), QStringLiteral(".jpg"), QStringLiteral(".jpeg")};
}

QStringList sweepEndings()
{
    return {QStringLiteral(".bin")};
}

QString joined(const QString &folder, const QString &name)
{
    return folder + QLatin1Char('/') + name;
}

QHash<QString, QString> picturesByStem(DataFolder &folder, const QString &below)
{
    QHash<QString, QString> pictures;
    for (const QString &name : folder.files(below, pictureEndings()))
        pictures.insert(stemOf(name), joined(below, name));
    return pictures;
}

std::int32_t addCamera(SceneDraft &draft, const QString &name, const std::vector<double> &projection,
                       const std::optional<geometry::Pose> &rect_from_velo, QSize size, const QString &firstPicture,
                       const QString &calibrationFile)
{
    const std::int32_t index = addSensor(draft.scene, name, model::SensorKind::Camera);
    if (size.isEmpty())
        size = extension::uprightPictureSize(firstPicture);
    const auto camera = cameraOfProjection(projection, size);
    if (!camera || !rect_from_velo) {
        tellUncalibrated(draft, name, calibrationFile, {});
        return index;
    }
    model::Sensor &sensor = draft.scene.sensors[static_cast<std::size_t>(index)];
    sensor.camera = camera->camera;
    sensor.ego_from_sensor = geometry::composed(geometry::inverted(*rect_from_velo), camera->rect_from_camera);
    return index;
}

SceneDraft draftOf(const DataFolder &folder, const char *convention)
{
    SceneDraft draft;
    draft.path = folder.path();
    draft.folder = folder.path();
    draft.scene.convention = QLatin1String(convention);
    draft.scene.labelFrame = velodyne();
    addSensor(draft.scene, velodyne(), model::SensorKind::Lidar);
    return draft;
}

void keepRectification(SceneDraft &draft, const std::optional<geometry::Pose> &rect_from_velo)
{
    if (!rect_from_velo)
        return;
    Json numbers = Json::array();
    for (const double q : rect_from_velo->rotation)
        numbers.push_back(q);
    for (const double t : rect_from_velo->translation)
        numbers.push_back(t);
    draft.scene.extra = {{"kitti", {{"rect_from_velo", numbers}}}};
}

QByteArray textOf(DataFolder &folder, const QString &name, SceneDraft &draft)
{
    auto text = folder.text(name);
    if (!text && text.error().code != ErrorCode::NotFound)
        draft.issues.problem(folder.absolute(name), {}, text.error().text);
    return text ? *text : QByteArray();
}

std::size_t numberOf(const QString &name, std::size_t place)
{
    bool isNumber = false;
    const uint number = stemOf(name).toUInt(&isNumber);
    return isNumber ? number : place;
}

void setTimes(SceneDraft &draft, const std::vector<std::optional<std::int64_t>> &times, const std::vector<std::size_t> &numbers,
              const QString &file)
{
    std::size_t missing = 0;
    std::size_t firstMissing = 0;
    for (const std::size_t number : numbers)
        if (!at(times, number) && missing++ == 0)
            firstMissing = number;
    draft.hasTimes = missing == 0;
    if (missing > 0 && !times.empty())
        draft.issues.problem(file, tr("line %1").arg(firstMissing + 1),
                             tr("The times of %1 sweeps are missing or no numbers; no time of this file is used.").arg(missing));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto &frame = draft.scene.frames[i];
        frame.microseconds = draft.hasTimes ? *at(times, numbers[i]) : static_cast<std::int64_t>(i) * assumedStep;
        for (model::SensorFile &sensed : frame.files)
            sensed.microseconds = frame.microseconds;
    }
}

void setPoses(SceneDraft &draft, const std::map<std::size_t, Oxts> &records, const std::vector<std::size_t> &numbers,
              const geometry::Pose &velo_from_imu)
{
    if (records.empty())
        return;
    const geometry::Pose imu_from_velo = geometry::inverted(velo_from_imu);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (const auto oxts = records.find(numbers[i]); oxts != records.end())
            if (const auto world_from_imu = poseOfOxts(oxts->second, records.begin()->second))
                draft.scene.frames[i].world_from_ego = geometry::composed(*world_from_imu, imu_from_velo);
}

}  // namespace plumbline::pointcloud::kitti
