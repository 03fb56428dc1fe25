// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/layerhistory.h"
#include "core/store/reader.h"
#include "core/workflow/calibrations.h"
#include "core/workflow/desk.h"
#include "core/workflow/gaugedetails.h"
#include "core/workflow/goldkeys.h"
#include "core/workflow/judging.h"
#include "core/workflow/scenelabels.h"
#include "core/workflow/teamload.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using workflow::GoldKind;
using workflow::GoldStore;
using workflow::KeyChange;

/// Keys of pictures and scenes that change after the work was handed in: every score is what it would have been with the last keys.
class TestRekeying : public QObject
{
    Q_OBJECT

    static constexpr int frames = 3;
    struct Handed {
        model::Submission submission;
        std::vector<model::Annotation> labels;
        std::vector<model::Track> tracks;
    };
    QTemporaryDir m_dir;
    test::Identity m_identity;
    std::unique_ptr<store::Project> m_project;
    std::vector<model::Item> m_items;  // pictures, then scenes
    std::vector<ClassId> m_classes;
    base::SeededRandom m_random{5};
    const QStringList m_people{QStringLiteral("ada"), QStringLiteral("ben"), QStringLiteral("cleo")};

    [[nodiscard]] static bool isScene(const model::Item &item) { return item.kind == model::ItemKind::Scene; }

    static model::Scene sceneOf(ItemId id)
    {
        model::Scene scene;
        scene.item = id;
        scene.convention = QStringLiteral("scene-json");
        scene.labelFrame = QStringLiteral("top");
        scene.sensors = {{QStringLiteral("top"), model::SensorKind::Lidar, {{0, 0, 0, 1}, {0, 0, 1.8}}, {}}};
        for (int frame = 0; frame < frames; ++frame) {
            model::SceneFrame entry;
            entry.microseconds = 1000 + frame * 100'000;
            entry.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {double(frame), 0, 0}};
            entry.files = {{0, QStringLiteral("%1.bin").arg(frame), entry.microseconds, {}}};
            scene.frames.push_back(entry);
        }
        return scene;
    }

    // One of some places, so that labels and keys meet.
    model::Annotation anyLabel(const model::Item &item, const QString &layer, base::SeededRandom &random)
    {
        model::Annotation label;
        label.id = m_identity.ids.make<AnnotationId>();
        label.item = item.id;
        label.layer = layer;
        label.labelClass = m_classes[random.below(m_classes.size())];
        const double place = 30.0 * static_cast<double>(random.below(4));
        const double off = random.uniform(-2, 2);
        if (isScene(item)) {
            const int frame = static_cast<int>(random.below(frames));
            label.frame = model::FrameRef{QStringLiteral("top"), frame, 1000 + frame * 100'000, {1, 1'000'000}, {}};
            label.geometry = geometry::Cuboid{{20.0 + place, 3 + off / 8, 0}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("top")};
        } else {
            label.geometry = geometry::Box{place + off, 10 + off, 20, 20};
        }
        return label;
    }

    std::vector<model::Annotation> anyLabels(const model::Item &item, const QString &layer, base::SeededRandom &random)
    {
        std::vector<model::Annotation> labels;
        for (auto count = random.below(4); count > 0; --count)
            labels.push_back(anyLabel(item, layer, random));
        return labels;
    }

    Result<> commit(history::GestureBuilder &builder, const QString &actor)
    {
        if (builder.gesture().empty())
            return {};
        const auto done = store::wait(m_project->store().commit(builder.take(), actor));
        return done ? Result<>() : fail(done.error());
    }

    // Something is drawn, moved, taken away, undone or done again.
    Result<> edit(const model::Item &item, const QString &person, base::SeededRandom &random)
    {
        const auto reader = m_project->store().reader();
        const auto labels = (*reader)->annotations({item.id, person});
        const auto tracks = (*reader)->tracks({item.id, person});
        if (!labels || !tracks)
            return fail(labels ? tracks.error() : labels.error());
        history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Edit"));
        switch (random.below(7)) {
        case 0:
        case 1:
        case 2: {
            auto label = anyLabel(item, person, random);
            if (isScene(item) && random.uniform() < 0.5) {
                model::Track track;
                track.id = m_identity.ids.make<TrackId>();
                track.item = item.id;
                track.layer = person;
                track.labelClass = label.labelClass;
                auto last = label;
                last.id = m_identity.ids.make<AnnotationId>();
                label.frame->index = 0;
                label.frame->pts = 1000;
                last.frame->index = frames - 1;
                last.frame->pts = 1000 + (frames - 1) * 100'000;
                label.track = last.track = track.id;
                builder.put(nullptr, track).create(last);
            }
            builder.create(label);
            break;
        }
        case 3:
            if (!labels->empty()) {
                const auto &before = (*labels)[random.below(labels->size())];
                auto after = before;
                after.geometry = anyLabel(item, person, random).geometry;
                after.labelClass = m_classes[random.below(m_classes.size())];
                builder.update(before, after);
            }
            break;
        case 4:
            if (!labels->empty())
                builder.remove((*labels)[random.below(labels->size())]);
            if (!tracks->empty()) {
                auto gone = tracks->front();
                gone.gaps = {{1000 + 100'000, 1000 + 100'000}};
                builder.put(&tracks->front(), gone);
            }
            break;
        case 5: (void)store::wait(m_project->store().undo(person)); break;
        default: (void)store::wait(m_project->store().redo(person)); break;
        }
        return commit(builder, person);
    }

    Result<> import(const model::Item &item, const QString &person, base::SeededRandom &random)
    {
        const auto labels = anyLabels(item, person, random);
        if (labels.empty())
            return {};
        const auto done = m_project->store().bulk(QStringLiteral("Import"), person,
                                                  [&](store::BulkSink &sink) { return sink.addAnnotations(labels); });
        return done ? Result<>() : fail(done.error());
    }

    Result<Handed> handIn(const model::Item &item, const QString &person, base::SeededRandom &random)
    {
        Handed handed;
        const auto reader = m_project->store().reader();
        auto labels = (*reader)->annotations({item.id, person});
        auto tracks = (*reader)->tracks({item.id, person});
        workflow::SubmitOptions options;
        options.cannotLabel = random.uniform() < 0.1;
        if (random.uniform() < 0.5)
            options.confidence = 0.05 * static_cast<double>(random.below(21));
        const auto result = workflow::submit(*m_project, item.id, {person, random.uniform() > 0.1}, options, random);
        if (!result)
            return fail(result.error());
        return Handed{result->submission, std::move(*labels), std::move(*tracks)};
    }

    // Under the keys as they are at the end, by the definition.
    struct Expected {
        quality::AnnotatorScore complete;
        quality::AnnotatorScore practice;
        std::map<SubmissionId, quality::GoldOutcome> outcomes;
    };
    std::map<QString, Expected> fromScratch(const std::vector<Handed> &all, const std::map<ItemId, GoldStore::StoredKey> &keys,
                                            const std::set<SubmissionId> &withdrawn)
    {
        std::map<QString, Expected> people;
        for (const Handed &handed : all) {
            const model::Submission &submission = handed.submission;
            const auto key = keys.find(submission.item);
            Expected &expected = people[submission.annotator];
            if (key == keys.end() || submission.number != 1 || !submission.authenticated || withdrawn.contains(submission.id))
                continue;
            auto labels = handed.labels;
            const auto item =
                std::find_if(m_items.begin(), m_items.end(), [&](const auto &i) { return i.id == submission.item; });
            if (isScene(*item))
                labels = workflow::inFrames(workflow::labelsByFrame(labels, handed.tracks, sceneOf(item->id)), sceneOf(item->id),
                                            key->second.key.frames);
            const auto outcome =
                quality::scoreAgainstGold(key->second.key, labels, submission.cannotLabel, submission.confidence);
            expected.complete.add(outcome);
            if (key->second.kind == GoldKind::Practice)
                expected.practice.add(outcome);
            expected.outcomes.emplace(submission.id, outcome);
        }
        return people;
    }

    static QByteArray bytes(const quality::AnnotatorScore &score)
    {
        base::CborWriter writer;
        score.encode(writer);
        return writer.take();
    }

    void compare(const std::map<QString, Expected> &expected)
    {
        const auto gold = GoldStore::open(GoldStore::standardPath(m_project->id()));
        QVERIFY_RESULT(gold);
        for (const auto &[name, person] : expected) {
            const auto gauge = (*gold)->gauge(name);
            QVERIFY_RESULT(gauge);
            QCOMPARE(bytes(gauge->complete()).toHex(), bytes(person.complete).toHex());
            QCOMPARE(bytes(gauge->shown()).toHex(), bytes(person.practice).toHex());
            const auto outcomes = (*gold)->outcomes(name);
            QVERIFY_RESULT(outcomes);
            QCOMPARE(outcomes->size(), person.outcomes.size());
            for (const auto &scored : *outcomes) {
                const auto at = person.outcomes.find(scored.submission);
                QVERIFY(at != person.outcomes.end() && at->second == *scored.outcome);
            }
            QVERIFY_RESULT(workflow::gaugeDetails(*m_project, {name, true}));
        }
    }

private slots:
    void init()
    {
        static int run = 0;
        m_project.reset();
        m_items.clear();
        m_classes.clear();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir.filePath(QStringLiteral("gold%1").arg(++run)).toUtf8());
        model::Schema schema = model::emptySchema();
        for (const char *name : {"car", "van"}) {
            m_classes.push_back(m_identity.ids.make<ClassId>());
            model::addClass(schema, m_classes.back(), QLatin1String(name));
        }
        auto made = store::Project::create(m_dir.filePath(QStringLiteral("p%1.plumb").arg(run)),
                                           {{}, schema, store::operatingSystemPerson(), true});
        QVERIFY_RESULT(made);
        m_project = std::move(*made);
        history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Add"));
        for (int i = 0; i < 6; ++i) {
            model::Item item;
            item.id = m_identity.ids.make<ItemId>();
            item.kind = i < 3 ? model::ItemKind::Image : model::ItemKind::Scene;
            item.name = QStringLiteral("item-%1").arg(i);
            item.path = m_dir.filePath(item.name);
            item.width = item.height = 200;
            item.frames = i < 3 ? 1 : frames;
            builder.put(nullptr, item);
            if (isScene(item))
                builder.put(nullptr, sceneOf(item.id));
            m_items.push_back(item);
        }
        QVERIFY_RESULT(commit(builder, QStringLiteral("lead")));
    }

    void whateverHappensInWhateverOrder_data()
    {
        QTest::addColumn<int>("seed");
        const int runs = qEnvironmentVariableIsSet("PLUMBLINE_LONG_TESTS") ? 40 : 3;
        for (int seed = 1; seed <= runs; ++seed)
            QTest::addRow("%d", seed) << seed;
    }

    // Labels, submissions, keys set, corrected and taken away, answers of others accepted beside them, withdrawals and their end;
    // after each of them every score equals the sum over what was handed in under the keys of the moment.
    void whateverHappensInWhateverOrder()
    {
        QFETCH(int, seed);
        base::SeededRandom random(static_cast<std::uint64_t>(seed));
        std::vector<Handed> all;
        std::map<ItemId, GoldStore::StoredKey> keys;
        std::set<SubmissionId> withdrawn;
        int changes = 0;
        std::int64_t rescored = 0;
        for (int step = 0; step < 150; ++step) {
            const model::Item &item = m_items[random.below(m_items.size())];
            const QString person = m_people[static_cast<qsizetype>(random.below(3))];
            const double what = random.uniform();
            if (what < 0.5) {
                QVERIFY_RESULT(edit(item, person, random));
                continue;
            }
            if (what < 0.53) {
                QVERIFY_RESULT(import(item, person, random));
                continue;
            }
            if (what < 0.72) {
                auto handed = handIn(item, person, random);
                QVERIFY_RESULT(handed);
                all.push_back(std::move(*handed));
            } else if (what < 0.86) {
                // A new key, or none any more.
                KeyChange change{item.id, std::nullopt};
                if (random.uniform() < 0.85) {
                    GoldStore::StoredKey key;
                    key.kind = random.uniform() < 0.3 ? GoldKind::Practice : GoldKind::Blind;
                    key.key.cannotLabelIsRight = random.uniform() < 0.2;
                    for (auto answers = random.below(3); answers > 0; --answers)
                        key.key.answers.push_back(anyLabels(item, QStringLiteral("gold"), random));
                    if (isScene(item) && random.uniform() < 0.4)
                        key.key.frames = {1000, 1000 + 200'000};
                    change.key = key;
                }
                const auto report = workflow::changeKeys(*m_project, {change});
                QVERIFY_RESULT(report);
                QVERIFY(report->issues.issues.empty());
                rescored += report->rescored;
                if (change.key)
                    keys[item.id] = *change.key;
                else
                    keys.erase(item.id);
                ++changes;
            } else if (what < 0.92) {
                // Adjudicated: what somebody said is right too.
                workflow::LayerKeys wanted;
                wanted.layer = person;
                wanted.items = {item.id};
                wanted.another = true;
                wanted.emptyIsRight = true;
                IssueList issues;
                const auto made = workflow::keysFromLayer(*m_project, wanted, issues);
                QVERIFY_RESULT(made);
                if (made->empty()) {
                    QCOMPARE(issues.issues.size(), std::size_t(1));  // a key of other frames
                    continue;
                }
                const auto report = workflow::changeKeys(*m_project, *made);
                QVERIFY_RESULT(report);
                keys[item.id] = *made->front().key;
                ++changes;
            } else if (!all.empty()) {
                const SubmissionId id = all[random.below(all.size())].submission.id;
                const bool readmit = withdrawn.contains(id);
                QVERIFY_RESULT(workflow::withdraw(*m_project, {id}, {readmit, QStringLiteral("broken screen")}));
                readmit ? (void)withdrawn.erase(id) : (void)withdrawn.insert(id);
                ++changes;
            }
            compare(fromScratch(all, keys, withdrawn));
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(changes > 20 && all.size() > 15 && rescored > 3,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(changes).arg(all.size()).arg(rescored)));
        const auto told = workflow::calibrations(*m_project, {});
        QVERIFY_RESULT(told);
        const auto expected = fromScratch(all, keys, withdrawn);
        for (const auto &person : told->people)
            QCOMPARE(person.live.items().n(), std::int64_t(expected.at(person.name).outcomes.size()));
        const auto reader = m_project->store().reader();
        const auto problems = (*reader)->verify({});
        QVERIFY_RESULT(problems);
        QCOMPARE(*problems, QStringList());
    }

    // What is there now, taken back to every moment.
    void layersAsTheyWere()
    {
        base::SeededRandom random(11);
        struct Moment {
            std::int64_t seq;
            QString hash;
            std::vector<model::Track> tracks;
        };
        const model::Item &item = m_items.back();
        const QString person = m_people.front();
        std::vector<Moment> moments;
        const auto reader = m_project->store().reader();
        for (int step = 0; step < 120; ++step) {
            QVERIFY_RESULT(step % 15 == 4 ? import(item, person, random) : edit(item, person, random));
            moments.push_back({*(*reader)->lastOperation(), workflow::contentHash(*(*reader)->annotations({item.id, person})),
                               *(*reader)->tracks({item.id, person})});
        }
        const auto history = store::LayerHistory::open(m_project->store());
        QVERIFY_RESULT(history);
        std::set<QString> hashes;
        for (const Moment &moment : moments) {
            const auto state = history->at(item.id, person, moment.seq);
            QVERIFY_RESULT(state);
            QCOMPARE(workflow::contentHash(state->annotations), moment.hash);
            QVERIFY(state->tracks == moment.tracks);
            hashes.insert(moment.hash);
        }
        QVERIFY(hashes.size() > 20);
        QVERIFY(history->at(item.id, QStringLiteral("nobody"), 5)->annotations.empty());
        QVERIFY(history->at(item.id, person, 0)->annotations.empty());
    }

    // Labels that were changed since do not change what was handed in.
    void lateKeysScoreWhatWasHandedIn()
    {
        const model::Item &item = m_items.front();
        base::SeededRandom random(1);
        auto label = anyLabel(item, m_people[0], random);
        history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Draw"));
        builder.create(label);
        QVERIFY_RESULT(commit(builder, m_people[0]));
        QVERIFY_RESULT(workflow::submit(*m_project, item.id, {m_people[0], true}, {}, m_random));
        history::GestureBuilder wrong(m_identity.ids.make<GestureId>(), QStringLiteral("Remove"));
        wrong.remove(label);
        QVERIFY_RESULT(commit(wrong, m_people[0]));
        const auto report =
            workflow::changeKeys(*m_project, {{item.id, GoldStore::StoredKey{{{{label}}, false}, GoldKind::Blind}}});
        QVERIFY_RESULT(report);
        QCOMPARE(report->scored, 1);
        const auto scores = workflow::scores(*m_project, m_people[0]);
        QCOMPARE(scores->front().score.right(), 1);
        QCOMPARE(scores->front().score.wrong(), 0);
        // The same again changes nothing.
        const auto again =
            workflow::changeKeys(*m_project, {{item.id, GoldStore::StoredKey{{{{label}}, false}, GoldKind::Blind}}});
        QCOMPARE(again->same, 1);
        QCOMPARE(again->rescored, 0);
    }

    void whatCannotBe()
    {
        const auto nothing = workflow::changeKeys(*m_project, {{m_identity.ids.make<ItemId>(), GoldStore::StoredKey{}}});
        QVERIFY_RESULT(nothing);
        QCOMPARE(nothing->issues.issues.size(), std::size_t(1));
        QCOMPARE(nothing->keys, 0);
        const ItemId item = m_items.front().id;
        QVERIFY_FAILS(workflow::changeKeys(*m_project, {{item, GoldStore::StoredKey{}}, {item, std::nullopt}}),
                      ErrorCode::InvalidArgument);
        QVERIFY_FAILS(workflow::withdraw(*m_project, {m_identity.ids.make<SubmissionId>()}, {}), ErrorCode::NotFound);
        QVERIFY_FAILS(workflow::scoredSubmission(*m_project, item, m_people[0]), ErrorCode::NotFound);
        QVERIFY_FAILS(workflow::scoredJudgement(*m_project, QStringLiteral("t1"), m_people[0]), ErrorCode::NotFound);
        IssueList issues;
        workflow::LayerKeys wanted;
        wanted.layer = QStringLiteral("nobody");
        wanted.items = {item};
        QVERIFY(workflow::keysFromLayer(*m_project, wanted, issues)->empty());
        wanted.emptyIsRight = true;
        wanted.frames = {0};
        QVERIFY(workflow::keysFromLayer(*m_project, wanted, issues)->empty());
        wanted.items = {m_items.back().id};
        wanted.frames = {0, 99};
        QVERIFY(workflow::keysFromLayer(*m_project, wanted, issues)->empty());
        wanted.frames = {2, 0, 2};
        QCOMPARE(workflow::keysFromLayer(*m_project, wanted, issues)->front().key->key.frames.size(), std::size_t(2));
        QCOMPARE(issues.issues.size(), std::size_t(3));
    }

    void judgementsAreWithdrawnToo()
    {
        const auto write = [&](const char *name, const QByteArray &data) {
            QFile file(m_dir.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(data) == data.size() ? file.fileName() : QString();
        };
        const QString labels = write("l.csv", "task,annotator,label\nt1,ada,cat\nt1,ada,dog\nt2,ada,cat\nt1,ben,dog\n");
        const QString gold = write("g.csv", "task,truth\nt1,cat\nt2,cat\n");
        QVERIFY_RESULT(
            workflow::recordJudgements(*m_project, {labels, gold, false}, store::operatingSystemPerson(), m_random, {}));
        const auto answers = [&] { return workflow::loadTeam(*m_project)->record.size(); };
        QCOMPARE(answers(), std::size_t(3));
        const auto first = workflow::scoredJudgement(*m_project, QStringLiteral("t1"), QStringLiteral("ada"));
        QVERIFY_RESULT(first);
        const auto out = workflow::withdraw(*m_project, {*first}, {});
        QVERIFY_RESULT(out);
        QCOMPARE(out->unscored, 1);
        QCOMPARE(workflow::scores(*m_project, QStringLiteral("ada"))->front().score.n(), 1);
        QCOMPARE(answers(), std::size_t(2));
        // Another key does not bring it back, nor does the second answer take its place.
        const QString other = write("h.csv", "task,truth\nt1,dog\n");
        const auto rekeyed =
            workflow::recordJudgements(*m_project, {{}, other, false}, store::operatingSystemPerson(), m_random, {});
        QVERIFY_RESULT(rekeyed);
        QCOMPARE(rekeyed->rescored, 1);
        QCOMPARE(workflow::scores(*m_project, QStringLiteral("ada"))->front().score.n(), 1);
        const auto back = workflow::withdraw(*m_project, {*first}, {true, {}});
        QVERIFY_RESULT(back);
        QCOMPARE(back->scored, 1);
        const auto score = workflow::scores(*m_project, QStringLiteral("ada"))->front().score;
        QCOMPARE(score.right(), 1);
        QCOMPARE(score.wrong(), 1);
        QCOMPARE(answers(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestRekeying)
#include "tst_rekeying.moc"
