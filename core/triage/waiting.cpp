// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/waiting.h"

#include "core/store/reader.h"
#include "core/triage/triaging.h"
#include "core/workflow/flow.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline::triage {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::triage", text);
}

/// The item with what its new file is like.
Result<model::Item> described(const exchange::MediaOpener &opener, const model::Item &item, const QString &file)
{
    IssueList issues;
    const auto found = opener.describe(file, {}, &issues);
    if (!found)
        return fail(found.error());
    if (found->kind != item.kind)
        return fail(ErrorCode::Unsupported, tr("%1 is not of the kind of “%2”.").arg(QFileInfo(file).fileName(), item.name));
    model::Item changed = item;
    changed.contentSha256 = found->contentSha256;
    changed.bytes = found->bytes;
    changed.width = found->width;
    changed.height = found->height;
    changed.frames = found->frames;
    return changed;
}

/// Whether what the decision waits for is there; `after` is the item as it is to be then.
Result<bool> isThere(const store::Project &project, const store::Reader &reader, const exchange::MediaOpener &opener,
                     const Case &waiting, model::Item &after)
{
    const Entry &entry = *waiting.waiting;
    if (entry.ruling == Ruling::NewClass) {
        const auto schema = reader.schema();
        return schema ? Result<bool>(schema->find(QStringView(entry.className)) != nullptr) : fail(schema.error());
    }
    const auto scene = reader.scene(waiting.item.id);
    if (!scene)
        return fail(scene.error());
    if (!isReplaced(entry.medium, project, waiting.item, *scene ? &**scene : nullptr))
        return false;
    if (*scene)
        return true;
    auto changed = described(opener, waiting.item, project.mediaPath(waiting.item));
    if (!changed)
        return fail(changed.error());
    after = std::move(*changed);
    return true;
}

}  // namespace

Result<WentOnReport> goOn(store::Project &project, const exchange::MediaOpener &opener, const store::Person &person)
{
    const auto all = overview(project, person);
    if (!all)
        return fail(all.error());
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    WentOnReport report;
    for (const Case &found : all->cases) {
        if (!found.waiting)
            continue;
        model::Item after = found.item;
        const auto there = isThere(project, **reader, opener, found, after);
        if (!there) {
            report.issues.warning(found.item.name, {}, there.error().text);
            continue;
        }
        if (!*there)
            continue;
        const auto state = workflow::after(found.task.state, workflow::FlowEvent::Reopen);
        if (!state)
            return fail(state.error());
        model::Task task = found.task;
        task.state = *state;
        Entry entry = *found.waiting;
        entry.previous = found.waiting->id;
        entry.id = entryId(entry.submission, entry.previous);
        entry.wentOn = true;
        entry.waits = false;
        entry.words.clear();
        entry.by = person.name;
        entry.createdMicroseconds = project.store().clock().nowMicroseconds();
        entry.authenticated = person.authenticated;
        history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Cannot label: to do again"));
        if (!(after == found.item))
            builder.put(&found.item, after);
        builder.put(&found.task, task).put(nullptr, toRecord(entry)).notUndoable();
        const auto done = store::wait(project.store().commit(builder.take(), person.name));
        // Decided or handed in anew in between: then it no longer waits for this.
        if (!done && done.error().code != ErrorCode::Conflict)
            return fail(done.error());
        if (done)
            report.list.push_back({found.item.id, found.item.name, found.task.assignee});
    }
    return report;
}

Result<> replaceMedium(store::Project &project, const exchange::MediaOpener &opener, ItemId id, const QString &path,
                       const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Triage); !allowed)
        return allowed;
    const auto item = (*reader)->item(id);
    if (!item)
        return fail(item.error());
    if (!*item)
        return fail(ErrorCode::NotFound, tr("There is no item %1 in the project.").arg(id.toString()));
    if ((*item)->kind == model::ItemKind::Scene)
        return fail(ErrorCode::Unsupported, tr("The files of a scene are replaced where they lie."));
    const QFileInfo info(path);
    if (!info.isFile())
        return fail(ErrorCode::NotFound, tr("There is no file %1.").arg(path));
    auto changed = described(opener, **item, info.absoluteFilePath());
    if (!changed)
        return fail(changed.error());
    changed->path = project.storedPath(info.absoluteFilePath());
    if (*changed == **item)
        return fail(ErrorCode::AlreadyExists, tr("This is the medium that “%1” has already.").arg((*item)->name));
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Replace medium"));
    builder.put(&**item, *changed);
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<>() : fail(done.error());
}

}  // namespace plumbline::triage
