// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/kittiparts.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline::pointcloud {

using namespace kitti;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

SceneDraft objectFrame(DataFolder &folder, const QString &name, const std::vector<QHash<QString, QString>> &pictures)
{
    const QString stem = stemOf(name);
    SceneDraft draft = draftOf(folder, "kitti-object");
    draft.name = stem;
    draft.scene.frames.push_back({0, std::nullopt, {{0, joined(velodyne(), name), 0, std::nullopt}}});
    const QString calibration = QStringLiteral("calib/%1.txt").arg(stem);
    const KittiValues values = readKittiValues(textOf(folder, calibration, draft));
    const auto rect_from_velo = rectFromVelodyne(values);
    keepRectification(draft, rect_from_velo);
    constexpr std::size_t firstColour = 2;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const QString picture = pictures[i].value(stem);
        if (picture.isEmpty())
            continue;
        const std::size_t number = i + firstColour;
        const QByteArray key = "P" + QByteArray::number(qulonglong(number));
        const std::int32_t index = addCamera(draft, QStringLiteral("image_%1").arg(number), values.value(key), rect_from_velo, {},
                                             folder.absolute(picture), folder.absolute(calibration));
        draft.scene.frames[0].files.push_back({index, picture, 0, std::nullopt});
    }
    return draft;
}

}  // namespace

QString whyKittiObject(DataFolder &folder)
{
    if (!folder.hasFolder(QStringLiteral("calib")) || folder.files(velodyne(), sweepEndings()).isEmpty())
        return {};
    return tr("It has the folders velodyne and calib of KITTI's object detection.");
}

Drafts readKittiObject(DataFolder &folder, const jobs::JobControl &control)
{
    const std::vector<QHash<QString, QString>> pictures{picturesByStem(folder, QStringLiteral("image_2")),
                                                        picturesByStem(folder, QStringLiteral("image_3"))};
    std::vector<SceneDraft> drafts;
    const QStringList sweeps = folder.files(velodyne(), sweepEndings());
    for (const QString &name : sweeps) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        drafts.push_back(objectFrame(folder, name, pictures));
        control.report(static_cast<std::int64_t>(drafts.size()), sweeps.size(), tr("Reading calibrations"));
    }
    return drafts;
}

QString whyKittiOdometry(DataFolder &folder)
{
    if (folder.files(velodyne(), sweepEndings()).isEmpty())
        return {};
    for (const char *name : {"calib.txt", "times.txt", "poses.txt"})
        if (!folder.file(QLatin1String(name)).isEmpty())
            return tr("It has the folder velodyne and the %1 of a sequence of KITTI's odometry.").arg(QLatin1String(name));
    if (QFileInfo(QFileInfo(folder.path()).path()).fileName() == QLatin1String("sequences"))
        return tr("It lies in a folder named sequences and has a folder velodyne, as KITTI's odometry has it.");
    return {};
}

Drafts readKittiOdometry(DataFolder &folder, const jobs::JobControl &control)
{
    SceneDraft draft = draftOf(folder, "kitti-odometry");
    const QString calibration = QStringLiteral("calib.txt");
    const KittiValues values = readKittiValues(textOf(folder, calibration, draft));
    const auto rect_from_velo = rectFromVelodyne(values);
    keepRectification(draft, rect_from_velo);
    QByteArray poseText = textOf(folder, QStringLiteral("poses.txt"), draft);
    QString poseFile = folder.absolute(QStringLiteral("poses.txt"));
    if (poseText.isEmpty()) {
        // Where the data set keeps them: a file by a name of ours, beside the sequences.
        DataFolder above(QFileInfo(QFileInfo(folder.path()).path()).path() + QStringLiteral("/poses"),
                         QFileInfo(QFileInfo(folder.path()).path()).path());
        const QString name = QFileInfo(folder.path()).fileName() + QStringLiteral(".txt");
        poseText = textOf(above, name, draft);
        poseFile = above.absolute(name);
    }
    const auto poses = readKittiPoses(poseText);
    draft.expectsPoses = !poses.empty();
    if (draft.expectsPoses && !rect_from_velo)
        draft.issues.problem(folder.absolute(calibration), {},
                             tr("The poses are those of the camera; without the calibration they cannot be used."));
    const QStringList sweeps = folder.files(velodyne(), sweepEndings());
    std::vector<std::size_t> numbers;
    QHash<QString, std::size_t> frameOf;
    for (const QString &name : sweeps) {
        model::SceneFrame frame{0, std::nullopt, {{0, joined(velodyne(), name), 0, std::nullopt}}};
        numbers.push_back(numberOf(name, numbers.size()));
        // The world is the LiDAR's frame where the sequence begins, so that z points up.
        if (const auto rect0_from_rect = at(poses, numbers.back()); rect0_from_rect && rect_from_velo)
            frame.world_from_ego =
                geometry::composed(geometry::inverted(*rect_from_velo), geometry::composed(*rect0_from_rect, *rect_from_velo));
        frameOf.insert(stemOf(name), draft.scene.frames.size());
        draft.scene.frames.push_back(std::move(frame));
    }
    constexpr int cameras = 4;
    for (int i = 0; i < cameras; ++i) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const QString name = QStringLiteral("image_%1").arg(i);
        const auto pictures = picturesByStem(folder, name);
        std::int32_t index = -1;
        for (const QString &sweep : sweeps) {
            const QString picture = pictures.value(stemOf(sweep));
            if (picture.isEmpty())
                continue;
            if (index < 0)
                index = addCamera(draft, name, values.value("P" + QByteArray::number(i)), rect_from_velo, {},
                                  folder.absolute(picture), folder.absolute(calibration));
            draft.scene.frames[frameOf.value(stemOf(sweep))].files.push_back({index, picture, 0, std::nullopt});
        }
    }
    setTimes(draft, readKittiTimes(textOf(folder, QStringLiteral("times.txt"), draft)), numbers,
             folder.absolute(QStringLiteral("times.txt")));
    std::vector<SceneDraft> drafts;
    drafts.push_back(std::move(draft));
    return drafts;
}

QString whyKittiRaw(DataFolder &folder)
{
    if (folder.files(QStringLiteral("velodyne_points/data"), sweepEndings()).isEmpty())
        return {};
    return tr("It has the folder velodyne_points/data of a synchronised drive of KITTI's raw recordings.");
}

namespace {

/// Pose of every sweep by the number of its file.
void setOxtsPoses(DataFolder &folder, SceneDraft &draft, const std::vector<std::size_t> &numbers,
                  const std::optional<geometry::Pose> &velo_from_imu)
{
    const QString below = QStringLiteral("oxts/data");
    const QStringList names = folder.files(below, {QStringLiteral(".txt")});
    if (names.isEmpty())
        return;
    if (!velo_from_imu) {
        draft.issues.problem(
            folder.absolute(below), {},
            tr("The poses are those of the inertial sensor; without calib_imu_to_velo.txt they cannot be used."));
        return;
    }
    draft.expectsPoses = true;
    std::map<std::size_t, Oxts> records;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto oxts = readOxts(textOf(folder, joined(below, names[i]), draft));
        if (oxts)
            records.emplace(numberOf(names[i], static_cast<std::size_t>(i)), *oxts);
        else
            draft.issues.problem(folder.absolute(joined(below, names[i])), {}, tr("It is no record of a pose."));
    }
    setPoses(draft, records, numbers, *velo_from_imu);
}

}  // namespace

Drafts readKittiRaw(DataFolder &folder, const jobs::JobControl &control)
{
    SceneDraft draft = draftOf(folder, "kitti-raw");
    // The calibration belongs to the day: one folder up, by names of ours.
    const QString above = QFileInfo(folder.path()).path();
    DataFolder day(above, above);
    const auto valuesOf = [&](const char *name) {
        const QString file = QLatin1String(name);
        return readKittiValues(folder.file(file).isEmpty() ? textOf(day, file, draft) : textOf(folder, file, draft));
    };
    const KittiValues camToCam = valuesOf("calib_cam_to_cam.txt");
    const auto rect_from_velo = rectFromVelodyne(camToCam, valuesOf("calib_velo_to_cam.txt"));
    keepRectification(draft, rect_from_velo);
    const KittiValues imu = valuesOf("calib_imu_to_velo.txt");
    const auto r = valueOf(imu, {"R"});
    const auto t = valueOf(imu, {"T"});
    std::optional<geometry::Pose> velo_from_imu;
    if (r.size() == 9 && t.size() == 3)
        velo_from_imu =
            poseOfRows(std::array<double, 12>{r[0], r[1], r[2], t[0], r[3], r[4], r[5], t[1], r[6], r[7], r[8], t[2]});

    const QString sweepFolder = QStringLiteral("velodyne_points/data");
    const QStringList sweeps = folder.files(sweepFolder, sweepEndings());
    std::vector<std::size_t> numbers;
    for (const QString &name : sweeps) {
        numbers.push_back(numberOf(name, numbers.size()));
        draft.scene.frames.push_back({0, std::nullopt, {{0, joined(sweepFolder, name), 0, std::nullopt}}});
    }
    const QString timeFile = QStringLiteral("velodyne_points/timestamps.txt");
    setTimes(draft, readKittiDates(textOf(folder, timeFile, draft)), numbers, folder.absolute(timeFile));
    setOxtsPoses(folder, draft, numbers, velo_from_imu);
    constexpr int cameras = 4;
    for (int i = 0; i < cameras; ++i) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const QString name = QStringLiteral("image_0%1").arg(i);
        const auto pictures = picturesByStem(folder, joined(name, QStringLiteral("data")));
        const auto times = readKittiDates(textOf(folder, joined(name, QStringLiteral("timestamps.txt")), draft));
        const auto size = valueOf(camToCam, {QByteArray("S_rect_0" + QByteArray::number(i)).constData()});
        const bool sized = size.size() == 2 && size[0] >= 1 && size[1] >= 1 && size[0] < 1e6 && size[1] < 1e6;
        std::int32_t index = -1;
        for (std::size_t f = 0; f < numbers.size(); ++f) {
            const QString picture = pictures.value(stemOf(sweeps[static_cast<qsizetype>(f)]));
            if (picture.isEmpty())
                continue;
            if (index < 0)
                index = addCamera(draft, name, camToCam.value("P_rect_0" + QByteArray::number(i)), rect_from_velo,
                                  sized ? QSize(int(size[0]), int(size[1])) : QSize(), folder.absolute(picture),
                                  joined(above, QStringLiteral("calib_cam_to_cam.txt")));
            auto &frame = draft.scene.frames[f];
            const auto time = draft.hasTimes ? at(times, numbers[f]) : std::nullopt;
            frame.files.push_back({index, picture, time.value_or(frame.microseconds), std::nullopt});
        }
    }
    std::vector<SceneDraft> drafts;
    drafts.push_back(std::move(draft));
    return drafts;
}

}  // namespace plumbline::pointcloud
