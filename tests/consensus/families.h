// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/consensus/simulation.h"

namespace plumbline::testing {

/// The crowds that every method is compared on. They are the shapes that crowd data have, written down before any method was
/// measured on them; no constant of a method was chosen by looking at them (docs/consensus.md says what was used instead).
inline std::vector<Recipe> families()
{
    return {
        // Dense and small
        {.name = "dense, 108 x 39, personal biases", .tasks = 108, .workers = 39, .perTask = 39, .accuracy = .66, .spread = .6, .own = 1.0},
        {.name = "dense, 108 x 39, hard items", .tasks = 108, .workers = 39, .perTask = 39, .accuracy = .72, .spread = .8, .own = .6, .hard = .3},
        {.name = "dense, easy, 10 classes", .tasks = 400, .workers = 60, .perTask = 20, .classes = 10, .accuracy = .93, .ordinal = .3},
        {.name = "20 labels each, 5 classes, ordinal", .tasks = 300, .workers = 110, .perTask = 20, .classes = 5, .accuracy = .7, .own = .4, .ordinal = .7},
        // About ten labels a task
        {.name = "800 x 10, 164 workers", .tasks = 800, .workers = 164, .perTask = 10, .accuracy = .8, .spread = 1.0, .spammers = .1},
        {.name = "460 x 10, 76 workers, skewed", .tasks = 460, .workers = 76, .perTask = 10, .prior = {.6, .4}, .accuracy = .82, .spread = .9, .spammers = .1},
        {.name = "800 x 10, 4 classes, look-alikes", .tasks = 800, .workers = 109, .perTask = 10, .classes = 4, .accuracy = .7, .classSpread = .5, .ordinal = .6},
        {.name = "177 x 10, easy", .tasks = 177, .workers = 34, .perTask = 10, .classes = 3, .prior = {.7, .2, .1}, .accuracy = .93},
        // Around five
        {.name = "able, independent", .tasks = 600, .workers = 60},
        {.name = "unequal abilities", .tasks = 600, .workers = 60, .spread = 1.4},
        {.name = "polarity, 5.5 labels, 203 workers", .tasks = 1000, .workers = 203, .perTask = 5.5, .accuracy = .82, .spread = .8},
        {.name = "relevance, 5 ordinal levels", .tasks = 800, .workers = 100, .perTask = 6, .classes = 5, .prior = {.1, .15, .3, .3, .15}, .accuracy = .6, .spread = .9, .ordinal = .8},
        {.name = "neighbours confused, 8 classes", .tasks = 600, .workers = 50, .classes = 8, .accuracy = .62, .ordinal = .9},
        {.name = "3 skewed classes", .tasks = 1000, .workers = 57, .prior = {.72, .22, .06}, .accuracy = .78, .spread = .7, .classSpread = .5},
        {.name = "1 in 20 positive", .tasks = 1000, .workers = 60, .prior = {.95, .05}, .accuracy = .85},
        {.name = "many classes, 30", .tasks = 800, .workers = 50, .classes = 30, .accuracy = .6, .spread = .8},
        {.name = "many classes, 60, sparse", .tasks = 800, .workers = 80, .perTask = 3, .classes = 60, .accuracy = .7},
        // Few labels a task
        {.name = "matching, 3 labels, 12 % positive", .tasks = 2000, .workers = 176, .perTask = 3, .prior = {.88, .12}, .accuracy = .85, .spread = .8, .own = .5},
        {.name = "pictures, 2.5 labels, 8 classes", .tasks = 1000, .workers = 59, .perTask = 2.5, .uneven = .5, .classes = 8, .accuracy = .7, .spread = .6, .own = .5},
        {.name = "1 to 3 labels", .tasks = 1000, .workers = 60, .perTask = 2, .uneven = .6, .classes = 3, .accuracy = .75, .spread = .9},
        {.name = "2 labels, 4 classes, spammers", .tasks = 1000, .workers = 80, .perTask = 2, .classes = 4, .spammers = .25},
        {.name = "3 labels, equal classes", .tasks = 1000, .workers = 80, .perTask = 3, .spread = .8},
        // Few labels a worker
        {.name = "1 to 5 labels a worker", .tasks = 400, .workers = 600, .perTask = 4, .busy = .3, .accuracy = .78, .spread = .8},
        {.name = "sparse levels, 4 classes, 800 workers", .tasks = 1500, .workers = 800, .perTask = 5, .classes = 4, .prior = {.6, .2, .1, .1}, .busy = 1.1, .accuracy = .75, .ordinal = .6, .spammers = .1},
        {.name = "huge sparse spammy crowd", .tasks = 2000, .workers = 700, .perTask = 5, .classes = 4, .busy = 1.1, .accuracy = .58, .spread = .8, .ordinal = .4, .spammers = .3, .habits = .1},
        {.name = "one busy, many idle", .tasks = 800, .workers = 200, .perTask = 4, .classes = 3, .busy = 1.8, .spread = .8},
        // Bad workers
        {.name = "half spammers", .tasks = 600, .workers = 60, .perTask = 7, .classes = 3, .accuracy = .8, .spammers = .5},
        {.name = "habits", .tasks = 600, .workers = 60, .perTask = 6, .classes = 3, .habits = .35},
        {.name = "adversaries", .tasks = 600, .workers = 60, .perTask = 7, .accuracy = .8, .adversaries = .15},
        {.name = "colluders", .tasks = 600, .workers = 30, .perTask = 8, .classes = 3, .accuracy = .7, .colluders = .25},
        {.name = "colluders, 2 classes", .tasks = 500, .workers = 25, .perTask = 7, .accuracy = .72, .colluders = .2},
        {.name = "one expert among many", .tasks = 500, .workers = 25, .perTask = 8, .busy = .3, .accuracy = .6, .spread = .2, .experts = .04},
        {.name = "few experts, many laymen", .tasks = 600, .workers = 60, .perTask = 5, .classes = 5, .accuracy = .5, .spread = .3, .experts = .15},
        // Shared faults
        {.name = "shared bias, 2 classes", .tasks = 800, .workers = 60, .perTask = 7, .accuracy = .85, .spread = .8, .bias = .25},
        {.name = "shared bias, 4 classes", .tasks = 800, .workers = 60, .perTask = 6, .classes = 4, .accuracy = .8, .spread = .7, .bias = .25},
        {.name = "a class that few know", .tasks = 800, .workers = 60, .perTask = 6, .classes = 5, .accuracy = .75, .classSpread = 1.0},
        {.name = "hard items, 6 classes", .tasks = 800, .workers = 60, .perTask = 7, .classes = 6, .accuracy = .75, .spread = .7, .hard = .35},
        {.name = "hard items, 2 classes", .tasks = 800, .workers = 60, .perTask = 7, .accuracy = .82, .spread = .8, .hard = .35},
        {.name = "traps", .tasks = 800, .workers = 60, .perTask = 7, .classes = 4, .accuracy = .8, .spread = .8, .traps = .12},
        {.name = "personal biases, 4 classes", .tasks = 800, .workers = 40, .perTask = 6, .classes = 4, .accuracy = .7, .spread = .5, .own = 1.2},
        // Shapes of well-known collections that are not above
        {.name = "genres, 4.2 labels, 10 classes, 44 workers", .tasks = 700, .workers = 44, .perTask = 4.2, .classes = 10, .accuracy = .72, .spread = .9, .own = .5, .spammers = .1},
        {.name = "links, 25 workers with much each, skewed", .tasks = 2000, .workers = 25, .perTask = 5.3, .prior = {.8, .2}, .accuracy = .68, .spread = 1.0, .own = .6},
        {.name = "ratings, 4 skewed levels, 269 workers", .tasks = 333, .workers = 269, .perTask = 10, .classes = 4, .prior = {.6, .2, .1, .1}, .busy = 1.1, .accuracy = .7, .spread = .8, .ordinal = .7},
        {.name = "3 ordinal labels, adversaries and spammers", .tasks = 1500, .workers = 400, .perTask = 3, .classes = 5, .busy = 1.2, .accuracy = .65, .spread = .9, .ordinal = .8, .spammers = .1, .adversaries = .05},
        {.name = "fewer than 10 labels a worker, 3 classes", .tasks = 1000, .workers = 800, .perTask = 4, .classes = 3, .busy = .5, .accuracy = .75, .spread = .9, .spammers = .15},
        {.name = "weather, 5 classes, 20 labels, habits", .tasks = 300, .workers = 110, .perTask = 20, .classes = 5, .accuracy = .66, .spread = .9, .own = .8, .ordinal = .5, .habits = .1},
    };
}

}  // namespace plumbline::testing
