// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelme/labelmefacts.h"

#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelgroups.h"
#include "core/extension/maskwindow.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace plumbline::labelme {

namespace {

const QString descriptionKey = QStringLiteral("description");
const QString difficultKey = QStringLiteral("difficult");

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

// Puts the members that `canonical` has in the place of those that `entry` has.
template <typename Keys>
void restore(Json &entry, const Json &canonical, const Keys &keys)
{
    for (const char *key : keys)
        if (const auto it = canonical.find(key); it != canonical.end())
            entry[key] = *it;
        else
            entry.erase(key);
}

// Flags that are no yes or no and attributes that are lists are no attributes here; they stay where they were.
void restoreFacts(Json &entry, const Json &canonical)
{
    const Json flags = extension::memberOf(entry, "flags");
    const Json attributes = extension::memberOf(entry, "attributes");
    restore(entry, canonical, factKeys);
    if (flags.is_object())
        for (const auto &[key, value] : flags.items())
            if (!value.is_boolean())
                entry["flags"][key] = value;
    if (attributes.is_object())
        for (const auto &[key, value] : attributes.items())
            if (!attributeOf(value))
                entry["attributes"][key] = value;
}

}  // namespace

Facts factsOf(const Json &shape)
{
    Facts facts;
    if (const Json &description = extension::memberOf(shape, "description");
        description.is_string() && !description.get_ref<const std::string &>().empty())
        facts.attributes.emplace(descriptionKey, base::toQString(description));
    if (const Json &difficult = extension::memberOf(shape, "difficult"); difficult.is_boolean())
        facts.attributes.emplace(difficultKey, difficult.get<bool>());
    if (const Json &flags = extension::memberOf(shape, "flags"); flags.is_object())
        for (const auto &[key, value] : flags.items())
            if (value.is_boolean())
                facts.attributes.emplace(QString::fromStdString(key), value.get<bool>());
    if (const Json &attributes = extension::memberOf(shape, "attributes"); attributes.is_object())
        for (const auto &[key, value] : attributes.items())
            if (auto known = attributeOf(value))
                facts.attributes.emplace(QString::fromStdString(key), std::move(*known));
    if (const Json &score = extension::memberOf(shape, "score");
        score.is_number() && score.get<double>() >= 0 && score.get<double>() <= 1)
        facts.score = score.get<double>();
    return facts;
}

Carried carried(const model::AttributeValue &value, Dialect dialect)
{
    if (std::holds_alternative<model::CannotTell>(value))
        return Carried::No;
    if (dialect == Dialect::Labelme)
        return Carried::Exactly;
    // X-AnyLabeling shows attributes in text fields and lists, and stops at anything but text.
    if (std::holds_alternative<std::monostate>(value))
        return Carried::No;
    return std::holds_alternative<double>(value) ? Carried::AsText : Carried::Exactly;
}

Json entryOf(const model::Annotation &annotation, const QString &className, Dialect dialect, const Json &geometry)
{
    const bool other = dialect == Dialect::XAnyLabeling;
    Json description;
    Json difficult;
    Json flags = Json::object();
    Json attributes = Json::object();
    for (const auto &[key, value] : annotation.attributes) {
        const Carried fate = carried(value, dialect);
        const std::string name = key.toStdString();
        if (fate == Carried::No)
            continue;
        if (const bool *flag = std::get_if<bool>(&value))
            (other && key == difficultKey ? difficult : flags[name]) = *flag;
        else if (const QString *text = std::get_if<QString>(&value))
            (key == descriptionKey && !text->isEmpty() ? description : attributes[name]) = base::toJson(*text);
        else if (const double *number = std::get_if<double>(&value); number && fate == Carried::AsText) {
            QByteArray shortest;
            extension::appendNumber(shortest, *number);
            attributes[name] = shortest.toStdString();
        } else if (number)
            attributes[name] = *number;
        else
            attributes[name] = nullptr;
    }
    Json entry = Json::object();
    entry["label"] = base::toJson(className);
    if (other || annotation.score)
        entry["score"] = annotation.score ? Json(*annotation.score) : Json();
    entry["points"] = extension::memberOf(geometry, "points");
    entry["group_id"] = nullptr;
    entry["description"] = std::move(description);
    if (!difficult.is_null())
        entry["difficult"] = std::move(difficult);
    entry["shape_type"] = extension::memberOf(geometry, "shape_type");
    entry["flags"] = std::move(flags);
    if (other || !attributes.empty())
        entry["attributes"] = std::move(attributes);
    if (other)
        entry["kie_linking"] = Json::array();
    else
        entry["mask"] = extension::memberOf(geometry, "mask");
    if (const auto direction = geometry.find("direction"); direction != geometry.end())
        entry["direction"] = *direction;
    return entry;
}

Json entryWithKept(const model::Annotation &annotation, const QString &className, Dialect dialect, const Json &geometry,
                   QSize picture)
{
    const Json canonical = entryOf(annotation, className, dialect, geometry);
    Json entry = extension::withKept(canonical, extension::foreignData(annotation.extra, "labelme"), {"label"});
    if (const auto *mask = std::get_if<geometry::Mask>(&annotation.geometry)) {
        const auto place = maskPlace(extension::memberOf(entry, "points"));
        if (!place || !place->contains(extension::placeOf(*mask)))
            entry["points"] = canonical["points"];
        entry["shape_type"] = canonical["shape_type"];
        entry["mask"] = encodedMask(*mask, *maskPlace(entry["points"]));
    } else if (const auto same = geometryOf(entry, picture); !same || *same != annotation.geometry) {
        restore(entry, canonical, geometryKeys);
    }
    if (factsOf(entry) != Facts{annotation.attributes, annotation.score})
        restoreFacts(entry, canonical);
    return entry;
}

std::optional<std::int64_t> keptGroup(const model::Annotation &annotation)
{
    const Json &own = extension::foreignData(annotation.extra, "labelme");
    const Json &set = own.is_object() ? extension::memberOf(own, "set") : own;
    return set.is_object() ? extension::groupNumberIn(extension::memberOf(set, "group_id")) : std::nullopt;
}

std::optional<Links> linksOf(const std::vector<Json> &shapes)
{
    std::map<std::int64_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        if (const Json &group = extension::memberOf(shapes[i], "group_id"); group.is_number_integer())
            groups[group.get<std::int64_t>()].push_back(i);
    Links links;
    std::set<Links::value_type> known;
    for (const Json &shape : shapes) {
        const Json &pairs = extension::memberOf(shape, "kie_linking");
        if (!pairs.is_array())
            continue;
        for (const Json &pair : pairs) {
            if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_integer() || !pair[1].is_number_integer())
                return std::nullopt;
            const auto &from = groups[pair[0].get<std::int64_t>()];
            const auto &to = groups[pair[1].get<std::int64_t>()];
            if (from.size() != 1 || to.size() != 1)
                return std::nullopt;
            const std::pair link{from.front(), to.front()};
            if (known.insert(link).second)
                links.push_back(link);
        }
    }
    return links;
}

std::vector<Json> linkEntries(const std::vector<Json> &shapes, const Links &links)
{
    std::vector<Json> lists(shapes.size(), Json::array());
    for (const auto &[from, to] : links) {
        Json pair = Json::array({extension::memberOf(shapes[from], "group_id"), extension::memberOf(shapes[to], "group_id")});
        lists[from].push_back(pair);
        if (to != from)
            lists[to].push_back(std::move(pair));
    }
    return lists;
}

}  // namespace plumbline::labelme
