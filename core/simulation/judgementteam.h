// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// A team whose every habit is known, and what it answers: for tests, for the demo, and to try out rules before they are used.
namespace plumbline::simulation {

enum class Habit {
    Honest,
    Learner,     ///< begins 0.35 worse and gets better, by 1/e in 40 tasks
    Drifter,     ///< 0.25 worse from the middle on
    Spammer,     ///< answers at random and fast
    Copier,      ///< says what another one said, 95 times in 100, where both have the task
    Skipper,     ///< abstains from 80 % of the hard tasks
    BulkAccepter,///< takes the suggested label after a second or two
    AlwaysSure,  ///< states a confidence of 1 whatever the answer is worth
};

/// One simulated person. An answer is wrong with probability errorRate × the task's difficulty, which has mean 1.
struct JudgeProfile {
    QString name;
    QString cohort;
    double errorRate = 0.05;
    Habit habit = Habit::Honest;
    int copies = -1;              ///< Copier: index of the other one
    double biasRate = 0;          ///< chance to take the class 0 for the class 1, beside other errors
    double seconds = 18;          ///< median time an answer takes; log-normal, sigma 0.4
    double confidenceBias = 0;    ///< added to the stated confidence
};

/// Twenty annotators in the cohorts in-house, partner A and partner B: twelve honest ones of different skill, two of
/// them with a bias of their cohort, one with each other habit, and the one whom the copier copies. The order says nothing.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<JudgeProfile> judgementTeam();
/// `count` honest ones in the same cohorts, error rates from 0.02 to 0.15: a team in which nobody may be accused.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<JudgeProfile> honestTeam(int count);

struct JudgementTeamOptions {
    int tasks = 500;
    int judgesPerTask = 8;    ///< at most as many as there are people
    double goldShare = 0.3;   ///< of the tasks, dealt at random
    double suggestionRight = 0.85;
    std::uint64_t seed = 1;
    std::int64_t startMicroseconds = 1'767'603'600'000'000;  ///< 2026-01-05 09:00 UTC, a Monday
};

/// What the team answered. Rows are in the order of time; a person answers 40 tasks a day.
struct SimulatedJudgements {
    struct Row {
        int task = 0;
        int judge = 0;
        int label = 0;  ///< index into labels; -1 = abstained
        double confidence = 0;
        std::int64_t micros = 0;  ///< when it was handed in
    };
    QStringList tasks;
    QStringList labels;
    std::vector<int> truth;          ///< of every task
    std::vector<bool> gold;          ///< whether the key is known
    std::vector<double> difficulty;  ///< in [0.5, 1.5]
    std::vector<int> suggestion;     ///< label a model proposed
    std::vector<JudgeProfile> judges;
    std::vector<Row> rows;

    /// The forms `plumbline-cli judge` reads: task,annotator,label,confidence,time (an abstention as abstentionLabel()), and
    /// task,truth.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray labelsCsv() const;
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray goldCsv() const;
};

/// The same for the same options on every machine.
[[nodiscard]] PLUMBLINE_CORE_EXPORT SimulatedJudgements simulateJudgements(std::vector<JudgeProfile> judges,
                                                                           const JudgementTeamOptions &options);

}  // namespace plumbline::simulation
