// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/extension/annotationformat.h"
#include "core/store/project.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace plumbline::exchange {

struct ExportOptions {
    QString folder;  ///< made when missing; must be empty
    QString layer;   ///< empty = "accepted", or the only layer that people have labeled in
    QString batch;   ///< when set, a manifest with hashes and versions is written beside the files
    extension::FormatOptions options;
};

struct ExportReport {
    QString folder;
    QString layer;
    QStringList files;  ///< relative to the folder
    std::optional<std::int64_t> items;        ///< that the files hold; nothing when the format does not say
    std::optional<std::int64_t> annotations;  ///< same
    std::vector<extension::Loss> losses;
};

/// The layer that an export without a named one takes. NotFound when nothing is labeled, InvalidArgument naming the
/// choices when there are several.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QString> defaultLayer(const store::Project &project);

/// What writing would lose; touches no file.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<extension::Loss>> checkExport(const store::Project &project,
                                                                                     const extension::AnnotationFormat &format,
                                                                                     const ExportOptions &options,
                                                                                     const jobs::JobControl &control);
/// Writes into a folder beside the target and renames it at the end: the target is complete or not there.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ExportReport> exportAnnotations(const store::Project &project,
                                                                           const extension::AnnotationFormat &format,
                                                                           const ExportOptions &options,
                                                                           const jobs::JobControl &control);

}  // namespace plumbline::exchange
