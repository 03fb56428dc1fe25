// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/audit/log.h"
#include "core/store/purge.h"
#include "core/store/restore.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

Json problemIn(const QString &text)
{
    return {{"severity", "problem"}, {"file", "project.db"}, {"place", ""}, {"text", toJson(text)}};
}

// A database that cannot even be read does not verify: that is an answer, not a failure to give one.
Result<Answer> unreadable(const Error &error)
{
    if (error.code != ErrorCode::Corrupt)
        return fail(error);
    Answer answer;
    answer.json = {{"ok", false}, {"operations", Json()}, {"issues", {problemIn(error.text)}}};
    answer.text = error.text;
    answer.problems = true;
    return answer;
}

Result<Answer> verify(Context &context, const std::string &folder)
{
    const auto project = context.openProject(folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return unreadable(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return unreadable(reader.error());
    const auto problems = (*reader)->verify(context.control());
    if (!problems)
        return unreadable(problems.error());
    const auto last = (*reader)->lastOperation();
    const auto purged = store::purgedValues((*project)->store());
    Answer answer;
    answer.json = {{"ok", problems->isEmpty()}, {"operations", last.value_or(0)}, {"purged_values", purged.value_or(0)}, {"issues", Json::array()}};
    for (const QString &problem : *problems)
        answer.json["issues"].push_back(problemIn(problem));
    answer.text = problems->isEmpty() ? QStringLiteral("All %1 operations verify.").arg(last.value_or(0)) : problems->join(QLatin1Char('\n'));
    if (purged.value_or(0) > 0)
        answer.text += QStringLiteral("\n%1 values are no longer kept; their hashes are.").arg(*purged);
    answer.problems = !problems->isEmpty();
    return answer;
}

Result<Answer> backup(Context &context, const std::string &folder, const std::string &to)
{
    const auto project = context.openProject(folder, store::Project::Access::Read, workflow::Act::ChangeProject);
    if (!project)
        return fail(project.error());
    QString target = q(to);
    if (target.isEmpty()) {
        QDir().mkpath((*project)->backupsFolder());
        target = (*project)->backupsFolder() + QLatin1Char('/')
                 + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")) + QStringLiteral(".db");
    }
    if (const auto done = (*project)->store().backup(target); !done)
        return fail(done.error());
    Answer answer;
    answer.json = {{"path", toJson(QFileInfo(target).absoluteFilePath())}, {"bytes", QFileInfo(target).size()}};
    answer.text = QStringLiteral("Backup %1, checked.").arg(target);
    return answer;
}

Result<Answer> restore(Context &context, const std::string &folder, const std::string &from)
{
    // A database that cannot be opened has no members to ask.
    if (const auto allowed = context.openProject(folder, store::Project::Access::Read, workflow::Act::ChangeProject);
        !allowed && allowed.error().code == ErrorCode::PermissionDenied)
        return fail(allowed.error());
    const auto report = store::restoreBackup(q(folder), q(from), context.control());
    if (!report)
        return fail(report.error());
    if (const auto project = store::Project::open(q(folder), store::Project::Access::Read))
        audit::note(**project, context.person(), audit::Action::Restored, QFileInfo(q(from)).fileName(),
                    {{"kept", toJson(QFileInfo(report->kept).fileName())}});
    Answer answer;
    answer.json = {{"path", toJson(report->database)}, {"kept", toJson(report->kept)}};
    answer.text = QStringLiteral("Restored %1; what was there before is in %2.").arg(q(from), report->kept);
    return answer;
}

QString stateName(extension::PluginState state)
{
    switch (state) {
    case extension::PluginState::Listed: return QStringLiteral("listed");
    case extension::PluginState::Ready: return QStringLiteral("ready");
    case extension::PluginState::Disabled: return QStringLiteral("disabled");
    case extension::PluginState::Failed: return QStringLiteral("failed");
    }
    return {};
}

Result<Answer> plugins(Context &context)
{
    context.plugins().loadAll(false);
    Answer answer;
    answer.json = {{"plugins", Json::array()}};
    for (const extension::PluginInfo &info : context.plugins().plugins()) {
        Json provides = Json::array();
        for (const QString &provided : info.metadata.provides)
            provides.push_back(toJson(provided));
        answer.json["plugins"].push_back({{"id", toJson(info.metadata.id)},
                                          {"name", toJson(info.metadata.name)},
                                          {"version", toJson(info.metadata.version)},
                                          {"state", toJson(stateName(info.state))},
                                          {"reason", info.reason.isEmpty() ? Json() : toJson(info.reason)},
                                          {"provides", provides},
                                          {"file", toJson(info.file)}});
        answer.text += QStringLiteral("%1  %2  %3  %4\n").arg(info.metadata.id, -18).arg(info.metadata.version, -7).arg(stateName(info.state), -8).arg(info.reason.isEmpty() ? info.metadata.name : info.reason);
        answer.problems |= info.state == extension::PluginState::Failed;
    }
    return answer;
}

std::string names(const std::vector<std::string> &list)
{
    std::string text;
    for (const std::string &name : list)
        text += (text.empty() ? "" : " ") + name;
    return text;
}

Result<Answer> completion(const CLI::App &app, const std::string &shell)
{
    std::vector<std::string> verbs;
    std::string bashCases;
    std::string fish;
    for (const CLI::App *verb : app.get_subcommands({})) {
        verbs.push_back(verb->get_name());
        std::vector<std::string> options;
        for (const CLI::Option *option : verb->get_options())
            for (const std::string &name : option->get_lnames())
                options.push_back("--" + name);
        bashCases += "    " + verb->get_name() + ") words=\"" + names(options) + "\" ;;\n";
        fish += "complete -c plumbline-cli -n __fish_use_subcommand -a " + verb->get_name() + " -d '" + verb->get_description() + "'\n";
        for (const std::string &option : options)
            fish += "complete -c plumbline-cli -n '__fish_seen_subcommand_from " + verb->get_name() + "' -l " + option.substr(2) + "\n";
    }
    const std::string function = "_plumbline_cli() {\n"
                                 "  local current=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\"\n"
                                 "  if [ \"$COMP_CWORD\" -eq 1 ]; then words=\"" + names(verbs) + "\"; else\n"
                                 "  case \"${COMP_WORDS[1]}\" in\n" + bashCases + "  esac; fi\n"
                                 "  COMPREPLY=($(compgen -W \"$words --json --quiet --user --secret-file\" -- \"$current\") $(compgen -f -- \"$current\"))\n"
                                 "}\ncomplete -o filenames -F _plumbline_cli plumbline-cli\n";
    Answer answer;
    const std::string script = shell == "fish" ? fish : shell == "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" + function : function;
    answer.text = q(script);
    answer.json = {{"shell", shell}, {"script", script}};
    return answer;
}

}  // namespace

void addMaintenanceVerbs(CLI::App &app, Context &context)
{
    {
        auto folder = std::make_shared<std::string>();
        CLI::App *verb = app.add_subcommand("verify", "Recompute history, hashes and state");
        verb->add_option("PROJECT", *folder)->required();
        verb->callback([=, &context] { context.run = [=, &context] { return verify(context, *folder); }; });
    }
    {
        auto folder = std::make_shared<std::string>();
        auto to = std::make_shared<std::string>();
        CLI::App *verb = app.add_subcommand("backup", "Copy the database and check the copy");
        verb->add_option("PROJECT", *folder)->required();
        verb->add_option("--to", *to, "File to make (a new one in the project's backups)");
        verb->callback([=, &context] { context.run = [=, &context] { return backup(context, *folder, *to); }; });
    }
    {
        auto folder = std::make_shared<std::string>();
        auto from = std::make_shared<std::string>();
        CLI::App *verb = app.add_subcommand("restore", "Put a backup in the database's place, keeping what was there");
        verb->add_option("PROJECT", *folder)->required();
        verb->add_option("BACKUP", *from)->required();
        verb->callback([=, &context] { context.run = [=, &context] { return restore(context, *folder, *from); }; });
    }
    app.add_subcommand("plugins", "Plugins with state and reason")->callback([&context] {
        context.run = [&context] { return plugins(context); };
    });
    auto shell = std::make_shared<std::string>();
    CLI::App *verb = app.add_subcommand("completion", "Print a completion script");
    verb->add_option("SHELL", *shell)->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
    verb->callback([=, &app, &context] { context.run = [=, &app] { return completion(app, *shell); }; });
}

}  // namespace plumbline::cli
