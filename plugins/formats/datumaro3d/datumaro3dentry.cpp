// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro3d/datumaro3dentry.h"

#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "core/geometry/eulerangles.h"

#include <QCoreApplication>

namespace plumbline::datumaro3d {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::datumaro3d", text);
}

Result<geometry::Vector3> listIn(const Json &entry, const char *key)
{
    const Json &list = extension::memberOf(entry, key);
    geometry::Vector3 values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!list.is_array() || list.size() != values.size() || !list[i].is_number())
            return fail(ErrorCode::Malformed, tr("%1 is no list of three numbers.").arg(QLatin1String(key)));
        values[i] = list[i].get<double>();
    }
    return values;
}

}  // namespace

QString lidarFrame()
{
    return QStringLiteral("lidar");
}

Result<geometry::Cuboid> cuboidFrom(const Json &entry, const QString &frame)
{
    const auto position = listIn(entry, "position");
    const auto rotation = listIn(entry, "rotation");
    const auto scale = listIn(entry, "scale");
    for (const auto *part : {&position, &rotation, &scale})
        if (!*part)
            return fail(part->error());
    if (!extension::areAngles(*rotation))
        return fail(ErrorCode::Malformed, tr("Its rotation is no number."));
    geometry::Cuboid cuboid{*position, *scale, geometry::rotationFromEuler(*rotation, geometry::EulerOrder::Xyz), frame};
    if (const QString why = extension::whyNoBox(cuboid); !why.isEmpty())
        return fail(ErrorCode::Malformed, why);
    return cuboid;
}

model::Attributes answersIn(const Json &entry)
{
    model::Attributes answers;
    const Json &attributes = extension::memberOf(entry, "attributes");
    if (attributes.is_object())
        for (const auto &[key, value] : attributes.items())
            if (const auto answer = extension::answerFrom(value))
                answers[QString::fromStdString(key)] = *answer;
    return answers;
}

QString trackNameOf(const Json &entry)
{
    const Json &id = extension::memberOf(entry, "object_id");
    return id.is_number_integer() && id >= 0 && id <= 1'000'000'000'000 ? QString::number(id.get<std::int64_t>()) : QString();
}

const Json &keptEntry(const model::Annotation &annotation)
{
    return extension::memberOf(extension::foreignData(annotation.extra, "datumaro3d"), "entry");
}

Json entryOf(const model::Annotation &annotation, const geometry::Cuboid &cuboid, const Json &labelId, std::int64_t number,
             std::int64_t track)
{
    const Json &kept = keptEntry(annotation);
    Json entry = kept.is_object() ? kept : Json{{"id", number}};
    entry["type"] = "cuboid_3d";
    const Json &before = extension::memberOf(kept, "attributes");
    Json attributes = Json::object();
    if (before.is_object())
        for (const auto &[key, value] : before.items()) {
            const auto said = annotation.attributes.find(QString::fromStdString(key));
            if (!extension::answerFrom(value))
                attributes[key] = value;
            else if (said != annotation.attributes.end())
                attributes[key] =
                    extension::answerFrom(value) == said->second ? value : extension::answerJson(said->second).value_or(Json());
        }
    for (const auto &[key, value] : annotation.attributes)
        if (const std::string name = key.toStdString(); !attributes.contains(name))
            if (const auto answer = extension::answerJson(value))
                attributes[name] = *answer;
    entry["attributes"] = std::move(attributes);
    if (!entry.contains("group"))
        entry["group"] = 0;
    if (track >= 0)
        entry["object_id"] = track;
    else if (!trackNameOf(entry).isEmpty())
        entry.erase("object_id");
    entry["label_id"] = labelId;
    const auto same = cuboidFrom(kept, cuboid.coordinateFrame);
    if (!same || !extension::sameCuboid(*same, cuboid)) {
        entry["position"] = extension::tidied(cuboid.centre);
        entry["rotation"] = extension::tidied(geometry::eulerFromRotation(cuboid.rotation, geometry::EulerOrder::Xyz));
        entry["scale"] = extension::tidied(cuboid.size);
    }
    return entry;
}

QString whyPointClouds(QByteArrayView head)
{
    if (extension::jsonOpening(head) != '{')
        return {};
    bool media = false;
    QByteArrayView items;
    bool categories = false;
    extension::visitJsonParts(head, [&](const extension::JsonPart &part) {
        // MediaType.POINT_CLOUD.
        media = media || (part.key == "media_type" && part.text == "6");
        categories = categories || (part.key == "categories" && part.text.startsWith('{'));
        if (part.key == "items")
            items = part.text;
        return true;
    });
    if (media && (categories || items.startsWith('[')))
        return tr("a Datumaro subset of point clouds");
    const bool clouds = items.startsWith('[') && !items.contains("\"image\"")
                        && (items.contains("\"point_cloud\"") || items.contains("\"cuboid_3d\""));
    return clouds && items.contains("\"annotations\"") ? tr("items with point clouds, as Datumaro writes them") : QString();
}

}  // namespace plumbline::datumaro3d
