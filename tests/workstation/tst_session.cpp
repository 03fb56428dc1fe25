// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "core/base/json.h"
#include "core/model/measure.h"
#include "core/workflow/desk.h"

#include <QFileDialog>
#include <QTimer>

using namespace plumbline;
using test::FreshHome;
using test::Hands;
using test::Program;

namespace {

// In the order of the session.
constexpr const char *pictures[] = {
    "opencv-samples/board.jpg",
    "opencv-samples/left01.jpg",
    "opencv-samples/right01.jpg",
    "opencv-samples/cards.png",
    "opencv-samples/detect_blob.png",
    "opencv-samples/gradient.png",
    "opencv-samples/building.jpg",
    "opencv-samples/pic1.png",
    "opencv-samples/starry_night.jpg",
    "coco-val2017/images/000000002006.jpg",
    "opencv-samples/fruits.jpg",
    "coco-val2017/images/000000001675.jpg",
    "opencv-samples/HappyFish.jpg",
    "opencv-samples/basketball1.png",
    "coco-val2017/images/000000001532.jpg",
    "coco-val2017/images/000000003845.jpg",
    "coco-val2017/images/000000002923.jpg",
    "large-photos/erol-ahmed-leOh1CzRZVQ-unsplash.jpg",
    "coco-val2017/images/000000000632.jpg",
    "large-photos/jonas-kakaroto-5JQH9Iqnm9o-unsplash.jpg",
};

constexpr char schemaText[] = R"({
    "classes": [{"name": "thing", "hot_key": "1", "colour": "#56b4e9"}, {"name": "chip", "hot_key": "2", "colour": "#e69f00"},
                {"name": "capacitor", "hot_key": "3", "colour": "#cc79a7"}, {"name": "person", "hot_key": "4", "colour": "#f0e442"},
                {"name": "fruit", "hot_key": "5", "colour": "#0072b2"}, {"name": "house", "hot_key": "6", "colour": "#d55e00"},
                {"name": "sky", "hot_key": "7"}, {"name": "ground"},
                {"name": "indoors", "hot_key": "8", "geometries": ["item"]}, {"name": "outdoors", "hot_key": "9", "geometries": ["item"]},
                {"name": "egg", "colour": "#009e73"}, {"name": "throws", "geometries": ["relation"]}],
    "attributes": [{"key": "cracked", "title": "Cracked", "classes": ["egg"], "required": true},
                   {"key": "colour", "title": "Colour", "type": "choice", "choices": ["white", "light brown", "dark brown"], "classes": ["egg"]},
                   {"key": "weight", "title": "Weight in grams", "type": "number", "classes": ["egg"],
                    "condition": {"key": "cracked", "value": "false"}},
                   {"key": "note", "title": "Note", "type": "text", "classes": ["house"]}],
    "skeletons": [{"name": "person", "joints": ["head", "left hand", "right hand", "left foot", "right foot"],
                   "edges": [[0, 1], [0, 2], [1, 3], [2, 4]], "layout": [[0.5, 0], [0, 0.5], [1, 0.5], [0.2, 1], [0.8, 1]]}]})";

QString nameOf(int number, const char *path)
{
    return QStringLiteral("%1-%2")
        .arg(number + 1, 2, 10, QLatin1Char('0'))
        .arg(QString::fromLatin1(path).section(QLatin1Char('/'), -1));
}

}  // namespace

TestSession::Annotation TestSession::last() const
{
    const auto all = stored();
    return all.empty() ? Annotation{} : all.back();
}

TestSession::Annotation TestSession::storedAs(AnnotationId id) const
{
    const auto all = stored();
    const auto it = std::find_if(all.begin(), all.end(), [&](const Annotation &a) { return a.id == id; });
    return it == all.end() ? Annotation{} : *it;
}

QString TestSession::className(const Annotation &annotation) const
{
    const model::LabelClass *found = document().schema().find(annotation.labelClass);
    return found ? found->name : QString();
}

double TestSession::area(const Annotation &annotation)
{
    return geometry::areaOf(annotation.geometry).value_or(0);
}

bool TestSession::near(const geometry::Geometry &shape, const Box &box, double pixels)
{
    const auto bounds = geometry::boundsOf(shape);
    return bounds && near(bounds->x, box.x, pixels) && near(bounds->y, box.y, pixels)
           && near(bounds->right(), box.right(), pixels) && near(bounds->bottom(), box.bottom(), pixels);
}

bool TestSession::begins(const char *name) const
{
    // After a failure the session goes on with the next picture.
    if (!document().item()->name.endsWith(QLatin1String(name)))
        hands().keys({"Esc", "Esc", "V", "Esc", "D"});
    return m_program->waitForPicture() && document().item()->name.endsWith(QLatin1String(name)) && stored().empty();
}

bool TestSession::submit()
{
    const ItemId item = document().item()->id;
    hands().key("Ctrl+Return");
    return QTest::qWaitFor([&] { return m_program->stateOf(item) == model::TaskState::Submitted; }, 30000)
           && QTest::qWaitFor([&] { return document().item()->id != item; }, 30000) && m_program->waitForPicture();
}

void TestSession::initTestCase()
{
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    PLUMBLINE_SAMPLE(samples, "images");
    m_home = std::make_unique<FreshHome>();
    const QString folder = m_home->path(QStringLiteral("photos"));
    QVERIFY(QDir().mkpath(folder));
    static_assert(std::size(pictures) == 20);
    for (int i = 0; i < 20; ++i) {
        const QString path = samples + QLatin1Char('/') + QLatin1String(pictures[i]);
        if (!QFileInfo::exists(path))
            QSKIP(qPrintable(path + QStringLiteral(" is not on this machine")));
        QVERIFY(QFile::copy(path, folder + QLatin1Char('/') + nameOf(i, pictures[i])));
    }
    m_program = std::make_unique<Program>();
    m_program->window().setGeometry(QRect(QPoint(), QSize(1280, 800)).intersected(QGuiApplication::primaryScreen()->geometry()));
    QVERIFY(m_program->active());
    m_hands = std::make_unique<Hands>(*m_program);
}

void TestSession::cleanupTestCase()
{
    m_hands.reset();
    m_program.reset();
    m_home.reset();
}

// From the start page to the submission without a mouse.
void TestSession::p01_byKeysAlone()
{
    QVERIFY(!m_program->document());
    // The dialog has an event loop of its own: what is done in it waits for it.
    const QByteArray folder = m_home->path(QStringLiteral("photos")).toLatin1();
    QTimer::singleShot(400, this, [&] {
        QVERIFY(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()));
        hands().key("Ctrl+A");
        hands().type(folder.constData());
        // The list of completions takes the first one.
        for (int i = 0; i < 3 && qobject_cast<QFileDialog *>(QApplication::activeModalWidget()); ++i)
            hands().key("Return");
        if (auto *open = qobject_cast<QFileDialog *>(QApplication::activeModalWidget()))
            open->reject();
    });
    hands().key("Ctrl+O");
    QVERIFY(m_program->waitForProject());
    // As a window manager does when a dialog closes; there is none where tests run.
    m_program->window().activateWindow();
    QVERIFY(m_program->active());
    QVERIFY(begins("board.jpg"));
    QCOMPARE(m_program->window().queue().total(), 20);

    // What a team has agreed on beforehand.
    const auto schema = model::schemaFromJson(base::parseJson(schemaText).value());
    QVERIFY_RESULT(schema);
    model::Schema next = *schema;
    next.version = document().schema().version + 1;
    document().push(document().gesture(QStringLiteral("Schema")).put(document().schema(), next).take());
    QVERIFY(document().flush());
    document().reload();

    // On and back: what was said about the opening has been read.
    hands().keys({"D", "A"});
    QVERIFY(begins("board.jpg"));

    newLabelsAre("2");
    hands().key("B");
    hands().crosshairTo(343, 310);
    hands().key("Space");
    hands().crosshairTo(506, 447);
    hands().key("Space");
    QCOMPARE(stored().size(), std::size_t(1));
    QCOMPARE(kind(last()), QStringLiteral("box"));
    QVERIFY(near(last().geometry, {343, 310, 163, 137}));
    QCOMPARE(className(last()), QStringLiteral("chip"));

    newLabelsAre("3");
    hands().key("Shift+B");
    hands().crosshairTo(80, 144);
    hands().key("Space");
    hands().crosshairTo(122, 183);
    hands().key("Space");
    QCOMPARE(kind(last()), QStringLiteral("ellipse"));
    QCOMPARE(className(last()), QStringLiteral("capacitor"));

    newLabelsAre("2");
    hands().key("P");
    for (const auto &[x, y] : {std::pair{38, 66}, {186, 56}, {190, 102}}) {
        hands().crosshairTo(x, y);
        hands().key("Space");
    }
    hands().crosshairTo(42, 113);
    hands().shot("session-keyboard");
    hands().keys({"Space", "Return"});
    QCOMPARE(kind(last()), QStringLiteral("polygon"));
    QCOMPARE(std::get<geometry::Polygon>(last().geometry).parts.front().outer.size(), std::size_t(4));

    newLabelsAre("3");
    hands().key("M");
    hands().crosshairTo(186, 246);
    hands().hold("Space");
    hands().crosshairTo(200, 256);
    hands().letGo("Space");
    QCOMPARE(kind(last()), QStringLiteral("mask"));
    QVERIFY(area(last()) > 200);

    // A scale: the long side of the large chip is 20 mm.
    hands().keys({"Esc", "Shift+L"});
    hands().crosshairTo(358, 440);
    hands().key("Space");
    hands().crosshairTo(487, 440);
    hands().key("Space");
    QCOMPARE(kind(last()), QStringLiteral("polyline"));
    hands().key("Ctrl+M");
    QTRY_VERIFY(QApplication::activePopupWidget());
    hands().key("Ctrl+A");
    hands().type("20");
    hands().key("Return");
    const auto scale = model::measureOf(last());
    QVERIFY(scale && scale->kind == model::MeasureKind::Calibration);
    QCOMPARE(scale->knownMillimetres, 20.0);
    hands().keys({"Esc", "Shift+A"});
    for (const auto &[x, y] : {std::pair{506, 320}, {358, 324}, {352, 437}}) {
        hands().crosshairTo(x, y);
        hands().key("Space");
    }
    QCOMPARE(model::measureOf(last())->kind, model::MeasureKind::Angle);
    QVERIFY(near(*model::angleDegrees(std::get<geometry::Polyline>(last().geometry)), 90, 8));
    hands().keys({"Esc", "Shift+L"});
    hands().crosshairTo(38, 125);
    hands().key("Space");
    hands().crosshairTo(186, 118);
    hands().key("Space");
    QVERIFY(near(*model::measureOf(last())->millimetresPerPixel, 20.0 / 129, 0.01));
    hands().shot("session-measures");
    const auto *list = m_program->part<QListView>("annotationList")->model();
    QCOMPARE(list->index(4, 0).data().toString(), QStringLiteral("scale 1"));
    QCOMPARE(list->index(5, 0).data().toString(), QStringLiteral("angle 1"));

    // The first label again: unsure, and a step to the right, taken back.
    hands().keys({"Esc", "V", "Tab", "U", "Right"});
    QVERIFY(stored().front().unsure);
    QVERIFY(near(stored().front().geometry, {344, 310, 163, 137}));
    hands().key("Ctrl+Z");
    QTRY_VERIFY(near(stored().front().geometry, {343, 310, 163, 137}));
    QVERIFY(submit());
    QCOMPARE(hands().mouse(), 0);
}

void TestSession::p02_boxes()
{
    QVERIFY(begins("left01.jpg"));
    newLabelsAre("1");
    hands().key("B");
    hands().drag({{210, 40}, {490, 320}});
    QVERIFY(near(last().geometry, {210, 40, 280, 280}));
    hands().key("Esc");
    hands().drag({{30, 180}, {110, 210}}, Qt::ShiftModifier);
    const auto square = std::get<geometry::Box>(last().geometry);
    QVERIFY(near(square.w, square.h, 0.01));
    hands().key("Esc");
    hands().drag({{60, 380}, {120, 420}}, Qt::ControlModifier);
    QVERIFY(near(last().geometry, {0, 340, 120, 80}));
    hands().key("Del");
    QCOMPARE(stored().size(), std::size_t(2));
    // Two clicks do as well as a drag.
    hands().click(20, 330);
    hands().click(140, 420);
    QVERIFY(near(last().geometry, {20, 330, 120, 90}));
    hands().key("Ctrl+D");
    QCOMPARE(stored().size(), std::size_t(4));
    hands().keys({"V", "Shift+Right", "Shift+Right", "Down"});
    const auto before = std::get<geometry::Box>(stored()[2].geometry);
    const auto copy = std::get<geometry::Box>(last().geometry);
    QCOMPARE(copy.w, before.w);
    QVERIFY(copy.x >= before.x + 20);
    hands().keys({"Del", "Ctrl+A", "Ctrl+C"});
    QCOMPARE(document().selection().size(), qsizetype(3));
    QVERIFY(submit());
}

void TestSession::p03_pastedFromThePictureBefore()
{
    QVERIFY(begins("right01.jpg"));
    hands().key("Ctrl+Shift+V");
    const auto pasted = stored();
    QCOMPARE(pasted.size(), std::size_t(3));
    QVERIFY(near(pasted.front().geometry, {210, 40, 280, 280}));
    // The other camera sees it further left: all of them move together.
    hands().keys({"Shift+Left", "Shift+Left", "Left"});
    QVERIFY(near(stored().front().geometry, {189, 40, 280, 280}));
    QVERIFY(near(stored().back().geometry, {0, 330, 120, 90}, 3));
    QVERIFY(submit());
}

void TestSession::p04_rotatedBoxes()
{
    QVERIFY(begins("cards.png"));
    newLabelsAre("1");
    hands().key("R");
    hands().click(383, 67);
    hands().click(507, 93);
    hands().click(490, 176);
    QCOMPARE(kind(last()), QStringLiteral("rotated-box"));
    const auto threeClicks = std::get<geometry::RotatedBox>(last().geometry);
    QVERIFY(near(std::abs(threeClicks.angleRadians), std::atan2(26, 124), 0.03));
    hands().key("Esc");
    hands().click(427, 205);
    hands().click(505, 237);
    hands().click(458, 353);
    hands().key("Esc");
    // An upright one, turned by its round handle.
    hands().key("B");
    hands().drag({{75, 190}, {180, 320}});
    const AnnotationId turned = last().id;
    hands().key("W");
    const auto upright = std::get<geometry::Box>(storedAs(turned).geometry);
    const QPoint middle = hands().at(upright.x + upright.w / 2, upright.y + upright.h / 2);
    const QPoint knob(middle.x(), hands().at(0, upright.y).y() - 28);
    hands().dragOnScreen({knob, knob + QPoint(20, 0), knob + QPoint(44, 10)});
    QCOMPARE(kind(storedAs(turned)), QStringLiteral("rotated-box"));
    const double byHandle = std::get<geometry::RotatedBox>(storedAs(turned).geometry).angleRadians;
    QVERIFY(byHandle > 0.2 && byHandle < 0.8);
    hands().keys({".", ".", ",", "Shift+,", "Shift+."});
    QVERIFY(near(std::get<geometry::RotatedBox>(storedAs(turned).geometry).angleRadians, byHandle + 0.01745, 0.002));
    hands().shot("session-rotated");
    QVERIFY(submit());
}

void TestSession::p05_ellipsesAndFill()
{
    QVERIFY(begins("detect_blob.png"));
    newLabelsAre("1");
    hands().key("Shift+B");
    hands().drag({{84, 266}, {141, 461}});
    QCOMPARE(kind(last()), QStringLiteral("ellipse"));
    QVERIFY(near(last().geometry, {84, 266, 57, 195}));
    hands().key("Esc");
    hands().drag({{42, 46}, {88, 80}}, Qt::ShiftModifier);
    const auto circle = std::get<geometry::Ellipse>(last().geometry);
    QVERIFY(near(circle.rx, circle.ry, 0.01));
    // By the crosshair: what a key can do, a key does.
    hands().keys({"Esc", "Shift+V"});
    hands().crosshairTo(70, 660);
    hands().key("Space");
    QTRY_COMPARE_WITH_TIMEOUT(stored().size(), std::size_t(3), 30'000);
    QCOMPARE(kind(last()), QStringLiteral("mask"));
    QVERIFY(near(last().geometry, {23, 612, 107, 96}, 4));
    hands().key("Esc");
    hands().crosshairTo(420, 520);
    hands().keys({"]", "]", "[", "Space"});
    QTRY_COMPARE_WITH_TIMEOUT(stored().size(), std::size_t(4), 30'000);
    QVERIFY(near(last().geometry, {348, 461, 151, 178}, 6));
    hands().key("Ctrl+Shift+M");
    QCOMPARE(kind(last()), QStringLiteral("polygon"));
    hands().shot("session-fill");
    QVERIFY(submit());
}

void TestSession::p06_linesAndDisplay()
{
    QVERIFY(begins("gradient.png"));
    newLabelsAre("1");
    hands().key("L");
    hands().click(40, 250);
    hands().click(150, 60);
    hands().click(200, 200);
    hands().key("Backspace");
    hands().click(260, 250);
    hands().key("Return");
    QCOMPARE(kind(last()), QStringLiteral("polyline"));
    QCOMPARE(std::get<geometry::Polyline>(last().geometry).points.size(), std::size_t(3));
    // How a picture is looked at is no label: nothing of this is stored.
    const auto before = stored();
    hands().keys({"Shift+D", "Shift+M", "Shift+X", "Ctrl+;", "+", "+", "-", "+", "+"});
    auto *display = m_program->part<QWidget>("displayPanel");
    QVERIFY(display && display->isVisible());
    QVERIFY(m_program->part<QWidget>("minimap")->isVisible());
    hands().crosshairTo(150, 150);
    hands().shot("session-display");
    QCOMPARE(stored(), before);
    hands().keys({"Shift+D", "Shift+M", "Shift+X", "Ctrl+;", "Z", "F", "0", "F"});
    QVERIFY(!display->isVisible());
    QVERIFY(hands().canvas().isFitted());
    QVERIFY(submit());
}

void TestSession::allIsSubmitted()
{
    const auto counts = document().reader().queueCounts(document().person().name);
    QVERIFY_RESULT(counts);
    QCOMPARE(counts->at(model::TaskState::Submitted), std::int64_t(20));
    const auto found = document().reader().verify(jobs::JobControl());
    QVERIFY_RESULT(found);
    QCOMPARE(*found, QStringList());
    qInfo("%d gestures, %d of them with the mouse", hands().gestures(), hands().mouse());
}

QTEST_MAIN(TestSession)
