// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/scenecodec.h"

#include "core/model/codecparts.h"

namespace plumbline::model {

using base::CborReader;
using base::CborWriter;

namespace {

template <std::size_t N>
void writeNumbers(CborWriter &w, const std::array<double, N> &values)
{
    w.array(N);
    for (const double value : values)
        w.number(value);
}

template <std::size_t N>
std::array<double, N> readNumbers(CborReader &r)
{
    r.arrayOf(N);
    std::array<double, N> values{};
    for (double &value : values)
        value = r.number();
    return values;
}

void writePose(CborWriter &w, const geometry::Pose &pose)
{
    w.array(2);
    writeNumbers(w, pose.rotation);
    writeNumbers(w, pose.translation);
}

geometry::Pose readPose(CborReader &r)
{
    r.arrayOf(2);
    geometry::Pose pose;
    pose.rotation = readNumbers<4>(r);
    pose.translation = readNumbers<3>(r);
    return pose;
}

void writePose(CborWriter &w, const std::optional<geometry::Pose> &pose)
{
    if (pose)
        writePose(w, *pose);
    else
        w.null();
}

std::optional<geometry::Pose> readOptionalPose(CborReader &r)
{
    if (r.isNull())
        return std::nullopt;
    return readPose(r);
}

void writeCamera(CborWriter &w, const geometry::Camera &c)
{
    w.array(9);
    writeEnum(w, c.lens);
    for (const double value : {c.width, c.height, c.fx, c.fy, c.cx, c.cy, c.skew})
        w.number(value);
    writeNumbers(w, c.distortion);
}

geometry::Camera readCamera(CborReader &r)
{
    r.arrayOf(9);
    geometry::Camera c;
    c.lens = readEnum(r, geometry::LensModel::FisheyeEquidistant);
    for (double *value : {&c.width, &c.height, &c.fx, &c.fy, &c.cx, &c.cy, &c.skew})
        *value = r.number();
    c.distortion = readNumbers<8>(r);
    return c;
}

}  // namespace

void writeSensors(CborWriter &w, const std::vector<Sensor> &sensors)
{
    w.array(sensors.size());
    for (const Sensor &sensor : sensors) {
        w.array(4);
        w.text(sensor.name);
        writeEnum(w, sensor.kind);
        writePose(w, sensor.ego_from_sensor);
        if (sensor.camera)
            writeCamera(w, *sensor.camera);
        else
            w.null();
    }
}

std::vector<Sensor> readSensors(CborReader &r)
{
    std::vector<Sensor> sensors;
    const std::uint64_t count = r.array();
    for (std::uint64_t i = 0; i < count && !r.failed(); ++i) {
        r.arrayOf(4);
        Sensor sensor;
        sensor.name = r.text();
        sensor.kind = readEnum(r, SensorKind::Radar);
        sensor.ego_from_sensor = readPose(r);
        if (!r.isNull())
            sensor.camera = readCamera(r);
        sensors.push_back(std::move(sensor));
    }
    return sensors;
}

void writeFrames(CborWriter &w, const std::vector<SceneFrame> &frames)
{
    w.array(frames.size());
    for (const SceneFrame &frame : frames) {
        w.array(3);
        w.integer(frame.microseconds);
        writePose(w, frame.world_from_ego);
        w.array(frame.files.size());
        for (const SensorFile &file : frame.files) {
            w.array(4);
            w.integer(file.sensor);
            w.text(file.path);
            w.integer(file.microseconds);
            writePose(w, file.world_from_ego);
        }
    }
}

std::vector<SceneFrame> readFrames(CborReader &r)
{
    std::vector<SceneFrame> frames;
    const std::uint64_t count = r.array();
    for (std::uint64_t i = 0; i < count && !r.failed(); ++i) {
        r.arrayOf(3);
        SceneFrame frame;
        frame.microseconds = r.integer();
        frame.world_from_ego = readOptionalPose(r);
        const std::uint64_t files = r.array();
        for (std::uint64_t f = 0; f < files && !r.failed(); ++f) {
            r.arrayOf(4);
            SensorFile file;
            file.sensor = readInt32(r);
            file.path = r.text();
            file.microseconds = r.integer();
            file.world_from_ego = readOptionalPose(r);
            frame.files.push_back(std::move(file));
        }
        frames.push_back(std::move(frame));
    }
    return frames;
}

}  // namespace plumbline::model
