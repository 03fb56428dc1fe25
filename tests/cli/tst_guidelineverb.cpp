// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

#include <QCryptographicHash>
#include <QFile>
#include <QImage>

using namespace plumbline;

/// The guideline's versions from the command line.
class TestGuidelineVerb : public QObject
{
    Q_OBJECT

    test::CliRunner m_cli;

    QString path(const char *name) const { return m_cli.path(QString::fromLatin1(name)); }
    QStringList verb(const char *step, const char *more = "") const
    {
        return QStringList{QStringLiteral("guideline"), QString::fromLatin1(step), path("p.plumb")}
               + QString::fromLatin1(more).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    void write(const char *name, const QByteArray &bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void label(const char *user)
    {
        const QByteArray line = base::toJsonLine(
            {{"op", "create"},
             {"annotation",
              {{"item", "a.png"}, {"class", "car"}, {"geometry", {{"type", "box"}, {"x", 1}, {"y", 1}, {"w", 9}, {"h", 9}}}}}});
        const auto applied = m_cli.run(QStringList{QStringLiteral("apply"), path("p.plumb")}
                                           + QString::fromLatin1(user).split(QLatin1Char(' '), Qt::SkipEmptyParts),
                                       line + '\n');
        QVERIFY2(applied.code == 0, (applied.err + applied.out).constData());
    }

private slots:
    void aNewVersion()
    {
        write("schema.json", "{\"classes\":[{\"name\":\"car\"}]}");
        CLI_RUN(created, m_cli, 0,
                {QStringLiteral("create"), path("p.plumb"), QStringLiteral("--team"), QStringLiteral("--schema"),
                 path("schema.json")});
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(path("a.png")));
        CLI_RUN(added, m_cli, 0, {QStringLiteral("add"), path("p.plumb"), path("a.png")});
        CLI_RUN(none, m_cli, 0, verb("show"));
        QVERIFY(none.out.contains("no guideline yet"));
        CLI_RUN(early, m_cli, 1, verb("confirm", "--version 1"));

        write("one.md", "# Cars\nAll.\n");
        write("two.md", "# Cars\nWhole ones.\n");
        CLI_RUN(one, m_cli, 0, verb("set") + QStringList{path("one.md"), QStringLiteral("--json")});
        QVERIFY(one.json()["version"] == 1);
        label("");
        CLI_RUN(nothing, m_cli, 0, verb("old", "--json"));
        QVERIFY(nothing.json()["labels"] == 0);
        CLI_RUN(two, m_cli, 0, verb("set") + QStringList{path("two.md"), QStringLiteral("--json")});
        QVERIFY(two.json()["version"] == 2);
        // printf '# Cars\nWhole ones.\n' | sha256sum
        QCOMPARE(two.json()["sha256"].get<std::string>(),
                 std::string(QCryptographicHash::hash("# Cars\nWhole ones.\n", QCryptographicHash::Sha256).toHex()));
        CLI_RUN(changes, m_cli, 0, verb("show", "--changes"));
        QVERIFY(changes.out.contains("-All.\n+Whole ones.\n"));
        CLI_RUN(first, m_cli, 0, verb("show", "--version 1"));
        QVERIFY(first.out.contains("All.\n") || first.out.endsWith("All.\n"));
        CLI_RUN(third, m_cli, 1, verb("show", "--version 3"));
        CLI_RUN(old, m_cli, 0, verb("old", "--json"));
        QVERIFY(old.json()["labels"] == 1 && old.json()["work"][0]["version"] == 1);
        CLI_RUN(all, m_cli, 0, verb("old", "--all"));
        CLI_RUN(status, m_cli, 0, verb("status", "--json"));
        QVERIFY(status.json()["people"][0]["current"] == true);
        CLI_RUN(stale, m_cli, 1, verb("confirm", "--version 1"));
        CLI_RUN(confirmed, m_cli, 0, verb("confirm", "--version 2"));
        CLI_RUN(keys, m_cli, 0, verb("keys", "--json"));
        QVERIFY(keys.json()["keys"].empty());
        CLI_RUN(noKey, m_cli, 1, verb("keys", "--confirm a.png"));
        CLI_RUN(scores, m_cli, 0, verb("scores"));
    }

    void keysToLookAtAgain()
    {
        CLI_RUN(key, m_cli, 0,
                {QStringLiteral("gold"), QStringLiteral("add"), path("p.plumb"), QStringLiteral("--from-layer"), ownLayer(),
                 QStringLiteral("--items"), QStringLiteral("a.png")});
        CLI_RUN(fresh, m_cli, 0, verb("keys"));
        write("three.md", "# Cars\nAny.\n");
        CLI_RUN(three, m_cli, 0, verb("set") + QStringList{path("three.md")});
        CLI_RUN(again, m_cli, 3, verb("keys", "--json"));
        QVERIFY(again.json()["keys"][0]["to_rekey"] == true && again.json()["keys"][0]["version"] == 2);
        CLI_RUN(confirmed, m_cli, 0, verb("keys", "--confirm a.png --json"));
        QVERIFY(confirmed.json()["keys"][0]["version"] == 3);
    }

    void othersMayNot()
    {
        CLI_RUN(set, m_cli, 1, verb("set", "--user eve") + QStringList{path("one.md")});
        CLI_RUN(all, m_cli, 1, verb("old", "--all --user eve"));
        CLI_RUN(keys, m_cli, 1, verb("keys", "--user eve"));
        CLI_RUN(scores, m_cli, 1, verb("scores", "--user eve"));
        CLI_RUN(confirm, m_cli, 1, verb("confirm", "--version 3 --user eve"));
        CLI_RUN(status, m_cli, 0, verb("status", "--json --user eve"));
        QVERIFY(status.json()["people"].empty());
        write("broken.md", "\xff\xfe");
        CLI_RUN(broken, m_cli, 1, verb("set") + QStringList{path("broken.md")});
        CLI_RUN(missing, m_cli, 1, verb("set") + QStringList{path("nowhere.md")});
        CLI_RUN(nothing, m_cli, 2, {QStringLiteral("guideline")});
    }

private:
    QString ownLayer() const
    {
        const auto old = m_cli.run(verb("old", "--json"));
        return QString::fromStdString(old.json()["work"][0]["layer"].get<std::string>());
    }
};

QTEST_GUILESS_MAIN(TestGuidelineVerb)
#include "tst_guidelineverb.moc"
