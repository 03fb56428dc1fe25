// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/event.h"

#include <array>
#include <tuple>

namespace plumbline::activity {

namespace {

constexpr std::array<const char *, 12> names{"left",           "shown",        "input",       "operation",  "guideline-shown",
                                             "guideline-left", "remark-shown", "remark-left", "wait-begun", "wait-ended",
                                             "away",           "back"};

}  // namespace

QString eventKindName(EventKind kind)
{
    return QLatin1String(names[static_cast<std::size_t>(kind)]);
}

std::optional<EventKind> eventKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (name == QLatin1String(names[i]))
            return static_cast<EventKind>(i);
    return std::nullopt;
}

bool before(const Event &a, const Event &b)
{
    if (const int person = a.person.compare(b.person); person != 0)
        return person < 0;
    return std::tie(a.visit, a.at, a.kind, a.item, a.round) < std::tie(b.visit, b.at, b.kind, b.item, b.round);
}

}  // namespace plumbline::activity
