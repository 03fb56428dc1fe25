// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/exchange/mediacatalog.h"
#include "core/extension/annotationformat.h"
#include "core/store/project.h"

#include <map>
#include <optional>
#include <vector>

namespace plumbline::exchange {

/// A format that may be meant, with why.
struct FormatGuess {
    const extension::AnnotationFormat *format = nullptr;
    extension::ProbeResult probe;
};

/// Every format that could read the path, surest first.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<FormatGuess> guessFormats(const std::vector<const extension::AnnotationFormat *> &formats,
                                                                          const QString &path);
/// The one guess that can be taken without asking: at least Medium and surer than the next. Null when there is none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT const extension::AnnotationFormat *certainGuess(const std::vector<FormatGuess> &guesses);

struct ImportOptions {
    extension::ImportRequest request;
    QString layer;        ///< where the labels go; empty = "accepted"
    bool dryRun = false;  ///< read and count everything, store nothing
};

struct ImportReport {
    std::int64_t items = 0;      ///< named by the file
    std::int64_t newItems = 0;   ///< of them, not in the project before
    std::int64_t withoutMedia = 0;  ///< of the new ones, without a picture on this machine
    std::int64_t annotations = 0;
    std::map<QString, std::int64_t> byClass;
    QStringList newClasses;
    IssueList issues;
};

/// Reads annotations in: items are matched by name (then by file name when that is unique), unknown ones are added, unknown
/// classes are added to the schema, all as one undoable gesture. Blocks; cancelling or a failure leaves the project as it was.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ImportReport> importAnnotations(store::Project &project, const MediaOpener &opener,
                                                                           const extension::AnnotationFormat &format,
                                                                           const ImportOptions &options, const store::Person &person,
                                                                           const jobs::JobControl &control);

}  // namespace plumbline::exchange
