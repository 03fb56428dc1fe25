// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/charts/customplot.h"
#include "plugins/views/charts/qcustomplotapi.h"
#include "tests/support/verify.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using namespace plumbline::charts;

class TestCustomPlot : public QObject
{
    Q_OBJECT

    static Chart intervals()
    {
        Chart chart;
        chart.id = QStringLiteral("accuracy");
        chart.title = QStringLiteral("Accuracy");
        chart.method = QStringLiteral("n = 40, 95 % interval.");
        chart.xTitle = QStringLiteral("Accuracy");
        chart.xRange = {0, 1};
        chart.names = {QStringLiteral("ann"), QStringLiteral("bob")};
        ChartSeries series;
        series.name = QStringLiteral("in-house");
        // In the wrong order of x.
        series.points = {{0.9, 0, 0.8, 0.95, 20, QStringLiteral("ann")}, {0.5, 1, 0.3, 0.7, 20, QStringLiteral("bob")}};
        chart.series = {series};
        return chart;
    }

    static Chart heat()
    {
        Chart chart;
        chart.title = QStringLiteral("Confusion");
        HeatMap map;
        map.rows = {QStringLiteral("car"), QStringLiteral("van")};
        map.columns = {QStringLiteral("car"), QStringLiteral("van"), QStringLiteral("nothing said")};
        map.values = {0.9, 0.1, 0.0, 0.2, 0.8, std::nullopt};
        map.n = {9, 1, 0, 2, 8, 0};
        chart.heat = map;
        return chart;
    }

    static void show(CustomPlot &plot)
    {
        plot.resize(600, 400);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QTest::qWait(50);
    }

private slots:
    void marksLeadToTheirPeople()
    {
        CustomPlot plot;
        plot.setChart(intervals());
        show(plot);
        QSignalSpy spy(&plot, &Plot::activated);
        auto *canvas = plot.findChild<QCustomPlot *>();
        const QPoint ann(qRound(canvas->xAxis->coordToPixel(0.9)), qRound(canvas->yAxis->coordToPixel(0)));
        QTest::mouseClick(canvas, Qt::LeftButton, {}, ann);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("ann"));
        QTest::mouseClick(canvas, Qt::LeftButton, {}, ann + QPoint(-200, 60));
        QCOMPARE(spy.size(), 1);
        // The first name is at the top.
        QVERIFY(canvas->yAxis->coordToPixel(0) < canvas->yAxis->coordToPixel(1));
        QCOMPARE(plot.accessibleName(), QStringLiteral("Accuracy"));
    }

    // With a key above it and without one, back and forth.
    void theChartHasTheRoom()
    {
        CustomPlot plot;
        show(plot);
        auto *canvas = plot.findChild<QCustomPlot *>();
        Chart several = intervals();
        several.series.push_back(several.series.front());
        several.series.back().name = QStringLiteral("partner A");
        for (const Chart &chart : {intervals(), several, intervals(), heat(), several}) {
            plot.setChart(chart);
            QTest::qWait(20);
            const bool key = chart.series.size() > 1;
            QCOMPARE(canvas->legend->visible(), key);
            QCOMPARE(canvas->legend->itemCount(), key ? 2 : 0);
            QVERIFY2(canvas->axisRect()->width() > 400 && canvas->axisRect()->height() > 200, qPrintable(chart.title));
            if (key)
                QVERIFY(canvas->legend->outerRect().bottom() <= canvas->axisRect()->outerRect().top() + 1);
        }
    }

    void errorBarsBelongToTheirPoints()
    {
        CustomPlot plot;
        plot.setChart(intervals());
        auto *canvas = plot.findChild<QCustomPlot *>();
        QCPErrorBars *bars = nullptr;
        for (int i = 0; i < canvas->plottableCount(); ++i)
            if (auto *found = qobject_cast<QCPErrorBars *>(canvas->plottable(i)))
                bars = found;
        QVERIFY(bars);
        // Sorted by x: bob first, with his wide interval.
        QVERIFY(std::abs(bars->data()->at(0).errorMinus - 0.2) < 1e-9);
        QVERIFY(std::abs(bars->data()->at(1).errorPlus - 0.05) < 1e-9);
    }

    void cellsLeadToRowAndColumn()
    {
        CustomPlot plot;
        plot.setChart(heat());
        show(plot);
        QSignalSpy spy(&plot, &Plot::activated);
        auto *canvas = plot.findChild<QCustomPlot *>();
        QTest::mouseClick(canvas, Qt::LeftButton, {},
                          QPoint(qRound(canvas->xAxis->coordToPixel(1)), qRound(canvas->yAxis->coordToPixel(0))));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("car"));
        QCOMPARE(spy[0][1].toString(), QStringLiteral("van"));
    }

    void picturesAndPages()
    {
        for (const Chart &chart : {intervals(), heat()}) {
            CustomPlot plot;
            plot.setChart(chart);
            const int elements = plot.findChild<QCustomPlot *>()->plotLayout()->elementCount();
            const auto png = plot.rendered(QStringLiteral("png"), {500, 300});
            QVERIFY_RESULT(png);
            const QImage image = QImage::fromData(*png);
            QCOMPARE(image.size(), QSize(1000, 600));
            QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
            const auto pdf = plot.rendered(QStringLiteral("pdf"), {500, 300});
            QVERIFY_RESULT(pdf);
            QVERIFY(pdf->startsWith("%PDF-") && pdf->size() > 1000);
            QVERIFY_FAILS(plot.rendered(QStringLiteral("gif"), {500, 300}), ErrorCode::InvalidArgument);
            // Title and method are there for the file alone.
            QCOMPARE(plot.findChild<QCustomPlot *>()->plotLayout()->elementCount(), elements);
        }
    }

    void emptyChartsSayWhy()
    {
        Chart chart;
        chart.title = QStringLiteral("Drift");
        chart.empty = QStringLiteral("No gold yet.");
        CustomPlot plot;
        plot.setChart(chart);
        show(plot);
        QVERIFY(!plot.findChild<QCustomPlot *>()->isVisible());
        QCOMPARE(plot.accessibleDescription(), QStringLiteral("No gold yet."));
        plot.setChart(intervals());
        QVERIFY(plot.findChild<QCustomPlot *>()->isVisible());
    }

    void followsTheTheme()
    {
        theme::applyTheme(*qApp, theme::darkTheme());
        CustomPlot plot;
        plot.setChart(intervals());
        show(plot);
        QCOMPARE(plot.grab().toImage().pixelColor(3, 3), theme::darkTheme().colour(theme::Token::Surface1));
        theme::applyTheme(*qApp, theme::lightTheme());
        QTest::qWait(100);
        QCOMPARE(plot.grab().toImage().pixelColor(3, 3), theme::lightTheme().colour(theme::Token::Surface1));
    }
};

QTEST_MAIN(TestCustomPlot)
#include "tst_customplot.moc"
