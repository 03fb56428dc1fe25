// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/triagerates.h"
#include "tests/triage/triageproject.h"

#include <QTest>

#include <cmath>

using namespace plumbline;

class TestTriageRates : public QObject
{
    Q_OBJECT

    static const triage::Rate &of(const std::vector<triage::Rate> &list, const char *name)
    {
        static const triage::Rate none;
        for (const triage::Rate &rate : list)
            if (rate.name == QLatin1String(name))
                return rate;
        QTest::qFail(name, __FILE__, __LINE__);
        return none;
    }

private slots:
    void trialsAreCountedOnce()
    {
        test::TriageProject m;
        m.make(6);
        m.draw(m.items[0], m.ben, {1, 1, 9, 9});
        m.draw(m.items[1], m.ben, {1, 1, 9, 9});
        // Anna: five trials, two of which she could not label, one of them in the end.
        QVERIFY_RESULT(m.cannot(m.items[0], m.anna, "media-broken"));
        QVERIFY_RESULT(m.cannot(m.items[0], m.anna, "out-of-scope"));
        QVERIFY_RESULT(m.submit(m.items[0], m.anna));
        QVERIFY_RESULT(m.cannot(m.items[1], m.anna, "class-missing"));
        QVERIFY_RESULT(m.decide(m.items[1], m.anna, triage::Ruling::NewClass, "", "tram"));
        for (const std::size_t i : {2U, 3U, 4U})
            QVERIFY_RESULT(m.submit(m.items[i], m.anna));
        QVERIFY_RESULT(m.submit(m.items[0], m.ben));
        const auto rates = triage::ratesOf(*m.project, m.lea);
        QVERIFY_RESULT(rates);
        QCOMPARE(rates->all.handedIn, 6);
        QCOMPARE(rates->all.cannotLabel, 2);
        QCOMPARE(rates->people.size(), 2U);
        QCOMPARE(of(rates->people, "anna").handedIn, 5);
        QCOMPARE(of(rates->people, "anna").cannotLabel, 2);
        QCOMPARE(of(rates->people, "ben").cannotLabel, 0);
        QCOMPARE(of(rates->reasons, "out-of-scope").cannotLabel, 1);
        QCOMPARE(of(rates->reasons, "class-missing").handedIn, 6);
        QCOMPARE(rates->reasons.size(), 2U);
        QCOMPARE(of(rates->classes, "car").handedIn, 3);
        QCOMPARE(of(rates->classes, "car").cannotLabel, 2);
        QCOMPARE(of(rates->classes, "tram").handedIn, 1);
        QCOMPARE(of(rates->classes, "tram").cannotLabel, 1);
        // Of Beta(1, 2), which one of 0 trials of 1 comes to: quantiles 1 - sqrt(1 - p).
        const auto interval = of(rates->people, "ben").interval();
        QVERIFY(std::abs(interval.low - (1 - std::sqrt(0.975))) < 1e-9);
        QVERIFY(std::abs(interval.high - (1 - std::sqrt(0.025))) < 1e-9);
        QVERIFY_FAILS(triage::ratesOf(*m.project, m.rita), ErrorCode::PermissionDenied);
    }

    void nothingHandedIn()
    {
        test::TriageProject m;
        m.make(1);
        const auto rates = triage::ratesOf(*m.project, m.lea);
        QVERIFY_RESULT(rates);
        QVERIFY(rates->people.empty() && rates->classes.empty() && rates->reasons.empty());
        QCOMPARE(rates->all.share(), 0.0);
        QCOMPARE(rates->all.interval().low, 0.025);
    }
};

QTEST_GUILESS_MAIN(TestTriageRates)
#include "tst_triagerates.moc"
