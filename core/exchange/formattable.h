// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/extension/annotationformat.h"

#include <functional>

namespace plumbline::exchange {

/// A Markdown table with one row per format, by id: what it reads, what it writes as it is, and what happens to the rest. The
/// latter two are found out by asking each format what it would lose of one label of every kind. `sampleOf` gives the path of
/// the sample whose round trip a test of the format checks; empty = the test is written from the specification.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QString> formatTable(std::vector<const extension::AnnotationFormat *> formats,
                                                                const std::function<QString(const QString &id)> &sampleOf);

}  // namespace plumbline::exchange
