// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#ifdef PLUMBLINE_HAS_RENDER
#    include <QApplication>
#endif

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>

using namespace plumbline;

namespace {

// Edit distance for "did you mean": small words, so the plain recurrence is enough.
int distance(const std::string &a, const std::string &b)
{
    std::vector<int> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string suggestion(const CLI::App &app, const std::string &wrong)
{
    constexpr int farthest = 3;
    std::string best;
    int least = farthest;
    for (const CLI::App *verb : app.get_subcommands({}))
        if (const int d = distance(wrong, verb->get_name()); d < least) {
            least = d;
            best = verb->get_name();
        }
    return best.empty() ? "see plumbline-cli --help" : "did you mean " + best + "?";
}

// One line for people, and the one document that --json promises.
int usageFailure(const std::string &verb, const std::string &what, int argc, char **argv)
{
    if (std::any_of(argv, argv + argc, [](const char *word) { return std::string_view(word) == "--json"; }))
        cli::Context::printLine(base::toJsonLine({{"schema", 1}, {"error", what}, {"code", "usage"}}));
    std::fprintf(stderr, "%s: %s\n", verb.c_str(), what.c_str());
    return 2;
}

// A name that is not UTF-8 cannot be told apart from others once it is text, so it is refused before anything is opened.
const char *firstUndecodable(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i)
        if (QString::fromUtf8(argv[i]).toUtf8() != argv[i])
            return argv[i];
    return nullptr;
}

int usageError(const CLI::App &app, const CLI::ParseError &error, int argc, char **argv)
{
    const auto parsed = app.get_subcommands();
    const std::string verb = parsed.empty() ? "plumbline-cli" : "plumbline-cli: " + parsed.front()->get_name();
    std::string what = error.what();
    for (char &c : what)
        if (c == '\n')
            c = ' ';
    if (parsed.empty() && argc > 1 && argv[1][0] != '-')
        what = std::string(argv[1]) + " is not a verb: " + suggestion(app, argv[1]);
    else
        what += ": see " + (parsed.empty() ? std::string("plumbline-cli") : "plumbline-cli " + parsed.front()->get_name()) + " --help";
    return usageFailure(verb, what, argc, argv);
}

// Only drawing a view needs the window system's library, which takes longer to start than most verbs take to run.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
#ifdef PLUMBLINE_HAS_RENDER
    if (std::any_of(argv, argv + argc, [](const char *word) { return std::string_view(word) == "render"; }))
        return std::make_unique<QApplication>(argc, argv);
#endif
    return std::make_unique<QCoreApplication>(argc, argv);
}

}  // namespace

int main(int argc, char **argv)
{
    // Pictures are drawn and scaled without a screen.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    base::startLogging(QStringLiteral("plumbline-cli"), false);
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));

    cli::Context context;
    CLI::App app("Labels, projects and batches of Plumbline without a window.", "plumbline-cli");
    app.set_version_flag("--version", "plumbline-cli " PLUMBLINE_VERSION);
    app.allow_windows_style_options(false);
    app.require_subcommand(1);
    app.fallthrough();
    app.add_flag("--json", context.json, "Print exactly one JSON document on standard output");
    app.add_flag("--quiet", context.quiet, "No progress on standard error");
    app.add_option("--user", context.user, "Act as this member (also PLUMBLINE_USER); without proof the work is never scored");
    app.add_option("--secret-file", context.secretFile,
                   "File whose first line is the secret of --user (also PLUMBLINE_SECRET_FILE); only you may read it");

    cli::addProjectVerbs(app, context);
    cli::addMediaVerbs(app, context);
    cli::addExchangeVerbs(app, context);
    cli::addAnnotationVerbs(app, context);
    cli::addHistoryVerbs(app, context);
    cli::addPrelabelVerbs(app, context);
    cli::addQualityVerbs(app, context);
    cli::addGoldVerbs(app, context);
    cli::addContestVerb(app, context);
    cli::addAgreementVerb(app, context);
    cli::addConsensusVerb(app, context);
    cli::addMaintenanceVerbs(app, context);
    cli::addReviewVerb(app, context);
    cli::addAdjudicateVerb(app, context);
    cli::addSchemaVerbs(app, context);
    cli::addPacketVerbs(app, context);
    cli::addTaskVerb(app, context);
    cli::addTriageVerb(app, context);
    cli::addMemberVerb(app, context);
    cli::addAuditVerb(app, context);
    cli::addGuidelineVerb(app, context);
    cli::addTimeVerb(app, context);
#ifdef PLUMBLINE_HAS_RENDER
    cli::addRenderVerb(app, context);
#endif

    if (const char *wrong = firstUndecodable(argc, argv))
        return usageFailure("plumbline-cli",
                            QByteArray(wrong).toPercentEncoding("/.").toStdString() + " is not UTF-8: rename the file or folder first", argc,
                            argv);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &success) {
        return app.exit(success);
    } catch (const CLI::ParseError &error) {
        return usageError(app, error, argc, argv);
    }
    context.verb = app.get_subcommands().front()->get_name();
    return context.execute();
}
