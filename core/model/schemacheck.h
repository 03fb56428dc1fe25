// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/model/schema.h"

#include <vector>

namespace plumbline::model {

enum class SchemaPart { Class, Attribute, Skeleton, Reason, ErrorType, Rule };

/// What is wrong with one field of a schema. A problem keeps the schema from being used, a warning does not.
struct SchemaIssue {
    IssueSeverity severity = IssueSeverity::Problem;
    SchemaPart part = SchemaPart::Class;
    int index = 0;   ///< in the schema's list of such parts
    QString field;   ///< key as in the JSON: "name", "hot_key", "condition"…
    QString text;    ///< translated, one sentence
    bool operator==(const SchemaIssue &) const = default;
};

/// Everything that does not fit together: names and keys that are there twice, hot keys that clash, circles of parents and
/// of conditions, references to what is not there, rules that cannot hold, colours that are hard to tell apart. Linear in
/// the size of the schema, so it can run with every key press; colours are compared up to a hundred classes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<SchemaIssue> checkSchema(const Schema &schema);
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool hasProblems(const std::vector<SchemaIssue> &issues);
/// "classes[3].name", as the JSON reader says it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString placeOf(const SchemaIssue &issue);

/// CIEDE2000 distance of two opaque sRGB colours (Sharma, Wu, Dalal 2005; D65); below about 10 they are hard to tell apart
/// in thin outlines.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double colourDistance(const QColor &a, const QColor &b);

}  // namespace plumbline::model
