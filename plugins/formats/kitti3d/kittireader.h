// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::kitti3d {

/// Reads label_2 (a file a frame), label_02 (a file a sequence) or a folder of such files; the scene of a file is looked for in
/// the folder that holds the label folder, by the file's name.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);
[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::kitti3d
