// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/cuboids.h"
#include "core/store/reader.h"
#include "core/workflow/consensuslayer.h"
#include "core/workflow/consensustracks.h"
#include "core/workflow/desk.h"
#include "core/workflow/objectlabelings.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using workflow::linkedObjects;
using workflow::TrackedObject;

/// What several people say of a scene: agreement on cuboids, and a layer of cuboids and tracks that most agree on.
class TestConsensusTracks : public QObject
{
    Q_OBJECT

    static constexpr int frames = 4;
    test::Identity m_identity;
    ClassId m_car = m_identity.ids.make<ClassId>();
    ClassId m_van = m_identity.ids.make<ClassId>();

    TrackId trackNamed(const char *name) { return TrackId{Uuid::fromName("t", name)}; }
    TrackedObject object(std::int64_t time, std::initializer_list<std::pair<const char *, const char *>> members)
    {
        TrackedObject made{time, m_car, {}};
        for (const auto &[who, track] : members)
            made.members.emplace_back(QString::fromLatin1(who), trackNamed(track));
        return made;
    }

    model::Scene sceneOf(ItemId item)
    {
        model::Scene scene;
        scene.item = item;
        scene.labelFrame = QStringLiteral("top");
        scene.sensors = {{QStringLiteral("top"), model::SensorKind::Lidar, {{0, 0, 0, 1}, {0, 0, 1.8}}, {}}};
        for (int frame = 0; frame < frames; ++frame) {
            model::SceneFrame entry;
            entry.microseconds = 1000 + frame * 100'000;
            entry.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {0, 0, 0}};
            entry.files = {{0, QStringLiteral("%1.bin").arg(frame), entry.microseconds, {}}};
            scene.frames.push_back(entry);
        }
        return scene;
    }

private slots:
    void tracksGoOnAsMostSay()
    {
        // Two cars over three frames, three people.
        const auto both = [&](std::int64_t time, const char *first, const char *second) {
            return std::vector<TrackedObject>{object(time, {{"ada", "a1"}, {"ben", "b1"}, {"cleo", first}}),
                                              object(time, {{"ada", "a2"}, {"ben", "b2"}, {"cleo", second}})};
        };
        std::vector<TrackedObject> objects = both(1, "c1", "c2");
        // Cleo exchanges them in the second frame and back in the third.
        for (const auto &more : {both(2, "c2", "c1"), both(3, "c1", "c2")})
            objects.insert(objects.end(), more.begin(), more.end());
        QCOMPARE(linkedObjects(objects), (std::vector<int>{0, 1, 0, 1, 0, 1}));
        // Backwards in the list is the same in time; numbers go by who comes first in a frame.
        std::reverse(objects.begin(), objects.end());
        QCOMPARE(linkedObjects(objects), (std::vector<int>{0, 1, 0, 1, 0, 1}));
        // Nobody goes on with half or less; two in one frame are two things; without tracks there are none.
        QCOMPARE(linkedObjects({object(1, {{"ada", "a1"}}), object(2, {{"ada", "a1"}, {"ben", "b1"}})}),
                 (std::vector<int>{0, 1}));
        QCOMPARE(linkedObjects({object(1, {{"ada", "a1"}}), object(2, {{"ada", "a1"}}), object(2, {{"ada", "a1"}})}),
                 (std::vector<int>{0, 0, 1}));
        QCOMPARE(linkedObjects({object(1, {}), object(2, {})}), (std::vector<int>{-1, -1}));
        QVERIFY(linkedObjects({}).empty());
        QVERIFY(workflow::tracksOf({}, {}, {}, QStringLiteral("x")).empty());
    }

    void aSceneOfThree()
    {
        const QTemporaryDir folder;
        qputenv("PLUMBLINE_GOLD_FOLDER", folder.filePath(QStringLiteral("gold")).toUtf8());
        model::Schema schema = model::emptySchema();
        model::addClass(schema, m_car, QStringLiteral("car"));
        model::addClass(schema, m_van, QStringLiteral("van"));
        const store::Person me = store::operatingSystemPerson();
        const auto project = store::Project::create(folder.filePath(QStringLiteral("p.plumb")), {{}, schema, me, true});
        QVERIFY_RESULT(project);
        model::Item item;
        item.id = m_identity.ids.make<ItemId>();
        item.kind = model::ItemKind::Scene;
        item.name = QStringLiteral("scene");
        item.frames = frames;
        history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Add"));
        builder.put(nullptr, item).put(nullptr, sceneOf(item.id));
        // Everybody draws one car in the first and the last frame, some decimetres off; what lies between is computed. Dan says van
        // and has no track; he leaves the third frame out.
        const QStringList people{QStringLiteral("ada"), QStringLiteral("ben"), QStringLiteral("cleo"), QStringLiteral("dan")};
        const double off[] = {0, 0.1, 0.3, 0.2};
        for (int who = 0; who < 4; ++who) {
            model::Track track;
            track.id = m_identity.ids.make<TrackId>();
            track.item = item.id;
            track.layer = people[who];
            track.labelClass = m_car;
            if (who < 3)
                builder.put(nullptr, track);
            for (const int frame : {0, 1, 3}) {
                if (who < 3 && frame == 1)
                    continue;
                model::Annotation label;
                label.id = m_identity.ids.make<AnnotationId>();
                label.item = item.id;
                label.layer = people[who];
                label.labelClass = who < 3 ? m_car : m_van;
                label.track = who < 3 ? track.id : TrackId{};
                label.frame = model::FrameRef{QStringLiteral("top"), frame, 1000 + frame * 100'000, {1, 1'000'000}, {}};
                label.geometry =
                    geometry::Cuboid{{10.0 + frame + off[who], 2, 0}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("top")};
                builder.create(label);
            }
        }
        QVERIFY_RESULT(store::wait((*project)->store().commit(builder.take(), me.name)));
        base::SeededRandom random(1);
        for (const QString &person : people)
            QVERIFY_RESULT(workflow::submit(**project, item.id, {person, true}, {}, random));

        const auto reader = (*project)->store().reader();
        overlap::DetectionOptions options;
        options.resamples = 0;
        const auto agreed = workflow::objectAgreement(**reader, options, {});
        QVERIFY_RESULT(agreed);
        QCOMPARE(agreed->detection.objects, 3 * 4 + 3);
        QCOMPARE(agreed->detection.notCompared, 0);
        // Four units: car car car van three times, car car car absent once. Do = 4 * 6/12 / 4 = .5.
        const auto &alpha = agreed->detection.atReference().alpha;
        QVERIFY(alpha.has_value());
        const double expected = 1 - 0.5 / ((16. * 15 - 12 * 11 - 3 * 2) / (16 * 15));
        QVERIFY2(std::abs(alpha->value - expected) < 1e-12, qPrintable(QString::number(alpha->value)));

        const auto made = workflow::makeConsensusLayer(**project, {}, me, {});
        QVERIFY_RESULT(made);
        QCOMPARE(made->objects, frames);
        QVERIFY(made->issues.empty());
        const auto labels = (*reader)->annotations({item.id, workflow::consensusLayer()});
        const auto tracks = (*reader)->tracks({item.id, workflow::consensusLayer()});
        QVERIFY_RESULT(labels);
        QVERIFY_RESULT(tracks);
        QCOMPARE(labels->size(), std::size_t(frames));
        QCOMPARE(tracks->size(), std::size_t(1));
        QCOMPARE(tracks->front().labelClass, m_car);
        QVERIFY(tracks->front().gaps.empty());
        for (const model::Annotation &label : *labels) {
            QCOMPARE(label.track, tracks->front().id);
            QCOMPARE(label.labelClass, m_car);
            const auto frame = static_cast<double>(label.frame->index);
            // The median of four, or in the third frame of three.
            const double middle = 10 + frame + (label.frame->index == 2 ? 0.1 : 0.15);
            QVERIFY(std::abs(std::get<geometry::Cuboid>(label.geometry).centre[0] - middle) < 1e-9);
        }
        // Once more changes nothing; undone, both are gone; with a quorum of four the third frame is a gap.
        const auto again = workflow::makeConsensusLayer(**project, {}, me, {});
        QVERIFY_RESULT(again);
        QVERIFY(!again->ack);
        QCOMPARE(again->unchanged, frames);
        QVERIFY_RESULT(store::wait((*project)->store().undo(me.name)));
        QVERIFY((*reader)->tracks({item.id, workflow::consensusLayer()})->empty());
        workflow::ConsensusOptions all;
        all.quorum = 4;
        QVERIFY_RESULT(workflow::makeConsensusLayer(**project, all, me, {}));
        const auto gapped = (*reader)->tracks({item.id, workflow::consensusLayer()});
        QCOMPARE(gapped->size(), std::size_t(1));
        QCOMPARE(gapped->front().gaps.size(), std::size_t(1));
        QCOMPARE(gapped->front().gaps.front().fromPts, 1000 + 2 * 100'000);
        // Fewer again: the gap closes, and nothing is left over.
        QVERIFY_RESULT(workflow::makeConsensusLayer(**project, {}, me, {}));
        QCOMPARE((*reader)->tracks({item.id, workflow::consensusLayer()})->size(), std::size_t(1));
        QVERIFY((*reader)->tracks({item.id, workflow::consensusLayer()})->front().gaps.empty());
        const auto problems = (*reader)->verify({});
        QVERIFY_RESULT(problems);
        QCOMPARE(*problems, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestConsensusTracks)
#include "tst_consensustracks.moc"
