// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/leftout.h"
#include "core/review/reviewing.h"
#include "core/review/threads.h"
#include "core/store/recordlog.h"
#include "core/triage/wording.h"
#include "core/workflow/goldstore.h"
#include "tests/triage/triageproject.h"

#include <QFile>
#include <QTest>

#include <future>

using namespace plumbline;
using model::TaskState;
using triage::Ruling;

class TestTriaging : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TriageProject> m;

    ItemId item(std::size_t i = 0) const { return m->items[i]; }
    std::vector<triage::Entry> entries()
    {
        std::vector<triage::Entry> list;
        const auto log = store::RecordLog::open(m->project->store());
        const auto records = log->all(model::RecordKind::Triage);
        for (const model::Record &record : *records)
            list.push_back(*triage::entryFromRecord(record));
        return list;
    }

private slots:
    void init()
    {
        m = std::make_unique<test::TriageProject>();
        m->make(4);
    }
    void cleanup() { QCOMPARE(m->reader()->verify({}).value(), QStringList()); }

    void isListedByReasonAndWithWhatWasSaid()
    {
        QVERIFY_RESULT(m->cannot(item(0), m->anna, "out-of-scope"));
        QVERIFY_RESULT(m->cannot(item(1), m->ben, "media-broken", "all grey", geometry::Point{12, 34}));
        QVERIFY_RESULT(m->cannot(item(2), m->anna, "no longer a reason"));
        QVERIFY_RESULT(m->cannot(item(3), m->anna, "media-broken"));
        QVERIFY_RESULT(m->submit(item(3), m->ben));
        const auto all = m->overview();
        QCOMPARE(all.cases.size(), 4U);
        QCOMPARE(all.cases[0].item.id, item(1));
        QCOMPARE(all.cases[0].task.comment, QStringLiteral("all grey"));
        QVERIFY(all.cases[0].task.place == geometry::Point(12, 34));
        QCOMPARE(all.cases[1].item.id, item(3));
        QCOMPARE(all.cases[2].item.id, item(0));
        QCOMPARE(all.cases[3].item.id, item(2));
        QVERIFY(all.cases[2].reasonKnown && !all.cases[3].reasonKnown);
        // What the schema no longer names can be decided about like anything else.
        QVERIFY_RESULT(m->decide(item(2), m->anna, Ruling::HandBack));
        QCOMPARE(m->state(item(2), m->anna), TaskState::ToDo);
        for (const store::Person &person : {m->anna, m->rita, store::Person{QStringLiteral("lea"), false}})
            QVERIFY_FAILS(triage::overview(*m->project, person), ErrorCode::PermissionDenied);
    }

    void anAnswerGoesToTheAuthorAndIntoTheGuideline()
    {
        QVERIFY_RESULT(m->cannot(item(), m->anna, "guideline-unclear", "trailers?", geometry::Point{5, 6}));
        QVERIFY_FAILS(m->decide(item(), m->anna, Ruling::Answer, "  "), ErrorCode::InvalidArgument);
        triage::Draft draft;
        draft.ruling = Ruling::Answer;
        draft.words = QStringLiteral("A trailer is part of its car. @ben too");
        draft.guidelineText = QStringLiteral("Trailers belong to what pulls them.");
        QVERIFY_RESULT(triage::decide(*m->project, item(), m->anna.name, draft, m->lea));
        QCOMPARE(m->state(item(), m->anna), TaskState::ToDo);
        const auto threads = review::threadsOf(*m->reader(), item());
        QVERIFY_RESULT(threads);
        QCOMPARE(threads->size(), 1U);
        QVERIFY(threads->front().thread.place == geometry::Point(5, 6));
        QCOMPARE(threads->front().comments.front().mentions, QStringList({QStringLiteral("ben"), QStringLiteral("anna")}));
        QCOMPARE(base::toQString(*m->reader()->setting(QStringLiteral("guideline"))),
                 QStringLiteral("Trailers belong to what pulls them.\n"));
        // What was handed in stands in the decision, whatever the author does later.
        QVERIFY_RESULT(m->submit(item(), m->anna));
        const auto kept = entries();
        QCOMPARE(kept.size(), 1U);
        QCOMPARE(kept[0].comment, QStringLiteral("trailers?"));
        QCOMPARE(kept[0].reason, QStringLiteral("guideline-unclear"));
        QCOMPARE(kept[0].by, QStringLiteral("lea"));
        QCOMPARE(triage::wordsOf(kept[0]),
                 QStringLiteral("Answer, also in the guideline: A trailer is part of its car. @ben too"));
        const auto events = triage::eventsOf(*m->project, item(), m->lea);
        QVERIFY_RESULT(events);
        QCOMPARE(events->size(), 3U);
        QCOMPARE(m->reader()->submissions(item(), m->anna.name)->front().cannotLabel, true);
    }

    void aBrokenMediumWaitsForAnother()
    {
        QFile broken(m->file(QStringLiteral("0.jpg")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("not a picture");
        broken.close();
        QVERIFY_RESULT(m->cannot(item(), m->anna, "media-broken"));
        const auto decided = m->decide(item(), m->anna, Ruling::FixMedia, "asked for a copy");
        QVERIFY_RESULT(decided);
        QVERIFY(decided->waits);
        QCOMPARE(m->state(item(), m->anna), TaskState::CannotLabel);
        QVERIFY(m->overview().cases.front().waiting);
        auto went = triage::goOn(*m->project, m->opener(), m->lea);
        QVERIFY_RESULT(went);
        QVERIFY(went->list.empty() && went->issues.empty());
        // Another file that is as broken is no better.
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("still not a picture");
        broken.close();
        went = triage::goOn(*m->project, m->opener(), m->lea);
        QVERIFY_RESULT(went);
        QVERIFY(went->list.empty());
        QCOMPARE(went->issues.count(), 1);
        QImage picture(64, 32, QImage::Format_RGB32);
        picture.fill(Qt::green);
        QVERIFY(picture.save(broken.fileName()));
        went = triage::goOn(*m->project, m->opener(), m->lea);
        QVERIFY_RESULT(went);
        QCOMPARE(went->list.size(), 1U);
        QCOMPARE(m->state(item(), m->anna), TaskState::ToDo);
        const auto after = m->reader()->item(item());
        QCOMPARE((*after)->width, 64);
        QVERIFY(!(*after)->contentSha256.isNull());
        QCOMPARE(entries().size(), 2U);
        QVERIFY(triage::goOn(*m->project, m->opener(), m->lea)->list.empty());
    }

    void aMissingMediumIsLinkedAnew()
    {
        QVERIFY_RESULT(m->cannot(item(1), m->ben, "media-broken"));
        QVERIFY_RESULT(m->decide(item(1), m->ben, Ruling::FixMedia));
        QVERIFY_FAILS(triage::replaceMedium(*m->project, m->opener(), item(1), m->file(QStringLiteral("no.png")), m->lea),
                      ErrorCode::NotFound);
        QImage picture(20, 10, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(m->file(QStringLiteral("found.png"))));
        QVERIFY_FAILS(triage::replaceMedium(*m->project, m->opener(), item(1), m->file(QStringLiteral("found.png")), m->anna),
                      ErrorCode::PermissionDenied);
        QVERIFY_RESULT(triage::replaceMedium(*m->project, m->opener(), item(1), m->file(QStringLiteral("found.png")), m->lea));
        QCOMPARE(triage::goOn(*m->project, m->opener(), m->lea)->list.size(), 1U);
        QCOMPARE(m->state(item(1), m->ben), TaskState::ToDo);
    }

    void aClassIsWaitedFor()
    {
        QVERIFY_RESULT(m->cannot(item(), m->anna, "class-missing"));
        QVERIFY_FAILS(m->decide(item(), m->anna, Ruling::NewClass), ErrorCode::InvalidArgument);
        QVERIFY_RESULT(m->decide(item(), m->anna, Ruling::NewClass, "", "tram"));
        QVERIFY(triage::goOn(*m->project, m->opener(), m->lea)->list.empty());
        const model::Schema before = *m->reader()->schema();
        model::Schema after = before;
        ++after.version;
        model::addClass(after, ClassId{Uuid::fromName("class", "tram")}, QStringLiteral("tram"));
        m->commit(history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Schema")).put(before, after), m->lea);
        QCOMPARE(triage::goOn(*m->project, m->opener(), m->lea)->list.size(), 1U);
        QCOMPARE(m->state(item(), m->anna), TaskState::ToDo);
        // Of a class that is there the work goes on at once.
        QVERIFY_RESULT(m->cannot(item(1), m->anna, "class-missing"));
        QVERIFY(!m->decide(item(1), m->anna, Ruling::NewClass, "", "tram")->waits);
        QCOMPARE(m->state(item(1), m->anna), TaskState::ToDo);
    }

    void anExcludedItemLeavesEveryQueueAndComesBack()
    {
        QVERIFY_RESULT(m->cannot(item(), m->anna, "out-of-scope"));
        m->draw(item(), m->ben, {1, 2, 3, 4});
        QVERIFY_RESULT(m->submit(item(), m->ben));
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->ben.name, m->rita));
        QVERIFY_FAILS(m->decide(item(), m->anna, Ruling::Exclude), ErrorCode::Conflict);
        QVERIFY_RESULT(review::giveBack(*m->project, item(), m->ben.name, m->rita));
        QVERIFY_RESULT(m->decide(item(), m->anna, Ruling::Exclude, "a map"));
        for (const store::Person &person : {m->anna, m->ben, m->lea, m->rita})
            QCOMPARE(m->state(item(), person), TaskState::Done);
        QVERIFY((*m->reader()->item(item()))->tags.contains(exchange::leftOutTag()));
        QVERIFY(m->overview().cases.empty());
        QCOMPARE(m->overview().leftOut.size(), 1U);
        QVERIFY_FAILS(triage::include(*m->project, item(1), {}, m->lea), ErrorCode::Conflict);
        m->clock.advance(1'000'000);
        QVERIFY_RESULT(triage::include(*m->project, item(), {}, m->lea));
        QCOMPARE(m->state(item(), m->anna), TaskState::ToDo);
        QCOMPARE(m->state(item(), m->ben), TaskState::Submitted);
        QCOMPARE(m->state(item(), m->rita), TaskState::ToDo);
        QVERIFY((*m->reader()->item(item()))->tags.isEmpty());
        QVERIFY_FAILS(triage::include(*m->project, item(), {}, m->lea), ErrorCode::Conflict);
    }

    void ofTwoWhoDecideAtOnceOneIsTold()
    {
        history::GestureBuilder builder(m->ids().make<GestureId>(), QStringLiteral("Another lead"));
        builder.put(nullptr, model::Member{QStringLiteral("leo"), {}, QStringLiteral("lead"), {}});
        m->commit(builder, m->lea);
        const store::Person leo{QStringLiteral("leo"), true};
        for (int round = 0; round < 4; ++round) {
            const ItemId item = m->items[static_cast<std::size_t>(round)];
            QVERIFY_RESULT(m->cannot(item, m->anna));
            // Both that wait, or not: what they write must not stand beside each other.
            triage::Draft first;
            first.ruling = round % 2 == 0 ? Ruling::FixMedia : Ruling::HandBack;
            triage::Draft second;
            second.ruling = Ruling::NewClass;
            second.className = QStringLiteral("tram");
            auto other =
                std::async(std::launch::async, [&] { return triage::decide(*m->project, item, m->anna.name, second, leo); });
            const auto mine = triage::decide(*m->project, item, m->anna.name, first, m->lea);
            const auto theirs = other.get();
            QCOMPARE(int(mine.has_value()) + int(theirs.has_value()), 1);
            const Error &error = mine ? theirs.error() : mine.error();
            QVERIFY(error.code == ErrorCode::Conflict);
            QVERIFY2(error.text.contains(mine ? QStringLiteral("lea") : QStringLiteral("leo")), qPrintable(error.text));
            QCOMPARE(entries().size(), std::size_t(round + 1));
        }
    }

    void whatChangedMeanwhileIsAConflictInWords()
    {
        QVERIFY_RESULT(m->cannot(item(), m->anna));
        const auto seen = m->overview().cases.front();
        QVERIFY_RESULT(m->cannot(item(), m->anna, "media-broken"));
        triage::Draft draft;
        draft.submission = seen.submission.id;
        const auto stale = triage::decide(*m->project, item(), m->anna.name, draft, m->lea);
        QVERIFY_FAILS(stale, ErrorCode::Conflict);
        QVERIFY(stale.error().text.contains(QStringLiteral("again meanwhile")));
        // Labeled after all.
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_FAILS(m->decide(item(), m->anna, Ruling::HandBack), ErrorCode::Conflict);
        QVERIFY_FAILS(m->decide(item(1), m->anna, Ruling::HandBack), ErrorCode::NotFound);
        // A waiting decision is replaced by who has seen it, and by nobody else.
        QVERIFY_RESULT(m->cannot(item(2), m->anna));
        const auto waiting = m->decide(item(2), m->anna, Ruling::FixMedia);
        QVERIFY_FAILS(m->decide(item(2), m->anna, Ruling::HandBack), ErrorCode::Conflict);
        QVERIFY_RESULT(m->decide(item(2), m->anna, Ruling::HandBack, "", "", waiting->entry));
        QCOMPARE(m->state(item(2), m->anna), TaskState::ToDo);
        // An item that is gone.
        QVERIFY_RESULT(m->cannot(item(3), m->anna));
        const auto gone = m->reader()->item(item(3));
        m->commit(history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Delete")).remove(**gone), m->lea);
        QVERIFY_FAILS(m->decide(item(3), m->anna, Ruling::HandBack), ErrorCode::NotFound);
        QVERIFY(m->overview().cases.empty());
    }

    void aDecisionIsTakenBackUntilTheAuthorGoesOn()
    {
        QVERIFY_RESULT(m->cannot(item(), m->anna));
        QVERIFY_RESULT(m->decide(item(), m->anna, Ruling::HandBack, "it is a car"));
        QVERIFY_RESULT(triage::takeBack(*m->project, m->lea));
        QCOMPARE(m->state(item(), m->anna), TaskState::CannotLabel);
        QVERIFY(review::threadsOf(*m->reader(), item())->empty() && entries().empty());
        QVERIFY_RESULT(m->decide(item(), m->anna, Ruling::Exclude));
        QVERIFY_RESULT(triage::takeBack(*m->project, m->lea));
        QCOMPARE(m->state(item(), m->anna), TaskState::CannotLabel);
        QCOMPARE(m->state(item(), m->ben), TaskState::ToDo);
        QVERIFY_RESULT(m->decide(item(), m->anna, Ruling::HandBack));
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_FAILS(triage::takeBack(*m->project, m->lea), ErrorCode::Conflict);
        QCOMPARE(m->state(item(), m->anna), TaskState::Submitted);
        // Something else was the last step.
        m->draw(item(1), m->lea, {1, 1, 5, 5});
        QVERIFY_FAILS(triage::takeBack(*m->project, m->lea), ErrorCode::Conflict);
        QCOMPARE(m->reader()->annotations({item(1), m->lea.name})->size(), 1U);
    }

    void aKnownAnswerLooksLikeAnyOtherItem()
    {
        auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m->project->id()));
        QVERIFY_RESULT(gold);
        QVERIFY_RESULT((*gold)->setKey(item(0), quality::GoldKey{{}, true}, workflow::GoldKind::Blind));
        for (const std::size_t i : {0U, 1U})
            QVERIFY_RESULT(m->cannot(item(i), m->anna, "media-broken", "same"));
        QCOMPARE((*gold)->annotators()->size(), 1);
        const auto cases = m->overview().cases;
        QCOMPARE(cases.size(), 2U);
        QCOMPARE(cases[0].task.reason, cases[1].task.reason);
        QCOMPARE(cases[0].task.round, cases[1].task.round);
        QCOMPARE(cases[0].entries.size(), cases[1].entries.size());
        for (const std::size_t i : {0U, 1U}) {
            QVERIFY_RESULT(m->decide(item(i), m->anna, Ruling::HandBack, "label it"));
            QVERIFY_RESULT(m->submit(item(i), m->anna));
        }
        // The same states, rounds, records and sizes; and what is handed in after a decision is not scored.
        const auto one = m->reader()->submissions(item(0), m->anna.name);
        const auto other = m->reader()->submissions(item(1), m->anna.name);
        QCOMPARE(one->back().number, other->back().number);
        QCOMPARE(one->back().round, other->back().round);
        QCOMPARE(m->state(item(0), m->anna), m->state(item(1), m->anna));
        const auto kept = entries();
        QCOMPARE(kept[0].words, kept[1].words);
        QCOMPARE(kept[0].waits, kept[1].waits);
        const auto scores = workflow::scores(*m->project);
        QVERIFY_RESULT(scores);
        QCOMPARE(scores->front().score.items(), 1);
    }

    void recordsThatAreNoneArePassedOver()
    {
        QVERIFY_RESULT(m->cannot(item(), m->anna));
        history::GestureBuilder builder(m->ids().make<GestureId>(), QStringLiteral("Strange"));
        const QByteArray strange[] = {"",
                                      "{}",
                                      "[1]",
                                      "{\"ruling\":7}",
                                      QByteArray(100, '['),
                                      "{\"ruling\":\"answer\",\"author\":\"anna\",\"submission\":\"x\"}"};
        for (const QByteArray &data : strange)
            builder.put(nullptr, model::Record{m->ids().make<SubmissionId>().uuid, model::RecordKind::Triage, item(), data});
        m->commit(builder, m->lea);
        const auto all = m->overview();
        QCOMPARE(all.cases.size(), 1U);
        QCOMPARE(all.unreadable, std::int64_t(std::size(strange)));
        QVERIFY_RESULT(m->decide(item(), m->anna, Ruling::HandBack));
    }
};

QTEST_GUILESS_MAIN(TestTriaging)
#include "tst_triaging.moc"
