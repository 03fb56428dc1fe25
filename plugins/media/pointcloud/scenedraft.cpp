// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/scenedraft.h"

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

void orderFrames(SceneDraft &draft)
{
    auto &frames = draft.scene.frames;
    const auto before = [](const model::SceneFrame &a, const model::SceneFrame &b) { return a.microseconds < b.microseconds; };
    const auto back = std::is_sorted_until(frames.begin(), frames.end(), before);
    if (back == frames.end())
        return;
    const auto number = back - frames.begin() + 1;
    std::stable_sort(frames.begin(), frames.end(), before);
    draft.issues.problem(draft.path, tr("sweep %1").arg(number),
                         tr("The times of the sweeps go back here. The sweeps were put in the order of their times."));
}

void tellOfPoses(SceneDraft &draft)
{
    const auto &frames = draft.scene.frames;
    const auto without =
        std::count_if(frames.begin(), frames.end(), [](const model::SceneFrame &frame) { return !frame.world_from_ego; });
    if (without == 0 || frames.size() < 2)
        return;
    const QString text =
        tr("%1 of %2 sweeps have no pose of the vehicle; they are taken as if it stood.").arg(without).arg(frames.size());
    draft.issues.add({draft.expectsPoses ? IssueSeverity::Problem : IssueSeverity::Note, draft.path, {}, text});
}

// The header of a picture is read for every file: one of another size in the middle moves every point of its frame.
void checkPictures(SceneDraft &draft, const jobs::JobControl &control)
{
    for (std::size_t s = 0; s < draft.scene.sensors.size(); ++s) {
        const model::Sensor &sensor = draft.scene.sensors[s];
        if (!sensor.camera)
            continue;
        const QSize calibrated(int(std::lround(sensor.camera->width)), int(std::lround(sensor.camera->height)));
        std::int64_t other = 0;
        QString first;
        QSize firstSize;
        for (const model::SceneFrame &frame : draft.scene.frames) {
            if (control.cancelled())
                return;
            const model::SensorFile *file = model::fileOf(frame, static_cast<std::int32_t>(s));
            if (!file)
                continue;
            const QString path = draft.folder + QLatin1Char('/') + file->path;
            const QSize size = extension::uprightPictureSize(path);
            if (size == calibrated || (size.isEmpty() && other > 0))
                continue;
            if (other++ == 0) {
                first = path;
                firstSize = size;
            }
        }
        if (other == 0)
            continue;
        if (firstSize.isEmpty())
            draft.issues.problem(first, {},
                                 tr("The picture of camera %1 cannot be read; %2 of its pictures do not fit the calibration.")
                                     .arg(sensor.name)
                                     .arg(other));
        else
            draft.issues.problem(
                first, {},
                tr("Camera %1 is calibrated for %2 × %3 pixels, this picture has %4 × %5; so have %6 in all. What is "
                   "projected into them lies beside the objects.")
                    .arg(sensor.name)
                    .arg(calibrated.width())
                    .arg(calibrated.height())
                    .arg(firstSize.width())
                    .arg(firstSize.height())
                    .arg(other));
    }
}

}  // namespace

std::int32_t addSensor(model::Scene &scene, const QString &name, model::SensorKind kind)
{
    scene.sensors.push_back({name, kind, {}, std::nullopt});
    return static_cast<std::int32_t>(scene.sensors.size() - 1);
}

std::int32_t sensorNamed(const model::Scene &scene, const QString &name)
{
    for (std::size_t i = 0; i < scene.sensors.size(); ++i)
        if (scene.sensors[i].name == name)
            return static_cast<std::int32_t>(i);
    return -1;
}

Result<> finish(SceneDraft &draft, Pictures pictures, const jobs::JobControl &control)
{
    auto &frames = draft.scene.frames;
    std::erase_if(frames, [](const model::SceneFrame &frame) { return frame.files.empty(); });
    if (frames.empty())
        return fail(ErrorCode::NotFound, tr("%1: none of the files of this scene is there.").arg(draft.path));
    if (draft.hasTimes)
        orderFrames(draft);
    else if (frames.size() > 1)
        draft.issues.add({IssueSeverity::Note, draft.path, {}, tr("The sweeps have no times; ten a second are assumed.")});
    tellOfPoses(draft);
    if (pictures == Pictures::Compared)
        checkPictures(draft, control);
    if (control.cancelled())
        return jobs::JobControl::cancelledError();
    model::stampCalibration(draft.scene);
    if (const QString why = model::whyInvalid(draft.scene); !why.isEmpty())
        return fail(ErrorCode::Malformed, tr("%1 is no usable scene: %2.").arg(draft.path, why));
    return {};
}

void tellUncalibrated(SceneDraft &draft, const QString &sensor, const QString &file, const QString &place)
{
    draft.issues.problem(
        file, place,
        tr("The calibration of %1 is missing, singular or no number. Its pictures are shown, nothing is projected into them.")
            .arg(sensor));
}

}  // namespace plumbline::pointcloud
