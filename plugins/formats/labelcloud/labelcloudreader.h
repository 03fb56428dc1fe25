// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::labelcloud {

/// Reads a folder with labels/ (up to three levels below), a folder of label files, or one file; each file is a cloud.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::labelcloud
