// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::supervisely {

/// Reads a project (meta.json and its data sets), one data set, or one file of annotations.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::supervisely
