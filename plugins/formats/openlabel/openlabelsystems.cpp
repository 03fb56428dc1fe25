// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openlabel/openlabelsystems.h"

#include "core/extension/jsonparts.h"

#include <algorithm>
#include <cmath>

namespace plumbline::openlabel {

namespace {

constexpr int mostParents = 64;
constexpr std::size_t mostSystems = 4096;

std::vector<double> numbersIn(const Json &list)
{
    std::vector<double> numbers;
    constexpr std::size_t most = 16;
    if (!list.is_array() || list.size() > most)
        return {};
    for (const Json &value : list) {
        if (!value.is_number() || !std::isfinite(value.get<double>()))
            return {};
        numbers.push_back(value.get<double>());
    }
    return numbers;
}

Json matrixOf(const geometry::Pose &pose)
{
    const auto r = geometry::rotationMatrix(pose);
    const auto &t = pose.translation;
    return Json{{"matrix4x4", {r[0], r[1], r[2], t[0], r[3], r[4], r[5], t[1], r[6], r[7], r[8], t[2], 0.0, 0.0, 0.0, 1.0}}};
}

QString textOf(const Json &object, const char *key)
{
    return base::toQString(extension::memberOf(object, key));
}

Json cameraProperties(const geometry::Camera &camera)
{
    // The matrix is that of OpenCV, which has the centre of the first pixel at (0, 0).
    constexpr double halfPixel = 0.5;
    Json intrinsics{{"width_px", std::llround(camera.width)}, {"height_px", std::llround(camera.height)}};
    Json matrix = Json::array(
        {camera.fx, camera.skew, camera.cx - halfPixel, 0.0, 0.0, camera.fy, camera.cy - halfPixel, 0.0, 0.0, 0.0, 1.0, 0.0});
    if (camera.lens == geometry::LensModel::FisheyeEquidistant) {
        intrinsics["model"] = "fisheye-equidistant";
        intrinsics["camera_matrix"] = std::move(matrix);
        intrinsics["distortion_coeffs"] = camera.distortion;
        return Json{{"intrinsics_custom", std::move(intrinsics)}};
    }
    intrinsics["camera_matrix"] = std::move(matrix);
    if (camera.lens == geometry::LensModel::BrownConrady)
        intrinsics["distortion_coeffs"] = camera.distortion;
    return Json{{"intrinsics_pinhole", std::move(intrinsics)}};
}

}  // namespace

QString vehicleSystem()
{
    return QStringLiteral("vehicle-iso8855");
}

QString worldSystem()
{
    return QStringLiteral("world");
}

std::optional<geometry::Pose> poseFrom(const Json &transform)
{
    const auto m = numbersIn(extension::memberOf(transform, "matrix4x4"));
    constexpr std::size_t entries = 16;
    if (m.size() == entries)
        return geometry::poseFromMatrix({m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]}, {m[3], m[7], m[11]});
    const auto q = numbersIn(extension::memberOf(transform, "quaternion"));
    const auto t = numbersIn(extension::memberOf(transform, "translation"));
    if (q.size() != 4 || t.size() != 3)
        return std::nullopt;
    const double length = std::sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    constexpr double tolerance = 1e-2;
    if (!(std::abs(length - 1) <= tolerance))
        return std::nullopt;
    return geometry::Pose{{q[0] / length, q[1] / length, q[2] / length, q[3] / length}, {t[0], t[1], t[2]}};
}

Systems::Systems(const Json &systems, const Json &streams, const model::Scene *scene) : m_scene(scene)
{
    if (streams.is_object() && streams.size() <= mostSystems)
        for (const auto &[name, stream] : streams.items())
            if (textOf(stream, "type") == QLatin1String("camera"))
                m_cameras.insert(QString::fromStdString(name));
    if (scene)
        for (const model::Sensor &sensor : scene->sensors)
            if (sensor.kind == model::SensorKind::Camera)
                m_cameras.insert(sensor.name);
    if (!systems.is_object() || systems.size() > mostSystems)
        return;
    for (const auto &[name, system] : systems.items()) {
        const QString own = QString::fromStdString(name);
        if (textOf(system, "type") == QLatin1String("scene_cs"))
            m_worlds.insert(own);
        Placed placed{own, {}};
        for (int step = 0; step < mostParents; ++step) {
            const Json &at = extension::memberOf(systems, placed.root.toStdString());
            const auto pose = poseFrom(extension::memberOf(at, "pose_wrt_parent"));
            const QString parent = textOf(at, "parent");
            if (!pose || parent.isEmpty())
                break;
            placed.root_from_system = geometry::composed(*pose, placed.root_from_system);
            placed.root = parent;
        }
        m_placed.emplace(own, placed);
    }
}

std::optional<geometry::Pose> Systems::knownInScene(const QString &system) const
{
    if (system == m_scene->labelFrame)
        return geometry::Pose{};
    const geometry::Pose label_from_ego = geometry::inverted(model::egoFromLabel(*m_scene));
    for (const model::Sensor &sensor : m_scene->sensors)
        if (sensor.name == system)
            return geometry::composed(label_from_ego, sensor.ego_from_sensor);
    return system.isEmpty() || system == vehicleSystem() ? std::optional(label_from_ego) : std::nullopt;
}

std::optional<geometry::Pose> Systems::labelFrom(const QString &system, std::int64_t frame) const
{
    if (!m_scene)
        return geometry::Pose{};
    if (const auto known = knownInScene(system))
        return known;
    const bool framed = frame >= 0 && static_cast<std::size_t>(frame) < m_scene->frames.size();
    if (framed && (system == worldSystem() || m_worlds.contains(system)))
        if (const auto &world_from_ego = m_scene->frames[static_cast<std::size_t>(frame)].world_from_ego)
            return geometry::inverted(geometry::composed(*world_from_ego, model::egoFromLabel(*m_scene)));
    const auto placed = m_placed.find(system);
    if (placed == m_placed.end())
        return std::nullopt;
    // A sensor first: files and scenes may mean different points of the vehicle.
    for (const bool vehicle : {false, true})
        for (const auto &[name, other] : m_placed) {
            if (other.root != placed->second.root || (name == vehicleSystem()) != vehicle)
                continue;
            if (const auto known = knownInScene(name))
                return geometry::composed(
                    *known, geometry::composed(geometry::inverted(other.root_from_system), placed->second.root_from_system));
        }
    return std::nullopt;
}

QString Systems::frameOf(const QString &system, std::int64_t frame) const
{
    return m_scene && labelFrom(system, frame) ? m_scene->labelFrame : system;
}

geometry::Vector3 Systems::upIn(const QString &system, std::int64_t frame) const
{
    const bool moved = m_scene && labelFrom(system, frame);
    const QString target = moved ? m_scene->labelFrame : system;
    return m_cameras.contains(target) ? geometry::Vector3{0, -1, 0} : geometry::Vector3{0, 0, 1};
}

Json systemsOf(const model::Scene &scene)
{
    const bool moving = std::any_of(scene.frames.begin(), scene.frames.end(), [](const auto &f) { return f.world_from_ego; });
    Json sensors = Json::array();
    Json systems = Json::object();
    if (moving)
        systems[worldSystem().toStdString()] = {
            {"type", "scene_cs"}, {"parent", ""}, {"children", Json::array({vehicleSystem().toStdString()})}};
    for (const model::Sensor &sensor : scene.sensors)
        sensors.push_back(base::toJson(sensor.name));
    systems[vehicleSystem().toStdString()] = {
        {"type", "local_cs"}, {"parent", moving ? worldSystem().toStdString() : ""}, {"children", std::move(sensors)}};
    for (const model::Sensor &sensor : scene.sensors)
        systems[sensor.name.toStdString()] = {{"type", "sensor_cs"},
                                              {"parent", vehicleSystem().toStdString()},
                                              {"children", Json::array()},
                                              {"pose_wrt_parent", matrixOf(sensor.ego_from_sensor)}};
    return systems;
}

Json streamsOf(const model::Scene &scene)
{
    Json streams = Json::object();
    for (const model::Sensor &sensor : scene.sensors) {
        Json stream{{"description", ""}, {"uri", ""}};
        stream["type"] = sensor.kind == model::SensorKind::Camera  ? "camera"
                         : sensor.kind == model::SensorKind::Radar ? "radar"
                                                                   : "lidar";
        if (sensor.camera)
            stream["stream_properties"] = cameraProperties(*sensor.camera);
        streams[sensor.name.toStdString()] = std::move(stream);
    }
    return streams;
}

Json frameProperties(const model::Scene &scene, std::size_t frame)
{
    const model::SceneFrame &at = scene.frames[frame];
    constexpr double second = 1e6;
    Json properties{{"timestamp", double(at.microseconds) / second}};
    if (at.world_from_ego) {
        const std::string name = (vehicleSystem() + QStringLiteral("_to_") + worldSystem()).toStdString();
        properties["transforms"][name] = {{"src", vehicleSystem().toStdString()},
                                          {"dst", worldSystem().toStdString()},
                                          {"transform_src_to_dst", matrixOf(*at.world_from_ego)}};
    }
    for (const model::SensorFile &file : at.files)
        properties["streams"][scene.sensors[static_cast<std::size_t>(file.sensor)].name.toStdString()] = {
            {"uri", base::toJson(file.path)}};
    return properties;
}

}  // namespace plumbline::openlabel
