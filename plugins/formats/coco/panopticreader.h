// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::coco {

/// Reads panoptic JSON files and the PNG files beside them: each segment becomes a mask.
[[nodiscard]] Result<> readPanoptic(const extension::ImportRequest &request, extension::AnnotationSink &sink);

/// The option that names the folder of the PNG files when it is not beside the JSON file under its name.
[[nodiscard]] extension::FormatOption segmentsOption();

}  // namespace plumbline::coco
