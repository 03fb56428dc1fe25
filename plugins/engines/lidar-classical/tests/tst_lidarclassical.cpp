// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/cloud/cloudreader.h"
#include "plugins/engines/lidar-classical/groundmodel.h"
#include "plugins/engines/lidar-classical/lidarclassicalengine.h"
#include "plugins/engines/lidar-classical/outline.h"
#include "plugins/engines/lidar-classical/tests/drivescore.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;
using namespace plumbline::engines::lidar;

namespace {

constexpr double pi = std::numbers::pi;

Result<extension::InferenceSweep> sweepFromFile(const QString &path)
{
    auto reader = cloud::openCloud(path);
    if (!reader)
        return fail(reader.error());
    cloud::PointBlock block;
    if (const auto read = (*reader)->read(0, 1'000'000, block, {}); !read)
        return fail(read.error());
    extension::InferenceSweep sweep;
    for (const auto &p : block.positions)
        if (std::isfinite(p[0]) && std::isfinite(p[1]) && std::isfinite(p[2]))
            sweep.positions.push_back(p);
    sweep.labelFrame = QStringLiteral("lidar");
    return sweep;
}

struct Labelled {
    QString className;
    geometry::Cuboid cuboid;
};

int pointsIn(const extension::InferenceSweep &sweep, const geometry::Cuboid &cuboid)
{
    return static_cast<int>(std::count_if(sweep.positions.begin(), sweep.positions.end(), [&](const auto &p) {
        return geometry::contains(cuboid, {p[0], p[1], p[2]});
    }));
}

// Which of the labels within 50 m and with 20 points have a box of their class over half of them; says so.
std::pair<int, int> foundOf(const extension::InferenceSweep &sweep, const std::vector<extension::Prediction> &predictions,
                            const std::vector<Labelled> &labels, const QString &className)
{
    std::pair<int, int> result{0, 0};
    for (const Labelled &label : labels) {
        const double range = std::hypot(label.cuboid.centre[0], label.cuboid.centre[1]);
        const int points = pointsIn(sweep, label.cuboid);
        double best = 0;
        for (const extension::Prediction &prediction : predictions)
            if (prediction.className == label.className)
                best = std::max(best, geometry::footprintIou(std::get<geometry::Cuboid>(prediction.geometry), label.cuboid));
        if (label.className != className)
            continue;
        qInfo("%s at %.1f m, %d points: IoU %.2f", qPrintable(label.className), range, points, best);
        if (points < 20 || range > 50)
            continue;
        ++result.second;
        result.first += best >= 0.5 ? 1 : 0;
    }
    return result;
}

}  // namespace

class TestLidarClassical : public QObject
{
    Q_OBJECT

    LidarClassicalEngine m_engine;

private slots:
    void theGroundIsFollowed()
    {
        // Compared where the ground was hit, which is where something can stand.
        const simulation::LidarDrive drive(1);
        for (const int index : {0, 20}) {
            const simulation::LidarSweep sweep = drive.sweep(index);
            const auto ground = GroundModel::fit(sweep.positions, {0, 0}, {});
            QVERIFY_RESULT(ground);
            const geometry::Pose world_from_lidar =
                geometry::composed(sweep.world_from_ego, simulation::LidarDrive::lidarPlace());
            int compared = 0;
            int off = 0;
            for (std::size_t i = 0; i < sweep.positions.size(); ++i) {
                const auto &p = sweep.positions[i];
                const geometry::Vector3 world = geometry::transformed(world_from_lidar, {p[0], p[1], p[2]});
                const double height = world[2] - simulation::lidarGround(world[0], world[1]);
                if (sweep.actor[i] >= 0 || height > 0.1 || std::hypot(p[0], p[1]) > 50)
                    continue;
                ++compared;
                off += std::abs(p[2] - height - ground->heightAt(p[0], p[1])) > 0.15 ? 1 : 0;
            }
            QVERIFY(compared > 5000);
            QVERIFY2(off < compared / 100, qPrintable(QStringLiteral("%1 of %2").arg(off).arg(compared)));
        }
    }

    void anLShapeGivesItsRectangle_data()
    {
        QTest::addColumn<double>("yaw");
        for (const int degrees : {0, 12, 40, 65, 89})
            QTest::addRow("%d degrees", degrees) << degrees * pi / 180;
    }
    void anLShapeGivesItsRectangle()
    {
        QFETCH(double, yaw);
        // Two sides of a car of 4 m by 1.8 m around (20, 5), the ones that face (0, 0) when it stands at 0 degrees.
        std::vector<Point2> points;
        const auto add = [&](double along, double across) {
            points.push_back(
                {20 + std::cos(yaw) * along - std::sin(yaw) * across, 5 + std::sin(yaw) * along + std::cos(yaw) * across});
        };
        for (int i = 0; i <= 30; ++i)
            add(-2 + 4 * i / 30.0, -0.9);
        for (int i = 1; i <= 15; ++i)
            add(-2, -0.9 + 1.8 * i / 15.0);
        const double found = closestDirection(points);
        QVERIFY(std::abs(std::remainder(found - yaw, pi / 2)) < 1.1 * pi / 180);
        const Extent extent = extentAlong(points, yaw);
        QVERIFY(std::abs(extent.size(0) - 4) < 1e-6 && std::abs(extent.size(1) - 1.8) < 1e-6);
    }

    void whatIsNotSeenIsAwayFromTheSensor()
    {
        // The rear of a car ahead: its length lies behind what is seen.
        Extent rear;
        rear.least = {10, -0.9};
        rear.most = {10.1, 0.9};
        const Footprint ahead = completed(rear, 4.4, 1.8, {0, 0});
        QCOMPARE(ahead.length, 4.4);
        QVERIFY(std::abs(ahead.centre[0] - 12.2) < 1e-9 && std::abs(ahead.centre[1]) < 1e-9);
        const Footprint behind = completed(rear, 4.4, 1.8, {20, 0});
        QVERIFY(std::abs(behind.centre[0] - 7.9) < 1e-9);
    }

    void aDriveIsFound()
    {
        simulation::LidarDriveOptions options;
        options.sweeps = 12;
        const auto score = test::scoreDrive(m_engine, 3, options);
        QVERIFY_RESULT(score);
        const test::ClassScore &cars = score->classes.at(QStringLiteral("car"));
        QVERIFY(cars.objects > 30);
        QVERIFY2(cars.found > 0.6 * cars.objects, qPrintable(QStringLiteral("%1 of %2").arg(cars.found).arg(cars.objects)));
        QVERIFY2(cars.wrong < 0.2 * cars.boxes, qPrintable(QStringLiteral("%1 of %2").arg(cars.wrong).arg(cars.boxes)));
    }

    void anObjectKeepsItsIdThroughAnOcclusion()
    {
        // The nearest car that moves is taken out of five sweeps.
        simulation::LidarDriveOptions options;
        const simulation::LidarDrive drive(2, options);
        const auto session = m_engine.createSession({});
        QVERIFY_RESULT(session);
        constexpr int from = 10;
        constexpr int hidden = 5;
        std::int32_t actor = -1;
        std::uint64_t before = 0;
        std::uint64_t after = 0;
        for (int i = from; i < from + 14; ++i) {
            simulation::LidarSweep sweep = drive.sweep(i);
            if (actor < 0) {
                double nearest = 30;
                for (const auto &truth : sweep.truth) {
                    const auto &candidate = drive.actors()[static_cast<std::size_t>(truth.actor)];
                    const double range = std::hypot(truth.cuboid.centre[0], truth.cuboid.centre[1]);
                    if (candidate.className == QLatin1String("car") && truth.points > 100 && range < nearest) {
                        nearest = range;
                        actor = truth.actor;
                    }
                }
                QVERIFY(actor >= 0);
            }
            auto input = test::sweepOf(sweep, i);
            const bool out = i >= from + 6 && i < from + 6 + hidden;
            if (out) {
                input.positions.clear();
                for (std::size_t p = 0; p < sweep.positions.size(); ++p)
                    if (sweep.actor[p] != actor)
                        input.positions.push_back(sweep.positions[p]);
                input.intensity.clear();
            }
            const auto output = (*session)->runSweep(input, {}, {});
            QVERIFY_RESULT(output);
            const auto truth =
                std::find_if(sweep.truth.begin(), sweep.truth.end(), [&](const auto &t) { return t.actor == actor; });
            QVERIFY(truth != sweep.truth.end());
            for (const auto &prediction : output->predictions) {
                if (geometry::footprintIou(std::get<geometry::Cuboid>(prediction.geometry), truth->cuboid) < 0.5)
                    continue;
                QVERIFY(!out);
                (i < from + 6 ? before : after) = prediction.track;
            }
        }
        QVERIFY(before != 0);
        QCOMPARE(after, before);
    }

    void theSameSweepsGiveTheSameBoxes()
    {
        const simulation::LidarDrive drive(5);
        std::vector<std::vector<extension::Prediction>> runs;
        for (int run = 0; run < 2; ++run) {
            const auto session = m_engine.createSession({});
            QVERIFY_RESULT(session);
            std::vector<extension::Prediction> all;
            for (int i = 0; i < 2; ++i) {
                const auto output = (*session)->runSweep(test::sweepOf(drive.sweep(i), i, run < 2), {}, {});
                QVERIFY_RESULT(output);
                all.insert(all.end(), output->predictions.begin(), output->predictions.end());
            }
            runs.push_back(std::move(all));
        }
        QVERIFY(!runs[0].empty());
        QCOMPARE(runs[0].size(), runs[1].size());
        for (std::size_t i = 0; i < runs[0].size(); ++i) {
            QVERIFY(runs[0][i].geometry == runs[1][i].geometry);
            QCOMPARE(runs[0][i].track, runs[1][i].track);
        }
    }

    void boxesAreInTheLabelFrame()
    {
        // The same sweep from a LiDAR that is mounted turned: its boxes turn with it.
        const simulation::LidarDrive drive(3);
        const auto plain = test::sweepOf(drive.sweep(0), 0);
        const geometry::Pose turned_from_lidar{geometry::rotationFromYaw(1.1), {0.5, -0.2, 0.3}};
        auto other = plain;
        other.ego_from_label = geometry::composed(plain.ego_from_label, geometry::inverted(turned_from_lidar));
        other.world_from_label = geometry::composed(*plain.world_from_label, geometry::inverted(turned_from_lidar));
        for (auto &p : other.positions) {
            const geometry::Vector3 moved = geometry::transformed(turned_from_lidar, {p[0], p[1], p[2]});
            p = {float(moved[0]), float(moved[1]), float(moved[2])};
        }
        const auto first = (*m_engine.createSession({}))->runSweep(plain, {0.3}, {});
        const auto second = (*m_engine.createSession({}))->runSweep(other, {0.3}, {});
        QVERIFY_RESULT(first);
        QVERIFY_RESULT(second);
        QVERIFY(first->predictions.size() > 3);
        int same = 0;
        for (const auto &a : first->predictions) {
            const auto expected =
                geometry::transformed(turned_from_lidar, std::get<geometry::Cuboid>(a.geometry), QStringLiteral("lidar"));
            QVERIFY(a.score >= 0.3 && a.score <= 1);
            for (const auto &b : second->predictions)
                same += geometry::footprintIou(expected, std::get<geometry::Cuboid>(b.geometry)) > 0.7 ? 1 : 0;
        }
        QVERIFY(same >= static_cast<int>(first->predictions.size()) - 1);
    }

    void oddSweepsAreBorne()
    {
        const auto session = m_engine.createSession({});
        QVERIFY_RESULT(session);
        extension::InferenceSweep sweep;
        sweep.labelFrame = QStringLiteral("lidar");
        const auto run = [&] { return (*session)->runSweep(sweep, {}, {}); };
        QVERIFY_RESULT(run());  // nothing at all
        sweep.positions.assign(5000, {10, 0, 0});
        QVERIFY_RESULT(run());  // one spot
        sweep.positions.clear();
        for (int i = 0; i < 5000; ++i)
            sweep.positions.push_back({float(i) * 0.01F, 0, 0});
        QVERIFY_RESULT(run());  // one line
        for (auto &p : sweep.positions)
            p = {p[0] * 1e30F, -3e38F, 3e38F};
        QVERIFY_RESULT(run());  // beyond any street
        base::SeededRandom random(1);
        sweep.positions.clear();
        for (int i = 0; i < 300'000; ++i)
            sweep.positions.push_back(
                {float(random.uniform(-80, 80)), float(random.uniform(-80, 80)), float(random.uniform(-3, 5))});
        const auto fog = run();
        QVERIFY_RESULT(fog);
        QVERIFY(fog->predictions.size() <= 256);
        jobs::JobControl control;
        control.cancel();
        QVERIFY_FAILS((*session)->runSweep(sweep, {}, control), ErrorCode::Cancelled);
        QVERIFY_FAILS((*session)->run(QImage(8, 8, QImage::Format_RGB32), {}, {}), ErrorCode::Unsupported);
        QVERIFY_FAILS((*session)->runSweep(sweep, {2.0}, {}), ErrorCode::InvalidArgument);
    }

    void theEngineDescribesItself()
    {
        const auto models = m_engine.builtInModels();
        QCOMPARE(models.size(), std::size_t(1));
        QVERIFY(models.front().input == extension::ModelInput::Sweep);
        QCOMPARE(models.front().classNames, simulation::lidarDriveClasses());
        QVERIFY_FAILS(m_engine.createSession({QStringLiteral("other"), QStringLiteral("auto")}), ErrorCode::NotFound);
        QVERIFY_FAILS(m_engine.createSession({{}, QStringLiteral("cuda")}), ErrorCode::NotFound);
        const auto session = m_engine.createSession({});
        QVERIFY_RESULT(session);
        QVERIFY((*session)->stateful());
        QCOMPARE((*session)->provenance().weightsSha256.size(), 64);
    }

    void kittiSweeps()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/kitti-object/training");
        std::pair<int, int> pedestrians{0, 0};
        for (const char *name : {"000000", "000001"}) {
            auto sweep = sweepFromFile(folder + QStringLiteral("/velodyne/%1.bin").arg(QLatin1String(name)));
            QVERIFY_RESULT(sweep);
            sweep->ego_from_label.translation = {0, 0, 1.73};
            const auto output = (*m_engine.createSession({}))->runSweep(*sweep, {}, {});
            QVERIFY_RESULT(output);
            QFile file(folder + QStringLiteral("/label_2/%1.txt").arg(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            std::vector<Labelled> labels;
            for (const QByteArray &line : file.readAll().split('\n')) {
                const auto words = line.simplified().split(' ');
                if (words.size() < 15 || words[0] == "DontCare")
                    continue;
                const auto number = [&](int i) { return words[i].toDouble(); };
                // The camera sits 0.27 m before the LiDAR and 0.08 m below it, looking forward, turned by less than a degree.
                Labelled label{QString::fromLatin1(words[0]).toLower(), {}};
                label.cuboid.size = {number(10), number(9), number(8)};
                label.cuboid.centre = {number(13) + 0.27, -number(11), -number(12) - 0.08 + number(8) / 2};
                label.cuboid.rotation = geometry::rotationFromYaw(-number(14) - pi / 2);
                labels.push_back(label);
            }
            for (const QString &kind : simulation::lidarDriveClasses()) {
                const auto found = foundOf(*sweep, output->predictions, labels, kind);
                if (kind == QLatin1String("pedestrian")) {
                    pedestrians.first += found.first;
                    pedestrians.second += found.second;
                }
            }
            qInfo("%s: %zu boxes", name, output->predictions.size());
        }
        QCOMPARE(pedestrians.second, 1);
    }

    void sustechSweeps()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/sustech-sequence/example");
        std::pair<int, int> cars{0, 0};
        std::size_t boxes = 0;
        for (const QString &name : QDir(folder + QStringLiteral("/lidar")).entryList(QDir::Files, QDir::Name)) {
            const auto sweep = sweepFromFile(folder + QStringLiteral("/lidar/") + name);
            QVERIFY_RESULT(sweep);
            const auto output = (*m_engine.createSession({}))->runSweep(*sweep, {}, {});
            QVERIFY_RESULT(output);
            QFile file(folder + QStringLiteral("/label/%1.json").arg(name.section(QLatin1Char('.'), 0, 0)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto json = base::parseJson(file.readAll(), 32);
            QVERIFY_RESULT(json);
            std::vector<Labelled> labels;
            for (const Json &object : *json) {
                const Json &psr = object["psr"];
                const auto triple = [&](const char *key) {
                    return geometry::Vector3{psr[key]["x"].get<double>(), psr[key]["y"].get<double>(),
                                             psr[key]["z"].get<double>()};
                };
                Labelled label{QString::fromStdString(object["obj_type"].get<std::string>()).toLower(), {}};
                label.cuboid.centre = triple("position");
                label.cuboid.size = triple("scale");
                label.cuboid.rotation = geometry::rotationFromYaw(triple("rotation")[2]);
                labels.push_back(label);
            }
            const auto found = foundOf(*sweep, output->predictions, labels, QStringLiteral("car"));
            cars.first += found.first;
            cars.second += found.second;
            boxes += std::size_t(std::count_if(output->predictions.begin(), output->predictions.end(),
                                               [](const auto &p) { return p.className == QLatin1String("car"); }));
        }
        qInfo("%d of %d cars, %zu car boxes", cars.first, cars.second, boxes);
        QVERIFY(cars.second > 0);
    }
};

QTEST_GUILESS_MAIN(TestLidarClassical)
#include "tst_lidarclassical.moc"
