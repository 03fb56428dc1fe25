// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/picturelinks.h"
#include "plugins/views/scene/tests/scenefixture.h"
#include "widgets/theme/theme.h"

using namespace plumbline;
using namespace plumbline::test;
using geometry::Box;

/// Flat boxes in the pictures of a scene's cameras, made of cuboids and corrected by mouse in a real window.
class TestScenePictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        theme::applyTheme(*qApp, theme::darkTheme());
    }
    void outlinesAreCut();
    void handlesOfABox();
    void linksByParentAndTrack();
    void makesAndCorrects();
    void saysWhyNone();
    void camerasWithoutPicturesTakeNoRoom();
};

namespace {

// 100 × 100 pixels, 50 px focal length: at 10 m a metre is 5 px. x right, y down, z forward, as the label frame here.
geometry::Camera camera()
{
    geometry::Camera lens;
    lens.width = lens.height = 100;
    lens.fx = lens.fy = 50;
    lens.cx = lens.cy = 50;
    return lens;
}

geometry::Cuboid cuboidAt(double x, double z)
{
    geometry::Cuboid cuboid;
    cuboid.centre = {x, 0, z};
    cuboid.size = {2, 2, 2};
    return cuboid;
}

std::vector<const model::Annotation *> boxesIn(const FakeEditing &document)
{
    std::vector<const model::Annotation *> boxes;
    for (const model::Annotation &annotation : document.annotations())
        if (std::holds_alternative<Box>(annotation.geometry))
            boxes.push_back(&annotation);
    return boxes;
}

}  // namespace

void TestScenePictures::outlinesAreCut()
{
    // The near face is at 10 m, 2 m wide: 45 to 55.
    const auto whole = sceneview::outlineOf(camera(), {}, cuboidAt(0, 11));
    QVERIFY(whole);
    QVERIFY(std::abs(whole->box.x - 45) < 1e-9 && std::abs(whole->box.w - 10) < 1e-9);
    QVERIFY(std::abs(*whole->truncated) < 1e-9);
    // Centred on the picture's right edge, 100 px: 10 m to the right at 10 m. The near face reaches from 95 to 105 px, the far one
    // (12 m) from 87.5 to 95.8: whole 87.5 to 105, seen to 100. Its height is that of the near face in both.
    const auto cut = sceneview::outlineOf(camera(), {}, cuboidAt(10, 11));
    QVERIFY(cut);
    QVERIFY(std::abs(cut->box.right() - 100) < 1e-9);
    QVERIFY2(std::abs(*cut->truncated - 5 / 17.5) < 0.02, qPrintable(QString::number(*cut->truncated)));
    QVERIFY(!sceneview::outlineOf(camera(), {}, cuboidAt(0, -11)));
    QVERIFY(!sceneview::outlineOf(camera(), {}, cuboidAt(60, 11)));
    // Around the camera: how much is outside nobody knows.
    const auto around = sceneview::outlineOf(camera(), {}, cuboidAt(0, 0.5));
    QVERIFY(!around || !around->truncated);
}

void TestScenePictures::handlesOfABox()
{
    using sceneview::PictureHandle;
    const Box box{10, 20, 30, 40};
    const QTransform twice = QTransform::fromScale(2, 2);
    QVERIFY((sceneview::pictureHandleAt(box, twice, {20, 80}, 4) == PictureHandle{-1, 0}));
    QVERIFY((sceneview::pictureHandleAt(box, twice, {81, 121}, 4) == PictureHandle{1, 1}));
    QVERIFY((sceneview::pictureHandleAt(box, twice, {50, 80}, 4) == PictureHandle{}));
    QVERIFY((sceneview::pictureHandleAt(box, twice, {90, 80}, 4) == PictureHandle{}));
    QCOMPARE(sceneview::dragged(box, {-1, 0}, {5, 99}, {100, 100}), (Box{5, 20, 35, 40}));
    QCOMPARE(sceneview::dragged(box, {1, 1}, {500, 70}, {100, 100}), (Box{10, 20, 90, 50}));
    QCOMPARE(sceneview::dragged(box, {-1, -1}, {500, 500}, {100, 100}), (Box{39, 59, 1, 1}));
}

void TestScenePictures::linksByParentAndTrack()
{
    Identity identity;
    std::vector<model::Annotation> labels(5);
    for (model::Annotation &label : labels) {
        label.id = identity.ids.make<AnnotationId>();
        label.frame = model::FrameRef{QStringLiteral("front"), 3, 0, {1, 1'000'000}, {}};
        label.geometry = Box{0, 0, 5, 5};
    }
    const auto track = identity.ids.make<TrackId>();
    labels[0].geometry = labels[1].geometry = geometry::Cuboid{};
    labels[0].track = track;
    labels[2].parent = labels[1].id;
    labels[3].track = track;
    labels[4].track = identity.ids.make<TrackId>();
    {
        const model::PictureLinks links(labels);
        QVERIFY(links.cuboidOf(labels[2]) == &labels[1]);
        QVERIFY(links.cuboidOf(labels[3]) == &labels[0]);
        QVERIFY(!links.cuboidOf(labels[4]) && !links.cuboidOf(labels[0]));
        QVERIFY(links.boxOf(labels[1], QStringLiteral("front")) == &labels[2]);
        QVERIFY(!links.boxOf(labels[1], QStringLiteral("back")));
    }
    // Two of one track in the frame: nobody knows which; a parent elsewhere is none.
    labels[1].track = track;
    labels[2].frame->index = 4;
    const model::PictureLinks links(labels);
    QVERIFY(!links.cuboidOf(labels[3]) && !links.cuboidOf(labels[2]));
}

void TestScenePictures::makesAndCorrects()
{
    GeneratedStreet street(2);
    SceneFixture f(street);
    model::Attribute &truncated = f.document().mutableSchema().attributes.emplace_back();
    truncated.key = QStringLiteral("truncated");
    truncated.type = model::AttributeType::Number;
    const auto cars = street.cars(0);
    const AnnotationId car = f.document().add(cars[1]).id;
    f.document().add(cars[2], "person");
    f.document().select({car});
    f.key(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(f.document().pushes(), std::size_t(1));
    auto made = boxesIn(f.document());
    QCOMPARE(made.size(), std::size_t(1));
    const model::Annotation first = *made[0];
    QCOMPARE(first.parent, car);
    QCOMPARE(first.frame->stream, QStringLiteral("front"));
    QCOMPARE(first.frame->index, std::int64_t(0));
    QCOMPARE(first.frame->pts, std::int64_t(20'000));
    QVERIFY(first.track.isNull());
    QCOMPARE(first.labelClass, f.document().classNamed("car"));
    QCOMPARE(int(first.origin.kind), int(model::OriginKind::Propagated));
    QCOMPARE(std::get<double>(first.attributes.at(QStringLiteral("truncated"))), 0.0);
    // The picture shows the car as a filled box around its projection.
    const auto &shot = f.view->cameras().views().front()->shot();
    const auto expected = geometry::projectedBounds(*shot.camera, shot.camera_from_label, cars[1]);
    const Box box = std::get<Box>(first.geometry);
    QVERIFY(std::abs(box.x - expected->x) < 1e-6 && std::abs(box.right() - expected->right()) < 1e-6);
    // All of them: what is there stays.
    f.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(boxesIn(f.document()).size(), std::size_t(2));
    QVERIFY(*f.document().annotation(first.id) == first);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("left as they were: 1")));
    f.shot("scene-picture-boxes");
    // An edge in the camera's panel is clicked, and then dragged 20 px of the picture to the right.
    auto *panel = f.view->cameras().views().front();
    QTRY_VERIFY(panel->width() > 100 && !panel->shot().picture.isNull());
    const double scale = panel->width() / shot.camera->width;
    const auto at = [&](double x, double y) {
        const double top = (panel->height() - shot.camera->height * scale) / 2;
        return QPoint(int(std::lround(x * scale)), int(std::lround(top + y * scale)));
    };
    const QPoint edge = at(box.right(), box.y + box.h / 2);
    QTest::mouseClick(panel, Qt::LeftButton, {}, edge);
    QVERIFY(f.document().selection() == QSet<AnnotationId>{first.id});
    const std::size_t pushes = f.document().pushes();
    QTest::mousePress(panel, Qt::LeftButton, {}, edge);
    QMouseEvent move(QEvent::MouseMove, at(box.right() + 20, box.y), panel->mapToGlobal(at(box.right() + 20, box.y)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(panel, &move);
    QCOMPARE(f.document().pushes(), pushes);
    f.shot("scene-picture-box-dragged");
    QTest::mouseRelease(panel, Qt::LeftButton, {}, at(box.right() + 20, box.y));
    QCOMPARE(f.document().pushes(), pushes + 1);
    const Box wider = std::get<Box>(f.document().annotation(first.id)->geometry);
    QVERIFY(std::abs(wider.right() - box.right() - 20) < 2 / scale);
    QCOMPARE(wider.x, box.x);
    QCOMPARE(wider.h, box.h);
    f.document().undo();
    QCOMPARE(std::get<Box>(f.document().annotation(first.id)->geometry), box);
    // Not in another frame.
    f.document().setFrame(1);
    QVERIFY(sceneview::pictureBoxesOf(f.document(), 1).empty());
    QCOMPARE(sceneview::pictureBoxesOf(f.document(), 0).size(), std::size_t(2));
}

void TestScenePictures::saysWhyNone()
{
    GeneratedStreet street(1);
    SceneFixture f(street);
    f.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("Select a box")));
    f.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("no boxes")));
    geometry::Cuboid behind = street.cars(0)[0];
    behind.centre[0] = -15;
    const AnnotationId id = f.document().add(behind).id;
    f.document().select({id});
    f.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("sees it")));
    f.document().change(id, [&](model::Annotation &label) { label.geometry = street.cars(0)[1]; });
    f.document().mutableSchema().classes.front().geometries = QStringList{QStringLiteral("cuboid")};
    f.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("no boxes in pictures")));
    f.document().mutableSchema().classes.front().geometries.clear();
    f.document().open = false;
    f.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("submitted")));
    QCOMPARE(f.document().pushes(), std::size_t(0));
}

void TestScenePictures::camerasWithoutPicturesTakeNoRoom()
{
    GeneratedStreet street(2);
    for (model::SceneFrame &frame : street.scene.frames)
        std::erase_if(frame.files, [](const model::SensorFile &file) { return file.sensor == 1; });
    SceneFixture none(street);
    QVERIFY(!none.view->widget()->findChild<QWidget *>(QStringLiteral("sceneCameraStrip"))->isVisible());
    GeneratedStreet whole(2);
    SceneFixture some(whole);
    QVERIFY(some.view->widget()->findChild<QWidget *>(QStringLiteral("sceneCameraStrip"))->isVisible());
}

QTEST_MAIN(TestScenePictures)
#include "tst_scenepictures.moc"
