// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/jsonfields.h"
#include "core/geometry/shapes.h"
#include "core/model/schema.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

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

constexpr std::array<const char *, 3> headingNames{"motion", "longer-side", "any"};
constexpr std::pair<const char *, std::optional<double> Convention::*> conventionNumbers[] = {
    {"size_tolerance", &Convention::sizeTolerance},
    {"maximum_overlap", &Convention::maximumOverlap},
    {"maximum_speed", &Convention::maximumSpeed},
    {"maximum_acceleration", &Convention::maximumAcceleration},
    {"maximum_turn_degrees", &Convention::maximumTurnDegrees}};
constexpr std::pair<const char *, std::optional<bool> Convention::*> conventionFlags[] = {{"rigid", &Convention::rigid},
                                                                                          {"on_ground", &Convention::onGround}};

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
    if (c.heading)
        j["heading"] = headingNames[std::size_t(*c.heading)];
    if (c.sizePriorMetres)
        j["size_prior_metres"] = *c.sizePriorMetres;
    for (const auto &[key, member] : conventionNumbers)
        if (c.*member)
            j[key] = *(c.*member);
    for (const auto &[key, member] : conventionFlags)
        if (c.*member)
            j[key] = *(c.*member);
    return j;
}

Convention conventionFromJson(JsonFields &parent, const Json &json)
{
    JsonFields f(json, parent.where() + QStringLiteral(".convention"));
    f.only({"extent", "minimum_points", "range_limit_metres", "minimum_size_pixels", "belongs_to_object", "heading_rule", "heading",
            "size_prior_metres", "size_tolerance", "rigid", "on_ground", "maximum_overlap", "maximum_speed", "maximum_acceleration",
            "maximum_turn_degrees"});
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
    if (f.has("heading")) {
        const QString heading = f.text("heading");
        const auto known = std::find_if(headingNames.begin(), headingNames.end(),
                                        [&](const char *name) { return heading == QLatin1String(name); });
        if (known == headingNames.end())
            f.wrong("heading", JsonFields::tr("motion, longer-side or any"));
        else
            c.heading = static_cast<Heading>(known - headingNames.begin());
    }
    for (const auto &[key, member] : conventionNumbers) {
        if (!f.has(key))
            continue;
        c.*member = f.number(key);
        if (!(*(c.*member) >= 0))
            f.wrong(key, JsonFields::tr("a number from 0 up"));
    }
    for (const auto &[key, member] : conventionFlags)
        if (f.has(key))
            c.*member = f.boolean(key, false);
    if (f.error())
        parent.take(*f.error());
    return c;
}

Json classToJson(const LabelClass &c, const QHash<ClassId, QString> &names)
{
    Json j = {{"id", toJson(c.id.toString())}, {"name", toJson(c.name)}, {"colour", toJson(c.colour.name())}};
    if (const auto parent = names.find(c.parent); parent != names.end())
        j["parent"] = toJson(*parent);
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
    put(j, "guideline", c.guideline);
    if (!c.extra.is_null())
        j["extra"] = c.extra;
    return j;
}

LabelClass classFromJson(JsonFields &parent, const Json &json, int index, QString &parentName)
{
    JsonFields f(json, QStringLiteral("classes[%1]").arg(index));
    f.only({"id", "name", "colour", "parent", "aliases", "hot_key", "deprecated", "geometries", "allow_outside", "titles", "convention",
            "guideline", "extra"});
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
    c.guideline = f.text("guideline");
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

std::vector<std::pair<int, int>> jointPairs(JsonFields &f, const char *key, qsizetype joints)
{
    std::vector<std::pair<int, int>> pairs;
    for (const Json &pair : f.list(key)) {
        const auto isJoint = [&](const Json &number) {
            return JsonFields::isInteger(number) && number.get<std::int64_t>() >= 0 && number.get<std::int64_t>() < joints;
        };
        if (!pair.is_array() || pair.size() != 2 || !isJoint(pair[0]) || !isJoint(pair[1])) {
            f.wrong(key, JsonFields::tr("pairs of joint numbers"));
            break;
        }
        pairs.emplace_back(pair[0].get<int>(), pair[1].get<int>());
    }
    return pairs;
}

Skeleton skeletonFromJson(JsonFields &parent, const Json &json, int index)
{
    JsonFields f(json, QStringLiteral("skeletons[%1]").arg(index));
    f.only({"name", "joints", "edges", "layout", "mirrors"});
    Skeleton s;
    s.name = f.requiredText("name");
    s.joints = f.texts("joints");
    s.edges = jointPairs(f, "edges", s.joints.size());
    s.mirrors = jointPairs(f, "mirrors", s.joints.size());
    for (const Json &place : f.list("layout")) {
        if (!place.is_array() || place.size() != 2 || !place[0].is_number() || !place[1].is_number()) {
            f.wrong("layout", JsonFields::tr("one [x, y] for each joint"));
            break;
        }
        s.layout.push_back({place[0].get<double>(), place[1].get<double>()});
    }
    if (!s.layout.empty() && s.layout.size() != static_cast<std::size_t>(s.joints.size()))
        f.wrong("layout", JsonFields::tr("one [x, y] for each joint"));
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

// Name of a class that is above itself; nothing when parents make a forest. Each class is walked over once.
std::optional<QString> itsOwnAncestor(const std::vector<LabelClass> &classes, const QHash<ClassId, int> &rows)
{
    std::vector<int> walk(classes.size(), -1);
    for (int start = 0; start < static_cast<int>(classes.size()); ++start) {
        int at = start;
        while (at >= 0 && walk[static_cast<std::size_t>(at)] < 0) {
            walk[static_cast<std::size_t>(at)] = start;
            at = rows.value(classes[static_cast<std::size_t>(at)].parent, -1);
        }
        if (at >= 0 && walk[static_cast<std::size_t>(at)] == start)
            return classes[static_cast<std::size_t>(at)].name;
    }
    return std::nullopt;
}

Json pairsToJson(const std::vector<std::pair<int, int>> &pairs)
{
    Json json = Json::array();
    for (const auto &[from, to] : pairs)
        json.push_back(Json::array({from, to}));
    return json;
}

Json skeletonToJson(const Skeleton &s)
{
    Json j = {{"name", toJson(s.name)}, {"joints", textList(s.joints)}, {"edges", pairsToJson(s.edges)}};
    if (!s.layout.empty()) {
        j["layout"] = Json::array();
        for (const geometry::Point &place : s.layout)
            j["layout"].push_back(Json::array({place.x, place.y}));
    }
    if (!s.mirrors.empty())
        j["mirrors"] = pairsToJson(s.mirrors);
    return j;
}

}  // namespace

Json schemaToJson(const Schema &schema)
{
    Json j = {{"format", "plumbline-schema"}, {"version", schema.version}};
    QHash<ClassId, QString> names;
    for (const LabelClass &c : schema.classes)
        names.insert(c.id, c.name);
    j["classes"] = Json::array();
    for (const LabelClass &c : schema.classes)
        j["classes"].push_back(classToJson(c, names));
    j["attributes"] = Json::array();
    for (const Attribute &a : schema.attributes)
        j["attributes"].push_back(attributeToJson(a));
    for (const Skeleton &skeleton : schema.skeletons)
        j["skeletons"].push_back(skeletonToJson(skeleton));
    j["cannot_label_reasons"] = textList(schema.cannotLabelReasons);
    j["error_types"] = Json::array();
    for (const ErrorType &e : schema.errorTypes)
        j["error_types"].push_back({{"code", toJson(e.code)},
                                    {"title", toJson(e.title)},
                                    {"severity", severityNames[static_cast<std::size_t>(e.severity)]}});
    for (const Rule &rule : schema.rules)
        j["rules"].push_back(ruleToJson(rule));
    if (schema.allowOutside)
        j["allow_outside"] = true;
    if (!schema.extra.is_null())
        j["extra"] = schema.extra;
    return j;
}

Result<Schema> schemaFromJson(const Json &json)
{
    JsonFields f(json, JsonFields::tr("the schema"));
    f.only({"format", "version", "classes", "attributes", "skeletons", "cannot_label_reasons", "error_types", "rules",
            "allow_outside", "extra"});
    if (f.has("format") && f.text("format") != QLatin1String("plumbline-schema"))
        f.wrong("format", QStringLiteral("plumbline-schema"));
    Schema schema;
    schema.version = f.integer32("version", 1);
    QStringList parents;
    QHash<ClassId, int> rows;
    QHash<QString, int> byName;
    QHash<QString, int> byAlias;
    int index = 0;
    for (const Json &entry : f.list("classes")) {
        QString parentName;
        LabelClass added = classFromJson(f, entry, index, parentName);
        if (byName.contains(added.name) || byAlias.contains(added.name) || rows.contains(added.id))
            f.note(JsonFields::tr("The class “%1” is there twice.").arg(added.name));
        rows.insert(added.id, index);
        byName.insert(added.name, index);
        for (const QString &alias : std::as_const(added.aliases))
            if (!byAlias.contains(alias))
                byAlias.insert(alias, index);
        schema.classes.push_back(std::move(added));
        parents.append(parentName);
        ++index;
    }
    for (qsizetype i = 0; i < parents.size(); ++i) {
        if (parents[i].isEmpty())
            continue;
        const int parent = byName.value(parents[i], byAlias.value(parents[i], -1));
        if (parent < 0)
            f.note(JsonFields::tr("The parent class “%1” does not exist.").arg(parents[i]));
        else
            schema.classes[static_cast<std::size_t>(i)].parent = schema.classes[static_cast<std::size_t>(parent)].id;
    }
    if (const auto name = itsOwnAncestor(schema.classes, rows))
        f.note(JsonFields::tr("The class “%1” is its own ancestor.").arg(*name));
    index = 0;
    QSet<QString> keys;
    for (const Json &entry : f.list("attributes")) {
        Attribute added = attributeFromJson(f, entry, index++);
        if (keys.contains(added.key))
            f.note(JsonFields::tr("The attribute “%1” is there twice.").arg(added.key));
        keys.insert(added.key);
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
    index = 0;
    for (const Json &entry : f.list("rules"))
        schema.rules.push_back(ruleFromJson(f, entry, index++));
    schema.allowOutside = f.boolean("allow_outside", false);
    schema.extra = f.extra("extra");
    if (f.error())
        return fail(*f.error());
    return schema;
}

}  // namespace plumbline::model
