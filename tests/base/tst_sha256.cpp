// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "tests/support/verify.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using base::sha256;

class TestSha256 : public QObject
{
    Q_OBJECT

private slots:
    void knownAnswers_data()
    {
        // FIPS 180-4's examples, as NIST publishes them.
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("digest");
        QTest::newRow("empty") << QByteArray()
                               << QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                    << QStringLiteral("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("a million") << QByteArray(1'000'000, 'a')
                                   << QStringLiteral("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    void knownAnswers()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, digest);
        QCOMPARE(sha256(message).toHex(), digest);
    }

    void piecesAddUp()
    {
        QByteArray message;
        base::Sha256 hash;
        for (int i = 0; i < 300; ++i) {
            const QByteArray piece(i, static_cast<char>(i));
            message += piece;
            hash.add(piece);
        }
        const QByteArray expected = QCryptographicHash::hash(message, QCryptographicHash::Sha256);
        QCOMPARE(hash.finish().toBytes(), expected);
        // finish() starts anew.
        hash.add("abc");
        QCOMPARE(hash.finish(), sha256("abc"));
    }

    void files()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("big"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray content(3 * (1 << 20) + 17, 'q');
        file.write(content);
        file.close();
        const auto digest = base::sha256OfFile(path);
        QVERIFY_RESULT(digest);
        QCOMPARE(*digest, sha256(content));
        QVERIFY_FAILS(base::sha256OfFile(folder.filePath(QStringLiteral("none"))), ErrorCode::NotFound);
        QVERIFY(!base::sha256OfFile(folder.path()));
    }

    void hexAndBytes()
    {
        const Sha256Digest digest = sha256("abc");
        QCOMPARE(Sha256Digest::fromHex(digest.toHex()), std::optional(digest));
        QCOMPARE(Sha256Digest::fromHex(digest.toHex().toUpper()), std::optional(digest));
        QCOMPARE(Sha256Digest::fromBytes(digest.toBytes()), std::optional(digest));
        QVERIFY(!Sha256Digest::fromHex(digest.toHex().chopped(1)));
        QVERIFY(!Sha256Digest::fromHex(digest.toHex().chopped(1) + QLatin1Char('x')));
        QVERIFY(!Sha256Digest::fromHex(QString(64, QChar(0x0661))));
        QVERIFY(!Sha256Digest::fromBytes(QByteArray(31, 'x')));
        QVERIFY(Sha256Digest().isNull() && !digest.isNull());
    }
};

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"
