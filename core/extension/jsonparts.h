// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/json.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <initializer_list>
#include <string_view>

/// For formats that are one JSON text of many records.
namespace plumbline::extension {

/// A member of an object or an element of a list, not parsed yet.
struct JsonPart {
    QByteArray key;  ///< of a member, escapes as they stand; empty for an element
    QByteArrayView text;  ///< of the value, without white space around it
    qsizetype begin = 0;  ///< of the value, in the text that was given
    bool complete = false;  ///< false when the text ends inside it
};

/// Finds the parts of the object or list that starts a text by quotes and brackets alone, without recursion, and calls `take`
/// for each until it returns false. Each part can then be parsed by itself: memory stays that of the text and one part, a broken
/// part costs only itself, and a truncated text keeps what came before. The views point into `text`.
/// Returns false when there is neither object nor list, or when it does not end where the brackets say.
PLUMBLINE_CORE_EXPORT bool visitJsonParts(QByteArrayView text, const std::function<bool(const JsonPart &part)> &take);

/// Parses one part: at most 64 levels, and no object of more than maximumKeys keys, which would take the square of the time.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Json> parsedJsonPart(QByteArrayView text);
inline constexpr std::size_t maximumKeys = 4096;

/// What an object has under a key; null when it has none, or is no object.
[[nodiscard]] PLUMBLINE_CORE_EXPORT const Json &memberOf(const Json &object, std::string_view key);

/// '{', '[' or 0: what the first character that counts is.
[[nodiscard]] PLUMBLINE_CORE_EXPORT char jsonOpening(QByteArrayView text);

/// Equal, with numbers to 1e-9 and keys in any order. Lists keep their order.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool sameJson(const Json &a, const Json &b);

/// What a foreign record says that `written` would not: {"set": {key: value}, "absent": [keys that it lacks]}; null when both say
/// the same. Both are objects.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Json keptOf(const Json &given, const Json &written);

/// `written` with what keptOf() kept put over it, but for the keys in `except`.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Json withKept(const Json &written, const Json &kept,
                                                  std::initializer_list<std::string_view> except = {});

}  // namespace plumbline::extension
