// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/triaging.h"

#include "core/audit/log.h"
#include "core/exchange/leftout.h"
#include "core/itemmodels/words.h"
#include "core/review/threads.h"
#include "core/store/recordlog.h"
#include "core/triage/wording.h"
#include "core/workflow/desk.h"
#include "core/workflow/flow.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace plumbline::triage {

using model::TaskState;
using workflow::Act;
using workflow::FlowEvent;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::triage", text);
}

constexpr qsizetype mostWords = 10'000;  // characters

QString stepTitle(Ruling ruling)
{
    return tr("Cannot label: %1").arg(rulingTitle(ruling));
}

Result<std::unique_ptr<store::Reader>> openFor(const store::Project &project, const store::Person &person)
{
    auto reader = project.store().reader();
    if (!reader)
        return reader;
    const auto allowed = workflow::demand(**reader, person, Act::Triage);
    return allowed ? std::move(reader) : fail(allowed.error());
}

/// What a decision looks at.
struct Situation {
    std::unique_ptr<store::Reader> reader;
    model::Item item;
    model::Task task;
    model::Submission submission;
    std::vector<Entry> chain;  // about the submission
};

Result<std::vector<Entry>> entriesOf(const store::Project &project, const std::optional<ItemId> &item, std::int64_t *unreadable)
{
    const auto log = store::RecordLog::open(project.store());
    if (!log)
        return fail(log.error());
    std::vector<Entry> list;
    const auto read = log->visit(model::RecordKind::Triage, item, [&](const model::Record &record) -> Result<> {
        auto entry = entryFromRecord(record);
        if (entry)
            list.push_back(std::move(*entry));
        else if (unreadable)
            ++*unreadable;
        return {};
    });
    return read ? Result<std::vector<Entry>>(std::move(list)) : fail(read.error());
}

Result<model::Item> itemOf(const store::Reader &reader, ItemId id)
{
    auto item = reader.item(id);
    if (!item)
        return fail(item.error());
    if (!*item)
        return fail(ErrorCode::NotFound, tr("The item is not in the project any more; there is nothing to decide about."));
    return std::move(**item);
}

Result<Situation> situation(const store::Project &project, ItemId item, const QString &author, const store::Person &person)
{
    Situation found;
    auto reader = openFor(project, person);
    if (!reader)
        return fail(reader.error());
    found.reader = std::move(*reader);
    auto stored = itemOf(*found.reader, item);
    auto task = found.reader->task(workflow::annotateTask(item, author));
    auto submissions = found.reader->submissions(item, author);
    const auto entries = entriesOf(project, item, nullptr);
    if (!stored)
        return fail(stored.error());
    if (!task)
        return fail(task.error());
    if (!submissions)
        return fail(submissions.error());
    if (!entries)
        return fail(entries.error());
    if (!*task || submissions->empty())
        return fail(ErrorCode::NotFound, tr("%1 has handed in nothing of “%2”.").arg(author, stored->name));
    found.item = std::move(*stored);
    found.task = std::move(**task);
    found.submission = std::move(submissions->back());
    found.chain = chainOf(*entries, found.submission.id);
    return found;
}

/// Why the draft no longer fits what is stored; nothing when it does.
Result<> checked(const Situation &now, const Draft &draft)
{
    if (!draft.submission.isNull() && draft.submission != now.submission.id)
        return fail(ErrorCode::Conflict,
                    tr("%1 has handed in “%2” again meanwhile; look at it again.").arg(now.task.assignee, now.item.name));
    const Entry *last = now.chain.empty() ? nullptr : &now.chain.back();
    const bool waits = last && last->waits && now.task.state == TaskState::CannotLabel;
    if (last && (waits ? last->id != draft.waiting : now.task.state != TaskState::CannotLabel))
        return fail(ErrorCode::Conflict, tr("%1 has decided about “%2” already: %3. Look at it again.")
                                             .arg(last->by, now.item.name, rulingTitle(last->ruling)));
    if (now.task.state != TaskState::CannotLabel || !now.submission.cannotLabel)
        return fail(ErrorCode::Conflict,
                    tr("“%1” is no longer handed in as “cannot label”; look at it again.").arg(now.item.name));
    if (!draft.waiting.isNull() && !waits)
        return fail(ErrorCode::Conflict,
                    tr("The earlier decision about “%1” was taken back; look at it again.").arg(now.item.name));
    if (draft.ruling == Ruling::Include)
        return fail(ErrorCode::InvalidArgument, tr("Only an item that was left out can be taken in again."));
    if (draft.ruling == Ruling::Answer && draft.words.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("Write the answer."));
    if (draft.ruling == Ruling::NewClass && draft.className.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("Name the class that is to come."));
    if (draft.ruling != Ruling::Answer && !draft.guidelineText.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("Only an answer adds to the guideline."));
    if (draft.words.size() > mostWords || draft.className.size() > mostWords || draft.guidelineText.size() > mostWords)
        return fail(ErrorCode::TooLarge, tr("That is too long: at most 10,000 characters."));
    return {};
}

/// The words as a remark at the place where the problem is.
Result<> addRemark(history::GestureBuilder &builder, store::Project &project, const Situation &now, const QString &words,
                   const store::Person &person)
{
    const auto members = now.reader->members();
    if (!members)
        return fail(members.error());
    QStringList names;
    for (const model::Member &member : *members)
        names.append(member.name);
    model::Thread thread;
    thread.id = project.store().ids().make<ThreadId>();
    thread.item = now.item.id;
    thread.place = now.task.place;
    thread.opener = person.name;
    thread.createdMicroseconds = project.store().clock().nowMicroseconds();
    model::Comment comment;
    comment.id = project.store().ids().make<CommentId>();
    comment.thread = thread.id;
    comment.item = thread.item;
    comment.author = person.name;
    comment.text = words;
    comment.mentions = review::mentionsIn(words, names);
    if (names.contains(now.task.assignee) && !comment.mentions.contains(now.task.assignee) && now.task.assignee != person.name)
        comment.mentions.append(now.task.assignee);
    comment.createdMicroseconds = thread.createdMicroseconds;
    builder.put(nullptr, thread).put(comment);
    return {};
}

Result<> addToGuideline(history::GestureBuilder &builder, const store::Reader &reader, const QString &text)
{
    const QString key = QStringLiteral("guideline");
    const auto before = reader.setting(key);
    if (!before)
        return fail(before.error());
    if (!before->is_null() && !before->is_string())
        return fail(ErrorCode::Unsupported, tr("The guideline is kept in a form that this program cannot add to."));
    const QString old = base::toQString(*before).trimmed();
    builder.setting(key, *before,
                    base::toJson((old.isEmpty() ? QString() : old + QStringLiteral("\n\n")) + text + QLatin1Char('\n')));
    return {};
}

/// Closes the item's tasks of everybody who may label, so that it leaves their queues.
Result<> addExclusion(history::GestureBuilder &builder, const Situation &now, Entry &entry)
{
    const auto tasks = now.reader->tasks(now.item.id);
    const auto members = now.reader->members();
    if (!tasks)
        return fail(tasks.error());
    if (!members)
        return fail(members.error());
    std::map<TaskId, model::Task> there;
    for (const model::Task &task : *tasks)
        there.emplace(task.id, task);
    for (const model::Member &member : *members) {
        const TaskId id = workflow::annotateTask(now.item.id, member.name);
        const auto role = workflow::roleFromName(member.role);
        if (there.contains(id) || !role || !workflow::allows(*role, Act::Label))
            continue;
        model::Task task;
        task.id = id;
        task.item = now.item.id;
        task.assignee = member.name;
        entry.closed.emplace(id, task.state);
        task.state = TaskState::Done;
        builder.put(nullptr, task);
    }
    for (const auto &[id, task] : there) {
        if (task.state == TaskState::InReview)
            return fail(ErrorCode::Conflict,
                        tr("Work of %1 on “%2” is in review. End the review, or have it given back, and leave "
                           "the item out then.")
                            .arg(task.assignee, now.item.name));
        if (id == now.task.id || task.stage == model::Stage::Review || task.state == TaskState::Done)
            continue;
        model::Task closed = task;
        closed.state = TaskState::Done;
        entry.closed.emplace(id, task.state);
        builder.put(&task, closed);
    }
    model::Item item = now.item;
    if (!item.tags.contains(exchange::leftOutTag()))
        item.tags.append(exchange::leftOutTag());
    builder.put(&now.item, item);
    return {};
}

Result<Outcome> decideOnce(store::Project &project, ItemId item, const QString &author, const Draft &draft,
                           const store::Person &person)
{
    const auto now = situation(project, item, author, person);
    if (!now)
        return fail(now.error());
    if (const auto fits = checked(*now, draft); !fits)
        return fail(fits.error());
    Entry entry;
    entry.item = item;
    entry.author = author;
    entry.submission = now->submission.id;
    entry.previous = now->chain.empty() ? Uuid() : now->chain.back().id;
    entry.id = entryId(entry.submission, entry.previous);
    entry.ruling = draft.ruling;
    entry.words = draft.words.trimmed();
    entry.className = draft.ruling == Ruling::NewClass ? draft.className.trimmed() : QString();
    entry.guidelineText = draft.guidelineText.trimmed();
    entry.by = person.name;
    entry.createdMicroseconds = project.store().clock().nowMicroseconds();
    entry.authenticated = person.authenticated;
    entry.reason = now->task.reason;
    entry.comment = now->task.comment;
    entry.place = now->task.place;

    history::GestureBuilder builder(project.store().ids().make<GestureId>(), stepTitle(draft.ruling));
    FlowEvent event = FlowEvent::Reopen;
    switch (draft.ruling) {
    case Ruling::FixMedia: {
        const auto scene = now->reader->scene(item);
        if (!scene)
            return fail(scene.error());
        entry.medium = markOf(project, now->item, *scene ? &**scene : nullptr);
        entry.waits = true;
        break;
    }
    case Ruling::NewClass: {
        const auto schema = now->reader->schema();
        if (!schema)
            return fail(schema.error());
        entry.waits = !schema->find(QStringView(entry.className));
        break;
    }
    case Ruling::Answer:
        if (!entry.guidelineText.isEmpty())
            if (const auto added = addToGuideline(builder, *now->reader, entry.guidelineText); !added)
                return fail(added.error());
        break;
    case Ruling::Exclude:
        event = FlowEvent::Finish;
        if (const auto added = addExclusion(builder, *now, entry); !added)
            return fail(added.error());
        break;
    case Ruling::HandBack:
    case Ruling::Include: break;
    }
    if (!entry.words.isEmpty())
        if (const auto added = addRemark(builder, project, *now, entry.words, person); !added)
            return fail(added.error());
    Outcome outcome{entry.id, now->task.state, entry.waits};
    if (!entry.waits) {
        const auto state = workflow::after(now->task.state, event);
        if (!state)
            return fail(state.error());
        model::Task changed = now->task;
        changed.state = outcome.state = *state;
        builder.put(&now->task, changed);
    }
    builder.put(nullptr, toRecord(entry));
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<Outcome>(outcome) : fail(done.error());
}

}  // namespace

Result<Overview> overview(const store::Project &project, const store::Person &person)
{
    const auto reader = openFor(project, person);
    if (!reader)
        return fail(reader.error());
    Overview all;
    const auto schema = (*reader)->schema();
    const auto tasks = (*reader)->tasks({});
    const auto entries = entriesOf(project, {}, &all.unreadable);
    if (!schema)
        return fail(schema.error());
    if (!tasks)
        return fail(tasks.error());
    if (!entries)
        return fail(entries.error());
    std::map<ItemId, std::int64_t> numbers;
    const auto numberOf = [&](ItemId item) -> Result<std::int64_t> {
        const auto number = (*reader)->itemNumber(item);
        if (number)
            numbers.emplace(item, *number);
        return number;
    };
    for (const model::Task &task : *tasks) {
        if (task.stage != model::Stage::Annotate || task.state != TaskState::CannotLabel)
            continue;
        auto item = (*reader)->item(task.item);
        auto submissions = (*reader)->submissions(task.item, task.assignee);
        const auto number = numberOf(task.item);
        if (!item)
            return fail(item.error());
        if (!submissions)
            return fail(submissions.error());
        if (!number)
            return fail(number.error());
        if (!*item || submissions->empty())
            continue;
        Case found;
        found.item = std::move(**item);
        found.task = task;
        found.submission = std::move(submissions->back());
        found.reasonKnown = schema->cannotLabelReasons.contains(task.reason);
        for (const Entry &entry : *entries)
            if (entry.item == task.item && entry.author == task.assignee)
                found.entries.push_back(entry);
        std::stable_sort(found.entries.begin(), found.entries.end(),
                         [](const Entry &a, const Entry &b) { return a.createdMicroseconds < b.createdMicroseconds; });
        const std::vector<Entry> chain = chainOf(found.entries, found.submission.id);
        if (!chain.empty() && chain.back().waits)
            found.waiting = chain.back();
        all.cases.push_back(std::move(found));
    }
    const auto order = [&](const Case &a) {
        const qsizetype place = schema->cannotLabelReasons.indexOf(a.task.reason);
        return std::tuple(place < 0 ? schema->cannotLabelReasons.size() : place, a.task.reason, numbers[a.item.id],
                          a.task.assignee);
    };
    std::sort(all.cases.begin(), all.cases.end(), [&](const Case &a, const Case &b) { return order(a) < order(b); });
    std::map<std::int64_t, model::Item> leftOut;
    for (const Entry &entry : *entries) {
        if (entry.ruling != Ruling::Exclude)
            continue;
        auto item = (*reader)->item(entry.item);
        const auto number = numberOf(entry.item);
        if (!item)
            return fail(item.error());
        if (!number)
            return fail(number.error());
        if (*item && (*item)->tags.contains(exchange::leftOutTag()))
            leftOut.emplace(*number, std::move(**item));
    }
    for (auto &[number, item] : leftOut)
        all.leftOut.push_back(std::move(item));
    return all;
}

Result<std::vector<Event>> eventsOf(const store::Project &project, ItemId item, const store::Person &person)
{
    const auto reader = openFor(project, person);
    if (!reader)
        return fail(reader.error());
    const auto submissions = (*reader)->submissions(item, {});
    const auto entries = entriesOf(project, item, nullptr);
    if (!submissions)
        return fail(submissions.error());
    if (!entries)
        return fail(entries.error());
    std::vector<Event> events;
    for (const model::Submission &submission : *submissions)
        events.push_back({submission.createdMicroseconds, submission.annotator,
                          submission.cannotLabel
                              ? tr("Cannot label: %1").arg(itemmodels::cannotLabelReasonWord(submission.reason))
                              : tr("Handed in")});
    for (const Entry &entry : *entries)
        events.push_back({entry.createdMicroseconds, entry.by, wordsOf(entry)});
    std::stable_sort(events.begin(), events.end(),
                     [](const Event &a, const Event &b) { return a.microseconds < b.microseconds; });
    return events;
}

Result<Outcome> decide(store::Project &project, ItemId item, const QString &author, const Draft &draft,
                       const store::Person &person)
{
    // What came in between is told in words when it is looked at again.
    auto done = decideOnce(project, item, author, draft, person);
    if (!done && done.error().code == ErrorCode::Conflict)
        done = decideOnce(project, item, author, draft, person);
    if (done) {
        audit::note(project, person, audit::Action::Triaged, item.toString(),
                    {{"author", base::toJson(author)}, {"decision", base::toJson(rulingName(draft.ruling))}});
        if (!draft.guidelineText.trimmed().isEmpty())
            audit::note(project, person, audit::Action::GuidelineChanged, item.toString(),
                        {{"characters_added", draft.guidelineText.size()}});
    }
    return done;
}

Result<> include(store::Project &project, ItemId item, const QString &words, const store::Person &person)
{
    const auto reader = openFor(project, person);
    if (!reader)
        return fail(reader.error());
    const auto stored = itemOf(**reader, item);
    const auto tasks = (*reader)->tasks(item);
    const auto entries = entriesOf(project, item, nullptr);
    if (!stored)
        return fail(stored.error());
    if (!tasks)
        return fail(tasks.error());
    if (!entries)
        return fail(entries.error());
    const Entry *exclusion = nullptr;
    for (const Entry &entry : *entries)
        if (entry.ruling == Ruling::Exclude && chainOf(*entries, entry.submission).back().id == entry.id)
            exclusion = &entry;
    if (!stored->tags.contains(exchange::leftOutTag()) || !exclusion)
        return fail(ErrorCode::Conflict, tr("“%1” is not left out.").arg(stored->name));

    Entry entry;
    entry.item = item;
    entry.author = exclusion->author;
    entry.submission = exclusion->submission;
    entry.previous = exclusion->id;
    entry.id = entryId(entry.submission, entry.previous);
    entry.ruling = Ruling::Include;
    entry.words = words.trimmed();
    entry.by = person.name;
    entry.createdMicroseconds = project.store().clock().nowMicroseconds();
    entry.authenticated = person.authenticated;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), stepTitle(Ruling::Include));
    for (const model::Task &task : *tasks) {
        if (task.state != TaskState::Done)
            continue;
        model::Task open = task;
        if (task.id == workflow::annotateTask(item, exclusion->author))
            open.state = TaskState::ToDo;
        else if (const auto was = exclusion->closed.find(task.id); was != exclusion->closed.end())
            open.state = was->second;
        builder.put(&task, open);
    }
    model::Item again = *stored;
    again.tags.removeAll(exchange::leftOutTag());
    builder.put(&*stored, again).put(nullptr, toRecord(entry));
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<>() : fail(done.error());
}

Result<QString> takeBack(store::Project &project, const store::Person &person)
{
    const auto reader = openFor(project, person);
    if (!reader)
        return fail(reader.error());
    const auto labels = (*reader)->undoLabels(person.name);
    if (!labels)
        return fail(labels.error());
    constexpr Ruling rulings[] = {Ruling::FixMedia, Ruling::Answer,   Ruling::NewClass,
                                  Ruling::Exclude,  Ruling::HandBack, Ruling::Include};
    if (std::none_of(std::begin(rulings), std::end(rulings), [&](Ruling ruling) { return stepTitle(ruling) == labels->undo; }))
        return fail(ErrorCode::Conflict, tr("Your last step was no decision about work that cannot be labeled."));
    const auto done = store::wait(project.store().undo(person.name));
    if (!done && done.error().code == ErrorCode::Conflict)
        return fail(ErrorCode::Conflict, tr("The work has gone on since; the decision cannot be taken back."),
                    done.error().detail);
    return done ? Result<QString>(done->label) : fail(done.error());
}

}  // namespace plumbline::triage
