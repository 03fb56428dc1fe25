// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/spanalignment.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace plumbline::quality {

namespace {

constexpr std::size_t narrow = 200;  // states that the first pass keeps
constexpr std::size_t mostStates = 500'000;
constexpr int mostSweeps = 60;
constexpr double rounding = 1e-12;

/// Elements renumbered by component and rank, so that a search in their order is done with one component before the next.
class Packing
{
public:
    Packing(std::size_t elements, const std::vector<std::uint32_t> &rank, const std::vector<Group> &groups)
        : m_prices(elements, 0), m_groupsOf(elements), m_startingAt(elements)
    {
        std::vector<std::uint32_t> root(elements);
        std::iota(root.begin(), root.end(), 0U);
        const auto find = [&](std::uint32_t e) {
            while (root[e] != e)
                e = root[e] = root[root[e]];
            return e;
        };
        for (const Group &group : groups)
            for (const std::uint32_t e : group.members)
                root[find(e)] = find(group.members.front());
        // A component stands where the first of its elements does.
        std::vector<std::uint32_t> first(elements, std::numeric_limits<std::uint32_t>::max());
        for (std::uint32_t e = 0; e < elements; ++e)
            first[find(e)] = std::min(first[find(e)], rank[e]);
        std::vector<std::uint32_t> order(elements);
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            const std::uint32_t componentA = first[find(a)];
            const std::uint32_t componentB = first[find(b)];
            return componentA != componentB ? componentA < componentB : rank[a] < rank[b];
        });
        std::vector<std::uint32_t> place(elements);
        for (std::uint32_t i = 0; i < elements; ++i)
            place[order[i]] = i;
        m_groups.reserve(groups.size());
        for (const Group &group : groups) {
            Group &own = m_groups.emplace_back(group);
            for (std::uint32_t &e : own.members)
                e = place[e];
            std::sort(own.members.begin(), own.members.end());
            const auto number = static_cast<std::uint32_t>(m_groups.size() - 1);
            for (const std::uint32_t e : own.members)
                m_groupsOf[e].push_back(number);
            m_startingAt[own.members.front()].push_back(number);
        }
        setPrices();
    }

    struct Solution {
        double loss = 0;   ///< against the prices
        double saved = 0;  ///< summed over its groups, not as bound less loss: that would round
    };

    /// The solution of least loss; at most `width` states are kept after every element. Sets `exact` when none was dropped
    /// for its width. Nothing when no state is below `limit`, or the steps are used up (then stepsLeft is below 0).
    [[nodiscard]] std::optional<Solution> leastLoss(std::size_t width, double limit, std::int64_t &stepsLeft, bool &exact) const
    {
        using State = std::vector<std::uint32_t>;  // later elements that are taken, ascending
        std::map<State, Solution> states{{{}, {}}};
        exact = true;
        for (std::uint32_t element = 0; element < m_prices.size(); ++element) {
            std::map<State, Solution> next;
            const auto keep = [&](State state, const Solution &solution) {
                if (solution.loss >= limit)
                    return;
                const auto [known, isNew] = next.try_emplace(std::move(state), solution);
                if (!isNew && solution.loss < known->second.loss)
                    known->second = solution;
            };
            for (const auto &[state, soFar] : states) {
                if (--stepsLeft < 0)
                    return std::nullopt;
                if (!state.empty() && state.front() == element) {
                    keep(State(state.begin() + 1, state.end()), soFar);
                    continue;
                }
                keep(state, {soFar.loss + m_prices[element], soFar.saved});
                for (const std::uint32_t number : m_startingAt[element]) {
                    if (--stepsLeft < 0)
                        return std::nullopt;
                    const Group &group = m_groups[number];
                    const Solution then{soFar.loss + slack(group), soFar.saved + group.saved};
                    if (then.loss >= limit)
                        continue;
                    State both;
                    both.reserve(state.size() + group.members.size());
                    std::set_union(state.begin(), state.end(), group.members.begin() + 1, group.members.end(),
                                   std::back_inserter(both));
                    if (both.size() == state.size() + group.members.size() - 1)
                        keep(std::move(both), then);
                }
            }
            if (next.empty())
                return std::nullopt;
            if (next.size() > mostStates) {
                stepsLeft = -1;
                return std::nullopt;
            }
            if (next.size() > width) {
                exact = false;
                std::vector<double> losses;
                for (const auto &[state, solution] : next)
                    losses.push_back(solution.loss);
                std::nth_element(losses.begin(), losses.begin() + static_cast<std::ptrdiff_t>(width - 1), losses.end());
                const double worst = losses[width - 1];
                std::size_t kept = 0;
                for (auto it = next.begin(); it != next.end();)
                    it = it->second.loss > worst || ++kept > width ? next.erase(it) : std::next(it);
            }
            states = std::move(next);
        }
        return states.begin()->second;
    }

private:
    [[nodiscard]] double slack(const Group &group) const
    {
        double sum = -group.saved;
        for (const std::uint32_t e : group.members)
            sum += m_prices[e];
        return std::max(0.0, sum);
    }

    void setPrices()
    {
        for (const Group &group : m_groups)
            for (const std::uint32_t e : group.members)
                m_prices[e] = std::max(m_prices[e], group.saved / static_cast<double>(group.members.size()));
        for (int sweep = 0; sweep < mostSweeps; ++sweep) {
            double lowered = 0;
            for (std::size_t i = 0; i < m_prices.size(); ++i) {
                const std::size_t e = sweep % 2 == 0 ? i : m_prices.size() - 1 - i;
                double room = m_prices[e];
                for (const std::uint32_t number : m_groupsOf[e]) {
                    const Group &group = m_groups[number];
                    double sum = -group.saved;
                    for (const std::uint32_t member : group.members)
                        sum += m_prices[member];
                    room = std::min(room, sum);
                }
                if (room <= rounding)
                    continue;
                // Half now, so that one element does not take what its neighbours could share; all of it at the end.
                const double step = sweep + 8 < mostSweeps ? room / 2 : room;
                m_prices[e] -= step;
                lowered += step;
            }
            if (lowered <= rounding)
                break;
        }
    }

    std::vector<Group> m_groups;
    std::vector<double> m_prices;
    std::vector<std::vector<std::uint32_t>> m_groupsOf;
    std::vector<std::vector<std::uint32_t>> m_startingAt;
};

}  // namespace

std::optional<double> bestPacking(std::size_t elements, const std::vector<std::uint32_t> &rank, const std::vector<Group> &groups,
                                  std::int64_t steps)
{
    const Packing packing(elements, rank, groups);
    bool exact = false;
    const auto first = packing.leastLoss(narrow, std::numeric_limits<double>::infinity(), steps, exact);
    if (!first)
        return std::nullopt;
    if (exact)
        return first->saved;
    // Only what is better than the first pass is of interest; when there is nothing, the first pass was right.
    const auto second = packing.leastLoss(std::numeric_limits<std::size_t>::max(), first->loss - rounding, steps, exact);
    if (steps < 0)
        return std::nullopt;
    return second.value_or(*first).saved;
}

}  // namespace plumbline::quality
