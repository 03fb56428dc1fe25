// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/gaugerelease.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace plumbline;
using quality::GaugeReading;
using quality::GaugeRelease;
using quality::GoldOutcome;
using quality::ReleasePolicy;

namespace {

GoldOutcome outcomeOf(std::int64_t right, std::int64_t wrong)
{
    GoldOutcome outcome;
    outcome.right = right;
    outcome.wrong = outcome.missed = wrong;
    outcome.allRight = wrong == 0;
    outcome.confusion[{ClassId{Uuid::fromName("test", "car")}, ClassId{Uuid::fromName("test", "car")}}] = right;
    return outcome;
}

// One submission as the simulator knows it; `gold` is what the attacker wants.
struct Work {
    bool gold = false;
    std::int64_t objects = 0;
    std::int64_t right = 0;
};

// What an annotator sees after a submission.
struct Display {
    std::int64_t n = 0;
    double mean = 0;
    bool operator==(const Display &) const = default;
};

struct Career {
    std::vector<Work> work;
    std::vector<Display> displays;  // one per submission, after it
};

std::vector<Work> simulatedWork(base::SeededRandom &random, std::size_t submissions, double goldShare, double accuracy)
{
    std::vector<Work> work(submissions);
    for (Work &w : work) {
        w.gold = random.uniform() < goldShare;
        w.objects = 1 + static_cast<std::int64_t>(random.below(12));
        for (std::int64_t i = 0; i < w.objects; ++i)
            w.right += random.uniform() < accuracy ? 1 : 0;
    }
    return work;
}

Career underPolicy(base::SeededRandom &random, const ReleasePolicy &policy, std::size_t submissions, double goldShare, double accuracy)
{
    Career career{simulatedWork(random, submissions, goldShare, accuracy), {}};
    ReleasePolicy seen = policy;
    seen.minimumToShow = 1;  // the attacker sees more than the gauge ever shows
    GaugeRelease release(seen);
    for (const Work &w : career.work) {
        const auto blind = w.gold ? std::optional(outcomeOf(w.right, w.objects - w.right)) : std::nullopt;
        static_cast<void>(release.submitted(blind, random));
        const GaugeReading reading = release.reading();
        career.displays.push_back({reading.decisions, reading.mean});
    }
    return career;
}

// The obvious policy, as a control: five results or more, some submissions of random delay, exact counts of objects.
Career underObviousPolicy(base::SeededRandom &random, std::size_t submissions, std::size_t blockSize, int maximumDelay)
{
    Career career{simulatedWork(random, submissions, 0.1, 0.9), {}};
    Display shown;
    std::vector<Work> held;
    std::int64_t right = 0;
    int delay = -1;
    for (const Work &w : career.work) {
        if (w.gold)
            held.push_back(w);
        if (delay < 0 && held.size() >= blockSize)
            delay = static_cast<int>(random.below(static_cast<std::uint64_t>(maximumDelay) + 1));
        if (delay >= 0 && delay-- == 0) {
            for (const Work &h : held) {
                shown.n += h.objects;
                right += h.right;
            }
            shown.mean = static_cast<double>(right) / static_cast<double>(shown.n);
            held.clear();
        }
        career.displays.push_back(shown);
    }
    return career;
}

struct Guess {
    double suspicion = 0;
    bool gold = false;
};

struct Auc {
    double value = 0;
    double sigma = 0;
};

// Chance that a gold submission looks more suspicious than an ordinary one, ties half (Mann and Whitney), and its standard
// error (Hanley and McNeil 1982).
Auc aucOf(std::vector<Guess> guesses)
{
    std::sort(guesses.begin(), guesses.end(), [](const Guess &a, const Guess &b) { return a.suspicion < b.suspicion; });
    double gold = 0;
    double wins = 0;
    double ordinaryBelow = 0;
    for (std::size_t begin = 0; begin < guesses.size();) {
        std::size_t end = begin;
        double goldHere = 0;
        while (end < guesses.size() && guesses[end].suspicion == guesses[begin].suspicion)
            goldHere += guesses[end++].gold ? 1 : 0;
        const double ordinaryHere = static_cast<double>(end - begin) - goldHere;
        wins += goldHere * (ordinaryBelow + ordinaryHere / 2);
        ordinaryBelow += ordinaryHere;
        gold += goldHere;
        begin = end;
    }
    const double auc = wins / (gold * ordinaryBelow);
    const double q1 = auc / (2 - auc);
    const double q2 = 2 * auc * auc / (1 + auc);
    const double variance = (auc * (1 - auc) + (gold - 1) * (q1 - auc * auc) + (ordinaryBelow - 1) * (q2 - auc * auc)) / (gold * ordinaryBelow);
    return {auc, std::sqrt(variance)};
}

// A stretch of submissions between two changes of the display: [begin, end), and what the change at its end revealed.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool changed = false;  // false: the work ended before another change
    double growth = 0;
    double shareRight = 0;
};

std::vector<Stretch> stretchesOf(const Career &career)
{
    std::vector<Stretch> stretches;
    Display before;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < career.displays.size(); ++i) {
        const Display &now = career.displays[i];
        if (now == before)
            continue;
        const auto growth = static_cast<double>(now.n - before.n);
        const double right = now.mean * static_cast<double>(now.n) - before.mean * static_cast<double>(before.n);
        stretches.push_back({begin, i + 1, true, growth, growth > 0 ? right / growth : 0});
        before = now;
        begin = i + 1;
    }
    stretches.push_back({begin, career.work.size(), false, 0, 0});
    return stretches;
}

// An attacker's suspicion of submission i, from the displays and from what the annotator knows of the own work.
using Attack = double (*)(const Career &, const Stretch &, std::size_t i);

double expectedShare(const Stretch &s)
{
    return 5.0 / static_cast<double>(s.end - s.begin);
}

struct NamedAttack {
    const char *name;
    Attack suspicion;
};

const NamedAttack attacks[] = {
    {"the last one before a change", [](const Career &, const Stretch &s, std::size_t i) { return s.changed && s.end - i <= 1 ? 1.0 : 0.0; }},
    {"the last 5 before a change", [](const Career &, const Stretch &s, std::size_t i) { return s.changed && s.end - i <= 5 ? 1.0 : 0.0; }},
    {"the last 20 before a change", [](const Career &, const Stretch &s, std::size_t i) { return s.changed && s.end - i <= 20 ? 1.0 : 0.0; }},
    {"nearer to the next change", [](const Career &, const Stretch &s, std::size_t i) { return s.changed ? -double(s.end - i) : -1e9; }},
    {"nearer to the last change", [](const Career &, const Stretch &s, std::size_t i) { return -double(i - s.begin); }},
    {"before any change", [](const Career &, const Stretch &s, std::size_t) { return s.changed ? 1.0 : 0.0; }},
    {"short stretches", [](const Career &, const Stretch &s, std::size_t) { return s.changed ? expectedShare(s) : 0.0; }},
    {"growth per submission", [](const Career &, const Stretch &s, std::size_t) { return s.growth / double(s.end - s.begin); }},
    {"large pictures when the count grew much",
     [](const Career &c, const Stretch &s, std::size_t i) {
         return s.changed ? (s.growth - 5 * 6.5) * (double(c.work[i].objects) - 6.5) : 0.0;
     }},
    {"small pictures", [](const Career &c, const Stretch &s, std::size_t i) { return s.changed ? -double(c.work[i].objects) : -1e9; }},
    {"pictures that fit into the growth",
     [](const Career &c, const Stretch &s, std::size_t i) { return s.changed && double(c.work[i].objects) > s.growth ? -1.0 : 0.0; }},
    {"large pictures after a drop",
     [](const Career &c, const Stretch &s, std::size_t i) { return s.changed ? (0.9 - s.shareRight) * (double(c.work[i].objects) - 6.5) : 0.0; }},
};

// Knows which of the own answers were wrong, which nobody does who tries to be right; someone who plants errors does.
double knowsOwnErrors(const Career &c, const Stretch &s, std::size_t i)
{
    const double share = double(c.work[i].right) / double(c.work[i].objects);
    return s.changed ? (s.shareRight - 0.9) * (share - 0.9) : 0.0;
}

Auc attacked(const std::vector<Career> &careers, Attack attack)
{
    std::vector<Guess> guesses;
    for (const Career &career : careers)
        for (const Stretch &s : stretchesOf(career))
            for (std::size_t i = s.begin; i < s.end; ++i)
                guesses.push_back({attack(career, s, i), career.work[i].gold});
    return aucOf(std::move(guesses));
}

}  // namespace

class TestGaugeRelease final : public QObject
{
    Q_OBJECT

private slots:
    void blindGoldWaitsForTheSchedule()
    {
        base::SeededRandom random(1);
        GaugeRelease release({5, 0, 1, 20});
        for (int i = 1; i <= 19; ++i) {
            QVERIFY(!release.submitted(outcomeOf(1, 0), random));
            QCOMPARE(release.reading(), GaugeReading());
        }
        QVERIFY(release.submitted(std::nullopt, random));
        QCOMPARE(release.reading().decisions, 5);  // the block's size, not the 19 that were held
        QCOMPARE(release.reading().mean, 6.0 / 7.0);
        QCOMPARE(release.complete().n(), 19);
    }

    void tooFewResultsWaitAndStretchTheSchedule()
    {
        base::SeededRandom random(1);
        GaugeRelease release({5, 0, 1, 10});
        for (int i = 0; i < 4; ++i)
            QVERIFY(!release.submitted(outcomeOf(1, 0), random));
        for (int i = 4; i < 10; ++i)
            QVERIFY(!release.submitted(std::nullopt, random));
        QVERIFY(!release.submitted(outcomeOf(1, 0), random));  // the fifth result does not show at once
        for (int i = 1; i < 19; ++i)
            QVERIFY(!release.submitted(std::nullopt, random));
        QVERIFY(release.submitted(std::nullopt, random));
        QCOMPARE(release.reading().decisions, 5);
    }

    void belowTheMinimumItSaysNothing()
    {
        base::SeededRandom random(1);
        GaugeRelease release({5, 0, 12, 10});
        for (int look = 1; look <= 3; ++look) {
            for (int i = 0; i < 10; ++i)
                static_cast<void>(release.submitted(outcomeOf(1, 1), random));
            QCOMPARE(release.reading().enough, look == 3);
            if (look < 3)
                QCOMPARE(release.reading(), GaugeReading());
        }
    }

    void practiceMovesAtOnce()
    {
        GaugeRelease release(ReleasePolicy{5, 20, 1, 100});
        release.practised(outcomeOf(3, 1));
        QCOMPARE(release.reading().decisions, 1);
        QCOMPARE(release.reading().mean, 1.75 / 3.0);
        QCOMPARE(release.shown().n(), 4);
        release.practised(GoldOutcome{});  // nothing that could be judged
        QCOMPARE(release.reading().decisions, 1);
    }

    void shownShareIsUnbiased()
    {
        // Two thirds right in every result: whole results only, yet the long-run share is exact to one result.
        base::SeededRandom random(4);
        GaugeRelease release({5, 0, 1, 7});
        for (int i = 0; i < 7 * 300; ++i)
            static_cast<void>(release.submitted(outcomeOf(2, 1), random));
        const GaugeReading reading = release.reading({1e-9, 1e-9});
        QCOMPARE(reading.decisions, 1500);
        QVERIFY(std::abs(reading.mean * 1500 - 1000) <= 1);
    }

    void detailsOfBlindGoldNeverShow()
    {
        base::SeededRandom random(8);
        GaugeRelease release({5, 3, 1, 10});
        release.practised(outcomeOf(2, 0));
        const quality::AnnotatorScore before = release.shown();
        for (int i = 0; i < 500; ++i) {
            static_cast<void>(release.submitted(i % 3 == 0 ? std::optional(outcomeOf(i % 5, 1)) : std::nullopt, random));
            QVERIFY(release.shown() == before);
            QCOMPARE((release.reading().decisions - 1) % 5, 0);
        }
        QCOMPARE(release.complete().items(), 168);
    }

    void goldShareSetsTheSchedule()
    {
        QCOMPARE(ReleasePolicy::forGoldShare(0.1), ReleasePolicy());
        QCOMPARE(ReleasePolicy::forGoldShare(0.05).lookEvery, 250);
        QCOMPARE(ReleasePolicy::forGoldShare(1).lookEvery, 13);
        QCOMPARE(ReleasePolicy::forGoldShare(0).lookEvery, 12500);
        QCOMPARE(ReleasePolicy::forGoldShare(std::nan("")).lookEvery, 12500);
    }

    void storedForm()
    {
        base::SeededRandom random(12);
        GaugeRelease release({5, 4, 3, 15});
        release.practised(outcomeOf(1, 2));
        for (int i = 0; i < 77; ++i)
            static_cast<void>(release.submitted(i % 4 == 0 ? std::optional(outcomeOf(3, i % 2)) : std::nullopt, random));
        const QByteArray stored = release.encode();
        const auto restored = GaugeRelease::decode(stored);
        QVERIFY_RESULT(restored);
        QVERIFY(*restored == release);
        QCOMPARE(restored->encode(), stored);

        base::SeededRandom same(5);
        base::SeededRandom again(5);
        GaugeRelease copy = *restored;
        for (int i = 0; i < 100; ++i)
            QCOMPARE(copy.submitted(outcomeOf(1, 0), same), release.submitted(outcomeOf(1, 0), again));
        QVERIFY(copy == release);

        for (qsizetype length = 0; length < stored.size(); ++length)
            QVERIFY_FAILS(GaugeRelease::decode(QByteArrayView(stored).first(length)), ErrorCode::Corrupt);
        QVERIFY_FAILS(GaugeRelease::decode(stored + 'x'), ErrorCode::Corrupt);
        for (qsizetype i = 0; i < stored.size(); ++i) {
            QByteArray broken = stored;
            broken[i] = static_cast<char>(~broken[i]);
            static_cast<void>(GaugeRelease::decode(broken));  // whatever it says, it must not crash
        }
    }

    // Keeping the displays tells nothing that looking at the gauge after every submission did not tell.
    void keptDisplaysAreWhatWasShown()
    {
        base::SeededRandom random(31);
        GaugeRelease release(ReleasePolicy::forGoldShare(0.1));
        std::vector<quality::GaugeDisplay> seen;
        GaugeReading last;
        for (int i = 1; i <= 4000; ++i) {
            const bool practice = i % 500 < 3;
            const bool gold = !practice && random.uniform() < 0.1;
            static_cast<void>(release.submitted(gold ? std::optional(outcomeOf(3, i % 2)) : std::nullopt, random));
            if (practice)
                release.practised(outcomeOf(2, i % 2));
            if (const GaugeReading now = release.reading(); now != last) {
                seen.push_back({i, now});
                last = now;
            }
        }
        QVERIFY(seen.size() > 30);
        QVERIFY(release.released() == seen);
        QVERIFY(release.released().back().reading == release.reading());
        const auto restored = GaugeRelease::decode(release.encode());
        QVERIFY_RESULT(restored);
        QVERIFY(restored->released() == seen);
    }

    void keptDisplaysAreBounded()
    {
        base::SeededRandom random(32);
        GaugeRelease release({5, 0, 1, 10});
        for (int i = 0; i < 1000; ++i) {
            static_cast<void>(release.submitted(std::nullopt, random));
            release.practised(outcomeOf(1, 0));
        }
        const auto kept = release.released();
        QCOMPARE(kept.size(), GaugeRelease::keptDisplays);
        QCOMPARE(kept.back().submissions, 1000);
        QCOMPARE(kept.front().submissions, 1000 - std::int64_t(GaugeRelease::keptDisplays) + 1);
        QVERIFY_RESULT(GaugeRelease::decode(release.encode()));
    }

    void statesWithoutDisplaysAreRead()
    {
        const GaugeRelease fresh({5, 4, 3, 15});
        QByteArray stored = fresh.encode();
        // Version 1 was an array of 15 and ended before the list of displays.
        stored[0] = char(0x8f);
        stored[1] = 1;
        stored.chop(2);
        const auto restored = GaugeRelease::decode(stored);
        QVERIFY_RESULT(restored);
        QVERIFY(*restored == fresh);
        QVERIFY(restored->released().empty());
    }

    // The attacks do find gold where the display follows it: otherwise the next test would prove nothing.
    void attacksWorkOnObviousPolicies()
    {
        base::SeededRandom random(2026);
        std::vector<Career> atOnce;
        std::vector<Career> blocks;
        for (int i = 0; i < 400; ++i) {
            atOnce.push_back(underObviousPolicy(random, 200, 1, 0));
            blocks.push_back(underObviousPolicy(random, 200, 5, 8));
        }
        QVERIFY(attacked(atOnce, attacks[0].suspicion).value > 0.99);
        double best = 0;
        for (const NamedAttack &attack : attacks) {
            const Auc auc = attacked(blocks, attack.suspicion);
            qInfo("block of five, delay up to 8, exact counts: %-42s AUC %.4f +- %.4f", attack.name, auc.value, 1.96 * auc.sigma);
            best = std::max(best, auc.value);
        }
        QVERIFY2(best > 0.58, "blocks that follow gold ought to be attackable");
    }

    // Why the schedule has to fit the share of gold: looks that come too early are skipped where gold was rare.
    void looksThatComeTooEarlyLeak()
    {
        base::SeededRandom random(2028);
        ReleasePolicy hasty;
        hasty.lookEvery = 50;
        hasty.maximumDelay = 10;
        std::vector<Career> careers;
        for (int i = 0; i < 1000; ++i)
            careers.push_back(underPolicy(random, hasty, 200, 0.1, 0.9));
        double best = 0;
        for (const NamedAttack &attack : attacks)
            best = std::max(best, attacked(careers, attack.suspicion).value);
        qInfo("looks every 50 to 60 submissions: best AUC %.4f", best);
        QVERIFY(best > 0.52);
    }

    void differencingFindsGoldNoBetterThanChance_data()
    {
        QTest::addColumn<int>("annotators");
        QTest::addColumn<int>("submissions");
        QTest::addColumn<double>("goldShare");
        QTest::newRow("2000 x 200, one in ten") << 2000 << 200 << 0.1;
        QTest::newRow("100 x 2000, one in ten") << 100 << 2000 << 0.1;
        QTest::newRow("100 x 2000, one in twenty") << 100 << 2000 << 0.05;
        QTest::newRow("100 x 1000, one in four") << 100 << 1000 << 0.25;
    }

    void differencingFindsGoldNoBetterThanChance()
    {
        QFETCH(int, annotators);
        QFETCH(int, submissions);
        QFETCH(double, goldShare);
        base::SeededRandom random(2027);
        std::vector<Career> careers;
        std::size_t changes = 0;
        for (int i = 0; i < annotators; ++i) {
            careers.push_back(underPolicy(random, ReleasePolicy::forGoldShare(goldShare), static_cast<std::size_t>(submissions), goldShare, 0.9));
            changes += stretchesOf(careers.back()).size() - 1;
        }
        QVERIFY2(changes > static_cast<std::size_t>(annotators) / 2, "a gauge that never moves hides everything");
        for (const NamedAttack &attack : attacks) {
            const Auc auc = attacked(careers, attack.suspicion);
            qInfo("%-42s AUC %.4f +- %.4f", attack.name, auc.value, 1.96 * auc.sigma);
            QVERIFY2(std::abs(auc.value - 0.5) < 0.02, attack.name);
        }
        const Auc planted = attacked(careers, knowsOwnErrors);
        qInfo("%-42s AUC %.4f +- %.4f", "knows every own error", planted.value, 1.96 * planted.sigma);
        QVERIFY2(planted.value < 0.62, "even planted errors must not pay");
    }
};

QTEST_GUILESS_MAIN(TestGaugeRelease)
#include "tst_gaugerelease.moc"
