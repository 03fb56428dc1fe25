// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "plugins/formats/datumaro/datumaroshape.h"

namespace plumbline::datumaro {

/// What an annotation says beside its class and geometry. Of the attributes "score" (0 to 1), "is_crowd" (yes or no) and a box's
/// "rotation" have a place of their own; a caption is the attribute "caption" of a label of the whole item.
struct Facts {
    model::Attributes attributes;
    std::optional<double> score;
    model::Role role = model::Role::Object;
    std::int32_t zOrder = 0;
    bool operator==(const Facts &) const = default;
};
[[nodiscard]] Facts factsOf(const Json &entry);

/// Whether the value can be written under this key for this label.
[[nodiscard]] bool carries(const model::Annotation &annotation, const QString &key, const model::AttributeValue &value);

/// The text of a label that is nothing but a caption.
[[nodiscard]] std::optional<QString> captionOf(const model::Annotation &annotation);

/// One annotation as a label made here has it: the members of geometryEntries() and everything around them. `label` is the
/// number of its class or null.
[[nodiscard]] Json entryOf(const model::Annotation &annotation, const Json &label, const Json &geometry);

/// The "group" that the label came with; 0 is none.
[[nodiscard]] std::optional<std::int64_t> keptGroup(const model::Annotation &annotation);

/// What `given` says beyond `written`, attribute by attribute; null when nothing. For entryWithKept().
[[nodiscard]] Json beyond(const Json &given, const Json &written);

/// entryOf() with what the label's own file said beyond it, as long as that still fits the label.
[[nodiscard]] Json entryWithKept(const model::Annotation &annotation, const Json &label, const Json &geometry, QSize picture);

}  // namespace plumbline::datumaro
