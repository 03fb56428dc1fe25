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
#include "core/workflow/roles.h"

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
    std::string secretFile;

    /// Set by the verb that was parsed.
    std::function<Result<Answer>()> run;
    std::string verb;

    /// Who acts. Somebody other than the account is authenticated once openProject() has checked their secret.
    [[nodiscard]] store::Person person() const;
    /// --secret-file, else PLUMBLINE_SECRET_FILE; empty = none.
    [[nodiscard]] QString secretPath() const;
    [[nodiscard]] extension::PluginManager &plugins();
    [[nodiscard]] exchange::MediaOpener mediaOpener();
    /// The format plugin with this id, loaded; NotFound lists the ids there are.
    [[nodiscard]] Result<const extension::AnnotationFormat *> format(const QString &id);
    [[nodiscard]] std::vector<const extension::AnnotationFormat *> formats();
    [[nodiscard]] std::vector<const extension::InferenceEngine *> engines();
    /// Opens it, checks the secret when one is given, and asks whether the person's role has the act.
    [[nodiscard]] Result<std::unique_ptr<store::Project>> openProject(const std::string &folder, store::Project::Access access,
                                                                      workflow::Act act) const;
    /// PermissionDenied, in words, when the person may not; for what only shows when the project is open.
    [[nodiscard]] Result<> demand(const store::Project &project, workflow::Act act) const;
    /// One's own, accepted and model layers are for everybody to read, other people's for those who review.
    [[nodiscard]] Result<> demandLayer(const store::Project &project, const QString &layer) const;
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
    mutable std::optional<store::Person> m_signedIn;  // a secret is checked once a process
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
void addAdjudicateVerb(CLI::App &app, Context &context);    // adjudicate
void addSchemaVerbs(CLI::App &app, Context &context);       // schema check
void addPacketVerbs(CLI::App &app, Context &context);       // packet
void addStitchVerb(CLI::App &review, Context &context);     // review stitch
void addTaskVerb(CLI::App &app, Context &context);          // task
void addTriageVerb(CLI::App &app, Context &context);        // triage
void addMemberVerb(CLI::App &app, Context &context);        // member
void addAuditVerb(CLI::App &app, Context &context);         // audit
void addGuidelineVerb(CLI::App &app, Context &context);     // guideline
void addTimeVerb(CLI::App &app, Context &context);          // time
void addRenderVerb(CLI::App &app, Context &context);        // render

}  // namespace plumbline::cli
