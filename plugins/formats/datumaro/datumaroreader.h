// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QSize>

namespace plumbline::datumaro {

/// Reads Datumaro files into a sink. Each item is parsed by itself, so that a broken one costs only itself.
[[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink);

/// What an item says beside its annotations, as one that is written here says it.
[[nodiscard]] Json itemOf(const QString &path, QSize picture);
/// What a class says, likewise.
[[nodiscard]] Json labelOf(const QString &name, const QString &parent = {}, const QStringList &attributes = {});

}  // namespace plumbline::datumaro
