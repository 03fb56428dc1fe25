// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/boxcolours.h"
#include "plugins/views/scene/boxcount.h"
#include "plugins/views/scene/cameracolours.h"
#include "plugins/views/scene/clip.h"
#include "plugins/views/scene/mergedsweeps.h"
#include "plugins/views/scene/tests/mathfixture.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace plumbline::test;

namespace {

// Two lidars, one of them turned and measuring 40 ms later, on a vehicle that drives a bend.
model::Scene bend(int frames)
{
    model::Scene scene;
    model::Sensor top{QStringLiteral("top"), model::SensorKind::Lidar, {}, {}};
    top.ego_from_sensor.translation = {0.5, 0, 1.8};
    model::Sensor rear{QStringLiteral("rear"), model::SensorKind::Lidar, {}, {}};
    rear.ego_from_sensor = {geometry::rotationFromYaw(2.5), {-1.2, 0.3, 0.9}};
    scene.sensors = {top, rear};
    scene.labelFrame = QStringLiteral("top");
    const auto at = [](double seconds) {
        return geometry::Pose{geometry::rotationFromYaw(0.4 * seconds), {4e6 + 8 * seconds, 6e5 + 0.8 * seconds * seconds, 3}};
    };
    for (int i = 0; i < frames; ++i) {
        const double seconds = 0.1 * i;
        model::SceneFrame frame;
        frame.microseconds = 100'000 * i;
        frame.world_from_ego = at(seconds);
        frame.files = {{0, QStringLiteral("top%1.bin").arg(i), frame.microseconds, at(seconds)},
                       {1, QStringLiteral("rear%1.bin").arg(i), frame.microseconds + 40'000, at(seconds + 0.04)}};
        scene.frames.push_back(frame);
    }
    return scene;
}

Vector3 placeOf(const CloudData &data, std::size_t i)
{
    const auto &p = data.positions[i];
    return {data.origin[0] + double(p[0]), data.origin[1] + double(p[1]), data.origin[2] + double(p[2])};
}

}  // namespace

/// What of a scene's points is shown, and how it is coloured: numbers, no windows.
class TestSceneClouds : public QObject
{
    Q_OBJECT

private slots:
    void whatStandsStillStays();
    void sweepsAroundAFrame();
    void aBudgetIsKept();
    void clipsCutExactly();
    void camerasGiveTheirColours();
    void boxesGiveTheirColours();
    void pointsAreCountedByTheOctree();
};

void TestSceneClouds::whatStandsStillStays()
{
    const model::Scene scene = bend(9);
    const Vector3 pole{4e6 + 12.5, 6e5 + 7.25, 2.5};
    SweepMerger merger(1'000'000);
    const auto sweeps = sweepsAround(scene, 4, 0, QStringLiteral("/none"), {});
    QCOMPARE(sweeps.size(), std::size_t(16));
    for (const SweepRequest &sweep : sweeps) {
        // What each lidar measured of the pole, in its own frame, at its own time.
        const auto &file = *model::fileOf(scene.frames[std::size_t(sweep.tag.frame)], sweep.tag.sensor);
        const auto world_from_sensor =
            geometry::composed(*file.world_from_ego, scene.sensors[std::size_t(sweep.tag.sensor)].ego_from_sensor);
        const Vector3 measured = geometry::transformed(geometry::inverted(world_from_sensor), pole);
        auto world = moved(sweep.label_from_cloud, *cloudOf({measured}));
        world->tag = sweep.tag;
        merger.add(sweep, world);
    }
    const auto label_from_world =
        geometry::inverted(geometry::composed(*scene.frames[4].world_from_ego, model::egoFromLabel(scene)));
    const Vector3 wanted = geometry::transformed(label_from_world, pole);
    const auto pieces = merger.shown(label_from_world, 4);
    QCOMPARE(pieces.size(), std::size_t(16));
    QSet<std::pair<int, int>> tags;
    for (const CloudPointer &piece : pieces) {
        QVERIFY(piece->merged);
        QVERIFY(piece->tag.frame != 4);
        tags.insert({piece->tag.frame, piece->tag.sensor});
        const Vector3 off = minus(placeOf(*piece, 0), wanted);
        QVERIFY2(std::sqrt(dot(off, off)) < 1e-4, qPrintable(QString::number(std::sqrt(dot(off, off)))));
    }
    QCOMPARE(tags.size(), 16);
    // Seen from another frame the same place lies elsewhere, and that frame's own sweep is not among them.
    const auto other = geometry::inverted(geometry::composed(*scene.frames[0].world_from_ego, model::egoFromLabel(scene)));
    const auto seen = merger.shown(other, 0);
    QCOMPARE(seen.size(), std::size_t(14));
    const Vector3 off = minus(placeOf(*seen.front(), 0), geometry::transformed(other, pole));
    QVERIFY(std::sqrt(dot(off, off)) < 1e-4);
}

void TestSceneClouds::sweepsAroundAFrame()
{
    model::Scene scene = bend(20);
    const auto framesOf = [](const std::vector<SweepRequest> &sweeps) {
        QList<int> frames;
        for (const SweepRequest &sweep : sweeps)
            if (!frames.contains(sweep.tag.frame))
                frames.append(sweep.tag.frame);
        return frames;
    };
    const QString folder = QStringLiteral("/f");
    QCOMPARE(framesOf(sweepsAround(scene, 10, 5, folder, {})), (QList<int>{9, 11, 8, 12}));
    QCOMPARE(framesOf(sweepsAround(scene, 0, 5, folder, {})), (QList<int>{1, 2, 3, 4}));
    QCOMPARE(framesOf(sweepsAround(scene, 19, 5, folder, {})), (QList<int>{18, 17, 16, 15}));
    QCOMPARE(framesOf(sweepsAround(scene, 7, 0, folder, {})).size(), 19);
    QCOMPARE(framesOf(sweepsAround(scene, 0, 0, folder, {}, 5)), (QList<int>{4, 8, 12, 16}));
    QVERIFY(sweepsAround(scene, 7, 1, folder, {}).empty());
    QVERIFY(sweepsAround(scene, -1, 5, folder, {}).empty());
    QVERIFY(sweepsAround(scene, 20, 5, folder, {}).empty());
    QCOMPARE(sweepsAround(scene, 7, 5, folder, {QStringLiteral("rear")}).size(), std::size_t(4));
    // A frame whose place is not known takes no part; from it nothing can be laid over.
    scene.frames[9].world_from_ego.reset();
    QCOMPARE(framesOf(sweepsAround(scene, 10, 5, folder, {})), (QList<int>{11, 8, 12}));
    QVERIFY(sweepsAround(scene, 9, 5, folder, {}).empty());
}

void TestSceneClouds::aBudgetIsKept()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> share(0, 1);
    constexpr std::uint64_t budget = 5000;
    SweepMerger merger(budget);
    std::vector<SweepRequest> sweeps;
    for (int i = 0; i < 20; ++i) {
        std::vector<Vector3> points;
        for (int k = 0; k < 2000; ++k)
            points.push_back({4e6 + 40 * share(random), 6e5 + 40 * share(random), 0});
        auto cloud = std::make_shared<CloudData>(*cloudOf(points, {4e6, 6e5, 0}));
        for (std::uint32_t k = 0; k < 2000; ++k)
            cloud->indices.push_back(k);
        cloud->tag = {i, 0};
        sweeps.push_back({QString::number(i), {}, {}, {i, 0}});
        merger.add(sweeps.back(), cloud);
        QVERIFY(merger.points() <= budget);
        QVERIFY(merger.holds(sweeps.back()));
        if (i == 1)
            QVERIFY(merger.cell() == 0);
    }
    QVERIFY(merger.cell() > 0.05);
    QVERIFY2(merger.points() > budget / 4, qPrintable(QString::number(merger.points())));
    std::uint64_t shown = 0;
    for (const CloudPointer &piece : merger.shown({}, 0)) {
        shown += piece->size();
        QCOMPARE(piece->indices.size(), piece->size());
        for (const std::uint32_t index : piece->indices)
            QVERIFY(index < 2000);
    }
    QVERIFY(shown > 0);
    merger.add({QStringLiteral("broken"), {}, {}, {99, 0}}, nullptr);
    QCOMPARE(merger.unreadable(), std::size_t(1));
    sweeps.resize(3);
    merger.keepOnly(sweeps);
    QVERIFY(!merger.holds({QStringLiteral("5"), {}, {}, {5, 0}}));
    QCOMPARE(merger.unreadable(), std::size_t(0));
    // The same place under another calibration is another sweep.
    sweeps[1].label_from_cloud.translation[0] = 1;
    merger.keepOnly(sweeps);
    QVERIFY(!merger.holds(sweeps[1]));
    QVERIFY(merger.holds(sweeps[2]));
    // A budget of nothing ends, too.
    SweepMerger none(1);
    none.add({QStringLiteral("a"), {}, {}, {0, 0}}, cloudOf({{0, 0, 0}, {1, 1, 1}, {50, 50, 0}}));
    QVERIFY(none.points() <= 3);
}

void TestSceneClouds::clipsCutExactly()
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> share(-10, 10);
    std::vector<Vector3> points;
    for (int i = 0; i < 5000; ++i)
        points.push_back({100 + share(random), share(random), share(random)});
    const CloudPointer cloud = cloudOf(points, {98, 1, 2});
    geometry::Cuboid cuboid = box(103, -2, 1, 0.6, {5, 2, 3});
    const ClipBox clip = clipAround(cuboid, 0.5);
    for (double &side : cuboid.size)
        side += 1;
    std::set<std::size_t> inside;
    for (const std::size_t i : pointsIn(*cloud, clip))
        inside.insert(i);
    QVERIFY(inside.size() > 20);
    for (std::size_t i = 0; i < cloud->size(); ++i)
        QCOMPARE(inside.contains(i), geometry::contains(cuboid, placeOf(*cloud, i)));
    ClippedClouds clipped;
    QCOMPARE(clipped.of({cloud}), (std::vector<CloudPointer>{cloud}));
    clipped.setClip(clip);
    const auto parts = clipped.of({cloud});
    QCOMPARE(parts.size(), std::size_t(1));
    QCOMPARE(parts.front()->size(), inside.size());
    QVERIFY2(clipped.of({cloud}) == parts, "each is cut once");
    clipped.setClip(clipBetween(-3, 1.5));
    for (const CloudPointer &part : clipped.of({cloud}))
        for (std::size_t i = 0; i < part->size(); ++i)
            QVERIFY(placeOf(*part, i)[2] >= -3.00001 && placeOf(*part, i)[2] <= 1.50001);
    clipped.setClip(clipBetween(500, 600));
    QVERIFY(clipped.of({cloud}).empty());
    clipped.setClip(clipBetween(-100, 100));
    QCOMPARE(clipped.of({cloud}), (std::vector<CloudPointer>{cloud}));
}

void TestSceneClouds::camerasGiveTheirColours()
{
    geometry::Camera lens;
    lens.lens = geometry::LensModel::BrownConrady;
    lens.width = 400;
    lens.height = 200;
    lens.fx = lens.fy = 220;
    lens.cx = 200;
    lens.cy = 100;
    lens.distortion = {-0.2, 0.03, 0.001, -0.001, 0, 0, 0, 0};
    // One camera forward, one 40 degrees to the left: what both see belongs to the one that has it nearer to its middle.
    const auto forward = *geometry::poseFromMatrix({0, 0, 1, -1, 0, 0, 0, -1, 0}, {0.1, 0, 1.5});
    const auto left = geometry::composed({geometry::rotationFromYaw(0.7), {}}, forward);
    // Half the size of the calibrated picture: pixels are shares.
    QImage first(200, 100, QImage::Format_RGB32);
    QImage second(400, 200, QImage::Format_ARGB32);
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 400; ++x) {
            second.setPixel(x, y, qRgb(200, x / 2, y));
            if (x < 200 && y < 100)
                first.setPixel(x, y, qRgb(50, x, y));
        }
    const std::vector<ColourShot> shots{{lens, geometry::inverted(forward), first}, {lens, geometry::inverted(left), second}};
    std::mt19937 random(9);
    std::uniform_real_distribution<double> share(-1, 1);
    std::vector<Vector3> points;
    for (int i = 0; i < 4000; ++i)
        points.push_back({20 * share(random), 20 * share(random), 1.5 + 4 * share(random)});
    const CloudPointer cloud = cloudOf(points, {3, 2, 1});
    const auto colours = cameraColours(*cloud, shots, jobs::JobControl());
    QCOMPARE(colours.size(), cloud->size());
    int seenByFirst = 0;
    int seenBySecond = 0;
    int unseen = 0;
    for (std::size_t i = 0; i < cloud->size(); ++i) {
        std::optional<int> best;
        double bestOff = 10;
        geometry::Point bestAt{};
        for (int s = 0; s < 2; ++s) {
            const auto at =
                geometry::projected(lens, geometry::transformed(shots[std::size_t(s)].camera_from_label, placeOf(*cloud, i)));
            if (!at || at->x < 0 || at->y < 0 || at->x >= 400 || at->y >= 200)
                continue;
            const double off = std::hypot(at->x - 200, at->y - 100);
            if (off < bestOff || !best) {
                best = s;
                bestOff = off;
                bestAt = *at;
            }
        }
        if (!best) {
            QCOMPARE(colours[i], PointColourer::noColour);
            ++unseen;
            continue;
        }
        const auto rgb = std::uint32_t(colours[i]);
        ++(*best == 0 ? seenByFirst : seenBySecond);
        QCOMPARE(int(rgb >> 16U), *best == 0 ? 50 : 200);
        QVERIFY(std::abs(int(rgb >> 8U & 0xFFU) - int(bestAt.x / 2)) <= 1);
        QVERIFY(std::abs(int(rgb & 0xFFU) - int(*best == 0 ? bestAt.y / 2 : bestAt.y)) <= 1);
    }
    QVERIFY(seenByFirst > 100 && seenBySecond > 100 && unseen > 1000);
    // Pictures that are not there, and lenses that cannot be used, give nothing.
    ColourShot bad{lens, {}, {}};
    bad.camera.fx = 0;
    for (const float colour : cameraColours(*cloud, {bad, {lens, {}, {}}}, jobs::JobControl()))
        QCOMPARE(colour, PointColourer::noColour);
}

void TestSceneClouds::boxesGiveTheirColours()
{
    SceneBox large;
    large.cuboid = box(10, 4, 0, 0.5, {8, 4, 3});
    large.colour = QColor(200, 60, 60);
    SceneBox small;
    small.cuboid = box(10, 4, 0, 0, {1, 1, 1});
    small.colour = QColor(60, 200, 60);
    SceneBox endless;
    endless.cuboid = box(0, 0, 0, 0, {1e7, 1e7, 1});
    const CloudPointer cloud = cloudOf({{10, 4, 0.2}, {12.5, 5, 1}, {30, 4, 0}, {-4e5, 3e9, 0}}, {10, 4, 0});
    const QColor ground(20, 20, 20);
    const BoxColours byClass({large, small, endless}, BoxColours::By::Class, ground);
    const auto colours = byClass.coloursOf(*cloud);
    std::map<double, float> byPlace;
    for (std::size_t i = 0; i < cloud->size(); ++i)
        byPlace[placeOf(*cloud, i)[0]] = colours[i];
    QVERIFY(byPlace[10] != byPlace[12.5]);
    QVERIFY(byPlace[10] >= 0 && byPlace[12.5] >= 0);
    QCOMPARE(byPlace[30], PointColourer::noColour);
    auto merged = std::make_shared<CloudData>(*cloud);
    merged->merged = true;
    QVERIFY2(byClass.coloursOf(*merged).empty(), "points of other frames lie in no box of this one");
    // A track keeps its colour; two boxes of a frame differ.
    SceneBox one;
    one.track = TrackId{Uuid::fromName("track", "one")};
    SceneBox again = one;
    again.id = AnnotationId{Uuid::fromName("label", "later")};
    SceneBox other;
    other.track = TrackId{Uuid::fromName("track", "two")};
    QCOMPARE(instanceColour(one), instanceColour(again));
    QVERIFY(instanceColour(one) != instanceColour(other));
    BoxColouring kept;
    const auto colourer = kept.of({large, small}, BoxColours::By::Class, ground);
    large.selected = true;
    QVERIFY2(kept.of({large, small}, BoxColours::By::Class, ground) == colourer, "a selection colours nothing anew");
    large.cuboid.centre[0] += 1;
    QVERIFY(kept.of({large, small}, BoxColours::By::Class, ground) != colourer);
}

void TestSceneClouds::pointsAreCountedByTheOctree()
{
    QTemporaryDir folder;
    std::mt19937 random(21);
    std::uniform_real_distribution<float> share(0, 1);
    std::vector<float> values;
    for (int i = 0; i < 150'000; ++i)
        values.insert(values.end(), {60 * share(random) - 30, 60 * share(random) - 30, 3 * share(random), share(random)});
    const QString path = folder.filePath(QStringLiteral("sweep.bin"));
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char *>(values.data()), qint64(values.size() * sizeof(float)));
    }
    auto reader = cloud::openCloud(path);
    QVERIFY_RESULT(reader);
    const QString treePath = folder.filePath(QStringLiteral("sweep.octree"));
    QVERIFY_RESULT(cloud::buildOctree(**reader, treePath, "source", jobs::JobControl(), {2000, 1U << 15, 1U << 20}));
    auto tree = cloud::Octree::open(treePath, "source");
    QVERIFY_RESULT(tree);
    SharedOctree shared;
    shared.tree = std::move(*tree);
    shared.label_from_cloud = {geometry::rotationFromYaw(0.8), {5, -3, 1}};
    shared.origin = geometry::transformed(shared.label_from_cloud, shared.tree->origin());
    int loads = 0;
    const auto load = [&](std::size_t node) {
        ++loads;
        return shared.load(node).value_or(nullptr);
    };
    const auto none = [](std::size_t) { return CloudPointer(); };
    for (const auto &size : {std::array<double, 3>{4.5, 1.9, 1.6}, {30, 20, 10}, {0.4, 0.4, 0.4}, {200, 200, 200}}) {
        const geometry::Cuboid cuboid = box(9, -6, 2, 0.35, size);
        std::uint64_t inside = 0;
        for (std::size_t i = 0; i < values.size(); i += 4)
            inside += geometry::contains(
                cuboid, geometry::transformed(shared.label_from_cloud,
                                              {double(values[i]), double(values[i + 1]), double(values[i + 2])}));
        const BoxCount exact = countIn(shared, load, clipAround(cuboid, 0));
        QVERIFY(exact.exact);
        // Points within a float's rounding of a side may fall either way.
        QVERIFY2(std::abs(double(exact.points) - double(inside)) <= 2,
                 qPrintable(QStringLiteral("%1 against %2").arg(exact.points).arg(inside)));
        const BoxCount about = countIn(shared, none, clipAround(cuboid, 0));
        QVERIFY2(std::abs(double(about.points) - double(inside)) <= 0.15 * double(inside) + 40,
                 qPrintable(QStringLiteral("about %1 against %2").arg(about.points).arg(inside)));
        QVERIFY(about.exact == (size[0] > 100));
    }
    // A small box asks for few leaves of many.
    loads = 0;
    QVERIFY(countIn(shared, load, clipAround(box(9, -6, 2, 0.35, {4.5, 1.9, 1.6}), 0)).points > 0);
    QVERIFY2(loads > 0 && loads < 40 && shared.tree->nodes().size() > 100, qPrintable(QString::number(loads)));
    QVERIFY(wordsFor(BoxCount{12, true}).startsWith(QStringLiteral("12 ")));
    QVERIFY(wordsFor(BoxCount{12, false}) != wordsFor(BoxCount{12, true}));
}

QTEST_GUILESS_MAIN(TestSceneClouds)
#include "tst_sceneclouds.moc"
