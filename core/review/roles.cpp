// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/roles.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::review {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
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
    case Act::Reopen: return role == Role::Reviewer || role == Role::Lead;
    case Act::Triage:
    case Act::Plan: return role == Role::Lead;
    }
    return false;
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

Result<Role> roleOf(const store::Reader &reader, const store::Person &person)
{
    const auto members = reader.members();
    if (!members)
        return fail(members.error());
    const auto found =
        std::find_if(members->begin(), members->end(), [&](const model::Member &m) { return m.name == person.name; });
    return found == members->end() ? Role::Viewer : roleFromName(found->role).value_or(Role::Viewer);
}

Result<> demand(const store::Reader &reader, const store::Person &person, Act act)
{
    const auto role = roleOf(reader, person);
    if (!role)
        return fail(role.error());
    if (allows(*role, act))
        return {};
    return fail(ErrorCode::PermissionDenied,
                tr("%1 is %2 in this project and may not %3. Ask a lead.").arg(person.name, roleTitle(*role), actTitle(act)));
}

bool mayReview(const store::Project &project, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return false;
    const auto team = (*reader)->setting(QStringLiteral("team"));
    return team && *team == true && demand(**reader, person, Act::Review).has_value();
}

}  // namespace plumbline::review
