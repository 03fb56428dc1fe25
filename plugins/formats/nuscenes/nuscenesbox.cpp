// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/nuscenes/nuscenesbox.h"

#include "core/extension/jsonparts.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::nuscenes {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::nuscenes", text);
}

template <std::size_t count>
Result<std::array<double, count>> numbersIn(const Json &record, const char *key)
{
    const Json &list = extension::memberOf(record, key);
    std::array<double, count> numbers{};
    bool good = list.is_array() && list.size() == count;
    for (std::size_t i = 0; good && i < count; ++i) {
        good = list[i].is_number();
        numbers[i] = good ? list[i].template get<double>() : 0;
    }
    if (!good)
        return fail(ErrorCode::Malformed, tr("“%1” is missing or not %2 numbers.").arg(QLatin1String(key)).arg(count));
    return numbers;
}

}  // namespace

QString globalFrame()
{
    return QStringLiteral("nuscenes-global");
}

Result<geometry::Cuboid> cuboidFrom(const Json &record)
{
    const auto centre = numbersIn<3>(record, "translation");
    const auto wlh = numbersIn<3>(record, "size");
    const auto wxyz = numbersIn<4>(record, "rotation");
    if (!centre || !wlh)
        return fail(centre ? wlh.error() : centre.error());
    if (!wxyz)
        return fail(wxyz.error());
    double length = 0;
    for (const double part : *wxyz)
        length += part * part;
    length = std::sqrt(length);
    constexpr double tolerance = 1e-2;
    if (!(std::abs(length - 1) <= tolerance))
        return fail(ErrorCode::Malformed, tr("“rotation” is no rotation."));
    const auto &q = *wxyz;
    geometry::Cuboid cuboid{
        *centre, {(*wlh)[1], (*wlh)[0], (*wlh)[2]}, {q[1] / length, q[2] / length, q[3] / length, q[0] / length}, globalFrame()};
    if (const QString why = extension::whyNoBox(cuboid); !why.isEmpty())
        return fail(ErrorCode::Malformed, why);
    return cuboid;
}

void setCuboid(Json &record, const geometry::Cuboid &cuboid)
{
    record["translation"] = cuboid.centre;
    record["size"] = {cuboid.size[1], cuboid.size[0], cuboid.size[2]};
    record["rotation"] = {cuboid.rotation[3], cuboid.rotation[0], cuboid.rotation[1], cuboid.rotation[2]};
}

std::optional<geometry::Pose> globalFromLabel(const model::Scene *scene, std::int64_t frame)
{
    if (!scene || frame < 0 || static_cast<std::size_t>(frame) >= scene->frames.size())
        return std::nullopt;
    const auto &world_from_ego = scene->frames[static_cast<std::size_t>(frame)].world_from_ego;
    return world_from_ego ? std::optional(geometry::composed(*world_from_ego, model::egoFromLabel(*scene))) : std::nullopt;
}

std::optional<geometry::Pose> globalFromLabel(const std::optional<model::Scene> &scene, std::int64_t frame)
{
    return globalFromLabel(scene ? &*scene : nullptr, frame);
}

geometry::Cuboid labelCuboid(const geometry::Cuboid &global, const std::optional<geometry::Pose> &global_from_label,
                             const QString &labelFrame)
{
    return global_from_label ? geometry::transformed(geometry::inverted(*global_from_label), global, labelFrame) : global;
}

std::optional<geometry::Cuboid> globalCuboid(const geometry::Cuboid &label,
                                             const std::optional<geometry::Pose> &global_from_label, const QString &labelFrame)
{
    if (label.coordinateFrame == globalFrame())
        return label;
    if (!global_from_label || label.coordinateFrame != labelFrame)
        return std::nullopt;
    return geometry::transformed(*global_from_label, label, globalFrame());
}

const Json &keptRecord(const model::Annotation &annotation)
{
    return extension::memberOf(extension::foreignData(annotation.extra, "nuscenes"), "record");
}

QString visibilityKey()
{
    return QStringLiteral("visibility");
}

void addAttribute(model::Attributes &attributes, const QString &name)
{
    const qsizetype point = name.indexOf(QLatin1Char('.'));
    const QString key = name.first(std::max<qsizetype>(0, point));
    const QString value = name.mid(point + 1);
    if (key.isEmpty() || value.isEmpty() || key == visibilityKey() || attributes.contains(key))
        attributes[name] = true;
    else
        attributes[key] = value;
}

QString attributeName(const QString &key, const model::AttributeValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return text->isEmpty() ? QString() : key + QLatin1Char('.') + *text;
    const auto *yes = std::get_if<bool>(&value);
    return yes && *yes ? key : QString();
}

QString tokenOf(const Uuid &id)
{
    return id.toString().remove(QLatin1Char('-'));
}

}  // namespace plumbline::nuscenes
