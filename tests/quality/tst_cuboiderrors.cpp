// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/livecalibration.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace plumbline;
using geometry::Cuboid;
using quality::CuboidErrors;
using quality::CuboidSums;

/// How far right cuboids are off, against numbers computed by hand.
class TestCuboidErrors final : public QObject
{
    Q_OBJECT

    static bool near(double a, double b, double tolerance = 1e-9) { return std::abs(a - b) < tolerance; }

    static model::Annotation car(const QByteArray &name, const Cuboid &cuboid, std::int64_t frame)
    {
        model::Annotation label;
        label.id = AnnotationId{Uuid::fromName("a", name)};
        label.labelClass = ClassId{Uuid::fromName("class", "car")};
        label.frame = model::FrameRef{QStringLiteral("top"), frame, frame * 100'000, {1, 1'000'000}, {}};
        label.geometry = cuboid;
        return label;
    }
    static Cuboid truth() { return {{0, 0, 0}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("top")}; }
    // 10 cm forward and 20 cm longer: the front is 20 cm out, the back where it belongs.
    static Cuboid longer() { return {{.1, 0, 0}, {4.2, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("top")}; }
    // 10 cm to the right.
    static Cuboid aside() { return {{0, -.1, 0}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("top")}; }
    // 30 cm up, back for front.
    static Cuboid turned()
    {
        return {{0, 0, .3}, {4, 2, 1.5}, geometry::rotationFromYaw(std::numbers::pi), QStringLiteral("top")};
    }

    static quality::GoldOutcome two()
    {
        return quality::scoreAgainstGold({{{car("1", truth(), 0), car("2", truth(), 1)}}, false},
                                         {car("3", longer(), 0), car("4", aside(), 1)}, false);
    }
    static quality::GoldOutcome one()
    {
        return quality::scoreAgainstGold({{{car("1", truth(), 0)}}, false}, {car("3", turned(), 0)}, false);
    }

private slots:
    void byHand()
    {
        const auto outcome = two();
        QCOMPARE(outcome.right, 2);
        QCOMPARE(outcome.wrong, 0);
        const CuboidSums &sums = outcome.cuboids;
        QCOMPARE(sums.count, 2);
        QCOMPARE(sums.flipped, 0);
        QVERIFY(near(sums.centre, .2));
        QVERIFY(near(sums.heading, 0));
        QVERIFY(near(sums.sizeRatio[0], 1 + 4 / 4.2) && near(sums.sizeRatio[1], 2) && near(sums.sizeRatio[2], 2));
        // Back, front, right, left, bottom, top.
        const std::array<double, 6> faces{0, .2, .1, -.1, 0, 0};
        for (std::size_t i = 0; i < 6; ++i) {
            QVERIFY2(near(sums.face[i], faces[i]), qPrintable(QString::number(sums.face[i])));
            QVERIFY(near(sums.faceAbsolute[i], std::abs(faces[i])));
        }
        const CuboidSums back = one().cuboids;
        QCOMPARE(back.count, 1);
        QCOMPARE(back.flipped, 1);
        QVERIFY(near(back.heading, 0) && near(back.centre, .3));
        QVERIFY(near(back.face[4], -.3) && near(back.face[5], .3) && near(back.face[0], 0) && near(back.face[1], 0));
    }

    void onlyRightOnesInTheirFrameCount()
    {
        // The frames are changed over: two missed and two invented.
        const auto swapped = quality::scoreAgainstGold({{{car("1", truth(), 0)}}, false}, {car("3", longer(), 1)}, false);
        QCOMPARE(swapped.missed, 1);
        QCOMPARE(swapped.invented, 1);
        QCOMPARE(swapped.cuboids, CuboidSums());
        auto bus = car("3", longer(), 0);
        bus.labelClass = ClassId{Uuid::fromName("class", "bus")};
        const auto wrong = quality::scoreAgainstGold({{{car("1", truth(), 0)}}, false}, {bus}, false);
        QCOMPARE(wrong.wrongClass, 1);
        QCOMPARE(wrong.cuboids, CuboidSums());
        // Half a car off: loose, and no measure of those that are right.
        Cuboid far = truth();
        far.centre[0] = 2;
        const auto loose = quality::scoreAgainstGold({{{car("1", truth(), 0)}}, false}, {car("3", far, 0)}, false);
        QCOMPARE(loose.loose, 1);
        QCOMPARE(loose.cuboids, CuboidSums());
    }

    void headings()
    {
        CuboidSums sums;
        geometry::CuboidDifference difference;
        for (const double heading : {.2, std::numbers::pi - .1, std::numbers::pi / 2}) {
            difference.headingRadians = heading;
            sums.add(difference);
        }
        QCOMPARE(sums.count, 3);
        QCOMPARE(sums.flipped, 1);
        QVERIFY(near(sums.heading, .2 + .1 + std::numbers::pi / 2));
        for (const double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1e9}) {
            geometry::CuboidDifference broken;
            broken.faceMetres[3] = bad;
            sums.add(broken);
        }
        QCOMPARE(sums.count, 3);
    }

    void meansAndIntervals()
    {
        quality::LiveCalibration live;
        quality::GoldResult first;
        first.submission = SubmissionId{Uuid::fromName("s", "1")};
        first.item = ItemId{Uuid::fromName("i", "1")};
        first.outcome = two();
        quality::GoldResult second = first;
        second.submission = SubmissionId{Uuid::fromName("s", "2")};
        second.item = ItemId{Uuid::fromName("i", "2")};
        second.outcome = one();
        live.put(first);
        QVERIFY(!live.cuboids().face()[1].interval());
        live.put(second);
        const CuboidErrors &errors = live.cuboids();
        QCOMPARE(errors.objects(), 3);
        QCOMPARE(errors.flipped(), 1);
        QVERIFY(near(*errors.centre().mean(), .5 / 3));
        // Front: .2 over three. Off the mean by .0667 and -.0667 an item: sqrt(2 · 2 · .0667²) / 3, times 12.7062 (Student, 1).
        const quality::ClusteredMean &front = errors.face()[1];
        QVERIFY(near(*front.mean(), .2 / 3));
        QVERIFY(near(front.interval()->high - *front.mean(), 12.7062047 * .2 / 3 * 2 / 3, 1e-6));
        QVERIFY(near(front.interval()->low + front.interval()->high, .4 / 3));
        // Left: -.1 over three, and .1 without the sign.
        QVERIFY(near(*errors.face()[3].mean(), -.1 / 3));
        QVERIFY(near(*errors.faceAbsolute()[3].mean(), .1 / 3));
        QVERIFY(errors.face()[3].interval()->low < -.1 / 3);
        live.withdraw(second.submission);
        QCOMPARE(live.cuboids().objects(), 2);
        QCOMPARE(live.cuboids().flipped(), 0);
        QVERIFY(near(*live.cuboids().face()[3].mean(), -.05));
    }

    // The same state from scratch, in any order and after withdrawals.
    void anyOrderGivesTheSame()
    {
        std::vector<CuboidSums> all;
        for (int i = 0; i < 200; ++i) {
            CuboidSums sums;
            for (int k = 0; k <= i % 4; ++k) {
                geometry::CuboidDifference difference;
                difference.centreMetres = .001 * ((i * 37 + k) % 91);
                difference.headingRadians = std::fmod(i * .37 + k, std::numbers::pi);
                difference.sizeRatio = {1. / (1 + i % 7), .9, 1. / 3};
                for (std::size_t f = 0; f < 6; ++f)
                    difference.faceMetres[f] = std::sin(i + k + double(f)) / 3;
                sums.add(difference);
            }
            all.push_back(sums);
        }
        CuboidErrors forward;
        CuboidErrors backward;
        for (std::size_t i = 0; i < 100; ++i)
            forward.add(all[i]);
        for (std::size_t i = all.size(); i-- > 0;)
            backward.add(all[i]);
        QVERIFY(!(forward == backward));
        for (std::size_t i = 100; i < all.size(); ++i)
            backward.remove(all[i]);
        QCOMPARE(backward, forward);
        for (std::size_t i = 0; i < 100; ++i)
            backward.remove(all[i]);
        QCOMPARE(backward, CuboidErrors());
    }

    void storedWithTheOutcome()
    {
        const auto outcome = two();
        base::CborWriter writer;
        quality::encode(writer, outcome);
        QByteArray stored = writer.take();
        // 0x8f = array of 15. Without cuboids the form is the one of before.
        QCOMPARE(static_cast<unsigned char>(stored[0]), 0x8fU);
        base::CborReader reader(stored);
        QCOMPARE(quality::decodeGoldOutcome(reader), outcome);
        auto without = outcome;
        without.cuboids = {};
        base::CborWriter shorter;
        quality::encode(shorter, without);
        QCOMPARE(static_cast<unsigned char>(shorter.take()[0]), 0x8eU);

        CuboidSums broken = outcome.cuboids;
        broken.flipped = 3;
        base::CborWriter bad;
        quality::encode(bad, broken);
        const QByteArray data = bad.take();
        base::CborReader badReader(data);
        QCOMPARE(quality::decodeCuboidSums(badReader), CuboidSums());
        QVERIFY(badReader.failed());
        for (qsizetype cut = 0; cut < stored.size(); ++cut) {
            const QByteArray part = stored.left(cut);
            base::CborReader cutReader(part);
            (void)quality::decodeGoldOutcome(cutReader);
            QVERIFY(cutReader.failed());
        }
    }
};

QTEST_GUILESS_MAIN(TestCuboidErrors)
#include "tst_cuboiderrors.moc"
