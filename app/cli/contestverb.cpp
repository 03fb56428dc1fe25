// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/workflow/contests.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;
using workflow::Contest;

namespace {

struct ContestArguments {
    std::string folder;
    std::string item;
    std::string from;
    std::string to;
    std::string words;
    std::string contest;
    std::string what;
    std::string layer = "accepted";
    bool figure = false;
    bool another = false;
    bool open = false;
    bool results = false;
};

Json timeJson(std::int64_t microseconds)
{
    return microseconds == 0 ? Json(nullptr) : toJson(model::isoFromMicroseconds(microseconds));
}

Json contestJson(const Contest &contest)
{
    Json json = {{"id", toJson(contest.id.toString())},
                 {"by", toJson(contest.by)},
                 {"authenticated", contest.authenticated},
                 {"about", contest.aboutFigure() ? "figure" : "item"},
                 {"item", contest.aboutFigure() ? Json(nullptr) : toJson(contest.item.toString())},
                 {"from", timeJson(contest.fromMicroseconds)},
                 {"to", timeJson(contest.toMicroseconds)},
                 {"words", toJson(contest.words)},
                 {"created", timeJson(contest.createdMicroseconds)},
                 {"answer", nullptr}};
    if (contest.answer)
        json["answer"] = {
            {"by", toJson(contest.answer->by)},
            {"what", contest.answer->what ? toJson(workflow::contestAnswerName(*contest.answer->what)) : Json(nullptr)},
            {"words", toJson(contest.answer->words)},
            {"created", timeJson(contest.answer->createdMicroseconds)}};
    return json;
}

QString contestText(const Contest &contest)
{
    QString text = QStringLiteral("%1  %2  %3  “%4”\n")
                       .arg(contest.id.toString(), contest.by,
                            contest.aboutFigure() ? QStringLiteral("figure") : contest.item.toString(), contest.words);
    if (contest.answer)
        text += QStringLiteral("    %1%2: “%3”\n")
                    .arg(contest.answer->by,
                         contest.answer->what ? QStringLiteral(" (%1)").arg(workflow::contestAnswerName(*contest.answer->what))
                                              : QString(),
                         contest.answer->words);
    return text;
}

Json resultsJson(const std::vector<workflow::ContestedResult> &results)
{
    Json list = Json::array();
    for (const workflow::ContestedResult &result : results)
        list.push_back({{"submission", toJson(result.submission.toString())},
                        {"item", toJson(result.item.toString())},
                        {"name", toJson(result.name)},
                        {"kind", result.kind == workflow::GoldKind::Practice ? "practice" : "blind"},
                        {"right", result.outcome ? Json(result.outcome->right) : Json(nullptr)},
                        {"wrong", result.outcome ? Json(result.outcome->wrong) : Json(nullptr)},
                        {"withdrawn", !result.outcome},
                        {"time", timeJson(result.timeMicroseconds)}});
    return list;
}

Result<Answer> list(Context &context, const ContestArguments &a)
{
    const auto project = context.openProject(a.folder, store::Project::Access::Read, workflow::Act::Label);
    if (!project)
        return fail(project.error());
    const auto all = workflow::contests(**project, context.person());
    if (!all)
        return fail(all.error());
    Answer answer;
    answer.json["contests"] = Json::array();
    for (const Contest &contest : *all) {
        if (a.open && contest.answer)
            continue;
        Json json = contestJson(contest);
        answer.text += contestText(contest);
        if (a.results) {
            const auto results = workflow::contestedResults(**project, contest, context.person());
            if (!results)
                return fail(results.error());
            json["results"] = resultsJson(*results);
            for (const workflow::ContestedResult &result : *results)
                answer.text +=
                    QStringLiteral("    %1  %2\n")
                        .arg(result.name,
                             result.outcome
                                 ? QStringLiteral("%1 right, %2 wrong").arg(result.outcome->right).arg(result.outcome->wrong)
                                 : QStringLiteral("withdrawn"));
        }
        answer.json["contests"].push_back(std::move(json));
    }
    if (answer.json["contests"].empty())
        answer.text = QStringLiteral("There are no contests.");
    return answer;
}

Result<std::int64_t> timeOf(const std::string &text, bool end)
{
    if (text.empty())
        return std::int64_t(0);
    const QString given = q(text);
    const QString full =
        given.contains(QLatin1Char('T')) ? given : given + (end ? QStringLiteral("T23:59:59Z") : QStringLiteral("T00:00:00Z"));
    const auto time = model::microsecondsFromIso(full);
    return time ? Result<std::int64_t>(*time)
                : fail(ErrorCode::InvalidArgument,
                       QStringLiteral("“%1” is no day; write 2026-12-31 or 2026-12-31T12:00:00Z.").arg(given));
}

Result<Answer> openOne(Context &context, const ContestArguments &a)
{
    if (a.figure != a.item.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Say what is contested: --item ITEM, or --figure."));
    const auto project = context.openProject(a.folder, store::Project::Access::Write, workflow::Act::Label);
    if (!project)
        return fail(project.error());
    workflow::ContestDraft draft;
    draft.words = q(a.words);
    const auto from = timeOf(a.from, false);
    const auto to = timeOf(a.to, true);
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    draft.fromMicroseconds = *from;
    draft.toMicroseconds = *to;
    if (!a.figure) {
        const auto reader = (*project)->store().reader();
        const auto item = reader ? Context::findItem(**reader, q(a.item)) : Result<model::Item>(fail(reader.error()));
        if (!item)
            return fail(item.error());
        draft.item = item->id;
    }
    const auto contest = workflow::openContest(**project, draft, context.person());
    if (!contest)
        return fail(contest.error());
    Answer answer;
    answer.json = contestJson(*contest);
    answer.text = QStringLiteral("Contested as %1.").arg(contest->id.toString());
    return answer;
}

Result<Answer> reply(Context &context, const ContestArguments &a)
{
    const auto id = Uuid::fromString(q(a.contest));
    const auto what = workflow::contestAnswerFromName(q(a.what));
    if (!id)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no id of a contest.").arg(q(a.contest)));
    if (!what)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no answer.").arg(q(a.what)));
    const auto project = context.openProject(a.folder, store::Project::Access::Write, workflow::Act::KeepGold);
    if (!project)
        return fail(project.error());
    workflow::ContestReply reply{*id, *what, {}, q(a.layer), a.another, q(a.words)};
    if (!a.item.empty()) {
        const auto reader = (*project)->store().reader();
        const auto item = reader ? Context::findItem(**reader, q(a.item)) : Result<model::Item>(fail(reader.error()));
        if (!item)
            return fail(item.error());
        reply.item = item->id;
    }
    const auto report = workflow::answerContest(**project, reply, context.person(), context.control());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"contest", a.contest},         {"what", a.what},
                   {"keys", report->keys},         {"removed", report->removed},
                   {"scored", report->scored},     {"rescored", report->rescored},
                   {"unscored", report->unscored}, {"issues", issuesToJson(report->issues)}};
    answer.text =
        QStringLiteral("Answered; %1 results are other than before.\n").arg(report->scored + report->rescored + report->unscored)
        + issuesToText(report->issues);
    answer.problems = hasProblems(report->issues);
    return answer;
}

}  // namespace

void addContestVerb(CLI::App &app, Context &context)
{
    auto a = std::make_shared<ContestArguments>();
    CLI::App *verb = app.add_subcommand("contest", "Scores that somebody says are wrong");
    verb->require_subcommand(1);
    const auto add = [=, &context](const char *name, const char *text, const auto &run) {
        CLI::App *sub = verb->add_subcommand(name, text);
        sub->add_option("PROJECT", a->folder)->required();
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *a); }; });
        return sub;
    };
    CLI::App *listed = add("list", "What was contested, and the answers: your own; everybody's for leads", list);
    listed->add_flag("--open", a->open, "Only what has no answer yet");
    listed->add_flag("--results", a->results, "With the results behind each (for leads)");
    CLI::App *opened = add("open", "Contest a practice item, or your figure as a whole", openOne);
    opened->add_option("--item", a->item, "A practice item that you handed in (id or name)");
    opened->add_flag("--figure", a->figure, "Your figure of a period");
    opened->add_option("--from", a->from, "First day of the period; from the beginning when not given");
    opened->add_option("--to", a->to, "Last day of the period; until now when not given");
    opened->add_option("--words", a->words, "What is wrong")->required();
    CLI::App *answered = add("answer", "Answer a contest (for leads)", reply);
    answered->add_option("--contest", a->contest, "Its id")->required();
    answered->add_option("--what", a->what, "What is done")
        ->required()
        ->check(CLI::IsMember({"key-stays", "key-changed", "key-withdrawn", "result-withdrawn", "to-adjudication"}));
    answered->add_option("--item", a->item, "Of a figure: which result is meant (id or name)");
    answered->add_option("--layer", a->layer, "Of key-changed: whose labels become the key");
    answered->add_flag("--another", a->another, "Of key-changed: they are right too, beside what the key says already");
    answered->add_option("--words", a->words, "For the person; of a figure, name no item")->required();
}

}  // namespace plumbline::cli
