// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/overlap.h"
#include "plugins/views/image/tests/rasterfixture.h"
#include "tests/support/samples.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QWheelEvent>

using namespace plumbline;
using namespace plumbline::test;
using geometry::Mask;
using geometry::Point;
using geometry::Polygon;

namespace {

// What a painter does who looks at every pixel of the picture.
Mask paintedByHand(const std::vector<geometry::Dab> &dabs)
{
    Raster raster(400, 300);
    raster.fill([&](std::int64_t x, std::int64_t y) {
        const Point p{x + 0.5, y + 0.5};
        for (std::size_t i = 0; i < dabs.size(); ++i) {
            const Point a = dabs[i].centre;
            const Point b = dabs[std::min(i + 1, dabs.size() - 1)].centre;
            const double length = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
            const double t =
                length > 0 ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length, 0.0, 1.0) : 0;
            if (std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y)) <= dabs[i].radius + 1e-9)
                return true;
        }
        return false;
    });
    return raster.mask();
}

void wheel(ImageFixture &f, QPoint at, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, f.canvas().mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&f.canvas(), &event);
}

}  // namespace

/// Tools that paint and find regions, by mouse and keys, with the exact result where there is one.
class TestRasterTools : public QObject
{
    Q_OBJECT

private slots:
    void strokeIsWhatAPainterPaints_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QPointF>("offset");
        QTest::newRow("0.7") << 0.7 << QPointF(100, 60);
        QTest::newRow("1") << 1.0 << QPointF(40, 30);
        QTest::newRow("1.9") << 1.9 << QPointF(10.5, 20.25);
        QTest::newRow("6") << 6.0 << QPointF(-500, -500);
    }
    void strokeIsWhatAPainterPaints()
    {
        QFETCH(double, zoom);
        QFETCH(QPointF, offset);
        ImageFixture f(zoom, offset);
        f.key(Qt::Key_M);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.brush"));
        setOption(f, "brushSize", 13);
        std::vector<geometry::Dab> dabs;
        const std::vector<QPoint> way{f.screen(110, 110), f.screen(150, 118), f.screen(160, 150), f.screen(125, 160)};
        for (const QPoint at : way)
            dabs.push_back(geometry::snappedDab(f.image(at), 13));
        f.move(way.front());
        f.press(way.front());
        for (const QPoint at : way)
            f.move(at);
        QVERIFY(f.document().annotations().empty());
        // What is shown while painting is what will be there.
        const QImage shown = f.canvas().grab().toImage();
        f.release(way.back());
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QCOMPARE(f.document().pushed.front().label, QStringLiteral("Draw car"));
        const model::Annotation made = f.document().annotations().front();
        QCOMPARE(std::get<Mask>(made.geometry), paintedByHand(dabs));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{made.id});
        QVERIFY(f.undoesAndRedoes({}));
        if (zoom < 3)
            return;
        // Pixel by pixel, but under the ring of the tip.
        const Raster wanted(std::get<Mask>(made.geometry));
        const Point cursor = f.image(way.back());
        for (int y = 100; y < 175; ++y) {
            for (int x = 100; x < 175; ++x) {
                const QPoint at = f.screen(x + 0.5, y + 0.5);
                if (!shown.rect().contains(at) || std::abs(std::hypot(x + 0.5 - cursor.x, y + 0.5 - cursor.y) - 6.5) < 1.5)
                    continue;
                const bool painted = qAbs(qRed(shown.pixel(at)) - 90) + qAbs(qBlue(shown.pixel(at)) - 110) > 30;
                QVERIFY2(painted == wanted.at(x, y), qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
            }
        }
    }

    void brushGoesOnErasesAndBeginsAnew()
    {
        ImageFixture f;
        f.key(Qt::Key_M);
        setOption(f, "brushSize", 20);
        f.drag(f.screen(50, 50), f.screen(120, 50));
        const AnnotationId first = f.document().annotations().front().id;
        const double area = sizeOf(f.document().annotation(first)->geometry);
        f.drag(f.screen(120, 50), f.screen(120, 120));
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Paint car"));
        const double larger = sizeOf(f.document().annotation(first)->geometry);
        QVERIFY(larger > area * 1.7);
        // Painting over what is painted is no change.
        f.drag(f.screen(60, 50), f.screen(100, 50));
        QCOMPARE(f.document().pushes(), std::size_t(2));
        // Alt erases for a stroke, the eraser for good.
        f.drag(f.screen(60, 50), f.screen(70, 50), Qt::AltModifier);
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Erase from car"));
        QVERIFY(sizeOf(f.document().annotation(first)->geometry) < larger);
        QVERIFY(!geometry::covers(f.document().annotation(first)->geometry, {65, 50}));
        f.key(Qt::Key_E, Qt::ShiftModifier);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.eraser"));
        setOption(f, "brushSize", 60);
        f.drag(f.screen(30, 50), f.screen(130, 50));
        QVERIFY(f.document().annotation(first));
        f.drag(f.screen(120, 50), f.screen(120, 130));
        QVERIFY(!f.document().annotation(first));
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Erase all of car"));
        f.click(f.screen(200, 200));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("mask")));
        QVERIFY(f.undoesAndRedoes({}) || f.document().annotations().empty());
        // Of another class, or without a selection, a new one begins.
        f.key(Qt::Key_M);
        setOption(f, "brushSize", 10);
        f.drag(f.screen(50, 50), f.screen(80, 50));
        f.document().setCurrentClass(f.document().classNamed("person"));
        f.drag(f.screen(50, 50), f.screen(80, 50));
        QCOMPARE(f.document().annotations().size(), std::size_t(2));
        f.key(Qt::Key_Escape);
        QVERIFY(f.document().selection().isEmpty());
        f.drag(f.screen(50, 90), f.screen(80, 90));
        QCOMPARE(f.document().annotations().size(), std::size_t(3));
    }

    void brushKeysWheelAndShift()
    {
        ImageFixture f;
        f.key(Qt::Key_M);
        setOption(f, "brushSize", 20);
        f.key(Qt::Key_BracketRight);
        QCOMPARE(option(f, "brushSize"), 23.0);
        f.key(Qt::Key_BracketLeft);
        f.key(Qt::Key_BracketLeft);
        QVERIFY(option(f, "brushSize") < 20);
        for (int i = 0; i < 40; ++i)
            f.key(Qt::Key_BracketLeft);
        QCOMPARE(option(f, "brushSize"), 1.0);
        const double scale = f.canvas().view().scale;
        wheel(f, f.screen(100, 100), 3, Qt::ControlModifier);
        QVERIFY(option(f, "brushSize") > 1);
        QCOMPARE(f.canvas().view().scale, scale);
        wheel(f, f.screen(100, 100), 1, {});
        QVERIFY(f.canvas().view().scale > scale);
        f.canvas().setView({1, QPointF(40, 30)});
        setOption(f, "brushSize", 9);
        f.key(Qt::Key_Q);
        f.click(f.screen(100, 100));
        QCOMPARE(sizeOf(f.document().annotations().front().geometry), 81.0);
        f.key(Qt::Key_Q);
        // Shift goes straight on from the end of the stroke before.
        f.key(Qt::Key_Escape);
        f.click(f.screen(50.5, 200.5));
        f.click(f.screen(150.5, 250.5), Qt::ShiftModifier);
        const AnnotationId line = *f.document().selection().begin();
        QCOMPARE(std::get<Mask>(f.document().annotation(line)->geometry),
                 paintedByHand({geometry::snappedDab(f.image(f.screen(50.5, 200.5)), 9),
                                geometry::snappedDab(f.image(f.screen(150.5, 250.5)), 9)}));
        // Esc drops what is being painted.
        const std::size_t pushes = f.document().pushes();
        f.press(f.screen(300, 100));
        f.move(f.screen(320, 100));
        f.key(Qt::Key_Escape);
        f.release(f.screen(320, 100));
        QCOMPARE(f.document().pushes(), pushes);
    }

    void penPressureScalesTheTip()
    {
        ImageFixture f;
        f.key(Qt::Key_M);
        setOption(f, "brushSize", 40);
        const QPoint at = f.screen(200, 150);
        const auto pen = [&](QEvent::Type type, double pressure) {
            QTabletEvent event(type, QPointingDevice::primaryPointingDevice(), at, f.canvas().mapToGlobal(at), pressure, 0, 0, 0,
                               0, 0, Qt::NoModifier, Qt::LeftButton,
                               type == QEvent::TabletRelease ? Qt::NoButton : Qt::LeftButton);
            QApplication::sendEvent(&f.canvas(), &event);
            QVERIFY(!event.isAccepted());  // so that Qt makes a mouse event of it
        };
        pen(QEvent::TabletPress, 0.25);
        f.press(at);
        pen(QEvent::TabletRelease, 0);
        f.release(at);
        QVERIFY(std::abs(sizeOf(f.document().annotations().front().geometry) - M_PI * 25) < 12);
        f.key(Qt::Key_Escape);
        f.click(at);
        QVERIFY(std::abs(sizeOf(f.document().annotations().back().geometry) - M_PI * 400) < 40);
        f.key(Qt::Key_Escape);
        f.canvas().findChild<QCheckBox *>(QStringLiteral("brushPressure"))->click();
        pen(QEvent::TabletPress, 0.25);
        f.press(at);
        pen(QEvent::TabletRelease, 0);
        f.release(at);
        QVERIFY(std::abs(sizeOf(f.document().annotations().back().geometry) - M_PI * 400) < 40);
    }

    void brushMindsTheRules()
    {
        ImageFixture f;
        f.document().mutableSchema().classes.front().geometries = QStringList{QStringLiteral("box")};
        f.key(Qt::Key_M);
        f.drag(f.screen(10, 10), f.screen(90, 90));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("box")));
        f.document().mutableSchema().classes.front().geometries.clear();
        f.document().open = false;
        f.drag(f.screen(10, 10), f.screen(90, 90));
        QCOMPARE(f.host.hints.last(), QStringLiteral("This task is submitted."));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.document().open = true;
        // Outside the picture there is nothing to paint on.
        f.drag(QPoint(5, 5), QPoint(20, 8));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        // A prediction is accepted with the correction.
        const auto guess = f.document().addPrediction(disc({100, 100}, 20), 0.7);
        f.select({guess.id});
        f.drag(f.screen(100, 100), f.screen(160, 100));
        QCOMPARE(f.document().annotation(guess.id)->verdict, model::Verdict::Accepted);
        QCOMPARE(f.document().annotations().back().parent, guess.id);
        // Masks of another size, and without any pixel, are taken as they fit.
        for (const Mask &odd : {Mask{10, 10, {0, 100}}, Mask{4000, 2, {0, 8000}}, geometry::emptyMask(400, 300), Mask{0, 0, {}},
                                Mask{1, 5000, {0, 5000}}}) {
            const auto mask = f.document().add(odd);
            f.select({mask.id});
            f.drag(f.screen(200, 200), f.screen(230, 200));
            const Mask after = f.geometryOf<Mask>(mask.id);
            QCOMPARE(after.width, 400u);
            QVERIFY(geometry::whyInvalid(after).isEmpty());
            f.drag(f.screen(200, 200), f.screen(230, 200), Qt::AltModifier);
        }
    }

    void fillTakesWhatLooksAlike()
    {
        ImageFixture f;
        show(f, discPicture(false));
        f.key(Qt::Key_V, Qt::ShiftModifier);
        f.press(f.screen(200, 150));
        QCOMPARE(f.host.runner.jobs().size(), std::size_t(1));
        QTRY_VERIFY(!f.canvas().grab().isNull());
        f.release(f.screen(200, 150));
        QTRY_COMPARE(f.document().pushes(), std::size_t(1));
        Raster wanted(400, 300);
        wanted.fill([](std::int64_t x, std::int64_t y) { return std::hypot(x + 0.5 - 200, y + 0.5 - 150) <= 80; });
        QCOMPARE(std::get<Mask>(f.document().annotations().front().geometry), wanted.mask());
        // Dragging to the right takes more, here everything; it is remembered.
        f.key(Qt::Key_Escape);
        setOption(f, "fillTolerance", 5);
        f.press(f.screen(20, 20));
        f.move(f.screen(120, 20));
        f.move(f.screen(380, 20));
        f.move(f.screen(390, 20));
        f.release(f.screen(390, 20));
        QTRY_COMPARE(f.document().pushes(), std::size_t(2));
        QVERIFY(option(f, "fillTolerance") > 80);
        const double before = sizeOf(f.document().annotations().back().geometry);
        QVERIFY(before < 400 * 300);
        // Alt takes the region out of the mask again.
        setOption(f, "fillTolerance", 5);
        f.click(f.screen(20, 20), Qt::AltModifier);
        QTRY_COMPARE(f.document().pushes(), std::size_t(3));
        // As a polygon.
        f.key(Qt::Key_Escape);
        f.choose("fillMakes", 1);
        f.click(f.screen(200, 150));
        QTRY_COMPARE(f.document().pushes(), std::size_t(4));
        const auto &polygon = std::get<Polygon>(f.document().annotations().back().geometry);
        QVERIFY(std::abs(sizeOf(polygon) - M_PI * 6400) < 150);
        // Esc before the answer, a click beside the picture.
        f.press(f.screen(200, 150));
        f.key(Qt::Key_Escape);
        f.release(f.screen(200, 150));
        f.click(QPoint(5, 5));
        QTest::qWait(50);
        QCOMPARE(f.document().pushes(), std::size_t(4));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("inside")));
        QVERIFY(f.undoesAndRedoes({}));
    }

    // Somebody stops the work in the list of jobs.
    void stoppedWorkLeavesNothingHalfDone()
    {
        ImageFixture f;
        show(f, discPicture(true));
        f.key(Qt::Key_V, Qt::ShiftModifier);
        f.press(f.screen(200, 150));
        f.host.runner.cancelAll();
        f.release(f.screen(200, 150));
        QTRY_VERIFY(f.host.runner.jobs().empty());
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.key(Qt::Key_Q, Qt::ShiftModifier);
        f.drag(f.screen(110, 60), f.screen(290, 240));
        QCOMPARE(f.host.runner.jobs().size(), std::size_t(1));
        f.host.runner.cancelAll();
        QTRY_VERIFY(f.host.runner.jobs().empty());
        f.key(Qt::Key_Return);
        QTest::qWait(20);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        QVERIFY(f.canvas().findChild<QLabel *>(QStringLiteral("toolStatus"))->text().contains(QStringLiteral("Drag a box")));
    }

    void scissorsFollowTheEdge()
    {
        ImageFixture f;
        show(f, discPicture(true));
        f.key(Qt::Key_W, Qt::ShiftModifier);
        auto *status = f.canvas().findChild<QLabel *>(QStringLiteral("toolStatus"));
        // Six clicks on the rim; the ways between them are not straight.
        for (int i = 0; i < 6; ++i) {
            const double t = 2 * M_PI * i / 6;
            f.click(f.screen(200 + 80 * std::cos(t), 150 + 80 * std::sin(t)));
            QTRY_VERIFY(status->text().contains(QStringLiteral("Enter")));
        }
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().pushes(), std::size_t(1));
        const geometry::Geometry made = f.document().annotations().front().geometry;
        const double good = geometry::iou(made, disc({200, 150}, 80));
        QVERIFY2(good > 0.95, qPrintable(QString::number(good)));
        QVERIFY(f.undoesAndRedoes({}));
        // Backspace takes pieces back until nothing is there; Esc drops all; one point is no shape.
        f.click(f.screen(280, 150));
        f.key(Qt::Key_Return);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("two points")));
        f.click(f.screen(200, 70));
        f.key(Qt::Key_Backspace);
        f.key(Qt::Key_Backspace);
        f.key(Qt::Key_Return);
        f.click(f.screen(280, 150));
        f.click(f.screen(200, 70));
        f.key(Qt::Key_Escape);
        QCOMPARE(f.document().pushes(), std::size_t(1));
        // As a mask, closed by a click on the first point.
        f.choose("scissorsMake", 0);
        for (const QPoint at : {f.screen(50, 50), f.screen(90, 50), f.screen(90, 90), f.screen(51, 51)})
            f.click(at, Qt::AltModifier);
        QCOMPARE(f.document().pushes(), std::size_t(2));
        QVERIFY(std::holds_alternative<Mask>(f.document().annotations().back().geometry));
    }

    void grabCutFindsTheThing()
    {
        ImageFixture f;
        show(f, discPicture(true));
        f.key(Qt::Key_Q, Qt::ShiftModifier);
        auto *status = f.canvas().findChild<QLabel *>(QStringLiteral("toolStatus"));
        f.drag(f.screen(105, 60), f.screen(295, 245));
        QTRY_VERIFY(status->text().contains(QStringLiteral("Enter")));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().pushes(), std::size_t(1));
        const double good = geometry::iou(f.document().annotations().front().geometry, disc({200, 150}, 80));
        QVERIFY2(good > 0.95, qPrintable(QString::number(good)));
        QVERIFY(f.undoesAndRedoes({}));
        // What is scribbled over with Alt is not part of it; Backspace takes that back.
        f.choose("grabCutMakes", 0);
        f.key(Qt::Key_Escape);
        f.drag(f.screen(105, 60), f.screen(295, 245));
        QTRY_VERIFY(status->text().contains(QStringLiteral("Enter")));
        f.press(f.screen(200, 120), Qt::AltModifier);
        f.move(f.screen(200, 180));
        f.release(f.screen(200, 180), Qt::AltModifier);
        // Enter at once keeps the answer when it comes.
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.document().pushes(), std::size_t(2));
        QVERIFY(!geometry::covers(f.document().annotations().back().geometry, {200, 150}));
        f.drag(f.screen(105, 60), f.screen(295, 245));
        f.key(Qt::Key_Backspace);
        f.drag(f.screen(105, 60), f.screen(108, 62));
        QVERIFY(f.host.hints.last().contains(QStringLiteral("8 × 8")));
        f.drag(f.screen(105, 60), f.screen(295, 245));
        f.key(Qt::Key_Escape);
        QTest::qWait(30);
        QCOMPARE(f.document().pushes(), std::size_t(2));
        // The key for scribbles that take away.
        auto *says = f.canvas().findChild<QComboBox *>(QStringLiteral("grabCutSays"));
        f.key(Qt::Key_Q);
        QCOMPARE(says->currentIndex(), 1);
        f.key(Qt::Key_Q);
        QCOMPARE(says->currentIndex(), 0);
        // All of the picture leaves no background: said, not crashed.
        f.drag(f.screen(-20, -20), f.screen(420, 320));
        QTRY_VERIFY(f.host.hints.last().contains(QStringLiteral("background")));
        f.key(Qt::Key_Escape);
    }

    void optionsByKeyboardAndRemembered()
    {
        ImageFixture f;
        auto *bar = f.canvas().findChild<QWidget *>(QStringLiteral("toolOptions"));
        QVERIFY(bar && bar->isHidden());
        f.key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("nothing to set")));
        f.key(Qt::Key_M);
        QVERIFY(bar->isVisible());
        QVERIFY(bar->width() >= bar->sizeHint().width());
        QVERIFY(f.canvas().rect().contains(bar->geometry()));
        f.key(Qt::Key_Period, Qt::ControlModifier);
        auto *size = f.canvas().findChild<QDoubleSpinBox *>(QStringLiteral("brushSize"));
        QVERIFY(size->hasFocus());
        QVERIFY(!size->accessibleName().isEmpty());
        // Letters and digits belong to the field; Tab goes round in the bar; Enter gives the keys back.
        QTest::keyClicks(size, QStringLiteral("v3b7"));
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.brush"));
        QTest::keyClick(size, Qt::Key_Tab);
        auto *tip = f.canvas().findChild<QComboBox *>(QStringLiteral("brushTip"));
        QVERIFY(tip->hasFocus());
        QTest::keyClick(tip, Qt::Key_Down);
        QTest::keyClick(tip, Qt::Key_Backtab);
        QVERIFY(size->hasFocus());
        QTest::keyClick(size, Qt::Key_Return);
        QVERIFY(f.canvas().hasFocus());
        QCOMPARE(size->value(), 37.0);
        const QVariantMap state = f.view.saveState();
        QCOMPARE(f.document().pushes(), std::size_t(0));
        ImageFixture other;
        other.view.restoreState(state);
        QCOMPARE(other.view.currentTool(), QStringLiteral("image.tool.brush"));
        QCOMPARE(option(other, "brushSize"), 37.0);
        QCOMPARE(other.canvas().findChild<QComboBox *>(QStringLiteral("brushTip"))->currentIndex(), 1);
        // A state that makes no sense is the default.
        QVariantMap broken = state;
        broken.insert(QStringLiteral("toolSettings"),
                      QVariantMap{{QStringLiteral("brushSize"), -4}, {QStringLiteral("fillMakes"), 7}});
        other.view.restoreState(broken);
        QCOMPARE(option(other, "brushSize"), 24.0);
    }

    void hugePicture()
    {
        // Costs as the stroke, not as the picture. Printed, not judged: machines differ.
        QImage picture(15000, 10000, QImage::Format_Grayscale8);
        QVERIFY(!picture.isNull());
        picture.fill(120);
        ImageFixture f;
        f.view.showFrame(*f.document().item(), extension::LoadedFrame{picture, {}});
        picture = {};
        f.canvas().fit();
        f.key(Qt::Key_M);
        setOption(f, "brushSize", 600);
        f.canvas().grab();
        QElapsedTimer time;
        const auto milliseconds = [&time] { return double(time.nsecsElapsed()) / 1e6; };
        const auto at = [&](int i) { return f.screen(2000 + 110 * i, 5000 + 2500 * std::sin(i / 9.0)); };
        f.move(at(0));
        f.press(at(0));
        f.canvas().repaint();
        double slowest = 0;
        double sum = 0;
        constexpr int steps = 100;
        for (int i = 1; i <= steps; ++i) {
            time.start();
            f.move(at(i));
            f.canvas().repaint();
            sum += milliseconds();
            slowest = std::max(slowest, milliseconds());
        }
        time.start();
        f.release(at(steps));
        const double release = milliseconds();
        time.start();
        f.canvas().repaint();
        const double after = milliseconds();
        time.start();
        f.press(at(3));
        f.canvas().repaint();
        const double goingOn = milliseconds();
        f.release(at(3));
        QVERIFY(sizeOf(f.document().annotations().front().geometry) > 5e6);
        qInfo("brush of 600 pixels on 150 megapixels: %.1f ms a step, at most %.1f; end %.1f ms, drawn anew %.1f ms; going on "
              "%.1f ms",
              sum / steps, slowest, release, after, goingOn);
    }

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void looks()
    {
        QFETCH(bool, dark);
        const theme::Theme &colours = dark ? theme::darkTheme() : theme::lightTheme();
        theme::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), colours);
        ImageFixture f;
        PLUMBLINE_SAMPLE(path, "images/opencv-samples/messi5.jpg");
        QImage picture(path);
        QVERIFY(!picture.isNull());
        picture = picture.convertToFormat(QImage::Format_RGB32);
        show(f, picture);
        f.canvas().fit();
        QVERIFY(QDir(QStringLiteral(PLUMBLINE_BINARY_DIR)).mkpath(QStringLiteral("screenshots")));
        const auto save = [&](const char *name) {
            const QImage image = f.canvas().grab().toImage();
            QVERIFY(image.save(
                QStringLiteral(PLUMBLINE_BINARY_DIR "/screenshots/raster-%1-%2.png").arg(QLatin1String(name), colours.name)));
        };
        const auto pixel = [&](double x, double y) { return f.screen(x * picture.width(), y * picture.height()); };
        f.key(Qt::Key_M);
        f.drag(pixel(0.2, 0.3), pixel(0.4, 0.4));
        f.press(pixel(0.4, 0.4));
        f.move(pixel(0.5, 0.2));
        f.move(pixel(0.6, 0.5));
        save("brush");
        f.release(pixel(0.6, 0.5));
        f.press(pixel(0.3, 0.2), Qt::AltModifier);
        f.move(pixel(0.35, 0.6));
        save("erasing");
        f.key(Qt::Key_Escape);
        f.release(pixel(0.35, 0.6));
        f.key(Qt::Key_Escape);
        f.key(Qt::Key_V, Qt::ShiftModifier);
        f.press(pixel(0.8, 0.9));
        f.move(pixel(0.82, 0.9));
        f.move(pixel(0.86, 0.9));
        QTest::qWait(400);
        save("fill");
        f.key(Qt::Key_Escape);
        f.release(pixel(0.86, 0.9));
        f.key(Qt::Key_W, Qt::ShiftModifier);
        auto *status = f.canvas().findChild<QLabel *>(QStringLiteral("toolStatus"));
        for (const QPoint at : {pixel(0.44, 0.17), pixel(0.36, 0.33), pixel(0.39, 0.6)}) {
            f.click(at);
            QTRY_VERIFY(status->text().contains(QStringLiteral("Enter")));
        }
        f.move(pixel(0.5, 0.65));
        save("scissors");
        f.key(Qt::Key_Escape);
        f.key(Qt::Key_Q, Qt::ShiftModifier);
        QElapsedTimer time;
        f.move(pixel(0.27, 0.12));
        f.press(pixel(0.27, 0.12));
        f.move(pixel(0.66, 0.97));
        time.start();
        f.release(pixel(0.66, 0.97));
        QTRY_VERIFY(status->text().contains(QStringLiteral("Enter")));
        qInfo("GrabCut answered after %lld ms", static_cast<long long>(time.elapsed()));
        f.press(pixel(0.45, 0.3));
        f.move(pixel(0.45, 0.5));
        f.release(pixel(0.45, 0.5));
        f.press(pixel(0.3, 0.8), Qt::AltModifier);
        f.move(pixel(0.3, 0.9));
        f.release(pixel(0.3, 0.9), Qt::AltModifier);
        QTRY_VERIFY(status->text().contains(QStringLiteral("Enter")));
        save("grabcut");
        f.key(Qt::Key_Return);
        f.key(Qt::Key_F, Qt::ShiftModifier);
        setOption(f, "simplifyTolerance", 5);
        save("simplify");
        f.key(Qt::Key_Return);
        f.key(Qt::Key_C, Qt::ShiftModifier);
        f.press(pixel(0.3, 0.5));
        f.move(pixel(0.6, 0.55));
        save("split");
        f.release(pixel(0.6, 0.55));
        f.key(Qt::Key_O, Qt::ShiftModifier);
        for (const QPoint at : {pixel(0.42, 0.35), pixel(0.5, 0.35), pixel(0.48, 0.45)})
            f.click(at);
        f.move(pixel(0.43, 0.44));
        save("hole");
        f.key(Qt::Key_Escape);
        QVERIFY(f.document().pushes() >= 4);
    }
};

QTEST_MAIN(TestRasterTools)
#include "tst_rastertools.moc"
