// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "widgets/charts/chart.h"
#include "widgets/charts/intervaldelegate.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QTest>

using namespace plumbline;
using namespace plumbline::charts;

class TestChart : public QObject
{
    Q_OBJECT

private slots:
    void pointsAsATable()
    {
        Chart chart;
        chart.xTitle = QStringLiteral("Accuracy");
        chart.yTitle = QStringLiteral("Share");
        ChartSeries series;
        series.name = QStringLiteral("one");
        series.points = {{0.5, 2, 0.25, 0.75, 7, QStringLiteral("ann")}, {0.125, 3, {}, {}, 0, {}}};
        chart.series = {series};
        ChartTable table = tableOf(chart);
        QCOMPARE(table.header, (QStringList{QStringLiteral("Name"), QStringLiteral("Accuracy"), QStringLiteral("Share"),
                                            QStringLiteral("From"), QStringLiteral("To"), QStringLiteral("n")}));
        QCOMPARE(table.rows[0], (QStringList{QStringLiteral("ann"), QStringLiteral("0.5"), QStringLiteral("2"), QStringLiteral("0.25"),
                                             QStringLiteral("0.75"), QStringLiteral("7")}));
        QCOMPARE(table.rows[1].value(3), QString());
        // With names along the y axis the row is the name; a second series has its name told.
        chart.names = {QStringLiteral("ann")};
        chart.series.push_back(series);
        table = tableOf(chart);
        QCOMPARE(table.header.front(), QStringLiteral("Series"));
        QVERIFY(!table.header.contains(QStringLiteral("Share")));
        QCOMPARE(table.rows.size(), std::size_t(4));
        chart.timeAxis = true;
        QCOMPARE(tableOf(chart).rows[0][2], QStringLiteral("1970-01-01T00:00:00Z"));
    }

    void heatAsATable()
    {
        Chart chart;
        HeatMap heat;
        heat.rowTitle = QStringLiteral("True");
        heat.columnTitle = QStringLiteral("Said");
        heat.rows = {QStringLiteral("car")};
        heat.columns = {QStringLiteral("car"), QStringLiteral("van")};
        heat.values = {0.75, std::nullopt};
        heat.n = {3, 0};
        chart.heat = heat;
        const ChartTable table = tableOf(chart);
        QCOMPARE(table.rows.size(), std::size_t(1));  // cells without anything are no rows
        QCOMPARE(table.rows[0], (QStringList{QStringLiteral("car"), QStringLiteral("car"), QStringLiteral("0.75"), QStringLiteral("3")}));
    }

    void csvIsSafe()
    {
        ChartTable table;
        table.header = {QStringLiteral("a"), QStringLiteral("b")};
        table.rows = {{QStringLiteral("=cmd()"), QStringLiteral("-0.5")},
                      {QStringLiteral("x,\"y\""), QStringLiteral("two\nlines")},
                      {QStringLiteral("-a"), QStringLiteral("@b")}};
        QCOMPARE(csvOf(table), QByteArray("a,b\r\n'=cmd(),-0.5\r\n\"x,\"\"y\"\"\",\"two\nlines\"\r\n'-a,'@b\r\n"));
    }

    void jsonHasNumbers()
    {
        Chart chart;
        chart.id = QStringLiteral("c");
        chart.title = QStringLiteral("T");
        chart.method = QStringLiteral("n = 2");
        chart.lines.push_back({true, 3, QStringLiteral("limit"), theme::Token::Bad});
        ChartTable table;
        table.header = {QStringLiteral("Name"), QStringLiteral("x")};
        table.rows = {{QStringLiteral("ann"), QStringLiteral("0.5")}, {QStringLiteral("bob"), QString()}};
        const auto json = base::parseJson(jsonOf(chart, table));
        QVERIFY(json);
        QCOMPARE((*json)["rows"][0][1].get<double>(), 0.5);
        QCOMPARE((*json)["rows"][1][1].get<std::string>(), std::string());
        QCOMPARE((*json)["method"].get<std::string>(), std::string("n = 2"));
        QCOMPARE((*json)["lines"][0]["axis"].get<std::string>(), std::string("x"));
    }

    // The bar lies where the interval is, and nowhere else.
    void intervalIsPaintedToScale()
    {
        const QPalette palette = theme::paletteOf(theme::darkTheme());
        QImage image(200, 20, QImage::Format_RGB32);
        image.fill(theme::darkTheme().colour(theme::Token::Surface1));
        QPainter painter(&image);
        paintInterval(painter, QRectF(0, 0, 200, 20), 0.5, 0.6, 0.7, palette);
        painter.end();
        const QColor accent = theme::darkTheme().colour(theme::Token::Accent);
        const auto isBar = [&](int x) {
            const QColor c(image.pixel(x, 10));
            return std::abs(c.red() - accent.red()) + std::abs(c.green() - accent.green()) + std::abs(c.blue() - accent.blue()) < 40;
        };
        QVERIFY(isBar(105) && isBar(135));
        for (const int x : {20, 60, 90, 150, 190})
            QVERIFY2(!isBar(x), qPrintable(QString::number(x)));
    }
};

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
