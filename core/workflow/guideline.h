// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/history/gesture.h"
#include "core/model/task.h"
#include "core/store/project.h"

#include <optional>
#include <vector>

/// Versions of the guideline, who has read which, and what was labeled under an earlier one (docs/guideline.md). Blocks; any
/// thread but the store's.
namespace plumbline::workflow {

inline constexpr const char *guidelineKey = "guideline";

/// The text from one change of it to the next. The numbers are those of the charts: 1 = the first text there was.
struct GuidelineVersion {
    int number = 0;
    QString sha256;  ///< of the text in UTF-8, hexadecimal; empty when there is no text
    QString text;
    QString author;
    std::int64_t microseconds = 0;  ///< UTC
    std::int64_t operation = 0;  ///< number of the operation that made it
};

/// The first one first; none while no guideline was ever written.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<GuidelineVersion>> guidelineVersions(const store::Store &store);
/// Version that was in force at an operation; 0 = before the first.
[[nodiscard]] PLUMBLINE_CORE_EXPORT int versionAtOperation(const std::vector<GuidelineVersion> &versions, std::int64_t operation);
/// The same by time, microseconds UTC.
[[nodiscard]] PLUMBLINE_CORE_EXPORT int versionAtTime(const std::vector<GuidelineVersion> &versions, std::int64_t microseconds);

/// Writes a new text; nothing when it is the one that there is. For those who may change the project.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> setGuideline(store::Project &project, const QString &text,
                                                          const store::Person &person);

/// Somebody has confirmed that they read a text.
struct GuidelineReader {
    QString person;
    QString sha256;
    int version = 0;
    std::int64_t microseconds = 0;  ///< UTC
    bool authenticated = true;
};
/// In the order in which they were confirmed. What cannot be read is left out.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<GuidelineReader>> guidelineReaders(const store::Store &store);

/// The text that somebody has still to read, beside the one that they read last.
struct UnreadGuideline {
    GuidelineVersion version;
    QString before;  ///< text that the person wrote or confirmed last; empty = none
};
/// Nothing when there is no text, when the person wrote it or has confirmed the very text, and when they do not label.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::optional<UnreadGuideline>> unreadGuideline(const store::Store &store,
                                                                                           const store::Person &person);
/// What a confirmation writes: one record, which is not undone.
[[nodiscard]] PLUMBLINE_CORE_EXPORT history::Gesture confirmationOf(const store::Store &store, const store::Person &person,
                                                                    const GuidelineVersion &version);
/// Writes it. Conflict when the text is not the present one any more; once is enough.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> confirmGuideline(store::Store &store, const store::Person &person,
                                                              const QString &sha256);

/// How far a member is with the present text.
struct GuidelineStatus {
    QString person;
    bool current = false;  ///< has read or written the present text
    int version = 0;  ///< read or written last; 0 = none
    std::int64_t microseconds = 0;  ///< when; UTC
};
/// Of every member who labels, by name.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<GuidelineStatus>> guidelineStatus(const store::Store &store);

/// Labels of one person (or of the accepted layer) on one item that nobody has touched since the guideline changed.
struct OldLabels {
    ItemId item;
    QString name;  ///< of the item
    QString layer;
    std::int64_t labels = 0;
    int version = 0;  ///< the latest under which any of them was made or changed
    model::TaskState state = model::TaskState::ToDo;  ///< of the person's work
};
/// In the project's order of items; of one layer, or of all when it is empty. Work that was handed in again under the present
/// text counts as looked through. Empty while there is no earlier text.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<OldLabels>> oldLabels(const store::Store &store,
                                                                             const QString &layer = {});

}  // namespace plumbline::workflow
