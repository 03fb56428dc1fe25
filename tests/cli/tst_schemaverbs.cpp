// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

#include <QFile>
#include <QImage>

using namespace plumbline;

/// The label schema and its rules from the command line.
class TestSchemaVerbs : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::CliRunner> m_cli;
    QString m_project;

    QString file(const char *name, const char *text)
    {
        QFile out(m_cli->path(QString::fromLatin1(name)));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }
    static QStringList args(std::initializer_list<QString> list) { return list; }

private slots:
    void init()
    {
        m_cli = std::make_unique<test::CliRunner>();
        m_project = m_cli->path(QStringLiteral("p.plumb"));
        const QString schema = file("schema.json", R"({"classes":[{"name":"car"},{"name":"truck"}],
            "rules":[{"id":"size","kind":"minimum-size","pixels":10},{"id":"one","kind":"count","classes":["car"],"least":1,"blocks":true}]})");
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString picture = m_cli->path(QStringLiteral("a.png"));
        QVERIFY(image.save(picture));
        CLI_RUN(made, *m_cli, 0, {QStringLiteral("create"), m_project, QStringLiteral("--schema"), schema});
        CLI_RUN(added, *m_cli, 0, {QStringLiteral("add"), m_project, picture, QStringLiteral("--json")});
        const std::string item = added.json()["items"][0]["id"];
        const QByteArray line = base::toJsonLine({{"op", "create"},
                                                  {"annotation",
                                                   {{"item", item}, {"class", "truck"}, {"geometry", {{"type", "box"}, {"x", 1}, {"y", 1}, {"w", 5}, {"h", 20}}}}}});
        const auto applied = m_cli->run({QStringLiteral("apply"), m_project, QStringLiteral("--json")}, line + '\n');
        QVERIFY2(applied.code == 0, (applied.err + applied.out).constData());
    }

    void checkFindsWhatRulesSay()
    {
        CLI_RUN(checked, *m_cli, 3, {QStringLiteral("check"), m_project, QStringLiteral("--json")});
        const Json answer = checked.json();
        QCOMPARE(answer["findings"].get<int>(), 2);
        QCOMPARE(answer["blocking"].get<int>(), 1);
        QCOMPARE(answer["by_rule"]["size"].get<int>(), 1);
        QCOMPARE(answer["issues"].size(), std::size_t(2));
        QCOMPARE(answer["issues"][0]["annotations"].size(), std::size_t(1));
        CLI_RUN(one, *m_cli, 3, {QStringLiteral("check"), m_project, QStringLiteral("--item"), QStringLiteral("a.png")});
        CLI_RUN(nobody, *m_cli, 1, {QStringLiteral("check"), m_project, QStringLiteral("--item"), QStringLiteral("b.png")});
    }

    void showAndCheckASchema()
    {
        CLI_RUN(shown, *m_cli, 0, {QStringLiteral("schema"), QStringLiteral("show"), m_project, QStringLiteral("--json")});
        QCOMPARE(shown.json()["label_schema"]["rules"].size(), std::size_t(2));
        const QString out = m_cli->path(QStringLiteral("out.json"));
        CLI_RUN(written, *m_cli, 0, {QStringLiteral("schema"), QStringLiteral("show"), m_project, QStringLiteral("--out"), out});
        CLI_RUN(checked, *m_cli, 0, {QStringLiteral("schema"), QStringLiteral("check"), out, QStringLiteral("--json")});
        QCOMPARE(checked.json()["classes"].get<int>(), 2);
        CLI_RUN(same, *m_cli, 0, {QStringLiteral("schema"), QStringLiteral("apply"), m_project, out, QStringLiteral("--json")});
        QCOMPARE(same.json()["steps"].size(), std::size_t(0));
        const QString clash = file("clash.json", R"({"classes":[{"name":"a","hot_key":"1"},{"name":"b","hot_key":"1"}]})");
        CLI_RUN(bad, *m_cli, 3, {QStringLiteral("schema"), QStringLiteral("check"), clash, QStringLiteral("--json")});
        QCOMPARE(bad.json()["issues"][0]["place"].get<std::string>(), std::string("classes[1].hot_key"));
        CLI_RUN(refused, *m_cli, 3, {QStringLiteral("schema"), QStringLiteral("apply"), m_project, clash});
    }

    void applyMigratesOrRefuses()
    {
        const QString next = file("next.json", R"({"classes":[{"name":"automobile","aliases":["car"]}]})");
        const QStringList apply{QStringLiteral("schema"), QStringLiteral("apply"), m_project, next, QStringLiteral("--json")};
        CLI_RUN(refused, *m_cli, 3, apply);
        QCOMPARE(refused.json()["applied"].get<bool>(), false);
        QCOMPARE(refused.json()["issues"].size(), std::size_t(1));
        const QStringList merge{QStringLiteral("--merge"), QStringLiteral("truck=automobile")};
        CLI_RUN(dry, *m_cli, 0, apply + merge + QStringList{QStringLiteral("--dry-run")});
        QCOMPARE(dry.json()["applied"].get<bool>(), false);
        CLI_RUN(before, *m_cli, 0, {QStringLiteral("annotations"), m_project, QStringLiteral("--json")});
        QCOMPARE(before.lines()[0]["class"].get<std::string>(), std::string("truck"));
        CLI_RUN(done, *m_cli, 0, apply + merge);
        QCOMPARE(done.json()["labels"].get<int>(), 1);
        CLI_RUN(after, *m_cli, 0, {QStringLiteral("annotations"), m_project, QStringLiteral("--json")});
        QCOMPARE(after.lines()[0]["class"].get<std::string>(), std::string("automobile"));
        CLI_RUN(undone, *m_cli, 0, {QStringLiteral("undo"), m_project});
        CLI_RUN(back, *m_cli, 0, {QStringLiteral("annotations"), m_project, QStringLiteral("--json")});
        QCOMPARE(back.lines()[0]["class"].get<std::string>(), std::string("truck"));
        CLI_RUN(verified, *m_cli, 0, {QStringLiteral("verify"), m_project});
    }

    void wrongWords_data()
    {
        QTest::addColumn<QStringList>("extra");
        QTest::addColumn<int>("code");
        QTest::newRow("no pair") << args({QStringLiteral("--merge"), QStringLiteral("truck")}) << 2;
        QTest::newRow("unknown class") << args({QStringLiteral("--merge"), QStringLiteral("bus=car")}) << 1;
        QTest::newRow("no attribute") << args({QStringLiteral("--replace-choice"), QStringLiteral("red=blue")}) << 2;
    }
    void wrongWords()
    {
        QFETCH(QStringList, extra);
        QFETCH(int, code);
        CLI_RUN(outcome, *m_cli, code,
                QStringList{QStringLiteral("schema"), QStringLiteral("apply"), m_project, m_cli->path(QStringLiteral("schema.json"))} + extra);
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
    }
};

QTEST_GUILESS_MAIN(TestSchemaVerbs)
#include "tst_schemaverbs.moc"
