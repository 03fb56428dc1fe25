// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::datumaro3d {

/// Reads a folder with annotations/SUBSET.json, that folder itself, or one file.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::datumaro3d
