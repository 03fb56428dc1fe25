// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/task.h"

#include <array>

namespace plumbline::model {

namespace {

constexpr std::array<const char *, 10> stateNames{"to-do",    "in-progress", "submitted", "cannot-label", "in-review",
                                                  "accepted", "fix",         "rejected",  "done",         "adjudicated"};
constexpr std::array<const char *, 3> stageNames{"annotate", "review", "adjudicate"};

}  // namespace

QString taskStateName(TaskState state)
{
    return QLatin1String(stateNames[static_cast<std::size_t>(state)]);
}

std::optional<TaskState> taskStateFromName(QStringView name)
{
    for (std::size_t i = 0; i < stateNames.size(); ++i)
        if (name == QLatin1String(stateNames[i]))
            return static_cast<TaskState>(i);
    return std::nullopt;
}

bool isLocked(TaskState state)
{
    return state == TaskState::InReview || state == TaskState::Accepted || state == TaskState::Adjudicated
           || state == TaskState::Done;
}

QString stageName(Stage stage)
{
    return QLatin1String(stageNames[static_cast<std::size_t>(stage)]);
}

}  // namespace plumbline::model
