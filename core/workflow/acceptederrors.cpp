// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/acceptederrors.h"

#include "core/workflow/calibrations.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

// Of each person with enough results, counted as the charts count them: answers to tasks, else pictures.
std::vector<quality::RightWrong> resultsOf(const TeamRecord &record, const std::vector<PictureWork> &pictures)
{
    std::vector<quality::RightWrong> counts(static_cast<std::size_t>(record.people.size()));
    for (std::size_t row = 0; row < record.size(); ++row)
        if (const std::int32_t truth = record.truth[record.task[row]]; truth != TeamRecord::none) {
            quality::RightWrong &own = counts[record.person[row]];
            ++(record.label[row] == truth ? own.right : own.wrong);
        }
    for (const PictureWork &work : pictures) {
        const qsizetype at = record.people.indexOf(work.person);
        if (at < 0 || counts[static_cast<std::size_t>(at)].n() > 0)
            continue;
        for (const quality::DriftInput &result : work.results)
            ++(result.right ? counts[static_cast<std::size_t>(at)].right : counts[static_cast<std::size_t>(at)].wrong);
    }
    return counts;
}

}  // namespace

AcceptedErrors AcceptedErrors::of(const TeamRecord &record, const std::vector<PictureWork> &pictures,
                                  std::optional<double> chosen)
{
    AcceptedErrors accepted;
    if (chosen) {
        accepted.rate = std::clamp(*chosen, lowest, highest);
        accepted.basis = Basis::Chosen;
        return accepted;
    }
    const std::vector<quality::RightWrong> results = resultsOf(record, pictures);
    accepted.people = static_cast<int>(
        std::count_if(results.begin(), results.end(), [](const quality::RightWrong &own) { return own.n() >= minimumResults; }));
    const std::optional<double> median = quality::DriftBaseline::teamRate(results);
    accepted.rate = median.value_or(CalibrationSettings().acceptable);
    accepted.basis = median ? Basis::Median : Basis::Ordinary;
    return accepted;
}

quality::DriftBaseline AcceptedErrors::baseline() const
{
    quality::DriftBaseline baseline;
    baseline.team = rate;
    baseline.more = more;
    baseline.items = CalibrationSettings().runLength;
    baseline.own = basis != Basis::Chosen;
    return baseline;
}

Result<quality::BernoulliCusumPlan> AcceptedErrors::errorPlan() const
{
    return baseline().errorPlan(rate);
}

Result<quality::DriftPlan> AcceptedErrors::plan() const
{
    return baseline().plan(rate);
}

QString AcceptedErrors::text() const
{
    const QString percent = QLocale().toString(100 * rate, 'f', 1);
    switch (basis) {
    case Basis::Chosen: return tr("%1 % errors are accepted: a lead has chosen that.").arg(percent);
    case Basis::Median:
        return tr("%1 % errors are ordinary: the median of the %2 annotators with %3 gold results or more. Everybody is compared with "
                  "that and with their own first results.")
            .arg(percent)
            .arg(people)
            .arg(minimumResults);
    case Basis::Ordinary:
        return tr("%1 % errors are taken for ordinary: fewer than %2 annotators have %3 gold results, so that the team says nothing of "
                  "it. Everybody is compared with that and with their own first results.")
            .arg(percent)
            .arg(minimumPeople)
            .arg(minimumResults);
    }
    return {};
}

QString AcceptedErrors::settingKey()
{
    return QStringLiteral("acceptedErrors");
}

std::optional<double> AcceptedErrors::chosenFrom(const Json &setting)
{
    if (!setting.is_number())
        return std::nullopt;
    const double rate = setting.get<double>();
    return std::isfinite(rate) && rate > 0 ? std::optional(rate) : std::nullopt;
}

}  // namespace plumbline::workflow
