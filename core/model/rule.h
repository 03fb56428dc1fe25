// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/json.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace plumbline::model {

class JsonFields;

enum class Comparison { Is, IsNot, AtLeast, AtMost, Answered, NotAnswered };

/// A statement about one answer of a label. An answer that is not there, or "cannot tell", passes only IsNot and
/// NotAnswered; "cannot tell" counts as answered.
struct AttributeTest {
    QString key;
    Comparison comparison = Comparison::Is;
    QString value;      ///< for Is and IsNot, as text: "true", "red", "2.5"
    double number = 0;  ///< for AtLeast and AtMost
    bool operator==(const AttributeTest &) const = default;
};

enum class RuleKind { MinimumSize, NoOverlap, Count, InsideImage, RequiredAttributes, Geometries, MinimumVertices, Attributes };

/// Name as in the schema's JSON: "minimum-size", "no-overlap"…
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString ruleKindName(RuleKind kind);
inline constexpr int ruleKindCount = 8;

/// Something that must hold of the labels of one image while they are made. Only the members of its kind mean something.
struct Rule {
    QString id;  ///< stable, unique in the schema
    RuleKind kind = RuleKind::MinimumSize;
    QString text;         ///< what people read when it is broken; a sentence made from the rule when empty
    bool blocks = false;  ///< true: the image cannot be submitted while it is broken; false: it only warns
    QStringList classes;  ///< names; classes below them count too; empty = all
    QStringList others;   ///< NoOverlap: the other side; empty = the same classes
    std::vector<AttributeTest> when;     ///< only labels that pass all of these are looked at
    std::vector<AttributeTest> require;  ///< Attributes: what they must pass
    double sizePixels = 0;               ///< MinimumSize: of the shorter side of the bounds
    double areaPixels = 0;               ///< MinimumSize: square pixels covered
    double iou = 0;                      ///< NoOverlap: the largest allowed intersection over union, in [0, 1)
    std::optional<int> least;            ///< Count
    std::optional<int> most;             ///< Count
    int vertices = 0;                    ///< MinimumVertices
    QStringList geometries;              ///< Geometries: allowed kinds by name; empty = those of the label's class
    bool operator==(const Rule &) const = default;
};

[[nodiscard]] Json ruleToJson(const Rule &rule);
/// Mistakes go to `parent`. Private to this folder.
[[nodiscard]] Rule ruleFromJson(JsonFields &parent, const Json &json, int index);

}  // namespace plumbline::model
