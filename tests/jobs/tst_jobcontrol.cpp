// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobcontrol.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <thread>
#include <vector>

using namespace plumbline;
using namespace plumbline::jobs;

class TestJobControl : public QObject
{
    Q_OBJECT

private slots:
    void defaultDropsProgressAndNeverCancels()
    {
        JobControl control;
        QVERIFY(!control.cancelled());
        control.report(3, 10, QStringLiteral("Reading"));
        QCOMPARE(control.progress().done, std::int64_t(3));
        QCOMPARE(control.progress().total, std::int64_t(10));
        QCOMPARE(control.progress().what, QStringLiteral("Reading"));
    }

    void progressIsThrottled()
    {
        std::vector<Progress> told;
        JobControl control([&](const Progress &progress) { told.push_back(progress); });
        QElapsedTimer timer;
        timer.start();
        std::int64_t done = 0;
        while (timer.elapsed() < 300)
            control.report(++done, 1'000'000'000, QStringLiteral("Counting"));
        const qint64 elapsed = timer.elapsed();
        QVERIFY(done > 1000);
        QVERIFY(told.size() >= 2);
        // The first at once, then at most one every 50 ms.
        QVERIFY2(static_cast<qint64>(told.size()) <= elapsed / 50 + 1, qPrintable(QString::number(told.size())));
        QCOMPARE(told.front().done, std::int64_t(1));
        QCOMPARE(told.front().what, QStringLiteral("Counting"));
        // What was not told is still known.
        QCOMPARE(control.progress().done, done);
    }

    void theEndIsToldOnce()
    {
        std::vector<Progress> told;
        JobControl control([&](const Progress &progress) { told.push_back(progress); });
        control.report(1, 3);
        control.report(2, 3);
        control.report(3, 3);
        control.report(3, 3);
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told.back().done, std::int64_t(3));
        // A further part of the same job has an end of its own.
        control.report(1, 2);
        control.report(2, 2);
        QCOMPARE(told.size(), std::size_t(3));
    }

    void anUnknownTotalHasNoEnd()
    {
        int told = 0;
        JobControl control([&](const Progress &) { ++told; });
        for (int i = 0; i < 100; ++i)
            control.report(i, 0);
        QVERIFY(told >= 1 && told < 100);
    }

    void wordsStayUntilReplaced()
    {
        JobControl control;
        control.report(1, 2, QStringLiteral("Reading"));
        control.report(2, 2);
        QCOMPARE(control.progress().what, QStringLiteral("Reading"));
    }

    void copiesShareOneJob()
    {
        JobControl control;
        const JobControl copy = control;
        control.cancel();
        QVERIFY(copy.cancelled());
        const Result<> result = JobControl::cancelledError();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(!result.error().text.isEmpty());
    }

    void cancelReachesAnotherThread()
    {
        JobControl control;
        std::atomic<bool> stopped = false;
        std::thread worker([&stopped, copy = control]() mutable {
            for (std::int64_t i = 0; !copy.cancelled(); ++i)
                copy.report(i, 0);
            stopped = true;
        });
        QTest::qWait(20);
        QVERIFY(!stopped);
        control.cancel();
        worker.join();
        QVERIFY(stopped);
    }

    void theListenerMayAskAndCancel()
    {
        JobControl *self = nullptr;
        std::int64_t seen = -1;
        JobControl control([&](const Progress &) {
            // No lock is held while the listener runs.
            seen = self->progress().done;
            self->cancel();
        });
        self = &control;
        control.report(4, 8);
        QCOMPARE(seen, std::int64_t(4));
        QVERIFY(control.cancelled());
    }
};

QTEST_GUILESS_MAIN(TestJobControl)
#include "tst_jobcontrol.moc"
