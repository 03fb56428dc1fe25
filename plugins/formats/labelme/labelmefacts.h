// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "plugins/formats/labelme/labelmeshape.h"

namespace plumbline::labelme {

/// What a shape says beside its class and geometry. Flags, the entries of "attributes", a description and "difficult" become
/// attributes; a key that comes twice has the value of the first of: description, difficult, flags, attributes.
struct Facts {
    model::Attributes attributes;
    std::optional<double> score;
    bool operator==(const Facts &) const = default;
};
[[nodiscard]] Facts factsOf(const Json &shape);
inline constexpr const char *factKeys[] = {"flags", "attributes", "description", "difficult", "score"};

/// Whether a dialect has a place for the value; "attribute lost" and "number becomes text" are two different losses.
enum class Carried { Exactly, AsText, No };
[[nodiscard]] Carried carried(const model::AttributeValue &value, Dialect dialect);

/// One whole entry of "shapes" as a label made here has it: the members of geometryEntries() and everything around them.
[[nodiscard]] Json entryOf(const model::Annotation &annotation, const QString &className, Dialect dialect, const Json &geometry);

/// entryOf() with what the label's own file said beyond it, as long as that still fits the label.
[[nodiscard]] Json entryWithKept(const model::Annotation &annotation, const QString &className, Dialect dialect,
                                 const Json &geometry, QSize picture);

/// The "group_id" that the label came with.
[[nodiscard]] std::optional<std::int64_t> keptGroup(const model::Annotation &annotation);

/// Pairs of shapes that "kie_linking" joins through their group ids, each once, in order of appearance; nothing when a pair
/// names a group that no shape or several shapes have. Places in `shapes`.
using Links = std::vector<std::pair<std::size_t, std::size_t>>;
[[nodiscard]] std::optional<Links> linksOf(const std::vector<Json> &shapes);
/// The list that each shape has for these links.
[[nodiscard]] std::vector<Json> linkEntries(const std::vector<Json> &shapes, const Links &links);

}  // namespace plumbline::labelme
