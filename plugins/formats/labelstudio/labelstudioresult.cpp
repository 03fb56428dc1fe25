// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/labelstudioresult.h"

#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"

#include <algorithm>
#include <cmath>

namespace plumbline::labelstudio {

namespace {

const QString wholeName = QStringLiteral("choice");

QString labelsKey(const QString &kind)
{
    return kind + QStringLiteral("labels");
}

// Puts the parts of `canonical` that say the shape in the place of those that `result` has.
void restoreShape(Json &result, const Json &canonical)
{
    Json &value = result["value"];
    if (!value.is_object())
        value = Json::object();
    for (const char *key : shapeKeys)
        if (const auto it = canonical["value"].find(key); it != canonical["value"].end())
            value[key] = *it;
        else
            value.erase(key);
    for (const char *key : {"original_width", "original_height"})
        if (const auto it = canonical.find(key); it != canonical.end())
            result[key] = *it;
}

bool saysSame(const Json &result, const geometry::Geometry &geometry, QSize picture)
{
    const QString kind = shapeKind(base::toQString(member(result, "type")));
    const QSize size = sizeOf(result, picture);
    if (kind.isEmpty() || size.isEmpty() || !member(result, "value").is_object())
        return false;
    const auto said = geometryOf(kind, result["value"], size);
    return said && *said == geometry;
}

}  // namespace

const Json &member(const Json &object, const char *key)
{
    static const Json none;
    if (!object.is_object())
        return none;
    const auto it = object.find(key);
    return it == object.end() ? none : *it;
}

QString freshId(const model::Annotation &annotation)
{
    return annotation.id.toString().remove(QLatin1Char('-')).right(10);
}

Json frameOf(const QString &id, const QString &type, const QString &fromName, QSize picture)
{
    Json result = Json::object();
    result["id"] = base::toJson(id);
    result["type"] = base::toJson(type);
    result["from_name"] = base::toJson(fromName);
    result["to_name"] = "image";
    if (!picture.isEmpty()) {
        result["original_width"] = picture.width();
        result["original_height"] = picture.height();
        result["image_rotation"] = 0;
    }
    result["origin"] = "manual";
    return result;
}

Json resultOf(const model::Annotation &annotation, const QString &className, const ShapeValue &shape, QSize picture)
{
    const QString type = className.isEmpty() ? shape.kind : labelsKey(shape.kind);
    Json result = frameOf(freshId(annotation), type, shape.kind, picture);
    result["value"] = shape.value;
    if (!className.isEmpty())
        result["value"][type.toStdString()] = Json::array({base::toJson(className)});
    if (annotation.score)
        result["score"] = *annotation.score;
    return result;
}

Json choiceOf(const model::Annotation &annotation, const QString &className, QSize picture)
{
    Json result = frameOf(freshId(annotation), QStringLiteral("choices"), wholeName, picture);
    result["value"] = {{"choices", Json::array({base::toJson(className)})}};
    if (annotation.score)
        result["score"] = *annotation.score;
    return result;
}

Json relationOf(const QString &fromId, const QString &toId, const QString &type)
{
    Json result = Json::object();
    result["type"] = "relation";
    result["from_id"] = base::toJson(fromId);
    result["to_id"] = base::toJson(toId);
    result["direction"] = "right";
    if (!type.isEmpty())
        result["labels"] = Json::array({base::toJson(type)});
    return result;
}

Json beyond(const Json &given, const Json &written)
{
    if (!member(given, "value").is_object() || !member(written, "value").is_object())
        return extension::keptOf(given, written);
    Json sides[] = {given, written};
    for (Json &side : sides)
        side["value"] = Json::object();
    Json kept = extension::keptOf(sides[0], sides[1]);
    if (Json inner = extension::keptOf(given["value"], written["value"]); !inner.is_null())
        kept["value"] = std::move(inner);
    return kept;
}

Json withBeyond(const Json &written, const Json &kept)
{
    Json result = extension::withKept(written, kept);
    if (member(result, "value").is_object())
        result["value"] = extension::withKept(result["value"], member(kept, "value"));
    return result;
}

Json resultWithKept(const model::Annotation &annotation, const QString &className, const Json &canonical, QSize picture)
{
    Json result = withBeyond(canonical, member(extension::foreignData(annotation.extra, "labelstudio"), "kept"));
    if (!saysSame(result, annotation.geometry, picture)) {
        const bool sameKind = shapeKind(base::toQString(member(result, "type"))) == shapeKind(base::toQString(canonical["type"]));
        if (sameKind) {
            restoreShape(result, canonical);
        } else {
            for (const char *key : {"type", "from_name", "value", "original_width", "original_height"})
                if (const auto it = canonical.find(key); it != canonical.end())
                    result[key] = *it;
        }
    }
    const QString type = base::toQString(member(result, "type"));
    const std::string key = (type.endsWith(QLatin1String("labels")) ? type : labelsKey(type)).toStdString();
    const Json &labels = member(result["value"], key.c_str());
    const bool named = labels.is_array() && !labels.empty() && base::toQString(labels[0]) == className;
    if (named || (className.isEmpty() && (!labels.is_array() || labels.empty())))
        return result;
    if (className.isEmpty()) {
        result["value"].erase(key);
        result["type"] = canonical["type"];
    } else {
        result["type"] = base::toJson(QString::fromStdString(key));
        result["value"][key] = Json::array({base::toJson(className)});
    }
    return result;
}

std::optional<Answer> answerOf(const Json &result)
{
    const QString key = base::toQString(member(result, "from_name"));
    const QString type = base::toQString(member(result, "type"));
    const Json &value = member(result, "value");
    if (key.isEmpty())
        return std::nullopt;
    const auto only = [](const Json &list) { return list.is_array() && list.size() == 1 ? list[0] : list; };
    if (type == QLatin1String("choices")) {
        const Json choice = only(member(value, "choices"));
        if (choice == "true" || choice == "false")
            return Answer{key, choice == "true"};
        return choice.is_string() ? std::optional(Answer{key, base::toQString(choice)}) : std::nullopt;
    }
    if (type == QLatin1String("textarea")) {
        const Json text = only(member(value, "text"));
        return text.is_string() ? std::optional(Answer{key, base::toQString(text)}) : std::nullopt;
    }
    for (const char *kind : {"number", "rating"})
        if (const Json &number = member(value, kind);
            type == QLatin1String(kind) && number.is_number() && std::isfinite(number.get<double>()))
            return Answer{key, number.get<double>()};
    return std::nullopt;
}

bool carries(const model::AttributeValue &value)
{
    return !std::holds_alternative<std::monostate>(value) && !std::holds_alternative<model::CannotTell>(value);
}

Json answerResult(const QString &id, const Answer &answer, const model::Schema &schema, const Json &region, QSize picture)
{
    const model::Attribute *attribute = schema.attribute(answer.key);
    const QString *text = std::get_if<QString>(&answer.value);
    const bool choice = text && attribute && attribute->type == model::AttributeType::Choice && *text != QLatin1String("true")
                        && *text != QLatin1String("false");
    const QString type = std::holds_alternative<double>(answer.value) ? QStringLiteral("number")
                         : text && !choice                            ? QStringLiteral("textarea")
                                                                      : QStringLiteral("choices");
    Json result = frameOf(id, type, answer.key, picture);
    if (const Json &target = member(region, "to_name"); target.is_string())
        result["to_name"] = target;
    result["value"] = Json::object();
    for (const char *key : shapeKeys)
        if (const Json &part = member(member(region, "value"), key); !part.is_null())
            result["value"][key] = part;
    return updatedAnswer(std::move(result), answer, region);
}

Json updatedAnswer(Json given, const Answer &answer, const Json &region)
{
    Json &value = given["value"];
    if (!value.is_object())
        value = Json::object();
    if (region.is_object())
        for (const char *key : shapeKeys) {
            if (!value.contains(key))
                continue;
            if (const Json &part = member(member(region, "value"), key); !part.is_null())
                value[key] = part;
            else
                value.erase(key);
        }
    if (const auto said = answerOf(given); said && said->value == answer.value)
        return given;
    QString type = base::toQString(member(given, "type"));
    if (const double *number = std::get_if<double>(&answer.value)) {
        if (type != QLatin1String("rating"))
            type = QStringLiteral("number");
        value[type.toStdString()] = *number;
    } else if (const bool *flag = std::get_if<bool>(&answer.value)) {
        type = QStringLiteral("choices");
        value["choices"] = Json::array({*flag ? "true" : "false"});
    } else if (const QString *text = std::get_if<QString>(&answer.value)) {
        const bool choices =
            type == QLatin1String("choices") && *text != QLatin1String("true") && *text != QLatin1String("false");
        type = choices ? type : QStringLiteral("textarea");
        value[choices ? "choices" : "text"] = Json::array({base::toJson(*text)});
    }
    given["type"] = base::toJson(type);
    return given;
}

QSize sizeOf(const Json &result, QSize fallback)
{
    const auto length = [&](const char *key) {
        const Json &value = member(result, key);
        return value.is_number() && value.get<double>() >= 1 && value.get<double>() <= 1e9 ? static_cast<int>(value.get<double>())
                                                                                           : 0;
    };
    const QSize size(length("original_width"), length("original_height"));
    return size.isEmpty() ? fallback : size;
}

}  // namespace plumbline::labelstudio
