// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/cloudreader.h"
#include "plugins/media/pointcloud/scenefactory.h"
#include "plugins/views/scene/tests/scenefixture.h"

#include "tests/support/samples.h"
#include "tests/support/verify.h"
#include "widgets/theme/theme.h"

using namespace plumbline;
using namespace plumbline::test;

/// Real recordings on the screen.
class TestSceneSamples : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::applyTheme(*qApp, theme::darkTheme()); }
    void showsSweepsAndCameras_data();
    void showsSweepsAndCameras();
    void singleClouds_data();
    void singleClouds();
    void aTrackInItsSweeps();
};

namespace {

// Shows the first scene that is found at a path.
bool show(ViewHost &host, sceneview::SceneView &view, const QString &path)
{
    const auto found = pointcloud::SceneFactory().survey(path, {}, {});
    if (!found || found->empty() || !found->front().info.scene)
        return false;
    const extension::FoundMedium &medium = found->front();
    model::Item item = *host.document.item();
    item.kind = model::ItemKind::Scene;
    item.name = medium.name;
    item.frames = medium.info.frames;
    host.medium = medium.path;
    host.document.shownScene = *medium.info.scene;
    host.document.showItem(item);
    host.show(view, QSize(1280, 800));
    view.showFrame(item, extension::LoadedFrame{});
    return true;
}

}  // namespace

void TestSceneSamples::showsSweepsAndCameras_data()
{
    QTest::addColumn<QString>("relative");
    QTest::newRow("kitti-object") << QStringLiteral("lidar/kitti-object");
    QTest::newRow("sustech") << QStringLiteral("lidar/sustech-sequence/example");
    QTest::newRow("kitti-odometry") << QStringLiteral("lidar/kitti-odometry-scans");
    QTest::newRow("argoverse") << QStringLiteral("lidar/av2-log-7fab2350");
}

void TestSceneSamples::showsSweepsAndCameras()
{
    QFETCH(QString, relative);
    PLUMBLINE_SAMPLE(root, "lidar");
    const QString path = QFileInfo(root).path() + QLatin1Char('/') + relative;
    ViewHost host;
    sceneview::SceneView view(host);
    QVERIFY2(show(host, view, path), qPrintable(path));
    QTRY_COMPARE(int(view.source().state()), int(sceneview::CloudSource::State::Shown));
    QVERIFY(view.source().pointsShown() > 10'000);
    view.trigger(QStringLiteral("scene.view.cameraPoints"));
    for (sceneview::CameraView *camera : view.cameras().views()) {
        QTRY_VERIFY(!camera->shot().picture.isNull() || !camera->shot().problem.isEmpty());
        // The sweep is all round: every calibrated camera sees a part of it.
        if (camera->shot().camera)
            QVERIFY2(camera->pointsSeen() > 500, qPrintable(camera->shot().name));
    }
    QTest::qWait(300);
    const QString shots = qEnvironmentVariable("PLUMBLINE_SHOTS");
    if (!shots.isEmpty())
        host.window.grab().save(shots + QStringLiteral("/sample-%1.png").arg(QLatin1String(QTest::currentDataTag())));
}

void TestSceneSamples::singleClouds_data()
{
    QTest::addColumn<QString>("relative");
    QTest::newRow("pcd") << QStringLiteral("lidar/pcd-formats/table_scene_mug_stereo_textured.pcd");
    QTest::newRow("ply") << QStringLiteral("lidar/ply-opencv/bunny.ply");
    QTest::newRow("pcd ascii") << QStringLiteral("lidar/pcd-formats/bun0.pcd");
    QTest::newRow("pcd binary") << QStringLiteral("lidar/pcd-formats/colored_cloud.pcd");
    QTest::newRow("ply binary, double") << QStringLiteral("lidar/ply-labelcloud/pointclouds/exemplary.ply");
    QTest::newRow("las") << QStringLiteral("lidar/las-formats/simple.las");
    QTest::newRow("las 1.4") << QStringLiteral("lidar/las-formats/test1_4.las");
    QTest::newRow("laz") << QStringLiteral("lidar/las-formats/autzen_trim.laz");
    QTest::newRow("copc") << QStringLiteral("lidar/las-formats/simple.copc.laz");
    QTest::newRow("nuscenes") << QStringLiteral(
        "lidar/nuscenes-sample/n015-2018-07-24-11-22-45+0800__LIDAR_TOP__1532402927647951.pcd.bin");
    QTest::newRow("semantickitti") << QStringLiteral("lidar/semantickitti-mini");
}

void TestSceneSamples::singleClouds()
{
    QFETCH(QString, relative);
    PLUMBLINE_SAMPLE(root, "lidar");
    if (relative.endsWith(QStringLiteral(".laz")))
        if (const auto reader = cloud::openCloud(QFileInfo(root).path() + QLatin1Char('/') + relative);
            !reader && reader.error().code == ErrorCode::Unsupported)
            QSKIP("built without LASzip");
    ViewHost host;
    sceneview::SceneView view(host);
    QVERIFY(show(host, view, QFileInfo(root).path() + QLatin1Char('/') + relative));
    QTRY_COMPARE(int(view.source().state()), int(sceneview::CloudSource::State::Shown));
    QTest::qWait(300);
    // It fills the view, whatever its unit.
    const QImage picture = view.surface().canvas()->grabFramebuffer();
    const QRgb ground = theme::darkTheme().colour(theme::Token::Surface0).rgb();
    int coloured = 0;
    for (int y = 0; y < picture.height(); y += 4)
        for (int x = 0; x < picture.width(); x += 4)
            coloured += qAbs(qGreen(picture.pixel(x, y)) - qGreen(ground)) > 30;
    QVERIFY2(coloured > 30, qPrintable(QString::number(coloured)));
    const QString shots = qEnvironmentVariable("PLUMBLINE_SHOTS");
    if (!shots.isEmpty())
        host.window.grab().save(shots + QStringLiteral("/sample-%1.png").arg(QLatin1String(QTest::currentDataTag())));
}

// A car that somebody labeled in all four sweeps, as a track: each tile shows the points of it.
void TestSceneSamples::aTrackInItsSweeps()
{
    PLUMBLINE_SAMPLE(root, "lidar");
    const QString path = QFileInfo(root).path() + QStringLiteral("/lidar/sustech-sequence/example");
    ViewHost host;
    sceneview::SceneView view(host);
    QVERIFY(show(host, view, path));
    const model::Scene &scene = *host.document.scene();
    QCOMPARE(scene.frames.size(), std::size_t(4));
    model::Track track;
    track.id = host.document.newTrackId();
    track.item = host.document.item()->id;
    track.layer = host.document.layer;
    track.labelClass = host.document.classNamed("car");
    history::GestureBuilder builder = host.document.gesture(QStringLiteral("test"));
    builder.put(static_cast<const model::Track *>(nullptr), track);
    AnnotationId first;
    for (std::size_t at = 0; at < scene.frames.size(); ++at) {
        const model::SensorFile *sweep = model::fileOf(scene.frames[at], model::firstSensor(scene, model::SensorKind::Lidar));
        QVERIFY(sweep);
        QFile file(path + QStringLiteral("/label/") + QFileInfo(sweep->path).completeBaseName() + QStringLiteral(".json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto labels = base::parseJson(file.readAll());
        QVERIFY_RESULT(labels);
        for (const Json &entry : *labels) {
            if (entry["obj_id"] != "1")
                continue;
            const Json &psr = entry["psr"];
            geometry::Cuboid cuboid;
            const std::array<const char *, 3> axes{"x", "y", "z"};
            for (std::size_t axis = 0; axis < 3; ++axis) {
                cuboid.centre[axis] = psr["position"][axes[axis]].get<double>();
                cuboid.size[axis] = psr["scale"][axes[axis]].get<double>();
            }
            cuboid.rotation = geometry::rotationFromYaw(psr["rotation"]["z"].get<double>());
            cuboid.coordinateFrame = scene.labelFrame;
            model::Annotation label = host.document.newAnnotation(cuboid);
            label.labelClass = track.labelClass;
            label.frame = host.document.frameRef(std::int64_t(at));
            label.track = track.id;
            builder.create(label);
            if (first.isNull())
                first = label.id;
        }
    }
    host.document.push(builder.take());
    host.document.select({first});
    view.trigger(QStringLiteral("scene.track.sheet"));
    auto &sheet = view.sheet();
    QVERIFY(sheet.isVisible());
    QVERIFY(sheet.grid().frames().size() > 1);
    for (const sceneview::SheetFrame &frame : sheet.grid().frames()) {
        QTRY_VERIFY(sheet.crops().sweep(frame.frame) && sheet.crops().sweep(frame.frame)->points);
        const auto points = sheet.grid().pointsIn(frame.frame);
        QVERIFY2(points && *points > 20, qPrintable(sheet.grid().words(frame)));
    }
    view.trigger(QStringLiteral("scene.track.all"));
    QTRY_VERIFY(sheet.overlaidPoints() && sheet.overlaidPoints()->size() > 200);
    QTest::qWait(500);
    const QString shots = qEnvironmentVariable("PLUMBLINE_SHOTS");
    if (!shots.isEmpty())
        host.window.grab().save(shots + QStringLiteral("/sample-track.png"));
}

QTEST_MAIN(TestSceneSamples)
#include "tst_scenesamples.moc"
