// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/prelabelwork.h"

#include "core/store/reader.h"
#include "core/store/verdictlog.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/goldstore.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace plumbline;
using workflow::PrelabelWork;

/// What people made of predictions, from what the project keeps anyway: verdicts, who gave them, and what labels were made from.
class TestPrelabelWork : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<store::Project> m_project;
    model::Item m_gold;      // a picture with a known answer
    model::Item m_ordinary;  // and one without
    std::vector<model::Annotation> m_truth;

    model::Annotation predicted(const model::Item &item, const model::Annotation &like, double shift = 0)
    {
        model::Annotation prediction = like;
        prediction.id = m_project->store().ids().make<AnnotationId>();
        prediction.item = item.id;
        prediction.layer = model::modelLayer(QStringLiteral("m"));
        prediction.origin.kind = model::OriginKind::Model;
        prediction.origin.model = QStringLiteral("m");
        prediction.attributes.clear();
        auto box = *geometry::boundsOf(like.geometry);
        box.x += shift;
        prediction.geometry = box;
        return prediction;
    }
    Result<> commit(history::GestureBuilder &builder, const QString &actor)
    {
        const auto done = store::wait(m_project->store().commit(builder.take(), actor));
        return done ? Result<>() : fail(done.error());
    }
    history::GestureBuilder step()
    {
        return {m_project->store().ids().make<GestureId>(), QStringLiteral("step")};
    }
    Result<> predict(const std::vector<model::Annotation> &predictions)
    {
        auto builder = step();
        for (const model::Annotation &prediction : predictions)
            builder.create(prediction);
        return commit(builder, QStringLiteral("the model"));
    }
    // Returns the labels that were made.
    std::vector<model::Annotation> decide(const std::vector<model::Annotation> &predictions, model::Verdict verdict, const QString &who)
    {
        auto builder = step();
        std::vector<model::Annotation> made;
        for (const model::Annotation &prediction : predictions) {
            model::Annotation judged = prediction;
            judged.verdict = verdict;
            if (verdict == model::Verdict::Accepted) {
                model::Annotation label = prediction;
                label.id = m_project->store().ids().make<AnnotationId>();
                label.layer = who;
                label.parent = prediction.id;
                builder.create(label);
                made.push_back(label);
            }
            builder.update(prediction, judged);
        }
        return commit(builder, who) ? made : std::vector<model::Annotation>();
    }
    PrelabelWork of(const QString &who)
    {
        const auto all = workflow::prelabelWork(*m_project);
        if (all)
            for (const PrelabelWork &work : *all)
                if (work.person == who)
                    return work;
        return {};
    }

private slots:
    void initTestCase()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->filePath(QStringLiteral("keys")).toUtf8());
        const QString folder = m_home->filePath(QStringLiteral("demo"));
        QVERIFY_RESULT(workflow::makeDemo(folder, {12, 3}, {}));
        auto project = store::Project::open(folder, store::Project::Access::Write);
        QVERIFY_RESULT(project);
        m_project = std::move(*project);
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id()));
        QVERIFY_RESULT((*m_project->store().reader())->visitItems([&](const model::Item &item) -> Result<> {
            const auto key = (*gold)->key(item.id);
            if (*key && (*key)->key.answers.front().size() >= 2 && m_gold.id.isNull()) {
                m_gold = item;
                m_truth = (*key)->key.answers.front();
            } else if (!*key && m_ordinary.id.isNull()) {
                m_ordinary = item;
            }
            return {};
        }));
        QVERIFY(m_truth.size() >= 2 && !m_ordinary.id.isNull());
    }
    void cleanupTestCase() { m_project.reset(); }

    void nothingWasPredicted()
    {
        const auto work = workflow::prelabelWork(*m_project);
        QVERIFY_RESULT(work);
        QVERIFY(work->empty());
    }

    void whatBecomesOfAcceptedOnes()
    {
        std::vector<model::Annotation> predictions;
        for (int i = 0; i < 4; ++i)
            predictions.push_back(predicted(m_ordinary, m_truth.front(), 10.0 * i));
        QVERIFY_RESULT(predict(predictions));
        const QString ada = QStringLiteral("ada");
        const auto made = decide({predictions[0], predictions[1], predictions[2]}, model::Verdict::Accepted, ada);
        QCOMPARE(made.size(), std::size_t(3));
        QVERIFY(decide({predictions[3]}, model::Verdict::Rejected, ada).empty());
        // One is moved, one is deleted.
        auto moved = made[1];
        std::get<geometry::Box>(moved.geometry).x += 3;
        auto builder = step();
        builder.update(made[1], moved).remove(made[2]);
        QVERIFY_RESULT(commit(builder, ada));
        const PrelabelWork work = of(ada);
        QCOMPARE(work.accepted, 3);
        QCOMPARE(work.rejected, 1);
        QCOMPARE(work.asProposed, 1);
        QCOMPARE(work.corrected, 1);
        QCOMPARE(work.removed, 1);
        QCOMPARE(work.atOnce, 0);
        QCOMPARE(work.wrong + work.right, 0);  // nothing is known of this picture
    }

    void takenBackCountsForNobody()
    {
        const auto prediction = predicted(m_ordinary, m_truth.front());
        QVERIFY_RESULT(predict({prediction}));
        QCOMPARE(decide({prediction}, model::Verdict::Accepted, QStringLiteral("cleo")).size(), std::size_t(1));
        QCOMPARE(of(QStringLiteral("cleo")).decided(), 1);
        const auto undone = store::wait(m_project->store().undo(QStringLiteral("cleo")));
        QVERIFY_RESULT(undone);
        QCOMPARE(of(QStringLiteral("cleo")).decided(), 0);
        const auto changes = store::latestVerdictChanges(m_project->store());
        QVERIFY_RESULT(changes);
        QVERIFY(std::any_of(changes->begin(), changes->end(), [&](const auto &change) { return change.prediction == prediction.id; }));
        // Somebody else decides then.
        QVERIFY(decide({prediction}, model::Verdict::Rejected, QStringLiteral("ben")).empty());
        QCOMPARE(of(QStringLiteral("ben")).rejected, 1);
    }

    // What does not fit the known answer and is accepted all the same.
    void wrongOnesOnGold()
    {
        std::vector<model::Annotation> right{predicted(m_gold, m_truth[0]), predicted(m_gold, m_truth[1])};
        std::vector<model::Annotation> wrong;
        for (int i = 0; i < 24; ++i)
            wrong.push_back(predicted(m_gold, m_truth[0], 5000));
        auto all = right;
        all.insert(all.end(), wrong.begin(), wrong.end());
        QVERIFY_RESULT(predict(all));
        const QString dora = QStringLiteral("dora");
        QVERIFY(!decide({right[0]}, model::Verdict::Accepted, dora).empty());
        QVERIFY(decide({right[1]}, model::Verdict::Rejected, dora).empty());
        QCOMPARE(decide(wrong, model::Verdict::Accepted, dora).size(), wrong.size());
        const PrelabelWork work = of(dora);
        QCOMPARE(work.right, 2);
        QCOMPARE(work.rightRejected, 1);
        QCOMPARE(work.wrong, 24);
        QCOMPARE(work.wrongAccepted, 24);
        QCOMPARE(work.atOnce, 24);
        QCOMPARE(work.taken.size(), std::size_t(24));
        QCOMPARE(work.taken.front().item, m_gold.name);
        QVERIFY(!work.taken.front().labelClass.isEmpty() && !work.taken.front().corrected);
        QVERIFY(work.standsOut());
        PrelabelWork honest;
        honest.wrong = 24;
        honest.wrongAccepted = 12;
        QVERIFY(!honest.standsOut());
        honest.wrong = honest.wrongAccepted = 19;
        QVERIFY(!honest.standsOut());
    }
};

QTEST_GUILESS_MAIN(TestPrelabelWork)
#include "tst_prelabelwork.moc"
