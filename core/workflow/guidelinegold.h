// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/goldscore.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/guideline.h"

/// Known answers and scores, by version of the guideline. What is noted here lies beside the keys, never in the project. For
/// leads' tools; blocks; any thread but the store's.
namespace plumbline::workflow {

/// Under which version of the guideline a key was made, changed or confirmed last.
struct KeyVersion {
    ItemId item;
    QString name;  ///< of the item
    GoldKind kind = GoldKind::Blind;
    int version = 0;  ///< 0 = nobody noted it: before the first version, or by an earlier program
    QString who;  ///< of the last one; empty when nobody noted it
    std::int64_t microseconds = 0;
};
/// All keys, by name. A key that is older than the present version is to be looked at again. PermissionDenied unless the person
/// keeps gold.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<KeyVersion>> keyVersions(const store::Project &project,
                                                                                const store::Person &person);
/// Says that these keys are right under the present version. NotFound, and nothing is noted, when one of them is no key.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> confirmKeys(const store::Project &project, const std::vector<ItemId> &items,
                                                         const store::Person &person);
/// Notes that keys were made or changed under the present version; the caller has asked who may. Items that are no key are
/// forgotten.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> noteKeys(const store::Project &project, const std::vector<ItemId> &items,
                                                      const QString &who);

/// Results on known answers of one person among the work that was handed in under one version.
struct VersionScore {
    QString person;
    int version = 0;  ///< 0 = before the first
    quality::AnnotatorScore score;
    std::int64_t onOlderKeys = 0;  ///< submissions among them whose key is older than the version: to be re-keyed first
};
/// By person, then version. What is withdrawn does not count.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<VersionScore>> versionScores(const store::Project &project,
                                                                                    const store::Person &person);

}  // namespace plumbline::workflow
