// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/gamma.h"
#include "core/quality/unitizing.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace plumbline;
using namespace plumbline::quality;

namespace {

/// One line an annotator: "1-5a 6-10b", one letter a label.
Continuum drawn(const QStringList &lines)
{
    Continuum continuum;
    for (const QString &line : lines) {
        auto &own = continuum.annotators.emplace_back();
        for (const QString &word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const qsizetype dash = word.indexOf(QLatin1Char('-'));
            own.push_back({word.left(dash).toDouble(), word.mid(dash + 1).chopped(1).toDouble(),
                           static_cast<std::uint32_t>(word.back().toLatin1() - 'a')});
        }
    }
    return continuum;
}

Continuum drawn(std::initializer_list<const char *> lines)
{
    QStringList list;
    for (const char *line : lines)
        list.append(QString::fromLatin1(line));
    return drawn(list);
}

Spans one(Continuum continuum)
{
    Spans spans;
    spans.tasks = QStringList{QStringLiteral("1")};
    spans.continua.push_back(std::move(continuum));
    return spans;
}

bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

double pairCost(const Span &a, const Span &b)
{
    const double apart = (std::abs(a.start - b.start) + std::abs(a.end - b.end)) / (a.end - a.start + b.end - b.start);
    return apart * apart + (a.label == b.label ? 0 : 1);
}

// Every alignment of three annotators, one by one.
double disorderByHand(const Continuum &continuum)
{
    std::vector<std::pair<std::size_t, Span>> spans;
    for (std::size_t a = 0; a < continuum.annotators.size(); ++a)
        for (const Span &span : continuum.annotators[a])
            spans.emplace_back(a, span);
    const auto n = continuum.annotators.size();
    const double pairs = double(n * (n - 1)) / 2;
    std::vector<std::vector<std::size_t>> groups;
    double best = 1e300;
    const std::function<void(std::size_t)> place = [&](std::size_t next) {
        if (next == spans.size()) {
            double sum = 0;
            for (const auto &group : groups) {
                const double k = double(group.size());
                double within = pairs - k * (k - 1) / 2;
                for (std::size_t i = 0; i < group.size(); ++i)
                    for (std::size_t j = 0; j < i; ++j)
                        within += pairCost(spans[group[i]].second, spans[group[j]].second);
                sum += within / pairs;
            }
            best = std::min(best, sum);
            return;
        }
        for (std::size_t g = 0; g < groups.size(); ++g) {
            if (std::any_of(groups[g].begin(), groups[g].end(),
                            [&](std::size_t i) { return spans[i].first == spans[next].first; }))
                continue;
            groups[g].push_back(next);
            place(next + 1);
            groups[g].pop_back();
        }
        groups.push_back({next});
        place(next + 1);
        groups.pop_back();
    };
    place(0);
    return best / (double(spans.size()) / double(n));
}

}  // namespace

class SpansTest : public QObject
{
    Q_OBJECT

private slots:
    // Krippendorff 2004 p. 254: a continuum from 150 to 450. He prints .8591 for both labels, from rounded parts.
    void contentAnalysis()
    {
        const Spans spans = one(drawn({"225-295c 370-400c 180-240k 300-350k", "220-300c 355-375c 400-420c 180-240k 300-350k"}));
        UnitizingOptions options;
        options.limits = Interval{150, 450};
        options.label = 'c' - 'a';
        const auto c = unitizingParts(spans, options);
        QVERIFY(c.has_value());
        QVERIFY(isNear(c->front().observed, .0144444, 5e-8));
        QVERIFY(isNear(c->front().expected, .0532218, 5e-8));
        QVERIFY(isNear(spanAgreement(*c)->value, .7286, 5e-5));
        options.label = 'k' - 'a';
        const auto k = unitizingParts(spans, options);
        QVERIFY(isNear(k->front().expected, .0489786, 5e-8));
        QCOMPARE(spanAgreement(*k)->value, 1.0);
        options.label.reset();
        const Agreement all = spanAgreement(*unitizingParts(spans, options));
        QVERIFY(isNear(all->value, .8587, 5e-5));
        QCOMPARE(all->ratings, std::int64_t(9));
        options.limits = Interval{150, 410};
        QCOMPARE(int(unitizingParts(spans, options).error()), int(Undefined::OutsideContinuum));
    }

    // Krippendorff 1995 p. 57: 24 positions, four pairs of annotators, in the limit of a long continuum.
    void sociologicalMethodology_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<double>("observed");
        QTest::addColumn<double>("expected");
        QTest::addColumn<double>("alpha");
        QTest::newRow("A") << "2-10a 14-20a"
                           << "4-8a 15-17a" << .03125 << .06990 << .553;
        // Printed: expected 1.17731, alpha -.926. That is this formula with one position left over in each gap,
        // l_gap - l + 1, though everything else is in the limit.
        QTest::newRow("B") << "0-18a"
                           << "0-2a 2-3a 3-4a 4-5a 5-6a 6-9a 9-10a" << 2.26736 << 1.17578 << -.928;
        // Printed: expected .08642, alpha .679. That is this formula without taking the units off the places for them.
        QTest::newRow("C") << "2-8a 10-12a 14-18a 20-22a"
                           << "0-2a 4-8a 10-14a 16-18a 20-22a" << .02777 << .09051 << .693;
        QTest::newRow("D") << "0-2a 2-10a 10-14a 14-20a 20-24a"
                           << "0-4a 4-8a 8-15a 15-17a 17-24a" << .38715 << .41445 << .066;
    }
    void sociologicalMethodology()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(double, observed);
        QFETCH(double, expected);
        QFETCH(double, alpha);
        UnitizingOptions options;
        options.limits = Interval{0, 24};
        options.positions = Positions::Continuous;
        Continuum continuum = drawn(QStringList{first, second});
        const auto limit = unitizingParts(one(continuum), options);
        QVERIFY(limit.has_value());
        QVERIFY(isNear(limit->front().observed, observed, 1e-5));
        QVERIFY(isNear(limit->front().expected, expected, 5e-6));
        QVERIFY(isNear(spanAgreement(*limit)->value, alpha, 5e-4));
        // Whole positions come near to it as they become finer.
        constexpr double finer = 50000;
        for (auto &own : continuum.annotators)
            for (Span &span : own)
                span = {span.start * finer, span.end * finer, span.label};
        options.limits = Interval{0, 24 * finer};
        options.positions = Positions::Automatic;
        QVERIFY(wholePositions(one(continuum), options));
        QVERIFY(isNear(spanAgreement(*unitizingParts(one(continuum), options))->value, spanAgreement(*limit)->value, 1e-4));
    }

    void unitizingOfTasks()
    {
        // Two tasks count by their squared lengths; one of a single annotator does not count.
        Spans spans = one(drawn({"0-10a", "0-12a"}));
        spans.continua.push_back(drawn({"0-100a 150-200a", "0-90a"}));
        spans.continua.push_back(drawn({"0-10a"}));
        const auto parts = unitizingParts(spans, {});
        QVERIFY(parts.has_value());
        QCOMPARE(parts->size(), std::size_t(2));
        QCOMPARE((*parts)[0].weight, 144.0);
        QCOMPARE((*parts)[1].weight, 40000.0);
        const Agreement all = spanAgreement(*parts);
        const auto &[first, second] = std::tie((*parts)[0], (*parts)[1]);
        QVERIFY(isNear(all->value,
                       1 - (144 * first.observed + 40000 * second.observed) / (144 * first.expected + 40000 * second.expected),
                       1e-12));
        QVERIFY(bootstrapSpans(*parts, 200, 3).has_value());
        QCOMPARE(bootstrapSpans(*parts, 200, 3)->interval, bootstrapSpans(*parts, 200, 3)->interval);
        QVERIFY(!bootstrapSpans(std::span(*parts).first(1), 200, 3));

        QCOMPARE(int(unitizingParts(one(drawn({"0-10a"})), {}).error()), int(Undefined::NoPairs));
        QCOMPARE(int(unitizingParts(Spans(), {}).error()), int(Undefined::NoPairs));
        QCOMPARE(int(unitizingParts(one(drawn({"", ""})), {}).error()), int(Undefined::NoSpans));
        QCOMPARE(int(spanAgreement({}).error()), int(Undefined::NoPairs));
    }

    // Disorders that the pygamma-agreement package 0.5.9 asserts in its tests.
    void gammaDisorders()
    {
        const auto of = [](std::initializer_list<const char *> lines, double position = 1, double label = 1) {
            return disorder(drawn(lines), {position, label, 1, 1}).value_or(-1);
        };
        QVERIFY(isNear(of({"1-5a 6-10b 11-15a", "2-6a 7-11b 12-16a"}), .0625, 1e-12));
        QVERIFY(isNear(of({"1-5a 6-10b 20-24a 30-34b", "2-6a 31-35b"}), .7083333, 5e-8));
        QVERIFY(isNear(of({"1-5a 10-14b", "2-6a 11-15b", "1-4a 9-14c"}), .4087564, 5e-8));
        QVERIFY(isNear(of({"1-5a 6-10b 11-15c", "2-7a 8-12b 11-15a"}, 3, 2), 1.0277778, 5e-8));
        QCOMPARE(of({"1-5a 6-10b", "1-5a 6-10b"}), 0.0);
        QCOMPARE(of({"1-5a 6-10b", "1-5a 6-10b", "1-5a 6-10b", "1-5a 6-10b"}), 0.0);
        QCOMPARE(of({"1-5a 6-10b", ""}), 2.0);
        QCOMPARE(int(disorder(drawn({"1-5a"}), {}).error()), int(Undefined::NoPairs));
        QCOMPARE(int(disorder(drawn({"", ""}), {}).error()), int(Undefined::NoSpans));
    }

    void gammaWithGivenChance()
    {
        const Continuum continuum = drawn({"1-5a 6-10b 20-24a 30-34b", "2-6a 31-35b"});
        const Continuum samples[] = {drawn({"1-5a 6-10b", "21-25b 31-35b"}), drawn({"1-5a 6-10b 20-24a", "2-6b 12-16a 31-35b"})};
        GammaOptions options;
        options.samples = 2;
        const auto value = gamma(continuum, options, {}, [&](int i) { return samples[i]; });
        QVERIFY(value && *value);
        const double first = disorder(samples[0], options).value();
        const double second = disorder(samples[1], options).value();
        QVERIFY(isNear((*value)->expected, (first + second) / 2, 1e-12));
        QVERIFY(isNear((*value)->value, 1 - .7083333 / ((first + second) / 2), 1e-6));
        QVERIFY(isNear((*value)->expectedError, std::abs(first - second) / 2, 1e-12));
        const Continuum same = drawn({"1-5a 6-10b", "1-5a 6-10b", "1-5a 6-10b"});
        QCOMPARE((*gamma(same, {}))->value, 1.0);
        // The same seed, the same value; agreement is better than chance.
        const auto once = gamma(continuum, {});
        QCOMPARE((*once)->value, (*gamma(continuum, {}))->value);
        QVERIFY((*once)->value > 0 && (*once)->value < 1);
        QVERIFY((*once)->samples == 30 && (*once)->expectedError > 0);
        QCOMPARE(int(gamma(continuum, {}, Interval{5, 50})->error()), int(Undefined::OutsideContinuum));
        QVERIFY(!gamma(continuum, {-1, 1, 30, 1}));
        QVERIFY(!gamma(continuum, {1, std::nan(""), 30, 1}));
        const auto stopped = gamma(continuum, {}, {}, {}, [] { return false; });
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }

    void shuffling()
    {
        base::SeededRandom random(3);
        const Continuum continuum = drawn({"10-15a 20-22b 40-50a", "", "12-16a"});
        const Interval limits{10, 60};
        for (int i = 0; i < 50; ++i) {
            const Continuum sample = shuffled(continuum, limits, random);
            QCOMPARE(sample.annotators.size(), std::size_t(3));
            for (const auto &own : sample.annotators) {
                QVERIFY(own.size() == 3 || own.size() == 1 || own.empty());
                double lengths = 0;
                for (const Span &span : own) {
                    QVERIFY(span.start >= limits.low && span.start < limits.high);
                    lengths += span.length();
                }
                QVERIFY(own.empty() || isNear(lengths, own.size() == 3 ? 17 : 4, 1e-9));
            }
        }
    }

    void alignmentIsTheBest()
    {
        base::SeededRandom random(19);
        for (int round = 0; round < 150; ++round) {
            Continuum continuum;
            const auto annotators = 2 + random.below(3);
            for (std::uint64_t a = 0; a < annotators; ++a) {
                auto &own = continuum.annotators.emplace_back();
                const auto count = random.below(annotators == 2 ? 5 : annotators == 3 ? 4 : 3);
                for (std::uint64_t i = 0; i < count; ++i) {
                    const double start = random.uniform(0, 20);
                    own.push_back({start, start + random.uniform(.5, 8), static_cast<std::uint32_t>(random.below(2))});
                }
            }
            if (continuum.spans() == 0)
                continue;
            QVERIFY(isNear(disorder(continuum, {}).value(), disorderByHand(continuum), 1e-9));
        }
    }

    // Three annotators who tile a long text, and one task too dense to go through.
    void largeAlignments()
    {
        base::SeededRandom random(2);
        const auto tiled = [&](std::size_t annotators, int spans) {
            Continuum continuum;
            for (std::size_t a = 0; a < annotators; ++a) {
                auto &own = continuum.annotators.emplace_back();
                double at = 0;
                for (int i = 0; i < spans; ++i) {
                    const double end = at + random.uniform(3, 9);
                    own.push_back({at, end, static_cast<std::uint32_t>(random.below(3))});
                    at = end;
                }
            }
            return continuum;
        };
        const auto three = disorder(tiled(3, 100), {});
        QVERIFY(three && *three > 0 && *three < 3);
        const auto five = disorder(tiled(5, 12), {});
        QVERIFY(five && *five > 0 && *five < 5);
        const auto two = disorder(tiled(2, 1500), {});
        QVERIFY(two && *two > 0 && *two < 2);
        const auto many = disorder(tiled(12, 40), {});
        QCOMPARE(int(many.error()), int(Undefined::TooComplex));
        QCOMPARE(int(disorder(tiled(3, 2000), {}).error()), int(Undefined::TooComplex));
    }

    void neverANumberThatIsNone()
    {
        base::SeededRandom random(31);
        int defined = 0;
        for (int round = 0; round < 300; ++round) {
            Spans spans;
            const auto tasks = random.below(3);
            for (std::uint64_t t = 0; t < tasks; ++t) {
                spans.tasks.append(QString::number(t));
                Continuum &continuum = spans.continua.emplace_back();
                const auto annotators = 1 + random.below(3);
                const bool whole = random.below(2) == 0;
                const double scale = random.below(5) == 0 ? 1e11 : 1;
                for (std::uint64_t a = 0; a < annotators; ++a) {
                    auto &own = continuum.annotators.emplace_back();
                    double at = 0;
                    for (auto left = random.below(4); left > 0; --left) {
                        const double start = at + (random.below(3) == 0 ? 0 : random.uniform(0, 5));
                        const double end = start + random.uniform(.01, 4);
                        at = whole ? std::ceil(end) + 1 : end;
                        own.push_back({scale * (whole ? std::floor(start) : start), scale * (whole ? std::ceil(end) : end),
                                       static_cast<std::uint32_t>(random.below(2))});
                    }
                }
            }
            const auto parts = unitizingParts(spans, {});
            if (const Agreement alpha = parts ? spanAgreement(*parts) : Agreement(tl::unexpected(parts.error()))) {
                QVERIFY(std::isfinite(alpha->value) && alpha->value <= 1);
                ++defined;
            }
            for (const Continuum &continuum : spans.continua) {
                const auto value = gamma(continuum, {1, 1, 3, std::uint64_t(round)});
                QVERIFY(value.has_value());
                if (*value) {
                    QVERIFY(std::isfinite((*value)->value) && (*value)->value <= 1);
                    ++defined;
                }
            }
        }
        QVERIFY(defined > 200);
    }

    void reading()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("spans.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("task,annotator,label,start,end,note\n"
                   "t,ann,a,10,20,\n"
                   "t,ann,a,15,25,\n"        // 3: overlaps line 2
                   "t,ann,b,15,25,\n"        // another label may
                   "t,ann,a,10,20,\n"        // 5: again
                   "t,bob,a,20,10,\n"        // 6: backwards
                   "t,bob,a,20,20,\n"        // 7: empty
                   "t,bob,a,inf,20,\n"       // 8
                   "t,bob,a,1,nan,\n"        // 9
                   "t,bob,a,1e300,2e300,\n"  // 10
                   "t,bob,,1,2,\n"           // 11: no label
                   "t,,a,1,2,\n"             // 12: nobody
                   "t,bob,a,one,2,\n"        // 13
                   "t,cat,,,,looked\n"       // found nothing
                   "t,bob\n"                 // cells missing: found nothing
                   "u,bob,a,3.5,4.5,\n");
        file.close();
        IssueList issues;
        const auto read = readSpans(file.fileName(), Overlaps::Refused, issues);
        QVERIFY(read.has_value());
        QCOMPARE(issues.count(), 10);
        const int lines[] = {3, 5, 6, 7, 8, 9, 10, 11, 12, 13};
        for (std::size_t i = 0; i < 10; ++i)
            QCOMPARE(issues.issues[i].place, QStringLiteral("line %1").arg(lines[i]));
        QCOMPARE(read->tasks, (QStringList{QStringLiteral("t"), QStringLiteral("u")}));
        QCOMPARE(read->continua[0].annotators.size(), std::size_t(3));
        QCOMPARE(read->continua[0].spans(), std::size_t(2));
        QCOMPARE(read->continua[1].spans(), std::size_t(1));
        IssueList fewer;
        const auto overlapping = readSpans(file.fileName(), Overlaps::Allowed, fewer);
        QCOMPARE(overlapping->continua[0].spans(), std::size_t(3));
        QCOMPARE(fewer.count(), 9);
        file.resize(0);
        QVERIFY(!readSpans(file.fileName(), Overlaps::Allowed, fewer));
        QVERIFY(!readSpans(folder.filePath(QStringLiteral("none.csv")), Overlaps::Allowed, fewer));
    }
};

QTEST_GUILESS_MAIN(SpansTest)
#include "tst_spans.moc"
