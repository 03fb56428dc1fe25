// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/teambatches.h"

#include <QDateTime>

#include <algorithm>
#include <map>

namespace plumbline::workflow {

namespace {

using model::Severity;
using quality::SeverityCounts;

void count(SeverityCounts &counts, Severity severity, std::int64_t errors)
{
    switch (severity) {
    case Severity::Minor: counts.minor += errors; return;
    case Severity::Major: counts.major += errors; return;
    case Severity::Critical: counts.critical += errors; return;
    }
}

/// Periods in the order of time, by number.
class Periods
{
public:
    Periods(BatchPeriod period, const std::vector<std::int64_t> &changes) : m_period(period), m_changes(changes) {}

    [[nodiscard]] std::int64_t of(std::int64_t microseconds) const
    {
        if (m_period == BatchPeriod::Everything)
            return 0;
        if (m_period == BatchPeriod::Guideline)
            return std::upper_bound(m_changes.begin(), m_changes.end(), microseconds) - m_changes.begin();
        constexpr std::int64_t microsecondsPerDay = 86'400'000'000;
        const std::int64_t day = microseconds / microsecondsPerDay - (microseconds % microsecondsPerDay < 0 ? 1 : 0);
        if (m_period == BatchPeriod::Day)
            return day;
        // 1 January 1970 was a Thursday; weeks begin on Mondays.
        constexpr std::int64_t daysBeforeMonday = 3;
        constexpr std::int64_t daysPerWeek = 7;
        if (m_period == BatchPeriod::Week) {
            const std::int64_t shifted = day + daysBeforeMonday;
            return shifted / daysPerWeek - (shifted % daysPerWeek < 0 ? 1 : 0);
        }
        const QDate date = epoch().addDays(day);
        return std::int64_t(date.year()) * 12 + date.month() - 1;
    }

    [[nodiscard]] QString name(std::int64_t period) const
    {
        switch (m_period) {
        case BatchPeriod::Everything: return {};
        case BatchPeriod::Guideline: return QString::number(period);
        case BatchPeriod::Day: return epoch().addDays(period).toString(Qt::ISODate);
        case BatchPeriod::Week: {
            int year = 0;
            const int week = epoch().addDays(period * 7 - 3).weekNumber(&year);
            return QStringLiteral("%1-W%2").arg(year).arg(week, 2, 10, QLatin1Char('0'));
        }
        case BatchPeriod::Month:
            return QStringLiteral("%1-%2").arg(period / 12).arg(period % 12 + 1, 2, 10, QLatin1Char('0'));
        }
        return {};
    }

private:
    [[nodiscard]] static QDate epoch() { return {1970, 1, 1}; }

    BatchPeriod m_period;
    const std::vector<std::int64_t> &m_changes;
};

struct Checked {
    std::int64_t microseconds = 0;
    bool right = false;
    SeverityCounts errors;
    std::uint32_t person = 0;
    std::int64_t task = -1;                   // of the record, or
    const CheckedPicture *picture = nullptr;  // this
};

}  // namespace

ErrorSeverities ErrorSeverities::of(const model::Schema &schema)
{
    ErrorSeverities severities;
    for (const auto &[code, severity] : {std::pair{"missed", &severities.missed},
                                         {"invented", &severities.invented},
                                         {"wrong-class", &severities.wrongClass},
                                         {"loose", &severities.loose},
                                         {"cannot-label", &severities.cannotLabel}})
        for (const model::ErrorType &type : schema.errorTypes)
            if (type.code == QLatin1String(code))
                *severity = type.severity;
    return severities;
}

Result<std::vector<Batch>> teamBatches(const TeamRecord &record, const std::vector<PictureWork> &pictures, const BatchOptions &options,
                                       const jobs::JobControl &control)
{
    const Periods periods(options.period, options.guidelineChanges);
    const ErrorSeverities &severities = options.severities;
    struct Work {
        std::int64_t handed = 0;
        std::vector<Checked> checked;
    };
    std::map<std::pair<QString, std::int64_t>, Work> work;
    // One look-up a person and period, as people answer many tasks in a row.
    std::vector<std::map<std::int64_t, Work *>> ofPerson(static_cast<std::size_t>(record.people.size()));
    const auto workOf = [&](std::uint32_t person, std::int64_t microseconds) -> Work & {
        const std::int64_t period = periods.of(microseconds);
        Work *&found = ofPerson[person][period];
        if (!found)
            found = &work[{record.cohorts[person], period}];
        return *found;
    };
    for (std::uint32_t row = 0; row < record.size(); ++row) {
        constexpr std::uint32_t step = 65536;
        if (row % step == 0 && control.cancelled())
            return jobs::JobControl::cancelledError();
        Work &batch = workOf(record.person[row], record.microseconds[row]);
        ++batch.handed;
        const std::int32_t truth = record.truth[record.task[row]];
        if (truth == TeamRecord::none)
            continue;
        Checked checked{record.microseconds[row], record.label[row] == truth, {}, record.person[row], record.task[row], nullptr};
        checked.errors.decisions = 1;
        if (!checked.right)
            count(checked.errors, record.label[row] == TeamRecord::none ? severities.cannotLabel : severities.wrongClass, 1);
        batch.checked.push_back(checked);
    }
    for (const PictureWork &person : pictures) {
        const qsizetype at = record.people.indexOf(person.person);
        if (at < 0)
            continue;
        const auto number = static_cast<std::uint32_t>(at);
        for (const std::int64_t time : person.times)
            ++workOf(number, time).handed;
        for (const CheckedPicture &picture : person.checked) {
            if (picture.practice)
                continue;
            Checked checked{picture.microseconds, picture.right, {}, number, -1, &picture};
            checked.errors.decisions = picture.decisions;
            count(checked.errors, severities.missed, picture.missed);
            count(checked.errors, severities.invented, picture.invented);
            count(checked.errors, severities.wrongClass, picture.wrongClass);
            count(checked.errors, severities.loose, picture.loose);
            count(checked.errors, severities.cannotLabel, picture.cannotLabelWrong);
            workOf(number, picture.microseconds).checked.push_back(checked);
        }
    }
    std::vector<Batch> batches;
    for (auto &[key, found] : work) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        Batch batch;
        batch.cohort = key.first;
        batch.period = periods.name(key.second);
        batch.handed = found.handed;
        batch.checked = static_cast<std::int64_t>(found.checked.size());
        const auto plan = quality::acceptancePlan(std::max<std::int64_t>(1, batch.handed), options.limits);
        if (!plan)
            return fail(plan.error());
        batch.plan = *plan;
        std::stable_sort(found.checked.begin(), found.checked.end(), [](const Checked &a, const Checked &b) {
            return std::pair(a.microseconds, a.person) < std::pair(b.microseconds, b.person);
        });
        for (const Checked &checked : found.checked) {
            batch.errors += checked.errors;
            const bool sampled = batch.sampled < batch.plan.sample;
            batch.sampled += sampled;
            batch.bad += sampled && !checked.right;
            if (!checked.right && batch.wrong.size() < Batch::mostWrong)
                batch.wrong.push_back({record.people[checked.person],
                                       checked.picture ? checked.picture->name
                                                       : record.tasks.at(static_cast<std::uint32_t>(checked.task)),
                                       checked.microseconds, sampled});
        }
        batch.rate = quality::severityRate(batch.errors, options.weights);
        batch.verdict = batch.bad > batch.plan.allowed              ? Batch::Verdict::Refuse
                        : batch.sampled == batch.plan.sample ? Batch::Verdict::Take
                                                             : Batch::Verdict::CheckMore;
        batches.push_back(std::move(batch));
    }
    return batches;
}

}  // namespace plumbline::workflow
