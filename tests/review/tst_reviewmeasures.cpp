// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/planteddefectwork.h"
#include "core/review/queueforecast.h"
#include "core/review/revieweragreement.h"
#include "core/review/reviewing.h"
#include "core/review/reviewrisk.h"
#include "core/review/reviewriskestimate.h"
#include "core/review/reviewrisklabels.h"
#include "core/workflow/goldstore.h"
#include "tests/review/reviewproject.h"

#include <QDirIterator>
#include <QTest>

#include <cmath>

using namespace plumbline;
using model::DecisionKind;
using model::TaskState;

/// Which work is reviewed, and how good reviewing is.
class TestReviewMeasures : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ReviewProject> m;

    void setPlan(const review::ReviewPlan &plan)
    {
        const auto before = m->reader()->setting(QStringLiteral("review"));
        history::GestureBuilder builder(m->ids().make<GestureId>(), QStringLiteral("Plan"));
        builder.setting(QStringLiteral("review"), *before, review::planToJson(plan));
        m->commit(builder, m->lea);
    }
    void addClass(const char *name)
    {
        const auto reader = m->reader();
        model::Schema after = *reader->schema();
        const model::Schema before = after;
        model::addClass(after, ClassId{Uuid::fromName("class", name)}, QString::fromLatin1(name));
        ++after.version;
        history::GestureBuilder builder(m->ids().make<GestureId>(), QStringLiteral("Class"));
        builder.put(before, after);
        m->commit(builder, m->lea);
    }
    std::vector<AnnotationId> handIn(ItemId item, const store::Person &author, int labels)
    {
        std::vector<AnnotationId> ids;
        for (int i = 0; i < labels; ++i)
            ids.push_back(m->draw(item, author, {100.0 + 60 * i, 200, 50, 40}).id);
        const auto done = m->submit(item, author);
        if (!done)
            QTest::qFail(qPrintable(done.error().text), __FILE__, __LINE__);
        return ids;
    }
    void reviewAll(ItemId item, const store::Person &author, const store::Person &reviewer,
                   const std::vector<AnnotationId> &wrong = {})
    {
        QVERIFY_RESULT(review::takeForReview(*m->project, item, author.name, reviewer));
        std::vector<review::DecisionDraft> drafts;
        for (const AnnotationId id : wrong) {
            review::DecisionDraft draft;
            draft.annotation = id;
            draft.kind = DecisionKind::Fix;
            draft.errorCode = QStringLiteral("loose");
            drafts.push_back(draft);
        }
        if (!drafts.empty())
            QVERIFY_RESULT(review::decide(*m->project, item, author.name, drafts, reviewer));
        QVERIFY_RESULT(review::finishReview(*m->project, item, author.name, {true}, reviewer));
    }
    QStringList waitingFor(const store::Person &person)
    {
        QStringList names;
        const auto queue = review::reviewQueue(*m->project, person);
        if (!queue)
            QTest::qFail(qPrintable(queue.error().text), __FILE__, __LINE__);
        else
            for (const review::QueueEntry &entry : *queue)
                names.append(entry.itemName);
        names.sort();
        return names;
    }

private slots:
    void init()
    {
        m = std::make_unique<test::ReviewProject>();
        m->make(4);
    }
    void cleanup() { QCOMPARE(m->reader()->verify({}).value(), QStringList()); }

    void probabilitiesAreTheShareOnAverage()
    {
        std::vector<double> risks;
        base::SeededRandom random{3};
        for (int i = 0; i < 1000; ++i)
            risks.push_back(random.uniform() * random.uniform());
        const auto p = review::probabilities(risks, {}, 0.2, 0.05);
        double sum = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            QVERIFY(p[i] >= 0.05 && p[i] <= 1);
            sum += p[i];
            for (const std::size_t k : {std::size_t(0), std::size_t(500)})
                QVERIFY((risks[i] <= risks[k]) == (p[i] <= p[k]) || p[i] == p[k]);
        }
        QVERIFY2(std::abs(sum / 1000 - 0.2) < 1e-6, qPrintable(QString::number(sum)));
        // Equal risks: equal; what is asked for is kept; nothing but risks of nothing: the floor.
        QCOMPARE(review::probabilities({0.3, 0.3}, {}, 0.25, 0.01), (std::vector<double>{0.25, 0.25}));
        QCOMPARE(review::probabilities({0.1, 0.1}, {1, 0}, 0.5, 0.1), (std::vector<double>{1, 0.1}));
        QCOMPARE(review::probabilities({0, 0}, {}, 0.5, 0.1), (std::vector<double>{0.1, 0.1}));
        QVERIFY(review::probabilities({}, {}, 0.5, 0.1).empty());
        const review::WorkRisk none;
        QCOMPARE(none.value(), 0.0);
        const review::WorkRisk all{0.2, 0.5, 0.5};
        QVERIFY(std::abs(all.value() - (1 - 0.8 * 0.75 * 0.75)) < 1e-12);
    }

    // 400 samples of a known population, drawn by risk: the weighted share is right on average, the plain one is not.
    void whatIsDrawnByRiskEstimatesWithoutBias()
    {
        base::SeededRandom random{17};
        constexpr int works = 600;
        std::vector<double> risks;
        std::vector<bool> wrong;
        double truth = 0;
        for (int i = 0; i < works; ++i) {
            risks.push_back(0.02 + 0.5 * random.uniform() * random.uniform());
            wrong.push_back(random.uniform() < risks.back());
            truth += wrong.back() ? 1.0 / works : 0;
        }
        const auto p = review::probabilities(risks, {}, 0.25, 0.05);
        double weighted = 0;
        double plain = 0;
        int covered = 0;
        constexpr int samples = 400;
        for (int s = 0; s < samples; ++s) {
            std::vector<review::SampledWork> sampled;
            double found = 0;
            for (std::size_t i = 0; i < risks.size(); ++i)
                if (random.uniform() < p[i]) {
                    sampled.push_back({p[i], 1, wrong[i] ? 1 : 0, wrong[i]});
                    found += wrong[i] ? 1 : 0;
                }
            const auto estimate = review::estimateErrors(sampled);
            weighted += estimate.wrongWork.value / samples;
            plain += found / double(sampled.size()) / samples;
            covered += estimate.wrongWork.interval.low <= truth && truth <= estimate.wrongWork.interval.high ? 1 : 0;
        }
        QVERIFY2(std::abs(weighted - truth) < 0.004, qPrintable(QStringLiteral("%1 %2").arg(weighted).arg(truth)));
        QVERIFY2(plain - truth > 0.03, qPrintable(QStringLiteral("%1 %2").arg(plain).arg(truth)));
        QVERIFY2(covered >= samples * 0.93, qPrintable(QString::number(covered)));
        const auto nothing = review::estimateErrors({});
        QCOMPARE(nothing.wrongWork.n, 0);
        QCOMPARE(nothing.wrongWork.interval.high, 1.0);
    }

    void theDrawIsFixedOnceForAll()
    {
        for (const ItemId item : m->items)
            handIn(item, m->anna, 2);
        QVERIFY_FAILS(review::fixDraw(*m->project, m->rita, {}), ErrorCode::PermissionDenied);
        review::ReviewPlan plan;
        plan.share = 0.5;
        plan.byRisk = true;
        setPlan(plan);
        const auto first = review::fixDraw(*m->project, m->lea, {});
        QVERIFY_RESULT(first);
        QCOMPARE(first->fixed, 4);
        // Nothing is known of anybody: all alike.
        QCOMPARE(first->least, 0.5);
        QCOMPARE(first->most, 0.5);
        const auto before = review::fixedDraw(*m->reader());
        plan.share = 1;
        setPlan(plan);
        const auto second = review::fixDraw(*m->project, m->lea, {});
        QVERIFY_RESULT(second);
        QCOMPARE(second->fixed, 0);
        QCOMPARE(second->before, 4);
        QVERIFY(*review::fixedDraw(*m->reader()) == *before);
        // The queue goes by it, not by the plan of today.
        const auto queue = review::reviewQueue(*m->project, m->rita);
        std::int64_t drawn = 0;
        for (const review::QueueEntry &entry : *queue)
            drawn += entry.drawn ? 1 : 0;
        QCOMPARE(drawn, first->drawn);
    }

    void whatIsReleasedRaisesTheRisk()
    {
        // Both have had twenty practice items; ben has half of his wrong.
        const QString file = workflow::GoldStore::standardPath(m->project->id());
        {
            const auto gold = workflow::GoldStore::open(file);
            QVERIFY_RESULT(gold);
            QHash<QString, quality::GaugeRelease> gauges;
            for (const store::Person &person : {m->anna, m->ben}) {
                quality::GaugeRelease gauge;
                for (int i = 0; i < 20; ++i) {
                    quality::GoldOutcome outcome;
                    const bool wrong = person.name == m->ben.name && i % 2 == 0;
                    (wrong ? outcome.wrong : outcome.right) = 1;
                    outcome.wrongClass = wrong ? 1 : 0;
                    gauge.practised(outcome);
                }
                gauges.insert(person.name, gauge);
            }
            QVERIFY_RESULT((*gold)->storeGauges(gauges, {}));
        }
        const auto risks = review::authorRisks(file);
        QVERIFY_RESULT(risks);
        QCOMPARE(risks->size(), std::size_t(2));
        QVERIFY(risks->at(m->ben.name).errors > 0.4 && risks->at(m->anna.name).errors < 0.1);
        handIn(m->items[0], m->anna, 2);
        handIn(m->items[1], m->ben, 2);
        review::ReviewPlan plan;
        plan.share = 0.4;
        plan.byRisk = true;
        setPlan(plan);
        QVERIFY_RESULT(review::fixDraw(*m->project, m->lea, file));
        const auto draw = review::fixedDraw(*m->reader());
        QVERIFY(draw->at(workflow::annotateTask(m->items[1], m->ben.name))
                > 3 * draw->at(workflow::annotateTask(m->items[0], m->anna.name)));
        // Broken settings are said, not believed.
        const auto before = m->reader()->setting(QStringLiteral("review-draw/0"));
        history::GestureBuilder builder(m->ids().make<GestureId>(), QStringLiteral("Break"));
        builder.setting(QStringLiteral("review-draw/0"), *before, Json{{"nobody", 7}});
        m->commit(builder, m->lea);
        QVERIFY_FAILS(review::fixedDraw(*m->reader()), ErrorCode::Corrupt);
    }

    void modelsThatContradictRaiseTheRisk()
    {
        handIn(m->items[0], m->anna, 2);
        handIn(m->items[1], m->anna, 2);
        // The model has the labels of the first item, and something else on the second.
        history::GestureBuilder builder(m->ids().make<GestureId>(), QStringLiteral("Predict"));
        for (int i = 0; i < 4; ++i) {
            model::Annotation label;
            label.id = m->ids().make<AnnotationId>();
            label.item = m->items[static_cast<std::size_t>(i / 2)];
            label.layer = model::modelLayer(QStringLiteral("yolo"));
            label.labelClass = m->car;
            label.geometry = i < 2 ? geometry::Box{100.0 + 60 * i, 200, 50, 40} : geometry::Box{100.0 + 60 * i, 700, 50, 40};
            label.score = 0.9;
            builder.create(label);
        }
        m->commit(builder, m->lea);
        review::ReviewPlan plan;
        plan.share = 0.4;
        plan.byRisk = true;
        setPlan(plan);
        QVERIFY_RESULT(review::fixDraw(*m->project, m->lea, {}));
        const auto draw = review::fixedDraw(*m->reader());
        const double same = draw->at(workflow::annotateTask(m->items[0], m->anna.name));
        const double other = draw->at(workflow::annotateTask(m->items[1], m->anna.name));
        QVERIFY2(other > 3 * same && same >= 0.05, qPrintable(QStringLiteral("%1 %2").arg(same).arg(other)));
    }

    void errorsAreEstimatedFromWhatWasReviewed()
    {
        const auto bad = handIn(m->items[0], m->anna, 2);
        handIn(m->items[1], m->anna, 2);
        handIn(m->items[2], m->anna, 2);
        reviewAll(m->items[0], m->anna, m->rita, {bad[0]});
        reviewAll(m->items[1], m->anna, m->rita);
        QVERIFY_FAILS(review::errorEstimate(*m->project, m->anna), ErrorCode::PermissionDenied);
        const auto estimate = review::errorEstimate(*m->project, m->lea);
        QVERIFY_RESULT(estimate);
        QCOMPARE(estimate->work, 3);
        QCOMPARE(estimate->drawn, 3);
        QCOMPARE(estimate->reviewed, 2);
        QCOMPARE(estimate->wrongWork.value, 0.5);
        QCOMPARE(estimate->wrongLabels.value, 0.25);
        QCOMPARE(estimate->accepted, 1);
        QCOMPARE(estimate->acceptedUnseen, 0);
        QCOMPARE(estimate->leftInAccepted, 0.0);
    }

    void aSecondReviewIsIndependent()
    {
        review::ReviewPlan plan;
        plan.twice = 1;
        setPlan(plan);
        const auto labels = handIn(m->items[0], m->anna, 3);
        reviewAll(m->items[0], m->anna, m->rita);
        QCOMPARE(m->state(m->items[0], m->anna), TaskState::Accepted);
        // Not to the same person again, not to its author; to the other one as if it had just come in.
        QCOMPARE(waitingFor(m->rita), QStringList());
        const auto queue = review::reviewQueue(*m->project, m->rolf);
        QVERIFY_RESULT(queue);
        QCOMPARE(queue->size(), std::size_t(1));
        QCOMPARE(queue->front().task.state, TaskState::Submitted);
        QVERIFY(queue->front().reviewer.isEmpty());
        QVERIFY_FAILS(review::decide(*m->project, m->items[0], m->anna.name, {{}}, m->rolf), ErrorCode::Conflict);
        const auto accepted = m->accepted(m->items[0]);
        reviewAll(m->items[0], m->anna, m->rolf, {labels[1]});
        // Nothing of the work changes; the contradiction is there once.
        QCOMPARE(m->state(m->items[0], m->anna), TaskState::Accepted);
        QVERIFY(m->accepted(m->items[0]) == accepted);
        QCOMPARE(waitingFor(m->rolf), QStringList());
        QVERIFY_FAILS(review::takeForReview(*m->project, m->items[0], m->anna.name, m->rolf), ErrorCode::Conflict);
        const auto twice = review::reviewedTwice(*m->project, m->lea);
        QVERIFY_RESULT(twice);
        QCOMPARE(twice->size(), std::size_t(1));
        QCOMPARE(twice->front().first, m->rita.name);
        QCOMPARE(twice->front().second, m->rolf.name);
        const auto figures = review::agreementOfReviewers(*twice);
        QCOMPARE(figures.labels, 3);
        QCOMPARE(figures.same, 2);
        QVERIFY_FAILS(review::reviewedTwice(*m->project, m->rita), ErrorCode::PermissionDenied);
    }

    void reviewersAgreeMoreThanByChance()
    {
        std::vector<review::ReviewedTwice> works;
        base::SeededRandom random{5};
        for (int w = 0; w < 60; ++w) {
            review::ReviewedTwice work{SubmissionId{}, QStringLiteral("rita"), QStringLiteral("rolf"), {}};
            for (int i = 0; i < 5; ++i) {
                const bool passes = random.uniform() < 0.8;
                work.labels.emplace_back(passes, random.uniform() < 0.9 ? passes : !passes);
            }
            works.push_back(work);
        }
        const auto figures = review::agreementOfReviewers(works);
        QVERIFY(figures.ac1 && figures.alpha && figures.ac1Interval && figures.alphaInterval);
        // Observed agreement 0.9: AC1 about 0.85, alpha about 0.7.
        QVERIFY2(std::abs(*figures.ac1 - 0.85) < 0.1, qPrintable(QString::number(*figures.ac1)));
        QVERIFY(*figures.alpha < *figures.ac1);
        QVERIFY(figures.ac1Interval->low < *figures.ac1 && *figures.ac1 < figures.ac1Interval->high);
        QVERIFY(!review::agreementOfReviewers({}).ac1);
    }

    void plantedDefectsStayOutOfTheProject()
    {
        addClass("bus");
        const auto labels = handIn(m->items[0], m->anna, 3);
        handIn(m->items[1], m->anna, 3);
        reviewAll(m->items[0], m->anna, m->rita);
        reviewAll(m->items[1], m->anna, m->rita);
        const auto accepted = m->accepted(m->items[0]);
        const auto operations = m->reader()->lastOperation();
        base::SeededRandom random{2};
        QVERIFY_FAILS(review::plant(*m->project, {}, m->rita, random), ErrorCode::PermissionDenied);
        const auto planted = review::plant(*m->project, {}, m->lea, random);
        QVERIFY_RESULT(planted);
        // Rita has seen both; Rolf gets both.
        QCOMPARE(planted->reviewers.size(), std::size_t(2));
        QCOMPARE(planted->reviewers[0].copies, 0);
        QCOMPARE(planted->reviewers[1].reviewer, m->rolf.name);
        QCOMPARE(planted->reviewers[1].copies, 2);
        QCOMPARE(m->reader()->lastOperation().value(), operations.value());
        QCOMPARE(waitingFor(m->rolf), (QStringList{QStringLiteral("0.jpg"), QStringLiteral("1.jpg")}));
        QCOMPARE(waitingFor(m->rita), QStringList());

        // It looks like work that was just handed in.
        const auto queue = review::reviewQueue(*m->project, m->rolf);
        for (const review::QueueEntry &entry : *queue) {
            QCOMPARE(entry.task.state, TaskState::Submitted);
            QCOMPARE(entry.task.round, 1);
            QVERIFY(entry.drawn && entry.reviewer.isEmpty());
            QVERIFY(entry.submission == m->reader()->submissions(entry.task.item, m->anna.name)->back());
        }

        // One is found, one is let pass.
        const auto store = review::PlantedStore::openExisting(m->project->id());
        QVERIFY(store && *store);
        const auto copies = (*store)->copies(m->rolf.name);
        QCOMPARE(copies->size(), std::size_t(2));
        for (std::size_t i = 0; i < 2; ++i) {
            const review::PlantedStore::Copy &copy = (*copies)[i];
            QVERIFY_FAILS(review::decide(*m->project, copy.item, copy.author, {{}}, m->rolf), ErrorCode::Conflict);
            QVERIFY_RESULT(review::takeForReview(*m->project, copy.item, copy.author, m->rolf));
            const auto work = review::reviewWork(*m->project, copy.item, copy.author, m->rolf);
            QVERIFY_RESULT(work);
            QCOMPARE(work->task.state, TaskState::InReview);
            QVERIFY(work->labels == copy.work.labels);
            QCOMPARE(copy.work.defects.size(), std::size_t(1));
            review::DecisionDraft draft;
            draft.annotation = copy.work.defects.front().label;
            draft.kind = i == 0 ? DecisionKind::Fix : DecisionKind::Accept;
            draft.errorCode = i == 0 ? QStringLiteral("loose") : QString();
            QVERIFY_RESULT(review::decide(*m->project, copy.item, copy.author, {draft}, m->rolf));
            // Taken back, and said again.
            QVERIFY_RESULT(review::undoDecision(*m->project, m->rolf));
            QVERIFY(review::reviewWork(*m->project, copy.item, copy.author, m->rolf)->decided.empty());
            QVERIFY_RESULT(review::decide(*m->project, copy.item, copy.author, {draft}, m->rolf));
            QVERIFY_FAILS(review::finishReview(*m->project, copy.item, copy.author, {false}, m->rolf), ErrorCode::Conflict);
            const auto report = review::finishReview(*m->project, copy.item, copy.author, {true}, m->rolf);
            QVERIFY_RESULT(report);
            QCOMPARE(report->state, i == 0 ? TaskState::Fix : TaskState::Accepted);
            QVERIFY(!m->reader()->undoLabels(m->rolf.name)->undo.contains(QStringLiteral("ecision")));
        }
        QCOMPARE(waitingFor(m->rolf), QStringList());
        // Nothing of all that is in the project.
        QCOMPARE(m->reader()->lastOperation().value(), operations.value());
        QVERIFY(m->reader()->decisions({})->empty());
        QVERIFY(m->accepted(m->items[0]) == accepted);
        QCOMPARE(m->state(m->items[0], m->anna), TaskState::Accepted);

        QVERIFY_FAILS(review::reviewerFigures(*m->project, m->rolf), ErrorCode::PermissionDenied);
        const auto figures = review::reviewerFigures(*m->project, m->lea);
        QVERIFY_RESULT(figures);
        QCOMPARE(figures->size(), std::size_t(1));
        QCOMPARE(figures->front().copies, 2);
        QCOMPARE(figures->front().found.count, 1);
        QCOMPARE(figures->front().found.n, 2);
        QCOMPARE(figures->front().falseAlarms.count, 0);
        QCOMPARE(figures->front().falseAlarms.n, 4);
        QVERIFY(figures->front().found.interval.low > 0.05 && figures->front().found.interval.high < 0.95);
    }

    // No file of the project holds anything of a copy: ids of doubles, canaries in their extras, the place of the store.
    void noFileOfTheProjectTellsOfCopies()
    {
        const auto labels = handIn(m->items[0], m->anna, 2);
        Q_UNUSED(labels)
        reviewAll(m->items[0], m->anna, m->rita);
        auto store = review::PlantedStore::open(review::PlantedStore::standardPath(m->project->id()));
        QVERIFY_RESULT(store);
        const auto submission = m->reader()->submissions(m->items[0], m->anna.name)->back();
        review::PlantedStore::Copy copy;
        copy.id = m->ids().version4();
        copy.item = m->items[0];
        copy.author = m->anna.name;
        copy.submission = submission.id;
        copy.reviewer = m->rolf.name;
        model::Annotation label = m->reader()->annotations({m->items[0], m->anna.name})->front();
        label.attributes[QStringLiteral("note")] = QStringLiteral("canary-in-a-copy");
        copy.work.labels = {label};
        copy.work.defects = {{label.id, review::DefectKind::Shifted, {}}};
        QVERIFY_RESULT((*store)->add({copy}));
        QVERIFY_RESULT(review::takeForReview(*m->project, copy.item, copy.author, m->rolf));
        review::DecisionDraft draft;
        draft.annotation = label.id;
        draft.kind = DecisionKind::Fix;
        draft.errorCode = QStringLiteral("loose");
        draft.comment = QStringLiteral("canary-in-a-decision");
        QVERIFY_RESULT(review::decide(*m->project, copy.item, copy.author, {draft}, m->rolf));
        QVERIFY_RESULT(review::finishReview(*m->project, copy.item, copy.author, {true}, m->rolf));
        int files = 0;
        QDirIterator walk(m->project->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("canary"), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains(copy.id.toBytes()), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files >= 2);
        // A damaged store is named, not taken for the project's database.
        store->reset();
        const QString path = review::PlantedStore::standardPath(m->project->id());
        for (const QString &more : {QStringLiteral("-wal"), QStringLiteral("-shm")})
            QFile::remove(path + more);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        const auto queue = review::reviewQueue(*m->project, m->rolf);
        QVERIFY(!queue);
        QCOMPARE(queue.error().code, ErrorCode::Corrupt);
        QVERIFY2(queue.error().text.contains(QStringLiteral("-reviews.db")), qPrintable(queue.error().text));
    }

    void defectsFitTheirLabels()
    {
        const auto reader = m->reader();
        model::Item item = **reader->item(m->items[0]);
        model::Schema schema = *reader->schema();
        base::SeededRandom random{9};
        const auto labelWith = [&](const geometry::Geometry &geometry) {
            model::Annotation label;
            label.id = m->ids().make<AnnotationId>();
            label.labelClass = m->car;
            label.geometry = geometry;
            return label;
        };
        using review::DefectKind;
        const geometry::Cuboid cuboid{{10, 5, 1}, {4, 2, 1.5}, {0, 0, 0, 1}, {}};
        const std::vector<model::Annotation> labels{labelWith(geometry::Box{0, 0, 100, 50}), labelWith(cuboid),
                                                    labelWith(geometry::ItemLabel{})};
        // One class: no wrong one; what is labeled as a whole cannot be moved.
        for (int i = 0; i < 50; ++i) {
            const auto copy =
                review::withDefects(labels, item, schema, {DefectKind::Shifted, DefectKind::WrongClass}, 3, random, m->ids());
            QCOMPARE(copy.defects.size(), std::size_t(2));
            QCOMPARE(copy.labels.size(), labels.size());
            QVERIFY(copy.labels[2] == labels[2]);
            const auto box = *geometry::boundsOf(copy.labels[0].geometry);
            QVERIFY(box.x >= 0 && box.y >= 0 && (box.x > 19 || box.y > 19));
            const auto &moved = std::get<geometry::Cuboid>(copy.labels[1].geometry);
            QVERIFY(std::hypot(moved.centre[0] - 10, moved.centre[1] - 5) > 0.7);
        }
        const auto doubled = review::withDefects(labels, item, schema, {DefectKind::Doubled}, 1, random, m->ids());
        QCOMPARE(doubled.labels.size(), labels.size() + 1);
        QVERIFY(!doubled.defects.front().second.isNull());
        const auto dropped = review::withDefects(labels, item, schema, {DefectKind::Dropped}, 2, random, m->ids());
        QCOMPARE(dropped.labels.size(), std::size_t(1));
        QVERIFY(review::withDefects({labels[2]}, item, schema, {DefectKind::Shifted}, 5, random, m->ids()).defects.empty());
        QVERIFY(review::withDefects({}, item, schema, {DefectKind::Shifted}, 5, random, m->ids()).labels.empty());
        // A dropped one is found by asking for it where it was.
        model::Decision decision;
        decision.kind = DecisionKind::Fix;
        decision.place = geometry::Point{900, 900};
        const auto far = review::judge(dropped, labels, {decision});
        decision.place.reset();
        const auto found = review::judge(dropped, labels, {decision});
        QCOMPARE(found.found.at(DefectKind::Dropped).first, 2);
        QVERIFY(far.found.at(DefectKind::Dropped).first <= 2);
        for (const DefectKind kind : {DefectKind::Shifted, DefectKind::WrongClass, DefectKind::Doubled, DefectKind::Dropped})
            QVERIFY(review::defectFromName(review::defectName(kind)) == kind);
        QVERIFY(!review::defectFromName(u"nothing"));
    }

    void queuesAreForecast()
    {
        using review::QueueDay;
        const std::vector<QueueDay> steady(10, QueueDay{10, 30});
        const auto known = review::forecast(100, steady);
        QVERIFY(known.days50 && known.days10 && known.days90);
        QCOMPARE(*known.days50, 5.0);
        QCOMPARE(*known.days10, 5.0);
        QCOMPARE(*known.days90, 5.0);
        const auto growing = review::forecast(100, std::vector<QueueDay>(10, QueueDay{10, 5}));
        QVERIFY(!growing.days50);
        QCOMPARE(growing.never, 1.0);
        QVERIFY(!review::forecast(100, std::vector<QueueDay>(4, QueueDay{0, 50})).days50);
        QCOMPARE(*review::forecast(0, {}).days50, 0.0);
        const std::vector<QueueDay> uneven{{0, 0}, {0, 40}, {5, 0}, {0, 60}, {10, 20}, {0, 0}};
        const auto spread = review::forecast(100, uneven);
        QVERIFY(*spread.days10 < *spread.days50 && *spread.days50 < *spread.days90);
        QCOMPARE(*review::forecast(100, uneven).days90, *spread.days90);
        QVERIFY(!spread.text().isEmpty());

        const std::int64_t day = std::int64_t(86'400) * 1'000'000;
        for (std::size_t i = 0; i < 3; ++i) {
            handIn(m->items[i], m->anna, 1);
            if (i < 2)
                reviewAll(m->items[i], m->anna, m->rita);
            m->clock.advance(2 * day);
        }
        const auto figures = review::queueForecast(*m->project, m->lea);
        QVERIFY_RESULT(figures);
        QCOMPARE(figures->waiting, 1);
        std::int64_t arrived = 0;
        std::int64_t reviewed = 0;
        for (const QueueDay &one : figures->days) {
            arrived += one.arrived;
            reviewed += one.reviewed;
        }
        QCOMPARE(arrived, 3);
        QCOMPARE(reviewed, 2);
        QVERIFY(figures->days.size() >= 5);
        QVERIFY_FAILS(review::queueForecast(*m->project, m->rita), ErrorCode::PermissionDenied);
    }

    void suspiciousLabelsComeFirst()
    {
        std::vector<model::Annotation> labels;
        for (int i = 0; i < 20; ++i) {
            model::Annotation label;
            label.id = m->ids().make<AnnotationId>();
            label.labelClass = m->car;
            label.geometry = geometry::Box{40.0 * i, 100, 30.0 + i % 5, 20.0 + i % 3};
            labels.push_back(label);
        }
        labels[3].geometry = geometry::Box{120, 100, 600, 400};
        labels[7].unsure = true;
        std::vector<model::Annotation> model = labels;
        model[9].geometry = geometry::Box{900, 900, 30, 20};
        model[3] = labels[3];
        std::vector<review::LabelFacts> facts;
        for (const model::Annotation &label : labels)
            facts.push_back({&label, false, model, {}, 10});
        const auto found = review::suspicions(facts);
        for (std::size_t i = 0; i < found.size(); ++i)
            if (i != 3 && i != 7 && i != 9)
                for (const std::size_t odd : {3, 7, 9})
                    QVERIFY2(found[odd].value > found[i].value, qPrintable(QStringLiteral("%1 %2").arg(odd).arg(i)));
        QVERIFY(*found[9].model > 0.9);
        QVERIFY(!found[9].why(facts[9]).isEmpty());
        QVERIFY(found[0].why(facts[0]).isEmpty());
        QVERIFY(!found[0].consensus);
        QVERIFY(review::suspicions({}).empty());
        QCOMPARE(*review::disagreement(labels, labels, 10), 0.0);
        QVERIFY(!review::disagreement(labels, {}, 10));
        // One of the model's is nowhere in the work, and one of the work's is not in the model's: 2 of 21.
        QVERIFY(std::abs(*review::disagreement(labels, model, 10) - 2.0 / 21) < 1e-9);
        QCOMPARE(review::robustScores({1, 1, 1, 1, 1, 1, 1}), std::vector<double>(7, 0));
        const auto scores = review::robustScores({1, 1, 1, 1, 1, 1, 1, 1, 9});
        QVERIFY(scores[8] > 3.5 && scores[0] == 0);
    }
};

QTEST_GUILESS_MAIN(TestReviewMeasures)
#include "tst_reviewmeasures.moc"
