// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kitti3d/kittiformat.h"
#include "plugins/formats/kitti3d/kittilabels.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QImage>
#include <QObject>
#include <QTest>

#include <cstring>
#include <numbers>

namespace plumbline::test {

namespace {

const kitti3d::KittiFormat format;

Result<> read(const QString &path, MemoryDataset &into)
{
    auto done = format.read({path, {}, {}}, into);
    markScenes(into);
    return done;
}

std::vector<double> calibrationLine(const QByteArray &text, const char *key)
{
    std::vector<double> numbers;
    for (const QByteArray &line : text.split('\n'))
        if (line.startsWith(QByteArray(key) + ':'))
            for (const QByteArray &word : line.mid(line.indexOf(':') + 1).simplified().split(' '))
                numbers.push_back(word.toDouble());
    return numbers;
}

void setRectified(model::Scene &scene, const geometry::Pose &pose)
{
    scene.extra = Json{{"kitti",
                        {{"rect_from_velo",
                          {pose.rotation[0], pose.rotation[1], pose.rotation[2], pose.rotation[3], pose.translation[0],
                           pose.translation[1], pose.translation[2]}}}}};
}

/// Scene of a frame of KITTI's object data, with camera 2.
model::Scene objectScene(const QByteArray &calibration, const QString &sweep, QSize size)
{
    const auto r0 = calibrationLine(calibration, "R0_rect");
    const auto tr = calibrationLine(calibration, "Tr_velo_to_cam");
    const auto p = calibrationLine(calibration, "P2");
    std::array<double, 9> r{};
    std::copy_n(r0.begin(), 9, r.begin());
    const auto rect_from_cam = geometry::poseFromMatrix(r, {});
    const auto cam_from_velo =
        geometry::poseFromMatrix({tr[0], tr[1], tr[2], tr[4], tr[5], tr[6], tr[8], tr[9], tr[10]}, {tr[3], tr[7], tr[11]});
    const auto rect_from_velo = geometry::composed(*rect_from_cam, *cam_from_velo);
    model::Scene scene = sceneOf(QStringLiteral("velodyne"), {sweep});
    setRectified(scene, rect_from_velo);
    const geometry::Vector3 shift{(p[3] - p[2] * p[11]) / p[0], (p[7] - p[6] * p[11]) / p[5], p[11]};
    const geometry::Pose camera_from_velo = geometry::composed(geometry::Pose{{0, 0, 0, 1}, shift}, rect_from_velo);
    geometry::Camera camera;
    camera.width = size.width();
    camera.height = size.height();
    camera.fx = p[0];
    camera.fy = p[5];
    camera.cx = p[2] + 0.5;
    camera.cy = p[6] + 0.5;
    scene.sensors.push_back({QStringLiteral("image_2"), model::SensorKind::Camera, geometry::inverted(camera_from_velo), camera});
    scene.frames[0].files.push_back({1, QStringLiteral("image_2/") + sweep.mid(9), 0, std::nullopt});
    return scene;
}

int pointsIn(const geometry::Cuboid &cuboid, const QByteArray &sweep)
{
    int count = 0;
    for (qsizetype at = 0; at + 16 <= sweep.size(); at += 16) {
        float xyz[3];
        std::memcpy(xyz, sweep.constData() + at, sizeof xyz);
        count += geometry::contains(cuboid, {xyz[0], xyz[1], xyz[2]}) ? 1 : 0;
    }
    return count;
}

double overlapOf(const geometry::Box &a, const geometry::Box &b)
{
    const double w = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double h = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    const double common = std::max(0.0, w) * std::max(0.0, h);
    return common / (a.area() + b.area() - common);
}

// Numbers compared as numbers.
QString differentRows(const QByteArray &a, const QByteArray &b)
{
    const QList<QByteArray> x = a.trimmed().split('\n');
    const QList<QByteArray> y = b.trimmed().split('\n');
    for (qsizetype i = 0; i < std::max(x.size(), y.size()); ++i) {
        const auto p = kitti3d::rowFrom(x.value(i));
        const auto q = kitti3d::rowFrom(y.value(i));
        if (p.has_value() != q.has_value() || (p && !(*p == *q)))
            return QString::fromUtf8(x.value(i) + " != " + y.value(i));
    }
    return {};
}

std::map<QString, model::Scene> sampleScenes(const QString &folder)
{
    std::map<QString, model::Scene> scenes;
    for (const char *name : {"000000", "000001"}) {
        const QString stem = QLatin1String(name);
        scenes[stem] =
            objectScene(bytesOf(folder + QStringLiteral("/calib/%1.txt").arg(stem)), QStringLiteral("velodyne/%1.bin").arg(stem),
                        QImage(folder + QStringLiteral("/image_2/%1.png").arg(stem)).size());
    }
    return scenes;
}

const QByteArray tracking =
    "0 0 Van 0 0 -1.793451 296.744956 161.752147 455.226042 292.372804 2.000000 1.823255 4.433886 "
    "-4.552284 1.858523 13.410495 -2.115488\n"
    "0 -1 DontCare -1 -1 -10.000000 219.310000 188.490000 245.500000 218.560000 -1000.000000 -1000.000000 "
    "-1000.000000 -10.000000 -1.000000 -1.000000 -1.000000\n"
    "1 0 Van 0 0 -1.796862 294.898777 156.024256 452.199718 284.621269 2.000000 1.823255 4.433886 "
    "-4.650955 1.766774 13.581085 -2.121565\n"
    "1 2 Pedestrian 0 2 -1.8 1 2 30 40 1.7 0.6 0.8 3 1.5 9 1.2 -3.25\n";

}  // namespace

class Kitti3dTest final : public QObject
{
    Q_OBJECT

private slots:
    void samplesHoldTheirPoints()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/kitti-object/training");
        MemoryDataset data;
        data.scenes = sampleScenes(folder);
        QVERIFY_RESULT(read(folder, data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.itemCount(), 2);
        // Points inside each box as the data set's own note counts them.
        const std::map<QString, int> expected{{QStringLiteral("Pedestrian"), 376},
                                              {QStringLiteral("Truck"), 70},
                                              {QStringLiteral("Car"), 9},
                                              {QStringLiteral("Cyclist"), 18}};
        std::size_t boxes = 0;
        for (std::size_t i = 0; i < data.arrival.size(); ++i) {
            const model::Annotation &label = data.arrived(i);
            const QString name = data.classNameOf(label);
            const QString item = data.itemNameOf(i);
            const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
            QCOMPARE(cuboid != nullptr, name != QLatin1String("DontCare"));
            if (!cuboid)
                continue;
            ++boxes;
            QCOMPARE(cuboid->coordinateFrame, QStringLiteral("velodyne"));
            const QByteArray sweep = bytesOf(folder + QStringLiteral("/velodyne/%1.bin").arg(item));
            QCOMPARE(pointsIn(*cuboid, sweep), expected.at(name));
            // The outline in the picture is the label's own box there.
            const model::Scene &scene = data.scenes.at(item);
            const model::Sensor &camera = scene.sensors[1];
            const auto seen = geometry::projectedBounds(*camera.camera, geometry::inverted(camera.ego_from_sensor), *cuboid);
            const auto row = kitti3d::keptRow(label);
            QVERIFY(seen && row);
            const geometry::Box own{row->bounds[0] + .5, row->bounds[1] + .5, row->bounds[2] - row->bounds[0],
                                    row->bounds[3] - row->bounds[1]};
            const double overlap = overlapOf(*seen, own);
            QVERIFY2(overlap >= 0.7, qPrintable(name + QString::number(overlap)));
        }
        QCOMPARE(boxes, expected.size());
    }

    void samplesRoundTrip()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/kitti-object/training");
        MemoryDataset first;
        first.scenes = sampleScenes(folder);
        QVERIFY_RESULT(read(folder, first));
        QVERIFY(format.checkExport(first, {{}, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        QCOMPARE(first.writtenAnnotations, first.annotationCount());
        for (const char *name : {"000000", "000001"}) {
            const QString file = QStringLiteral("/label_2/%1.txt").arg(QLatin1String(name));
            QCOMPARE(differentRows(bytesOf(out.path() + file), bytesOf(folder + file)), QString());
        }
        MemoryDataset second;
        second.scenes = first.scenes;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(sceneDifference(first, second), QString());
        // One folder up and split into subsets the files come back where they were.
        for (const char *sample : {"lidar/kitti-object", "annotations/datumaro/kitti_dataset/kitti_3d_with_subset"}) {
            MemoryDataset around;
            QVERIFY_RESULT(read(samplesFolder() + QLatin1Char('/') + QLatin1String(sample), around));
            const QTemporaryDir copy;
            QVERIFY_RESULT(writeFormat(format, around, copy.path()));
            for (QDirIterator it(copy.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
                const QString relative = QDir(copy.path()).relativeFilePath(it.next());
                const QString original = samplesFolder() + QLatin1Char('/') + QLatin1String(sample) + QLatin1Char('/') + relative;
                QCOMPARE(differentRows(bytesOf(it.filePath()), bytesOf(original)), QString());
            }
        }
    }

    /// Bottom centre, height width length, heading about the axis down, and back.
    void conventions()
    {
        kitti3d::Row row;
        row.type = QStringLiteral("Car");
        row.dimensions = {1.5, 1.6, 4};
        row.location = {2, 1.7, 10};
        row.heading = 0;
        model::Scene scene = sceneOf(QStringLiteral("velodyne"), {QStringLiteral("velodyne/000000.bin")});
        // A camera that looks along the lidar's x with no shift: camera x = -lidar y, y = -z, z = x.
        const auto rect_from_velo = geometry::poseFromMatrix({0, -1, 0, 0, 0, -1, 1, 0, 0}, {});
        setRectified(scene, *rect_from_velo);
        const kitti3d::Rectified rectified = kitti3d::rectifiedOf(&scene);
        QVERIFY(rectified.known && !rectified.guessed);
        const auto boxAt = [&](double heading) {
            row.heading = heading;
            return std::get<geometry::Cuboid>(kitti3d::annotationFrom(row, rectified).geometry);
        };
        const auto near = [](double a, double b) { return std::abs(a - b) < 1e-9; };
        const geometry::Cuboid right = boxAt(0);
        QVERIFY(near(right.centre[0], 10) && near(right.centre[1], -2) && near(right.centre[2], -1.7 + 0.75));
        QCOMPARE(right.size, (std::array<double, 3>{4, 1.6, 1.5}));
        // To the right of the camera is the lidar's -y; a turn of the camera's heading is one clockwise from above.
        QVERIFY(near(geometry::yawOf(right.rotation), -std::numbers::pi / 2));
        QVERIFY(near(geometry::yawOf(boxAt(-std::numbers::pi / 2).rotation), 0));
        QVERIFY(near(geometry::yawOf(boxAt(-1).rotation), 1 - std::numbers::pi / 2));
        const geometry::Vector3 up = geometry::rotated(boxAt(0.3).rotation, {0, 0, 1});
        QVERIFY(near(up[2], 1));
        for (const double heading : {0.0, 0.3, -1.57, 3.1, -3.1}) {
            double tilt = -1;
            model::Annotation fresh;
            fresh.geometry = boxAt(heading);
            const auto back = kitti3d::rowOf(fresh, row.type, rectified, &scene, tilt);
            QVERIFY(back && tilt < 1e-9);
            QVERIFY(near(back->heading, heading) && near(back->location[1], 1.7) && near(back->dimensions[0], 1.5));
            QVERIFY(near(back->alpha, geometry::wrappedAngle(heading - std::atan2(2, 10))));
        }
    }

    /// Written from the readme of the tracking development kit.
    void trackingRoundTrip()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("training/label_02/0000.txt"), tracking));
        MemoryDataset data;
        const auto rect_from_velo = geometry::poseFromMatrix({0, -1, 0, 0, 0, -1, 1, 0, 0}, {0.01, -0.06, -0.3});
        model::Scene scene = sceneOf(QStringLiteral("velodyne"),
                                     {QStringLiteral("velodyne/0000/000000.bin"), QStringLiteral("velodyne/0000/000001.bin")});
        setRectified(scene, *rect_from_velo);
        data.scenes[QStringLiteral("training/0000")] = scene;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.itemCount(), 1);
        QCOMPARE(data.items[0].kind, model::ItemKind::Scene);
        QCOMPARE(data.items[0].path, in.filePath(QStringLiteral("training")));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 4);
        // What is not cared for has a box in the picture only, and no track.
        QCOMPARE(data.arrived(1).role, model::Role::Ignore);
        QVERIFY(std::holds_alternative<geometry::Box>(data.arrived(1).geometry) && data.arrived(1).track.isNull());
        QCOMPARE(data.arrived(1).frame->stream, QStringLiteral("image_02"));
        QCOMPARE(data.arrived(0).track, data.arrived(2).track);
        QVERIFY(data.arrived(0).track != data.arrived(3).track);
        QCOMPARE(data.arrived(2).frame->index, 1);
        QCOMPARE(data.arrived(2).frame->pts, 100'000);
        QCOMPARE(data.arrived(2).frame->stream, QStringLiteral("velodyne"));
        QVERIFY(format.checkExport(data, {{}, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        MemoryDataset again;
        again.scenes = data.scenes;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(sceneDifference(data, again), QString());
        // The same as a file a frame: tracks are lost and told.
        QCOMPARE(lossesOf(format, data, {{QStringLiteral("labels"), QStringLiteral("object")}}),
                 (LossCounts{{QStringLiteral("labels of tracks"), 3}}));
        const QTemporaryDir frames;
        QVERIFY_RESULT(writeFormat(format, data, frames.path(), {{QStringLiteral("labels"), QStringLiteral("object")}}));
        QCOMPARE(bytesOf(frames.filePath(QStringLiteral("training/label_2/0000_000001.txt"))).count('\n'), 2);
    }

    void editedBoxesAreMeasuredAnew()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/kitti-object/training");
        MemoryDataset data;
        data.scenes = sampleScenes(folder);
        QVERIFY_RESULT(read(folder, data));
        model::Annotation &person = data.annotations[0][0];
        std::get<geometry::Cuboid>(person.geometry).centre[0] += 1;
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const auto before = kitti3d::keptRow(person);
        const auto after = kitti3d::rowFrom(bytesOf(out.filePath(QStringLiteral("label_2/000000.txt"))).trimmed());
        QVERIFY(before && after);
        QVERIFY(std::abs(after->location[2] - before->location[2] - 1) < 0.02);
        QVERIFY(std::abs(after->heading - before->heading) < 0.01);
        // Further away it is smaller.
        QVERIFY(after->bounds[3] - after->bounds[1] < before->bounds[3] - before->bounds[1]);
        QVERIFY(after->hasBounds());
        MemoryDataset again;
        again.scenes = data.scenes;
        QVERIFY_RESULT(read(out.path(), again));
        const auto &moved = std::get<geometry::Cuboid>(again.annotations[0][0].geometry);
        const auto &said = std::get<geometry::Cuboid>(person.geometry);
        QVERIFY(geometry::differenceOf(moved, said).centreMetres < 1e-5);
    }

    /// A box of camera 2 that names its cuboid takes the place of the one in its row.
    void boxesOfCuboids()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/kitti-object/training");
        MemoryDataset data;
        data.scenes = sampleScenes(folder);
        QVERIFY_RESULT(read(folder, data));
        const QString name = data.items[0].name;
        const model::Annotation person = data.annotations[0][0];
        QVERIFY(std::holds_alternative<geometry::Cuboid>(person.geometry));
        const auto kept = kitti3d::keptRow(person);
        const std::size_t labels = data.annotations[0].size();
        for (const char *camera : {"image_2", "image_3"}) {
            model::Annotation &box = data.add(name, data.schema().find(person.labelClass)->name, geometry::Box{700.5, 140.5, 100, 160});
            box.frame = person.frame;
            box.frame->stream = QLatin1String(camera);
            box.parent = person.id;
        }
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("boxes of cuboids in the pictures of other cameras"), 1}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const QList<QByteArray> rows = bytesOf(out.filePath(QStringLiteral("label_2/000000.txt"))).trimmed().split('\n');
        QCOMPARE(std::size_t(rows.size()), labels);
        const auto after = kitti3d::rowFrom(rows.front());
        QVERIFY(kept && after);
        QCOMPARE(after->bounds, (std::array<double, 4>{700, 140, 800, 300}));
        // All else is as it came.
        auto same = *after;
        same.bounds = kept->bounds;
        QCOMPARE(kitti3d::lineOf(same), kitti3d::lineOf(*kept));
    }

    void withoutCalibrationNothingIsLost()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("label_02/0000.txt"), tracking));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY(data.issueText().contains(QStringLiteral("camera's frame")));
        QCOMPARE(std::get<geometry::Cuboid>(data.arrived(0).geometry).coordinateFrame, kitti3d::rectifiedFrame());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(sceneDifference(data, again), QString());
        // A singular pose is none.
        model::Scene scene = sceneOf(QStringLiteral("velodyne"), {QStringLiteral("000000.bin")});
        scene.extra = Json{{"kitti", {{"rect_from_velo", {0, 0, 0, 0, 0, 0, 0}}}}};
        QVERIFY(!kitti3d::rectifiedOf(&scene).known);
        scene.extra = Json{{"kitti", {{"rect_from_velo", {0, 0, 0, 1, 0, nullptr, 0}}}}};
        QVERIFY(!kitti3d::rectifiedOf(&scene).known);
    }

    void hostileLines()
    {
        const QByteArray good = "Car 0 0 -1 10 10 20 20 1.5 1.6 4 1 1.7 10 0.1\n";
        const std::vector<std::pair<QByteArray, const char *>> cases{
            {"Car 0 0 -1 10 10 20 20 nan 1.6 4 1 1.7 10 0.1", "nan"},
            {"Car 0 0 -1 10 10 20 20 1.5 1.6 4 inf 1.7 10 0.1", "inf"},
            {"Car 0 0 -1 10 10 20 20 0 1.6 4 1 1.7 10 0.1", "no size"},
            {"Car 0 0 -1 10 10 20 20 1.5 1.6 4 1e11 1.7 10 0.1", "centre"},
            {"Car 0 0 -1 10 10 20 20 1.5 1.6 4 1 1.7 10", "columns"},
            {"9 1 Car 0 0 -1 10 10 20 20 1.5 1.6 4 1 1.7 10 0.1", "columns"},
            {"DontCare -1 -1 -10 5 5 5 5 -1 -1 -1 -1000 -1000 -1000 -10", "neither"},
        };
        for (const auto &[line, words] : cases) {
            const QTemporaryDir in;
            QVERIFY_RESULT(put(in.path(), QStringLiteral("label_2/1.txt"), good + line + '\n' + good));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(data.annotationCount(), 2);
            QVERIFY2(data.issueText(IssueSeverity::Problem).contains(QLatin1String(words)), line.constData());
            QCOMPARE(data.issues[0].place, QStringLiteral("line 2"));
        }
        const QTemporaryDir missing;
        QVERIFY_RESULT(
            put(missing.path(), QStringLiteral("label_02/0000.txt"), "7 1 Car 0 0 -1 10 10 20 20 1.5 1.6 4 1 1.7 10 0\n"));
        MemoryDataset frames;
        frames.scenes[QStringLiteral("0000")] = sceneOf(QStringLiteral("velodyne"), {QStringLiteral("000000.bin")});
        QVERIFY_RESULT(read(missing.path(), frames));
        QVERIFY(frames.issueText().contains(QStringLiteral("no frame 7")));
        // Problems of a million lines are counted, not listed.
        const QTemporaryDir many;
        QVERIFY_RESULT(put(many.path(), QStringLiteral("label_2/1.txt"), good + QByteArray("x 1\n").repeated(1'000'000)));
        MemoryDataset flood;
        QVERIFY_RESULT(read(many.path(), flood));
        QVERIFY(flood.issues.size() < 100);
        QVERIFY(flood.issueText().contains(QStringLiteral("999950")));
        const QTemporaryDir none;
        QVERIFY_RESULT(put(none.path(), QStringLiteral("label_2/1.txt"), "hello\n"));
        MemoryDataset nothing;
        QVERIFY_FAILS(read(none.path(), nothing), ErrorCode::Malformed);
        QVERIFY_FAILS(read(none.filePath(QStringLiteral("no")), nothing), ErrorCode::NotFound);
    }

    void losses()
    {
        MemoryDataset data;
        const QString name = QStringLiteral("a");
        geometry::Cuboid cuboid{{1, 2, 3}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("velodyne")};
        data.add(name, QStringLiteral("my car"), cuboid);
        data.add(name, QStringLiteral("road"), geometry::Polyline3{{{0, 0, 0}, {1, 0, 0}}, QStringLiteral("velodyne")});
        data.add(name, {}, cuboid);
        data.add(QStringLiteral("b.png"), QStringLiteral("my car"), geometry::Box{1, 1, 2, 2});
        data.kinds = {model::ItemKind::Scene, model::ItemKind::Image};
        model::Scene scene = sceneOf(QStringLiteral("velodyne"), {QStringLiteral("a.bin")});
        // The camera is pitched by a tenth against the lidar.
        const auto tilted =
            geometry::poseFromMatrix({0, -1, 0, std::sin(.1), 0, -std::cos(.1), std::cos(.1), 0, std::sin(.1)}, {});
        setRectified(scene, *tilted);
        data.scenes[name] = scene;
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("items that are no scenes"), 1},
                                                     {QStringLiteral("labels of items that are no scenes"), 1},
                                                     {QStringLiteral("cuboids that are not upright for the camera"), 1},
                                                     {QStringLiteral("labels whose class has blanks in its name"), 1},
                                                     {QStringLiteral("lines in space"), 1},
                                                     {QStringLiteral("labels without a class"), 1}}));
    }

    void probes()
    {
        PLUMBLINE_SAMPLE(data, "lidar");
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        QCOMPARE(of(data + QStringLiteral("/kitti-object")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/kitti-object/training/label_2")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/kitti-object/training/calib")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/sustech-sequence/example")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/../annotations/datumaro/dota_dataset")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/../annotations/datumaro/mots_dataset")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        model::Scene scene = sceneOf(QStringLiteral("velodyne"), {QStringLiteral("000000.bin"), QStringLiteral("000001.bin")});
        setRectified(scene, *geometry::poseFromMatrix({0, -1, 0, 0, 0, -1, 1, 0, 0}, {}));
        QVERIFY_RESULT(attackScenes(format,
                                    {{QStringLiteral("label_2/000000.txt"), "Car 0 0 -1 10 10 20 20 1.5 1.6 4 1 1.7 10 0.1\n"},
                                     {QStringLiteral("label_02/0000.txt"), tracking}},
                                    {{QStringLiteral("0000"), scene}}, 100));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::Kitti3dTest)
#include "tst_kitti3d.moc"
