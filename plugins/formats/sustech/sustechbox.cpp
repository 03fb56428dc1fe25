// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/sustech/sustechbox.h"

#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "core/geometry/eulerangles.h"

#include <QCoreApplication>

namespace plumbline::sustech {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::sustech", text);
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
    return geometry::rotationFromEuler(angles, geometry::EulerOrder::Xyz);
}

std::array<double, 3> anglesOf(const std::array<double, 4> &rotation)
{
    return geometry::eulerFromRotation(rotation, geometry::EulerOrder::Xyz);
}

Result<geometry::Cuboid> cuboidFrom(const Json &psr, const QString &frame)
{
    const auto position = extension::vectorIn(psr, "position");
    const auto scale = extension::vectorIn(psr, "scale");
    const auto rotation = extension::vectorIn(psr, "rotation");
    for (const auto *part : {&position, &scale, &rotation})
        if (!*part)
            return fail(part->error().code, QStringLiteral("psr.") + part->error().text);
    if (!extension::areAngles(*rotation))
        return fail(ErrorCode::Malformed, tr("Its rotation is no number."));
    geometry::Cuboid cuboid{*position, *scale, rotationFromAngles(*rotation), frame};
    if (const QString why = extension::whyNoBox(cuboid); !why.isEmpty())
        return fail(ErrorCode::Malformed, why);
    return cuboid;
}

Json psrOf(const geometry::Cuboid &cuboid)
{
    Json psr = Json::object();
    psr["position"] = extension::vectorJson(cuboid.centre);
    psr["scale"] = extension::vectorJson(cuboid.size);
    psr["rotation"] = extension::vectorJson(anglesOf(cuboid.rotation));
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
