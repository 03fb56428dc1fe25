// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/threads.h"
#include "tests/review/reviewproject.h"

#include <QTest>

using namespace plumbline;

class TestThreads : public QObject
{
    Q_OBJECT

private slots:
    void mentions()
    {
        const QStringList members{QStringLiteral("ann"), QStringLiteral("anna"), QStringLiteral("bo b")};
        QCOMPARE(review::mentionsIn(QStringLiteral("@anna and @ann: mail a@ann? @annabel, @bo b!"), members),
                 QStringList({QStringLiteral("anna"), QStringLiteral("ann"), QStringLiteral("bo b")}));
        QCOMPARE(review::mentionsIn(QStringLiteral("@"), members), QStringList());
    }

    void askedAnsweredResolvedAndOpenedAgain()
    {
        test::ReviewProject p;
        p.make(1);
        review::ThreadPlace place;
        place.item = p.items[0];
        place.place = geometry::Point{12, 34};
        QVERIFY_FAILS(review::openThread(*p.project, place, QStringLiteral("  "), p.rita), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(review::openThread(*p.project, place, QStringLiteral("hello"), {QStringLiteral("stranger"), true}),
                      ErrorCode::PermissionDenied);
        const auto thread = review::openThread(*p.project, place, QStringLiteral("@anna is this one car or two?"), p.rita);
        QVERIFY_RESULT(thread);
        QVERIFY_RESULT(review::answer(*p.project, p.items[0], *thread, QStringLiteral("Two."), p.anna));
        QVERIFY_RESULT(review::resolve(*p.project, p.items[0], *thread, p.rita));
        QVERIFY_RESULT(review::openThread(*p.project, place, QStringLiteral("Another"), p.ben));

        auto list = review::threadsOf(*p.reader(), p.items[0]);
        QVERIFY_RESULT(list);
        QCOMPARE(list->size(), 2U);
        QCOMPARE(list->front().thread.opener, p.ben.name);  // open ones first
        QCOMPARE(list->back().thread.id, *thread);
        QVERIFY(list->back().thread.resolved && list->back().thread.resolvedBy == p.rita.name);
        QVERIFY(list->back().thread.place == place.place);
        QCOMPARE(list->back().comments.size(), 2U);
        QCOMPARE(list->back().comments[0].mentions, QStringList{p.anna.name});
        QCOMPARE(list->back().comments[1].text, QStringLiteral("Two."));

        QVERIFY_RESULT(review::answer(*p.project, p.items[0], *thread, QStringLiteral("Three, I see now."), p.anna));
        list = review::threadsOf(*p.reader(), p.items[0]);
        QVERIFY(!list->front().thread.resolved && !list->back().thread.resolved);
        QVERIFY_FAILS(review::answer(*p.project, p.items[0], {}, QStringLiteral("to nothing"), p.anna), ErrorCode::NotFound);
        QCOMPARE(p.reader()->verify({}).value(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_threads.moc"
