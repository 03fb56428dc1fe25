// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::voc {

/// Reads Pascal VOC files into a sink. Pixels of VOC are numbered from 1 and both ends belong to the box:
/// x = xmin - 1, w = xmax - xmin + 1.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);

/// The attributes that VOC has elements for; "pose" is a text, the others are yes or no.
[[nodiscard]] const QStringList &attributeKeys();

}  // namespace plumbline::voc
