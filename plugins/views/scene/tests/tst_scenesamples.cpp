// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
    QTest::newRow("las") << QStringLiteral("lidar/las-formats/simple.las");
}

void TestSceneSamples::singleClouds()
{
    QFETCH(QString, relative);
    PLUMBLINE_SAMPLE(root, "lidar");
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
    QVERIFY2(coloured > 50, qPrintable(QString::number(coloured)));
    const QString shots = qEnvironmentVariable("PLUMBLINE_SHOTS");
    if (!shots.isEmpty())
        host.window.grab().save(shots + QStringLiteral("/sample-%1.png").arg(QLatin1String(QTest::currentDataTag())));
}

QTEST_MAIN(TestSceneSamples)
#include "tst_scenesamples.moc"
