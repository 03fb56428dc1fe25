// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::masks {

/// A file of class names or colours, where it does not lie beside the masks.
[[nodiscard]] extension::FormatOption classesOption();

/// One label for each class of a picture, or for each instance when there are pictures of instances.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);

}  // namespace plumbline::masks
