// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/calibrationgauge.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using charts::CalibrationGauge;

namespace {

quality::GaugeReading readingOf(std::int64_t n, double mean, double low, double high)
{
    quality::GaugeReading reading;
    reading.decisions = n;
    reading.mean = mean;
    reading.interval = {low, high};
    reading.enough = true;
    return reading;
}

int coloured(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == colour.rgb();
    return count;
}

}  // namespace

class TestCalibrationGauge : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme::darkTheme()); }

    void words()
    {
        CalibrationGauge gauge;
        QCOMPARE(gauge.text(), QStringLiteral("not enough checks yet"));
        gauge.setReading(readingOf(38, 0.9123, 0.8571, 0.9512));
        QCOMPARE(gauge.text(), QStringLiteral("0.91 [0.86–0.95] · 38"));
        // Numbers below the minimum are not shown, whatever they are.
        quality::GaugeReading early = readingOf(6, 1.0, 0.6, 1.0);
        early.enough = false;
        gauge.setReading(early);
        QCOMPARE(gauge.text(), QStringLiteral("not enough checks yet"));
        QVERIFY(!gauge.accessibleDescription().contains(QLatin1Char('6')));
        QVERIFY(!gauge.toolTip().contains(QLatin1Char('%')));
    }

    void accessible()
    {
        CalibrationGauge gauge;
        gauge.setReading(readingOf(38, 0.91, 0.86, 0.95));
        QCOMPARE(gauge.accessibleName(), QStringLiteral("Calibration"));
        for (const char *part : {"0.91", "0.86", "0.95", "38"})
            QVERIFY2(gauge.accessibleDescription().contains(QLatin1String(part)), part);
        QCOMPARE(gauge.toolTip().count(QLatin1Char('.')), 2);
    }

    void nothingButWordsBelowMinimum()
    {
        CalibrationGauge gauge;
        gauge.resize(gauge.sizeHint());
        const QColor accent = theme::darkTheme().colour(theme::Token::Accent);
        QCOMPARE(coloured(gauge.grab().toImage(), accent), 0);
        gauge.setReading(readingOf(38, 0.91, 0.86, 0.95));
        gauge.resize(gauge.sizeHint());
        QVERIFY(coloured(gauge.grab().toImage(), accent) > 10);
    }

    void dotMovesWithMean()
    {
        CalibrationGauge gauge;
        const QColor accent = theme::darkTheme().colour(theme::Token::Accent);
        double before = -100;
        for (const double mean : {0.1, 0.5, 0.9}) {
            gauge.setReading(readingOf(38, mean, mean - 0.05, mean + 0.05));
            gauge.resize(gauge.sizeHint());
            const QImage image = gauge.grab().toImage();
            double sum = 0;
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).rgb() == accent.rgb()) {
                        sum += x;
                        ++count;
                    }
                }
            }
            QVERIFY(count > 0);
            QVERIFY(sum / count > before + 20);
            before = sum / count;
        }
    }

    void activation()
    {
        CalibrationGauge gauge;
        gauge.resize(gauge.sizeHint());
        gauge.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gauge));
        QSignalSpy spy(&gauge, &CalibrationGauge::activated);
        QTest::mouseClick(&gauge, Qt::LeftButton);
        QTest::keyClick(&gauge, Qt::Key_Return);
        QCOMPARE(spy.size(), 2);
        QSignalSpy changes(&gauge, &CalibrationGauge::readingChanged);
        gauge.setReading({});
        QCOMPARE(changes.size(), 0);
    }

    void screenshots()
    {
        auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
        QVERIFY(QDir(QStringLiteral(PLUMBLINE_BINARY_DIR)).mkpath(QStringLiteral("screenshots")));
        for (const theme::Theme *theme : {&theme::darkTheme(), &theme::lightTheme()}) {
            theme::applyTheme(application, *theme);
            QImage sheet(720, 140, QImage::Format_RGB32);
            sheet.setDevicePixelRatio(2);
            sheet.fill(theme->colour(theme::Token::Surface1));
            int y = 8;
            for (const auto &reading : {quality::GaugeReading{}, readingOf(38, 0.91, 0.86, 0.95), readingOf(412, 0.64, 0.6, 0.69)}) {
                CalibrationGauge gauge;
                gauge.setReading(reading);
                if (reading.decisions > 100)
                    gauge.setAcceptedRange(quality::Interval{0.8, 1});
                gauge.resize(gauge.sizeHint());
                gauge.render(&sheet, QPoint(8, y));
                y += 20;
            }
            QVERIFY(sheet.save(QStringLiteral(PLUMBLINE_BINARY_DIR "/screenshots/gauge-%1.png").arg(theme->name)));
        }
    }
};

QTEST_MAIN(TestCalibrationGauge)
#include "tst_calibrationgauge.moc"
