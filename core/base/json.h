// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <nlohmann/json.hpp>

#include <string>

namespace plumbline::base {

/// JSON value that keeps the order of keys, so that foreign data goes out as it came in.
using Json = nlohmann::ordered_json;

/// Parses untrusted JSON: strict UTF-8, at most maximumDepth levels, no exceptions. The error names byte and cause.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Json> parseJson(QByteArrayView text, int maximumDepth = 64);

/// One line, short doubles that read back equal, UTF-8 (invalid sequences replaced).
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray toJsonLine(const Json &value);

/// Indented by two, ending in a line feed: for files that people read.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray toJsonText(const Json &value);

[[nodiscard]] inline Json toJson(const QString &text)
{
    return Json(text.toStdString());
}

[[nodiscard]] inline QString toQString(const Json &value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString();
}

}  // namespace plumbline::base

namespace plumbline {
using base::Json;
}
