// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <QTest>

using namespace plumbline;

class TestCsv final : public QObject
{
    Q_OBJECT

    // Records as "line:cell|cell", broken ones with a "!" before.
    static QStringList read(const QByteArray &data)
    {
        base::CsvReader csv(data);
        QStringList records;
        while (const auto record = csv.next())
            records.append((csv.broken() ? QStringLiteral("!") : QString()) + QString::number(csv.line()) + QLatin1Char(':')
                           + record->join(QLatin1Char('|')));
        return records;
    }

private slots:
    void records_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QStringList>("expected");
        const auto list = [](const char *text) { return QString::fromUtf8(text).split(QLatin1Char(';')); };
        QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << list("1:a|b;2:c|d");
        QTest::newRow("mark and CRLF") << QByteArray("\xEF\xBB\xBFtask,truth\r\nx,1\r\n") << list("1:task|truth;2:x|1");
        QTest::newRow("commas and quotes in quotes") << QByteArray("\"a,b\",\"say \"\"yes\"\"\"\nc,d") << list("1:a,b|say \"yes\";2:c|d");
        QTest::newRow("line break in quotes") << QByteArray("\"a\nb\",c\nd,e\n") << list("1:a\nb|c;3:d|e");
        QTest::newRow("quote inside a cell") << QByteArray("5\" disk,b\nc,d\n") << list("1:5\" disk|b;2:c|d");
        QTest::newRow("empty cells") << QByteArray(",\n\na,\n") << list("1:|;2:;3:a|");
        // One lost quote loses one line.
        QTest::newRow("never closed") << QByteArray("a,b\nc,\"d\ne,f\ng,h\n") << list("1:a|b;!2:c|\"d;3:e|f;4:g|h");
        QTest::newRow("closed by the next lost one") << QByteArray("a,\"b\nc,d\ne,\"f\ng,h\n") << list("!1:a|\"b;2:c|d;!3:e|\"f;4:g|h");
        QTest::newRow("after a lost one") << QByteArray("a,\"b\n\"c,c\",d\n\"e\nf\",g\n") << list("!1:a|\"b;2:c,c|d;!3:\"e;4:f\"|g");
        QTest::newRow("lost on the last line") << QByteArray("a,b\n\"c,d") << list("1:a|b;!2:\"c|d");
        QTest::newRow("nothing") << QByteArray() << QStringList();
    }

    void records()
    {
        QFETCH(QByteArray, data);
        QTEST(read(data), "expected");
    }

    // Every line opens a quote that ends nowhere: one look at the rest, not one for each line.
    void manyLostQuotesTakeNoLongerThanManyLines()
    {
        QByteArray data;
        for (int i = 0; i < 200'000; ++i)
            data += "t,\"a\"\"\n";
        base::CsvReader csv(data);
        std::int64_t broken = 0;
        while (csv.next())
            broken += csv.broken();
        QCOMPARE(broken, 200'000);
        QVERIFY(csv.unterminated());
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
