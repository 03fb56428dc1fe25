// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/random.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QTest>

#include <bit>
#include <cmath>

using namespace plumbline;
using namespace plumbline::base;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void orderIsKept()
    {
        const QByteArray text = R"({"z":1,"a":{"y":2,"b":[3,true,null,"x"]},"m":-0.5})";
        const auto json = parseJson(text);
        QVERIFY_RESULT(json);
        QCOMPARE(toJsonLine(*json), text);
        const QByteArray pretty = toJsonText(*json);
        QVERIFY(pretty.endsWith('\n') && pretty.contains("\n  \"a\": {\n    \"y\": 2"));
        QCOMPARE(toJsonLine(parseJson(pretty).value()), text);
    }

    void aKeyGivenTwiceCountsOnce()
    {
        const auto json = parseJson(R"({"a":1,"b":2,"a":3})");
        QVERIFY_RESULT(json);
        QCOMPARE(toJsonLine(*json), QByteArray(R"({"a":3,"b":2})"));
    }

    void doublesAreShortAndExact()
    {
        QCOMPARE(toJsonLine(Json(0.1)), QByteArray("0.1"));
        QCOMPARE(toJsonLine(Json(1e22)), QByteArray("1e+22"));
        QCOMPARE(toJsonLine(Json(2.0)), QByteArray("2.0"));
        SeededRandom random(1);
        for (int i = 0; i < 20000; ++i) {
            double value = std::bit_cast<double>(random.next());
            if (!std::isfinite(value))
                continue;
            const auto back = parseJson(toJsonLine(Json(value)));
            QVERIFY_RESULT(back);
            QVERIFY(back->get<double>() == value);
        }
    }

    void largeIntegersStayExact()
    {
        for (const QByteArray &text :
             {QByteArray("9223372036854775807"), QByteArray("-9223372036854775808"), QByteArray("18446744073709551615")})
            QCOMPARE(toJsonLine(parseJson(text).value()), text);
    }

    void depthIsLimited()
    {
        const auto nested = [](int levels, char open, char close) {
            return QByteArray(levels, open) + QByteArray(levels, close);
        };
        QVERIFY_RESULT(parseJson(nested(64, '[', ']')));
        QVERIFY_FAILS(parseJson(nested(65, '[', ']')), ErrorCode::Malformed);
        QVERIFY_RESULT(parseJson(nested(3, '[', ']'), 3));
        QVERIFY_FAILS(parseJson(nested(4, '[', ']'), 3), ErrorCode::Malformed);
        const auto deep = parseJson(nested(10'000, '[', ']'));
        QVERIFY_FAILS(deep, ErrorCode::Malformed);
        QVERIFY(deep.error().text.contains(QStringLiteral("64")));
        QByteArray objects;
        for (int i = 0; i < 10'000; ++i)
            objects += "{\"a\":";
        QVERIFY_FAILS(parseJson(objects), ErrorCode::Malformed);
        // Siblings are not levels.
        QByteArray wide = "[";
        for (int i = 0; i < 1000; ++i)
            wide += "[[]],";
        QVERIFY_RESULT(parseJson(wide + "0]"));
    }

    void wrongInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut object") << QByteArray(R"({"a":1)");
        QTest::newRow("cut text") << QByteArray(R"({"a":"x)");
        QTest::newRow("left over") << QByteArray("{} {}");
        QTest::newRow("trailing comma") << QByteArray("[1,]");
        QTest::newRow("comment") << QByteArray("[1] // x");
        QTest::newRow("single quotes") << QByteArray("{'a':1}");
        QTest::newRow("NaN") << QByteArray("[NaN]");
        QTest::newRow("Infinity") << QByteArray("[Infinity]");
        QTest::newRow("too large a number") << QByteArray("[1e999]");
        QTest::newRow("lone surrogate") << QByteArray(R"(["\ud800"])");
        QTest::newRow("bad UTF-8") << QByteArray("[\"\xC3\x28\"]");
        QTest::newRow("overlong UTF-8") << QByteArray("[\"\xC0\xAF\"]");
        QTest::newRow("UTF-8 surrogate") << QByteArray("[\"\xED\xA0\x80\"]");
        QTest::newRow("bare control") << QByteArray("[\"a\nb\"]");
        QTest::newRow("nul") << QByteArray("[1]\0", 4);
        QTest::newRow("not JSON") << QByteArray("\x89PNG\r\n\x1A\n");
    }

    void wrongInput()
    {
        QFETCH(QByteArray, text);
        const auto json = parseJson(text);
        QVERIFY_FAILS(json, ErrorCode::Malformed);
        QVERIFY(json.error().text.contains(QStringLiteral("byte")));
    }

    void theErrorNamesTheByte()
    {
        const auto json = parseJson(R"({"a":1,"b":x})");
        QVERIFY_FAILS(json, ErrorCode::Malformed);
        QVERIFY(json.error().text.contains(QStringLiteral("12")));
        QVERIFY(!json.error().detail.isEmpty());
    }

    void everyTruncationIsAnError()
    {
        const QByteArray text = R"({"a":[1,2.5,"x\u00e4",{"b":null}],"c":true})";
        QVERIFY_RESULT(parseJson(text));
        for (qsizetype length = 0; length < text.size(); ++length)
            QVERIFY(!parseJson(text.first(length)));
    }

    void manyKeysAreQuick()
    {
        QByteArray text = "{";
        constexpr int keys = 200'000;
        for (int i = 0; i < keys; ++i)
            text += (i == 0 ? "\"k" : ",\"k") + QByteArray::number(i) + "\":0";
        text += "}";
        QElapsedTimer timer;
        timer.start();
        const auto json = parseJson(text);
        QVERIFY_RESULT(json);
        QCOMPARE(json->size(), std::size_t(keys));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
    }

    void textConversions()
    {
        const QString text = QStringLiteral("a\u00e4\u6c34\U0001F68C");
        QCOMPARE(toQString(toJson(text)), text);
        QCOMPARE(toQString(Json(5)), QString());
        // Invalid bytes that reached a value are replaced, never thrown.
        QCOMPARE(toJsonLine(Json(std::string("\xff"))), QByteArray("\"\xEF\xBF\xBD\""));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
