// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consensus/expectation.h"
#include "core/consensus/votes.h"

#include <functional>
#include <vector>

namespace plumbline::consensus {

/// Asked once a round; false stops the fit.
using GoOn = std::function<bool()>;

/// What a method makes of the votes. Posteriors lie as the layout says.
struct Fit {
    std::vector<double> posterior;
    std::vector<double> skill;  ///< per worker: expected share of right answers
    std::vector<double> said;   ///< P(said | worker, truth) per slot; empty where the method has none
    std::vector<double> trace;  ///< what is maximised, by round; empty where nothing is
    double evidence = 0;        ///< mean log P(label | all other labels), where the method predicts labels
    int iterations = 0;
    bool converged = true;
    bool cancelled = false;
};

[[nodiscard]] Fit majority(const Layout &layout);
/// Majority, agreement with it as skill, votes weighted by skill.
[[nodiscard]] Fit wawa(const Layout &layout);
/// Rounds of 0 mean until convergence, everywhere below.
/// `smoothing` is added to every cell of every annotator's expected counts, and to those of the classes.
[[nodiscard]] Fit dawidSkeneMl(const Layout &layout, int rounds, const GoOn &goOn, double smoothing = 0);
[[nodiscard]] Fit oneCoin(const Layout &layout, int rounds, const GoOn &goOn);
[[nodiscard]] Fit mace(const Layout &layout, int rounds, const GoOn &goOn);
[[nodiscard]] Fit glad(const Layout &layout, int rounds, const GoOn &goOn);

/// What the shrunken model may learn. With nothing learned it is majority vote with a calibrated posterior.
struct Freedom {
    bool shape = true;        ///< which classes are confused with which, by everybody; else errors are spread evenly
    bool abilities = true;    ///< one number a worker
    bool tables = true;       ///< a confusion table a worker, around what shape and ability say
    bool prior = true;        ///< how frequent the classes are
    bool difficulty = false;  ///< that some tasks are hard for everybody
};
/// Dawid-Skene with a hierarchical prior: see docs/consensus.md. Starts from the shares of the votes, or from another posterior.
[[nodiscard]] Fit shrunken(const Layout &layout, const Freedom &freedom, int rounds, const GoOn &goOn,
                           const std::vector<double> &start = {});

/// Expected share of right answers per worker under a posterior.
[[nodiscard]] std::vector<double> skillsUnder(const Layout &layout, const std::vector<double> &posterior);

}  // namespace plumbline::consensus
