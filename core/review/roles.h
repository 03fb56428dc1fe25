// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/project.h"
#include "core/store/reader.h"

/// What the roles of a project allow.
namespace plumbline::review {

enum class Role { Viewer, Annotator, Reviewer, Lead };

enum class Act {
    Look,       ///< media and one's own labels
    Label,      ///< edit and hand in one's own layer
    Review,     ///< decide about other people's work
    Adjudicate, ///< choose between several people's work
    Triage,     ///< say what becomes of work that cannot be labeled
    Reopen,     ///< unlock closed work
    Plan,       ///< how much is reviewed, by whom, in how many rounds
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT bool allows(Role role, Act act);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString roleTitle(Role role);
/// "annotator", "reviewer", "lead", "viewer"; nothing for other texts.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Role> roleFromName(QStringView name);

/// Role of a person in the project. Who is no member may look.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Role> roleOf(const store::Reader &reader, const store::Person &person);
/// PermissionDenied, in words, when the person's role does not allow it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> demand(const store::Reader &reader, const store::Person &person, Act act);

/// Whether there is other people's work that the person may decide about: not in a project of one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool mayReview(const store::Project &project, const store::Person &person);

}  // namespace plumbline::review
