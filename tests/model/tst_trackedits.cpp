// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/model/codec.h"
#include "core/model/trackedits.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace plumbline;
using namespace plumbline::model;
using Kind = TrackFrame::Kind;

namespace {

constexpr std::int64_t step = 100'000;  // microseconds

// A vehicle that drives 1 m a frame along x with the lidar over its origin and a camera, looking forward, that is late.
Scene drive(std::size_t frames, std::int64_t cameraLate = 50'000)
{
    Scene scene;
    scene.sensors.push_back({QStringLiteral("lidar"), SensorKind::Lidar, {{0, 0, 0, 1}, {0, 0, 2}}, {}});
    geometry::Camera lens;
    lens.width = 1000;
    lens.height = 600;
    lens.fx = lens.fy = 500;
    lens.cx = 500;
    lens.cy = 300;
    scene.sensors.push_back({QStringLiteral("front"), SensorKind::Camera,
                             *geometry::poseFromMatrix({0, 0, 1, -1, 0, 0, 0, -1, 0}, {1, 0, 1.5}), lens});
    scene.labelFrame = QStringLiteral("lidar");
    for (std::size_t i = 0; i < frames; ++i) {
        SceneFrame frame;
        frame.microseconds = std::int64_t(i) * step;
        frame.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {double(i), 0, 0}};
        const double later = double(cameraLate) / double(step);
        frame.files = {{0, QStringLiteral("%1.bin").arg(i), frame.microseconds, {}},
                       {1, QStringLiteral("%1.png").arg(i), frame.microseconds + cameraLate,
                        geometry::Pose{{0, 0, 0, 1}, {double(i) + later, 0, 0}}}};
        scene.frames.push_back(frame);
    }
    return scene;
}

geometry::Cuboid boxAt(double x, double y, double yaw = 0)
{
    geometry::Cuboid cuboid;
    cuboid.centre = {x, y, -1};
    cuboid.size = {4, 2, 1.5};
    cuboid.rotation = geometry::rotationFromYaw(yaw);
    cuboid.coordinateFrame = QStringLiteral("lidar");
    return cuboid;
}

class Maker
{
public:
    explicit Maker(const Scene &shown) : scene(shown) { m_class = identity.ids.make<ClassId>(); }

    TrackLabels track(const std::vector<std::int64_t> &frames)
    {
        TrackLabels made;
        made.track.id = identity.ids.make<TrackId>();
        made.track.layer = QStringLiteral("ann");
        made.track.labelClass = m_class;
        for (const std::int64_t frame : frames) {
            Annotation label;
            label.id = identity.ids.make<AnnotationId>();
            label.layer = made.track.layer;
            label.labelClass = m_class;
            label.track = made.track.id;
            FrameRef ref;
            ref.index = frame;
            ref.pts = scene.frames[std::size_t(frame)].microseconds;
            label.frame = ref;
            label.geometry = boxAt(10 + 0.5 * double(frame), 3);
            made.labels.push_back(label);
        }
        return made;
    }

    test::Identity identity;
    const Scene &scene;

private:
    ClassId m_class;
};

QString kinds(const TrackLabels &of, const Scene &scene)
{
    QString text;
    const TrackPath path(of.track, of.labels, scene);
    for (const TrackFrame &frame : path.frames())
        text += QLatin1Char(frame.kind == Kind::Key       ? 'K'
                            : frame.kind == Kind::Between ? '-'
                            : frame.kind == Kind::Gap     ? 'o'
                                                          : '.');
    return text;
}

void sorted(TrackLabels &of)
{
    std::sort(of.labels.begin(), of.labels.end(), [](const Annotation &a, const Annotation &b) { return a.id < b.id; });
}

}  // namespace

class TestTrackEdits : public QObject
{
    Q_OBJECT

private slots:
    void pathOfATrack();
    void labelsThatAreNotOfTheScene();
    void splitThenMergedIsAsBefore();
    void splitNeedsKeyFramesOnBothSides();
    void mergeRefusesWithNumbers();
    void mergeKeepsWhatTheFirstSays();
    void gapsBeginAndEnd();
    void gapsOfScenesWithoutTimes();
    void sizeLockIsKeptWithTheTrack();
    void resizedKeepsTheSeenSide();
    void movesToTheExposureOfACamera();
    void standsStillWhereNothingIsKnown();
};

void TestTrackEdits::pathOfATrack()
{
    const Scene scene = drive(10);
    Maker maker(scene);
    TrackLabels whole = maker.track({2, 6, 7});
    QCOMPARE(kinds(whole, scene), QStringLiteral("..K---KK.."));
    const TrackPath path(whole.track, whole.labels, scene);
    QCOMPARE(path.first(), 2);
    QCOMPARE(path.last(), 7);
    QVERIFY(path.shows(4) && !path.shows(1) && !path.shows(-1) && !path.shows(10));
    // In each frame's own coordinates, evenly over the ground: key frames say 0.5 m a frame more than the vehicle's 1 m.
    for (std::int64_t at = 2; at <= 7; ++at)
        QVERIFY(std::abs(path.frames()[std::size_t(at)].cuboid->centre[0] - (10 + 0.5 * double(at))) < 1e-9);
    QCOMPARE(path.frames()[5].label, whole.labels[0].id);
    whole.track.gaps = {{3 * step, 4 * step}};
    QCOMPARE(kinds(whole, scene), QStringLiteral("..Koo-KK.."));
    // A key frame is seen, whatever a gap says.
    whole.track.gaps = {{0, 9 * step}};
    QCOMPARE(kinds(whole, scene), QStringLiteral("..KoooKK.."));
    whole.track.gaps.clear();
    whole.track.interpolation = Interpolation::None;
    QCOMPARE(kinds(whole, scene), QStringLiteral("..K...KK.."));
    QVERIFY(TrackPath(whole.track, std::vector<Annotation>(), scene).isEmpty());
    QVERIFY(TrackPath().isEmpty());
}

void TestTrackEdits::labelsThatAreNotOfTheScene()
{
    const Scene scene = drive(4);
    Maker maker(scene);
    TrackLabels whole = maker.track({0, 3});
    TrackLabels wrong = whole;
    wrong.labels[0].frame->index = -1;
    wrong.labels[1].frame->index = 400;
    QVERIFY(TrackPath(wrong.track, wrong.labels, scene).isEmpty());
    wrong.labels[1].frame.reset();
    QVERIFY(TrackPath(wrong.track, wrong.labels, scene).isEmpty());
    wrong = whole;
    wrong.labels[0].geometry = geometry::Box{1, 2, 3, 4};
    QCOMPARE(kinds(wrong, scene), QStringLiteral("...K"));
    // Two in one frame: the first counts.
    wrong = whole;
    wrong.labels[1].frame->index = 0;
    QCOMPARE(kinds(wrong, scene), QStringLiteral("K..."));
    QVERIFY(!split(wrong, 99, maker.identity.ids.make<TrackId>(), scene));
    QVERIFY(!gapToggled(whole, -1, scene));
    QVERIFY(!gapToggled(whole, 4, scene));
    QVERIFY(TrackPath(whole.track, whole.labels, Scene()).isEmpty());
}

void TestTrackEdits::splitThenMergedIsAsBefore()
{
    base::SeededRandom random(20261120);
    const Scene scene = drive(40);
    Maker maker(scene);
    int cuts = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<std::int64_t> keys;
        for (std::int64_t at = 0; at < 40; ++at)
            if (random.below(5) == 0)
                keys.push_back(at);
        TrackLabels whole = maker.track(keys);
        for (std::size_t gap = random.below(3); gap > 0; --gap) {
            const auto from = std::int64_t(random.below(40));
            whole.track.gaps.push_back({from * step, std::min<std::int64_t>(39, from + std::int64_t(random.below(8))) * step});
        }
        whole.track.gaps = normalised(whole.track.gaps, scene);
        if (random.below(2) == 0)
            whole.track.attributes[QStringLiteral("colour")] = QStringLiteral("red");
        setSizeLocked(whole.track, random.below(2) == 0);
        const auto at = std::int64_t(random.below(40));
        const auto parts = split(whole, at, maker.identity.ids.make<TrackId>(), scene);
        const bool both = !keys.empty() && keys.front() < at && keys.back() >= at;
        QCOMPARE(bool(parts), both);
        if (!both) {
            QVERIFY_FAILS(parts, ErrorCode::InvalidArgument);
            continue;
        }
        ++cuts;
        // Each half shows nothing on the other side of the cut, and all labels are there once.
        QCOMPARE(parts->before.labels.size() + parts->after.labels.size(), whole.labels.size());
        const QString before = kinds(parts->before, scene);
        const QString after = kinds(parts->after, scene);
        QVERIFY(!before.mid(int(at)).contains(QLatin1Char('K')) && !after.left(int(at)).contains(QLatin1Char('K')));
        for (const Gap &gap : parts->before.track.gaps)
            QVERIFY(gap.fromPts <= gap.toPts && gap.toPts < at * step);
        for (const Gap &gap : parts->after.track.gaps)
            QVERIFY(gap.fromPts <= gap.toPts && gap.fromPts >= at * step);
        auto again = round % 2 ? merged(parts->before, parts->after, scene) : merged(parts->after, parts->before, scene);
        QVERIFY_RESULT(again);
        QCOMPARE(again->removed, parts->after.track.id);
        QVERIFY(again->overruled.isEmpty());
        sorted(again->whole);
        sorted(whole);
        QVERIFY2(again->whole == whole, qPrintable(QStringLiteral("round %1, cut at %2: %3 became %4")
                                                       .arg(round)
                                                       .arg(at)
                                                       .arg(kinds(whole, scene), kinds(again->whole, scene))));
    }
    QVERIFY(cuts > 200);
}

void TestTrackEdits::splitNeedsKeyFramesOnBothSides()
{
    const Scene scene = drive(10);
    Maker maker(scene);
    const TrackLabels whole = maker.track({2, 6});
    const TrackId id = maker.identity.ids.make<TrackId>();
    QVERIFY_FAILS(split(whole, 2, id, scene), ErrorCode::InvalidArgument);
    QVERIFY_FAILS(split(whole, 7, id, scene), ErrorCode::InvalidArgument);
    QVERIFY_FAILS(split(maker.track({}), 3, id, scene), ErrorCode::InvalidArgument);
    const auto parts = split(whole, 6, id, scene);
    QVERIFY_RESULT(parts);
    QCOMPARE(parts->before.track.id, whole.track.id);
    QCOMPARE(parts->after.track.id, id);
    QCOMPARE(parts->after.labels.front().track, id);
    QCOMPARE(parts->before.labels.front(), whole.labels.front());
}

void TestTrackEdits::mergeRefusesWithNumbers()
{
    const Scene scene = drive(20);
    Maker maker(scene);
    const TrackLabels early = maker.track({0, 6});
    const TrackLabels late = maker.track({4, 12});
    const auto crossing = merged(early, late, scene);
    QVERIFY_FAILS(crossing, ErrorCode::InvalidArgument);
    QVERIFY2(crossing.error().text.contains(QStringLiteral("3 of the frames: 5, 6, 7.")), qPrintable(crossing.error().text));
    const auto far = merged(maker.track({0, 19}), maker.track({2, 18}), scene);
    QVERIFY2(far.error().text.contains(QStringLiteral("17 of the frames: 3, 4, 5, 6, 7 … 19")), qPrintable(far.error().text));
    // Hidden there, it gives way, and what the other shows is in no gap afterwards.
    TrackLabels hidden = maker.track({0, 10});
    hidden.track.gaps = {{1 * step, 9 * step}};
    const auto filled = merged(hidden, maker.track({4, 6}), scene);
    QVERIFY_RESULT(filled);
    QCOMPARE(kinds(filled->whole, scene), QStringLiteral("KoooK-KoooK........."));
    QVERIFY_FAILS(merged(early, early, scene), ErrorCode::InvalidArgument);
    TrackLabels other = maker.track({10});
    other.track.layer = QStringLiteral("else");
    QVERIFY_FAILS(merged(early, other, scene), ErrorCode::InvalidArgument);
    other = maker.track({10});
    other.track.labelClass = maker.identity.ids.make<ClassId>();
    QVERIFY_FAILS(merged(early, other, scene), ErrorCode::InvalidArgument);
}

void TestTrackEdits::mergeKeepsWhatTheFirstSays()
{
    const Scene scene = drive(20);
    Maker maker(scene);
    TrackLabels early = maker.track({0, 4});
    TrackLabels late = maker.track({8, 12});
    early.track.attributes = {{QStringLiteral("colour"), QStringLiteral("red")}, {QStringLiteral("doors"), std::monostate()}};
    late.track.attributes = {
        {QStringLiteral("colour"), QStringLiteral("blue")}, {QStringLiteral("doors"), 4.0}, {QStringLiteral("towing"), true}};
    late.track.extra = Json{{"somewhere", 7}};
    const auto both = merged(late, early, scene);
    QVERIFY_RESULT(both);
    QCOMPARE(both->whole.track.id, early.track.id);
    QCOMPARE(both->overruled, QStringList{QStringLiteral("colour")});
    QCOMPARE(both->whole.track.attributes.at(QStringLiteral("doors")), AttributeValue(4.0));
    QCOMPARE(both->whole.track.attributes.at(QStringLiteral("towing")), AttributeValue(true));
    QCOMPARE(both->whole.track.attributes.at(QStringLiteral("colour")), AttributeValue(QStringLiteral("red")));
    QVERIFY(both->whole.track.extra["somewhere"] == 7);
    QCOMPARE(kinds(both->whole, scene), QStringLiteral("K---K---K---K......."));
}

void TestTrackEdits::gapsBeginAndEnd()
{
    const Scene scene = drive(12);
    Maker maker(scene);
    TrackLabels whole = maker.track({1, 5, 10});
    const auto toggle = [&](std::int64_t frame) {
        const auto track = gapToggled(whole, frame, scene);
        if (track)
            whole.track = *track;
        return bool(track);
    };
    QVERIFY(toggle(3));
    QCOMPARE(kinds(whole, scene), QStringLiteral(".K-ooK----K."));
    QVERIFY(toggle(3));
    QVERIFY(whole.track.gaps.empty());
    QVERIFY(toggle(5));  // on a key frame: from the next one
    QCOMPARE(kinds(whole, scene), QStringLiteral(".K---KooooK."));
    QVERIFY(toggle(8));  // seen again
    QCOMPARE(kinds(whole, scene), QStringLiteral(".K---Koo--K."));
    QVERIFY(toggle(9));
    QCOMPARE(kinds(whole, scene), QStringLiteral(".K---Koo-oK."));
    QVERIFY(toggle(8));
    QCOMPARE(whole.track.gaps.size(), std::size_t(1));
    QVERIFY(toggle(5));
    QCOMPARE(kinds(whole, scene), QStringLiteral(".K---K----K."));
    for (const std::int64_t nowhere : {0, 10, 11})
        QVERIFY(!toggle(nowhere));
    TrackLabels dense = maker.track({1, 2});
    QVERIFY_FAILS(gapToggled(dense, 1, scene), ErrorCode::InvalidArgument);
    QCOMPARE(hiddenFrames(TrackPath(whole.track, whole.labels, scene)), std::vector<std::int64_t>{});
}

void TestTrackEdits::gapsOfScenesWithoutTimes()
{
    Scene scene = drive(6);
    for (SceneFrame &frame : scene.frames)
        frame.microseconds = 0;
    Maker maker(scene);
    const TrackLabels whole = maker.track({0, 5});
    QCOMPARE(kinds(whole, scene), QStringLiteral("K----K"));
    QVERIFY_FAILS(gapToggled(whole, 2, scene), ErrorCode::InvalidArgument);
    const TrackPath path(whole.track, whole.labels, scene);
    QCOMPARE(cuboidAt(path, scene, 2, *path.frames()[2].cuboid, 40'000), *path.frames()[2].cuboid);
}

void TestTrackEdits::sizeLockIsKeptWithTheTrack()
{
    Track track;
    QVERIFY(isSizeLocked(track));
    setSizeLocked(track, false);
    QVERIFY(!isSizeLocked(track));
    const auto stored = decodeTrack(encode(track));
    QVERIFY_RESULT(stored);
    QVERIFY(!isSizeLocked(*stored));
    setSizeLocked(track, true);
    QVERIFY(track == Track());
    // Whatever stands there, it is not taken for a switch, and what others keep stays.
    for (const Json &odd : {Json("text"), Json::array({1}), Json{{"plumbline", 3}}, Json{{"plumbline", {{"freeSize", "yes"}}}}}) {
        track.extra = odd;
        QVERIFY(isSizeLocked(track));
    }
    track.extra = Json{{"else", 1}};
    setSizeLocked(track, false);
    setSizeLocked(track, true);
    QVERIFY(track.extra == (Json{{"else", 1}}));
}

void TestTrackEdits::resizedKeepsTheSeenSide()
{
    const std::array<double, 3> size{5, 2.4, 2};
    // Ahead and to the left, heading away: the back and the right side are seen; it stands where it stood.
    const auto away = boxAt(20, 6);
    auto faces = geometry::differenceOf(resized(away, size, {0, 0, 0}), away).faceMetres;
    QVERIFY(std::abs(faces[0]) < 1e-9 && std::abs(faces[1] - 1) < 1e-9);
    QVERIFY(std::abs(faces[2]) < 1e-9 && std::abs(faces[3] - 0.4) < 1e-9);
    QVERIFY(std::abs(faces[4]) < 1e-9 && std::abs(faces[5] - 0.5) < 1e-9);
    // Coming towards the sensor: its front and its left side.
    const auto oncoming = boxAt(20, 6, std::numbers::pi);
    faces = geometry::differenceOf(resized(oncoming, size, {0, 0, 0}), oncoming).faceMetres;
    QVERIFY(std::abs(faces[1]) < 1e-9 && std::abs(faces[3]) < 1e-9);
    // Beside the sensor neither front nor back is nearer.
    const auto beside = boxAt(1, 6);
    faces = geometry::differenceOf(resized(beside, size, {0, 0, 0}), beside).faceMetres;
    QVERIFY(std::abs(faces[0] - 0.5) < 1e-9 && std::abs(faces[1] - 0.5) < 1e-9);
    const auto back = resized(resized(away, size, {0, 0, 0}), away.size, {0, 0, 0});
    QVERIFY(geometry::differenceOf(back, away).centreMetres < 1e-9);
}

void TestTrackEdits::movesToTheExposureOfACamera()
{
    // A car drives 20 m/s along x, 2 m a frame; the vehicle 10 m/s; the camera is exposed 50 ms after the sweep.
    const Scene scene = drive(5, 50'000);
    Maker maker(scene);
    TrackLabels whole = maker.track({0, 4});
    const auto inWorld = [](double seconds) { return 12 + 20 * seconds; };
    for (Annotation &label : whole.labels)
        label.geometry = boxAt(inWorld(double(label.frame->index) * 0.1) - double(label.frame->index), -3, 0);
    const TrackPath path(whole.track, whole.labels, scene);
    for (std::size_t at = 0; at < 5; ++at) {
        const SensorFile *file = fileOf(scene.frames[at], 1);
        const geometry::Cuboid cuboid = *path.frames()[at].cuboid;
        const geometry::Cuboid there = cuboidAt(path, scene, at, cuboid, file->microseconds);
        // In the coordinates of the frame: a metre further over the ground than at the sweep.
        QVERIFY(std::abs(there.centre[0] - cuboid.centre[0] - 1) < 1e-9);
        QVERIFY(std::abs(there.centre[1] - cuboid.centre[1]) < 1e-9);
        const auto camera_from_label = sensorFromLabel(scene, scene.frames[at], *file);
        const auto seen = geometry::projected(*scene.sensors[1].camera, geometry::transformed(camera_from_label, there.centre));
        // The truth: car and camera at the moment of the exposure.
        const double seconds = double(at) * 0.1 + 0.05;
        const double forward = inWorld(seconds) - (10 * seconds + 1);
        const double px = 500 - 500 * -3 / forward;
        const double py = 300 - 500 * (-1 + 2 - 1.5) / forward;
        QVERIFY(seen);
        QVERIFY2(std::abs(seen->x - px) < 1e-6 && std::abs(seen->y - py) < 1e-6,
                 qPrintable(QStringLiteral("%1 %2, not %3 %4").arg(seen->x).arg(seen->y).arg(px).arg(py)));
        const auto still = geometry::projected(*scene.sensors[1].camera, geometry::transformed(camera_from_label, cuboid.centre));
        QVERIFY(std::abs(still->x - px) > 5);
        // Before the sweep it was as far back.
        QVERIFY(
            std::abs(cuboidAt(path, scene, at, cuboid, scene.frames[at].microseconds - 50'000).centre[0] - cuboid.centre[0] + 1)
            < 1e-9);
        // A time that is far off takes it no further than a neighbour is.
        QVERIFY(std::abs(cuboidAt(path, scene, at, cuboid, std::int64_t(9e15)).centre[0] - cuboid.centre[0] - 2) < 1e-9);
        QVERIFY(cuboidAt(path, scene, at, cuboid, scene.frames[at].microseconds) == cuboid);
    }
}

void TestTrackEdits::standsStillWhereNothingIsKnown()
{
    const Scene scene = drive(5);
    Maker maker(scene);
    const TrackLabels one = maker.track({2});
    const TrackPath path(one.track, one.labels, scene);
    const auto cuboid = *path.frames()[2].cuboid;
    QCOMPARE(cuboidAt(path, scene, 2, cuboid, 250'000), cuboid);
    QCOMPARE(cuboidAt(path, scene, 77, cuboid, 250'000), cuboid);
    QCOMPARE(cuboidAt(TrackPath(), scene, 2, cuboid, 250'000), cuboid);
}

QTEST_APPLESS_MAIN(TestTrackEdits)
#include "tst_trackedits.moc"
