// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/jsonfields.h"
#include "core/geometry/shapes.h"
#include "core/model/schema.h"

#include <array>

namespace plumbline::model {

using base::toJson;
using base::toQString;

namespace {

constexpr std::array<const char *, 4> typeNames{"boolean", "choice", "number", "text"};
constexpr std::array<const char *, 3> severityNames{"minor", "major", "critical"};

Json textList(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &text : list)
        json.push_back(toJson(text));
    return json;
}

void put(Json &j, const char *key, const QString &value)
{
    if (!value.isEmpty())
        j[key] = toJson(value);
}

void put(Json &j, const char *key, const QStringList &value)
{
    if (!value.isEmpty())
        j[key] = textList(value);
}

Json conventionToJson(const Convention &c)
{
    Json j = Json::object();
    if (c.amodalExtent)
        j["extent"] = *c.amodalExtent ? "amodal" : "visible";
    if (c.minimumPoints)
        j["minimum_points"] = *c.minimumPoints;
    if (c.rangeLimitMetres)
        j["range_limit_metres"] = *c.rangeLimitMetres;
    if (c.minimumSizePixels)
        j["minimum_size_pixels"] = *c.minimumSizePixels;
    put(j, "belongs_to_object", c.belongsToObject);
    put(j, "heading_rule", c.headingRule);
    if (c.sizePriorMetres)
        j["size_prior_metres"] = *c.sizePriorMetres;
    return j;
}

Convention conventionFromJson(JsonFields &parent, const Json &json)
{
    JsonFields f(json, parent.where() + QStringLiteral(".convention"));
    f.only({"extent", "minimum_points", "range_limit_metres", "minimum_size_pixels", "belongs_to_object", "heading_rule",
            "size_prior_metres"});
    Convention c;
    if (f.has("extent")) {
        const QString extent = f.text("extent");
        if (extent != QLatin1String("amodal") && extent != QLatin1String("visible"))
            f.wrong("extent", JsonFields::tr("amodal or visible"));
        c.amodalExtent = extent == QLatin1String("amodal");
    }
    if (f.has("minimum_points"))
        c.minimumPoints = f.integer32("minimum_points", 0);
    if (f.has("range_limit_metres"))
        c.rangeLimitMetres = f.number("range_limit_metres");
    if (f.has("minimum_size_pixels"))
        c.minimumSizePixels = f.number("minimum_size_pixels");
    c.belongsToObject = f.text("belongs_to_object");
    c.headingRule = f.text("heading_rule");
    if (f.has("size_prior_metres")) {
        const Json &size = f.list("size_prior_metres");
        if (size.size() == 3 && size[0].is_number() && size[1].is_number() && size[2].is_number())
            c.sizePriorMetres = {size[0].get<double>(), size[1].get<double>(), size[2].get<double>()};
        else
            f.wrong("size_prior_metres", JsonFields::tr("[length, width, height]"));
    }
    if (f.error())
        parent.take(*f.error());
    return c;
}

Json classToJson(const LabelClass &c, const Schema &schema)
{
    Json j = {{"id", toJson(c.id.toString())}, {"name", toJson(c.name)}, {"colour", toJson(c.colour.name())}};
    if (const LabelClass *parent = schema.find(c.parent))
        j["parent"] = toJson(parent->name);
    put(j, "aliases", c.aliases);
    put(j, "hot_key", c.hotKey);
    if (c.deprecated)
        j["deprecated"] = true;
    put(j, "geometries", c.geometries);
    if (c.allowOutside)
        j["allow_outside"] = *c.allowOutside;
    if (!c.titles.isEmpty()) {
        QStringList languages = c.titles.keys();
        languages.sort();
        for (const QString &language : std::as_const(languages))
            j["titles"][language.toStdString()] = toJson(c.titles.value(language));
    }
    if (const Json convention = conventionToJson(c.convention); !convention.empty())
        j["convention"] = convention;
    if (!c.extra.is_null())
        j["extra"] = c.extra;
    return j;
}

LabelClass classFromJson(JsonFields &parent, const Json &json, int index, QString &parentName)
{
    JsonFields f(json, QStringLiteral("classes[%1]").arg(index));
    f.only({"id", "name", "colour", "parent", "aliases", "hot_key", "deprecated", "geometries", "allow_outside", "titles", "convention",
            "extra"});
    LabelClass c;
    c.name = f.requiredText("name");
    if (c.name.isEmpty())
        f.wrong("name", JsonFields::tr("a text"));
    // A hand-written schema has no ids: the name then decides, so that two machines agree.
    c.id = ClassId{Uuid::fromName("class", c.name.toUtf8())};
    if (f.has("id")) {
        const auto id = ClassId::fromString(f.text("id"));
        if (!id)
            f.wrong("id", JsonFields::tr("an id"));
        c.id = id.value_or(c.id);
    }
    c.colour = f.has("colour") ? QColor(f.text("colour")) : classColour(index);
    if (c.colour.isValid())
        c.colour = QColor::fromRgb(c.colour.rgb());  // eight bits a channel, opaque: what the file can hold
    if (!c.colour.isValid())
        f.wrong("colour", JsonFields::tr("a colour like #56b4e9"));
    parentName = f.text("parent");
    c.aliases = f.texts("aliases");
    c.hotKey = f.text("hot_key");
    c.deprecated = f.boolean("deprecated", false);
    c.geometries = f.texts("geometries");
    if (f.has("allow_outside"))
        c.allowOutside = f.boolean("allow_outside", false);
    for (const QString &name : std::as_const(c.geometries))
        if (std::find(geometry::geometryNames().begin(), geometry::geometryNames().end(), name)
            == geometry::geometryNames().end())
            f.note(JsonFields::tr("“%1” is not a kind of geometry.").arg(name));
    for (const Json titles = f.extra("titles"); const auto &[language, title] : titles.items()) {
        if (!title.is_string())
            f.wrong("titles", JsonFields::tr("an object of texts by language"));
        c.titles.insert(QString::fromStdString(language), toQString(title));
    }
    if (f.has("convention"))
        c.convention = conventionFromJson(f, f.raw("convention"));
    c.extra = f.extra("extra");
    if (f.error())
        parent.take(*f.error());
    return c;
}

Json attributeToJson(const Attribute &a)
{
    Json j = {{"key", toJson(a.key)}, {"type", typeNames[static_cast<std::size_t>(a.type)]}};
    put(j, "title", a.title);
    put(j, "choices", a.choices);
    if (a.required)
        j["required"] = true;
    if (a.perTrack)
        j["per_track"] = true;
    put(j, "classes", a.classes);
    if (!a.conditionKey.isEmpty())
        j["condition"] = {{"key", toJson(a.conditionKey)}, {"value", toJson(a.conditionValue)}};
    return j;
}

Attribute attributeFromJson(JsonFields &parent, const Json &json, int index)
{
    JsonFields f(json, QStringLiteral("attributes[%1]").arg(index));
    f.only({"key", "title", "type", "choices", "required", "per_track", "classes", "condition"});
    Attribute a;
    a.key = f.requiredText("key");
    a.title = f.text("title");
    const QString type = f.text("type", QStringLiteral("boolean"));
    const auto it = std::find_if(typeNames.begin(), typeNames.end(), [&](const char *n) { return type == QLatin1String(n); });
    if (it == typeNames.end())
        f.wrong("type", JsonFields::tr("boolean, choice, number or text"));
    else
        a.type = static_cast<AttributeType>(it - typeNames.begin());
    a.choices = f.texts("choices");
    if (a.type == AttributeType::Choice && a.choices.isEmpty())
        f.wrong("choices", JsonFields::tr("a list of texts"));
    a.required = f.boolean("required", false);
    a.perTrack = f.boolean("per_track", false);
    a.classes = f.texts("classes");
    if (f.has("condition")) {
        JsonFields condition(f.raw("condition"), f.where() + QStringLiteral(".condition"));
        condition.only({"key", "value"});
        a.conditionKey = condition.requiredText("key");
        a.conditionValue = condition.text("value");
        if (condition.error())
            f.take(*condition.error());
    }
    if (f.error())
        parent.take(*f.error());
    return a;
}

Skeleton skeletonFromJson(JsonFields &parent, const Json &json, int index)
{
    JsonFields f(json, QStringLiteral("skeletons[%1]").arg(index));
    f.only({"name", "joints", "edges"});
    Skeleton s;
    s.name = f.requiredText("name");
    s.joints = f.texts("joints");
    for (const Json &edge : f.list("edges")) {
        const auto isJoint = [&](const Json &number) {
            return JsonFields::isInteger(number) && number.get<std::int64_t>() >= 0
                   && number.get<std::int64_t>() < s.joints.size();
        };
        if (!edge.is_array() || edge.size() != 2 || !isJoint(edge[0]) || !isJoint(edge[1])) {
            f.wrong("edges", JsonFields::tr("pairs of joint numbers"));
            break;
        }
        s.edges.emplace_back(edge[0].get<int>(), edge[1].get<int>());
    }
    if (f.error())
        parent.take(*f.error());
    return s;
}

ErrorType errorTypeFromJson(JsonFields &parent, const Json &json, int index)
{
    JsonFields f(json, QStringLiteral("error_types[%1]").arg(index));
    f.only({"code", "title", "severity"});
    ErrorType e;
    e.code = f.requiredText("code");
    e.title = f.text("title");
    const QString severity = f.text("severity", QStringLiteral("minor"));
    const auto it =
        std::find_if(severityNames.begin(), severityNames.end(), [&](const char *n) { return severity == QLatin1String(n); });
    if (it == severityNames.end())
        f.wrong("severity", JsonFields::tr("minor, major or critical"));
    else
        e.severity = static_cast<Severity>(it - severityNames.begin());
    if (f.error())
        parent.take(*f.error());
    return e;
}

bool isItsOwnAncestor(const Schema &schema, const LabelClass &start)
{
    ClassId ancestor = start.parent;
    for (std::size_t steps = 0; !ancestor.isNull() && steps <= schema.classes.size(); ++steps) {
        if (ancestor == start.id)
            return true;
        const LabelClass *next = schema.find(ancestor);
        ancestor = next ? next->parent : ClassId{};
    }
    return false;
}

}  // namespace

Json schemaToJson(const Schema &schema)
{
    Json j = {{"format", "plumbline-schema"}, {"version", schema.version}};
    j["classes"] = Json::array();
    for (const LabelClass &c : schema.classes)
        j["classes"].push_back(classToJson(c, schema));
    j["attributes"] = Json::array();
    for (const Attribute &a : schema.attributes)
        j["attributes"].push_back(attributeToJson(a));
    if (!schema.skeletons.empty()) {
        for (const Skeleton &s : schema.skeletons) {
            Json edges = Json::array();
            for (const auto &[from, to] : s.edges)
                edges.push_back(Json::array({from, to}));
            j["skeletons"].push_back({{"name", toJson(s.name)}, {"joints", textList(s.joints)}, {"edges", edges}});
        }
    }
    j["cannot_label_reasons"] = textList(schema.cannotLabelReasons);
    j["error_types"] = Json::array();
    for (const ErrorType &e : schema.errorTypes)
        j["error_types"].push_back({{"code", toJson(e.code)},
                                    {"title", toJson(e.title)},
                                    {"severity", severityNames[static_cast<std::size_t>(e.severity)]}});
    if (schema.allowOutside)
        j["allow_outside"] = true;
    if (!schema.extra.is_null())
        j["extra"] = schema.extra;
    return j;
}

Result<Schema> schemaFromJson(const Json &json)
{
    JsonFields f(json, JsonFields::tr("the schema"));
    f.only({"format", "version", "classes", "attributes", "skeletons", "cannot_label_reasons", "error_types", "allow_outside",
            "extra"});
    if (f.has("format") && f.text("format") != QLatin1String("plumbline-schema"))
        f.wrong("format", QStringLiteral("plumbline-schema"));
    Schema schema;
    schema.version = f.integer32("version", 1);
    QStringList parents;
    int index = 0;
    for (const Json &entry : f.list("classes")) {
        QString parentName;
        LabelClass added = classFromJson(f, entry, index++, parentName);
        if (schema.find(QStringView(added.name)) || schema.find(added.id))
            f.note(JsonFields::tr("The class “%1” is there twice.").arg(added.name));
        schema.classes.push_back(std::move(added));
        parents.append(parentName);
    }
    for (qsizetype i = 0; i < parents.size(); ++i) {
        if (parents[i].isEmpty())
            continue;
        const LabelClass *parent = schema.find(QStringView(parents[i]));
        if (!parent)
            f.note(JsonFields::tr("The parent class “%1” does not exist.").arg(parents[i]));
        else
            schema.classes[static_cast<std::size_t>(i)].parent = parent->id;
    }
    for (const LabelClass &c : schema.classes)
        if (isItsOwnAncestor(schema, c))
            f.note(JsonFields::tr("The class “%1” is its own ancestor.").arg(c.name));
    index = 0;
    for (const Json &entry : f.list("attributes")) {
        Attribute added = attributeFromJson(f, entry, index++);
        if (schema.attribute(added.key))
            f.note(JsonFields::tr("The attribute “%1” is there twice.").arg(added.key));
        schema.attributes.push_back(std::move(added));
    }
    index = 0;
    for (const Json &entry : f.list("skeletons"))
        schema.skeletons.push_back(skeletonFromJson(f, entry, index++));
    schema.cannotLabelReasons =
        f.has("cannot_label_reasons") ? f.texts("cannot_label_reasons") : emptySchema().cannotLabelReasons;
    index = 0;
    for (const Json &entry : f.list("error_types"))
        schema.errorTypes.push_back(errorTypeFromJson(f, entry, index++));
    if (!f.has("error_types"))
        schema.errorTypes = emptySchema().errorTypes;
    schema.allowOutside = f.boolean("allow_outside", false);
    schema.extra = f.extra("extra");
    if (f.error())
        return fail(*f.error());
    return schema;
}

}  // namespace plumbline::model
