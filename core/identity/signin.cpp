// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/signin.h"

#include "core/audit/log.h"
#include "core/identity/secret.h"
#include "core/model/jsonfields.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"

#include <QCoreApplication>

#include <algorithm>
#include <thread>

namespace plumbline::identity {

using base::toJson;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::identity", text);
}

struct Stored {
    QString member;
    QByteArray hash;
};

Result<Stored> storedFrom(const QByteArray &data)
{
    const auto json = base::parseJson(data, 4);
    if (!json)
        return fail(json.error());
    model::JsonFields f(*json, tr("The secret"));
    Stored stored{f.requiredText("member"), f.requiredText("hash").toLatin1()};
    return f.error() ? Result<Stored>(fail(*f.error())) : Result<Stored>(std::move(stored));
}

}  // namespace

Uuid secretId(const QString &member)
{
    return Uuid::fromName("secret", member.toUtf8());
}

model::Record secretRecord(const QString &member, const QByteArray &hash)
{
    return {secretId(member),
            model::RecordKind::Secret,
            {},
            base::toJsonLine({{"member", toJson(member)}, {"hash", hash.toStdString()}})};
}

Result<std::optional<model::Record>> storedSecret(const store::Project &project, const QString &member)
{
    const auto records = store::RecordLog::open(project.store());
    if (!records)
        return fail(records.error());
    return records->find(secretId(member));
}

Result<QSet<QString>> membersWithSecret(const store::Project &project)
{
    const auto records = store::RecordLog::open(project.store());
    if (!records)
        return fail(records.error());
    QSet<QString> names;
    const auto visited = records->visit(model::RecordKind::Secret, {}, [&](const model::Record &record) -> Result<> {
        const auto stored = storedFrom(record.data);
        if (stored)
            names.insert(stored->member);
        return {};
    });
    return visited ? Result<QSet<QString>>(std::move(names)) : fail(visited.error());
}

Result<store::Person> signIn(const store::Project &project, const QString &name, QByteArrayView secret,
                             std::chrono::milliseconds pause)
{
    const store::Person claimed{name, false};
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto members = (*reader)->members();
    const auto record = storedSecret(project, name);
    if (!members || !record)
        return fail(members ? record.error() : members.error());
    const bool member = std::any_of(members->begin(), members->end(), [&](const model::Member &m) { return m.name == name; });
    bool fits = false;
    if (member && *record) {
        const auto stored = storedFrom((*record)->data);
        const auto answer = stored ? secretFits(stored->hash, secret) : Result<bool>(fail(stored.error()));
        if (!answer)
            return fail(answer.error());
        fits = *answer && stored->member == name;
    }
    if (fits) {
        const store::Person person{name, true};
        audit::note(project, person, audit::Action::SignedIn, name);
        return person;
    }
    audit::note(project, claimed, audit::Action::SecretRefused, name,
        {{"account", toJson(store::operatingSystemPerson().name)}, {"member", member}});
    std::this_thread::sleep_for(pause);
    if (member && !*record)
        return fail(ErrorCode::PermissionDenied,
                    tr("%1 has no secret in this project; a lead sets one with “member set”.").arg(name));
    return fail(ErrorCode::PermissionDenied,
                member ? tr("This is not the secret of %1.").arg(name) : tr("%1 is no member of this project.").arg(name));
}

}  // namespace plumbline::identity
