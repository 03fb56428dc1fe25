// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

using namespace plumbline;
using namespace plumbline::base;

class TestAtomicFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private slots:
    void init()
    {
        for (const QString &name : names())
            QVERIFY(QDir(m_folder.filePath(name)).removeRecursively() || QFile::remove(m_folder.filePath(name)));
    }

    void writesAndReplaces()
    {
        QVERIFY_RESULT(writeFileAtomically(at("file"), "first"));
        QVERIFY_RESULT(writeFileAtomically(at("file"), "the second"));
        const auto content = readFile(at("file"), 100);
        QVERIFY_RESULT(content);
        QCOMPARE(*content, QByteArray("the second"));
        QCOMPARE(names(), QStringList(QStringLiteral("file")));
        QVERIFY_RESULT(writeFileAtomically(at("file"), {}));
        QCOMPARE(readFile(at("file"), 100).value(), QByteArray());
        // The most that may come takes no memory, and files that do not know their size are read, too.
        QCOMPARE(readFile(at("file"), qint64(1) << 60).value(), QByteArray());
        QVERIFY(readFile(QStringLiteral("/proc/self/status"), qint64(1) << 60).value().startsWith("Name:"));
        QVERIFY_FAILS(readFile(QStringLiteral("/proc/self/status"), 4), ErrorCode::TooLarge);
    }

    void replacingMakesANewFile()
    {
        QVERIFY_RESULT(writeFileAtomically(at("file"), "old"));
        QFile reader(at("file"));
        QVERIFY(reader.open(QIODevice::ReadOnly));
        QVERIFY_RESULT(writeFileAtomically(at("file"), "new"));
        // Whoever had it open still reads the old content to its end.
        QCOMPARE(reader.readAll(), QByteArray("old"));
    }

    void aFailedWriteLeavesTheOldContent()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("closed")));
        QVERIFY_RESULT(writeFileAtomically(at("closed/file"), "old"));
        const QFile::Permissions readOnly = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(m_folder.path(), readOnly | QFile::WriteOwner));
        QVERIFY(QFile::setPermissions(at("closed"), readOnly));
        // The superuser may write everywhere: be somebody else for a moment.
        constexpr uid_t nobody = 65534;
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::seteuid(nobody), 0);
        const auto replaced = writeFileAtomically(at("closed/file"), "new");
        const auto added = writeFileAtomically(at("closed/other"), "new");
        if (root)
            QCOMPARE(::seteuid(0), 0);
        QVERIFY(QFile::setPermissions(at("closed"), readOnly | QFile::WriteOwner));
        QVERIFY_FAILS(added, ErrorCode::PermissionDenied);
        QVERIFY(added.error().text.contains(QStringLiteral("closed/other")));
        QVERIFY_FAILS(replaced, ErrorCode::PermissionDenied);
        QVERIFY(replaced.error().text.contains(QStringLiteral("closed/file")));
        QCOMPARE(readFile(at("closed/file"), 100).value(), QByteArray("old"));
    }

    // A limit on the size of files ends writes in the middle, as a full disk does.
    void whatFindsNoRoomIsNotTakenForWritten()
    {
        QVERIFY_RESULT(writeFileAtomically(at("full"), "old"));
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{100, before.rlim_max};
        const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto fits = writeFileAtomically(at("fits"), QByteArray(100, 'a'));
        std::vector<Result<>> tooLong;
        for (const int size : {101, 5000, 20'000, 1'000'000})
            tooLong.push_back(writeFileAtomically(at("full"), QByteArray(size, 'a')));
        AtomicFile bits(at("full"));
        const bool opened = bits.open(QIODevice::WriteOnly);
        for (int i = 0; i < 20'000; ++i)
            bits.write("0123456789");
        tooLong.push_back(bits.finish());
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, ignored);
        QVERIFY_RESULT(fits);
        QVERIFY(opened);
        for (const Result<> &result : tooLong) {
            QVERIFY(!result);
            QVERIFY2(result.error().text.contains(QStringLiteral("full")), qPrintable(result.error().text));
        }
        QCOMPARE(readFile(at("full"), 100).value(), QByteArray("old"));
        QCOMPARE(names().filter(QStringLiteral("full")), QStringList{QStringLiteral("full")});
    }

    void missingFoldersAndFilesHaveWords()
    {
        const auto written = writeFileAtomically(at("no/such/folder"), "x");
        QVERIFY(!written);
        QVERIFY(written.error().text.contains(QStringLiteral("no/such/folder")));
        QVERIFY_FAILS(readFile(at("none"), 10), ErrorCode::NotFound);
        QVERIFY(!readFile(m_folder.path(), 10));
    }

    void readingHasALimit()
    {
        QVERIFY_RESULT(writeFileAtomically(at("file"), "12345"));
        QVERIFY_RESULT(readFile(at("file"), 5));
        QVERIFY_FAILS(readFile(at("file"), 4), ErrorCode::TooLarge);
        QVERIFY_FAILS(readFile(QStringLiteral("/dev/zero"), 1000), ErrorCode::TooLarge);
    }

    void insideFollowsLinks()
    {
        QDir folder(m_folder.path());
        QVERIFY(folder.mkpath(QStringLiteral("data/deep")));
        QVERIFY(folder.mkpath(QStringLiteral("data-other/deeper")));
        QVERIFY(QFile::link(at("data-other/deeper"), at("data/out")));
        QVERIFY(QFile::link(at("data/deep"), at("data/in")));
        QVERIFY(QFile::link(at("data-other/nothing-yet"), at("data/dangling")));
        QVERIFY(QFile::link(at("data/loop"), at("data/loop")));
        QVERIFY(QFile::link(QStringLiteral("../data-other"), at("data/relative")));
        const QString data = at("data");
        QVERIFY(isInside(data, data));
        QVERIFY(isInside(data, at("data/new/file.txt")));
        QVERIFY(isInside(data, at("data/deep/../file.txt")));
        QVERIFY(isInside(data, at("data/in/file.txt")));
        QVERIFY(isInside(at("data/in"), at("data/deep/file.txt")));
        QVERIFY(!isInside(data, at("data/out/file.txt")));
        QVERIFY(!isInside(data, at("data/relative/file.txt")));
        QVERIFY(!isInside(data, at("data/../data-other")));
        QVERIFY(!isInside(data, at("data-other/file.txt")));
        QVERIFY(!isInside(data, m_folder.path()));
        QVERIFY(!isInside(data, QStringLiteral("/etc/passwd")));
        // ".." behind a link leaves the folder the link points to.
        QVERIFY(!isInside(data, at("data/out/../file.txt")));
        // Writing through a link to nothing would make its target.
        QVERIFY(!isInside(data, at("data/dangling")));
        QVERIFY(!isInside(data, at("data/loop/file.txt")));
        QVERIFY(!isInside(at("no-folder"), at("no-folder/file.txt")));
        QVERIFY(!isInside(data, QString()));
        QVERIFY(isInside(QStringLiteral("/"), QStringLiteral("/etc")));
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(data));
        QVERIFY(isInside(data, QStringLiteral("deep/x")));
        QVERIFY(!isInside(data, QStringLiteral("../x")));
        QVERIFY(QDir::setCurrent(before));
    }

    void relativePaths_data()
    {
        QTest::addColumn<QString>("untrusted");
        QTest::addColumn<QString>("cleaned");  // null = refused
        const QString refused;
        QTest::newRow("plain") << QStringLiteral("a.jpg") << QStringLiteral("a.jpg");
        QTest::newRow("folders") << QStringLiteral("train/2017/a.jpg") << QStringLiteral("train/2017/a.jpg");
        QTest::newRow("dots") << QStringLiteral("./a/./b/../c.jpg") << QStringLiteral("a/c.jpg");
        QTest::newRow("dotted name") << QStringLiteral("..a/b..c") << QStringLiteral("..a/b..c");
        QTest::newRow("spaces") << QStringLiteral("a b/c d.jpg") << QStringLiteral("a b/c d.jpg");
        QTest::newRow("letters") << QStringLiteral("\u7167\u7247/\u00e4.jpg") << QStringLiteral("\u7167\u7247/\u00e4.jpg");
        QTest::newRow("empty") << QStringLiteral("") << refused;
        QTest::newRow("null") << QString() << refused;
        QTest::newRow("dot") << QStringLiteral(".") << refused;
        QTest::newRow("dot dot") << QStringLiteral("..") << refused;
        QTest::newRow("climbing") << QStringLiteral("../a") << refused;
        QTest::newRow("climbing later") << QStringLiteral("a/../../b") << refused;
        QTest::newRow("back to the start") << QStringLiteral("a/..") << refused;
        QTest::newRow("absolute") << QStringLiteral("/etc/passwd") << refused;
        QTest::newRow("absolute twice") << QStringLiteral("//server/share") << refused;
        QTest::newRow("drive") << QStringLiteral("C:\\Users\\a.jpg") << refused;
        QTest::newRow("drive relative") << QStringLiteral("c:a.jpg") << refused;
        QTest::newRow("share") << QStringLiteral("\\\\server\\share") << refused;
        QTest::newRow("backslash root") << QStringLiteral("\\a") << refused;
        QTest::newRow("backslash climbing") << QStringLiteral("..\\..\\a") << refused;
        QTest::newRow("backslash climbing later") << QStringLiteral("a\\..\\..\\b") << refused;
        QTest::newRow("nul") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("/b")) << refused;
        QTest::newRow("not UTF-8") << QString(QStringLiteral("a") + QChar(QChar::ReplacementCharacter)) << refused;
        QTest::newRow("resource") << QStringLiteral(":/icons/a.png") << refused;
    }

    void relativePaths()
    {
        QFETCH(QString, untrusted);
        QFETCH(QString, cleaned);
        const auto path = safeRelativePath(untrusted);
        if (cleaned.isNull()) {
            QVERIFY_FAILS(path, ErrorCode::Malformed);
        } else {
            QVERIFY_RESULT(path);
            QCOMPARE(*path, cleaned);
        }
    }
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
