// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/audit/log.h"
#include "core/workflow/calibrations.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/judging.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <array>
#include <cmath>

namespace plumbline::cli {

using base::toJson;

namespace {

struct JudgeArguments {
    std::string folder;
    std::string labels;
    std::string gold;
    bool allGold = false;
    std::string item;
    std::string reason;
    std::string comment;
    std::vector<double> place;
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

QString chartName(quality::DriftChartKind kind)
{
    switch (kind) {
    case quality::DriftChartKind::Cusum: return QStringLiteral("cusum");
    case quality::DriftChartKind::Ewma: return QStringLiteral("ewma");
    case quality::DriftChartKind::BernoulliCusum: return QStringLiteral("bernoulli-cusum");
    }
    return {};
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
    options.comment = q(arguments.comment);
    if (arguments.place.size() == 2) {
        if (!std::isfinite(arguments.place[0]) || !std::isfinite(arguments.place[1]))
            return fail(ErrorCode::InvalidArgument, QStringLiteral("A place is two numbers of pixels."));
        options.place = geometry::Point{arguments.place[0], arguments.place[1]};
    }
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
            const auto &label = remark.truth ? remark.truth : remark.said;
            const bool framed = label && label->frame;
            answer.json["practice"].push_back({{"kind", toJson(remarkName(remark.kind))},
                                               {"iou", remark.iou},
                                               {"frame", framed ? Json(label->frame->index) : Json()},
                                               {"geometry", about}});
            answer.text += QStringLiteral("  practice: %1%2\n")
                               .arg(remarkName(remark.kind), framed ? QStringLiteral(", frame %1").arg(label->frame->index) : QString());
        }
    }
    return answer;
}

Result<Answer> judge(Context &context, const JudgeArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Write,
                                             arguments.item.empty() ? workflow::Act::KeepGold : workflow::Act::Label);
    if (!project)
        return fail(project.error());
    if (!arguments.item.empty())
        return submitItem(context, **project, arguments);
    if (arguments.labels.empty() && arguments.gold.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Name what to record: --item ID, or --labels FILE.csv with --gold FILE.csv if there is gold."));
    const auto report = workflow::recordJudgements(**project, {q(arguments.labels), q(arguments.gold), arguments.allGold}, context.person(),
                                                   context.random(), context.control());
    if (!report)
        return fail(report.error());
    if (!arguments.gold.empty())
        audit::note(**project, context.person(), audit::Action::GoldChanged, QStringLiteral("judge"), {{"answers", report->gold}});
    Answer answer;
    answer.json = {{"judgements", report->judgements},
                   {"gold", report->gold},
                   {"scored", report->scored},
                   {"rescored", report->rescored},
                   {"withdrawn", report->withdrawn},
                   {"issues", issuesToJson(report->issues)}};
    answer.text = QStringLiteral("Recorded %1 judgements and %2 gold answers; %3 were scored.\n")
                      .arg(report->judgements)
                      .arg(report->gold)
                      .arg(report->scored)
                  + (report->rescored + report->withdrawn > 0
                         ? QStringLiteral("%1 earlier judgements were scored anew; %2 gold answers were taken away.\n")
                               .arg(report->rescored)
                               .arg(report->withdrawn)
                         : QString())
                  + issuesToText(report->issues);
    answer.problems = hasProblems(report->issues);
    return answer;
}

struct ScoreArguments {
    std::string folder;
    std::string annotator;
    workflow::CalibrationSettings settings;
};

Json alarmJson(const quality::DriftAlarm &alarm)
{
    return {{"direction", alarm.worse ? "worse" : "better"},
            {"chart", toJson(chartName(alarm.chart))},
            {"from", alarm.fromNumber},
            {"at", alarm.atNumber},
            {"from_time", toJson(model::isoFromMicroseconds(alarm.fromMicroseconds))},
            {"at_time", toJson(model::isoFromMicroseconds(alarm.atMicroseconds))},
            {"n", alarm.n()},
            {"errors", alarm.errors},
            {"mean_residual", alarm.meanResidual},
            {"statistic", alarm.statistic},
            {"limit", alarm.limit}};
}

Json driftJson(const quality::LiveCalibration &live)
{
    const quality::DriftPlan &plan = live.options().drift;
    Json charts = Json::array();
    for (const auto &[kind, inControl] : {std::pair(quality::DriftChartKind::BernoulliCusum, plan.bernoulli.inControl),
                                          {quality::DriftChartKind::Cusum, plan.cusumInControl},
                                          {quality::DriftChartKind::Ewma, plan.ewmaInControl}}) {
        const quality::DriftChart &chart = live.chart(kind);
        charts.push_back({{"chart", toJson(chartName(kind))},
                          {"value", chart.point().upper},
                          {"lower", chart.point().lower},
                          {"limit", chart.limit()},
                          {"towards_alarm", chart.towardsAlarm()},
                          {"run_length_in_control", inControl}});
    }
    Json alarms = Json::array();
    bool worse = false;
    for (const quality::DriftAlarm &alarm : live.alarms()) {
        alarms.push_back(alarmJson(alarm));
        worse = worse || alarm.worse;
    }
    return {{"state", worse ? "worse" : alarms.empty() ? "in-control" : "better"}, {"n", live.items().n()}, {"acceptable", plan.bernoulli.acceptable}, {"too_much", plan.bernoulli.tooMuch}, {"charts", charts}, {"alarms", alarms}};
}

Json pauseJson(const quality::PauseProposal &proposal)
{
    return {{"proposed", proposal.proposed},
            {"still_holds", proposal.stillHolds},
            {"at", proposal.firedAt > 0 ? Json(proposal.firedAt) : Json()},
            {"rule", toJson(proposal.rule.text())},
            {"n", proposal.counts.n()},
            {"right", proposal.counts.right},
            {"false_pause_rate", proposal.falsePauseRate},
            {"good_accuracy", proposal.goodAccuracy},
            {"horizon", proposal.horizon}};
}

/// Words for classes: those of the schema, and labels that were judged without one.
class ClassNames
{
public:
    static Result<ClassNames> of(const store::Project &project, const store::Reader &reader, const quality::ConfusionCounts &confusion)
    {
        ClassNames names;
        const auto schema = reader.schema();
        if (!schema)
            return fail(schema.error());
        for (const model::LabelClass &labelClass : schema->classes)
            names.m_names.insert(labelClass.id, labelClass.name);
        QSet<ClassId> unknown;
        for (const auto &[classes, count] : confusion)
            for (const ClassId id : {classes.first, classes.second})
                if (!id.isNull() && !names.m_names.contains(id))
                    unknown.insert(id);
        if (unknown.isEmpty())
            return names;
        QSet<QString> seen;
        if (const QString path = workflow::GoldStore::standardPath(project.id()); QFileInfo::exists(path)) {
            const auto gold = workflow::GoldStore::open(path);
            const auto answers = gold ? (*gold)->answers() : Result<std::vector<std::pair<QString, QString>>>(fail(gold.error()));
            if (!answers)
                return fail(answers.error());
            for (const auto &[task, label] : *answers)
                names.m_names.insert(workflow::judgedClass(label), label);
        }
        const auto visited = reader.visitJudgements([&](const model::Judgement &judgement) -> Result<> {
            if (!seen.contains(judgement.label)) {
                seen.insert(judgement.label);
                names.m_names.insert(workflow::judgedClass(judgement.label), judgement.label);
            }
            return {};
        });
        if (!visited)
            return fail(visited.error());
        return names;
    }
    [[nodiscard]] std::string operator()(ClassId id) const
    {
        return (id.isNull() ? QStringLiteral("(none)") : m_names.value(id, id.toString())).toStdString();
    }

private:
    QHash<ClassId, QString> m_names;
};

Json classesJson(const quality::AnnotatorScore &score, const workflow::ProjectCalibration &all, const ClassNames &nameOf)
{
    Json classes = Json::object();
    for (const auto &[id, counts] : score.perClass()) {
        const quality::BetaPosterior own = quality::BetaPosterior::of(counts.right, counts.n - counts.right);
        classes[nameOf(id)] = {{"right", counts.right}, {"n", counts.n}, {"accuracy", own.mean()}, {"interval", intervalJson(own.interval())}};
    }
    for (const quality::ConfusionRow &row : quality::confusionRows(score.confusion(), all.confusion)) {
        Json said = Json::object();
        for (const quality::ConfusionRow::Cell &cell : row.cells)
            said[nameOf(cell.said)] = {{"count", cell.count}, {"share", cell.mean}, {"interval", intervalJson(cell.interval)}};
        classes[nameOf(row.truth)]["said"] = said;
    }
    return classes;
}

Json meanJson(const quality::ClusteredMean &mean, double scale = 1)
{
    const auto value = mean.mean();
    const auto interval = mean.interval();
    return {{"mean", value ? Json(scale * *value) : Json()},
            {"interval", interval ? intervalJson({scale * interval->low, scale * interval->high}) : Json()},
            {"n", mean.objects()}};
}

constexpr double centimetres = 100;  // in a metre
constexpr std::array<const char *, 6> faceNames{"back", "front", "right", "left", "bottom", "top"};

Json cuboidsJson(const quality::CuboidErrors &cuboids)
{
    if (cuboids.objects() == 0)
        return {};
    Json faces = Json::object();
    for (std::size_t i = 0; i < faceNames.size(); ++i)
        faces[faceNames[i]] = {{"signed", meanJson(cuboids.face()[i], centimetres)},
                               {"absolute", meanJson(cuboids.faceAbsolute()[i], centimetres)}};
    return {{"n", cuboids.objects()},
            {"heading_flipped", cuboids.flipped()},
            {"centre_metres", meanJson(cuboids.centre())},
            {"size_ratio",
             {{"length", meanJson(cuboids.sizeRatio()[0])},
              {"width", meanJson(cuboids.sizeRatio()[1])},
              {"height", meanJson(cuboids.sizeRatio()[2])}}},
            {"heading_radians", meanJson(cuboids.heading())},
            {"faces_centimetres", faces}};
}

QString meanText(const quality::ClusteredMean &mean, double scale, int digits)
{
    const auto interval = mean.interval();
    const QString value = QString::number(scale * mean.mean().value_or(0), 'f', digits);
    return interval ? QStringLiteral("%1 [%2 to %3]").arg(value).arg(scale * interval->low, 0, 'f', digits).arg(scale * interval->high, 0, 'f', digits)
                    : value;
}

QString cuboidsText(const quality::CuboidErrors &cuboids)
{
    QString text = QStringLiteral("    cuboids: n = %1, centre %2 m, heading %3 rad and %4 flipped, size ratios %5, %6, %7\n")
                       .arg(cuboids.objects())
                       .arg(meanText(cuboids.centre(), 1, 3), meanText(cuboids.heading(), 1, 3))
                       .arg(cuboids.flipped())
                       .arg(meanText(cuboids.sizeRatio()[0], 1, 3), meanText(cuboids.sizeRatio()[1], 1, 3),
                            meanText(cuboids.sizeRatio()[2], 1, 3));
    for (std::size_t i = 0; i < faceNames.size(); ++i)
        text += QStringLiteral("      %1 %2 cm outwards, absolute %3 cm\n")
                    .arg(QLatin1String(faceNames[i]), -6)
                    .arg(meanText(cuboids.face()[i], centimetres, 1), meanText(cuboids.faceAbsolute()[i], centimetres, 1));
    return text;
}

Json personJson(const workflow::PersonCalibration &person, const workflow::ProjectCalibration &all, const ClassNames &names)
{
    const quality::AnnotatorScore &s = person.score;
    const quality::BetaPosterior posterior = s.posterior(all.prior.prior);
    const auto confidence = s.confidence();
    const auto meanIou = s.meanIou();
    const auto iouInterval = person.live.iou().interval();
    const auto boundary = person.live.boundary().mean();
    const auto boundaryInterval = person.live.boundary().interval();
    const auto stated = person.live.confidence().summary();
    return {{"annotator", toJson(person.name)},
            {"accuracy", posterior.mean()},
            {"interval", intervalJson(posterior.interval())},
            {"n", s.n()},
            {"items", s.items()},
            {"right", s.right()},
            {"missed", s.missed()},
            {"invented", s.invented()},
            {"wrong_class", s.wrongClass()},
            {"mean_iou", meanIou ? Json(*meanIou) : Json()},
            {"mean_iou_interval", iouInterval ? intervalJson(*iouInterval) : Json()},
            {"boundary_error", boundary ? Json(*boundary) : Json()},
            {"boundary_error_interval", boundaryInterval ? intervalJson(*boundaryInterval) : Json()},
            {"boundary_error_n", person.live.boundary().objects()},
            {"cuboids", cuboidsJson(person.live.cuboids())},
            {"per_class", classesJson(s, all, names)},
            {"brier", confidence ? Json(confidence->brier) : Json()},
            {"ece", confidence ? Json(confidence->ece) : Json()},
            {"ece_bins", confidence ? Json(confidence->bins) : Json()},
            {"confidence_n", confidence ? Json(confidence->n) : Json(0)},
            {"log_loss", stated.n > 0 ? Json(stated.logLoss) : Json()},
            {"ability", all.difficultyKnown ? Json({{"mean", person.live.ability().mean()}, {"interval", intervalJson(person.live.ability().interval())}})
                                            : Json()},
            {"drift", driftJson(person.live)},
            {"pause", pauseJson(quality::pauseProposal(person.live.pause(), all.plan))}};
}

QString personText(const workflow::PersonCalibration &person, const workflow::ProjectCalibration &all)
{
    const quality::BetaPosterior posterior = person.score.posterior(all.prior.prior);
    const quality::Interval interval = posterior.interval();
    QString text = QStringLiteral("%1  %2 [%3–%4]  n = %5 decisions on %6 gold items\n")
                       .arg(person.name, -16)
                       .arg(posterior.mean(), 0, 'f', 3)
                       .arg(interval.low, 0, 'f', 3)
                       .arg(interval.high, 0, 'f', 3)
                       .arg(person.score.n())
                       .arg(person.score.items());
    if (const auto confidence = person.score.confidence())
        text += QStringLiteral("    confidence: Brier %1, ECE %2 (%3 bins, n = %4)\n")
                    .arg(confidence->brier, 0, 'f', 3)
                    .arg(confidence->ece, 0, 'f', 3)
                    .arg(confidence->bins)
                    .arg(confidence->n);
    if (person.live.cuboids().objects() > 0)
        text += cuboidsText(person.live.cuboids());
    if (const auto &alarms = person.live.alarms(); !alarms.empty())
        text += QStringLiteral("    drift: %1 alarms, the last: %2\n").arg(alarms.size()).arg(alarms.back().text());
    const auto proposal = quality::pauseProposal(person.live.pause(), all.plan);
    if (proposal.proposed)
        text += QStringLiteral("    %1\n").arg(proposal.text());
    return text;
}

Result<Answer> score(Context &context, const ScoreArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::SeeTeam);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    const auto members = (*reader)->members();
    if (!members)
        return fail(members.error());
    const auto all = workflow::calibrations(**project, arguments.settings, q(arguments.annotator), context.control());
    if (!all)
        return fail(all.error());
    if (!arguments.annotator.empty() && all->people.empty()) {
        if (std::none_of(members->begin(), members->end(), [&](const model::Member &m) { return m.name == q(arguments.annotator); }))
            return fail(ErrorCode::NotFound, QStringLiteral("Nobody named “%1” has been scored or is a member.").arg(q(arguments.annotator)));
    }
    const auto names = ClassNames::of(**project, **reader, all->confusion);
    if (!names)
        return fail(names.error());
    Answer answer;
    answer.json = {{"annotators", Json::array()},
                   {"prior",
                    {{"alpha", all->prior.prior.alpha},
                     {"beta", all->prior.prior.beta},
                     {"annotators", all->prior.annotators},
                     {"text", toJson(quality::priorText(all->prior))}}},
                   {"difficulty_adjusted", all->difficultyKnown},
                   {"gold_to_review", Json::array()}};
    for (const workflow::PersonCalibration &person : all->people) {
        answer.json["annotators"].push_back(personJson(person, *all, *names));
        answer.text += personText(person, *all);
    }
    for (const auto &[item, finding] : all->findings)
        answer.json["gold_to_review"].push_back({{"item", toJson(item.toString())},
                                                 {"action", finding.adjudicate() ? "adjudicate" : "retire"},
                                                 {"n", finding.n},
                                                 {"right", finding.right},
                                                 {"why", toJson(finding.text())}});
    if (all->people.empty()) {
        answer.text = QStringLiteral("Nobody has been scored yet: there is no gold, or no submission on it.");
        return answer;
    }
    answer.text += quality::priorText(all->prior) + QLatin1Char('\n');
    answer.text += QStringLiteral("Pause rule: %1; pauses somebody of %2 % in %3 % of cases within %4 gold items.\n")
                       .arg(arguments.settings.rule.text())
                       .arg(100 * all->plan.goodAccuracy, 0, 'g', 3)
                       .arg(100 * all->plan.falsePauseRate, 0, 'f', 2)
                       .arg(all->plan.horizon);
    if (!all->findings.empty())
        answer.text += QStringLiteral("%1 gold items need a look (--json lists them).\n").arg(all->findings.size());
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
        CLI::Option *cannot = verb->add_option("--cannot-label", a->reason, "Hand in as cannot label, with this reason");
        verb->add_option("--comment", a->comment, "Of --cannot-label: what the problem is")->needs(cannot);
        verb->add_option("--place", a->place, "Of --cannot-label: where it is, x y in pixels")
            ->expected(2)
            ->check(CLI::Range(-1e6, 1e6))
            ->needs(cannot);
        verb->add_option("--labels", a->labels, "CSV task,annotator,label[,confidence,time]");
        verb->add_option("--gold", a->gold, "CSV task,truth: right answers, kept outside the project");
        verb->add_flag("--all-gold", a->allGold, "The file of --gold is all the gold: what it does not name is gold no more");
        verb->callback([=, &context] { context.run = [=, &context] { return judge(context, *a); }; });
    }
    auto a = std::make_shared<ScoreArguments>();
    CLI::App *verb = app.add_subcommand("score", "How well calibrated each annotator is");
    workflow::CalibrationSettings &settings = a->settings;
    const CLI::Range share(0.0, 1.0);
    verb->add_option("PROJECT", a->folder)->required();
    verb->add_option("--annotator", a->annotator, "Only this member");
    verb->add_option("--good", settings.goodAccuracy, "Accuracy of somebody who should not be paused")->check(share)->capture_default_str();
    verb->add_option("--bad", settings.rule.threshold, "Propose a pause when accuracy is below this…")->check(share)->capture_default_str();
    verb->add_option("--certainty", settings.rule.certainty, "…with this certainty")->check(share)->capture_default_str();
    verb->add_option("--horizon", settings.horizon, "Gold items planned for each annotator")->check(CLI::Range(1, 10000))->capture_default_str();
    settings.ownBaseline = true;
    verb->add_option("--acceptable", settings.acceptable,
                     "Error rate that is in control for everybody (otherwise: of one's own first results and the middle of the team)")
        ->check(share)
        ->each([a](const std::string &) { a->settings.ownBaseline = false; });
    verb->add_option("--too-much", settings.tooMuch, "Error rate that drift charts look for; without --acceptable, 5 % less is how much worse somebody has become")->check(share)->capture_default_str();
    verb->add_option("--run-length", settings.runLength, "Gold items between false alarms of a drift chart")->capture_default_str();
    verb->callback([=, &context] { context.run = [=, &context] { return score(context, *a); }; });
}

}  // namespace plumbline::cli
