// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/store/project.h"

#include <QString>

#include <optional>
#include <vector>

/// When everything that waits for a review will have been reviewed, from what came in and went out on recent days.
namespace plumbline::review {

/// One day (UTC).
struct QueueDay {
    std::int64_t arrived = 0;   ///< pieces of work handed in, each round by itself; drawn ones only
    std::int64_t reviewed = 0;  ///< whose review ended
    bool operator==(const QueueDay &) const = default;
};

struct QueueForecast {
    std::int64_t waiting = 0;   ///< drawn work that waits or is in review
    std::vector<QueueDay> days; ///< the days it rests on, oldest first; today is not among them
    double arrivedPerDay = 0;
    double reviewedPerDay = 0;
    /// Days from now until nothing waits: median, and what lies between 10 % and 90 % of the runs. Nothing where more than half (than
    /// nine tenths; for the upper end) of them do not end within a year, and where there are fewer than leastDays.
    std::optional<double> days50;
    std::optional<double> days10;
    std::optional<double> days90;
    double never = 0;  ///< share of runs that did not end within a year
    static constexpr int leastDays = 5;
    static constexpr int mostDays = 28;
    static constexpr int runs = 2000;
    static constexpr int horizon = 365;
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QString text() const;  ///< translated, one or two sentences
};

/// The model: each day to come is like one of the days given, drawn at random with replacement and independently (a bootstrap of
/// days: Efron, Ann. Stat. 7 (1979) 1-26), `runs` times with a fixed seed. No trend, no weekdays, no person. The same for the same
/// input. An empty queue is 0 days.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QueueForecast forecast(std::int64_t waiting, const std::vector<QueueDay> &days,
                                                           std::uint64_t seed = 1);

/// Of a project, from the last mostDays days since its first submission. A review has ended when its latest decision or the latest
/// label that it accepted was written; one that left no trace of either is counted where its work was handed in. For leads
/// (PermissionDenied). Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QueueForecast>
queueForecast(const store::Project &project, const store::Person &person, const jobs::JobControl &control = {});

}  // namespace plumbline::review
