// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::coco {

/// What a COCO file cannot carry of this source.
[[nodiscard]] Result<std::vector<extension::Loss>> losses(const extension::AnnotationSource &source);

}  // namespace plumbline::coco
