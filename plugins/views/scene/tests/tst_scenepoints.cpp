// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/tests/pointfixture.h"

#include "tests/support/verify.h"
#include "widgets/theme/theme.h"

#include <ctime>

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr auto lasso = "scene.tool.pointLasso";
constexpr auto brush = "scene.tool.pointBrush";
constexpr auto ground = "scene.tool.pointGround";
constexpr auto cluster = "scene.tool.pointCluster";
constexpr auto polygon = "scene.tool.pointPolygon";

QByteArray words(const char *what, const Score &score)
{
    return QStringLiteral("%1: precision %2, recall %3 of %4 points")
        .arg(QLatin1String(what))
        .arg(score.precision, 0, 'f', 4)
        .arg(score.recall, 0, 'f', 4)
        .arg(score.chosen)
        .toUtf8();
}

void verifyScore(const char *what, const Score &score, double precision, double recall)
{
    qInfo("%s", words(what, score).constData());
    QVERIFY2(score.precision >= precision && score.recall >= recall, words(what, score));
}

}  // namespace

/// Points of sweeps labeled by mouse and keys in a real window, against the truth of the simulated drive.
class TestScenePoints : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::applyTheme(*qApp, theme::darkTheme()); }
    void groundLassoAndBrush();
    void erasesFiltersAndInstances();
    void polygonsBoxesAndClusters();
    void hiddenPointsStayOut();
    void reachesEverySweep();
    void largeCloudsAreLabeledWhole();
    void saysWhyNot();
    void pointsStandOutWhileDrawing();
};

void TestScenePoints::groundLassoAndBrush()
{
    PointDrive drive;
    PointFixture f(drive);
    const auto car = drive.parked();
    const auto other = drive.parked(1);
    const std::uint64_t places = drive.sweeps[0].positions.size();
    QVERIFY(f.bar().isHidden());

    // The tool brings its bar and the colours of labels.
    f.tool(ground);
    QVERIFY(f.bar().isVisible());
    QVERIFY(f.surface().canvas()->look().mode.kind == sceneview::ColourMode::Kind::PointClass);
    f.useClass("road");
    // The feet of walls are as near to the ground as that.
    f.options([](sceneview::PointOptions &options) { options.height = 0.08; });
    f.lookDown({8, 0, -1.5}, 35);
    f.click(f.onGround(6, 0));
    QCOMPARE(f.document().pushes(), std::size_t(1));
    verifyScore("ground", f.groundScore(0), 0.95, 0.98);
    f.shot("points-ground");

    f.useClass("car");
    f.tool(lasso);
    f.options([](sceneview::PointOptions &options) {
        options.onlyUnlabeled = true;
        options.instance = 4;
    });
    f.lookDown(car.cuboid.centre, 14);
    f.stroke(f.round(car.cuboid, 0.35), {}, "points-lasso");
    QCOMPARE(f.document().pushes(), std::size_t(2));
    verifyScore("car by lasso", f.actorScore(0, car.actor), 0.99, 0.9);
    QCOMPARE(geometry::largestInstance(*f.labels(0)), 4U);
    const std::uint64_t carPoints = f.actorScore(0, car.actor).chosen;

    // Along the second car with a ball as wide as it.
    f.tool(brush);
    f.options([&](sceneview::PointOptions &options) {
        options.radius = other.cuboid.size[1] * 0.75;
        options.instance = 5;
    });
    f.lookDown(other.cuboid.centre, 14);
    const auto corners = geometry::cornersOf(other.cuboid);
    const auto between = [&](int a, int b) {
        return (f.screen(corners[std::size_t(a)]) + f.screen(corners[std::size_t(b)])) / 2;
    };
    // Over the side that the sensor sees, where the points are.
    const bool leftSeen = geometry::transformed(geometry::inverted(geometry::poseOf(other.cuboid)), {0, 0, 0})[1] > 0;
    const int side = leftSeen ? 2 : 0;
    f.stroke({between(side, side + 4), between(side + 1, side + 5)}, {}, "points-brush");
    QCOMPARE(f.document().pushes(), std::size_t(3));
    // Both cars are cars: the second's own points among what came to be.
    const Score both = f.score(0, "car", [&](std::size_t i) {
        return drive.sweeps[0].actor[i] == other.actor || drive.sweeps[0].actor[i] == car.actor;
    });
    verifyScore("both cars", both, 0.97, 0.8);
    QVERIFY(both.chosen > carPoints + 20);
    f.shot("points-done");
    QVERIFY2(f.bar().statistics().contains(QLocale().toString(qulonglong(geometry::countsOf(*f.labels(0)).labeled))),
             qPrintable(f.bar().statistics()));
    QVERIFY(f.bar().statistics().contains(QLocale().toString(qulonglong(places))));

    // Class colours are on the screen.
    f.lookDown({8, 0, -1.5}, 35);
    QTRY_VERIFY(f.surface().canvas()->drawn() == f.view->source().pointsShown());
    const auto coloured = [&](const char *name) {
        const QColor wanted = f.document().schema().find(QString::fromLatin1(name))->colour;
        const QImage picture = f.surface().canvas()->grabFramebuffer();
        int count = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const QColor here = picture.pixelColor(x, y);
                count += std::abs(here.hsvHue() - wanted.hsvHue()) < 12 && here.hsvSaturation() > 60 && here.value() > 60;
            }
        return count;
    };
    QVERIFY2(coloured("road") > 2000, qPrintable(QString::number(coloured("road"))));

    const auto after = f.document().annotations();
    QCOMPARE(after.size(), std::size_t(1));
    QVERIFY(after.front().labelClass.isNull());
    for (int i = 0; i < 3; ++i)
        f.document().undo();
    QVERIFY(f.document().annotations().empty());
    QVERIFY2(f.bar().statistics().startsWith(QLatin1String("0 ")), qPrintable(f.bar().statistics()));
    QCOMPARE(coloured("road"), 0);
    f.shot("points-undone");
    for (int i = 0; i < 3; ++i)
        f.document().redo();
    QVERIFY(f.document().annotations() == after);
}

void TestScenePoints::erasesFiltersAndInstances()
{
    PointDrive drive;
    PointFixture f(drive);
    const auto car = drive.parked();
    f.useClass("car");
    f.tool(lasso);
    f.lookDown(car.cuboid.centre, 14);
    f.key(Qt::Key_I, Qt::ShiftModifier);
    QCOMPARE(f.bar().options().instance, 1U);
    f.stroke(f.round(car.cuboid, 0.6));
    const std::uint64_t labeled = geometry::countsOf(*f.labels(0)).labeled;
    QVERIFY(labeled > 50);
    // The same again changes nothing and is no step.
    f.stroke(f.round(car.cuboid, 0.6));
    QCOMPARE(f.document().pushes(), std::size_t(1));
    QVERIFY(f.host.hints.last().contains(QStringLiteral("None")));
    // A click is no outline.
    f.click(car.cuboid.centre);
    QCOMPARE(f.document().pushes(), std::size_t(1));

    // What a point is called; class and instance of it are taken by a key.
    const auto roof = [&] {
        const auto &sweep = drive.sweeps[0];
        for (std::size_t i = 0; i < sweep.positions.size(); ++i)
            if (sweep.actor[i] == car.actor)
                return geometry::Vector3{double(sweep.positions[i][0]), double(sweep.positions[i][1]),
                                         double(sweep.positions[i][2])};
        return geometry::Vector3{};
    }();
    f.click(roof, Qt::ControlModifier);
    QVERIFY2(f.surface().overlay().content().pickedText.endsWith(QStringLiteral("car · instance 1")),
             qPrintable(f.surface().overlay().content().pickedText));
    f.useClass("road");
    f.options([](sceneview::PointOptions &options) { options.instance = 0; });
    QTest::mouseMove(&f.surface(), f.screen(roof) + QPoint(1, 0));
    QTest::mouseMove(&f.surface(), f.screen(roof));
    f.key(Qt::Key_P, Qt::ShiftModifier);
    QCOMPARE(f.document().currentClass(), f.document().classNamed("car"));
    QCOMPARE(f.bar().options().instance, 1U);
    f.key(Qt::Key_I, Qt::ShiftModifier);
    QCOMPARE(f.bar().options().instance, 2U);

    // Digits choose the class even while a box is selected.
    const auto box = f.document().add(car.cuboid, "person");
    f.document().select({box.id});
    f.key(Qt::Key_4);
    QCOMPARE(f.document().currentClass(), f.document().classNamed("road"));
    QCOMPARE(f.document().annotation(box.id)->labelClass, f.document().classNamed("person"));

    // Only cars become road: the ground round the car stays as it is.
    f.options([](sceneview::PointOptions &options) {
        options.onlyClass = QStringLiteral("car");
        options.instance = 0;
    });
    f.stroke(f.round(car.cuboid, 2));
    auto counts = geometry::countsOf(*f.labels(0));
    QCOMPARE(counts.labeled, labeled);
    QCOMPARE(counts.ofClass[QStringLiteral("road")], labeled);
    QCOMPARE(geometry::largestInstance(*f.labels(0)), 0U);
    f.options([](sceneview::PointOptions &options) { options.onlyClass.clear(); });
    // Alt erases; with erasing on it labels. The last label takes the annotation with it.
    f.stroke(f.round(car.cuboid, 2), Qt::AltModifier);
    QVERIFY(!f.labels(0));
    f.document().undo();
    QCOMPARE(geometry::countsOf(*f.labels(0)).labeled, labeled);
    f.options([](sceneview::PointOptions &options) { options.erases = true; });
    f.stroke(f.round(car.cuboid, 2));
    QVERIFY(!f.labels(0));
    f.stroke(f.round(car.cuboid, 0.6), Qt::AltModifier);
    QCOMPARE(geometry::countsOf(*f.labels(0)).labeled, labeled);

    // Brush: keys and the wheel with Ctrl set it; the wheel alone goes nearer.
    f.tool(brush);
    const double radius = f.bar().options().radius;
    f.key(Qt::Key_BracketRight);
    QCOMPARE(f.bar().options().radius, radius * 1.25);
    f.key(Qt::Key_BracketLeft);
    QCOMPARE(f.bar().options().radius, radius);
    const auto wheel = [&](Qt::KeyboardModifiers modifiers) {
        const QPointF at = f.surface().rect().center();
        QWheelEvent event(at, f.surface().mapToGlobal(at), {}, {0, 120}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&f.surface(), &event);
    };
    const double distance = f.surface().camera().distance;
    wheel(Qt::ControlModifier);
    QVERIFY(f.bar().options().radius > radius);
    QCOMPARE(f.surface().camera().distance, distance);
    wheel({});
    QVERIFY(f.surface().camera().distance < distance);
    // Esc in the middle of a stroke drops it, then puts the tool away and gives the colours back.
    const std::size_t pushes = f.document().pushes();
    QTest::mousePress(&f.surface(), Qt::LeftButton, {}, f.screen(roof));
    QVERIFY(f.surface().canvas()->look().marks);
    f.key(Qt::Key_Escape);
    QVERIFY(!f.surface().canvas()->look().marks);
    QTest::mouseRelease(&f.surface(), Qt::LeftButton, {}, f.screen(roof));
    QCOMPARE(f.document().pushes(), pushes);
    QCOMPARE(f.view->currentTool(), QLatin1String(brush));
    f.key(Qt::Key_Escape);
    QCOMPARE(f.view->currentTool(), QStringLiteral("scene.tool.select"));
    QVERIFY(f.surface().canvas()->look().mode.kind == sceneview::ColourMode::Kind::Height);
    QVERIFY(f.bar().isHidden());

    // How the tools are set is kept.
    f.options([](sceneview::PointOptions &options) { options.radius = 1.75; });
    f.tool(brush);
    const QVariantMap state = f.view->saveState();
    f.tool("scene.tool.select");
    f.options([](sceneview::PointOptions &options) { options.radius = 0.1; });
    f.view->restoreState(state);
    QCOMPARE(f.view->currentTool(), QLatin1String(brush));
    QCOMPARE(f.bar().options().radius, 1.75);
    QCOMPARE(sceneview::PointOptions::fromMap({{QStringLiteral("radius"), -3}, {QStringLiteral("gap"), QStringLiteral("x")}}),
             sceneview::PointOptions());
}

void TestScenePoints::polygonsBoxesAndClusters()
{
    PointDrive drive;
    PointFixture f(drive);
    const auto car = drive.parked();
    const auto other = drive.parked(1);
    f.useClass("car");
    f.tool(polygon);
    f.lookDown(car.cuboid.centre, 14);
    const auto corners = f.round(car.cuboid, 0.35);
    for (const QPoint &corner : corners)
        QTest::mouseClick(&f.surface(), Qt::LeftButton, {}, corner);
    QCOMPARE(f.document().pushes(), std::size_t(0));
    QVERIFY(f.surface().canvas()->look().marks);
    QTest::mouseClick(&f.surface(), Qt::LeftButton, {}, corners.front() + QPoint(2, 2));
    QCOMPARE(f.document().pushes(), std::size_t(1));
    verifyScore("car by polygon, with the ground round it", f.actorScore(0, car.actor), 0.3, 0.98);
    f.document().undo();
    // A view that has moved under it ends a polygon.
    QTest::mouseClick(&f.surface(), Qt::LeftButton, {}, corners[0]);
    QTest::mouseClick(&f.surface(), Qt::LeftButton, {}, corners[1]);
    f.lookDown(car.cuboid.centre, 20);
    QTest::mouseClick(&f.surface(), Qt::LeftButton, {}, corners[2]);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("moved")));
    QVERIFY(!f.labels(0));

    // The inside of boxes, each an object of its own, of the box's class.
    f.tool("scene.tool.select");
    f.key(Qt::Key_B, Qt::ShiftModifier);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("Select a box")));
    geometry::Cuboid a = car.cuboid;
    geometry::Cuboid b = other.cuboid;
    for (geometry::Cuboid *box : {&a, &b})
        for (double &side : box->size)
            side += 0.1;
    const auto first = f.document().add(a, "car");
    const auto second = f.document().add(b, "person");
    f.document().select({first.id, second.id});
    f.useClass("road");
    f.key(Qt::Key_B, Qt::ShiftModifier);
    QCOMPARE(f.document().pushes(), std::size_t(1));  // what was undone is gone
    verifyScore("points of a box", f.actorScore(0, car.actor), 0.9, 0.95);
    verifyScore("points of another", f.actorScore(0, other.actor, "person"), 0.9, 0.95);
    QCOMPARE(geometry::largestInstance(*f.labels(0)), 2U);
    f.document().undo();
    QVERIFY(!f.labels(0));

    // What hangs together.
    f.tool(cluster);
    f.useClass("car");
    f.lookDown(car.cuboid.centre, 14);
    const auto &sweep = drive.sweeps[0];
    geometry::Vector3 highest{0, 0, -10};
    for (std::size_t i = 0; i < sweep.positions.size(); ++i)
        if (sweep.actor[i] == car.actor && double(sweep.positions[i][2]) > highest[2])
            highest = {double(sweep.positions[i][0]), double(sweep.positions[i][1]), double(sweep.positions[i][2])};
    f.click(highest);
    QCOMPARE(f.document().pushes(), std::size_t(1));
    verifyScore("car by cluster", f.actorScore(0, car.actor), 0.97, 0.8);
    f.shot("points-cluster");
    f.lookDown(f.onGround(6, 0), 14);
    f.click(f.onGround(6, 0));
    QVERIFY2(f.host.hints.last().contains(QStringLiteral("ground")), qPrintable(f.host.hints.last()));
    QCOMPARE(f.document().pushes(), std::size_t(1));
}

void TestScenePoints::hiddenPointsStayOut()
{
    PointDrive drive;
    PointFixture f(drive);
    const auto car = drive.parked();
    // From beside the sensor's line, low: behind the car lie the pavement and a house.
    sceneview::ViewCamera camera = f.surface().camera();
    camera.parallel = false;
    camera.target = car.cuboid.centre;
    camera.yaw = std::atan2(car.cuboid.centre[1], car.cuboid.centre[0]) + 0.3;
    camera.pitch = -0.1;
    camera.distance = 4.5;
    f.surface().setCamera(camera);
    f.useClass("car");
    f.tool(lasso);
    const auto chosen = [&](bool seenOnly) {
        f.options([&](sceneview::PointOptions &options) { options.seenOnly = seenOnly; });
        double left = 1e9;
        double top = 1e9;
        double right = -1e9;
        double bottom = -1e9;
        for (const auto &corner : geometry::cornersOf(car.cuboid)) {
            const QPoint at = f.screen(corner);
            left = std::min(left, double(at.x()));
            right = std::max(right, double(at.x()));
            top = std::min(top, double(at.y()));
            bottom = std::max(bottom, double(at.y()));
        }
        f.stroke({{int(left), int(top)}, {int(right), int(top)}, {int(right), int(bottom)}, {int(left), int(bottom)}}, {},
                 seenOnly ? "points-seen" : "points-through");
        const Score score = f.actorScore(0, car.actor);
        f.document().undo();
        return score;
    };
    const Score through = chosen(false);
    const Score seen = chosen(true);
    verifyScore("everything behind the outline", through, 0, 0.95);
    verifyScore("only what is seen", seen, through.precision, 0.9);
}

void TestScenePoints::reachesEverySweep()
{
    PointDrive drive(4);
    PointFixture f(drive);
    const auto car = drive.parked();
    f.key(Qt::Key_A, Qt::ShiftModifier);
    QVERIFY(f.bar().options().allSweeps);
    f.useClass("road");
    f.tool(ground);
    f.options([](sceneview::PointOptions &options) { options.height = 0.08; });
    f.lookDown({8, 0, -1.5}, 35);
    f.click(f.onGround(6, 0));
    QTRY_COMPARE(f.document().pushes(), std::size_t(1));
    QCOMPARE(f.document().annotations().size(), std::size_t(4));
    for (int frame = 0; frame < 4; ++frame)
        verifyScore("ground", f.groundScore(frame), 0.95, 0.9);

    f.useClass("car");
    f.tool(lasso);
    f.options([](sceneview::PointOptions &options) { options.onlyUnlabeled = true; });
    f.lookDown(car.cuboid.centre, 14);
    f.stroke(f.round(car.cuboid, 0.35));
    QTRY_COMPARE(f.document().pushes(), std::size_t(2));
    for (int frame = 0; frame < 4; ++frame)
        verifyScore("parked car", f.actorScore(frame, car.actor), 0.9, 0.8);
    f.document().setFrame(3);
    f.waitForPoints();
    f.shot("points-carried");

    // From a frame in the middle, with a brush: carried both ways.
    f.document().setFrame(2);
    f.waitForPoints();
    f.tool(brush);
    f.useClass("building");
    f.options([](sceneview::PointOptions &options) { options.radius = 2; });
    geometry::Vector3 wall{};
    const auto &sweep = drive.sweeps[2];
    double nearest = 1e9;
    for (std::size_t i = 0; i < sweep.positions.size(); ++i) {
        const auto &p = sweep.positions[i];
        const double off = std::abs(double(p[0]) - 5);
        if (sweep.ground[i] == 0 && sweep.actor[i] < 0 && p[1] > 8 && p[2] > 0 && off < nearest) {
            nearest = off;
            wall = {double(p[0]), double(p[1]), double(p[2])};
        }
    }
    f.lookDown(wall, 14);
    const QPoint at = f.screen(wall);
    f.stroke({at, at + QPoint(3, 0)});
    QTRY_COMPARE(f.document().pushes(), std::size_t(3));
    for (int frame = 0; frame < 4; ++frame)
        verifyScore("wall",
                    f.score(frame, "building",
                            [&](std::size_t i) {
                                return drive.sweeps[std::size_t(frame)].ground[i] == 0
                                       && drive.sweeps[std::size_t(frame)].actor[i] < 0;
                            }),
                    0.95, 0.001);

    const auto after = f.document().annotations();
    for (int i = 0; i < 3; ++i)
        f.document().undo();
    QVERIFY(f.document().annotations().empty());
    for (int i = 0; i < 3; ++i)
        f.document().redo();
    QVERIFY(f.document().annotations() == after);

    // Esc stops it: nothing changes. What is changed in between is not overwritten.
    f.options([](sceneview::PointOptions &options) { options.onlyUnlabeled = false; });
    f.stroke({at, at + QPoint(3, 0)}, Qt::AltModifier);
    QVERIFY(f.view->points().isWorking());
    f.key(Qt::Key_Escape);
    QTRY_VERIFY(!f.view->points().isWorking());
    QVERIFY(f.document().annotations() == after);
    f.stroke({at, at + QPoint(3, 0)}, Qt::AltModifier);
    f.document().undo();
    QTRY_VERIFY(!f.view->points().isWorking());
    QVERIFY2(f.host.hints.last().contains(QStringLiteral("meanwhile")), qPrintable(f.host.hints.last()));
    QVERIFY(f.document().annotations() != after);

    // A sweep that is gone is named; the others are labeled.
    f.document().redo();
    QVERIFY(QFile::remove(drive.folder.filePath(QStringLiteral("000000.bin"))));
    f.stroke({at, at + QPoint(3, 0)}, Qt::AltModifier);
    QTRY_COMPARE(f.document().pushes(), std::size_t(4));
    QVERIFY2(f.host.hints.last().contains(QStringLiteral("000000.bin")), qPrintable(f.host.hints.last()));
    QVERIFY(f.score(0, "building", [](std::size_t) { return true; }).chosen > 0);
    QCOMPARE(f.score(1, "building", [](std::size_t) { return true; }).chosen, std::uint64_t(0));
}

void TestScenePoints::largeCloudsAreLabeledWhole()
{
    PointDrive drive(1);
    const auto car = drive.parked();
    std::vector<model::Annotation> wanted;
    for (const bool large : {false, true}) {
        PointFixture f(drive, large ? sceneview::CloudLimits{5000, 3000, 6000, 100'000} : sceneview::CloudLimits(), large);
        if (large) {
            QTRY_VERIFY(f.view->source().isLarge());
            QTRY_VERIFY(!f.view->source().isRefining());
            QVERIFY(f.view->source().pointsShown() < drive.sweeps[0].positions.size());
        }
        f.useClass("car");
        f.tool(lasso);
        f.lookDown(car.cuboid.centre, 14);
        f.stroke(f.round(car.cuboid, 0.35));
        QTRY_COMPARE(f.document().pushes(), std::size_t(1));
        QVERIFY(f.actorScore(0, car.actor).recall > 0.98);
        if (wanted.empty()) {
            wanted = f.document().annotations();
            continue;
        }
        QVERIFY(f.document().annotations().front().geometry == wanted.front().geometry);
        // Pieces of the octree are coloured by the same labels, whichever are shown.
        for (const auto &piece : f.view->source().pieces())
            QCOMPARE(piece->indices.size(), piece->size());
        QVERIFY(f.bar().statistics().contains(QLocale().toString(qulonglong(drive.sweeps[0].positions.size()))));
        f.shot("points-large");
        f.document().undo();
        QVERIFY(f.document().annotations().empty());
    }
}

void TestScenePoints::saysWhyNot()
{
    PointDrive drive(2);
    PointFixture f(drive);
    const auto car = drive.parked();
    f.tool(lasso);
    f.lookDown(car.cuboid.centre, 14);
    const auto tried = [&](const char *word) {
        f.stroke(f.round(car.cuboid, 0.35));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        QVERIFY2(f.host.hints.last().contains(QLatin1String(word)), qPrintable(f.host.hints.last()));
    };
    f.document().open = false;
    tried("submitted");
    f.document().open = true;
    for (model::LabelClass &labelClass : f.document().mutableSchema().classes)
        if (labelClass.name == QLatin1String("person"))
            labelClass.geometries = {QStringLiteral("cuboid")};
    f.useClass("person");
    tried("cuboid");
    f.document().setCurrentClass({});
    tried("class");
    f.useClass("car");
    // Labels that came with another number of points.
    const auto strange = f.document().add(geometry::unlabeledPoints(12, QStringLiteral("lidar")));
    tried("another number");
    QVERIFY(f.bar().statistics().contains(QStringLiteral("another number")));
    f.document().change(strange.id, [](model::Annotation &a) { a.geometry = geometry::PointLabels{{}, {}, {{7, 3}}, {}}; });
    tried("another number");

    // A prediction of somebody's network is where work begins; touching it accepts it.
    const std::uint64_t places = drive.sweeps[0].positions.size();
    f.document().change(strange.id, [](model::Annotation &a) { a.frame->index = 1; });
    geometry::PointLabels guess = geometry::unlabeledPoints(places, QStringLiteral("lidar"));
    guess.classes = {QStringLiteral("road")};
    const auto prediction = f.document().addPrediction(guess, 0.5);
    QVERIFY(f.bar().statistics().startsWith(QLocale().toString(qulonglong(places))));
    f.stroke(f.round(car.cuboid, 0.35));
    QCOMPARE(f.document().pushes(), std::size_t(1));
    QCOMPARE(f.document().annotation(prediction.id)->verdict, model::Verdict::Accepted);
    const model::Annotation &own = f.document().annotations().back();
    QCOMPARE(own.parent, prediction.id);
    QCOMPARE(geometry::countsOf(std::get<geometry::PointLabels>(own.geometry)).labeled, places);
    f.document().undo();
    QCOMPARE(f.document().annotation(prediction.id)->verdict, model::Verdict::None);

    // Without the vehicle's way nothing is carried.
    for (model::SceneFrame &frame : drive.scene.frames)
        frame.world_from_ego.reset();
    f.document().shownScene = drive.scene;
    f.key(Qt::Key_A, Qt::ShiftModifier);
    QVERIFY(!f.bar().options().allSweeps);
}

void TestScenePoints::pointsStandOutWhileDrawing()
{
    PointDrive drive(1, 64, 2100);
    PointFixture f(drive);
    QVERIFY(drive.sweeps[0].positions.size() > 110'000);
    f.useClass("road");
    f.lookDown({8, 0, -1.5}, 35);
    for (const char *tool : {brush, lasso}) {
        f.tool(tool);
        QPoint at = f.screen(f.onGround(6, -3));
        QTest::mouseMove(&f.surface(), at);
        QTest::mousePress(&f.surface(), Qt::LeftButton, {}, at);
        std::uint64_t before = 0;
        constexpr int moves = 20;
        const std::clock_t start = std::clock();
        for (int i = 0; i < moves; ++i) {
            at += tool == brush ? QPoint(0, -6) : QPoint(i < moves / 2 ? 12 : -4, i < moves / 2 ? 3 : -12);
            QMouseEvent event(QEvent::MouseMove, at, f.surface().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&f.surface(), &event);
            const auto &marks = f.surface().canvas()->look().marks;
            const std::uint64_t now = marks ? marks->points.count() : 0;
            QVERIFY(tool == lasso || now >= before);
            before = now;
        }
        qInfo("%s: %.2f ms of processor time a move over %zu points", tool,
              double(std::clock() - start) * 1e3 / CLOCKS_PER_SEC / moves, drive.sweeps[0].positions.size());
        QVERIFY(before > 100);
        QTest::mouseRelease(&f.surface(), Qt::LeftButton, {}, at);
        // What stood out at the end is what was labeled.
        QCOMPARE(geometry::countsOf(*f.labels(0)).labeled, before);
        f.document().undo();
    }
}

QTEST_MAIN(TestScenePoints)
#include "tst_scenepoints.moc"
