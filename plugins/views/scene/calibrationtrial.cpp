// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/calibrationtrial.h"

#include "core/model/calibration.h"

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr std::int64_t farthestBeyond = 500'000;  // microseconds

}  // namespace

VehicleWay::VehicleWay(const model::Scene &scene)
{
    for (const model::SceneFrame &frame : scene.frames) {
        if (frame.world_from_ego)
            m_known.insert_or_assign(frame.microseconds, *frame.world_from_ego);
        for (const model::SensorFile &file : frame.files)
            if (file.world_from_ego)
                m_known.emplace(file.microseconds, *file.world_from_ego);
    }
}

std::optional<geometry::Pose> VehicleWay::at(std::int64_t microseconds) const
{
    if (m_known.size() < 2)
        return std::nullopt;
    auto after = m_known.lower_bound(microseconds);
    if (after == m_known.begin())
        ++after;
    if (after == m_known.end())
        --after;
    const auto before = std::prev(after);
    if (microseconds < before->first - farthestBeyond || microseconds > after->first + farthestBeyond)
        return std::nullopt;
    return geometry::interpolated(before->second, after->second,
                                  double(microseconds - before->first) / double(after->first - before->first));
}

model::Scene changed(const model::Scene &scene, std::int32_t sensor, const CameraChange &change)
{
    model::Scene other = scene;
    if (sensor < 0 || std::size_t(sensor) >= scene.sensors.size() || change.isNothing())
        return other;
    model::Sensor &camera = other.sensors[std::size_t(sensor)];
    if (change.ego_from_sensor)
        camera.ego_from_sensor = *change.ego_from_sensor;
    if (change.laterMicroseconds != 0) {
        const VehicleWay way(scene);
        for (model::SceneFrame &frame : other.frames)
            for (model::SensorFile &file : frame.files) {
                if (file.sensor != sensor)
                    continue;
                file.microseconds += change.laterMicroseconds;
                if (frame.world_from_ego)
                    if (const auto pose = way.at(file.microseconds))
                        file.world_from_ego = pose;
            }
        model::setTimeOffset(other, camera.name, model::timeOffsetOf(scene, camera.name) + change.laterMicroseconds);
    }
    model::stampCalibration(other);
    return other;
}

std::vector<Correspondence> correspondencesOf(const model::Scene &scene, std::int32_t sensor,
                                              const std::vector<ShownPlace> &places)
{
    std::vector<Correspondence> list;
    if (sensor < 0 || std::size_t(sensor) >= scene.sensors.size())
        return list;
    const geometry::Pose &ego_from_sensor = scene.sensors[std::size_t(sensor)].ego_from_sensor;
    for (const ShownPlace &place : places) {
        if (place.sensor != sensor || place.frame < 0 || std::size_t(place.frame) >= scene.frames.size())
            continue;
        const model::SceneFrame &frame = scene.frames[std::size_t(place.frame)];
        const model::SensorFile *file = model::fileOf(frame, sensor);
        if (!file)
            continue;
        const auto ego_from_label = geometry::composed(ego_from_sensor, model::sensorFromLabel(scene, frame, *file));
        list.push_back({geometry::transformed(ego_from_label, place.label), place.pixel});
    }
    return list;
}

}  // namespace plumbline::sceneview
