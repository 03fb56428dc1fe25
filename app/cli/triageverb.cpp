// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/triage/triagerates.h"
#include "core/triage/triaging.h"
#include "core/triage/waiting.h"
#include "core/triage/wording.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

struct TriageArguments {
    std::string folder;
    std::string item;
    std::string author;
    std::string decision;
    std::string words;
    std::string guideline;
    std::string className;
    std::string submission;
    std::string insteadOf;
    std::string file;
};

struct Opened {
    std::unique_ptr<store::Project> project;
    model::Item item;  ///< when one was named
};

Result<Opened> open(Context &context, const TriageArguments &arguments, store::Project::Access access)
{
    auto project = context.openProject(arguments.folder, access, workflow::Act::Triage);
    if (!project)
        return fail(project.error());
    Opened opened{std::move(*project), {}};
    if (!arguments.item.empty()) {
        const auto reader = opened.project->store().reader();
        if (!reader)
            return fail(reader.error());
        auto item = Context::findItem(**reader, q(arguments.item));
        if (!item)
            return fail(item.error());
        opened.item = std::move(*item);
    }
    return opened;
}

Json entryJson(const triage::Entry &entry)
{
    return {{"id", toJson(entry.id.toString())},
            {"decision", toJson(triage::rulingName(entry.ruling))},
            {"went_on", entry.wentOn},
            {"waits", entry.waits},
            {"words", toJson(entry.words)},
            {"class", toJson(entry.className)},
            {"guideline", toJson(entry.guidelineText)},
            {"by", toJson(entry.by)},
            {"authenticated", entry.authenticated},
            {"created", toJson(model::isoFromMicroseconds(entry.createdMicroseconds))},
            {"submission", toJson(entry.submission.toString())},
            {"reason", toJson(entry.reason)},
            {"comment", toJson(entry.comment)}};
}

Result<Answer> list(Context &context, const TriageArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Read);
    if (!opened)
        return fail(opened.error());
    const auto all = triage::overview(*opened->project, context.person());
    if (!all)
        return fail(all.error());
    Answer answer;
    answer.json = {{"cases", Json::array()}, {"left_out", Json::array()}, {"unreadable", all->unreadable}};
    for (const triage::Case &found : all->cases) {
        if (!arguments.item.empty() && found.item.id != opened->item.id)
            continue;
        Json entries = Json::array();
        for (const triage::Entry &entry : found.entries)
            entries.push_back(entryJson(entry));
        answer.json["cases"].push_back(
            {{"item", toJson(found.item.id.toString())},
             {"name", toJson(found.item.name)},
             {"author", toJson(found.task.assignee)},
             {"reason", toJson(found.task.reason)},
             {"reason_known", found.reasonKnown},
             {"comment", toJson(found.task.comment)},
             {"place", found.task.place ? Json::array({found.task.place->x, found.task.place->y}) : Json()},
             {"submission", toJson(found.submission.id.toString())},
             {"submitted", toJson(model::isoFromMicroseconds(found.submission.createdMicroseconds))},
             {"waiting", found.waiting ? toJson(found.waiting->id.toString()) : Json()},
             {"decisions", entries}});
        answer.text += QStringLiteral("%1  %2  %3%4%5\n")
                           .arg(found.item.name, -32)
                           .arg(found.task.assignee, -16)
                           .arg(found.task.reason)
                           .arg(found.task.comment.isEmpty() ? QString() : QStringLiteral("  “%1”").arg(found.task.comment))
                           .arg(found.waiting ? QStringLiteral("  (%1)").arg(triage::wordsOf(*found.waiting)) : QString());
    }
    for (const model::Item &item : all->leftOut) {
        answer.json["left_out"].push_back({{"item", toJson(item.id.toString())}, {"name", toJson(item.name)}});
        answer.text += QStringLiteral("%1  left out\n").arg(item.name, -32);
    }
    if (all->unreadable > 0)
        answer.text += QStringLiteral("%1 records could not be read.\n").arg(all->unreadable);
    answer.problems = all->unreadable > 0;
    return answer;
}

Result<Answer> decide(Context &context, const TriageArguments &arguments)
{
    const auto ruling = triage::rulingFromName(q(arguments.decision));
    if (!ruling)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("“%1” is no decision: fix-media, answer, new-class, exclude, hand-back or include.")
                        .arg(q(arguments.decision)));
    const auto opened = open(context, arguments, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    Answer answer;
    if (*ruling == triage::Ruling::Include) {
        if (const auto done = triage::include(*opened->project, opened->item.id, q(arguments.words), context.person()); !done)
            return fail(done.error());
        answer.json = {{"state", toJson(model::taskStateName(model::TaskState::ToDo))}, {"waits", false}};
        answer.text = QStringLiteral("%1 is taken in again.\n").arg(opened->item.name);
        return answer;
    }
    if (arguments.author.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Say whose work it is: --author NAME."));
    triage::Draft draft;
    draft.ruling = *ruling;
    draft.words = q(arguments.words);
    draft.guidelineText = q(arguments.guideline);
    draft.className = q(arguments.className);
    if (!arguments.submission.empty()) {
        const auto id = SubmissionId::fromString(q(arguments.submission));
        if (!id)
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("“%1” is no id of a submission.").arg(q(arguments.submission)));
        draft.submission = *id;
    }
    if (!arguments.insteadOf.empty()) {
        const auto id = base::Uuid::fromString(q(arguments.insteadOf));
        if (!id)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no id of a decision.").arg(q(arguments.insteadOf)));
        draft.waiting = *id;
    }
    const auto done = triage::decide(*opened->project, opened->item.id, q(arguments.author), draft, context.person());
    if (!done)
        return fail(done.error());
    answer.json = {
        {"id", toJson(done->entry.toString())}, {"state", toJson(model::taskStateName(done->state))}, {"waits", done->waits}};
    answer.text = QStringLiteral("%1: %2%3.\n")
                      .arg(opened->item.name, model::taskStateName(done->state),
                           done->waits ? QStringLiteral(", until what it needs is there") : QString());
    return answer;
}

Result<Answer> goOn(Context &context, const TriageArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    const auto report = triage::goOn(*opened->project, context.mediaOpener(), context.person());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"to_do_again", Json::array()}, {"issues", issuesToJson(report->issues)}};
    for (const triage::WentOn &went : report->list) {
        answer.json["to_do_again"].push_back(
            {{"item", toJson(went.item.toString())}, {"name", toJson(went.itemName)}, {"author", toJson(went.author)}});
        answer.text += QStringLiteral("%1: to do again for %2.\n").arg(went.itemName, went.author);
    }
    if (report->list.empty())
        answer.text = QStringLiteral("Nothing that was waited for is there.\n");
    answer.text += issuesToText(report->issues);
    answer.problems = hasProblems(report->issues);
    return answer;
}

Result<Answer> medium(Context &context, const TriageArguments &arguments)
{
    {
        const auto opened = open(context, arguments, store::Project::Access::Write);
        if (!opened)
            return fail(opened.error());
        const auto done =
            triage::replaceMedium(*opened->project, context.mediaOpener(), opened->item.id, q(arguments.file), context.person());
        if (!done)
            return fail(done.error());
    }
    return goOn(context, arguments);
}

Json rateJson(const triage::Rate &rate)
{
    const quality::Interval interval = rate.interval();
    return {{"name", toJson(rate.name)},
            {"n", rate.handedIn},
            {"cannot_label", rate.cannotLabel},
            {"share", rate.handedIn > 0 ? Json(rate.share()) : Json()},
            {"interval", Json::array({interval.low, interval.high})}};
}

QString rateText(const QString &name, const triage::Rate &rate)
{
    const quality::Interval interval = rate.interval();
    return QStringLiteral("  %1 %2 of %3  %4 %  (95 %: %5 – %6 %)\n")
        .arg(name, -28)
        .arg(rate.cannotLabel)
        .arg(rate.handedIn)
        .arg(100 * rate.share(), 0, 'f', 1)
        .arg(100 * interval.low, 0, 'f', 1)
        .arg(100 * interval.high, 0, 'f', 1);
}

Result<Answer> rates(Context &context, const TriageArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Read);
    if (!opened)
        return fail(opened.error());
    const auto rates = triage::ratesOf(*opened->project, context.person());
    if (!rates)
        return fail(rates.error());
    Answer answer;
    answer.json = {{"all", rateJson(rates->all)}};
    answer.text = rateText(QStringLiteral("all"), rates->all);
    const std::pair<const char *, const std::vector<triage::Rate> *> parts[] = {
        {"people", &rates->people}, {"reasons", &rates->reasons}, {"classes", &rates->classes}};
    for (const auto &[title, list] : parts) {
        answer.json[title] = Json::array();
        answer.text += QLatin1String(title) + QLatin1Char('\n');
        for (const triage::Rate &rate : *list) {
            answer.json[title].push_back(rateJson(rate));
            answer.text += rateText(rate.name, rate);
        }
    }
    return answer;
}

}  // namespace

void addTriageVerb(CLI::App &app, Context &context)
{
    CLI::App *verb = app.add_subcommand("triage", "Decide about work that could not be labeled; see docs/triage.md");
    verb->require_subcommand(1);
    auto arguments = std::make_shared<TriageArguments>();
    using Run = Result<Answer> (*)(Context &, const TriageArguments &);
    const auto step = [&](const char *name, const char *what, Run run) {
        CLI::App *sub = verb->add_subcommand(name, what);
        sub->add_option("PROJECT", arguments->folder)->required();
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *arguments); }; });
        return sub;
    };
    step("list", "What could not be labeled, by reason, with what was decided so far", list)
        ->add_option("--item", arguments->item, "Id or name; without it all");
    CLI::App *decision = step("decide", "Say what becomes of it", decide);
    decision->add_option("--item", arguments->item, "Id or name")->required();
    decision->add_option("--author", arguments->author, "Whose work; not for include");
    decision->add_option("--decision", arguments->decision, "fix-media, answer, new-class, exclude, hand-back or include")
        ->required();
    decision->add_option("--words", arguments->words, "For the author, as a remark");
    decision->add_option("--guideline", arguments->guideline, "Of an answer: a paragraph to add to the guideline");
    decision->add_option("--class", arguments->className, "Of new-class: the class that is to come");
    decision->add_option("--submission", arguments->submission, "Only when this is still the latest");
    decision->add_option("--instead-of", arguments->insteadOf, "Id of the waiting decision that this one replaces");
    step("go-on", "Send back to do what waited for a medium or class that is there now", goOn);
    CLI::App *replace = step("medium", "Give an item another file, and send back to do what waited for it", medium);
    replace->add_option("--item", arguments->item, "Id or name")->required();
    replace->add_option("--file", arguments->file)->required();
    step("rates", "How often work could not be labeled: per person, reason and class, in the order of names", rates);
}

}  // namespace plumbline::cli
