// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/cuboids.h"
#include "core/jobs/jobcontrol.h"
#include "core/rules/scenecheck.h"
#include "core/rules/sweepprobe.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace plumbline;
using namespace plumbline::model;
using rules::Finding;
using rules::RuleSet;
using rules::SceneCheck;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

geometry::Cuboid boxAt(double x, double y, double z = 0.75, double yaw = 0, std::array<double, 3> size = {4, 2, 1.5})
{
    geometry::Cuboid cuboid;
    cuboid.centre = {x, y, z};
    cuboid.size = size;
    cuboid.rotation = geometry::rotationFromYaw(yaw);
    cuboid.coordinateFrame = s("lidar");
    return cuboid;
}

}  // namespace

/// What cuboids of scenes break, with numbers that are worked out by hand.
class TestSceneCheck : public QObject
{
    Q_OBJECT

    test::Identity m_identity;
    Schema m_schema;
    Scene m_scene;
    std::vector<Annotation> m_labels;

    Convention &convention(const char *name = "car")
    {
        for (LabelClass &labelClass : m_schema.classes)
            if (labelClass.name == QLatin1String(name))
                return labelClass.convention;
        qFatal("no such class");
    }
    AnnotationId add(const geometry::Cuboid &cuboid, std::int64_t frame = 0, TrackId track = {}, const char *name = "car")
    {
        Annotation &label = m_labels.emplace_back();
        label.id = m_identity.ids.make<AnnotationId>();
        label.labelClass = m_schema.find(s(name))->id;
        label.geometry = cuboid;
        label.track = track;
        label.frame = FrameRef{s("lidar"), frame, 0, {1, 1'000'000}, {}};
        return label.id;
    }
    [[nodiscard]] SceneCheck started() const
    {
        SceneCheck check(std::make_shared<RuleSet>(m_schema));
        std::vector<const Annotation *> labels;
        for (const Annotation &label : m_labels)
            labels.push_back(&label);
        check.start(m_scene, labels);
        return check;
    }
    /// A track of these places along x, a frame each.
    std::vector<AnnotationId> addTrack(const std::vector<double> &places, double yaw = 0)
    {
        const auto track = m_identity.ids.make<TrackId>();
        std::vector<AnnotationId> ids;
        for (std::size_t i = 0; i < places.size(); ++i)
            ids.push_back(add(boxAt(places[i], 0, 0.75, yaw), std::int64_t(i), track));
        return ids;
    }
    static QStringList rulesOf(const std::vector<Finding> &findings)
    {
        QStringList list;
        for (const Finding &finding : findings)
            list.append(finding.rule);
        return list;
    }

private slots:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_schema = emptySchema();
        for (const char *name : {"car", "person", "rider"})
            addClass(m_schema, m_identity.ids.make<ClassId>(), s(name));
        m_labels.clear();
        m_scene = {};
        Sensor lidar;
        lidar.name = s("lidar");
        lidar.ego_from_sensor.translation = {0, 0, 1.8};
        m_scene.sensors = {lidar};
        m_scene.labelFrame = s("lidar");
        for (int frame = 0; frame < 12; ++frame) {
            SceneFrame shown;
            shown.microseconds = 100'000 * frame;
            shown.world_from_ego = geometry::Pose{};
            m_scene.frames.push_back(shown);
        }
    }

    void countsPoints();
    void findsTheGround();
    void comparesWithThePrior();
    void findsOverlaps();
    void findsJumps();
    void findsAcceleration();
    void needsTheVehiclesWay();
    void findsTurns();
    void findsHeadings();
    void findsSizesOfATrack();
    void asksForKeyFrames();
    void followsChanges();
    void probesASweep();
    void takesAnything();
};

void TestSceneCheck::countsPoints()
{
    const AnnotationId id = add(boxAt(10, 0));
    SceneCheck check = started();
    QVERIFY(check.findings().empty());  // nobody has counted
    const auto said = [&](std::uint64_t points, bool all = true) {
        check.setPoints({{id, {boxAt(10, 0), points, all, {}}}});
        const auto found = check.findings();
        return found.empty() ? QString() : found.front().text;
    };
    QCOMPARE(said(0), s("No point lies in car."));
    QCOMPARE(said(1), QString());
    QCOMPARE(said(0, false), QString());  // there may be some that were not read
    convention().minimumPoints = 5;
    check = started();
    QCOMPARE(said(3), s("Points in car: 3; at least 5 are wanted."));
    QCOMPARE(said(5), QString());
    convention().minimumPoints = 0;
    check = started();
    QCOMPARE(said(0), QString());
    // Counted when it lay elsewhere.
    convention().minimumPoints.reset();
    check = started();
    check.setPoints({{id, {boxAt(11, 0), 0, true, {}}}});
    QVERIFY(check.findings().empty());
}

void TestSceneCheck::findsTheGround()
{
    const AnnotationId id = add(boxAt(10, 0, 0.75));
    SceneCheck check = started();
    // The bottom is at 0; 4 m of length allow 12 cm of slope.
    const auto found = [&](double ground) {
        check.setPoints({{id, {boxAt(10, 0, 0.75), 9, true, ground}}});
        return check.findings();
    };
    QVERIFY(found(0).empty());
    QVERIFY(found(0.36).empty());
    QCOMPARE(found(0.38).front().text, s("The bottom of car is 0.38 m below the ground."));
    QCOMPARE(int(found(0.38).front().fix), int(QuickFix::StandOnGround));
    QVERIFY(found(-0.51).empty());
    QCOMPARE(found(-0.53).front().text, s("The bottom of car is 0.53 m above the ground."));
    convention().onGround = false;
    check = started();
    QVERIFY(found(-3).empty());
    QCOMPARE(found(0.5).size(), std::size_t(1));
}

void TestSceneCheck::comparesWithThePrior()
{
    convention().sizePriorMetres = std::array<double, 3>{4, 2, 1.5};
    add(boxAt(0, 0, 0.75, 0, {6, 2, 1.5}));    // 4 × 1.5 = 6
    add(boxAt(20, 0, 0.75, 0, {6.1, 2, 1.5}));
    add(boxAt(40, 0, 0.75, 0, {4, 1.3, 1.5}));  // 2 / 1.5 = 1.33
    auto found = started().findings();
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].text, s("car is 6.10 m long; its class is about 4.00 m (2.67 to 6.00 m)."));
    QCOMPARE(found[1].text, s("car is 1.30 m wide; its class is about 2.00 m (1.33 to 3.00 m)."));
    convention().amodalExtent = false;  // less than all of it may be seen
    QCOMPARE(started().findings().size(), std::size_t(1));
    convention().sizeTolerance = 0.6;
    QVERIFY(started().findings().empty());
    convention().rangeLimitMetres = 30;
    found = started().findings();
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].text, s("car is 40.0 m away; its class is labeled up to 30.0 m."));
    convention() = {};
    convention().heading = Heading::LongerSide;
    add(boxAt(60, 0, 0.75, 0, {2, 4, 1.5}));
    found = started().findings();
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].text, s("car heads along its shorter side: it is 2.00 m long and 4.00 m wide."));
}

void TestSceneCheck::findsOverlaps()
{
    // 4 m long, 3 m apart: a quarter of each is shared.
    QCOMPARE(rules::sharedVolume(boxAt(0, 0), boxAt(3, 0)), 0.25);
    // A small box within a large one is shared whole.
    QCOMPARE(rules::sharedVolume(boxAt(0, 0), boxAt(0, 0, 0.75, 0.3, {1, 1, 1})), 1.0);
    QCOMPARE(rules::sharedVolume(boxAt(0, 0), boxAt(0, 0, 0.75, 0, {0, 1, 1})), 0.0);
    const AnnotationId first = add(boxAt(0, 0));
    const AnnotationId second = add(boxAt(3, 0));
    add(boxAt(3.3, 5));
    add(boxAt(3, 0), 1);  // another frame
    auto found = started().findings();
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].text, s("car and car overlap: 25 % of the smaller one, at most 20 % are usual."));
    QCOMPARE(found[0].labels, (std::vector{first, second}));
    convention().maximumOverlap = 0.3;
    QVERIFY(started().findings().empty());
    convention().maximumOverlap.reset();
    m_labels[1].role = Role::Crowd;
    QVERIFY(started().findings().empty());
    m_labels[1].role = Role::Object;
    m_labels[0].group = m_labels[1].group = m_identity.ids.make<GroupId>();
    QVERIFY(started().findings().empty());
    m_labels[0].group = {};
    // A part: its class lies below the other's.
    m_schema.classes[2].parent = m_schema.classes[0].id;
    m_labels[1].labelClass = m_schema.classes[2].id;
    QVERIFY(started().findings().empty());
}

void TestSceneCheck::findsJumps()
{
    // 1 m a frame, 10 m/s; then 8 m in 0.1 s, 80 m/s. 60 and 2 × 0.1 m / 0.1 s are allowed.
    const auto ids = addTrack({0, 1, 2, 10, 11, 12});
    const auto found = started().findings();
    QCOMPARE(rulesOf(found), QStringList({s("scene.speed")}));
    QCOMPARE(found[0].text,
             s("car jumps: 8.00 m in 0.10 s since its key frame in frame 3 is 80.0 m/s, at most 60.0 m/s are usual."));
    QCOMPARE(found[0].labels, std::vector{ids[3]});
    QCOMPARE(found[0].frame, std::int64_t(3));
    convention().maximumSpeed = 100;
    QVERIFY(!rulesOf(started().findings()).contains(s("scene.speed")));
}

void TestSceneCheck::findsAcceleration()
{
    // One box 0.6 m beside the way of the others, which is straight: second difference 1.2 m in 0.1 s squared is 120 m/s²; 12 and
    // 2 × 0.1 × 20 / 0.1 = 40 that a placing error of 10 cm explains are allowed. Its neighbours see half of it, 60.
    const auto ids = addTrack({0, 1, 2, 3.6, 4, 5, 6});
    auto found = started().findings();
    QCOMPARE(rulesOf(found), QStringList({s("scene.acceleration")}));
    QCOMPARE(found[0].labels, std::vector{ids[3]});
    QCOMPARE(found[0].text,
             QStringLiteral("car is 0.60 m off the way of its track here: that takes 120.0 m/s², at most 12.0 m/s² are usual."));
    m_labels.clear();
    addTrack({0, 1, 2, 3.2, 4, 5, 6});  // 40 m/s²: a box 20 cm off is one that people make
    QVERIFY(started().findings().empty());
    m_labels.clear();
    // Braking with 9 m/s².
    std::vector<double> places;
    for (int i = 0; i < 12; ++i)
        places.push_back(15 * 0.1 * i - 4.5 * 0.01 * i * i);
    addTrack(places);
    QVERIFY(started().findings().empty());
    // A vehicle of our own that drives: what stands comes nearer by a metre a frame in the label frame.
    m_labels.clear();
    for (std::size_t i = 0; i < m_scene.frames.size(); ++i)
        m_scene.frames[i].world_from_ego->translation[0] = i < 6 ? 0 : 3.0 * double(i - 5);
    places.clear();
    for (std::size_t i = 0; i < m_scene.frames.size(); ++i)
        places.push_back(50 - m_scene.frames[i].world_from_ego->translation[0]);
    addTrack(places);
    QVERIFY(started().findings().empty());
}

void TestSceneCheck::needsTheVehiclesWay()
{
    addTrack({0, 1, 2, 10, 11, 12});
    m_scene.frames[2].world_from_ego.reset();
    QVERIFY(started().findings().empty());
    m_scene.frames[2].world_from_ego = geometry::Pose{};
    for (SceneFrame &frame : m_scene.frames)
        frame.microseconds = 0;  // no times
    QVERIFY(started().findings().empty());
}

void TestSceneCheck::findsTurns()
{
    auto ids = addTrack({0, 0, 0, 0, 0, 0});
    std::get<geometry::Cuboid>(m_labels[2].geometry).rotation = geometry::rotationFromYaw(std::numbers::pi);
    auto found = started().findings();
    QCOMPARE(rulesOf(found), QStringList({s("scene.turn")}));  // there and back again is one fault
    QCOMPARE(found[0].labels, std::vector{ids[2]});
    QCOMPARE(int(found[0].fix), int(QuickFix::TurnRound));
    // 90 °/s for 0.1 s and 15 are 24.
    QCOMPARE(found[0].text, QStringLiteral("car turns by 180° from frame 2 to frame 3, in 0.10 s; at most 24° are usual."));
    // The first one alone is wrong, not all that follow.
    std::get<geometry::Cuboid>(m_labels[2].geometry).rotation = geometry::rotationFromYaw(0);
    std::get<geometry::Cuboid>(m_labels[0].geometry).rotation = geometry::rotationFromYaw(std::numbers::pi);
    found = started().findings();
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].labels, std::vector{ids[0]});
    std::get<geometry::Cuboid>(m_labels[0].geometry).rotation = geometry::rotationFromYaw(0.4);  // 22.9°
    QVERIFY(started().findings().empty());
}

void TestSceneCheck::findsHeadings()
{
    const auto ids = addTrack({0, 1, 2, 3}, std::numbers::pi);  // 10 m/s backwards
    auto found = started().findings();
    QCOMPARE(rulesOf(found), QStringList({s("scene.heading")}));
    QCOMPARE(found[0].labels, ids);
    QCOMPARE(int(found[0].fix), int(QuickFix::TurnRound));
    QCOMPARE(found[0].text, s("car moves backwards at 10.0 m/s in 4 of its 4 key frames: front and back may be mixed up."));
    convention().heading = Heading::Any;
    QVERIFY(started().findings().empty());
    m_labels.clear();
    addTrack({0, 1, 2, 3}, 1.0);  // 57°: only asked where the class says so
    convention().heading.reset();
    QVERIFY(started().findings().empty());
    convention().heading = Heading::Motion;
    found = started().findings();
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY2(found[0].text.startsWith(s("car heads 57")), qPrintable(found[0].text));
    m_labels.clear();
    addTrack({0, 0.2, 0.1, 0.15}, 1.0);  // stands, and is placed a little differently
    QVERIFY(started().findings().empty());
}

void TestSceneCheck::findsSizesOfATrack()
{
    const auto ids = addTrack({0, 0, 0});
    std::get<geometry::Cuboid>(m_labels[1].geometry).size = {4.3, 2, 1.5};  // 5 % of 4 m are 0.2
    auto found = started().findings();
    QCOMPARE(rulesOf(found), QStringList({s("scene.track-size")}));
    QCOMPARE(found[0].text, s("car is 4.30 m long here, 4.00 m in its track."));
    QCOMPARE(found[0].labels, std::vector{ids[1]});
    QCOMPARE(int(found[0].fix), int(QuickFix::TrackSize));
    QCOMPARE(rules::usualSize({boxAt(0, 0), boxAt(0, 0, 0, 0, {5, 1, 3}), boxAt(0, 0, 0, 0, {4.2, 3, 2})}),
             (std::array<double, 3>{4.2, 2, 2}));
    convention().rigid = false;
    QVERIFY(started().findings().empty());
}

void TestSceneCheck::asksForKeyFrames()
{
    // Key frames in 0, 1, 9 and 10. It stands, and drives 12 m/s at the end: half-way between 1 and 9 the line may be 12 × 0.8 / 8
    // = 1.2 m off; 0.5 and 2 × 0.1 × 20 × 0.8 / 8 = 0.4 are allowed.
    const auto track = m_identity.ids.make<TrackId>();
    add(boxAt(0, 0), 0, track);
    const AnnotationId second = add(boxAt(0, 0), 1, track);
    add(boxAt(4.8, 0), 9, track);
    add(boxAt(6, 0), 10, track);
    const auto found = started().findings();
    QCOMPARE(rulesOf(found), QStringList({s("scene.key-frame")}));
    QCOMPARE(found[0].labels, std::vector{second});
    QCOMPARE(found[0].text, s("car changes its speed by 12.0 m/s between frames 2 and 10: in between it may be 1.2 m off. Add a "
                              "key frame near frame 6."));
}

void TestSceneCheck::followsChanges()
{
    const auto ids = addTrack({0, 1, 2, 10, 11, 12});
    SceneCheck check = started();
    QCOMPARE(check.findings().size(), std::size_t(1));
    // Put right, one after the other; what is found is what a new check finds.
    for (std::size_t i = 3; i < 6; ++i) {
        m_labels[i].geometry = boxAt(double(i), 0);
        check.update({{ids[i], &m_labels[i]}});
        QCOMPARE(check.findings(), started().findings());
    }
    QVERIFY(check.findings().empty());
    const AnnotationId other = add(boxAt(1, 0), 0);
    check.update({{other, &m_labels.back()}});
    QCOMPARE(rulesOf(check.findings()), QStringList({s("scene.overlap")}));
    check.update({{other, nullptr}});
    QVERIFY(check.findings().empty());
    m_labels.pop_back();
    // To another frame, and out of the track.
    m_labels[5].frame->index = 4;
    m_labels[5].track = {};
    check.update({{ids[5], &m_labels[5]}});
    QCOMPARE(check.findings(), started().findings());
    QCOMPARE(rulesOf(check.findings()), QStringList({s("scene.overlap")}));
}

void TestSceneCheck::probesASweep()
{
    // Flat ground at -1.8, a box of 4 × 2 × 1.5 on it with 100 points, one without.
    std::vector<float> values;
    const auto point = [&](double x, double y, double z) {
        for (const double value : {x, y, z, 0.5})
            values.push_back(float(value));
    };
    for (int i = 0; i < 4000; ++i)
        point(-20 + (i % 80) * 0.5, -12 + (i / 80) * 0.5, -1.8);
    for (int i = 0; i < 100; ++i)
        point(4 + 0.039 * i, 0.5, -1);
    point(std::numeric_limits<double>::quiet_NaN(), 0, 0);
    QTemporaryDir folder;
    QFile file(folder.filePath(s("a.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char *>(values.data()), qint64(values.size() * sizeof(float)));
    file.close();
    for (const char *name : {"a.bin", "gone.bin"}) {
        SensorFile sweep;
        sweep.path = s(name);
        m_scene.frames[name[0] == 'a' ? 0 : 1].files = {sweep};
    }
    const AnnotationId full = add(boxAt(6, 0, -1));
    const AnnotationId empty = add(boxAt(6, 5, -0.2));
    const AnnotationId huge = add(boxAt(0, 0, 0, 0, {1e6, 1e6, 1e6}));
    const AnnotationId away = add(boxAt(1e300, -1e300, 0));
    const AnnotationId unread = add(boxAt(6, 0, -1.05), 1);
    const auto probed = rules::probeScene(m_scene, folder.path(), m_labels, jobs::JobControl());
    QVERIFY_RESULT(probed);
    QCOMPARE(probed->points.value(full).points, std::uint64_t(100));
    QVERIFY(std::abs(*probed->points.value(full).ground + 1.8) < 1e-6);
    QCOMPARE(probed->points.value(empty).points, std::uint64_t(0));
    QCOMPARE(probed->points.value(huge).points, std::uint64_t(4100));
    QVERIFY(!probed->points.value(away).ground);
    QVERIFY(!probed->points.contains(unread));
    QCOMPARE(probed->unread.size(), 1);
    QVERIFY(probed->unread.front().startsWith(s("gone.bin: ")));
    // The bottom of the empty one is at -0.95, 0.85 m above the ground.
    m_labels.erase(m_labels.begin() + 2, m_labels.end());
    SceneCheck check = started();
    check.setPoints(probed->points);
    const auto found = check.findings();
    QCOMPARE(rulesOf(found), QStringList({s("scene.points"), s("scene.ground")}));
    QCOMPARE(found[1].text, s("The bottom of car is 0.85 m above the ground."));
}

void TestSceneCheck::takesAnything()
{
    convention().sizePriorMetres = std::array<double, 3>{0, -1, std::numeric_limits<double>::quiet_NaN()};
    convention().maximumSpeed = 0;
    const double endless = std::numeric_limits<double>::infinity();
    const auto track = m_identity.ids.make<TrackId>();
    add(boxAt(endless, 0), 0, track);
    add(boxAt(1e300, -1e300), 1, track);
    add(boxAt(-1e300, 1e300), 2, track);
    add(boxAt(0, 0), 99, track);
    add(boxAt(0, 0), -5, track);
    add(boxAt(0, 0), 3, track);
    add(boxAt(0, 0), 3, track);  // twice in a frame
    m_labels.back().frame.reset();
    m_labels.push_back(m_labels.back());
    m_labels.back().id = m_identity.ids.make<AnnotationId>();
    m_labels.back().geometry = geometry::Box{0, 0, 5, 5};
    // A class that is its own ancestor.
    m_schema.classes[0].parent = m_schema.classes[0].id;
    static_cast<void>(started().findings());
    // Thousands on one place end in time.
    m_labels.clear();
    for (int i = 0; i < 1500; ++i)
        add(boxAt(0, 0));
    QVERIFY(started().findings().size() <= 5000);
}

QTEST_APPLESS_MAIN(TestSceneCheck)
#include "tst_scenecheck.moc"
