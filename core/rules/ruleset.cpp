// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleset.h"

#include <algorithm>

namespace plumbline::rules {

using model::AttributeTest;
using model::Comparison;
using model::RuleKind;

bool passes(const AttributeTest &test, const model::Attributes &answers)
{
    const auto it = answers.find(test.key);
    const bool answered = model::isAnswered(answers, test.key);
    const auto *number = it == answers.end() ? nullptr : std::get_if<double>(&it->second);
    const auto is = [&] {
        if (it == answers.end() || !answered || std::holds_alternative<model::CannotTell>(it->second))
            return false;
        bool readable = false;
        const double wanted = test.value.toDouble(&readable);
        return number && readable ? *number == wanted : model::attributeText(it->second) == test.value;
    };
    switch (test.comparison) {
    case Comparison::Is: return is();
    case Comparison::IsNot: return !is();
    case Comparison::AtLeast: return number && *number >= test.number;
    case Comparison::AtMost: return number && *number <= test.number;
    case Comparison::Answered: return answered;
    case Comparison::NotAnswered: return !answered;
    }
    return false;
}

bool ReadyRule::looksAt(const model::Annotation &label) const
{
    return std::all_of(rule.when.begin(), rule.when.end(), [&](const AttributeTest &test) { return passes(test, label.attributes); });
}

RuleSet::RuleSet(const model::Schema &of) : schema(of)
{
    for (int row = 0; row < static_cast<int>(schema.classes.size()); ++row) {
        const model::LabelClass &labelClass = schema.classes[static_cast<std::size_t>(row)];
        m_classes.insert(labelClass.id, row);
        if (!labelClass.parent.isNull())
            m_children[labelClass.parent].append(labelClass.id);
    }
    QHash<QString, ClassId> byName;
    for (const model::LabelClass &labelClass : schema.classes)
        byName.insert(labelClass.name, labelClass.id);
    QList<int> ofAll;
    for (int row = 0; row < static_cast<int>(schema.attributes.size()); ++row) {
        const model::Attribute &attribute = schema.attributes[static_cast<std::size_t>(row)];
        m_attributes.insert(attribute.key, row);
        if (!attribute.required)
            continue;
        if (attribute.classes.isEmpty())
            ofAll.append(row);
        for (const QString &name : attribute.classes)
            if (const auto found = byName.constFind(name); found != byName.constEnd())
                m_required[*found].append(row);
    }
    if (!ofAll.isEmpty()) {
        for (const model::LabelClass &labelClass : schema.classes) {
            QList<int> &rows = m_required[labelClass.id];
            rows += ofAll;
            std::sort(rows.begin(), rows.end());
        }
    }
    for (const model::Rule &rule : schema.rules)
        rules.push_back({rule, classSet(rule.classes), classSet(rule.others.isEmpty() ? rule.classes : rule.others)});
    addDemands();
}

// What the schema says elsewhere needs no rule; a rule of the same kind takes its place.
void RuleSet::addDemands()
{
    const auto has = [this](RuleKind kind) {
        return std::any_of(schema.rules.begin(), schema.rules.end(), [kind](const model::Rule &rule) { return rule.kind == kind; });
    };
    const auto demand = [this](const char *id, RuleKind kind) -> model::Rule & {
        ReadyRule &made = rules.emplace_back();
        made.rule.id = QStringLiteral("schema.") + QLatin1String(id);
        made.rule.kind = kind;
        return made.rule;
    };
    if (!has(RuleKind::RequiredAttributes) && !m_required.isEmpty())
        demand("required-attributes", RuleKind::RequiredAttributes).blocks = true;
    const bool restricts = std::any_of(schema.classes.begin(), schema.classes.end(),
                                       [](const model::LabelClass &labelClass) { return !labelClass.geometries.isEmpty(); });
    if (!has(RuleKind::Geometries) && restricts)
        demand("geometries", RuleKind::Geometries);
    if (has(RuleKind::MinimumSize))
        return;
    for (const model::LabelClass &labelClass : schema.classes) {
        if (!labelClass.convention.minimumSizePixels)
            continue;
        demand("minimum-size", RuleKind::MinimumSize).sizePixels = *labelClass.convention.minimumSizePixels;
        rules.back().classes = {false, {labelClass.id}};
    }
}

ClassSet RuleSet::classSet(const QStringList &names) const
{
    if (names.isEmpty())
        return {};
    ClassSet set{false, {}};
    QList<ClassId> open;
    for (const model::LabelClass &labelClass : schema.classes)
        if (names.contains(labelClass.name))
            open.append(labelClass.id);
    while (!open.isEmpty()) {
        const ClassId id = open.takeLast();
        if (set.ids.contains(id))
            continue;
        set.ids.insert(id);
        open += m_children.value(id);
    }
    return set;
}

const model::LabelClass *RuleSet::find(ClassId id) const
{
    const auto it = m_classes.constFind(id);
    return it == m_classes.constEnd() ? nullptr : &schema.classes[static_cast<std::size_t>(*it)];
}

const model::Attribute *RuleSet::attribute(const QString &key) const
{
    const auto it = m_attributes.constFind(key);
    return it == m_attributes.constEnd() ? nullptr : &schema.attributes[static_cast<std::size_t>(*it)];
}

std::vector<const model::Attribute *> RuleSet::unanswered(const model::Annotation &label) const
{
    std::vector<const model::Attribute *> open;
    const auto rows = m_required.constFind(label.labelClass);
    if (rows == m_required.constEnd())
        return open;
    for (const int row : *rows) {
        const model::Attribute &attribute = schema.attributes[static_cast<std::size_t>(row)];
        if (!model::isAnswered(label.attributes, attribute.key) && schema.isAsked(attribute, label.attributes))
            open.push_back(&attribute);
    }
    return open;
}

}  // namespace plumbline::rules
