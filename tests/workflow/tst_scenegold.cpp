// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"
#include "core/workflow/calibrations.h"
#include "core/workflow/desk.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/scenelabels.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace plumbline;

namespace {

// The first number that a query on a gold store gives, or nothing.
std::optional<std::int64_t> numberFrom(const QString &path, const char *query)
{
    sqlite3 *database = nullptr;
    std::int64_t number = 0;
    const auto take = [](void *target, int columns, char **values, char **) {
        if (columns > 0 && values[0])
            *static_cast<std::int64_t *>(target) = std::atoll(values[0]);
        return 0;
    };
    const bool done = sqlite3_open(path.toUtf8().constData(), &database) == SQLITE_OK
                      && sqlite3_exec(database, query, take, &number, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done ? std::optional(number) : std::nullopt;
}

}  // namespace

/// Gold on scenes, from the key to what the lead reads.
class TestSceneGold : public QObject
{
    Q_OBJECT

    static constexpr int frames = 4;
    QTemporaryDir m_dir;
    test::Identity m_identity;
    std::unique_ptr<store::Project> m_project;
    std::unique_ptr<workflow::GoldStore> m_gold;
    std::vector<model::Scene> m_scenes;
    ClassId m_car;
    const store::Person m_me = store::operatingSystemPerson();
    base::SeededRandom m_random{4};

    static model::FrameRef frameAt(int index)
    {
        return {QStringLiteral("top"), index, 1000 + index * 100'000, {1, 1'000'000}, {}};
    }

    // The vehicle drives a metre a frame towards a parked car.
    model::Annotation parked(ItemId item, int frame, double aside = 0)
    {
        model::Annotation label;
        label.id = m_identity.ids.make<AnnotationId>();
        label.item = item;
        label.layer = model::acceptedLayer();
        label.labelClass = m_car;
        label.frame = frameAt(frame);
        label.geometry = geometry::Cuboid{{20.0 - frame, 3 + aside, 0}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("top")};
        return label;
    }

    std::vector<model::Annotation> everyFrame(ItemId item)
    {
        std::vector<model::Annotation> labels;
        for (int i = 0; i < frames; ++i)
            labels.push_back(parked(item, i));
        return labels;
    }

    void setKey(ItemId item, std::vector<model::Annotation> answer, workflow::GoldKind kind, std::vector<std::int64_t> times = {})
    {
        quality::GoldKey key{{std::move(answer)}, false, std::move(times)};
        QVERIFY_RESULT(m_gold->setKey(item, key, kind));
        const auto stored = m_gold->key(item);
        QVERIFY_RESULT(stored);
        QCOMPARE((*stored)->key.frames, key.frames);
        QCOMPARE((*stored)->key.answers.front().size(), key.answers.front().size());
    }

    void label(const std::vector<model::Annotation> &labels, const std::vector<model::Track> &tracks = {})
    {
        history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Label"));
        for (const model::Track &track : tracks)
            builder.put(nullptr, track);
        for (const model::Annotation &a : labels)
            builder.create(a);
        QVERIFY_RESULT(store::wait(m_project->store().commit(builder.take(), m_me.name)));
    }

    model::Track trackOf(ItemId item)
    {
        model::Track track;
        track.id = m_identity.ids.make<TrackId>();
        track.item = item;
        track.layer = model::acceptedLayer();
        track.labelClass = m_car;
        return track;
    }

    quality::AnnotatorScore mine()
    {
        const auto list = workflow::scores(*m_project, m_me.name);
        return list && !list->empty() ? list->front().score : quality::AnnotatorScore();
    }

private slots:
    void init()
    {
        static int run = 0;
        m_gold.reset();
        m_project.reset();
        m_scenes.clear();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir.filePath(QStringLiteral("gold%1").arg(++run)).toUtf8());
        model::Schema schema = model::emptySchema();
        m_car = m_identity.ids.make<ClassId>();
        model::addClass(schema, m_car, QStringLiteral("car"));
        auto made = store::Project::create(m_dir.filePath(QStringLiteral("p%1.plumb").arg(run)), {{}, schema, m_me, false});
        QVERIFY_RESULT(made);
        m_project = std::move(*made);
        history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Add"));
        for (int i = 0; i < 3; ++i) {
            model::Item item;
            item.id = m_identity.ids.make<ItemId>();
            item.kind = model::ItemKind::Scene;
            item.name = QStringLiteral("scene-%1").arg(i);
            item.path = m_dir.filePath(item.name);
            item.frames = frames;
            model::Scene scene;
            scene.item = item.id;
            scene.convention = QStringLiteral("scene-json");
            scene.labelFrame = QStringLiteral("top");
            scene.sensors = {{QStringLiteral("top"), model::SensorKind::Lidar, {{0, 0, 0, 1}, {0, 0, 1.8}}, {}}};
            for (int frame = 0; frame < frames; ++frame) {
                model::SceneFrame entry;
                entry.microseconds = frameAt(frame).pts;
                entry.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {double(frame), 0, 0}};
                entry.files = {{0, QStringLiteral("%1.bin").arg(frame), entry.microseconds, {}}};
                scene.frames.push_back(entry);
            }
            builder.put(nullptr, item);
            builder.put(nullptr, scene);
            m_scenes.push_back(scene);
        }
        QVERIFY_RESULT(store::wait(m_project->store().commit(builder.take(), m_me.name)));
        auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id()));
        QVERIFY_RESULT(gold);
        m_gold = std::move(*gold);
    }

    void practiceIsExplainedFrameByFrame()
    {
        const ItemId item = m_scenes[0].item;
        setKey(item, everyFrame(item), workflow::GoldKind::Practice);
        // Frame 1 is missed; in frame 3 the car is said to be elsewhere.
        label({parked(item, 0), parked(item, 2), parked(item, 3, 10)});
        const auto result = workflow::submit(*m_project, item, m_me, {}, m_random);
        QVERIFY_RESULT(result);
        QVERIFY(result->practice);
        QCOMPARE(result->remarks.size(), std::size_t(3));
        using Kind = quality::GoldRemark::Kind;
        QVERIFY(result->remarks[0].kind == Kind::Missed && result->remarks[0].truth->frame->index == 1);
        QVERIFY(result->remarks[1].kind == Kind::Missed && result->remarks[1].truth->frame->index == 3);
        QVERIFY(result->remarks[2].kind == Kind::Invented && result->remarks[2].said->frame->index == 3);
        QCOMPARE(mine().right(), 2);
        QCOMPARE(mine().wrong(), 3);
    }

    void blindGoldIsScoredSilently()
    {
        const ItemId item = m_scenes[0].item;
        setKey(item, everyFrame(item), workflow::GoldKind::Blind);
        std::vector<model::Annotation> said;
        for (int i = 0; i < frames; ++i)
            said.push_back(parked(item, i, .1));
        label(said);
        const auto before = workflow::gauge(*m_project, m_me);
        const auto result = workflow::submit(*m_project, item, m_me, {}, m_random);
        QVERIFY_RESULT(result);
        QVERIFY(!result->practice && result->remarks.empty());
        QVERIFY(result->gauge == *before);
        // A scene without a key takes the same way and adds nothing.
        const auto ordinary = workflow::submit(*m_project, m_scenes[1].item, m_me, {}, m_random);
        QVERIFY_RESULT(ordinary);
        QVERIFY(!ordinary->practice && ordinary->remarks.empty());
        QCOMPARE(mine().right(), frames);
        QCOMPARE(mine().wrong(), 0);
        QCOMPARE(mine().items(), 1);
        // Nor do the rows that were written differ in size.
        const QString path = workflow::GoldStore::standardPath(m_project->id());
        QCOMPARE(numberFrom(path, "SELECT count(*) FROM outcome"), 2);
        QCOMPARE(numberFrom(path, "SELECT count(DISTINCT length(data)) FROM outcome"), 1);
        const auto all = workflow::calibrations(*m_project, {});
        QVERIFY_RESULT(all);
        const quality::CuboidErrors &errors = all->people.front().live.cuboids();
        QCOMPARE(errors.objects(), frames);
        // 10 cm to the left: the right face is inside, the left one outside.
        QVERIFY(std::abs(*errors.centre().mean() - .1) < 1e-9);
        QVERIFY(std::abs(*errors.face()[2].mean() + .1) < 1e-9);
        QVERIFY(std::abs(*errors.face()[3].mean() - .1) < 1e-9);
        QVERIFY(std::abs(*errors.faceAbsolute()[2].mean() - .1) < 1e-9);
    }

    void keyframesOfATrackStandForWhatLiesBetween()
    {
        const ItemId item = m_scenes[0].item;
        setKey(item, everyFrame(item), workflow::GoldKind::Blind);
        const model::Track track = trackOf(item);
        auto first = parked(item, 0);
        auto last = parked(item, 3);
        first.track = last.track = track.id;
        label({first, last}, {track});
        QVERIFY_RESULT(workflow::submit(*m_project, item, m_me, {}, m_random));
        QCOMPARE(mine().right(), frames);
        QCOMPARE(mine().wrong(), 0);
    }

    void aGapSaysThatNothingIsThere()
    {
        const ItemId item = m_scenes[0].item;
        setKey(item, everyFrame(item), workflow::GoldKind::Blind);
        model::Track track = trackOf(item);
        track.gaps = {{frameAt(2).pts, frameAt(2).pts}};
        auto first = parked(item, 0);
        auto last = parked(item, 3);
        first.track = last.track = track.id;
        label({first, last}, {track});
        QVERIFY_RESULT(workflow::submit(*m_project, item, m_me, {}, m_random));
        QCOMPARE(mine().right(), frames - 1);
        QCOMPARE(mine().missed(), 1);
    }

    void onlyTheFramesOfTheKeyAreJudged()
    {
        const ItemId item = m_scenes[0].item;
        // Frame 0 with the car, frame 2 with nothing.
        setKey(item, {parked(item, 0)}, workflow::GoldKind::Blind, {frameAt(0).pts, frameAt(2).pts});
        auto stale = parked(item, 0);
        stale.frame->index = 3;
        label({stale, parked(item, 1), parked(item, 1, 10), parked(item, 2), parked(item, 3)});
        QVERIFY_RESULT(workflow::submit(*m_project, item, m_me, {}, m_random));
        QCOMPARE(mine().right(), 1);
        QCOMPARE(mine().invented(), 1);
        QCOMPARE(mine().wrong(), 1);
    }

    void labelsThatFitNoFrame()
    {
        const model::Scene &scene = m_scenes[0];
        const model::Track track = trackOf(scene.item);
        auto whole = parked(scene.item, 0);
        whole.frame.reset();
        auto lost = parked(scene.item, 0);
        lost.frame->pts = 77;
        auto odd = parked(scene.item, 0);
        odd.frame->timeBase = {0, 0};
        for (auto *label : {&whole, &lost, &odd})
            label->track = track.id;
        const auto labels = workflow::labelsByFrame({whole, lost, odd}, {track}, scene);
        QCOMPARE(labels.size(), std::size_t(3));
        const auto judged = workflow::inFrames(labels, scene, {frameAt(0).pts});
        QCOMPARE(judged.size(), std::size_t(1));
        QVERIFY(!judged.front().frame);
    }
};

QTEST_GUILESS_MAIN(TestSceneGold)
#include "tst_scenegold.moc"
