// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "widgets/export.h"
#include "widgets/theme/theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

/// Charts as values: what is shown, in data units. Who draws them, writes them to a file or reads them out needs nothing else.
namespace plumbline::charts {

struct ChartPoint {
    double x = 0;
    double y = 0;
    std::optional<double> low;   ///< of the interval, along x where the chart has names on its y axis, else along y
    std::optional<double> high;
    std::int64_t n = 0;          ///< results behind it; 0 = not told
    QString name;                ///< whose point
    QStringList more{};          ///< for the table alone, under Chart::moreTitles
};

struct ChartSeries {
    enum class Shape { Points, Line, Steps };
    QString name;
    Shape shape = Shape::Points;
    theme::Token colour = theme::Token::Accent;
    std::vector<ChartPoint> points;
    bool named = false;  ///< names are written beside the points
    bool ribbon = false;  ///< intervals are one area along the line, not a bar for each point
};

/// A limit or a mark.
struct ChartLine {
    bool vertical = false;
    double at = 0;
    QString name;
    theme::Token colour = theme::Token::Text3;
};

struct HeatMap {
    QStringList rows;
    QStringList columns;
    QString rowTitle;
    QString columnTitle;
    std::vector<std::optional<double>> values;  ///< rows × columns, in [0, 1]
    std::vector<std::int64_t> n;
    std::vector<std::pair<double, double>> intervals;  ///< of the values; empty = none
    [[nodiscard]] std::size_t at(qsizetype row, qsizetype column) const
    {
        return static_cast<std::size_t>(row * columns.size() + column);
    }
};

/// A value. Times are seconds since 1970, UTC.
struct Chart {
    QString id;      ///< file name without ending
    QString title;
    QString method;  ///< n, interval and how it was computed, in a sentence or two
    QString empty;   ///< why there is nothing to see; empty = there is
    QString xTitle;
    QString yTitle;
    bool timeAxis = false;
    QString nameTitle;   ///< what the names of points are; empty = "Name"
    QString seriesTitle; ///< what the names of series are; empty = "Series"
    QStringList moreTitles;  ///< of what points have beside this
    QStringList names;   ///< of rows along the y axis, top to bottom; a point's y is its row
    std::optional<std::pair<double, double>> xRange;
    std::optional<std::pair<double, double>> yRange;
    bool diagonal = false;  ///< where x equals y
    std::vector<ChartSeries> series;
    std::vector<ChartLine> lines;
    std::optional<HeatMap> heat;
};

/// The same as text, for screen readers and spreadsheets. Numbers are in the C locale, times in ISO 8601.
struct ChartTable {
    QStringList header;
    std::vector<QStringList> rows;
};
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT ChartTable tableOf(const Chart &chart);
/// RFC 4180. A text that a spreadsheet would read as a formula gets an apostrophe.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QByteArray csvOf(const ChartTable &table);
/// One object: id, title and method of the chart, columns, rows, lines.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QByteArray jsonOf(const Chart &chart, const ChartTable &table);

}  // namespace plumbline::charts
