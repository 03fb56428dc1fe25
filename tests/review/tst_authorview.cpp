// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/authorview.h"
#include "core/review/reviewing.h"
#include "core/review/reviewplan.h"
#include "tests/review/reviewproject.h"

#include <QTest>

using namespace plumbline;
using model::DecisionKind;
using review::RequestState;

/// What an author is told about their work.
class TestAuthorView : public QObject
{
    Q_OBJECT

    test::ReviewProject p;
    ItemId item;
    std::vector<model::Annotation> labels;

    review::AuthorView view(const store::Person &person)
    {
        return review::authorView(*p.project, item, person).value_or(review::AuthorView{});
    }
    Result<ThreadId> say(const QString &text, const store::Person &person, AnnotationId about = {})
    {
        p.clock.advance(1'000'000);
        review::ThreadPlace place;
        place.item = item;
        place.annotation = about;
        return review::openThread(*p.project, place, text, person);
    }
    /// Anna hands in four boxes; Rita wants three of them otherwise, and says so of the whole.
    void askForChanges()
    {
        for (int i = 0; i < 4; ++i)
            labels.push_back(p.draw(item, p.anna, {10.0 + 100 * i, 10, 50, 50}));
        QVERIFY_RESULT(p.submit(item, p.anna));
        QVERIFY_RESULT(review::takeForReview(*p.project, item, p.anna.name, p.rita));
        const auto draft = [&](AnnotationId id, DecisionKind kind, const char *code, const char *words) {
            return review::DecisionDraft{id, kind, QLatin1String(code), QString::fromUtf8(words), {}, {}};
        };
        QVERIFY_RESULT(review::decide(
            *p.project, item, p.anna.name,
            {draft(labels[0].id, DecisionKind::Fix, "loose", "first words"),
             draft(labels[0].id, DecisionKind::Fix, "loose", "tighter, please"),
             draft(labels[1].id, DecisionKind::Reject, "invented", ""), draft(labels[2].id, DecisionKind::Fix, "loose", ""),
             draft(labels[3].id, DecisionKind::Accept, "", ""), draft({}, DecisionKind::Fix, "missed", "two are missing")},
            p.rita));
        QVERIFY_RESULT(review::finishReview(*p.project, item, p.anna.name, {true}, p.rita));
        QCOMPARE(p.state(item, p.anna), model::TaskState::Fix);
    }
    void plan(bool blind)
    {
        review::ReviewPlan changed;
        changed.blind = blind;
        const Json before = p.reader()->setting(QStringLiteral("review")).value();
        history::GestureBuilder builder(p.ids().make<GestureId>(), QStringLiteral("Plan"));
        builder.setting(QStringLiteral("review"), before, review::planToJson(changed));
        p.commit(builder, p.lea);
    }

private slots:
    void init()
    {
        labels.clear();
        p.make(2);
        item = p.items[0];
    }
    void cleanup() { QCOMPARE(p.reader()->verify({}).value(), QStringList()); }

    void nothingIsAskedOfWhatWasNotReviewed()
    {
        const auto empty = review::authorView(*p.project, item, p.anna);
        QVERIFY_RESULT(empty);
        QVERIFY(empty->requests.empty() && empty->talks.empty() && !empty->state && empty->whyNotWrite.isEmpty());
        QVERIFY_FAILS(review::authorView(*p.project, ItemId{}, p.anna), ErrorCode::NotFound);
        QVERIFY(!review::authorView(*p.project, item, {QStringLiteral("stranger"), true})->whyNotWrite.isEmpty());
    }

    void whatIsAskedForAndWhatWasDone()
    {
        askForChanges();
        auto v = view(p.anna);
        QCOMPARE(v.round, 2);
        QVERIFY(v.toFix());
        QCOMPARE(v.requests.size(), 4U);
        QVERIFY(v.requests[0].decision.annotation.isNull());
        QCOMPARE(v.requests[0].decision.comment, QStringLiteral("two are missing"));
        QCOMPARE(v.requests[1].decision.comment, QStringLiteral("tighter, please"));  // the later word
        QCOMPARE(v.requests[1].labelClass, p.car);
        QCOMPARE(v.left(), 4);
        for (const review::Request &request : v.requests) {
            QVERIFY(request.state == RequestState::Open);
            QVERIFY(request.decision.reviewer.isEmpty() && !request.who.contains(p.rita.name));  // the plan is blind
        }

        p.move(labels[0], {12, 12, 40, 40}, p.anna);
        p.remove(labels[1], p.anna);
        QVERIFY_RESULT(say(QStringLiteral("It is hidden by the tree; I drew what I see."), p.anna, labels[2].id));
        v = view(p.anna);
        QVERIFY(v.requests[0].state == RequestState::Changed);
        QVERIFY(v.requests[1].state == RequestState::Changed);
        QVERIFY(v.requests[2].state == RequestState::Gone);
        QCOMPARE(v.requests[2].labelClass, p.car);
        QVERIFY(v.requests[3].state == RequestState::Answered);
        QCOMPARE(v.left(), 0);
        // Whoever reviewed sees the answer, and has nothing to fix here.
        const auto rita = view(p.rita);
        QVERIFY(rita.requests.empty());
        QCOMPARE(rita.talks.size(), 1U);
        QVERIFY(rita.talks[0].waits && rita.talks[0].annotation == labels[2].id);
        QVERIFY(!rita.talks[0].entries[0].who.contains(p.anna.name));
        // Handed in again, the requests stay to be seen; accepted, they are done with.
        QVERIFY_RESULT(p.submit(item, p.anna));
        QCOMPARE(view(p.anna).requests.size(), 4U);
        QVERIFY_RESULT(review::takeForReview(*p.project, item, p.anna.name, p.rolf));
        QVERIFY_RESULT(review::finishReview(*p.project, item, p.anna.name, {true}, p.rolf));
        QVERIFY(view(p.anna).requests.empty());
    }

    void namesAreShownWhereThePlanSaysSo()
    {
        plan(false);
        askForChanges();
        QVERIFY_RESULT(say(QStringLiteral("@anna look"), p.rita));
        const auto v = view(p.anna);
        QCOMPARE(v.requests[0].who, p.rita.name);
        QCOMPARE(v.talks[0].entries[0].who, p.rita.name);
        QVERIFY(v.mentionable.contains(p.ben.name));
        // A reviewer who has left is still named.
        plan(true);
        QVERIFY_RESULT(say(QStringLiteral("@anna, @ben and @rolf: look"), p.lea));
        const auto hidden = view(p.anna);
        QVERIFY(!hidden.mentionable.contains(p.ben.name) && hidden.mentionable.contains(p.rita.name));
        QStringList who;
        QStringList texts;
        for (const review::Talk &talk : hidden.talks)
            for (const review::TalkEntry &entry : talk.entries) {
                who << entry.who;
                texts << entry.text;
            }
        QCOMPARE(who, QStringList({QStringLiteral("reviewer"), QStringLiteral("lead")}));
        QCOMPARE(texts, QStringList({QStringLiteral("@anna look"), QStringLiteral("@anna, @annotator and @reviewer: look")}));
        QVERIFY(view(p.lea).talks[1].entries[0].text.contains(QStringLiteral("@ben")));
    }

    void nobodySeesWhatColleaguesSayOfTheirOwn()
    {
        const auto mine = p.draw(item, p.anna, {1, 1, 9, 9});
        const auto theirs = p.draw(item, p.ben, {1, 1, 9, 9});
        const auto about = say(QStringLiteral("mine"), p.anna, mine.id);
        QVERIFY_RESULT(about);
        QVERIFY_RESULT(say(QStringLiteral("theirs"), p.ben, theirs.id));
        QVERIFY_RESULT(say(QStringLiteral("of the picture"), p.ben));
        QVERIFY_RESULT(say(QStringLiteral("for all"), p.lea));
        QCOMPARE(view(p.anna).talks.size(), 2U);
        QCOMPARE(view(p.ben).talks.size(), 3U);
        QCOMPARE(view(p.rolf).talks.size(), 4U);
        // Asked, ben is let in.
        QVERIFY_RESULT(review::answer(*p.project, item, *about, QStringLiteral("@ben what do you say?"), p.rita));
        QCOMPARE(view(p.ben).talks.size(), 4U);
        // The label goes, the thread stays with whom it concerns.
        p.remove(mine, p.anna);
        QCOMPARE(view(p.anna).talks.size(), 2U);
        const auto talks = view(p.anna).talks;
        QVERIFY(std::any_of(talks.begin(), talks.end(), [&](const review::Talk &t) { return t.id == *about && t.labelGone; }));
    }

    void whoOnlySaysThatTheyReviewSeesAndWritesNoMore()
    {
        const auto theirs = p.draw(item, p.ben, {1, 1, 9, 9});
        const auto about = say(QStringLiteral("theirs"), p.ben, theirs.id);
        QVERIFY_RESULT(about);
        for (const store::Person &real : {p.rolf, p.lea}) {
            QCOMPARE(view(real).talks.size(), 1U);
            const store::Person claimed{real.name, false};
            QVERIFY(view(claimed).talks.empty());
            QVERIFY(review::remarkOverview(*p.project, claimed)->open.empty());
            QVERIFY_FAILS(review::answer(*p.project, item, *about, QStringLiteral("x"), claimed), ErrorCode::NotFound);
        }
        // Nor does who labels speak in, or end, what does not concern them.
        QVERIFY_FAILS(review::answer(*p.project, item, *about, QStringLiteral("x"), p.anna), ErrorCode::NotFound);
        QVERIFY_FAILS(review::resolve(*p.project, item, *about, p.anna), ErrorCode::NotFound);
        QVERIFY_RESULT(review::answer(*p.project, item, *about, QStringLiteral("x"), p.rolf));
    }

    void whereSomebodyWasAsked()
    {
        item = p.items[1];
        const auto thread = say(QStringLiteral("@anna is this one car?"), p.rita);
        QVERIFY_RESULT(thread);
        item = p.items[0];
        QVERIFY_RESULT(say(QStringLiteral("@nobody @annabel are not here"), p.rita));
        auto overview = review::remarkOverview(*p.project, p.anna);
        QVERIFY_RESULT(overview);
        QCOMPARE(overview->asked.size(), 1U);
        QCOMPARE(overview->asked[0].itemName, QStringLiteral("1.jpg"));
        QCOMPARE(overview->open.at(p.items[0]), 1);
        QVERIFY_RESULT(review::answer(*p.project, p.items[1], *thread, QStringLiteral("Two."), p.anna));
        QVERIFY(review::remarkOverview(*p.project, p.anna)->asked.empty());
        QVERIFY_RESULT(review::answer(*p.project, p.items[1], *thread, QStringLiteral("@anna sure?"), p.rita));
        QCOMPARE(review::remarkOverview(*p.project, p.anna)->asked.size(), 1U);
        QVERIFY_RESULT(review::resolve(*p.project, p.items[1], *thread, p.rita));
        overview = review::remarkOverview(*p.project, p.anna);
        QVERIFY(overview->asked.empty() && !overview->open.contains(p.items[1]));
    }

    void textsAreKeptPlainAndShort()
    {
        const QString evil =
            QStringLiteral("a\u202Eb\u2066c\x07\x1b[31m\r\nd\te") + QChar(0xD800) + QChar(0) + QStringLiteral("😀");
        QCOMPARE(review::plainWords(evil), QStringLiteral("abc[31m\nd\te😀"));
        QVERIFY_FAILS(say(QStringLiteral("\u202E \x01"), p.anna), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(say(QString(100'000, QLatin1Char('x')), p.anna), ErrorCode::TooLarge);
        QVERIFY_RESULT(say(QString(review::longestRemark, QLatin1Char('x')), p.anna));
        QVERIFY_RESULT(say(evil, p.anna));
        const auto talks = view(p.anna).talks;
        QCOMPARE(talks.back().entries[0].text, QStringLiteral("abc[31m\nd\te😀"));
    }

    void aThousandEntriesAndAClockThatGoesBack()
    {
        const auto thread = say(QStringLiteral("0"), p.anna);
        QVERIFY_RESULT(thread);
        history::GestureBuilder builder(p.ids().make<GestureId>(), QStringLiteral("Many"));
        for (int i = 1; i < 1000; ++i)
            builder.put(model::Comment{
                p.ids().make<CommentId>(), *thread, item, p.rita.name, QString::number(i), {}, p.clock.nowMicroseconds() + i});
        p.commit(builder, p.rita);
        p.clock.advance(-3'600'000'000);
        QVERIFY_RESULT(review::answer(*p.project, item, *thread, QStringLiteral("the last"), p.anna));
        const auto entries = view(p.anna).talks[0].entries;
        QCOMPARE(entries.size(), 1001U);
        QCOMPARE(entries.back().text, QStringLiteral("the last"));
        QCOMPARE(entries.front().text, QStringLiteral("0"));
    }

    void severalAnswersAreOneStep()
    {
        askForChanges();
        std::vector<review::ThreadPlace> places(3);
        for (std::size_t i = 0; i < places.size(); ++i) {
            places[i].item = item;
            places[i].annotation = labels[i].id;
        }
        p.clock.advance(-3'600'000'000);  // an answer follows what it answers
        QVERIFY_RESULT(review::openThreads(*p.project, places, QStringLiteral("as the guideline says"), p.anna));
        QCOMPARE(view(p.anna).left(), 1);
        QVERIFY_RESULT(store::wait(p.project->store().undo(p.anna.name)));
        QCOMPARE(view(p.anna).left(), 4);
        places[1].item = p.items[1];
        QVERIFY_FAILS(review::openThreads(*p.project, places, QStringLiteral("x"), p.anna), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(review::openThreads(*p.project, {}, QStringLiteral("x"), p.anna), ErrorCode::InvalidArgument);
    }

    void aReviewerWhoHasGoneIsNoTrouble()
    {
        askForChanges();
        history::GestureBuilder builder(p.ids().make<GestureId>(), QStringLiteral("Old"));
        model::Decision decision;
        decision.id = p.ids().make<DecisionId>();
        decision.item = item;
        decision.submission = p.reader()->submissions(item, p.anna.name)->back().id;
        decision.annotation = AnnotationId{p.ids().version7()};  // that nobody ever saw
        decision.reviewer = QStringLiteral("gone");
        decision.kind = DecisionKind::Fix;
        decision.errorCode = QStringLiteral("no such code");
        builder.put(decision);
        p.commit(builder, p.lea);
        const auto v = view(p.anna);
        QCOMPARE(v.requests.size(), 5U);
        QVERIFY(v.requests.back().state == RequestState::Gone && v.requests.back().labelClass.isNull());
        QVERIFY(!v.requests.back().who.contains(QStringLiteral("gone")));
    }
};

QTEST_GUILESS_MAIN(TestAuthorView)
#include "tst_authorview.moc"
