// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// Private to the folder.
namespace plumbline::quality {

/// Elements that are better off together than each for itself.
struct Group {
    std::vector<std::uint32_t> members;
    double saved = 0;  ///< above 0
};

/// The largest sum of `saved` of groups without a common element; nothing when that takes more than `steps` steps or 500,000
/// states at once. `rank` orders the elements; groups of elements that are near each other in it keep the search narrow.
///
/// Method: prices for the elements such that every group costs at least what it saves (a feasible dual solution, improved one
/// price at a time) bound what is still to be had; dynamic programming over the elements in their order, the state being which
/// later ones are taken already, drops every state that cannot beat the best solution of a first, narrow pass.
[[nodiscard]] std::optional<double> bestPacking(std::size_t elements, const std::vector<std::uint32_t> &rank,
                                                const std::vector<Group> &groups, std::int64_t steps);

}  // namespace plumbline::quality
