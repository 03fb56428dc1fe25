// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/quality/cohortprior.h"
#include "core/quality/difficulty.h"
#include "core/quality/livecalibration.h"
#include "core/store/project.h"

#include <map>

namespace plumbline::workflow {

/// What the lead decides about live calibration.
struct CalibrationSettings {
    quality::PauseRule rule;
    double goodAccuracy = 0.95;  ///< of somebody who should not be paused
    int horizon = 100;  ///< gold items planned for each annotator
    double acceptable = 0.05;  ///< error rate on an average item that is in control
    double tooMuch = 0.15;  ///< and the one to find
    /// Charts compare each person with their own first results and with the middle of the team, and look for the same distance
    /// (quality::DriftBaseline); `acceptable` then stands for the team where fewer than five people have results. False: with
    /// `acceptable` alone.
    bool ownBaseline = false;
    double runLength = 500;  ///< gold items between false alarms of a chart
    double passShare = 0.8;  ///< see LiveOptions
};

/// One annotator, for leads only.
struct PersonCalibration {
    QString name;
    quality::AnnotatorScore score;  ///< of everything ever scored
    quality::LiveCalibration live;  ///< of what is kept with its time: rule, charts, ability, intervals of geometry
};

struct ProjectCalibration {
    quality::CohortPrior prior;  ///< of decisions, fitted to everybody with a score
    quality::PausePlan plan;
    quality::DriftPlan drift;  ///< at the rate that is ordinary in the team; each person's own is in live.options()
    /// Difficulty of each item against the average one, logits; empty when there is too little to estimate it.
    std::map<ItemId, double> difficulty;
    bool difficultyKnown = false;
    double abilityMean = 0;  ///< log odds of an average annotator on an average item; 0 when difficulty is not known
    double abilitySigma = 1;  ///< spread of abilities
    std::vector<std::pair<ItemId, quality::GoldFinding>> findings;  ///< gold to retire or to adjudicate
    quality::ConfusionCounts confusion;  ///< of everybody together
    std::vector<PersonCalibration> people;  ///< by name
};

/// Everything the gold of a project says about its annotators. `onlyPerson` limits the list, never what prior and difficulty
/// rest on. Without gold: empty. Fails with InvalidArgument for settings that make no sense.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ProjectCalibration> calibrations(const store::Project &project,
                                                                            const CalibrationSettings &settings,
                                                                            const QString &onlyPerson = {},
                                                                            const jobs::JobControl &control = {});

}  // namespace plumbline::workflow
