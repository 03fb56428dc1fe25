// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::yolo {

/// Reads a YOLO data set into a sink: rows become pixels of the upright picture, whose size comes from its header.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);

}  // namespace plumbline::yolo
