// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart.h"

#include "core/base/json.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace plumbline::charts {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::charts", text);
}

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

QString number(const std::optional<double> &value)
{
    return value ? number(*value) : QString();
}

QByteArray cell(QString text)
{
    // Names come from data files.
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text[0])) {
        bool isNumber = false;
        (void)text.toDouble(&isNumber);
        if (!isNumber)
            text.prepend(QLatin1Char('\''));
    }
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n'))
        || text.contains(QLatin1Char('\r')))
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    return text.toUtf8();
}

QByteArray line(const QStringList &cells)
{
    QByteArray text;
    for (qsizetype i = 0; i < cells.size(); ++i)
        text += (i > 0 ? "," : "") + cell(cells[i]);
    return text + "\r\n";
}

ChartTable heatTable(const HeatMap &heat)
{
    ChartTable table;
    const bool intervals = heat.intervals.size() == heat.values.size() && !heat.intervals.empty();
    table.header = {heat.rowTitle, heat.columnTitle, tr("Value"), QStringLiteral("n")};
    if (intervals)
        table.header << tr("From") << tr("To");
    for (qsizetype row = 0; row < heat.rows.size(); ++row)
        for (qsizetype column = 0; column < heat.columns.size(); ++column) {
            const std::size_t at = heat.at(row, column);
            if (heat.n[at] == 0)
                continue;
            table.rows.push_back({heat.rows[row], heat.columns[column], number(heat.values[at]), QString::number(heat.n[at])});
            if (intervals)
                table.rows.back() << number(heat.intervals[at].first) << number(heat.intervals[at].second);
        }
    return table;
}

}  // namespace

ChartTable tableOf(const Chart &chart)
{
    if (chart.heat)
        return heatTable(*chart.heat);
    const auto any = [&](auto test) {
        return std::any_of(chart.series.begin(), chart.series.end(),
                           [&](const ChartSeries &s) { return std::any_of(s.points.begin(), s.points.end(), test); });
    };
    const bool several = chart.series.size() > 1;
    const bool named = any([](const ChartPoint &p) { return !p.name.isEmpty(); });
    const bool ranges = any([](const ChartPoint &p) { return p.low.has_value(); });
    const bool counts = any([](const ChartPoint &p) { return p.n > 0; });
    const bool rows = !chart.names.isEmpty();
    ChartTable table;
    if (several)
        table.header << (chart.seriesTitle.isEmpty() ? tr("Series") : chart.seriesTitle);
    if (named)
        table.header << (chart.nameTitle.isEmpty() ? tr("Name") : chart.nameTitle);
    table.header << chart.xTitle;
    if (!rows)
        table.header << chart.yTitle;
    if (ranges)
        table.header << tr("From") << tr("To");
    if (counts)
        table.header << QStringLiteral("n");
    table.header << chart.moreTitles;
    for (const ChartSeries &series : chart.series)
        for (const ChartPoint &point : series.points) {
            QStringList row;
            if (several)
                row << series.name;
            if (named)
                row << point.name;
            row << (chart.timeAxis ? QDateTime::fromMSecsSinceEpoch(qRound64(point.x * 1000), Qt::UTC).toString(Qt::ISODate)
                                   : number(point.x));
            if (!rows)
                row << number(point.y);
            if (ranges)
                row << number(point.low) << number(point.high);
            if (counts)
                row << QString::number(point.n);
            for (qsizetype i = 0; i < chart.moreTitles.size(); ++i)
                row << point.more.value(i);
            table.rows.push_back(row);
        }
    return table;
}

QByteArray csvOf(const ChartTable &table)
{
    QByteArray csv = line(table.header);
    for (const QStringList &row : table.rows)
        csv += line(row);
    return csv;
}

QByteArray jsonOf(const Chart &chart, const ChartTable &table)
{
    Json json;
    json["id"] = base::toJson(chart.id);
    json["title"] = base::toJson(chart.title);
    json["method"] = base::toJson(chart.method);
    const auto texts = [](const QStringList &list, bool numbers) {
        Json array = Json::array();
        for (const QString &text : list) {
            bool isNumber = false;
            const double value = text.toDouble(&isNumber);
            if (numbers && isNumber)
                array.push_back(value);
            else
                array.push_back(base::toJson(text));
        }
        return array;
    };
    json["columns"] = texts(table.header, false);
    json["rows"] = Json::array();
    for (const QStringList &row : table.rows)
        json["rows"].push_back(texts(row, true));
    json["lines"] = Json::array();
    for (const ChartLine &mark : chart.lines)
        json["lines"].push_back({{"name", base::toJson(mark.name)}, {"axis", mark.vertical ? "x" : "y"}, {"at", mark.at}});
    return base::toJsonText(json);
}

}  // namespace plumbline::charts
