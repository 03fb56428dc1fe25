// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/base/atomicfile.h"
#include "core/extension/annotationformat.h"
#include "core/identity/secret.h"
#include "core/identity/signin.h"
#include "core/workflow/desk.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace plumbline::cli {

namespace {

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr int exitProblems = 3;
constexpr int exitCancelled = 4;

jobs::JobControl *interrupted = nullptr;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::cli", text);
}

// First Ctrl+C finishes the transaction at hand; a second one ends the process.
void onInterrupt(int)
{
    if (interrupted)
        interrupted->cancel();
    std::signal(SIGINT, SIG_DFL);
}

jobs::JobControl::Listener progressBar(const bool *quiet)
{
    if (!isatty(STDERR_FILENO))
        return {};
    return [quiet](const jobs::Progress &progress) {
        if (*quiet)
            return;
        const bool finished = progress.total > 0 && progress.done >= progress.total;
        std::fprintf(stderr, "\r\033[K%s %lld/%lld%s", progress.what.toUtf8().constData(), static_cast<long long>(progress.done),
                     static_cast<long long>(progress.total), finished ? "\r\033[K" : "");
        std::fflush(stderr);
    };
}

}  // namespace

Context::Context() : m_control(progressBar(&quiet))
{
    interrupted = &m_control;
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGPIPE, SIG_IGN);
}

Context::~Context()
{
    interrupted = nullptr;
}

store::Person Context::person() const
{
    if (m_signedIn)
        return *m_signedIn;
    store::Person me = store::operatingSystemPerson();
    const QString wanted = user.empty() ? qEnvironmentVariable("PLUMBLINE_USER") : q(user);
    if (!wanted.isEmpty() && wanted != me.name)
        me = {wanted, false};
    return me;
}

extension::PluginManager &Context::plugins()
{
    if (!m_plugins) {
        m_plugins = std::make_unique<extension::PluginManager>();
        for (const QString &folder : extension::PluginManager::standardFolders())
            m_plugins->scan(folder);
    }
    return *m_plugins;
}

exchange::MediaOpener Context::mediaOpener()
{
    plugins().loadKind(QStringLiteral("media"));
    return exchange::MediaOpener(plugins().mediaSources().all());
}

std::vector<const extension::AnnotationFormat *> Context::formats()
{
    plugins().loadKind(QStringLiteral("format"));
    return plugins().formats().all();
}

std::vector<const extension::InferenceEngine *> Context::engines()
{
    plugins().loadKind(QStringLiteral("engine"));
    return plugins().engines().all();
}

Result<const extension::AnnotationFormat *> Context::format(const QString &id)
{
    if (const auto loaded = plugins().require(QStringLiteral("format:") + id); !loaded) {
        QStringList known;
        for (const extension::AnnotationFormat *candidate : formats())
            known.append(candidate->id());
        return fail(ErrorCode::NotFound, tr("%1 Formats here: %2.").arg(loaded.error().text, known.join(QLatin1Char(' '))),
                    loaded.error().detail);
    }
    if (const extension::AnnotationFormat *found = plugins().formats().find(id))
        return found;
    return fail(ErrorCode::NotFound, tr("The plugin for the format “%1” did not register it.").arg(id));
}

QString Context::secretPath() const
{
    return secretFile.empty() ? qEnvironmentVariable("PLUMBLINE_SECRET_FILE") : q(secretFile);
}

Result<std::unique_ptr<store::Project>> Context::openProject(const std::string &folder, store::Project::Access access,
                                                             workflow::Act act) const
{
    auto project = store::Project::open(q(folder), access);
    if (!project)
        return project;
    if (access == store::Project::Access::Write && (*project)->store().readOnly())
        return fail(ErrorCode::ReadOnly, (*project)->store().whyReadOnly());
    if (const store::Person claimed = person(); !claimed.authenticated && !secretPath().isEmpty()) {
        const auto secret = identity::readSecretFile(secretPath());
        if (!secret)
            return fail(secret.error());
        const auto proven = identity::signIn(**project, claimed.name, *secret);
        if (!proven)
            return fail(proven.error());
        m_signedIn = *proven;
    }
    if (const auto allowed = demand(**project, act); !allowed)
        return fail(allowed.error());
    return project;
}

Result<> Context::demand(const store::Project &project, workflow::Act act) const
{
    // Everybody may look: also at a project whose members cannot be read.
    if (act == workflow::Act::Look)
        return {};
    const auto reader = project.store().reader();
    return reader ? workflow::demand(**reader, person(), act) : fail(reader.error());
}

Result<> Context::demandLayer(const store::Project &project, const QString &layer) const
{
    if (layer == model::acceptedLayer() || model::isModelLayer(layer))
        return {};
    const auto own = workflow::workingLayer(project, person());
    if (!own)
        return fail(own.error());
    return layer == *own ? Result<>() : demand(project, workflow::Act::Review);
}

Result<model::Item> Context::findItem(const store::Reader &reader, const QString &idOrName)
{
    if (const auto id = ItemId::fromString(idOrName)) {
        const auto item = reader.item(*id);
        if (!item)
            return fail(item.error());
        if (*item)
            return **item;
    }
    auto named = reader.itemsByName(idOrName);
    if (!named)
        return fail(named.error());
    if (named->empty()) {
        named = reader.itemsByFileName(idOrName);
        if (!named)
            return fail(named.error());
    }
    if (named->size() == 1)
        return named->front();
    return fail(ErrorCode::NotFound, named->empty() ? tr("There is no item “%1”; “items” lists them.").arg(idOrName)
                                                    : tr("%1 items are named “%2”; use the id.").arg(named->size()).arg(idOrName));
}

void Context::printLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

int Context::report(const Error &error) const
{
    if (error.code == ErrorCode::Cancelled) {
        std::fprintf(stderr, "plumbline-cli: %s: %s\n", verb.c_str(), error.text.toUtf8().constData());
        return exitCancelled;
    }
    QString line = error.text.simplified();
    if (!error.detail.isEmpty() && !quiet)
        line += QStringLiteral(" [%1]").arg(error.detail.simplified());
    std::fprintf(stderr, "plumbline-cli: %s: %s\n", verb.c_str(), line.toUtf8().constData());
    return error.code == ErrorCode::InvalidArgument ? exitUsage : exitFailed;
}

int Context::execute()
{
    auto answer = run();
    if (!answer) {
        if (json)
            printLine(base::toJsonLine({{"schema", 1},
                                        {"error", base::toJson(answer.error().text)},
                                        {"code", base::toJson(base::errorCodeName(answer.error().code))}}));
        return report(answer.error());
    }
    if (!answer->streamed) {
        if (json) {
            if (answer->json.is_object())
                answer->json["schema"] = 1;
            printLine(base::toJsonLine(answer->json));
        } else if (!answer->text.isEmpty()) {
            printLine(answer->text.trimmed().toUtf8());
        }
    }
    return answer->problems ? exitProblems : exitDone;
}

Result<> writePng(const QImage &image, const QString &path)
{
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return fail(ErrorCode::Failed, tr("The picture for %1 cannot be encoded.").arg(path));
    return base::writeFileAtomically(path, data);
}

bool hasProblems(const IssueList &issues)
{
    return issues.more > 0 || std::any_of(issues.issues.begin(), issues.issues.end(),
                                          [](const Issue &issue) { return issue.severity != IssueSeverity::Note; });
}

Json issuesToJson(const IssueList &issues)
{
    Json list = Json::array();
    for (const Issue &issue : issues.issues) {
        const char *severity = issue.severity == IssueSeverity::Note      ? "note"
                               : issue.severity == IssueSeverity::Warning ? "warning"
                                                                          : "problem";
        list.push_back({{"severity", severity},
                        {"file", base::toJson(issue.file)},
                        {"place", base::toJson(issue.place)},
                        {"text", base::toJson(issue.text)}});
    }
    if (issues.more > 0)
        list.push_back({{"severity", "note"},
                        {"file", ""},
                        {"place", ""},
                        {"text", base::toJson(tr("… and %1 more.").arg(issues.more))}});
    return list;
}

QString issuesToText(const IssueList &issues)
{
    QString text;
    for (const Issue &issue : issues.issues) {
        const QString where = issue.place.isEmpty() ? issue.file : QStringLiteral("%1: %2").arg(issue.file, issue.place);
        text += QStringLiteral("  %1: %2\n").arg(where, issue.text);
    }
    if (issues.more > 0)
        text += QStringLiteral("  ") + tr("… and %1 more.").arg(issues.more) + QLatin1Char('\n');
    return text;
}

}  // namespace plumbline::cli
