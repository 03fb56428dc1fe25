// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/gaugecharts.h"

#include "app/workstation/chartparts.h"
#include "core/itemmodels/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace plumbline::workstation {

using charts::Chart;
using charts::ChartSeries;
using charts::ChartTable;
using workflow::GaugeDetails;

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("plumbline::workstation", text, comment, n);
}

// Rounded as the gauge does, so that the two never differ.
QString percent(double share)
{
    return QLocale().toString(QString::number(share, 'f', 2).toDouble() * 100, 'f', 0);
}

QString differences(const GaugeDetails::PracticeClass &entry, const model::Schema &schema)
{
    QStringList parts;
    if (entry.notFound > 0)
        parts << tr("%n missed or too far off", nullptr, static_cast<int>(entry.notFound));
    for (const auto &[said, count] : entry.otherwise)
        parts << tr("%n called %1", nullptr, static_cast<int>(count)).arg(itemmodels::classTitle(schema, said));
    if (entry.invented > 0)
        parts << tr("%n where there is none", nullptr, static_cast<int>(entry.invented));
    return parts.isEmpty() ? tr("Nothing") : parts.join(QStringLiteral(", "));
}

}  // namespace

QString gaugeWords(const quality::GaugeReading &reading)
{
    if (!reading.enough)
        return tr(
            "Some items have known answers; once enough of them have passed your hands, the share that you labeled like them is "
            "shown here with how sure it is. Practice items explain at once what was different.");
    return tr("Of %1 checked items, about %2 % of what you labeled is as in the known answers; with 95 % probability the true "
              "share "
              "lies between %3 % and %4 %. The figure moves at once with practice items and otherwise in steps that come some "
              "time "
              "after the work, so that nobody can tell which item was a check.")
        .arg(QLocale().toString(qlonglong(reading.decisions)), percent(reading.mean), percent(reading.interval.low),
             percent(reading.interval.high));
}

Chart gaugeHistoryChart(const GaugeDetails &details)
{
    Chart chart;
    chart.id = QStringLiteral("gauge-history");
    chart.title = tr("What the gauge showed");
    chart.xTitle = tr("Handed in");
    chart.yTitle = tr("As known");
    chart.yRange = wholeShares;
    if (details.released.empty()) {
        chart.empty = tr("The gauge has not shown anything yet. What it shows is kept here, from its first figure on.");
        return chart;
    }
    constexpr double shortest = 10;
    constexpr double room = 1.05;
    double last = std::max(shortest, double(details.released.back().submissions));
    std::vector<GuidelinePlace> places;
    for (const GaugeDetails::GuidelineChange &change : details.guidelineChanges) {
        // Between two items.
        const double at = double(change.submissions) + 0.5;
        last = std::max(last, at);
        chart.lines.push_back(guidelineMark(at, change.version, change.microseconds));
        places.push_back({change.version, change.microseconds, change.submissions});
    }
    chart.xRange = {0, last * room};
    ChartSeries series;
    series.name = chart.title;
    series.shape = ChartSeries::Shape::Steps;
    series.ribbon = true;
    for (const quality::GaugeDisplay &shown : details.released) {
        const quality::GaugeReading &reading = shown.reading;
        series.points.push_back(
            {double(shown.submissions), reading.mean, reading.interval.low, reading.interval.high, reading.decisions, {}});
    }
    chart.series.push_back(std::move(series));
    chart.method =
        tr("Every figure that the gauge has shown, the last %1 at most, over the items handed in: the share as in the known "
           "answers with its 95 % interval; n = checked items behind it. "
           "A step that stays inside the interval before it says little.")
            .arg(quality::GaugeRelease::keptDisplays);
    if (const QString guideline = guidelineWords(places); !guideline.isEmpty())
        chart.method += QLatin1Char(' ') + guideline;
    return chart;
}

QString gaugePracticeWords(const GaugeDetails &details, const model::Schema &schema)
{
    if (details.classes.empty() || details.classes.front().different() == 0)
        return tr("In practice pictures your labels are as in the known answers.");
    const GaugeDetails::PracticeClass &most = details.classes.front();
    const QString name = itemmodels::classTitle(schema, most.labelClass);
    const QLocale locale;
    if (most.n == most.right)
        return tr("In practice pictures, “%1” differs most often: you marked it where the known answers have none (%2 times).")
            .arg(name, locale.toString(qlonglong(most.invented)));
    return tr("In practice pictures, “%1” differs most often: %2 of %3 are as in the known answers.")
        .arg(name, locale.toString(qlonglong(most.right)), locale.toString(qlonglong(most.n)));
}

ChartTable gaugePracticeTable(const GaugeDetails &details, const model::Schema &schema)
{
    ChartTable table;
    table.header = {tr("Class"), tr("As known"), tr("What was different"), tr("Practice pictures")};
    for (const GaugeDetails::PracticeClass &entry : details.classes) {
        QStringList names;
        for (const GaugeDetails::Example &example : entry.examples)
            names << example.name;
        table.rows.push_back(
            {itemmodels::classTitle(schema, entry.labelClass),
             tr("%1 of %2").arg(QLocale().toString(qlonglong(entry.right)), QLocale().toString(qlonglong(entry.n))),
             differences(entry, schema), names.join(QStringLiteral(", "))});
    }
    return table;
}

Chart gaugeConfidenceChart(const GaugeDetails &details)
{
    Chart chart;
    chart.id = QStringLiteral("gauge-confidence");
    chart.title = tr("How sure you were, and what came of it");
    chart.xTitle = tr("Confidence");
    chart.yTitle = tr("All right");
    if (!details.calibration) {
        chart.empty =
            tr("You have not yet said on a practice item how sure you are. “Confidence” in the menu “Item” does it, before "
               "you hand in.");
        return chart;
    }
    std::vector<ReliabilityBin> bins;
    for (const auto &bin : details.confidence)
        bins.push_back({bin.confidence, bin.right, bin.n});
    drawReliability(chart, chart.title, bins);
    const auto filled = chart.series.front().points.size();
    const QLocale locale;
    chart.method =
        tr("%1 practice items with a stated confidence, in %2 of %3 bins of equal width; 95 % Wilson intervals. An item counts "
           "as "
           "right when everything in it is. On the dashed line you are as sure as you are right; below it, surer. Expected "
           "calibration error %4 (few answers raise it), Brier score %5.")
            .arg(locale.toString(qlonglong(details.calibration->n)), locale.toString(qulonglong(filled)),
                 locale.toString(details.calibration->bins), locale.toString(details.calibration->ece, 'f', 3),
                 locale.toString(details.calibration->brier, 'f', 3));
    return chart;
}

}  // namespace plumbline::workstation
