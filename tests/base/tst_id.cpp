// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakes.h"

#include <QTest>
#include <QUuid>

#include <set>

using namespace plumbline;

namespace {

int versionOf(const Uuid &id)
{
    return id.bytes[6] >> 4;
}

int variantOf(const Uuid &id)
{
    return id.bytes[8] >> 6;
}

std::uint64_t millisecondsOf(const Uuid &id)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 6; ++i)
        value = value << 8 | id.bytes[i];
    return value;
}

}  // namespace

class TestId : public QObject
{
    Q_OBJECT

private slots:
    void version7CarriesTheTime()
    {
        test::Identity identity;
        const Uuid id = identity.ids.version7();
        QCOMPARE(versionOf(id), 7);
        QCOMPARE(variantOf(id), 2);
        QCOMPARE(millisecondsOf(id), std::uint64_t(1'700'000'000'000));
    }

    void version7IncreasesWhileTheClockStands()
    {
        test::Identity identity;
        Uuid last = identity.ids.version7();
        for (int i = 0; i < 20000; ++i) {
            const Uuid next = identity.ids.version7();
            QVERIFY(next > last);
            QCOMPARE(versionOf(next), 7);
            QCOMPARE(variantOf(next), 2);
            last = next;
        }
        // 20,000 ids need more than the 4,096 that one millisecond holds: the counter carries into the time.
        QCOMPARE(millisecondsOf(last), std::uint64_t(1'700'000'000'000 + 4));
    }

    void version7IncreasesWhileTheClockRunsBack()
    {
        test::Identity identity;
        Uuid last = identity.ids.version7();
        for (int i = 0; i < 1000; ++i) {
            identity.clock.advance(i % 3 == 0 ? -5'000'000 : 1'500);
            const Uuid next = identity.ids.version7();
            QVERIFY(next > last);
            last = next;
        }
        identity.clock.advance(3'600'000'000);
        const Uuid later = identity.ids.version7();
        QVERIFY(later > last);
        QCOMPARE(millisecondsOf(later), static_cast<std::uint64_t>(identity.clock.nowMicroseconds() / 1000));
    }

    void version7BeforeTheEpochStaysValid()
    {
        test::ManualClock clock(-1'000'000);
        base::SeededRandom random(1);
        base::IdSource ids(clock, random);
        const Uuid first = ids.version7();
        QCOMPARE(versionOf(first), 7);
        QVERIFY(ids.version7() > first);
    }

    void version4IsRandom()
    {
        test::Identity identity;
        std::set<Uuid> seen;
        for (int i = 0; i < 1000; ++i) {
            const Uuid id = identity.ids.version4();
            QCOMPARE(versionOf(id), 4);
            QCOMPARE(variantOf(id), 2);
            QVERIFY(seen.insert(id).second);
        }
    }

    void namedIdsAreStable()
    {
        const Uuid id = Uuid::fromName("class", "car");
        QCOMPARE(versionOf(id), 8);
        QCOMPARE(variantOf(id), 2);
        QCOMPARE(id, Uuid::fromName("class", "car"));
        QVERIFY(id != Uuid::fromName("class", "cat"));
        // The border between space and name counts.
        QVERIFY(Uuid::fromName("ab", "c") != Uuid::fromName("a", "bc"));
        // sha256("class\0car"), with version and variant set.
        QCOMPARE(id.toString(), QStringLiteral("68a120ab-3d15-855e-ba0d-c307f2c36e2d"));
    }

    void textRoundTrip()
    {
        test::Identity identity;
        for (int i = 0; i < 200; ++i) {
            const Uuid id = i % 2 == 0 ? identity.ids.version7() : identity.ids.version4();
            QCOMPARE(Uuid::fromString(id.toString()), std::optional(id));
            QCOMPARE(Uuid::fromString(id.toString().toUpper()), std::optional(id));
            QCOMPARE(id.toString(), QUuid::fromRfc4122(id.toBytes()).toString(QUuid::WithoutBraces));
            QCOMPARE(Uuid::fromBytes(id.toBytes()), std::optional(id));
        }
    }

    void wrongTextIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("braces") << QStringLiteral("{018bcfe5-6800-7000-8000-000000000001}");
        QTest::newRow("short") << QStringLiteral("018bcfe5-6800-7000-8000-00000000000");
        QTest::newRow("no dashes") << QStringLiteral("018bcfe5680070008000000000000001abcd");
        QTest::newRow("letter g") << QStringLiteral("018bcfe5-6800-7000-8000-00000000000g");
        QTest::newRow("dash misplaced") << QStringLiteral("018bcfe56-800-7000-8000-000000000001");
        QTest::newRow("wide digit") << QStringLiteral("018bcfe5-6800-7000-8000-00000000000\uff11");
        QTest::newRow("plus sign") << QStringLiteral("+18bcfe5-6800-7000-8000-000000000001");
    }

    void wrongTextIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!Uuid::fromString(text));
        QVERIFY(!ItemId::fromString(text));
    }

    void wrongBytesAreRefused()
    {
        QVERIFY(!Uuid::fromBytes({}));
        QVERIFY(!Uuid::fromBytes(QByteArray(15, 'x')));
        QVERIFY(!Uuid::fromBytes(QByteArray(17, 'x')));
        QVERIFY(Uuid::fromBytes(QByteArray(16, '\0'))->isNull());
    }
};

QTEST_APPLESS_MAIN(TestId)
#include "tst_id.moc"
