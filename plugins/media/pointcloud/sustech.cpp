// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/formatsupport.h"
#include "plugins/media/pointcloud/layouts.h"
#include "plugins/media/pointcloud/scenenumbers.h"
#include "plugins/media/pointcloud/sustechcalibration.h"

#include <QCoreApplication>

namespace plumbline::pointcloud {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

const QString lidar = QStringLiteral("lidar");
const QString cameraFolder = QStringLiteral("camera");

QStringList sweepEndings()
{
    return {QStringLiteral(".pcd"), QStringLiteral(".bin")};
}

/// Times that all names tell, else none.
std::vector<std::int64_t> timesOf(const QStringList &names)
{
    std::vector<std::int64_t> times;
    for (const QString &name : names) {
        const auto time = microsecondsOfName(stemOf(name));
        if (!time)
            return {};
        times.push_back(*time);
    }
    return times;
}

}  // namespace

QString whySustech(DataFolder &folder)
{
    if (folder.files(lidar, sweepEndings()).isEmpty())
        return {};
    if (!folder.hasFolder(QStringLiteral("calib/camera")) && !folder.hasFolder(cameraFolder)
        && !folder.hasFolder(QStringLiteral("label")))
        return {};
    return tr("It has the folders lidar and camera or label of SUSTechPOINTS.");
}

Drafts readSustech(DataFolder &folder, const jobs::JobControl &control)
{
    SceneDraft draft;
    draft.path = folder.path();
    draft.folder = folder.path();
    draft.scene.convention = QStringLiteral("sustech");
    draft.scene.labelFrame = lidar;
    addSensor(draft.scene, lidar, model::SensorKind::Lidar);
    const QStringList sweeps = folder.files(lidar, sweepEndings());
    const auto times = timesOf(sweeps);
    draft.hasTimes = !times.empty();
    for (qsizetype i = 0; i < sweeps.size(); ++i) {
        const std::int64_t time = draft.hasTimes ? times[static_cast<std::size_t>(i)] : i * assumedStep;
        draft.scene.frames.push_back({time, std::nullopt, {{0, lidar + QLatin1Char('/') + sweeps[i], time, std::nullopt}}});
    }
    for (const QString &name : folder.folders(cameraFolder)) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const QString below = cameraFolder + QLatin1Char('/') + name;
        QHash<QString, QString> pictures;
        for (const QString &picture : folder.files(below))
            if (extension::isPictureName(picture))
                pictures.insert(stemOf(picture), below + QLatin1Char('/') + picture);
        if (pictures.isEmpty() || sensorNamed(draft.scene, name) >= 0)
            continue;
        const std::int32_t index = addSensor(draft.scene, name, model::SensorKind::Camera);
        QString first;
        for (qsizetype i = 0; i < sweeps.size(); ++i) {
            const QString picture = pictures.value(stemOf(sweeps[i]));
            if (picture.isEmpty())
                continue;
            if (first.isEmpty())
                first = folder.absolute(picture);
            auto &frame = draft.scene.frames[static_cast<std::size_t>(i)];
            frame.files.push_back({index, picture, frame.microseconds, std::nullopt});
        }
        const QString file = QStringLiteral("calib/camera/%1.json").arg(name);
        const auto text = folder.text(file);
        const auto camera = text ? readSustechCamera(*text, extension::uprightPictureSize(first)) : fail(text.error());
        if (!camera) {
            tellUncalibrated(draft, name, folder.absolute(file), camera.error().text);
            continue;
        }
        model::Sensor &sensor = draft.scene.sensors[static_cast<std::size_t>(index)];
        sensor.camera = camera->camera;
        sensor.ego_from_sensor = geometry::inverted(camera->camera_from_lidar);
    }
    std::vector<SceneDraft> drafts;
    drafts.push_back(std::move(draft));
    return drafts;
}

}  // namespace plumbline::pointcloud
