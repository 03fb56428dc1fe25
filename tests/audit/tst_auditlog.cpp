// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/log.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <thread>

using namespace plumbline;
using audit::Action;
using audit::Log;

/// The chain of hashes: what is written, and that every change of it is found.
class TestAuditLog : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;
    const ProjectId m_id{Uuid::fromName("project", "audited")};

    QString witnesses(const char *whose = "mine") const { return m_folder->filePath(QString::fromLatin1(whose)); }
    Log log(const char *witness = "mine") const { return {m_folder->path(), m_id, witnesses(witness), m_clock}; }
    void fill(int entries)
    {
        for (int i = 0; i < entries; ++i)
            QVERIFY_RESULT(log().append({QStringLiteral("lea"),
                                         QStringLiteral("account"),
                                         Action::Exported,
                                         QStringLiteral("out/“%1”").arg(i),
                                         {{"format", "coco"}, {"labels", 12 + i}}}));
    }
    QByteArray text() const
    {
        QFile file(log().path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &content) const
    {
        QFile file(log().path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), content.size());
    }
    // As somebody sees it who has never looked at the log before.
    QStringList problems(const std::optional<audit::Mark> &since = {}, const char *witness = "nobody's") const
    {
        if (const QDir nobody(witnesses("nobody's")); nobody.exists())
            QDir(nobody).removeRecursively();
        const auto found = log(witness).verify(since);
        return found ? found->problems : QStringList{found.error().text};
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void entriesAreAChain()
    {
        const auto none = log().verify();
        QVERIFY_RESULT(none);
        QCOMPARE(none->entries, 0);
        QVERIFY(none->problems.isEmpty());
        fill(3);
        QStringList seen;
        QString before;
        QVERIFY_RESULT(log().visit([&](const audit::Entry &entry) -> Result<> {
            seen.append(entry.object);
            if (entry.n > 1 && entry.prev != before)
                return fail(ErrorCode::Corrupt, QStringLiteral("no chain"));
            before = entry.hash;
            return {};
        }));
        QCOMPARE(seen.size(), 3);
        const auto found = log().verify();
        QVERIFY_RESULT(found);
        QCOMPARE(found->problems, QStringList());
        QCOMPARE(found->entries, 3);
        QCOMPARE(found->head, (audit::Mark{3, before}));
        QVERIFY(found->witnessed);
        QCOMPARE(audit::Mark::fromText(found->head.toText()), std::optional(found->head));
        for (const char *wrong : {"", "3", "x:y", "0:", "-1:00", "3:abc"})
            QVERIFY(!audit::Mark::fromText(QString::fromLatin1(wrong)));
    }

    void everyFlippedByteIsFound()
    {
        fill(4);
        const QByteArray whole = text();
        QVERIFY(whole.size() > 1000);
        QCOMPARE(problems(), QStringList());
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray changed = whole;
            changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
            put(changed);
            if (problems().isEmpty())
                QFAIL(qPrintable(QStringLiteral("byte %1 of %2 was changed, and nothing was found").arg(i).arg(whole.size())));
        }
    }

    void everyLostOrAddedByteIsFound()
    {
        fill(2);
        const QByteArray whole = text();
        for (qsizetype i = 0; i < whole.size(); ++i) {
            put(QByteArray(whole).remove(i, 1));
            QVERIFY2(!problems().isEmpty(), qPrintable(QString::number(i)));
            put(QByteArray(whole).insert(i, whole[i]));
            QVERIFY2(!problems().isEmpty(), qPrintable(QString::number(i)));
        }
    }

    void linesThatAreOtherOnesAreFound_data()
    {
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("missing at the begin") << QList<int>{1, 2, 3};
        QTest::newRow("missing in the middle") << QList<int>{0, 2, 3};
        QTest::newRow("twice") << QList<int>{0, 1, 1, 2, 3};
        QTest::newRow("again at the end") << QList<int>{0, 1, 2, 3, 3};
        QTest::newRow("exchanged") << QList<int>{0, 2, 1, 3};
        QTest::newRow("the last ones exchanged") << QList<int>{0, 1, 3, 2};
    }
    void linesThatAreOtherOnesAreFound()
    {
        QFETCH(QList<int>, order);
        fill(4);
        const QList<QByteArray> lines = text().trimmed().split('\n');
        QByteArray changed;
        for (const int i : order)
            changed += lines[i] + '\n';
        put(changed);
        QVERIFY(!problems().isEmpty());
    }

    void rewrittenEntriesAreFound()
    {
        fill(3);
        // With the right hash of its own: the next entry still names the old one.
        QList<QByteArray> lines = text().trimmed().split('\n');
        auto entry = audit::entryOf(lines[1]);
        QVERIFY_RESULT(entry);
        entry->actor = QStringLiteral("eve");
        entry->hash = audit::hashOf(*entry);
        lines[1] = audit::lineOf(*entry);
        put(lines.join('\n') + '\n');
        QCOMPARE(problems().size(), 1);
    }

    void whatOnlyAWitnessFinds()
    {
        fill(4);
        const auto head = log().verify();
        QVERIFY_RESULT(head);
        const QByteArray whole = text();
        const auto cut = [&](int lines) {
            QByteArray left;
            for (const QByteArray &line : whole.trimmed().split('\n').mid(0, lines))
                left += line + '\n';
            return left;
        };
        for (const int left : {0, 1, 3}) {
            put(cut(left));
            QCOMPARE(problems(), QStringList());
            QVERIFY(!problems({}, "mine").isEmpty());
            QVERIFY(!problems(head->head).isEmpty());
        }
        QVERIFY(QFile::remove(log().path()));
        QVERIFY(!problems({}, "mine").isEmpty());
        // Another log, sound in itself.
        m_clock.advance(1);
        for (int i = 0; i < 5; ++i)
            QVERIFY_RESULT(
                log("eve's").append({QStringLiteral("eve"), QStringLiteral("none"), Action::Exported, {}, Json::object()}));
        QCOMPARE(problems(), QStringList());
        QVERIFY(problems({}, "mine").join(QLatin1Char(' ')).contains(QStringLiteral("replaced")));
        QVERIFY(problems(head->head).join(QLatin1Char(' ')).contains(QStringLiteral("replaced")));
        // A witness is not moved on by a log that does not fit it.
        put(whole);
        QCOMPARE(problems({}, "mine"), QStringList());
        // The log of another project.
        const Log other(m_folder->path(), ProjectId{Uuid::fromName("project", "other")}, witnesses("third"), m_clock);
        const auto foreign = other.verify();
        QVERIFY_RESULT(foreign);
        QCOMPARE(foreign->problems.size(), 1);
    }

    void goingOnDoesNotHideACut()
    {
        const audit::Event more{QStringLiteral("lea"), QStringLiteral("secret"), Action::SignedIn, {}, Json::object()};
        fill(4);
        const QByteArray whole = text();
        // The verb that checks logs its own signing in before it looks; so does all that follows.
        for (const QByteArray &left : {QByteArray(), whole.left(whole.indexOf('\n') + 1), whole.chopped(20)}) {
            put(left);
            for (int i = 0; i < 6; ++i) {
                QVERIFY_RESULT(log().append(more));
                m_clock.advance(1);
                QVERIFY(!problems({}, "mine").isEmpty());
            }
            QCOMPARE(problems(), QStringList());
        }
        // What others wrote in between is no reason to stop.
        put(whole);
        QVERIFY_RESULT(log("eve's").append(more));
        QVERIFY_RESULT(log().append(more));
        put(whole);
        QVERIFY(!problems({}, "mine").isEmpty());
    }

    void anotherProjectInThePlaceWasNotSeen()
    {
        fill(4);
        put({});
        const Log other(m_folder->path(), ProjectId{Uuid::fromName("project", "other")}, witnesses(), m_clock);
        QVERIFY_RESULT(other.append({QStringLiteral("lea"), QStringLiteral("none"), Action::Exported, {}, Json::object()}));
        const auto found = other.verify();
        QVERIFY_RESULT(found);
        QCOMPARE(found->problems, QStringList());
        QVERIFY(found->witnessed);
    }

    void whatACrashLeftIsMended()
    {
        fill(2);
        put(text() + "{\"n\":3,\"time\":");
        QVERIFY(!problems().isEmpty());
        fill(1);
        QCOMPARE(problems(), QStringList());
        QStringList actions;
        QVERIFY_RESULT(log().visit([&](const audit::Entry &entry) -> Result<> {
            actions.append(entry.action);
            return {};
        }));
        QCOMPARE(actions.mid(2), (QStringList{QStringLiteral("log-mended"), QStringLiteral("exported")}));
    }

    void aDamagedLogIsNotContinued()
    {
        for (const QByteArray &content : {QByteArray("no entry\n"), QByteArray(1, '\n'), QByteArray(300'000, 'x') + '\n'}) {
            put(content);
            QVERIFY_FAILS(log().append({QStringLiteral("lea"), QStringLiteral("none"), Action::Exported, {}, Json::object()}),
                          ErrorCode::Corrupt);
            QCOMPARE(text(), content);
            QVERIFY_FAILS(log().visit([](const audit::Entry &) -> Result<> { return {}; }), ErrorCode::Corrupt);
            QVERIFY(!problems().isEmpty());
        }
        fill(0);
        QVERIFY(QFile::remove(log().path()));
        const QString huge(100'000, QLatin1Char('x'));
        QVERIFY_FAILS(log().append({huge, QStringLiteral("none"), Action::Exported, {}, Json::object()}), ErrorCode::TooLarge);
        QCOMPARE(text(), QByteArray());
    }

    void placesThatAreNoLog()
    {
        QVERIFY(QDir().mkpath(log().path()));
        QVERIFY_FAILS(log().append({QStringLiteral("lea"), QStringLiteral("none"), Action::Exported, {}, Json::object()}),
                      ErrorCode::ReadOnly);
        QVERIFY_FAILS(log().verify(), ErrorCode::Failed);
        QVERIFY(QDir().rmdir(log().path()));
        // A link would have what is beyond the project written.
        QFile other(m_folder->filePath(QStringLiteral("other")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QVERIFY(other.link(log().path()));
        QVERIFY_FAILS(log().append({QStringLiteral("lea"), QStringLiteral("none"), Action::Exported, {}, Json::object()}),
                      ErrorCode::ReadOnly);
        QCOMPARE(QFileInfo(other).size(), 0);
    }

    void severalAtOnce()
    {
        std::vector<std::thread> writers;
        for (int writer = 0; writer < 4; ++writer)
            writers.emplace_back([this, writer] {
                for (int i = 0; i < 25; ++i)
                    (void)log().append({QString::number(writer), QStringLiteral("none"), Action::Triaged, {}, Json::object()});
            });
        for (std::thread &writer : writers)
            writer.join();
        const auto found = log().verify();
        QVERIFY_RESULT(found);
        QCOMPARE(found->problems, QStringList());
        QCOMPARE(found->entries, 100);
    }

    void aClockThatGoesBackIsNoProblem()
    {
        fill(1);
        m_clock.advance(-3'600'000'000);
        fill(1);
        const auto found = log().verify();
        QVERIFY_RESULT(found);
        QCOMPARE(found->problems, QStringList());
        QCOMPARE(found->notes.size(), 1);
    }

    void everyActionHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int i = 0; i <= static_cast<int>(Action::LogMended); ++i) {
            const auto action = static_cast<Action>(i);
            names.insert(audit::actionName(action));
            QVERIFY(!audit::actionTitle(action).isEmpty());
            QCOMPARE(audit::actionFromName(audit::actionName(action)), std::optional(action));
        }
        QCOMPARE(names.size(), static_cast<int>(Action::LogMended) + 1);
        QVERIFY(!names.contains(QString()));
        QVERIFY(!audit::actionFromName(QStringLiteral("dance")));
    }
};

QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_auditlog.moc"
