// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/tests/rasterfixture.h"
#include "widgets/theme/icons.h"

using namespace plumbline;
using namespace plumbline::test;
using geometry::Box;
using geometry::Mask;
using geometry::Polygon;

/// What is done to the areas of labels, by mouse and keys.
class TestRegionTools : public QObject
{
    Q_OBJECT

private slots:
    void straightPieceWithinAStroke()
    {
        ImageFixture f;
        f.key(Qt::Key_M);
        setOption(f, "brushSize", 9);
        // Within a stroke the straight piece follows the cursor until Shift is let go.
        const auto at = [&](double x, double y) { return geometry::snappedDab(f.image(f.screen(x, y)), 9); };
        const auto moved = [&](double x, double y, Qt::KeyboardModifiers modifiers) {
            const QPointF place(f.screen(x, y));
            QMouseEvent event(QEvent::MouseMove, place, f.canvas().mapToGlobal(place), Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(&f.canvas(), &event);
        };
        f.press(f.screen(210.5, 20.5));
        moved(230.5, 30.5, {});
        moved(300.5, 20.5, Qt::ShiftModifier);
        moved(290.5, 60.5, Qt::ShiftModifier);
        moved(250.5, 80.5, {});
        f.release(f.screen(250.5, 80.5));
        QCOMPARE(std::get<geometry::Mask>(f.document().annotations().back().geometry),
                 geometry::maskOfStroke({geometry::TipShape::Round, {at(210.5, 20.5), at(230.5, 30.5), at(290.5, 60.5), at(250.5, 80.5)}}, 400, 300));
    }

    void optionsLeaveAFittedPictureFree()
    {
        ImageFixture f;
        f.canvas().fit();
        const auto picture = [&f] { return f.canvas().view().rectOf(*f.canvas().imageBox()); };
        const QRectF before = picture();
        f.key(Qt::Key_M);
        auto *bar = f.canvas().findChild<QWidget *>(QStringLiteral("toolOptions"));
        QVERIFY(bar->isVisible());
        QVERIFY2(!picture().intersects(QRectF(bar->geometry())), qPrintable(QStringLiteral("%1 below %2").arg(picture().bottom()).arg(bar->y())));
        // A picture that jumps from tool to tool tires the eyes.
        QCOMPARE(picture(), before);
        // The numbers of the pixel make way, also in a window that is too narrow for both.
        for (const int width : {900, 560}) {
            f.canvas().window()->resize(width, 700);
            QCoreApplication::processEvents();
            f.canvas().fit();
            f.move(QPoint(width / 2, 200));
            auto *numbers = f.canvas().findChild<QLabel *>(QStringLiteral("pixelReadout"));
            QVERIFY(numbers && numbers->isVisible());
            QVERIFY(f.canvas().rect().contains(numbers->geometry()));
            QVERIFY(!numbers->geometry().intersects(bar->geometry()));
            QVERIFY(!picture().intersects(QRectF(bar->geometry())));
        }
    }

    void actionsHaveIconsTitlesAndKeysOfTheirOwn()
    {
        ImageFixture f;
        QSet<QString> ids;
        QStringList keys;
        for (const extension::ViewAction &action : f.view.actions()) {
            QVERIFY2(!theme::themedIcon(action.icon).isNull(), qPrintable(action.id));
            QVERIFY2(!action.title.isEmpty() && !ids.contains(action.id), qPrintable(action.id));
            ids.insert(action.id);
            QVERIFY2(action.key.isEmpty() || !keys.contains(action.key.toString()),
                     qPrintable(action.id + action.key.toString()));
            keys.append(action.key.toString());
        }
        for (const char *id :
             {"image.tool.brush", "image.tool.grabcut", "image.region.unite", "image.option.more", "image.options"})
            QVERIFY(ids.contains(QLatin1String(id)));
    }

    void booleansOfTheSelection_data()
    {
        QTest::addColumn<bool>("masks");
        QTest::newRow("polygons") << false;
        QTest::newRow("masks") << true;
    }
    void booleansOfTheSelection()
    {
        QFETCH(bool, masks);
        const auto shape = [masks](double x, double y, double side) -> geometry::Geometry {
            const Polygon polygon = square(x, y, side);
            return masks ? geometry::Geometry(geometry::rasterised(polygon, 400, 300)) : geometry::Geometry(polygon);
        };
        ImageFixture f;
        const auto a = f.document().add(shape(50, 50, 100));
        const auto b = f.document().add(shape(100, 100, 100), "person");
        const auto before = f.document().annotations();
        f.select({a.id, b.id});
        f.key(Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        QCOMPARE(sizeOf(f.document().annotation(a.id)->geometry), 17500.0);
        QCOMPARE(f.document().annotation(a.id)->geometry.index(), shape(0, 0, 1).index());
        QVERIFY(f.undoesAndRedoes(before));
        f.document().undo();
        f.select({a.id, b.id});
        f.key(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sizeOf(f.document().annotation(a.id)->geometry), 7500.0);
        QCOMPARE(f.document().annotation(b.id)->geometry, shape(100, 100, 100));
        f.document().undo();
        f.select({a.id, b.id});
        f.key(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sizeOf(f.document().annotation(a.id)->geometry), 2500.0);
        QCOMPARE(f.document().annotations().size(), std::size_t(2));
        f.document().undo();
        // Alone: with the neighbour that shares most.
        const auto small = f.document().add(shape(40, 40, 20), "bicycle");
        f.select({a.id});
        f.key(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sizeOf(f.document().annotation(a.id)->geometry), 2500.0);
        f.document().undo();
        f.select({a.id});
        f.key(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sizeOf(f.document().annotation(a.id)->geometry), 7400.0);
        f.document().undo();
        // Side by side is near enough to unite.
        const auto beside = f.document().add(shape(200, 100, 10));
        f.select({beside.id});
        f.key(Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(sizeOf(f.document().annotation(beside.id)->geometry), 10100.0);
        QVERIFY(!f.document().annotation(b.id));
        f.document().undo();
        // Nothing left, no neighbour, nothing selected: said in words, nothing done.
        const std::size_t pushes = f.document().pushes();
        const auto lonely = f.document().add(shape(300, 200, 30));
        f.select({lonely.id});
        f.key(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("No other shape")));
        f.select({a.id, lonely.id});
        f.key(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("Nothing would be left")));
        f.select({});
        f.key(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("Select")));
        QCOMPARE(f.document().pushes(), pushes);
        Q_UNUSED(small)
    }

    void mixedKindsAndClasses()
    {
        ImageFixture f;
        const auto mask = f.document().add(geometry::rasterised(square(50, 50, 100), 400, 300));
        const auto box = f.document().add(Box{100, 100, 100, 100});
        f.select({mask.id, box.id});
        f.key(Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(sizeOf(std::get<Mask>(f.document().annotation(mask.id)->geometry)), 17500.0);
        f.document().undo();
        // The class of the result decides what it may be.
        f.document().mutableSchema().classes.front().geometries = QStringList{QStringLiteral("box"), QStringLiteral("mask")};
        const auto other = f.document().add(Box{150, 150, 100, 100});
        f.select({box.id, other.id});
        f.key(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("box, mask")));
        QVERIFY(std::holds_alternative<Box>(f.document().annotation(box.id)->geometry));
        f.document().open = false;
        f.key(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(f.document().annotation(other.id));
    }

    void convertFillCleanGrow()
    {
        ImageFixture f;
        const auto polygon = f.document().add(square(50, 50, 100));
        f.select({polygon.id});
        f.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sizeOf(f.geometryOf<Mask>(polygon.id)), 10000.0);
        f.key(Qt::Key_BracketRight, Qt::AltModifier);
        QCOMPARE(maskBounds(f.geometryOf<Mask>(polygon.id)).value(), (Box{48, 48, 104, 104}));
        f.key(Qt::Key_BracketLeft, Qt::AltModifier);
        QCOMPARE(maskBounds(f.geometryOf<Mask>(polygon.id)).value(), (Box{50, 50, 100, 100}));
        f.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sizeOf(f.geometryOf<Polygon>(polygon.id)), 10000.0);
        const Mask holed =
            geometry::combined(geometry::combined(disc({200, 150}, 60), disc({200, 150}, 20), geometry::Combination::Subtract),
                               disc({20, 20}, 3), geometry::Combination::Unite);
        const auto mask = f.document().add(holed);
        f.select({mask.id});
        f.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(geometry::covers(f.document().annotation(mask.id)->geometry, {200, 150}));
        f.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.geometryOf<Mask>(mask.id), disc({200, 150}, 60));
        const std::size_t pushes = f.document().pushes();
        f.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("64")));
        f.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("no holes")));
        const auto thin = f.document().add(disc({300, 250}, 1));
        f.select({thin.id});
        f.key(Qt::Key_BracketLeft, Qt::AltModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("Nothing would be left")));
        QCOMPARE(f.document().pushes(), pushes);
    }

    void holesPartsAndCuts()
    {
        ImageFixture f;
        const auto shape = f.document().add(square(50, 50, 200));
        f.key(Qt::Key_O, Qt::ShiftModifier);
        f.click(f.screen(100, 100));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("Select")));
        f.select({shape.id});
        for (const QPoint at : {f.screen(100, 100), f.screen(150, 100), f.screen(150, 150), f.screen(100, 150)})
            f.click(at);
        f.key(Qt::Key_Return);
        QCOMPARE(f.geometryOf<Polygon>(shape.id).parts.front().holes.size(), std::size_t(1));
        QCOMPARE(sizeOf(f.geometryOf<Polygon>(shape.id)), 37500.0);
        f.key(Qt::Key_P, Qt::ShiftModifier);
        for (const QPoint at :
             {f.screen(300, 100), f.screen(350, 100), f.screen(350, 150), f.screen(300, 150), f.screen(301, 101)})
            f.click(at);
        QCOMPARE(f.geometryOf<Polygon>(shape.id).parts.size(), std::size_t(2));
        QCOMPARE(sizeOf(f.geometryOf<Polygon>(shape.id)), 40000.0);
        QCOMPARE(f.document().pushes(), std::size_t(2));
        // A hole beside the shape, two corners, Backspace, Esc.
        f.key(Qt::Key_O, Qt::ShiftModifier);
        for (const QPoint at : {f.screen(300, 200), f.screen(350, 200), f.screen(350, 250)})
            f.click(at);
        f.key(Qt::Key_Return);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("outside")));
        f.click(f.screen(100, 200));
        f.click(f.screen(120, 200));
        f.key(Qt::Key_Return);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("three")));
        f.key(Qt::Key_Backspace);
        f.key(Qt::Key_Escape);
        QCOMPARE(f.document().pushes(), std::size_t(2));
        // In two: the larger half stays the label.
        f.key(Qt::Key_C, Qt::ShiftModifier);
        f.drag(f.screen(275, 20), f.screen(275, 280));
        QCOMPARE(f.document().annotations().size(), std::size_t(2));
        QCOMPARE(sizeOf(f.geometryOf<Polygon>(shape.id)), 37500.0);
        QCOMPARE(f.document().annotations().back().labelClass, shape.labelClass);
        QCOMPARE(f.document().selection().size(), 2);
        f.document().undo();
        // By two clicks, of the shape under the line's middle.
        f.select({});
        f.click(f.screen(30, 60));
        f.click(f.screen(260, 60));
        QCOMPARE(f.document().annotations().size(), std::size_t(2));
        f.select({});
        f.drag(f.screen(10, 10), f.screen(20, 20));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("across")));
        f.select({shape.id});
        f.drag(f.screen(2, 10), f.screen(2, 20));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("cut through")));
        // Masks are cut between pixels.
        const auto mask = f.document().add(disc({200, 150}, 50));
        f.select({mask.id});
        f.drag(f.screen(200, 80), f.screen(200, 220));
        const auto halves = f.document().selection();
        QCOMPARE(halves.size(), 2);
        double sum = 0;
        for (const AnnotationId &half : halves)
            sum += sizeOf(f.geometryOf<Mask>(half));
        QCOMPARE(sum, sizeOf(disc({200, 150}, 50)));
    }

    void simplifyShowsThenKeeps()
    {
        ImageFixture f;
        geometry::Ring ring;
        for (int i = 0; i < 200; ++i)
            ring.push_back({200 + 100 * std::cos(2 * M_PI * i / 200), 150 + 100 * std::sin(2 * M_PI * i / 200)});
        const auto shape = f.document().add(Polygon{{{ring, {}}}});
        f.key(Qt::Key_F, Qt::ShiftModifier);
        auto *status = f.canvas().findChild<QLabel *>(QStringLiteral("toolStatus"));
        QVERIFY(status->text().contains(QStringLiteral("Select")));
        f.click(f.screen(200, 150));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{shape.id});
        QVERIFY(status->text().contains(QStringLiteral("200 →")));
        const QString at2 = status->text();
        setOption(f, "simplifyTolerance", 10);
        QVERIFY(status->text() != at2);
        f.key(Qt::Key_BracketRight);
        QCOMPARE(option(f, "simplifyTolerance"), 12.0);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().pushes(), std::size_t(1));
        const std::size_t corners = f.geometryOf<Polygon>(shape.id).parts.front().outer.size();
        QVERIFY(corners >= 3 && corners < 12);
        f.key(Qt::Key_Return);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("Nothing changes")));
        // A shape that would vanish stays; a mask stays a mask; a line keeps its ends.
        const auto tiny = f.document().add(square(10, 10, 4));
        f.select({tiny.id});
        f.key(Qt::Key_Return);
        QCOMPARE(f.geometryOf<Polygon>(tiny.id), square(10, 10, 4));
        const auto line = f.document().add(geometry::Polyline{{{10, 10}, {50, 11}, {90, 10}}});
        f.select({line.id});
        f.key(Qt::Key_Return);
        QCOMPARE(f.geometryOf<geometry::Polyline>(line.id), (geometry::Polyline{{{10, 10}, {90, 10}}}));
        const auto mask = f.document().add(disc({200, 150}, 50));
        f.select({mask.id});
        f.key(Qt::Key_Return);
        QVERIFY(sizeOf(f.geometryOf<Mask>(mask.id)) < sizeOf(disc({200, 150}, 50)));
        // Leaving without Enter changes nothing and shows everything again.
        f.select({shape.id});
        setOption(f, "simplifyTolerance", 60);
        const std::size_t pushes = f.document().pushes();
        f.key(Qt::Key_V);
        QCOMPARE(f.document().pushes(), pushes);
    }

    void monstersNeitherCrashNorHang()
    {
        ImageFixture f;
        base::SeededRandom random(8);
        Polygon noise{{{}}};
        for (int i = 0; i < 100000; ++i)
            noise.parts.front().outer.push_back({random.uniform(-1000, 5000), random.uniform(-1000, 5000)});
        Polygon round{{{}}};
        for (int i = 0; i < 100000; ++i)
            round.parts.front().outer.push_back(
                {200 + 120 * std::cos(2 * M_PI * i / 1e5), 150 + 120 * std::sin(2 * M_PI * i / 1e5)});
        const Polygon tie{{{{{50, 50}, {250, 250}, {250, 50}, {50, 250}}, {}}}};
        const Polygon flat{{{{{50, 50}, {250, 50}, {150, 50}}, {}}}};
        for (const geometry::Geometry &monster :
             std::vector<geometry::Geometry>{noise, round, tie, flat, Mask{400, 300, {0, 120000}}, geometry::emptyMask(400, 300),
                                             Mask{7, 9, {3, 5, 55}}, Box{10, 10, 0, 0}}) {
            f.document().showItem(*f.document().item());
            show(f, discPicture(false));
            const auto shape = f.document().add(monster);
            f.document().add(Box{100, 100, 100, 100}, "person");
            for (const char *action :
                 {"image.region.unite", "image.region.subtract", "image.region.intersect", "image.region.convert",
                  "image.region.fillHoles", "image.region.removeSpecks", "image.region.grow", "image.region.shrink"}) {
                f.select({shape.id});
                f.view.trigger(QLatin1String(action));
            }
            for (const char *tool : {"image.tool.hole", "image.tool.part", "image.tool.split", "image.tool.simplify",
                                     "image.tool.brush", "image.tool.eraser"}) {
                f.select({shape.id});
                f.view.trigger(QLatin1String(tool));
                for (const QPoint at : {f.screen(120, 120), f.screen(180, 120), f.screen(150, 180)})
                    f.click(at);
                f.key(Qt::Key_Return);
                f.view.trigger(QStringLiteral("image.cancel"));
            }
            for (const model::Annotation &annotation : f.document().annotations())
                if (annotation.id != shape.id || annotation.geometry != monster)
                    QVERIFY(geometry::whyInvalid(annotation.geometry).isEmpty());
        }
    }
};

QTEST_MAIN(TestRegionTools)
#include "tst_regiontools.moc"
