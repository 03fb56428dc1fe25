// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/review/scopes.h"
#include "core/workflow/taskscope.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

Json issueJson(const review::SeamIssue &issue)
{
    Json labels = Json::array();
    for (const AnnotationId &label : issue.labels)
        labels.push_back(toJson(label.toString()));
    Json people = Json::array();
    for (const QString &name : issue.people)
        people.push_back(toJson(name));
    return {{"id", toJson(issue.id.toString())},
            {"kind", toJson(review::seamKindName(issue.kind))},
            {"frame", issue.frame},
            {"labels", labels},
            {"people", people},
            {"text", toJson(issue.text)}};
}

Result<Answer> stitch(Context &context, const std::string &folder, const std::string &name, bool dryRun, bool anew)
{
    const auto project = context.openProject(folder, dryRun ? store::Project::Access::Read : store::Project::Access::Write,
                                             workflow::Act::Adjudicate);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    const auto item = Context::findItem(**reader, q(name));
    if (!item)
        return fail(item.error());
    review::StitchRequest request;
    request.dryRun = dryRun;
    request.anew = anew;
    const auto report = review::stitchItem(**project, item->id, request, context.person());
    if (!report)
        return fail(report.error());
    Answer answer;
    const review::Stitched &stitched = report->stitched;
    answer.json = Json{{"parts", report->parts.size()}, {"objects", stitched.objects}, {"joined", stitched.joined},
                       {"written", report->written},    {"removed", report->removed},  {"dry_run", dryRun},
                       {"disagreements", Json::array()}};
    answer.text = QStringLiteral("%1: %2 parts, %3 objects, %4 of them joined across parts.\n")
                      .arg(item->name)
                      .arg(report->parts.size())
                      .arg(stitched.objects)
                      .arg(stitched.joined);
    for (const review::SeamIssue &issue : stitched.issues) {
        answer.json["disagreements"].push_back(issueJson(issue));
        answer.text += issue.text + QLatin1Char('\n');
    }
    answer.problems = !stitched.issues.empty();
    return answer;
}

}  // namespace

void addStitchVerb(CLI::App &review, Context &context)
{
    struct Arguments {
        std::string folder;
        std::string item;
        bool dryRun = false;
        bool anew = false;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        review.add_subcommand("stitch", "Put the accepted parts of an item together, each object with one id; exit code 3 "
                                        "when a person has to decide something");
    verb->add_option("PROJECT", arguments->folder)->required();
    verb->add_option("--item", arguments->item, "Id or name")->required();
    verb->add_flag("--dry-run", arguments->dryRun, "Only say what would come of what is handed in by now");
    verb->add_flag("--anew", arguments->anew, "Also when accepted labels were changed by hand since: that is taken back");
    verb->callback([=, &context] {
        context.run = [=, &context] {
            return stitch(context, arguments->folder, arguments->item, arguments->dryRun, arguments->anew);
        };
    });
}

}  // namespace plumbline::cli
