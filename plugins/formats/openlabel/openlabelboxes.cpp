// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openlabel/openlabelboxes.h"

#include "core/extension/jsonparts.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::openlabel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openlabel", text);
}

Result<std::vector<double>> valuesOf(const Json &entry)
{
    const Json &list = extension::memberOf(entry, "val");
    std::vector<double> values;
    constexpr std::size_t most = 10;
    bool good = list.is_array() && list.size() <= most;
    for (std::size_t i = 0; good && i < list.size(); ++i) {
        good = list[i].is_number() && std::isfinite(list[i].get<double>());
        values.push_back(good ? list[i].get<double>() : 0);
    }
    return good ? Result<std::vector<double>>(std::move(values))
                : fail(ErrorCode::Malformed, tr("“val” is missing or no list of numbers."));
}

geometry::Pose turn(std::size_t axis, double angle)
{
    geometry::Pose pose;
    pose.rotation = {0, 0, 0, std::cos(angle / 2)};
    pose.rotation[axis] = std::sin(angle / 2);
    return pose;
}

geometry::Vector3 cross(const geometry::Vector3 &a, const geometry::Vector3 &b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dot(const geometry::Vector3 &a, const geometry::Vector3 &b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// The same box with the axis that points up, or down, as its z.
geometry::Cuboid upright(const geometry::Cuboid &cuboid, const geometry::Vector3 &up)
{
    const geometry::Vector3 axes[] = {geometry::rotated(cuboid.rotation, {1, 0, 0}),
                                      geometry::rotated(cuboid.rotation, {0, 1, 0}),
                                      geometry::rotated(cuboid.rotation, {0, 0, 1})};
    constexpr double half = 0.5;
    constexpr double nearlyAll = 0.866;
    if (std::abs(dot(axes[2], up)) >= half)
        return cuboid;
    const std::size_t vertical = std::abs(dot(axes[1], up)) > std::abs(dot(axes[0], up)) ? 1 : 0;
    const double along = dot(axes[vertical], up);
    if (std::abs(along) < nearlyAll)
        return cuboid;
    const std::size_t forward = 1 - vertical;
    const geometry::Vector3 &x = axes[forward];
    geometry::Vector3 z = axes[vertical];
    for (double &part : z)
        part = along < 0 ? -part : part;
    const geometry::Vector3 y = cross(z, x);
    const auto pose = geometry::poseFromMatrix({x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2]}, {});
    if (!pose)
        return cuboid;
    geometry::Cuboid named = cuboid;
    named.rotation = pose->rotation;
    named.size = {cuboid.size[forward], cuboid.size[2], cuboid.size[vertical]};
    return named;
}

}  // namespace

QString systemOf(const Json &entry, const QString &otherwise)
{
    const QString system = base::toQString(extension::memberOf(entry, "coordinate_system"));
    return system.isEmpty() ? otherwise : system;
}

const Json &keptData(const model::Annotation &annotation)
{
    return extension::foreignData(annotation.extra, "openlabel");
}

Result<geometry::Cuboid> cuboidFrom(const Json &entry, const QString &system, const Systems &systems, std::int64_t frame)
{
    const auto read = valuesOf(entry);
    if (!read)
        return fail(read.error());
    const std::vector<double> &v = *read;
    constexpr std::size_t withAngles = 9;
    constexpr std::size_t withQuaternion = 10;
    if (v.size() != withAngles && v.size() != withQuaternion)
        return fail(ErrorCode::Malformed, tr("A cuboid has 9 or 10 numbers, this one has %1.").arg(v.size()));
    geometry::Cuboid cuboid;
    cuboid.centre = {v[0], v[1], v[2]};
    cuboid.size = {v[v.size() - 3], v[v.size() - 2], v[v.size() - 1]};
    if (v.size() == withQuaternion) {
        const double length = std::sqrt(v[3] * v[3] + v[4] * v[4] + v[5] * v[5] + v[6] * v[6]);
        constexpr double tolerance = 1e-2;
        if (!(std::abs(length - 1) <= tolerance))
            return fail(ErrorCode::Malformed, tr("Its quaternion is no rotation."));
        cuboid.rotation = {v[3] / length, v[4] / length, v[5] / length, v[6] / length};
    } else {
        cuboid.rotation = geometry::composed(turn(2, v[5]), geometry::composed(turn(1, v[4]), turn(0, v[3]))).rotation;
    }
    const QString named = systemOf(entry, system);
    cuboid.coordinateFrame = systems.frameOf(named, frame);
    if (const QString why = extension::whyNoBox(cuboid); !why.isEmpty())
        return fail(ErrorCode::Malformed, why);
    if (const auto label_from_system = systems.labelFrom(named, frame))
        cuboid = geometry::transformed(*label_from_system, cuboid, cuboid.coordinateFrame);
    return upright(cuboid, systems.upIn(named, frame));
}

Result<geometry::Box> boxFrom(const Json &entry)
{
    const auto v = valuesOf(entry);
    if (!v)
        return fail(v.error());
    constexpr double furthest = 1e9;
    if (v->size() != 4 || !((*v)[2] >= 0 && (*v)[3] >= 0) || std::abs((*v)[0]) + std::abs((*v)[1]) + (*v)[2] + (*v)[3] > furthest)
        return fail(ErrorCode::Malformed, tr("A box has the centre and a width and height, this one has not."));
    return geometry::Box{(*v)[0] - (*v)[2] / 2, (*v)[1] - (*v)[3] / 2, (*v)[2], (*v)[3]};
}

Json cuboidEntry(const geometry::Cuboid &cuboid)
{
    const auto &c = cuboid.centre;
    const auto &q = cuboid.rotation;
    const auto &s = cuboid.size;
    const QString system = cuboid.coordinateFrame.isEmpty() ? vehicleSystem() : cuboid.coordinateFrame;
    return Json{{"name", "cuboid"},
                {"coordinate_system", base::toJson(system)},
                {"val", {c[0], c[1], c[2], q[0], q[1], q[2], q[3], s[0], s[1], s[2]}}};
}

Json boxEntry(const geometry::Box &box, const QString &stream)
{
    Json entry{{"name", "bbox"}, {"val", {box.x + box.w / 2, box.y + box.h / 2, box.w, box.h}}};
    if (!stream.isEmpty())
        entry["coordinate_system"] = base::toJson(stream);
    return entry;
}

}  // namespace plumbline::openlabel
