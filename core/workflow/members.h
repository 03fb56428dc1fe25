// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/task.h"
#include "core/workflow/roles.h"

#include <optional>
#include <vector>

namespace plumbline::workflow {

struct MemberEntry {
    model::Member member;
    bool hasSecret = false;
};
/// In the order in which they came.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<MemberEntry>> memberList(const store::Project &project);

/// What to set; what is unset stays.
struct MemberChange {
    std::optional<Role> role;
    std::optional<QString> cohort;
    std::optional<QByteArray> secret;  ///< empty = none any more
};

/// Each is one step that undo does not take back, and is in the audit log. They ask for Act::KeepMembers; one's own secret every
/// member may set who can prove who they are. A project that has a lead keeps one: Conflict. Block; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> addMember(store::Project &project, const QString &name, const MemberChange &given,
                                                       const store::Person &person);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> changeMember(store::Project &project, const QString &name,
                                                          const MemberChange &change, const store::Person &person);
/// What they have labeled stays, under their name.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> removeMember(store::Project &project, const QString &name,
                                                          const store::Person &person);

}  // namespace plumbline::workflow
