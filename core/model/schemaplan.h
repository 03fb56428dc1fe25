// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/schema.h"
#include "core/model/track.h"

#include <map>
#include <optional>
#include <vector>

/// Changing a schema that labels were made under. Pure functions: what a change means for how many labels, whether it can be
/// done, and what each label becomes. Labels are never dropped and answers never erased without being asked for.
namespace plumbline::model {

/// What is used of a schema, over every label and track of every layer.
struct SchemaUsage {
    std::map<ClassId, std::int64_t> classes;
    /// Answers by key, then by kind (index in AttributeValue) and text; unset ones and "cannot tell" left out.
    using Values = std::map<std::pair<std::size_t, QString>, std::int64_t>;
    std::map<QString, Values> values;
    std::map<QString, std::int64_t> answered;  ///< by key; "cannot tell" counts
    std::map<QString, std::int64_t> others;    ///< answers by key beyond the first ten thousand different ones
    std::map<std::pair<ClassId, QString>, std::int64_t> geometries;    ///< by class and kind
    std::map<std::pair<QString, std::size_t>, std::int64_t> skeletons; ///< key points by skeleton and number of points

    PLUMBLINE_CORE_EXPORT void add(const Annotation &annotation);
    PLUMBLINE_CORE_EXPORT void add(const Track &track);

private:
    void add(const Attributes &answers);
};

/// What a person has decided about things that a schema cannot say by itself.
struct SchemaDecisions {
    std::map<ClassId, ClassId> classes;    ///< a class that goes → the one that its labels get
    std::map<QString, QString> attributes; ///< a key that goes → the new one
    /// A choice that goes → the new one; nothing = its answers become "not answered".
    std::map<std::pair<QString, QString>, std::optional<QString>> choices;
    bool operator==(const SchemaDecisions &) const = default;
};

enum class StepEffect {
    None,      ///< labels stay exactly as they are
    Rewrites,  ///< labels are changed
    Keeps,     ///< labels stay, and hold something that the schema no longer asks for or allows
    Refused,   ///< cannot be done like this
};

/// One difference between two schemas and what it means.
struct SchemaStep {
    enum class What {
        ClassAdded, ClassRenamed, ClassMerged, ClassRemoved, ClassRetired, ClassChanged,
        AttributeAdded, AttributeRenamed, AttributeRemoved, AttributeRetyped, ChoiceAdded, ChoiceReplaced, ChoiceRemoved, AttributeChanged,
        SkeletonAdded, SkeletonRemoved, SkeletonChanged, RulesChanged, OtherChanged,
    };
    What what = What::OtherChanged;
    StepEffect effect = StepEffect::None;
    std::int64_t labels = 0;  ///< how many it touches
    QString text;             ///< translated: what happens
    QString remedy;           ///< translated: what to decide; for Refused
    ClassId labelClass;       ///< what it is about, for a place to decide it
    QString attribute;
    QString choice;
    bool operator==(const SchemaStep &) const = default;
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString stepName(SchemaStep::What what);    ///< "class-renamed"
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString effectName(StepEffect effect);      ///< "rewrites"

/// The way from one schema to another.
struct PLUMBLINE_CORE_EXPORT SchemaPlan {
    Schema before;
    Schema after;  ///< with the version that it will have
    std::vector<SchemaStep> steps;
    SchemaDecisions decisions;

    [[nodiscard]] bool refused() const;
    [[nodiscard]] bool empty() const { return steps.empty(); }
    /// Whether any label is changed.
    [[nodiscard]] bool rewrites() const;
    /// What a label becomes. The same where nothing concerns it.
    [[nodiscard]] Annotation migrated(const Annotation &annotation) const;
    [[nodiscard]] Track migrated(const Track &track) const;

private:
    friend class Planner;
    [[nodiscard]] Attributes migrated(const Attributes &answers) const;
    std::map<QString, Attribute> m_retyped;  // by new key
};

/// Gives the classes of a hand-written schema the ids of the classes that they are, found by name, then by other names: a
/// file without ids is about the same classes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Schema withKnownIds(const Schema &before, Schema after);
/// The report and the migration in one. `after` must be free of problems (checkSchema), else the plan refuses with them.
[[nodiscard]] PLUMBLINE_CORE_EXPORT SchemaPlan planSchemaChange(const Schema &before, const Schema &after, const SchemaUsage &usage,
                                                                const SchemaDecisions &decisions = {});
/// The same answer as another type; nothing when it does not say the same. Unset and "cannot tell" fit every type.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<AttributeValue> converted(const AttributeValue &value, const Attribute &to);

}  // namespace plumbline::model
