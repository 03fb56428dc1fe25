// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamcharts.h"

#include "app/workstation/chartparts.h"
#include "app/workstation/teammodel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace plumbline::workstation {

using charts::Chart;
using charts::ChartPoint;
using charts::ChartSeries;
using theme::Token;
using workflow::PersonFigures;
using workflow::TeamRecord;
using workflow::TeamReport;

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("plumbline::workstation::TeamCharts", text, comment, n);
}

// In the order of the cohorts' names; more than these repeat.
constexpr Token cohortColours[] = {Token::Accent, Token::Warn, Token::Good, Token::Bad, Token::Text2};

const PersonFigures &at(const TeamReport &report, int row)
{
    return report.people[static_cast<std::size_t>(row)];
}

/// One series per cohort, empty ones left out.
template <typename Make>
void addByCohort(Chart &chart, const TeamReport &report, const People &people, Make make)
{
    std::size_t colour = 0;
    for (const workflow::CohortFigures &cohort : report.cohorts) {
        ChartSeries series;
        series.name = TeamModel::cohortText(cohort.name);
        series.colour = cohortColours[colour++ % std::size(cohortColours)];
        for (std::size_t row = 0; row < people.size(); ++row)
            if (at(report, people[row]).cohort == cohort.name)
                if (const std::optional<ChartPoint> point = make(at(report, people[row]), row))
                    series.points.push_back(*point);
        if (!series.points.empty())
            chart.series.push_back(std::move(series));
    }
}

std::pair<double, double> wilson(std::int64_t part, std::int64_t n)
{
    const quality::Interval interval = quality::wilson(part, n);
    return {interval.low, interval.high};
}

QString count(std::int64_t n)
{
    return QLocale().toString(qlonglong(n));
}

std::int64_t goldOf(const TeamReport &report, const People &people)
{
    std::int64_t n = 0;
    for (const int row : people)
        n += at(report, row).gold.n();
    return n;
}

}  // namespace

Chart accuracyChart(const TeamReport &report, const People &people)
{
    Chart chart;
    chart.id = QStringLiteral("accuracy");
    chart.title = tr("Accuracy on gold, by annotator");
    chart.xTitle = tr("Accuracy");
    chart.yTitle = tr("Annotator");
    chart.xRange = {0, 1};
    for (const int row : people)
        chart.names.append(at(report, row).name);
    addByCohort(chart, report, people, [](const PersonFigures &person, std::size_t row) -> std::optional<ChartPoint> {
        if (person.gold.n() == 0)
            return std::nullopt;
        return ChartPoint{person.posterior.mean(), double(row),     person.interval.low,
                          person.interval.high,    person.gold.n(), person.name};
    });
    QStringList priors;
    for (const workflow::CohortFigures &cohort : report.cohorts)
        priors << QStringLiteral("%1: %2").arg(TeamModel::cohortText(cohort.name), quality::priorText(cohort.prior));
    chart.method =
        tr("Mean and 95 % interval of the Beta posterior, %1 decisions on gold. Intervals that overlap tell no two people apart. "
           "Prior: %2")
            .arg(count(goldOf(report, people)), priors.join(QStringLiteral("; ")));
    if (chart.series.empty())
        chart.empty = tr("Nobody here has answered anything with gold yet.");
    return chart;
}

Chart speedChart(const TeamReport &report, const People &people)
{
    Chart chart;
    chart.id = QStringLiteral("speed");
    chart.title = tr("Speed and accuracy");
    chart.xTitle = tr("Median seconds an answer");
    chart.yTitle = tr("Accuracy on gold");
    chart.yRange = {0, 1.02};
    std::int64_t timed = 0;
    addByCohort(chart, report, people, [&](const PersonFigures &person, std::size_t) -> std::optional<ChartPoint> {
        if (person.gold.n() == 0 || !person.medianSeconds)
            return std::nullopt;
        timed += person.timed;
        return ChartPoint{*person.medianSeconds, person.posterior.mean(), person.interval.low,
                          person.interval.high,  person.gold.n(),         person.name};
    });
    for (ChartSeries &series : chart.series)
        series.named = true;
    chart.method =
        tr("Median of %1 times between two answers (breaks above ten minutes left out) against the Beta posterior of accuracy "
           "with its 95 % interval, %2 decisions on gold.")
            .arg(count(timed), count(goldOf(report, people)));
    if (chart.series.empty())
        chart.empty = tr("This needs people with answers to gold and times of their answers.");
    return chart;
}

Chart confusionChart(const TeamReport &report, const People &people, const QString &who)
{
    Chart chart;
    chart.id = QStringLiteral("confusion");
    chart.title = tr("What was said for what is true: %1").arg(who);
    std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> cells;
    std::vector<std::int64_t> used(static_cast<std::size_t>(report.labels.size()));
    bool nothingSaid = false;
    bool nothingThere = false;
    std::int64_t total = 0;
    for (const int row : people)
        for (const auto &[pair, n] : at(report, row).confusion) {
            cells[pair] += n;
            total += n;
            nothingThere = nothingThere || pair.first == TeamRecord::none;
            nothingSaid = nothingSaid || pair.second == TeamRecord::none;
            for (const std::int32_t label : {pair.first, pair.second})
                if (label != TeamRecord::none)
                    used[static_cast<std::size_t>(label)] += n;
        }
    // A matrix of thousands of classes is no picture: the most used ones are shown.
    constexpr std::size_t mostLabels = 40;
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < used.size(); ++i)
        if (used[i] > 0)
            labels.push_back(static_cast<std::int32_t>(i));
    const bool cut = labels.size() > mostLabels;
    if (cut) {
        std::stable_sort(labels.begin(), labels.end(), [&](std::int32_t a, std::int32_t b) {
            return used[static_cast<std::size_t>(a)] > used[static_cast<std::size_t>(b)];
        });
        labels.resize(mostLabels);
    }
    std::sort(labels.begin(), labels.end(), [&](std::int32_t a, std::int32_t b) {
        return QString::localeAwareCompare(report.labels[a], report.labels[b]) < 0;
    });
    std::vector<std::int32_t> rows = labels;
    std::vector<std::int32_t> columns = labels;
    if (nothingThere)
        rows.push_back(TeamRecord::none);
    if (nothingSaid)
        columns.push_back(TeamRecord::none);
    charts::HeatMap heat;
    heat.rowTitle = tr("True");
    heat.columnTitle = tr("Said");
    for (const std::int32_t label : rows)
        heat.rows << (label == TeamRecord::none ? tr("nothing there") : report.labels[label]);
    for (const std::int32_t label : columns)
        heat.columns << (label == TeamRecord::none ? tr("nothing said") : report.labels[label]);
    for (const std::int32_t truth : rows) {
        std::int64_t rowTotal = 0;
        for (auto cell = cells.lower_bound({truth, TeamRecord::none}); cell != cells.end() && cell->first.first == truth; ++cell)
            rowTotal += cell->second;
        for (const std::int32_t said : columns) {
            const auto cell = cells.find({truth, said});
            const std::int64_t n = cell == cells.end() ? 0 : cell->second;
            heat.n.push_back(n);
            heat.values.push_back(rowTotal > 0 ? std::optional(double(n) / double(rowTotal)) : std::nullopt);
            heat.intervals.push_back(wilson(n, rowTotal));
        }
    }
    chart.method = tr("Per cent of each true label's decisions, n = %1 decisions on gold. Cells rest on their own counts; the "
                      "table has 95 % Wilson intervals.")
                       .arg(count(total));
    if (cut)
        chart.method += QLatin1Char(' ') + tr("The %n most used labels are shown.", nullptr, static_cast<int>(mostLabels));
    chart.heat = std::move(heat);
    if (total == 0)
        chart.empty = tr("No decisions on gold yet.");
    return chart;
}

Chart agreementChart(const TeamReport &report, const People &people)
{
    Chart chart;
    chart.id = QStringLiteral("agreement");
    chart.title = tr("How often two annotators say the same");
    charts::HeatMap heat;
    heat.rowTitle = tr("Annotator");
    heat.columnTitle = tr("Other");
    std::int64_t pairs = 0;
    for (const int row : people)
        heat.rows << at(report, row).name;
    heat.columns = heat.rows;
    for (const int a : people)
        for (const int b : people) {
            const workflow::PairFigures pair = report.pair(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
            heat.n.push_back(pair.common);
            heat.values.push_back(pair.common > 0 ? std::optional(double(pair.same) / double(pair.common)) : std::nullopt);
            heat.intervals.push_back(wilson(pair.same, pair.common));
            pairs += pair.common;
        }
    chart.method = tr("Per cent of tasks that both answered with the same label, n = %1 pairs of answers; the table has 95 % "
                      "Wilson intervals. Not corrected for chance: "
                      "plumbline-cli agreement computes kappa and alpha with intervals.")
                       .arg(count(pairs / 2));
    chart.heat = std::move(heat);
    if (report.pairs.empty() && !people.empty())
        chart.empty =
            tr("More than %n people: choose the command line for pairs.", nullptr, static_cast<int>(TeamReport::pairLimit));
    else if (pairs == 0)
        chart.empty = tr("No two of these people answered the same task.");
    return chart;
}

Chart driftChart(const std::vector<quality::DriftInput> &inputs, quality::DriftChartKind kind, const quality::DriftPlan &plan,
                 const QString &who, const std::vector<std::int64_t> &guidelineChanges)
{
    Chart chart;
    chart.id = QStringLiteral("drift");
    // By number, not by time: nights and days off would press the work together to lines.
    chart.xTitle = tr("Gold result");
    chart.nameTitle = tr("Time (UTC)");
    const quality::DriftSeries drift = quality::driftSeries(kind, plan, inputs);
    const auto time = [](std::int64_t microseconds) {
        return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd hh:mm:ss"));
    };
    ChartSeries upper;
    ChartSeries lower;
    upper.shape = lower.shape = ChartSeries::Shape::Line;
    lower.colour = Token::Warn;
    for (const quality::DriftPoint &point : drift.points) {
        upper.points.push_back({double(point.number), point.upper, {}, {}, 0, time(point.timeMicroseconds)});
        lower.points.push_back({double(point.number), point.lower, {}, {}, 0, time(point.timeMicroseconds)});
    }
    const auto number = [](double value) { return QLocale().toString(value, 'g', 4); };
    const QString charted = [&] {
        switch (kind) {
        case quality::DriftChartKind::BernoulliCusum: return tr("Errors: %1");
        case quality::DriftChartKind::Ewma: return tr("Moving average: %1");
        case quality::DriftChartKind::Cusum: return tr("Better and worse: %1");
        }
        return QString();
    }();
    chart.title = charted.arg(who);
    chart.yTitle = tr("Evidence of drift");
    if (kind == quality::DriftChartKind::BernoulliCusum) {
        upper.name = tr("Evidence of more errors");
        chart.method = tr("Bernoulli CUSUM, n = %1 gold results: an error adds %2, a right answer takes 1. The limit %3 lets %4 "
                          "gold results pass "
                          "between false alarms at an error rate of %5 and finds %6 in %7 on average.")
                           .arg(count(std::int64_t(inputs.size())))
                           .arg(plan.bernoulli.m - 1)
                           .arg(number(drift.limit), number(plan.bernoulli.inControl), number(plan.bernoulli.acceptable),
                                number(plan.bernoulli.tooMuch), number(plan.bernoulli.afterShift));
    } else if (kind == quality::DriftChartKind::Ewma) {
        upper.name = tr("Moving average of residuals");
        chart.method = tr("EWMA of standardised residuals, lambda %1, n = %2 gold results. The limits let %3 gold results pass "
                          "between false "
                          "alarms at an error rate of %4.")
                           .arg(number(plan.ewmaLambda), count(std::int64_t(inputs.size())), number(plan.ewmaInControl),
                                number(plan.bernoulli.acceptable));
        chart.lines.push_back({false, -drift.limit, tr("limit"), Token::Bad});
    } else {
        upper.name = tr("Evidence of better");
        lower.name = tr("Evidence of worse");
        chart.method = tr("CUSUM of standardised residuals, k %1, n = %2 gold results. The limit lets %3 gold results pass "
                          "between false alarms "
                          "at an error rate of %4.")
                           .arg(number(plan.cusumK), count(std::int64_t(inputs.size())), number(plan.cusumInControl),
                                number(plan.bernoulli.acceptable));
    }
    chart.series.push_back(std::move(upper));
    if (kind == quality::DriftChartKind::Cusum)
        chart.series.push_back(std::move(lower));
    chart.lines.push_back({false, drift.limit, tr("limit"), Token::Bad});
    for (const quality::DriftAlarm &alarm : drift.alarms)
        chart.lines.push_back(
            {true, double(alarm.atNumber), alarm.worse ? tr("alarm") : tr("better"), alarm.worse ? Token::Bad : Token::Good});
    std::vector<GuidelinePlace> places;
    int version = 0;
    for (const std::int64_t change : guidelineChanges) {
        ++version;
        const auto after = std::find_if(inputs.begin(), inputs.end(),
                                        [&](const quality::DriftInput &input) { return input.timeMicroseconds > change; });
        // Between two results; what came before the first or after the last of them has no place.
        if (after == inputs.begin() || after == inputs.end())
            continue;
        const std::int64_t before = after - inputs.begin();
        chart.lines.push_back(guidelineMark(double(before) + 0.5, version, change));
        places.push_back({version, change, before});
    }
    if (const QString guideline = guidelineWords(places); !guideline.isEmpty())
        chart.method += QLatin1Char(' ') + guideline;
    if (inputs.empty())
        chart.empty = tr("No answers of this person to tasks with gold.");
    return chart;
}

Chart reliabilityChart(const TeamReport &report, const People &people, const QString &who)
{
    Chart chart;
    chart.id = QStringLiteral("confidence");
    chart.title = tr("Stated confidence and what came of it: %1").arg(who);
    chart.xTitle = tr("Stated confidence");
    chart.yTitle = tr("Share right");
    struct Bin {
        double confidence = 0;
        double right = 0;
        std::int64_t n = 0;
    };
    std::vector<Bin> bins;
    double error = 0;
    double brier = 0;
    std::int64_t n = 0;
    for (const int row : people) {
        const auto diagram = at(report, row).confidence.diagram();
        bins.resize(std::max(bins.size(), diagram.size()));
        for (std::size_t i = 0; i < diagram.size(); ++i) {
            bins[i].confidence += diagram[i].confidence * double(diagram[i].n);
            bins[i].right += diagram[i].accuracy * double(diagram[i].n);
            bins[i].n += diagram[i].n;
        }
        const auto summary = at(report, row).confidence.summary();
        brier += summary.brier * double(summary.n);
        n += summary.n;
    }
    std::vector<ReliabilityBin> drawn;
    for (const Bin &bin : bins) {
        if (bin.n > 0)
            drawn.push_back({bin.confidence / double(bin.n), qRound64(bin.right), bin.n});
        error += std::abs(bin.right - bin.confidence);
    }
    if (n > 0)
        chart.method =
            tr("%1 answers on gold with a stated confidence, %2 bins of equal width, 95 % Wilson intervals. Expected calibration "
               "error %3 (few answers raise it), Brier score %4. On the dashed line confidence is what comes out; below it, "
               "people "
               "are surer than they are right.")
                .arg(count(n))
                .arg(bins.size())
                .arg(QLocale().toString(error / double(n), 'f', 3), QLocale().toString(brier / double(n), 'f', 3));
    else
        chart.empty = tr("Nobody here stated a confidence on a task with gold.");
    drawReliability(chart, who, drawn);
    return chart;
}

}  // namespace plumbline::workstation
