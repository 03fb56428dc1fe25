// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/objectconsensus.h"

#include "core/workflow/objectlabelings.h"

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
    text += point.alpha ? number(point.alpha->value) : QStringLiteral("undefined: ") + quality::undefinedText(point.alpha.error());
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
    text += QStringLiteral("%1 items, %2 objects, %3 raters").arg(detection.items).arg(detection.objects).arg(detection.raters.size());
    if (detection.notCompared > 0)
        text += QStringLiteral("; %1 labels that have no place in a picture were left out").arg(detection.notCompared);
    return text + QLatin1Char('\n');
}

}  // namespace

Result<Answer> measureObjectAgreement(Context &context, const ObjectAgreementArguments &arguments)
{
    if (arguments.folder.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("detection-alpha compares objects: name a project."));
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read);
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

}  // namespace plumbline::cli
