// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/gaugecharts.h"

#include "core/itemmodels/words.h"
#include "core/quality/posterior.h"

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

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 0);
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
        return tr("Some items have known answers; once enough of them have passed your hands, the share that you labeled like them is "
                  "shown here with how sure it is. Practice items explain at once what was different.");
    return tr("Of %1 checked items, about %2 % of what you labeled is as in the known answers; with 95 % probability the true share "
              "lies between %3 % and %4 %. The figure moves at once with practice items and otherwise in steps that come some time "
              "after the work, so that nobody can tell which item was a check.")
        .arg(QLocale().toString(qlonglong(reading.decisions)), percent(reading.mean), percent(reading.interval.low),
             percent(reading.interval.high));
}

Chart gaugeHistoryChart(const GaugeDetails &details)
{
    Chart chart;
    chart.id = QStringLiteral("gauge-history");
    chart.title = tr("What the gauge showed");
    chart.xTitle = tr("Items handed in");
    chart.yTitle = tr("Share as known");
    chart.yRange = {0, 1.02};
    if (details.released.empty()) {
        chart.empty = tr("The gauge has not shown anything yet. What it shows is kept here, from its first figure on.");
        return chart;
    }
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
    chart.method = tr("Every figure that the gauge has shown you, the last %1 at most, with its 95 % interval; n = checked items behind it. "
                      "The intervals overlap: a step inside the one before says little.")
                       .arg(quality::GaugeRelease::keptDisplays);
    return chart;
}

ChartTable gaugePracticeTable(const GaugeDetails &details, const model::Schema &schema)
{
    ChartTable table;
    table.header = {tr("Class"), tr("As known"), tr("What was different"), tr("Practice pictures")};
    for (const GaugeDetails::PracticeClass &entry : details.classes) {
        QStringList names;
        for (const GaugeDetails::Example &example : entry.examples)
            names << example.name;
        table.rows.push_back({itemmodels::classTitle(schema, entry.labelClass),
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
    chart.xTitle = tr("Stated confidence");
    chart.yTitle = tr("Share all right");
    chart.xRange = {0, 1.02};
    chart.yRange = {0, 1.02};
    chart.diagonal = true;
    if (!details.calibration) {
        chart.empty = tr("You have not yet said on a practice item how sure you are. “Confidence” in the menu “Item” does it, before "
                         "you hand in.");
        return chart;
    }
    ChartSeries series;
    series.name = chart.title;
    for (const auto &bin : details.confidence) {
        if (bin.n == 0)
            continue;
        const quality::Interval interval = quality::wilson(bin.right, bin.n);
        series.points.push_back({bin.confidence, double(bin.right) / double(bin.n), interval.low, interval.high, bin.n, {}});
    }
    const auto filled = series.points.size();
    chart.series.push_back(std::move(series));
    const QLocale locale;
    chart.method = tr("%1 practice items with a stated confidence, in %2 of %3 bins of equal width; 95 % Wilson intervals. An item counts as "
                      "right when everything in it is. On the dashed line you are as sure as you are right; below it, surer. Expected "
                      "calibration error %4 (few answers raise it), Brier score %5.")
                       .arg(locale.toString(qlonglong(details.calibration->n)), locale.toString(qulonglong(filled)),
                            locale.toString(details.calibration->bins), locale.toString(details.calibration->ece, 'f', 3),
                            locale.toString(details.calibration->brier, 'f', 3));
    return chart;
}

}  // namespace plumbline::workstation
