// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/quality/driftbaseline.h"
#include "core/workflow/teamreport.h"

#include <optional>

namespace plumbline::workflow {

/// The error rate that is ordinary in a team. What a lead has chosen, else the median of the team: a fixed
/// rate below it would name people for being as good as most.
struct PLUMBLINE_CORE_EXPORT AcceptedErrors {
    enum class Basis {
        Chosen,    ///< by a lead
        Median,    ///< of the people with enough results; of two in the middle the lower one
        Ordinary,  ///< of CalibrationSettings: too few people have enough results
    };
    static constexpr int minimumPeople = static_cast<int>(quality::DriftBaseline::minimumPeople);
    static constexpr std::int64_t minimumResults = quality::DriftBaseline::minimumResults;
    static constexpr double lowest = quality::DriftBaseline::lowest;
    static constexpr double highest = quality::DriftBaseline::highest;
    static constexpr double more = 0.1;  ///< above the accepted rate: what the charts are to find

    double rate = 0;
    Basis basis = Basis::Ordinary;
    int people = 0;  ///< with enough results

    /// A rate that was chosen is kept within lowest … highest. Linear in the judgements. Any thread.
    [[nodiscard]] static AcceptedErrors of(const TeamRecord &record, const std::vector<PictureWork> &pictures,
                                           std::optional<double> chosen);
    /// What each person's charts compare with: their own first results and this rate, or this rate alone where a lead chose it.
    [[nodiscard]] quality::DriftBaseline baseline() const;
    /// Charts around this rate, with the ordinary number of gold results between false alarms.
    [[nodiscard]] Result<quality::BernoulliCusumPlan> errorPlan() const;
    [[nodiscard]] Result<quality::DriftPlan> plan() const;
    /// Translated: what is accepted, and why.
    [[nodiscard]] QString text() const;

    /// The project's setting: a rate, or null where a lead has chosen none.
    [[nodiscard]] static QString settingKey();
    [[nodiscard]] static std::optional<double> chosenFrom(const Json &setting);
};

}  // namespace plumbline::workflow
