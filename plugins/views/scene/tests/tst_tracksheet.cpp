// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/tests/trackfixture.h"

#include "tests/support/verify.h"
#include "widgets/theme/theme.h"

using namespace plumbline;
using namespace plumbline::test;
using sceneview::SidePlane;
using Kind = model::TrackFrame::Kind;

/// One track in all sweeps at once, in a real window.
class TestTrackSheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::applyTheme(*qApp, theme::darkTheme()); }
    void showsEveryFrame();
    void dragsInATile();
    void keysOfTheSheet();
    void fitKeepsTheSize();
    void pointsOfAllSweeps();
    void badSweepsAndPredictions();
    void boxesOfAnySize();
    void closedTasksAndPredictions();
    void longTracksStayBounded();
    void looksRightInTheLight();
};

void TestTrackSheet::showsEveryFrame()
{
    GeneratedStreet street(12);
    SceneFixture f(street, QSize(1500, 900));
    const TrackId track = addTrack(f, street, 1, {0, 4, 8, 11});
    f.document().select({keyIn(f, track, 0)});
    f.key(Qt::Key_T);
    auto &sheet = f.view->sheet();
    QTRY_VERIFY(sheet.isVisible());
    QVERIFY(!f.surface().isVisible());
    QVERIFY(sheet.grid().hasFocus());
    QCOMPARE(sheet.grid().frames().size(), std::size_t(12));
    QCOMPARE(sheet.grid().frames()[4].kind, Kind::Key);
    QCOMPARE(sheet.grid().frames()[5].kind, Kind::Between);
    for (std::int64_t frame = 0; frame < 12; ++frame)
        QTRY_VERIFY(sheet.crops().sweep(frame) && sheet.crops().sweep(frame)->points);
    for (std::int64_t frame = 0; frame < 12; ++frame) {
        const auto points = sheet.grid().pointsIn(frame);
        QVERIFY2(points && *points > 300, qPrintable(QString::number(frame)));
    }
    QTRY_VERIFY(sheet.crops().picture(3) && !sheet.crops().picture(3)->picture.isNull());
    QTRY_VERIFY(sheet.facts().contains(QStringLiteral("12 frame")) && sheet.facts().contains(QStringLiteral("4 key frame")));
    QVERIFY(sheet.grid().words(sheet.grid().frames()[4]).contains(QStringLiteral("Frame 5, key frame")));
    // Every tile is drawn: points on the ground of the theme.
    QTest::qWait(100);
    const QImage shot = sheet.grid().viewport()->grab().toImage();
    const QRgb ground = theme::darkTheme().colour(theme::Token::Surface0).rgb();
    for (const std::int64_t frame : {0, 5}) {
        const QRect tile = sheet.grid().tileOf(frame, SidePlane::Top).toAlignedRect();
        int other = 0;
        for (int y = tile.top() + 1; y < tile.bottom(); ++y)
            for (int x = tile.left() + 1; x < tile.right(); ++x)
                other += shot.pixel(x, y) != ground;
        QVERIFY2(other > 150, qPrintable(QString::number(other)));
    }
    f.shot("track-sheet-dark");
    f.key(Qt::Key_T);
    QVERIFY(!sheet.isVisible() && f.surface().isVisible());
    // Nothing is selected: it says what to do.
    f.document().select({});
    f.key(Qt::Key_T);
    QVERIFY(!sheet.isVisible());
    QVERIFY(f.host.hints.last().contains(QStringLiteral("track")));
}

void TestTrackSheet::dragsInATile()
{
    GeneratedStreet street(10);
    SceneFixture f(street, QSize(1500, 900));
    const TrackId track = addTrack(f, street, 1, {0, 9});
    f.document().select({keyIn(f, track, 0)});
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    auto &grid = f.view->sheet().grid();
    QTRY_VERIFY(f.view->sheet().crops().sweep(5));
    const Everything before = everything(f);
    const auto pushes = f.document().pushes();
    const auto box = grid.frames()[5].box.cuboid;
    // The inside moves: half a metre forwards and 20 cm to the left.
    auto drawing = grid.drawingOf(grid.frames()[5], grid.tileOf(5, SidePlane::Top), SidePlane::Top);
    dragIn(grid.viewport(), drawing.toScreen({0.6, 0.3}), drawing.toScreen({1.1, 0.5}));
    QCOMPARE(f.document().pushes(), pushes + 1);
    QCOMPARE(kinds(f, track), QStringLiteral("K----K---K"));
    QCOMPARE(grid.current()->frame, 5);
    auto moved = f.cuboidOf(keyIn(f, track, 5));
    QVERIFY(std::abs(moved.centre[0] - box.centre[0] - 0.5) < 0.02);
    QVERIFY(std::abs(moved.centre[1] - box.centre[1] - 0.2) < 0.02);
    QCOMPARE(f.document().annotation(keyIn(f, track, 5))->frame->pts, street.scene.frames[5].microseconds);
    QCOMPARE(f.document().frame(), 0);
    f.document().undo();
    QVERIFY(everything(f) == before);
    QCOMPARE(grid.frames()[5].kind, Kind::Between);
    f.document().redo();
    QCOMPARE(grid.frames()[5].kind, Kind::Key);
    // The top in the side view of another frame: only the height grows.
    drawing = grid.drawingOf(grid.frames()[2], grid.tileOf(2, SidePlane::Side), SidePlane::Side);
    dragIn(grid.viewport(), drawing.toScreen({0, 0.8}), drawing.toScreen({0, 1.0}));
    QCOMPARE(kinds(f, track), QStringLiteral("K-K--K---K"));
    QVERIFY(std::abs(f.cuboidOf(keyIn(f, track, 2)).size[2] - 1.8) < 0.03);
    // A drag that is cancelled is none.
    const Everything after = everything(f);
    drawing = grid.drawingOf(grid.frames()[7], grid.tileOf(7, SidePlane::Front), SidePlane::Front);
    QMouseEvent press(QEvent::MouseButtonPress, drawing.toScreen({0, 0}), drawing.toScreen({0, 0}), Qt::LeftButton,
                      Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(grid.viewport(), &press);
    QVERIFY(grid.isDragging());
    f.view->trigger(QStringLiteral("scene.cancel"));
    QVERIFY(!grid.isDragging() && f.view->sheet().isVisible());
    QVERIFY(everything(f) == after);
    f.view->trigger(QStringLiteral("scene.cancel"));
    QVERIFY(!f.view->sheet().isVisible());
}

void TestTrackSheet::keysOfTheSheet()
{
    GeneratedStreet street(10);
    SceneFixture f(street, QSize(1500, 900));
    const TrackId track = addTrack(f, street, 1, {0, 9});
    f.document().select({keyIn(f, track, 0)});
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    auto &grid = f.view->sheet().grid();
    QTRY_VERIFY(grid.hasFocus());
    const auto key = [&](Qt::Key of, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&grid, of, modifiers); };
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    QCOMPARE(grid.current()->frame, 2);
    key(Qt::Key_Left);
    QCOMPARE(grid.current()->frame, 1);
    key(Qt::Key_Down);
    const std::int64_t below = grid.current()->frame;
    QVERIFY(below > 1);
    key(Qt::Key_Up);
    QCOMPARE(grid.current()->frame, 1);
    key(Qt::Key_End);
    QCOMPARE(grid.current()->frame, 9);
    key(Qt::Key_Right);
    QCOMPARE(grid.current()->frame, 9);
    key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(grid.current()->frame, 0);
    QCOMPARE(f.document().frame(), 0);
    // Key frame, and away with it.
    key(Qt::Key_Down);
    const auto place = grid.current()->box.cuboid;
    key(Qt::Key_K);
    const std::int64_t at = grid.current()->frame;
    QCOMPARE(grid.current()->kind, Kind::Key);
    QVERIFY(geometry::differenceOf(f.cuboidOf(keyIn(f, track, at)), place).centreMetres < 1e-9);
    const auto pushes = f.document().pushes();
    key(Qt::Key_K);
    QCOMPARE(f.document().pushes(), pushes);
    key(Qt::Key_Up, Qt::AltModifier);
    QVERIFY(std::abs(f.cuboidOf(keyIn(f, track, at)).centre[0] - place.centre[0] - 0.1) < 1e-9);
    key(Qt::Key_Delete);
    QCOMPARE(kinds(f, track), QStringLiteral("K--------K"));
    key(Qt::Key_Delete);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("interpolated")));
    key(Qt::Key_O);
    QCOMPARE(grid.current()->kind, Kind::Gap);
    f.document().undo();
    // Enter goes there.
    key(Qt::Key_K);
    key(Qt::Key_Return);
    QVERIFY(!f.view->sheet().isVisible());
    QCOMPARE(f.document().frame(), at);
    QCOMPARE(f.document().selection(), QSet<AnnotationId>{keyIn(f, track, at)});
    // The size of tiles has bounds.
    for (int i = 0; i < 30; ++i)
        grid.setTileSize(grid.tileSize() * 2);
    QVERIFY(grid.tileSize() <= 400);
    grid.setTileSize(-5);
    QVERIFY(grid.tileSize() >= 40);
}

void TestTrackSheet::fitKeepsTheSize()
{
    GeneratedStreet street(6);
    SceneFixture f(street, QSize(1500, 900));
    const TrackId track = addTrack(f, street, 1, {0, 5});
    // It lies beside its points.
    f.document().change(keyIn(f, track, 5), [&](model::Annotation &label) {
        auto cuboid = street.cars(5)[1];
        cuboid.centre[0] -= 0.4;
        cuboid.centre[1] += 0.3;
        label.geometry = cuboid;
    });
    f.document().select({keyIn(f, track, 0)});
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    auto &sheet = f.view->sheet();
    sheet.grid().setCurrent(5);
    QTRY_VERIFY(sheet.crops().sweep(5) && sheet.crops().sweep(5)->points);
    QTest::keyClick(&sheet.grid(), Qt::Key_J);
    const auto fitted = f.cuboidOf(keyIn(f, track, 5));
    QCOMPARE(fitted.size, street.cars(5)[1].size);
    const auto off = geometry::differenceOf(fitted, street.cars(5)[1]);
    QVERIFY2(off.centreMetres < 0.2, qPrintable(QString::number(off.centreMetres)));
    QCOMPARE(f.cuboidOf(keyIn(f, track, 0)), street.cars(0)[1]);
}

void TestTrackSheet::pointsOfAllSweeps()
{
    // Few points in each sweep, as of a car far away.
    GeneratedStreet street(12, 60, 4000);
    SceneFixture f(street, QSize(1500, 900));
    const TrackId track = addTrack(f, street, 2, {0, 11});
    f.document().select({keyIn(f, track, 0)});
    f.view->trigger(QStringLiteral("scene.track.all"));
    auto &sheet = f.view->sheet();
    QVERIFY(sheet.isOverlaid() && !sheet.isVisible());
    QTRY_VERIFY(sheet.overlaidPoints() && sheet.overlaidPoints()->size() > 300);
    std::array<float, 3> least{9, 9, 9};
    std::array<float, 3> most{-9, -9, -9};
    const auto size = street.cars(0)[2].size;
    for (const auto &p : *sheet.overlaidPoints())
        for (std::size_t axis = 0; axis < 3; ++axis) {
            least[axis] = std::min(least[axis], p[axis]);
            most[axis] = std::max(most[axis], p[axis]);
            QVERIFY(std::abs(double(p[axis])) < size[axis] / 2 + 0.5);
        }
    // The bus comes towards the sensor: its front and its left side are seen, in one place however far it drove.
    int atFront = 0;
    for (const auto &p : *sheet.overlaidPoints())
        atFront += std::abs(double(p[0]) - size[0] / 2) < 0.06;
    QVERIFY2(atFront > 80, qPrintable(QString::number(atFront)));
    f.shot("sides-all-sweeps");
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    QVERIFY(sheet.isVisible());
    f.shot("track-sheet-all-sweeps");
    f.view->trigger(QStringLiteral("scene.track.all"));
    QVERIFY(!sheet.overlaidPoints());
}

void TestTrackSheet::badSweepsAndPredictions()
{
    GeneratedStreet street(6);
    SceneFixture f(street, QSize(1500, 900));
    QVERIFY(QFile::remove(street.folder.filePath(QStringLiteral("sweep3.bin"))));
    QFile broken(street.folder.filePath(QStringLiteral("sweep4.bin")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("not a sweep");
    broken.close();
    QVERIFY(QFile::remove(street.folder.filePath(QStringLiteral("front2.png"))));
    street.scene.frames[5].files.clear();
    f.document().shownScene = street.scene;
    const TrackId track = addTrack(f, street, 1, {0, 5});
    f.document().select({keyIn(f, track, 0)});
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    auto &sheet = f.view->sheet();
    QTRY_VERIFY(sheet.crops().sweep(3) && sheet.crops().sweep(4));
    QVERIFY(!sheet.crops().sweep(3)->problem.isEmpty() && !sheet.crops().sweep(4)->problem.isEmpty());
    QTRY_VERIFY(sheet.crops().picture(2) && !sheet.crops().picture(2)->problem.isEmpty());
    QVERIFY(!sheet.crops().sweep(5) && sheet.grid().frames()[5].noSweep);
    QVERIFY(!sheet.grid().pointsIn(3));
    f.shot("track-sheet-broken");
    sheet.grid().setCurrent(3);
    QTest::keyClick(&sheet.grid(), Qt::Key_J);
    QCOMPARE(kinds(f, track), QStringLiteral("K----K"));
    // Undone until the track is no more, the sheet is empty and takes no harm.
    f.document().undo();
    QVERIFY(sheet.grid().frames().empty());
    for (const char *action : {"scene.keyHere", "scene.delete", "scene.autofit", "scene.frame.next", "scene.flip", "scene.ground",
                               "scene.track.gap", "scene.track.split", "scene.track.size", "scene.frame.nextKey"})
        f.view->trigger(QLatin1String(action));
    QTest::keyClick(&sheet.grid(), Qt::Key_Return);
    QTest::keyClick(&sheet.grid(), Qt::Key_End);
    f.view->clear();
    QVERIFY(!sheet.isVisible());
}

void TestTrackSheet::boxesOfAnySize()
{
    GeneratedStreet street(6);
    SceneFixture f(street, QSize(1500, 900));
    const TrackId track = addTrack(f, street, 1, {0, 2, 3, 5});
    const auto make = [&](int frame, double size, double away) {
        f.document().change(keyIn(f, track, frame), [&](model::Annotation &label) {
            auto cuboid = std::get<geometry::Cuboid>(label.geometry);
            cuboid.size = {size, size, size};
            cuboid.centre[0] += away;
            label.geometry = cuboid;
        });
    };
    make(2, 1e6, 0);
    make(3, 1e-9, 0);
    make(5, 2, 1e9);
    f.document().select({keyIn(f, track, 0)});
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    f.view->trigger(QStringLiteral("scene.track.all"));
    auto &sheet = f.view->sheet();
    for (std::int64_t frame = 0; frame < 6; ++frame)
        QTRY_VERIFY(sheet.crops().sweep(frame) && sheet.crops().sweep(frame)->points);
    QVERIFY(sheet.grid().pointsIn(2) && *sheet.grid().pointsIn(2) > 0);
    QVERIFY(sheet.grid().words(sheet.grid().frames()[2]).contains(QStringLiteral("+ points")));
    QVERIFY(sheet.grid().pointsIn(5) == std::optional<std::size_t>(0));
    f.shot("track-sheet-odd");
    for (const std::int64_t frame : {2, 3, 5}) {
        sheet.grid().setCurrent(frame);
        const auto pushes = f.document().pushes();
        for (const SidePlane plane : {SidePlane::Top, SidePlane::Side, SidePlane::Front}) {
            const QRectF tile = sheet.grid().tileOf(frame, plane);
            dragIn(sheet.grid().viewport(), tile.center(), tile.center() + QPointF(9, 4));
        }
        QVERIFY(f.document().pushes() > pushes);
        f.view->trigger(QStringLiteral("scene.autofit"));
        f.view->trigger(QStringLiteral("scene.ground"));
        f.view->trigger(QStringLiteral("scene.flip"));
        f.view->trigger(QStringLiteral("scene.box.shorter"));
    }
    for (const model::Annotation &label : f.document().annotations())
        for (const double side : std::get<geometry::Cuboid>(label.geometry).size)
            QVERIFY(std::isfinite(side) && side > 0);
}

void TestTrackSheet::closedTasksAndPredictions()
{
    GeneratedStreet street(6);
    SceneFixture f(street, QSize(1500, 900));
    const TrackId track = addTrack(f, street, 1, {0, 5});
    f.document().select({keyIn(f, track, 0)});
    f.document().open = false;
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    auto &sheet = f.view->sheet();
    QTRY_VERIFY(sheet.crops().sweep(3));
    const Everything before = everything(f);
    // It is looked at, and nothing can be taken hold of.
    const QRectF tile = sheet.grid().tileOf(3, SidePlane::Top);
    dragIn(sheet.grid().viewport(), tile.center(), tile.center() + QPointF(20, 0));
    for (const char *action : {"scene.keyHere", "scene.delete", "scene.autofit", "scene.flip", "scene.box.longer",
                               "scene.track.gap", "scene.track.split"})
        f.view->trigger(QLatin1String(action));
    QVERIFY(everything(f) == before);
    f.document().open = true;
    // The track of a model is shown, and accepted before it is changed.
    for (const int frame : {0, 5})
        f.document().change(keyIn(f, track, frame),
                            [](model::Annotation &label) { label.layer = model::modelLayer(QStringLiteral("demo")); });
    model::Track changed = f.document().tracks().front();
    changed.layer = model::modelLayer(QStringLiteral("demo"));
    f.document().push(f.document().gesture(QStringLiteral("test")).put(&f.document().tracks().front(), changed).take());
    QCOMPARE(sheet.grid().frames().size(), std::size_t(6));
    const auto pushes = f.document().pushes();
    f.view->trigger(QStringLiteral("scene.keyHere"));
    QCOMPARE(f.document().pushes(), pushes);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("prediction")));
    f.view->trigger(QStringLiteral("scene.acceptTrack"));
    QCOMPARE(f.document().tracks().size(), std::size_t(2));
    // The sheet goes on with what was accepted.
    QVERIFY(sheet.track() != track);
    QCOMPARE(kinds(f, sheet.track()), QStringLiteral("K----K"));
    sheet.grid().setCurrent(3);
    f.view->trigger(QStringLiteral("scene.keyHere"));
    QCOMPARE(kinds(f, sheet.track()), QStringLiteral("K--K-K"));
}

void TestTrackSheet::longTracksStayBounded()
{
    GeneratedStreet street(3);
    // 600 frames over the same three files.
    model::Scene scene = street.scene;
    const auto frames = scene.frames;
    scene.frames.clear();
    for (int i = 0; i < 600; ++i) {
        model::SceneFrame frame = frames[std::size_t(i) % 3];
        frame.microseconds = 100'000 * i;
        for (model::SensorFile &file : frame.files)
            file.microseconds = frame.microseconds;
        frame.world_from_ego.reset();
        scene.frames.push_back(frame);
    }
    street.scene = scene;
    SceneFixture f(street, QSize(1500, 900));
    const TrackId track = addTrack(f, street, 0, {0});
    const AnnotationId first = keyIn(f, track, 0);
    model::Annotation last = *f.document().annotation(first);
    last.id = f.document().newAnnotation(geometry::Cuboid()).id;
    last.frame = f.document().frameRef(599);
    f.document().push(f.document().gesture(QStringLiteral("test")).create(last).take());
    f.document().select({first});
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    auto &sheet = f.view->sheet();
    QCOMPARE(sheet.grid().frames().size(), std::size_t(600));
    QTRY_VERIFY(sheet.crops().sweep(0));
    // Only what is seen, and a page more, is read.
    const auto urgent = sheet.grid().urgent();
    QVERIFY(urgent.size() > 4 && urgent.size() < 80);
    QVERIFY(!sheet.crops().sweep(400));
    QTest::keyClick(&sheet.grid(), Qt::Key_End);
    QCOMPARE(sheet.grid().current()->frame, 599);
    QTRY_VERIFY(sheet.crops().sweep(599));
    QVERIFY(QRectF(sheet.grid().viewport()->rect()).contains(sheet.grid().tileOf(599, SidePlane::Side)));
    QVERIFY(sheet.crops().pointsHeld() <= sceneview::SweepCrops::mostPoints + 40'000);
}

void TestTrackSheet::looksRightInTheLight()
{
    theme::applyTheme(*qApp, theme::lightTheme());
    GeneratedStreet street(20);
    SceneFixture f(street, QSize(1700, 1000));
    const TrackId track = addTrack(f, street, 0, {0, 5, 6, 14, 19});
    // One box has lost its object.
    f.document().change(keyIn(f, track, 19), [](model::Annotation &label) {
        auto cuboid = std::get<geometry::Cuboid>(label.geometry);
        cuboid.centre[2] += 4;
        label.geometry = cuboid;
    });
    f.document().select({keyIn(f, track, 0)});
    f.document().setFrame(9);
    f.key(Qt::Key_O);
    f.view->trigger(QStringLiteral("scene.track.sheet"));
    QTRY_VERIFY(f.view->sheet().crops().sweep(19));
    QVERIFY(f.view->sheet().facts().contains(QStringLiteral("5 in gaps")));
    QTRY_VERIFY(f.view->sheet().facts().contains(QStringLiteral("without points")));
    f.shot("track-sheet-light");
    theme::applyTheme(*qApp, theme::darkTheme());
}

QTEST_MAIN(TestTrackSheet)
#include "tst_tracksheet.moc"
