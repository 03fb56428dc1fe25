// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prelabel/scenepredictions.h"

#include "core/cloud/cloudreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace plumbline::prelabel {

namespace {

constexpr std::uint64_t blockPoints = 65536;
// What one scene may hold in memory before it is stored: some 200 bytes each.
constexpr std::size_t mostRows = 2'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::prelabel", text);
}

std::optional<std::size_t> intensityChannel(const cloud::CloudInfo &info)
{
    for (std::size_t i = 0; i < info.channels.size(); ++i) {
        const QString name = info.channels[i].name.toLower();
        if (name == QLatin1String("intensity") || name == QLatin1String("reflectance") || name == QLatin1String("i"))
            return i;
    }
    return std::nullopt;
}

void agreeOnClass(std::vector<ScenePredictions::Row> &rows)
{
    std::map<std::uint64_t, std::map<QString, double>> votes;
    for (const auto &row : rows)
        if (row.prediction.track != 0)
            votes[row.prediction.track][row.prediction.className] += row.prediction.score;
    std::map<std::uint64_t, QString> names;
    for (const auto &[track, byName] : votes)
        names[track] = std::max_element(byName.begin(), byName.end(), [](const auto &a, const auto &b) {
                           return a.second < b.second;
                       })->first;
    for (auto &row : rows)
        if (row.prediction.track != 0)
            row.prediction.className = names[row.prediction.track];
}

void agreeOnDirection(std::vector<ScenePredictions::Row> &rows, const model::Scene &scene)
{
    std::map<std::uint64_t, double> later;  // heading in the world of the frame after
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        auto *cuboid = std::get_if<geometry::Cuboid>(&row->prediction.geometry);
        const auto &world_from_ego = scene.frames[row->frame].world_from_ego;
        if (!cuboid || row->prediction.track == 0 || !world_from_ego)
            continue;
        const auto headingOf = [&] {
            const geometry::Pose world_from_label = geometry::composed(*world_from_ego, model::egoFromLabel(scene));
            return geometry::yawOf(geometry::composed(world_from_label, geometry::Pose{cuboid->rotation, {}}).rotation);
        };
        const auto known = later.find(row->prediction.track);
        if (known != later.end() && std::cos(headingOf() - known->second) < 0)
            cuboid->rotation = geometry::composed(geometry::Pose{cuboid->rotation, {}},
                                                  geometry::Pose{geometry::rotationFromYaw(std::numbers::pi), {}})
                                   .rotation;
        later[row->prediction.track] = headingOf();
    }
}

}  // namespace

Result<extension::InferenceSweep> readSweep(const QString &folder, const model::Scene &scene, std::size_t frame,
                                            const jobs::JobControl &control)
{
    const model::SceneFrame &shown = scene.frames[frame];
    const std::int32_t lidar = model::firstSensor(scene, model::SensorKind::Lidar);
    const model::SensorFile *file = lidar < 0 ? nullptr : model::fileOf(shown, lidar);
    if (!file)
        return fail(ErrorCode::NotFound, tr("Frame %1 has no sweep.").arg(frame + 1));
    auto reader = cloud::openCloud(folder + QLatin1Char('/') + file->path);
    if (!reader)
        return fail(reader.error());
    const cloud::CloudInfo &info = (*reader)->info();
    const geometry::Pose label_from_sensor = geometry::inverted(model::sensorFromLabel(scene, shown, *file));

    extension::InferenceSweep sweep;
    sweep.frame = static_cast<std::int64_t>(frame);
    sweep.microseconds = shown.microseconds;
    sweep.ego_from_label = model::egoFromLabel(scene);
    if (shown.world_from_ego)
        sweep.world_from_label = geometry::composed(*shown.world_from_ego, sweep.ego_from_label);
    sweep.labelFrame = scene.labelFrame;
    const auto intensity = intensityChannel(info);
    const std::uint64_t step = info.points / mostSweepPoints + 1;
    const std::array<double, 3> origin = info.origin;
    cloud::PointBlock block;
    for (std::uint64_t first = 0; first < info.points; first += block.size()) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        if (const auto read = (*reader)->read(first, blockPoints, block, control); !read)
            return fail(read.error());
        if (block.size() == 0)
            break;
        for (std::size_t i = 0; i < block.size(); ++i) {
            const auto &p = block.positions[i];
            if ((first + i) % step != 0 || !std::isfinite(p[0]) || !std::isfinite(p[1]) || !std::isfinite(p[2]))
                continue;
            const geometry::Vector3 moved =
                geometry::transformed(label_from_sensor, {origin[0] + p[0], origin[1] + p[1], origin[2] + p[2]});
            sweep.positions.push_back({static_cast<float>(moved[0]), static_cast<float>(moved[1]), static_cast<float>(moved[2])});
            if (intensity)
                sweep.intensity.push_back(static_cast<float>(block.columns[*intensity].at(i)));
        }
    }
    return sweep;
}

Result<ScenePredictions> predictScene(const QString &folder, const QString &name, const model::Scene &scene,
                                      extension::InferenceSession &session, const extension::InferenceOptions &options,
                                      const jobs::JobControl &control)
{
    ScenePredictions found;
    for (std::size_t frame = 0; frame < scene.frames.size(); ++frame) {
        control.report(static_cast<std::int64_t>(frame), static_cast<std::int64_t>(scene.frames.size()),
                       tr("Pre-labeling the sweeps of %1").arg(name));
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const auto sweep = readSweep(folder, scene, frame, control);
        const auto output =
            sweep ? session.runSweep(*sweep, options, control) : Result<extension::InferenceOutput>(fail(sweep.error()));
        if (!output) {
            if (output.error().code == ErrorCode::Cancelled)
                return fail(output.error());
            found.issues.problem(name, tr("frame %1").arg(frame + 1), output.error().text);
            continue;
        }
        found.latencies.push_back(output->times.runMilliseconds);
        if (found.rows.size() + output->predictions.size() > mostRows)
            return fail(
                ErrorCode::TooLarge,
                tr("The model finds more than %1 objects in the scene “%2”; raise the score threshold.").arg(mostRows).arg(name));
        for (const extension::Prediction &prediction : output->predictions)
            found.rows.push_back({frame, prediction});
    }
    agreeOnClass(found.rows);
    agreeOnDirection(found.rows, scene);
    return found;
}

}  // namespace plumbline::prelabel
