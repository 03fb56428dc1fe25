// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "core/store/reader.h"
#include "plugins/media/pointcloud/tests/scenefiles.h"
#include "tests/cli/clirunner.h"
#include "tests/support/verify.h"

#include <QImage>

using namespace plumbline;

/// Scenes from the command line into a project and out of it again.
class TestScenes : public QObject
{
    Q_OBJECT

    static void dataSet(const test::SceneFiles &files)
    {
        for (int i = 0; i < 3; ++i) {
            files.sweep(QStringLiteral("sequences/00/velodyne/00000%1.bin").arg(i), i);
            files.picture(QStringLiteral("sequences/00/image_2/00000%1.png").arg(i), 64, 32);
        }
        files.write(QStringLiteral("sequences/00/calib.txt"),
                    "P2: 70 0 32 7 0 70 16 0 0 0 1 0\nTr: 0 -1 0 0 0 0 -1 0 1 0 0 -.3\n");
        files.write(QStringLiteral("sequences/00/times.txt"), "0\n.1\n.2\n");
        files.write(QStringLiteral("poses/00.txt"),
                    "1 0 0 0 0 1 0 0 0 0 1 0\n1 0 0 0 0 1 0 0 0 0 1 1\n1 0 0 0 0 1 0 0 0 0 1 2\n");
        files.pcd(QStringLiteral("map.pcd"));
    }

private slots:
    void aFolderIsDescribed()
    {
        test::SceneFiles files;
        dataSet(files);
        test::CliRunner cli;
        CLI_RUN(text, cli, 0, {QStringLiteral("media"), files.path()});
        QVERIFY(text.out.contains("scene sequences/00, kitti-odometry, 3 frames, 3 poses, calibration "));
        QVERIFY(text.out.contains("camera image_2, 3 files, 64 × 32 pixels"));
        CLI_RUN(outcome, cli, 0, {QStringLiteral("media"), files.path(), QStringLiteral("--json")});
        const Json json = outcome.json();
        QCOMPARE(json["kind"].get<std::string>(), std::string("scenes"));
        QCOMPARE(json["scenes"].size(), std::size_t(2));
        const Json &scene = json["scenes"][0];
        QCOMPARE(scene["frames"].get<int>(), 3);
        QCOMPARE(scene["poses"].get<int>(), 3);
        QCOMPARE(scene["sensors"].size(), std::size_t(2));
        QCOMPARE(scene["sensors"][1]["calibrated"].get<bool>(), true);
        QCOMPARE(scene["calibration_version"].get<std::string>().size(), std::size_t(16));
        QCOMPARE(scene["last_microseconds"].get<int>(), 200000);
        // What is wrong makes the exit code 3.
        files.write(QStringLiteral("sequences/00/calib.txt"), "P2: 0\n");
        CLI_RUN(broken, cli, 3, {QStringLiteral("media"), files.path()});
        QVERIFY(broken.out.contains("calib.txt"));
        QVERIFY(broken.out.contains("not calibrated"));
    }

    void aFolderWithoutScenesIsSaid()
    {
        test::SceneFiles files;
        files.write(QStringLiteral("read.me"), "nothing");
        test::CliRunner cli;
        CLI_RUN(outcome, cli, 1, {QStringLiteral("media"), files.path(), QStringLiteral("--json")});
        QVERIFY(outcome.json().contains("error"));
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
    }

    void addingStoresSceneAndAll()
    {
        test::SceneFiles files;
        dataSet(files);
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(created, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(added, cli, 0, {QStringLiteral("add"), project, files.path(), QStringLiteral("--json")});
        const Json items = added.json()["items"];
        QCOMPARE(items.size(), std::size_t(2));
        QCOMPARE(items[0]["kind"].get<std::string>(), std::string("scene"));
        QCOMPARE(items[0]["name"].get<std::string>(), std::string("sequences/00"));
        // Again: nothing new.
        CLI_RUN(again, cli, 0, {QStringLiteral("add"), project, files.path(), QStringLiteral("--json")});
        QCOMPARE(again.json()["items"].size(), std::size_t(0));
        QCOMPARE(again.json()["duplicates"].size(), std::size_t(2));
        CLI_RUN(listed, cli, 0,
                {QStringLiteral("items"), project, QStringLiteral("--filter"), QStringLiteral("kind:scene"),
                 QStringLiteral("--json")});
        QCOMPARE(listed.lines().size(), std::size_t(2));
        QCOMPARE(listed.lines()[0]["frames"].get<int>() + listed.lines()[1]["frames"].get<int>(), 4);
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
        {
            const auto opened = store::Project::open(project, store::Project::Access::Read);
            QVERIFY_RESULT(opened);
            const auto reader = (*opened)->store().reader();
            QVERIFY_RESULT(reader);
            const auto id = ItemId::fromString(QString::fromStdString(items[0]["id"].get<std::string>()));
            QVERIFY(id);
            const auto scene = (*reader)->scene(*id);
            QVERIFY_RESULT(scene);
            QVERIFY(*scene);
            QCOMPARE((*scene)->frames.size(), std::size_t(3));
            QCOMPARE((*scene)->sensors.size(), std::size_t(2));
            QVERIFY((*scene)->sensors[1].camera && (*scene)->frames[2].world_from_ego);
            // What the survey says and what was stored are one.
            auto found = files.survey();
            QVERIFY_RESULT(found);
            model::Scene expected = *found->front().info.scene;
            expected.item = *id;
            QVERIFY(**scene == expected);
        }
        CLI_RUN(undone, cli, 0, {QStringLiteral("undo"), project});
        CLI_RUN(empty, cli, 0, {QStringLiteral("items"), project, QStringLiteral("--json")});
        QVERIFY(empty.lines().empty());
        CLI_RUN(redone, cli, 0, {QStringLiteral("redo"), project});
        CLI_RUN(sound, cli, 0, {QStringLiteral("verify"), project});
    }

    /// Cuboids against the conventions of their classes; with --points against the sweeps.
    void labelsAreChecked()
    {
        test::SceneFiles files;
        dataSet(files);
        files.write(QStringLiteral("schema.json"),
                    R"({"classes":[{"name":"car","convention":{"size_prior_metres":[4,2,1.5]}}]})");
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(created, cli, 0,
                {QStringLiteral("create"), project, QStringLiteral("--schema"), files.path(QStringLiteral("schema.json"))});
        CLI_RUN(added, cli, 0,
                {QStringLiteral("add"), project, files.path(QStringLiteral("sequences/00")), QStringLiteral("--json")});
        const std::string item = added.json()["items"][0]["id"].get<std::string>();
        QByteArray lines;
        const auto car = [&](std::int64_t frame, double x, double length) {
            const Json annotation{
                {"item", item},
                {"class", "car"},
                {"frame", {{"stream", "velodyne"}, {"index", frame}, {"pts", frame * 100'000}, {"time_base", {1, 1'000'000}}}},
                {"geometry",
                 {{"type", "cuboid"},
                  {"center", {x, 0, 0}},
                  {"size", {length, 2, 1.5}},
                  {"rotation", {0, 0, 0, 1}},
                  {"coordinate_frame", "velodyne"}}}};
            lines += base::toJsonLine(Json{{"op", "create"}, {"annotation", annotation}}) + '\n';
        };
        car(0, 500, 4);
        car(0, 503, 4);  // a quarter of each lies in the other
        car(2, 500, 9);
        const auto applied = cli.run({QStringLiteral("apply"), project}, lines);
        QVERIFY2(applied.code == 0, applied.out + applied.err);
        CLI_RUN(checked, cli, 3, {QStringLiteral("check"), project, QStringLiteral("--json")});
        const Json said = checked.json();
        QVERIFY((said["by_rule"] == Json{{"scene.overlap", 1}, {"scene.size", 1}}));
        QCOMPARE(said["blocking"].get<int>(), 0);
        QCOMPARE(said["issues"][1]["frame"].get<int>(), 2);
        QCOMPARE(said["issues"][0]["annotations"].size(), std::size_t(2));
        CLI_RUN(counted, cli, 3, {QStringLiteral("check"), project, QStringLiteral("--points"), QStringLiteral("--json")});
        QCOMPARE(counted.json()["by_rule"]["scene.points"].get<int>(), 3);
        CLI_RUN(text, cli, 3, {QStringLiteral("check"), project, QStringLiteral("--points")});
        QVERIFY2(text.out.contains("frame 3: No point lies in car."), text.out);
        // A sweep that is gone is said, and the rest is checked.
        QVERIFY(QFile::remove(files.path(QStringLiteral("sequences/00/velodyne/000002.bin"))));
        CLI_RUN(gone, cli, 3, {QStringLiteral("check"), project, QStringLiteral("--points"), QStringLiteral("--json")});
        QCOMPARE(gone.json()["by_rule"]["scene.points"].get<int>(), 2);
        QCOMPARE(gone.json()["by_rule"]["scene.sweep"].get<int>(), 1);
    }

    /// The picture is taken when what the view reads by itself has come.
    void aDrawnSceneHasItsPictures()
    {
#ifndef PLUMBLINE_WITH_SCENEVIEW
        QSKIP("the view of scenes is not built");
#endif
        test::SceneFiles files;
        dataSet(files);
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        const QString out = cli.path(QStringLiteral("scene.png"));
        CLI_RUN(created, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(added, cli, 0,
                {QStringLiteral("add"), project, files.path(QStringLiteral("sequences/00")), QStringLiteral("--json")});
        const QString item = QString::fromStdString(added.json()["items"][0]["id"].get<std::string>());
        CLI_RUN(drawn, cli, 0, {QStringLiteral("render"), project, QStringLiteral("--item"), item, QStringLiteral("--out"), out});
        const QImage picture(out);
        int ofTheCamera = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                ofTheCamera += (picture.pixel(x, y) & 0xffffff) == 0x304050;
        QVERIFY2(ofTheCamera > 1000, qPrintable(QString::number(ofTheCamera)));
    }

    void labelsThatLookLikePointsAreNotAdded()
    {
        test::SceneFiles files;
        files.picture(QStringLiteral("a.png"), 16, 16);
        files.write(QStringLiteral("a.txt"), "0 0.5 0.5 0.1 0.1\n");
        files.pcd(QStringLiteral("deep/down/below/all/of/it/x.pcd"), 5);
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(created, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(added, cli, 0, {QStringLiteral("add"), project, files.path(), QStringLiteral("--json")});
        const Json items = added.json()["items"];
        QCOMPARE(items.size(), std::size_t(2));
        QCOMPARE(items[1]["kind"].get<std::string>(), std::string("scene"));
        QCOMPARE(items[1]["name"].get<std::string>(), std::string("deep/down/below/all/of/it/x.pcd"));
        // By its own name it is what the person says.
        CLI_RUN(named, cli, 0, {QStringLiteral("add"), project, files.path(QStringLiteral("a.txt")), QStringLiteral("--json")});
        QCOMPARE(named.json()["items"].size(), std::size_t(1));
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }
};

QTEST_GUILESS_MAIN(TestScenes)
#include "tst_scenes.moc"
