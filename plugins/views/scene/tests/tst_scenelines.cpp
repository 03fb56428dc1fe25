// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/tests/scenefixture.h"
#include "widgets/theme/theme.h"

using namespace plumbline;
using namespace plumbline::test;
using geometry::Polyline3;
using geometry::Vector3;

/// Lines in space, drawn and changed by mouse and keys in a real window.
class TestSceneLines : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        theme::applyTheme(*qApp, theme::darkTheme());
    }
    void drawsOnTheGround();
    void drawsOnPoints();
    void changesVertices();
    void asksTheClass();
    void takesBackAndGivesUp();
};

namespace {

constexpr double ground = -GeneratedStreet::lidarHeight;

Polyline3 lineOf(SceneFixture &f, AnnotationId id)
{
    const model::Annotation *annotation = f.document().annotation(id);
    const auto *line = annotation ? std::get_if<Polyline3>(&annotation->geometry) : nullptr;
    return line ? *line : Polyline3();
}

bool isNear(const Vector3 &a, const Vector3 &b, double metres)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < metres;
}

}  // namespace

void TestSceneLines::drawsOnTheGround()
{
    GeneratedStreet street;
    SceneFixture f(street);
    f.key(Qt::Key_T, Qt::ShiftModifier);
    f.key(Qt::Key_L, Qt::ShiftModifier);
    QCOMPARE(f.view->currentTool(), QStringLiteral("scene.tool.line"));
    const std::vector<Vector3> lane{{2, 0, ground}, {10, 0.5, ground}, {20, 0, ground}};
    for (const Vector3 &vertex : lane)
        f.click(f.screen(vertex));
    f.move(f.screen({24, 2, ground}));
    QTRY_VERIFY(f.surface().overlay().content().lineDraft.next.has_value());
    f.shot("scene-line-drawing");
    QVERIFY(f.document().annotations().empty());
    f.key(Qt::Key_Return);
    QCOMPARE(f.document().pushes(), std::size_t(1));
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
    const model::Annotation &made = f.document().annotations().front();
    const Polyline3 line = lineOf(f, made.id);
    QCOMPARE(line.points.size(), std::size_t(3));
    QCOMPARE(line.coordinateFrame, QStringLiteral("lidar"));
    QCOMPARE(made.frame->index, std::int64_t(0));
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(isNear(line.points[i], lane[i], 0.12));  // a pixel is 7 cm here
    QVERIFY(f.document().selection() == QSet<AnnotationId>{made.id});
    QCOMPARE(f.surface().overlay().content().lines.size(), std::size_t(1));
    // In the picture of the camera, which looks along it, and in perspective.
    f.key(Qt::Key_V, Qt::ShiftModifier);
    f.shot("scene-line-perspective");
    const auto &shot = f.view->cameras().views().front()->shot();
    const auto pieces = sceneview::projectedLine(*shot.camera, shot.camera_from_label, line.points);
    QVERIFY(!pieces.empty());
    const auto end = geometry::projected(*shot.camera, geometry::transformed(shot.camera_from_label, line.points[2]));
    QVERIFY(end);
    QVERIFY(QLineF(pieces.back().last(), QPointF(end->x, end->y)).length() < 1e-6);
    f.document().undo();
    QVERIFY(f.document().annotations().empty());
    f.document().redo();
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
}

void TestSceneLines::drawsOnPoints()
{
    GeneratedStreet street;
    SceneFixture f(street);
    f.key(Qt::Key_T, Qt::ShiftModifier);
    f.key(Qt::Key_L, Qt::ShiftModifier);
    f.key(Qt::Key_W, Qt::ShiftModifier);
    // The wall at y = 12 reaches up to 6 m over the ground; from above its points are on one line, the highest are nearest.
    f.click(f.screen({5, 12, 2}));
    f.click(f.screen({15, 12, 2}));
    f.key(Qt::Key_Return);
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
    for (const Vector3 &point : lineOf(f, f.document().annotations().front().id).points) {
        QVERIFY(std::abs(point[1] - 12) < 0.6);
        QVERIFY2(point[2] > ground + 2, qPrintable(QString::number(point[2])));
    }
    // On the ground again.
    f.key(Qt::Key_W, Qt::ShiftModifier);
    f.click(f.screen({5, 12, ground}));
    f.click(f.screen({15, 12, ground}));
    f.key(Qt::Key_Return);
    QCOMPARE(f.document().annotations().size(), std::size_t(2));
    for (const Vector3 &point : lineOf(f, f.document().annotations().back().id).points)
        QVERIFY2(std::abs(point[2] - ground) < 0.1, qPrintable(QString::number(point[2])));
}

void TestSceneLines::changesVertices()
{
    GeneratedStreet street;
    SceneFixture f(street);
    f.key(Qt::Key_T, Qt::ShiftModifier);
    Polyline3 lane;
    lane.coordinateFrame = QStringLiteral("lidar");
    lane.points = {{2, -6, ground}, {12, -6, ground}};
    const AnnotationId id = f.document().add(lane).id;
    f.click(f.screen({5, -6, ground}));
    QVERIFY(f.document().selection() == QSet<AnnotationId>{id});
    // A vertex is dragged: one step.
    f.drag(f.screen(lane.points[1]), f.screen({14, -7, ground}));
    QCOMPARE(f.document().pushes(), std::size_t(1));
    QVERIFY(isNear(lineOf(f, id).points[1], {14, -7, ground}, 0.2));
    QVERIFY(isNear(lineOf(f, id).points[0], lane.points[0], 1e-9));
    // The middle of an edge becomes a vertex.
    f.drag(f.screen({8, -6.5, ground}), f.screen({8, -8, ground}));
    QCOMPARE(f.document().pushes(), std::size_t(2));
    QCOMPARE(lineOf(f, id).points.size(), std::size_t(3));
    QVERIFY(isNear(lineOf(f, id).points[1], {8, -8, ground}, 0.2));
    f.shot("scene-line-vertices");
    // It is active: Delete takes it away, the label stays.
    f.key(Qt::Key_Delete);
    QCOMPARE(lineOf(f, id).points.size(), std::size_t(2));
    QCOMPARE(f.document().pushes(), std::size_t(3));
    // A line of two vertices goes as a whole.
    f.click(f.screen(lane.points[0]));
    f.key(Qt::Key_Delete);
    QVERIFY(f.document().annotations().empty());
    for (int i = 0; i < 4; ++i)
        f.document().undo();
    QVERIFY(lineOf(f, id) == lane);
    // Keys for classes and Tab reach lines as well.
    f.document().select({});
    f.key(Qt::Key_Tab);
    QVERIFY(f.document().selection() == QSet<AnnotationId>{id});
    f.key(Qt::Key_2);
    QCOMPARE(f.document().annotation(id)->labelClass, f.document().classNamed("person"));
    // Somebody else's line is not changed.
    f.document().open = false;
    const std::size_t pushes = f.document().pushes();
    f.document().select({});
    f.document().select({id});
    f.drag(f.screen(lane.points[1]), f.screen({14, -7, ground}));
    QCOMPARE(f.document().pushes(), pushes);
}

void TestSceneLines::asksTheClass()
{
    GeneratedStreet street(1);
    SceneFixture f(street);
    f.document().mutableSchema().classes.front().geometries = QStringList{QStringLiteral("cuboid")};
    f.key(Qt::Key_T, Qt::ShiftModifier);
    f.key(Qt::Key_L, Qt::ShiftModifier);
    f.click(f.screen({2, 0, ground}));
    QVERIFY(f.host.hints.last().contains(QStringLiteral("cuboid")));
    QVERIFY(f.surface().overlay().content().lineDraft.points.empty());
    f.key(Qt::Key_Return);
    QVERIFY(f.document().annotations().empty());
    f.document().mutableSchema().classes.front().geometries = QStringList{QStringLiteral("polyline3")};
    f.click(f.screen({2, 0, ground}));
    f.key(Qt::Key_Return);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("two vertices")));
    f.click(f.screen({6, 0, ground}));
    f.key(Qt::Key_Return);
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
}

void TestSceneLines::takesBackAndGivesUp()
{
    GeneratedStreet street(2);
    SceneFixture f(street);
    f.key(Qt::Key_T, Qt::ShiftModifier);
    f.key(Qt::Key_L, Qt::ShiftModifier);
    auto &draft = f.surface().overlay().content().lineDraft;
    f.key(Qt::Key_Backspace);
    for (const double x : {2.0, 6.0, 10.0})
        f.click(f.screen({x, 0, ground}));
    f.click(f.screen({10, 0, ground}));  // a double click is one vertex
    QCOMPARE(draft.points.size(), std::size_t(3));
    f.key(Qt::Key_Backspace);
    QCOMPARE(draft.points.size(), std::size_t(2));
    // A vertex of the draft is moved before it is done.
    f.drag(f.screen({6, 0, ground}), f.screen({6, 2, ground}));
    QCOMPARE(draft.points.size(), std::size_t(2));
    QVERIFY(isNear(draft.points[1], {6, 2, ground}, 0.2));
    f.key(Qt::Key_Escape);
    QVERIFY(draft.points.empty());
    QCOMPARE(f.view->currentTool(), QStringLiteral("scene.tool.line"));
    // Another frame drops what was begun.
    f.click(f.screen({2, 0, ground}));
    f.document().setFrame(1);
    QVERIFY(draft.points.empty());
    f.key(Qt::Key_Escape);
    QCOMPARE(f.view->currentTool(), QStringLiteral("scene.tool.select"));
    QCOMPARE(f.document().pushes(), std::size_t(0));
}

QTEST_MAIN(TestSceneLines)
#include "tst_scenelines.moc"
