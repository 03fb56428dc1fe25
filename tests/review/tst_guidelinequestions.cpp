// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/guidelinequestions.h"
#include "core/review/threads.h"
#include "core/workflow/guideline.h"
#include "tests/review/reviewproject.h"

using namespace plumbline;
using namespace plumbline::review;

/// Questions that many ask become a part of the guideline, with links both ways.
class TestGuidelineQuestions : public QObject
{
    Q_OBJECT

    test::ReviewProject m;

    ThreadId ask(ItemId item, const char *text, const store::Person &person, AnnotationId about = {})
    {
        m.clock.advance(1'000'000);
        return *openThread(*m.project, {item, about, {}, {}}, QString::fromUtf8(text), person);
    }

private slots:
    void init() { m.make(2); }

    void fromQuestionsToTheGuideline()
    {
        const auto label = m.draw(m.items[0], m.anna, {0, 0, 10, 10});
        const ThreadId mirror = ask(m.items[0], "Does the mirror count?", m.anna, label.id);
        const ThreadId again = ask(m.items[1], "And a folded mirror? *bold* [x](y)", m.ben);
        const ThreadId trailer = ask(m.items[1], "What about a trailer?", m.ben);
        const ThreadId remark = ask(m.items[1], "This box is too small.", m.rita);
        QVERIFY_RESULT(answer(*m.project, m.items[1], remark, QStringLiteral("Done."), m.ben));
        auto questions = guidelineQuestions(m.project->store());
        QVERIFY_RESULT(questions);
        QCOMPARE(questions->size(), std::size_t(3));
        QCOMPARE(questions->at(0).thread.id, mirror);
        QCOMPARE(questions->at(0).labelClass, QStringLiteral("car"));

        const auto byWords = grouped(*questions, QuestionGrouping::Words);
        QCOMPARE(byWords.size(), std::size_t(2));
        QCOMPARE(byWords[0].title, QStringLiteral("mirror"));
        QCOMPARE(byWords[0].questions, (std::vector<std::size_t>{0, 1}));
        QVERIFY(byWords[1].title.isEmpty());
        const auto byClass = grouped(*questions, QuestionGrouping::Class);
        QCOMPARE(byClass[0].title, QStringLiteral("car"));
        QCOMPARE(byClass[0].questions.size(), std::size_t(1));
        QCOMPARE(grouped(*questions, QuestionGrouping::Code).size(), std::size_t(1));

        const std::vector<Question> chosen{questions->at(0), questions->at(1)};
        const QString draft = draftFor(chosen, QStringLiteral("car"));
        QVERIFY(draft.startsWith(QStringLiteral("## car\n")));
        QVERIFY(draft.contains(QStringLiteral("\\*bold\\* \\[x\\](y)")));
        QVERIFY(draft.contains(threadLink(mirror)) && draft.contains(threadLink(again)) && !draft.contains(threadLink(trailer)));
        QVERIFY_FAILS(addToGuideline(*m.project, {}, draft, chosen, m.anna), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(addToGuideline(*m.project, {}, QStringLiteral(" \n"), chosen, m.lea), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(addToGuideline(*m.project, QStringLiteral("other"), draft, chosen, m.lea), ErrorCode::Conflict);
        const auto version = addToGuideline(*m.project, {}, draft, chosen, m.lea);
        QVERIFY_RESULT(version);
        QCOMPARE(*version, 1);
        questions = guidelineQuestions(m.project->store());
        QCOMPARE(questions->at(0).thread.id, trailer);
        QVERIFY(questions->at(1).inGuideline && questions->at(1).thread.resolved && questions->at(1).answers == 1);
        const auto threads = threadsOf(*m.reader(), m.items[0]);
        QCOMPARE(threads->at(0).comments.back().text,
                 QStringLiteral("This is in the guideline now, version 1 (plumbline:guideline/1)."));

        // One step, taken back as one.
        QVERIFY_RESULT(store::wait(m.project->store().undo(m.lea.name)));
        questions = guidelineQuestions(m.project->store());
        QVERIFY(!questions->at(0).inGuideline && !questions->at(0).thread.resolved && questions->at(0).answers == 0);
        QCOMPARE(m.reader()->verify({}).value(), QStringList());
    }

    void askedInOtherScripts()
    {
        const ThreadId wide = ask(m.items[0], "这是车吗？", m.anna);
        QVERIFY_RESULT(answer(*m.project, m.items[0], wide, QStringLiteral("Yes"), m.rita));
        QCOMPARE(guidelineQuestions(m.project->store())->size(), std::size_t(1));
        QVERIFY(grouped({}, QuestionGrouping::Words).empty());
    }
};

QTEST_GUILESS_MAIN(TestGuidelineQuestions)
#include "tst_guidelinequestions.moc"
