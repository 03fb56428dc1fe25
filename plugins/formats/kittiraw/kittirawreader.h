// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::kittiraw {

/// Reads the file, the folder of a drive that has it, or a folder of drives (two levels below).
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::kittiraw
