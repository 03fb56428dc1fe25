// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/jsonparts.h"

#include <QTest>

namespace plumbline::test {

class JsonPartsTest final : public QObject
{
    Q_OBJECT

    static QByteArray told(const QByteArray &text)
    {
        QByteArray told;
        const bool whole = extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
            told +=
                part.key + '=' + part.text.toByteArray() + '@' + QByteArray::number(part.begin) + (part.complete ? ";" : "!;");
            return true;
        });
        return told + (whole ? "whole" : "broken");
    }

private slots:
    void partsAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
        };
        row("empty object", "{}", "whole");
        row("empty list", " \n[ ] ", "whole");
        row("scalars", "[1, true,null ]", "=1@1;=true@4;=null@9;whole");
        row("members", "{\"a\": {\"b\": [1]}, \"c\":\"d\"}", "a={\"b\": [1]}@6;c=\"d\"@22;whole");
        row("brackets in strings", "[{\"a\":\"]}\\\"[\"},2]", "={\"a\":\"]}\\\"[\"}@1;=2@15;whole");
        row("byte order mark", "\xEF\xBB\xBF[1]", "=1@4;whole");
        row("truncated list", "[1, 2", "=1@1;=2@4!;broken");
        row("truncated member", "{\"a\": [1, {\"b", "a=[1, {\"b@6!;broken");
        row("truncated key", "{\"a", "broken");
        row("no colon", "{\"a\" 1}", "broken");
        row("no key", "{1}", "broken");
        row("wrong close", "[1}", "=1@1;broken");
        row("a number", "12", "broken");
        row("nothing", "", "broken");
        row("not JSON", "hello", "broken");
    }
    void partsAreFound()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(told(text), expected);
    }

    void depthCostsNothing()
    {
        const QByteArray deep = QByteArray("[").repeated(2'000'000);
        QVERIFY(told(deep).endsWith("!;broken"));
        QCOMPARE(told('[' + QByteArray("[").repeated(100'000) + QByteArray("]").repeated(100'000) + ",7]").right(16),
                 QByteArray("]@1;=7@200002;whole").right(16));
    }

    void visitingCanStop()
    {
        int seen = 0;
        QVERIFY(extension::visitJsonParts(QByteArrayView("[1,2,3"), [&](const auto &) { return ++seen < 2; }));
        QCOMPARE(seen, 2);
    }

    void hugeObjectsAreRefused()
    {
        QByteArray text = "[{\"a\":{";
        for (int i = 0; i < 5000; ++i)
            text += '"' + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
        text = text.chopped(1) + "}}]";
        const auto refused = extension::parsedJsonPart(text);
        QVERIFY(!refused && refused.error().code == ErrorCode::TooLarge && !refused.error().text.isEmpty());
        QVERIFY(extension::parsedJsonPart("[1,2,{\"a\":{}}]").has_value());
        QVERIFY(!extension::parsedJsonPart(QByteArray("[").repeated(100) + QByteArray("]").repeated(100)));
    }

    void keptComesBack()
    {
        const Json given = {{"a", 1}, {"b", {1.0, 2.0}}, {"c", "x"}, {"d", nullptr}};
        const Json written = {{"c", "y"}, {"b", {1, 2.0000000000001}}, {"a", 1.0}, {"e", 5}};
        const Json kept = extension::keptOf(given, written);
        QCOMPARE(base::toJsonLine(kept), QByteArray("{\"set\":{\"c\":\"x\",\"d\":null},\"absent\":[\"e\"]}"));
        QVERIFY(extension::sameJson(extension::withKept(written, kept), given));
        QVERIFY(extension::keptOf(given, given).is_null());
        const Json partly = extension::withKept(written, kept, {"c", "e"});
        QVERIFY(partly["c"] == "y" && partly["e"] == 5 && partly["d"].is_null());
        QVERIFY(!extension::sameJson(given, written));
        QVERIFY(!extension::sameJson(Json::array({1, 2}), Json::array({2, 1})));
        QVERIFY(!extension::sameJson(Json(std::int64_t(9007199254740993)), Json(std::int64_t(9007199254740992))));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::JsonPartsTest)
#include "tst_jsonparts.moc"
