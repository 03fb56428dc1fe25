// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/chartparts.h"

#include "core/quality/posterior.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace plumbline::workstation {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workstation::ChartParts", text);
}

QDateTime timeOf(std::int64_t microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
}

}  // namespace

void drawReliability(charts::Chart &chart, const QString &name, const std::vector<ReliabilityBin> &bins)
{
    chart.xRange = chart.yRange = wholeShares;
    chart.diagonal = true;
    charts::ChartSeries series;
    series.name = name;
    for (const ReliabilityBin &bin : bins) {
        if (bin.n == 0)
            continue;
        const quality::Interval interval = quality::wilson(bin.right, bin.n);
        series.points.push_back({bin.confidence, double(bin.right) / double(bin.n), interval.low, interval.high, bin.n, {}});
    }
    if (!series.points.empty())
        chart.series.push_back(std::move(series));
}

charts::ChartLine guidelineMark(double at, int version, std::int64_t microseconds)
{
    return {true, at,
            tr("guideline %1 · %2").arg(version).arg(QLocale().toString(timeOf(microseconds).date(), QLocale::ShortFormat)),
            theme::Token::Accent};
}

QString guidelineWords(const std::vector<GuidelinePlace> &places)
{
    QStringList parts;
    for (const GuidelinePlace &place : places)
        parts << tr("version %1 on %2 UTC, after %3")
                     .arg(place.version)
                     .arg(timeOf(place.microseconds).toString(QStringLiteral("yyyy-MM-dd hh:mm")),
                          QLocale().toString(qlonglong(place.after)));
    return parts.isEmpty() ? QString() : tr("Guideline: %1.").arg(parts.join(QStringLiteral("; ")));
}

}  // namespace plumbline::workstation
