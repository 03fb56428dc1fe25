// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/judgementteam.h"
#include "core/workflow/acceptederrors.h"
#include "tests/support/simulatedrecord.h"
#include "tests/support/verify.h"

#include <QTest>

#include <limits>

using namespace plumbline;
using namespace plumbline::workflow;

namespace {

// One person for each number of errors in 20 tasks, all of them with gold.
TeamRecord recordWith(const std::vector<int> &errors, int tasks = 20)
{
    TeamRecordBuilder builder;
    for (std::size_t person = 0; person < errors.size(); ++person)
        for (int task = 0; task < tasks; ++task) {
            model::Judgement judgement;
            judgement.task = QString::number(task);
            judgement.annotator = QStringLiteral("p%1").arg(person);
            judgement.label = task < errors[person] ? QStringLiteral("wrong") : QStringLiteral("right");
            judgement.createdMicroseconds = task;
            builder.add(judgement);
        }
    TeamRecord record = builder.take();
    record.truth.assign(record.tasks.size(), record.labelIndex(QStringLiteral("right")));
    return record;
}

}  // namespace

class TestAcceptedErrors : public QObject
{
    Q_OBJECT

private slots:
    void medianOfTheTeam()
    {
        const auto accepted = AcceptedErrors::of(recordWith({0, 8, 2, 20, 1}), {}, {});
        QCOMPARE(accepted.basis, AcceptedErrors::Basis::Median);
        QCOMPARE(accepted.rate, 0.1);
        QCOMPARE(accepted.people, 5);
        QVERIFY2(accepted.text().startsWith(QLatin1String("10.0 %")), qPrintable(accepted.text()));
        QCOMPARE(AcceptedErrors::of(recordWith({0, 8, 2, 20, 1, 3}), {}, {}).rate, 0.1);
        const auto plan = accepted.errorPlan();
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->acceptable, 0.1);
        QCOMPARE(plan->tooMuch, 0.2);
        QVERIFY(plan->inControl >= 500);
    }

    void pointsOutWhatItCannotKnow()
    {
        for (const TeamRecord &record : {TeamRecord(), recordWith({4, 4, 4, 4}), recordWith({4, 4, 4, 4, 4}, 19)}) {
            const auto accepted = AcceptedErrors::of(record, {}, {});
            QCOMPARE(accepted.basis, AcceptedErrors::Basis::Ordinary);
            QCOMPARE(accepted.rate, 0.05);
        }
        // Nobody is taken to make no errors, and what most get wrong is not what is ordinary.
        QCOMPARE(AcceptedErrors::of(recordWith({0, 0, 0, 0, 0}), {}, {}).rate, AcceptedErrors::lowest);
        const auto hopeless = AcceptedErrors::of(recordWith({20, 20, 20, 20, 20}), {}, {});
        QCOMPARE(hopeless.rate, AcceptedErrors::highest);
        QVERIFY_RESULT(hopeless.errorPlan());
    }

    void picturesCount()
    {
        std::vector<PictureWork> pictures;
        TeamRecord record;
        for (int person = 0; person < 5; ++person) {
            PictureWork work;
            work.person = QString::number(person);
            record.people.append(work.person);
            record.cohorts.append(QString());
            for (int i = 0; i < 40; ++i)
                work.results.push_back({i >= 6, 0, i});
            pictures.push_back(std::move(work));
        }
        QCOMPARE(AcceptedErrors::of(record, pictures, {}).rate, 0.15);
    }

    void leadsChoose()
    {
        const TeamRecord record = recordWith({0, 8, 2, 20, 1});
        const auto chosen = AcceptedErrors::of(record, {}, AcceptedErrors::chosenFrom(Json(0.12)));
        QCOMPARE(chosen.basis, AcceptedErrors::Basis::Chosen);
        QCOMPARE(chosen.rate, 0.12);
        QCOMPARE(AcceptedErrors::of(record, {}, 7.0).rate, AcceptedErrors::highest);
        for (const Json &broken : {Json(), Json("much"), Json(0), Json(-1), Json(std::numeric_limits<double>::quiet_NaN())})
            QVERIFY(!AcceptedErrors::chosenFrom(broken));
    }

    // Honest people of 2 to 15 %: a fixed 5 % names many more of them than the median does.
    void fewerHonestPeopleAreNamed()
    {
        const auto world = simulation::simulateJudgements(simulation::honestTeam(60), {600, 10, 0.5, 0.85, 3});
        const TeamRecord record = test::recordOf(world);
        const auto named = [&](std::optional<double> chosen) {
            const auto plan = AcceptedErrors::of(record, {}, chosen).errorPlan();
            TeamOptions options;
            options.drift = plan.value_or(quality::BernoulliCusumPlan());
            const auto report = teamReport(record, {}, options);
            return report ? std::count_if(report->people.begin(), report->people.end(),
                                          [](const PersonFigures &person) { return !person.driftAlarms.empty(); })
                          : -1;
        };
        const auto fixed = named(0.05);
        const auto median = named(std::nullopt);
        QVERIFY2(fixed > 0 && median >= 0 && 2 * median <= fixed, qPrintable(QStringLiteral("%1 %2").arg(fixed).arg(median)));
    }
};

QTEST_GUILESS_MAIN(TestAcceptedErrors)
#include "tst_acceptederrors.moc"
