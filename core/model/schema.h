// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/geometry/shapes.h"
#include "core/model/annotation.h"
#include "core/model/rule.h"

#include <QColor>
#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace plumbline::model {

enum class AttributeType { Boolean, Choice, Number, Text };

/// A question about each annotation of some classes.
struct Attribute {
    QString key;    ///< stable, unique in the schema
    QString title;  ///< what people read; the key when empty
    AttributeType type = AttributeType::Boolean;
    QStringList choices;     ///< for Choice
    bool required = false;   ///< must be set (or "cannot tell") before submitting
    bool perTrack = false;   ///< one value for the whole track instead of one per frame
    QStringList classes;     ///< names of the classes it applies to; empty = all
    QString conditionKey;    ///< asked only when this attribute…
    QString conditionValue;  ///< …has this value (as text); empty key = always
    bool operator==(const Attribute &) const = default;
};

/// Which way a cuboid of a class points.
enum class Heading {
    Motion,      ///< where the object moves
    LongerSide,  ///< along its longer side
    Any,         ///< nothing is asked of it
};

/// Labeling conventions of a class; nothing set = not stated.
struct Convention {
    std::optional<bool> amodalExtent;          ///< true: the whole object, also its hidden parts
    std::optional<int> minimumPoints;          ///< LiDAR points a cuboid must hold
    std::optional<double> rangeLimitMetres;
    std::optional<double> minimumSizePixels;   ///< shorter side
    QString belongsToObject;                   ///< what counts as part of it, in words
    QString headingRule;                       ///< in words
    std::optional<Heading> heading;            ///< what of it is checked
    std::optional<std::array<double, 3>> sizePriorMetres;  ///< length, width, height
    std::optional<double> sizeTolerance;       ///< 0.5: from prior / 1.5 to prior × 1.5
    std::optional<bool> rigid;                 ///< false: its size may change within a track
    std::optional<bool> onGround;              ///< false: it may float, as signs and wires do
    std::optional<double> maximumOverlap;      ///< share of the smaller of two cuboids, 0 to 1
    std::optional<double> maximumSpeed;        ///< metres per second
    std::optional<double> maximumAcceleration; ///< metres per second squared
    std::optional<double> maximumTurnDegrees;  ///< per second
    bool operator==(const Convention &) const = default;
};

/// One label class. The id is stable through renames; formats map names to it.
struct LabelClass {
    ClassId id;
    QString name;
    QStringList aliases;
    ClassId parent;
    QColor colour;
    QString hotKey;                    ///< "1"…"9" or empty
    bool deprecated = false;
    QStringList geometries;            ///< allowed kinds by name; empty = all
    std::optional<bool> allowOutside;  ///< its shapes may reach outside the picture; nothing = as the schema says
    QHash<QString, QString> titles;    ///< language code → translated name
    Convention convention;
    QString guideline;                 ///< Markdown: how to label this class, for the people who do
    Json extra;                        ///< foreign ids, e.g. {"coco":{"id":18,"supercategory":"animal"}}
    bool operator==(const LabelClass &) const = default;
};

/// Points of interest of an object that belong together.
struct Skeleton {
    QString name;
    QStringList joints;
    std::vector<std::pair<int, int>> edges;  ///< indices into joints
    /// Template: place of each joint in a unit square, y down; empty = not stated.
    std::vector<geometry::Point> layout;
    std::vector<std::pair<int, int>> mirrors;  ///< joints that change places when a picture is mirrored
    bool operator==(const Skeleton &) const = default;
};

enum class Severity { Minor, Major, Critical };

struct ErrorType {
    QString code;
    QString title;
    Severity severity = Severity::Minor;
    bool operator==(const ErrorType &) const = default;
};

/// The versioned ontology of a project. A value; every change makes a new version.
struct Schema {
    int version = 0;
    std::vector<LabelClass> classes;
    std::vector<Attribute> attributes;
    std::vector<Skeleton> skeletons;
    QStringList cannotLabelReasons;
    std::vector<ErrorType> errorTypes;
    std::vector<Rule> rules;
    bool allowOutside = false;  ///< shapes may reach outside the picture (amodal labeling of cut-off objects)
    Json extra;
    bool operator==(const Schema &) const = default;

    [[nodiscard]] PLUMBLINE_CORE_EXPORT const LabelClass *find(ClassId id) const;
    /// By name, then by alias; exact.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT const LabelClass *find(QStringView name) const;
    [[nodiscard]] PLUMBLINE_CORE_EXPORT const Attribute *attribute(QStringView key) const;
    /// Whether shapes of this class may have coordinates outside the picture; tools clip to it where they may not.
    /// A class that the schema lacks, and no class, follow the schema's own flag.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT bool allowsOutside(ClassId id) const;
    /// Attributes that are asked of this class, in order.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<const Attribute *> attributesOf(const LabelClass &labelClass) const;
    /// Whether an attribute's condition holds of these answers; a question whose condition hangs on one that is not asked
    /// itself is not asked.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT bool isAsked(const Attribute &attribute, const Attributes &answers) const;
    /// Required attributes that are asked of this label and that nobody has answered, in order; none for a class that the
    /// schema lacks.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<const Attribute *> unanswered(const Annotation &annotation) const;
};

/// A schema with the reasons for "cannot label" and the error codes every project starts with, and no classes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Schema emptySchema();
/// A new class with the next free colour and hot key. Adds it; the name must not be taken.
PLUMBLINE_CORE_EXPORT LabelClass &addClass(Schema &schema, ClassId id, const QString &name);
/// Colour number `index` of a fixed series that stays apart for colour-blind eyes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QColor classColour(int index);

/// Schema as JSON (documented in docs/schema.md) and back; unknown keys are refused with their place.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Json schemaToJson(const Schema &schema);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Schema> schemaFromJson(const Json &json);

}  // namespace plumbline::model
