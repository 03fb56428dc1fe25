// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/abstention.h"
#include "core/simulation/judgementteam.h"
#include "core/workflow/teamreport.h"
#include "tests/support/simulatedrecord.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::workflow;

namespace {

model::Judgement said(const char *task, const char *person, const char *label, std::int64_t second,
                      std::optional<double> confidence = {})
{
    model::Judgement judgement;
    judgement.task = QString::fromLatin1(task);
    judgement.annotator = QString::fromLatin1(person);
    judgement.label = QString::fromLatin1(label);
    judgement.createdMicroseconds = second * 1'000'000;
    judgement.confidence = confidence;
    return judgement;
}

const PersonFigures &of(const TeamReport &report, const QString &name)
{
    return report.people[static_cast<std::size_t>(report.indexOf(name))];
}

QStringList kinds(const PersonFigures &person)
{
    QStringList list;
    for (const Sign &sign : person.signs)
        list << QString::number(static_cast<int>(sign.kind));
    return list;
}

}  // namespace

class TestTeamReport : public QObject
{
    Q_OBJECT

private slots:
    void countsByHand()
    {
        TeamRecordBuilder builder;
        builder.add(said("t1", "bea", "cat", 100, 0.9));
        builder.add(said("t1", "al", "cat", 10, 1.0));
        builder.add(said("t2", "al", "dog", 30, 0.5));
        builder.add(said("t2", "bea", "cat", 105, 0.8));
        builder.add(said("t2", "bea", "dog", 106));  // the first counts
        builder.add(said("t3", "al", "cannot-label", 40));
        builder.add(said("t3", "bea", "dog", 5000));  // after a break
        builder.setCohort(QStringLiteral("al"), QStringLiteral("A"));
        TeamRecord record = builder.take();
        QCOMPARE(record.size(), std::size_t(6));
        record.truth = {record.labelIndex(QStringLiteral("cat")), record.labelIndex(QStringLiteral("dog")),
                        record.labelIndex(QStringLiteral("bird"))};
        const auto report = teamReport(record, {}, {});
        QVERIFY_RESULT(report);
        QCOMPARE(report->people.size(), std::size_t(2));
        const PersonFigures &al = report->people[0];
        const PersonFigures &bea = report->people[1];
        QCOMPARE(al.name, QStringLiteral("al"));
        QCOMPARE(al.cohort, QStringLiteral("A"));
        QCOMPARE(al.answers, 3);
        QCOMPARE(al.abstentions, 1);
        QCOMPARE(al.gold.right, 2);
        QCOMPARE(al.gold.wrong, 1);
        QCOMPARE(al.posterior.alpha, 3.0);
        QCOMPARE(al.posterior.beta, 2.0);
        QCOMPARE(al.timed, 2);
        QCOMPARE(*al.medianSeconds, 20.0);
        QCOMPARE(al.confidence.n(), 2);
        QCOMPARE(bea.timed, 1);  // 5 seconds; the break and the repeated answer are none
        QCOMPARE(*bea.medianSeconds, 5.0);
        QCOMPARE(bea.gold.right, 1);
        QCOMPARE(bea.gold.wrong, 2);
        QCOMPARE(bea.peersCompared, 2);  // t3 was abstained from
        QCOMPARE(bea.peersSame, 1);
        QCOMPARE(report->pair(0, 1).common, 2);
        QCOMPARE(report->pair(1, 0).same, 1);
        QCOMPARE(report->pair(0, 0).common, 0);
        const auto cat = record.labels.indexOf(QStringLiteral("cat"));
        const auto dog = record.labels.indexOf(QStringLiteral("dog"));
        const auto bird = record.labels.indexOf(QStringLiteral("bird"));
        using Cells = std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t>;
        QCOMPARE(bea.confusion, (Cells{{{cat, cat}, 1}, {{dog, cat}, 1}, {{bird, dog}, 1}}));
        QCOMPARE(al.confusion.at({bird, TeamRecord::none}), 1);
        QCOMPARE(report->cohorts.size(), std::size_t(2));
        QVERIFY(al.signs.empty() && bea.signs.empty());

        const auto wrong = evidence(record, QStringLiteral("bea"), EvidenceKind::Wrong);
        QCOMPARE(wrong.size(), std::size_t(2));
        QCOMPARE(wrong[0].task, QStringLiteral("t2"));
        QCOMPARE(wrong[0].truth, QStringLiteral("dog"));
        QCOMPARE(*wrong[0].confidence, double(0.8F));
        QCOMPARE(evidence(record, QStringLiteral("al"), EvidenceKind::Abstained).size(), std::size_t(1));
        QVERIFY(evidence(record, QStringLiteral("nobody"), EvidenceKind::All).empty());
    }

    void emptyAndTinyTeams()
    {
        const auto nothing = teamReport(TeamRecord(), {}, {});
        QVERIFY_RESULT(nothing);
        QVERIFY(nothing->people.empty() && nothing->cohorts.empty());
        TeamRecordBuilder builder;
        builder.setCohort(QStringLiteral("newcomer"), QStringLiteral("A"));
        builder.add(said("t1", "one", "cat", 1));
        const auto report = teamReport(builder.take(), {}, {});
        QVERIFY_RESULT(report);
        const PersonFigures &newcomer = of(*report, QStringLiteral("newcomer"));
        QCOMPARE(newcomer.answers, 0);
        QVERIFY(!newcomer.medianSeconds);
        QCOMPARE(newcomer.interval.low, quality::BetaPosterior().interval().low);
    }

    void orderOfArrivalDoesNotMatter()
    {
        const auto world = simulation::simulateJudgements(simulation::judgementTeam(), {200, 6, 0.4, 0.85, 2});
        const auto forward = teamReport(test::recordOf(world), {}, {});
        auto shuffled = world;
        std::reverse(shuffled.rows.begin(), shuffled.rows.end());
        const auto backward = teamReport(test::recordOf(shuffled), {}, {});
        QVERIFY_RESULT(forward);
        QVERIFY_RESULT(backward);
        for (const PersonFigures &person : forward->people) {
            const PersonFigures &same = of(*backward, person.name);
            QCOMPARE(same.gold, person.gold);
            QCOMPARE(same.interval, person.interval);
            QCOMPARE(same.peersSame, person.peersSame);
            QCOMPARE(same.medianSeconds, person.medianSeconds);
            QCOMPARE(same.driftAlarms, person.driftAlarms);
            QCOMPARE(kinds(same), kinds(person));
        }
    }

    // Every habit is found in the person who has it; nobody else of the twenty is named.
    void signsFindTheSimulatedOnes()
    {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const auto world = simulation::simulateJudgements(simulation::judgementTeam(), {800, 8, 0.4, 0.85, seed});
            const auto report = teamReport(test::recordOf(world), {}, {});
            QVERIFY_RESULT(report);
            using Kind = Sign::Kind;
            const QMap<QString, Kind> guilty{
                {QStringLiteral("ivan"), Kind::SelectiveSkipping}, {QStringLiteral("marco"), Kind::BulkAcceptance},
                {QStringLiteral("julia"), Kind::BulkAcceptance},   {QStringLiteral("nadia"), Kind::ConstantConfidence},
                {QStringLiteral("felix"), Kind::Copying},          {QStringLiteral("greta"), Kind::Copying}};
            for (const PersonFigures &person : report->people) {
                const QString what =
                    QStringLiteral("seed %1, %2: %3").arg(seed).arg(person.name, kinds(person).join(QLatin1Char(' ')));
                QVERIFY2(guilty.contains(person.name) == !person.signs.empty(), qPrintable(what));
                for (const Sign &sign : person.signs) {
                    QCOMPARE(static_cast<int>(sign.kind), static_cast<int>(guilty[person.name]));
                    QVERIFY(!sign.tasks.isEmpty() && sign.tasks.size() <= 50);
                    QVERIFY(sign.n >= 20 && sign.count <= sign.n);
                    // The interval of a share of 1 ends just below it.
                    QVERIFY(sign.interval.low < sign.share() && sign.share() < sign.interval.high + 0.01);
                    QVERIFY(sign.text().contains(QString::number(sign.n)) && !sign.method().isEmpty());
                    if (sign.kind == Kind::Copying)
                        QCOMPARE(sign.other,
                                 person.name == QLatin1String("felix") ? QStringLiteral("greta") : QStringLiteral("felix"));
                }
            }
            // The one who is copied is ahead.
            const Sign &copied = of(*report, QStringLiteral("felix")).signs.front();
            const Sign &copier = of(*report, QStringLiteral("greta")).signs.front();
            QVERIFY(copied.first > copied.count * 9 / 10);
            QVERIFY(copier.first < copier.count / 10);
        }
    }

    // At most one honest person in a thousand for each kind of sign, as stated: of 1500 people not more than 5 for each kind
    // (99 % of a binomial count with mean 1.5). A cohort with a shared bias is among them.
    void signsLeaveHonestPeopleAlone()
    {
        QMap<int, int> named;
        int people = 0;
        for (std::uint64_t seed = 100; seed < 125; ++seed) {
            const auto world = simulation::simulateJudgements(simulation::honestTeam(60), {600, 12, 0.3, 0.85, seed});
            const auto report = teamReport(test::recordOf(world), {}, {});
            QVERIFY_RESULT(report);
            people += 60;
            for (const PersonFigures &person : report->people)
                for (const Sign &sign : person.signs)
                    ++named[static_cast<int>(sign.kind)];
        }
        QCOMPARE(people, 1500);
        for (auto it = named.begin(); it != named.end(); ++it)
            QVERIFY2(it.value() <= 5, qPrintable(QStringLiteral("kind %1: %2 people named").arg(it.key()).arg(it.value())));
    }

    // A cohort that reads the guideline wrong agrees in its errors; that is no copying.
    void sharedMisreadingIsNoCopying()
    {
        auto team = simulation::honestTeam(30);
        for (auto &judge : team)
            judge.biasRate = judge.cohort == QLatin1String("partner B") ? 0.95 : 0;
        const auto world = simulation::simulateJudgements(team, {1500, 10, 0.3, 0.85, 9});
        const auto report = teamReport(test::recordOf(world), {}, {});
        QVERIFY_RESULT(report);
        for (const PersonFigures &person : report->people)
            for (const Sign &sign : person.signs)
                QVERIFY2(sign.kind != Sign::Kind::Copying, qPrintable(person.name + QLatin1Char(' ') + sign.text()));
    }

    // The interval of an honest person holds their accuracy about as often as it says. A prior fitted to a cohort of 14 with 50
    // results each makes it narrower, and as the fit itself is uncertain, it holds it somewhat less often.
    void intervalsHoldTheTruth()
    {
        int uniform = 0;
        int fitted = 0;
        int n = 0;
        for (std::uint64_t seed = 1; seed <= 15; ++seed) {
            auto team = simulation::honestTeam(42);
            for (auto &judge : team)
                judge.biasRate = 0;
            const auto world = simulation::simulateJudgements(team, {420, 10, 0.5, 0.85, seed});
            const auto report = teamReport(test::recordOf(world), {}, {});
            QVERIFY_RESULT(report);
            for (const auto &judge : team) {
                const PersonFigures &person = of(*report, judge.name);
                const double accuracy = (1 - judge.errorRate) * (1 - 0.01);
                const auto holds = [&](quality::Interval interval) {
                    return interval.low <= accuracy && accuracy <= interval.high;
                };
                ++n;
                uniform += holds(quality::BetaPosterior::of(person.gold.right, person.gold.wrong).interval());
                fitted += holds(person.interval);
            }
        }
        QCOMPARE(n, 630);
        QVERIFY2(uniform > 0.925 * n && uniform < 0.985 * n, qPrintable(QString::number(double(uniform) / n)));
        QVERIFY2(fitted > 0.87 * n, qPrintable(QString::number(double(fitted) / n)));
    }

    void drifterAlarms()
    {
        TeamOptions options;
        const auto plan = quality::BernoulliCusumPlan::forRunLength(0.10, 0.25, 500);
        QVERIFY_RESULT(plan);
        options.drift = *plan;
        const auto world = simulation::simulateJudgements(simulation::judgementTeam(), {2000, 8, 0.4, 0.85, 4});
        const TeamRecord record = test::recordOf(world);
        const auto report = teamReport(record, {}, options);
        QVERIFY_RESULT(report);
        const PersonFigures &drifter = of(*report, QStringLiteral("elena"));
        QVERIFY(!drifter.driftAlarms.empty());
        const quality::DriftAlarm &alarm = drifter.driftAlarms.front();
        QVERIFY2(alarm.atNumber > drifter.driftResults / 2, qPrintable(QString::number(alarm.atNumber)));
        // Three times the mean time to an alarm is ample.
        QVERIFY2(double(alarm.atNumber) < double(drifter.driftResults) / 2 + 3 * plan->afterShift,
                 qPrintable(QString::number(alarm.atNumber)));
        QVERIFY(of(*report, QStringLiteral("hanna")).driftAlarms.empty());
        QCOMPARE(static_cast<std::int64_t>(driftInputs(record, QStringLiteral("elena")).size()), drifter.driftResults);
    }

    // Three people hand in the same pictures; one says "cannot label" to a third of them, another needs a second each.
    void signsOnPictures()
    {
        TeamRecordBuilder builder;
        std::vector<PictureWork> pictures;
        const QStringList names{QStringLiteral("ada"), QStringLiteral("ben"), QStringLiteral("cleo"), QStringLiteral("dora"),
                                QStringLiteral("emil")};
        for (int person = 0; person < names.size(); ++person) {
            builder.setCohort(names[person], QStringLiteral("A"));
            PictureWork work;
            work.person = names[person];
            for (int i = 0; i < 60; ++i) {
                const bool skips = person == 1 && i % 3 == 0;
                work.items.emplace_back(ItemId{Uuid::fromName("item", QByteArray::number(i))}, skips);
                work.times.push_back((i + 1) * (person == 2 ? 1'000'000LL : 30'000'000LL));
                ++work.submissions;
                work.cannotLabel += skips;
            }
            pictures.push_back(work);
        }
        const auto report = teamReport(builder.take(), pictures, {});
        QVERIFY_RESULT(report);
        for (const QString &name : names) {
            const auto &signs = of(*report, name).signs;
            const bool named = name == names[1] || name == names[2];
            QCOMPARE(signs.size(), std::size_t(named));
            if (!named)
                continue;
            QVERIFY(signs.front().pictures && signs.front().text().contains(QStringLiteral("pictures")));
            QCOMPARE(signs.front().kind, name == names[1] ? Sign::Kind::SelectiveSkipping : Sign::Kind::BulkAcceptance);
            QVERIFY(ItemId::fromString(signs.front().tasks.front()));
        }
    }

    void picturesCount()
    {
        TeamRecordBuilder builder;
        builder.setCohort(QStringLiteral("ada"), QStringLiteral("A"));
        PictureWork work;
        work.person = QStringLiteral("ada");
        work.submissions = 4;
        work.cannotLabel = 1;
        work.times = {0, 20'000'000, 50'000'000, 9'000'000'000};
        work.gold = {18, 2};
        work.labels = 40;
        work.fromModel = 10;
        work.confidence.add(0.9, true);
        work.results = {{true, 0, 5}, {false, 0, 7}};
        work.confusion[{QStringLiteral("car"), QString()}] = 2;
        const auto report = teamReport(builder.take(), {work}, {});
        QVERIFY_RESULT(report);
        const PersonFigures &ada = report->people.front();
        QCOMPARE(ada.answers, 4);
        QCOMPARE(ada.gold.right, 18);
        QVERIFY(std::abs(ada.posterior.mean() - 19.0 / 22) < 1e-12);
        QCOMPARE(*ada.medianSeconds, 30.0);
        QCOMPARE(ada.suggestionsKept, 10);
        QCOMPARE(ada.confidence.n(), 1);
        QCOMPARE(ada.driftResults, 2);
        QCOMPARE(ada.confusion.begin()->second, 2);
        QCOMPARE(report->labels, QStringList{QStringLiteral("car")});
    }
};

QTEST_GUILESS_MAIN(TestTeamReport)
#include "tst_teamreport.moc"
