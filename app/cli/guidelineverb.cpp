// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/base/atomicfile.h"
#include "core/workflow/desk.h"
#include "core/workflow/guideline.h"
#include "core/workflow/guidelinediff.h"
#include "core/workflow/guidelinegold.h"
#include "core/workflow/roles.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::cli {

using base::toJson;

namespace {

constexpr qint64 largestGuideline = 4 << 20;

struct GuidelineArguments {
    std::string folder;
    std::string file;
    std::string sha256;
    std::vector<std::string> confirm;
    int version = 0;
    bool changes = false;
    bool all = false;
};

using Project = std::unique_ptr<store::Project>;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::cli", text);
}

QString timeText(std::int64_t microseconds)
{
    return microseconds > 0 ? model::isoFromMicroseconds(microseconds) : QStringLiteral("-");
}

Json versionJson(const workflow::GuidelineVersion &version)
{
    return {{"version", version.number},
            {"sha256", toJson(version.sha256)},
            {"author", toJson(version.author)},
            {"time", toJson(model::isoFromMicroseconds(version.microseconds))}};
}

Result<Answer> show(Context &context, const GuidelineArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto versions = workflow::guidelineVersions((*project)->store());
    if (!versions)
        return fail(versions.error());
    Answer answer;
    answer.json = {{"versions", Json::array()}, {"shown", Json()}};
    for (const workflow::GuidelineVersion &version : *versions)
        answer.json["versions"].push_back(versionJson(version));
    if (versions->empty() && arguments.version == 0) {
        answer.text = tr("There is no guideline yet.");
        return answer;
    }
    const int count = static_cast<int>(versions->size());
    const int number = arguments.version == 0 ? count : arguments.version;
    if (number < 1 || number > count)
        return fail(ErrorCode::NotFound, tr("There is no version %1; the last one is %2.").arg(number).arg(count));
    const workflow::GuidelineVersion &version = (*versions)[static_cast<std::size_t>(number - 1)];
    answer.json["shown"] = versionJson(version);
    answer.json["shown"]["text"] = toJson(version.text);
    answer.text =
        tr("Version %1, by %2, %3, SHA-256 %4\n\n")
            .arg(number)
            .arg(version.author, timeText(version.microseconds), version.sha256.isEmpty() ? QStringLiteral("-") : version.sha256);
    if (!arguments.changes) {
        answer.text += version.text;
        return answer;
    }
    Json lines = Json::array();
    const QString before = number > 1 ? (*versions)[static_cast<std::size_t>(number - 2)].text : QString();
    for (const workflow::DiffLine &line : workflow::shortened(workflow::lineDiff(before, version.text), 2)) {
        const QLatin1Char mark(line.kind == workflow::DiffLine::Kind::Added     ? '+'
                               : line.kind == workflow::DiffLine::Kind::Removed ? '-'
                                                                                : ' ');
        lines.push_back(toJson(mark + line.text));
        answer.text += mark + line.text + QLatin1Char('\n');
    }
    answer.json["changes"] = std::move(lines);
    return answer;
}

Result<Answer> set(Context &context, const GuidelineArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Write, workflow::Act::ChangeProject);
    if (!project)
        return fail(project.error());
    const auto bytes = base::readFile(q(arguments.file), largestGuideline);
    if (!bytes)
        return fail(bytes.error());
    const QString text = QString::fromUtf8(*bytes);
    if (text.toUtf8() != *bytes)
        return fail(ErrorCode::Malformed, tr("%1 is not UTF-8.").arg(q(arguments.file)));
    if (const auto done = workflow::setGuideline(**project, text, context.person()); !done)
        return fail(done.error());
    const auto versions = workflow::guidelineVersions((*project)->store());
    if (!versions)
        return fail(versions.error());
    Answer answer;
    if (versions->empty()) {
        answer.json = {{"version", 0}};
        answer.text = tr("There is no guideline yet, and the file is empty.");
        return answer;
    }
    answer.json = versionJson(versions->back());
    answer.text = tr("The guideline is version %1.").arg(versions->back().number);
    return answer;
}

Result<Answer> status(Context &context, const GuidelineArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    auto people = workflow::guidelineStatus((*project)->store());
    const auto versions = workflow::guidelineVersions((*project)->store());
    if (!people || !versions)
        return fail(people ? versions.error() : people.error());
    // Everybody sees how far they are themselves; the others, leads.
    if (!workflow::demand(**reader, context.person(), workflow::Act::SeeTeam))
        std::erase_if(*people, [me = context.person().name](const auto &status) { return status.person != me; });
    Answer answer;
    answer.json = {{"version", versions->empty() ? 0 : versions->back().number}, {"people", Json::array()}};
    for (const workflow::GuidelineStatus &status : *people) {
        answer.json["people"].push_back(
            {{"person", toJson(status.person)},
             {"current", status.current},
             {"version", status.version},
             {"time", status.microseconds > 0 ? toJson(model::isoFromMicroseconds(status.microseconds)) : Json()}});
        answer.text += QStringLiteral("%1  %2  %3\n")
                           .arg(status.person, -20)
                           .arg(status.current        ? tr("has read the present text")
                                : status.version == 0 ? tr("has read none")
                                                      : tr("has read version %1").arg(status.version),
                                -28)
                           .arg(timeText(status.microseconds));
    }
    return answer;
}

Result<Answer> confirm(Context &context, const GuidelineArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Write, workflow::Act::Label);
    if (!project)
        return fail(project.error());
    const auto versions = workflow::guidelineVersions((*project)->store());
    if (!versions)
        return fail(versions.error());
    if (versions->empty())
        return fail(ErrorCode::NotFound, tr("There is no guideline yet."));
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, context.person(), workflow::Act::Label); !allowed)
        return fail(allowed.error());
    const int wanted = arguments.version;
    if (wanted < 1 || wanted > static_cast<int>(versions->size()))
        return fail(ErrorCode::NotFound, tr("There is no version %1.").arg(wanted));
    const QString text = (*versions)[static_cast<std::size_t>(wanted - 1)].sha256;
    if (const auto done = workflow::confirmGuideline((*project)->store(), context.person(), text); !done)
        return fail(done.error());
    Answer answer;
    answer.json = {{"version", wanted}, {"person", toJson(context.person().name)}};
    answer.text = tr("%1 has read version %2.").arg(context.person().name).arg(wanted);
    return answer;
}

Result<Answer> old(Context &context, const GuidelineArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    QString layer;
    if (arguments.all) {
        if (const auto allowed = workflow::demand(**reader, context.person(), workflow::Act::SeeTeam); !allowed)
            return fail(allowed.error());
    } else {
        const auto own = workflow::workingLayer(**project, context.person());
        if (!own)
            return fail(own.error());
        layer = *own;
    }
    const auto labels = workflow::oldLabels((*project)->store(), layer);
    if (!labels)
        return fail(labels.error());
    Answer answer;
    answer.json = {{"work", Json::array()}};
    std::int64_t count = 0;
    for (const workflow::OldLabels &old : *labels) {
        count += old.labels;
        answer.json["work"].push_back({{"item", toJson(old.item.toString())},
                                       {"name", toJson(old.name)},
                                       {"layer", toJson(old.layer)},
                                       {"labels", old.labels},
                                       {"version", old.version},
                                       {"state", toJson(model::taskStateName(old.state))}});
        answer.text += QStringLiteral("%1  %2  %3  %4  %5\n")
                           .arg(old.name, -32)
                           .arg(old.layer, -16)
                           .arg(tr("%1 labels").arg(old.labels), -12)
                           .arg(old.version > 0 ? tr("version %1").arg(old.version) : tr("before any"), -12)
                           .arg(model::taskStateName(old.state));
    }
    answer.json["labels"] = count;
    if (labels->empty())
        answer.text = tr("No labels were made under an earlier text.");
    return answer;
}

Result<Answer> keys(Context &context, const GuidelineArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::KeepGold);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    if (!arguments.confirm.empty()) {
        std::vector<ItemId> items;
        for (const std::string &name : arguments.confirm) {
            const auto item = Context::findItem(**reader, q(name));
            if (!item)
                return fail(item.error());
            items.push_back(item->id);
        }
        if (const auto done = workflow::confirmKeys(**project, items, context.person()); !done)
            return fail(done.error());
    }
    const auto list = workflow::keyVersions(**project, context.person());
    const auto versions = workflow::guidelineVersions((*project)->store());
    if (!list || !versions)
        return fail(list ? versions.error() : list.error());
    const int present = static_cast<int>(versions->size());
    Answer answer;
    answer.json = {{"version", present}, {"keys", Json::array()}};
    for (const workflow::KeyVersion &key : *list) {
        const bool again = present > 1 && key.version < present;
        answer.json["keys"].push_back({{"item", toJson(key.item.toString())},
                                       {"name", toJson(key.name)},
                                       {"practice", key.kind == workflow::GoldKind::Practice},
                                       {"version", key.version},
                                       {"who", toJson(key.who)},
                                       {"to_rekey", again}});
        answer.text += QStringLiteral("%1  %2  %3\n")
                           .arg(key.name, -32)
                           .arg(key.version > 0 ? tr("version %1").arg(key.version) : tr("not noted"), -12)
                           .arg(again ? tr("look at it again") : QString());
        answer.problems = answer.problems || again;
    }
    return answer;
}

Result<Answer> scores(Context &context, const GuidelineArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::SeeTeam);
    if (!project)
        return fail(project.error());
    const auto list = workflow::versionScores(**project, context.person());
    if (!list)
        return fail(list.error());
    Answer answer;
    answer.json = {{"scores", Json::array()}};
    for (const workflow::VersionScore &entry : *list) {
        const quality::BetaPosterior posterior = entry.score.posterior();
        const auto [low, high] = posterior.interval(0.95);
        answer.json["scores"].push_back({{"person", toJson(entry.person)},
                                         {"version", entry.version},
                                         {"items", entry.score.items()},
                                         {"n", entry.score.n()},
                                         {"right", entry.score.right()},
                                         {"accuracy", posterior.mean()},
                                         {"interval", {low, high}},
                                         {"on_older_keys", entry.onOlderKeys}});
        answer.text += tr("%1  version %2  %3 of %4 right, %5 to %6 %  %7\n")
                           .arg(entry.person, -20)
                           .arg(entry.version)
                           .arg(entry.score.right())
                           .arg(entry.score.n())
                           .arg(100 * low, 0, 'f', 1)
                           .arg(100 * high, 0, 'f', 1)
                           .arg(entry.onOlderKeys > 0 ? tr("(%1 on keys of an earlier text)").arg(entry.onOlderKeys) : QString());
    }
    if (list->empty())
        answer.text = tr("Nothing was scored against known answers.");
    return answer;
}

}  // namespace

void addGuidelineVerb(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<GuidelineArguments>();
    CLI::App *guideline =
        app.add_subcommand("guideline", "The guideline's versions, who has read them, and what was labeled under an earlier one");
    guideline->require_subcommand(1);
    const auto step = [&, arguments](const char *name, const char *does,
                                     Result<Answer> (*run)(Context &, const GuidelineArguments &)) {
        CLI::App *sub = guideline->add_subcommand(name, does);
        sub->add_option("PROJECT", arguments->folder)->required();
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *arguments); }; });
        return sub;
    };
    CLI::App *showing = step("show", "The text, and all its versions", show);
    showing->add_option("--version", arguments->version, "Number; the last one unless given");
    showing->add_flag("--changes", arguments->changes, "Only the lines that the version changed");
    step("set", "Write a new version", set)->add_option("FILE", arguments->file, "Markdown, UTF-8")->required();
    step("status", "Who has read the present text", status);
    step("confirm", "Say that you have read a version", confirm)
        ->add_option("--version", arguments->version, "Number of the present one")
        ->required();
    step("old", "Your labels that nobody has touched since the text changed", old)
        ->add_flag("--all", arguments->all, "Everybody's; for leads");
    step("keys", "Under which version known answers were made; exit code 3 when some are to be looked at again", keys)
        ->add_option("--confirm", arguments->confirm, "Items whose known answer is right under the present text");
    step("scores", "Results on known answers, by version", scores);
}

}  // namespace plumbline::cli
