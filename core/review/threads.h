// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/review.h"
#include "core/store/project.h"

#include <vector>

/// Questions and remarks at a place. Blocks; any thread but the store's.
namespace plumbline::review {

struct ThreadWithComments {
    model::Thread thread;
    std::vector<model::Comment> comments;  ///< the oldest first
};

/// Of one item, the open ones first, each group in the order in which they were opened.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<ThreadWithComments>> threadsOf(const store::Reader &reader, ItemId item);

struct ThreadPlace {
    ItemId item;
    AnnotationId annotation;
    std::optional<model::FrameRef> frame;
    std::optional<geometry::Point> place;
};
/// Opens a thread with its first entry. Members named as "@name" are its mentions; a text without words fails.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ThreadId> openThread(store::Project &project, const ThreadPlace &place,
                                                                const QString &text, const store::Person &person);
/// Answers; a resolved thread is open again.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<CommentId> answer(store::Project &project, ItemId item, ThreadId thread,
                                                             const QString &text, const store::Person &person);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> resolve(store::Project &project, ItemId item, ThreadId thread,
                                                     const store::Person &person);

/// Members who are named in a text: "@" at the beginning of a word and the name, the longest that fits.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QStringList mentionsIn(const QString &text, const QStringList &members);

}  // namespace plumbline::review
