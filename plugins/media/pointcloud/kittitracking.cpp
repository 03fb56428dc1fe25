// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/kittiparts.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QCoreApplication>

namespace plumbline::pointcloud {

using namespace kitti;

namespace {

constexpr qsizetype mostSequences = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

QStringList sequencesOf(DataFolder &folder)
{
    QStringList sequences;
    for (const QString &name : folder.folders(velodyne()).mid(0, mostSequences))
        if (!folder.files(joined(velodyne(), name), sweepEndings()).isEmpty())
            sequences.append(name);
    return sequences;
}

/// oxts/SEQUENCE.txt has a line for each frame.
void readPoses(DataFolder &folder, const QString &sequence, SceneDraft &draft, const std::vector<std::size_t> &numbers,
               const std::optional<geometry::Pose> &velo_from_imu)
{
    const QString file = QStringLiteral("oxts/%1.txt").arg(sequence);
    const QByteArray text = textOf(folder, file, draft);
    if (text.isEmpty())
        return;
    if (!velo_from_imu) {
        draft.issues.problem(folder.absolute(file), {},
                             tr("The poses are those of the inertial sensor; without Tr_imu_velo they cannot be used."));
        return;
    }
    draft.expectsPoses = true;
    std::map<std::size_t, Oxts> records;
    std::int64_t broken = 0;
    std::size_t firstBroken = 0;
    const auto lines = linesOf(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        if (const auto oxts = readOxts(lines[i]))
            records.emplace(i, *oxts);
        else if (broken++ == 0)
            firstBroken = i + 1;
    }
    if (broken > 0)
        draft.issues.problem(folder.absolute(file), tr("line %1").arg(firstBroken),
                             tr("%1 lines are no records of a pose.").arg(broken));
    setPoses(draft, records, numbers, *velo_from_imu);
}

SceneDraft sequenceDraft(DataFolder &folder, const QString &sequence)
{
    SceneDraft draft = draftOf(folder, "kitti-tracking");
    draft.name = sequence;
    draft.hasTimes = false;
    const QString calibration = QStringLiteral("calib/%1.txt").arg(sequence);
    const KittiValues values = readKittiValues(textOf(folder, calibration, draft));
    const auto rect_from_velo = rectFromVelodyne(values);
    keepRectification(draft, rect_from_velo);
    const QString below = joined(velodyne(), sequence);
    const QStringList sweeps = folder.files(below, sweepEndings());
    std::vector<std::size_t> numbers;
    for (const QString &name : sweeps) {
        const auto time = static_cast<std::int64_t>(draft.scene.frames.size()) * assumedStep;
        numbers.push_back(numberOf(name, numbers.size()));
        draft.scene.frames.push_back({time, std::nullopt, {{0, joined(below, name), time, std::nullopt}}});
    }
    const auto imu = valueOf(values, {"Tr_imu_velo", "Tr_imu_to_velo"});
    readPoses(folder, sequence, draft, numbers, poseOfRows(imu));
    constexpr int cameras = 4;
    for (int i = 0; i < cameras; ++i) {
        const QString name = QStringLiteral("image_0%1").arg(i);
        const auto pictures = picturesByStem(folder, joined(name, sequence));
        std::int32_t index = -1;
        for (std::size_t f = 0; f < numbers.size(); ++f) {
            const QString picture = pictures.value(stemOf(sweeps[static_cast<qsizetype>(f)]));
            if (picture.isEmpty())
                continue;
            if (index < 0)
                index = addCamera(draft, name, values.value("P" + QByteArray::number(i)), rect_from_velo, {},
                                  folder.absolute(picture), folder.absolute(calibration));
            auto &frame = draft.scene.frames[f];
            frame.files.push_back({index, picture, frame.microseconds, std::nullopt});
        }
    }
    return draft;
}

}  // namespace

QString whyKittiTracking(DataFolder &folder)
{
    const bool around = folder.hasFolder(QStringLiteral("calib")) || folder.hasFolder(QStringLiteral("oxts"))
                        || folder.hasFolder(QStringLiteral("label_02")) || folder.hasFolder(QStringLiteral("image_02"));
    if (!around || !folder.files(velodyne(), sweepEndings()).isEmpty() || sequencesOf(folder).isEmpty())
        return {};
    return tr("It has folders of sequences in velodyne as KITTI's tracking has them.");
}

Drafts readKittiTracking(DataFolder &folder, const jobs::JobControl &control)
{
    std::vector<SceneDraft> drafts;
    const QStringList sequences = sequencesOf(folder);
    for (const QString &sequence : sequences) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        drafts.push_back(sequenceDraft(folder, sequence));
        control.report(static_cast<std::int64_t>(drafts.size()), sequences.size(), tr("Reading calibrations"));
    }
    return drafts;
}

}  // namespace plumbline::pointcloud
