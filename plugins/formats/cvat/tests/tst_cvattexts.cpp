// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatformat.h"
#include "tests/support/formatattack.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline::test {

class CvatTexts : public QObject
{
    Q_OBJECT

private slots:
    // XML 1.0 has no way to write most control characters.
    void controlCharactersAreCounted()
    {
        const cvat::CvatFormat format;
        MemoryDataset data;
        data.add(QStringLiteral("a.png"), QStringLiteral("tidy"), geometry::Box{1, 1, 4, 4});
        data.items[0].width = data.items[0].height = 10;
        QVERIFY(lossesOf(format, data).empty());
        data.add(QStringLiteral("a.png"), QStringLiteral("be\x07ll"), geometry::Box{2, 2, 4, 4});
        data.add(QStringLiteral("a.png"), QStringLiteral("be\x07ll"), geometry::Box{3, 3, 4, 4});
        const LossCounts expected{{QStringLiteral("texts with control characters"), 2}};
        QCOMPARE(lossesOf(format, data), expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path(), {}));
        MemoryDataset again;
        QVERIFY_RESULT(format.read({out.path(), {}, {}}, again));
        QCOMPARE(again.annotationCount(), 3);
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::CvatTexts)
#include "tst_cvattexts.moc"
