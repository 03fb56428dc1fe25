// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schemaplan.h"

#include <QSet>

#include <algorithm>

namespace plumbline::model {

namespace {

constexpr std::size_t mostValues = 10000;

bool isOpen(const AttributeValue &value)
{
    return std::holds_alternative<std::monostate>(value) || std::holds_alternative<CannotTell>(value);
}

}  // namespace

void SchemaUsage::add(const Attributes &given)
{
    for (const auto &[key, value] : given) {
        if (std::holds_alternative<std::monostate>(value))
            continue;
        ++answered[key];
        if (std::holds_alternative<CannotTell>(value))
            continue;
        Values &list = values[key];
        const std::pair named{value.index(), attributeText(value)};
        if (const auto it = list.find(named); it != list.end())
            ++it->second;
        else if (list.size() < mostValues)
            list.emplace(named, 1);
        else
            ++others[key];
    }
}

void SchemaUsage::add(const Annotation &annotation)
{
    if (!annotation.labelClass.isNull()) {
        ++classes[annotation.labelClass];
        ++geometries[{annotation.labelClass, geometry::geometryName(annotation.geometry)}];
    }
    if (const auto *points = std::get_if<geometry::KeyPoints>(&annotation.geometry); points && !points->skeleton.isEmpty())
        ++skeletons[{points->skeleton, points->points.size()}];
    add(annotation.attributes);
}

void SchemaUsage::add(const Track &track)
{
    if (!track.labelClass.isNull())
        ++classes[track.labelClass];
    add(track.attributes);
}

std::optional<AttributeValue> converted(const AttributeValue &value, const Attribute &to)
{
    if (isOpen(value))
        return value;
    const QString text = attributeText(value);
    const auto is = [&text](std::initializer_list<const char *> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const char *word) { return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0; });
    };
    switch (to.type) {
    case AttributeType::Boolean:
        if (is({"true", "yes", "1"}))
            return true;
        if (is({"false", "no", "0"}))
            return false;
        return std::nullopt;
    case AttributeType::Choice:
        if (to.choices.contains(text))
            return text;
        if (const auto *flag = std::get_if<bool>(&value))
            for (const QString &choice : to.choices)
                if (choice.compare(QLatin1String(*flag ? "yes" : "no"), Qt::CaseInsensitive) == 0)
                    return choice;
        return std::nullopt;
    case AttributeType::Number: {
        if (std::holds_alternative<bool>(value))
            return std::nullopt;
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber ? std::optional<AttributeValue>(number) : std::nullopt;
    }
    case AttributeType::Text: return text;
    }
    return std::nullopt;
}

Schema withKnownIds(const Schema &before, Schema after)
{
    QHash<ClassId, int> rows;
    for (int row = 0; row < static_cast<int>(after.classes.size()); ++row)
        rows.insert(after.classes[static_cast<std::size_t>(row)].id, row);
    // Classes of before that nobody claims yet.
    QHash<QString, ClassId> open;
    QSet<ClassId> known;
    for (const LabelClass &c : before.classes) {
        known.insert(c.id);
        if (!rows.contains(c.id))
            open.insert(c.name, c.id);
    }
    QHash<ClassId, ClassId> renamed;
    const auto claim = [&](LabelClass &c, const QString &name) {
        const auto it = open.constFind(name);
        if (it == open.constEnd())
            return false;
        renamed.insert(c.id, *it);
        open.erase(it);
        return true;
    };
    for (LabelClass &c : after.classes)
        if (!known.contains(c.id))
            claim(c, c.name);
    for (LabelClass &c : after.classes)
        if (!known.contains(c.id) && !renamed.contains(c.id))
            for (const QString &alias : std::as_const(c.aliases))
                if (claim(c, alias))
                    break;
    for (LabelClass &c : after.classes) {
        c.id = renamed.value(c.id, c.id);
        c.parent = renamed.value(c.parent, c.parent);
    }
    return after;
}

bool SchemaPlan::refused() const
{
    return std::any_of(steps.begin(), steps.end(), [](const SchemaStep &step) { return step.effect == StepEffect::Refused; });
}

bool SchemaPlan::rewrites() const
{
    return std::any_of(steps.begin(), steps.end(), [](const SchemaStep &step) { return step.effect == StepEffect::Rewrites; });
}

Attributes SchemaPlan::migrated(const Attributes &answers) const
{
    Attributes result;
    // New names first claim nothing that is there already: an answer is never written over.
    for (const auto &[key, value] : answers)
        if (!decisions.attributes.contains(key))
            result[key] = value;
    for (const auto &[key, value] : answers) {
        const auto renamed = decisions.attributes.find(key);
        if (renamed != decisions.attributes.end() && !result.contains(renamed->second))
            result[renamed->second] = value;
        else if (renamed != decisions.attributes.end())
            result[key] = value;
    }
    for (auto &[key, value] : result) {
        if (const auto *text = std::get_if<QString>(&value))
            if (const auto chosen = decisions.choices.find({key, *text}); chosen != decisions.choices.end())
                value = chosen->second ? AttributeValue(*chosen->second) : AttributeValue();
        if (const auto to = m_retyped.find(key); to != m_retyped.end())
            value = converted(value, to->second).value_or(value);
    }
    return result;
}

Annotation SchemaPlan::migrated(const Annotation &annotation) const
{
    Annotation result = annotation;
    if (const auto merged = decisions.classes.find(annotation.labelClass); merged != decisions.classes.end())
        result.labelClass = merged->second;
    result.attributes = migrated(annotation.attributes);
    return result;
}

Track SchemaPlan::migrated(const Track &track) const
{
    Track result = track;
    if (const auto merged = decisions.classes.find(track.labelClass); merged != decisions.classes.end())
        result.labelClass = merged->second;
    result.attributes = migrated(track.attributes);
    return result;
}

}  // namespace plumbline::model
