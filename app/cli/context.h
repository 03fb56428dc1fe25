// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/exchange/mediacatalog.h"
#include "core/extension/pluginmanager.h"
#include "core/jobs/jobcontrol.h"
#include "core/store/project.h"
#include "core/store/reader.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace plumbline::cli {

/// What a verb answers: one JSON document, or text for people; problems make the exit code 3.
struct Answer {
    Json json = Json::object();
    QString text;
    bool problems = false;
    bool streamed = false;  ///< the verb has printed its lines itself
};

/// What all verbs share: global options, plugins, the acting person, output. One per process.
class Context
{
public:
    Context();
    ~Context();

    bool json = false;
    bool quiet = false;
    std::string user;

    /// Set by the verb that was parsed.
    std::function<Result<Answer>()> run;
    std::string verb;

    [[nodiscard]] store::Person person() const;
    [[nodiscard]] extension::PluginManager &plugins();
    [[nodiscard]] exchange::MediaOpener mediaOpener();
    /// The format plugin with this id, loaded; NotFound lists the ids there are.
    [[nodiscard]] Result<const extension::AnnotationFormat *> format(const QString &id);
    [[nodiscard]] std::vector<const extension::AnnotationFormat *> formats();
    [[nodiscard]] std::vector<const extension::InferenceEngine *> engines();
    [[nodiscard]] Result<std::unique_ptr<store::Project>> openProject(const std::string &folder, store::Project::Access access) const;
    /// An item by id or by name.
    [[nodiscard]] static Result<model::Item> findItem(const store::Reader &reader, const QString &idOrName);

    /// Control that SIGINT cancels and that shows progress on a terminal's standard error.
    [[nodiscard]] const jobs::JobControl &control() const { return m_control; }
    [[nodiscard]] base::RandomSource &random() { return m_random; }

    /// Keeps something alive until the plugins are gone: what they have registered in.
    void keepForPlugins(std::shared_ptr<void> object) { m_keptForPlugins = std::move(object); }

    /// Runs the verb, prints its answer, returns the exit code.
    int execute();

    /// One line on standard output, at once; for verbs that stream.
    static void printLine(const QByteArray &line);

private:
    [[nodiscard]] int report(const Error &error) const;

    base::SystemRandom m_random;
    jobs::JobControl m_control;
    std::shared_ptr<void> m_keptForPlugins;
    std::unique_ptr<extension::PluginManager> m_plugins;
};

/// Writes a picture as PNG, complete or not at all.
[[nodiscard]] Result<> writePng(const QImage &image, const QString &path);
/// Whether anything but notes was found: what makes the exit code 3.
[[nodiscard]] bool hasProblems(const IssueList &issues);
[[nodiscard]] Json issuesToJson(const IssueList &issues);
[[nodiscard]] QString issuesToText(const IssueList &issues);
[[nodiscard]] inline QString q(const std::string &text)
{
    return QString::fromStdString(text);
}

// One function a verb (or a few that belong together), each in the file of its name.
void addProjectVerbs(CLI::App &app, Context &context);      // demo create info
void addMediaVerbs(CLI::App &app, Context &context);        // add items media frame
void addExchangeVerbs(CLI::App &app, Context &context);     // formats import check-export export
void addAnnotationVerbs(CLI::App &app, Context &context);   // annotations apply
void addHistoryVerbs(CLI::App &app, Context &context);      // undo redo history
void addPrelabelVerbs(CLI::App &app, Context &context);     // models devices prelabel
void addQualityVerbs(CLI::App &app, Context &context);      // judge score
void addGoldVerbs(CLI::App &app, Context &context);         // gold
void addAgreementVerb(CLI::App &app, Context &context);     // agreement
void addContestVerb(CLI::App &app, Context &context);       // contest
void addConsensusVerb(CLI::App &app, Context &context);     // consensus
void addMaintenanceVerbs(CLI::App &app, Context &context);  // verify backup restore plugins completion
void addReviewVerb(CLI::App &app, Context &context);        // review
void addSchemaVerbs(CLI::App &app, Context &context);       // schema check
void addPacketVerbs(CLI::App &app, Context &context);       // packet
void addRenderVerb(CLI::App &app, Context &context);        // render

}  // namespace plumbline::cli
