// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/threads.h"

#include "core/workflow/roles.h"
#include "core/store/reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::review {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

Result<model::Comment> written(const store::Project &project, const store::Reader &reader, ItemId item, ThreadId thread,
                               const QString &text, const store::Person &person)
{
    if (const auto allowed = workflow::demand(reader, person, workflow::Act::Label); !allowed)
        return fail(allowed.error());
    if (text.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("Write what the remark is about."));
    const auto members = reader.members();
    if (!members)
        return fail(members.error());
    QStringList names;
    for (const model::Member &member : *members)
        names.append(member.name);
    model::Comment comment;
    comment.id = project.store().ids().make<CommentId>();
    comment.thread = thread;
    comment.item = item;
    comment.author = person.name;
    comment.text = text.trimmed();
    comment.mentions = mentionsIn(text, names);
    comment.createdMicroseconds = project.store().clock().nowMicroseconds();
    return comment;
}

Result<model::Thread> find(const store::Reader &reader, ItemId item, ThreadId id)
{
    const auto threads = reader.threads(item);
    if (!threads)
        return fail(threads.error());
    for (const model::Thread &thread : *threads)
        if (thread.id == id)
            return thread;
    return fail(ErrorCode::NotFound, tr("This remark is not there any more."));
}

Result<> commit(store::Project &project, history::GestureBuilder &builder, const store::Person &person)
{
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<>() : fail(done.error());
}

}  // namespace

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
    std::vector<ThreadWithComments> list;
    for (model::Thread &thread : *threads) {
        ThreadWithComments entry{std::move(thread), {}};
        for (const model::Comment &comment : *comments)
            if (comment.thread == entry.thread.id)
                entry.comments.push_back(comment);
        list.push_back(std::move(entry));
    }
    return list;
}

Result<ThreadId> openThread(store::Project &project, const ThreadPlace &place, const QString &text, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    model::Thread thread;
    thread.id = project.store().ids().make<ThreadId>();
    thread.item = place.item;
    thread.annotation = place.annotation;
    thread.frame = place.frame;
    thread.place = place.place;
    thread.opener = person.name;
    thread.createdMicroseconds = project.store().clock().nowMicroseconds();
    const auto first = written(project, **reader, place.item, thread.id, text, person);
    if (!first)
        return fail(first.error());
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Remark"));
    builder.put(nullptr, thread).put(*first);
    const auto done = commit(project, builder, person);
    return done ? Result<ThreadId>(thread.id) : fail(done.error());
}

Result<CommentId> answer(store::Project &project, ItemId item, ThreadId id, const QString &text, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto thread = find(**reader, item, id);
    if (!thread)
        return fail(thread.error());
    const auto comment = written(project, **reader, item, id, text, person);
    if (!comment)
        return fail(comment.error());
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Answer"));
    if (thread->resolved) {
        model::Thread again = *thread;
        again.resolved = false;
        again.resolvedBy.clear();
        builder.put(&*thread, again);
    }
    builder.put(*comment);
    const auto done = commit(project, builder, person);
    return done ? Result<CommentId>(comment->id) : fail(done.error());
}

Result<> resolve(store::Project &project, ItemId item, ThreadId id, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Label); !allowed)
        return allowed;
    const auto thread = find(**reader, item, id);
    if (!thread)
        return fail(thread.error());
    if (thread->resolved)
        return {};
    model::Thread resolved = *thread;
    resolved.resolved = true;
    resolved.resolvedBy = person.name;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Resolve remark"));
    builder.put(&*thread, resolved);
    return commit(project, builder, person);
}

}  // namespace plumbline::review
