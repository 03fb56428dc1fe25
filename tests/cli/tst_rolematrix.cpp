// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

#include <QImage>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <mutex>
#include <thread>

using namespace plumbline;

namespace {

/// Who may run what. V viewer, A annotator, R reviewer, L lead, and U: a lead of whom nothing proves that it is them. PROJECT stands
/// for a project of all of them, "|" between words. Who may is told something else than that they may not; what that is does not matter.
struct Row {
    const char *words;
    const char *roles;
};

constexpr const char *noProject = "";

constexpr Row matrix[] = {
    {"demo", noProject},
    {"create", noProject},
    {"media", noProject},
    {"frame", noProject},
    {"formats", noProject},
    {"models", noProject},
    {"devices", noProject},
    {"plugins", noProject},
    {"completion", noProject},
    {"packet keygen", noProject},
    {"packet trust", noProject},
    {"packet inspect", noProject},
    {"packet decide", noProject},

    // Look
    {"info|PROJECT", "VARLU"},
    {"items|PROJECT", "VARLU"},
    {"history|PROJECT", "VARLU"},
    {"verify|PROJECT", "VARLU"},
    {"check|PROJECT", "VARLU"},
    {"render|PROJECT|--item|none|--out|none.png", "VARLU"},
    {"annotations|PROJECT|--layer|accepted", "VARLU"},
    {"schema show|PROJECT", "VARLU"},
    {"schema check|PROJECT", "VARLU"},
    {"member list|PROJECT", "VARLU"},
    {"review threads|PROJECT|--item|none", "VARLU"},
    {"guideline show|PROJECT", "VARLU"},
    {"guideline status|PROJECT", "VARLU"},
    {"guideline old|PROJECT", "VARLU"},
    {"time|PROJECT", "VARL"},

    // Label
    {"apply|PROJECT", "ARLU"},
    {"undo|PROJECT", "ARLU"},
    {"redo|PROJECT", "ARLU"},
    {"judge|PROJECT|--item|none", "ARLU"},
    {"prelabel|PROJECT|--engine|none", "ARLU"},
    {"review threads|PROJECT|--item|none|--say|hm", "ARLU"},
    {"packet pack|PROJECT|--submissions|--out|none", "ARLU"},
    {"packet open|none|--into|PROJECT", "ARLU"},
    {"guideline confirm|PROJECT|--version|1", "ARLU"},
    {"contest list|PROJECT", "ARLU"},
    {"contest open|PROJECT|--figure|--words|hm", "ARLU"},

    // Review, Adjudicate, Reopen, Export
    {"annotations|PROJECT", "RL"},
    {"annotations|PROJECT|--layer|somebody", "RL"},
    {"check|PROJECT|--layer|somebody", "RL"},
    {"review list|PROJECT", "RL"},
    {"review show|PROJECT|--item|none|--author|ann", "RL"},
    {"review take|PROJECT|--item|none|--author|ann", "RL"},
    {"review give-back|PROJECT|--item|none|--author|ann", "RL"},
    {"review decide|PROJECT|--item|none|--author|ann", "RL"},
    {"review finish|PROJECT|--item|none|--author|ann", "RL"},
    {"review close|PROJECT|--item|none|--author|ann", "RL"},
    {"review reopen|PROJECT|--item|none|--author|ann", "RL"},
    {"review conflicts|PROJECT", "RL"},
    {"review accept-undrawn|PROJECT", "RL"},
    {"review plan|PROJECT", "RL"},
    {"packet conflicts|PROJECT", "RL"},
    {"adjudicate list|PROJECT", "RL"},
    {"adjudicate show|PROJECT|--item|none", "RL"},
    {"adjudicate rule|PROJECT|--item|none", "RL"},
    {"adjudicate finish|PROJECT|--item|none", "RL"},
    {"review stitch|PROJECT|--item|none", "RL"},
    {"check-export|PROJECT|--format|coco", "RL"},
    {"export|PROJECT|--format|coco|--out|PROJECT/none", "RL"},

    // Plan
    {"review plan|PROJECT|--share|0.5", "L"},
    {"review draw|PROJECT", "L"},
    {"task list|PROJECT", "L"},
    {"task assign|PROJECT|--item|none|--to|ann", "L"},
    {"task reassign|PROJECT|--item|none|--from|ann|--to|rev", "L"},
    {"task release|PROJECT|--item|none|--author|ann", "L"},
    // Triage
    {"triage list|PROJECT", "L"},
    {"triage decide|PROJECT|--item|none|--author|ann|--decision|exclude", "L"},
    {"triage medium|PROJECT|--item|none|--file|none.png", "L"},
    {"triage go-on|PROJECT", "L"},
    {"triage rates|PROJECT", "L"},
    // SeeTeam
    {"score|PROJECT", "L"},
    {"agreement|PROJECT", "L"},
    {"review figures|PROJECT", "L"},
    {"guideline scores|PROJECT", "L"},
    {"guideline old|PROJECT|--all", "L"},
    {"time|PROJECT|--person|nobody", "L"},
    {"consensus|PROJECT", "L"},
    {"consensus|PROJECT|--objects|--dry-run", "L"},
    // KeepGold
    {"judge|PROJECT|--labels|none.csv", "L"},
    {"gold add|PROJECT|--all-items|--dry-run", "L"},
    {"gold remove|PROJECT|--items|none", "L"},
    {"gold list|PROJECT", "L"},
    {"guideline keys|PROJECT", "L"},
    {"review plant|PROJECT", "L"},
    {"contest answer|PROJECT|--contest|00000000-0000-4000-8000-000000000000|--what|key-stays|--words|hm", "L"},
    {"gold withdraw|PROJECT|--submission|none", "L"},
    {"gold readmit|PROJECT|--submission|none", "L"},
    // KeepMembers
    {"member add|PROJECT|accepted", "L"},
    {"member set|PROJECT|none|--role|viewer", "L"},
    {"member remove|PROJECT|none", "L"},
    // HandOut
    {"packet pack|PROJECT|--assignee|ann|--out|none", "L"},
    {"packet pack|PROJECT|--cases|--out|none", "L"},
    {"packet pack|PROJECT|--rulings|--out|none", "L"},
    {"packet pack|PROJECT|--submissions|--assignee|ghost|--out|none", "L"},
    {"packet merge|PROJECT|none", "L"},
    {"packet recall|PROJECT|--packet|00000000-0000-4000-8000-000000000000", "L"},
    // ChangeProject
    {"add|PROJECT|none.png", "L"},
    {"import|PROJECT|none|--format|coco", "L"},
    {"prelabel|PROJECT|--engine|none|--add-classes", "L"},
    {"schema apply|PROJECT|none.json", "L"},
    {"guideline set|PROJECT|none.md", "L"},
    {"time|PROJECT|--purge", "L"},
    {"backup|PROJECT|--to|PROJECT/copy.db", "L"},
    {"restore|PROJECT|none.db", "L"},
    // SeeAudit
    {"audit verify|PROJECT", "L"},
    {"audit show|PROJECT", "L"},
};

QString verbOf(const Row &row)
{
    return QString::fromLatin1(row.words).section(QLatin1Char('|'), 0, 0);
}

}  // namespace

/// The table of docs/roles.md, run: each role × each verb.
class TestRoleMatrix : public QObject
{
    Q_OBJECT

    test::CliRunner m_cli;
    const QMap<QChar, QString> m_names{{QLatin1Char('V'), QStringLiteral("vic")},
                                       {QLatin1Char('A'), QStringLiteral("ann")},
                                       {QLatin1Char('R'), QStringLiteral("rev")},
                                       {QLatin1Char('L'), QStringLiteral("lea")}};

    // Each role in a copy of its own, so that they can work at the same time.
    QString project(QChar role) const { return m_cli.path(QStringLiteral("%1.plumb").arg(role)); }
    QStringList acting(QChar role) const
    {
        if (role == QLatin1Char('U'))
            return {QStringLiteral("--user"), QStringLiteral("lea")};
        return m_cli.as(m_names.value(role));
    }

    QStringList wrongOf(QChar role) const
    {
        QStringList wrong;
        for (const Row &row : matrix) {
            if (row.roles == noProject)
                continue;
            QStringList words;
            for (const QString &word : QString::fromLatin1(row.words).split(QLatin1Char('|')))
                words += word.contains(QLatin1String("PROJECT"))
                             ? QStringList{QString(word).replace(QLatin1String("PROJECT"), project(role))}
                         : words.isEmpty() ? word.split(QLatin1Char(' '))
                                           : QStringList{word};
            const auto outcome = m_cli.run(acting(role) + QStringList{QStringLiteral("--json")} + words);
            const Json answer = outcome.lines().empty() ? Json() : outcome.lines().back();
            const bool refused = outcome.code == 1 && answer.is_object() && answer.value("code", "") == "permission-denied";
            const bool may = QString::fromLatin1(row.roles).contains(role);
            const bool usage = answer.is_object() && answer.value("code", "") == "usage";
            if (refused == may || usage || outcome.code < 0)
                wrong.append(QStringLiteral("%1 as %2: exit %3, %4")
                                 .arg(words.join(QLatin1Char(' ')), role)
                                 .arg(outcome.code)
                                 .arg(QString::fromUtf8((outcome.err + outcome.out).trimmed().left(200))));
        }
        return wrong;
    }

private slots:
    void initTestCase()
    {
        const QString first = project(QLatin1Char('V'));
        CLI_RUN(created, m_cli, 0,
                m_cli.as(QStringLiteral("lea")) + QStringList{QStringLiteral("create"), first, QStringLiteral("--team")});
        for (const auto &[name, role] : {std::pair{"vic", "viewer"}, {"ann", "annotator"}, {"rev", "reviewer"}}) {
            const QStringList member{QStringLiteral("member"),
                                     QStringLiteral("add"),
                                     first,
                                     QString::fromLatin1(name),
                                     QStringLiteral("--role"),
                                     QString::fromLatin1(role),
                                     QStringLiteral("--secret-file"),
                                     m_cli.secretOf(QString::fromLatin1(name))};
            CLI_RUN(added, m_cli, 0, m_cli.as(QStringLiteral("lea")) + member);
        }
        for (const char role : {'A', 'R', 'L', 'U'}) {
            QProcess copy;
            copy.start(QStringLiteral("cp"), {QStringLiteral("-r"), first, project(QLatin1Char(role))});
            QVERIFY(copy.waitForFinished());
        }
    }

    void everyVerbIsInTheTable()
    {
        CLI_RUN(help, m_cli, 0, {QStringLiteral("--help")});
        static const QRegularExpression line(QStringLiteral("^  ([a-z][a-z-]*) "), QRegularExpression::MultilineOption);
        const auto verbsOf = [](const QByteArray &text) {
            QStringList verbs;
            const QString list = QString::fromUtf8(text).section(QStringLiteral("Subcommands:"), 1);
            for (auto it = line.globalMatch(list); it.hasNext();)
                verbs.append(it.next().captured(1));
            return verbs;
        };
        QSet<QString> there;
        for (const QString &verb : verbsOf(help.out)) {
            CLI_RUN(more, m_cli, 0, {verb, QStringLiteral("--help")});
            const QStringList below = verbsOf(more.out);
            for (const QString &sub : below)
                there.insert(verb + QLatin1Char(' ') + sub);
            if (below.isEmpty())
                there.insert(verb);
        }
        QSet<QString> tabled;
        for (const Row &row : matrix)
            tabled.insert(verbOf(row));
        QVERIFY(there.size() > 40);
        QVERIFY2((there - tabled).isEmpty(),
                 qPrintable(QStringLiteral("in no row: ") + QStringList((there - tabled).values()).join(QLatin1Char(','))));
        QVERIFY2((tabled - there).isEmpty(),
                 qPrintable(QStringLiteral("no such verb: ") + QStringList((tabled - there).values()).join(QLatin1Char(','))));
    }

    void eachRoleAndEachVerb()
    {
        QStringList wrong;
        std::mutex mutex;
        std::vector<std::thread> running;
        for (const char role : {'V', 'A', 'R', 'L', 'U'})
            running.emplace_back([&, role] {
                const QStringList found = wrongOf(QLatin1Char(role));
                const std::lock_guard lock(mutex);
                wrong += found;
            });
        for (std::thread &one : running)
            one.join();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void proofs()
    {
        const QString p = project(QLatin1Char('L'));
        const QString lea = QStringLiteral("lea");
        // The account is no member here: it may look, and that is all.
        CLI_RUN(stranger, m_cli, 0, {QStringLiteral("info"), p});
        CLI_RUN(strangerLabels, m_cli, 1, {QStringLiteral("apply"), p});
        // Another's secret, a file that others can read, and none at all.
        CLI_RUN(wrong, m_cli, 1,
                {QStringLiteral("--user"), lea, QStringLiteral("--secret-file"), m_cli.secretOf(QStringLiteral("ann")),
                 QStringLiteral("audit"), QStringLiteral("show"), p, QStringLiteral("--json")});
        QCOMPARE(wrong.json()["code"].get<std::string>(), std::string("permission-denied"));
        QVERIFY(!wrong.err.contains("the secret of ann"));
        const QString open = m_cli.path(QStringLiteral("open.secret"));
        QVERIFY(QFile::copy(m_cli.secretOf(lea), open));
        QVERIFY(QFile::setPermissions(open, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        CLI_RUN(readable, m_cli, 1,
                {QStringLiteral("--user"), lea, QStringLiteral("--secret-file"), open, QStringLiteral("info"), p});
        QVERIFY(readable.err.contains("chmod 600"));
        // A member's own secret, set by themselves; the new one counts, the old one no more.
        QVERIFY(QFile::setPermissions(open, QFile::ReadOwner | QFile::WriteOwner));
        CLI_RUN(own, m_cli, 0,
                m_cli.as(QStringLiteral("ann"))
                    + QStringList{QStringLiteral("member"), QStringLiteral("set"), p, QStringLiteral("ann"),
                                  QStringLiteral("--secret-file"), open});
        CLI_RUN(old, m_cli, 1, m_cli.as(QStringLiteral("ann")) + QStringList{QStringLiteral("info"), p});
        CLI_RUN(
            fresh, m_cli, 0,
            {QStringLiteral("--user"), QStringLiteral("ann"), QStringLiteral("--secret-file"), open, QStringLiteral("info"), p});
        CLI_RUN(lastLead, m_cli, 1,
                m_cli.as(lea)
                    + QStringList{QStringLiteral("member"), QStringLiteral("set"), p, lea, QStringLiteral("--role"),
                                  QStringLiteral("viewer")});
        QVERIFY(lastLead.err.contains("only lead"));
    }

    void theLogTellsIt()
    {
        const QString p = project(QLatin1Char('L'));
        const QStringList lead = m_cli.as(QStringLiteral("lea"));
        CLI_RUN(verified, m_cli, 0,
                lead + QStringList{QStringLiteral("audit"), QStringLiteral("verify"), p, QStringLiteral("--json")});
        const QString head = QString::fromStdString(verified.json()["head"].get<std::string>());
        QVERIFY(verified.json()["witnessed"].get<bool>());
        const auto count = [&](const char *action, const char *actor) {
            const auto shown =
                m_cli.run(lead
                          + QStringList{QStringLiteral("audit"), QStringLiteral("show"), p, QStringLiteral("--action"),
                                        QString::fromLatin1(action), QStringLiteral("--actor"), QString::fromLatin1(actor),
                                        QStringLiteral("--json")});
            return shown.code == 0 ? static_cast<int>(shown.json()["entries"].size()) : -1;
        };
        QCOMPARE(count("member-added", "lea"), 3);
        QCOMPARE(count("secret-set", "lea"), 4);
        QCOMPARE(count("secret-set", "ann"), 1);
        QCOMPARE(count("review-plan-changed", "lea"), 1);
        QVERIFY(count("signed-in", "lea") > 20);
        CLI_RUN(refusals, m_cli, 0,
                lead
                    + QStringList{QStringLiteral("audit"), QStringLiteral("show"), p, QStringLiteral("--action"),
                                  QStringLiteral("secret-refused"), QStringLiteral("--from"), QStringLiteral("2020-01-01"),
                                  QStringLiteral("--to"), QStringLiteral("2999-12-31"), QStringLiteral("--json")});
        QCOMPARE(refusals.json()["entries"].size(), std::size_t(2));
        CLI_RUN(noDay, m_cli, 2,
                lead
                    + QStringList{QStringLiteral("audit"), QStringLiteral("show"), p, QStringLiteral("--from"),
                                  QStringLiteral("soon")});
        CLI_RUN(noMark, m_cli, 2,
                lead
                    + QStringList{QStringLiteral("audit"), QStringLiteral("verify"), p, QStringLiteral("--since"),
                                  QStringLiteral("7")});
        CLI_RUN(since, m_cli, 0,
                lead + QStringList{QStringLiteral("audit"), QStringLiteral("verify"), p, QStringLiteral("--since"), head});
        QFile log(p + QStringLiteral("/audit.log"));
        QVERIFY(log.open(QIODevice::ReadWrite));
        QVERIFY(log.seek(40));
        char byte = 0;
        QVERIFY(log.peek(&byte, 1) == 1);
        byte = static_cast<char>(byte ^ 1);
        QVERIFY(log.write(&byte, 1) == 1);
        log.close();
        CLI_RUN(damaged, m_cli, 3,
                lead + QStringList{QStringLiteral("audit"), QStringLiteral("verify"), p, QStringLiteral("--json")});
        QVERIFY(!damaged.json()["ok"].get<bool>());
        QVERIFY(QFile::remove(p + QStringLiteral("/audit.log")));
        CLI_RUN(gone, m_cli, 3,
                lead + QStringList{QStringLiteral("audit"), QStringLiteral("verify"), p, QStringLiteral("--since"), head});
    }
};

QTEST_GUILESS_MAIN(TestRoleMatrix)
#include "tst_rolematrix.moc"
