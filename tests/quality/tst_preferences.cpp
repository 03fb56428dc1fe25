// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/bradleyterry.h"
#include "tests/quality/ratingtables.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace plumbline;
using namespace plumbline::test;

namespace {

/// Collects comparisons by names.
class Games
{
public:
    void add(const QString &first, const QString &second, Preferred preferred, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            m_comparisons.rows.push_back({next(m_comparisons.tasks), 0, place(first), place(second), preferred, {}});
    }
    void add(const char *first, const char *second, Preferred preferred, int times = 1)
    {
        add(QString::fromLatin1(first), QString::fromLatin1(second), preferred, times);
    }
    [[nodiscard]] Comparisons take() { return std::move(m_comparisons); }

private:
    static std::uint32_t next(QStringList &tasks)
    {
        tasks.append(QString::number(tasks.size()));
        return static_cast<std::uint32_t>(tasks.size() - 1);
    }
    std::uint32_t place(const QString &item)
    {
        if (!m_comparisons.items.contains(item))
            m_comparisons.items.append(item);
        return static_cast<std::uint32_t>(m_comparisons.items.indexOf(item));
    }

    Comparisons m_comparisons;
};

using Fit = tl::expected<BradleyTerryFit, NoFit>;

const Ability &abilityOf(const Comparisons &comparisons, const Fit &fit, const char *item)
{
    const auto place = static_cast<std::uint32_t>(comparisons.items.indexOf(QString::fromLatin1(item)));
    return *std::find_if(fit->abilities.begin(), fit->abilities.end(), [&](const Ability &a) { return a.item == place; });
}

// Agresti, Categorical Data Analysis: American League 1987, wins of row over column.
Comparisons league()
{
    const QStringList teams{QStringLiteral("Milwaukee"), QStringLiteral("Detroit"), QStringLiteral("Toronto"),
                            QStringLiteral("New York"),  QStringLiteral("Boston"),  QStringLiteral("Cleveland"),
                            QStringLiteral("Baltimore")};
    constexpr int wins[7][7] = {{0, 7, 9, 7, 7, 9, 11}, {6, 0, 7, 5, 11, 9, 9}, {4, 6, 0, 7, 7, 8, 12}, {6, 8, 6, 0, 6, 7, 10},
                                {6, 2, 6, 7, 0, 7, 12}, {4, 4, 5, 6, 6, 0, 6},  {2, 4, 1, 3, 1, 7, 0}};
    Games games;
    for (int i = 0; i < 7; ++i)
        for (int j = 0; j < 7; ++j)
            games.add(teams[i], teams[j], Preferred::First, wins[i][j]);
    return games.take();
}

bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

}  // namespace

class PreferencesTest : public QObject
{
    Q_OBJECT

private slots:
    void americanLeague()
    {
        const Comparisons games = league();
        const Fit fit = bradleyTerry(games, {false, 0, QStringLiteral("Baltimore")});
        QVERIFY(fit.has_value());
        const double printed[] = {1.5814, 1.4364, 1.2945, 1.2476, 1.1077, .6839, 0};
        for (std::size_t i = 0; i < 7; ++i) {
            QCOMPARE(fit->abilities[i].item, std::uint32_t(i));  // best first
            QVERIFY(isNear(fit->abilities[i].log.value, printed[i], 5e-5));
            const Interval interval = fit->abilities[i].log.interval;
            QVERIFY(interval.low <= fit->abilities[i].log.value && interval.high >= fit->abilities[i].log.value);
        }
        QCOMPARE(fit->abilities[6].log.standardError, 0.0);
        QVERIFY(!fit->tie && !fit->orderEffect);
        // Another constant: the same differences, with the mean at 0.
        const Fit centred = bradleyTerry(games, {});
        double sum = 0;
        for (const Ability &ability : centred->abilities)
            sum += ability.log.value;
        QVERIFY(isNear(sum, 0, 1e-9));
        QVERIFY(isNear(centred->abilities[0].log.value - centred->abilities[6].log.value, printed[0], 5e-5));
        QVERIFY(isNear(centred->logLikelihood, fit->logLikelihood, 1e-9));
        // The equations of the maximum: expected wins are the wins.
        for (const Ability &one : fit->abilities) {
            double expected = 0;
            for (const Comparison &game : games.rows)
                for (const Ability &other : fit->abilities)
                    if ((game.first == one.item && game.second == other.item)
                        || (game.second == one.item && game.first == other.item))
                        expected += 1 / (1 + std::exp(other.log.value - one.log.value));
            QVERIFY(isNear(expected, double(one.wins), 1e-6));
        }
    }

    // Two items have closed forms.
    void twoItems()
    {
        Games games;
        games.add("a", "b", Preferred::First, 12);
        games.add("a", "b", Preferred::Second, 5);
        games.add("a", "b", Preferred::Tie, 7);
        const Comparisons ties = games.take();
        const Fit fit = bradleyTerry(ties, {false, 0, QStringLiteral("b")});
        QVERIFY(fit.has_value());
        QVERIFY(isNear(abilityOf(ties, fit, "a").log.value, std::log(12.0 / 5), 1e-8));
        QVERIFY(isNear(abilityOf(ties, fit, "a").log.standardError, std::sqrt(1.0 / 12 + 1.0 / 5), 1e-8));
        QVERIFY(isNear(fit->tie->value, std::log(7 / std::sqrt(12.0 * 5)), 1e-8));
        QVERIFY(isNear(fit->tie->standardError, std::sqrt(1.0 / 7 + (1.0 / 12 + 1.0 / 5) / 4), 1e-8));
        QVERIFY(isNear(fit->logLikelihood, 12 * std::log(.5) + 5 * std::log(5.0 / 24) + 7 * std::log(7.0 / 24), 1e-9));

        games.add("a", "b", Preferred::First, 20);
        games.add("a", "b", Preferred::Second, 10);
        games.add("b", "a", Preferred::First, 15);
        games.add("b", "a", Preferred::Second, 12);
        const Comparisons ordered = games.take();
        const Fit placed = bradleyTerry(ordered, {true, 0, QStringLiteral("b")});
        QVERIFY(placed.has_value());
        const double up = std::log(20.0 / 10);
        const double down = std::log(15.0 / 12);
        QVERIFY(isNear(abilityOf(ordered, placed, "a").log.value, (up - down) / 2, 1e-8));
        QVERIFY(isNear(placed->orderEffect->value, (up + down) / 2, 1e-8));
        QVERIFY(isNear(placed->orderEffect->standardError, std::sqrt(1.0 / 20 + 1.0 / 10 + 1.0 / 15 + 1.0 / 12) / 2, 1e-8));
        const PositionBias bias = positionBias(ordered);
        QCOMPARE(bias.first, std::int64_t(35));
        QCOMPARE(bias.second, std::int64_t(22));
        QCOMPARE(bias.interval, wilson(35, 57));
    }

    // What is drawn from the model comes back out of it.
    void simulated()
    {
        base::SeededRandom random(41);
        const double truth[] = {.9, .3, 0, -.4, -.8};
        constexpr double order = .5;
        const double tie = std::log(.6);
        Games games;
        for (int i = 0; i < 12000; ++i) {
            const auto a = random.below(5);
            const auto b = (a + 1 + random.below(4)) % 5;
            const double first = std::exp(truth[a] + order / 2);
            const double second = std::exp(truth[b] - order / 2);
            const double both = std::exp(tie + (truth[a] + truth[b]) / 2);
            const double u = random.uniform() * (first + second + both);
            games.add(QString::number(a), QString::number(b),
                      u < first            ? Preferred::First
                      : u < first + second ? Preferred::Second
                                           : Preferred::Tie);
        }
        const Comparisons drawn = games.take();
        const Fit fit = bradleyTerry(drawn, {true, 0, {}});
        QVERIFY(fit.has_value());
        for (const Ability &ability : fit->abilities) {
            const int item = drawn.items[qsizetype(ability.item)].toInt();
            QVERIFY(std::abs(ability.log.value - truth[item]) < 4 * ability.log.standardError);
            QVERIFY(ability.log.standardError < .05);
        }
        QVERIFY(std::abs(fit->orderEffect->value - order) < 4 * fit->orderEffect->standardError);
        QVERIFY(std::abs(fit->tie->value - tie) < 4 * fit->tie->standardError);
        // Without the term, the place is put down to nothing, and the fit is worse.
        QVERIFY(bradleyTerry(drawn, {})->logLikelihood < fit->logLikelihood - 50);
    }

    void noFit()
    {
        const auto reason = [](Games &games, const BradleyTerryOptions &options = {}) {
            const Comparisons comparisons = games.take();
            const Fit fit = bradleyTerry(comparisons, options);
            BradleyTerryOptions prior = options;
            prior.priorDeviation = 2;
            const Fit weak = bradleyTerry(comparisons, prior);
            for (std::size_t i = 0; weak && i < weak->abilities.size(); ++i)
                if (!std::isfinite(weak->abilities[i].log.value) || !(weak->abilities[i].log.standardError > 0))
                    return NoFit{Unfitted::NoComparisons, {QStringLiteral("the prior is no help")}};
            if (fit)
                return NoFit{Unfitted::NoComparisons, {QStringLiteral("fitted")}};
            return fit.error();
        };
        Games games;
        NoFit none = reason(games);
        QCOMPARE(int(none.reason), int(Unfitted::NoComparisons));
        QVERIFY(none.items.isEmpty());

        games.add("a", "b", Preferred::First);
        games.add("b", "a", Preferred::First);
        games.add("c", "d", Preferred::First);
        games.add("d", "c", Preferred::First);
        games.add("a", "e", Preferred::Tie);
        none = reason(games);
        QCOMPARE(int(none.reason), int(Unfitted::Unlinked));
        QCOMPARE(none.items, (QStringList{QStringLiteral("c"), QStringLiteral("d")}));

        games.add("a", "b", Preferred::First, 3);
        games.add("b", "a", Preferred::First);
        games.add("a", "c", Preferred::First, 2);
        games.add("c", "b", Preferred::Second);
        none = reason(games);
        QCOMPARE(int(none.reason), int(Unfitted::OneSided));
        QCOMPARE(none.items, QStringList{QStringLiteral("c")});
        QVERIFY(unfittedText(none).contains(QStringLiteral("c")));

        games.add("a", "b", Preferred::Tie, 3);
        none = reason(games);
        QCOMPARE(int(none.reason), int(Unfitted::OnlyTies));

        games.add("a", "b", Preferred::First, 3);
        games.add("a", "b", Preferred::Second, 2);
        none = reason(games, {true, 0, {}});
        QCOMPARE(int(none.reason), int(Unfitted::OrderConfounded));

        // A tie links the two, and still a lasts above b for ever.
        games.add("a", "b", Preferred::First, 3);
        games.add("a", "b", Preferred::Tie);
        none = reason(games);
        QCOMPARE(int(none.reason), int(Unfitted::NoMaximum));

        games.add("a", "b", Preferred::First);
        none = reason(games, {false, 0, QStringLiteral("z")});
        QCOMPARE(int(none.reason), int(Unfitted::UnknownReference));

        for (int i = 0; i <= 1000; ++i)
            games.add(QString::number(i), QString::number(i + 1), Preferred::Tie);
        none = reason(games);
        QCOMPARE(int(none.reason), int(Unfitted::TooManyItems));
    }

    void weakPrior()
    {
        Games games;
        games.add("a", "b", Preferred::First, 3);
        games.add("b", "c", Preferred::First, 3);
        const Comparisons line = games.take();
        const Fit fit = bradleyTerry(line, {false, 1.5, {}});
        QVERIFY(fit.has_value());
        QVERIFY(abilityOf(line, fit, "a").log.value > abilityOf(line, fit, "b").log.value);
        QVERIFY(isNear(abilityOf(line, fit, "a").log.value, -abilityOf(line, fit, "c").log.value, 1e-8));
        // 3 (1 - p) = x / 1.5², p = 1 / (1 + exp(-x)): the gradient at the maximum.
        const double x = abilityOf(line, fit, "a").log.value;
        QVERIFY(isNear(3 / (1 + std::exp(x)), x / 2.25, 1e-8));
        // A prior that is nearly none changes nothing.
        const Comparisons games87 = league();
        QVERIFY(isNear(bradleyTerry(games87, {false, 1e4, {}})->abilities[0].log.value,
                       bradleyTerry(games87, {})->abilities[0].log.value, 1e-6));
    }

    // Random tables: fitted with finite numbers, or a reason.
    void neverANumberThatIsNone()
    {
        base::SeededRandom random(29);
        int fitted = 0;
        for (int table = 0; table < 600; ++table) {
            Games games;
            const auto items = 2 + random.below(4);
            const auto rows = random.below(25);
            for (std::uint64_t i = 0; i < rows; ++i) {
                const auto a = random.below(items);
                games.add(QString::number(a), QString::number((a + 1 + random.below(items - 1)) % items),
                          static_cast<Preferred>(random.below(3)));
            }
            const Comparisons comparisons = games.take();
            for (const bool order : {false, true})
                for (const double prior : {0.0, 2.0}) {
                    const Fit fit = bradleyTerry(comparisons, {order, prior, {}});
                    if (!fit) {
                        QVERIFY(prior == 0 || comparisons.rows.empty());
                        QVERIFY(!unfittedText(fit.error()).isEmpty());
                        continue;
                    }
                    ++fitted;
                    QVERIFY(std::isfinite(fit->logLikelihood) && fit->logLikelihood <= 0);
                    for (const Ability &ability : fit->abilities)
                        QVERIFY(std::isfinite(ability.log.value) && std::isfinite(ability.log.standardError));
                    QVERIFY(!fit->tie || std::isfinite(fit->tie->interval.high));
                    QVERIFY(!fit->orderEffect || std::isfinite(fit->orderEffect->interval.high));
                }
        }
        QVERIFY(fitted > 500);
    }

    void reading()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("pairs.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Annotator,task,first,second,label,strength\n"
                   "ann,1,x,y,first,-2\n"
                   "bob,1,y,x,Second,3\n"
                   "ann,2,x,y,tie,0\n"
                   "bob,2,x,y,,0\n"
                   "ann,3,x,y,,1\n"
                   "bob,3,x,y,second,\n"
                   "ann,3,y,x,first,\n"      // line 8: again
                   "ann,4,x,x,first,\n"      // itself
                   "ann,4,x,,first,\n"       // second missing
                   "ann,4,x,y,better,\n"     // no label
                   "ann,4,x,y,first,2\n"     // contradiction
                   "ann,4,x,y,first,-4\n"    // no strength
                   "ann,4,x,y,first,-1.5\n"  // no strength
                   "ann,4,x,y,,\n");         // nothing
        file.close();
        IssueList issues;
        const auto read = readComparisons(file.fileName(), issues);
        QVERIFY(read.has_value());
        QCOMPARE(read->rows.size(), std::size_t(6));
        QCOMPARE(issues.count(), 8);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(issues.issues[std::size_t(i)].place, QStringLiteral("line %1").arg(8 + i));
        // Both liked x in task 1, though it stood on different sides.
        const Ratings choice = preferenceRatings(*read, PreferenceScale::Choice);
        QCOMPARE(choice.units.size(), 3);
        COMPARE_TO(of(choice, AgreementMeasure::Percent), 1.0, 0);
        COMPARE_TO(of(choice, AgreementMeasure::KrippendorffAlpha), 1.0, 0);
        const Ratings strength = preferenceRatings(*read, PreferenceScale::Strength);
        QCOMPARE(strength.count(), std::size_t(5));
        // Values -2 -3 | 0 0 with one more rating that has no partner; ranks .5, 1.5, 3 of four.
        COMPARE_TO(of(strength, AgreementMeasure::KrippendorffAlpha, Scale::Ordinal),
                   1 - (2.0 * 1 / 4) / (2 * (1 + 2.25 * 2 + 6.25 * 2) / 12), 1e-12);
        file.resize(0);
        QVERIFY(!readComparisons(file.fileName(), issues));
        QVERIFY(!readComparisons(folder.filePath(QStringLiteral("none.csv")), issues));
    }
};

QTEST_GUILESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"
