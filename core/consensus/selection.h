// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consensus/copies.h"
#include "core/consensus/models.h"

namespace plumbline::consensus {

/// What `auto` looked at and how it decided. Scores are mean log P(label | all other labels), larger is better.
struct AutomaticFit {
    Fit fit;
    Copies copies;
    std::size_t labelsLookedAt = 0;  ///< scores rest on so many labels
    double voting = 0;               ///< everybody equally able
    double abilities = 0;            ///< one number a worker
    double tables = 0;               ///< a confusion table a worker
    double hard = 0;                 ///< tables, and tasks may be hard
    double unshaped = 0;             ///< the same, with the tables around evenly spread errors
    bool withShape = true;           ///< chosen: `hard` or `tables`; otherwise `unshaped`
    bool withHard = true;            ///< chosen: `hard` or `unshaped`; otherwise `tables`
};
[[nodiscard]] AutomaticFit automaticFit(const Layout &layout, const GoOn &goOn);

}  // namespace plumbline::consensus
