// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/quality/runlength.h"

#include <QString>

#include <optional>
#include <vector>

namespace plumbline::quality {

enum class DriftChartKind {
    Cusum,  ///< two-sided, on standardised residuals
    Ewma,  ///< two-sided, on standardised residuals
    BernoulliCusum,  ///< on errors, upwards
};

/// Charts of one annotator, with limits from runlength.h. All look at difficulty-adjusted residuals.
struct DriftPlan {
    BernoulliCusumPlan bernoulli;  ///< also says which error rate on an item of average difficulty is in control
    double cusumK = 0.5;  ///< in standard deviations of a residual
    double cusumH = 0;
    double ewmaLambda = 0.1;
    double ewmaLimit = 0;  ///< in standard deviations of the chart
    double cusumInControl = 0;  ///< run lengths at the acceptable error rate, in gold items
    double ewmaInControl = 0;
    bool operator==(const DriftPlan &) const = default;

    /// Charts that each have about this many gold items between false alarms at the acceptable error rate, computed for results
    /// that are right or wrong, not for normal ones. items in 10 … 100 000.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT static Result<DriftPlan> forRunLength(double acceptable, double tooMuch, double items);
};

/// One gold result for the charts.
struct DriftInput {
    bool right = true;
    double difficulty = 0;  ///< of the item against the average gold item, in logits, positive = harder (difficulty.h); 0 unknown
    std::int64_t timeMicroseconds = 0;
};

/// Predicted probability of a right result of an annotator whose error rate on an average item is q.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double adjustedAccuracy(double errorRate, double difficulty);

/// One point of a chart, for plotting.
struct DriftPoint {
    std::int64_t number = 0;  ///< of the result, 1 = first
    std::int64_t timeMicroseconds = 0;
    double residual = 0;  ///< standardised
    double upper = 0;  ///< Cusum: evidence for better; Ewma: the average; BernoulliCusum: the sum
    double lower = 0;  ///< Cusum: evidence for worse (positive); else 0
};

/// An alarm with its evidence.
struct DriftAlarm {
    DriftChartKind chart = DriftChartKind::BernoulliCusum;
    bool worse = true;
    std::int64_t fromNumber = 0;  ///< result at which the chart last left zero: the likely start
    std::int64_t atNumber = 0;
    std::int64_t fromMicroseconds = 0;
    std::int64_t atMicroseconds = 0;
    std::int64_t errors = 0;  ///< from … at
    double meanResidual = 0;  ///< standardised, from … at
    double statistic = 0;
    double limit = 0;
    [[nodiscard]] std::int64_t n() const { return atNumber - fromNumber + 1; }
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QString text() const;  ///< translated
    bool operator==(const DriftAlarm &) const = default;
};

/// State of one chart. O(1) a result in time and in memory; after an alarm it starts again from zero. Results come in the order
/// of their submission; LiveCalibration sees to that. A value.
class PLUMBLINE_CORE_EXPORT DriftChart
{
public:
    DriftChart() = default;
    DriftChart(DriftChartKind kind, const DriftPlan &plan) : m_kind(kind), m_plan(plan) {}

    std::optional<DriftAlarm> add(const DriftInput &input);

    [[nodiscard]] DriftChartKind kind() const { return m_kind; }
    [[nodiscard]] const DriftPlan &plan() const { return m_plan; }
    [[nodiscard]] std::int64_t n() const { return m_n; }
    [[nodiscard]] std::int64_t alarms() const { return m_alarms; }
    /// After the last result; with the values that alarmed, if it did.
    [[nodiscard]] const DriftPoint &point() const { return m_point; }
    /// The statistic alarms from here on (both directions for the two-sided ones).
    [[nodiscard]] double limit() const;
    /// Share of the way to the limit for "worse", 0 … 1.
    [[nodiscard]] double towardsAlarm() const;

    void encode(base::CborWriter &writer) const;
    /// A broken form sets reader.failed(). The plan is the caller's, not stored.
    [[nodiscard]] static DriftChart decode(base::CborReader &reader, const DriftPlan &plan);

private:
    // What happened since a side last left zero.
    struct Run {
        double value = 0;
        std::int64_t from = 0;
        std::int64_t fromTime = 0;
        std::int64_t errors = 0;
        double residuals = 0;
    };
    void extend(Run &run, double value, bool running, const DriftInput &input, double residual);
    [[nodiscard]] DriftAlarm alarm(const Run &run, bool worse) const;

    DriftChartKind m_kind = DriftChartKind::BernoulliCusum;
    DriftPlan m_plan;
    std::int64_t m_n = 0;
    std::int64_t m_alarms = 0;
    DriftPoint m_point;
    Run m_up;
    Run m_down;
};

/// A whole chart at once, for plotting: every point and every alarm.
struct DriftSeries {
    std::vector<DriftPoint> points;
    std::vector<DriftAlarm> alarms;
    double limit = 0;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT DriftSeries driftSeries(DriftChartKind kind, const DriftPlan &plan,
                                                            const std::vector<DriftInput> &inputs);

}  // namespace plumbline::quality
