// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

#include <QImage>

using namespace plumbline;

/// Triage and tasks from the command line, in the sample project with its members.
class TestTriageVerb : public QObject
{
    Q_OBJECT

    test::CliRunner m_cli;
    QString m_project;
    QString m_item;
    QString m_other;

    static QStringList words(const QString &text) { return text.split(QLatin1Char('|')); }
    QStringList verb(const char *what, const QString &rest = {}) const
    {
        return words(QLatin1String(what)) + QStringList{m_project} + (rest.isEmpty() ? QStringList() : words(rest))
               + QStringList{QStringLiteral("--json")};
    }
    Json onlyCase()
    {
        const auto listed = m_cli.run(verb("triage|list"));
        return listed.json().contains("cases") && listed.json()["cases"].size() == 1 ? listed.json()["cases"][0] : Json();
    }

private slots:
    void initTestCase()
    {
        m_project = m_cli.path(QStringLiteral("demo.plumb"));
        CLI_RUN(
            made, m_cli, 0,
            {QStringLiteral("demo"), m_project, QStringLiteral("--items"), QStringLiteral("12"), QStringLiteral("--no-drive")});
        CLI_RUN(items, m_cli, 0, verb("items"));
        m_item = QString::fromStdString(items.lines()[0]["name"].get<std::string>());
        m_other = QString::fromStdString(items.lines()[1]["name"].get<std::string>());
    }

    void whatCannotBeLabeledIsDecidedAbout()
    {
        const QString cannot = QStringLiteral("--item|%1|--cannot-label|class-missing|--comment|a tram|--user|tessa").arg(m_item);
        CLI_RUN(wrong, m_cli, 2, verb("judge", QStringLiteral("--item|%1|--comment|alone").arg(m_item)));
        CLI_RUN(nowhere, m_cli, 2, verb("judge", cannot + QStringLiteral("|--place|nan|34")));
        CLI_RUN(handed, m_cli, 0, verb("judge", cannot + QStringLiteral("|--place|12|34")));
        const Json found = onlyCase();
        QVERIFY(found.is_object());
        QCOMPARE(found["author"].get<std::string>(), "tessa");
        QCOMPARE(found["comment"].get<std::string>(), "a tram");
        QVERIFY(found["place"] == Json::array({12.0, 34.0}));
        const QString whose = QStringLiteral("--item|%1|--author|tessa|--decision|").arg(m_item);
        CLI_RUN(none, m_cli, 2, verb("triage|decide", whose + QStringLiteral("burn")));
        CLI_RUN(nameless, m_cli, 2, verb("triage|decide", whose + QStringLiteral("new-class")));
        CLI_RUN(stranger, m_cli, 1, verb("triage|decide", whose + QStringLiteral("hand-back|--user|tessa")));
        CLI_RUN(waits, m_cli, 0, verb("triage|decide", whose + QStringLiteral("new-class|--class|tram")));
        QVERIFY(waits.json()["waits"] == true);
        CLI_RUN(second, m_cli, 1, verb("triage|decide", whose + QStringLiteral("hand-back")));
        QVERIFY(second.err.contains("already"));
        CLI_RUN(still, m_cli, 0, verb("triage|go-on"));
        QVERIFY(still.json()["to_do_again"].empty());
        const QString waiting = QString::fromStdString(onlyCase()["waiting"].get<std::string>());
        CLI_RUN(instead, m_cli, 0,
                verb("triage|decide",
                     whose + QStringLiteral("answer|--words|It is a bus.|--guideline|Trams are buses.|--instead-of|") + waiting));
        QCOMPARE(instead.json()["state"].get<std::string>(), "to-do");
        QVERIFY(onlyCase().is_null());
        CLI_RUN(remarks, m_cli, 0, verb("review|threads", QStringLiteral("--item|") + m_item));
        QVERIFY(remarks.out.contains("It is a bus."));
        CLI_RUN(rates, m_cli, 0, verb("triage|rates"));
        QCOMPARE(rates.json()["all"]["cannot_label"].get<int>(), 1);
        QVERIFY(rates.json()["people"].size() > 2);
        CLI_RUN(refused, m_cli, 1, verb("triage|rates", QStringLiteral("--user|tessa")));
    }

    void whatIsLeftOutIsNotExported()
    {
        const auto exported = [this](const char *folder) {
            const auto done =
                m_cli.run(verb("export", QStringLiteral("--format|coco|--layer|ada|--out|") + m_cli.path(QLatin1String(folder))));
            return done.code == 0 ? done.json()["items"].get<int>() : -1;
        };
        const int before = exported("before");
        QVERIFY(before > 1);
        CLI_RUN(handed, m_cli, 0,
                verb("judge", QStringLiteral("--item|%1|--cannot-label|out-of-scope|--user|tessa").arg(m_other)));
        CLI_RUN(out, m_cli, 0, verb("triage|decide", QStringLiteral("--item|%1|--author|tessa|--decision|exclude").arg(m_other)));
        QCOMPARE(exported("without"), before - 1);
        CLI_RUN(in, m_cli, 0, verb("triage|decide", QStringLiteral("--item|%1|--decision|include").arg(m_other)));
        QCOMPARE(exported("again"), before);
    }

    void aMediumIsGivenAnew()
    {
        CLI_RUN(handed, m_cli, 0,
                verb("judge", QStringLiteral("--item|%1|--cannot-label|media-broken|--user|tessa").arg(m_item)));
        CLI_RUN(waits, m_cli, 0,
                verb("triage|decide", QStringLiteral("--item|%1|--author|tessa|--decision|fix-media").arg(m_item)));
        CLI_RUN(missing, m_cli, 1, verb("triage|medium", QStringLiteral("--item|%1|--file|/nowhere.png").arg(m_item)));
        QImage image(80, 60, QImage::Format_RGB32);
        image.fill(Qt::cyan);
        QVERIFY(image.save(m_cli.path(QStringLiteral("better.png"))));
        CLI_RUN(
            given, m_cli, 0,
            verb("triage|medium", QStringLiteral("--item|%1|--file|%2").arg(m_item, m_cli.path(QStringLiteral("better.png")))));
        QCOMPARE(given.json()["to_do_again"].size(), std::size_t(1));
    }

    void workIsHandedOn()
    {
        CLI_RUN(assigned, m_cli, 0, verb("task|assign", QStringLiteral("--item|%1|--to|tessa|--classes|car,bus").arg(m_item)));
        QCOMPARE(assigned.json()["part"].get<std::string>(), "classes bus, car");
        CLI_RUN(frames, m_cli, 1, verb("task|assign", QStringLiteral("--item|%1|--to|tessa|--frames|0..3").arg(m_item)));
        CLI_RUN(range, m_cli, 2, verb("task|assign", QStringLiteral("--item|%1|--to|tessa|--frames|some").arg(m_item)));
        CLI_RUN(unknown, m_cli, 2, verb("task|assign", QStringLiteral("--item|%1|--to|tessa|--classes|boat").arg(m_item)));
        CLI_RUN(listed, m_cli, 0, verb("task|list", QStringLiteral("--person|tessa|--state|to-do")));
        const std::size_t open = listed.json()["tasks"].size();
        QVERIFY(open >= 1);
        CLI_RUN(state, m_cli, 2, verb("task|list", QStringLiteral("--state|asleep")));
        CLI_RUN(moved, m_cli, 0, verb("task|reassign", QStringLiteral("--from|tessa|--to|rosa|--copy")));
        QCOMPARE(moved.json()["reassigned"].size(), open);
        // Handed-in work is named and stays.
        CLI_RUN(refused, m_cli, 3, verb("task|reassign", QStringLiteral("--from|ada|--to|rosa")));
        QVERIFY(refused.json()["refused"].size() > 2);
        CLI_RUN(stranger, m_cli, 1, verb("task|list", QStringLiteral("--user|tessa")));
        CLI_RUN(notInReview, m_cli, 1, verb("task|release", QStringLiteral("--item|%1|--author|ada").arg(m_item)));
        CLI_RUN(parts, m_cli, 1, verb("review|stitch", QStringLiteral("--item|%1|--dry-run").arg(m_item)));
    }
};

QTEST_GUILESS_MAIN(TestTriageVerb)
#include "tst_triageverb.moc"
