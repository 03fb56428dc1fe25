// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/history/gesture.h"

#include <QString>
#include <QStringList>

#include <vector>

/// Edits that could not be saved, kept in the state folder until they are. Plain functions over files.
namespace plumbline::document {

/// Replaces the rescue file of this process for the project; returns its path.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QString> writeRescueFile(ProjectId project, const QString &person,
                                                                    const std::vector<history::Gesture> &gestures);
/// Rescue files of a person's edits in a project, oldest first.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QStringList rescueFiles(ProjectId project, const QString &person);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<history::Gesture>> readRescueFile(const QString &path);

}  // namespace plumbline::document
