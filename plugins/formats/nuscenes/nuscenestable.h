// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/extension/annotationformat.h"

/// The tables of a version of nuScenes: files that are one list of records each.
namespace plumbline::nuscenes {

/// A folder with sample_annotation.json.
struct Version {
    QString folder;  ///< absolute
    QString name;    ///< "v1.0-mini"
    QString root;    ///< the data set around it: where samples/… lie
};

/// The versions in a folder, the one that the folder is, or the one that a table lies in.
[[nodiscard]] std::vector<Version> versionsAt(const QString &path);

/// Visits the records of a table without having more than one in memory; the file is mapped. `take` returns false to stop.
/// Broken records are told as issues, the first fifty each. Fails when the file is no list of records at all.
[[nodiscard]] Result<> visitTable(const Version &version, const char *table, extension::AnnotationSink &sink,
                                  const std::function<bool(Json &record, std::int64_t number)> &take);
/// Name of a table's file as issues have it.
[[nodiscard]] QString tableName(const Version &version, const char *table);
/// Whether the table is there.
[[nodiscard]] bool hasTable(const Version &version, const char *table);

/// Text of a key; empty when it has none.
[[nodiscard]] QString textOf(const Json &record, const char *key);

[[nodiscard]] extension::ProbeResult probe(const QString &path);

}  // namespace plumbline::nuscenes
