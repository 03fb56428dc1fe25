// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/tests/scenefixture.h"

#include "tests/support/verify.h"
#include "widgets/theme/theme.h"

using namespace plumbline;
using namespace plumbline::test;

/// The view of scenes in a real window, worked by mouse and keys.
class TestSceneView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::applyTheme(*qApp, theme::darkTheme()); }
    void showsTheSweep();
    void largeCloudsComeInPieces();
    void saysWhatIsMissing();
};

void TestSceneView::showsTheSweep()
{
    GeneratedStreet street;
    SceneFixture f(street);
    for (const geometry::Cuboid &car : street.cars(0))
        f.document().add(car);
    f.document().addPrediction(street.cars(1)[1], 0.83, "person");
    f.document().select({f.document().annotations().front().id});
    QVERIFY(f.surface().canvas());
    QCOMPARE(f.view->source().pointsShown(), f.view->source().pointsInFile());
    QCOMPARE(f.view->boxes().size(), std::size_t(4));
    QTRY_VERIFY(f.surface().canvas()->drawn() == f.view->source().pointsShown());
    f.shot("scene-dark");
    // Points, not only the ground: many pixels differ from the background.
    const QImage picture = f.surface().canvas()->grabFramebuffer();
    const QRgb ground = theme::darkTheme().colour(theme::Token::Surface0).rgb();
    int other = 0;
    for (int y = 0; y < picture.height(); y += 4)
        for (int x = 0; x < picture.width(); x += 4)
            other += picture.pixel(x, y) != ground;
    QVERIFY2(other > 1500, qPrintable(QString::number(other)));
}

void TestSceneView::largeCloudsComeInPieces()
{
    GeneratedStreet street(1, 4000, 120'000);
    QTemporaryDir cache;
    SceneFixture f(street, QSize(1000, 700), {50'000, 10'000, 60'000, 100'000}, false);
    f.host.cache = cache.path();
    f.host.show(*f.view, QSize(1000, 700));
    f.open(street);
    QVERIFY(f.view->source().pointsShown() <= 20'000);
    QTRY_VERIFY(f.view->source().isLarge());
    QTRY_VERIFY(!f.view->source().isRefining());
    QVERIFY(f.view->source().pointsShown() > 20'000);
    QVERIFY(f.view->source().pointsShown() < f.view->source().pointsInFile());
    const auto before = f.view->source().pieces();
    // Nearer at a place, other pieces are shown.
    sceneview::ViewCamera camera = f.surface().camera();
    camera.target = {12, 5, -1};
    camera.distance = 8;
    f.surface().setCamera(camera);
    QTRY_VERIFY(!f.view->source().isRefining());
    QVERIFY(f.view->source().pieces() != before);
}

void TestSceneView::saysWhatIsMissing()
{
    GeneratedStreet street(2);
    SceneFixture f(street);
    QVERIFY(QFile::remove(street.folder.filePath(QStringLiteral("sweep1.bin"))));
    // Frame 1 may have been read ahead already: another item forgets it.
    street.scene.frames[1].files[0].path = QStringLiteral("gone.bin");
    f.document().shownScene = street.scene;
    f.document().setFrame(1);
    QTRY_COMPARE(int(f.view->source().state()), int(sceneview::CloudSource::State::Failed));
    QVERIFY(f.surface().message().contains(QStringLiteral("gone.bin")));
    street.scene.frames[0].files.erase(street.scene.frames[0].files.begin());
    f.document().shownScene = street.scene;
    f.document().setFrame(0);
    QTRY_VERIFY(f.surface().message().contains(QStringLiteral("No sweep")));
    f.document().shownScene.reset();
    f.view->showFrame(*f.document().item(), extension::LoadedFrame{});
    QVERIFY(f.surface().message().contains(QStringLiteral("cannot be shown")));
    f.view->clear();
    QVERIFY(f.surface().message().contains(QStringLiteral("No scene")));
}

QTEST_MAIN(TestSceneView)
#include "tst_sceneview.moc"
