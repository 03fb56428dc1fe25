// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/roles.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

QString actTitle(Act act)
{
    switch (act) {
    case Act::Look: return tr("look at the project");
    case Act::Label: return tr("label");
    case Act::Review: return tr("review");
    case Act::Adjudicate: return tr("adjudicate");
    case Act::Triage: return tr("decide about work that cannot be labeled");
    case Act::Reopen: return tr("reopen closed work");
    case Act::Plan: return tr("plan reviews");
    case Act::SeeTeam: return tr("see the team's figures");
    case Act::KeepGold: return tr("keep known answers");
    case Act::KeepMembers: return tr("change members");
    case Act::HandOut: return tr("hand out work and take it back");
    case Act::ChangeProject: return tr("change the project");
    case Act::Export: return tr("export");
    case Act::SeeAudit: return tr("read the audit log");
    }
    return {};
}

}  // namespace

bool allows(Role role, Act act)
{
    switch (act) {
    case Act::Look: return true;
    case Act::Label: return role != Role::Viewer;
    case Act::Review:
    case Act::Adjudicate:
    case Act::Reopen:
    case Act::Export: return role == Role::Reviewer || role == Role::Lead;
    case Act::Triage:
    case Act::Plan:
    case Act::SeeTeam:
    case Act::KeepGold:
    case Act::KeepMembers:
    case Act::HandOut:
    case Act::ChangeProject:
    case Act::SeeAudit: return role == Role::Lead;
    }
    return false;
}

bool needsProof(Act act)
{
    return act != Act::Look && act != Act::Label;
}

QString roleTitle(Role role)
{
    switch (role) {
    case Role::Viewer: return tr("viewer");
    case Role::Annotator: return tr("annotator");
    case Role::Reviewer: return tr("reviewer");
    case Role::Lead: return tr("lead");
    }
    return {};
}

std::optional<Role> roleFromName(QStringView name)
{
    if (name == QLatin1String("annotator"))
        return Role::Annotator;
    if (name == QLatin1String("reviewer"))
        return Role::Reviewer;
    if (name == QLatin1String("lead"))
        return Role::Lead;
    if (name == QLatin1String("viewer"))
        return Role::Viewer;
    return std::nullopt;
}

QString roleName(Role role)
{
    switch (role) {
    case Role::Viewer: return QStringLiteral("viewer");
    case Role::Annotator: return QStringLiteral("annotator");
    case Role::Reviewer: return QStringLiteral("reviewer");
    case Role::Lead: return QStringLiteral("lead");
    }
    return {};
}

Result<std::optional<Role>> roleOfMember(const store::Reader &reader, const QString &name)
{
    const auto members = reader.members();
    if (!members)
        return fail(members.error());
    const auto found = std::find_if(members->begin(), members->end(), [&](const model::Member &m) { return m.name == name; });
    return found == members->end() ? std::optional<Role>() : std::optional(roleFromName(found->role).value_or(Role::Viewer));
}

Result<Role> roleOf(const store::Reader &reader, const store::Person &person)
{
    const auto role = roleOfMember(reader, person.name);
    return role ? Result<Role>(role->value_or(Role::Viewer)) : fail(role.error());
}

Result<> demand(const store::Reader &reader, const store::Person &person, Act act)
{
    const auto role = roleOf(reader, person);
    if (!role)
        return fail(role.error());
    if (allows(*role, act) && needsProof(act) && !person.authenticated)
        return fail(ErrorCode::PermissionDenied,
                    tr("Nothing proves that you are %1, and only then you may %2.").arg(person.name, actTitle(act)));
    if (allows(*role, act))
        return {};
    return fail(ErrorCode::PermissionDenied,
                tr("%1 is %2 in this project and may not %3. Ask a lead.").arg(person.name, roleTitle(*role), actTitle(act)));
}

}  // namespace plumbline::workflow
