// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/members.h"

#include "core/audit/log.h"
#include "core/identity/secret.h"
#include "core/identity/signin.h"
#include "core/model/annotation.h"
#include "core/model/codec.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::workflow {

using base::toJson;

namespace {

constexpr qsizetype longestName = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

// A person's name is the name of their layer, too.
Result<> soundName(const QString &name)
{
    const bool plain = !name.isEmpty() && name.size() <= longestName && name == name.trimmed()
                       && std::none_of(name.begin(), name.end(), [](QChar c) { return !c.isPrint(); });
    if (!plain)
        return fail(ErrorCode::InvalidArgument, tr("A member needs a name of at most %1 printable characters.").arg(longestName));
    if (name == model::acceptedLayer() || model::isModelLayer(name))
        return fail(ErrorCode::InvalidArgument, tr("“%1” is the name of a layer; nobody can have it.").arg(name));
    return {};
}

Result<std::vector<model::Member>> membersOf(const store::Project &project)
{
    const auto reader = project.store().reader();
    return reader ? (*reader)->members() : fail(reader.error());
}

/// One step: the changes of the member and of the secret, and what the log is told.
class Step
{
public:
    Step(store::Project &project, const QString &label, const store::Person &person)
        : m_project(project), m_person(person), m_builder(project.store().ids().make<GestureId>(), label)
    {}

    history::GestureBuilder &builder() { return m_builder; }
    void log(audit::Action action, const QString &object, Json detail = Json::object())
    {
        m_logged.push_back({action, object, std::move(detail)});
    }
    void also(history::Change change) { m_more.push_back(std::move(change)); }

    Result<> setSecret(const QString &name, const QByteArray &secret)
    {
        const auto before = identity::storedSecret(m_project, name);
        if (!before)
            return fail(before.error());
        const model::Record *old = *before ? &**before : nullptr;
        if (secret.isEmpty()) {
            if (old) {
                m_builder.remove(*old);
                log(audit::Action::SecretRemoved, name);
            }
            return {};
        }
        const auto hash = identity::hashSecret(secret);
        if (!hash)
            return fail(hash.error());
        m_builder.put(old, identity::secretRecord(name, *hash));
        log(audit::Action::SecretSet, name);
        return {};
    }

    Result<> commit()
    {
        history::Gesture gesture = m_builder.notUndoable().take();
        for (history::Change &change : m_more)
            gesture.changes.push_back(std::move(change));
        if (gesture.empty())
            return {};
        if (const auto done = store::wait(m_project.store().commit(std::move(gesture), m_person.name)); !done)
            return fail(done.error());
        for (const Logged &entry : m_logged)
            if (const auto logged = audit::record(m_project, m_person, entry.action, entry.object, entry.detail); !logged)
                return fail(logged.error().code, tr("It was done, and is not in the audit log. %1").arg(logged.error().text),
                            logged.error().detail);
        return {};
    }

private:
    struct Logged {
        audit::Action action;
        QString object;
        Json detail;
    };

    store::Project &m_project;
    const store::Person &m_person;
    history::GestureBuilder m_builder;
    std::vector<history::Change> m_more;
    std::vector<Logged> m_logged;
};

Result<> mayKeepMembers(const store::Project &project, const store::Person &person)
{
    const auto reader = project.store().reader();
    return reader ? demand(**reader, person, Act::KeepMembers) : fail(reader.error());
}

Result<> leavesALead(const std::vector<model::Member> &members, const QString &without)
{
    const auto isLead = [](const model::Member &m) { return roleFromName(m.role) == Role::Lead; };
    const bool leads = std::any_of(members.begin(), members.end(), isLead);
    if (!leads
        || std::any_of(members.begin(), members.end(), [&](const model::Member &m) { return m.name != without && isLead(m); }))
        return {};
    return fail(ErrorCode::Conflict,
                tr("%1 is the only lead. Make somebody else a lead first; a project without one could never be changed again.")
                    .arg(without));
}

Result<model::Member> memberNamed(const std::vector<model::Member> &members, const QString &name)
{
    const auto found = std::find_if(members.begin(), members.end(), [&](const model::Member &m) { return m.name == name; });
    return found == members.end()
               ? Result<model::Member>(fail(ErrorCode::NotFound, tr("%1 is no member of this project.").arg(name)))
               : Result<model::Member>(*found);
}

}  // namespace

Result<std::vector<MemberEntry>> memberList(const store::Project &project)
{
    const auto members = membersOf(project);
    const auto secrets = identity::membersWithSecret(project);
    if (!members || !secrets)
        return fail(members ? secrets.error() : members.error());
    std::vector<MemberEntry> list;
    for (const model::Member &member : *members)
        list.push_back({member, secrets->contains(member.name)});
    return list;
}

Result<> addMember(store::Project &project, const QString &name, const MemberChange &given, const store::Person &person)
{
    if (const auto allowed = mayKeepMembers(project, person); !allowed)
        return allowed;
    if (const auto sound = soundName(name); !sound)
        return sound;
    const auto members = membersOf(project);
    if (!members)
        return fail(members.error());
    if (memberNamed(*members, name))
        return fail(ErrorCode::AlreadyExists, tr("%1 is a member already.").arg(name));
    const QString role = roleName(given.role.value_or(Role::Annotator));
    const QString cohort = given.cohort.value_or(QString());
    Step step(project, tr("Add %1").arg(name), person);
    step.builder().put(nullptr, model::Member{name, name, role, cohort});
    step.log(audit::Action::MemberAdded, name, {{"role", toJson(role)}, {"cohort", toJson(cohort)}});
    if (given.secret && !given.secret->isEmpty())
        if (const auto set = step.setSecret(name, *given.secret); !set)
            return set;
    return step.commit();
}

Result<> changeMember(store::Project &project, const QString &name, const MemberChange &change, const store::Person &person)
{
    const bool ownSecret = change.secret && !change.role && !change.cohort && person.authenticated && person.name == name;
    if (!ownSecret)
        if (const auto allowed = mayKeepMembers(project, person); !allowed)
            return allowed;
    const auto members = membersOf(project);
    if (!members)
        return fail(members.error());
    const auto before = memberNamed(*members, name);
    if (!before)
        return fail(before.error());
    model::Member after = *before;
    if (change.role)
        after.role = roleName(*change.role);
    if (change.cohort)
        after.cohort = *change.cohort;
    if (change.role && *change.role != Role::Lead)
        if (const auto kept = leavesALead(*members, name); !kept)
            return kept;
    Step step(project, tr("Change %1").arg(name), person);
    if (after != *before) {
        step.builder().put(&*before, after);
        step.log(audit::Action::MemberChanged, name,
                 {{"role", toJson(after.role)},
                  {"cohort", toJson(after.cohort)},
                  {"role_before", toJson(before->role)},
                  {"cohort_before", toJson(before->cohort)}});
    }
    if (change.secret)
        if (const auto set = step.setSecret(name, *change.secret); !set)
            return set;
    return step.commit();
}

Result<> removeMember(store::Project &project, const QString &name, const store::Person &person)
{
    if (const auto allowed = mayKeepMembers(project, person); !allowed)
        return allowed;
    const auto members = membersOf(project);
    if (!members)
        return fail(members.error());
    const auto before = memberNamed(*members, name);
    if (!before)
        return fail(before.error());
    if (const auto kept = leavesALead(*members, name); !kept)
        return kept;
    Step step(project, tr("Remove %1").arg(name), person);
    step.also({history::EntityType::Member,
               history::ChangeKind::Delete,
               history::memberKey(name),
               QStringLiteral("delete"),
               model::encode(*before),
               {}});
    step.log(audit::Action::MemberRemoved, name, {{"role", toJson(before->role)}, {"cohort", toJson(before->cohort)}});
    if (const auto gone = step.setSecret(name, {}); !gone)
        return gone;
    return step.commit();
}

}  // namespace plumbline::workflow
