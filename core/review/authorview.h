// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/threads.h"
#include "core/workflow/roles.h"

#include <QStringList>

#include <functional>
#include <map>
#include <set>
#include <vector>

/// What a person who labels is told about their work. All functions block and may run on any thread but the store's.
namespace plumbline::review {

/// What became of something that a reviewer asked for.
enum class RequestState {
    Open,
    Changed,   ///< the label is other than it was when it was decided about
    Gone,      ///< the label was deleted
    Answered,  ///< the author has written about it since
};

/// A label, or the work as a whole, that a reviewer wants to be other than it is.
struct Request {
    model::Decision decision;  ///< its reviewer is empty where names are hidden
    QString who;               ///< the reviewer, in words
    RequestState state = RequestState::Open;
    ClassId labelClass;        ///< of the label, now or as it was handed in; null when nobody knows any more
    std::optional<model::FrameRef> frame;
};

/// One entry of a thread as a person may see it.
struct TalkEntry {
    CommentId id;
    QString who;  ///< in words
    bool own = false;
    QString text;
    std::int64_t createdMicroseconds = 0;
};

/// A thread as a person may see it.
struct Talk {
    ThreadId id;
    AnnotationId annotation;
    std::optional<model::FrameRef> frame;
    std::optional<geometry::Point> place;
    bool open = true;
    QString resolvedBy;  ///< in words
    std::vector<TalkEntry> entries;  ///< the oldest first
    ClassId labelClass;
    bool labelGone = false;  ///< it is about a label that is not there any more
    bool waits = false;      ///< open, and somebody else had the last word
    bool asksMe = false;     ///< open, and the person was named since they last wrote
};

/// All of it for one item, read once.
struct PLUMBLINE_CORE_EXPORT AuthorView {
    ItemId item;
    QString itemName;
    int round = 1;
    std::optional<model::TaskState> state;  ///< of the person's task; nothing when they have none
    std::vector<Request> requests;          ///< the work as a whole first, then labels in the order of the decisions
    std::vector<Talk> talks;                ///< open ones first
    QStringList mentionable;                ///< names that the person may be offered after an "@"
    QString whyNotWrite;                    ///< empty when the person may write remarks

    [[nodiscard]] int left() const;  ///< requests that are open
    [[nodiscard]] int open() const;  ///< requests and threads that are open
    /// Back with the author, who has something to do about it.
    [[nodiscard]] bool toFix() const { return state == model::TaskState::Fix || state == model::TaskState::Rejected; }
};

/// What a reviewer asked for in this round, whether it was done, and the threads that concern the person. Names of others are
/// replaced by their roles while the review plan is blind, except for leads.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<AuthorView> authorView(const store::Project &project, ItemId item,
                                                                  const store::Person &person);

/// A thread in which a person was named and has not answered yet.
struct Asked {
    ItemId item;
    QString itemName;
    ThreadId thread;
    QString who;   ///< in words
    QString text;  ///< of the entry that names them
};
struct RemarkOverview {
    std::vector<Asked> asked;      ///< the latest first
    std::map<ItemId, int> open;    ///< threads that are open and concern the person
};
/// Over all items.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<RemarkOverview> remarkOverview(const store::Project &project,
                                                                          const store::Person &person);

/// What the decisions about a task's work come to for its author: of each label the latest decision, when it asks for something, and
/// likewise those about the work as a whole. Nothing for work that is accepted or closed.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<model::Decision>> requestsOf(const store::Reader &reader,
                                                                                    const model::Task &task);
/// Decisions that came in a packet are about this submission: that of the round before, whose labels may not be here.
[[nodiscard]] PLUMBLINE_CORE_EXPORT SubmissionId askedSubmission(TaskId task, int round);

/// Threads of an item that concern a person. Reviewers and leads see all; who labels sees those about their own labels and proposals
/// of models, those in which they take part or are named, and what reviewers and leads say about the item: nobody labels under the
/// influence of a colleague. Who only says that they review, without proof, sees what an annotator would.
class PLUMBLINE_CORE_EXPORT Concern
{
public:
    [[nodiscard]] static Result<Concern> open(const store::Project &project, const store::Reader &reader,
                                                const store::Person &person);
    [[nodiscard]] Result<std::vector<ThreadWithComments>> threads(ItemId item);
    [[nodiscard]] workflow::Role role() const { return m_role; }
    [[nodiscard]] const std::vector<model::Member> &members() const { return m_members; }

private:
    Concern(const store::Project &project, const store::Reader &reader, QString person);
    [[nodiscard]] Result<bool> concerns(const ThreadWithComments &entry);
    [[nodiscard]] Result<bool> isOthersLabel(ItemId item, AnnotationId id);
    [[nodiscard]] workflow::Role roleOf(const QString &name) const;

    const store::Project &m_project;
    const store::Reader &m_reader;
    QString m_person;
    workflow::Role m_role = workflow::Role::Viewer;
    std::vector<model::Member> m_members;
    std::map<ItemId, std::set<AnnotationId>> m_handedIn;  // by the person, as far as it was asked for
};

/// The text with "@name" replaced by what the function makes of the name, for those that are named in it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString withNames(const QString &text, QStringList names,
                                                      const std::function<QString(const QString &)> &shown);

}  // namespace plumbline::review
