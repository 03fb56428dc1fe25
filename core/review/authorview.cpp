// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/authorview.h"

#include "core/base/sha256.h"
#include "core/model/codec.h"
#include "core/workflow/handedin.h"
#include "core/review/reviewplan.h"
#include "core/workflow/desk.h"
#include "core/workflow/handedin.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::review {

using model::DecisionKind;
using model::TaskState;
using workflow::Role;

namespace {

constexpr std::size_t mostAsked = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

bool isPersonsLayer(const QString &layer)
{
    return layer != model::acceptedLayer() && !model::isModelLayer(layer);
}

/// How people are called in what somebody reads.
class Names
{
public:
    static Result<Names> of(const store::Reader &reader, const Concern &concern, const QString &self)
    {
        const auto plan = reviewPlan(reader);
        // Whoever handed out the work has left out the names that are not for everybody.
        const auto origin = reader.setting(QStringLiteral("packet-origin"));
        if (!plan || !origin)
            return fail(plan ? origin.error() : plan.error());
        return Names(concern, self, plan->blind && origin->is_null() && concern.role() != Role::Lead);
    }

    [[nodiscard]] bool hidden() const { return m_hidden; }
    [[nodiscard]] QString shown(const QString &name) const
    {
        if (name == m_self)
            return tr("you");
        if (name.isEmpty())
            return workflow::roleTitle(Role::Reviewer);
        const auto known = m_members.find(name);
        if (m_hidden)
            return known == m_members.end()
                       ? tr("somebody")
                       : workflow::roleTitle(workflow::roleFromName(known->second.role).value_or(Role::Viewer));
        const QString title = known == m_members.end() ? QString() : known->second.displayName;
        return plainWords(title.isEmpty() ? name : title);
    }
    [[nodiscard]] QString text(const model::Comment &comment) const
    {
        const QString plain = plainWords(comment.text);
        return m_hidden ? withNames(plain, comment.mentions,
                                    [this](const QString &name) { return name == m_self ? name : shown(name); })
                        : plain;
    }

private:
    Names(const Concern &concern, QString self, bool hidden) : m_self(std::move(self)), m_hidden(hidden)
    {
        for (const model::Member &member : concern.members())
            m_members.emplace(member.name, member);
    }
    QString m_self;
    bool m_hidden = false;
    std::map<QString, model::Member> m_members;
};

bool wasNamedSince(const ThreadWithComments &entry, const QString &person, const model::Comment **by = nullptr)
{
    bool named = false;
    for (const model::Comment &comment : entry.comments) {
        if (comment.author == person) {
            named = false;
        } else if (comment.mentions.contains(person)) {
            named = true;
            if (by)
                *by = &comment;
        }
    }
    return named && !entry.thread.resolved;
}

Talk talkOf(const ThreadWithComments &entry, const Names &names, const QString &person)
{
    const model::Thread &thread = entry.thread;
    Talk talk{thread.id, thread.annotation, thread.frame, thread.place, !thread.resolved, {}, {}, {}, false, false, false};
    if (thread.resolved)
        talk.resolvedBy = names.shown(thread.resolvedBy);
    for (const model::Comment &comment : entry.comments)
        talk.entries.push_back({comment.id, names.shown(comment.author), comment.author == person, names.text(comment),
                                comment.createdMicroseconds});
    talk.waits = talk.open && !talk.entries.empty() && !talk.entries.back().own;
    talk.asksMe = wasNamedSince(entry, person);
    return talk;
}

/// Fills in what became of the requests.
class Progress
{
public:
    Progress(const store::Project &project, const store::Reader &reader, const model::Task &task, const QString &layer)
        : m_project(project), m_reader(reader), m_task(task), m_layer(layer)
    {}

    Result<Request> of(const model::Decision &decision, const std::vector<ThreadWithComments> &threads)
    {
        Request request{decision, {}, RequestState::Open, {}, decision.frame};
        const auto done = decision.annotation.isNull() ? lookAtAll(request) : lookAtLabel(request);
        if (!done)
            return fail(done.error());
        const bool answered = std::any_of(threads.begin(), threads.end(), [&](const ThreadWithComments &entry) {
            return entry.thread.annotation == decision.annotation
                   && std::any_of(entry.comments.begin(), entry.comments.end(), [&](const model::Comment &comment) {
                          return comment.author == m_task.assignee && comment.createdMicroseconds > decision.createdMicroseconds;
                      });
        });
        if (answered && request.state == RequestState::Open)
            request.state = RequestState::Answered;
        return request;
    }

private:
    Result<> lookAtLabel(Request &request)
    {
        const model::Decision &decision = request.decision;
        const auto now = m_reader.annotation(decision.annotation);
        if (!now)
            return fail(now.error());
        if (*now && (*now)->layer == m_layer) {
            request.labelClass = (*now)->labelClass;
            request.frame = (*now)->frame ? (*now)->frame : request.frame;
            if (!decision.content.isNull() && base::sha256(model::encode(**now)) != decision.content)
                request.state = RequestState::Changed;
            return {};
        }
        request.state = RequestState::Gone;
        const auto then = handedIn(decision.submission);
        if (!then)
            return fail(then.error());
        for (const model::Annotation &label : *then)
            if (label.id == decision.annotation) {
                request.labelClass = label.labelClass;
                request.frame = label.frame ? label.frame : request.frame;
            }
        return {};
    }

    // "All of it" is touched as soon as anything of it is.
    Result<> lookAtAll(Request &request)
    {
        const auto submissions = m_reader.submissions(m_task.item, m_task.assignee);
        const auto now = m_reader.annotations({m_task.item, m_layer});
        if (!submissions || !now)
            return fail(submissions ? now.error() : submissions.error());
        const auto found = std::find_if(submissions->rbegin(), submissions->rend(), [&](const model::Submission &s) {
            return s.id == request.decision.submission
                   || (request.decision.submission == askedSubmission(m_task.id, m_task.round) && s.round < m_task.round);
        });
        if (found != submissions->rend() && workflow::contentHash(*now) != found->contentSha256)
            request.state = RequestState::Changed;
        return {};
    }

    Result<std::vector<model::Annotation>> handedIn(SubmissionId id)
    {
        const auto submissions = m_reader.submissions(m_task.item, m_task.assignee);
        if (!submissions)
            return fail(submissions.error());
        const auto found =
            std::find_if(submissions->begin(), submissions->end(), [&](const model::Submission &s) { return s.id == id; });
        if (found == submissions->end())
            return std::vector<model::Annotation>();
        if (!m_history) {
            auto history = workflow::HandedIn::open(m_project.store());
            if (!history)
                return fail(history.error());
            m_history.emplace(std::move(*history));
        }
        auto state = m_history->of(*found);
        // What was purged from the history costs the title of a label, nothing more.
        return state ? std::move(state->annotations) : std::vector<model::Annotation>();
    }

    const store::Project &m_project;
    const store::Reader &m_reader;
    const model::Task &m_task;
    const QString &m_layer;
    std::optional<workflow::HandedIn> m_history;
};

Result<> fillTalks(AuthorView &view, const store::Reader &reader, const std::vector<ThreadWithComments> &threads,
                   const Names &names, const QString &person)
{
    for (const ThreadWithComments &entry : threads) {
        Talk talk = talkOf(entry, names, person);
        if (!talk.annotation.isNull()) {
            const auto label = reader.annotation(talk.annotation);
            if (!label)
                return fail(label.error());
            talk.labelGone = !label->has_value();
            if (*label) {
                talk.labelClass = (*label)->labelClass;
                talk.frame = (*label)->frame ? (*label)->frame : talk.frame;
            }
        }
        view.talks.push_back(std::move(talk));
    }
    return {};
}

}  // namespace

int AuthorView::left() const
{
    return static_cast<int>(
        std::count_if(requests.begin(), requests.end(), [](const Request &r) { return r.state == RequestState::Open; }));
}

int AuthorView::open() const
{
    return left() + static_cast<int>(std::count_if(talks.begin(), talks.end(), [](const Talk &talk) { return talk.open; }));
}

SubmissionId askedSubmission(TaskId task, int round)
{
    return SubmissionId{base::Uuid::fromName("asked-submission", task.uuid.toBytes() + QByteArray::number(round))};
}

Result<std::vector<model::Decision>> requestsOf(const store::Reader &reader, const model::Task &task)
{
    if (task.state == TaskState::Accepted || task.state == TaskState::Done || task.state == TaskState::Adjudicated)
        return std::vector<model::Decision>();
    const auto submissions = reader.submissions(task.item, task.assignee);
    const auto decisions = reader.decisions(task.item);
    if (!submissions || !decisions)
        return fail(submissions ? decisions.error() : submissions.error());
    const bool back = task.state == TaskState::Fix || task.state == TaskState::Rejected;
    std::set<SubmissionId> about{askedSubmission(task.id, task.round)};
    const auto reviewed = std::find_if(submissions->rbegin(), submissions->rend(),
                                       [&](const model::Submission &s) { return back || s.round < task.round; });
    if (reviewed != submissions->rend())
        about.insert(reviewed->id);
    // Of one label the latest word counts, whoever had it; of the whole everybody's.
    std::map<std::pair<AnnotationId, QString>, std::size_t> places;
    std::vector<model::Decision> latest;
    for (const model::Decision &decision : *decisions) {
        if (!about.contains(decision.submission))
            continue;
        const auto [place, isNew] = places.emplace(
            std::pair(decision.annotation, decision.annotation.isNull() ? decision.reviewer : QString()), latest.size());
        if (isNew)
            latest.push_back(decision);
        else
            latest[place->second] = decision;
    }
    std::erase_if(latest, [](const model::Decision &d) { return d.kind == DecisionKind::Accept; });
    std::stable_partition(latest.begin(), latest.end(), [](const model::Decision &d) { return d.annotation.isNull(); });
    return latest;
}

QString withNames(const QString &text, QStringList names, const std::function<QString(const QString &)> &shown)
{
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QString result;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(QLatin1Char('@')); at >= 0; at = text.indexOf(QLatin1Char('@'), at + 1)) {
        if (at > 0 && text.at(at - 1).isLetterOrNumber())
            continue;
        for (const QString &name : names) {
            const qsizetype end = at + 1 + name.size();
            if (name.isEmpty() || !QStringView(text).sliced(at + 1).startsWith(name)
                || (end < text.size() && text.at(end).isLetterOrNumber()))
                continue;
            result += QStringView(text).sliced(from, at + 1 - from);
            result += shown(name);
            from = end;
            break;
        }
    }
    result += QStringView(text).sliced(from);
    return result;
}

Concern::Concern(const store::Project &project, const store::Reader &reader, QString person)
    : m_project(project), m_reader(reader), m_person(std::move(person))
{}

Result<Concern> Concern::open(const store::Project &project, const store::Reader &reader, const store::Person &person)
{
    Concern concern(project, reader, person.name);
    auto members = reader.members();
    if (!members)
        return fail(members.error());
    concern.m_members = std::move(*members);
    concern.m_role = concern.roleOf(person.name);
    if (!person.authenticated && workflow::allows(concern.m_role, workflow::Act::Review))
        concern.m_role = Role::Annotator;
    return concern;
}

Role Concern::roleOf(const QString &name) const
{
    const auto found =
        std::find_if(m_members.begin(), m_members.end(), [&](const model::Member &member) { return member.name == name; });
    return found == m_members.end() ? Role::Viewer : workflow::roleFromName(found->role).value_or(Role::Viewer);
}

Result<std::vector<ThreadWithComments>> Concern::threads(ItemId item)
{
    auto all = threadsOf(m_reader, item);
    if (!all || workflow::allows(m_role, workflow::Act::Review))
        return all;
    std::vector<ThreadWithComments> own;
    for (ThreadWithComments &entry : *all) {
        const auto concerned = concerns(entry);
        if (!concerned)
            return fail(concerned.error());
        if (*concerned)
            own.push_back(std::move(entry));
    }
    return own;
}

Result<bool> Concern::concerns(const ThreadWithComments &entry)
{
    const bool takesPart = entry.thread.opener == m_person
                           || std::any_of(entry.comments.begin(), entry.comments.end(), [this](const model::Comment &comment) {
                                  return comment.author == m_person || comment.mentions.contains(m_person);
                              });
    if (takesPart)
        return true;
    if (!entry.thread.annotation.isNull()) {
        const auto others = isOthersLabel(entry.thread.item, entry.thread.annotation);
        return others ? Result<bool>(!*others) : others;
    }
    return roleOf(entry.thread.opener) != Role::Annotator;
}

// A label that is gone is somebody's who once handed it in.
Result<bool> Concern::isOthersLabel(ItemId item, AnnotationId id)
{
    const auto label = m_reader.annotation(id);
    if (!label)
        return fail(label.error());
    if (*label)
        return isPersonsLayer((*label)->layer) && (*label)->layer != m_person;
    const auto [place, isNew] = m_handedIn.try_emplace(item);
    if (isNew) {
        const auto submissions = m_reader.submissions(item, m_person);
        const auto history = workflow::HandedIn::open(m_project.store());
        if (!submissions || !history)
            return fail(submissions ? history.error() : submissions.error());
        for (const model::Submission &submission : *submissions)
            if (const auto state = history->of(submission))
                for (const model::Annotation &handedIn : state->annotations)
                    place->second.insert(handedIn.id);
    }
    return !place->second.contains(id);
}

Result<AuthorView> authorView(const store::Project &project, ItemId item, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto stored = (*reader)->item(item);
    const auto task = (*reader)->task(workflow::annotateTask(item, person.name));
    const auto layer = workflow::workingLayer(project, person);
    auto concern = Concern::open(project, **reader, person);
    if (!stored || !task || !layer || !concern)
        return fail(!stored ? stored.error() : !task ? task.error() : !layer ? layer.error() : concern.error());
    if (!*stored)
        return fail(ErrorCode::NotFound, tr("This item is not there any more."));
    const auto names = Names::of(**reader, *concern, person.name);
    const auto threads = concern->threads(item);
    if (!names || !threads)
        return fail(names ? threads.error() : names.error());

    AuthorView view;
    view.item = item;
    view.itemName = (*stored)->name;
    if (*task) {
        view.round = (*task)->round;
        view.state = (*task)->state;
        const auto decisions = requestsOf(**reader, **task);
        if (!decisions)
            return fail(decisions.error());
        Progress progress(project, **reader, **task, *layer);
        for (const model::Decision &decision : *decisions) {
            auto request = progress.of(decision, *threads);
            if (!request)
                return fail(request.error());
            request->who = names->shown(decision.reviewer);
            request->decision.comment = plainWords(decision.comment);
            if (names->hidden())
                request->decision.reviewer.clear();
            view.requests.push_back(std::move(*request));
        }
    }
    if (const auto filled = fillTalks(view, **reader, *threads, *names, person.name); !filled)
        return fail(filled.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Label); !allowed)
        view.whyNotWrite = allowed.error().text;
    for (const model::Member &member : concern->members()) {
        // Who labels beside whom is nobody's business while names are hidden.
        const bool offered =
            !names->hidden()
            || workflow::allows(workflow::roleFromName(member.role).value_or(Role::Viewer), workflow::Act::Review);
        if (offered && member.name != person.name)
            view.mentionable.append(member.name);
    }
    view.mentionable.sort();
    return view;
}

Result<RemarkOverview> remarkOverview(const store::Project &project, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto all = (*reader)->threads({});
    auto concern = Concern::open(project, **reader, person);
    if (!all || !concern)
        return fail(all ? concern.error() : all.error());
    const auto names = Names::of(**reader, *concern, person.name);
    if (!names)
        return fail(names.error());
    std::set<ItemId> items;
    for (const model::Thread &thread : *all)
        if (!thread.resolved)
            items.insert(thread.item);
    RemarkOverview overview;
    std::vector<std::pair<std::int64_t, Asked>> asked;
    for (const ItemId &id : items) {
        const auto item = (*reader)->item(id);
        const auto threads = concern->threads(id);
        if (!item || !threads)
            return fail(item ? threads.error() : item.error());
        if (!*item)
            continue;
        for (const ThreadWithComments &entry : *threads) {
            if (entry.thread.resolved)
                continue;
            ++overview.open[id];
            const model::Comment *by = nullptr;
            if (wasNamedSince(entry, person.name, &by))
                asked.emplace_back(by->createdMicroseconds,
                                   Asked{id, (*item)->name, entry.thread.id, names->shown(by->author), names->text(*by)});
        }
    }
    std::stable_sort(asked.begin(), asked.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (auto &[time, entry] : asked)
        if (overview.asked.size() < mostAsked)
            overview.asked.push_back(std::move(entry));
    return overview;
}

}  // namespace plumbline::review
