// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/planteddefectwork.h"
#include "core/review/reviewing.h"
#include "core/workflow/desk.h"
#include "tests/review/reviewproject.h"

#include <QTest>

using namespace plumbline;
using model::TaskState;

/// Copies with defects beside what else a reviewer does.
class TestPlantedWork : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ReviewProject> m;

    ItemId item() const { return m->items.front(); }
    // Anna's work was accepted by Rita; Rolf gets a copy of it.
    void plantForRolf()
    {
        for (int i = 0; i < 3; ++i)
            m->draw(item(), m->anna, {100.0 + 60 * i, 200, 50, 40});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rita));
        QVERIFY_RESULT(review::finishReview(*m->project, item(), m->anna.name, {true}, m->rita));
        base::SeededRandom random{2};
        review::PlantOptions options;
        options.reviewer = m->rolf.name;
        const auto planted = review::plant(*m->project, options, m->lea, random);
        QVERIFY_RESULT(planted);
        QCOMPARE(planted->reviewers.front().copies, 1);
    }
    Result<> decideOnCopy()
    {
        const auto work = review::reviewWork(*m->project, item(), m->anna.name, m->rolf);
        if (!work)
            return fail(work.error());
        review::DecisionDraft draft;
        draft.annotation = work->labels.front().id;
        const auto done = review::decide(*m->project, item(), m->anna.name, {draft}, m->rolf);
        return done ? Result<>() : fail(done.error());
    }
    std::size_t decided()
    {
        const auto work = review::reviewWork(*m->project, item(), m->anna.name, m->rolf);
        return work ? work->decided.size() : 0;
    }

private slots:
    void init()
    {
        m = std::make_unique<test::ReviewProject>();
        m->make(2);
    }

    // Undo goes back in the order of what was done, also behind a step that it leaves alone.
    void whatWasDoneSinceIsTakenBackFirst()
    {
        plantForRolf();
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rolf));
        QVERIFY_RESULT(decideOnCopy());
        QCOMPARE(decided(), std::size_t(1));
        m->draw(m->items[1], m->rolf, {1, 1, 5, 5});
        QVERIFY_RESULT(workflow::markBegun(*m->project, m->items[1], m->rolf));
        QVERIFY_RESULT(review::undoDecision(*m->project, m->rolf));
        QCOMPARE(decided(), std::size_t(1));
        QVERIFY(m->reader()->annotations({m->items[1], m->rolf.name})->empty());
        QVERIFY_RESULT(review::undoDecision(*m->project, m->rolf));
        QCOMPARE(decided(), std::size_t(0));
    }

    // A copy stays in the queue, and can be ended, when somebody adjudicates the work that it was made of.
    void adjudicationLeavesCopiesWhereTheyAre()
    {
        plantForRolf();
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rolf));
        const auto before = m->reader()->task(workflow::annotateTask(item(), m->anna.name)).value().value();
        model::Task adjudicated = before;
        adjudicated.state = TaskState::Adjudicated;
        history::GestureBuilder builder(m->ids().make<GestureId>(), QStringLiteral("Adjudicate"));
        builder.put(&before, adjudicated);
        m->commit(builder, m->lea);
        QCOMPARE(review::reviewQueue(*m->project, m->rolf)->size(), std::size_t(1));
        QVERIFY_RESULT(decideOnCopy());
        QVERIFY_RESULT(review::finishReview(*m->project, item(), m->anna.name, {true}, m->rolf));
        QVERIFY(review::reviewQueue(*m->project, m->rolf)->empty());
        QCOMPARE(m->state(item(), m->anna), TaskState::Adjudicated);
    }
};

QTEST_GUILESS_MAIN(TestPlantedWork)
#include "tst_plantedwork.moc"
