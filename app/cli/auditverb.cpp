// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/audit/log.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

struct AuditArguments {
    std::string folder;
    std::string since;
    std::string from;
    std::string to;
    std::string actor;
    std::string action;
};

Result<Answer> verify(Context &context, const AuditArguments &a)
{
    std::optional<audit::Mark> since;
    if (!a.since.empty()) {
        since = audit::Mark::fromText(q(a.since));
        if (!since)
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("“%1” is not NUMBER:HASH, as “audit verify” prints it.").arg(q(a.since)));
    }
    const auto project = context.openProject(a.folder, store::Project::Access::Read, workflow::Act::SeeAudit);
    if (!project)
        return fail(project.error());
    const audit::Log log(**project);
    const auto found = log.verify(since);
    if (!found)
        return fail(found.error());
    IssueList issues;
    for (const QString &problem : found->problems)
        issues.problem(log.path(), {}, problem);
    for (const QString &note : found->notes)
        issues.add({IssueSeverity::Note, log.path(), {}, note});
    if (!found->witnessed && !since)
        issues.add({IssueSeverity::Note, log.path(), {},
                    QStringLiteral("There was no witness to compare with: entries cut off at the end, or a whole other log, "
                                   "cannot be told this time.")});
    Answer answer;
    answer.json = {{"ok", found->problems.isEmpty()},
                   {"entries", found->entries},
                   {"head", found->head.n > 0 ? toJson(found->head.toText()) : Json()},
                   {"witnessed", found->witnessed},
                   {"issues", issuesToJson(issues)}};
    if (found->problems.isEmpty())
        answer.text =
            found->entries == 0
                ? QStringLiteral("The audit log is empty.\n")
                : QStringLiteral("All %1 entries verify. The last is %2\n").arg(found->entries).arg(found->head.toText());
    answer.text += issuesToText(issues);
    answer.problems = !found->problems.isEmpty();
    return answer;
}

// A day stands for its begin, or, at the other end, for all of it.
Result<QString> timeOf(const std::string &text, const char *ofDay)
{
    const QString time = q(text).contains(QLatin1Char('T')) ? q(text) : q(text) + QLatin1String(ofDay);
    const auto parsed = model::microsecondsFromIso(time);
    if (!parsed)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("“%1” is no time; write 2026-12-31 or 2026-12-31T12:00:00Z.").arg(q(text)));
    return model::isoFromMicroseconds(*parsed);
}

Result<Answer> show(Context &context, const AuditArguments &a)
{
    const auto from = a.from.empty() ? Result<QString>(QString()) : timeOf(a.from, "T00:00:00Z");
    const auto to = a.to.empty() ? Result<QString>(QString()) : timeOf(a.to, "T23:59:59.999999Z");
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    const auto project = context.openProject(a.folder, store::Project::Access::Read, workflow::Act::SeeAudit);
    if (!project)
        return fail(project.error());
    Answer answer;
    answer.json["entries"] = Json::array();
    const auto visited = audit::Log(**project).visit([&](const audit::Entry &entry) -> Result<> {
        if (context.control().cancelled())
            return jobs::JobControl::cancelledError();
        const bool wanted = (from->isEmpty() || entry.time >= *from) && (to->isEmpty() || entry.time <= *to)
                            && (a.actor.empty() || entry.actor == q(a.actor))
                            && (a.action.empty() || entry.action == q(a.action));
        if (!wanted)
            return {};
        answer.json["entries"].push_back(base::parseJson(audit::lineOf(entry)).value_or(Json()));
        answer.text +=
            QStringLiteral("%1  %2  %3 (%4)  %5  %6%7\n")
                .arg(entry.n, 5)
                .arg(entry.time, entry.actor, entry.proof, entry.action, entry.object,
                     entry.detail.empty() ? QString() : QStringLiteral("  ") + QString::fromUtf8(base::toJsonLine(entry.detail)));
        return {};
    });
    if (!visited)
        return fail(visited.error());
    if (answer.json["entries"].empty())
        answer.text = QStringLiteral("There are no such entries.");
    return answer;
}

}  // namespace

void addAuditVerb(CLI::App &app, Context &context)
{
    auto a = std::make_shared<AuditArguments>();
    CLI::App *verb = app.add_subcommand("audit", "Who did what to a project; see docs/audit.md");
    verb->require_subcommand(1);
    const auto add = [=, &context](const char *name, const char *text, const auto &run) {
        CLI::App *sub = verb->add_subcommand(name, text);
        sub->add_option("PROJECT", a->folder)->required();
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *a); }; });
        return sub;
    };
    add("verify", "Whether the log is whole; exit code 3 when it was changed", verify)
        ->add_option("--since", a->since, "NUMBER:HASH of an entry that must be there, as an earlier verify printed it");
    CLI::App *shown = add("show", "Entries, oldest first", show);
    shown->add_option("--from", a->from, "First day or time, UTC");
    shown->add_option("--to", a->to, "Last day or time, UTC");
    shown->add_option("--actor", a->actor, "Only of this person");
    shown->add_option("--action", a->action, "Only of this kind, as signed-in or exported");
}

}  // namespace plumbline::cli
