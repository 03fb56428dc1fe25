// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/history/gesture.h"
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
/// Opens a thread with its first entry. Members named as "@name" are its mentions. InvalidArgument for a text without words,
/// TooLarge for one with too many.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ThreadId> openThread(store::Project &project, const ThreadPlace &place,
                                                                const QString &text, const store::Person &person);
/// The same words about several places of one item, a thread each, all in one undoable step.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<ThreadId>> openThreads(store::Project &project,
                                                                              const std::vector<ThreadPlace> &places,
                                                                              const QString &text, const store::Person &person);
/// Answers; a resolved thread is open again.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<CommentId> answer(store::Project &project, ItemId item, ThreadId thread,
                                                             const QString &text, const store::Person &person);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> resolve(store::Project &project, ItemId item, ThreadId thread,
                                                     const store::Person &person);

/// The same acts as steps that were checked and not yet made, for an open document to push.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<history::Gesture> opening(const store::Project &project,
                                                                     const std::vector<ThreadPlace> &places, const QString &text,
                                                                     const store::Person &person);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<history::Gesture> answering(const store::Project &project, ItemId item, ThreadId thread,
                                                                       const QString &text, const store::Person &person);
/// An empty one when it is resolved already.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<history::Gesture> resolving(const store::Project &project, ItemId item, ThreadId thread,
                                                                       const store::Person &person);

/// Longest text of an entry, in UTF-16 code units.
constexpr qsizetype longestRemark = 10'000;

/// A text as it is kept: without control characters (line feeds and tabs stay), without marks that turn the direction of what
/// follows, without broken code units, trimmed.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString plainWords(const QString &text);

/// Members who are named in a text: "@" at the beginning of a word and the name, the longest that fits.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QStringList mentionsIn(const QString &text, const QStringList &members);

}  // namespace plumbline::review
