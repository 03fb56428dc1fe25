// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro/datumaroentry.h"

#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelgroups.h"

#include <algorithm>
#include <cmath>

namespace plumbline::datumaro {

namespace {

const QString captionKey = QStringLiteral("caption");

std::optional<model::AttributeValue> attributeOf(const Json &value)
{
    if (value.is_null())
        return model::AttributeValue{};
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number() && std::isfinite(value.get<double>()))
        return value.get<double>();
    if (value.is_string())
        return base::toQString(value);
    return std::nullopt;
}

bool isScore(double value)
{
    return value >= 0 && value <= 1;
}

// Attributes that are lists or objects are none here; they stay where they were.
Json withOddAttributes(Json canonical, const Json &entry)
{
    if (const Json &attributes = extension::memberOf(entry, "attributes"); attributes.is_object())
        for (const auto &[key, value] : attributes.items())
            if (!attributeOf(value))
                canonical[key] = value;
    return canonical;
}

bool saysSame(const Json &entry, const geometry::Geometry &geometry, QSize picture)
{
    auto said = geometryOf(entry, picture);
    if (!said)
        return false;
    if (auto *points = std::get_if<geometry::KeyPoints>(&*said))
        if (const auto *now = std::get_if<geometry::KeyPoints>(&geometry))
            points->skeleton = now->skeleton;
    return *said == geometry;
}

// A skeleton that was moved stays a skeleton: its elements have facts of their own.
bool moveSkeleton(Json &entry, const geometry::Geometry &geometry)
{
    const auto *points = std::get_if<geometry::KeyPoints>(&geometry);
    const Json &elements = extension::memberOf(entry, "elements");
    if (!points || extension::memberOf(entry, "type") != "skeleton" || !elements.is_array()
        || elements.size() != points->points.size()
        || !std::all_of(elements.begin(), elements.end(), [](const Json &element) { return element.is_object(); }))
        return false;
    entry["elements"] = movedElements(elements, *points);
    return true;
}

}  // namespace

Facts factsOf(const Json &entry)
{
    Facts facts;
    const Json &type = extension::memberOf(entry, "type");
    if (const Json &caption = extension::memberOf(entry, "caption"); type == "caption" && caption.is_string())
        facts.attributes.emplace(captionKey, base::toQString(caption));
    if (const Json &attributes = extension::memberOf(entry, "attributes"); attributes.is_object())
        for (const auto &[key, value] : attributes.items()) {
            if (key == "score" && value.is_number() && isScore(value.get<double>()))
                facts.score = value.get<double>();
            else if (key == "is_crowd" && value.is_boolean())
                facts.role = value.get<bool>() ? model::Role::Crowd : model::Role::Object;
            else if (key == "rotation" && value.is_number() && type == "bbox")
                continue;
            else if (auto known = attributeOf(value))
                facts.attributes.emplace(QString::fromStdString(key), std::move(*known));
        }
    if (const Json &order = extension::memberOf(entry, "z_order"); order.is_number_integer()
                                                                   && order >= std::numeric_limits<std::int32_t>::min()
                                                                   && order <= std::numeric_limits<std::int32_t>::max())
        facts.zOrder = order.get<std::int32_t>();
    return facts;
}

bool carries(const model::Annotation &annotation, const QString &key, const model::AttributeValue &value)
{
    if (std::holds_alternative<model::CannotTell>(value))
        return false;
    const double *number = std::get_if<double>(&value);
    const bool box = std::holds_alternative<geometry::Box>(annotation.geometry)
                     || std::holds_alternative<geometry::RotatedBox>(annotation.geometry);
    if (key == QLatin1String("score") && number)
        return !isScore(*number) && !annotation.score;
    if (key == QLatin1String("is_crowd"))
        return !std::holds_alternative<bool>(value) && annotation.role != model::Role::Crowd;
    if (key == QLatin1String("rotation") && box)
        return !number && std::holds_alternative<geometry::Box>(annotation.geometry);
    return true;
}

std::optional<QString> captionOf(const model::Annotation &annotation)
{
    if (!std::holds_alternative<geometry::ItemLabel>(annotation.geometry) || !annotation.labelClass.isNull())
        return std::nullopt;
    const auto it = annotation.attributes.find(captionKey);
    const QString *text = it == annotation.attributes.end() ? nullptr : std::get_if<QString>(&it->second);
    return text ? std::optional(*text) : std::nullopt;
}

Json entryOf(const model::Annotation &annotation, const Json &label, const Json &geometry)
{
    const auto caption = captionOf(annotation);
    Json attributes = extension::memberOf(geometry, "attributes").is_object() ? geometry["attributes"] : Json::object();
    for (const auto &[key, value] : annotation.attributes) {
        if (!carries(annotation, key, value) || (caption && key == captionKey))
            continue;
        Json &slot = attributes[key.toStdString()];
        if (const bool *flag = std::get_if<bool>(&value))
            slot = *flag;
        else if (const double *number = std::get_if<double>(&value))
            slot = *number;
        else if (const QString *text = std::get_if<QString>(&value))
            slot = base::toJson(*text);
    }
    if (annotation.score)
        attributes["score"] = *annotation.score;
    if (annotation.role == model::Role::Crowd)
        attributes["is_crowd"] = true;
    Json entry = Json::object();
    entry["id"] = 0;
    entry["type"] = caption ? Json("caption") : extension::memberOf(geometry, "type");
    entry["attributes"] = std::move(attributes);
    entry["group"] = 0;
    if (caption) {
        entry["caption"] = base::toJson(*caption);
        return entry;
    }
    entry["label_id"] = label;
    for (const auto &[key, value] : geometry.items())
        if (key != "attributes" && key != "type")
            entry[key] = value;
    if (!std::holds_alternative<geometry::ItemLabel>(annotation.geometry))
        entry["z_order"] = annotation.zOrder;
    return entry;
}

std::optional<std::int64_t> keptGroup(const model::Annotation &annotation)
{
    const auto group = extension::groupNumberIn(
        extension::memberOf(extension::memberOf(extension::foreignData(annotation.extra, "datumaro"), "set"), "group"));
    return group == 0 ? std::nullopt : group;
}

Json beyond(const Json &given, const Json &written)
{
    if (!extension::memberOf(given, "attributes").is_object() || !extension::memberOf(written, "attributes").is_object())
        return extension::keptOf(given, written);
    Json sides[] = {given, written};
    for (Json &side : sides)
        side["attributes"] = Json::object();
    Json kept = extension::keptOf(sides[0], sides[1]);
    if (Json inner = extension::keptOf(given["attributes"], written["attributes"]); !inner.is_null())
        kept["attributes"] = std::move(inner);
    return kept;
}

Json entryWithKept(const model::Annotation &annotation, const Json &label, const Json &geometry, QSize picture)
{
    const Json canonical = entryOf(annotation, label, geometry);
    const Json &kept = extension::foreignData(annotation.extra, "datumaro");
    Json entry = label.is_null() ? extension::withKept(canonical, kept) : extension::withKept(canonical, kept, {"label_id"});
    if (extension::memberOf(entry, "attributes").is_object())
        entry["attributes"] = extension::withKept(entry["attributes"], extension::memberOf(kept, "attributes"));
    if (!saysSame(entry, annotation.geometry, picture) && !moveSkeleton(entry, annotation.geometry)) {
        for (const char *key : geometryKeys)
            if (const auto it = canonical.find(key); it != canonical.end())
                entry[key] = *it;
            else
                entry.erase(key);
        entry["attributes"] = withOddAttributes(canonical["attributes"], entry);
    }
    if (factsOf(entry) != Facts{annotation.attributes, annotation.score, annotation.role, annotation.zOrder}) {
        entry["attributes"] = withOddAttributes(canonical["attributes"], entry);
        for (const char *key : {"z_order", "caption"})
            if (const auto it = canonical.find(key); it != canonical.end())
                entry[key] = *it;
    }
    return entry;
}

}  // namespace plumbline::datumaro
