// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/lidarclassicalengine.h"
#include "plugins/engines/lidar-classical/outline.h"
#include "plugins/engines/lidar-classical/tests/drivescore.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;
using namespace plumbline::engines::lidar;

class TestLidarClassical : public QObject
{
    Q_OBJECT

    LidarClassicalEngine m_engine;

private slots:
    void aDriveIsFound()
    {
        simulation::LidarDriveOptions options;
        options.sweeps = 10;
        const auto score = test::scoreDrive(m_engine, 3, options);
        QVERIFY_RESULT(score);
        const test::ClassScore &cars = score->classes.at(QStringLiteral("car"));
        QVERIFY(cars.objects > 30);
        QVERIFY2(cars.found > 0.7 * cars.objects, qPrintable(QStringLiteral("%1 of %2").arg(cars.found).arg(cars.objects)));
        QVERIFY2(cars.wrong < 0.3 * cars.boxes, qPrintable(QStringLiteral("%1 of %2").arg(cars.wrong).arg(cars.boxes)));
    }
};

QTEST_GUILESS_MAIN(TestLidarClassical)
#include "tst_lidarclassical.moc"
