// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/caseledger.h"
#include "core/adjudication/comparison.h"
#include "core/review/reviewing.h"
#include "core/store/recordlog.h"
#include "core/workflow/takingback.h"
#include "tests/review/reviewproject.h"

#include <QTest>

using namespace plumbline;
using adjudication::Case;
using adjudication::Why;
using model::TaskState;
using Kind = adjudication::RulingDraft::Kind;

/// Rulings in the window's way, what they lead to, and the end of an adjudication.
class TestAdjudicating : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ReviewProject> m;

    ItemId item() const { return m->items.front(); }
    adjudication::Comparison compared()
    {
        auto made = adjudication::compare(*m->project, item(), {}, m->rita, {});
        if (!made)
            QTest::qFail(qPrintable(made.error().text), __FILE__, __LINE__);
        return made ? std::move(*made) : adjudication::Comparison();
    }
    Result<store::Ack> rule(const adjudication::Comparison &comparison, const adjudication::RulingDraft &draft,
                            const store::Person &person)
    {
        m->clock.advance(1'000'000);
        return adjudication::rule(*m->project, comparison, {draft}, person);
    }
    // The draft that takes somebody's version of the first case.
    adjudication::RulingDraft choose(const adjudication::Comparison &comparison, const store::Person &person, std::size_t c = 0)
    {
        adjudication::RulingDraft draft;
        draft.caseId = comparison.cases[c].id;
        for (std::size_t s = 0; s < comparison.sources.size(); ++s)
            if (comparison.sources[s].layer == person.name)
                draft.sources = {s};
        return draft;
    }
    static adjudication::RulingDraft none(const adjudication::Comparison &comparison)
    {
        adjudication::RulingDraft draft;
        draft.caseId = comparison.cases.front().id;
        draft.kind = Kind::None;
        return draft;
    }
    Result<adjudication::AdjudicationReport> finish()
    {
        m->clock.advance(1'000'000);
        return adjudication::finishAdjudication(*m->project, item(), {}, m->rita, {});
    }
    std::vector<model::Record> conflicts()
    {
        return store::RecordLog::open(m->project->store())->all(model::RecordKind::Conflict).value();
    }
    // One object that people draw too far apart, and one on which they agree.
    void disagree()
    {
        m_anna = m->draw(item(), m->anna, {500, 10, 100, 100});
        m_ben = m->draw(item(), m->ben, {530, 10, 100, 100});
        m->draw(item(), m->anna, {10, 800, 100, 100});
        m->draw(item(), m->ben, {11, 800, 100, 100});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_RESULT(m->submit(item(), m->ben));
    }
    void acceptReviewOf(const store::Person &author)
    {
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), author.name, m->rita));
        QVERIFY_RESULT(review::finishReview(*m->project, item(), author.name, {true}, m->rita));
    }

    model::Annotation m_anna;
    model::Annotation m_ben;

private slots:
    void init()
    {
        m = std::make_unique<test::ReviewProject>();
        m->make(2);
    }
    void cleanup()
    {
        // Whatever a test did, the tables are the fold of the operations.
        QCOMPARE(m->reader()->verify({}).value(), QStringList());
    }

    void aRulingMakesAnAcceptedLabelThatNamesItsParents()
    {
        disagree();
        const auto comparison = compared();
        auto draft = choose(comparison, m->ben);
        draft.note = QStringLiteral("whole car");
        QVERIFY_RESULT(rule(comparison, draft, m->rita));
        const auto accepted = m->accepted(item());
        QCOMPARE(accepted.size(), 1U);
        const model::Annotation &label = accepted.front();
        QVERIFY(label.geometry == m_ben.geometry);
        QVERIFY(label.parent == m_ben.id);
        QVERIFY(label.id == adjudication::resultIdOf(draft.caseId));
        QCOMPARE(label.origin.by, m->rita.name);
        const Json &traced = label.extra.at(adjudication::caseKey);
        QCOMPARE(base::toQString(traced.at("case")), draft.caseId.toString());
        QCOMPARE(traced.at("versions").size(), 2U);
        QCOMPARE(traced.at("submissions").size(), 2U);
        QCOMPARE(traced.at("rulings").size(), 1U);
        QCOMPARE(QByteArray::fromStdString(traced.at("authors").dump()), QByteArray("[\"anna\",\"ben\"]"));
        const auto again = compared();
        QVERIFY(!again.cases.front().open());
        QCOMPARE(again.cases.front().rulings.front().note, draft.note);
        QCOMPARE(again.cases.front().beside.size(), 1U);  // what was accepted

        QVERIFY_RESULT(store::wait(m->project->store().undo(m->rita.name)));
        QVERIFY(m->accepted(item()).empty());
        QVERIFY(compared().cases.front().open());
    }

    void edited()
    {
        disagree();
        const auto comparison = compared();
        adjudication::RulingDraft draft;
        draft.caseId = comparison.cases.front().id;
        draft.kind = Kind::Edit;
        QVERIFY_FAILS(rule(comparison, draft, m->rita), ErrorCode::InvalidArgument);
        draft.result = m_ben;
        draft.result->geometry = geometry::Box{1, 2, -3, 4};
        QVERIFY_FAILS(rule(comparison, draft, m->rita), ErrorCode::InvalidArgument);
        draft.result->geometry = geometry::Box{510, 10, 120, 100};
        draft.result->labelClass = ClassId{Uuid::fromName("class", "unknown")};
        QVERIFY_FAILS(rule(comparison, draft, m->rita), ErrorCode::InvalidArgument);
        draft.result->labelClass = m->car;
        QVERIFY_RESULT(rule(comparison, draft, m->rita));
        QCOMPARE(m->accepted(item()).size(), 1U);
        QVERIFY(m->accepted(item()).front().geometry == draft.result->geometry);
        QVERIFY(m->accepted(item()).front().parent.isNull());
    }

    void merged()
    {
        disagree();
        const auto comparison = compared();
        adjudication::RulingDraft draft;
        draft.caseId = comparison.cases.front().id;
        draft.kind = Kind::Merge;
        draft.sources = {0};
        QVERIFY_FAILS(rule(comparison, draft, m->rita), ErrorCode::InvalidArgument);
        draft.sources = {0, 1};
        QVERIFY_RESULT(rule(comparison, draft, m->rita));
        QVERIFY(m->accepted(item()).front().geometry == geometry::Geometry(geometry::Box{515, 10, 100, 100}));
        QVERIFY(m->accepted(item()).front().labelClass == m->car);
    }

    void noObject()
    {
        m->draw(item(), m->anna, {500, 10, 100, 100});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_RESULT(m->submit(item(), m->ben));
        QVERIFY_RESULT(rule(compared(), none(compared()), m->rita));
        QVERIFY(m->accepted(item()).empty());
        QVERIFY(!compared().cases.front().open());
        const auto report = finish();
        QVERIFY_RESULT(report);
        QCOMPARE(report->ruled, 1);
        QCOMPARE(report->written, 0);
    }

    void badDraftsChangeNothing()
    {
        disagree();
        const auto comparison = compared();
        auto draft = choose(comparison, m->ben);
        QVERIFY_FAILS(rule(comparison, draft, m->anna), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(rule(comparison, draft, {m->rita.name, false}), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(adjudication::rule(*m->project, comparison, {}, m->rita), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(adjudication::rule(*m->project, comparison, {draft, draft}, m->rita), ErrorCode::InvalidArgument);
        draft.sources = {17};
        QVERIFY_FAILS(rule(comparison, draft, m->rita), ErrorCode::InvalidArgument);
        draft.sources = {0, 1};
        QVERIFY_FAILS(rule(comparison, draft, m->rita), ErrorCode::InvalidArgument);
        draft.caseId = Uuid::fromName("test", "no case");
        QVERIFY_FAILS(rule(comparison, draft, m->rita), ErrorCode::NotFound);
        QVERIFY(m->accepted(item()).empty());
        QVERIFY(compared().cases.front().rulings.empty());
    }

    void whatIsDeletedOrChangedMeanwhileIsSaid()
    {
        disagree();
        const auto before = compared();
        const auto moved = m->move(m_ben, {525, 10, 100, 100}, m->ben);
        QVERIFY_FAILS(rule(before, choose(before, m->anna), m->rita), ErrorCode::Conflict);
        // What was handed in stands; the author's draft is theirs.
        const auto again = compared();
        QVERIFY_RESULT(rule(again, choose(again, m->ben), m->rita));
        QVERIFY(m->accepted(item()).front().geometry == m_ben.geometry);
        QVERIFY(!compared().cases.front().open());
        // Handed in, it is another word.
        QVERIFY_RESULT(m->submit(item(), m->ben));
        QVERIFY_FAILS(rule(again, choose(again, m->anna), m->rita), ErrorCode::Conflict);
        QVERIFY(compared().cases.front().open());
        QVERIFY_FAILS(finish(), ErrorCode::Conflict);
        const auto third = compared();
        QVERIFY_RESULT(rule(third, choose(third, m->ben), m->rita));
        QVERIFY(m->accepted(item()).front().geometry == moved.geometry);
        m->remove(moved, m->ben);
        QVERIFY_FAILS(rule(third, choose(third, m->anna), m->rita), ErrorCode::Conflict);
        // Deleted in the draft, still handed in: it can be chosen, and that it is gone is shown.
        const auto fourth = compared();
        QVERIFY_RESULT(rule(fourth, choose(fourth, m->ben), m->rita));
        QCOMPARE(conflicts().size(), 1U);
        QVERIFY(conflicts().front().data.contains("object-gone"));
    }

    void theSamePersonMayThinkAgainAndNobodyElse()
    {
        disagree();
        const auto shown = compared();
        QVERIFY_RESULT(rule(shown, choose(shown, m->anna), m->rita));
        QVERIFY_RESULT(rule(shown, choose(shown, m->ben), m->rita));
        QVERIFY(m->accepted(item()).front().geometry == m_ben.geometry);
        QCOMPARE(compared().cases.front().rulings.size(), 1U);
        // Rolf has not seen it: both hold, neither is taken.
        QVERIFY_RESULT(rule(shown, choose(shown, m->anna), m->rolf));
        QVERIFY(m->accepted(item()).empty());
        QCOMPARE(conflicts().size(), 1U);
        QVERIFY(conflicts().front().data.contains("contradiction"));
        auto contradictory = compared();
        QCOMPARE(contradictory.cases.front().rulings.size(), 2U);
        QVERIFY(contradictory.cases.front().contradictory() && contradictory.cases.front().open());
        QCOMPARE(adjudication::compareQueue(*m->project, m->rita, {})->front().open, 1);
        QVERIFY_FAILS(finish(), ErrorCode::Conflict);
        // Rita repeats what she said without having seen Rolf's: still one conflict.
        QVERIFY_RESULT(rule(shown, choose(shown, m->ben), m->rita));
        QCOMPARE(conflicts().size(), 1U);
        contradictory = compared();
        QVERIFY_RESULT(rule(contradictory, choose(contradictory, m->anna), m->lea));
        QVERIFY(conflicts().empty());
        QVERIFY(m->accepted(item()).front().geometry == m_anna.geometry);
        QCOMPARE(store::RecordLog::open(m->project->store())->all(model::RecordKind::Decision)->size(), 5U);
    }

    void equalRulingsOfTwoAreOneLabel()
    {
        disagree();
        const auto shown = compared();
        QVERIFY_RESULT(rule(shown, choose(shown, m->ben), m->rita));
        m->clock.advance(-3'600'000'000);  // a clock that goes back
        QVERIFY_RESULT(rule(shown, choose(shown, m->ben), m->rolf));
        QVERIFY(conflicts().empty());
        QCOMPARE(m->accepted(item()).size(), 1U);
        QCOMPARE(m->accepted(item()).front().origin.by, m->rolf.name);  // the earlier, by what clocks say
        QCOMPARE(m->accepted(item()).front().extra.at(adjudication::caseKey).at("rulings").size(), 2U);
    }

    // Steps belong to a name; that somebody says the name is not enough to take back what they decided.
    void whoOnlySaysTheirNameTakesNoDecisionBack()
    {
        using workflow::WalkStep;
        disagree();
        const store::Person claimed{m->rita.name, false};
        QVERIFY_RESULT(workflow::mayWalk(*m->project, claimed, WalkStep::Undo));  // there is no step
        const auto shown = compared();
        QVERIFY_RESULT(rule(shown, choose(shown, m->ben), m->rita));
        QVERIFY_FAILS(workflow::mayWalk(*m->project, claimed, WalkStep::Undo), ErrorCode::PermissionDenied);
        QVERIFY_RESULT(workflow::mayWalk(*m->project, m->rita, WalkStep::Undo));
        QVERIFY_RESULT(store::wait(m->project->store().undo(m->rita.name)));
        QVERIFY_FAILS(workflow::mayWalk(*m->project, claimed, WalkStep::Redo), ErrorCode::PermissionDenied);
        QVERIFY_RESULT(workflow::mayWalk(*m->project, m->rita, WalkStep::Redo));
        // What is labeling is theirs to take back: without proof they may label.
        m->draw(m->items[1], m->rita, {1, 1, 5, 5});
        QVERIFY_RESULT(workflow::mayWalk(*m->project, claimed, WalkStep::Undo));
        const store::Person anna{m->anna.name, false};
        m->draw(m->items[1], m->anna, {1, 1, 5, 5});
        QVERIFY_RESULT(workflow::mayWalk(*m->project, anna, WalkStep::Undo));
    }

    void anAcceptedLabelThatWasChangedByHandStays()
    {
        disagree();
        const auto shown = compared();
        QVERIFY_RESULT(rule(shown, choose(shown, m->ben), m->rita));
        m->move(m->accepted(item()).front(), {1, 1, 5, 5}, m->lea);
        const auto again = compared();
        QVERIFY_RESULT(rule(again, choose(again, m->anna), m->rita));
        QVERIFY(m->accepted(item()).front().geometry == geometry::Geometry(geometry::Box{1, 1, 5, 5}));
        QVERIFY(conflicts().front().data.contains("result-edited"));
    }

    void finishingAcceptsWhatIsAgreedAndClosesTheWork()
    {
        disagree();
        QVERIFY_FAILS(finish(), ErrorCode::Conflict);
        const auto shown = compared();
        QVERIFY_RESULT(rule(shown, choose(shown, m->ben), m->rita));
        const auto report = finish();
        QVERIFY_RESULT(report);
        QCOMPARE(report->agreed, 1);
        QCOMPARE(report->ruled, 1);
        QCOMPARE(report->written, 1);
        QCOMPARE(m->accepted(item()).size(), 2U);
        for (const model::Annotation &label : m->accepted(item())) {
            QCOMPARE(label.extra.at(adjudication::caseKey).at("authors").size(), 2U);
            QCOMPARE(label.extra.at(adjudication::caseKey).at("rulings").size(), 1U);
            QVERIFY(!label.parent.isNull());
        }
        QCOMPARE(m->state(item(), m->anna), TaskState::Adjudicated);
        QCOMPARE(m->state(item(), m->ben), TaskState::Adjudicated);
        QCOMPARE((*m->reader()->task(review::adjudicateTask(item())))->state, TaskState::Done);
        QVERIFY(adjudication::compareQueue(*m->project, m->rita, {})->front().adjudicated);
        QVERIFY_FAILS(m->submit(item(), m->anna), ErrorCode::Conflict);
        const auto nothing = finish();
        QVERIFY_RESULT(nothing);
        QCOMPARE(nothing->agreed + nothing->written + nothing->removed, 0);

        // Opened again, changed and handed in: what was accepted follows, and nothing is there twice.
        QVERIFY_RESULT(review::reopen(*m->project, item(), m->ben.name, m->rita));
        QVERIFY(!adjudication::compareQueue(*m->project, m->rita, {})->front().adjudicated);
        m->remove(m_ben, m->ben);
        const auto anew = m->draw(item(), m->ben, {502, 10, 100, 100});
        QVERIFY_RESULT(m->submit(item(), m->ben));
        QCOMPARE(int(compared().cases.front().why), int(Why::Agreed));
        const auto second = finish();
        QVERIFY_RESULT(second);
        QCOMPARE(second->agreed, 1);
        QCOMPARE(m->accepted(item()).size(), 2U);
        QCOMPARE(second->removed, 1);
        const auto kept = m->accepted(item());
        QVERIFY(std::any_of(kept.begin(), kept.end(), [&](const model::Annotation &label) {
            return label.parent == anew.id || label.parent == m_anna.id;
        }));
        QVERIFY(kept.front().parent != m_ben.id && kept.back().parent != m_ben.id);
        QVERIFY(conflicts().empty());
    }

    void workInReviewIsNotAdjudicated()
    {
        disagree();
        const auto shown = compared();
        QVERIFY_RESULT(rule(shown, choose(shown, m->ben), m->rita));
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rolf));
        QVERIFY_FAILS(finish(), ErrorCode::Conflict);
        QCOMPARE(m->accepted(item()).size(), 1U);
        QVERIFY_RESULT(review::giveBack(*m->project, item(), m->anna.name, m->rolf));
        QVERIFY_RESULT(finish());
    }

    void reviewAndAdjudicationDoNotDouble()
    {
        disagree();
        acceptReviewOf(m->anna);
        QCOMPARE(m->accepted(item()).size(), 2U);
        acceptReviewOf(m->ben);  // somebody else's labels are there: nothing is mixed
        QCOMPARE(m->accepted(item()).size(), 2U);
        QVERIFY(adjudication::compareQueue(*m->project, m->rita, {})->front().asked);
        const auto shown = compared();
        QVERIFY_RESULT(rule(shown, choose(shown, m->ben), m->rita));
        QCOMPARE(m->accepted(item()).size(), 2U);  // one of the review, one that was ruled
        QVERIFY_RESULT(finish());
        QCOMPARE(m->accepted(item()).size(), 2U);
        for (const model::Annotation &label : m->accepted(item()))
            QVERIFY(label.extra.contains(adjudication::caseKey) && !label.extra.contains(model::reviewKey));
        // A review after that brings nothing beside what was ruled.
        QVERIFY_RESULT(review::reopen(*m->project, item(), m->anna.name, m->rita));
        m->draw(item(), m->anna, {10, 300, 60, 60});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rita));
        const auto report = review::finishReview(*m->project, item(), m->anna.name, {true}, m->rita);
        QVERIFY_RESULT(report);
        QVERIFY(report->adjudicate);
        QCOMPARE(m->accepted(item()).size(), 2U);
        QVERIFY(adjudication::compareQueue(*m->project, m->rita, {})->front().asked);
    }

    void tracksOfTwoAreOneAndStayWhole()
    {
        const QString lidar = QStringLiteral("lidar");
        model::Item drive;
        drive.id = m->ids().make<ItemId>();
        drive.kind = model::ItemKind::Scene;
        drive.name = drive.path = QStringLiteral("drive");
        drive.frames = 3;
        model::Scene scene;
        scene.item = drive.id;
        scene.convention = QStringLiteral("cloud");
        scene.labelFrame = lidar;
        model::Sensor sensor;
        sensor.name = lidar;
        scene.sensors.push_back(sensor);
        constexpr std::int64_t period = 100'000;
        for (int i = 0; i < 3; ++i) {
            model::SceneFrame frame;
            frame.microseconds = i * period;
            model::SensorFile file;
            file.path = QStringLiteral("%1.bin").arg(i);
            file.microseconds = i * period;
            frame.files.push_back(file);
            scene.frames.push_back(frame);
        }
        m->commit(history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Add"))
                      .put(static_cast<const model::Item *>(nullptr), drive)
                      .put(static_cast<const model::Scene *>(nullptr), scene),
                  m->lea);
        m->items.front() = drive.id;
        // Anna has keyframes at both ends; Ben has one in between as well, where the car stands a little aside.
        const auto follow = [&](const store::Person &person, const std::vector<int> &keyframes) {
            history::GestureBuilder builder(m->ids().make<GestureId>(), QStringLiteral("Track"));
            model::Track track;
            track.id = m->ids().make<TrackId>();
            track.item = drive.id;
            track.layer = person.name;
            track.labelClass = m->car;
            builder.put(static_cast<const model::Track *>(nullptr), track);
            for (const int at : keyframes) {
                model::Annotation label;
                label.id = m->ids().make<AnnotationId>();
                label.item = drive.id;
                label.layer = person.name;
                label.labelClass = m->car;
                label.track = track.id;
                label.frame = model::FrameRef{lidar, at, at * period, {1, 1'000'000}, {}};
                label.geometry = geometry::Cuboid{{10.0 + at + (at == 1 ? 0.6 : 0), 2, 1}, {4, 2, 1.5}, {0, 0, 0, 1}, lidar};
                builder.create(label);
            }
            m->commit(builder, person);
            return track.id;
        };
        const TrackId ofAnna = follow(m->anna, {0, 2});
        const TrackId ofBen = follow(m->ben, {0, 1, 2});
        QVERIFY_RESULT(m->submit(drive.id, m->anna));
        QVERIFY_RESULT(m->submit(drive.id, m->ben));
        const auto shown = compared();
        QVERIFY(shown.scene);
        QCOMPARE(shown.cases.size(), 3U);
        QCOMPARE(int(shown.cases.front().why), int(Why::Shape));
        QCOMPARE(shown.cases.front().versions.size(), 2U);  // Anna's lies between her keyframes
        QVERIFY_RESULT(rule(shown, choose(shown, m->anna), m->rita));
        QVERIFY_RESULT(finish());
        const auto accepted = m->accepted(drive.id);
        QCOMPARE(accepted.size(), 3U);
        const auto tracks = m->reader()->tracks({drive.id, model::acceptedLayer()});
        QCOMPARE(tracks->size(), 1U);
        for (const model::Annotation &label : accepted)
            QVERIFY(label.track == tracks->front().id);
        const QString original = base::toQString(tracks->front().extra.at(adjudication::caseKey).at("track"));
        QCOMPARE(original, std::min(ofAnna, ofBen).toString());
        std::map<std::int64_t, double> places;
        for (const model::Annotation &label : accepted)
            places[label.frame->index] = std::get<geometry::Cuboid>(label.geometry).centre[0];
        QCOMPARE(places[1], 11.0);
        // Taken back, neither label nor track is left.
        QVERIFY_RESULT(review::reopen(*m->project, drive.id, m->anna.name, m->rita));
        const auto again = compared();
        std::vector<adjudication::RulingDraft> all;
        for (const Case &one : again.cases) {
            adjudication::RulingDraft draft;
            draft.caseId = one.id;
            draft.kind = Kind::None;
            all.push_back(draft);
        }
        QVERIFY_RESULT(adjudication::rule(*m->project, again, all, m->rita));
        QVERIFY(m->accepted(drive.id).empty());
        QVERIFY(m->reader()->tracks({drive.id, model::acceptedLayer()})->empty());
    }

    void recordsOfEarlierProgramsAreRead()
    {
        const ItemId id = item();
        const AnnotationId a = m->ids().make<AnnotationId>();
        const model::Record record{m->ids().version7(), model::RecordKind::Decision, id,
                                   "{\"case\":\"" + adjudication::caseIdOf(id, {a}).toString().toUtf8()
                                       + "\",\"by\":\"judge\",\"authenticated\":true,"
                                         "\"versions\":[\""
                                       + a.toString().toUtf8()
                                       + "\"],\"choice\":null,\"result\":null,\"supersedes\":[],"
                                         "\"note\":\"\",\"created\":\"2026-11-20T03:00:00.000000Z\"}"};
        const auto ruling = adjudication::rulingFrom(record);
        QVERIFY_RESULT(ruling);
        QCOMPARE(ruling->by, QStringLiteral("judge"));
        QVERIFY(adjudication::toRecord(*ruling) == record);
        QVERIFY_FAILS(adjudication::rulingFrom({record.id, record.kind, id, "{"}), ErrorCode::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestAdjudicating)
#include "tst_adjudicating.moc"
