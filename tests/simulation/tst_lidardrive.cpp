// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/lidardrive.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using simulation::LidarDrive;
using simulation::LidarSweep;

class TestLidarDrive : public QObject
{
    Q_OBJECT

private slots:
    void theSameSeedGivesTheSameSweep()
    {
        const LidarSweep a = LidarDrive(5).sweep(3);
        const LidarSweep b = LidarDrive(5).sweep(3);
        QCOMPARE(a.positions, b.positions);
        QCOMPARE(a.actor, b.actor);
        QVERIFY(LidarDrive(6).sweep(3).positions != a.positions);
        QVERIFY(a.positions.size() > 15'000);
        QCOMPARE(a.positions.size(), a.ring.size());
    }

    // Every point on an actor lies on the surface of its cuboid, up to the noise.
    void pointsLieOnTheirActors()
    {
        const LidarDrive drive(2);
        std::int64_t checked = 0;
        for (const int index : {0, 17, 39}) {
            const LidarSweep sweep = drive.sweep(index);
            for (const LidarSweep::Truth &truth : sweep.truth) {
                const geometry::Pose box_from_lidar = geometry::inverted(geometry::poseOf(truth.cuboid));
                std::int64_t points = 0;
                for (std::size_t i = 0; i < sweep.positions.size(); ++i) {
                    if (sweep.actor[i] != truth.actor)
                        continue;
                    ++points;
                    const auto &p = sweep.positions[i];
                    const geometry::Vector3 inside = geometry::transformed(box_from_lidar, {p[0], p[1], p[2]});
                    double outwards = -1e9;
                    for (std::size_t axis = 0; axis < 3; ++axis)
                        outwards = std::max(outwards, std::abs(inside[axis]) - truth.cuboid.size[axis] / 2);
                    QVERIFY2(std::abs(outwards) < 0.1, qPrintable(QString::number(outwards)));
                }
                QCOMPARE(points, truth.points);
                checked += points;
            }
        }
        QVERIFY2(checked > 3000, qPrintable(QString::number(checked)));
    }

    // What stands keeps its place in the world while the vehicle drives; what moves goes where its heading points.
    void actorsMoveAlongTheirHeading()
    {
        const LidarDrive drive(3);
        QCOMPARE(drive.actors().size(), std::size_t(23));
        int moving = 0;
        for (const simulation::LidarActor &actor : drive.actors()) {
            const geometry::Cuboid a = drive.cuboidAt(actor, 1);
            const geometry::Cuboid b = drive.cuboidAt(actor, 1.01);
            const double dx = b.centre[0] - a.centre[0];
            const double dy = b.centre[1] - a.centre[1];
            QVERIFY(std::abs(std::hypot(dx, dy) - 0.01 * actor.speedMetresPerSecond) < 1e-6);
            QCOMPARE(a.centre[2] - a.size[2] / 2, simulation::lidarGround(a.centre[0], a.centre[1]));
            if (actor.speedMetresPerSecond == 0)
                continue;
            ++moving;
            QVERIFY(std::abs(geometry::wrappedAngle(std::atan2(dy, dx) - geometry::yawOf(a.rotation))) < 1e-2);
        }
        QVERIFY(moving > 8);
    }

    // Vehicles never stand in one another: overlapping truth could not be labeled.
    void actorsKeepApart()
    {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const LidarDrive drive(seed);
            int touching = 0;
            const auto walks = [&](std::size_t i) { return drive.actors()[i].className == QStringLiteral("pedestrian"); };
            for (const double t : {0.0, 2.0, 3.9})
                for (std::size_t i = 0; i < drive.actors().size(); ++i)
                    for (std::size_t k = 0; k < i; ++k)
                        touching +=
                            !walks(i) && !walks(k)
                            && geometry::cuboidIou(drive.cuboidAt(drive.actors()[i], t), drive.cuboidAt(drive.actors()[k], t))
                                   > 0;
            QVERIFY2(touching == 0, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(touching)));
        }
    }
};

QTEST_GUILESS_MAIN(TestLidarDrive)
#include "tst_lidardrive.moc"
