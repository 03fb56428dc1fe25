// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/quality/runlength.h"
#include "core/workflow/teamreport.h"

#include <optional>

namespace plumbline::workflow {

/// The error rate that drift charts of a team take for ordinary. What a lead has chosen, else the median of the team: a fixed
/// rate below it would name people for being as good as most.
struct PLUMBLINE_CORE_EXPORT AcceptedErrors {
    enum class Basis {
        Chosen,    ///< by a lead
        Median,    ///< of the people with enough results; of two in the middle the lower one
        Ordinary,  ///< of CalibrationSettings: too few people have enough results
    };
    static constexpr int minimumPeople = 5;
    static constexpr std::int64_t minimumResults = 20;
    static constexpr double lowest = 0.01;  ///< nobody is taken to make no errors
    static constexpr double highest = 0.4;
    static constexpr double more = 0.1;  ///< above the accepted rate: what the charts are to find

    double rate = 0;
    Basis basis = Basis::Ordinary;
    int people = 0;  ///< with enough results

    /// A rate that was chosen is kept within lowest … highest. Linear in the judgements. Any thread.
    [[nodiscard]] static AcceptedErrors of(const TeamRecord &record, const std::vector<PictureWork> &pictures,
                                           std::optional<double> chosen);
    /// Charts with the ordinary number of gold results between false alarms.
    [[nodiscard]] Result<quality::BernoulliCusumPlan> errorPlan() const;
    [[nodiscard]] Result<quality::DriftPlan> plan() const;
    /// Translated: what is accepted, and why.
    [[nodiscard]] QString text() const;

    /// The project's setting: a rate, or null where a lead has chosen none.
    [[nodiscard]] static QString settingKey();
    [[nodiscard]] static std::optional<double> chosenFrom(const Json &setting);
};

}  // namespace plumbline::workflow
