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
std::vector<double> errorRates(const TeamRecord &record, const std::vector<PictureWork> &pictures)
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
    std::vector<double> rates;
    for (const quality::RightWrong &own : counts)
        if (own.n() >= AcceptedErrors::minimumResults)
            rates.push_back(static_cast<double>(own.wrong) / static_cast<double>(own.n()));
    return rates;
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
    std::vector<double> rates = errorRates(record, pictures);
    accepted.people = static_cast<int>(rates.size());
    if (accepted.people < minimumPeople) {
        accepted.rate = CalibrationSettings().acceptable;
        return accepted;
    }
    const auto middle = rates.begin() + static_cast<std::ptrdiff_t>((rates.size() - 1) / 2);
    std::nth_element(rates.begin(), middle, rates.end());
    accepted.rate = std::clamp(*middle, lowest, highest);
    accepted.basis = Basis::Median;
    return accepted;
}

Result<quality::BernoulliCusumPlan> AcceptedErrors::errorPlan() const
{
    return quality::BernoulliCusumPlan::forRunLength(rate, rate + more, CalibrationSettings().runLength);
}

Result<quality::DriftPlan> AcceptedErrors::plan() const
{
    return quality::DriftPlan::forRunLength(rate, rate + more, CalibrationSettings().runLength);
}

QString AcceptedErrors::text() const
{
    const QString percent = QLocale().toString(100 * rate, 'f', 1);
    switch (basis) {
    case Basis::Chosen: return tr("%1 % errors are accepted: a lead has chosen that.").arg(percent);
    case Basis::Median:
        return tr("%1 % errors are accepted: the median of the %2 annotators with %3 gold results or more.")
            .arg(percent)
            .arg(people)
            .arg(minimumResults);
    case Basis::Ordinary:
        return tr("%1 % errors are accepted: fewer than %2 annotators have %3 gold results, so that the team says nothing of it.")
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
