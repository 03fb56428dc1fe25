// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::model {

const LabelClass *Schema::find(ClassId id) const
{
    const auto it = std::find_if(classes.begin(), classes.end(), [&](const LabelClass &c) { return c.id == id; });
    return it == classes.end() ? nullptr : &*it;
}

const LabelClass *Schema::find(QStringView name) const
{
    const auto named = std::find_if(classes.begin(), classes.end(), [&](const LabelClass &c) { return c.name == name; });
    if (named != classes.end())
        return &*named;
    const auto aliased = std::find_if(classes.begin(), classes.end(), [&](const LabelClass &c) {
        return std::any_of(c.aliases.begin(), c.aliases.end(), [&](const QString &alias) { return alias == name; });
    });
    return aliased == classes.end() ? nullptr : &*aliased;
}

const Attribute *Schema::attribute(QStringView key) const
{
    const auto it = std::find_if(attributes.begin(), attributes.end(), [&](const Attribute &a) { return a.key == key; });
    return it == attributes.end() ? nullptr : &*it;
}

bool Schema::allowsOutside(ClassId id) const
{
    const LabelClass *labelClass = find(id);
    return labelClass ? labelClass->allowOutside.value_or(allowOutside) : allowOutside;
}

std::vector<const Attribute *> Schema::attributesOf(const LabelClass &labelClass) const
{
    std::vector<const Attribute *> list;
    for (const Attribute &attribute : attributes)
        if (attribute.classes.isEmpty() || attribute.classes.contains(labelClass.name))
            list.push_back(&attribute);
    return list;
}

bool Schema::isAsked(const Attribute &asked, const Attributes &answers) const
{
    // As many steps as there are attributes: conditions that go in a circle are never fulfilled.
    const Attribute *current = &asked;
    for (std::size_t steps = 0; current && steps <= attributes.size(); ++steps) {
        if (current->conditionKey.isEmpty())
            return true;
        const auto it = answers.find(current->conditionKey);
        if (it == answers.end() || attributeText(it->second) != current->conditionValue)
            return false;
        // An answer of its own may stand in for a question that the schema does not have.
        const Attribute *next = attribute(current->conditionKey);
        if (!next)
            return true;
        current = next;
    }
    return false;
}

std::vector<const Attribute *> Schema::unanswered(const Annotation &annotation) const
{
    std::vector<const Attribute *> open;
    const LabelClass *labelClass = find(annotation.labelClass);
    if (!labelClass)
        return open;
    for (const Attribute *attribute : attributesOf(*labelClass))
        if (attribute->required && !isAnswered(annotation.attributes, attribute->key) && isAsked(*attribute, annotation.attributes))
            open.push_back(attribute);
    return open;
}

Schema emptySchema()
{
    Schema schema;
    schema.version = 1;
    schema.cannotLabelReasons = {QStringLiteral("media-broken"), QStringLiteral("guideline-unclear"),
                                 QStringLiteral("class-missing"), QStringLiteral("out-of-scope")};
    schema.errorTypes = {{QStringLiteral("missed"), QStringLiteral("Missed object"), Severity::Major},
                         {QStringLiteral("invented"), QStringLiteral("Nothing there"), Severity::Major},
                         {QStringLiteral("wrong-class"), QStringLiteral("Wrong class"), Severity::Critical},
                         {QStringLiteral("loose"), QStringLiteral("Loose outline"), Severity::Minor},
                         {QStringLiteral("wrong-attribute"), QStringLiteral("Wrong attribute"), Severity::Minor}};
    return schema;
}

LabelClass &addClass(Schema &schema, ClassId id, const QString &name)
{
    LabelClass added;
    added.id = id;
    added.name = name;
    added.colour = classColour(static_cast<int>(schema.classes.size()));
    constexpr int hotKeys = 9;
    for (int key = 1; key <= hotKeys && added.hotKey.isEmpty(); ++key) {
        const QString text = QString::number(key);
        const bool taken = std::any_of(schema.classes.begin(), schema.classes.end(),
                                       [&](const LabelClass &c) { return c.hotKey == text; });
        if (!taken)
            added.hotKey = text;
    }
    return schema.classes.emplace_back(std::move(added));
}

QColor classColour(int index)
{
    // Okabe and Ito's colour-blind-safe series (jfly.uni-koeln.de/color, 2008) without black, then the same hues lighter
    // and darker by turns.
    static constexpr QRgb base[] = {0xFFE69F00, 0xFF56B4E9, 0xFF009E73, 0xFFF0E442, 0xFF0072B2, 0xFFD55E00, 0xFFCC79A7};
    constexpr int count = static_cast<int>(std::size(base));
    const QColor colour = QColor::fromRgb(base[index % count]);
    const int round = index / count;
    if (round == 0)
        return colour;
    const int step = 100 + 25 * ((round + 1) / 2);
    const QColor shade = round % 2 == 1 ? colour.lighter(std::min(step, 175)) : colour.darker(std::min(step, 200));
    return QColor::fromRgb(shade.rgb());  // eight bits a channel, as files hold it
}

}  // namespace plumbline::model
