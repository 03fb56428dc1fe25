// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/exchange/formatguess.h"
#include "core/exchange/mediacatalog.h"
#include "core/extension/annotationformat.h"
#include "core/store/project.h"

#include <QColor>

#include <map>
#include <optional>
#include <vector>

namespace plumbline::exchange {

struct ImportOptions {
    extension::ImportRequest request;
    QString layer;        ///< where the labels go; empty = "accepted"
    bool dryRun = false;  ///< read and count everything, store nothing
    int samples = 0;      ///< pictures with labels to show, of a dry run
};

/// A picture with the labels that would come in.
struct ImportSample {
    struct Label {
        geometry::Geometry geometry;
        QString className;
        QColor colour;
    };
    QString name;
    QString path;  ///< empty when the picture is not on this machine
    int width = 0;
    int height = 0;
    std::vector<Label> labels;  ///< the first few hundred
};

struct ImportReport {
    std::int64_t items = 0;      ///< named by the file
    std::int64_t newItems = 0;   ///< of them, not in the project before
    std::int64_t withoutMedia = 0;  ///< of the new ones, without a picture on this machine
    std::int64_t annotations = 0;
    std::map<QString, std::int64_t> byClass;
    QStringList newClasses;
    std::vector<ImportSample> samples;
    IssueList issues;
};

/// "1,204 labels on 60 items".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString resultWords(const ImportReport &report);

/// Reads annotations in: items are matched by name (then by file name when that is unique), unknown ones are added, unknown
/// classes are added to the schema, all as one undoable gesture. Blocks; cancelling or a failure leaves the project as it was.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ImportReport> importAnnotations(store::Project &project, const MediaOpener &opener,
                                                                           const extension::AnnotationFormat &format,
                                                                           const ImportOptions &options, const store::Person &person,
                                                                           const jobs::JobControl &control);

}  // namespace plumbline::exchange
