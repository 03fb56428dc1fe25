// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "core/store/reader.h"
#include "core/workflow/goldstore.h"
#include "plugins/media/pointcloud/tests/scenefiles.h"
#include "tests/cli/clirunner.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <cmath>

using namespace plumbline;

/// Gold on scenes from the command line: submissions, practice and what the lead is told.
class TestSceneScore : public QObject
{
    Q_OBJECT

    test::Identity m_identity;

    model::Annotation cuboid(const model::Scene &scene, std::size_t frame, const geometry::Vector3 &centre)
    {
        model::Annotation label;
        label.id = m_identity.ids.make<AnnotationId>();
        label.item = scene.item;
        label.layer = model::acceptedLayer();
        label.labelClass = ClassId{Uuid::fromName("class", "car")};
        label.frame =
            model::FrameRef{scene.labelFrame, std::int64_t(frame), scene.frames[frame].microseconds, {1, 1'000'000}, {}};
        label.geometry = geometry::Cuboid{centre, {4, 2, 1.5}, {0, 0, 0, 1}, scene.labelFrame};
        return label;
    }

    static bool near(const Json &value, double expected)
    {
        return value.is_number() && std::abs(value.get<double>() - expected) < 1e-6;
    }

private slots:
    void scenesAreScored()
    {
        test::SceneFiles files;
        for (int i = 0; i < 3; ++i)
            files.sweep(QStringLiteral("drive/velodyne/00000%1.bin").arg(i), i);
        files.pcd(QStringLiteral("map.pcd"));
        test::CliRunner cli;
        qputenv("PLUMBLINE_GOLD_FOLDER", cli.path(QStringLiteral("gold")).toUtf8());
        const QString folder = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(created, cli, 0, {QStringLiteral("create"), folder});
        CLI_RUN(added, cli, 0, {QStringLiteral("add"), folder, files.path()});
        QString drive;
        QString map;
        {
            auto opened = store::Project::open(folder, store::Project::Access::Write);
            QVERIFY_RESULT(opened);
            store::Project &project = **opened;
            const auto reader = project.store().reader();
            QVERIFY_RESULT(reader);
            std::vector<model::Scene> scenes;
            QVERIFY_RESULT((*reader)->visitItems([&](const model::Item &item) -> Result<> {
                if (item.kind == model::ItemKind::Scene)
                    if (const auto scene = (*reader)->scene(item.id); scene && *scene)
                        scenes.push_back(**scene);
                return {};
            }));
            std::sort(scenes.begin(), scenes.end(),
                      [](const auto &a, const auto &b) { return a.frames.size() > b.frames.size(); });
            QCOMPARE(scenes.size(), std::size_t(2));
            QCOMPARE(scenes[0].frames.size(), std::size_t(3));
            QCOMPARE(scenes[1].frames.size(), std::size_t(1));
            drive = scenes[0].item.toString();
            map = scenes[1].item.toString();
            auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(project.id()));
            QVERIFY_RESULT(gold);
            const auto key = [&](const model::Scene &scene) {
                quality::GoldKey made{{{}}, false};
                for (std::size_t i = 0; i < scene.frames.size(); ++i)
                    made.answers.front().push_back(cuboid(scene, i, {10, 0, 0}));
                return made;
            };
            QVERIFY_RESULT((*gold)->setKey(scenes[0].item, key(scenes[0]), workflow::GoldKind::Blind));
            QVERIFY_RESULT((*gold)->setKey(scenes[1].item, key(scenes[1]), workflow::GoldKind::Practice));
            history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Label"));
            // 20 cm to the left in two of three frames; the third is forgotten. On the map 10 cm up and one too many.
            builder.create(cuboid(scenes[0], 0, {10, .2, 0})).create(cuboid(scenes[0], 1, {10, .2, 0}));
            builder.create(cuboid(scenes[1], 0, {10, 0, .1})).create(cuboid(scenes[1], 0, {30, 0, 0}));
            QVERIFY_RESULT(store::wait(project.store().commit(builder.take(), store::operatingSystemPerson().name)));
        }
        CLI_RUN(blind, cli, 0, {QStringLiteral("judge"), folder, QStringLiteral("--item"), drive, QStringLiteral("--json")});
        QVERIFY(!blind.json().contains("practice"));
        CLI_RUN(practice, cli, 0, {QStringLiteral("judge"), folder, QStringLiteral("--item"), map, QStringLiteral("--json")});
        const Json remarks = practice.json()["practice"];
        QCOMPARE(remarks.size(), std::size_t(1));
        QCOMPARE(remarks[0]["kind"].get<std::string>(), std::string("invented"));
        QCOMPARE(remarks[0]["frame"].get<int>(), 0);
        QCOMPARE(remarks[0]["geometry"]["type"].get<std::string>(), std::string("cuboid"));

        CLI_RUN(scored, cli, 0, {QStringLiteral("score"), folder, QStringLiteral("--json")});
        const Json person = scored.json()["annotators"][0];
        QCOMPARE(person["right"].get<int>(), 3);
        QCOMPARE(person["missed"].get<int>(), 1);
        QCOMPARE(person["invented"].get<int>(), 1);
        const Json cuboids = person["cuboids"];
        QCOMPARE(cuboids["n"].get<int>(), 3);
        QCOMPARE(cuboids["heading_flipped"].get<int>(), 0);
        QVERIFY(near(cuboids["centre_metres"]["mean"], .5 / 3));
        QVERIFY(near(cuboids["size_ratio"]["height"]["mean"], 1));
        const Json faces = cuboids["faces_centimetres"];
        QVERIFY(near(faces["left"]["signed"]["mean"], 40. / 3));
        QVERIFY(near(faces["right"]["signed"]["mean"], -40. / 3));
        QVERIFY(near(faces["right"]["absolute"]["mean"], 40. / 3));
        QVERIFY(near(faces["top"]["signed"]["mean"], 10. / 3));
        QCOMPARE(faces["top"]["signed"]["n"].get<int>(), 3);
        QCOMPARE(faces["top"]["signed"]["interval"].size(), std::size_t(2));
        CLI_RUN(text, cli, 0, {QStringLiteral("score"), folder});
        QVERIFY2(text.out.contains("cuboids: n = 3, centre 0.167 [") && text.out.contains("left   13.3 ["), text.out.constData());
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), folder});
    }
};

QTEST_GUILESS_MAIN(TestSceneScore)
#include "tst_scenescore.moc"
