// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/measure.h"
#include "plugins/views/image/tests/imagefixture.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;
using geometry::Box;
using geometry::Polygon;
using geometry::RotatedBox;
using test::ImageFixture;

namespace {

Polygon square(double x, double y, double side)
{
    return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}};
}

}  // namespace

/// What is done to labels as wholes: the frame around several, groups, order, alignment, marks, tags, the menu.
class TestObjectEdits : public QObject
{
    Q_OBJECT

private slots:
    void frameScalesAndTurnsSeveral()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{100, 100, 40, 20});
        const auto polygon = f.document().add(square(160, 120, 40));
        const auto before = f.document().annotations();
        f.select({box.id, polygon.id});
        // The frame spans (100, 100) to (200, 160); its corner at the bottom right doubles it.
        f.drag(f.screen(200, 160), f.screen(300, 220));
        QCOMPARE(f.geometryOf<Box>(box.id), (Box{100, 100, 80, 40}));
        QCOMPARE(f.geometryOf<Polygon>(polygon.id), square(220, 140, 80));
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Resize 2 label(s)"));
        // A quarter turn by its handle: the box becomes a rotated box.
        f.drag(f.screen(200, 100) - QPoint(0, 26), f.screen(320, 160));
        const auto turned = f.geometryOf<RotatedBox>(box.id);
        QVERIFY(std::abs(turned.angleRadians - std::numbers::pi / 2) < 1e-9);
        QVERIFY(std::abs(turned.cx - 240) < 1e-9 && std::abs(turned.cy - 100) < 1e-9);
        QVERIFY(f.undoesAndRedoes(before));
    }

    void frameOfOne()
    {
        ImageFixture f;
        const auto polygon = f.document().add(square(100, 100, 50));
        f.select({polygon.id});
        f.key(Qt::Key_W);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.transform"));
        f.drag(f.screen(150, 150), f.screen(200, 200), Qt::ShiftModifier);
        QCOMPARE(f.geometryOf<Polygon>(polygon.id), square(100, 100, 100));
        // Scaling stops at the border of the picture.
        f.drag(f.screen(200, 200), f.screen(200, 390));
        QCOMPARE(geometry::boundsOf(f.document().annotation(polygon.id)->geometry), std::optional(Box{100, 100, 100, 200}));
    }

    void uprightClassesStayUpright()
    {
        ImageFixture f;
        f.document().mutableSchema().classes.front().geometries = {QStringLiteral("box")};
        const auto box = f.document().add(Box{100, 100, 40, 20});
        f.select({box.id});
        f.key(Qt::Key_Period);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("upright")));
        f.document().mutableSchema().classes.front().geometries.clear();
        f.key(Qt::Key_Period, Qt::ShiftModifier);
        QVERIFY(std::abs(f.geometryOf<RotatedBox>(box.id).angleRadians - std::numbers::pi / 12) < 1e-9);
        f.key(Qt::Key_Comma);
        QVERIFY(std::abs(f.geometryOf<RotatedBox>(box.id).angleRadians - 14 * std::numbers::pi / 180) < 1e-9);
    }

    void aligning()
    {
        ImageFixture f;
        const auto a = f.document().add(Box{10, 10, 40, 20});
        const auto b = f.document().add(Box{100, 60, 60, 20});
        const auto c = f.document().add(Box{300, 200, 20, 40});
        const auto before = f.document().annotations();
        f.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.select({a.id, b.id, c.id});
        f.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(f.geometryOf<Box>(b.id), (Box{145, 60, 60, 20}));
        f.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.geometryOf<Box>(c.id), (Box{300, 10, 20, 40}));
        f.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(f.geometryOf<Box>(c.id), (Box{10, 10, 20, 40}));
        QCOMPARE(f.document().pushes(), std::size_t(3));
        QVERIFY(f.undoesAndRedoes(before));
    }

    void groups()
    {
        ImageFixture f;
        const auto a = f.document().add(Box{10, 10, 40, 40});
        const auto b = f.document().add(Box{100, 10, 40, 40});
        const auto c = f.document().add(Box{200, 10, 40, 40});
        const auto before = f.document().annotations();
        f.select({a.id, b.id});
        f.key(Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(f.document().annotation(a.id)->group, f.document().annotation(b.id)->group);
        QVERIFY(!f.document().annotation(a.id)->group.isNull());
        f.click(f.screen(220, 30));
        // A click takes the group, Alt+click one of it.
        f.click(f.screen(30, 30));
        QCOMPARE(f.document().selection(), (QSet<AnnotationId>{a.id, b.id}));
        f.click(f.screen(120, 30), Qt::AltModifier);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{b.id});
        f.click(f.screen(30, 30));
        QTest::mouseDClick(&f.canvas(), Qt::LeftButton, {}, f.screen(30, 30));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{a.id});
        f.click(f.screen(220, 30));
        f.drag(f.screen(30, 30), f.screen(35, 40));
        QCOMPARE(f.geometryOf<Box>(b.id), (Box{105, 20, 40, 40}));
        // It is one thing when things are aligned.
        f.click(f.screen(220, 30), Qt::ShiftModifier);
        f.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(f.geometryOf<Box>(c.id), (Box{200, 20, 40, 40}));
        // Copies are a group of their own.
        f.select({a.id, b.id});
        f.key(Qt::Key_D, Qt::ControlModifier);
        const GroupId copied = f.document().annotations().back().group;
        QVERIFY(!copied.isNull() && copied != f.document().annotation(a.id)->group);
        f.select({a.id});
        f.key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.document().annotation(a.id)->group.isNull());
        QVERIFY(f.undoesAndRedoes(before));
    }

    void stackingOrder()
    {
        ImageFixture f;
        const auto a = f.document().add(Box{10, 10, 80, 80});
        const auto b = f.document().add(Box{20, 20, 80, 80});
        const auto c = f.document().add(Box{30, 30, 80, 80});
        const auto before = f.document().annotations();
        const auto pile = [&] {
            QList<AnnotationId> ids;
            for (const canvas::ShapeScene::Entry &entry : f.canvas().scene().entries())
                ids.append(entry.shape.id);
            return ids;
        };
        f.select({a.id});
        f.key(Qt::Key_BracketRight, Qt::ControlModifier);
        QCOMPARE(pile(), (QList<AnnotationId>{b.id, a.id, c.id}));
        f.key(Qt::Key_BracketRight, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(pile(), (QList<AnnotationId>{b.id, c.id, a.id}));
        f.key(Qt::Key_BracketLeft, Qt::ControlModifier);
        QCOMPARE(pile(), (QList<AnnotationId>{b.id, a.id, c.id}));
        f.select({c.id});
        f.key(Qt::Key_BracketLeft, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(pile(), (QList<AnnotationId>{c.id, b.id, a.id}));
        const std::size_t pushes = f.document().pushes();
        f.key(Qt::Key_BracketLeft, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.document().pushes(), pushes);
        QVERIFY(f.undoesAndRedoes(before));
    }

    void lockHideAndSolo()
    {
        ImageFixture f;
        const auto large = f.document().add(Box{10, 10, 300, 250});
        const auto small = f.document().add(Box{50, 50, 60, 60});
        f.select({large.id});
        f.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(f.canvas().scene().find(large.id)->shape.locked);
        f.key(Qt::Key_Left);
        f.key(Qt::Key_Delete);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        // The mouse passes through it, but finds its line.
        f.click(f.screen(250, 200));
        QVERIFY(f.document().selection().isEmpty());
        f.click(f.screen(310, 200));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{large.id});
        f.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!f.canvas().scene().find(large.id)->shape.locked);

        f.key(Qt::Key_H, Qt::ShiftModifier);
        QVERIFY(!f.canvas().scene().find(large.id));
        QVERIFY(f.canvas().scene().find(small.id));
        const QVariantMap state = f.view.saveState();
        f.key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.canvas().scene().find(large.id));
        f.view.restoreState(state);
        QVERIFY(!f.canvas().scene().find(large.id));
        // A chip says so, and brings it back.
        const auto chips = f.canvas().findChildren<QAbstractButton *>(QStringLiteral("tag:1 hidden"));
        const auto aside = std::find_if(chips.begin(), chips.end(), [](const QAbstractButton *chip) { return chip->isVisible(); });
        QVERIFY(aside != chips.end());
        QTest::mouseClick(*aside, Qt::LeftButton);
        QVERIFY(f.canvas().scene().find(large.id));

        f.select({small.id});
        f.key(Qt::Key_Z, Qt::ShiftModifier);
        QVERIFY(!f.canvas().scene().find(large.id));
        f.key(Qt::Key_Z, Qt::ShiftModifier);
        QVERIFY(f.canvas().scene().find(large.id));
        // What stood alone does not make the next picture empty.
        f.key(Qt::Key_Z, Qt::ShiftModifier);
        const model::Item item = *f.document().item();
        const auto labels = f.document().annotations();
        f.document().showItem(item, labels);
        QCOMPARE(f.canvas().scene().entries().size(), std::size_t(2));
        QCOMPARE(f.document().pushes(), std::size_t(0));
    }

    void marksOfTheListCount()
    {
        ImageFixture f;
        const auto a = f.document().add(Box{10, 10, 30, 30});
        const auto b = f.document().add(Box{50, 50, 60, 60});
        f.document().setMarks({{a.id}, {b.id}});
        QVERIFY(!f.canvas().scene().find(a.id));
        QVERIFY(f.canvas().scene().find(b.id)->shape.flagged);
    }

    void pasteInPlace()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{10, 10, 30, 30});
        f.select({box.id});
        f.key(Qt::Key_C, Qt::ControlModifier);
        f.key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(std::get<Box>(f.document().annotations().back().geometry), (Box{10, 10, 30, 30}));
        QCOMPARE(f.document().annotations().size(), std::size_t(2));
    }

    void copiesOfArrowsJoinCopies()
    {
        ImageFixture f;
        const auto a = f.document().add(Box{50, 100, 60, 40});
        const auto b = f.document().add(Box{250, 100, 30, 60});
        const auto arrow = f.document().add(geometry::Relation{a.id, b.id, {}});
        f.select({arrow.id});
        f.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.select({a.id, b.id, arrow.id});
        f.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(f.document().annotations().size(), std::size_t(6));
        const auto copy = std::get<geometry::Relation>(f.document().annotations().back().geometry);
        QVERIFY(copy.from != a.id && f.document().annotation(copy.from) && f.document().annotation(copy.to));
    }

    void tags()
    {
        ImageFixture f;
        auto *bar = f.canvas().findChild<QWidget *>(QStringLiteral("tagBar"));
        QVERIFY(!bar->isVisible());
        f.key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        const model::Annotation tag = f.document().annotations().front();
        QVERIFY(std::holds_alternative<geometry::ItemLabel>(tag.geometry));
        QCOMPARE(tag.labelClass, f.document().classNamed("person"));
        QVERIFY(bar->isVisible());
        auto *chip = bar->findChild<QAbstractButton *>(QStringLiteral("tag:person"));
        QVERIFY(chip && !chip->accessibleName().isEmpty());
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(10, 10));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{tag.id});
        f.key(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(f.document().annotations().empty());
        QVERIFY(!bar->isVisible());
        // By the list, and away by the cross.
        f.key(Qt::Key_T, Qt::ShiftModifier);
        auto *popup = f.host.window.findChild<QWidget *>(QStringLiteral("tagPopup"));
        QVERIFY(popup && popup->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("bic"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(f.document().annotations().front().labelClass, f.document().classNamed("bicycle"));
        chip = bar->findChild<QAbstractButton *>(QStringLiteral("tag:bicycle"));
        QVERIFY(chip);
        f.key(Qt::Key_1, Qt::ControlModifier);
        chip = bar->findChild<QAbstractButton *>(QStringLiteral("tag:bicycle"));
        auto *other = bar->findChild<QAbstractButton *>(QStringLiteral("tag:car"));
        QVERIFY(chip && other && bar->rect().contains(chip->geometry()) && bar->rect().contains(other->geometry()));
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 8, 10));
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        QVERIFY(f.undoesAndRedoes({}));
    }

    void tagsOfOtherKinds()
    {
        ImageFixture f;
        f.document().mutableSchema().classes.front().geometries = {QStringLiteral("box")};
        f.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("whole pictures")));
        const auto predicted = f.document().addPrediction(geometry::ItemLabel{}, 0.9, "person");
        f.key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(f.document().annotation(predicted.id)->verdict, model::Verdict::Accepted);
        QCOMPARE(f.document().pushes(), std::size_t(1));
    }

    void contextMenu()
    {
        ImageFixture f;
        const auto a = f.document().add(Box{50, 50, 60, 60});
        const auto b = f.document().add(Box{200, 50, 60, 60});
        const auto open = [&](QPoint at) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, f.canvas().mapToGlobal(at));
            QApplication::sendEvent(&f.canvas(), &event);
            return f.host.window.findChild<QMenu *>(QStringLiteral("shapeMenu"));
        };
        const auto texts = [](const QMenu &menu) {
            QStringList list;
            for (const QAction *action : menu.actions())
                list.append(action->text());
            return list;
        };
        QMenu *menu = open(f.screen(80, 80));
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{a.id});
        QVERIFY(texts(*menu).contains(QStringLiteral("Lock or unlock")));
        QVERIFY(!texts(*menu).contains(QStringLiteral("Group")));
        delete menu;
        f.select({a.id, b.id});
        menu = open(f.screen(80, 80));
        QCOMPARE(f.document().selection().size(), 2);
        const QStringList list = texts(*menu);
        QVERIFY(list.contains(QStringLiteral("Group")) && list.contains(QStringLiteral("Align")));
        menu->actions().at(static_cast<int>(list.indexOf(QStringLiteral("Group"))))->trigger();
        QVERIFY(!f.document().annotation(a.id)->group.isNull());
        delete menu;
        menu = open(f.screen(350, 250));
        QVERIFY(f.document().selection().isEmpty());
        QVERIFY(texts(*menu).contains(QStringLiteral("Paste in place")));
        delete menu;
        // Not while something is being drawn.
        f.key(Qt::Key_P);
        f.click(f.screen(300, 200));
        QVERIFY(!open(f.screen(80, 80)));
    }

    void everyCommandHasItsIconAndTitle()
    {
        ImageFixture f;
        QSet<QString> ids;
        for (const extension::ViewAction &action : f.view.actions()) {
            QVERIFY2(!ids.contains(action.id), qPrintable(action.id));
            ids.insert(action.id);
            QVERIFY2(!action.title.isEmpty() && theme::iconNames().contains(action.icon), qPrintable(action.id + action.icon));
            // With nothing selected no action breaks or changes anything.
            f.view.trigger(action.id);
            if (QWidget *popup = QApplication::activePopupWidget())
                popup->close();
        }
        for (const extension::ViewAction &action : f.view.actions())
            if (action.id.startsWith(QLatin1String("image.tag.")))
                f.view.trigger(action.id);
        f.view.trigger(QStringLiteral("image.tool.select"));
    }
};

QTEST_MAIN(TestObjectEdits)
#include "tst_objectedits.moc"
