// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "tests/quality/ratingtables.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace plumbline;
using namespace plumbline::test;

namespace {

#define NEAR(actual, expected, tolerance) \
    QVERIFY2(std::abs((actual) - (expected)) <= (tolerance), \
             qPrintable(QStringLiteral("%1 instead of %2").arg((actual), 0, 'g', 12).arg((expected), 0, 'g', 12)))

const Ratings psychiatric =
    byUnit(QStringLiteral("444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 "
                          "224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 "
                          "133333 555555"));

}  // namespace

class KappasTest : public QObject
{
    Q_OBJECT

private slots:
    void largestKappa()
    {
        // Cohen 1960 p. 42-45.
        const Agreement page45 = of(crossed(cohen45), AgreementMeasure::CohenKappa);
        NEAR(page45->maximum.value(), .831, 5e-4);
        const Agreement page37 = of(crossed(cohen37), AgreementMeasure::CohenKappa);
        NEAR(page37->maximum.value(), .85, 5e-3);
        NEAR(page37->maximum.value() * (1 - page37->chance) + page37->chance, .90, 5e-3);
    }

    void twoRaters_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<double>("s");
        QTest::addColumn<double>("pi");
        QTest::addColumn<double>("tolerance");
        const auto cells = [](const char *text) {
            QStringList words;
            for (const QString &cell : QString::fromLatin1(text).split(QLatin1Char(' ')))
                for (int i = 0; i < cell.mid(2).toInt(); ++i)
                    words.append(cell.left(2));
            return words.join(QLatin1Char(' '));
        };
        QTest::newRow("Artstein & Poesio 2008 p. 558") << cells("aa20 ab10 ba20 bb50") << .400 << .341 << 5e-4;
        QTest::newRow("Artstein & Poesio 2008 p. 568") << cells("aa46 ba6 bb32 bc6 cc10") << .82 << .7995 << 5e-5;
        // Printed .460; 17 / 37 = .4595.
        QTest::newRow("Zwick 1988") << cells("aa20 ab5 ac5 ad10 bb10 bc5 bd5 cb5 cc10 cd5 dd20") << .467 << .4595 << 5e-4;
        QTest::newRow("eight of ten") << cells("yy8 nn1 yn1") << .80 << .6078 << 5e-5;
    }
    void twoRaters()
    {
        QFETCH(QString, words);
        QFETCH(double, s);
        QFETCH(double, pi);
        QFETCH(double, tolerance);
        const Ratings ratings = byUnit(words);
        COMPARE_TO(of(ratings, AgreementMeasure::BennettS), s, tolerance);
        COMPARE_TO(of(ratings, AgreementMeasure::ScottPi), pi, tolerance);
        // Two raters are a case of many.
        COMPARE_TO(of(ratings, AgreementMeasure::BrennanPrediger), of(ratings, AgreementMeasure::BennettS)->value, 1e-12);
        COMPARE_TO(of(ratings, AgreementMeasure::FleissKappa), of(ratings, AgreementMeasure::ScottPi)->value, 1e-12);
        COMPARE_TO(of(ratings, AgreementMeasure::CongerKappa), of(ratings, AgreementMeasure::CohenKappa)->value, 1e-12);
    }

    // Artstein & Poesio 2008 p. 568-570: .5 apart whenever one side is "Chck", the third category.
    void givenDistances()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("distances.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a,b,distance\n3,1,.5\n2,3,.5\n1,1,.2\n1,2,far\n1,7,1\n");
        file.close();
        const Ratings ratings = crossed({{46, 0, 0}, {6, 32, 6}, {0, 0, 10}});
        IssueList issues;
        const auto distances = readDistances(file.fileName(), ratings.categories, issues);
        QVERIFY(distances.has_value());
        QCOMPARE(issues.count(), 3);
        QCOMPARE(issues.issues[0].place, QStringLiteral("line 4"));
        const AgreementOptions kappa{AgreementMeasure::WeightedKappa, Scale::Given, Weights::Given, {}, *distances};
        COMPARE_TO(agreement(ratings, kappa, ratings.allUnits()), .8163, 5e-5);
        const AgreementOptions alpha{AgreementMeasure::KrippendorffAlpha, Scale::Given, Weights::Given, {}, *distances};
        const Agreement value = agreement(ratings, alpha, ratings.allUnits());
        COMPARE_TO(value, .8156, 5e-5);
        NEAR(value->observed, .090, 5e-4);
        NEAR(value->chance, .4879, 5e-5);
        // Distances of other categories are no distances of these.
        const AgreementOptions wrong{AgreementMeasure::KrippendorffAlpha, Scale::Given, Weights::Given, {}, {0, 1, 1, 0}};
        QCOMPARE(int(agreement(ratings, wrong, ratings.allUnits()).error()), int(Undefined::NoDistances));
        file.resize(0);
        QVERIFY(!readDistances(file.fileName(), ratings.categories, issues));
        QVERIFY(!readDistances(folder.filePath(QStringLiteral("none.csv")), ratings.categories, issues));
    }

    void againstChance()
    {
        const Ratings sas = crossed({{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});
        const Agreement plain = of(sas, AgreementMeasure::CohenKappa);
        NEAR(plain->chanceError.value(), .1484, 5e-5);
        NEAR(plain->value / *plain->chanceError, 3.2626, 5e-5);
        const auto interval = asymptoticInterval(*plain);
        NEAR(interval->low, .2137, 5e-5);
        NEAR(interval->high, .7547, 5e-5);
        const Agreement linear = of(sas, AgreementMeasure::WeightedKappa, Scale::Nominal, Weights::Linear);
        NEAR(linear->chanceError.value(), .1426, 5e-5);
        NEAR(linear->value / *linear->chanceError, 3.2971, 5e-5);
        NEAR(twoSidedP(1.959963984540054), .05, 1e-12);

        // The sums over the margins are the sums over the table: the weights of different categories are all 0.
        AgreementOptions same{AgreementMeasure::WeightedKappa, Scale::Given, Weights::Given, {}, {0, 1, 1, 1, 0, 1, 1, 1, 0}};
        const Agreement slow = agreement(sas, same, sas.allUnits());
        NEAR(slow->value, plain->value, 1e-12);
        NEAR(*slow->chanceError, *plain->chanceError, 1e-12);
        NEAR(*slow->standardError, *plain->standardError, 1e-12);
    }

    // Raters 2 and 3: the steps go over the categories that were used (1 2 3 4 6, as the irr package has it) or over all
    // declared ones (1 to 6, computed by hand).
    void anxietyKappas()
    {
        const Ratings observed = byRater({anxiety[1], anxiety[2]});
        QCOMPARE(observed.categories.size(), 5);
        const QStringList schema{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
                                 QStringLiteral("4"), QStringLiteral("5"), QStringLiteral("6")};
        const Ratings declared = byRater({anxiety[1], anxiety[2]}, schema);
        COMPARE_TO(of(observed, AgreementMeasure::CohenKappa), -.006289308, 5e-10);
        COMPARE_TO(of(declared, AgreementMeasure::CohenKappa), -.006289308, 5e-10);
        COMPARE_TO(of(observed, AgreementMeasure::WeightedKappa, Scale::Nominal, Weights::Linear), .1459075, 5e-8);
        COMPARE_TO(of(declared, AgreementMeasure::WeightedKappa, Scale::Nominal, Weights::Linear), .1262136, 5e-8);
        COMPARE_TO(of(observed, AgreementMeasure::WeightedKappa), .2520325, 5e-8);
        COMPARE_TO(of(declared, AgreementMeasure::WeightedKappa), .2297980, 5e-8);
    }

    void fleissInDetail()
    {
        const Agreement all = of(psychiatric, AgreementMeasure::FleissKappa);
        COMPARE_TO(all, .4302445, 5e-8);
        NEAR(all->observed, .5556, 5e-5);
        NEAR(all->chance, .2199, 5e-5);
        NEAR(all->value / all->chanceError.value(), 17.65183, 5e-6);
        const auto kappas = fleissByCategory(psychiatric, psychiatric.allUnits());
        // Fleiss 1971 prints .248 .248 .517 .470 .565, from parts rounded to three digits.
        const double printed[] = {.248, .248, .517, .470, .565};
        const double exact[] = {.245, .245, .520, .471, .566};
        const double z[] = {5.192, 5.192, 11.031, 9.994, 12.009};
        QVERIFY(kappas.has_value());
        QCOMPARE(kappas->size(), std::size_t(5));
        double weighted = 0;
        double weights = 0;
        for (const auto &[category, kappa] : *kappas) {
            COMPARE_TO(kappa, exact[category], 5e-4);
            NEAR(kappa->value, printed[category], 4e-3);
            NEAR(kappa->value / kappa->chanceError.value(), z[category], 5e-4);
            // All of them have one standard error; kappa is their mean weighted by p (1 - p).
            NEAR(kappa->chanceError.value(), std::sqrt(2.0 / (30 * 6 * 5)), 1e-12);
            weighted += kappa->value * (1 - kappa->chance);
            weights += 1 - kappa->chance;
        }
        NEAR(weighted / weights, all->value, 1e-12);
        QVERIFY(!fleissByCategory(byRater(krippendorffC), byRater(krippendorffC).allUnits()));
    }

    void missingRatings()
    {
        const Ratings c = byRater(krippendorffC);
        const Agreement fleiss = of(c, AgreementMeasure::FleissVarying);
        COMPARE_TO(fleiss, .76117, 5e-6);
        NEAR(fleiss->standardError.value(), .15302, 5e-6);
        const Agreement alpha = of(c, AgreementMeasure::KrippendorffAlpha);
        COMPARE_TO(alpha, .74342, 5e-6);
        NEAR(alpha->standardError.value(), .14548, 5e-6);
        COMPARE_TO(of(c, AgreementMeasure::BrennanPrediger), .77273, 5e-6);
        const Agreement ac1 = of(c, AgreementMeasure::GwetAc1);
        COMPARE_TO(ac1, .77544, 5e-6);
        NEAR(ac1->standardError.value(), .14295, 5e-6);
        const auto interval = asymptoticInterval(*ac1);
        NEAR(interval->low, .461, 5e-4);
        QCOMPARE(interval->high, 1.0);
        COMPARE_TO(of(c, AgreementMeasure::Percent), .81818, 5e-6);

        // Conger's depends on who said what. The published .76282 belongs to the copy of these data in which coder C, not B,
        // rated the last unit alone; nothing else here changes with it.
        COMPARE_TO(of(c, AgreementMeasure::CongerKappa), .7620669, 5e-8);
        const Ratings copy = byRater({QStringLiteral("1 2 3 3 2 1 4 1 2 . . ."), QStringLiteral("1 2 3 3 2 2 4 1 2 5 . ."),
                                      QStringLiteral(". 3 3 3 2 3 4 2 2 5 1 3"), QStringLiteral("1 2 3 3 2 4 4 1 2 5 1 .")});
        COMPARE_TO(of(copy, AgreementMeasure::CongerKappa), .76282, 5e-6);
        COMPARE_TO(of(copy, AgreementMeasure::GwetAc1), ac1->value, 1e-12);

        const Ratings gwet = fifteenByFive();
        COMPARE_TO(of(gwet, AgreementMeasure::BrennanPrediger), .4388889, 5e-8);
        COMPARE_TO(of(gwet, AgreementMeasure::FleissVarying), .4139265, 5e-8);
        COMPARE_TO(of(gwet, AgreementMeasure::KrippendorffAlpha), .4204384, 5e-8);
        NEAR(of(gwet, AgreementMeasure::GwetAc1)->standardError.value(), .0841876, 5e-8);
    }

    // A category that exists and was never used changes what counts categories, and nothing else.
    void unusedCategory()
    {
        const QStringList three{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
        const QStringList lines{QStringLiteral("1 1 2 2 1 2"), QStringLiteral("1 2 2 2 1 1")};
        const Ratings used = byRater(lines);
        const Ratings declared = byRater(lines, three);
        for (const auto measure : {AgreementMeasure::CohenKappa, AgreementMeasure::ScottPi, AgreementMeasure::FleissVarying,
                                   AgreementMeasure::CongerKappa, AgreementMeasure::KrippendorffAlpha})
            COMPARE_TO(of(declared, measure), of(used, measure)->value, 1e-12);
        COMPARE_TO(of(used, AgreementMeasure::BennettS), (4.0 / 6 - .5) / .5, 1e-12);
        COMPARE_TO(of(declared, AgreementMeasure::BennettS), (4.0 / 6 - 1.0 / 3) / (2.0 / 3), 1e-12);
        COMPARE_TO(of(declared, AgreementMeasure::BrennanPrediger), (4.0 / 6 - 1.0 / 3) / (2.0 / 3), 1e-12);
        QVERIFY(of(declared, AgreementMeasure::GwetAc1)->value > of(used, AgreementMeasure::GwetAc1)->value);
    }

    void sixIccs_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<double>("value");
        QTest::newRow("1,1") << "1,1" << .1657;
        QTest::newRow("2,1") << "2,1" << .2898;
        QTest::newRow("3,1") << "3,1" << .7148;
        QTest::newRow("1,k") << "1,k" << .4428;
        QTest::newRow("2,k") << "2,k" << .6201;
        QTest::newRow("3,k") << "3,k" << .9093;
    }
    void sixIccs()
    {
        QFETCH(QString, form);
        QFETCH(double, value);
        const Ratings judges = byRater({QStringLiteral("9 6 8 7 10 6"), QStringLiteral("2 1 4 1 5 2"),
                                        QStringLiteral("5 3 6 2 6 4"), QStringLiteral("8 2 8 6 9 7")});
        const AgreementOptions options{AgreementMeasure::Icc, {}, {}, iccFromName(form).value(), {}};
        COMPARE_TO(agreement(judges, options, judges.allUnits()), value, 5e-5);
        // The mean squares that Shrout and Fleiss go through: between targets, within, between judges, residual.
        const double b = 11.2417, w = 6.2639, j = 32.4861, e = 1.0194;
        const std::map<QString, double> fromSquares{{QStringLiteral("1,1"), (b - w) / (b + 3 * w)},
                                                    {QStringLiteral("2,1"), (b - e) / (b + 3 * e + 4 * (j - e) / 6)},
                                                    {QStringLiteral("3,1"), (b - e) / (b + 3 * e)},
                                                    {QStringLiteral("1,k"), (b - w) / b},
                                                    {QStringLiteral("2,k"), (b - e) / (b + (j - e) / 6)},
                                                    {QStringLiteral("3,k"), (b - e) / b}};
        COMPARE_TO(agreement(judges, options, judges.allUnits()), fromSquares.at(form), 2e-5);
        for (const char *wrong : {"", "2", "2,2", "0,1", "4,1", "2,k "})
            QVERIFY(!iccFromName(QString::fromLatin1(wrong)));
    }

    void concordance()
    {
        const Agreement w = of(byRater(anxiety), AgreementMeasure::KendallW);
        COMPARE_TO(w, .539657, 5e-7);
        NEAR(w->chiSquare->value, 30.7604, 5e-5);
        QCOMPARE(w->chiSquare->degrees, 19.0);
        NEAR(upperP({3.841458820694124, 1}), .05, 1e-12);
        NEAR(upperP({30.143527205646, 19}), .05, 1e-9);
        QCOMPARE(upperP({0, 4}), 1.0);
    }

    // Whatever the table, a measure is a number up to 1 or says why not.
    void neverANumberThatIsNone()
    {
        base::SeededRandom random(23);
        const QStringList odd{QStringLiteral("1e308"), QStringLiteral("-1e308"), QStringLiteral("1e-300"), QStringLiteral("0"),
                              QStringLiteral("-3"),    QStringLiteral("inf"),    QStringLiteral("nan"),    QStringLiteral("a|b"),
                              QStringLiteral("|"),     QStringLiteral("b")};
        int defined = 0;
        for (int table = 0; table < 400; ++table) {
            RatingsBuilder builder;
            const std::uint64_t units = random.below(12);
            const std::uint64_t raters = 1 + random.below(4);
            const std::uint64_t labels = 1 + random.below(5);
            const bool strange = random.below(4) == 0;
            for (std::uint64_t unit = 0; unit < units; ++unit)
                for (std::uint64_t rater = 0; rater < raters; ++rater)
                    if (random.below(5) != 0)
                        (void)builder.add(QString::number(unit), QString::number(rater),
                                          strange ? odd[qsizetype(random.below(std::uint64_t(odd.size())))]
                                                  : QString::number(random.below(labels)));
            const Ratings ratings = builder.take();
            const auto q = static_cast<std::size_t>(ratings.categories.size());
            std::vector<double> distances(q * q, 0);
            for (std::size_t i = 0; i < q; ++i)
                for (std::size_t j = 0; j < i; ++j)
                    distances[i * q + j] = distances[j * q + i] = random.below(3) == 0 ? 0 : random.uniform();
            for (const QString &name : measureNames())
                for (const Scale scale : {Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio, Scale::Given})
                    for (const Weights weights : {Weights::Linear, Weights::Quadratic, Weights::Given})
                        for (const char *form : {"1,1", "2,1", "3,1", "1,k", "2,k", "3,k"}) {
                            const AgreementOptions options{measureFromName(name).value(), scale, weights,
                                                           iccFromName(QString::fromLatin1(form)).value(), distances};
                            if ((options.measure != AgreementMeasure::Icc && options.icc.model + options.icc.mean != 1)
                                || (options.measure == AgreementMeasure::Icc && scale != Scale::Nominal))
                                continue;
                            const Agreement value = agreement(ratings, options, ratings.allUnits());
                            if (!value) {
                                QVERIFY(!undefinedText(value.error()).isEmpty());
                                continue;
                            }
                            ++defined;
                            QVERIFY2(std::isfinite(value->value) && value->value <= 1, qPrintable(name));
                            QVERIFY2(!value->standardError || *value->standardError >= 0, qPrintable(name));
                            QVERIFY2(!value->chanceError || *value->chanceError > 0, qPrintable(name));
                            QVERIFY2(!value->maximum || *value->maximum >= value->value - 1e-12, qPrintable(name));
                        }
            const auto kappas = fleissByCategory(ratings, ratings.allUnits());
            for (std::size_t i = 0; kappas && i < kappas->size(); ++i)
                QVERIFY(!(*kappas)[i].kappa || (*kappas)[i].kappa->value <= 1);
        }
        QVERIFY(defined > 1000);
    }

    void tenThousandClasses()
    {
        RatingsBuilder builder;
        base::SeededRandom random(5);
        for (int unit = 0; unit < 20000; ++unit)
            for (int rater = 0; rater < 2; ++rater)
                (void)builder.add(QString::number(unit), QString::number(rater),
                                  QString::number(rater == 0 || random.below(2) == 0 ? unit % 10000 : int(random.below(10000))));
        const Ratings ratings = builder.take();
        QCOMPARE(ratings.categories.size(), 10000);
        for (const auto measure :
             {AgreementMeasure::CohenKappa, AgreementMeasure::ScottPi, AgreementMeasure::BennettS, AgreementMeasure::FleissKappa,
              AgreementMeasure::CongerKappa, AgreementMeasure::KrippendorffAlpha, AgreementMeasure::GwetAc1})
            COMPARE_TO(of(ratings, measure), .5, .02);
        COMPARE_TO(of(ratings, AgreementMeasure::KrippendorffAlpha, Scale::Ordinal), .5, .02);
        for (const auto measure : {AgreementMeasure::WeightedKappa, AgreementMeasure::GwetAc2})
            QCOMPARE(int(of(ratings, measure).error()), int(Undefined::TooManyValues));
        IssueList issues;
        QVERIFY(!readDistances(QStringLiteral("unread.csv"), ratings.categories, issues));
    }
};

QTEST_GUILESS_MAIN(KappasTest)
#include "tst_kappas.moc"
