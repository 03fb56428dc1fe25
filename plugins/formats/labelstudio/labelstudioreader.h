// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::labelstudio {

/// Reads Label Studio tasks into a sink. Each task is parsed by itself, so that a broken one costs only itself.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);

/// Whose labels are read: id or address of an annotator, or a model's version; empty = the first good ones of each task.
[[nodiscard]] extension::FormatOption annotatorOption();
/// Whether what models said is read in the place of what people said.
[[nodiscard]] extension::FormatOption predictionsOption();

/// What a task says beside its labels, as one that is written here says it.
[[nodiscard]] Json taskOf(const QString &itemName);
/// What the labels of one person or model say beside their results, likewise.
[[nodiscard]] Json annotationOf();
[[nodiscard]] Json predictionOf(const QString &model);

/// Whom the labels of a task are of: every way to say it, the one that labels carry first.
[[nodiscard]] QStringList ownersOf(const Json &labels);

}  // namespace plumbline::labelstudio
