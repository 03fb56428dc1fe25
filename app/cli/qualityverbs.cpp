// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/workflow/desk.h"
#include "core/workflow/judging.h"


#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

struct JudgeArguments {
    std::string folder;
    std::string labels;
    std::string gold;
    std::string item;
    std::string reason;
    std::optional<double> confidence;
};

Json intervalJson(const quality::Interval &interval)
{
    return Json::array({interval.low, interval.high});
}

Json readingJson(const quality::GaugeReading &reading)
{
    if (!reading.enough)
        return {{"enough", false}};
    return {{"enough", true}, {"mean", reading.mean}, {"interval", intervalJson(reading.interval)}, {"n", reading.decisions}};
}

QString remarkName(quality::GoldRemark::Kind kind)
{
    switch (kind) {
    case quality::GoldRemark::Kind::Missed: return QStringLiteral("missed");
    case quality::GoldRemark::Kind::Invented: return QStringLiteral("invented");
    case quality::GoldRemark::Kind::WrongClass: return QStringLiteral("wrong-class");
    case quality::GoldRemark::Kind::Loose: return QStringLiteral("loose");
    case quality::GoldRemark::Kind::ShouldBeCannotLabel: return QStringLiteral("should-be-cannot-label");
    case quality::GoldRemark::Kind::ShouldNotBeCannotLabel: return QStringLiteral("should-not-be-cannot-label");
    }
    return {};
}

Result<Answer> submitItem(Context &context, store::Project &project, const JudgeArguments &arguments)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto item = Context::findItem(**reader, q(arguments.item));
    if (!item)
        return fail(item.error());
    workflow::SubmitOptions options;
    options.confidence = arguments.confidence;
    options.cannotLabel = !arguments.reason.empty();
    options.reason = q(arguments.reason);
    const auto result = workflow::submit(project, item->id, context.person(), options, context.random());
    if (!result)
        return fail(result.error());
    Answer answer;
    answer.json = {{"judgements", 1},
                   {"submission", toJson(result->submission.id.toString())},
                   {"number", result->submission.number},
                   {"gauge", readingJson(result->gauge)}};
    answer.text = QStringLiteral("Submitted %1 (number %2 of its round).\n").arg(item->name).arg(result->submission.number);
    if (result->practice) {
        answer.json["practice"] = Json::array();
        for (const quality::GoldRemark &remark : result->remarks) {
            const Json about = remark.truth  ? model::geometryToJson(remark.truth->geometry)
                               : remark.said ? model::geometryToJson(remark.said->geometry)
                                             : Json();
            answer.json["practice"].push_back({{"kind", toJson(remarkName(remark.kind))}, {"iou", remark.iou}, {"geometry", about}});
            answer.text += QStringLiteral("  practice: %1\n").arg(remarkName(remark.kind));
        }
    }
    return answer;
}

Result<Answer> judge(Context &context, const JudgeArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Write);
    if (!project)
        return fail(project.error());
    if (!arguments.item.empty())
        return submitItem(context, **project, arguments);
    if (arguments.labels.empty() && arguments.gold.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Name what to record: --item ID, or --labels FILE.csv with --gold FILE.csv if there is gold."));
    const auto report = workflow::recordJudgements(**project, {q(arguments.labels), q(arguments.gold)}, context.person(),
                                                   context.random(), context.control());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"judgements", report->judgements},
                   {"gold", report->gold},
                   {"scored", report->scored},
                   {"issues", issuesToJson(report->issues)}};
    answer.text = QStringLiteral("Recorded %1 judgements and %2 gold answers; %3 were scored.\n")
                      .arg(report->judgements)
                      .arg(report->gold)
                      .arg(report->scored)
                  + issuesToText(report->issues);
    answer.problems = hasProblems(report->issues);
    return answer;
}

Result<Answer> score(Context &context, const std::string &folder, const std::string &annotator)
{
    const auto project = context.openProject(folder, store::Project::Access::Read);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    const auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());
    const auto list = workflow::scores(**project, q(annotator));
    if (!list)
        return fail(list.error());
    if (!annotator.empty() && list->empty()) {
        const auto members = (*reader)->members();
        const bool known = members && std::any_of(members->begin(), members->end(), [&](const model::Member &m) { return m.name == q(annotator); });
        if (!known)
            return fail(ErrorCode::NotFound, QStringLiteral("Nobody named “%1” has been scored or is a member.").arg(q(annotator)));
    }
    Answer answer;
    answer.json = {{"annotators", Json::array()}};
    for (const workflow::PersonScore &person : *list) {
        const quality::AnnotatorScore &s = person.score;
        const quality::BetaPosterior posterior = s.posterior();
        Json perClass = Json::object();
        for (const auto &[id, counts] : s.perClass()) {
            const model::LabelClass *labelClass = schema->find(id);
            const QString name = labelClass ? labelClass->name : id.isNull() ? QStringLiteral("(none)") : id.toString();
            const quality::BetaPosterior own = quality::BetaPosterior::of(counts.right, counts.n - counts.right);
            perClass[name.toStdString()] = {{"right", counts.right}, {"n", counts.n}, {"accuracy", own.mean()}, {"interval", intervalJson(own.interval())}};
        }
        const auto confidence = s.confidence();
        const auto meanIou = s.meanIou();
        answer.json["annotators"].push_back({{"annotator", toJson(person.name)},
                                             {"accuracy", posterior.mean()},
                                             {"interval", intervalJson(posterior.interval())},
                                             {"n", s.n()},
                                             {"items", s.items()},
                                             {"right", s.right()},
                                             {"missed", s.missed()},
                                             {"invented", s.invented()},
                                             {"wrong_class", s.wrongClass()},
                                             {"mean_iou", meanIou ? Json(*meanIou) : Json()},
                                             {"per_class", perClass},
                                             {"brier", confidence ? Json(confidence->brier) : Json()},
                                             {"ece", confidence ? Json(confidence->ece) : Json()},
                                             {"ece_bins", confidence ? Json(confidence->bins) : Json()}});
        const quality::Interval interval = posterior.interval();
        answer.text += QStringLiteral("%1  %2 [%3–%4]  n = %5 decisions on %6 gold items\n")
                           .arg(person.name, -16)
                           .arg(posterior.mean(), 0, 'f', 3)
                           .arg(interval.low, 0, 'f', 3)
                           .arg(interval.high, 0, 'f', 3)
                           .arg(s.n())
                           .arg(s.items());
    }
    if (list->empty())
        answer.text = QStringLiteral("Nobody has been scored yet: there is no gold, or no submission on it.");
    return answer;
}

}  // namespace

void addQualityVerbs(CLI::App &app, Context &context)
{
    {
        auto a = std::make_shared<JudgeArguments>();
        CLI::App *verb = app.add_subcommand("judge", "Record submissions and judgements");
        verb->add_option("PROJECT", a->folder)->required();
        verb->add_option("--item", a->item, "Hand in your labels of this item (id or name)");
        verb->add_option("--confidence", a->confidence, "That all of it is right, 0 to 1")->check(CLI::Range(0.0, 1.0));
        verb->add_option("--cannot-label", a->reason, "Hand in as cannot label, with this reason");
        verb->add_option("--labels", a->labels, "CSV task,annotator,label[,confidence,time]");
        verb->add_option("--gold", a->gold, "CSV task,truth: right answers, kept outside the project");
        verb->callback([=, &context] { context.run = [=, &context] { return judge(context, *a); }; });
    }
    auto folder = std::make_shared<std::string>();
    auto annotator = std::make_shared<std::string>();
    CLI::App *verb = app.add_subcommand("score", "How well calibrated each annotator is");
    verb->add_option("PROJECT", *folder)->required();
    verb->add_option("--annotator", *annotator, "Only this member");
    verb->callback([=, &context] { context.run = [=, &context] { return score(context, *folder, *annotator); }; });
}

}  // namespace plumbline::cli
