// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/contests.h"
#include "tests/cli/clirunner.h"
#include "tests/packet/sampleproject.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using workflow::ContestAnswer;
using workflow::GoldKind;
using workflow::GoldStore;

/// Scores that are contested: what is stored, what a lead sees and does, and what none of it may tell.
class TestContests : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Project> m_project;
    test::Party m_boss{store::operatingSystemPerson().name};
    const store::Person m_ada{QStringLiteral("ada"), true};
    const store::Person m_ben{QStringLiteral("ben"), true};
    base::SystemRandom m_random;
    std::vector<model::Item> m_items;

    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }

    Result<> setKey(std::size_t item, double x, GoldKind kind)
    {
        const auto gold = GoldStore::open(GoldStore::standardPath(m_project->id()));
        if (!gold)
            return fail(gold.error());
        quality::GoldKey key;
        key.answers = {{test::box(*m_project, m_items[item].id, model::acceptedLayer(), x)}};
        return (*gold)->setKey(m_items[item].id, key, kind);
    }
    Result<> handIn(std::size_t item, double x, const store::Person &person)
    {
        auto builder = test::gesture(*m_project);
        builder.create(test::box(*m_project, m_items[item].id, person.name, x));
        if (const auto done = test::commit(*m_project, builder, person.name); !done)
            return done;
        const auto handed = workflow::submit(*m_project, m_items[item].id, person, {}, m_random);
        return handed ? Result<>() : fail(handed.error());
    }
    Result<std::optional<quality::GoldOutcome>> outcome(std::size_t item, const store::Person &person)
    {
        const auto gold = GoldStore::open(GoldStore::standardPath(m_project->id()));
        const auto id = workflow::scoredSubmission(*m_project, m_items[item].id, person.name);
        if (!gold || !id)
            return fail(gold ? id.error() : gold.error());
        return (*gold)->outcome(*id);
    }
    Result<workflow::Contest> contest(ItemId item, const store::Person &person,
                                      const QString &words = QStringLiteral("It is a car."))
    {
        return workflow::openContest(*m_project, {item, 0, 0, words}, person);
    }

    // Item 0 is practice, 1 and 2 blind gold, the rest ordinary. ada is wrong in 0 and 1.
    void setUp()
    {
        m_project.reset();
        m_dir = std::make_unique<QTemporaryDir>(test::quickFolder());
        qputenv("PLUMBLINE_GOLD_FOLDER", path("gold").toUtf8());
        auto made = test::makeProject(path("p.plumb"), m_boss, {m_ada.name, m_ben.name}, 5);
        QVERIFY_RESULT(made);
        m_project = std::move(*made);
        m_items = test::itemsOf(*m_project);
        QVERIFY_RESULT(setKey(0, 10, GoldKind::Practice));
        QVERIFY_RESULT(setKey(1, 10, GoldKind::Blind));
        QVERIFY_RESULT(setKey(2, 10, GoldKind::Blind));
        for (const auto &[item, x] : {std::pair<std::size_t, double>{0, 200}, {1, 200}, {2, 10}, {3, 10}})
            QVERIFY_RESULT(handIn(item, x, m_ada));
        QVERIFY_RESULT(handIn(0, 200, m_ben));
        QVERIFY_RESULT(handIn(1, 10, m_ben));
    }
    // All records of contests, without what differs by time and chance.
    QByteArrayList stored()
    {
        QByteArrayList list;
        const auto log = store::RecordLog::open(m_project->store());
        const auto records = log->all(model::RecordKind::Contest);
        for (const model::Record &record : *records) {
            Json json = base::parseJson(record.data).value();
            json.erase("created");
            json.erase("to");
            if (json.contains("answer"))
                json["answer"].erase("created");
            list << record.item.toString().toLatin1() + base::toJsonLine(json);
        }
        return list;
    }

private slots:
    void init() { setUp(); }
    void cleanup()
    {
        if (m_project)
            QCOMPARE(test::verified(*m_project), QStringList());
    }

    void aPracticeItemIsContestedAndItsKeyChanged()
    {
        QCOMPARE(outcome(0, m_ada).value()->wrong, 2);
        const auto open = workflow::contestable(*m_project, m_ada);
        QVERIFY_RESULT(open);
        QCOMPARE(open->size(), std::size_t(1));
        QVERIFY(open->front().item == m_items[0].id);
        const auto made = contest(m_items[0].id, m_ada);
        QVERIFY_RESULT(made);

        const auto both = workflow::keyAndWork(*m_project, m_items[0].id, m_ada.name, m_boss.person());
        QVERIFY_RESULT(both);
        QVERIFY(both->key && both->key->kind == GoldKind::Practice);
        QCOMPARE(both->work.size(), std::size_t(1));
        const auto results = workflow::contestedResults(*m_project, *made, m_boss.person());
        QVERIFY_RESULT(results);
        QCOMPARE(results->size(), std::size_t(1));

        // What ada drew is right too: her result changes, ben's as well, and the key still accepts what it did.
        const auto report = workflow::answerContest(
            *m_project, {made->id, ContestAnswer::KeyChanged, {}, m_ada.name, true, QStringLiteral("You are right.")},
            m_boss.person());
        QVERIFY_RESULT(report);
        QCOMPARE(report->keys, 1);
        QCOMPARE(report->rescored, 2);
        QCOMPARE(outcome(0, m_ada).value()->wrong, 0);
        const auto mine = workflow::contests(*m_project, m_ada);
        QCOMPARE(mine->size(), std::size_t(1));
        QVERIFY(mine->front().answer && mine->front().answer->what == ContestAnswer::KeyChanged);
        QCOMPARE(mine->front().answer->words, QStringLiteral("You are right."));
        QCOMPARE(workflow::keyAndWork(*m_project, m_items[0].id, m_ada.name, m_boss.person())->key->key.answers.size(),
                 std::size_t(2));

        // A later answer takes the place of the earlier one.
        QVERIFY_RESULT(workflow::answerContest(
            *m_project, {made->id, ContestAnswer::ToAdjudication, {}, {}, false, QStringLiteral("Others look at it.")},
            m_boss.person()));
        const auto reader = m_project->store().reader();
        const auto task = (*reader)->task(TaskId{Uuid::fromName("adjudicate-task", m_items[0].id.uuid.toBytes())});
        QVERIFY_RESULT(task);
        QVERIFY(*task && (*task)->stage == model::Stage::Adjudicate && (*task)->state == model::TaskState::ToDo);
        QVERIFY(workflow::contests(*m_project, m_ada)->front().answer->what == ContestAnswer::ToAdjudication);
        QVERIFY_RESULT(workflow::answerContest(
            *m_project, {made->id, ContestAnswer::KeyWithdrawn, {}, {}, false, QStringLiteral("It goes.")}, m_boss.person()));
        QVERIFY(!*outcome(0, m_ada));
        QVERIFY_FAILS(workflow::answerContest(*m_project,
                                              {made->id, ContestAnswer::KeyWithdrawn, {}, {}, false, QStringLiteral("Again.")},
                                              m_boss.person()),
                      ErrorCode::NotFound);
    }

    void blindGoldCannotBeAskedFor()
    {
        // Blind gold with a result, ordinary work, work of others and items that nobody handed in are refused in the same words.
        QSet<QString> words;
        for (const std::size_t item : {1, 2, 3, 4}) {
            const auto refused = contest(m_items[item].id, m_ada);
            QVERIFY_FAILS(refused, ErrorCode::NotFound);
            words << refused.error().text + refused.error().detail;
        }
        const auto foreign = workflow::openContest(*m_project, {m_items[1].id, 0, 0, QStringLiteral("x")}, m_ben);
        QVERIFY_FAILS(foreign, ErrorCode::NotFound);
        words << foreign.error().text + foreign.error().detail;
        QCOMPARE(words.size(), 1);
        QVERIFY(stored().isEmpty());
    }

    void aFigureIsLookedAtByTheLead()
    {
        const auto whole = contest({}, m_ada);
        QVERIFY_RESULT(whole);
        const auto results = workflow::contestedResults(*m_project, *whole, m_boss.person());
        QVERIFY_RESULT(results);
        QCOMPARE(results->size(), std::size_t(3));
        int blind = 0;
        for (const workflow::ContestedResult &result : *results)
            blind += result.kind == GoldKind::Blind;
        QCOMPARE(blind, 2);
        const auto before = workflow::openContest(*m_project, {{}, 0, 1000, QStringLiteral("long ago")}, m_ada);
        QVERIFY_RESULT(before);
        QVERIFY(workflow::contestedResults(*m_project, *before, m_boss.person())->empty());
        // One result goes, and stays in the list as withdrawn.
        QVERIFY_RESULT(workflow::answerContest(
            *m_project, {whole->id, ContestAnswer::ResultWithdrawn, m_items[1].id, {}, false, QStringLiteral("Looked at.")},
            m_boss.person()));
        QVERIFY(!*outcome(1, m_ada));
        QVERIFY(*outcome(1, m_ben));
        const auto after = workflow::contestedResults(*m_project, *whole, m_boss.person());
        QCOMPARE(after->size(), std::size_t(3));
        QCOMPARE(std::count_if(after->begin(), after->end(), [](const auto &r) { return !r.outcome; }), 1);
    }

    void anAnswerAboutAFigureTellsNothing()
    {
        // Whatever is done, the project holds the same, to the byte; and the gauge does not move at once.
        QSet<QByteArray> ways;
        QSet<QByteArray> folds;
        for (const ContestAnswer what :
             {ContestAnswer::KeyStays, ContestAnswer::KeyChanged, ContestAnswer::KeyWithdrawn, ContestAnswer::ResultWithdrawn}) {
            setUp();
            const QByteArray fold = test::foldOf(*m_project);
            const auto made = contest({}, m_ada);
            QVERIFY_RESULT(made);
            QVERIFY(made->item.isNull());
            const auto shown = workflow::gauge(*m_project, m_ada);
            const auto tasks = (*m_project->store().reader())->tasks({});
            QVERIFY_RESULT(workflow::answerContest(
                *m_project, {made->id, what, m_items[1].id, m_ada.name, false, QStringLiteral("We looked at all of it.")},
                m_boss.person()));
            QVERIFY(shown.value() == workflow::gauge(*m_project, m_ada).value());
            QCOMPARE(test::foldOf(*m_project), fold);
            QVERIFY(tasks.value() == (*m_project->store().reader())->tasks({}).value());
            const QByteArrayList records = stored();
            QCOMPARE(records.size(), 1);
            for (const model::Item &item : m_items) {
                QVERIFY(!records.front().contains(item.id.toString().toLatin1()));
                QVERIFY(!records.front().contains(item.name.toUtf8()));
            }
            ways << records.front();
        }
        QCOMPARE(ways.size(), 1);
        QVERIFY(!ways.begin()->contains("key"));
    }

    void whoMayDoWhat()
    {
        const auto made = contest(m_items[0].id, m_ada);
        QVERIFY_RESULT(made);
        QVERIFY_RESULT(contest({}, m_ben));
        QCOMPARE(workflow::contests(*m_project, m_ada)->size(), std::size_t(1));
        QCOMPARE(workflow::contests(*m_project, m_boss.person())->size(), std::size_t(2));
        const workflow::ContestReply reply{made->id, ContestAnswer::KeyStays, {}, {}, false, QStringLiteral("No.")};
        for (const store::Person &person :
             {m_ada, m_ben, store::Person{m_boss.name, false}, store::Person{QStringLiteral("eve"), true}}) {
            QVERIFY_FAILS(workflow::answerContest(*m_project, reply, person), ErrorCode::PermissionDenied);
            QVERIFY_FAILS(workflow::contestedResults(*m_project, *made, person), ErrorCode::PermissionDenied);
            QVERIFY_FAILS(workflow::keyAndWork(*m_project, m_items[0].id, m_ada.name, person), ErrorCode::PermissionDenied);
        }
        QVERIFY_FAILS(contest({}, {QStringLiteral("eve"), true}), ErrorCode::PermissionDenied);
        QVERIFY_RESULT(workflow::answerContest(*m_project, reply, m_boss.person()));
    }

    void badInput()
    {
        QVERIFY_FAILS(contest({}, m_ada, QStringLiteral("  ")), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(contest({}, m_ada, QString(5000, QLatin1Char('x'))), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(workflow::openContest(*m_project, {{}, 2000, 1000, QStringLiteral("x")}, m_ada),
                      ErrorCode::InvalidArgument);
        const auto figure = contest({}, m_ada);
        const auto answer = [&](const Uuid &id, ContestAnswer what, ItemId item, const char *words = "x",
                                const char *layer = "ada") {
            return workflow::answerContest(
                *m_project, {id, what, item, QString::fromLatin1(layer), false, QString::fromLatin1(words)}, m_boss.person());
        };
        QVERIFY_FAILS(answer(Uuid::fromName("no", "contest"), ContestAnswer::KeyStays, {}), ErrorCode::NotFound);
        QVERIFY_FAILS(answer(figure->id, ContestAnswer::KeyStays, {}, " "), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(answer(figure->id, ContestAnswer::KeyChanged, {}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(answer(figure->id, ContestAnswer::KeyChanged, m_items[3].id), ErrorCode::NotFound);
        QVERIFY_FAILS(answer(figure->id, ContestAnswer::ToAdjudication, m_items[1].id), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(answer(figure->id, ContestAnswer::KeyChanged, m_items[1].id, "x", "nobody"), ErrorCode::InvalidArgument);
        QVERIFY(!workflow::contests(*m_project, m_ada)->front().answer);
        QVERIFY(!workflow::contestAnswerFromName(u"perhaps"));
    }

    void fromTheCommandLine()
    {
        const auto made = contest({}, m_ada);
        QVERIFY_RESULT(made);
        const QString folder = m_project->folder();
        m_project.reset();
        const test::CliRunner cli;
        CLI_RUN(
            listed, cli, 0,
            {QStringLiteral("contest"), QStringLiteral("list"), folder, QStringLiteral("--results"), QStringLiteral("--json")});
        QCOMPARE(listed.json()["contests"].size(), std::size_t(1));
        QCOMPARE(listed.json()["contests"][0]["results"].size(), std::size_t(3));
        CLI_RUN(own, cli, 0,
                {QStringLiteral("contest"), QStringLiteral("open"), folder, QStringLiteral("--figure"), QStringLiteral("--words"),
                 QStringLiteral("Too low")});
        CLI_RUN(odd, cli, 2,
                {QStringLiteral("contest"), QStringLiteral("open"), folder, QStringLiteral("--words"), QStringLiteral("x")});
        CLI_RUN(answered, cli, 0,
                {QStringLiteral("contest"), QStringLiteral("answer"), folder, QStringLiteral("--contest"), made->id.toString(),
                 QStringLiteral("--what"), QStringLiteral("key-withdrawn"), QStringLiteral("--item"), m_items[1].id.toString(),
                 QStringLiteral("--words"), QStringLiteral("Looked at."), QStringLiteral("--json")});
        QVERIFY(answered.json()["removed"] == 1);
        CLI_RUN(open, cli, 0,
                {QStringLiteral("contest"), QStringLiteral("list"), folder, QStringLiteral("--open"), QStringLiteral("--json")});
        QCOMPARE(open.json()["contests"].size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestContests)
#include "tst_contests.moc"
