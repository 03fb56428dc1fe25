// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/scene.h"

#include "core/base/cbor.h"
#include "core/base/sha256.h"
#include "core/model/calibration.h"
#include "core/model/scenecodec.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>
#include <limits>

namespace plumbline::model {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::model", text);
}

bool isRigid(const geometry::Pose &pose)
{
    double length = 0;
    for (const double q : pose.rotation)
        length += q * q;
    bool finite = std::isfinite(length);
    for (const double t : pose.translation)
        finite = finite && std::isfinite(t);
    constexpr double tolerance = 1e-6;
    return finite && std::abs(length - 1) < tolerance;
}

QString whyInvalid(const SceneFrame &frame, std::size_t sensors)
{
    if (frame.world_from_ego && !isRigid(*frame.world_from_ego))
        return tr("a pose of the vehicle is no rotation and shift");
    QSet<std::int32_t> seen;
    for (const SensorFile &file : frame.files) {
        if (file.sensor < 0 || static_cast<std::size_t>(file.sensor) >= sensors)
            return tr("a file belongs to no sensor");
        if (seen.contains(file.sensor))
            return tr("a sensor has two files in one frame");
        seen.insert(file.sensor);
        if (file.world_from_ego && !isRigid(*file.world_from_ego))
            return tr("a pose of the vehicle is no rotation and shift");
    }
    return {};
}

}  // namespace

QString whyInvalid(const Scene &scene)
{
    QSet<QString> names;
    for (const Sensor &sensor : scene.sensors) {
        if (sensor.name.isEmpty() || names.contains(sensor.name))
            return tr("two sensors have the same name, or one has none");
        names.insert(sensor.name);
        if (!isRigid(sensor.ego_from_sensor))
            return tr("the place of sensor %1 is no rotation and shift").arg(sensor.name);
        if (sensor.camera && !geometry::isUsable(*sensor.camera))
            return tr("the lens of %1 cannot be used").arg(sensor.name);
    }
    if (!scene.labelFrame.isEmpty() && !names.contains(scene.labelFrame))
        return tr("labels are given in the frame of a sensor that is not there");
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = 0; i < scene.frames.size(); ++i) {
        if (scene.frames[i].microseconds < last)
            return tr("frame %1 is older than the one before it").arg(i + 1);
        last = scene.frames[i].microseconds;
        if (const QString why = whyInvalid(scene.frames[i], scene.sensors.size()); !why.isEmpty())
            return tr("frame %1: %2").arg(i + 1).arg(why);
    }
    return {};
}

void stampCalibration(Scene &scene)
{
    constexpr qsizetype digits = 16;
    base::CborWriter writer;
    writeSensors(writer, scene.sensors);
    for (const Sensor &sensor : scene.sensors)
        if (const std::int64_t offset = timeOffsetOf(scene, sensor.name); offset != 0) {
            writer.text(sensor.name);
            writer.integer(offset);
        }
    scene.calibrationVersion = base::sha256(writer.take()).toHex().left(digits);
}

std::int32_t firstSensor(const Scene &scene, SensorKind kind)
{
    for (std::size_t i = 0; i < scene.sensors.size(); ++i)
        if (scene.sensors[i].kind == kind)
            return static_cast<std::int32_t>(i);
    return -1;
}

const SensorFile *fileOf(const SceneFrame &frame, std::int32_t sensor)
{
    for (const SensorFile &file : frame.files)
        if (file.sensor == sensor)
            return &file;
    return nullptr;
}

geometry::Pose egoFromLabel(const Scene &scene)
{
    for (const Sensor &sensor : scene.sensors)
        if (sensor.name == scene.labelFrame)
            return sensor.ego_from_sensor;
    return {};
}

geometry::Pose sensorFromLabel(const Scene &scene, const SceneFrame &frame, const SensorFile &file)
{
    const geometry::Pose sensor_from_ego =
        geometry::inverted(scene.sensors[static_cast<std::size_t>(file.sensor)].ego_from_sensor);
    geometry::Pose ego_from_label = egoFromLabel(scene);
    if (file.world_from_ego && frame.world_from_ego)
        ego_from_label = geometry::composed(geometry::inverted(*file.world_from_ego),
                                            geometry::composed(*frame.world_from_ego, ego_from_label));
    return geometry::composed(sensor_from_ego, ego_from_label);
}

geometry::Pose labelFromLabel(const Scene &scene, std::size_t toFrame, std::size_t fromFrame)
{
    const auto &to = scene.frames[toFrame].world_from_ego;
    const auto &from = scene.frames[fromFrame].world_from_ego;
    if (!to || !from)
        return {};
    const geometry::Pose ego_from_label = egoFromLabel(scene);
    return geometry::composed(geometry::inverted(geometry::composed(*to, ego_from_label)),
                              geometry::composed(*from, ego_from_label));
}

}  // namespace plumbline::model
