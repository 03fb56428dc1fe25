// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "plugins/formats/labelme/labelmeshape.h"

namespace plumbline::labelme {

/// Reads Labelme files into a sink. Each shape is parsed by itself, so that a broken one costs only itself.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);

/// What a file says beside its shapes, as one that is written here says it. `imagePath` is relative to the file.
[[nodiscard]] Json documentOf(const Json &flags, const QString &imagePath, QSize picture);

}  // namespace plumbline::labelme
