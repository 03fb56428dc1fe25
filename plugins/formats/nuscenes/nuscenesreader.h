// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::nuscenes {

/// Reads the tables of a data set, of one of its versions, or the version that a table belongs to. Samples are matched to the
/// frames of a scene by the files of their key frames, else by their times.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);

}  // namespace plumbline::nuscenes
