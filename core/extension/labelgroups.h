// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/extension/annotationformat.h"

#include <QByteArrayView>

/// Groups of labels in files that number them: labels of a picture with one number belong together.
namespace plumbline::extension {

/// The number that a label's own file gave it, from its foreign data; nothing for none. See groupNumberIn().
using KeptGroup = std::function<std::optional<std::int64_t>(const model::Annotation &annotation)>;

/// A group's number as a file has it: whole and exact as a double, too; nothing otherwise.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<std::int64_t> groupNumberIn(const Json &value);

/// Puts labels of one picture that have one number into a group of their own; `from` on in the list. A number that one label
/// has alone joins nothing. `picture` tells the pictures of a data set apart.
PLUMBLINE_CORE_EXPORT void joinGroups(std::vector<ForeignAnnotation> &labels, std::size_t from, QByteArrayView picture,
                                      const KeptGroup &kept);

/// The number to write for each label of a picture, in their order. A group keeps the number that it came with where it can; a
/// label that was taken out of its group loses it. New numbers are those from `next` on, which grows past all that were seen.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::optional<std::int64_t>>
groupNumbers(const std::vector<model::Annotation> &annotations, const KeptGroup &kept, std::int64_t &next);

/// Moves `next` past the numbers of these labels.
PLUMBLINE_CORE_EXPORT void passGroupNumbers(const std::vector<model::Annotation> &annotations, const KeptGroup &kept,
                                            std::int64_t &next);

}  // namespace plumbline::extension
