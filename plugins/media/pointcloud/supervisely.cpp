// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"
#include "plugins/media/pointcloud/layouts.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QCoreApplication>

#include <map>
#include <set>

namespace plumbline::pointcloud {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

const QString clouds = QStringLiteral("pointcloud");
const QString mapFile = QStringLiteral("frame_pointcloud_map.json");

QStringList cloudsIn(DataFolder &folder)
{
    return folder.files(clouds, {QStringLiteral(".pcd"), QStringLiteral(".ply"), QStringLiteral(".las"), QStringLiteral(".laz")});
}

bool isEpisode(DataFolder &folder)
{
    return !folder.file(mapFile).isEmpty() || !folder.file(QStringLiteral("annotation.json")).isEmpty();
}

/// The clouds in the order of the map; those that it does not name come last.
QStringList ordered(DataFolder &folder, SceneDraft &draft)
{
    constexpr qint64 most = qint64(64) << 20;
    QStringList open = cloudsIn(folder);
    const auto text = folder.text(mapFile, most);
    if (!text)
        return open;
    std::map<qlonglong, QString> byNumber;
    extension::visitJsonParts(*text, [&](const extension::JsonPart &part) {
        bool good = false;
        const qlonglong number = part.key.toLongLong(&good);
        const auto name = extension::parsedJsonPart(part.text);
        if (good && name && name->is_string())
            byNumber.emplace(number, base::toQString(*name));
        return true;
    });
    const QSet<QString> there(open.begin(), open.end());
    QSet<QString> named;
    QStringList names;
    std::int64_t missing = 0;
    QString firstMissing;
    for (const auto &[number, name] : byNumber) {
        if (!there.contains(name) || named.contains(name)) {
            if (missing++ == 0)
                firstMissing = QString::number(number);
            continue;
        }
        named.insert(name);
        names.append(name);
    }
    if (missing > 0)
        draft.issues.problem(folder.absolute(mapFile), firstMissing,
                             tr("%1 frames name no cloud of this folder, or one twice; they were left out.").arg(missing));
    open.removeIf([&](const QString &name) { return named.contains(name); });
    return names + open;
}

struct Picture {
    QString file;
    QString device;
    QString calibrationFile;
    std::optional<geometry::Pose> camera_from_lidar;
    std::vector<double> intrinsics;
};

std::vector<double> numbersIn(const Json &list)
{
    std::vector<double> numbers;
    constexpr std::size_t most = 16;
    for (std::size_t i = 0; list.is_array() && i < std::min(list.size(), most); ++i)
        if (list[i].is_number())
            numbers.push_back(list[i].get<double>());
    return numbers;
}

/// Pictures that belong to a cloud: related_images/NAME_ENDING has them, each with a JSON file.
std::vector<Picture> picturesOf(DataFolder &folder, const QString &cloud)
{
    const QString below = QStringLiteral("related_images/") + QString(cloud).replace(QLatin1Char('.'), QLatin1Char('_'));
    std::vector<Picture> pictures;
    for (const QString &name : folder.files(below)) {
        if (!extension::isPictureName(name))
            continue;
        Picture picture;
        picture.file = below + QLatin1Char('/') + name;
        picture.device = QStringLiteral("camera_%1").arg(pictures.size());
        picture.calibrationFile = picture.file + QStringLiteral(".json");
        if (const auto text = folder.text(picture.calibrationFile)) {
            const auto json = extension::parsedJsonPart(*text);
            const Json meta = json ? extension::memberOf(*json, "meta") : Json();
            const Json &sensors = extension::memberOf(meta, "sensorsData");
            if (const QString device = base::toQString(extension::memberOf(meta, "deviceId")).trimmed();
                !device.isEmpty() && device.size() < 100)
                picture.device = device;
            picture.camera_from_lidar = poseOfRows(numbersIn(extension::memberOf(sensors, "extrinsicMatrix")));
            picture.intrinsics = numbersIn(extension::memberOf(sensors, "intrinsicMatrix"));
        }
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

bool differ(const geometry::Pose &a, const geometry::Pose &b)
{
    constexpr double little = 1e-3;
    double most = 0;
    for (std::size_t i = 0; i < a.translation.size(); ++i)
        most = std::max(most, std::abs(a.translation[i] - b.translation[i]));
    for (std::size_t i = 0; i < a.rotation.size(); ++i)
        most = std::max(most, std::abs(a.rotation[i] - b.rotation[i]));
    return most > little;
}

/// Adds a frame's pictures. A camera has the calibration of its first picture; one that moves is told.
void addPictures(DataFolder &folder, SceneDraft &draft, model::SceneFrame &frame, const QString &cloud, std::set<QString> &moved)
{
    for (const Picture &picture : picturesOf(folder, cloud)) {
        std::int32_t index = sensorNamed(draft.scene, picture.device);
        if (index == 0 || (index > 0 && model::fileOf(frame, index)))
            continue;
        const bool isNew = index < 0;
        if (isNew)
            index = addSensor(draft.scene, picture.device, model::SensorKind::Camera);
        frame.files.push_back({index, picture.file, frame.microseconds, std::nullopt});
        model::Sensor &sensor = draft.scene.sensors[static_cast<std::size_t>(index)];
        if (isNew) {
            const auto camera = cameraOfMatrix(picture.intrinsics, extension::uprightPictureSize(folder.absolute(picture.file)));
            if (!camera || !picture.camera_from_lidar) {
                tellUncalibrated(draft, picture.device, folder.absolute(picture.calibrationFile), {});
                continue;
            }
            sensor.camera = camera;
            sensor.ego_from_sensor = geometry::inverted(*picture.camera_from_lidar);
        } else if (sensor.camera && picture.camera_from_lidar
                   && differ(geometry::inverted(sensor.ego_from_sensor), *picture.camera_from_lidar)
                   && moved.insert(picture.device).second) {
            draft.issues.warning(
                folder.absolute(picture.calibrationFile), {},
                tr("The place of camera %1 is not that of its first picture; that one is used.").arg(picture.device));
        }
    }
}

SceneDraft draftOf(const DataFolder &folder, const char *convention)
{
    SceneDraft draft;
    draft.path = folder.path();
    draft.folder = folder.path();
    draft.scene.convention = QLatin1String(convention);
    draft.scene.labelFrame = QStringLiteral("lidar");
    addSensor(draft.scene, draft.scene.labelFrame, model::SensorKind::Lidar);
    return draft;
}

}  // namespace

QString whySuperviselyEpisode(DataFolder &folder)
{
    if (cloudsIn(folder).isEmpty() || !isEpisode(folder))
        return {};
    return tr("It has the folder pointcloud and the files of an episode of Supervisely.");
}

Drafts readSuperviselyEpisode(DataFolder &folder, const jobs::JobControl &control)
{
    SceneDraft draft = draftOf(folder, "supervisely-episode");
    draft.hasTimes = false;
    std::set<QString> moved;
    const QStringList names = ordered(folder, draft);
    for (const QString &name : names) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const auto time = static_cast<std::int64_t>(draft.scene.frames.size()) * assumedStep;
        model::SceneFrame frame{time, std::nullopt, {{0, clouds + QLatin1Char('/') + name, time, std::nullopt}}};
        addPictures(folder, draft, frame, name, moved);
        draft.scene.frames.push_back(std::move(frame));
        control.report(static_cast<std::int64_t>(draft.scene.frames.size()), names.size(), tr("Reading calibrations"));
    }
    std::vector<SceneDraft> drafts;
    drafts.push_back(std::move(draft));
    return drafts;
}

QString whySuperviselyClouds(DataFolder &folder)
{
    if (cloudsIn(folder).isEmpty()
        || !(folder.hasFolder(QStringLiteral("ann")) || folder.hasFolder(QStringLiteral("related_images"))))
        return {};
    return tr("It has the folder pointcloud and annotations or pictures of Supervisely.");
}

Drafts readSuperviselyClouds(DataFolder &folder, const jobs::JobControl &control)
{
    std::vector<SceneDraft> drafts;
    const QStringList names = cloudsIn(folder);
    for (const QString &name : names) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        SceneDraft draft = draftOf(folder, "supervisely-clouds");
        draft.name = name;
        std::set<QString> moved;
        model::SceneFrame frame{0, std::nullopt, {{0, clouds + QLatin1Char('/') + name, 0, std::nullopt}}};
        addPictures(folder, draft, frame, name, moved);
        draft.scene.frames.push_back(std::move(frame));
        drafts.push_back(std::move(draft));
        control.report(static_cast<std::int64_t>(drafts.size()), names.size(), tr("Reading calibrations"));
    }
    return drafts;
}

}  // namespace plumbline::pointcloud
