// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/agreement.h"

#include <QTest>

#include <cmath>

/// Ratings written the way the papers print them.
namespace plumbline::test {

using namespace plumbline::quality;

using Table = std::vector<std::vector<int>>;

/// One line a rater, values of the units apart by blanks, "." = not rated.
inline Ratings byRater(const QStringList &lines, const QStringList &categories = {})
{
    RatingsBuilder builder;
    builder.declareCategories(categories);
    for (qsizetype r = 0; r < lines.size(); ++r) {
        const QStringList values = lines[r].split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (qsizetype u = 0; u < values.size(); ++u)
            if (values[u] != QLatin1String("."))
                (void)builder.add(QString::number(u), QString::number(r), values[u]);
    }
    return builder.take();
}

/// One word a unit, its ratings as letters or digits by rater, "." = not rated.
inline Ratings byUnit(const QString &words)
{
    RatingsBuilder builder;
    const QStringList units = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype u = 0; u < units.size(); ++u)
        for (qsizetype r = 0; r < units[u].size(); ++r)
            if (units[u][r] != QLatin1Char('.'))
                (void)builder.add(QString::number(u), QString::number(r), units[u].mid(r, 1));
    return builder.take();
}

/// Rows rater 1, columns rater 2; categories 1, 2, …
inline Ratings crossed(const Table &table)
{
    RatingsBuilder builder;
    QStringList categories;
    for (std::size_t i = 1; i <= table.size(); ++i)
        categories.append(QString::number(i));
    builder.declareCategories(categories);
    int unit = 0;
    for (std::size_t i = 0; i < table.size(); ++i)
        for (std::size_t j = 0; j < table.size(); ++j)
            for (int k = 0; k < table[i][j]; ++k, ++unit) {
                (void)builder.add(QString::number(unit), QStringLiteral("1"), QString::number(i + 1));
                (void)builder.add(QString::number(unit), QStringLiteral("2"), QString::number(j + 1));
            }
    return builder.take();
}

/// One row a unit: how many raters chose each category.
inline Ratings counted(const Table &rows)
{
    RatingsBuilder builder;
    for (std::size_t u = 0; u < rows.size(); ++u) {
        int rater = 0;
        for (std::size_t c = 0; c < rows[u].size(); ++c)
            for (int k = 0; k < rows[u][c]; ++k)
                (void)builder.add(QString::number(u), QString::number(rater++), QString::number(c));
    }
    return builder.take();
}

inline Agreement of(const Ratings &ratings, AgreementMeasure measure, Scale scale = Scale::Nominal,
                    Weights weights = Weights::Quadratic)
{
    return agreement(ratings, {measure, scale, weights}, ratings.allUnits());
}

inline const QString dataC[] = {QStringLiteral("1 2 3 3 2 1 4 1 2 . . ."), QStringLiteral("1 2 3 3 2 2 4 1 2 5 . 3"),
                                QStringLiteral(". 3 3 3 2 3 4 2 2 5 1 ."), QStringLiteral("1 2 3 3 2 4 4 1 2 5 1 .")};
inline const QStringList krippendorffC(std::begin(dataC), std::end(dataC));

inline const QStringList anxiety{QStringLiteral("3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3"),
                                 QStringLiteral("3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4"),
                                 QStringLiteral("2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2")};

inline const Table cohen45{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
inline const Table cohen37{{25, 12, 3}, {13, 2, 15}, {12, 16, 2}};

/// The table of 15 units by 5 categories of Gwet 2014.
inline Ratings fifteenByFive()
{
    Table rows;
    for (const QString &word :
         QStringLiteral("00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 "
                        "02031")
             .split(QLatin1Char(' '))) {
        rows.emplace_back();
        for (const QChar digit : word)
            rows.back().push_back(digit.digitValue());
    }
    return counted(rows);
}

}  // namespace plumbline::test

#define COMPARE_TO(result, expected, tolerance) \
    do { \
        const Agreement compared = (result); \
        QVERIFY2(compared.has_value(), compared ? "" : qPrintable(undefinedText(compared.error()))); \
        QVERIFY2(std::abs(compared->value - (expected)) <= (tolerance), \
                 qPrintable(QStringLiteral("%1 instead of %2").arg(compared->value, 0, 'g', 12).arg((expected), 0, 'g', 12))); \
    } while (false)
