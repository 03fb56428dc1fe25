// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::openimages {

[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);

}  // namespace plumbline::openimages
