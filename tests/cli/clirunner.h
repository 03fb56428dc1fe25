// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline::test {

/// Runs the built plumbline-cli in a home of its own.
class CliRunner
{
public:
    struct Outcome {
        int code = -1;
        QByteArray out;
        QByteArray err;
        [[nodiscard]] Json json() const { return base::parseJson(out.trimmed(), 128).value_or(Json()); }
        [[nodiscard]] std::vector<Json> lines() const
        {
            std::vector<Json> list;
            for (const QByteArray &line : out.split('\n'))
                if (!line.isEmpty())
                    list.push_back(base::parseJson(line, 128).value_or(Json()));
            return list;
        }
    };

    CliRunner() { QDir(m_dir.path()).mkpath(QStringLiteral("home")); }

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] static QString program() { return QStringLiteral(PLUMBLINE_BINARY_DIR "/bin/plumbline-cli"); }
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.insert(QStringLiteral("HOME"), path(QStringLiteral("home")));
        env.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("home/data")));
        env.insert(QStringLiteral("XDG_STATE_HOME"), path(QStringLiteral("home/state")));
        env.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("home/config")));
        env.remove(QStringLiteral("PLUMBLINE_USER"));
        env.remove(QStringLiteral("PLUMBLINE_SECRET_FILE"));
        return env;
    }

    /// A file with a secret that only its owner may read; made when it is asked for.
    [[nodiscard]] QString secretOf(const QString &name) const
    {
        const QString file = path(name + QStringLiteral(".secret"));
        QFile secret(file);
        if (!secret.exists() && secret.open(QIODevice::WriteOnly)) {
            secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            secret.write("the secret of " + name.toUtf8() + '\n');
        }
        return file;
    }
    /// What stands before a verb to act as a member who has this secret.
    [[nodiscard]] QStringList as(const QString &name) const
    {
        return {QStringLiteral("--user"), name, QStringLiteral("--secret-file"), secretOf(name)};
    }
    /// Makes a member with a secret; the account must be a lead.
    [[nodiscard]] Outcome addMember(const QString &project, const QString &name, const QString &role) const
    {
        return run({QStringLiteral("member"), QStringLiteral("add"), project, name, QStringLiteral("--role"), role,
                    QStringLiteral("--secret-file"), secretOf(name)});
    }

    [[nodiscard]] Outcome run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(program(), arguments);
        process.write(input);
        process.closeWriteChannel();
        Outcome outcome;
        if (!process.waitForFinished(120'000))
            return outcome;
        outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        outcome.out = process.readAllStandardOutput();
        outcome.err = process.readAllStandardError();
        return outcome;
    }

private:
    QTemporaryDir m_dir;
};

}  // namespace plumbline::test

/// Runs a verb and fails with its error text unless it ends with `expectedCode`.
#define CLI_RUN(variable, runner, expectedCode, ...)                                              \
    const auto variable = (runner).run(__VA_ARGS__);                                              \
    QVERIFY2(variable.code == (expectedCode),                                                     \
             ("exit " + QByteArray::number(variable.code) + ": " + variable.err + variable.out).constData())
