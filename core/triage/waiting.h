// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/exchange/mediacatalog.h"
#include "core/store/project.h"

#include <vector>

/// Work that was decided about and waits for a medium or for a class. All functions block and may run on any thread but the store's;
/// all need Act::Triage.
namespace plumbline::triage {

struct WentOn {
    ItemId item;
    QString itemName;
    QString author;
};
struct WentOnReport {
    std::vector<WentOn> list;
    IssueList issues;  ///< media that are there but still cannot be read
};

/// Sends back to do what waited for a class that the schema has now, and for a medium that was replaced. Where the file of the same
/// path is another one, the item learns its hash and size; a medium that no plugin can read is not taken for a better one. Each goes
/// in a durable step of its own.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<WentOnReport> goOn(store::Project &project, const exchange::MediaOpener &opener,
                                                              const store::Person &person);

/// Gives an item another file of the same kind. Unsupported for scenes: their files are replaced where they lie.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> replaceMedium(store::Project &project, const exchange::MediaOpener &opener,
                                                           ItemId item, const QString &path, const store::Person &person);

}  // namespace plumbline::triage
