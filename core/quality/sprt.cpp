// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/sprt.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace plumbline::quality {

namespace {

constexpr double tolerance = 1e-9;  // a ratio that meets a boundary but for rounding has met it
constexpr std::int64_t longest = 100'000;
constexpr double negligible = 1e-12;

}  // namespace

bool Sprt::valid() const
{
    const auto inside = [](double value) { return value > 0 && value < 1; };
    return inside(good) && inside(bad) && bad < good && inside(falsePause) && inside(missedBad) && falsePause + missedBad < 1;
}

double Sprt::pauseAt() const
{
    return std::log((1 - missedBad) / falsePause);
}

double Sprt::releaseAt() const
{
    return std::log(missedBad / (1 - falsePause));
}

double Sprt::wrongStep() const
{
    return std::log((1 - bad) / (1 - good));
}

double Sprt::rightStep() const
{
    return std::log(good / bad);
}

double Sprt::ratio(std::int64_t right, std::int64_t wrong) const
{
    return static_cast<double>(wrong) * wrongStep() - static_cast<double>(right) * rightStep();
}

bool Sprt::pauses(std::int64_t right, std::int64_t wrong) const
{
    return ratio(right, wrong) >= pauseAt() - tolerance;
}

bool Sprt::releases(std::int64_t right, std::int64_t wrong) const
{
    return ratio(right, wrong) <= releaseAt() + tolerance;
}

std::int64_t Sprt::errorsToPause() const
{
    return valid() ? static_cast<std::int64_t>(std::ceil(pauseAt() / wrongStep() - tolerance)) : 0;
}

std::int64_t Sprt::rightsToRelease() const
{
    return valid() ? static_cast<std::int64_t>(std::ceil(-releaseAt() / rightStep() - tolerance)) : 0;
}

Sprt::Course Sprt::course(double accuracy, std::optional<std::int64_t> cap) const
{
    Course course;
    course.undecided = 1;
    if (!valid() || !(accuracy >= 0 && accuracy <= 1))
        return course;
    const std::int64_t last = std::clamp<std::int64_t>(cap.value_or(longest), 0, longest);
    // Probability of each number of errors among the undecided; only a band of them is alive at any time.
    std::vector<double> alive{1.0};
    std::int64_t first = 0;  // number of errors of alive.front()
    for (std::int64_t n = 1; n <= last && course.undecided > negligible; ++n) {
        course.meanResults += course.undecided;
        std::vector<double> next(alive.size() + 1, 0.0);
        for (std::size_t i = 0; i < alive.size(); ++i) {
            next[i] += alive[i] * accuracy;
            next[i + 1] += alive[i] * (1 - accuracy);
        }
        for (std::size_t i = 0; i < next.size(); ++i) {
            const std::int64_t wrong = first + static_cast<std::int64_t>(i);
            if (pauses(n - wrong, wrong))
                course.paused += std::exchange(next[i], 0.0);
            else if (releases(n - wrong, wrong))
                course.released += std::exchange(next[i], 0.0);
        }
        while (!next.empty() && next.back() == 0)
            next.pop_back();
        const auto begin = std::find_if(next.begin(), next.end(), [](double p) { return p > 0; });
        first += begin - next.begin();
        alive.assign(begin, next.end());
        course.undecided = 0;
        for (const double p : alive)
            course.undecided += p;
    }
    return course;
}

}  // namespace plumbline::quality
