// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagefixture.h"
#include "plugins/views/image/keycursor.h"

#include <QAccessible>

using namespace plumbline;
using test::ImageFixture;

/// Drawing without a mouse.
class TestKeyCursor : public QObject
{
    Q_OBJECT

    static QWidget *crosshair(ImageFixture &f) { return f.canvas().findChild<QWidget *>(QStringLiteral("keyCursor")); }
    // On the canvas.
    static QPoint place(ImageFixture &f) { return crosshair(f)->geometry().center(); }
    static void times(ImageFixture &f, int count, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        for (int i = 0; i < count; ++i)
            f.key(key, modifiers);
    }
    static void hold(ImageFixture &f, Qt::Key key) { QTest::keyPress(&f.canvas(), key); }
    static void letGo(ImageFixture &f, Qt::Key key) { QTest::keyRelease(&f.canvas(), key); }

private slots:
    void arrowsMoveIt();
    void twoTapsMakeABox();
    void heldSpaceDrags();
    void enterHoldsTheButton();
    void cornersThenEnter();
    void escapeDropsWhatIsMade();
    void withTheSelectTool();
    void anchoredAcrossZoomAndEdge();
    void theMouseTakesOver();
    void spacePansWithoutIt();
    void theMoveToolMovesThePicture();
};

void TestKeyCursor::arrowsMoveIt()
{
    ImageFixture f;
    QVERIFY(!crosshair(f)->isVisible());
    f.key(Qt::Key_B);
    QVERIFY(!crosshair(f)->isVisible());
    f.key(Qt::Key_Right);
    QVERIFY(crosshair(f)->isVisible());
    // The middle of the picture, and a step.
    const QPoint middle = f.screen(200, 150);
    QCOMPARE(place(f), middle + QPoint(10, 0));
    f.key(Qt::Key_Left, Qt::ShiftModifier);
    f.key(Qt::Key_Down, Qt::ControlModifier);
    f.key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(place(f), middle + QPoint(-40, -49));
    QCOMPARE(f.host.hints.size(), qsizetype(1));
    QVERIFY(f.host.hints.front().contains(QStringLiteral("Space")));
    // Said to those who do not see it.
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(crosshair(f));
    QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
    QCOMPARE(accessible->text(QAccessible::Description), QStringLiteral("160, 101 in the picture"));
}

void TestKeyCursor::twoTapsMakeABox()
{
    ImageFixture f;
    f.key(Qt::Key_B);
    f.key(Qt::Key_Left, Qt::ShiftModifier);
    f.key(Qt::Key_Space);
    times(f, 3, Qt::Key_Right);
    f.key(Qt::Key_Down, Qt::ShiftModifier);
    f.key(Qt::Key_Space);
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
    QCOMPARE(std::get<geometry::Box>(f.document().annotations().front().geometry), (geometry::Box{150, 150, 30, 50}));
    QCOMPARE(f.document().pushes(), std::size_t(1));
    // A tap did not change to the tool that moves the picture.
    QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.box"));
}

void TestKeyCursor::heldSpaceDrags()
{
    ImageFixture f;
    f.key(Qt::Key_M);
    f.key(Qt::Key_Left);
    hold(f, Qt::Key_Space);
    times(f, 8, Qt::Key_Right);
    QVERIFY(f.document().annotations().empty());
    letGo(f, Qt::Key_Space);
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
    const auto bounds = geometry::boundsOf(f.document().annotations().front().geometry);
    QVERIFY(std::holds_alternative<geometry::Mask>(f.document().annotations().front().geometry));
    QVERIFY(bounds->x < 190 && bounds->right() > 270 && bounds->w > 80 && bounds->w > bounds->h);
}

void TestKeyCursor::enterHoldsTheButton()
{
    ImageFixture f;
    f.key(Qt::Key_M);
    f.key(Qt::Key_Up);
    f.key(Qt::Key_Return);
    times(f, 5, Qt::Key_Down);
    QVERIFY(f.document().annotations().empty());
    f.key(Qt::Key_Return);
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
    const auto bounds = geometry::boundsOf(f.document().annotations().front().geometry);
    QVERIFY(bounds->h > bounds->w);
    // What leaves the canvas while the button is down takes nothing with it.
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_Return);
    times(f, 3, Qt::Key_Left);
    f.host.field.setFocus();
    f.canvas().setFocus();
    f.key(Qt::Key_Left);
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
}

void TestKeyCursor::cornersThenEnter()
{
    ImageFixture f;
    f.key(Qt::Key_P);
    f.key(Qt::Key_Up);
    f.key(Qt::Key_Space);
    times(f, 6, Qt::Key_Right);
    f.key(Qt::Key_Space);
    times(f, 6, Qt::Key_Down);
    f.key(Qt::Key_Space);
    f.key(Qt::Key_Left, Qt::ShiftModifier);
    f.key(Qt::Key_Space);
    f.key(Qt::Key_Backspace);
    f.key(Qt::Key_Return);
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
    const auto polygon = std::get<geometry::Polygon>(f.document().annotations().front().geometry);
    QCOMPARE(polygon.parts.front().outer, (geometry::Ring{{200, 140}, {260, 140}, {260, 200}}));
}

void TestKeyCursor::escapeDropsWhatIsMade()
{
    ImageFixture f;
    f.key(Qt::Key_B);
    f.key(Qt::Key_Left);
    hold(f, Qt::Key_Space);
    times(f, 4, Qt::Key_Down);
    f.key(Qt::Key_Escape);
    letGo(f, Qt::Key_Space);
    QVERIFY(f.document().annotations().empty());
    QVERIFY(crosshair(f)->isVisible());
    // With nothing left to drop it goes itself.
    f.key(Qt::Key_Escape);
    QVERIFY(!crosshair(f)->isVisible());
}

void TestKeyCursor::withTheSelectTool()
{
    ImageFixture f;
    const AnnotationId id = f.document().add(geometry::Box{180, 130, 40, 40}).id;
    f.key(Qt::Key_V);
    // Nothing is chosen: the arrows look for something.
    f.key(Qt::Key_Left, Qt::ControlModifier);
    f.key(Qt::Key_Space);
    QCOMPARE(f.document().selection(), QSet<AnnotationId>{id});
    // Something is: they move it.
    const QPoint before = place(f);
    f.key(Qt::Key_Right);
    QCOMPARE(f.geometryOf<geometry::Box>(id), (geometry::Box{181, 130, 40, 40}));
    QCOMPARE(place(f), before);
    f.key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(place(f), before);
    QVERIFY(f.host.hints.back().contains(QStringLiteral("F4")));
    // F4: they move the crosshair all the same, to a handle, which Space then drags.
    f.key(Qt::Key_F4);
    const QPoint corner = f.screen(221, 170);
    const QPoint way = corner - place(f);
    times(f, way.x() / 10, Qt::Key_Right);
    times(f, way.x() % 10, Qt::Key_Right, Qt::ControlModifier);
    times(f, way.y() / 10, Qt::Key_Down);
    times(f, way.y() % 10, Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(place(f), corner);
    hold(f, Qt::Key_Space);
    f.key(Qt::Key_Right);
    f.key(Qt::Key_Down, Qt::ShiftModifier);
    letGo(f, Qt::Key_Space);
    QCOMPARE(f.geometryOf<geometry::Box>(id), (geometry::Box{181, 130, 50, 90}));
    f.key(Qt::Key_F4);
    QVERIFY(!crosshair(f)->isVisible());
}

void TestKeyCursor::anchoredAcrossZoomAndEdge()
{
    ImageFixture f;
    f.key(Qt::Key_P);
    f.key(Qt::Key_Right);
    const geometry::Point before = f.image(place(f));
    times(f, 6, Qt::Key_Plus);
    QVERIFY(f.canvas().view().scale > 3);
    const geometry::Point after = f.image(place(f));
    QVERIFY(std::abs(after.x - before.x) < 1 && std::abs(after.y - before.y) < 1);
    // At the edge the picture comes in, as far as there is some; then the crosshair goes to the very border.
    times(f, 60, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(f.canvas().rect().contains(place(f)));
    QVERIFY(f.image(place(f)).x <= 0.5);
    QVERIFY(f.canvas().view().toScreen(geometry::Point{0, 0}).x() >= 0);
    f.key(Qt::Key_Minus);
    f.key(Qt::Key_F);
    QVERIFY(f.canvas().isFitted());
}

void TestKeyCursor::theMouseTakesOver()
{
    ImageFixture f;
    f.key(Qt::Key_B);
    f.key(Qt::Key_Right);
    f.key(Qt::Key_Return);
    f.key(Qt::Key_Right, Qt::ShiftModifier);
    f.move({300, 300});
    f.move({302, 301});
    QVERIFY(crosshair(f)->isVisible());
    f.move({330, 340});
    QVERIFY(!crosshair(f)->isVisible());
    QVERIFY(f.document().annotations().empty());
    f.drag(f.screen(20, 20), f.screen(60, 50));
    QCOMPARE(f.document().annotations().size(), std::size_t(1));
}

void TestKeyCursor::spacePansWithoutIt()
{
    ImageFixture f;
    f.key(Qt::Key_B);
    f.key(Qt::Key_Space);
    QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.pan"));
    f.key(Qt::Key_Space);
    QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.box"));
}

void TestKeyCursor::theMoveToolMovesThePicture()
{
    ImageFixture f(4, QPointF(-300, -200));
    f.key(Qt::Key_Space);
    f.key(Qt::Key_Right);
    f.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(f.canvas().view().offset, QPointF(-310, -250));
    QVERIFY(!crosshair(f)->isVisible());
}

QTEST_MAIN(TestKeyCursor)
#include "tst_keycursor.moc"
