// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/project.h"
#include "core/store/reader.h"

#include <optional>

/// What the roles of a project allow.
namespace plumbline::workflow {

enum class Role { Viewer, Annotator, Reviewer, Lead };

/// The columns of the table in docs/roles.md. Every verb and every panel belongs to one of them.
enum class Act {
    Look,           ///< media and one's own labels
    Label,          ///< edit and hand in one's own layer, write remarks, contest one's own scores
    Review,         ///< decide about other people's work
    Adjudicate,     ///< choose between several people's work
    Triage,         ///< say what becomes of work that cannot be labeled
    Reopen,         ///< unlock closed work
    Plan,           ///< how much is reviewed, by whom, in how many rounds; who does what
    SeeTeam,        ///< other people's scores, agreement, active time
    KeepGold,       ///< see and change known answers, judge contests
    KeepMembers,    ///< who belongs to the project, with which role and secret
    HandOut,        ///< make work packets, merge what comes back
    ChangeProject,  ///< schema, guideline, media, imports
    Export,         ///< take labels out of the project
    SeeAudit,       ///< read the audit log
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT bool allows(Role role, Act act);
/// All but looking and labeling.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool needsProof(Act act);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString roleTitle(Role role);
/// "annotator", "reviewer", "lead", "viewer"; nothing for other texts.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Role> roleFromName(QStringView name);
/// The inverse; stored and printed, never translated.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString roleName(Role role);

/// Role of a person in the project. Who is no member may look.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Role> roleOf(const store::Reader &reader, const store::Person &person);
/// Role of a member; nothing for who is none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::optional<Role>> roleOfMember(const store::Reader &reader, const QString &name);
/// PermissionDenied, in words, when the person's role does not allow it, and when nothing proves who they are where the act is more
/// than looking and labeling.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> demand(const store::Reader &reader, const store::Person &person, Act act);

}  // namespace plumbline::workflow
