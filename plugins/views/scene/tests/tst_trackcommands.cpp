// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/tests/trackfixture.h"

#include "tests/support/verify.h"
#include "widgets/theme/theme.h"

using namespace plumbline;
using namespace plumbline::test;

/// What is done to tracks as a whole, in a real window.
class TestTrackCommands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::applyTheme(*qApp, theme::darkTheme()); }
    void oneSize();
    void splitsAndMerges();
    void movesBoxesBetweenTracks();
    void gapsHideGhosts();
    void bestCameraSeesTheWhole();
    void boxesGoAlongToTheExposure();
};

void TestTrackCommands::oneSize()
{
    GeneratedStreet street(8);
    SceneFixture f(street);
    const TrackId track = addTrack(f, street, 1, {0, 3, 7});
    f.document().select({keyIn(f, track, 0)});
    const Everything before = everything(f);
    const auto pushes = f.document().pushes();
    f.key(Qt::Key_Home, Qt::ControlModifier);  // longer
    QCOMPARE(f.document().pushes(), pushes + 1);
    for (const int frame : {0, 3, 7}) {
        const auto cuboid = f.cuboidOf(keyIn(f, track, frame));
        QVERIFY(std::abs(cuboid.size[0] - 4.3) < 1e-9);
        if (frame == 0)
            continue;
        // The car drives ahead: its back is seen, and stays.
        const auto faces = geometry::differenceOf(cuboid, street.cars(frame)[1]).faceMetres;
        QVERIFY2(std::abs(faces[0]) < 1e-9 && std::abs(faces[1] - 0.1) < 1e-9, qPrintable(QString::number(frame)));
    }
    QVERIFY(f.host.hints.last().contains(QStringLiteral("2 other key frame")));
    f.document().undo();
    QVERIFY(everything(f) == before);
    // Switched off, each has its own; the switch is undone like all else.
    f.key(Qt::Key_K, Qt::ShiftModifier);
    QVERIFY(!model::isSizeLocked(f.document().tracks().front()));
    f.key(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(f.cuboidOf(keyIn(f, track, 3)).size[0], 4.2);
    QVERIFY(std::abs(f.cuboidOf(keyIn(f, track, 0)).size[0] - 4.3) < 1e-9);
    f.document().undo();
    f.document().undo();
    QVERIFY(everything(f) == before);
    // A closed task changes nothing.
    f.document().open = false;
    f.key(Qt::Key_K, Qt::ShiftModifier);
    f.view->trigger(QStringLiteral("scene.track.split"));
    f.view->trigger(QStringLiteral("scene.track.own"));
    f.view->trigger(QStringLiteral("scene.track.gap"));
    QVERIFY(everything(f) == before);
}

void TestTrackCommands::splitsAndMerges()
{
    GeneratedStreet street(10);
    SceneFixture f(street);
    const TrackId track = addTrack(f, street, 1, {0, 9});
    f.document().select({keyIn(f, track, 0)});
    f.document().setFrame(5);
    const Everything before = everything(f);
    f.view->trigger(QStringLiteral("scene.track.split"));
    QCOMPARE(f.document().tracks().size(), std::size_t(2));
    // What was seen is still seen: the ends of both are key frames now.
    const TrackId second = f.document().annotation(*f.document().selection().begin())->track;
    QVERIFY(second != track);
    QCOMPARE(kinds(f, track), QStringLiteral("K---K....."));
    QCOMPARE(kinds(f, second), QStringLiteral(".....K---K"));
    f.document().undo();
    QVERIFY(everything(f) == before);
    f.document().redo();
    // Selected in two frames, they become one again.
    f.document().select({keyIn(f, track, 0), keyIn(f, second, 5)});
    f.key(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(f.document().tracks().size(), std::size_t(1));
    QCOMPARE(kinds(f, track), QStringLiteral("K---KK---K"));
    QVERIFY(f.host.hints.last().contains(QStringLiteral("4 key frames")));
    f.document().undo();
    QCOMPARE(f.document().tracks().size(), std::size_t(2));
    // Two that are seen at once are refused, with numbers.
    const TrackId other = addTrack(f, street, 0, {3, 6});
    f.document().select({keyIn(f, track, 0), keyIn(f, other, 3)});
    const Everything both = everything(f);
    f.key(Qt::Key_M, Qt::ControlModifier);
    QVERIFY2(f.host.hints.last().contains(QStringLiteral("2 of the frames: 4, 5")), qPrintable(f.host.hints.last()));
    QVERIFY(everything(f) == both);
    // A cut where one side would be empty is refused too.
    f.document().select({keyIn(f, other, 3)});
    f.document().setFrame(3);
    f.view->trigger(QStringLiteral("scene.track.split"));
    QVERIFY(everything(f) == both);
    f.document().select({});
    f.view->trigger(QStringLiteral("scene.track.merge"));
    f.view->trigger(QStringLiteral("scene.track.split"));
    QVERIFY(everything(f) == both);
}

void TestTrackCommands::movesBoxesBetweenTracks()
{
    GeneratedStreet street(10);
    SceneFixture f(street);
    const TrackId a = addTrack(f, street, 1, {0, 2});
    const TrackId b = addTrack(f, street, 0, {5, 6, 7});
    const Everything before = everything(f);
    const AnnotationId box = keyIn(f, b, 5);
    f.document().setFrame(5);
    f.document().select({keyIn(f, a, 0), box});
    f.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document().annotation(box)->track, a);
    QCOMPARE(kinds(f, a), QStringLiteral("K-K--K...."));
    f.document().undo();
    QVERIFY(everything(f) == before);
    // A track of its own.
    f.document().select({box});
    f.key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document().tracks().size(), std::size_t(3));
    QVERIFY(f.document().annotation(box)->track != b);
    const TrackId own = f.document().annotation(box)->track;
    f.key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document().annotation(box)->track, own);
    // Into another track: the one that has no box left goes with it.
    f.document().select({keyIn(f, a, 0), box});
    f.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document().tracks().size(), std::size_t(2));
    f.document().undo();
    f.document().undo();
    QVERIFY(everything(f) == before);
    // A box without a track joins one.
    f.document().setFrame(9);
    model::Annotation loose = f.document().newAnnotation(street.cars(9)[1]);
    f.document().push(f.document().gesture(QStringLiteral("test")).create(loose).take());
    f.document().select({keyIn(f, a, 0), loose.id});
    f.key(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(kinds(f, a), QStringLiteral("K-K------K"));
    // Where the track has a key frame already, nothing is moved.
    const auto pushes = f.document().pushes();
    f.document().setFrame(2);
    model::Annotation taken = f.document().newAnnotation(street.cars(2)[0]);
    f.document().push(f.document().gesture(QStringLiteral("test")).create(taken).take());
    f.document().select({keyIn(f, a, 0), taken.id});
    f.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    f.key(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(f.document().pushes(), pushes + 1);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("frame 3 already")));
}

void TestTrackCommands::gapsHideGhosts()
{
    GeneratedStreet street(10);
    SceneFixture f(street);
    const TrackId track = addTrack(f, street, 1, {0, 9});
    f.document().select({keyIn(f, track, 0)});
    f.document().setFrame(4);
    QCOMPARE(f.view->boxes().size(), std::size_t(1));
    f.key(Qt::Key_O);
    QCOMPARE(kinds(f, track), QStringLiteral("K---oooooK"));
    QVERIFY(f.view->boxes().empty());
    QCOMPARE(f.view->timeline().hiddenFrames(), (std::vector<std::int64_t>{4, 5, 6, 7, 8}));
    f.document().setFrame(7);
    f.key(Qt::Key_O);
    QCOMPARE(kinds(f, track), QStringLiteral("K---ooo--K"));
    QCOMPARE(f.view->boxes().size(), std::size_t(1));
    f.shot("track-gap");
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    QTRY_VERIFY(f.view->sheet().crops().sweep(5));
    f.shot("track-sheet-gap");
    f.document().undo();
    f.document().undo();
    QCOMPARE(kinds(f, track), QStringLiteral("K--------K"));
    QVERIFY(f.view->timeline().hiddenFrames().empty());
}

void TestTrackCommands::bestCameraSeesTheWhole()
{
    GeneratedStreet street(1);
    model::Scene scene = street.scene;
    // A second camera that looks to the left, and one that looks ahead with a longer lens and cuts what is near.
    model::Sensor left = scene.sensors[1];
    left.name = QStringLiteral("left");
    left.ego_from_sensor = *geometry::poseFromMatrix({1, 0, 0, 0, 0, 1, 0, -1, 0}, {0.2, 0, 1.6});
    model::Sensor tele = scene.sensors[1];
    tele.name = QStringLiteral("tele");
    tele.camera->fx = tele.camera->fy = 2400;
    scene.sensors.push_back(left);
    scene.sensors.push_back(tele);
    model::Sensor blind = left;
    blind.name = QStringLiteral("blind");
    blind.camera.reset();
    scene.sensors.push_back(blind);
    for (const std::int32_t sensor : {2, 3, 4})
        scene.frames[0].files.push_back({sensor, QStringLiteral("x.png"), 0, {}});
    QVERIFY(model::whyInvalid(scene).isEmpty());
    const auto choice = [&](double x, double y) {
        geometry::Cuboid cuboid = street.cars(0)[1];
        cuboid.centre[0] = x;
        cuboid.centre[1] = y;
        return sceneview::bestCamera(scene, 0, [&](std::int64_t) { return cuboid; });
    };
    QCOMPARE(choice(40, 0)->sensor, 3);
    QCOMPARE(choice(9, 0)->sensor, 1);  // the long lens would cut it
    QVERIFY(!choice(9, 0)->cut);
    QCOMPARE(choice(0, 10)->sensor, 2);
    QVERIFY(!choice(-20, 0));
    QVERIFY(choice(1.5, 0) && choice(1.5, 0)->cut);
    QVERIFY(!sceneview::bestCamera(scene, 7, [&](std::int64_t) { return street.cars(0)[0]; }));
}

void TestTrackCommands::boxesGoAlongToTheExposure()
{
    GeneratedStreet street(5);
    // The vehicle's place at the exposure is known, and the camera is 50 ms late: the car ahead has driven a metre meanwhile.
    for (std::size_t i = 0; i < street.scene.frames.size(); ++i) {
        auto &file = street.scene.frames[i].files[1];
        file.microseconds = street.scene.frames[i].microseconds + 50'000;
        file.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {double(i) + 0.5, 0, 0}};
    }
    SceneFixture f(street);
    const TrackId track = addTrack(f, street, 1, {0, 4});
    f.document().setFrame(2);
    f.document().select({keyIn(f, track, 0)});
    const auto *view = f.view->cameras().views().front();
    const auto shown = f.view->boxes().front().cuboid;
    auto later = shown;
    later.centre[0] += 1;
    // Found under the mouse where it is at the exposure, by a corner that only the moved box reaches.
    const auto corners = geometry::cornersOf(later);
    double least = 1e9;
    for (const auto &corner : corners)
        if (const auto at = view->screenOf(corner))
            least = std::min(least, at->x());
    double still = 1e9;
    for (const auto &corner : geometry::cornersOf(shown))
        if (const auto at = view->screenOf(corner))
            still = std::min(still, at->x());
    QVERIFY(std::abs(still - least) > 0.5);
    QCOMPARE(view->shot().microseconds, street.scene.frames[2].files[1].microseconds);
    sceneview::Exposure exposure(f.document());
    const auto moved = exposure.at(track, 2, shown, view->shot().microseconds);
    QVERIFY(std::abs(moved.centre[0] - later.centre[0]) < 1e-9 && std::abs(moved.centre[1] - later.centre[1]) < 1e-9);
    const auto drawn = view->linesOf(track, shown);
    const auto expected = sceneview::projectedEdges(*view->shot().camera, view->shot().camera_from_label, later);
    QCOMPARE(drawn.size(), expected.size());
    for (std::size_t i = 0; i < drawn.size(); ++i)
        for (qsizetype j = 0; j < drawn[i].size(); ++j)
            QVERIFY(QLineF(drawn[i][j], expected[i][j]).length() < 1e-6);
    // Without a track nothing is known of its motion.
    QCOMPARE(exposure.at({}, 2, shown, 1), shown);
}

QTEST_MAIN(TestTrackCommands)
#include "tst_trackcommands.moc"
