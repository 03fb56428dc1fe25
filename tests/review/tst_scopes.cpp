// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/calibration.h"
#include "core/review/reassigning.h"
#include "core/review/reviewing.h"
#include "core/review/scopes.h"
#include "core/review/threads.h"
#include "core/simulation/lidardrive.h"
#include "core/workflow/taskscope.h"
#include "tests/review/reviewproject.h"

#include <QTest>

#include <set>

using namespace plumbline;
using review::SeamKind;

/// A simulated drive of which three people have labeled a part each.
class TestScopes : public QObject
{
    Q_OBJECT

    static constexpr int sweeps = 40;
    model::Item m_item;
    model::Scene m_scene;
    model::Schema m_schema;
    std::vector<simulation::LidarSweep> m_truth;
    std::size_t m_actors = 0;
    std::map<AnnotationId, int> m_actorOf;

    void makeDrive()
    {
        simulation::LidarDriveOptions options;
        options.sweeps = sweeps;
        options.rings = 4;
        options.columns = 40;
        const simulation::LidarDrive drive(7, options);
        m_actors = drive.actors().size();
        m_item.id = ItemId{Uuid::fromName("test", "drive")};
        m_item.kind = model::ItemKind::Scene;
        m_item.name = m_item.path = QStringLiteral("drive/scene.json");
        m_item.frames = sweeps;
        m_scene.item = m_item.id;
        m_scene.convention = QStringLiteral("scene-json");
        m_scene.labelFrame = QStringLiteral("top");
        m_scene.sensors = {{QStringLiteral("top"), model::SensorKind::Lidar, simulation::LidarDrive::lidarPlace(), {}}};
        for (int i = 0; i < sweeps; ++i) {
            m_truth.push_back(drive.sweep(i));
            m_scene.frames.push_back({m_truth.back().microseconds, m_truth.back().world_from_ego, {}});
        }
        model::stampCalibration(m_scene);
        m_schema = model::emptySchema();
        for (const QString &name : simulation::lidarDriveClasses())
            model::addClass(m_schema, ClassId{Uuid::fromName("class", name.toUtf8())}, name);
        m_classOf.clear();
        for (const simulation::LidarActor &actor : drive.actors())
            m_classOf.push_back(ClassId{Uuid::fromName("class", actor.className.toUtf8())});
    }
    std::vector<ClassId> m_classOf;

    const simulation::LidarSweep::Truth *truth(int actor, int frame) const
    {
        for (const auto &found : m_truth[std::size_t(frame)].truth)
            if (found.actor == actor)
                return &found;
        return nullptr;
    }
    model::Annotation key(const QString &who, int actor, int frame, base::SeededRandom &random, TrackId track)
    {
        model::Annotation label;
        label.id = AnnotationId{
            Uuid::fromName("key", (who + QStringLiteral("/%1/%2").arg(actor).arg(frame)).toUtf8() + track.uuid.toBytes())};
        label.item = m_item.id;
        label.layer = who;
        label.labelClass = m_classOf[std::size_t(actor)];
        label.track = track;
        label.origin.by = who;
        geometry::Cuboid cuboid = truth(actor, frame)->cuboid;
        cuboid.coordinateFrame = QStringLiteral("top");
        for (double &value : cuboid.centre)
            value += 0.1 * (random.uniform() - 0.5);
        label.geometry = cuboid;
        model::FrameRef at;
        at.stream = m_scene.labelFrame;
        at.index = frame;
        at.pts = m_scene.frames[std::size_t(frame)].microseconds;
        at.timeBase = {1, 1'000'000};
        label.frame = at;
        m_actorOf[label.id] = actor;
        return label;
    }
    TrackId trackOf(const QString &who, int actor) const
    {
        return TrackId{Uuid::fromName("track", who.toUtf8() + QByteArray::number(actor))};
    }
    /// What somebody who looks closely hands in of frames first to last: a key frame at both ends and every few frames.
    review::Part part(const char *name, int first, int last)
    {
        review::Part made;
        made.person = QLatin1String(name);
        made.scope = *workflow::scopeOfFrames(m_scene, first, last);
        made.submission = SubmissionId{Uuid::fromName("submission", name)};
        base::SeededRandom random(static_cast<std::uint64_t>(first) + 5);
        for (int actor = 0; actor < static_cast<int>(m_actors); ++actor) {
            std::vector<int> seen;
            for (int frame = first; frame <= last; ++frame)
                if (truth(actor, frame))
                    seen.push_back(frame);
            if (seen.empty())
                continue;
            model::Track track;
            track.id = trackOf(made.person, actor);
            track.item = m_item.id;
            track.layer = made.person;
            track.labelClass = m_classOf[std::size_t(actor)];
            made.tracks.push_back(track);
            for (const int frame : seen)
                if (frame == seen.front() || frame == seen.back() || frame % 5 == 0)
                    made.labels.push_back(key(made.person, actor, frame, random, track.id));
        }
        return made;
    }
    /// An actor that is seen in all of these frames, not in `taken`.
    int through(int first, int last, std::set<int> &taken) const
    {
        for (int actor = 0; actor < static_cast<int>(m_actors); ++actor) {
            bool all = !taken.contains(actor);
            for (int frame = first; all && frame <= last; ++frame)
                all = truth(actor, frame) != nullptr;
            if (all) {
                taken.insert(actor);
                return actor;
            }
        }
        return -1;
    }
    void everyActorIsOneTrack(const review::Stitched &stitched)
    {
        std::map<TrackId, std::set<int>> actors;
        std::map<int, std::set<TrackId>> tracks;
        std::set<std::pair<TrackId, std::int64_t>> places;
        for (const model::Annotation &label : stitched.labels) {
            const int actor = m_actorOf.at(label.parent);
            actors[label.track].insert(actor);
            tracks[actor].insert(label.track);
            QVERIFY2(places.insert({label.track, label.frame->pts}).second, "two labels of one object in one frame");
            QCOMPARE(label.layer, model::acceptedLayer());
        }
        for (const auto &[track, list] : actors)
            QCOMPARE(list.size(), 1U);
        for (const auto &[actor, list] : tracks)
            QVERIFY2(list.size() == 1, qPrintable(QStringLiteral("actor %1 in %2 tracks").arg(actor).arg(list.size())));
        std::set<int> seen;
        for (const simulation::LidarSweep &sweep : m_truth)
            for (const auto &found : sweep.truth)
                seen.insert(found.actor);
        QCOMPARE(tracks.size(), seen.size());
        QCOMPARE(stitched.tracks.size(), seen.size());
    }
    static std::map<SeamKind, int> kinds(const review::Stitched &stitched)
    {
        std::map<SeamKind, int> counts;
        for (const review::SeamIssue &issue : stitched.issues)
            ++counts[issue.kind];
        return counts;
    }
    static QString said(const review::Stitched &stitched)
    {
        QStringList list;
        for (const review::SeamIssue &issue : stitched.issues)
            list.append(issue.text);
        return list.join(QLatin1Char('\n'));
    }

private slots:
    void initTestCase() { makeDrive(); }
    void init() { m_actorOf.clear(); }

    void partsThatOverlapAreJoined()
    {
        const std::vector<review::Part> parts{part("anna", 0, 14), part("ben", 13, 27), part("cleo", 26, 39)};
        const auto stitched = review::stitch(m_item, &m_scene, m_schema, parts);
        everyActorIsOneTrack(stitched);
        QVERIFY2(stitched.issues.empty(), qPrintable(said(stitched)));
        QVERIFY(stitched.joined > 10);
        // Whoever is named first makes no difference.
        const auto again = review::stitch(m_item, &m_scene, m_schema, {parts[2], parts[0], parts[1]});
        QVERIFY(again.labels == stitched.labels);
        QVERIFY(again.tracks == stitched.tracks);
    }

    void partsThatOnlyMeetAreJoinedByWhereThingsGo()
    {
        const auto stitched =
            review::stitch(m_item, &m_scene, m_schema, {part("anna", 0, 13), part("ben", 14, 26), part("cleo", 27, 39)});
        everyActorIsOneTrack(stitched);
        QVERIFY2(stitched.issues.empty(), qPrintable(said(stitched)));
        // Frames that are nobody's are said.
        const auto holes = review::stitch(m_item, &m_scene, m_schema, {part("anna", 0, 13), part("ben", 16, 39)});
        QCOMPARE(kinds(holes)[SeamKind::Uncovered], 1);
    }

    void disagreementsAreAllListedAndNoneIsGuessed()
    {
        std::vector<review::Part> parts{part("anna", 0, 14), part("ben", 13, 27), part("cleo", 26, 39)};
        std::set<int> taken;
        const int gone = through(10, 30, taken);
        const int other = through(10, 30, taken);
        const int doubled = through(10, 20, taken);
        QVERIFY(gone >= 0 && other >= 0 && doubled >= 0);
        review::Part &ben = parts[1];
        std::erase_if(ben.labels, [&](const model::Annotation &label) { return m_actorOf.at(label.id) == gone; });
        std::erase_if(ben.tracks, [&](const model::Track &track) { return track.id == trackOf(ben.person, gone); });
        const ClassId wrong =
            m_classOf[std::size_t(other)] == m_schema.classes[0].id ? m_schema.classes[1].id : m_schema.classes[0].id;
        for (model::Annotation &label : ben.labels)
            if (m_actorOf.at(label.id) == other)
                label.labelClass = wrong;
        for (model::Track &track : ben.tracks)
            if (track.id == trackOf(ben.person, other))
                track.labelClass = wrong;
        // Anna has drawn one thing twice.
        model::Track twice = *std::find_if(parts[0].tracks.begin(), parts[0].tracks.end(), [&](const model::Track &track) {
            return track.id == trackOf(parts[0].person, doubled);
        });
        twice.id = TrackId{Uuid::fromName("track", "twice")};
        base::SeededRandom random(3);
        for (const int frame : {10, 14})
            parts[0].labels.push_back(key(parts[0].person, doubled, frame, random, twice.id));
        parts[0].tracks.push_back(twice);

        const auto stitched = review::stitch(m_item, &m_scene, m_schema, parts);
        auto counts = kinds(stitched);
        QVERIFY2(stitched.issues.size() == 5, qPrintable(said(stitched)));
        QCOMPARE(counts[SeamKind::Missing], 2);    // at both ends of ben's part
        QCOMPARE(counts[SeamKind::Class], 2);      // likewise
        QCOMPARE(counts[SeamKind::Ambiguous], 1);
        for (const review::SeamIssue &issue : stitched.issues) {
            std::set<int> actors;
            for (const AnnotationId &label : issue.labels)
                actors.insert(m_actorOf.at(label));
            QCOMPARE(actors.size(), 1U);
            QCOMPARE(*actors.begin(), issue.kind == SeamKind::Missing ? gone : issue.kind == SeamKind::Class ? other : doubled);
            QVERIFY(!issue.text.contains(QStringLiteral("ben")) && !issue.text.contains(QStringLiteral("anna")));
        }
        // What is not clear was not joined; everything else was.
        std::map<int, std::set<TrackId>> tracks;
        for (const model::Annotation &label : stitched.labels)
            tracks[m_actorOf.at(label.parent)].insert(label.track);
        for (const auto &[actor, list] : tracks)
            QCOMPARE(list.size(), actor == gone ? 2U : actor == doubled ? 3U : 1U);
    }

    void classesApart()
    {
        std::vector<review::Part> parts{part("anna", 0, 39), part("ben", 0, 39)};
        const QStringList classes = simulation::lidarDriveClasses();
        parts[0].scope = {};
        parts[0].scope.classes = classes.mid(0, 2);
        parts[1].scope = {};
        parts[1].scope.classes = classes.mid(2);
        for (review::Part &made : parts) {
            made.labels = workflow::insideScope(made.labels, made.scope, m_schema, &m_scene);
            std::erase_if(made.tracks, [&](const model::Track &track) {
                return !made.scope.classes.contains(m_schema.find(track.labelClass)->name);
            });
        }
        const auto stitched = review::stitch(m_item, &m_scene, m_schema, parts);
        everyActorIsOneTrack(stitched);
        QVERIFY2(stitched.issues.empty(), qPrintable(said(stitched)));
        QCOMPARE(stitched.joined, 0);
        // One thing under a class of each is told.
        std::set<int> taken;
        int car = through(0, 39, taken);
        while (car >= 0 && m_schema.find(m_classOf[std::size_t(car)])->name != classes.front())
            car = through(0, 39, taken);
        QVERIFY(car >= 0);
        review::Part both = part("ben", 0, 39);
        for (model::Annotation label : both.labels)
            if (m_actorOf.at(label.id) == car) {
                label.labelClass = ClassId{Uuid::fromName("class", classes.last().toUtf8())};
                parts[1].labels.push_back(label);
            }
        for (model::Track track : both.tracks)
            if (track.id == trackOf(both.person, car)) {
                track.labelClass = ClassId{Uuid::fromName("class", classes.last().toUtf8())};
                parts[1].tracks.push_back(track);
            }
        QCOMPARE(kinds(review::stitch(m_item, &m_scene, m_schema, parts))[SeamKind::Class], 1);
    }

    void nothingAndNonsense()
    {
        QVERIFY(review::stitch(m_item, &m_scene, m_schema, {}).labels.empty());
        review::Part empty;
        empty.person = QStringLiteral("anna");
        empty.scope.fromPts = m_scene.frames[10].microseconds;
        empty.scope.toPts = m_scene.frames[3].microseconds;
        QVERIFY(review::stitch(m_item, &m_scene, m_schema, {empty}).labels.empty());
        // Labels of no frame of the scene, tracks that are not there, no cuboids.
        review::Part odd = part("ben", 0, 5);
        model::Annotation label = odd.labels.front();
        label.id = AnnotationId{Uuid::fromName("key", "odd")};
        label.frame->pts = 1;
        label.track = TrackId{Uuid::fromName("track", "nowhere")};
        odd.labels.push_back(label);
        label.id = AnnotationId{Uuid::fromName("key", "odder")};
        label.frame.reset();
        odd.labels.push_back(label);
        const auto stitched = review::stitch(m_item, &m_scene, m_schema, {odd});
        QVERIFY(stitched.labels.size() >= odd.labels.size());
        QVERIFY_FAILS(workflow::scopeOfFrames(m_scene, 5, 4), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(workflow::scopeOfFrames(m_scene, 0, sweeps), ErrorCode::InvalidArgument);
        model::Scene timeless = m_scene;
        for (model::SceneFrame &frame : timeless.frames)
            frame.microseconds = 0;
        QVERIFY_FAILS(workflow::scopeOfFrames(timeless, 0, 3), ErrorCode::Unsupported);
    }

    void throughTheProject()
    {
        test::ReviewProject m;
        m.make(0);
        const model::Schema before = *m.reader()->schema();
        model::Schema schema = m_schema;
        schema.version = before.version + 1;
        history::GestureBuilder setUp(m.ids().make<GestureId>(), QStringLiteral("Drive"));
        setUp.put(before, schema).put(nullptr, m_item).put(nullptr, m_scene);
        m.commit(setUp, m.lea);
        const std::pair<const store::Person *, std::pair<int, int>> who[] = {{&m.anna, {0, 20}}, {&m.ben, {19, 39}}};
        std::set<int> taken;
        const int gone = through(15, 25, taken);
        for (const auto &[person, range] : who) {
            const auto scope = *workflow::scopeOfFrames(m_scene, range.first, range.second);
            QVERIFY_RESULT(review::assign(*m.project, m_item.id, person->name, scope, m.lea));
            review::Part made = part(qPrintable(person->name), range.first, range.second);
            history::GestureBuilder draw(m.ids().make<GestureId>(), QStringLiteral("Draw"));
            for (const model::Track &track : made.tracks)
                if (person != &m.ben || track.id != trackOf(made.person, gone))
                    draw.put(nullptr, track);
            for (const model::Annotation &label : made.labels)
                if (person != &m.ben || m_actorOf.at(label.id) != gone)
                    draw.create(label);
            m.commit(draw, *person);
        }
        QVERIFY_FAILS(review::stitchItem(*m.project, m_item.id, {}, m.rita), ErrorCode::Conflict);
        for (const auto &[person, range] : who) {
            QVERIFY_RESULT(m.submit(m_item.id, *person));
            QVERIFY(m.reader()->submissions(m_item.id, person->name)->front().partial);
        }
        review::StitchRequest look;
        look.dryRun = true;
        const auto looked = review::stitchItem(*m.project, m_item.id, look, m.rita);
        QVERIFY_RESULT(looked);
        QCOMPARE(looked->stitched.issues.size(), 1U);
        QVERIFY(m.accepted(m_item.id).empty());
        QVERIFY_FAILS(review::stitchItem(*m.project, m_item.id, {}, m.rita), ErrorCode::Conflict);
        for (const auto &[person, range] : who) {
            QVERIFY_RESULT(review::takeForReview(*m.project, m_item.id, person->name, m.rita));
            QVERIFY_RESULT(review::finishReview(*m.project, m_item.id, person->name, {true}, m.rita));
        }
        QVERIFY_FAILS(review::stitchItem(*m.project, m_item.id, {}, m.anna), ErrorCode::PermissionDenied);
        m.clock.advance(1'000'000);
        const auto done = review::stitchItem(*m.project, m_item.id, {}, m.rita);
        QVERIFY_RESULT(done);
        QCOMPARE(std::size_t(done->written), m.accepted(m_item.id).size());
        QVERIFY(done->written > 50);
        auto threads = review::threadsOf(*m.reader(), m_item.id);
        QCOMPARE(threads->size(), 1U);
        QCOMPARE(threads->front().thread.frame->index, 19);
        const auto adjudicate = m.reader()->task(review::adjudicateTask(m_item.id));
        QVERIFY(*adjudicate && (*adjudicate)->state == model::TaskState::ToDo);

        // Once more: nothing changes, and what was settled stays so.
        const auto last = *m.reader()->lastOperation();
        m.clock.advance(1'000'000);
        const auto again = review::stitchItem(*m.project, m_item.id, {}, m.rita);
        QVERIFY_RESULT(again);
        QCOMPARE(again->written + again->removed, 0);
        QCOMPARE(*m.reader()->lastOperation(), last);
        QVERIFY_RESULT(review::resolve(*m.project, m_item.id, threads->front().thread.id, m.rita));
        QVERIFY_RESULT(review::stitchItem(*m.project, m_item.id, {}, m.rita));
        QVERIFY(review::threadsOf(*m.reader(), m_item.id)->front().thread.resolved);

        // What somebody has changed there by hand is not overwritten unasked.
        const auto written = m.accepted(m_item.id);
        m.remove(written.front(), m.lea);
        QVERIFY_FAILS(review::stitchItem(*m.project, m_item.id, {}, m.rita), ErrorCode::Conflict);
        QCOMPARE(m.accepted(m_item.id).size(), written.size() - 1);
        review::StitchRequest anew;
        anew.anew = true;
        QVERIFY_RESULT(review::stitchItem(*m.project, m_item.id, anew, m.rita));
        QCOMPARE(m.accepted(m_item.id).size(), written.size());
        QVERIFY_RESULT(review::stitchItem(*m.project, m_item.id, {}, m.rita));

        // A label that somebody put there by hand is not lost.
        model::Annotation byHand = m.accepted(m_item.id).front();
        byHand.id = m.ids().make<AnnotationId>();
        byHand.extra = {};
        m.commit(history::GestureBuilder(m.ids().make<GestureId>(), QStringLiteral("Draw")).create(byHand), m.lea);
        QVERIFY_FAILS(review::stitchItem(*m.project, m_item.id, {}, m.rita), ErrorCode::Conflict);
        QCOMPARE(m.reader()->verify({}).value(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestScopes)
#include "tst_scopes.moc"
