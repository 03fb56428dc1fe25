// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/calibrations.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/judging.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace plumbline;

namespace {

// Runs statements on a gold store; the first number of the last row, or nothing.
std::optional<std::int64_t> runOn(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    std::int64_t number = 0;
    const auto take = [](void *target, int columns, char **values, char **) {
        if (columns > 0 && values[0])
            *static_cast<std::int64_t *>(target) = std::atoll(values[0]);
        return 0;
    };
    const bool done = sqlite3_open(path.toUtf8().constData(), &database) == SQLITE_OK
        && sqlite3_exec(database, sql, take, &number, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done ? std::optional(number) : std::nullopt;
}

}  // namespace

// From judgements of a simulated crowd to what the lead is told.
class TestProjectCalibration final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<store::Project> m_project;
    base::SeededRandom m_random{3};
    const store::Person m_me = store::operatingSystemPerson();

    QString file(const char *name, const QByteArray &data)
    {
        const QString path = m_dir.filePath(QLatin1String(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(data) != data.size())
            return {};
        return path;
    }

    // Eight people on 160 tasks, 100 of them gold; p7 guesses from task 25 on, task 3 has a wrong key.
    void judge(bool backwards)
    {
        QByteArray gold = "task,truth\n";
        QByteArrayList rows;
        base::SeededRandom random(9);
        for (int task = 0; task < 160; ++task) {
            if (task < 100)
                gold += "t" + QByteArray::number(task) + ",yes\n";
            for (int person = 0; person < 8; ++person) {
                const double accuracy = person == 7 && task >= 25 ? .5 : .97 - .003 * person;
                const bool right = (random.uniform() < accuracy) != (task == 3);
                const QByteArray time = QByteArray("2026-01-02T") + QByteArray::number(10 + task / 60) + ':' + QByteArray::number(100 + task % 60).mid(1) + ":00Z";
                rows.append("t" + QByteArray::number(task) + ",p" + QByteArray::number(person) + ',' + (right ? "yes" : "no") + ",0.9," + time + '\n');
            }
        }
        if (backwards)
            std::reverse(rows.begin(), rows.end());
        const auto done = workflow::recordJudgements(
            *m_project, {file("labels.csv", "task,annotator,label,confidence,time\n" + rows.join()), file("gold.csv", gold)}, m_me, m_random, {});
        QVERIFY_RESULT(done);
        QCOMPARE(done->scored, std::int64_t(800));
    }

    workflow::ProjectCalibration calibrated(const workflow::CalibrationSettings &settings = {}, const QString &person = {})
    {
        auto result = workflow::calibrations(*m_project, settings, person);
        return result ? std::move(*result) : workflow::ProjectCalibration();
    }

private slots:
    void init()
    {
        static int run = 0;
        m_project.reset();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir.filePath(QStringLiteral("gold%1").arg(++run)).toUtf8());
        auto made = store::Project::create(m_dir.filePath(QStringLiteral("p%1.plumb").arg(run)), {});
        QVERIFY_RESULT(made);
        m_project = std::move(*made);
    }

    void whatTheLeadIsTold()
    {
        judge(false);
        const auto all = calibrated();
        QCOMPARE(all.people.size(), std::size_t(8));
        QCOMPARE(all.prior.annotators, std::int64_t(8));
        QVERIFY(all.difficultyKnown);
        QVERIFY(all.plan.falsePauseRate < .001);
        for (const auto &person : all.people) {
            QCOMPARE(person.live.items().n(), std::int64_t(100));
            QCOMPARE(person.live.score(), person.score);
            const auto proposal = quality::pauseProposal(person.live.pause(), all.plan, all.prior.prior);
            const bool drifter = person.name == QLatin1String("p7");
            QCOMPARE(proposal.proposed, drifter);
            if (!drifter)
                continue;
            QVERIFY(!person.live.alarms().empty());
            const quality::DriftAlarm &alarm = person.live.alarms().front();
            QVERIFY(alarm.worse);
            QVERIFY2(alarm.fromNumber > 20 && alarm.atNumber > 25 && alarm.atNumber < 45, qPrintable(alarm.text()));
        }
        // The wrong key.
        QVERIFY(!all.findings.empty());
        const auto &[item, finding] = all.findings.front();
        QCOMPARE(item, (ItemId{Uuid::fromName("task", "t3")}));
        QCOMPARE(finding.kind, quality::GoldFinding::Kind::AblePeopleMiss);
        QVERIFY(all.difficulty.at(item) > 1);
        // One person alone has the same prior and the same figures.
        const auto one = calibrated({}, QStringLiteral("p7"));
        QCOMPARE(one.people.size(), std::size_t(1));
        QCOMPARE(one.prior, all.prior);
        QCOMPARE(one.people.front().live.alarms(), all.people.back().live.alarms());
    }

    void orderOfTheFileDoesNotMatter()
    {
        judge(false);
        const auto forward = calibrated();
        init();
        judge(true);
        const auto backward = calibrated();
        QCOMPARE(backward.prior, forward.prior);
        QCOMPARE(backward.difficulty, forward.difficulty);
        for (std::size_t i = 0; i < 8; ++i) {
            QCOMPARE(backward.people[i].score, forward.people[i].score);
            QCOMPARE(backward.people[i].live.alarms(), forward.people[i].live.alarms());
            QCOMPARE(backward.people[i].live.pause(), forward.people[i].live.pause());
        }
    }

    void withoutGold()
    {
        const auto all = calibrated();
        QVERIFY(all.people.empty() && all.findings.empty() && !all.difficultyKnown);
        QCOMPARE(all.prior.prior, quality::BetaPrior());
    }

    void settingsThatMakeNoSense()
    {
        workflow::CalibrationSettings settings;
        settings.tooMuch = settings.acceptable;
        QVERIFY_FAILS(workflow::calibrations(*m_project, settings), ErrorCode::InvalidArgument);
        settings = {};
        settings.rule.certainty = 1;
        QVERIFY_FAILS(workflow::calibrations(*m_project, settings), ErrorCode::InvalidArgument);
    }

    // A store from before outcomes were kept: scores stay, and new ones are kept with their time.
    void olderStores()
    {
        judge(false);
        const QString path = workflow::GoldStore::standardPath(m_project->id());
        QVERIFY(runOn(path, "DROP TABLE outcome; DROP TABLE withdrawn; PRAGMA user_version = 1;"));
        const auto all = calibrated();
        QCOMPARE(all.people.size(), std::size_t(8));
        QVERIFY(all.people.front().score.n() == 100 && all.people.front().live.items().n() == 0);
        const auto more = workflow::recordJudgements(*m_project, {file("more.csv", "task,annotator,label\nt5,new,no\n"), {}}, m_me, m_random, {});
        QVERIFY_RESULT(more);
        const auto later = calibrated({}, QStringLiteral("new"));
        QCOMPARE(later.people.front().live.items().wrong, std::int64_t(1));
    }

    void ordinarySubmissionsLookTheSame()
    {
        auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id()));
        QVERIFY_RESULT(gold);
        quality::GoldOutcome outcome;
        outcome.right = 3;
        outcome.confusion[{ClassId{Uuid::fromName("test", "car")}, ClassId{Uuid::fromName("test", "car")}}] = 3;
        outcome.confidence = .5;
        workflow::GoldStore::Scored scored;
        scored.annotator = QStringLiteral("ada");
        for (const bool isGold : {true, false}) {
            scored.submission = m_project->store().ids().make<SubmissionId>();
            scored.item = m_project->store().ids().make<ItemId>();
            scored.outcome = isGold ? std::optional(outcome) : std::nullopt;
            QVERIFY_RESULT((*gold)->record(scored, {}));
        }
        const auto outcomes = (*gold)->outcomes(scored.annotator);
        QVERIFY_RESULT(outcomes);
        QCOMPARE(outcomes->size(), std::size_t(1));
        QCOMPARE(*outcomes->front().outcome, outcome);
        const QString path = workflow::GoldStore::standardPath(m_project->id());
        QCOMPARE(runOn(path, "SELECT count(DISTINCT length(data)) FROM outcome"), std::optional<std::int64_t>(1));
        QCOMPARE(runOn(path, "SELECT count(*) FROM outcome"), std::optional<std::int64_t>(2));
        // A submission counts once.
        QVERIFY(!(*gold)->record(scored, {}));
    }
};

QTEST_GUILESS_MAIN(TestProjectCalibration)
#include "tst_projectcalibration.moc"
