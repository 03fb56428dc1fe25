// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

#include <QDir>
#include <QStandardPaths>

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace plumbline::base {

namespace {

std::shared_ptr<spdlog::logger> &instance()
{
    static std::shared_ptr<spdlog::logger> logger =
        std::make_shared<spdlog::logger>("plumbline", std::make_shared<spdlog::sinks::null_sink_mt>());
    return logger;
}

void forwardQtMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    static constexpr auto level = [](QtMsgType t) {
        switch (t) {
        case QtDebugMsg: return spdlog::level::debug;
        case QtInfoMsg: return spdlog::level::info;
        case QtWarningMsg: return spdlog::level::warn;
        default: return spdlog::level::err;
        }
    };
    log().log(level(type), "Qt: {}", message.toStdString());
}

QString madeFolder(const QString &path)
{
    QDir().mkpath(path);
    return path;
}

}  // namespace

void startLogging(const QString &programName, bool alsoToStandardError)
{
    std::vector<spdlog::sink_ptr> sinks;
    const QString folder = madeFolder(stateFolder() + QStringLiteral("/logs"));
    try {
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(folder + QLatin1Char('/') + programName + QStringLiteral(".log")).toStdString(), 2 << 20, 3));
    } catch (const spdlog::spdlog_ex &) {
        // A read-only home folder must not stop the program from starting.
    }
    if (alsoToStandardError || sinks.empty()) {
        sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
        sinks.back()->set_level(alsoToStandardError ? spdlog::level::debug : spdlog::level::err);
    }
    instance() = std::make_shared<spdlog::logger>(programName.toStdString(), sinks.begin(), sinks.end());
    instance()->set_level(spdlog::level::debug);
    instance()->flush_on(spdlog::level::warn);
    qInstallMessageHandler(forwardQtMessage);
}

spdlog::logger &log()
{
    return *instance();
}

QString stateFolder()
{
    const QString base = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + QStringLiteral("/.local/state"));
    return madeFolder(base + QStringLiteral("/plumbline"));
}

QString dataFolder()
{
    return madeFolder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/plumbline"));
}

}  // namespace plumbline::base
