// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "plugins/media/pointcloud/scenejson.h"
#include "plugins/media/pointcloud/tests/scenefiles.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;
using namespace plumbline::pointcloud;
using test::hasIssue;

namespace {

geometry::Pose randomPose(base::SeededRandom &random)
{
    geometry::Pose pose;
    double length = 0;
    for (double &part : pose.rotation) {
        part = random.uniform() * 2 - 1;
        length += part * part;
    }
    for (double &part : pose.rotation)
        part /= std::sqrt(length);
    for (double &part : pose.translation)
        part = (random.uniform() - .5) * 1e6;
    return pose;
}

model::Scene randomScene(std::uint64_t seed)
{
    base::SeededRandom random(seed);
    model::Scene scene;
    scene.convention = seed % 2 ? QStringLiteral("scene-json") : QStringLiteral("nuscenes");
    const auto lens = [&](int which) {
        geometry::Camera camera{geometry::LensModel(which),
                                1920,
                                1080,
                                900 + random.uniform(),
                                910 + random.uniform(),
                                960 + random.uniform(),
                                540 + random.uniform(),
                                random.uniform(),
                                {}};
        for (int i = 0; which > 0 && i < (which == 1 ? 8 : 4); ++i)
            camera.distortion[std::size_t(i)] = (random.uniform() - .5) / 100;
        return camera;
    };
    scene.sensors.push_back({QStringLiteral("lidar"), model::SensorKind::Lidar, randomPose(random), std::nullopt});
    for (int i = 0; i < 3; ++i)
        scene.sensors.push_back({QStringLiteral("camera “%1” ü").arg(i), model::SensorKind::Camera, randomPose(random), lens(i)});
    scene.sensors.push_back({QStringLiteral("uncalibrated"), model::SensorKind::Camera, {}, std::nullopt});
    scene.sensors.push_back({QStringLiteral("radar"), model::SensorKind::Radar, randomPose(random), std::nullopt});
    scene.labelFrame = seed % 3 ? QStringLiteral("lidar") : QString();
    for (int f = 0; f < 5; ++f) {
        model::SceneFrame frame;
        frame.microseconds = 1'532'402'927'000'000 + f * 100'000;
        if (f != 2)
            frame.world_from_ego = randomPose(random);
        for (std::int32_t s = 0; s < std::int32_t(scene.sensors.size()); ++s)
            if ((f + s) % 4 != 3)
                frame.files.push_back({s, QStringLiteral("sensor %1/%2.bin").arg(s).arg(f), frame.microseconds + s * 7 * (s % 2),
                                       s % 3 ? std::optional(randomPose(random)) : std::nullopt});
        scene.frames.push_back(std::move(frame));
    }
    if (seed % 4 == 1)
        scene.extra = Json{{"source", {{"run", 7}, {"vehicle", "ü"}}}};
    return scene;
}

const char minimal[] = R"({"plumbline_scene": 1,
  "label_frame": "top",
  "sensors": [
    {"name": "top", "kind": "lidar"},
    {"name": "front", "kind": "camera",
     "ego_from_sensor": {"rotation": [-0.5, 0.5, -0.5, 0.5], "translation": [0.1, 0, -0.2]},
     "camera": {"lens": "pinhole", "size": [64, 32], "focal": [70, 70], "centre": [32, 16]}}],
  "frames": [
    {"microseconds": 1000000, "files": [{"sensor": "top", "path": "top/0.bin"}, {"sensor": "front", "path": "front/0.png"}]},
    {"microseconds": 1100000, "world_from_ego": {"rotation": [0, 0, 0, 1], "translation": [1, 0, 0]},
     "files": [{"sensor": "top", "path": "top/1.bin"}, {"sensor": "front", "path": "front/1.png", "microseconds": 1090000}]}]})";

}  // namespace

class TestSceneJson : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBackEqual()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const model::Scene scene = randomScene(seed);
            QCOMPARE(model::whyInvalid(scene), QString());
            const QByteArray text = writeSceneJson(scene);
            const auto read = readSceneJson(text, QStringLiteral("s"));
            QVERIFY_RESULT(read);
            QVERIFY2(read->issues.empty(), qPrintable(read->issues.empty() ? QString() : read->issues.issues[0].text));
            QVERIFY(read->scene == scene);
            QCOMPARE(writeSceneJson(read->scene), text);
        }
    }

    void theDocumentedExampleOpens()
    {
        test::SceneFiles files;
        files.write(QStringLiteral("drive/scene.json"), minimal);
        for (int i = 0; i < 2; ++i) {
            files.sweep(QStringLiteral("drive/top/%1.bin").arg(i), i);
            files.picture(QStringLiteral("drive/front/%1.png").arg(i), 64, 32);
        }
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->front().name, QStringLiteral("drive"));
        QVERIFY(hasIssue(found->front().info.issues, {}, QStringLiteral("1 of 2 sweeps")));
        QVERIFY(!test::hasProblem(found->front().info.issues));
        const model::Scene &scene = *found->front().info.scene;
        QCOMPARE(scene.frames[1].files[1].microseconds, std::int64_t(1090000));
        QCOMPARE(scene.frames[0].files[0].microseconds, std::int64_t(1000000));
        // By its file, too; another one beside it is opened by its own name.
        files.write(QStringLiteral("drive/short.json"), QByteArray(minimal).replace("1100000", "1200000"));
        const auto named = files.survey(QStringLiteral("drive/short.json"));
        QVERIFY_RESULT(named);
        QCOMPARE(named->front().path, files.path(QStringLiteral("drive/short.json")));
        QCOMPARE(named->front().info.scene->frames[1].microseconds, std::int64_t(1200000));
        const auto source = SceneFactory().open(named->front().path, {});
        QVERIFY_RESULT(source);
        QVERIFY(*(*source)->info().scene == *named->front().info.scene);
        QCOMPARE(SceneFactory().probe(files.path(QStringLiteral("drive/short.json")), minimal).confidence,
                 extension::ProbeResult::Certain);
    }

    void filesThatAreNotThereAreLeftOut()
    {
        test::SceneFiles files;
        files.write(QStringLiteral("scene.json"), minimal);
        files.sweep(QStringLiteral("top/1.bin"));
        files.picture(QStringLiteral("front/1.png"), 64, 48);
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        const extension::MediaInfo &info = found->front().info;
        QCOMPARE(info.frames, std::int64_t(1));
        QVERIFY(hasIssue(info.issues, QStringLiteral("top/0.bin"), QStringLiteral("2 in all")));
        QVERIFY(hasIssue(info.issues, QStringLiteral("front/1.png"), QStringLiteral("64 × 32")));
    }

    void namesNeverLeaveTheFolder()
    {
        test::SceneFiles files;
        files.sweep(QStringLiteral("secret.bin"));
        files.sweep(QStringLiteral("drive/top/1.bin"));
        QVERIFY(QFile::link(files.path(QStringLiteral("secret.bin")), files.path(QStringLiteral("drive/top/2.bin"))));
        for (const QString &path :
             {QStringLiteral("../secret.bin"), files.path(QStringLiteral("secret.bin")), QStringLiteral("top/../../secret.bin"),
              QStringLiteral("top/2.bin"), QStringLiteral("."), QStringLiteral("top"), QStringLiteral(":/x")}) {
            files.write(QStringLiteral("drive/scene.json"), QByteArray(minimal).replace("top/0.bin", path.toUtf8()));
            const auto found = files.survey(QStringLiteral("drive"));
            QVERIFY_RESULT(found);
            QVERIFY(test::hasProblem(found->front().info.issues));
            for (const model::SceneFrame &frame : found->front().info.scene->frames)
                for (const model::SensorFile &file : frame.files)
                    QCOMPARE(file.path, QStringLiteral("top/1.bin"));
        }
    }

    void brokenPartsCostThemselves_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *from, const char *to, const char *place) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(place);
        };
        row("singular rotation", "[-0.5, 0.5, -0.5, 0.5]", "[0, 0, 0, 0]", "sensors[1].ego_from_sensor");
        row("three numbers", "[-0.5, 0.5, -0.5, 0.5]", "[0, 0, 1]", "sensors[1].ego_from_sensor");
        row("huge numbers", "[-0.5, 0.5, -0.5, 0.5]", "[1e308, 1e308, 0, 0]", "sensors[1].ego_from_sensor");
        row("no focal length", "\"focal\": [70, 70]", "\"focal\": [0, 70]", "sensors[1].camera");
        row("unknown lens", "pinhole", "telescope", "sensors[1].camera");
        row("words", "[64, 32]", "\"large\"", "sensors[1].camera");
        row("name twice", "\"name\": \"front\"", "\"name\": \"top\"", "sensors[1]");
        row("kind", "\"kind\": \"camera\"", "\"kind\": \"ear\"", "sensors[1]");
        row("time is no number", "1000000,", "\"noon\",", "frames[0].microseconds");
        row("time is no whole number", "1000000,", "1.5,", "frames[0].microseconds");
        row("time is huge", "1000000,", "18446744073709551615,", "frames[0].microseconds");
        row("file time", "1090000", "true", "frames[1].files[1].microseconds");
        row("pose", "[0, 0, 0, 1]", "[0, 0, null, 1]", "frames[1].world_from_ego");
        row("unknown sensor", "{\"sensor\": \"top\", \"path\": \"top/1.bin\"}", "{\"sensor\": \"low\", \"path\": \"top/1.bin\"}",
            "frames[1].files[0]");
        row("two files of one sensor", "\"front\", \"path\": \"front/1.png\"", "\"top\", \"path\": \"front/1.png\"",
            "frames[1].files[1]");
        row("climbing path", "front/1.png", "../front/1.png", "frames[1].files[1]");
        row("label frame", "\"label_frame\": \"top\"", "\"label_frame\": \"bottom\"", "label_frame");
        row("syntax in a frame", "\"microseconds\": 1100000", "\"microseconds\" 1100000", "frames[1]");
    }
    void brokenPartsCostThemselves()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, place);
        QVERIFY(QByteArray(minimal).contains(from));
        const auto read = readSceneJson(QByteArray(minimal).replace(from, to), QStringLiteral("s"));
        QVERIFY_RESULT(read);
        bool told = false;
        for (const Issue &issue : read->issues.issues)
            told = told || issue.place == place;
        QVERIFY2(told, qPrintable(read->issues.empty() ? QStringLiteral("nothing was told") : read->issues.issues[0].place));
        QCOMPARE(model::whyInvalid(read->scene), QString());
        QVERIFY(!read->scene.frames.empty());
    }

    void timesThatGoBackArePutInOrder()
    {
        test::SceneFiles files;
        files.write(QStringLiteral("scene.json"), QByteArray(minimal).replace("1000000", "5000000"));
        for (int i = 0; i < 2; ++i)
            files.sweep(QStringLiteral("top/%1.bin").arg(i), i);
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QVERIFY(hasIssue(found->front().info.issues, {}, QStringLiteral("go back")));
        QCOMPARE(found->front().info.scene->frames[1].microseconds, std::int64_t(5000000));
    }

    void whatIsNoSceneIsRefused()
    {
        QVERIFY_FAILS(readSceneJson("", QStringLiteral("s")), ErrorCode::Malformed);
        QVERIFY_FAILS(readSceneJson("[]", QStringLiteral("s")), ErrorCode::Malformed);
        QVERIFY_FAILS(readSceneJson("{\"sensors\": []}", QStringLiteral("s")), ErrorCode::Malformed);
        QVERIFY_FAILS(readSceneJson(QByteArray(minimal).replace("scene\": 1", "scene\": 2"), QStringLiteral("s")),
                      ErrorCode::NewerVersion);
        const auto cut = readSceneJson(QByteArray(minimal).chopped(40), QStringLiteral("s"));
        QVERIFY_RESULT(cut);
        QVERIFY(!cut->issues.empty());
        const auto deep = readSceneJson("{\"plumbline_scene\": 1, \"frames\": " + QByteArray(1000000, '['), QStringLiteral("s"));
        QVERIFY_RESULT(deep);
        QVERIFY(deep->scene.frames.empty());
    }
};

QTEST_GUILESS_MAIN(TestSceneJson)
#include "tst_scenejson.moc"
