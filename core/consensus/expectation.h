// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consensus/votes.h"

#include <functional>
#include <vector>

namespace plumbline::consensus {

/// Runs work(chunk) for every chunk on all cores; the caller's thread works too. Chunks, not threads, decide how sums are split,
/// so results do not depend on the machine.
void inParallel(std::size_t chunks, const std::function<void(std::size_t)> &work);
/// How many chunks a pass over the labels is cut into, each of which keeps a table of its own.
[[nodiscard]] std::size_t chunksFor(const Votes &votes, std::size_t table);
/// Bounds of a chunk of tasks with about equally many labels.
[[nodiscard]] std::size_t chunkBegin(const Votes &votes, std::size_t chunk, std::size_t chunks);

/// Shares of the votes: where every method starts.
[[nodiscard]] std::vector<double> voteShares(const Layout &layout);
/// Expected number of answers per slot under a posterior.
[[nodiscard]] std::vector<double> expectedCounts(const Layout &layout, const std::vector<double> &posterior);
/// Sum over annotators of answers per (annotator, truth), and per slot of everything a row holds.
[[nodiscard]] std::vector<double> rowSums(const Layout &layout, const std::vector<double> &counts);
/// Share of each class under a posterior.
[[nodiscard]] std::vector<double> classShares(const Layout &layout, const std::vector<double> &posterior);

/// One E step: posterior of every task from log P(said | annotator, truth) per slot and log P(truth) per class, and the expected
/// counts that follow from it. Answers the log-likelihood of all labels.
[[nodiscard]] double expectation(const Layout &layout, const std::vector<double> &logSaid, const std::vector<double> &logPrior,
                                 std::vector<double> &posterior, std::vector<double> &counts);

}  // namespace plumbline::consensus
