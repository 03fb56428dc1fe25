// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"
#include "tests/support/samples.h"

#include <QFile>

using namespace plumbline;

/// The table of docs/formats.md is the one that the program makes.
class TestFormatPage : public QObject
{
    Q_OBJECT

private slots:
    void tableIsCurrent()
    {
        test::CliRunner cli;
        CLI_RUN(made, cli, 0, {QStringLiteral("formats"), QStringLiteral("--table")});
        QFile page(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/formats.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray text = page.readAll();
        const QByteArray begin = "<!-- formats --table -->\n";
        const qsizetype from = text.indexOf(begin) + begin.size();
        const qsizetype to = text.indexOf("<!-- end of formats --table -->", from);
        QVERIFY(from > begin.size() && to > from);
        const QByteArray shown = text.mid(from, to - from);
        QVERIFY2(shown == made.out,
                 ("Put the output of plumbline-cli formats --table into docs/formats.md:\n" + made.out).constData());
    }

    void samplesOfTheTableExist()
    {
        if (test::samplesFolder().isEmpty())
            QSKIP("sample data are not on this machine (set PLUMBLINE_SAMPLES)");
        test::CliRunner cli;
        CLI_RUN(made, cli, 0, {QStringLiteral("formats"), QStringLiteral("--table")});
        int samples = 0;
        for (const QByteArray &row : made.out.split('\n').mid(2)) {
            const qsizetype end = row.lastIndexOf("` |");
            const qsizetype begin = end < 0 ? -1 : row.lastIndexOf('`', end - 1);
            if (begin <= 10)
                continue;
            const QString sample = QString::fromUtf8(row.mid(begin + 1, end - begin - 1));
            QVERIFY2(QFileInfo::exists(test::samplesFolder() + QLatin1Char('/') + sample), qPrintable(sample));
            ++samples;
        }
        QVERIFY(samples >= 4);
    }
};

QTEST_GUILESS_MAIN(TestFormatPage)
#include "tst_formatpage.moc"
