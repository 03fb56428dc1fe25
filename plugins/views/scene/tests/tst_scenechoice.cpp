// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/calibration.h"
#include "plugins/views/scene/tests/scenefixture.h"
#include "tests/support/verify.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>

using namespace plumbline;
using namespace plumbline::test;
using sceneview::CloudChoice;
using sceneview::CloudPointer;
using sceneview::ColourMode;

namespace {

std::uint64_t sizeOf(const std::vector<CloudPointer> &pieces)
{
    std::uint64_t points = 0;
    for (const CloudPointer &piece : pieces)
        points += piece->size();
    return points;
}

void addRearLidar(GeneratedStreet &street)
{
    model::Sensor rear;
    rear.name = QStringLiteral("rear");
    rear.ego_from_sensor = {geometry::rotationFromYaw(std::numbers::pi), {-1, 0, 1}};
    street.scene.sensors.push_back(rear);
    for (std::size_t i = 0; i < street.scene.frames.size(); ++i) {
        model::SceneFrame &frame = street.scene.frames[i];
        // 40 ms later the vehicle is 0.4 m further on; a wall stands 12 m behind where the drive began.
        const double driven = double(i) + 0.4;
        std::vector<float> values;
        for (int k = 0; k < 2000; ++k)
            values.insert(values.end(), {float(12 + driven - 1), float(-5 + 0.005 * k), float(k % 20 * 0.1 - 1), 0.5F});
        model::SensorFile file;
        file.sensor = 2;
        file.path = QStringLiteral("rear%1.bin").arg(i);
        file.microseconds = frame.microseconds + 40'000;
        file.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {driven, 0, 0}};
        QFile out(street.folder.filePath(file.path));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(reinterpret_cast<const char *>(values.data()), qint64(values.size() * sizeof(float)));
        frame.files.push_back(file);
    }
}

void choose(SceneFixture &f, const std::function<void(CloudChoice &)> &change)
{
    CloudChoice choice = f.view->cloudBar().choice();
    change(choice);
    f.view->cloudBar().setChoice(choice);
    emit f.view->cloudBar().choiceChanged();
}

void setMode(SceneFixture &f, ColourMode::Kind kind)
{
    auto *bar = f.host.window.findChild<sceneview::SceneBar *>();
    sceneview::SceneDisplay display = bar->display();
    display.mode = {kind, {}};
    bar->setDisplay(display);
    emit bar->displayChanged();
}

int pixelsNear(const QImage &picture, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QColor there = picture.pixelColor(x, y);
            count += std::abs(there.red() - colour.red()) + std::abs(there.green() - colour.green())
                         + std::abs(there.blue() - colour.blue())
                     < 40;
        }
    return count;
}

}  // namespace

/// Which points are shown and how, and the calibration of cameras, in a real window.
class TestSceneChoice : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::applyTheme(*qApp, theme::darkTheme()); }
    void sweepsAreLaidOverEachOther();
    void allLidarsAreShown();
    void coloursOfCamerasAndBoxes();
    void onlyABoxOrASlice();
    void sixCameras();
    void calibrationIsTriedAppliedAndUndone();
    void timeOffsetsMoveProjections();
    void looksRightInTheLight();
};

void TestSceneChoice::sweepsAreLaidOverEachOther()
{
    GeneratedStreet street(12);
    SceneFixture f(street);
    for (const geometry::Cuboid &car : street.cars(0))
        f.document().add(car);
    const auto own = sizeOf(f.view->clouds().pieces());
    QVERIFY(f.view->clouds().merged().empty());
    f.key(Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(f.view->cloudBar().choice().sweeps, 5);
    QTRY_COMPARE(f.view->clouds().merged().size(), std::size_t(4));
    QCOMPARE(sizeOf(f.view->clouds().pieces()), own);
    choose(f, [](CloudChoice &choice) { choice.sweeps = 0; });
    QTRY_COMPARE(f.view->clouds().merged().size(), std::size_t(11));
    QTRY_VERIFY(!f.view->clouds().sweeps().isReading());
    QTRY_COMPARE(f.surface().canvas()->drawn(), std::size_t(own + sizeOf(f.view->clouds().merged())));
    // The parked car stands where it stood: points of all sweeps lie in the box of this frame.
    geometry::Cuboid parked = street.cars(0)[0];
    for (double &side : parked.size)
        side += 0.1;
    QSet<int> frames;
    for (const CloudPointer &piece : f.view->clouds().merged()) {
        QVERIFY(piece->merged && piece->indices.size() == piece->size());
        std::size_t inside = 0;
        for (const auto &p : piece->positions)
            inside += geometry::contains(
                parked, {piece->origin[0] + double(p[0]), piece->origin[1] + double(p[1]), piece->origin[2] + double(p[2])});
        QVERIFY2(inside > 300, qPrintable(QStringLiteral("%1 of frame %2").arg(inside).arg(piece->tag.frame)));
        frames.insert(piece->tag.frame);
    }
    QCOMPARE(frames.size(), 11);
    f.shot("scene-merged-dark");
    // Boxes are fitted to this frame's points alone; any point can be asked for.
    f.view->trigger(QStringLiteral("scene.view.top"));
    const CloudPointer other = f.view->clouds().merged().back();
    f.view->trigger(QStringLiteral("scene.view.hide"));
    QPoint at;
    for (std::size_t i = 0; i < other->size(); ++i) {
        const auto &p = other->positions[i];
        const geometry::Vector3 place{other->origin[0] + double(p[0]), other->origin[1] + double(p[1]),
                                      other->origin[2] + double(p[2])};
        const auto seen = f.surface().camera().project(place, f.surface().size());
        if (seen && f.surface().rect().adjusted(40, 40, -40, -40).contains(seen->at.toPoint()) && place[0] > 35) {
            at = seen->at.toPoint();
            break;
        }
    }
    if (!at.isNull())
        f.click(at);
    // Another frame: its own sweep leaves, the one before joins, and all of it lies in the new frame.
    f.document().setFrame(3);
    QTRY_VERIFY(f.view->clouds().pieces().front()->tag.frame == 3 && f.view->clouds().merged().size() == 11);
    for (const CloudPointer &piece : f.view->clouds().merged())
        QVERIFY(piece->tag.frame != 3);
    // A sweep that is broken takes none of the others along.
    choose(f, [](CloudChoice &choice) { choice.sweeps = 1; });
    QTRY_VERIFY(f.view->clouds().merged().empty());
    QVERIFY(QFile::resize(street.folder.filePath(QStringLiteral("sweep7.bin")), 3));
    QVERIFY(QFile::remove(street.folder.filePath(QStringLiteral("sweep8.bin"))));
    choose(f, [](CloudChoice &choice) { choice.sweeps = 0; });
    QTRY_COMPARE(f.view->clouds().merged().size(), std::size_t(9));
    QTRY_VERIFY(f.surface().overlay().content().status.contains(QStringLiteral("2 sweeps cannot be read")));
    // Where the way is not known, nothing is laid over, and the bar says so.
    for (model::SceneFrame &frame : street.scene.frames)
        frame.world_from_ego.reset();
    f.document().shownScene = street.scene;
    f.document().setFrame(4);
    QTRY_VERIFY(f.view->clouds().merged().empty());
    QVERIFY(!f.host.window.findChild<QComboBox *>(QStringLiteral("sceneSweeps"))->isEnabled());
}

void TestSceneChoice::allLidarsAreShown()
{
    GeneratedStreet street(3);
    addRearLidar(street);
    SceneFixture f(street);
    QTRY_COMPARE(f.view->clouds().pieces().size(), std::size_t(2));
    const CloudPointer rear = f.view->clouds().pieces()[1];
    QCOMPARE(rear->tag.sensor, 2);
    // The wall is 12 m behind the start in every frame, by the lidar's own place and time.
    for (std::size_t i = 0; i < rear->size(); i += 97)
        QVERIFY(std::abs(rear->origin[0] + double(rear->positions[i][0]) + 12) < 1e-3);
    const auto lidars = f.view->clouds().lidars(street.scene, 0);
    QCOMPARE(lidars.size(), std::size_t(2));
    QCOMPARE(lidars[1].offsetMicroseconds, std::int64_t(40'000));
    f.shot("scene-lidars-dark");
    f.document().setFrame(1);
    QTRY_VERIFY(f.view->clouds().pieces().size() == 2 && f.view->clouds().pieces()[1]->tag.frame == 1);
    QVERIFY(std::abs(f.view->clouds().pieces()[1]->origin[0] + double(f.view->clouds().pieces()[1]->positions[0][0]) + 13)
            < 1e-3);
    choose(f, [](CloudChoice &choice) { choice.switchedOff = {QStringLiteral("lidar")}; });
    QTRY_VERIFY(f.view->clouds().pieces().size() == 1 && f.view->clouds().pieces()[0]->tag.sensor == 2);
    choose(f, [](CloudChoice &choice) { choice.switchedOff = {QStringLiteral("lidar"), QStringLiteral("rear")}; });
    QTRY_VERIFY(f.surface().message().contains(QStringLiteral("switched off")));
    choose(f, [](CloudChoice &choice) { choice.switchedOff = {}; });
    QTRY_COMPARE(f.view->clouds().pieces().size(), std::size_t(2));
    QTRY_VERIFY(f.surface().message().isEmpty());
}

void TestSceneChoice::coloursOfCamerasAndBoxes()
{
    GeneratedStreet street;
    SceneFixture f(street);
    for (const geometry::Cuboid &car : street.cars(0))
        f.document().add(car);
    setMode(f, ColourMode::Kind::Camera);
    QTRY_VERIFY(f.surface().canvas()->look().colourer);
    QTRY_COMPARE(f.surface().canvas()->look().colourer->coloursOf(*f.view->clouds().pieces().front()).size(),
                 f.view->clouds().pieces().front()->size());
    f.shot("scene-camera-colour-dark");
    // Cars are painted with one colour in the pictures.
    QVERIFY(pixelsNear(f.surface().canvas()->grabFramebuffer(), QColor(60, 70, 110)) > 30);
    setMode(f, ColourMode::Kind::BoxInstance);
    QTRY_VERIFY(f.surface().canvas()->look().colourer);
    const auto before = f.surface().canvas()->look().colourer;
    const QColor first =
        theme::legible(sceneview::instanceColour(f.view->boxes().front()), theme::darkTheme().colour(theme::Token::Surface0));
    f.shot("scene-box-colour-dark");
    QVERIFY(pixelsNear(f.surface().canvas()->grabFramebuffer(), first) > 20);
    f.document().add(street.cars(1)[2]);
    QVERIFY2(f.surface().canvas()->look().colourer != before, "a new box colours its points");
    setMode(f, ColourMode::Kind::Height);
    QVERIFY(!f.surface().canvas()->look().colourer);
}

void TestSceneChoice::onlyABoxOrASlice()
{
    GeneratedStreet street;
    SceneFixture f(street);
    const auto cars = street.cars(0);
    const auto id = f.document().add(cars[0]).id;
    const auto all = sizeOf(f.view->clouds().pieces());
    f.key(Qt::Key_R, Qt::ShiftModifier);
    QVERIFY2(!f.host.hints.isEmpty() && f.view->cloudBar().choice().clip == CloudChoice::Clip::Nothing, "no box is selected");
    f.document().select({id});
    f.key(Qt::Key_R, Qt::ShiftModifier);
    QCOMPARE(f.view->cloudBar().choice().clip, CloudChoice::Clip::Box);
    const auto around = sizeOf(f.view->clouds().pieces());
    QVERIFY(around > 1000 && around < all / 4);
    geometry::Cuboid wide = cars[0];
    for (double &side : wide.size)
        side += 2 * f.view->cloudBar().choice().margin;
    for (const CloudPointer &piece : f.view->clouds().pieces())
        for (const auto &p : piece->positions)
            QVERIFY(geometry::contains(
                wide, {piece->origin[0] + double(p[0]), piece->origin[1] + double(p[1]), piece->origin[2] + double(p[2])}));
    QTRY_COMPARE(f.surface().canvas()->drawn(), std::size_t(around));
    QVERIFY(f.surface().overlay().content().status.contains(QLocale().toString(qulonglong(around))));
    f.shot("scene-clip-box-dark");
    // Picking follows: where the second car was there is nothing.
    f.view->trigger(QStringLiteral("scene.view.top"));
    f.document().select({});
    QCOMPARE(sizeOf(f.view->clouds().pieces()), around);
    f.click(f.screen({cars[1].centre[0] - 2.1, cars[1].centre[1], cars[1].centre[2]}));
    QVERIFY(!f.surface().overlay().content().pickedPoint);
    // Moving the box leaves the cut alone; a wider margin does not.
    f.document().change(id, [](model::Annotation &a) { std::get<geometry::Cuboid>(a.geometry).centre[0] += 3; });
    QCOMPARE(sizeOf(f.view->clouds().pieces()), around);
    f.host.window.findChild<QDoubleSpinBox *>(QStringLiteral("sceneClipMargin"))->setValue(3);
    QVERIFY(sizeOf(f.view->clouds().pieces()) > around);
    f.host.window.findChild<QToolButton *>(QStringLiteral("sceneClipOff"))->click();
    QCOMPARE(sizeOf(f.view->clouds().pieces()), all);
    f.key(Qt::Key_H, Qt::ShiftModifier);
    QCOMPARE(f.view->cloudBar().choice().clip, CloudChoice::Clip::Slice);
    const auto slice = sizeOf(f.view->clouds().pieces());
    QVERIFY2(slice > 500 && slice < all / 2, "the ground is gone");
    f.shot("scene-clip-slice-dark");
    // The ground is still known: a box is stood on it.
    f.document().select({id});
    f.key(Qt::Key_W);
    QVERIFY(std::abs(f.cuboidOf(id).centre[2] - f.cuboidOf(id).size[2] / 2 + 1.8) < 0.1);
    f.key(Qt::Key_H, Qt::ShiftModifier);
    QCOMPARE(sizeOf(f.view->clouds().pieces()), all);
    // Numbers that are none are not taken.
    QVariantMap state = f.view->saveState();
    QVariantMap clouds = state.value(QStringLiteral("clouds")).toMap();
    clouds[QStringLiteral("low")] = std::nan("");
    clouds[QStringLiteral("high")] = 1e300;
    clouds[QStringLiteral("margin")] = -5;
    clouds[QStringLiteral("sweeps")] = 12345678;
    state[QStringLiteral("clouds")] = clouds;
    f.view->restoreState(state);
    QVERIFY(std::isfinite(f.view->cloudBar().choice().low) && f.view->cloudBar().choice().high <= 30);
    QCOMPARE(f.view->cloudBar().choice().margin, 0.0);
    QCOMPARE(f.view->cloudBar().choice().sweeps, 1);
}

void TestSceneChoice::sixCameras()
{
    GeneratedStreet street(2);
    const model::Sensor front = street.scene.sensors[1];
    for (int i = 1; i < 6; ++i) {
        model::Sensor camera = front;
        camera.name = QStringLiteral("camera %1").arg(i);
        camera.ego_from_sensor =
            geometry::composed({geometry::rotationFromYaw(i * std::numbers::pi / 3), {}}, front.ego_from_sensor);
        street.scene.sensors.push_back(camera);
        for (model::SceneFrame &frame : street.scene.frames) {
            model::SensorFile file = frame.files[1];
            file.sensor = i + 1;
            file.microseconds += 5000 * i;
            frame.files.push_back(file);
        }
    }
    SceneFixture f(street, QSize(1500, 850));
    QCOMPARE(f.view->cameras().views().size(), std::size_t(6));
    QTRY_COMPARE(f.view->cameras().columns(), 2);
    QTRY_COMPARE(f.view->cameras().shots().size(), std::size_t(6));
    QVERIFY(f.view->cameras().width() > 450);
    f.shot("scene-six-cameras-dark");
    f.key(Qt::Key_F8, Qt::ControlModifier);
    QCOMPARE(f.view->cameras().enlarged(), 0);
    QTRY_VERIFY(f.view->cameras().views()[0]->width() > 2 * f.view->cameras().views()[1]->width());
    f.shot("scene-six-cameras-one-dark");
    QTest::mouseClick(f.view->cameras().views()[3], Qt::LeftButton, {}, QPoint(12, 12));
    QCOMPARE(f.view->cameras().enlarged(), 3);
    for (int i = 0; i < 3; ++i)
        f.key(Qt::Key_F8, Qt::ControlModifier);
    QCOMPARE(f.view->cameras().enlarged(), -1);
    // How wide they are is remembered.
    auto *across = f.host.window.findChildren<QSplitter *>().front();
    for (QSplitter *splitter : f.host.window.findChildren<QSplitter *>())
        if (splitter->orientation() == Qt::Horizontal)
            across = splitter;
    across->setSizes({1200, 300});
    const QVariantMap state = f.view->saveState();
    GeneratedStreet again(1);
    SceneFixture other(again, QSize(1500, 850));
    other.view->restoreState(state);
    QVERIFY(other.view->cameras().width() < 340);
}

void TestSceneChoice::calibrationIsTriedAppliedAndUndone()
{
    GeneratedStreet street(2);
    const model::Scene truth = street.scene;
    // The scene believes in a camera that is turned by 0.8° and shifted by 5 cm.
    model::Sensor &camera = street.scene.sensors[1];
    camera.ego_from_sensor = geometry::composed({geometry::rotationFromYaw(0.014), {0.03, -0.04, 0.0}}, camera.ego_from_sensor);
    model::stampCalibration(street.scene);
    SceneFixture f(street);
    const QString before = f.document().shownScene->calibrationVersion;
    const auto label = f.document().add(street.cars(0)[0]);
    QCOMPARE(model::calibrationOf(label), before);
    f.key(Qt::Key_F7, Qt::ShiftModifier);
    QVERIFY(f.view->calibration().isOpen());
    auto *panel = f.view->calibration().panel();
    QVERIFY(!panel->words().canFit);
    sceneview::CameraView *view = f.view->cameras().views().front();
    QTRY_VERIFY(!view->shot().picture.isNull());
    // Corners of cars as the real camera sees them: shown in the cloud, then in the picture.
    const auto real = model::sensorFromLabel(truth, truth.frames[0], truth.frames[0].files[1]);
    int shown = 0;
    for (const geometry::Cuboid &car : street.cars(0)) {
        for (const auto &corner : geometry::cornersOf(car)) {
            const auto at = geometry::projected(*truth.sensors[1].camera, geometry::transformed(real, corner));
            if (!at || at->x < 4 || at->y < 4 || at->x > 796 || at->y > 446)
                continue;
            f.view->calibration().showPoint(corner);
            f.view->calibration().showPixel(1, *at, f.view->clouds().pieces());
            ++shown;
        }
    }
    QVERIFY(shown >= 8);
    QCOMPARE(int(f.view->calibration().places().size()), shown);
    QCOMPARE(panel->findChild<QTableWidget *>()->rowCount(), shown);
    QVERIFY(panel->words().canFit);
    f.shot("scene-calibration-before-dark");
    panel->findChild<QToolButton *>(QStringLiteral("calibrationFit"))->click();
    QVERIFY2(panel->words().canApply, qPrintable(panel->words().proposal));
    QCOMPARE(f.document().pushes(), std::size_t(0));
    QCOMPARE(f.document().shownScene->calibrationVersion, before);
    f.shot("scene-calibration-proposed-dark");
    // The picture shows the proposal.
    const auto corner = geometry::cornersOf(street.cars(0)[1])[0];
    const auto wanted = geometry::projected(*truth.sensors[1].camera, geometry::transformed(real, corner));
    const auto tried = geometry::projected(*view->shot().camera, geometry::transformed(view->shot().camera_from_label, corner));
    QVERIFY(wanted && tried && std::hypot(wanted->x - tried->x, wanted->y - tried->y) < 0.01);
    panel->findChild<QToolButton *>(QStringLiteral("calibrationApply"))->click();
    QCOMPARE(f.document().pushes(), std::size_t(1));
    const model::Scene applied = *f.document().shownScene;
    QVERIFY(applied.calibrationVersion != before);
    QVERIFY(std::abs(applied.sensors[1].ego_from_sensor.translation[1] - truth.sensors[1].ego_from_sensor.translation[1]) < 1e-4);
    QVERIFY2(model::calibrationOf(*f.document().annotation(label.id)) == before,
             "labels keep the calibration they were made under");
    QCOMPARE(model::calibrationOf(f.document().newAnnotation(geometry::Cuboid())), applied.calibrationVersion);
    f.document().undo();
    QCOMPARE(f.document().shownScene->calibrationVersion, before);
    f.document().redo();
    QVERIFY(*f.document().shownScene == applied);
    // By hand: a click in the picture takes the point that is projected there, the second one its place.
    const std::size_t places = f.view->calibration().places().size();
    QTRY_VERIFY(!view->shot().picture.isNull());
    const auto on = view->screenOf({street.cars(0)[0].centre[0] - 2.2, street.cars(0)[0].centre[1], -0.6});
    QVERIFY(on);
    QTest::mouseClick(view, Qt::LeftButton, {}, on->toPoint());
    QVERIFY(f.view->calibration().waiting());
    QTest::mouseClick(view, Qt::LeftButton, {}, on->toPoint() + QPoint(3, 2));
    QCOMPARE(f.view->calibration().places().size(), places + 1);
    panel->findChild<QTableWidget *>()->selectRow(int(places));
    panel->findChild<QToolButton *>(QStringLiteral("calibrationRemove"))->click();
    QCOMPARE(f.view->calibration().places().size(), places);
    f.document().open = false;
    f.view->calibration().setLater(20);
    f.view->calibration().apply();
    QVERIFY2(!f.host.hints.isEmpty() && f.document().pushes() == 1, "what cannot be changed stays as it is");
    f.key(Qt::Key_F7, Qt::ShiftModifier);
    QVERIFY(!f.view->calibration().isOpen() && !f.view->calibration().tried());
}

void TestSceneChoice::timeOffsetsMoveProjections()
{
    GeneratedStreet street(4);
    model::stampCalibration(street.scene);
    SceneFixture f(street);
    f.document().setFrame(1);
    f.view->trigger(QStringLiteral("scene.view.calibration"));
    sceneview::CameraView *view = f.view->cameras().views().front();
    const double before = view->shot().camera_from_label.translation[2];
    f.host.window.findChild<QDoubleSpinBox *>(QStringLiteral("calibrationLater"))->setValue(50);
    // 10 m/s: 70 ms after the sweep the vehicle is 0.7 m further on, and what stands is nearer.
    QTRY_VERIFY(std::abs(view->shot().camera_from_label.translation[2] - (before - 0.7)) < 1e-6);
    QCOMPARE(view->shot().offsetMicroseconds, std::int64_t(70'000));
    f.view->calibration().apply();
    QCOMPARE(f.document().pushes(), std::size_t(1));
    const model::Scene &scene = *f.document().shownScene;
    QCOMPARE(model::timeOffsetOf(scene, QStringLiteral("front")), std::int64_t(50'000));
    QCOMPARE(scene.frames[1].files[1].microseconds, scene.frames[1].microseconds + 70'000);
    QVERIFY(scene.calibrationVersion != street.scene.calibrationVersion);
    f.document().undo();
    QVERIFY(*f.document().shownScene == street.scene);
    QTRY_VERIFY(std::abs(view->shot().camera_from_label.translation[2] - before) < 1e-9);
}

void TestSceneChoice::looksRightInTheLight()
{
    theme::applyTheme(*qApp, theme::lightTheme());
    GeneratedStreet street(8);
    addRearLidar(street);
    SceneFixture f(street);
    for (const geometry::Cuboid &car : street.cars(0))
        f.document().add(car);
    choose(f, [](CloudChoice &choice) { choice.sweeps = 0; });
    QTRY_VERIFY(!f.view->clouds().sweeps().isReading());
    f.shot("scene-merged-light");
    setMode(f, ColourMode::Kind::BoxClass);
    f.shot("scene-box-colour-light");
    setMode(f, ColourMode::Kind::Camera);
    f.document().select({f.document().annotations().front().id});
    QTRY_VERIFY(f.surface().canvas()->look().colourer);
    f.shot("scene-camera-colour-light");
    f.key(Qt::Key_R, Qt::ShiftModifier);
    f.key(Qt::Key_F7, Qt::ShiftModifier);
    f.shot("scene-calibration-light");
    QVERIFY(f.view->clouds().clip());
    theme::applyTheme(*qApp, theme::darkTheme());
}

QTEST_MAIN(TestSceneChoice)
#include "tst_scenechoice.moc"
