// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/agreement.h"
#include "tests/quality/ratingtables.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plumbline;
using namespace plumbline::quality;
using namespace plumbline::test;

class AgreementTest : public QObject
{
    Q_OBJECT

private slots:
    void cohen_data()
    {
        QTest::addColumn<QStringList>("table");
        QTest::addColumn<double>("observed");
        QTest::addColumn<double>("kappa");
        QTest::addColumn<double>("tolerance");
        const auto row = [](const char *name, const char *cells, double observed, double kappa, double tolerance) {
            QTest::newRow(name) << QString::fromLatin1(cells).split(QLatin1Char(';')) << observed << kappa << tolerance;
        };
        row("Cohen 1960 p. 45", "88 14 18;10 40 10;2 6 12", .70, .4915, 5e-5);
        row("Artstein & Poesio 2008 p. 558", "20 10;20 50", .70, .3478, 5e-5);
        row("Artstein & Poesio 2008 p. 568", "46 0 0;6 32 6;0 0 10", .88, .8013, 5e-5);
        row("SAS", "0 4 1;0 8 0;0 1 5", 13.0 / 19, .4842, 5e-5);
        row("Zwick 1988", "20 5 5 10;0 10 5 5;0 5 10 5;0 0 0 20", .60, .474, 5e-4);
        row("three by three", "46 0 0;4 40 0;0 0 10", .96, .931507, 5e-7);
        row("paradox", "80 7;8 5", .85, .3144, 5e-5);
        row("Gwet", "13 0 0;0 20 7;0 4 56", .89, .7964, 5e-5);
    }
    void cohen()
    {
        QFETCH(QStringList, table);
        QFETCH(double, observed);
        QFETCH(double, kappa);
        QFETCH(double, tolerance);
        Table counts;
        for (const QString &line : table) {
            counts.emplace_back();
            for (const QString &cell : line.split(QLatin1Char(' ')))
                counts.back().push_back(cell.toInt());
        }
        const Agreement value = of(crossed(counts), AgreementMeasure::CohenKappa);
        COMPARE_TO(value, kappa, tolerance);
        QVERIFY(std::abs(value->observed - observed) < 1e-9);
    }

    void cohenOfPage37()
    {
        const Agreement value = of(crossed(cohen37), AgreementMeasure::CohenKappa);
        QVERIFY(value.has_value());
        QVERIFY(std::abs(value->observed - .29) < 1e-9 && std::abs(value->chance - .35) < 5e-3);
    }

    void weightedKappa()
    {
        const Ratings sas = crossed({{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});
        const Agreement plain = of(sas, AgreementMeasure::CohenKappa);
        COMPARE_TO(plain, .4842, 5e-5);
        QVERIFY(std::abs(plain->standardError.value() - .1380) < 5e-5);
        const Agreement linear = of(sas, AgreementMeasure::WeightedKappa, Scale::Nominal, Weights::Linear);
        COMPARE_TO(linear, .4701, 5e-5);
        QVERIFY(std::abs(linear->standardError.value() - .1457) < 5e-5);

        const Ratings three = crossed({{46, 0, 0}, {4, 40, 0}, {0, 0, 10}});
        COMPARE_TO(of(three, AgreementMeasure::WeightedKappa, Scale::Nominal, Weights::Linear), .941176, 5e-7);
        COMPARE_TO(of(three, AgreementMeasure::WeightedKappa), .954128, 5e-7);

        // Steps over the categories that were used, as the irr package makes them.
        const Ratings raters23 = byRater({anxiety[1], anxiety[2]});
        COMPARE_TO(of(raters23, AgreementMeasure::CohenKappa), -.006289308, 5e-10);
        COMPARE_TO(of(raters23, AgreementMeasure::WeightedKappa, Scale::Nominal, Weights::Linear), .1459075, 5e-8);
        COMPARE_TO(of(raters23, AgreementMeasure::WeightedKappa), .2520325, 5e-8);
        // A declared category that nobody used makes the steps smaller.
        const QStringList all{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
                              QStringLiteral("4"), QStringLiteral("5"), QStringLiteral("6")};
        const Agreement declared = of(byRater({anxiety[1], anxiety[2]}, all), AgreementMeasure::WeightedKappa);
        QVERIFY(declared.has_value() && std::abs(declared->value - .2520325) > 1e-4);
    }

    void fleiss()
    {
        const Agreement psychiatric =
            of(byUnit(QStringLiteral(
                   "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 "
                   "224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 "
                   "133333 555555")),
               AgreementMeasure::FleissKappa);
        COMPARE_TO(psychiatric, .4302445, 5e-8);
        QVERIFY(std::abs(psychiatric->observed - .5556) < 5e-5 && std::abs(psychiatric->chance - .2199) < 5e-5);
        QVERIFY(std::abs(psychiatric->value / psychiatric->chanceError.value() - 17.65183) < 5e-6);
        COMPARE_TO(of(counted({{0, 0, 0, 0, 14},
                               {0, 2, 6, 4, 2},
                               {0, 0, 3, 5, 6},
                               {0, 3, 9, 2, 0},
                               {2, 2, 8, 1, 1},
                               {7, 7, 0, 0, 0},
                               {3, 2, 6, 3, 0},
                               {2, 5, 3, 2, 2},
                               {6, 5, 2, 1, 0},
                               {0, 2, 2, 3, 7}}),
                      AgreementMeasure::FleissKappa),
                   .210, 5e-4);
        COMPARE_TO(of(counted({{0, 0, 0, 6, 0},
                               {0, 3, 0, 0, 3},
                               {0, 1, 4, 0, 1},
                               {0, 0, 0, 0, 6},
                               {0, 3, 0, 3, 0},
                               {2, 0, 4, 0, 0},
                               {0, 0, 4, 0, 2},
                               {2, 0, 3, 1, 0},
                               {2, 0, 0, 4, 0},
                               {0, 0, 0, 0, 6},
                               {1, 0, 0, 5, 0},
                               {1, 1, 0, 4, 0},
                               {0, 3, 3, 0, 0},
                               {1, 0, 0, 5, 0},
                               {0, 2, 0, 3, 1}}),
                      AgreementMeasure::FleissKappa),
                   .4139265, 5e-8);
        const Agreement varying = of(byRater(krippendorffC), AgreementMeasure::FleissKappa);
        QVERIFY(!varying && varying.error() == Undefined::UnequalCounts);
    }

    void krippendorff_data()
    {
        QTest::addColumn<int>("scale");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("observed");
        QTest::addColumn<double>("expected");
        QTest::newRow("nominal") << int(Scale::Nominal) << .7434211 << .200000 << .779487;
        QTest::newRow("ordinal") << int(Scale::Ordinal) << .8153875 << 47.275 << 256.0769;
        QTest::newRow("interval") << int(Scale::Interval) << .8491071 << .433333 << 2.871795;
        QTest::newRow("ratio") << int(Scale::Ratio) << .7974028 << .022433 << .110726;
    }
    void krippendorff()
    {
        QFETCH(int, scale);
        QFETCH(double, alpha);
        QFETCH(double, observed);
        QFETCH(double, expected);
        const Agreement value = of(byRater(krippendorffC), AgreementMeasure::KrippendorffAlpha, static_cast<Scale>(scale));
        COMPARE_TO(value, alpha, 5e-8);
        QVERIFY(std::abs(value->observed - observed) < 1e-6 * std::max(1.0, 1e3 * (observed > 1)));
        QVERIFY(std::abs(value->chance - expected) < 1e-6 * std::max(1.0, 1e3 * (expected > 100)));
        QCOMPARE(value->ratings, std::int64_t{40});
        QCOMPARE(value->units, std::int64_t{11});
    }

    void moreAlphas()
    {
        const Ratings three =
            byRater({QStringLiteral(". . . . . 3 4 1 2 1 1 3 3 . 3"), QStringLiteral("1 . 2 1 3 3 4 3 . . . . . . ."),
                     QStringLiteral(". . 2 1 3 4 4 . 2 1 1 3 3 . 4")});
        COMPARE_TO(of(three, AgreementMeasure::KrippendorffAlpha), .691358, 5e-7);
        COMPARE_TO(of(three, AgreementMeasure::KrippendorffAlpha, Scale::Interval), .810845, 5e-7);
        COMPARE_TO(of(byUnit(QStringLiteral("10 11 01 00 00 01 00 01 00 00")), AgreementMeasure::KrippendorffAlpha), .095, 5e-4);
        COMPARE_TO(of(byUnit(QStringLiteral("aa ab bb bb bb bb bc cc cc cc cc cc")), AgreementMeasure::KrippendorffAlpha), .734,
                   5e-4);
        COMPARE_TO(of(byUnit(QStringLiteral("111 122 222 444 144 222 123 333 222")), AgreementMeasure::KrippendorffAlpha), .642,
                   5e-4);
        COMPARE_TO(of(byUnit(QStringLiteral("112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 "
                                            "111.1 111.1 212.2 1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. "
                                            "1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1")),
                      AgreementMeasure::KrippendorffAlpha, Scale::Ordinal),
                   .7598, 5e-5);
        // Artstein & Poesio 2008 p. 568.
        COMPARE_TO(of(crossed({{46, 0, 0}, {6, 32, 6}, {0, 0, 10}}), AgreementMeasure::KrippendorffAlpha), .8005, 5e-5);
        COMPARE_TO(of(counted({{0, 0, 0, 6, 0},
                               {0, 3, 0, 0, 3},
                               {0, 1, 4, 0, 1},
                               {0, 0, 0, 0, 6},
                               {0, 3, 0, 3, 0},
                               {2, 0, 4, 0, 0},
                               {0, 0, 4, 0, 2},
                               {2, 0, 3, 1, 0},
                               {2, 0, 0, 4, 0},
                               {0, 0, 0, 0, 6},
                               {1, 0, 0, 5, 0},
                               {1, 1, 0, 4, 0},
                               {0, 3, 3, 0, 0},
                               {1, 0, 0, 5, 0},
                               {0, 2, 0, 3, 1}}),
                      AgreementMeasure::KrippendorffAlpha),
                   .4204384, 5e-8);
    }

    void masi()
    {
        const auto set = [](const char *labels) {
            const QStringList list = QString::fromLatin1(labels).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            return QSet<QString>(list.begin(), list.end());
        };
        QCOMPARE(masiDistance(set("A"), set("A B")), 1.0 / 6);
        QCOMPARE(masiDistance(set("A B"), set("B C")), 4.0 / 9);
        QCOMPARE(masiDistance(set("A"), set("B")), 1.0);
        QCOMPARE(masiDistance(set("A B"), set("B A")), 0.0);
        QCOMPARE(masiDistance(set("A"), set("")), 1.0);
        // Whole sets that agree or do not are nominal.
        const Ratings disjoint = byUnit(QStringLiteral("aa ab bb bb bb bb bc cc cc cc cc cc"));
        COMPARE_TO(of(disjoint, AgreementMeasure::Masi), of(disjoint, AgreementMeasure::KrippendorffAlpha)->value, 1e-12);
        const Agreement near = of(byRater({QStringLiteral("a|b a|b c c"), QStringLiteral("a a|b c c")}), AgreementMeasure::Masi);
        const Agreement far = of(byRater({QStringLiteral("a|b a|b c c"), QStringLiteral("c a|b c c")}), AgreementMeasure::Masi);
        QVERIFY(near && far && near->value > far->value);
    }

    void gwet_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<double>("ac1");
        QTest::addColumn<double>("ac2");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("paradox") << "80 7;8 5" << .808 << .808 << 5e-4;
        QTest::newRow("eight of ten") << "8 1;0 1" << .8658 << .8658 << 5e-5;
        QTest::newRow("Cohen p. 37") << "25 12 3;13 2 15;12 16 2" << -.04797 << .18310 << 5e-6;
        QTest::newRow("Cohen p. 45") << "88 14 18;10 40 10;2 6 12" << .57597 << .63855 << 5e-6;
        QTest::newRow("four") << "20 5 1 0;4 15 6 1;0 5 18 4;0 1 3 12" << .58046 << .84028 << 5e-6;
        QTest::newRow("five") << "15 4 1 0 0;3 12 4 1 0;1 3 14 3 1;0 1 3 10 2;0 0 1 2 8" << .57997 << .87005 << 5e-6;
        QTest::newRow("Gwet") << "13 0 0;0 20 7;0 4 56" << .8493 << 0.0 << 5e-5;
    }
    void gwet()
    {
        QFETCH(QString, table);
        QFETCH(double, ac1);
        QFETCH(double, ac2);
        QFETCH(double, tolerance);
        Table counts;
        for (const QString &line : table.split(QLatin1Char(';'))) {
            counts.emplace_back();
            for (const QString &cell : line.split(QLatin1Char(' ')))
                counts.back().push_back(cell.toInt());
        }
        const Ratings ratings = crossed(counts);
        COMPARE_TO(of(ratings, AgreementMeasure::GwetAc1), ac1, tolerance);
        if (ac2 != 0)
            COMPARE_TO(of(ratings, AgreementMeasure::GwetAc2), ac2, tolerance);
    }

    void gwetChance()
    {
        const Agreement paradox = of(crossed({{80, 7}, {8, 5}}), AgreementMeasure::GwetAc1);
        QVERIFY(std::abs(paradox->observed - .85) < 1e-12);
        QVERIFY(std::abs(paradox->chance - .21875) < 1e-12);
        COMPARE_TO(of(crossed({{80, 7}, {8, 5}}), AgreementMeasure::CohenKappa), .3144, 5e-5);
        const Agreement eight = of(crossed({{8, 1}, {0, 1}}), AgreementMeasure::GwetAc1);
        QVERIFY(std::abs(eight->chance - .255) < 1e-12);
    }

    void gwetWithMissingRatings()
    {
        const Agreement value = of(byRater(krippendorffC), AgreementMeasure::GwetAc1);
        COMPARE_TO(value, .77544, 5e-6);
        QVERIFY(std::abs(value->standardError.value() - .14295) < 5e-6);
        QVERIFY(std::abs(value->observed - .81818) < 5e-6);
        const Agreement many = of(counted({{0, 0, 0, 6, 0},
                                           {0, 3, 0, 0, 3},
                                           {0, 1, 4, 0, 1},
                                           {0, 0, 0, 0, 6},
                                           {0, 3, 0, 3, 0},
                                           {2, 0, 4, 0, 0},
                                           {0, 0, 4, 0, 2},
                                           {2, 0, 3, 1, 0},
                                           {2, 0, 0, 4, 0},
                                           {0, 0, 0, 0, 6},
                                           {1, 0, 0, 5, 0},
                                           {1, 1, 0, 4, 0},
                                           {0, 3, 3, 0, 0},
                                           {1, 0, 0, 5, 0},
                                           {0, 2, 0, 3, 1}}),
                                  AgreementMeasure::GwetAc1);
        COMPARE_TO(many, .4448007, 5e-8);
        QVERIFY(std::abs(many->standardError.value() - .0841876) < 5e-8);
    }

    void intraclass()
    {
        COMPARE_TO(of(byRater({QStringLiteral("9 6 8 7 10 6"), QStringLiteral("2 1 4 1 5 2"), QStringLiteral("5 3 6 2 6 4"),
                               QStringLiteral("8 2 8 6 9 7")}),
                      AgreementMeasure::Icc),
                   .2898, 5e-5);
    }

    void kendall()
    {
        COMPARE_TO(of(byRater({QStringLiteral("12 2 1 12 2"), QStringLiteral("1 4 7 1 0")}), AgreementMeasure::KendallTauB),
                   -.4714045, 5e-8);
        COMPARE_TO(of(byRater({QStringLiteral("1 2 2 3 4"), QStringLiteral("1 3 2 2 4")}), AgreementMeasure::KendallTauB),
                   .6666667, 5e-8);
        COMPARE_TO(of(byRater(anxiety), AgreementMeasure::KendallW), .539657, 5e-7);
        // Against every pair counted one by one.
        base::SeededRandom random(3);
        QString first;
        QString second;
        std::vector<std::pair<int, int>> values;
        for (int i = 0; i < 60; ++i) {
            values.emplace_back(int(random.below(12)), int(random.below(9)));
            first += QString::number(values.back().first) + QLatin1Char(' ');
            second += QString::number(values.back().second) + QLatin1Char(' ');
        }
        double difference = 0;
        double x = 0;
        double y = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const int a = (values[i].first > values[j].first) - (values[i].first < values[j].first);
                const int b = (values[i].second > values[j].second) - (values[i].second < values[j].second);
                difference += a * b;
                x += a != 0;
                y += b != 0;
            }
        COMPARE_TO(of(byRater({first, second}), AgreementMeasure::KendallTauB), difference / std::sqrt(x * y), 1e-12);
    }

    void undefined_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("measure");
        QTest::addColumn<int>("scale");
        QTest::addColumn<int>("reason");
        for (const QString &name : measureNames()) {
            const AgreementMeasure measure = measureFromName(name).value();
            const bool ranks = measure == AgreementMeasure::KendallTauB || measure == AgreementMeasure::KendallW
                               || measure == AgreementMeasure::Icc;
            if (measure != AgreementMeasure::Percent)
                QTest::addRow("one category, %s", qPrintable(name))
                    << "11 11 11" << int(measure) << int(Scale::Nominal)
                    << int(ranks ? Undefined::NoVariation : Undefined::OneCategory);
            QTest::addRow("no pairs, %s", qPrintable(name))
                << "1. .2 3." << int(measure) << int(Scale::Nominal) << int(ranks ? Undefined::TooFewUnits : Undefined::NoPairs);
        }
        QTest::newRow("texts as numbers") << "ab bb" << int(AgreementMeasure::KrippendorffAlpha) << int(Scale::Interval)
                                          << int(Undefined::NotNumbers);
        QTest::newRow("texts without order")
            << "ab bb" << int(AgreementMeasure::KrippendorffAlpha) << int(Scale::Ordinal) << int(Undefined::NoOrder);
        QTest::newRow("three for Cohen") << "111 121" << int(AgreementMeasure::CohenKappa) << int(Scale::Nominal)
                                         << int(Undefined::NotTwoRaters);
        QTest::newRow("nothing at all") << "" << int(AgreementMeasure::KrippendorffAlpha) << int(Scale::Nominal)
                                        << int(Undefined::NoPairs);
    }
    void undefined()
    {
        QFETCH(QString, words);
        QFETCH(int, measure);
        QFETCH(int, scale);
        QFETCH(int, reason);
        const Agreement value = of(byUnit(words), static_cast<AgreementMeasure>(measure), static_cast<Scale>(scale));
        QVERIFY(!value.has_value());
        QCOMPARE(int(value.error()), reason);
        QVERIFY(!undefinedText(value.error()).isEmpty());
    }

    void ratioOfTwoZeros()
    {
        COMPARE_TO(of(byUnit(QStringLiteral("00 00 12 22")), AgreementMeasure::KrippendorffAlpha, Scale::Ratio),
                   1 - (2.0 / 9 / 8) / ((2 * (4 * 1 * 1.0 + 4 * 3 * 1.0 + 1 * 3 / 9.0)) / (8 * 7)), 1e-12);
    }

    // Relabelling raters and shuffling rows says the same.
    void orderDoesNotMatter()
    {
        base::SeededRandom random(11);
        struct Row {
            int unit, rater, label;
        };
        std::vector<Row> rows;
        for (int unit = 0; unit < 40; ++unit)
            for (int rater = 0; rater < 5; ++rater)
                if (random.below(4) != 0)
                    rows.push_back({unit, rater, int(random.below(4))});
        const auto build = [](const std::vector<Row> &list, int shift) {
            RatingsBuilder builder;
            for (const Row &row : list)
                (void)builder.add(QString::number(row.unit), QString::number((row.rater + shift) % 5),
                                  QString::number(row.label));
            return builder.take();
        };
        const Ratings plain = build(rows, 0);
        for (std::size_t i = rows.size(); i > 1; --i)
            std::swap(rows[i - 1], rows[random.below(i)]);
        const Ratings shuffled = build(rows, 2);
        for (const auto measure : {AgreementMeasure::Percent, AgreementMeasure::KrippendorffAlpha, AgreementMeasure::GwetAc1})
            COMPARE_TO(of(shuffled, measure), of(plain, measure)->value, 1e-12);
    }

    void bootstrap()
    {
        const Ratings ratings = byRater(krippendorffC);
        const AgreementOptions options{AgreementMeasure::KrippendorffAlpha, Scale::Nominal, {}};
        const auto once = bootstrapAgreement(ratings, options, 400, 5);
        const auto again = bootstrapAgreement(ratings, options, 400, 5);
        QVERIFY(once && *once && again && *again);
        QCOMPARE((*once)->interval, (*again)->interval);
        QVERIFY((*once)->interval.low < .7434 && (*once)->interval.high > .7434 && (*once)->interval.high <= 1);
        QCOMPARE((*once)->resamples + (*once)->undefined, 400);
        const auto stopped = bootstrapAgreement(ratings, options, 400, 5, [](int) { return false; });
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
        QVERIFY(!bootstrapAgreement(byUnit(QStringLiteral("11 11")), options, 50, 1).value().has_value());
    }

    // Many units of few kinds are drawn by kind: the same resamples as unit by unit.
    void bootstrapByKinds()
    {
        base::SeededRandom random(4);
        RatingsBuilder builder;
        for (int unit = 0; unit < 900; ++unit)
            for (std::uint64_t rater = 0; rater < 1 + random.below(3); ++rater)
                (void)builder.add(QString::number(unit), QString::number(rater), QString::number(1 + random.below(3)));
        const Ratings ratings = builder.take();
        for (const Scale scale : {Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio}) {
            const AgreementOptions options{AgreementMeasure::KrippendorffAlpha, scale, {}};
            constexpr int resamples = 60;
            std::vector<double> values;
            for (std::uint64_t i = 0; i < resamples; ++i) {
                base::SeededRandom own(7 + i);
                std::vector<std::uint32_t> drawn(900);
                for (std::uint32_t &unit : drawn)
                    unit = static_cast<std::uint32_t>(own.below(900));
                values.push_back(agreement(ratings, options, drawn)->value);
            }
            std::sort(values.begin(), values.end());
            const auto found = bootstrapAgreement(ratings, options, resamples, 7);
            QVERIFY(found && *found);
            QCOMPARE((*found)->resamples, resamples);
            // Percentiles 2.5 and 97.5 lie between the first and the third, and between the last and the third of the end.
            QVERIFY((*found)->interval.low >= values[0] - 1e-12 && (*found)->interval.low <= values[2] + 1e-12);
            QVERIFY((*found)->interval.high >= values[57] - 1e-12 && (*found)->interval.high <= values[59] + 1e-12);
            const auto all = bootstrapAgreement(ratings, options, resamples, 7, {}, 1 - 1e-12);
            QVERIFY(std::abs((*all)->interval.low - values.front()) < 1e-9 && std::abs((*all)->interval.high - values.back()) < 1e-9);
        }
    }

    // Share of simulated data sets whose interval holds the value of the population.
    void bootstrapCovers()
    {
        constexpr int sets = 120;
        int held = 0;
        base::SeededRandom random(17);
        for (int set = 0; set < sets; ++set) {
            RatingsBuilder builder;
            for (int unit = 0; unit < 80; ++unit) {
                const bool truth = random.uniform() < .5;
                for (int rater = 0; rater < 3; ++rater)
                    (void)builder.add(QString::number(unit), QString::number(rater),
                                      truth == (random.uniform() < .85) ? QStringLiteral("yes") : QStringLiteral("no"));
            }
            const auto interval = bootstrapAgreement(builder.take(), {AgreementMeasure::KrippendorffAlpha, Scale::Nominal, {}},
                                                     200, std::uint64_t(set));
            // Two raters agree with probability .85² + .15², chance with 1/2.
            constexpr double population = (.85 * .85 + .15 * .15 - .5) / .5;
            held += interval.value()->interval.low <= population && interval.value()->interval.high >= population;
        }
        // Binomial: five standard deviations below 95 %.
        QVERIFY2(held >= sets * .85, qPrintable(QString::number(held)));
    }
};

QTEST_GUILESS_MAIN(AgreementTest)
#include "tst_agreement.moc"
