// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace plumbline::cli {

class Context;

/// Steps below "review", each group in the file of its name.
void addReviewPlanVerb(CLI::App &review, Context &context);      // plan draw
void addReviewFiguresVerb(CLI::App &review, Context &context);   // plant figures

}  // namespace plumbline::cli
