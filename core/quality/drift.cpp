// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/drift.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

namespace {

constexpr double tolerance = 1e-9;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

double logit(double p)
{
    return std::log(p / (1 - p));
}

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

// Smallest limit in [low, high] whose run length reaches the wanted one, but for a thousandth. The logarithm of a run length is
// nearly straight in the limit, with steps: false position, and a halving whenever that hardly narrows it down.
template <typename RunLength>
double limitFor(double low, double high, double wanted, RunLength runLength)
{
    constexpr double closeEnough = 1e-3;
    constexpr int mostRounds = 60;
    const auto excess = [&](double limit) {
        const double length = runLength(limit);
        return std::isfinite(length) ? std::log(std::max(length, 1.0)) - std::log(wanted) : 50.0;
    };
    // Run lengths of wide limits take long and are never wanted: from below, in doubling steps.
    double below = excess(low);
    double above = 0;
    for (double reach = std::max(1.0, 2 * low);; reach = std::min(high, 2 * reach)) {
        const double here = excess(reach);
        if (here >= 0 || reach >= high) {
            high = reach;
            above = std::max(here, 0.0);
            break;
        }
        low = reach;
        below = here;
    }
    bool halve = false;
    for (int i = 0; i < mostRounds && high - low > closeEnough * std::max(1.0, high); ++i) {
        const double width = high - low;
        const double share = halve || below >= 0 ? 0.5 : std::clamp(below / (below - above), 0.02, 0.98);
        const double at = low + share * width;
        const double here = excess(at);
        (here < 0 ? low : high) = at;
        (here < 0 ? below : above) = here;
        halve = high - low > width / 2;
    }
    return high;
}

// What a result adds to the Bernoulli CUSUM. On an average item exactly m - 1 or -1; elsewhere in proportion to the log
// likelihood ratio of the two error rates there (Steiner et al., Biostatistics 1 (2000) 441-452), whose odds are shifted alike.
double bernoulliStep(const BernoulliCusumPlan &plan, const DriftInput &input)
{
    const double average0 = plan.acceptable;
    const double average1 = plan.tooMuch;
    const double full = input.right ? -1.0 : plan.m - 1.0;
    if (input.difficulty == 0)
        return full;
    const double here0 = logistic(logit(average0) + input.difficulty);
    const double here1 = logistic(logit(average1) + input.difficulty);
    return input.right ? full * std::log((1 - here1) / (1 - here0)) / std::log((1 - average1) / (1 - average0))
                       : full * std::log(here1 / here0) / std::log(average1 / average0);
}

}  // namespace

Result<DriftPlan> DriftPlan::forRunLength(double acceptable, double tooMuch, double items)
{
    const auto bernoulli = BernoulliCusumPlan::forRunLength(acceptable, tooMuch, items);
    if (!bernoulli)
        return fail(bernoulli.error());
    DriftPlan plan;
    plan.bernoulli = *bernoulli;
    const double accuracy = 1 - acceptable;
    constexpr double widest = 200;
    const auto cusum = [&](double h) { return cusumResidualRunLength(plan.cusumK, h, accuracy, accuracy); };
    const auto ewma = [&](double limit) { return ewmaResidualRunLength(plan.ewmaLambda, limit, accuracy, accuracy); };
    plan.cusumH = limitFor(0.5, widest, items, cusum);
    plan.ewmaLimit = limitFor(0.5, widest, items, ewma);
    plan.cusumInControl = cusum(plan.cusumH);
    plan.ewmaInControl = ewma(plan.ewmaLimit);
    return plan;
}

double adjustedAccuracy(double errorRate, double difficulty)
{
    constexpr double edge = 1e-6;
    return 1 - logistic(logit(std::clamp(errorRate, edge, 1 - edge)) + std::clamp(difficulty, -12.0, 12.0));
}

QString DriftAlarm::text() const
{
    const QString name = chart == DriftChartKind::Cusum  ? tr("CUSUM of residuals")
                         : chart == DriftChartKind::Ewma ? tr("EWMA of residuals")
                                                         : tr("CUSUM of errors");
    const QString what =
        worse ? tr(
            "Worse since gold item %1: %2 errors in %3 gold items, residuals %4 standard deviations on average (%5, %6 of %7).")
              : tr("Better since gold item %1: %2 errors in %3 gold items, residuals %4 standard deviations on average (%5, %6 "
                   "of %7).");
    return what.arg(fromNumber)
        .arg(errors)
        .arg(n())
        .arg(meanResidual, 0, 'f', 2)
        .arg(name)
        .arg(statistic, 0, 'f', 2)
        .arg(limit, 0, 'f', 2);
}

double DriftChart::limit() const
{
    switch (m_kind) {
    case DriftChartKind::Cusum: return m_plan.cusumH;
    case DriftChartKind::Ewma: return m_plan.ewmaLimit * std::sqrt(m_plan.ewmaLambda / (2 - m_plan.ewmaLambda));
    case DriftChartKind::BernoulliCusum: return m_plan.bernoulli.h;
    }
    return 0;
}

double DriftChart::towardsAlarm() const
{
    const double at = limit();
    if (!(at > 0))
        return 0;
    const double statistic = m_kind == DriftChartKind::Cusum  ? m_down.value
                             : m_kind == DriftChartKind::Ewma ? -m_down.value
                                                              : m_up.value;
    return std::clamp(statistic / at, 0.0, 1.0);
}

void DriftChart::extend(Run &run, double value, bool running, const DriftInput &input, double residual)
{
    if (!running) {
        run = {};
        return;
    }
    if (run.from == 0) {
        run.from = m_n;
        run.fromTime = input.timeMicroseconds;
    }
    run.value = value;
    run.errors += input.right ? 0 : 1;
    run.residuals += residual;
}

DriftAlarm DriftChart::alarm(const Run &run, bool worse) const
{
    DriftAlarm result;
    result.chart = m_kind;
    result.worse = worse;
    result.fromNumber = run.from;
    result.atNumber = m_n;
    result.fromMicroseconds = run.fromTime;
    result.atMicroseconds = m_point.timeMicroseconds;
    result.errors = run.errors;
    result.meanResidual = run.residuals / static_cast<double>(result.n());
    result.statistic = std::abs(run.value);
    result.limit = limit();
    return result;
}

std::optional<DriftAlarm> DriftChart::add(const DriftInput &given)
{
    DriftInput input = given;
    constexpr double furthest = 12;
    input.difficulty = std::isfinite(input.difficulty) ? std::clamp(input.difficulty, -furthest, furthest) : 0.0;
    const double expected = adjustedAccuracy(m_plan.bernoulli.acceptable, input.difficulty);
    const double residual = ((input.right ? 1.0 : 0.0) - expected) / std::sqrt(expected * (1 - expected));
    ++m_n;
    m_point = {m_n, input.timeMicroseconds, residual, 0, 0};
    std::optional<DriftAlarm> result;
    const double at = limit() - tolerance;
    switch (m_kind) {
    case DriftChartKind::Cusum: {
        const double up = std::max(0.0, m_up.value + residual - m_plan.cusumK);
        const double down = std::max(0.0, m_down.value - residual - m_plan.cusumK);
        extend(m_up, up, up > 0, input, residual);
        extend(m_down, down, down > 0, input, residual);
        m_point.upper = up;
        m_point.lower = down;
        if (down >= at)
            result = alarm(m_down, true);
        else if (up >= at)
            result = alarm(m_up, false);
        break;
    }
    case DriftChartKind::Ewma: {
        const double z =
            (1 - m_plan.ewmaLambda) * (m_up.value + m_down.value) + m_plan.ewmaLambda * residual;  // one of them is 0
        extend(m_up, z, z > 0, input, residual);
        extend(m_down, z, z < 0, input, residual);
        m_point.upper = z;
        if (std::abs(z) >= at)
            result = z < 0 ? alarm(m_down, true) : alarm(m_up, false);
        break;
    }
    case DriftChartKind::BernoulliCusum: {
        const double sum = std::max(0.0, m_up.value + bernoulliStep(m_plan.bernoulli, input));
        extend(m_up, sum, sum > tolerance, input, residual);
        m_point.upper = sum;
        if (sum >= at)
            result = alarm(m_up, true);
        break;
    }
    }
    if (result) {
        ++m_alarms;
        m_up = {};
        m_down = {};
    }
    return result;
}

void DriftChart::encode(base::CborWriter &writer) const
{
    writer.array(6);
    writer.integer(static_cast<int>(m_kind));
    writer.integer(m_n);
    writer.integer(m_alarms);
    writer.array(5);
    writer.integer(m_point.number);
    writer.integer(m_point.timeMicroseconds);
    for (const double value : {m_point.residual, m_point.upper, m_point.lower})
        writer.number(value);
    for (const Run *run : {&m_up, &m_down}) {
        writer.array(5);
        writer.number(run->value);
        writer.integer(run->from);
        writer.integer(run->fromTime);
        writer.integer(run->errors);
        writer.number(run->residuals);
    }
}

DriftChart DriftChart::decode(base::CborReader &reader, const DriftPlan &plan)
{
    DriftChart chart;
    chart.m_plan = plan;
    reader.arrayOf(6);
    const std::int64_t kind = reader.integer();
    chart.m_n = reader.integer();
    chart.m_alarms = reader.integer();
    reader.arrayOf(5);
    chart.m_point.number = reader.integer();
    chart.m_point.timeMicroseconds = reader.integer();
    bool finite = true;
    const auto number = [&] {
        const double value = reader.number();
        finite = finite && std::isfinite(value);
        return value;
    };
    for (double *value : {&chart.m_point.residual, &chart.m_point.upper, &chart.m_point.lower})
        *value = number();
    bool plausible = kind >= 0 && kind <= static_cast<int>(DriftChartKind::BernoulliCusum) && chart.m_n >= 0
                     && chart.m_alarms >= 0 && chart.m_alarms <= chart.m_n && chart.m_point.number == chart.m_n;
    for (Run *run : {&chart.m_up, &chart.m_down}) {
        reader.arrayOf(5);
        run->value = number();
        run->from = reader.integer();
        run->fromTime = reader.integer();
        run->errors = reader.integer();
        run->residuals = number();
        plausible = plausible && run->from >= 0 && run->from <= chart.m_n && run->errors >= 0 && run->errors <= chart.m_n;
    }
    if (!plausible || !finite)
        reader.setFailed();
    if (reader.failed())
        return DriftChart(DriftChartKind::BernoulliCusum, plan);
    chart.m_kind = static_cast<DriftChartKind>(kind);
    return chart;
}

DriftSeries driftSeries(DriftChartKind kind, const DriftPlan &plan, const std::vector<DriftInput> &inputs)
{
    DriftSeries series;
    DriftChart chart(kind, plan);
    series.limit = chart.limit();
    series.points.reserve(inputs.size());
    for (const DriftInput &input : inputs) {
        if (auto alarm = chart.add(input))
            series.alarms.push_back(std::move(*alarm));
        series.points.push_back(chart.point());
    }
    return series;
}

}  // namespace plumbline::quality
