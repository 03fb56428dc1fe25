// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

namespace plumbline::workflow {

enum class WalkStep { Undo, Redo };

/// PermissionDenied, in words, when the person's next step of undo or redo does more than label and their role, or what proves who
/// they are, does not allow that: steps belong to a name, and a role may be another one by now. Passes when there is no step.
/// Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> mayWalk(const store::Project &project, const store::Person &person, WalkStep step);

}  // namespace plumbline::workflow
