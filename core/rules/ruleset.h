// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/schema.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace plumbline::rules {

/// Whether the answers pass a test (see model::AttributeTest for what missing answers do).
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool passes(const model::AttributeTest &test, const model::Attributes &answers);

/// A set of classes that is asked often.
struct ClassSet {
    bool all = true;
    QSet<ClassId> ids;
    [[nodiscard]] bool has(ClassId id) const { return all || ids.contains(id); }
};

/// A rule, ready to be asked: names are ids, classes below are in.
struct ReadyRule {
    model::Rule rule;
    ClassSet classes;
    ClassSet others;
    [[nodiscard]] bool looksAt(const model::Annotation &label) const;
};

/// A schema's rules and what it demands without a rule, with the look-ups that checking ten thousand labels needs. Made once
/// per schema version; a value.
struct PLUMBLINE_CORE_EXPORT RuleSet {
    RuleSet() = default;
    explicit RuleSet(const model::Schema &schema);

    model::Schema schema;
    std::vector<ReadyRule> rules;
    [[nodiscard]] const model::LabelClass *find(ClassId id) const;
    [[nodiscard]] const model::Attribute *attribute(const QString &key) const;
    /// Required attributes that are asked of this label and not answered.
    [[nodiscard]] std::vector<const model::Attribute *> unanswered(const model::Annotation &label) const;

private:
    [[nodiscard]] ClassSet classSet(const QStringList &names) const;
    void addDemands();

    QHash<ClassId, int> m_classes;
    QHash<QString, int> m_attributes;
    QHash<ClassId, QList<int>> m_required;  // of each class, required attributes
    QHash<ClassId, QList<ClassId>> m_children;
};

}  // namespace plumbline::rules
