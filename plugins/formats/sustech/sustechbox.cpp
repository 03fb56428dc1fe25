// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/sustech/sustechbox.h"

#include "core/extension/jsonparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::sustech {

namespace {

constexpr const char *axes[] = {"x", "y", "z"};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::sustech", text);
}

Result<std::array<double, 3>> vectorIn(const Json &psr, const char *key)
{
    const Json &vector = extension::memberOf(psr, key);
    std::array<double, 3> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Json &value = extension::memberOf(vector, axes[i]);
        if (!value.is_number())
            return fail(ErrorCode::Malformed,
                        tr("psr.%1.%2 is missing or no number.").arg(QLatin1String(key), QLatin1String(axes[i])));
        values[i] = value.get<double>();
    }
    return values;
}

Json vectorJson(const std::array<double, 3> &values)
{
    Json vector = Json::object();
    for (std::size_t i = 0; i < values.size(); ++i)
        vector[axes[i]] = values[i];
    return vector;
}

geometry::Pose turn(std::size_t axis, double angle)
{
    geometry::Pose pose;
    pose.rotation = {0, 0, 0, std::cos(angle / 2)};
    pose.rotation[axis] = std::sin(angle / 2);
    return pose;
}

}  // namespace

QString lidarFrame()
{
    return QStringLiteral("lidar");
}

QString attributeKey()
{
    return QStringLiteral("obj_attr");
}

std::array<double, 4> rotationFromAngles(const std::array<double, 3> &angles)
{
    return geometry::composed(turn(0, angles[0]), geometry::composed(turn(1, angles[1]), turn(2, angles[2]))).rotation;
}

std::array<double, 3> anglesOf(const std::array<double, 4> &rotation)
{
    const auto m = geometry::rotationMatrix({rotation, {}});
    constexpr double upright = 1 - 1e-12;
    if (std::abs(m[2]) > upright)
        return {std::atan2(m[7], m[4]), std::asin(std::clamp(m[2], -1.0, 1.0)), 0};
    return {std::atan2(-m[5], m[8]), std::asin(std::clamp(m[2], -1.0, 1.0)), std::atan2(-m[1], m[0])};
}

Result<geometry::Cuboid> cuboidFrom(const Json &psr, const QString &frame)
{
    const auto position = vectorIn(psr, "position");
    const auto scale = vectorIn(psr, "scale");
    const auto rotation = vectorIn(psr, "rotation");
    for (const auto *part : {&position, &scale, &rotation})
        if (!*part)
            return fail(part->error());
    constexpr double mostTurns = 1e6;
    for (const double angle : *rotation)
        if (!(std::abs(angle) <= mostTurns))
            return fail(ErrorCode::Malformed, tr("Its rotation is no number."));
    geometry::Cuboid cuboid{*position, *scale, rotationFromAngles(*rotation), frame};
    if (const QString why = extension::whyNoBox(cuboid); !why.isEmpty())
        return fail(ErrorCode::Malformed, why);
    return cuboid;
}

Json psrOf(const geometry::Cuboid &cuboid)
{
    Json psr = Json::object();
    psr["position"] = vectorJson(cuboid.centre);
    psr["scale"] = vectorJson(cuboid.size);
    psr["rotation"] = vectorJson(anglesOf(cuboid.rotation));
    return psr;
}

QString trackNameOf(const Json &record)
{
    const Json &id = extension::memberOf(record, "obj_id");
    if (id.is_number_integer())
        return QString::number(id.get<std::int64_t>());
    return base::toQString(id).trimmed();
}

const Json &keptRecord(const model::Annotation &annotation)
{
    return extension::memberOf(extension::foreignData(annotation.extra, "sustech"), "record");
}

std::optional<Json> recordOf(const model::Annotation &annotation, const QString &className, const QString &frame,
                             const QString &track)
{
    const auto *cuboid = std::get_if<geometry::Cuboid>(&annotation.geometry);
    if (!cuboid || cuboid->coordinateFrame != frame)
        return std::nullopt;
    const Json &kept = keptRecord(annotation);
    Json record = kept.is_object() ? kept : Json::object();
    const auto before = cuboidFrom(extension::memberOf(record, "psr"), frame);
    if (!before || !extension::sameCuboid(*before, *cuboid))
        record["psr"] = psrOf(*cuboid);
    record["obj_type"] = base::toJson(className);
    if (trackNameOf(record) != track || !record.contains("obj_id"))
        record["obj_id"] = base::toJson(track);
    const auto said = annotation.attributes.find(attributeKey());
    const auto *text = said == annotation.attributes.end() ? nullptr : std::get_if<QString>(&said->second);
    if (text)
        record["obj_attr"] = base::toJson(*text);
    else if (!base::toQString(extension::memberOf(record, "obj_attr")).isEmpty())
        record.erase("obj_attr");
    return record;
}

}  // namespace plumbline::sustech
