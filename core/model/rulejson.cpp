// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/shapes.h"
#include "core/model/jsonfields.h"
#include "core/model/rule.h"

#include <array>
#include <cmath>

namespace plumbline::model {

using base::toJson;
using base::toQString;

namespace {

constexpr std::array<const char *, ruleKindCount> kindNames{"minimum-size",        "no-overlap", "count",            "inside-image",
                                                            "required-attributes", "geometries", "minimum-vertices", "attributes"};

Json textsToJson(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &text : list)
        json.push_back(toJson(text));
    return json;
}

Json testToJson(const AttributeTest &test)
{
    Json j = {{"key", toJson(test.key)}};
    switch (test.comparison) {
    case Comparison::Is: j["is"] = toJson(test.value); break;
    case Comparison::IsNot: j["is_not"] = toJson(test.value); break;
    case Comparison::AtLeast: j["at_least"] = test.number; break;
    case Comparison::AtMost: j["at_most"] = test.number; break;
    case Comparison::Answered: j["answered"] = true; break;
    case Comparison::NotAnswered: j["answered"] = false; break;
    }
    return j;
}

AttributeTest testFromJson(JsonFields &parent, const Json &json, const QString &where)
{
    JsonFields f(json, where);
    f.only({"key", "is", "is_not", "at_least", "at_most", "answered"});
    AttributeTest test;
    test.key = f.requiredText("key");
    int comparisons = 0;
    for (const auto &[key, comparison] : {std::pair{"is", Comparison::Is}, {"is_not", Comparison::IsNot}}) {
        if (!f.has(key))
            continue;
        ++comparisons;
        test.comparison = comparison;
        test.value = f.text(key);
    }
    for (const auto &[key, comparison] : {std::pair{"at_least", Comparison::AtLeast}, {"at_most", Comparison::AtMost}}) {
        if (!f.has(key))
            continue;
        ++comparisons;
        test.comparison = comparison;
        test.number = f.number(key);
    }
    if (f.has("answered")) {
        ++comparisons;
        test.comparison = f.boolean("answered", true) ? Comparison::Answered : Comparison::NotAnswered;
    }
    if (comparisons != 1)
        f.note(JsonFields::tr("%1 must have exactly one of is, is_not, at_least, at_most and answered.").arg(where));
    if (f.error())
        parent.take(*f.error());
    return test;
}

Json testsToJson(const std::vector<AttributeTest> &tests)
{
    Json json = Json::array();
    for (const AttributeTest &test : tests)
        json.push_back(testToJson(test));
    return json;
}

std::vector<AttributeTest> testsFromJson(JsonFields &f, const char *key)
{
    std::vector<AttributeTest> tests;
    for (const Json &entry : f.list(key))
        tests.push_back(testFromJson(f, entry, QStringLiteral("%1.%2[%3]").arg(f.where(), QLatin1String(key)).arg(tests.size())));
    return tests;
}

double positive(JsonFields &f, const char *key)
{
    if (!f.has(key))
        return 0;
    const double value = f.number(key);
    if (!std::isfinite(value) || value < 0)
        f.wrong(key, JsonFields::tr("a number that is not negative"));
    return value;
}

std::optional<int> countOf(JsonFields &f, const char *key)
{
    if (!f.has(key))
        return std::nullopt;
    const int value = f.integer32(key, 0);
    if (value < 0)
        f.wrong(key, JsonFields::tr("a number that is not negative"));
    return value;
}

}  // namespace

QString ruleKindName(RuleKind kind)
{
    return QLatin1String(kindNames[static_cast<std::size_t>(kind)]);
}

Json ruleToJson(const Rule &rule)
{
    Json j = {{"id", toJson(rule.id)}, {"kind", kindNames[static_cast<std::size_t>(rule.kind)]}};
    if (!rule.text.isEmpty())
        j["text"] = toJson(rule.text);
    if (rule.blocks)
        j["blocks"] = true;
    for (const auto &[key, list] : {std::pair{"classes", &rule.classes}, {"others", &rule.others}, {"geometries", &rule.geometries}})
        if (!list->isEmpty())
            j[key] = textsToJson(*list);
    if (!rule.when.empty())
        j["when"] = testsToJson(rule.when);
    if (!rule.require.empty())
        j["require"] = testsToJson(rule.require);
    for (const auto &[key, value] : {std::pair{"pixels", rule.sizePixels}, {"area", rule.areaPixels}, {"iou", rule.iou}})
        if (value != 0)
            j[key] = value;
    if (rule.least)
        j["least"] = *rule.least;
    if (rule.most)
        j["most"] = *rule.most;
    if (rule.vertices != 0)
        j["vertices"] = rule.vertices;
    return j;
}

Rule ruleFromJson(JsonFields &parent, const Json &json, int index)
{
    JsonFields f(json, QStringLiteral("rules[%1]").arg(index));
    f.only({"id", "kind", "text", "blocks", "classes", "others", "geometries", "when", "require", "pixels", "area", "iou", "least",
            "most", "vertices"});
    Rule rule;
    rule.id = f.requiredText("id");
    const QString kind = f.requiredText("kind");
    const auto it = std::find_if(kindNames.begin(), kindNames.end(), [&](const char *n) { return kind == QLatin1String(n); });
    if (it == kindNames.end())
        f.wrong("kind", QStringLiteral("minimum-size, no-overlap, count, inside-image, required-attributes, geometries, "
                                       "minimum-vertices, attributes"));
    else
        rule.kind = static_cast<RuleKind>(it - kindNames.begin());
    rule.text = f.text("text");
    rule.blocks = f.boolean("blocks", false);
    rule.classes = f.texts("classes");
    rule.others = f.texts("others");
    rule.geometries = f.texts("geometries");
    for (const QString &name : std::as_const(rule.geometries))
        if (std::find(geometry::geometryNames().begin(), geometry::geometryNames().end(), name) == geometry::geometryNames().end())
            f.note(JsonFields::tr("“%1” is not a kind of geometry.").arg(name));
    rule.when = testsFromJson(f, "when");
    rule.require = testsFromJson(f, "require");
    rule.sizePixels = positive(f, "pixels");
    rule.areaPixels = positive(f, "area");
    rule.iou = positive(f, "iou");
    if (rule.iou >= 1)
        f.wrong("iou", JsonFields::tr("a number from 0 to below 1"));
    rule.least = countOf(f, "least");
    rule.most = countOf(f, "most");
    rule.vertices = countOf(f, "vertices").value_or(0);
    if (f.error())
        parent.take(*f.error());
    return rule;
}

}  // namespace plumbline::model
