// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/keyring.h"
#include "tests/packet/samplepackets.h"
#include "tests/support/verify.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using packet::Keyring;

/// Keys on the disk, and whom they are trusted to be.
class TestKeyring : public QObject
{
    Q_OBJECT

    static constexpr QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;

    static std::pair<int, QByteArray> minisign(const QStringList &arguments, const QByteArray &input, const QString &folder)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("minisign"), arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitCode(), process.readAll()};
    }

private slots:
    void keysAreKeptAndProtected()
    {
        QTemporaryDir dir;
        Keyring ring(dir.filePath(QStringLiteral("keys")));
        QVERIFY(!ring.hasKeys());
        QVERIFY_FAILS(ring.signingKey({}), ErrorCode::NotFound);
        QVERIFY_FAILS(ring.ownCard(), ErrorCode::NotFound);
        const auto card = ring.generate(QStringLiteral("ann"), "correct horse");
        QVERIFY_RESULT(card);
        QVERIFY_FAILS(ring.generate(QStringLiteral("ann"), "x"), ErrorCode::AlreadyExists);
        QVERIFY_FAILS(ring.signingKey("wrong"), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(ring.signingKey({}), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(ring.openingKey("wrong"), ErrorCode::PermissionDenied);
        const auto signing = ring.signingKey("correct horse");
        const auto opening = ring.openingKey("correct horse");
        QVERIFY_RESULT(signing);
        QVERIFY_RESULT(opening);
        QVERIFY(signing->publicKey() == card->key);
        QVERIFY(opening->sealingKey() == card->sealingKey);
        QVERIFY(ring.ownCard().value() == *card);
        for (const char *name : {"/sign.key", "/open.key"})
            QVERIFY(!(QFileInfo(ring.folder() + QLatin1String(name)).permissions() & others));
        QVERIFY(
            QFile::setPermissions(ring.folder() + QStringLiteral("/sign.key"), QFileDevice::ReadOwner | QFileDevice::ReadOther));
        QVERIFY_FAILS(ring.signingKey("correct horse"), ErrorCode::PermissionDenied);
    }

    void aKeyWithoutPassphraseIsReadAsIs()
    {
        QTemporaryDir dir;
        Keyring ring(dir.path());
        QVERIFY_RESULT(ring.generate(QStringLiteral("ann"), {}));
        QVERIFY_RESULT(ring.signingKey({}));
        QVERIFY_RESULT(ring.signingKey("not needed"));
        // One kind of key is not taken for another.
        QVERIFY(QFile::remove(dir.filePath(QStringLiteral("open.key"))));
        QVERIFY(QFile::copy(dir.filePath(QStringLiteral("sign.key")), dir.filePath(QStringLiteral("open.key"))));
        QVERIFY_FAILS(ring.openingKey({}), ErrorCode::Malformed);
    }

    void damagedKeysAreRefused()
    {
        const auto key = packet::SigningKey::generate();
        const QByteArray good = key->file({}).value();
        QVERIFY_RESULT(packet::SigningKey::fromFile(good, {}));
        for (qsizetype at = good.indexOf('\n') + 1; at < good.size() - 1; ++at) {
            QByteArray bad = good;
            bad[at] = bad[at] == 'A' ? 'B' : 'A';
            if (bad == good)
                continue;
            const auto read = packet::SigningKey::fromFile(bad, {});
            // Salt and limits of an unprotected key mean nothing; whatever is read must still be the same key.
            if (read)
                QVERIFY(read->publicKey() == key->publicKey());
        }
        for (const QByteArray &bad :
             {QByteArray(), QByteArray("x"), good.first(100), QByteArray("untrusted comment: a\n\n"), QByteArray(1000, '\n')})
            QVERIFY_FAILS(packet::SigningKey::fromFile(bad, {}), ErrorCode::Malformed);
    }

    void aKeyFileThatAsksForTooMuchIsRefused()
    {
        const auto key = packet::SigningKey::generate();
        const QByteArray file = key->file("p").value();
        const qsizetype line = file.indexOf('\n') + 1;
        QByteArray bytes = QByteArray::fromBase64(file.mid(line).trimmed());
        bytes[46 + 6] = '\x7f';  // memory limit
        QVERIFY_FAILS(packet::SigningKey::fromFile(file.first(line) + bytes.toBase64() + '\n', "p"), ErrorCode::TooLarge);
    }

    void cardsAreSignedAsAWhole()
    {
        QTemporaryDir dir;
        Keyring ring(dir.path());
        QVERIFY_RESULT(ring.generate(QStringLiteral("ann “o'neil”"), {}));
        const QByteArray good = test::contentOf(ring.cardPath());
        QVERIFY_RESULT(packet::KeyCard::fromText(good));
        QByteArray renamed = good;
        renamed.replace("o'neil", "o'hara");
        QVERIFY_FAILS(packet::KeyCard::fromText(renamed), ErrorCode::Malformed);
        const QByteArray other = packet::OpeningKey::generate()->sealingKey().text().toLatin1();
        QByteArray swapped = good;
        swapped.replace(ring.ownCard()->sealingKey.text().toLatin1(), other);
        QVERIFY_FAILS(packet::KeyCard::fromText(swapped), ErrorCode::Malformed);
        QVERIFY_FAILS(packet::KeyCard::fromText("{}"), ErrorCode::Malformed);
        QVERIFY_FAILS(packet::KeyCard::fromText(QByteArray(good).replace("\"version\": 1", "\"version\": 2")),
                      ErrorCode::NewerVersion);
    }

    void whoIsTrusted()
    {
        QTemporaryDir dir;
        Keyring mine(dir.filePath(QStringLiteral("mine")));
        Keyring theirs(dir.filePath(QStringLiteral("theirs")));
        QVERIFY_RESULT(mine.generate(QStringLiteral("lead"), {}));
        const auto card = theirs.generate(QStringLiteral("whatever they say"), {});
        QVERIFY(!mine.nameOf(card->key).value().has_value());
        QVERIFY_RESULT(mine.trust(*card, QStringLiteral("ann")));
        QCOMPARE(mine.nameOf(card->key).value().value_or(QString()), QStringLiteral("ann"));
        QCOMPARE(mine.nameOf(mine.ownCard()->key).value().value_or(QString()), QStringLiteral("lead"));
        QVERIFY_FAILS(mine.trust(*card, QStringLiteral("bob")), ErrorCode::AlreadyExists);
        QVERIFY_FAILS(mine.distrust(QStringLiteral("bob")), ErrorCode::NotFound);
        QVERIFY_RESULT(mine.distrust(QStringLiteral("ann")));
        QVERIFY(!mine.nameOf(card->key).value().has_value());
        test::writeFile(mine.folder() + QStringLiteral("/trusted.json"), "[{");
        QVERIFY_FAILS(mine.trusted(), ErrorCode::Corrupt);
    }

    void minisignAndWeReadEachOthersKeysAndSignatures()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("minisign")).isEmpty())
            QSKIP("minisign is not here");
        QTemporaryDir dir;
        Keyring ring(dir.path());
        QVERIFY_RESULT(ring.generate(QStringLiteral("ann"), "secret"));
        test::writeFile(dir.filePath(QStringLiteral("text")), "what was said");
        const auto [code, words] =
            minisign({QStringLiteral("-S"), QStringLiteral("-s"), QStringLiteral("sign.key"), QStringLiteral("-m"),
                      QStringLiteral("text"), QStringLiteral("-t"), QStringLiteral("hello")},
                     "secret\n", dir.path());
        QVERIFY2(code == 0, words.constData());
        const auto [checked, said] = minisign({QStringLiteral("-V"), QStringLiteral("-p"), QStringLiteral("sign.pub"),
                                               QStringLiteral("-m"), QStringLiteral("text")},
                                              {}, dir.path());
        QVERIFY2(checked == 0, said.constData());
        // Theirs has another untrusted comment, so it is no signature of a packet; the bytes that matter are the same.
        const QByteArray theirs = test::contentOf(dir.filePath(QStringLiteral("text.minisig")));
        const auto ours = ring.signingKey("secret")->sign("what was said", "hello");
        QVERIFY_RESULT(ours);
        QCOMPARE(ours->split('\n').value(1), theirs.split('\n').value(1));
        QCOMPARE(ours->split('\n').value(3), theirs.split('\n').value(3));
    }
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
