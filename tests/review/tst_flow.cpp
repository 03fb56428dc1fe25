// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewplan.h"
#include "core/workflow/flow.h"
#include "core/workflow/roles.h"
#include "tests/support/verify.h"

#include <QTest>

#include <array>

using namespace plumbline;
using model::TaskState;
using workflow::Act;
using workflow::Role;
using workflow::FlowEvent;

class TestFlow : public QObject
{
    Q_OBJECT

private slots:
    // Rows: states in their order. Columns: begin, submit, cannot label, take, give back, accept, ask fix, reject, finish, reopen,
    // adjudicate.
    void everyEventOfEveryState()
    {
        constexpr auto no = static_cast<TaskState>(-1);
        using enum TaskState;
        constexpr std::array<std::array<TaskState, 11>, 10> expected{{
            {InProgress, Submitted, CannotLabel, no, no, no, no, no, no, no, no},  // to do
            {InProgress, Submitted, CannotLabel, no, no, no, no, no, no, no, no},  // in progress
            {no, Submitted, CannotLabel, InReview, no, no, no, no, no, no, Adjudicated},  // submitted
            {no, Submitted, CannotLabel, no, no, no, no, no, Done, ToDo, no},  // cannot label
            {no, no, no, no, Submitted, Accepted, Fix, Rejected, no, no, no},  // in review
            {no, no, no, no, no, no, no, no, Done, Fix, Adjudicated},  // accepted
            {Fix, Submitted, CannotLabel, no, no, no, no, no, no, no, no},  // fix
            {Rejected, Submitted, CannotLabel, no, no, no, no, no, no, ToDo, Adjudicated},  // rejected
            {no, no, no, no, no, no, no, no, no, Fix, no},  // done
            {no, no, no, no, no, no, no, no, Done, Fix, Adjudicated},  // adjudicated
        }};
        for (std::size_t state = 0; state < expected.size(); ++state)
            for (std::size_t event = 0; event < expected[state].size(); ++event) {
                const auto next = workflow::after(static_cast<TaskState>(state), static_cast<FlowEvent>(event));
                const QString what =
                    QStringLiteral("%1, event %2").arg(model::taskStateName(static_cast<TaskState>(state))).arg(event);
                if (expected[state][event] == no)
                    QVERIFY2(!next && next.error().code == ErrorCode::Conflict && !next.error().text.isEmpty(), qPrintable(what));
                else
                    QVERIFY2(next && *next == expected[state][event], qPrintable(what));
            }
    }

    void whatIsLocked()
    {
        for (int state = 0; state <= static_cast<int>(TaskState::Adjudicated); ++state) {
            const auto s = static_cast<TaskState>(state);
            const bool locked =
                s == TaskState::InReview || s == TaskState::Accepted || s == TaskState::Adjudicated || s == TaskState::Done;
            QCOMPARE(model::isLocked(s), locked);
            // What is locked takes no work from its author, and what takes none is locked.
            QCOMPARE(!workflow::after(s, FlowEvent::Submit), locked);
        }
    }

    // Rows: viewer, annotator, reviewer, lead. Columns: as Act.
    void everyActOfEveryRole()
    {
        constexpr std::array<std::array<bool, 14>, 4> expected{{
            {true, false, false, false, false, false, false, false, false, false, false, false, false, false},
            {true, true, false, false, false, false, false, false, false, false, false, false, false, false},
            {true, true, true, true, false, true, false, false, false, false, false, false, true, false},
            {true, true, true, true, true, true, true, true, true, true, true, true, true, true},
        }};
        for (std::size_t role = 0; role < expected.size(); ++role)
            for (std::size_t act = 0; act < expected[role].size(); ++act)
                QVERIFY2(workflow::allows(static_cast<Role>(role), static_cast<Act>(act)) == expected[role][act],
                         qPrintable(QStringLiteral("role %1, act %2").arg(role).arg(act)));
    }

    void plansAreReadAsTheyWereWritten()
    {
        review::ReviewPlan plan;
        plan.share = 0.25;
        plan.shareOfClass[ClassId{Uuid::fromName("class", "bus")}] = 1;
        plan.unsureFrom = 0.5;
        plan.mostRounds = 2;
        plan.blind = false;
        const auto read = review::planFromJson(review::planToJson(plan));
        QVERIFY_RESULT(read);
        QVERIFY(*read == plan);
        QVERIFY(review::planFromJson(Json()).value() == review::ReviewPlan());
        for (const char *bad : {R"({"share":2})", R"({"share":"all"})", R"({"rounds":0})", R"({"classes":{"bus":1}})", R"([])",
                                R"({"unsure_from":-1})", R"({"blind":1})"})
            QVERIFY_FAILS(review::planFromJson(Json::parse(bad)), ErrorCode::InvalidArgument);
    }

    void aShareOfTheWorkIsDrawn()
    {
        const ProjectId project{Uuid::fromName("project", "a")};
        review::ReviewPlan some;
        some.share = 0.3;
        review::ReviewPlan more;
        more.share = 0.6;
        int drawn = 0;
        for (int i = 0; i < 10'000; ++i) {
            model::Task task;
            task.id = TaskId{Uuid::fromName("task", QByteArray::number(i))};
            const bool is = review::isDrawn(some, project, task, {});
            drawn += is ? 1 : 0;
            if (is)
                QVERIFY(review::isDrawn(more, project, task, {}));
            task.round = 2;
            QVERIFY(review::isDrawn(some, project, task, {}));
        }
        // Binomial: 3000 ± 4 standard deviations of 46.
        QVERIFY2(std::abs(drawn - 3000) < 184, qPrintable(QString::number(drawn)));
    }

    void classesAndDoubtsRaiseTheShare()
    {
        const ProjectId project{Uuid::fromName("project", "a")};
        const ClassId bus{Uuid::fromName("class", "bus")};
        review::ReviewPlan plan;
        plan.share = 0;
        plan.shareOfClass[bus] = 1;
        plan.unsureFrom = 0.5;
        model::Task task;
        task.id = TaskId{Uuid::fromName("task", "1")};
        model::Annotation label;
        QVERIFY(!review::isDrawn(plan, project, task, {}));
        QVERIFY(!review::isDrawn(plan, project, task, {label, label}));
        label.unsure = true;
        QVERIFY(review::isDrawn(plan, project, task, {label, model::Annotation{}}));
        label.unsure = false;
        label.labelClass = bus;
        QVERIFY(review::isDrawn(plan, project, task, {label}));
    }
};

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"
