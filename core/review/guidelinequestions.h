// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/review.h"
#include "core/store/project.h"

#include <vector>

/// Questions that come again and again become parts of the guideline, with links both ways (docs/guideline.md). Blocks; any
/// thread but the store's.
namespace plumbline::review {

/// A thread whose first entry asks something.
struct Question {
    model::Thread thread;
    QString itemName;
    QString text;  ///< of the first entry
    QString labelClass;  ///< name of the class of the label it is about; empty = about no label
    QString errorCode;  ///< that a reviewer gave that label last; empty = none
    int answers = 0;
    bool inGuideline = false;  ///< the present text links to it
};
/// Of the whole project, those that are open and in no guideline first, then in the order in which they were asked. An entry asks
/// when it has a question mark of any script, or when nobody has answered it and the thread is open.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<Question>> guidelineQuestions(const store::Store &store);

enum class QuestionGrouping { Class, Code, Words };
struct QuestionGroup {
    QString title;  ///< name of a class, code of an error, or a word; empty = the rest
    std::vector<std::size_t> questions;  ///< places in the list
};
/// The largest first, the rest last. By words: each question is with the word of four letters or more that most questions share
/// with it, case folded; words that only one question has make no group.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<QuestionGroup> grouped(const std::vector<Question> &questions,
                                                                       QuestionGrouping by);

/// "plumbline:thread/ID".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString threadLink(ThreadId thread);
/// A part of a guideline to begin with, Markdown: a heading (a class's name is shown first for that class), room for the rule,
/// and the questions with their links.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString draftFor(const std::vector<Question> &questions, const QString &heading);

/// Adds a part to the guideline and answers the questions with a link to the new version ("plumbline:guideline/N"), as one step
/// that can be undone as one. The threads are resolved. Conflict when `before` is not the present text any more. For those who
/// may change the project.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<int> addToGuideline(store::Project &project, const QString &before,
                                                               const QString &part, const std::vector<Question> &questions,
                                                               const store::Person &person);

}  // namespace plumbline::review
