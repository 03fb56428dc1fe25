// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/document.h"
#include "core/review/reviewing.h"
#include "core/review/undrawn.h"
#include "tests/review/reviewproject.h"

#include <QTest>

using namespace plumbline;
using model::DecisionKind;
using model::TaskState;
using review::DecisionDraft;

class TestReviewing : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ReviewProject> m;

    ItemId item() const { return m->items.front(); }
    static DecisionDraft draft(AnnotationId label, DecisionKind kind, const char *code = "")
    {
        DecisionDraft draft;
        draft.annotation = label;
        draft.kind = kind;
        draft.errorCode = QLatin1String(code);
        return draft;
    }
    Result<store::Ack> decide(const std::vector<DecisionDraft> &drafts)
    {
        return review::decide(*m->project, item(), m->anna.name, drafts, m->rita);
    }
    void take() { QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rita)); }
    Result<review::FinishReport> finish(bool acceptRest = false)
    {
        return review::finishReview(*m->project, item(), m->anna.name, {acceptRest}, m->rita);
    }
    review::ReviewWork work()
    {
        auto work = review::reviewWork(*m->project, item(), m->anna.name, m->rita);
        if (!work)
            QTest::qFail(qPrintable(work.error().text), __FILE__, __LINE__);
        return work ? *work : review::ReviewWork();
    }

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

    void aReviewSeesWhatWasHandedIn()
    {
        const auto label = m->draw(item(), m->anna, {10, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY(!work().editedSince);
        m->move(label, {400, 400, 5, 5}, m->anna);
        const auto seen = work();
        QVERIFY(seen.editedSince);
        QCOMPARE(seen.labels.size(), 1U);
        QVERIFY(seen.labels.front().geometry == geometry::Geometry(geometry::Box{10, 10, 50, 50}));
        QVERIFY(!seen.reworked && seen.changed.empty());
    }

    void workInReviewIsLocked()
    {
        m->draw(item(), m->anna, {10, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        take();
        QCOMPARE(m->state(item(), m->anna), TaskState::InReview);
        QVERIFY_FAILS(m->submit(item(), m->anna), ErrorCode::Conflict);
        QVERIFY_FAILS(review::takeForReview(*m->project, item(), m->anna.name, m->rolf), ErrorCode::Conflict);
        take();  // again: nothing happens

        std::shared_ptr<store::Project> shared(m->project.get(), [](auto *) {});
        {
            auto document = document::Document::open(shared, m->anna, m->anna.name);
            QVERIFY_RESULT(document);
            (*document)->show(item());
            QString why;
            QVERIFY(!(*document)->canCreate(&why) && !why.isEmpty());
            QVERIFY(!(*document)->editable((*document)->annotations().front()));
            QVERIFY_RESULT(review::giveBack(*m->project, item(), m->anna.name, m->rita));
            (*document)->reload();
            QVERIFY((*document)->canCreate() && (*document)->editable((*document)->annotations().front()));
        }
        QVERIFY_RESULT(m->submit(item(), m->anna));
    }

    void decisionsNeedAReasonAndAThingToDecideAbout()
    {
        const auto label = m->draw(item(), m->anna, {10, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_FAILS(decide({draft(label.id, DecisionKind::Accept)}), ErrorCode::Conflict);  // not taken
        take();
        QVERIFY_FAILS(decide({}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(decide({draft(label.id, DecisionKind::Fix)}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(decide({draft(label.id, DecisionKind::Reject, "no-such-code")}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(decide({draft(AnnotationId{Uuid::fromName("a", "b")}, DecisionKind::Accept)}), ErrorCode::NotFound);
        QVERIFY_FAILS(finish(), ErrorCode::Conflict);  // nothing decided yet
        // The author deletes it meanwhile, by another way than the window: what was handed in is still decided about.
        m->remove(label, m->anna);
        QVERIFY_RESULT(decide({draft(label.id, DecisionKind::Accept)}));
        QCOMPARE(work().decided.size(), 1U);
        QVERIFY_RESULT(store::wait(m->project->store().undo(m->rita.name)));
        QCOMPARE(work().decided.size(), 0U);
    }

    void backToTheAuthorAndThenAccepted()
    {
        const auto good = m->draw(item(), m->anna, {10, 10, 50, 50});
        const auto loose = m->draw(item(), m->anna, {100, 100, 50, 50});
        const auto invented = m->draw(item(), m->anna, {300, 300, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        take();
        QVERIFY_RESULT(decide({draft(good.id, DecisionKind::Accept), draft(loose.id, DecisionKind::Accept)}));
        QVERIFY_RESULT(decide({draft(loose.id, DecisionKind::Fix, "loose")}));  // the later one counts
        QVERIFY_RESULT(decide({draft(invented.id, DecisionKind::Reject, "invented")}));
        const auto first = finish();
        QVERIFY_RESULT(first);
        QCOMPARE(first->state, TaskState::Fix);
        QCOMPARE(first->round, 2);
        QVERIFY(first->accepted == 1 && first->toFix == 1 && first->rejected == 1 && first->written == 0);
        QVERIFY(m->accepted(item()).empty());

        const auto tight = m->move(loose, {102, 101, 47, 48}, m->anna);
        m->remove(invented, m->anna);
        const auto again = m->submit(item(), m->anna);
        QVERIFY_RESULT(again);
        QVERIFY(again->submission.round == 2 && again->submission.number == 1);
        take();
        const auto seen = work();
        QVERIFY(seen.reworked);
        QVERIFY(seen.changed == std::set<AnnotationId>{loose.id});
        QCOMPARE(seen.removed.size(), 1U);
        QCOMPARE(seen.removed.front().id, invented.id);
        QCOMPARE(seen.asked.size(), 3U - 1U);
        QVERIFY(seen.settled == std::set<AnnotationId>{good.id});
        QVERIFY_FAILS(finish(), ErrorCode::Conflict);
        // What was good the last time and is as it was needs no second look.
        QVERIFY_RESULT(decide({draft(loose.id, DecisionKind::Accept)}));
        const auto second = finish();
        QVERIFY_RESULT(second);
        QCOMPARE(second->state, TaskState::Accepted);
        QVERIFY(second->accepted == 2 && second->written == 2 && !second->adjudicate);
        const auto accepted = m->accepted(item());
        QCOMPARE(accepted.size(), 2U);
        for (const model::Annotation &label : accepted) {
            QVERIFY(label.parent == good.id || label.parent == loose.id);
            QCOMPARE(label.extra[model::reviewKey]["author"].get<std::string>(), std::string("anna"));
            QCOMPARE(label.extra[model::reviewKey]["reviewer"].get<std::string>(), std::string("rita"));
            if (label.parent == loose.id)
                QVERIFY(label.geometry == tight.geometry);
        }
    }

    void acceptingAgainChangesAndDoublesNothing()
    {
        const auto a = m->draw(item(), m->anna, {10, 10, 50, 50});
        const auto b = m->draw(item(), m->anna, {200, 10, 50, 50});
        const auto c = m->draw(item(), m->anna, {400, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        take();
        QVERIFY_RESULT(finish(true));
        QCOMPARE(m->accepted(item()).size(), 3U);
        QVERIFY_FAILS(m->submit(item(), m->anna), ErrorCode::Conflict);
        QVERIFY_FAILS(review::reopen(*m->project, item(), m->anna.name, m->anna), ErrorCode::PermissionDenied);
        QCOMPARE(review::reopen(*m->project, item(), m->anna.name, m->rita).value(), TaskState::Fix);
        m->move(b, {201, 11, 50, 50}, m->anna);
        m->remove(c, m->anna);
        m->draw(item(), m->anna, {600, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        take();
        const auto report = finish(true);
        QVERIFY_RESULT(report);
        QVERIFY(report->written == 2 && report->removed == 1);
        const auto accepted = m->accepted(item());
        QCOMPARE(accepted.size(), 3U);
        QCOMPARE(std::count_if(accepted.begin(), accepted.end(), [&](const auto &label) { return label.parent == a.id; }), 1);
    }

    void whatIsNotDrawnIsAcceptedUnseen()
    {
        m->draw(item(), m->anna, {10, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QCOMPARE(review::acceptUndrawn(*m->project, m->rita)->accepted, 0);  // all is drawn
        review::ReviewPlan plan;
        plan.share = 0;
        history::GestureBuilder builder(m->ids().make<GestureId>(), QStringLiteral("Plan"));
        builder.setting(QStringLiteral("review"), nullptr, review::planToJson(plan));
        m->commit(builder, m->lea);
        QVERIFY_FAILS(review::acceptUndrawn(*m->project, m->ben), ErrorCode::PermissionDenied);
        const auto report = review::acceptUndrawn(*m->project, m->rita);
        QVERIFY_RESULT(report);
        QVERIFY(report->accepted == 1 && report->written == 1 && report->adjudicate == 0);
        QCOMPARE(m->state(item(), m->anna), TaskState::Accepted);
        QCOMPARE(m->accepted(item()).size(), 1U);
        QCOMPARE(review::acceptUndrawn(*m->project, m->rita)->accepted, 0);
    }

    void roundsEndInAdjudication()
    {
        const auto label = m->draw(item(), m->anna, {10, 10, 50, 50});
        for (int round = 1; round <= 3; ++round) {
            QVERIFY_RESULT(m->submit(item(), m->anna));
            take();
            QVERIFY_RESULT(decide({draft(label.id, DecisionKind::Fix, "loose")}));
            const auto report = finish();
            QVERIFY_RESULT(report);
            QCOMPARE(report->adjudicate, round == 3);
            QCOMPARE(report->state, round == 3 ? TaskState::Rejected : TaskState::Fix);
        }
        const auto tasks = m->reader()->tasks(item());
        QCOMPARE(std::count_if(tasks->begin(), tasks->end(), [](const auto &t) { return t.stage == model::Stage::Adjudicate; }),
                 1);
    }

    void twoPeoplesWorkIsNotMixed()
    {
        m->draw(item(), m->anna, {10, 10, 50, 50});
        m->draw(item(), m->ben, {12, 11, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_RESULT(m->submit(item(), m->ben));
        take();
        QVERIFY_RESULT(finish(true));
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->ben.name, m->rita));
        const auto second = review::finishReview(*m->project, item(), m->ben.name, {true}, m->rita);
        QVERIFY_RESULT(second);
        QVERIFY(second->adjudicate && second->written == 0);
        QCOMPARE(m->accepted(item()).size(), 1U);
    }

    void nobodyReviewsTheirOwnOrWithoutTheRole()
    {
        m->draw(item(), m->rita, {10, 10, 50, 50});
        m->draw(item(), m->anna, {10, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->rita));
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_FAILS(review::takeForReview(*m->project, item(), m->rita.name, m->rita), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(review::takeForReview(*m->project, item(), m->anna.name, m->ben), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(review::reviewQueue(*m->project, m->ben), ErrorCode::PermissionDenied);
        const auto queue = review::reviewQueue(*m->project, m->rita);
        QVERIFY_RESULT(queue);
        QCOMPARE(queue->size(), 1U);
        QCOMPARE(queue->front().submission.annotator, m->anna.name);
        QVERIFY(queue->front().reviewer.isEmpty() && queue->front().drawn);
        take();
        QCOMPARE(review::reviewQueue(*m->project, m->rolf)->back().reviewer, m->rita.name);
        // A reviewer's own queue of labeling is not touched by what is reviewed.
        const auto entries = m->reader()->queue({{}, {}, {}, m->rita.name});
        QVERIFY_RESULT(entries);
        QCOMPARE(entries->size(), 2U);
        QCOMPARE(entries->front().state, TaskState::Submitted);
    }

    void contradictionsAreOneConflictEach()
    {
        const auto label = m->draw(item(), m->anna, {10, 10, 50, 50});
        const auto other = m->draw(item(), m->anna, {100, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        const auto by = [&](const store::Person &reviewer, DecisionKind kind, AnnotationId id) {
            QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, reviewer));
            QVERIFY_RESULT(review::decide(*m->project, item(), m->anna.name,
                                          {draft(id, kind, kind == DecisionKind::Accept ? "" : "loose")}, reviewer));
            QVERIFY_RESULT(review::giveBack(*m->project, item(), m->anna.name, reviewer));
        };
        by(m->rita, DecisionKind::Accept, label.id);
        by(m->rita, DecisionKind::Accept, other.id);
        by(m->rolf, DecisionKind::Accept, other.id);
        QVERIFY(review::conflictsOf(m->reader()->decisions(item()).value()).empty());
        by(m->rolf, DecisionKind::Reject, label.id);
        by(m->rolf, DecisionKind::Fix, label.id);
        const auto conflicts = review::conflictsOf(m->reader()->decisions(item()).value());
        QCOMPARE(conflicts.size(), 1U);
        QCOMPARE(conflicts.front().annotation, label.id);
        QCOMPARE(conflicts.front().decisions.size(), 2U);
        by(m->rolf, DecisionKind::Accept, label.id);
        QVERIFY(review::conflictsOf(m->reader()->decisions(item()).value()).empty());
    }
};

QTEST_GUILESS_MAIN(TestReviewing)
#include "tst_reviewing.moc"
