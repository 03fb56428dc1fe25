// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/segments/segmentslabel.h"

#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::segments {

namespace {

constexpr std::array<const char *, 3> turnKeys{"qx", "qy", "qz"};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::segments", text);
}

std::optional<std::array<double, 4>> quaternionIn(const Json &object, const char *key)
{
    const auto vector = extension::vectorIn(object, key, turnKeys);
    const Json &w = extension::memberOf(extension::memberOf(object, key), "qw");
    if (!vector || !w.is_number())
        return std::nullopt;
    std::array<double, 4> q{(*vector)[0], (*vector)[1], (*vector)[2], w.get<double>()};
    const double length = std::hypot(std::hypot(q[0], q[1]), std::hypot(q[2], q[3]));
    constexpr double tolerance = 1e-2;
    if (!(std::abs(length - 1) <= tolerance))
        return std::nullopt;
    for (double &part : q)
        part /= q[3] < 0 ? -length : length;
    return q;
}

Json quaternionJson(const std::array<double, 4> &q)
{
    return {{"qx", q[0]}, {"qy", q[1]}, {"qz", q[2]}, {"qw", q[3]}};
}

bool isUpright(const std::array<double, 4> &q)
{
    constexpr double little = 1e-9;
    return std::abs(q[0]) < little && std::abs(q[1]) < little;
}

QString segmentationName()
{
    return QStringLiteral("segmentation");
}

}  // namespace

QString lidarFrame()
{
    return QStringLiteral("lidar");
}

std::vector<extension::FormatOption> options()
{
    return {{QStringLiteral("labelset"), tr("Label set"), {}, QStringLiteral("ground-truth")},
            {QStringLiteral("task"),
             tr("Labels of a release"),
             {QStringLiteral("auto"), QStringLiteral("cuboid"), segmentationName(), QStringLiteral("vector")},
             QStringLiteral("auto")}};
}

std::optional<Task> taskNamed(const QString &name)
{
    return name == QLatin1String("cuboid")   ? std::optional(Task::Cuboid)
           : name == segmentationName()      ? std::optional(Task::Segmentation)
           : name == QLatin1String("vector") ? std::optional(Task::Vector)
                                             : std::nullopt;
}

std::optional<Task> taskOf(const QString &taskType)
{
    const QString start = QStringLiteral("pointcloud-");
    return taskType.startsWith(start) ? taskNamed(taskType.mid(start.size()).remove(QStringLiteral("-sequence"))) : std::nullopt;
}

QString taskType(Task task, bool sequence)
{
    const QString name = task == Task::Cuboid         ? QStringLiteral("cuboid")
                         : task == Task::Segmentation ? segmentationName()
                                                      : QStringLiteral("vector");
    return QStringLiteral("pointcloud-") + name + (sequence ? QStringLiteral("-sequence") : QString());
}

bool isOf(Task task, const geometry::Geometry &geometry)
{
    return task == Task::Cuboid         ? std::holds_alternative<geometry::Cuboid>(geometry)
           : task == Task::Segmentation ? std::holds_alternative<geometry::PointLabels>(geometry)
                                        : std::holds_alternative<geometry::Polyline3>(geometry);
}

Result<geometry::Cuboid> cuboidFrom(const Json &record, const QString &frame)
{
    const auto position = extension::vectorIn(record, "position");
    const auto dimensions = extension::vectorIn(record, "dimensions");
    for (const auto *part : {&position, &dimensions})
        if (!*part)
            return fail(part->error());
    const Json &yaw = extension::memberOf(record, "yaw");
    const bool tilted = extension::memberOf(record, "rotation").is_object();
    const auto rotation = tilted ? quaternionIn(record, "rotation") : std::nullopt;
    if (tilted ? !rotation : !yaw.is_number() || !extension::areAngles({yaw.get<double>(), 0, 0}))
        return fail(ErrorCode::Malformed,
                    tilted ? tr("Its rotation is no quaternion of length 1.") : tr("Its yaw is no number."));
    geometry::Cuboid cuboid{*position, *dimensions, rotation ? *rotation : geometry::rotationFromYaw(yaw.get<double>()), frame};
    if (const QString why = extension::whyNoBox(cuboid); !why.isEmpty())
        return fail(ErrorCode::Malformed, why);
    return cuboid;
}

void setCuboid(Json &record, const geometry::Cuboid &cuboid)
{
    record["position"] = extension::vectorJson(extension::tidied(cuboid.centre));
    record["dimensions"] = extension::vectorJson(extension::tidied(cuboid.size));
    record["yaw"] = extension::tidied({geometry::yawOf(cuboid.rotation), 0, 0})[0];
    if (!isUpright(cuboid.rotation) || record.contains("rotation"))
        record["rotation"] = quaternionJson(cuboid.rotation);
}

Result<geometry::Polyline3> lineFrom(const Json &record, const QString &frame)
{
    const Json &points = extension::memberOf(record, "points");
    constexpr double furthest = 1e7;
    geometry::Polyline3 line;
    line.coordinateFrame = frame;
    for (std::size_t i = 0; points.is_array() && i < points.size(); ++i) {
        geometry::Vector3 point{};
        for (std::size_t k = 0; k < point.size(); ++k) {
            if (!points[i].is_array() || points[i].size() != point.size() || !points[i][k].is_number()
                || !(std::abs(points[i][k].get<double>()) <= furthest))
                return fail(ErrorCode::Malformed, tr("points[%1] is no place in space.").arg(i));
            point[k] = points[i][k].get<double>();
        }
        line.points.push_back(point);
    }
    if (line.points.size() < 2)
        return fail(ErrorCode::Malformed, tr("It has less than two points."));
    return line;
}

Json pointsOf(const geometry::Polyline3 &line)
{
    Json points = Json::array();
    for (const geometry::Vector3 &point : line.points)
        points.push_back(extension::tidied(point));
    return points;
}

geometry::Polyline3 transformed(const geometry::Pose &target_from_source, const geometry::Polyline3 &line, const QString &frame)
{
    geometry::Polyline3 moved{line.points, frame};
    for (geometry::Vector3 &point : moved.points)
        point = geometry::transformed(target_from_source, point);
    return moved;
}

std::optional<geometry::Pose> egoPoseFrom(const Json &egoPose)
{
    const auto position = extension::vectorIn(egoPose, "position");
    const auto heading = quaternionIn(egoPose, "heading");
    constexpr double furthest = 1e8;
    if (!position || !heading)
        return std::nullopt;
    for (const double value : *position)
        if (!(std::abs(value) <= furthest))
            return std::nullopt;
    return geometry::Pose{*heading, *position};
}

Json egoPoseOf(const geometry::Pose &world_from_sensor)
{
    return {{"position", extension::vectorJson(world_from_sensor.translation)},
            {"heading", quaternionJson(world_from_sensor.rotation)}};
}

model::Attributes answersIn(const Json &record)
{
    model::Attributes answers;
    const Json &attributes = extension::memberOf(record, "attributes");
    if (attributes.is_object())
        for (const auto &[key, value] : attributes.items())
            if (const auto answer = extension::answerFrom(value))
                answers[QString::fromStdString(key)] = *answer;
    return answers;
}

const Json &kept(const model::Annotation &annotation, const char *key)
{
    return extension::memberOf(extension::foreignData(annotation.extra, "segments"), key);
}

}  // namespace plumbline::segments
