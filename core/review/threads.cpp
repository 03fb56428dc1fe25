// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/threads.h"

#include "core/review/authorview.h"
#include "core/store/reader.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

namespace plumbline::review {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

/// What is to be said, checked: in which words, and whom they name.
struct Words {
    QString text;
    QStringList mentions;
};

Result<Words> wordsOf(const store::Reader &reader, const QString &text, const store::Person &person)
{
    if (const auto allowed = workflow::demand(reader, person, workflow::Act::Label); !allowed)
        return fail(allowed.error());
    Words words{plainWords(text), {}};
    if (words.text.isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("Write what the remark is about."));
    if (words.text.size() > longestRemark)
        return fail(ErrorCode::TooLarge,
                    tr("A remark has at most %1 characters; this one has %2.").arg(longestRemark).arg(words.text.size()));
    const auto members = reader.members();
    if (!members)
        return fail(members.error());
    QStringList names;
    for (const model::Member &member : *members)
        names.append(member.name);
    words.mentions = mentionsIn(words.text, names);
    return words;
}

// After what it follows, also when the clock was set back.
std::int64_t timeAfter(const store::Project &project, std::int64_t earlier)
{
    return std::max(project.store().clock().nowMicroseconds(), earlier + 1);
}

model::Comment entryOf(const store::Project &project, const Words &words, ItemId item, ThreadId thread,
                       const store::Person &person, std::int64_t time)
{
    model::Comment comment;
    comment.id = project.store().ids().make<CommentId>();
    comment.thread = thread;
    comment.item = item;
    comment.author = person.name;
    comment.text = words.text;
    comment.mentions = words.mentions;
    comment.createdMicroseconds = time;
    return comment;
}

// One that the person sees: of the others they do not even learn that they are there.
Result<model::Thread> find(const store::Project &project, const store::Reader &reader, ItemId item, ThreadId id,
                           const store::Person &person)
{
    auto concern = Concern::open(project, reader, person);
    const auto threads = concern ? concern->threads(item) : Result<std::vector<ThreadWithComments>>(fail(concern.error()));
    if (!threads)
        return fail(threads.error());
    for (const ThreadWithComments &entry : *threads)
        if (entry.thread.id == id)
            return entry.thread;
    return fail(ErrorCode::NotFound, tr("This remark is not there any more."));
}

Result<> commit(store::Project &project, Result<history::Gesture> gesture, const store::Person &person)
{
    if (!gesture)
        return fail(gesture.error());
    if (gesture->empty())
        return {};
    const auto done = store::wait(project.store().commit(std::move(*gesture), person.name));
    return done ? Result<>() : fail(done.error());
}

// Of the entity that a gesture made first.
template <typename Identifier>
std::vector<Identifier> madeBy(const Result<history::Gesture> &gesture, history::EntityType type)
{
    std::vector<Identifier> ids;
    if (gesture)
        for (const history::Change &change : gesture->changes)
            if (change.type == type && change.kind == history::ChangeKind::Create)
                ids.push_back(Identifier{change.entity});
    return ids;
}

}  // namespace

QString plainWords(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QLatin1Char('\r')) {
            if (i + 1 == text.size() || text.at(i + 1) != QLatin1Char('\n'))
                plain.append(QLatin1Char('\n'));
            continue;
        }
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            plain.append(c).append(text.at(++i));
            continue;
        }
        const char16_t code = c.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        const bool control = c.category() == QChar::Other_Control && code != u'\n' && code != u'\t';
        if (!turns && !control && !c.isSurrogate() && code != 0xFEFF && !c.isNonCharacter())
            plain.append(c);
    }
    return plain.trimmed();
}

QStringList mentionsIn(const QString &text, const QStringList &members)
{
    QStringList longestFirst = members;
    std::sort(longestFirst.begin(), longestFirst.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QStringList named;
    for (qsizetype at = text.indexOf(QLatin1Char('@')); at >= 0; at = text.indexOf(QLatin1Char('@'), at + 1)) {
        if (at > 0 && text.at(at - 1).isLetterOrNumber())
            continue;
        for (const QString &name : longestFirst) {
            const qsizetype end = at + 1 + name.size();
            if (!QStringView(text).sliced(at + 1).startsWith(name) || (end < text.size() && text.at(end).isLetterOrNumber()))
                continue;
            if (!named.contains(name))
                named.append(name);
            break;
        }
    }
    return named;
}

Result<std::vector<ThreadWithComments>> threadsOf(const store::Reader &reader, ItemId item)
{
    auto threads = reader.threads(item);
    auto comments = reader.comments(item);
    if (!threads || !comments)
        return fail(threads ? comments.error() : threads.error());
    std::stable_partition(threads->begin(), threads->end(), [](const model::Thread &thread) { return !thread.resolved; });
    // What came from another copy was stored later than it was said.
    std::stable_sort(comments->begin(), comments->end(), [](const model::Comment &a, const model::Comment &b) {
        return std::pair(a.createdMicroseconds, a.id) < std::pair(b.createdMicroseconds, b.id);
    });
    std::vector<ThreadWithComments> list;
    std::map<ThreadId, std::size_t> places;
    for (model::Thread &thread : *threads) {
        places.emplace(thread.id, list.size());
        list.push_back({std::move(thread), {}});
    }
    for (model::Comment &comment : *comments)
        if (const auto place = places.find(comment.thread); place != places.end())
            list[place->second].comments.push_back(std::move(comment));
    return list;
}

Result<ThreadId> openThread(store::Project &project, const ThreadPlace &place, const QString &text, const store::Person &person)
{
    const auto opened = openThreads(project, {place}, text, person);
    return opened ? Result<ThreadId>(opened->front()) : fail(opened.error());
}

Result<std::vector<ThreadId>> openThreads(store::Project &project, const std::vector<ThreadPlace> &places, const QString &text,
                                          const store::Person &person)
{
    auto gesture = opening(project, places, text, person);
    auto opened = madeBy<ThreadId>(gesture, history::EntityType::Thread);
    const auto done = commit(project, std::move(gesture), person);
    return done ? Result<std::vector<ThreadId>>(std::move(opened)) : fail(done.error());
}

Result<CommentId> answer(store::Project &project, ItemId item, ThreadId id, const QString &text, const store::Person &person)
{
    auto gesture = answering(project, item, id, text, person);
    const auto made = madeBy<CommentId>(gesture, history::EntityType::Comment);
    const auto done = commit(project, std::move(gesture), person);
    return done ? Result<CommentId>(made.front()) : fail(done.error());
}

Result<> resolve(store::Project &project, ItemId item, ThreadId id, const store::Person &person)
{
    return commit(project, resolving(project, item, id, person), person);
}

Result<history::Gesture> opening(const store::Project &project, const std::vector<ThreadPlace> &places, const QString &text,
                                 const store::Person &person)
{
    if (places.empty())
        return fail(ErrorCode::InvalidArgument, tr("Say what the remark is about."));
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto words = wordsOf(**reader, text, person);
    if (!words)
        return fail(words.error());
    const ItemId item = places.front().item;
    const auto known = (*reader)->item(item);
    const auto decisions = (*reader)->decisions(item);
    if (!known || !decisions)
        return fail(known ? decisions.error() : known.error());
    if (!*known)
        return fail(ErrorCode::NotFound, tr("This item is not there any more."));
    // What is said about a label that a reviewer has decided about may be an answer to that.
    std::int64_t latest = 0;
    for (const model::Decision &decision : *decisions)
        latest = std::max(latest, decision.createdMicroseconds);
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Remark"));
    for (const ThreadPlace &place : places) {
        if (place.item != item)
            return fail(ErrorCode::InvalidArgument, tr("Remarks made in one step are about one item."));
        model::Thread thread;
        thread.id = project.store().ids().make<ThreadId>();
        thread.item = item;
        thread.annotation = place.annotation;
        thread.frame = place.frame;
        thread.place = place.place;
        thread.opener = person.name;
        thread.createdMicroseconds = timeAfter(project, latest);
        builder.put(nullptr, thread).put(entryOf(project, *words, item, thread.id, person, thread.createdMicroseconds));
    }
    return builder.take();
}

Result<history::Gesture> answering(const store::Project &project, ItemId item, ThreadId id, const QString &text,
                                   const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto thread = find(project, **reader, item, id, person);
    if (!thread)
        return fail(thread.error());
    const auto words = wordsOf(**reader, text, person);
    const auto comments = (*reader)->comments(item);
    if (!words || !comments)
        return fail(words ? comments.error() : words.error());
    std::int64_t latest = thread->createdMicroseconds;
    for (const model::Comment &comment : *comments)
        if (comment.thread == id)
            latest = std::max(latest, comment.createdMicroseconds);
    const model::Comment entry = entryOf(project, *words, item, id, person, timeAfter(project, latest));
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Answer"));
    if (thread->resolved) {
        model::Thread again = *thread;
        again.resolved = false;
        again.resolvedBy.clear();
        builder.put(&*thread, again);
    }
    builder.put(entry);
    return builder.take();
}

Result<history::Gesture> resolving(const store::Project &project, ItemId item, ThreadId id, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Label); !allowed)
        return fail(allowed.error());
    const auto thread = find(project, **reader, item, id, person);
    if (!thread)
        return fail(thread.error());
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Resolve remark"));
    if (!thread->resolved) {
        model::Thread resolved = *thread;
        resolved.resolved = true;
        resolved.resolvedBy = person.name;
        builder.put(&*thread, resolved);
    }
    return builder.take();
}

}  // namespace plumbline::review
