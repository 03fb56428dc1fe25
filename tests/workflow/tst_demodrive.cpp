// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/cloudreader.h"
#include "core/geometry/cuboids.h"
#include "core/model/calibration.h"
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "tests/support/verify.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace plumbline;

/// The simulated drive of the demo: what a newcomer finds in it is there, and fits.
class TestDemoDrive : public QObject
{
    Q_OBJECT

private slots:
    void theDriveIsWhole();
    void picturesAloneStayAsTheyWere();
};

void TestDemoDrive::theDriveIsWhole()
{
    QTemporaryDir home;
    qputenv("PLUMBLINE_GOLD_FOLDER", home.filePath(QStringLiteral("gold")).toUtf8());
    workflow::DemoOptions options;
    options.items = 3;
    options.drive = true;
    const QString folder = home.filePath(QStringLiteral("d.plumb"));
    const auto made = workflow::makeDemo(folder, options, {});
    QVERIFY_RESULT(made);
    QCOMPARE(made->items, std::int64_t(3));
    QCOMPARE(made->scenes, std::int64_t(1));
    const auto project = store::Project::open(folder, store::Project::Access::Write);
    QVERIFY_RESULT(project);
    const auto reader = (*project)->store().reader();
    QVERIFY_RESULT(reader);
    std::vector<model::Item> items;
    QVERIFY_RESULT((*reader)->visitItems([&](const model::Item &item) -> Result<> {
        items.push_back(item);
        return {};
    }));
    const auto drive =
        std::find_if(items.begin(), items.end(), [](const model::Item &item) { return item.kind == model::ItemKind::Scene; });
    QVERIFY(drive != items.end());
    QCOMPARE(items.size(), std::size_t(4));
    const auto scene = (*reader)->scene(drive->id);
    QVERIFY(scene && *scene);
    const model::Scene &shown = **scene;
    QVERIFY2(model::whyInvalid(shown).isEmpty(), qPrintable(model::whyInvalid(shown)));
    QCOMPARE(std::int64_t(shown.frames.size()), drive->frames);
    QVERIFY(shown.frames.size() >= 10);
    for (const model::SceneFrame &frame : shown.frames) {
        QVERIFY(frame.world_from_ego);
        const auto cloud = cloud::openCloud(folder + QLatin1Char('/') + drive->path + QLatin1Char('/') + frame.files[0].path);
        QVERIFY_RESULT(cloud);
        QVERIFY((*cloud)->info().points > 2000);
        for (const std::size_t camera : {1U, 2U}) {
            const QImage picture(folder + QLatin1Char('/') + drive->path + QLatin1Char('/') + frame.files[camera].path);
            QCOMPARE(picture.width(), int(shown.sensors[camera].camera->width));
        }
    }
    const auto labels = (*reader)->annotations({drive->id, {}});
    QVERIFY_RESULT(labels);
    const auto tracks = (*reader)->tracks({drive->id, {}});
    QVERIFY_RESULT(tracks);
    int keyframes = 0;
    int boxes = 0;
    int predictions = 0;
    for (const model::Annotation &label : *labels) {
        QVERIFY(label.frame && std::holds_alternative<geometry::Cuboid>(label.geometry));
        QCOMPARE(model::calibrationOf(label), shown.calibrationVersion);
        const bool predicted = model::isModelLayer(label.layer);
        predictions += predicted;
        keyframes += !predicted && !label.track.isNull();
        boxes += !predicted && label.track.isNull();
    }
    QVERIFY2(keyframes >= 3, qPrintable(QString::number(keyframes)));
    QVERIFY2(boxes >= 1, qPrintable(QString::number(boxes)));
    QVERIFY2(predictions >= 20, qPrintable(QString::number(predictions)));
    QVERIFY(
        std::any_of(tracks->begin(), tracks->end(), [](const model::Track &track) { return !model::isModelLayer(track.layer); }));
}

void TestDemoDrive::picturesAloneStayAsTheyWere()
{
    QTemporaryDir home;
    qputenv("PLUMBLINE_GOLD_FOLDER", home.filePath(QStringLiteral("gold")).toUtf8());
    workflow::DemoOptions options;
    options.items = 2;
    const auto made = workflow::makeDemo(home.filePath(QStringLiteral("d.plumb")), options, {});
    QVERIFY_RESULT(made);
    QCOMPARE(made->scenes, std::int64_t(0));
    QVERIFY(!QFile::exists(home.filePath(QStringLiteral("d.plumb/media/drive"))));
}

QTEST_GUILESS_MAIN(TestDemoDrive)
#include "tst_demodrive.moc"
