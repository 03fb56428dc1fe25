// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/guideline.h"

#include "core/audit/log.h"
#include "core/base/sha256.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"
#include "core/store/settinglog.h"
#include "core/workflow/desk.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace plumbline::workflow {

namespace {

constexpr qsizetype longestText = 1 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

QString hashOf(const QString &text)
{
    return text.isEmpty() ? QString() : base::sha256(text.toUtf8()).toHex();
}

std::optional<GuidelineReader> readerOf(const model::Record &record)
{
    constexpr int deepest = 4;
    const auto json = base::parseJson(record.data, deepest);
    if (!json || !json->is_object())
        return std::nullopt;
    const Json form = json->value("form", Json());
    const Json version = json->value("version", Json());
    const Json at = json->value("at", Json());
    GuidelineReader reader;
    reader.person = base::toQString(json->value("person", Json()));
    reader.sha256 = base::toQString(json->value("sha256", Json()));
    if (form != 1 || reader.person.isEmpty() || reader.sha256.isEmpty() || !version.is_number_integer() || version < 1
        || version > 1'000'000 || !at.is_number_integer() || at < 0)
        return std::nullopt;
    reader.version = version.get<int>();
    reader.microseconds = at.get<std::int64_t>();
    reader.authenticated = json->value("authenticated", Json(false)) == true;
    return reader;
}

/// What one person wrote or confirmed last, and whether the present text is among it.
struct Known {
    const GuidelineVersion *last = nullptr;
    std::int64_t microseconds = 0;
    bool current = false;
};

Known knownTo(const QString &person, const std::vector<GuidelineVersion> &versions, const std::vector<GuidelineReader> &readers)
{
    Known known;
    const auto take = [&](const GuidelineVersion &version, std::int64_t at) {
        known.current = known.current || version.sha256 == versions.back().sha256;
        if (at >= known.microseconds) {
            known.last = &version;
            known.microseconds = at;
        }
    };
    for (const GuidelineVersion &version : versions)
        if (version.author == person)
            take(version, version.microseconds);
    for (const GuidelineReader &reader : readers) {
        if (reader.person != person)
            continue;
        // By the text: numbers of another copy of the project may be other ones.
        const auto version =
            std::find_if(versions.rbegin(), versions.rend(), [&](const auto &v) { return v.sha256 == reader.sha256; });
        if (version != versions.rend())
            take(*version, reader.microseconds);
    }
    return known;
}

}  // namespace

Result<std::vector<GuidelineVersion>> guidelineVersions(const store::Store &store)
{
    const auto log = store::SettingLog::open(store);
    if (!log)
        return fail(log.error());
    const auto changes = log->versions(QLatin1String(guidelineKey));
    if (!changes)
        return fail(changes.error());
    std::vector<GuidelineVersion> versions;
    for (const store::SettingLog::Version &change : *changes) {
        const QString text = base::toQString(change.value);
        versions.push_back(
            {static_cast<int>(versions.size()) + 1, hashOf(text), text, change.actor, change.microseconds, change.operation});
    }
    return versions;
}

int versionAtOperation(const std::vector<GuidelineVersion> &versions, std::int64_t operation)
{
    return static_cast<int>(
        std::partition_point(versions.begin(), versions.end(), [&](const auto &v) { return v.operation <= operation; })
        - versions.begin());
}

int versionAtTime(const std::vector<GuidelineVersion> &versions, std::int64_t microseconds)
{
    return static_cast<int>(
        std::count_if(versions.begin(), versions.end(), [&](const auto &v) { return v.microseconds <= microseconds; }));
}

Result<> setGuideline(store::Project &project, const QString &text, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = demand(**reader, person, Act::ChangeProject); !allowed)
        return allowed;
    if (text.size() > longestText)
        return fail(ErrorCode::InvalidArgument, tr("A guideline is at most %1 characters long.").arg(longestText));
    const auto before = (*reader)->setting(QLatin1String(guidelineKey));
    if (!before)
        return fail(before.error());
    if (base::toQString(*before) == text)
        return {};
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Change the guideline"));
    builder.setting(QLatin1String(guidelineKey), *before, text.isEmpty() ? Json() : base::toJson(text));
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    if (!done)
        return fail(done.error());
    audit::note(project, person, audit::Action::GuidelineChanged, base::sha256(text.toUtf8()).toHex(),
                {{"characters", text.size()}});
    return {};
}

Result<std::vector<GuidelineReader>> guidelineReaders(const store::Store &store)
{
    const auto log = store::RecordLog::open(store);
    if (!log)
        return fail(log.error());
    std::vector<GuidelineReader> readers;
    const auto visited = log->visit(model::RecordKind::Reading, std::nullopt, [&](const model::Record &record) -> Result<> {
        if (auto reader = readerOf(record))
            readers.push_back(std::move(*reader));
        return {};
    });
    if (!visited)
        return fail(visited.error());
    std::stable_sort(readers.begin(), readers.end(),
                     [](const auto &a, const auto &b) { return a.microseconds < b.microseconds; });
    return readers;
}

Result<std::optional<UnreadGuideline>> unreadGuideline(const store::Store &store, const store::Person &person)
{
    const auto versions = guidelineVersions(store);
    if (!versions)
        return fail(versions.error());
    if (versions->empty() || versions->back().text.trimmed().isEmpty())
        return std::optional<UnreadGuideline>();
    const auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    if (!demand(**reader, person, Act::Label))
        return std::optional<UnreadGuideline>();
    const auto readers = guidelineReaders(store);
    if (!readers)
        return fail(readers.error());
    const Known known = knownTo(person.name, *versions, *readers);
    if (known.current)
        return std::optional<UnreadGuideline>();
    return std::optional(UnreadGuideline{versions->back(), known.last ? known.last->text : QString()});
}

history::Gesture confirmationOf(const store::Store &store, const store::Person &person, const GuidelineVersion &version)
{
    model::Record record{store.ids().version4(), model::RecordKind::Reading, {}, {}};
    record.data = base::toJsonLine({{"form", 1},
                                    {"person", base::toJson(person.name)},
                                    {"version", version.number},
                                    {"sha256", base::toJson(version.sha256)},
                                    {"at", store.clock().nowMicroseconds()},
                                    {"authenticated", person.authenticated}});
    history::GestureBuilder builder(store.ids().make<GestureId>(), tr("The guideline was read"));
    builder.put(nullptr, record).notUndoable();
    return builder.take();
}

Result<> confirmGuideline(store::Store &store, const store::Person &person, const QString &sha256)
{
    const auto unread = unreadGuideline(store, person);
    if (!unread)
        return fail(unread.error());
    const auto versions = guidelineVersions(store);
    if (!versions)
        return fail(versions.error());
    if (versions->empty() || versions->back().sha256 != sha256)
        return fail(ErrorCode::Conflict, tr("The guideline has changed meanwhile: read the new text first."));
    if (!*unread)
        return {};
    const auto done = store::wait(store.commit(confirmationOf(store, person, (*unread)->version), person.name));
    return done ? Result<>() : fail(done.error());
}

Result<std::vector<GuidelineStatus>> guidelineStatus(const store::Store &store)
{
    const auto versions = guidelineVersions(store);
    const auto readers = guidelineReaders(store);
    const auto reader = store.reader();
    if (!versions || !readers)
        return fail(versions ? readers.error() : versions.error());
    if (!reader)
        return fail(reader.error());
    const auto members = (*reader)->members();
    if (!members)
        return fail(members.error());
    std::vector<GuidelineStatus> list;
    for (const model::Member &member : *members) {
        const auto role = roleFromName(member.role);
        if (!role || !allows(*role, Act::Label))
            continue;
        GuidelineStatus status{member.name, true, 0, 0};
        if (!versions->empty()) {
            const Known known = knownTo(member.name, *versions, *readers);
            status.current = known.current || versions->back().text.trimmed().isEmpty();
            status.version = known.current ? versions->back().number : known.last ? known.last->number : 0;
            status.microseconds = known.microseconds;
        }
        list.push_back(status);
    }
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.person < b.person; });
    return list;
}

Result<std::vector<OldLabels>> oldLabels(const store::Store &store, const QString &layer)
{
    const auto versions = guidelineVersions(store);
    if (!versions)
        return fail(versions.error());
    std::vector<OldLabels> list;
    if (versions->size() < 2)
        return list;
    const std::int64_t since = versions->back().operation;
    const auto reader = store.reader();
    const auto log = store::SettingLog::open(store);
    if (!reader)
        return fail(reader.error());
    if (!log)
        return fail(log.error());
    const auto submissions = (*reader)->submissions(std::nullopt, {});
    if (!submissions)
        return fail(submissions.error());
    std::map<std::pair<ItemId, QString>, std::int64_t> handedIn;
    for (const model::Submission &s : *submissions) {
        std::int64_t &last = handedIn[{s.item, s.layer}];
        last = std::max(last, s.operation);
    }
    const auto visited = log->labelsBefore(since, [&](const store::SettingLog::Label &label) {
        if (!layer.isEmpty() && label.layer != layer)
            return;
        const auto again = handedIn.find({label.item, label.layer});
        if (again != handedIn.end() && again->second >= since)
            return;
        auto known = std::find_if(list.rbegin(), list.rend(),
                                  [&](const auto &o) { return o.item != label.item || o.layer == label.layer; });
        if (known == list.rend() || known->item != label.item) {
            list.push_back({label.item, {}, label.layer, 0, 0, model::TaskState::ToDo});
            known = list.rbegin();
        }
        ++known->labels;
        known->version = std::max(known->version, versionAtOperation(*versions, label.operation));
    });
    if (!visited)
        return fail(visited.error());
    for (OldLabels &old : list) {
        const auto item = (*reader)->item(old.item);
        const auto task = (*reader)->task(annotateTask(old.item, old.layer));
        if (!item || !task)
            return fail(item ? task.error() : item.error());
        old.name = *item ? (*item)->name : QString();
        old.state = *task ? (*task)->state : model::TaskState::ToDo;
    }
    return list;
}

}  // namespace plumbline::workflow
