// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/jsonparts.h"
#include "core/model/picturelinks.h"
#include "plugins/formats/openlabel/openlabelboxes.h"
#include "plugins/formats/openlabel/openlabelformat.h"
#include "plugins/formats/openlabel/openlabellines.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QProcess>
#include <QTest>

namespace plumbline::test {

namespace {

/// With quotation marks for apostrophes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const openlabel::OpenLabelFormat format;
constexpr double quarter = 1.5707963267948966;

Result<> read(const QString &path, MemoryDataset &into)
{
    auto done = format.read({path, {}, {}}, into);
    markScenes(into);
    return done;
}

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) < tolerance;
}

/// One object of two frames and one that stands, with the standard's sections.
const QByteArray small = json(
    "{'openlabel':{'metadata':{'schema_version':'1.0.0','name':'drive','annotator':'a'},"
    "'ontologies':{'0':'http://example.org/terms'},"
    "'coordinate_systems':{'map':{'type':'scene_cs','parent':'','children':['vehicle-iso8855']},"
    " 'vehicle-iso8855':{'type':'local_cs','parent':'map','children':['lidar']},"
    " 'lidar':{'type':'sensor_cs','parent':'vehicle-iso8855','children':['cam'],"
    "  'pose_wrt_parent':{'quaternion':[0,0,0,1],'translation':[1,0,2]}},"
    " 'cam':{'type':'sensor_cs','parent':'lidar','children':[],"
    "  'pose_wrt_parent':{'matrix4x4':[0,0,1,0.5, -1,0,0,0, 0,-1,0,0, 0,0,0,1]}}},"
    "'streams':{'lidar':{'type':'lidar'},'cam':{'type':'camera'}},"
    "'objects':{'7':{'name':'first','type':'car','ontology_uid':'0'},"
    " '8':{'name':'post','type':'pole','object_data':{'cuboid':[{'name':'b','coordinate_system':'map','val':[5,6,1,0,0,0.5,0.2,0."
    "2,2]}]}}},"
    "'frames':{'0':{'objects':{'7':{'object_data':{"
    "   'cuboid':[{'name':'box','coordinate_system':'lidar','val':[10,0,-1,0,0,0.5,4,2,1.5]}],"
    "   'num':[{'name':'speed','val':3.5}],'text':[{'name':'colour','val':'red'}],'boolean':[{'name':'parked','val':false}]}}}},"
    " '1':{'objects':{'7':{'object_data':{"
    "   'cuboid':[{'name':'box','coordinate_system':'cam','val':[0,1,9.5,0,0,0,1,4,1.5,2]}],"
    "   'bbox':[{'name':'seen','coordinate_system':'cam','val':[100,50,20,10]}],"
    "   'poly2d':[{'name':'p','val':[]}]}}}}}}}");

model::Scene smallScene()
{
    model::Scene scene = sceneOf(QStringLiteral("lidar"), {QStringLiteral("000000.pcd"), QStringLiteral("000001.pcd")});
    scene.sensors[0].ego_from_sensor.translation = {1, 0, 2};
    scene.frames[0].world_from_ego = geometry::Pose{{0, 0, 0, 1}, {5, 6, 0}};
    scene.frames[1].world_from_ego = geometry::Pose{geometry::rotationFromYaw(quarter), {5, 6, 0}};
    return scene;
}

/// What the reader is known to leave out is taken out of the original; answers are brought in order.
Json withoutMissingCuboids(Json openlabel)
{
    for (auto &frame : openlabel["frames"])
        for (auto it = frame["objects"].begin(); it != frame["objects"].end();) {
            Json &object = it.value();
            if (!object.contains("object_data")) {
                it = frame["objects"].erase(it);
                continue;
            }
            Json &numbers = object["object_data"]["num"];
            std::sort(numbers.begin(), numbers.end(),
                      [](const Json &a, const Json &b) { return a["name"].get<std::string>() < b["name"].get<std::string>(); });
            Json &cuboids = object["object_data"]["cuboid"];
            if (cuboids.is_array() && cuboids[0]["val"].back() == -1000.0)
                object["object_data"].erase("cuboid");
            ++it;
        }
    return openlabel;
}

Result<> validate(const QString &schema, const QString &file)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import json,sys,jsonschema\n"
                                 "jsonschema.validate(json.load(open(sys.argv[2])),json.load(open(sys.argv[1])))"),
                  schema, file});
    if (!python.waitForFinished() || python.exitCode() != 0)
        return fail(ErrorCode::Malformed, QString::fromUtf8(python.readAllStandardError().right(2000)));
    return {};
}

bool canValidate()
{
    return QProcess::execute(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral("import jsonschema")}) == 0;
}

}  // namespace

class OpenLabelTest final : public QObject
{
    Q_OBJECT

private slots:
    void sampleRoundTrips()
    {
        PLUMBLINE_SAMPLE(sample, "annotations/openlabel/kitti-tracking/openlabel100_kitti_tracking_0003.json");
        MemoryDataset first;
        QVERIFY_RESULT(read(sample, first));
        QVERIFY2(first.issueText(IssueSeverity::Problem).isEmpty(), qPrintable(first.issueText()));
        QVERIFY(first.issueText().contains(QStringLiteral("cuboids that say there is none | 144")));
        // 388 boxes in space, twice as many in the pictures, the regions that are not cared for, and the vehicle itself.
        QCOMPARE(first.annotationCount(), 388 + 2 * 388 + 144 + 143 + 132 + 50 + 3 + 1 + 1);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        const QString file = out.filePath(first.items[0].name + QStringLiteral(".json"));
        const Json given = withoutMissingCuboids(fileJson(sample)["openlabel"]);
        const Json written = fileJson(file)["openlabel"];
        for (const char *key : {"coordinate_systems", "streams", "frames", "frame_intervals"})
            QCOMPARE(difference(given[key], written[key], QLatin1String(key)), QString());
        for (const auto &[uid, object] : written["objects"].items()) {
            const Json &original = extension::memberOf(given["objects"], uid);
            QVERIFY(extension::memberOf(object, "name") == extension::memberOf(original, "name"));
            const auto pointer = [](const Json &of) {
                return extension::memberOf(extension::memberOf(of, "object_data_pointers"), "box2D_left");
            };
            QCOMPARE(difference(pointer(original), pointer(object)), QString());
        }
        MemoryDataset second;
        QVERIFY_RESULT(read(file, second));
        QCOMPARE(sceneDifference(first, second), QString());
    }

    /// The converted data set says y is down; the label's own row says where it looks.
    void cameraAxesBecomeUpright()
    {
        PLUMBLINE_SAMPLE(sample, "annotations/openlabel/kitti-tracking/openlabel100_kitti_tracking_0000.json");
        MemoryDataset data;
        QVERIFY_RESULT(read(sample, data));
        const auto vanIn = [](const MemoryDataset &set) {
            for (const model::Annotation &label : set.annotations[0])
                if (const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
                    cuboid && set.classNameOf(label) == QLatin1String("Van"))
                    return *cuboid;
            return geometry::Cuboid{};
        };
        const geometry::Cuboid inCamera = vanIn(data);
        QCOMPARE(inCamera.coordinateFrame, QStringLiteral("CAM_LEFT"));
        // Row 0 of KITTI's sequence: height 2, width 1.82, length 4.43, heading -2.11 about the axis down.
        QVERIFY(near(inCamera.size[0], 4.43) && near(inCamera.size[1], 1.82) && near(inCamera.size[2], 2));
        const geometry::Vector3 forward = geometry::rotated(inCamera.rotation, {1, 0, 0});
        QVERIFY(near(forward[0], std::cos(-2.11)) && near(forward[2], -std::sin(-2.11)));
        QVERIFY(near(geometry::rotated(inCamera.rotation, {0, 0, 1})[1], -1));
        // The same in the frame of the lidar, through the file's own poses.
        MemoryDataset placed;
        QStringList sweeps;
        for (int i = 0; i < 154; ++i)
            sweeps.append(QStringLiteral("%1.bin").arg(i, 6, 10, QLatin1Char('0')));
        placed.scenes[QStringLiteral("openlabel100_kitti_tracking_0000")] = sceneOf(QStringLiteral("VELO_TOP"), sweeps);
        QVERIFY_RESULT(read(sample, placed));
        const geometry::Cuboid inLidar = vanIn(placed);
        QCOMPARE(inLidar.coordinateFrame, QStringLiteral("VELO_TOP"));
        QVERIFY(near(inLidar.centre[0], 13.41 + 0.27, 0.3) && near(inLidar.centre[1], 4.55, 0.3));
        QVERIFY(near(inLidar.centre[2], -0.85, 0.4) && near(geometry::rotated(inLidar.rotation, {0, 0, 1})[2], 1, 1e-3));
        QVERIFY(near(geometry::wrappedAngle(geometry::yawOf(inLidar.rotation) - (2.11 - quarter)), 0, 0.02));
    }

    void coordinateSystems()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), small));
        MemoryDataset data;
        data.scenes[QStringLiteral("drive")] = smallScene();
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.items[0].name, QStringLiteral("drive"));
        QCOMPARE(data.annotationCount(), 4);
        QCOMPARE(data.issues.size(), std::size_t(1));
        QVERIFY(data.issueText().contains(QStringLiteral("poly2d | 1")));
        const auto cuboid = [&](std::size_t i) { return std::get<geometry::Cuboid>(data.arrived(i).geometry); };
        // What stands in the map is seen from the first frame's lidar.
        QVERIFY(near(cuboid(0).centre[0], -1) && near(cuboid(0).centre[1], 0) && near(cuboid(0).centre[2], -1));
        QVERIFY(near(geometry::yawOf(cuboid(0).rotation), 0.5));
        // Length, width, height along x, y, z; angles turn counter-clockwise.
        QCOMPARE(cuboid(1).size, (std::array<double, 3>{4, 2, 1.5}));
        QVERIFY(near(geometry::yawOf(cuboid(1).rotation), 0.5) && near(cuboid(1).centre[2], -1));
        // From the camera that looks ahead: its x is the lidar's -y; the axis down becomes the height.
        QVERIFY(near(cuboid(2).centre[0], 10) && near(cuboid(2).centre[1], 0) && near(cuboid(2).centre[2], -1));
        QCOMPARE(cuboid(2).size, (std::array<double, 3>{4, 2, 1.5}));
        QVERIFY(near(geometry::yawOf(cuboid(2).rotation), -quarter));
        QCOMPARE(data.arrived(1).track, data.arrived(2).track);
        QCOMPARE(std::get<geometry::Box>(data.arrived(3).geometry), (geometry::Box{90, 45, 20, 10}));
        QCOMPARE(data.arrived(3).frame->stream, QStringLiteral("cam"));
        QCOMPARE(data.arrived(1).attributes, (model::Attributes{{QStringLiteral("speed"), 3.5},
                                                                {QStringLiteral("colour"), QStringLiteral("red")},
                                                                {QStringLiteral("parked"), false}}));
        QVERIFY(format.checkExport(data, {{}, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const Json given = base::parseJson(small).value()["openlabel"];
        const Json written = fileJson(out.filePath(QStringLiteral("drive.json")))["openlabel"];
        QCOMPARE(difference(given["ontologies"], written["ontologies"]), QString());
        QCOMPARE(difference(given["metadata"], written["metadata"]), QString());
        QCOMPARE(difference(given["objects"]["8"]["object_data"], written["objects"]["8"]["object_data"]), QString());
        QCOMPARE(difference(given["frames"]["0"]["objects"], written["frames"]["0"]["objects"]), QString());
        QCOMPARE(written["objects"]["7"]["ontology_uid"].get<std::string>(), std::string("0"));
        QCOMPARE(written["objects"]["7"]["frame_intervals"][0]["frame_end"].get<int>(), 1);
        MemoryDataset again;
        again.scenes = data.scenes;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), 4);
    }

    /// What was made here, with cameras and poses, holds against the schema of the standard.
    void writtenFilesKeepTheSchema()
    {
        PLUMBLINE_SAMPLE(schema, "annotations/openlabel/schema/openlabel_json_schema-v1.0.0.json");
        if (!canValidate())
            QSKIP("Python's jsonschema is not on this machine");
        MemoryDataset data;
        const QString name = QStringLiteral("v1/scene");
        model::Scene scene = smallScene();
        for (const auto lens :
             {geometry::LensModel::Pinhole, geometry::LensModel::BrownConrady, geometry::LensModel::FisheyeEquidistant}) {
            geometry::Camera camera;
            camera.lens = lens;
            camera.width = camera.height = camera.fx = camera.fy = 100;
            scene.sensors.push_back({QStringLiteral("cam%1").arg(int(lens)), model::SensorKind::Camera, {}, camera});
        }
        data.scenes[name] = scene;
        geometry::Cuboid cuboid{{1, 2, 0}, {4, 2, 1.5}, geometry::rotationFromYaw(0.7), QStringLiteral("lidar")};
        for (int i = 0; i < 2; ++i) {
            model::Annotation &label = data.add(name, QStringLiteral("car"), cuboid);
            label.frame = model::FrameRef{QStringLiteral("lidar"), i, i * 100'000, {1, 1'000'000}, {}};
            label.track = TrackId{Uuid::fromName("track", "1")};
            label.attributes = {
                {QStringLiteral("speed"), 2.0}, {QStringLiteral("parked"), true}, {QStringLiteral("hard"), model::CannotTell{}}};
        }
        model::Annotation &seen = data.add(name, QStringLiteral("car"), geometry::Box{1, 2, 3, 4});
        seen.frame = model::FrameRef{QStringLiteral("cam0"), 0, 0, {1, 1'000'000}, {}};
        seen.track = TrackId{Uuid::fromName("track", "1")};
        cuboid.coordinateFrame = QStringLiteral("somewhere");
        data.add(name, QStringLiteral("car"), cuboid).frame = data.annotations[0][0].frame;
        const model::FrameRef frame = *data.annotations[0][0].frame;
        data.add(name, QStringLiteral("road"), geometry::Polyline3{{{0, 0, 0}, {1, 0, 0}}, QStringLiteral("lidar")}).frame =
            frame;
        markScenes(data);
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("answers that nobody could give"), 2}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const QString file = out.filePath(QStringLiteral("v1/scene.json"));
        QVERIFY_RESULT(validate(schema, file));
        MemoryDataset again;
        again.scenes = data.scenes;
        QVERIFY_RESULT(read(file, again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), 5);
        QCOMPARE(again.arrived(0).frame, data.arrived(0).frame);
        for (std::size_t i = 0; i < again.arrival.size(); ++i)
            if (const auto *said = std::get_if<geometry::Cuboid>(&again.arrived(i).geometry);
                said && said->coordinateFrame == QLatin1String("lidar"))
                QVERIFY(extension::sameCuboid(*said, std::get<geometry::Cuboid>(data.arrived(0).geometry)));
        // A file of others goes out as one of the standard, too.
        PLUMBLINE_SAMPLE(folder, "annotations/openlabel/tests");
        MemoryDataset cuboids;
        QVERIFY_RESULT(read(folder + QStringLiteral("/openlabel100_test_cuboids.json"), cuboids));
        QCOMPARE(cuboids.annotationCount(), 1);
        const QTemporaryDir other;
        QVERIFY_RESULT(writeFormat(format, cuboids, other.path()));
        QVERIFY_RESULT(validate(schema, other.filePath(QStringLiteral("openlabel100_test_cuboids.json"))));
    }

    void linesInSpace()
    {
        QByteArray text = small;
        text.replace(json("'num':["),
                     json("'poly3d':[{'name':'kerb','coordinate_system':'cam','closed':false,'val':[0,1,9.5, 2,1,9.5]},"
                          "{'name':'island','coordinate_system':'lidar','closed':true,'val':[0,0,0, 4,0,0, 4,3,0]},"
                          "{'name':'broken','coordinate_system':'lidar','closed':false,'val':[0,0,0, 4,0]},"
                          "{'name':'dot','coordinate_system':'lidar','closed':false,'val':[0,0,0]},"
                          "{'name':'word','coordinate_system':'lidar','closed':false,'val':[0,0,0,1,1,'a']},"
                          "{'name':'far','coordinate_system':'lidar','closed':false,'val':[0,0,0,1,1,1e300]}],'num':["));
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), text));
        MemoryDataset data;
        data.scenes[QStringLiteral("drive")] = smallScene();
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 6);
        QCOMPARE(data.issueText(IssueSeverity::Problem).count(QStringLiteral("frames.0.objects.7")), 4);
        std::vector<std::size_t> lines;
        for (std::size_t i = 0; i < data.arrival.size(); ++i)
            if (std::holds_alternative<geometry::Polyline3>(data.arrived(i).geometry))
                lines.push_back(i);
        QCOMPARE(lines.size(), std::size_t(2));
        const auto &kerb = std::get<geometry::Polyline3>(data.arrived(lines[0]).geometry);
        // The camera's x is the lidar's -y, its y the lidar's -z; it lies half a metre before it.
        QCOMPARE(kerb.coordinateFrame, QStringLiteral("lidar"));
        QVERIFY(near(kerb.points[0][0], 10) && near(kerb.points[0][1], 0) && near(kerb.points[0][2], -1));
        QVERIFY(near(kerb.points[1][1], -2));
        QCOMPARE(data.arrived(lines[0]).frame->stream, QStringLiteral("lidar"));
        const auto &island = std::get<geometry::Polyline3>(data.arrived(lines[1]).geometry);
        QCOMPARE(island.points.size(), std::size_t(4));
        QCOMPARE(island.points.front(), island.points.back());
        QVERIFY(format.checkExport(data, {{}, {}})->empty());
        // As it came while nobody has moved it; a moved one in the labels' own frame.
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const auto writtenLines = [](const QString &file) {
            return fileJson(file)["openlabel"]["frames"]["0"]["objects"]["7"]["object_data"]["poly3d"];
        };
        Json expected = base::parseJson(text).value()["openlabel"]["frames"]["0"]["objects"]["7"]["object_data"]["poly3d"];
        expected.erase(expected.begin() + 2, expected.end());
        QCOMPARE(difference(expected, writtenLines(out.filePath(QStringLiteral("drive.json")))), QString());
        const auto [item, place] = data.arrival[lines[1]];
        auto &moved = std::get<geometry::Polyline3>(data.annotations[std::size_t(item)][place].geometry);
        for (geometry::Vector3 &point : moved.points)
            point[2] += 0.5;
        const QTemporaryDir second;
        QVERIFY_RESULT(writeFormat(format, data, second.path()));
        MemoryDataset again;
        again.scenes = data.scenes;
        QVERIFY_RESULT(read(second.path(), again));
        QCOMPARE(again.annotationCount(), 6);
        for (const std::size_t i : lines) {
            const auto &was = std::get<geometry::Polyline3>(data.arrived(i).geometry);
            const auto &is = std::get<geometry::Polyline3>(again.arrived(i).geometry);
            QVERIFY(openlabel::sameLine(was, is));
            QCOMPARE(again.arrived(i).frame, data.arrived(i).frame);
        }
        QCOMPARE(writtenLines(second.filePath(QStringLiteral("drive.json")))[1]["name"].get<std::string>(),
                 std::string("island"));
        QVERIFY(writtenLines(second.filePath(QStringLiteral("drive.json")))[1]["closed"].get<bool>());
    }

    /// A box in a picture that names its cuboid is one object with it, also without a track.
    void boxesOfCuboids()
    {
        MemoryDataset data;
        const QString name = QStringLiteral("scene");
        data.scenes[name] = smallScene();
        const geometry::Cuboid cuboid{{1, 2, 0}, {4, 2, 1.5}, geometry::rotationFromYaw(0.7), QStringLiteral("lidar")};
        const model::FrameRef frame{QStringLiteral("lidar"), 0, 0, {1, 1'000'000}, {}};
        data.add(name, QStringLiteral("car"), cuboid).frame = frame;
        const AnnotationId id = data.annotations[0][0].id;
        model::Annotation &seen = data.add(name, QStringLiteral("car"), geometry::Box{1, 2, 3, 4});
        seen.frame = frame;
        seen.frame->stream = QStringLiteral("cam");
        seen.parent = id;
        model::Annotation &other = data.add(name, QStringLiteral("car"), geometry::Box{5, 2, 3, 4});
        other.frame = data.annotations[0][1].frame;
        markScenes(data);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        QCOMPARE(fileJson(out.filePath(QStringLiteral("scene.json")))["openlabel"]["objects"].size(), std::size_t(2));
        MemoryDataset again;
        again.scenes = data.scenes;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), 3);
        const model::PictureLinks links(again.annotations[0]);
        int linked = 0;
        for (const model::Annotation &label : again.annotations[0])
            if (const model::Annotation *owner = links.cuboidOf(label)) {
                ++linked;
                QCOMPARE(std::get<geometry::Box>(label.geometry).x, 1.0);
                QVERIFY(std::holds_alternative<geometry::Cuboid>(owner->geometry));
            }
        QCOMPARE(linked, 1);
    }

    void hostileFiles()
    {
        const auto with = [](const QByteArray &entry) {
            return QByteArray(small).replace(json("'val':[10,0,-1,0,0,0.5,4,2,1.5]"), entry);
        };
        const std::vector<std::pair<QByteArray, const char *>> cases{
            {json("'val':[10,0,-1,0,0,0.5,4,2]"), "9 or 10 numbers"}, {json("'val':[10,0,-1,0,0,0.5,4,0,1]"), "no size"},
            {json("'val':[1e300,0,-1,0,0,0.5,4,2,1]"), "centre"},     {json("'val':[10,0,-1,0,0,0,0,4,2,1]"), "no rotation"},
            {json("'val':['a',0,-1,0,0,0.5,4,2,1]"), "val"},
        };
        for (const auto &[entry, words] : cases) {
            const QTemporaryDir in;
            QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), with(entry)));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(data.annotationCount(), 3);
            const QString text = data.issueText(IssueSeverity::Problem);
            QVERIFY2(text.contains(QLatin1String(words)) && text.contains(QStringLiteral("frames.0.objects.7")),
                     qPrintable(text));
        }
        // A pose that is singular is none: the camera is not known then, and its box stays in its system.
        const QTemporaryDir in;
        QVERIFY_RESULT(
            put(in.path(), QStringLiteral("x.json"), QByteArray(small).replace("[0,0,1,0.5, -1,0,0,0,", "[0,0,0,0.5, 0,0,0,0,")));
        MemoryDataset singular;
        singular.scenes[QStringLiteral("drive")] = smallScene();
        QVERIFY_RESULT(read(in.path(), singular));
        QCOMPARE(std::get<geometry::Cuboid>(singular.arrived(2).geometry).coordinateFrame, QStringLiteral("cam"));
        // Frames that the scene does not have.
        MemoryDataset missing;
        missing.scenes[QStringLiteral("drive")] = sceneOf(QStringLiteral("lidar"), {QStringLiteral("000000.pcd")});
        QVERIFY_RESULT(read(in.path(), missing));
        QCOMPARE(missing.annotationCount(), 2);
        QVERIFY(missing.issueText().contains(QStringLiteral("no frame 1")));
        // Cut in the middle: what came before is kept.
        const QTemporaryDir cut;
        QVERIFY_RESULT(put(cut.path(), QStringLiteral("x.json"), small.first(small.indexOf("\"1\":{\"objects\""))));
        MemoryDataset half;
        QVERIFY_RESULT(read(cut.path(), half));
        QCOMPARE(half.annotationCount(), 2);
        QVERIFY(half.issueText().contains(QStringLiteral("breaks off")));
        // A million objects that are none.
        const QTemporaryDir many;
        QVERIFY_RESULT(put(many.path(), QStringLiteral("x.json"),
                           (json("{'openlabel':{'metadata':{'schema_version':'1.0.0'},'objects':{'1':1"))
                               + (json(",'2':2")).repeated(1'000'000) + "}}}"));
        MemoryDataset flood;
        QVERIFY_RESULT(read(many.path(), flood));
        QCOMPARE(flood.annotationCount(), 0);
        QVERIFY(flood.issues.size() < 100);
        MemoryDataset nothing;
        QVERIFY_RESULT(put(many.path(), QStringLiteral("x.json"), "{\"vcd\":{}}"));
        QVERIFY_FAILS(read(many.path(), nothing), ErrorCode::Malformed);
    }

    void probes()
    {
        PLUMBLINE_SAMPLE(data, "annotations");
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        QCOMPARE(of(data + QStringLiteral("/openlabel/kitti-tracking")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/openlabel/tests/vcd330_sample_ls.json")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/openlabel/schema")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/labelme/primitives")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        QVERIFY_RESULT(attackScenes(format, {{QStringLiteral("x.json"), small}}, {{QStringLiteral("drive"), smallScene()}}, 80));
        QVERIFY_RESULT(attackScenes(format, {{QStringLiteral("x.json"), small}}, {}, 40));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::OpenLabelTest)
#include "tst_openlabel.moc"
