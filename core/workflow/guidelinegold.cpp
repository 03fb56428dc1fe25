// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/guidelinegold.h"

#include "core/store/reader.h"
#include "core/store/sqlite.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

/// The table beside the keys.
class KeyNotes
{
public:
    struct Note {
        int version = 0;
        QString who;
        std::int64_t microseconds = 0;
    };

    static Result<KeyNotes> open(const QString &file)
    {
        auto connection = store::Connection::open(file, store::Connection::Mode::ReadWrite);
        if (!connection)
            return fail(connection.error());
        const auto made =
            connection->execute("CREATE TABLE IF NOT EXISTS key_guideline(item BLOB PRIMARY KEY, version INTEGER NOT NULL, "
                                "who TEXT NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID");
        return made ? Result<KeyNotes>(KeyNotes(std::move(*connection))) : fail(made.error());
    }

    Result<std::map<ItemId, Note>> all()
    {
        std::map<ItemId, Note> notes;
        store::Statement read = m_connection.prepare("SELECT item, version, who, time FROM key_guideline");
        while (true) {
            const auto row = read.step();
            if (!row)
                return fail(row.error());
            if (!*row)
                return notes;
            notes[ItemId{read.uuid(0)}] = {static_cast<int>(read.integer(1)), read.text(2), read.integer(3)};
        }
    }

    /// In one transaction; a note without a version takes the item's away.
    Result<> put(const std::vector<std::pair<ItemId, std::optional<Note>>> &notes)
    {
        store::Transaction transaction(m_connection);
        if (!transaction.begun())
            return transaction.begun();
        for (const auto &[item, note] : notes) {
            store::Statement write =
                m_connection.prepare(note ? "INSERT OR REPLACE INTO key_guideline(item, version, who, time) VALUES(?, ?, ?, ?)"
                                          : "DELETE FROM key_guideline WHERE item = ?");
            write.bind(item.uuid);
            if (note)
                write.bind(note->version).bind(note->who).bind(note->microseconds);
            if (const auto done = write.run(); !done)
                return done;
        }
        return transaction.commit();
    }

private:
    explicit KeyNotes(store::Connection connection) : m_connection(std::move(connection)) {}

    store::Connection m_connection;
};

Result<> mayKeepGold(const store::Project &project, const store::Person &person)
{
    const auto reader = project.store().reader();
    return reader ? demand(**reader, person, Act::KeepGold) : fail(reader.error());
}

/// What a project's keys are; nothing when it never had any.
struct Keys {
    std::vector<std::pair<ItemId, GoldKind>> keys;
    std::map<ItemId, KeyNotes::Note> notes;

    static Result<Keys> of(const store::Project &project)
    {
        const QString file = GoldStore::standardPath(project.id());
        if (!QFileInfo::exists(file))
            return Keys{};
        const auto gold = GoldStore::open(file);
        if (!gold)
            return fail(gold.error());
        auto keys = (*gold)->keys();
        auto table = KeyNotes::open(file);
        if (!keys || !table)
            return fail(keys ? table.error() : keys.error());
        auto notes = table->all();
        if (!notes)
            return fail(notes.error());
        return Keys{std::move(*keys), std::move(*notes)};
    }
};

}  // namespace

Result<std::vector<KeyVersion>> keyVersions(const store::Project &project, const store::Person &person)
{
    if (const auto allowed = mayKeepGold(project, person); !allowed)
        return fail(allowed.error());
    const auto keys = Keys::of(project);
    const auto reader = project.store().reader();
    if (!keys)
        return fail(keys.error());
    if (!reader)
        return fail(reader.error());
    std::vector<KeyVersion> list;
    for (const auto &[item, kind] : keys->keys) {
        const auto stored = (*reader)->item(item);
        if (!stored)
            return fail(stored.error());
        KeyVersion key{item, *stored ? (*stored)->name : QString(), kind, 0, {}, 0};
        if (const auto note = keys->notes.find(item); note != keys->notes.end()) {
            key.version = note->second.version;
            key.who = note->second.who;
            key.microseconds = note->second.microseconds;
        }
        list.push_back(std::move(key));
    }
    std::sort(list.begin(), list.end(),
              [](const auto &a, const auto &b) { return std::tie(a.name, a.item) < std::tie(b.name, b.item); });
    return list;
}

Result<> confirmKeys(const store::Project &project, const std::vector<ItemId> &items, const store::Person &person)
{
    if (const auto allowed = mayKeepGold(project, person); !allowed)
        return allowed;
    const auto keys = Keys::of(project);
    if (!keys)
        return fail(keys.error());
    for (const ItemId &item : items)
        if (std::none_of(keys->keys.begin(), keys->keys.end(), [&](const auto &key) { return key.first == item; }))
            return fail(ErrorCode::NotFound, tr("Item %1 has no known answer.").arg(item.toString()));
    return noteKeys(project, items, person.name);
}

Result<> noteKeys(const store::Project &project, const std::vector<ItemId> &items, const QString &who)
{
    if (items.empty())
        return {};
    const auto versions = guidelineVersions(project.store());
    const auto keys = Keys::of(project);
    if (!versions)
        return fail(versions.error());
    if (!keys)
        return fail(keys.error());
    std::set<ItemId> there;
    for (const auto &[item, kind] : keys->keys)
        there.insert(item);
    std::vector<std::pair<ItemId, std::optional<KeyNotes::Note>>> notes;
    const std::int64_t now = project.store().clock().nowMicroseconds();
    for (const ItemId &item : items)
        notes.emplace_back(item, there.contains(item)
                                     ? std::optional(KeyNotes::Note{static_cast<int>(versions->size()), who, now})
                                     : std::nullopt);
    auto table = KeyNotes::open(GoldStore::standardPath(project.id()));
    return table ? table->put(notes) : fail(table.error());
}

Result<std::vector<VersionScore>> versionScores(const store::Project &project, const store::Person &person)
{
    if (const auto allowed = mayKeepGold(project, person); !allowed)
        return fail(allowed.error());
    std::vector<VersionScore> list;
    const QString file = GoldStore::standardPath(project.id());
    if (!QFileInfo::exists(file))
        return list;
    const auto versions = guidelineVersions(project.store());
    const auto keys = Keys::of(project);
    const auto gold = GoldStore::open(file);
    if (!versions)
        return fail(versions.error());
    if (!keys)
        return fail(keys.error());
    if (!gold)
        return fail(gold.error());
    const auto outcomes = (*gold)->outcomes();
    const auto withdrawals = (*gold)->withdrawals();
    if (!outcomes || !withdrawals)
        return fail(outcomes ? withdrawals.error() : outcomes.error());
    std::set<SubmissionId> withdrawn;
    for (const GoldStore::Withdrawal &withdrawal : *withdrawals)
        withdrawn.insert(withdrawal.submission);
    std::set<ItemId> isKey;
    for (const auto &[item, kind] : keys->keys)
        isKey.insert(item);
    std::map<std::pair<QString, int>, VersionScore> scores;
    for (const GoldStore::Scored &scored : *outcomes) {
        if (!scored.outcome || withdrawn.contains(scored.submission))
            continue;
        const int version = versionAtTime(*versions, scored.timeMicroseconds);
        VersionScore &score = scores[{scored.annotator, version}];
        score.person = scored.annotator;
        score.version = version;
        score.score.add(*scored.outcome);
        const auto note = keys->notes.find(scored.item);
        score.onOlderKeys +=
            isKey.contains(scored.item) && version > 1 && (note == keys->notes.end() || note->second.version < version);
    }
    for (auto &[key, score] : scores)
        list.push_back(std::move(score));
    return list;
}

}  // namespace plumbline::workflow
