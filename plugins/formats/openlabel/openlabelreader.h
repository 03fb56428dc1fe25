// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::openlabel {

/// Reads one file, or the files of a folder: each is a scene. Objects with cuboids and boxes are read; what else objects have is
/// told as left out. Sections about nothing that is labeled here are kept as they are.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::openlabel
