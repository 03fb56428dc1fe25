// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/model/annotation.h"
#include "tests/cli/clirunner.h"

#include <QElapsedTimer>
#include <QFile>

#include <set>

using namespace plumbline;

/// Kills `apply` with SIGKILL at random moments while edits stream in: every acknowledged edit must be there, the project
/// must verify, and undo must still work. This proves the protocol, not the disk: a kill loses no page of the system's cache.
class TestKill : public QObject
{
    Q_OBJECT

    static int rounds() { return qEnvironmentVariableIsSet("PLUMBLINE_LONG_TESTS") ? 500 : 50; }

private slots:
    void everyAcknowledgedEditSurvives()
    {
        test::CliRunner cli;
        QString project;
        std::string item;

        base::SeededRandom random(2026);
        std::set<std::string> created;  // acknowledged and not deleted
        std::set<std::string> deleted;
        int killedInFlight = 0;
        for (int round = 0; round < rounds(); ++round) {
            // A fresh project now and then, so that a long run does not spend its time reading what earlier rounds made.
            if (round % 50 == 0) {
                project = cli.path(QStringLiteral("kill-%1.plumb").arg(round));
                CLI_RUN(made, cli, 0, {QStringLiteral("demo"), project, QStringLiteral("--items"), QStringLiteral("2")});
                CLI_RUN(listed, cli, 0, {QStringLiteral("items"), project, QStringLiteral("--json")});
                item = listed.lines().front()["id"].get<std::string>();
                created.clear();
                deleted.clear();
            }
            QProcess process;
            process.setProcessEnvironment(cli.environment());
            process.start(test::CliRunner::program(), {QStringLiteral("apply"), project});
            QVERIFY(process.waitForStarted());
            QByteArray input;
            std::vector<std::pair<std::string, bool>> sent;  // id, is a deletion
            for (int k = 0; k < 400; ++k) {
                const auto target = created.begin();
                if (k % 10 == 9 && target != created.end()) {
                    const std::string id = *target;
                    created.erase(target);
                    input += base::toJsonLine({{"op", "delete"}, {"annotation", {{"id", id}}}}) + '\n';
                    sent.emplace_back(id, true);
                    continue;
                }
                const std::string id = Uuid{{static_cast<std::uint8_t>(round), static_cast<std::uint8_t>(round >> 8),
                                             static_cast<std::uint8_t>(k), static_cast<std::uint8_t>(k >> 8), 1, 2, 0x70, 4, 0x80}}
                                           .toString()
                                           .toStdString();
                input += base::toJsonLine({{"op", "create"},
                                           {"annotation",
                                            {{"id", id},
                                             {"item", item},
                                             {"class", "car"},
                                             {"geometry", {{"type", "box"}, {"x", k}, {"y", 1}, {"w", 5}, {"h", 5}}}}}})
                         + '\n';
                sent.emplace_back(id, false);
            }
            process.write(input);
            const auto killAfter = static_cast<int>(random.below(120));
            QElapsedTimer timer;
            timer.start();
            QByteArray out;
            while (timer.elapsed() < 20 + killAfter && process.state() == QProcess::Running) {
                process.waitForReadyRead(5);
                out += process.readAllStandardOutput();
            }
            // It waits for more input: nothing but the kill may end it.
            QVERIFY2(process.state() == QProcess::Running,
                     qPrintable(QStringLiteral("round %1: ended by itself with %2: %3")
                                    .arg(round)
                                    .arg(process.exitCode())
                                    .arg(QString::fromUtf8(process.readAllStandardError()))));
            process.kill();
            QVERIFY(process.waitForFinished());
            out += process.readAllStandardOutput();

            std::set<std::string> acknowledged;
            const QList<QByteArray> lines = out.split('\n');
            for (qsizetype i = 0; i + 1 < lines.size(); ++i) {  // the last piece may be half a line
                const auto ack = base::parseJson(lines[i]);
                QVERIFY2(ack && ack->contains("id"), lines[i].constData());
                acknowledged.insert((*ack)["id"].get<std::string>());
            }
            killedInFlight += acknowledged.size() < sent.size();
            std::set<std::string> unknown;  // sent, not acknowledged: may or may not be there
            for (const auto &[id, isDeletion] : sent) {
                if (!acknowledged.contains(id)) {
                    unknown.insert(id);
                } else if (isDeletion) {
                    deleted.insert(id);
                } else {
                    created.insert(id);
                }
            }

            CLI_RUN(printed, cli, 0, {QStringLiteral("annotations"), project, QStringLiteral("--item"), QString::fromStdString(item)});
            std::set<std::string> there;
            for (const Json &line : printed.lines())
                there.insert(line["id"].get<std::string>());
            for (const std::string &id : created)
                QVERIFY2(there.contains(id), ("acknowledged edit lost: " + id).c_str());
            for (const std::string &id : deleted)
                QVERIFY2(!there.contains(id), ("acknowledged deletion lost: " + id).c_str());
            // What was in flight has happened or not; from now on it is known.
            for (const std::string &id : unknown)
                if (there.contains(id))
                    created.insert(id);
            if (round % 10 == 0) {
                CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
                CLI_RUN(undone, cli, 0, {QStringLiteral("undo"), project});
                CLI_RUN(redone, cli, 0, {QStringLiteral("redo"), project});
            }
        }
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
        CLI_RUN(undone, cli, 0, {QStringLiteral("undo"), project});
        CLI_RUN(again, cli, 0, {QStringLiteral("verify"), project});
        // A kill that always comes too late would prove nothing.
        QVERIFY2(killedInFlight > rounds() / 4, qPrintable(QStringLiteral("%1 of %2 kills hit work in flight").arg(killedInFlight).arg(rounds())));
        QVERIFY(!created.empty());
    }

};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
