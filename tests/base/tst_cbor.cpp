// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cbor.h"

#include "core/base/random.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamReader>
#include <QCborValue>
#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;
using namespace plumbline::base;

namespace {

QByteArray unhex(const char *hex)
{
    return QByteArray::fromHex(hex);
}

// Writes a random tree and returns what Qt should read from it.
QCborValue writeRandom(CborWriter &w, SeededRandom &random, int depth)
{
    const std::uint64_t kind = random.below(depth > 4 ? 6 : 8);
    switch (kind) {
    case 0: {
        const auto value = static_cast<std::int64_t>(random.next() >> random.below(64));
        w.integer(value);
        return static_cast<qint64>(value);
    }
    case 1: {
        const double value = random.normal(0, 1e6);
        w.number(value);
        return value;
    }
    case 2: w.boolean(true); return true;
    case 3: w.null(); return nullptr;
    case 4: {
        QString text;
        for (std::uint64_t i = random.below(40); i > 0; --i)
            text.append(QChar(static_cast<char16_t>(0x20 + random.below(0x3000))));
        w.text(text);
        return text;
    }
    case 5: {
        const QByteArray bytes(static_cast<qsizetype>(random.below(300)), static_cast<char>(random.next()));
        w.bytes(bytes);
        return bytes;
    }
    case 6: {
        QCborArray array;
        const std::uint64_t count = random.below(30);
        w.array(count);
        for (std::uint64_t i = 0; i < count; ++i)
            array.append(writeRandom(w, random, depth + 1));
        return array;
    }
    default: {
        QCborMap map;
        const std::uint64_t count = random.below(5);
        w.map(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            w.unsignedInteger(i);
            map.insert(static_cast<qint64>(i), writeRandom(w, random, depth + 1));
        }
        return map;
    }
    }
}

}  // namespace

class TestCbor : public QObject
{
    Q_OBJECT

private slots:
    void integers_data()
    {
        // RFC 8949, appendix A.
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QByteArray>("encoding");
        const std::pair<qint64, const char *> rows[] = {{0, "00"},
                                                        {1, "01"},
                                                        {10, "0a"},
                                                        {23, "17"},
                                                        {24, "1818"},
                                                        {25, "1819"},
                                                        {100, "1864"},
                                                        {1000, "1903e8"},
                                                        {1000000, "1a000f4240"},
                                                        {1000000000000, "1b000000e8d4a51000"},
                                                        {-1, "20"},
                                                        {-10, "29"},
                                                        {-100, "3863"},
                                                        {-1000, "3903e7"},
                                                        {255, "18ff"},
                                                        {256, "190100"},
                                                        {65535, "19ffff"},
                                                        {65536, "1a00010000"},
                                                        {4294967295, "1affffffff"},
                                                        {4294967296, "1b0000000100000000"},
                                                        {INT64_MAX, "1b7fffffffffffffff"},
                                                        {INT64_MIN, "3b7fffffffffffffff"}};
        for (const auto &[value, hex] : rows)
            QTest::addRow("%lld", static_cast<long long>(value)) << value << unhex(hex);
    }

    void integers()
    {
        QFETCH(qint64, value);
        QFETCH(QByteArray, encoding);
        CborWriter w;
        w.integer(value);
        QCOMPARE(w.data().toByteArray(), encoding);
        CborReader r(encoding);
        QCOMPARE(static_cast<qint64>(r.integer()), value);
        QVERIFY(r.complete());
    }

    void wholeRangeUnsigned()
    {
        CborWriter w;
        w.unsignedInteger(UINT64_MAX);
        QCOMPARE(w.data().toByteArray(), unhex("1bffffffffffffffff"));
        CborReader r(w.data());
        QCOMPARE(r.unsignedInteger(), UINT64_MAX);
        QVERIFY(r.complete());
        CborReader narrow(w.data());
        QCOMPARE(narrow.integer(), std::int64_t(0));
        QVERIFY(narrow.failed());
        const QByteArray lowest = unhex("3bffffffffffffffff");
        CborReader below(lowest);
        QCOMPARE(below.integer(), std::int64_t(0));
        QVERIFY(below.failed());
    }

    void numbersTake64Bits()
    {
        // Appendix A where it has 64-bit encodings; whole and half numbers keep them here.
        for (const auto &[value, hex] : {std::pair{1.1, "fb3ff199999999999a"},
                                         {1.0e+300, "fb7e37e43c8800759c"},
                                         {-4.1, "fbc010666666666666"},
                                         {1.0, "fb3ff0000000000000"},
                                         {0.0, "fb0000000000000000"},
                                         {-0.0, "fb0000000000000000"}}) {
            CborWriter w;
            w.number(value);
            QCOMPARE(w.data().toByteArray(), unhex(hex));
            CborReader r(w.data());
            QCOMPARE(r.number(), value);
            QVERIFY(r.complete());
        }
        for (const double value : {std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max(), -HUGE_VAL}) {
            CborWriter w;
            w.number(value);
            CborReader r(w.data());
            QVERIFY(r.number() == value && r.complete());
        }
    }

    void simpleAndText()
    {
        CborWriter w;
        w.boolean(false);
        w.boolean(true);
        w.null();
        w.text(QStringLiteral("\u6c34"));
        w.bytes(unhex("01020304"));
        w.array(0);
        w.map(0);
        QCOMPARE(w.data().toByteArray(), unhex("f4f5f663e6b0b4440102030480a0"));
        CborReader r(w.data());
        QCOMPARE(r.boolean(), false);
        QCOMPARE(r.boolean(), true);
        QVERIFY(r.isNull());
        QCOMPARE(r.text(), QStringLiteral("\u6c34"));
        QCOMPARE(r.bytes(), unhex("01020304"));
        QCOMPARE(r.array(), std::uint64_t(0));
        QCOMPARE(r.map(), std::uint64_t(0));
        QVERIFY(r.complete());
    }

    void idsAndDigests()
    {
        const Uuid id = Uuid::fromName("a", "b");
        const Sha256Digest digest = sha256("x");
        CborWriter w;
        w.uuid(id);
        w.uuid({});
        w.digest(digest);
        w.digest({});
        CborReader r(w.data());
        QCOMPARE(r.uuid(), id);
        QVERIFY(r.uuid().isNull());
        QCOMPARE(r.digest(), digest);
        QVERIFY(r.digest().isNull());
        QVERIFY(r.complete());
        const QByteArray shortId = unhex("4401020304");
        CborReader wrong(shortId);
        QVERIFY(wrong.uuid().isNull());
        QVERIFY(wrong.failed());
    }

    void qtReadsWhatTheWriterWrites()
    {
        SeededRandom random(1);
        for (int i = 0; i < 300; ++i) {
            CborWriter w;
            const QCborValue expected = writeRandom(w, random, 0);
            QCborStreamReader stream(w.data().toByteArray());
            const QCborValue read = QCborValue::fromCbor(stream);
            QVERIFY2(stream.lastError() == QCborError::NoError, qPrintable(stream.lastError().toString()));
            QCOMPARE(stream.currentOffset(), w.data().size());
            QCOMPARE(read, expected);
            CborReader skipper(w.data());
            QCOMPARE(skipper.skip().toByteArray(), w.data().toByteArray());
            QVERIFY(skipper.complete());
        }
    }

    void truncationIsNeverComplete()
    {
        SeededRandom random(2);
        for (int i = 0; i < 40; ++i) {
            CborWriter w;
            w.array(2);
            writeRandom(w, random, 2);
            writeRandom(w, random, 2);
            for (qsizetype length = 0; length < w.data().size(); ++length) {
                const QByteArray cut = w.data().first(length).toByteArray();
                CborReader r(cut);
                r.skip();
                QVERIFY(!r.complete());
            }
        }
    }

    void changedBytesNeverCrash()
    {
        SeededRandom random(3);
        for (int i = 0; i < 3000; ++i) {
            CborWriter w;
            w.array(3);
            for (int k = 0; k < 3; ++k)
                writeRandom(w, random, 3);
            QByteArray data = w.take();
            for (std::uint64_t changes = 1 + random.below(4); changes > 0; --changes)
                data[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(data.size())))] =
                    static_cast<char>(random.next());
            CborReader r(data);
            r.skip();
            // What is accepted is sound CBOR for another reader too.
            if (r.complete()) {
                QCborStreamReader stream(data);
                const QCborValue value = QCborValue::fromCbor(stream);
                const bool badText = stream.lastError() == QCborError::InvalidUtf8String;
                QVERIFY2(stream.lastError() == QCborError::NoError || badText, data.toHex().constData());
            }
        }
    }

    void hostileInput_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("bytes beyond the end") << unhex("5bffffffffffffffff00");
        QTest::newRow("text beyond the end") << unhex("7b7fffffffffffffff00");
        QTest::newRow("array beyond the end") << unhex("9bffffffffffffffff00");
        QTest::newRow("map beyond the end") << unhex("bb800000000000000100");
        QTest::newRow("indefinite array") << unhex("9f01ff");
        QTest::newRow("indefinite text") << unhex("7f6161ff");
        QTest::newRow("reserved length") << unhex("1c");
        QTest::newRow("break alone") << unhex("ff");
        QTest::newRow("half number") << unhex("f93c00");
        QTest::newRow("single number") << unhex("fa3f800000");
        QTest::newRow("tag") << unhex("c11a514b67b0");
        QTest::newRow("undefined") << unhex("f7");
        QTest::newRow("integer longer than needed") << unhex("1817");
        QTest::newRow("length longer than needed") << unhex("7900016178");
        QTest::newRow("deep") << QByteArray(100000, '\x81');
        QTest::newRow("half a double") << unhex("fb3ff0");
    }

    void hostileInput()
    {
        QFETCH(QByteArray, data);
        CborReader skipping(data);
        skipping.skip();
        QVERIFY(!skipping.complete());
        // Each read call by itself: a default value, and no further progress afterwards.
        for (int kind = 0; kind < 9; ++kind) {
            CborReader r(data);
            switch (kind) {
            case 0: r.unsignedInteger(); break;
            case 1: r.integer(); break;
            case 2: r.number(); break;
            case 3: r.boolean(); break;
            case 4: QVERIFY(r.bytes().size() <= data.size()); break;
            case 5: QVERIFY(r.text().size() <= data.size()); break;
            case 6: QVERIFY(r.array() <= static_cast<std::uint64_t>(data.size())); break;
            case 7: QVERIFY(r.map() <= static_cast<std::uint64_t>(data.size())); break;
            default: r.uuid(); break;
            }
            if (r.failed()) {
                QCOMPARE(r.integer(), std::int64_t(0));
                QCOMPARE(r.text(), QString());
                QVERIFY(r.peek() == CborReader::Kind::End);
            }
        }
    }

    void wrongTextFails()
    {
        const QByteArray data = unhex("62c328");
        CborReader r(data);
        QCOMPARE(r.text(), QString());
        QVERIFY(r.failed());
    }

    void leftOversAreNotComplete()
    {
        const QByteArray data = unhex("0101");
        CborReader r(data);
        r.integer();
        QVERIFY(!r.failed());
        QVERIFY(!r.complete());
        CborReader wrongCount(data);
        wrongCount.arrayOf(2);
        QVERIFY(wrongCount.failed());
    }
};

QTEST_APPLESS_MAIN(TestCbor)
#include "tst_cbor.moc"
