// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/task.h"

/// The states of a piece of work and what leads from one to the other. Pure.
namespace plumbline::workflow {

enum class FlowEvent {
    Begin,        ///< the author's first edit
    Submit,       ///< the author hands in, also again
    CannotLabel,  ///< the author hands in that it cannot be done
    Take,         ///< a reviewer begins to look at it
    GiveBack,     ///< the reviewer does not finish
    Accept,
    AskFix,       ///< back to the author, who changes what was named: a new round
    Reject,       ///< to be done anew, by whomever
    Finish,       ///< accepted work is closed; work that cannot be done is left out
    Reopen,       ///< by a lead or reviewer: a closed one can be edited again
    Adjudicate,   ///< somebody chose between several people's work
};

/// The state that follows; Conflict, in words, where the event makes no sense.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<model::TaskState> after(model::TaskState state, FlowEvent event);

}  // namespace plumbline::workflow
