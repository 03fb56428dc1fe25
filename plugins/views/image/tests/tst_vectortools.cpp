// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/measure.h"
#include "plugins/views/image/tests/imagefixture.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;
using geometry::Box;
using geometry::Ellipse;
using geometry::KeyPoints;
using geometry::Point;
using geometry::Polygon;
using geometry::Polyline;
using geometry::RotatedBox;
using test::ImageFixture;

namespace {

constexpr double pi = std::numbers::pi;

bool near(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) <= tolerance;
}

Polygon square(double x, double y, double side)
{
    return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}};
}

model::Skeleton triangle()
{
    return {QStringLiteral("car"),
            {QStringLiteral("nose"), QStringLiteral("left"), QStringLiteral("right")},
            {{0, 1}, {0, 2}},
            {{0.5, 0}, {0, 1}, {1, 1}},
            {}};
}

}  // namespace

/// The tools that draw shapes of points, frames and arrows, by real mouse and keys.
class TestVectorTools : public QObject
{
    Q_OBJECT

    static const model::Annotation &only(ImageFixture &f) { return f.document().annotations().front(); }

private slots:
    void rotatedBoxByThreeClicks()
    {
        ImageFixture f;
        f.key(Qt::Key_R);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.rotated"));
        f.click(f.screen(100, 100));
        f.click(f.screen(160, 180));
        f.move(f.screen(140, 200));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.click(f.screen(120, 210));
        const auto box = std::get<RotatedBox>(only(f).geometry);
        QVERIFY(near(box.w, 100) && near(box.angleRadians, std::atan2(80, 60)));
        QVERIFY(near(box.h, 50));
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{only(f).id});
        QVERIFY(f.undoesAndRedoes({}));
    }

    void rotatedBoxByDragStepsBackAndSnaps()
    {
        ImageFixture f;
        f.key(Qt::Key_R);
        // Nearly level: Shift makes it level.
        f.move(f.screen(100, 100));
        f.press(f.screen(100, 100), Qt::ShiftModifier);
        QTest::mouseEvent(QTest::MouseMove, &f.canvas(), Qt::NoButton, Qt::ShiftModifier, f.screen(180, 104));
        f.release(f.screen(200, 105), Qt::ShiftModifier);
        f.key(Qt::Key_Backspace);
        f.click(f.screen(200, 105), Qt::ShiftModifier);
        f.click(f.screen(150, 101));  // too thin: asks again
        QVERIFY(f.host.hints.last().contains(QStringLiteral("2 pixels")));
        f.click(f.screen(150, 140));
        const auto box = std::get<RotatedBox>(only(f).geometry);
        QCOMPARE(box.angleRadians, 0.0);
        QVERIFY(near(box.w, 100) && near(box.h, 40) && near(box.cx, 150) && near(box.cy, 120));
        f.click(f.screen(10, 10));
        f.key(Qt::Key_Escape);
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().pushes(), std::size_t(1));
    }

    void turningARotatedBox()
    {
        ImageFixture f;
        const auto box = f.document().add(RotatedBox{200, 150, 80, 40, 0});
        const auto before = f.document().annotations();
        f.select({box.id});
        // The handle stands over the top side.
        const QPoint handle = f.screen(200, 130) - QPoint(0, 26);
        f.drag(handle, f.screen(260, 150));
        const auto turned = f.geometryOf<RotatedBox>(box.id);
        QVERIFY(near(turned.angleRadians, pi / 2));
        QVERIFY(near(turned.cx, 200) && near(turned.w, 80));
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Turn car"));
        // With Shift to whole steps of 15°.
        const QPoint now = f.screen(220, 150) + QPoint(26, 0);
        f.move(now);
        f.press(now);
        f.move(f.screen(240, 180));
        QTest::mouseEvent(QTest::MouseMove, &f.canvas(), Qt::NoButton, Qt::ShiftModifier, f.screen(250, 183));
        f.release(f.screen(250, 183), Qt::ShiftModifier);
        const double steps = f.geometryOf<RotatedBox>(box.id).angleRadians / (pi / 12);
        QVERIFY(near(steps, std::round(steps)) && !near(steps, 6));
        QVERIFY(f.undoesAndRedoes(before));
    }

    void resizingARotatedBox()
    {
        ImageFixture f;
        const auto box = f.document().add(RotatedBox{200, 150, 80, 40, pi / 2});
        const auto before = f.document().annotations();
        f.select({box.id});
        // Its right side looks down.
        f.drag(f.screen(200, 190), f.screen(205, 210));
        const auto after = f.geometryOf<RotatedBox>(box.id);
        QVERIFY(near(after.w, 100) && near(after.h, 40) && near(after.cx, 200) && near(after.cy, 160));
        QCOMPARE(after.angleRadians, pi / 2);
        QVERIFY(f.undoesAndRedoes(before));
    }

    void ellipsesAndCircles()
    {
        ImageFixture f;
        f.key(Qt::Key_B, Qt::ShiftModifier);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.ellipse"));
        f.drag(f.screen(100, 100), f.screen(180, 140));
        QCOMPARE(std::get<Ellipse>(only(f).geometry), (Ellipse{140, 120, 40, 20, 0}));
        // Shift makes a circle, Ctrl draws from the centre.
        f.move(f.screen(250, 200));
        f.press(f.screen(250, 200), Qt::ControlModifier);
        QTest::mouseEvent(QTest::MouseMove, &f.canvas(), Qt::NoButton, Qt::ShiftModifier | Qt::ControlModifier,
                          f.screen(280, 210));
        f.release(f.screen(280, 210), Qt::ShiftModifier | Qt::ControlModifier);
        const auto circle = f.document().annotations().back();
        QCOMPARE(std::get<Ellipse>(circle.geometry), (Ellipse{250, 200, 30, 30, 0}));
        f.key(Qt::Key_V);
        f.select({circle.id});
        f.drag(f.screen(280, 200), f.screen(300, 200));
        QCOMPARE(f.geometryOf<Ellipse>(circle.id), (Ellipse{260, 200, 40, 30, 0}));
        f.drag(f.screen(260, 170) - QPoint(0, 26), f.screen(330, 200));
        QVERIFY(near(f.geometryOf<Ellipse>(circle.id).angleRadians, pi / 2));
        QVERIFY(f.undoesAndRedoes({}));
    }

    void lines()
    {
        ImageFixture f;
        f.key(Qt::Key_L);
        f.click(f.screen(100, 100));
        f.key(Qt::Key_Return);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("two points")));
        f.click(f.screen(150, 120));
        f.click(f.screen(200, 90));
        f.key(Qt::Key_Backspace);
        f.click(f.screen(220, 180));
        // The first point does not close a line.
        f.click(f.screen(101, 101));
        f.key(Qt::Key_Return);
        QCOMPARE(std::get<Polyline>(only(f).geometry), (Polyline{{{100, 100}, {150, 120}, {220, 180}, {101, 101}}}));
        f.key(Qt::Key_V);
        // Points move, are inserted and removed as those of polygons.
        f.drag(f.screen(150, 120), f.screen(160, 130));
        f.drag(f.screen(190, 155), f.screen(200, 140));
        f.click(f.screen(220, 180), Qt::AltModifier);
        QCOMPARE(f.geometryOf<Polyline>(only(f).id), (Polyline{{{100, 100}, {160, 130}, {200, 140}, {101, 101}}}));
        QVERIFY(f.undoesAndRedoes({}));
    }

    void pointsSetThemselvesWithShift()
    {
        ImageFixture f;
        f.key(Qt::Key_P);
        f.move(f.screen(100, 100));
        f.press(f.screen(100, 100), Qt::ShiftModifier);
        for (int x = 104; x <= 180; x += 4)
            QTest::mouseEvent(QTest::MouseMove, &f.canvas(), Qt::LeftButton, Qt::ShiftModifier, f.screen(x, 100));
        for (int y = 104; y <= 160; y += 4)
            QTest::mouseEvent(QTest::MouseMove, &f.canvas(), Qt::LeftButton, Qt::ShiftModifier, f.screen(180, y));
        f.release(f.screen(180, 160), Qt::ShiftModifier);
        f.key(Qt::Key_Return);
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        const auto ring = std::get<Polygon>(only(f).geometry).parts.front().outer;
        QVERIFY(ring.size() >= 8 && ring.size() <= 16);
        for (std::size_t i = 1; i < ring.size(); ++i)
            QVERIFY(std::hypot(ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y) >= 8);
    }

    void sharedBorders()
    {
        ImageFixture f;
        f.document().add(square(100, 100, 80));
        f.key(Qt::Key_P);
        // From the middle of the right side, round the corner to the middle of the lower side, then off and back.
        f.click(f.screen(183, 138));
        f.click(f.screen(142, 182));
        f.click(f.screen(240, 240));
        f.key(Qt::Key_Return);
        QCOMPARE(std::get<Polygon>(f.document().annotations().back().geometry).parts.front().outer,
                 (geometry::Ring{{180, 138}, {180, 180}, {142, 180}, {240, 240}}));
        // A followed border is one step back.
        f.click(f.screen(183, 138));
        f.click(f.screen(142, 182));
        f.key(Qt::Key_Backspace);
        // Ctrl sets a point where the mouse is.
        f.click(f.screen(177, 183), Qt::ControlModifier);
        f.click(f.screen(300, 200));
        f.key(Qt::Key_Return);
        QCOMPARE(std::get<Polygon>(f.document().annotations().back().geometry).parts.front().outer,
                 (geometry::Ring{{180, 138}, {177, 183}, {300, 200}}));
        // Turned off, nothing snaps.
        f.key(Qt::Key_S, Qt::ShiftModifier);
        f.click(f.screen(103, 97));
        f.click(f.screen(60, 60));
        f.click(f.screen(60, 97));
        f.key(Qt::Key_Return);
        QCOMPARE(std::get<Polygon>(f.document().annotations().back().geometry).parts.front().outer.front(), (Point{103, 97}));
    }

    void cornersSnapWhenDragged()
    {
        ImageFixture f;
        f.document().add(square(100, 100, 50));
        const auto other = f.document().add(square(200, 100, 50));
        f.select({other.id});
        f.drag(f.screen(200, 100), f.screen(153, 98));
        QCOMPARE(f.geometryOf<Polygon>(other.id).parts.front().outer.front(), (Point{150, 100}));
        f.drag(f.screen(200, 150), f.screen(153, 148), Qt::ControlModifier);
        // With Ctrl the corner is where the mouse is.
        QCOMPARE(f.geometryOf<Polygon>(other.id).parts.front().outer.back(), (Point{153, 148}));
    }

    void severalCornersTogether()
    {
        ImageFixture f;
        const auto polygon = f.document().add(square(100, 100, 100));
        const auto before = f.document().annotations();
        f.select({polygon.id});
        f.click(f.screen(100, 100));
        f.click(f.screen(200, 100), Qt::ShiftModifier);
        f.drag(f.screen(200, 100), f.screen(210, 80));
        QCOMPARE(f.geometryOf<Polygon>(polygon.id).parts.front().outer,
                 (geometry::Ring{{110, 80}, {210, 80}, {200, 200}, {100, 200}}));
        f.key(Qt::Key_Left);
        f.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(f.geometryOf<Polygon>(polygon.id).parts.front().outer,
                 (geometry::Ring{{109, 90}, {209, 90}, {200, 200}, {100, 200}}));
        f.key(Qt::Key_Escape);
        // Alt and a drag over empty ground choose those inside it.
        f.move(f.screen(80, 70));
        f.press(f.screen(80, 70), Qt::AltModifier);
        f.move(f.screen(150, 150));
        f.move(f.screen(160, 220));
        f.release(f.screen(160, 220), Qt::AltModifier);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{polygon.id});
        f.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(f.geometryOf<Polygon>(polygon.id).parts.front().outer,
                 (geometry::Ring{{119, 90}, {209, 90}, {200, 200}, {110, 200}}));
        QVERIFY(f.undoesAndRedoes(before));
        // Two of four cannot go.
        f.click(f.screen(119, 90));
        f.click(f.screen(209, 90), Qt::ShiftModifier);
        const std::size_t pushes = f.document().pushes();
        f.key(Qt::Key_Delete);
        QCOMPARE(f.document().pushes(), pushes);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("three corners")));
    }

    void jointByJoint()
    {
        ImageFixture f;
        f.document().mutableSchema().skeletons = {triangle()};
        f.key(Qt::Key_K);
        f.click(f.screen(200, 100));
        f.key(Qt::Key_J);
        f.click(f.screen(150, 200));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.key(Qt::Key_Backspace);
        f.click(f.screen(160, 200), Qt::AltModifier);
        f.click(f.screen(250, 200));
        QCOMPARE(f.document().pushes(), std::size_t(1));
        const model::Annotation made = only(f);
        QCOMPARE(std::get<KeyPoints>(made.geometry),
                 (KeyPoints{{{200, 100, 2}, {160, 200, 1}, {250, 200, 2}}, QStringLiteral("car")}));
        QCOMPARE(f.canvas().scene().find(made.id)->shape.bones.size(), std::size_t(2));
        // Del takes a joint's label away, and the tool places what is missing.
        f.key(Qt::Key_V);
        f.click(f.screen(160, 200));
        f.key(Qt::Key_Delete);
        QCOMPARE(f.geometryOf<KeyPoints>(made.id).points[1], (geometry::KeyPoint{0, 0, 0}));
        f.key(Qt::Key_K);
        f.click(f.screen(140, 210));
        QCOMPARE(f.geometryOf<KeyPoints>(made.id).points[1], (geometry::KeyPoint{140, 210, 2}));
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        // Visible and hidden, by key and by click.
        f.key(Qt::Key_V);
        f.click(f.screen(200, 100));
        f.key(Qt::Key_J);
        QCOMPARE(f.geometryOf<KeyPoints>(made.id).points[0].visibility, 1);
        f.click(f.screen(250, 200), Qt::ControlModifier);
        QCOMPARE(f.geometryOf<KeyPoints>(made.id).points[2].visibility, 1);
        QVERIFY(f.undoesAndRedoes({}));
    }

    void skeletonTemplateAndSkippedJoints()
    {
        ImageFixture f;
        f.document().mutableSchema().skeletons = {triangle()};
        f.key(Qt::Key_K);
        f.drag(f.screen(100, 100), f.screen(180, 160));
        QCOMPARE(std::get<KeyPoints>(only(f).geometry).points,
                 (std::vector<geometry::KeyPoint>{{140, 100, 2}, {100, 160, 2}, {180, 160, 2}}));
        f.select({});
        f.key(Qt::Key_J, Qt::ShiftModifier);
        f.click(f.screen(200, 200));
        f.key(Qt::Key_Return);
        QCOMPARE(std::get<KeyPoints>(f.document().annotations().back().geometry).points,
                 (std::vector<geometry::KeyPoint>{{0, 0, 0}, {200, 200, 2}, {0, 0, 0}}));
        f.select({});
        for (int i = 0; i < 3; ++i)
            f.key(Qt::Key_J, Qt::ShiftModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("No point")));
        QCOMPARE(f.document().pushes(), std::size_t(2));
    }

    void loosePoints()
    {
        ImageFixture f;
        f.document().mutableSchema().skeletons = {triangle()};
        f.key(Qt::Key_K);
        f.key(Qt::Key_K, Qt::ShiftModifier);
        f.click(f.screen(50, 50));
        f.click(f.screen(60, 80));
        f.click(f.screen(90, 90));
        f.key(Qt::Key_Backspace);
        f.key(Qt::Key_Return);
        QCOMPARE(std::get<KeyPoints>(only(f).geometry), (KeyPoints{{{50, 50, 2}, {60, 80, 2}}, {}}));
        QVERIFY(f.undoesAndRedoes({}));
    }

    void rulerAngleAndScale()
    {
        ImageFixture f;
        f.key(Qt::Key_L, Qt::ShiftModifier);
        f.drag(f.screen(100, 100), f.screen(200, 100));
        const model::Annotation ruler = only(f);
        QVERIFY(ruler.labelClass.isNull());
        QCOMPARE(model::measureOf(ruler), std::optional(model::Measure{model::MeasureKind::Length, std::nullopt, 0}));
        QCOMPARE(f.canvas().scene().find(ruler.id)->shape.label, QStringLiteral("100.0 px"));
        f.click(f.screen(100, 150));
        f.click(f.screen(100, 190));
        const AnnotationId second = f.document().annotations().back().id;
        f.key(Qt::Key_A, Qt::ShiftModifier);
        for (const QPoint &at : {f.screen(300, 100), f.screen(300, 200), f.screen(350, 200)})
            f.click(at);
        QCOMPARE(f.canvas().scene().find(f.document().annotations().back().id)->shape.label, QStringLiteral("90.0°"));
        // The first one is 50 mm long.
        f.key(Qt::Key_V);
        f.select({ruler.id});
        f.key(Qt::Key_M, Qt::ControlModifier);
        auto *popup = f.host.window.findChild<QWidget *>(QStringLiteral("calibrationPopup"));
        QVERIFY(popup && popup->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("50"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(model::millimetresPerPixel(f.document().annotations(), f.document().schema()), std::optional(0.5));
        QCOMPARE(f.canvas().scene().find(second)->shape.label, QStringLiteral("40.0 px · 20.00 mm"));
        QVERIFY(f.canvas().scene().find(ruler.id)->shape.label.startsWith(QStringLiteral("50 mm")));
        // A line of known length that becomes longer changes the scale, in one step.
        const std::size_t pushes = f.document().pushes();
        f.drag(f.screen(200, 100), f.screen(300, 100));
        QCOMPARE(f.document().pushes(), pushes + 1);
        QCOMPARE(model::measureOf(*f.document().annotation(second))->millimetresPerPixel, std::optional(0.25));
        QVERIFY(f.undoesAndRedoes({}));
    }

    void scaleOfTheProject()
    {
        ImageFixture f;
        f.document().mutableSchema().version = 3;
        const model::Schema before = f.document().schema();
        f.key(Qt::Key_L, Qt::ShiftModifier);
        f.drag(f.screen(100, 100), f.screen(200, 100));
        f.key(Qt::Key_M, Qt::ControlModifier);
        auto *popup = f.host.window.findChild<QWidget *>(QStringLiteral("calibrationPopup"));
        QVERIFY(popup);
        popup->findChild<QCheckBox *>()->setChecked(true);
        popup->findChild<QDoubleSpinBox *>()->setValue(20);
        popup->findChild<QPushButton *>()->click();
        QCOMPARE(model::millimetresPerPixel(f.document().schema()), std::optional(0.2));
        QCOMPARE(f.document().schema().version, 4);
        QCOMPARE(f.document().pushes(), std::size_t(2));
        f.document().undo();
        QVERIFY(f.document().schema() == before);
        f.document().redo();
        // Without its own calibration a picture has the scale of the project.
        f.document().showItem(*f.document().item());
        f.drag(f.screen(100, 100), f.screen(150, 100));
        QCOMPARE(f.canvas().scene().entries().front().shape.label, QStringLiteral("50.0 px · 10.00 mm"));
    }

    void relations()
    {
        ImageFixture f;
        const auto car = f.document().add(Box{50, 100, 60, 40});
        const auto person = f.document().add(Box{250, 100, 30, 60}, "person");
        const auto before = f.document().annotations();
        f.key(Qt::Key_R, Qt::ShiftModifier);
        f.drag(f.screen(80, 120), f.screen(265, 130));
        QCOMPARE(f.document().annotations().size(), std::size_t(3));
        const model::Annotation arrow = f.document().annotations().back();
        QCOMPARE(std::get<geometry::Relation>(arrow.geometry), (geometry::Relation{car.id, person.id, {}}));
        QVERIFY(arrow.labelClass.isNull());
        QCOMPARE(f.canvas().scene().find(arrow.id)->shape.ornament, canvas::Ornament::Arrow);
        // The same once more is refused; by clicks the other way round.
        f.drag(f.screen(80, 120), f.screen(265, 130));
        QCOMPARE(f.document().annotations().size(), std::size_t(3));
        f.click(f.screen(265, 130));
        f.click(f.screen(10, 10));
        f.click(f.screen(80, 120));
        QCOMPARE(f.document().annotations().size(), std::size_t(4));
        f.key(Qt::Key_V);
        f.select({arrow.id});
        f.key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.geometryOf<geometry::Relation>(arrow.id).from, person.id);
        // Arrows go with what they join.
        f.select({car.id});
        f.key(Qt::Key_Delete);
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        QVERIFY(f.undoesAndRedoes(before));
    }

    void relationClassesAndKeys()
    {
        ImageFixture f;
        model::addClass(f.document().mutableSchema(), f.document().identity.ids.make<ClassId>(), QStringLiteral("drives"))
            .geometries = {QStringLiteral("relation")};
        const auto a = f.document().add(Box{50, 100, 60, 40});
        const auto b = f.document().add(Box{250, 100, 30, 60}, "person");
        f.select({a.id, b.id});
        f.key(Qt::Key_R, Qt::ControlModifier);
        const model::Annotation arrow = f.document().annotations().back();
        QCOMPARE(std::get<geometry::Relation>(arrow.geometry), (geometry::Relation{a.id, b.id, QStringLiteral("drives")}));
        QCOMPARE(arrow.labelClass, f.document().classNamed("drives"));
        f.select({a.id});
        f.key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("two labels")));
    }

    void relationTypesAreChosenInTheBar()
    {
        ImageFixture f;
        for (const char *name : {"drives", "owns"})
            model::addClass(f.document().mutableSchema(), f.document().identity.ids.make<ClassId>(), QString::fromLatin1(name))
                .geometries = {QStringLiteral("relation")};
        const auto a = f.document().add(Box{50, 100, 60, 40});
        const auto b = f.document().add(Box{250, 100, 30, 60}, "person");
        const auto c = f.document().add(Box{150, 200, 30, 60}, "person");
        auto old = f.document().add(geometry::Relation{b.id, c.id, QStringLiteral("knows")});
        f.document().change(old.id, [](model::Annotation &label) { label.labelClass = {}; });
        f.key(Qt::Key_R, Qt::ShiftModifier);
        auto *types = f.canvas().findChild<QComboBox *>(QStringLiteral("relationType"));
        QVERIFY(types);
        QCOMPARE(types->count(), 3);
        QCOMPARE(types->itemText(2), QStringLiteral("knows"));
        const auto draw = [&](geometry::Point from, geometry::Point to) {
            f.drag(f.screen(from.x, from.y), f.screen(to.x, to.y));
            return f.document().annotations().back();
        };
        QCOMPARE(draw({80, 120}, {265, 130}).labelClass, f.document().classNamed("drives"));
        f.choose("relationType", 2);
        const model::Annotation knows = draw({265, 130}, {80, 120});
        QVERIFY(knows.labelClass.isNull());
        QCOMPARE(std::get<geometry::Relation>(knows.geometry).type, QStringLiteral("knows"));
        // The class in hand goes before, and choosing in the bar changes it.
        f.document().setCurrentClass(f.document().classNamed("owns"));
        QCOMPARE(draw({80, 120}, {165, 230}).labelClass, f.document().classNamed("owns"));
        f.choose("relationType", 0);
        QCOMPARE(f.document().currentClass(), f.document().classNamed("drives"));
        QCOMPARE(draw({165, 230}, {80, 120}).labelClass, f.document().classNamed("drives"));
    }

    void outsideThePicture()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{300, 200, 60, 50});
        f.document().mutableSchema().allowOutside = true;
        f.drag(f.screen(330, 225), f.screen(400, 290));
        QCOMPARE(f.geometryOf<Box>(box.id), (Box{370, 265, 60, 50}));
        f.key(Qt::Key_B);
        f.drag(f.screen(-20, -10), f.screen(40, 40));
        QCOMPARE(std::get<Box>(f.document().annotations().back().geometry), (Box{-20, -10, 60, 50}));
        f.document().mutableSchema().allowOutside = false;
        f.drag(f.screen(-20, 100), f.screen(40, 140));
        QCOMPARE(std::get<Box>(f.document().annotations().back().geometry), (Box{0, 100, 40, 40}));
    }

    void everyToolSaysNothingWhenItCannotDraw()
    {
        ImageFixture f;
        f.document().open = false;
        for (const extension::ViewAction &action : f.view.actions()) {
            if (!action.checkable)
                continue;
            f.view.trigger(action.id);
            f.drag(f.screen(100, 100), f.screen(200, 150));
            f.click(f.screen(120, 170));
            f.click(f.screen(150, 190));
            f.view.trigger(QStringLiteral("image.finish"));
            f.view.trigger(QStringLiteral("image.cancel"));
        }
        QCOMPARE(f.document().pushes(), std::size_t(0));
    }
};

QTEST_MAIN(TestVectorTools)
#include "tst_vectortools.moc"
