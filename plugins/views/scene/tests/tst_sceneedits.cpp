// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/tests/scenefixture.h"

#include <QAbstractScrollArea>

#include "tests/support/verify.h"
#include "widgets/theme/theme.h"

using namespace plumbline;
using namespace plumbline::test;
using sceneview::SidePlane;

namespace {

// Into a view from above over a place.
void lookDown(SceneFixture &f, double x, double y, double distance = 25)
{
    f.view->trigger(QStringLiteral("scene.view.top"));
    sceneview::ViewCamera camera = f.surface().camera();
    camera.target = {x, y, -1};
    camera.distance = distance;
    f.surface().setCamera(camera);
}

void dragSide(sceneview::SideView &view, QPointF from, QPointF to)
{
    const auto send = [&](QEvent::Type type, QPointF at) {
        const bool moves = type == QEvent::MouseMove;
        QMouseEvent event(type, at, view.mapToGlobal(at), moves ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    };
    send(QEvent::MouseButtonPress, from);
    send(QEvent::MouseMove, (from + to) / 2);
    send(QEvent::MouseMove, to);
    send(QEvent::MouseButtonRelease, to);
}

}  // namespace

/// Work with boxes in the view of scenes: each gesture one push, undone and redone exactly.
class TestSceneEdits : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::applyTheme(*qApp, theme::darkTheme()); }
    void drawsByDragAndByClick();
    void selectsAndRevealsBoxes();
    void keysChangeEveryFreedom();
    void sideViewsHaveHandles();
    void fitsFlipsAndStands();
    void copiesAlongWithTheVehicle();
    void ghostsBecomeKeyframes();
    void aKeyMakesKeyframes();
    void predictionsAreAcceptedByTouch();
    void classOfATrack();
    void camerasShowAndSelect();
    void mouseMovesTheCamera();
    void framesByKeys();
    void closedTasksStayAsTheyAre();
    void stateIsKept();
    void looksRightInTheLight();
};

void TestSceneEdits::drawsByDragAndByClick()
{
    GeneratedStreet street;
    SceneFixture f(street);
    const auto cars = street.cars(0);
    lookDown(f, 12, 3);
    f.key(Qt::Key_C);
    QCOMPARE(f.view->currentTool(), QStringLiteral("scene.tool.cuboid"));
    // From the back right corner to the front left one of the second car, which heads along +x.
    const auto &car = cars[1];
    f.drag(f.screen({car.centre[0] - 2.2, car.centre[1] - 1, -1.8}), f.screen({car.centre[0] + 2.2, car.centre[1] + 1, -1.8}));
    QCOMPARE(f.document().pushes(), std::size_t(1));
    const AnnotationId drawn = f.document().annotations().back().id;
    auto cuboid = f.cuboidOf(drawn);
    auto off = geometry::differenceOf(cuboid, car);
    QVERIFY2(off.centreMetres < 0.15, qPrintable(QString::number(off.centreMetres)));
    QVERIFY(off.headingRadians < 1e-6);
    QVERIFY2(std::abs(off.faceMetres[4]) < 0.1 && std::abs(off.faceMetres[5]) < 0.1,
             "bottom on the ground, top at the highest point");
    QCOMPARE(cuboid.coordinateFrame, QStringLiteral("lidar"));
    QVERIFY(f.document().selection().contains(drawn));
    QVERIFY(f.document().annotation(drawn)->frame);
    QCOMPARE(f.document().annotation(drawn)->frame->index, std::int64_t(0));
    f.shot("draw");

    // A click on an object is enough.
    f.document().mutableSchema().classes.front().convention.sizePriorMetres = std::array<double, 3>{4.4, 1.8, 1.5};
    f.click(f.screen({cars[0].centre[0] - 1, cars[0].centre[1] - 0.7, -0.4}));
    QCOMPARE(f.document().pushes(), std::size_t(2));
    cuboid = f.cuboidOf(f.document().annotations().back().id);
    QVERIFY2(geometry::cuboidIou(cuboid, cars[0]) > 0.8, qPrintable(QString::number(geometry::cuboidIou(cuboid, cars[0]))));
    // Nothing is there.
    f.click(f.screen({20, -6, -1.8}));
    QCOMPARE(f.document().pushes(), std::size_t(2));
    QVERIFY(!f.host.hints.isEmpty());
    f.key(Qt::Key_Escape);
    QCOMPARE(f.view->currentTool(), QStringLiteral("scene.tool.select"));

    const auto after = f.document().annotations();
    f.document().undo();
    f.document().undo();
    QVERIFY(f.document().annotations().empty());
    QVERIFY(f.view->boxes().empty());
    f.document().redo();
    f.document().redo();
    QVERIFY(f.document().annotations() == after);
}

void TestSceneEdits::selectsAndRevealsBoxes()
{
    GeneratedStreet street;
    SceneFixture f(street);
    std::vector<AnnotationId> ids;
    for (const geometry::Cuboid &car : street.cars(0))
        ids.push_back(f.document().add(car).id);
    f.click(f.screen(street.cars(0)[1].centre));
    QCOMPARE(f.document().selection(), (QSet<AnnotationId>{ids[1]}));
    f.click(f.screen(street.cars(0)[0].centre), Qt::ShiftModifier);
    QCOMPARE(f.document().selection().size(), 2);
    f.click(QPoint(30, 60));
    QVERIFY(f.document().selection().isEmpty());
    f.key(Qt::Key_Tab);
    QCOMPARE(f.document().selection(), (QSet<AnnotationId>{ids[0]}));
    f.key(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(f.document().selection(), (QSet<AnnotationId>{ids[2]}));

    // One of another frame, out of sight.
    const auto far = f.document().add(street.cars(3)[2]);
    f.document().change(far.id, [&](model::Annotation &a) { a.frame = f.document().frameRef(3); });
    QCOMPARE(f.view->boxes().size(), std::size_t(3));
    lookDown(f, -40, -40, 3);
    f.view->reveal(far.id);
    QCOMPARE(f.document().frame(), std::int64_t(3));
    QVERIFY(f.surface().rect().contains(f.screen(street.cars(3)[2].centre)));
    // A filter hides, H hides all.
    f.document().setMarks({{far.id}, {}});
    QVERIFY(f.view->boxes().empty());
    f.key(Qt::Key_H);
    QVERIFY(!f.surface().overlay().content().boxesShown);
    QCOMPARE(f.document().pushes(), std::size_t(0));
}

void TestSceneEdits::keysChangeEveryFreedom()
{
    GeneratedStreet street;
    SceneFixture f(street);
    const auto car = street.cars(0)[0];
    const AnnotationId id = f.document().add(car).id;
    f.document().select({id});
    const auto expect = [&](Qt::Key key, Qt::KeyboardModifiers modifiers, std::size_t what, double by, bool size) {
        const auto before = f.cuboidOf(id);
        const std::size_t pushes = f.document().pushes();
        f.key(key, modifiers);
        QCOMPARE(f.document().pushes(), pushes + 1);
        const auto after = f.cuboidOf(id);
        if (size) {
            QVERIFY(std::abs(after.size[what] - before.size[what] - by) < 1e-9);
            return;
        }
        geometry::Vector3 step{};
        step[what] = by;
        const auto wanted = geometry::transformed(geometry::poseOf(before), step);
        for (std::size_t axis = 0; axis < 3; ++axis)
            QVERIFY(std::abs(after.centre[axis] - wanted[axis]) < 1e-9);
    };
    expect(Qt::Key_Up, Qt::AltModifier, 0, 0.1, false);
    expect(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier, 0, -0.01, false);
    expect(Qt::Key_Left, Qt::AltModifier, 1, 0.1, false);
    expect(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier, 1, -0.01, false);
    expect(Qt::Key_PageUp, Qt::AltModifier, 2, 0.1, false);
    expect(Qt::Key_Home, Qt::ControlModifier, 0, 0.1, true);
    expect(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier, 1, -0.01, true);
    expect(Qt::Key_PageUp, Qt::ControlModifier, 2, 0.1, true);
    const double yaw = geometry::yawOf(f.cuboidOf(id).rotation);
    f.key(Qt::Key_Home, Qt::AltModifier);
    QVERIFY(std::abs(geometry::yawOf(f.cuboidOf(id).rotation) - yaw - 5 * std::numbers::pi / 180) < 1e-9);
    f.key(Qt::Key_End, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(std::abs(geometry::yawOf(f.cuboidOf(id).rotation) - yaw - 4.5 * std::numbers::pi / 180) < 1e-9);
    f.view->trigger(QStringLiteral("scene.box.noseDown"));
    f.view->trigger(QStringLiteral("scene.box.rollRight"));
    QVERIFY(std::abs(f.cuboidOf(id).rotation[0]) > 1e-4 && std::abs(f.cuboidOf(id).rotation[1]) > 1e-3);
    const auto changed = f.cuboidOf(id);
    const std::size_t pushes = f.document().pushes();
    for (std::size_t i = 0; i < pushes; ++i)
        f.document().undo();
    QVERIFY(f.cuboidOf(id) == car);
    for (std::size_t i = 0; i < pushes; ++i)
        f.document().redo();
    QVERIFY(f.cuboidOf(id) == changed);
    f.key(Qt::Key_Delete);
    QVERIFY(f.document().annotations().empty());
}

void TestSceneEdits::sideViewsHaveHandles()
{
    GeneratedStreet street;
    SceneFixture f(street);
    const auto car = street.cars(0)[0];
    const AnnotationId id = f.document().add(car).id;
    f.document().select({id});
    auto &top = f.view->sides().view(SidePlane::Top);
    // The front face half a metre on: while the mouse is down nothing is stored.
    const QPointF face = top.toScreen({car.size[0] / 2, 0});
    const QPointF target = top.toScreen({car.size[0] / 2 + 0.5, 0.3});
    dragSide(top, face, target);
    QCOMPARE(f.document().pushes(), std::size_t(1));
    auto off = geometry::differenceOf(f.cuboidOf(id), car);
    QVERIFY(std::abs(off.faceMetres[1] - 0.5) < 0.02);
    QVERIFY(std::abs(off.faceMetres[0]) < 1e-9 && std::abs(off.faceMetres[2]) < 1e-9);
    // The corner of the side view: front and top.
    auto &side = f.view->sides().view(SidePlane::Side);
    auto before = f.cuboidOf(id);
    dragSide(side, side.toScreen({before.size[0] / 2, before.size[2] / 2}),
             side.toScreen({before.size[0] / 2 - 0.2, before.size[2] / 2 + 0.3}));
    QVERIFY(std::abs(f.cuboidOf(id).size[2] - before.size[2] - 0.3) < 0.02);
    QVERIFY(std::abs(f.cuboidOf(id).size[0] - before.size[0] + 0.2) < 0.02);
    // Inside: it moves across and up.
    auto &front = f.view->sides().view(SidePlane::Front);
    before = f.cuboidOf(id);
    dragSide(front, front.toScreen({0, 0}), front.toScreen({0.4, 0.2}));
    QVERIFY(f.cuboidOf(id).size == before.size);
    QVERIFY(std::abs(f.cuboidOf(id).centre[2] - before.centre[2] - 0.2) < 0.02);
    // The knob turns.
    before = f.cuboidOf(id);
    const double knob = before.size[0] / 2 + top.knobMetres();
    dragSide(top, top.toScreen({knob, 0}), top.toScreen({knob * std::cos(0.3), knob * std::sin(0.3)}));
    QVERIFY(std::abs(geometry::yawOf(f.cuboidOf(id).rotation) - geometry::yawOf(before.rotation) - 0.3) < 0.02);
    QCOMPARE(f.document().pushes(), std::size_t(4));
    // There and back again is nothing.
    dragSide(top, top.toScreen({0, 0}), top.toScreen({0, 0}));
    QCOMPARE(f.document().pushes(), std::size_t(4));
    for (int i = 0; i < 4; ++i)
        f.document().undo();
    QVERIFY(f.cuboidOf(id) == car);

    // From above the selected box is moved in the scene itself.
    lookDown(f, 12, 3);
    f.drag(f.screen(car.centre), f.screen({car.centre[0] + 1, car.centre[1] - 2, car.centre[2]}));
    QVERIFY(std::abs(f.cuboidOf(id).centre[0] - car.centre[0] - 1) < 0.1);
    QVERIFY(std::abs(f.cuboidOf(id).centre[1] - car.centre[1] + 2) < 0.1);
    QCOMPARE(f.cuboidOf(id).centre[2], car.centre[2]);
}

void TestSceneEdits::fitsFlipsAndStands()
{
    GeneratedStreet street;
    SceneFixture f(street);
    const auto car = street.cars(0)[0];
    auto rough = car;
    rough.centre[0] += 0.3;
    rough.centre[2] += 0.6;
    rough.rotation = geometry::rotationFromYaw(0.25);
    const AnnotationId id = f.document().add(rough).id;
    f.document().select({id});
    f.key(Qt::Key_W);
    const auto standing = f.cuboidOf(id);
    QVERIFY(std::abs(standing.centre[2] - standing.size[2] / 2 + GeneratedStreet::lidarHeight) < 0.06);
    f.document().mutableSchema().classes.front().convention.sizePriorMetres = car.size;
    f.key(Qt::Key_J);
    const auto fitted = f.cuboidOf(id);
    QVERIFY2(geometry::cuboidIou(fitted, car) > 0.85, qPrintable(QString::number(geometry::cuboidIou(fitted, car))));
    f.key(Qt::Key_Q);
    QVERIFY(std::abs(std::abs(geometry::wrappedAngle(geometry::yawOf(f.cuboidOf(id).rotation) - geometry::yawOf(fitted.rotation)))
                     - std::numbers::pi)
            < 1e-6);
    QCOMPARE(f.document().pushes(), std::size_t(3));
    for (int i = 0; i < 3; ++i)
        f.document().undo();
    QVERIFY(f.cuboidOf(id) == rough);
}

void TestSceneEdits::copiesAlongWithTheVehicle()
{
    GeneratedStreet street;
    SceneFixture f(street);
    const AnnotationId first = f.document().add(street.cars(0)[0]).id;
    f.document().select({first});
    const auto before = f.document().annotations();
    f.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document().frame(), std::int64_t(1));
    QCOMPARE(f.document().pushes(), std::size_t(1));
    QCOMPARE(f.document().tracks().size(), std::size_t(1));
    const AnnotationId second = *f.document().selection().begin();
    QVERIFY(second != first);
    // The first car stands: carried along it lies on itself.
    QVERIFY(geometry::cuboidIou(f.cuboidOf(second), street.cars(1)[0]) > 0.999);
    QCOMPARE(f.document().annotation(second)->track, f.document().tracks().front().id);
    QCOMPARE(f.document().annotation(first)->track, f.document().tracks().front().id);
    QCOMPARE(int(f.document().annotation(second)->origin.kind), int(model::OriginKind::Propagated));
    f.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document().tracks().size(), std::size_t(1));
    QCOMPARE(f.document().annotations().size(), std::size_t(3));
    // Where the track has a keyframe it stays.
    f.key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document().annotations().size(), std::size_t(3));
    QVERIFY(f.document().selection().contains(second));
    QCOMPARE(f.document().frame(), std::int64_t(1));
    f.document().undo();
    f.document().undo();
    QVERIFY(f.document().annotations() == before);
    QVERIFY(f.document().tracks().empty());
    f.document().redo();
    QCOMPARE(f.document().tracks().size(), std::size_t(1));
    f.document().setFrame(4);
    f.document().select({});
    f.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("last frame")));
}

void TestSceneEdits::ghostsBecomeKeyframes()
{
    GeneratedStreet street;
    SceneFixture f(street);
    // The second car drives evenly: its first and last place give all between.
    const AnnotationId first = f.document().add(street.cars(0)[1]).id;
    f.document().select({first});
    f.view->trigger(QStringLiteral("scene.copyNext"));
    const AnnotationId moved = *f.document().selection().begin();
    f.document().change(moved, [&](model::Annotation &a) {
        a.frame = f.document().frameRef(4);
        a.geometry = street.cars(4)[1];
    });
    f.document().setFrame(2);
    QCOMPARE(f.view->boxes().size(), std::size_t(1));
    QVERIFY(f.view->boxes()[0].ghost);
    QVERIFY(geometry::cuboidIou(f.view->boxes()[0].cuboid, street.cars(2)[1]) > 0.999);
    f.waitForPoints();
    f.shot("ghost");
    lookDown(f, 12, -2);
    f.click(f.screen(street.cars(2)[1].centre));
    QCOMPARE(f.document().annotations().size(), std::size_t(3));
    QVERIFY(!f.view->boxes()[0].ghost);
    QCOMPARE(f.document().annotations().back().track, f.document().tracks().front().id);
    f.key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(f.document().frame(), std::int64_t(4));
    f.key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(f.document().frame(), std::int64_t(2));
    f.document().undo();
    QVERIFY(f.view->boxes()[0].ghost);
}

void TestSceneEdits::aKeyMakesKeyframes()
{
    GeneratedStreet street;
    SceneFixture f(street);
    // The second car drives evenly: two places say where it is later.
    const AnnotationId first = f.document().add(street.cars(0)[1]).id;
    f.document().select({first});
    f.key(Qt::Key_K);
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
    QVERIFY(f.host.hints.last().contains(QStringLiteral("another frame")));
    f.key(Qt::Key_Right);
    f.key(Qt::Key_K);
    QCOMPARE(f.document().pushes(), std::size_t(1));
    QCOMPARE(f.document().tracks().size(), std::size_t(1));
    AnnotationId made = *f.document().selection().begin();
    QVERIFY2(geometry::differenceOf(f.cuboidOf(made), street.cars(1)[1]).centreMetres > 1.9, "nothing says yet that it drives");
    f.document().change(made, [&](model::Annotation &a) { a.geometry = street.cars(1)[1]; });
    for (int i = 0; i < 3; ++i)
        f.key(Qt::Key_Right);
    QVERIFY(f.view->boxes().empty());
    f.key(Qt::Key_K);
    made = *f.document().selection().begin();
    QCOMPARE(f.document().annotation(made)->frame->index, std::int64_t(4));
    QCOMPARE(f.document().annotation(made)->track, f.document().tracks().front().id);
    QVERIFY(geometry::cuboidIou(f.cuboidOf(made), street.cars(4)[1]) > 0.999);
    // Between two key frames: what is drawn there.
    f.key(Qt::Key_Left);
    f.key(Qt::Key_Left);
    QVERIFY(f.view->boxes()[0].ghost);
    const auto ghost = f.view->boxes()[0].cuboid;
    f.key(Qt::Key_K);
    QVERIFY(!f.view->boxes()[0].ghost);
    QVERIFY(geometry::cuboidIou(f.cuboidOf(*f.document().selection().begin()), ghost) > 0.999);
    // A frame between leaves the track selected: keys walk on along it.
    f.key(Qt::Key_Right);
    QVERIFY(f.view->boxes()[0].ghost);
    f.key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(f.document().frame(), std::int64_t(4));
    QVERIFY(f.document().selection().contains(made));
    // What is worked on stays in sight.
    QVERIFY(f.surface().rect().contains(f.screen(f.cuboidOf(made).centre)));
    lookDown(f, -40, 30, 10);
    QVERIFY(!f.surface().rect().contains(f.screen(f.cuboidOf(made).centre)));
    f.key(Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(f.surface().rect().contains(f.screen(f.cuboidOf(*f.document().selection().begin()).centre)));
    f.document().undo();
    QCOMPARE(f.document().annotations().size(), std::size_t(3));
    f.document().select({});
    f.key(Qt::Key_K);
    QVERIFY(f.host.hints.last().startsWith(QStringLiteral("Select a box")));
}

void TestSceneEdits::predictionsAreAcceptedByTouch()
{
    GeneratedStreet street;
    SceneFixture f(street);
    const AnnotationId prediction = f.document().addPrediction(street.cars(0)[0], 0.7).id;
    f.document().select({prediction});
    f.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(f.document().annotations().size(), std::size_t(2));
    QCOMPARE(int(f.document().annotation(prediction)->verdict), int(model::Verdict::Accepted));
    const model::Annotation copy = *f.document().annotation(*f.document().selection().begin());
    QCOMPARE(copy.parent, prediction);
    QCOMPARE(copy.layer, f.document().layer);
    QCOMPARE(f.view->boxes().size(), std::size_t(1));
    f.document().undo();
    f.document().select({prediction});
    f.key(Qt::Key_X);
    QVERIFY(f.view->boxes().empty());
    f.document().undo();
    f.document().select({prediction});
    f.key(Qt::Key_Y);
    QVERIFY(f.cuboidOf(*f.document().selection().begin()) == street.cars(0)[0]);
    f.key(Qt::Key_U);
    QVERIFY(f.document().annotation(*f.document().selection().begin())->unsure);
    f.key(Qt::Key_I);
    QCOMPARE(int(f.document().annotation(*f.document().selection().begin())->role), int(model::Role::Ignore));
}

void TestSceneEdits::classOfATrack()
{
    GeneratedStreet street;
    SceneFixture f(street);
    f.document().select({f.document().add(street.cars(0)[0]).id});
    f.view->trigger(QStringLiteral("scene.copyNext"));
    f.view->trigger(QStringLiteral("scene.class.2"));
    for (const model::Annotation &annotation : f.document().annotations())
        QCOMPARE(annotation.labelClass, f.document().classNamed("person"));
    QCOMPARE(f.document().tracks().front().labelClass, f.document().classNamed("person"));
    QCOMPARE(f.document().pushes(), std::size_t(2));
    f.document().undo();
    QCOMPARE(f.document().tracks().front().labelClass, f.document().classNamed("car"));
    f.document().select({});
    f.view->trigger(QStringLiteral("scene.class.3"));
    QCOMPARE(f.document().currentClass(), f.document().classNamed("bicycle"));
}

void TestSceneEdits::camerasShowAndSelect()
{
    GeneratedStreet street;
    SceneFixture f(street);
    std::vector<AnnotationId> ids;
    for (const geometry::Cuboid &car : street.cars(0))
        ids.push_back(f.document().add(car).id);
    QCOMPARE(f.view->cameras().views().size(), std::size_t(1));
    auto *camera = f.view->cameras().views().front();
    QTRY_VERIFY(!camera->shot().picture.isNull());
    QCOMPARE(camera->shot().offsetMicroseconds, std::int64_t(20'000));
    QCOMPARE(camera->toolTip(), QStringLiteral("front  +20 ms"));
    const auto at = camera->screenOf(street.cars(0)[1].centre);
    QVERIFY(at && camera->rect().contains(at->toPoint()));
    QTest::mouseClick(camera, Qt::LeftButton, {}, at->toPoint());
    QCOMPARE(f.document().selection(), (QSet<AnnotationId>{ids[1]}));
    f.view->trigger(QStringLiteral("scene.view.cameraPoints"));
    QVERIFY(camera->pointsSeen() > 1000);
    f.shot("cameras");
    f.view->trigger(QStringLiteral("scene.view.cameras"));
    QVERIFY(f.view->cameras().isHidden());
    QVERIFY(!camera->screenOf({-20, 0, 0}));
}

void TestSceneEdits::mouseMovesTheCamera()
{
    GeneratedStreet street;
    SceneFixture f(street);
    const auto start = f.surface().camera();
    f.drag(QPoint(300, 300), QPoint(380, 320));
    QVERIFY(f.surface().camera().yaw != start.yaw && f.surface().camera().target == start.target);
    auto before = f.surface().camera();
    f.drag(QPoint(300, 300), QPoint(380, 320), Qt::MiddleButton);
    QVERIFY(f.surface().camera().yaw == before.yaw && f.surface().camera().target != before.target);
    before = f.surface().camera();
    QWheelEvent wheel(QPointF(300, 300), f.surface().mapToGlobal(QPointF(300, 300)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&f.surface(), &wheel);
    QVERIFY(f.surface().camera().distance < before.distance);
    // W flies only while the right button is held.
    before = f.surface().camera();
    f.key(Qt::Key_W);
    QVERIFY(f.surface().camera() == before);
    QTest::mousePress(&f.surface(), Qt::RightButton, {}, QPoint(300, 300));
    QTest::keyPress(&f.surface(), Qt::Key_W);
    QTRY_VERIFY(sceneview::dot(sceneview::minus(f.surface().camera().eye(), before.eye()), before.forward()) > 0.2);
    QTest::keyRelease(&f.surface(), Qt::Key_W);
    QTest::mouseRelease(&f.surface(), Qt::RightButton, {}, QPoint(300, 300));
    before = f.surface().camera();
    QTest::qWait(60);
    QVERIFY(f.surface().camera() == before);
    QCOMPARE(f.document().pushes(), std::size_t(0));
    f.key(Qt::Key_T, Qt::ShiftModifier);
    QVERIFY(f.surface().camera().parallel);
    f.key(Qt::Key_V, Qt::ShiftModifier);
    f.key(Qt::Key_F);
    QVERIFY(!f.surface().camera().parallel);
    // A click on a point says what it is.
    f.click(f.screen({street.cars(0)[0].centre[0], street.cars(0)[0].centre[1], -0.3}));
    QVERIFY(f.surface().overlay().content().pickedText.contains(QStringLiteral("intensity")));
}

void TestSceneEdits::framesByKeys()
{
    GeneratedStreet street(14);
    SceneFixture f(street);
    f.key(Qt::Key_Right);
    QCOMPARE(f.document().frame(), std::int64_t(1));
    f.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(f.document().frame(), std::int64_t(11));
    f.key(Qt::Key_Left);
    QCOMPARE(f.document().frame(), std::int64_t(10));
    f.key(Qt::Key_Left, Qt::ShiftModifier);
    f.key(Qt::Key_Left);
    QCOMPARE(f.document().frame(), std::int64_t(0));
    QVERIFY(f.host.hints.last().contains(QStringLiteral("first frame")));
    auto *timeline = f.view->widget()->findChild<sceneview::Timeline *>();
    f.document().setFrame(7);
    QCOMPARE(timeline->text(), QStringLiteral("8 of 14 · 0.700 s"));
    emit timeline->frameChosen(3);
    QCOMPARE(f.document().frame(), std::int64_t(3));
    f.waitForPoints();
    QCOMPARE(f.view->source().request().name, QStringLiteral("sweep3.bin"));
}

void TestSceneEdits::closedTasksStayAsTheyAre()
{
    GeneratedStreet street;
    SceneFixture f(street);
    const AnnotationId id = f.document().add(street.cars(0)[0]).id;
    f.document().open = false;
    f.document().select({id});
    f.key(Qt::Key_Up, Qt::AltModifier);
    f.key(Qt::Key_J);
    f.key(Qt::Key_Delete);
    f.view->trigger(QStringLiteral("scene.copyNext"));
    f.view->trigger(QStringLiteral("scene.tool.cuboid"));
    lookDown(f, 12, 3);
    f.drag(f.screen({5, 0, -1.8}), f.screen({9, 2, -1.8}));
    QCOMPARE(f.document().pushes(), std::size_t(0));
    QVERIFY(!f.host.hints.isEmpty());
}

void TestSceneEdits::stateIsKept()
{
    GeneratedStreet street;
    SceneFixture f(street);
    f.view->trigger(QStringLiteral("scene.view.colour"));
    f.view->trigger(QStringLiteral("scene.view.edges"));
    f.view->trigger(QStringLiteral("scene.view.top"));
    const QVariantMap state = f.view->saveState();
    f.view->trigger(QStringLiteral("scene.view.free"));
    f.view->trigger(QStringLiteral("scene.view.edges"));
    f.view->trigger(QStringLiteral("scene.view.zoomIn"));
    f.view->restoreState(state);
    QVERIFY(f.view->saveState() == state);
    f.view->restoreState({{QStringLiteral("pitch"), std::nan("")}, {QStringLiteral("target"), 5}});
    QVERIFY(std::isfinite(f.surface().camera().pitch));
}

void TestSceneEdits::looksRightInTheLight()
{
    theme::applyTheme(*qApp, theme::lightTheme());
    GeneratedStreet street;
    SceneFixture f(street);
    for (const geometry::Cuboid &car : street.cars(0))
        f.document().add(car);
    f.document().select({f.document().annotations()[1].id});
    f.view->trigger(QStringLiteral("scene.view.selection"));
    f.view->trigger(QStringLiteral("scene.view.colour"));
    QTest::qWait(250);
    QCOMPARE(f.surface().canvas()->look().ground, theme::lightTheme().colour(theme::Token::Surface0));
    f.shot("scene-light");
    theme::applyTheme(*qApp, theme::darkTheme());
    QTRY_COMPARE(f.surface().canvas()->look().ground, theme::darkTheme().colour(theme::Token::Surface0));
    for (QWidget *child : f.view->widget()->findChildren<QWidget *>())
        if (child->focusPolicy() != Qt::NoFocus && child->isVisible()
            && !qobject_cast<QAbstractScrollArea *>(child->parentWidget()))
            QVERIFY2(!child->accessibleName().isEmpty() || child->inherits("QSplitterHandle"), qPrintable(child->objectName()));
}

QTEST_MAIN(TestSceneEdits)
#include "tst_sceneedits.moc"
