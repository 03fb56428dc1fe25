// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamcohortcharts.h"

#include "app/workstation/teamforms.h"
#include "app/workstation/teammodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plumbline::workstation {

using charts::Chart;
using charts::ChartPoint;
using charts::ChartSeries;
using forms::percent;
using theme::Token;
using workflow::Batch;
using workflow::BatchOptions;
using workflow::BatchPeriod;
using workflow::CohortPair;

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("plumbline::workstation::TeamCohortCharts", text, comment, n);
}

QString count(std::int64_t n)
{
    return QLocale().toString(qlonglong(n));
}

QString shareOf(const quality::RightWrong &counts)
{
    return tr("%1 of %2").arg(count(counts.right), count(counts.n()));
}

QString pValue(double p)
{
    constexpr double least = 0.0001;
    return p < least ? tr("below %1").arg(QString::number(least)) : QString::number(p, 'f', 4);
}

// Where a scale that begins at nothing ends.
double fromZero(const Chart &chart)
{
    double most = 0;
    for (const ChartSeries &series : chart.series)
        for (const ChartPoint &point : series.points)
            most = std::max(most, point.high.value_or(point.x));
    for (const charts::ChartLine &line : chart.lines)
        most = std::max(most, line.at);
    constexpr double room = 1.08;
    return most > 0 ? most * room : 1;
}

// One series of rows with a line at "no difference"; rows that cannot be computed are named in the words below.
class PairRows
{
public:
    PairRows(const char *id, const QString &title, const QString &xTitle)
    {
        m_chart.id = QString::fromLatin1(id);
        m_chart.title = title;
        m_chart.xTitle = xTitle;
        m_chart.yTitle = tr("Cohorts");
        m_chart.nameTitle = tr("Cohorts");
        m_series.name = xTitle;
    }
    Chart &chart() { return m_chart; }
    void add(const QString &row, const QString &name, double value, const quality::Interval &interval, std::int64_t n, QStringList more)
    {
        ChartPoint point{value, double(m_chart.names.size()), interval.low, interval.high, n, name, std::move(more)};
        m_series.points.push_back(std::move(point));
        m_chart.names << row;
    }
    void leaveOut(const QString &name) { m_left << name; }
    Chart take(const QString &method, const QString &leftOut, const QString &empty, bool withZero = false)
    {
        m_chart.method = method;
        if (!m_left.isEmpty())
            m_chart.method += QLatin1Char(' ') + leftOut.arg(m_left.join(QStringLiteral(", ")));
        if (m_series.points.empty())
            m_chart.empty = empty;
        else
            m_chart.series.push_back(std::move(m_series));
        if (withZero)
            m_chart.xRange = {0, fromZero(m_chart)};
        return std::move(m_chart);
    }

private:
    Chart m_chart;
    ChartSeries m_series;
    QStringList m_left;
};

QString fewerThanTwo()
{
    return tr("Left out, fewer than two annotators with gold: %1.");
}

QString needsTwoCohorts()
{
    return tr("Comparing needs two cohorts with two annotators who answered gold.");
}

}  // namespace

QString cohortPairName(const CohortPair &pair)
{
    return tr("%1 minus %2").arg(TeamModel::cohortText(pair.first), TeamModel::cohortText(pair.second));
}

Chart cohortAccuracyChart(const CohortPairs &pairs)
{
    PairRows rows("cohorts", tr("Differences between cohorts: everything on gold"), tr("Difference of accuracy, first minus second"));
    rows.chart().moreTitles = {tr("First right"), tr("Second right")};
    for (const CohortPair &pair : pairs) {
        const QString name = cohortPairName(pair);
        if (pair.accuracy)
            rows.add(name, name, pair.accuracy->value, pair.accuracy->interval, pair.firstGold.n() + pair.secondGold.n(),
                     {shareOf(pair.firstGold), shareOf(pair.secondGold)});
        else
            rows.leaveOut(name);
    }
    rows.chart().lines.push_back({true, 0, tr("no difference"), Token::Text3});
    return rows.take(
        tr("Pooled accuracy on gold; n = decisions of both. 95 % percentile interval of 2000 resamples of annotators, never of labels, "
           "seed 1. People answered different tasks: a difference may be one of tasks; shared items tell."),
        fewerThanTwo(), needsTwoCohorts());
}

Chart cohortSharedChart(const CohortPairs &pairs)
{
    PairRows rows("cohorts-shared", tr("Shared items: which cohort had right what the other had wrong"),
                  tr("Share of them that the first had right"));
    rows.chart().xRange = {0, 1};
    rows.chart().moreTitles = {tr("Shared items"), tr("Only the first"), tr("Only the second"), tr("p (exact)"), tr("p (mid)")};
    for (const CohortPair &pair : pairs) {
        const QString name = cohortPairName(pair);
        const quality::McNemar &test = pair.shared.test;
        const std::int64_t n = test.firstOnly + test.secondOnly;
        if (n > 0)
            rows.add(name, name, double(test.firstOnly) / double(n), pair.shared.firstShare, n,
                     {count(pair.shared.items), count(test.firstOnly), count(test.secondOnly), pValue(test.exact), pValue(test.midP)});
        else
            rows.leaveOut(tr("%1 (%2 shared items)").arg(name, count(pair.shared.items)));
    }
    rows.chart().lines.push_back({true, 0.5, tr("no difference"), Token::Text3});
    return rows.take(tr("McNemar's test: of each cohort one answer to every gold item that both answered, drawn (seed 1) where there are "
                        "several; n = items that only one of both had right, 95 % Wilson interval of the share. It takes items as "
                        "independent; that a few people gave most answers is in the mixed model alone. Practice is left out."),
                     tr("Left out, no item that only one had right: %1."),
                     tr("No two cohorts answered the same gold items, or never differently."));
}

Chart cohortMixedChart(const CohortPairs &pairs)
{
    PairRows rows("cohorts-mixed", tr("Shared items: mixed model"), tr("Log odds ratio of a right answer, first against second"));
    rows.chart().moreTitles = {tr("Odds ratio"), tr("p (Wald)"), tr("First, typical"), tr("Second, typical"), tr("Items"),
                               tr("Annotators"), tr("Spread of items"), tr("Spread of annotators")};
    std::int64_t leftOut = 0;
    QStringList why;
    for (const CohortPair &pair : pairs) {
        const QString name = cohortPairName(pair);
        if (!pair.mixed) {
            rows.leaveOut(name);
            if (!why.contains(pair.whyNoMixed))
                why << pair.whyNoMixed;
            continue;
        }
        const quality::MixedModel &model = *pair.mixed;
        leftOut += pair.mixedLeftOut;
        rows.add(name, name, model.effect, model.effectInterval, model.results,
                 {QString::number(std::exp(model.effect), 'g', 3), pValue(model.pValue), percent(model.accuracyFirst),
                  percent(model.accuracySecond), count(model.items), count(model.annotators), QString::number(model.itemSigma, 'f', 2),
                  QString::number(model.annotatorSigma, 'f', 2)});
    }
    rows.chart().lines.push_back({true, 0, tr("no difference"), Token::Text3});
    QString method = tr("Logistic model with random items and annotators (Laplace) over all answers to shared gold items, n of them; 95 % "
                        "Wald interval. Allows for hard items and for people who gave many answers; effects are a little too small.");
    if (leftOut > 0)
        method += QLatin1Char(' ') + tr("%1 shared items were left out by lot to keep it quick.").arg(count(leftOut));
    return rows.take(method, tr("Left out: %1.") + (why.isEmpty() ? QString() : QLatin1Char(' ') + why.join(QLatin1Char(' '))),
                     why.isEmpty() ? needsTwoCohorts() : why.join(QLatin1Char('\n')));
}

Chart cohortLabelsChart(const CohortPair &pair)
{
    PairRows rows("cohorts-labels", tr("What is said for what is true: %1").arg(cohortPairName(pair)),
                  tr("Difference of shares, first minus second"));
    rows.chart().yTitle = rows.chart().nameTitle = tr("True → said");
    rows.chart().moreTitles = {tr("First"), tr("Second")};
    constexpr std::size_t most = 120;
    for (std::size_t i = 0; i < std::min(most, pair.labels.size()); ++i) {
        const workflow::LabelDifference &cell = pair.labels[i];
        const QString what = tr("%1 → %2").arg(cell.truth.isEmpty() ? tr("nothing there") : cell.truth,
                                               cell.said.isEmpty() ? tr("nothing said") : cell.said);
        rows.add(what, what, cell.share.value, cell.share.interval, cell.first.n() + cell.second.n(),
                 {shareOf(cell.first), shareOf(cell.second)});
    }
    rows.chart().lines.push_back({true, 0, tr("no difference"), Token::Text3});
    QString method = tr("Share of a true label's decisions that say the label after the arrow; n = decisions of both. 95 % percentile "
                        "interval of 1000 resamples of annotators. These are many comparisons: one interval in twenty misses 0 by chance.");
    if (pair.labels.size() > most)
        method += QLatin1Char(' ') + tr("The first %1 are shown.").arg(most);
    return rows.take(method, {}, tr("This needs two annotators of each cohort with decisions on the same true labels."));
}

QString batchName(const Batch &batch, BatchPeriod period)
{
    const QString cohort = TeamModel::cohortText(batch.cohort);
    switch (period) {
    case BatchPeriod::Everything: return cohort;
    case BatchPeriod::Guideline:
        return QStringLiteral("%1 · %2").arg(
            cohort, batch.period == QLatin1String("0") ? tr("before any guideline") : tr("guideline %1").arg(batch.period));
    case BatchPeriod::Month:
    case BatchPeriod::Week:
    case BatchPeriod::Day: break;
    }
    return QStringLiteral("%1 · %2").arg(cohort, batch.period);
}

QString verdictText(Batch::Verdict verdict)
{
    switch (verdict) {
    case Batch::Verdict::Take: return tr("take");
    case Batch::Verdict::Refuse: return tr("refuse");
    case Batch::Verdict::CheckMore: return tr("check more");
    }
    return {};
}

Chart batchErrorsChart(const std::vector<Batch> &batches, const BatchOptions &options)
{
    PairRows rows("batch-errors", tr("Errors by how bad they are"), tr("Weighted errors per 100 decisions"));
    rows.chart().yTitle = rows.chart().nameTitle = tr("Batch");
    rows.chart().moreTitles = {tr("Minor"), tr("Major"), tr("Critical"), tr("Checked"), tr("Handed in")};
    std::int64_t decisions = 0;
    for (const Batch &batch : batches) {
        const QString name = batchName(batch, options.period);
        if (batch.errors.decisions == 0) {
            rows.leaveOut(name);
            continue;
        }
        decisions += batch.errors.decisions;
        rows.add(name, name, batch.rate.value, batch.rate.interval, batch.errors.decisions,
                 {count(batch.errors.minor), count(batch.errors.major), count(batch.errors.critical), count(batch.checked),
                  count(batch.handed)});
    }
    const auto weight = [](double value) { return QLocale().toString(value, 'g', 3); };
    return rows.take(tr("Minor, major and critical errors count %1, %2 and %3; how bad an error is says the label schema. n = decisions "
                        "on gold, %4 in all; 95 % gamma interval of weighted Poisson counts (Fay and Feuer). Errors of one person come "
                        "together, which the interval does not know. Practice is left out.")
                         .arg(weight(options.weights.minor), weight(options.weights.major), weight(options.weights.critical),
                              count(decisions)),
                     tr("Left out, nothing checked: %1."), tr("Nothing that was handed in is on gold."), true);
}

Chart batchAcceptanceChart(const std::vector<Batch> &batches, const BatchOptions &options)
{
    Chart chart;
    chart.id = QStringLiteral("batch-acceptance");
    chart.title = tr("Which batches to take");
    chart.xTitle = tr("Share bad in the sample");
    chart.yTitle = chart.nameTitle = tr("Batch");
    chart.seriesTitle = tr("Decision");
    chart.moreTitles = {chart.seriesTitle, tr("Bad"), tr("Allowed"), tr("Sample"), tr("Checked"), tr("Handed in"),
                        tr("Good one refused"), tr("Poor one taken")};
    ChartSeries series[3];
    const Batch::Verdict verdicts[] = {Batch::Verdict::Take, Batch::Verdict::Refuse, Batch::Verdict::CheckMore};
    const Token colours[] = {Token::Good, Token::Bad, Token::Text2};
    for (int i = 0; i < 3; ++i) {
        series[i].name = verdictText(verdicts[i]);
        series[i].colour = colours[i];
    }
    QStringList left;
    for (const Batch &batch : batches) {
        const QString name = batchName(batch, options.period);
        if (batch.sampled == 0) {
            left << name;
            continue;
        }
        const quality::Interval interval = quality::wilson(batch.bad, batch.sampled);
        series[static_cast<int>(batch.verdict)].points.push_back(
            {double(batch.bad) / double(batch.sampled), double(chart.names.size()), interval.low, interval.high, batch.sampled, name,
             {verdictText(batch.verdict), count(batch.bad), count(batch.plan.allowed), count(batch.plan.sample), count(batch.checked),
              count(batch.handed), percent(batch.plan.producerRisk), percent(batch.plan.consumerRisk)}});
        chart.names << name;
    }
    for (ChartSeries &one : series)
        if (!one.points.empty())
            chart.series.push_back(std::move(one));
    if (chart.series.size() > 1) {
        // The name of the series says it.
        chart.moreTitles.removeFirst();
        for (ChartSeries &one : chart.series)
            for (ChartPoint &point : one.points)
                point.more.removeFirst();
    }
    chart.lines.push_back({true, options.limits.acceptable, tr("good"), Token::Good});
    chart.lines.push_back({true, options.limits.refuse, tr("poor"), Token::Bad});
    chart.method = tr("Each batch has the smallest sample, of what was handed in first, that refuses a batch with %1 bad at most in %2 and "
                      "takes one with %3 bad at most in %4 of cases (hypergeometric, exact). Bad = wrong on gold that nobody could tell; "
                      "n = sampled, 95 % Wilson interval. The sample stands for the batch where gold was dealt at random.")
                       .arg(percent(options.limits.acceptable), percent(options.limits.producerRisk), percent(options.limits.refuse),
                            percent(options.limits.consumerRisk));
    if (!left.isEmpty())
        chart.method += QLatin1Char(' ') + tr("Left out, nothing checked: %1.").arg(left.join(QStringLiteral(", ")));
    chart.xRange = {0, fromZero(chart)};
    if (chart.series.empty())
        chart.empty = tr("Nothing that was handed in is on gold.");
    return chart;
}

}  // namespace plumbline::workstation
