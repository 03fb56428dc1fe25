// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/calibrations.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/judging.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

/// Gold that is read again: every score is as if the keys had been so from the beginning.
class TestRescoring final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_made = 0;
    std::unique_ptr<store::Project> m_project;
    base::SeededRandom m_random{8};
    using Answers = std::map<QByteArray, QByteArray>;

    void begin()
    {
        m_project.reset();
        auto made = store::Project::create(m_dir.filePath(QStringLiteral("p%1.plumb").arg(++m_made)), {});
        QVERIFY_RESULT(made);
        m_project = std::move(*made);
    }

    QString file(const QByteArray &data)
    {
        QFile out(m_dir.filePath(QStringLiteral("f%1.csv").arg(++m_made)));
        return out.open(QIODevice::WriteOnly) && out.write(data) == data.size() ? out.fileName() : QString();
    }

    workflow::JudgementReport take(const QByteArray &labels, const QByteArray &gold, bool allGold = false)
    {
        const auto report = workflow::recordJudgements(
            *m_project, {labels.isEmpty() ? QString() : file("task,annotator,label,confidence,time\n" + labels),
                         gold.isEmpty() ? QString() : file("task,truth\n" + gold), allGold},
            store::operatingSystemPerson(), m_random, {});
        return report ? *report : workflow::JudgementReport{-1, -1, -1, -1, -1, {}};
    }

    static QByteArray csv(const Answers &answers)
    {
        QByteArray text;
        for (const auto &[task, truth] : answers)
            text += task + ',' + truth + '\n';
        return text;
    }

    // Everything that a lead is told, but for ids, which are other in every project.
    QStringList told()
    {
        workflow::CalibrationSettings settings;
        settings.ownBaseline = true;
        const auto all = workflow::calibrations(*m_project, settings);
        if (!all)
            return {all.error().text};
        QStringList words{QString::number(all->prior.prior.alpha, 'g', 17), QString::number(all->difficulty.size())};
        for (const auto &[item, difficulty] : all->difficulty)
            words << item.toString() + QString::number(difficulty, 'g', 17);
        for (const auto &person : all->people) {
            base::CborWriter writer;
            person.score.encode(writer);
            words << person.name << QString::fromLatin1(writer.take().toHex()) << QString::number(person.live.items().right)
                  << QString::number(person.live.items().wrong) << QString::number(person.live.ability().mean(), 'g', 17)
                  << QString::number(person.live.pause().counts().right);
            for (const auto &alarm : person.live.alarms())
                words << alarm.text();
        }
        return words;
    }

private slots:
    void init() { qputenv("PLUMBLINE_GOLD_FOLDER", m_dir.filePath(QStringLiteral("gold%1").arg(++m_made)).toUtf8()); }

    void aChangedKeyScoresAnew()
    {
        begin();
        auto report = take("t1,ada,cat,.9,2026-01-01T10:00:00Z\nt1,ben,dog,,\nt2,ada,cat,,\n", "t1,cat\n");
        QCOMPARE(report.scored, 2);
        report = take({}, "t1,dog\n");
        QCOMPARE(report.scored, 0);
        QCOMPARE(report.rescored, 2);
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id()));
        QVERIFY_RESULT(gold);
        const auto ada = (*gold)->gauge(QStringLiteral("ada"));
        const auto ben = (*gold)->gauge(QStringLiteral("ben"));
        QVERIFY_RESULT(ada);
        QVERIFY_RESULT(ben);
        QCOMPARE(ada->complete().right(), 0);
        QCOMPARE(ada->complete().wrong(), 1);
        QVERIFY(std::abs(ada->complete().confidence()->brier - .81) < 1e-9);
        QCOMPARE(ben->complete().right(), 1);
        QCOMPARE((*gold)->outcomes()->size(), std::size_t(2));
        // The same again changes nothing; without the task in a file that is all there is, nobody has been checked.
        report = take({}, "t1,dog\n");
        QCOMPARE(report.rescored, 0);
        report = take({}, "t9,dog\n", true);
        QCOMPARE(report.withdrawn, 1);
        QCOMPARE((*gold)->gauge(QStringLiteral("ada"))->complete(), quality::AnnotatorScore());
        QVERIFY((*gold)->outcomes()->empty());
        QVERIFY(!(*gold)->answer(QStringLiteral("t1"))->has_value());
    }

    void theGaugeDoesNotMove()
    {
        begin();
        QByteArray labels;
        QByteArray gold;
        for (int i = 0; i < 400; ++i) {
            labels += "t" + QByteArray::number(i) + ",ada,yes,,\n";
            if (i % 10 == 0)
                gold += "t" + QByteArray::number(i) + ",yes\n";
        }
        (void)take(labels, gold);
        const auto read = [&] {
            return workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id())).value()->gauge(QStringLiteral("ada")).value();
        };
        const auto before = read();
        QVERIFY(before.reading().enough);
        QCOMPARE(take({}, gold.replace(",yes", ",no")).rescored, 40);
        QVERIFY(read().released() == before.released());
        QCOMPARE(read().complete().wrong(), 40);
        (void)take({}, "t1,yes\n", true);
        QVERIFY(read().released() == before.released());
        QCOMPARE(read().complete().n(), 1);
    }

    void whateverCameInWhateverOrder_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 3; ++seed)
            QTest::addRow("%d", seed) << seed;
    }

    // Labels in pieces, keys added, changed and taken away in between; then once more with the last keys from the beginning.
    void whateverCameInWhateverOrder()
    {
        QFETCH(int, seed);
        base::SeededRandom random(static_cast<std::uint64_t>(seed));
        const QByteArrayList classes{"a", "b", "c"};
        const auto task = [&] { return "t" + QByteArray::number(random.below(40)); };
        begin();
        QByteArray all;
        Answers answers;
        for (int step = 0; step < 12; ++step) {
            QByteArray labels;
            for (int i = 0; i < 60; ++i) {
                const int minute = static_cast<int>(random.below(60));  // clocks that go back
                labels += task() + ",p" + QByteArray::number(random.below(7)) + ',' + classes[static_cast<qsizetype>(random.below(3))] + ",."
                    + QByteArray::number(random.below(10)) + ",2026-01-0" + QByteArray::number(1 + random.below(9)) + "T10:"
                    + QByteArray::number(100 + minute).mid(1) + ":00Z\n";
            }
            all += labels;
            Answers changed;
            for (int i = 0; i < 8; ++i)
                changed[task()] = classes[static_cast<qsizetype>(random.below(3))];
            const bool replaces = random.uniform() < 0.3;
            if (replaces)
                answers.clear();
            for (const auto &[name, truth] : changed)
                answers[name] = truth;
            const auto report = take(step % 3 == 2 ? QByteArray() : labels, csv(changed), replaces);
            QVERIFY(report.gold >= 0);
            if (step % 3 == 2)
                (void)take(labels, {});
        }
        const QStringList found = told();
        QVERIFY(found.size() > 30);
        begin();
        (void)take(all, csv(answers));
        QCOMPARE(told(), found);
    }

    void contradictionsAndNothing()
    {
        begin();
        auto report = take("t1,ada,cat,,\n", "t1,cat\nt2,cat\nt1,dog\nt3,\n,x\n\nt2,cat\nt4,\"cat\n");
        QCOMPARE(report.gold, 1);  // t2, twice the same
        QCOMPARE(report.scored, 0);
        QCOMPARE(report.issues.issues.size(), std::size_t(4));
        const QStringList places{QStringLiteral("line 4"), QStringLiteral("line 5"), QStringLiteral("line 6"), QStringLiteral("line 9")};
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(report.issues.issues[i].place, places[static_cast<qsizetype>(i)]);
        // A key that is there stays, also when the file is said to be all.
        QCOMPARE(take({}, "t1,cat\n").scored, 1);
        report = take({}, "t1,cat\nt1,dog\n", true);
        QCOMPARE(report.withdrawn, 1);  // t2
        QCOMPARE(report.rescored, 0);
        // Empty gold says so and takes nothing away.
        report = take({}, "\n");
        QCOMPARE(report.gold, 0);
        QCOMPARE(report.issues.issues.size(), std::size_t(1));
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id()));
        QCOMPARE((*gold)->answer(QStringLiteral("t1"))->value(), QStringLiteral("cat"));
    }

    void times()
    {
        begin();
        const auto report = take("t1,a,x,,2026-01-01T10:00:00Z\nt2,a,x,,1767261600\nt3,a,x,,1767261600000\nt4,a,x,,2026-01-01T11:00:00+01:00\n"
                                 "t5,a,x,,yesterday\nt6,a,x,2,1e30\n",
                                 "t1,x\nt2,x\nt3,x\nt4,x\nt5,x\nt6,x\n");
        QCOMPARE(report.issues.issues.size(), std::size_t(3));
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id()));
        std::map<std::int64_t, int> seen;
        const auto outcomes = (*gold)->outcomes();
        QVERIFY_RESULT(outcomes);
        for (const auto &scored : *outcomes)
            ++seen[scored.timeMicroseconds];
        QCOMPARE(seen[1'767'261'600'000'000], 4);
    }
};

QTEST_GUILESS_MAIN(TestRescoring)
#include "tst_rescoring.moc"
