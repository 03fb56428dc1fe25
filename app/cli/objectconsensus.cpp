// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/objectconsensus.h"

#include "core/workflow/consensuslayer.h"
#include "core/workflow/objectlabelings.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

Json valueOrNull(const quality::Agreement &agreement)
{
    return agreement ? Json(agreement->value) : Json();
}

Json pointJson(const overlap::DetectionPoint &point)
{
    return {{"iou", point.threshold},
            {"value", valueOrNull(point.alpha)},
            {"interval", point.interval ? Json::array({point.interval->interval.low, point.interval->interval.high}) : Json()},
            {"undefined", point.alpha ? Json() : toJson(quality::undefinedText(point.alpha.error()))},
            {"percent", valueOrNull(point.percent)},
            {"units", point.alpha ? Json(point.alpha->units) : Json(0)}};
}

Json distanceJson(const overlap::DistanceResult &distance)
{
    if (!distance)
        return {{"alpha", Json()}, {"undefined", toJson(overlap::noDistancesText(distance.error()))}};
    return {{"alpha", distance->alpha},
            {"sigma", distance->sigma},
            {"ks", distance->ks},
            {"within", distance->within},
            {"across", distance->across},
            {"within_pairs", distance->withinCount},
            {"across_pairs", distance->acrossCount}};
}

QString number(double value)
{
    return QString::number(value, 'f', 4);
}

QString pointText(const overlap::DetectionPoint &point)
{
    QString text = QStringLiteral("  IoU %1  ").arg(point.threshold, 0, 'f', 2);
    text +=
        point.alpha ? number(point.alpha->value) : QStringLiteral("undefined: ") + quality::undefinedText(point.alpha.error());
    if (point.interval)
        text += QStringLiteral("  [%1, %2]").arg(number(point.interval->interval.low), number(point.interval->interval.high));
    if (point.percent)
        text += QStringLiteral("  raw agreement %1").arg(number(point.percent->value));
    return text + QLatin1Char('\n');
}

QString textOf(const workflow::ObjectAgreement &agreement)
{
    const overlap::DetectionAgreement &detection = agreement.detection;
    QString text = QStringLiteral("detection-alpha by IoU threshold\n");
    for (const overlap::DetectionPoint &point : detection.curve)
        text += pointText(point);
    if (detection.scaleComplexity)
        text += QStringLiteral("all classes as one: %1 (%2)\n")
                    .arg(number(detection.merged->value),
                         QStringLiteral("%1%2").arg(QLatin1String(*detection.scaleComplexity < 0 ? "" : "+"),
                                                    number(*detection.scaleComplexity)));
    for (const overlap::RaterVitality &rater : detection.raters)
        text += QStringLiteral("  without %1: %2\n")
                    .arg(rater.annotator, -16)
                    .arg(rater.without ? number(rater.without->value) : quality::undefinedText(rater.without.error()));
    if (agreement.distance)
        text += QStringLiteral("distances: alpha %1, sigma %2, ks %3\n")
                    .arg(number(agreement.distance->alpha), number(agreement.distance->sigma), number(agreement.distance->ks));
    text += QStringLiteral("%1 items, %2 objects, %3 raters")
                .arg(detection.items)
                .arg(detection.objects)
                .arg(detection.raters.size());
    if (detection.notCompared > 0)
        text += QStringLiteral("; %1 labels that have no place in a picture were left out").arg(detection.notCompared);
    return text + QLatin1Char('\n');
}

}  // namespace

Result<Answer> measureObjectAgreement(Context &context, const ObjectAgreementArguments &arguments)
{
    if (arguments.folder.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("detection-alpha compares objects: name a project."));
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::SeeTeam);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    overlap::DetectionOptions options;
    options.reference = arguments.iou;
    options.resamples = arguments.resamples;
    options.seed = arguments.seed;
    const auto agreement = workflow::objectAgreement(**reader, options, context.control());
    if (!agreement)
        return fail(agreement.error());
    const overlap::DetectionAgreement &detection = agreement->detection;
    const overlap::DetectionPoint &reference = detection.atReference();
    Answer answer;
    answer.problems = hasProblems(agreement->issues);
    answer.json = pointJson(reference);
    answer.json["metric"] = "detection-alpha";
    answer.json["ratings"] = reference.alpha ? Json(reference.alpha->ratings) : Json(0);
    answer.json["raters"] = detection.raters.size();
    answer.json["items"] = detection.items;
    answer.json["objects"] = detection.objects;
    answer.json["not_compared"] = detection.notCompared;
    if (reference.interval)
        answer.json["method"] = "95 % percentile interval of " + std::to_string(reference.interval->resamples)
                                + " item resamples, seed " + std::to_string(arguments.seed);
    answer.json["curve"] = Json::array();
    for (const overlap::DetectionPoint &point : detection.curve)
        answer.json["curve"].push_back(pointJson(point));
    answer.json["merged_classes"] = valueOrNull(detection.merged);
    answer.json["scale_complexity"] = detection.scaleComplexity ? Json(*detection.scaleComplexity) : Json();
    answer.json["vitality"] = Json::array();
    for (const overlap::RaterVitality &rater : detection.raters)
        answer.json["vitality"].push_back({{"annotator", toJson(rater.annotator)},
                                           {"items", rater.items},
                                           {"objects", rater.objects},
                                           {"without", valueOrNull(rater.without)},
                                           {"vitality", rater.vitality ? Json(*rater.vitality) : Json()}});
    answer.json["distance"] = distanceJson(agreement->distance);
    answer.json["issues"] = issuesToJson(agreement->issues);
    answer.text = textOf(*agreement) + issuesToText(agreement->issues);
    return answer;
}

namespace {

workflow::ConsensusWeights weightsOf(const std::string &name)
{
    return name == "equal"  ? workflow::ConsensusWeights::Equal
           : name == "gold" ? workflow::ConsensusWeights::Gold
                            : workflow::ConsensusWeights::Agreement;
}

QString textOf(const workflow::ConsensusReport &report, const ObjectConsensusArguments &arguments)
{
    QString text = QStringLiteral("%1 objects on %2 items; %3 clusters below the quorum; %4 items that too few have seen.\n")
                       .arg(report.objects)
                       .arg(report.decided)
                       .arg(report.belowQuorum)
                       .arg(report.undecided);
    text += QStringLiteral("Layer %1: %2 objects new, %3 replaced or removed, %4 unchanged%5.\n")
                .arg(q(arguments.layer))
                .arg(report.created)
                .arg(report.removed)
                .arg(report.unchanged)
                .arg(arguments.dryRun ? QStringLiteral("; nothing was written") : QString());
    for (const workflow::ConsensusPerson &person : report.people)
        text += QStringLiteral("  %1  %2 of %3 objects in the consensus; misses %4, right class %5\n")
                    .arg(person.name, -16)
                    .arg(person.kept)
                    .arg(person.objects)
                    .arg(person.rates.miss, 0, 'f', 3)
                    .arg(person.rates.rightClass, 0, 'f', 3);
    return text;
}

}  // namespace

void ObjectConsensusArguments::addTo(CLI::App &verb)
{
    verb.add_flag("--objects", objects, "Of the objects that were drawn: make one layer of what most agree on");
    verb.add_option("--iou", iou, "From where objects can be the same one")->check(CLI::Range(0.1, 1.0));
    verb.add_option("--quorum", quorum, "People who must have drawn an object; 0 = more than half of those who saw the item")
        ->check(CLI::Range(0, 1000));
    verb.add_option("--least", least, "Items that fewer people have seen are not decided")->check(CLI::Range(1, 1000));
    verb.add_option("--weights", weights, "Whose word counts how much: by agreement, equal, or by gold (for leads)")
        ->check(CLI::IsMember({"agreement", "equal", "gold"}));
    verb.add_option("--layer", layer, "Where the objects go");
    verb.add_flag("--dry-run", dryRun, "Only count");
}

Result<Answer> makeObjectConsensus(Context &context, const std::string &folder, const ObjectConsensusArguments &arguments)
{
    if (folder.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("A consensus of objects is made in a project: name one."));
    const auto project =
        context.openProject(folder, arguments.dryRun ? store::Project::Access::Read : store::Project::Access::Write, workflow::Act::SeeTeam);
    if (!project)
        return fail(project.error());
    workflow::ConsensusOptions options{arguments.iou,      arguments.quorum, arguments.least, weightsOf(arguments.weights),
                                       q(arguments.layer), arguments.dryRun};
    const auto report = workflow::makeConsensusLayer(**project, options, context.person(), context.control());
    if (!report)
        return fail(report.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    const auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());
    Json byClass = Json::object();
    for (const auto &[id, count] : report->byClass) {
        const model::LabelClass *labelClass = schema->find(id);
        const QString name = labelClass ? labelClass->name : id.isNull() ? QStringLiteral("(none)") : id.toString();
        byClass[name.toStdString()] = count;
    }
    Json people = Json::array();
    for (const workflow::ConsensusPerson &person : report->people)
        people.push_back({{"annotator", toJson(person.name)},
                          {"items", person.items},
                          {"objects", person.objects},
                          {"kept", person.kept},
                          {"miss_rate", person.rates.miss},
                          {"invent_rate", person.rates.invent},
                          {"class_accuracy", person.rates.rightClass}});
    Answer answer;
    answer.problems = hasProblems(report->issues);
    answer.json = {{"layer", arguments.layer},
                   {"iou", arguments.iou},
                   {"quorum", arguments.quorum > 0 ? Json(arguments.quorum) : Json()},
                   {"weights", arguments.weights},
                   {"dry_run", arguments.dryRun},
                   {"items", report->decided},
                   {"undecided", report->undecided},
                   {"labelings", report->counts.labelings},
                   {"cannot_label", report->counts.cannotLabel},
                   {"clusters", report->clusters},
                   {"below_quorum", report->belowQuorum},
                   {"objects", report->objects},
                   {"doubtful", report->doubtful},
                   {"by_class", byClass},
                   {"not_compared", report->notCompared},
                   {"created", report->created},
                   {"removed", report->removed},
                   {"unchanged", report->unchanged},
                   {"kept_items", report->keptItems},
                   {"annotators", people},
                   {"gesture", report->ack ? toJson(report->ack->gesture.toString()) : Json()},
                   {"issues", issuesToJson(report->issues)}};
    answer.text = textOf(*report, arguments) + issuesToText(report->issues);
    return answer;
}

}  // namespace plumbline::cli
