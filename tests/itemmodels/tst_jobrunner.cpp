// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/jobmodel.h"
#include "core/jobs/jobrunner.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <stdexcept>

using namespace plumbline;
using jobs::Generation;
using jobs::JobControl;
using jobs::JobRunner;

namespace plumbline::test {
struct Brought {};
static QString resultWords(const Brought &)
{
    return QStringLiteral("12 labels");
}
}  // namespace plumbline::test
using plumbline::test::Brought;

class TestJobRunner : public QObject
{
    Q_OBJECT

private slots:
    void deliversInTheMainThread();
    void deliversMoveOnlyResults();
    void dropsAnswersOfOlderGenerations();
    void dropsAnswersToGoneContexts();
    void turnsExceptionsIntoErrors();
    void cancelReachesTheWork();
    void destructorCancelsAndWaits();
    void modelListsJobs();
    void awaitedJobsAreListedWhenTheyAreSlow();
    void timeLeft();
};

void TestJobRunner::deliversInTheMainThread()
{
    JobRunner runner;
    QThread *worker = nullptr;
    QThread *delivered = nullptr;
    int value = 0;
    runner.run(
        QStringLiteral("Work"),
        [&](JobControl &) -> Result<int> {
            worker = QThread::currentThread();
            return 42;
        },
        this,
        [&](Result<int> result) {
            delivered = QThread::currentThread();
            value = *result;
        });
    QTRY_COMPARE(value, 42);
    QCOMPARE(delivered, QThread::currentThread());
    QVERIFY(worker != delivered);
    QVERIFY(runner.jobs().empty());
}

void TestJobRunner::deliversMoveOnlyResults()
{
    JobRunner runner;
    std::unique_ptr<int> value;
    runner.run(
        QString(), [](JobControl &) -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); }, this,
        [&](Result<std::unique_ptr<int>> result) { value = std::move(*result); });
    QTRY_VERIFY(value);
    QCOMPARE(*value, 7);
}

void TestJobRunner::dropsAnswersOfOlderGenerations()
{
    JobRunner runner;
    Generation generation;
    QList<int> delivered;
    QSemaphore gate;
    const auto ask = [&](int number) {
        runner.run(
            QString(),
            [&gate, number](JobControl &) -> Result<int> {
                gate.acquire();
                return number;
            },
            this, [&](Result<int> result) { delivered.append(*result); }, JobRunner::Visibility::Quiet, generation.next());
    };
    ask(1);
    ask(2);
    gate.release(2);
    QTRY_VERIFY(runner.jobs().empty());
    QTRY_COMPARE(delivered, QList<int>{2});
}

void TestJobRunner::dropsAnswersToGoneContexts()
{
    JobRunner runner;
    auto context = std::make_unique<QObject>();
    QSemaphore gate;
    bool delivered = false;
    runner.run(
        QString(),
        [&gate](JobControl &) -> Result<> {
            gate.acquire();
            return {};
        },
        context.get(), [&](const Result<> &) { delivered = true; });
    context.reset();
    gate.release();
    QTRY_VERIFY(runner.jobs().empty());
    QTest::qWait(20);
    QVERIFY(!delivered);
}

void TestJobRunner::turnsExceptionsIntoErrors()
{
    JobRunner runner;
    std::optional<Error> error;
    runner.run(
        QString(), [](JobControl &) -> Result<int> { throw std::runtime_error("boom"); }, this,
        [&](const Result<int> &result) { error = result.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->detail, QStringLiteral("boom"));
    QVERIFY(!error->text.isEmpty());
}

void TestJobRunner::cancelReachesTheWork()
{
    JobRunner runner;
    std::optional<ErrorCode> code;
    const auto id = runner.run(
        QString(),
        [](JobControl &control) -> Result<> {
            while (!control.cancelled())
                QThread::msleep(1);
            return JobControl::cancelledError();
        },
        this, [&](const Result<> &result) { code = result.error().code; });
    runner.cancel(id);
    QTRY_VERIFY(code);
    QVERIFY(*code == ErrorCode::Cancelled);
}

void TestJobRunner::destructorCancelsAndWaits()
{
    std::atomic<bool> ended = false;
    {
        JobRunner runner(1);
        for (int i = 0; i < 3; ++i) {
            runner.run(
                QString(),
                [&ended](JobControl &control) -> Result<> {
                    while (!control.cancelled())
                        QThread::msleep(1);
                    ended = true;
                    return {};
                },
                this, [](const Result<> &) { QFAIL("delivered after the end"); });
        }
    }
    QVERIFY(ended);
    QTest::qWait(10);
}

void TestJobRunner::modelListsJobs()
{
    JobRunner runner;
    itemmodels::JobModel model(runner);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSemaphore gate;
    const auto work = [&gate](JobControl &control) -> Result<> {
        control.report(30, 120, QStringLiteral("Reading"));
        gate.acquire();
        return control.cancelled() ? Result<>(JobControl::cancelledError()) : Result<>{};
    };
    runner.run(QStringLiteral("One"), work, this, [](const Result<> &) {});
    runner.run(QStringLiteral("Hidden"), work, this, [](const Result<> &) {}, JobRunner::Visibility::Quiet);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("One"));
    QTRY_COMPARE(model.index(0).data(itemmodels::JobModel::FractionRole).toDouble(), 0.25);
    QCOMPARE(model.index(0).data(itemmodels::JobModel::WhatRole).toString(), QStringLiteral("Reading"));
    model.cancel(0);
    QVERIFY(model.index(0).data(itemmodels::JobModel::CancellingRole).toBool());
    gate.release(2);
    QTRY_COMPARE(model.running(), 0);
    QTRY_VERIFY(runner.jobs().empty());
    // The quiet one leaves no trace.
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(itemmodels::JobModel::OutcomeRole).toInt(), static_cast<int>(jobs::JobOutcome::Cancelled));
    runner.run(QStringLiteral("Two"), [](JobControl &) -> Result<Brought> { return Brought{}; }, this, [](const Result<Brought> &) {});
    QTRY_COMPARE(model.running(), 0);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0).data(itemmodels::JobModel::WhatRole).toString().startsWith(QStringLiteral("12 labels")));
    QVERIFY(model.index(0).data(itemmodels::JobModel::EndedRole).toDateTime().isValid());
    runner.run(QStringLiteral("Three"), [](JobControl &) -> Result<> { return fail(ErrorCode::Failed, QStringLiteral("No room.")); }, this,
               [](const Result<> &) {});
    QTRY_COMPARE(model.running(), 0);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("No room.")));
    model.forgetEnded();
    QCOMPARE(model.rowCount(), 0);
}

void TestJobRunner::awaitedJobsAreListedWhenTheyAreSlow()
{
    JobRunner runner(1);
    itemmodels::JobModel model(runner);
    QSemaphore gate;
    const auto wait = [&gate](JobControl &) -> Result<> {
        gate.acquire();
        return {};
    };
    const auto ignore = [](const Result<> &) {};
    // It does not wait for the job that has the only thread.
    runner.run(QStringLiteral("Long"), wait, this, ignore);
    bool done = false;
    runner.run(
        QStringLiteral("Quick"), [](JobControl &) -> Result<> { return {}; }, this, [&](const Result<> &) { done = true; },
        JobRunner::Visibility::WhenSlow);
    QTRY_VERIFY(done);
    QCOMPARE(model.rowCount(), 1);
    runner.run(QStringLiteral("Slow"), wait, this, ignore, JobRunner::Visibility::WhenSlow);
    QCOMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("Slow"));
    // One that nobody waits for any more does not turn up.
    const jobs::JobId dropped = runner.run(QStringLiteral("Dropped"), wait, this, ignore, JobRunner::Visibility::WhenSlow);
    runner.cancel(dropped);
    QTest::qWait(JobRunner::slowMilliseconds + 100);
    QCOMPARE(model.rowCount(), 2);
    gate.release(3);
    QTRY_VERIFY(runner.jobs().empty());
    QCOMPARE(model.running(), 0);
    QCOMPARE(model.rowCount(), 2);
}

void TestJobRunner::timeLeft()
{
    jobs::JobInfo job;
    QVERIFY(!itemmodels::JobModel::millisecondsLeft(job));
    job.progress = {25, 100, {}};
    job.elapsedMilliseconds = 10'000;
    QCOMPARE(itemmodels::JobModel::millisecondsLeft(job).value(), 30'000);
    job.elapsedMilliseconds = 400;
    QVERIFY(!itemmodels::JobModel::millisecondsLeft(job));
}

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_jobrunner.moc"
