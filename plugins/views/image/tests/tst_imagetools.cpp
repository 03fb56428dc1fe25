// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/tests/imagefixture.h"

#include <QTest>

using namespace plumbline;
using geometry::Box;
using geometry::Point;
using geometry::Polygon;
using test::ImageFixture;

namespace {

Polygon triangle()
{
    return {{{{{100, 100}, {220, 110}, {150, 210}}, {}}}};
}

}  // namespace

/// Every tool by mouse and keys, with the exact geometry that must come out.
class TestImageTools : public QObject
{
    Q_OBJECT

    static void zooms()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QPointF>("offset");
        QTest::newRow("0.7") << 0.7 << QPointF(100, 60);
        QTest::newRow("1") << 1.0 << QPointF(40, 30);
        QTest::newRow("1.9") << 1.9 << QPointF(10.5, 20.25);
        QTest::newRow("6") << 6.0 << QPointF(-500, -500);
    }

private slots:
    void drawBox_data() { zooms(); }
    void drawBox()
    {
        QFETCH(double, zoom);
        QFETCH(QPointF, offset);
        ImageFixture f(zoom, offset);
        f.key(Qt::Key_B);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.box"));
        const QPoint from = f.screen(120, 110);
        const QPoint to = f.screen(160, 145);
        f.move(from);
        f.press(from);
        f.move(to);
        QVERIFY(f.document().annotations().empty());
        f.release(to);
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        const model::Annotation &made = f.document().annotations().front();
        const Point a = f.image(from);
        const Point b = f.image(to);
        QCOMPARE(std::get<Box>(made.geometry), (Box{a.x, a.y, b.x - a.x, b.y - a.y}));
        QCOMPARE(made.labelClass, f.document().currentClass());
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QCOMPARE(f.document().pushed.front().label, QStringLiteral("Draw car"));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{made.id});
        QVERIFY(f.undoesAndRedoes({}));
    }

    void drawBoxByClicks()
    {
        ImageFixture f;
        f.key(Qt::Key_B);
        f.click(f.screen(300, 200));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.move(f.screen(200, 150));
        f.click(f.screen(100, 120));
        QCOMPARE(f.geometryOf<Box>(f.document().annotations().front().id), (Box{100, 120, 200, 80}));
        QCOMPARE(f.document().pushes(), std::size_t(1));
        // Enter ends it where the cursor is; Esc drops it.
        f.click(f.screen(10, 20));
        f.move(f.screen(40, 60));
        f.key(Qt::Key_Return);
        QCOMPARE(std::get<Box>(f.document().annotations().back().geometry), (Box{10, 20, 30, 40}));
        f.click(f.screen(10, 20));
        f.key(Qt::Key_Escape);
        f.click(f.screen(50, 50));
        f.key(Qt::Key_Escape);
        QCOMPARE(f.document().pushes(), std::size_t(2));
    }

    void boxIsClampedAndNotTiny()
    {
        ImageFixture f;
        f.key(Qt::Key_B);
        f.drag(f.screen(350, 250), f.screen(480, 390));
        QCOMPARE(std::get<Box>(f.document().annotations().front().geometry), (Box{350, 250, 50, 50}));
        f.drag(f.screen(100, 100), f.screen(101, 160));
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("2 × 2")));
        f.document().open = false;
        f.drag(f.screen(10, 10), f.screen(90, 90));
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QCOMPARE(f.host.hints.last(), QStringLiteral("This task is submitted."));
    }

    void classDecidesWhatMayBeDrawn()
    {
        ImageFixture f;
        f.document().mutableSchema().classes.front().geometries = QStringList{QStringLiteral("polygon")};
        f.key(Qt::Key_B);
        f.drag(f.screen(10, 10), f.screen(90, 90));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("polygon")));
    }

    void drawPolygon_data() { zooms(); }
    void drawPolygon()
    {
        QFETCH(double, zoom);
        QFETCH(QPointF, offset);
        ImageFixture f(zoom, offset);
        f.key(Qt::Key_P);
        std::vector<Point> wanted;
        for (const QPoint &at : {f.screen(110, 100), f.screen(200, 105), f.screen(190, 180), f.screen(120, 170)}) {
            f.click(at);
            wanted.push_back(f.image(at));
        }
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QCOMPARE(std::get<Polygon>(f.document().annotations().front().geometry), (Polygon{{{wanted, {}}}}));
        QVERIFY(f.undoesAndRedoes({}));
    }

    void polygonClosesStepsBackAndCancels()
    {
        ImageFixture f;
        f.key(Qt::Key_P);
        f.click(f.screen(100, 100));
        f.click(f.screen(200, 100));
        f.key(Qt::Key_Return);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("three")));
        f.click(f.screen(210, 180));
        f.key(Qt::Key_Backspace);
        f.click(f.screen(200, 200));
        f.click(f.screen(103, 98));  // the first corner, nearly
        QCOMPARE(std::get<Polygon>(f.document().annotations().front().geometry), (Polygon{{{{{100, 100}, {200, 100}, {200, 200}}, {}}}}));
        for (int i = 0; i < 4; ++i)
            f.click(f.screen(50 + 30 * i, 60 + 50 * (i % 2)));
        f.key(Qt::Key_Escape);
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().pushes(), std::size_t(1));
        // A double-click closes without a corner of its own; outside is clamped.
        f.click(f.screen(300, 200));
        f.click(f.screen(390, 210));
        f.click(f.screen(380, 340));
        QTest::mouseDClick(&f.canvas(), Qt::LeftButton, {}, f.screen(380, 340));
        const auto &ring = std::get<Polygon>(f.document().annotations().back().geometry).parts.front().outer;
        QCOMPARE(ring, (geometry::Ring{{300, 200}, {390, 210}, {380, 300}}));
    }

    void clickSelects()
    {
        ImageFixture f;
        const auto large = f.document().add(Box{20, 20, 300, 250});
        const auto small = f.document().add(Box{50, 50, 60, 60});
        f.click(f.screen(80, 80));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{small.id});
        f.click(f.screen(200, 200), Qt::ShiftModifier);
        QCOMPARE(f.document().selection(), (QSet<AnnotationId>{small.id, large.id}));
        f.click(f.screen(80, 80), Qt::ControlModifier);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{large.id});
        f.click(f.screen(80, 80), Qt::ControlModifier);
        QCOMPARE(f.document().selection().size(), 2);
        // A plain click on one of several leaves that one.
        f.click(f.screen(80, 80));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{small.id});
        f.click(f.screen(360, 280));
        QVERIFY(f.document().selection().isEmpty());
        QCOMPARE(f.document().pushes(), std::size_t(0));
    }

    void rubberBand()
    {
        ImageFixture f;
        const auto inside = f.document().add(Box{100, 100, 30, 30});
        const auto alsoInside = f.document().add(triangle());
        const auto cut = f.document().add(Box{10, 120, 60, 60});
        f.drag(f.screen(390, 290), f.screen(50, 80));
        QCOMPARE(f.document().selection(), (QSet<AnnotationId>{inside.id, alsoInside.id}));
        f.drag(f.screen(5, 110), f.screen(80, 190), Qt::ShiftModifier);
        QCOMPARE(f.document().selection(), (QSet<AnnotationId>{inside.id, alsoInside.id, cut.id}));
        QCOMPARE(f.document().pushes(), std::size_t(0));
    }

    void moveShapes_data() { zooms(); }
    void moveShapes()
    {
        QFETCH(double, zoom);
        QFETCH(QPointF, offset);
        ImageFixture f(zoom, offset);
        const auto box = f.document().add(Box{120, 110, 30, 20});
        const auto polygon = f.document().add(Polygon{{{{{100, 150}, {140, 150}, {120, 170}}, {}}}}, "person");
        const auto before = f.document().annotations();
        const QPoint from = f.screen(135, 117);
        const QPoint to = f.screen(145, 112);
        const Point a = f.image(from);
        const Point b = f.image(to);
        f.move(from);
        f.press(from);
        f.move(to);
        QCOMPARE(f.document().annotations(), before);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.release(to);
        QCOMPARE(f.geometryOf<Box>(box.id), (Box{120 + (b.x - a.x), 110 + (b.y - a.y), 30, 20}));
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Move car"));
        f.select({box.id, polygon.id});
        const QPoint grip = f.screen(120, 157);
        f.drag(grip, grip + QPoint(20, 12));
        QCOMPARE(f.document().pushes(), std::size_t(2));
        QCOMPARE(f.document().pushed.back().changes.size(), std::size_t(2));
        QVERIFY(f.undoesAndRedoes(before));
    }

    void moveStaysInThePicture()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{300, 200, 60, 50});
        f.drag(f.screen(330, 225), f.screen(700, 500));
        QCOMPARE(f.geometryOf<Box>(box.id), (Box{340, 250, 60, 50}));
        f.drag(f.screen(370, 275), f.screen(372, 276));  // a twitch is a click
        QCOMPARE(f.document().pushes(), std::size_t(1));
        // There and back again is nothing.
        f.move(f.screen(370, 275));
        f.press(f.screen(370, 275));
        f.move(f.screen(330, 235));
        f.release(f.screen(370, 275));
        QCOMPARE(f.document().pushes(), std::size_t(1));
    }

    void escapeDropsADrag()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{100, 100, 60, 50});
        f.move(f.screen(130, 125));
        f.press(f.screen(130, 125));
        f.move(f.screen(200, 200));
        f.key(Qt::Key_Escape);
        f.release(f.screen(200, 200));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        QCOMPARE(f.geometryOf<Box>(box.id), (Box{100, 100, 60, 50}));
    }

    void resizeBox_data()
    {
        QTest::addColumn<QPoint>("from");
        QTest::addColumn<QPoint>("by");
        QTest::addColumn<Box>("wanted");
        QTest::newRow("top left") << QPoint(100, 100) << QPoint(-20, -10) << Box{80, 90, 120, 90};
        QTest::newRow("top") << QPoint(150, 100) << QPoint(30, 10) << Box{100, 110, 100, 70};
        QTest::newRow("top right") << QPoint(200, 100) << QPoint(20, -10) << Box{100, 90, 120, 90};
        QTest::newRow("right") << QPoint(200, 140) << QPoint(-20, 44) << Box{100, 100, 80, 80};
        QTest::newRow("bottom right") << QPoint(200, 180) << QPoint(20, 10) << Box{100, 100, 120, 90};
        QTest::newRow("bottom") << QPoint(150, 180) << QPoint(0, 30) << Box{100, 100, 100, 110};
        QTest::newRow("bottom left") << QPoint(100, 180) << QPoint(-20, -10) << Box{80, 100, 120, 70};
        QTest::newRow("left") << QPoint(100, 140) << QPoint(-120, 0) << Box{0, 100, 200, 80};
        QTest::newRow("along an edge, no handle") << QPoint(120, 180) << QPoint(0, 12) << Box{100, 100, 100, 92};
        QTest::newRow("turned over") << QPoint(200, 180) << QPoint(-130, -100) << Box{70, 80, 30, 20};
    }
    void resizeBox()
    {
        QFETCH(QPoint, from);
        QFETCH(QPoint, by);
        QFETCH(Box, wanted);
        for (const double zoom : {1.0, 2.0}) {
            ImageFixture f(zoom);
            const auto box = f.document().add(Box{100, 100, 100, 80});
            const auto before = f.document().annotations();
            f.select({box.id});
            f.drag(f.screen(from.x(), from.y()), f.screen(from.x() + by.x(), from.y() + by.y()));
            QCOMPARE(f.geometryOf<Box>(box.id), wanted);
            QCOMPARE(f.document().pushes(), std::size_t(1));
            QCOMPARE(f.document().pushed.back().label, QStringLiteral("Resize car"));
            QVERIFY(f.undoesAndRedoes(before));
        }
    }

    void vertices()
    {
        ImageFixture f;
        const auto polygon = f.document().add(triangle());
        const auto before = f.document().annotations();
        f.select({polygon.id});
        f.drag(f.screen(100, 100), f.screen(80, 90));
        QCOMPARE(f.geometryOf<Polygon>(polygon.id).parts.front().outer, (geometry::Ring{{80, 90}, {220, 110}, {150, 210}}));
        // From the middle of an edge.
        f.drag(f.screen(150, 100), f.screen(150, 60));
        QCOMPARE(f.geometryOf<Polygon>(polygon.id).parts.front().outer, (geometry::Ring{{80, 90}, {150, 60}, {220, 110}, {150, 210}}));
        // Double-click on an edge.
        f.click(f.screen(197, 143));
        QTest::mouseDClick(&f.canvas(), Qt::LeftButton, {}, f.screen(197, 143));
        QCOMPARE(f.geometryOf<Polygon>(polygon.id).parts.front().outer,
                 (geometry::Ring{{80, 90}, {150, 60}, {220, 110}, {197, 143}, {150, 210}}));
        // Alt+click deletes one.
        f.click(f.screen(150, 60), Qt::AltModifier);
        QCOMPARE(f.geometryOf<Polygon>(polygon.id).parts.front().outer, (geometry::Ring{{80, 90}, {220, 110}, {197, 143}, {150, 210}}));
        // Del deletes the chosen one, and only with none chosen the whole.
        f.click(f.screen(197, 143));
        f.key(Qt::Key_Delete);
        QCOMPARE(f.geometryOf<Polygon>(polygon.id).parts.front().outer, (geometry::Ring{{80, 90}, {220, 110}, {150, 210}}));
        QCOMPARE(f.document().pushes(), std::size_t(5));
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Reshape car"));
        f.click(f.screen(80, 90), Qt::AltModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("three corners")));
        f.key(Qt::Key_Delete);
        QVERIFY(f.document().annotations().empty());
        QVERIFY(f.undoesAndRedoes(before));
    }

    void vertexStaysInThePicture()
    {
        ImageFixture f;
        const auto polygon = f.document().add(triangle());
        f.select({polygon.id});
        f.drag(f.screen(100, 100), f.screen(-30, -20));
        QCOMPARE(f.geometryOf<Polygon>(polygon.id).parts.front().outer.front(), (Point{0, 0}));
    }

    void draggingIsDroppedWhenTheLabelChanges()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{100, 100, 60, 50});
        f.move(f.screen(130, 125));
        f.press(f.screen(130, 125));
        f.move(f.screen(200, 200));
        f.document().change(box.id, [](model::Annotation &a) { a.geometry = Box{1, 1, 5, 5}; });
        f.release(f.screen(200, 200));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        QCOMPARE(f.geometryOf<Box>(box.id), (Box{1, 1, 5, 5}));
    }

    // A tap of Space in the middle of a shape moves the picture; the shape goes on.
    void panWaitsForWhatIsDrawn()
    {
        ImageFixture f;
        f.key(Qt::Key_P);
        f.click(f.screen(20, 20));
        f.click(f.screen(80, 20));
        f.key(Qt::Key_Space);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.pan"));
        const QPointF offset = f.canvas().view().offset;
        f.drag(QPoint(300, 300), QPoint(320, 310));
        QCOMPARE(f.canvas().view().offset, offset + QPointF(20, 10));
        f.key(Qt::Key_Space);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.polygon"));
        f.click(f.screen(80, 70));
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        const auto drawn = std::get<geometry::Polygon>(f.document().annotations().front().geometry);
        QCOMPARE(drawn.parts.front().outer.size(), std::size_t(3));

        // The keys for what is being made reach it while the picture moves.
        f.key(Qt::Key_Escape);
        f.click(f.screen(120, 20));
        f.click(f.screen(180, 20));
        f.click(f.screen(180, 70));
        f.key(Qt::Key_Space);
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().annotations().size(), std::size_t(2));
        // Another tool ends it, as ever.
        f.key(Qt::Key_Space);
        f.click(f.screen(20, 120));
        f.click(f.screen(60, 120));
        f.key(Qt::Key_Space);
        f.key(Qt::Key_B);
        f.key(Qt::Key_P);
        f.click(f.screen(60, 160));
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().annotations().size(), std::size_t(2));
        f.key(Qt::Key_Escape);
        // In the middle of a drag the button belongs to the tool.
        f.key(Qt::Key_B);
        f.press(f.screen(200, 100));
        f.move(f.screen(220, 110));
        f.key(Qt::Key_Space);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.box"));
        f.move(f.screen(260, 150));
        f.release(f.screen(260, 150));
        QCOMPARE(f.document().annotations().size(), std::size_t(3));
    }

    void panTool()
    {
        ImageFixture f(2, QPointF(-20, -10));
        f.key(Qt::Key_Space);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.pan"));
        f.drag(QPoint(300, 300), QPoint(330, 290));
        QCOMPARE(f.canvas().view().offset, QPointF(10, -20));
        f.key(Qt::Key_Space);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.select"));
        QCOMPARE(f.document().pushes(), std::size_t(0));
    }
};

QTEST_MAIN(TestImageTools)
#include "tst_imagetools.moc"
