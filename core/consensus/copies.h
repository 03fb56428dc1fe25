// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consensus/votes.h"

#include <vector>

namespace plumbline::consensus {

/// Annotators who give the same labels wherever they meet, wrong ones included, and the evidence. Every other method takes them
/// for witnesses of each other.
struct Copies {
    std::vector<std::vector<std::uint32_t>> groups;  ///< of workers, ascending
    std::int64_t shared = 0;                         ///< tasks of pairs inside groups, all with equal labels
    std::int64_t odd = 0;                            ///< those of them on which the others' favourite is another label
};

/// Looks through all pairs that share tasks (of very large data: through the first 4 million by task). Two people count as
/// copies only if they never differ; and a group only if its equal answers are far too many for independent work.
[[nodiscard]] Copies findCopies(const Votes &votes);

/// The votes with one label a group and task. Tasks keep their order and none loses its last label.
[[nodiscard]] Votes withoutCopies(const Votes &votes, const Copies &copies);

}  // namespace plumbline::consensus
