// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/flow.h"

#include <QCoreApplication>

#include <array>

namespace plumbline::workflow {

using model::TaskState;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

struct Step {
    TaskState from;
    FlowEvent event;
    TaskState to;
};

constexpr std::array steps{
    Step{TaskState::ToDo, FlowEvent::Begin, TaskState::InProgress},
    Step{TaskState::ToDo, FlowEvent::Submit, TaskState::Submitted},
    Step{TaskState::ToDo, FlowEvent::CannotLabel, TaskState::CannotLabel},
    Step{TaskState::InProgress, FlowEvent::Begin, TaskState::InProgress},
    Step{TaskState::InProgress, FlowEvent::Submit, TaskState::Submitted},
    Step{TaskState::InProgress, FlowEvent::CannotLabel, TaskState::CannotLabel},
    Step{TaskState::Submitted, FlowEvent::Submit, TaskState::Submitted},
    Step{TaskState::Submitted, FlowEvent::CannotLabel, TaskState::CannotLabel},
    Step{TaskState::Submitted, FlowEvent::Take, TaskState::InReview},
    Step{TaskState::Submitted, FlowEvent::Adjudicate, TaskState::Adjudicated},
    Step{TaskState::CannotLabel, FlowEvent::Submit, TaskState::Submitted},
    Step{TaskState::CannotLabel, FlowEvent::CannotLabel, TaskState::CannotLabel},
    Step{TaskState::CannotLabel, FlowEvent::Finish, TaskState::Done},
    Step{TaskState::CannotLabel, FlowEvent::Reopen, TaskState::ToDo},
    Step{TaskState::InReview, FlowEvent::GiveBack, TaskState::Submitted},
    Step{TaskState::InReview, FlowEvent::Accept, TaskState::Accepted},
    Step{TaskState::InReview, FlowEvent::AskFix, TaskState::Fix},
    Step{TaskState::InReview, FlowEvent::Reject, TaskState::Rejected},
    Step{TaskState::Accepted, FlowEvent::Finish, TaskState::Done},
    Step{TaskState::Accepted, FlowEvent::Reopen, TaskState::Fix},
    Step{TaskState::Accepted, FlowEvent::Adjudicate, TaskState::Adjudicated},
    Step{TaskState::Fix, FlowEvent::Begin, TaskState::Fix},
    Step{TaskState::Fix, FlowEvent::Submit, TaskState::Submitted},
    Step{TaskState::Fix, FlowEvent::CannotLabel, TaskState::CannotLabel},
    Step{TaskState::Rejected, FlowEvent::Begin, TaskState::Rejected},
    Step{TaskState::Rejected, FlowEvent::Submit, TaskState::Submitted},
    Step{TaskState::Rejected, FlowEvent::CannotLabel, TaskState::CannotLabel},
    Step{TaskState::Rejected, FlowEvent::Reopen, TaskState::ToDo},
    Step{TaskState::Rejected, FlowEvent::Adjudicate, TaskState::Adjudicated},
    Step{TaskState::Adjudicated, FlowEvent::Adjudicate, TaskState::Adjudicated},
    Step{TaskState::Adjudicated, FlowEvent::Finish, TaskState::Done},
    Step{TaskState::Adjudicated, FlowEvent::Reopen, TaskState::Fix},
    Step{TaskState::Done, FlowEvent::Reopen, TaskState::Fix},
};

}  // namespace

Result<TaskState> after(TaskState state, FlowEvent event)
{
    for (const Step &step : steps)
        if (step.from == state && step.event == event)
            return step.to;
    const QString detail = model::taskStateName(state);
    if (model::isLocked(state) && (event == FlowEvent::Begin || event == FlowEvent::Submit || event == FlowEvent::CannotLabel))
        return fail(ErrorCode::Conflict,
                    tr("This work is being reviewed or has been accepted; it can be changed when a reviewer or lead reopens it."),
                    detail);
    return fail(ErrorCode::Conflict, tr("The work is in another state by now; look at it again."), detail);
}

}  // namespace plumbline::workflow
