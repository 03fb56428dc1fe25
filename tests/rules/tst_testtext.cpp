// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/testtext.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using model::AttributeTest;
using model::Comparison;

class TestTestText : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip()
    {
        const std::vector<AttributeTest> tests{{QStringLiteral("moving"), Comparison::Is, QStringLiteral("true"), 0},
                                               {QStringLiteral("colour"), Comparison::IsNot, QStringLiteral("dark red"), 0},
                                               {QStringLiteral("speed"), Comparison::AtLeast, {}, 0.1},
                                               {QStringLiteral("speed"), Comparison::AtMost, {}, 1e6},
                                               {QStringLiteral("plate"), Comparison::Answered, {}, 0},
                                               {QStringLiteral("plate"), Comparison::NotAnswered, {}, 0}};
        const auto back = rules::testsFromText(rules::testsToText(tests));
        QVERIFY_RESULT(back);
        QCOMPARE(*back, tests);
        QVERIFY(rules::testsFromText(QString()).value().empty());
        QCOMPARE(rules::testsFromText(QStringLiteral("  a = b ,, c? ")).value().size(), std::size_t(2));
    }

    void wrong_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"a", "=b", "a=", "a>=", "a>=fast", "?", "a=b, c"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void wrong()
    {
        QFETCH(QString, text);
        QVERIFY_FAILS(rules::testsFromText(text), ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestTestText)
#include "tst_testtext.moc"
