// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/eulerangles.h"
#include "plugins/formats/kittiraw/kittirawformat.h"
#include "plugins/formats/kittiraw/tracklet.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTest>

#include <numbers>

namespace plumbline::test {

namespace {

const kittiraw::TrackletFormat format;

Result<> read(const QString &path, MemoryDataset &into)
{
    auto done = format.read({path, {}, {}}, into);
    markScenes(into);
    return done;
}

QString golden()
{
    return QStringLiteral(PLUMBLINE_SOURCE_DIR "/plugins/formats/kittiraw/tests/golden");
}

QByteArray pose(const QByteArray &place = "<tx>10</tx><ty>2</ty><tz>-1.5</tz>", const QByteArray &rz = "0.5")
{
    return "<item>" + place + "<rx>0</rx><ry>0</ry><rz>" + rz
           + "</rz><state>2</state><occlusion>1</occlusion><truncation>-1</truncation><amt_occlusion>-1</amt_occlusion></item>";
}

QByteArray tracklet(const QByteArray &poses, const QByteArray &head = "<h>1.5</h><w>2</w><l>4</l><first_frame>3</first_frame>")
{
    return "<item><objectType>Car</objectType>" + head + "<poses><count>1</count><item_version>2</item_version>" + poses
           + "</poses><finished>1</finished></item>";
}

QByteArray file(const QByteArray &tracklets, int count = 1, const QByteArray &type = "<!DOCTYPE boost_serialization>")
{
    return "<?xml version=\"1.0\"?>" + type + "<boost_serialization><tracklets><count>" + QByteArray::number(count)
           + "</count><item_version>1</item_version>" + tracklets + "</tracklets></boost_serialization>";
}

/// KITTI's names of sweeps: frame 5 was not recorded.
model::Scene drive()
{
    return sceneOf(QStringLiteral("velodyne"),
                   {QStringLiteral("velodyne_points/data/0000000003.bin"), QStringLiteral("velodyne_points/data/0000000004.bin"),
                    QStringLiteral("velodyne_points/data/0000000006.bin"),
                    QStringLiteral("velodyne_points/data/0000000007.bin")});
}

}  // namespace

class KittiRawTest final : public QObject
{
    Q_OBJECT

private slots:
    void goldenFolderComesBackByteForByte()
    {
        MemoryDataset data;
        QVERIFY_RESULT(read(golden(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 4);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const QString name = QStringLiteral("/2011_09_26_drive_0000_sync/tracklet_labels.xml");
        QCOMPARE(bytesOf(out.path() + name), bytesOf(golden() + name));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(sceneDifference(data, again), QString());
    }

    /// The sample has sizes below 0: those objects are told and left out; the rest is none.
    void sampleIsTold()
    {
        PLUMBLINE_SAMPLE(folder, "annotations/datumaro/kitti_dataset/kitti_raw");
        MemoryDataset data;
        const auto done = read(folder, data);
        QVERIFY_RESULT(done);
        QCOMPARE(data.annotationCount(), 0);
        QCOMPARE(data.issues.size(), std::size_t(4));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(data.issues[i].place, QStringLiteral("tracklets.item[%1]").arg(i));
            QVERIFY(data.issues[i].text.contains(QStringLiteral("size")));
        }
        QVERIFY(data.issues[3].text.contains(QStringLiteral("says it has 4")));
    }

    /// The place is the middle of the bottom, rz turns to the left from x, w is across and l along the heading.
    void conventions()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("d/tracklet_labels.xml"), file(tracklet(pose()))));
        MemoryDataset data;
        data.scenes[QStringLiteral("d")] = drive();
        QVERIFY_RESULT(read(in.path(), data));
        const model::Annotation &label = data.arrived(0);
        const auto &cuboid = std::get<geometry::Cuboid>(label.geometry);
        QCOMPARE(cuboid.centre, (std::array<double, 3>{10, 2, -0.75}));
        QCOMPARE(cuboid.size, (std::array<double, 3>{4, 2, 1.5}));
        QVERIFY(std::abs(geometry::yawOf(cuboid.rotation) - 0.5) < 1e-12);
        QCOMPARE(cuboid.coordinateFrame, QStringLiteral("velodyne"));
        QCOMPARE(label.frame->index, 0);
        QCOMPARE(label.attributes, (model::Attributes{{QStringLiteral("state"), 2.0}, {QStringLiteral("occlusion"), 1.0}}));
        QVERIFY(!label.track.isNull());
        // A box that leans forward stands on its own bottom: 90 degrees about y put that bottom behind the centre.
        const auto leaning = kittiraw::cuboidOf({{QStringLiteral("tx"), QStringLiteral("0")},
                                                 {QStringLiteral("ty"), QStringLiteral("0")},
                                                 {QStringLiteral("tz"), QStringLiteral("0")},
                                                 {QStringLiteral("rx"), QStringLiteral("0")},
                                                 {QStringLiteral("ry"), QString::number(std::numbers::pi / 2, 'g', 17)},
                                                 {QStringLiteral("rz"), QStringLiteral("0")}},
                                                {4, 2, 1.5}, QStringLiteral("velodyne"));
        QVERIFY_RESULT(leaning);
        QVERIFY(std::abs(leaning->centre[0] - 0.75) < 1e-12 && std::abs(leaning->centre[2]) < 1e-12);
    }

    /// Where the scene's labels are not in the LiDAR's frame, boxes go through its place on the vehicle and back.
    void labelsInAnotherFrame()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("d/tracklet_labels.xml"), file(tracklet(pose()))));
        model::Scene scene = drive();
        scene.labelFrame.clear();
        scene.sensors[0].ego_from_sensor = {geometry::rotationFromYaw(std::numbers::pi / 2), {1, 0, 2}};
        MemoryDataset data;
        data.scenes[QStringLiteral("d")] = scene;
        QVERIFY_RESULT(read(in.path(), data));
        const auto &cuboid = std::get<geometry::Cuboid>(data.arrived(0).geometry);
        const std::array<double, 3> expected{-1, 10, 1.25};
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(std::abs(cuboid.centre[i] - expected[i]) < 1e-12);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        QVERIFY(bytesOf(out.filePath(QStringLiteral("d/tracklet_labels.xml"))).contains("<tz>-1.5</tz>"));
    }

    /// Objects of any heading, length and gaps come back as the same boxes in the same frames.
    void anyTracksRoundTrip()
    {
        base::SeededRandom random(3);
        MemoryDataset data;
        for (int object = 0; object < 20; ++object) {
            const TrackId track{Uuid::fromName("track", QByteArray::number(object))};
            const std::array<double, 3> size{random.uniform(1, 12), random.uniform(.5, 3), random.uniform(.5, 3)};
            auto frame = static_cast<std::int64_t>(random.below(10));
            for (std::uint64_t i = 0; i < 1 + random.below(8); ++i, frame += object % 4 == 0 && i == 2 ? 4 : 1) {
                auto &label = data.add(QStringLiteral("d"), object % 2 ? QStringLiteral("Car") : QStringLiteral("Van & bus"),
                                       geometry::Cuboid{{random.uniform(-80, 80), random.uniform(-80, 80), random.uniform(-3, 3)},
                                                        size,
                                                        geometry::rotationFromYaw(random.uniform(-3.1, 3.1)),
                                                        QStringLiteral("velodyne")});
                label.track = track;
                label.frame = model::FrameRef{QStringLiteral("velodyne"), frame, frame * 100'000, {1, 1'000'000}, {}};
                label.attributes[QStringLiteral("occlusion")] = double(random.below(3));
                label.attributes[QStringLiteral("state")] = double(random.below(3));
            }
        }
        markScenes(data);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), data.annotationCount());
        for (std::size_t i = 0; i < data.arrival.size(); ++i) {
            const auto &x = data.arrived(i);
            const auto &y = again.arrived(i);
            QVERIFY(extension::sameCuboid(std::get<geometry::Cuboid>(x.geometry), std::get<geometry::Cuboid>(y.geometry)));
            QCOMPARE(x.frame, y.frame);
            QCOMPARE(x.attributes, y.attributes);
            QCOMPARE(data.classNameOf(x), again.classNameOf(y));
        }
    }

    void editsAndLosses()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("d/tracklet_labels.xml"),
                           file(tracklet(pose() + pose(), "<h>1.5</h><w>2</w><l>4</l><first_frame>3</first_frame>"))));
        MemoryDataset data;
        data.scenes[QStringLiteral("d")] = drive();
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 2);
        QCOMPARE(lossesOf(format, data), LossCounts());
        auto &labels = data.annotations[0];
        std::get<geometry::Cuboid>(labels[1].geometry).size[0] = 5;
        labels[1].attributes = {{QStringLiteral("occlusion"), 7.0}, {QStringLiteral("colour"), QStringLiteral("red")}};
        // Frame 6 follows 4: 5 was not recorded, so there is a gap for the file.
        model::Annotation far = labels[1];
        far.frame = model::FrameRef{QStringLiteral("velodyne"), 2, 200'000, {1, 1'000'000}, {}};
        data.append(0, 0, far);
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("tracks with gaps"), 1},
                                                     {QStringLiteral("boxes of another size than their track's first"), 1},
                                                     {QStringLiteral("answers that KITTI has no number for"), 2},
                                                     {QStringLiteral("attributes"), 2}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        MemoryDataset again;
        again.scenes = data.scenes;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), 3);
        QCOMPARE(std::get<geometry::Cuboid>(again.arrived(1).geometry).size[0], 4.0);
        QCOMPARE(again.arrived(2).frame->index, 2);
        QVERIFY(again.arrived(2).track != again.arrived(1).track);
        QVERIFY(!again.arrived(1).attributes.contains(QStringLiteral("occlusion")));
    }

    void hostileFiles()
    {
        const std::vector<std::tuple<QByteArray, QByteArray, const char *>> cases{
            {tracklet(pose("<tx>nan</tx><ty>2</ty><tz>0</tz>")), "tracklets.item[1].poses.item[0]", "tx"},
            {tracklet(pose("<tx>1e300</tx><ty>2</ty><tz>0</tz>")), "tracklets.item[1].poses.item[0]", "centre"},
            {tracklet(pose("<tx>1</tx><ty>2</ty>")), "tracklets.item[1].poses.item[0]", "tz"},
            {tracklet(pose("<tx>1</tx><ty>2</ty><tz>0</tz>", "1e200")), "tracklets.item[1].poses.item[0]", "rotation"},
            {tracklet(pose(), "<h>inf</h><w>2</w><l>4</l><first_frame>0</first_frame>"), "tracklets.item[1]", "h is missing"},
            {tracklet(pose(), "<h>-1</h><w>2</w><l>4</l><first_frame>0</first_frame>"), "tracklets.item[1]", "size"},
            {tracklet(pose(), "<h>1</h><w>2</w><l>4</l><first_frame>-1</first_frame>"), "tracklets.item[1]", "first_frame"},
            {tracklet(pose(), "<h>1</h><w>2</w><l>4</l><first_frame>99999999999999999999</first_frame>"), "tracklets.item[1]",
             "first_frame"},
            {tracklet(pose(), "<h>1</h><w>2</w><l>4</l>"), "tracklets.item[1]", "first_frame"},
            {"<item><objectType/></item>", "tracklets.item[1]", "objectType"},
        };
        for (const auto &[bad, place, words] : cases) {
            const QTemporaryDir in;
            QVERIFY_RESULT(
                put(in.path(), QStringLiteral("tracklet_labels.xml"), file(tracklet(pose()) + bad + tracklet(pose()), 3)));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(data.annotationCount(), 2);
            QVERIFY2(data.issues.size() == 1, qPrintable(data.issueText()));
            QCOMPARE(data.issues[0].place, QString::fromLatin1(place));
            QCOMPARE(data.issues[0].file, QStringLiteral("tracklet_labels.xml"));
            QVERIFY2(data.issueText().contains(QLatin1String(words)), qPrintable(data.issueText()));
        }
        // Cut off; a frame that the scene lacks; entities; a tag with a hundred thousand attributes; another document.
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("a/tracklet_labels.xml"), file(tracklet(pose() + pose())).chopped(90)));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("b/tracklet_labels.xml"), file(tracklet(pose() + pose() + pose()))));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("c/tracklet_labels.xml"),
                           file(tracklet(pose()), 1, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>")));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("d/tracklet_labels.xml"),
                           "<boost_serialization " + QByteArray("a=\"\" ").repeated(100'000) + "/>"));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("e/tracklet_labels.xml"), "<svg/>"));
        MemoryDataset data;
        data.scenes[QStringLiteral("b")] = drive();
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY(data.annotationCount() >= 3);
        for (const char *words : {"broken here", "no frame 5", "declares a type", "attributes", "no tracklets"})
            QVERIFY2(data.issueText().contains(QLatin1String(words)), words);
        MemoryDataset nothing;
        const QTemporaryDir none;
        QVERIFY_FAILS(read(none.path(), nothing), ErrorCode::Malformed);
        // A count of what is not there costs nothing; a hundred thousand bad poses are told a few times.
        const QTemporaryDir many;
        QVERIFY_RESULT(put(many.path(), QStringLiteral("tracklet_labels.xml"),
                           file(tracklet(QByteArray("<item/>").repeated(100'000)), 2'000'000'000)));
        MemoryDataset flood;
        QVERIFY_RESULT(read(many.path(), flood));
        QCOMPARE(flood.annotationCount(), 0);
        QVERIFY(flood.issues.size() < 60);
    }

    void probes()
    {
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        QCOMPARE(of(golden()), extension::ProbeResult::Certain);
        QVERIFY(format.probe(golden()).reason.contains(QStringLiteral("tracklet")));
        PLUMBLINE_SAMPLE(data, "annotations/datumaro");
        QCOMPARE(of(data + QStringLiteral("/kitti_dataset/kitti_raw")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/kitti_dataset/kitti_raw/tracklet_labels.xml")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/cvat_dataset/for_images/export_task")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/kitti_dataset/kitti_detection")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        QVERIFY_RESULT(attackScenes(format,
                                    {{QStringLiteral("d/tracklet_labels.xml"), file(tracklet(pose() + pose()), 1)},
                                     {QStringLiteral("e/tracklet_labels.xml"), file(tracklet(pose()) + tracklet(pose()), 2)}},
                                    {{QStringLiteral("d"), drive()}}, 100));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::KittiRawTest)
#include "tst_kittiraw.moc"
