// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/lidardrive.h"
#include "core/store/project.h"
#include "core/store/reader.h"
#include "plugins/media/pointcloud/scenejson.h"
#include "plugins/media/pointcloud/tests/scenefiles.h"
#include "tests/cli/clirunner.h"
#include "tests/support/verify.h"

using namespace plumbline;

/// Pre-labels of a simulated drive, from its files to proposals in the project.
class TestPrelabelScenes : public QObject
{
    Q_OBJECT

    static constexpr int sweeps = 5;

    static void writeDrive(const test::SceneFiles &files)
    {
        const simulation::LidarDrive drive(3);
        model::Scene scene;
        scene.convention = QStringLiteral("scene-json");
        scene.labelFrame = QStringLiteral("top");
        scene.sensors = {{QStringLiteral("top"), model::SensorKind::Lidar, simulation::LidarDrive::lidarPlace(), {}}};
        for (int i = 0; i < sweeps; ++i) {
            const simulation::LidarSweep sweep = drive.sweep(i);
            QByteArray content;
            for (std::size_t p = 0; p < sweep.positions.size(); ++p) {
                const auto &[x, y, z] = sweep.positions[p];
                const float values[4] = {x, y, z, sweep.intensity[p]};
                content.append(reinterpret_cast<const char *>(values), sizeof(values));
            }
            const QString name = QStringLiteral("top/%1.bin").arg(i);
            files.write(name, content);
            model::SceneFrame frame;
            frame.microseconds = sweep.microseconds;
            frame.world_from_ego = sweep.world_from_ego;
            frame.files = {{0, name, sweep.microseconds, {}}};
            scene.frames.push_back(frame);
        }
        files.write(QStringLiteral("scene.json"), pointcloud::writeSceneJson(scene));
    }

private slots:
    void theModelIsListed()
    {
        test::CliRunner cli;
        CLI_RUN(outcome, cli, 0, {QStringLiteral("models"), QStringLiteral("--json")});
        const Json json = outcome.json();
        const auto model = std::find_if(json["models"].begin(), json["models"].end(),
                                        [](const Json &m) { return m["id"].get<std::string>() == "ground-and-clusters"; });
        QVERIFY(model != json["models"].end());
        QCOMPARE((*model)["engine"].get<std::string>(), std::string("lidar-classical"));
        QCOMPARE((*model)["input"].get<std::string>(), std::string("sweep"));
        QVERIFY((*model)["problem"].is_null());
    }

    void aSceneIsPrelabeled()
    {
        test::SceneFiles files;
        writeDrive(files);
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(created, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(added, cli, 0, {QStringLiteral("add"), project, files.path()});
        const QStringList verb{QStringLiteral("prelabel"), project, QStringLiteral("--engine"), QStringLiteral("lidar-classical"),
                               QStringLiteral("--json")};
        CLI_RUN(outcome, cli, 0, verb);
        const Json json = outcome.json();
        QCOMPARE(json["items"].get<int>(), 1);
        QCOMPARE(json["sweeps"].get<int>(), sweeps);
        QCOMPARE(json["layer"].get<std::string>(), std::string("model:ground-and-clusters"));
        QVERIFY(json["predictions"].get<int>() > 10 * sweeps / 2);
        {
            const auto opened = store::Project::open(project, store::Project::Access::Read);
            QVERIFY_RESULT(opened);
            const auto reader = (*opened)->store().reader();
            QVERIFY_RESULT(reader);
            const auto list = (*reader)->annotations({});
            QVERIFY_RESULT(list);
            QCOMPARE(static_cast<int>(list->size()), json["predictions"].get<int>());
            const auto tracks = (*reader)->tracks({});
            QVERIFY_RESULT(tracks);
            QVERIFY(tracks->size() < list->size() / 2);
            for (const model::Annotation &a : *list)
                QVERIFY(a.frame && !a.track.isNull() && a.score && std::holds_alternative<geometry::Cuboid>(a.geometry));
        }
        CLI_RUN(again, cli, 0, verb);
        QCOMPARE(again.json()["skipped"].get<int>(), 1);
        QCOMPARE(again.json()["predictions"].get<int>(), 0);
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }

    void aProjectOfPicturesIsRefusedWithWords()
    {
        test::SceneFiles files;
        files.picture(QStringLiteral("a.png"), 16, 16);
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(created, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(added, cli, 0, {QStringLiteral("add"), project, files.path()});
        CLI_RUN(outcome, cli, 1,
                {QStringLiteral("prelabel"), project, QStringLiteral("--engine"), QStringLiteral("lidar-classical")});
        QVERIFY(outcome.err.contains("no LiDAR scenes"));
    }
};

QTEST_GUILESS_MAIN(TestPrelabelScenes)
#include "tst_prelabelscenes.moc"
