// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/identity/secret.h"
#include "core/workflow/members.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

struct MemberArguments {
    std::string folder;
    std::string name;
    std::optional<std::string> role;
    std::optional<std::string> cohort;
    std::string secretFile;
    bool noSecret = false;
};

Result<workflow::MemberChange> changeOf(const MemberArguments &a)
{
    workflow::MemberChange change;
    if (a.role) {
        change.role = workflow::roleFromName(q(*a.role));
        if (!change.role)
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("“%1” is no role; there are viewer, annotator, reviewer and lead.").arg(q(*a.role)));
    }
    if (a.cohort)
        change.cohort = q(*a.cohort);
    if (a.noSecret)
        change.secret = QByteArray();
    if (!a.secretFile.empty()) {
        auto secret = identity::readSecretFile(q(a.secretFile));
        if (!secret)
            return fail(secret.error());
        change.secret = std::move(*secret);
    }
    return change;
}

Result<Answer> listOf(const store::Project &project)
{
    const auto members = workflow::memberList(project);
    if (!members)
        return fail(members.error());
    Answer answer;
    answer.json["members"] = Json::array();
    for (const workflow::MemberEntry &entry : *members) {
        answer.json["members"].push_back({{"name", toJson(entry.member.name)},
                                          {"role", toJson(entry.member.role)},
                                          {"cohort", toJson(entry.member.cohort)},
                                          {"secret", entry.hasSecret}});
        answer.text += QStringLiteral("%1  %2  %3%4\n")
                           .arg(entry.member.name, -20)
                           .arg(entry.member.role, -9)
                           .arg(entry.hasSecret ? QStringLiteral("secret") : QStringLiteral("-"), -6)
                           .arg(entry.member.cohort.isEmpty() ? QString() : QStringLiteral("  cohort ") + entry.member.cohort);
    }
    return answer;
}

Result<Answer> list(Context &context, const MemberArguments &a)
{
    const auto project = context.openProject(a.folder, store::Project::Access::Read, workflow::Act::Look);
    return project ? listOf(**project) : fail(project.error());
}

enum class What { Add, Set, Remove };

Result<Answer> change(Context &context, const MemberArguments &a, What what)
{
    const auto wanted = changeOf(a);
    if (!wanted)
        return fail(wanted.error());
    if (what == What::Set && !wanted->role && !wanted->cohort && !wanted->secret)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("Say what to set: --role, --cohort, --secret-file or --no-secret."));
    // Members change their own secret themselves; the step asks for more.
    const auto project = context.openProject(a.folder, store::Project::Access::Write, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto done = what == What::Add   ? workflow::addMember(**project, q(a.name), *wanted, context.person())
                      : what == What::Set ? workflow::changeMember(**project, q(a.name), *wanted, context.person())
                                          : workflow::removeMember(**project, q(a.name), context.person());
    return done ? listOf(**project) : fail(done.error());
}

}  // namespace

void addMemberVerb(CLI::App &app, Context &context)
{
    auto a = std::make_shared<MemberArguments>();
    CLI::App *verb = app.add_subcommand("member", "Who belongs to a project, with which role and secret; see docs/roles.md");
    verb->require_subcommand(1);
    const auto add = [=, &context](const char *name, const char *text, const auto &run) {
        CLI::App *sub = verb->add_subcommand(name, text);
        sub->add_option("PROJECT", a->folder)->required();
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *a); }; });
        return sub;
    };
    add("list", "Names, roles and cohorts, and who has a secret", list);
    const auto named = [&](const char *name, const char *text, What what) {
        CLI::App *sub =
            add(name, text, [what](Context &c, const MemberArguments &arguments) { return change(c, arguments, what); });
        sub->add_option("NAME", a->name)->required();
        if (what == What::Remove)
            return;
        sub->add_option("--role", a->role, "viewer, annotator, reviewer or lead");
        sub->add_option("--cohort", a->cohort, "Group of people, a partner's for instance");
        auto *secret =
            sub->add_option("--secret-file", a->secretFile,
                            "File whose first line becomes the member's secret (after the verb; your own stands before it)");
        if (what == What::Set)
            sub->add_flag("--no-secret", a->noSecret, "Take the secret away")->excludes(secret);
    };
    named("add", "Add a member; an annotator when no role is given", What::Add);
    named("set", "Change a member; your own secret you may always set", What::Set);
    named("remove", "Remove a member; what they labeled stays", What::Remove);
}

}  // namespace plumbline::cli
