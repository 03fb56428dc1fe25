// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agreementverb.h"
#include "app/cli/objectconsensus.h"

#include "core/quality/agreement.h"
#include "core/quality/comparisons.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

// Judgements that were recorded in a project, the first of each person for each task.
Result<quality::Ratings> recordedRatings(Context &context, const std::string &folder, const QStringList &order, IssueList &issues)
{
    const auto project = context.openProject(folder, store::Project::Access::Read, workflow::Act::SeeTeam);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    quality::RatingsBuilder builder;
    builder.declareCategories(order);
    const auto visited = (*reader)->visitJudgements([&](const model::Judgement &judgement) -> Result<> {
        if (builder.add(judgement.task, judgement.annotator, judgement.label) == quality::RatingsBuilder::Added::Undeclared)
            issues.problem(
                q(folder), judgement.task,
                QStringLiteral("The label “%1” is not one of the declared ones; it was left out.").arg(judgement.label));
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return builder.take();
}

Result<quality::Ratings> preferenceRatings(const AgreementArguments &arguments, quality::Scale scale, IssueList &issues)
{
    const auto comparisons = quality::readComparisons(q(arguments.labels), issues);
    if (!comparisons)
        return fail(comparisons.error());
    return quality::preferenceRatings(*comparisons, scale == quality::Scale::Nominal ? quality::PreferenceScale::Choice
                                                                                     : quality::PreferenceScale::Strength);
}

QStringList metricNames()
{
    return quality::measureNames()
           + QStringList{QStringLiteral("preference-alpha"), QStringLiteral("bradley-terry"), QStringLiteral("unitizing-alpha"),
                         QStringLiteral("gamma"), QStringLiteral("detection-alpha")};
}

QString textOf(const Json &json, const QString &metric, const quality::Agreement &value)
{
    const QString base = QStringLiteral("%1 units, %2 ratings, %3 raters")
                             .arg(json["units"].get<std::int64_t>())
                             .arg(json["ratings"].get<std::int64_t>())
                             .arg(json["raters"].get<std::int64_t>());
    if (!value)
        return QStringLiteral("%1 is undefined: %2\n%3\n").arg(metric, quality::undefinedText(value.error()), base);
    QString text = QStringLiteral("%1 = %2").arg(metric).arg(value->value, 0, 'f', 4);
    if (json["interval"].is_array())
        text += QStringLiteral("  [%1, %2]  %3")
                    .arg(json["interval"][0].get<double>(), 0, 'f', 4)
                    .arg(json["interval"][1].get<double>(), 0, 'f', 4)
                    .arg(QString::fromStdString(json["method"].get<std::string>()));
    if (json["z"].is_number())
        text += QStringLiteral("\nz = %1 against chance").arg(json["z"].get<double>(), 0, 'f', 4);
    if (json["chi2"].is_object())
        text += QStringLiteral("\nchi2(%1) = %2, p = %3")
                    .arg(json["chi2"]["df"].get<double>())
                    .arg(json["chi2"]["value"].get<double>(), 0, 'f', 4)
                    .arg(json["chi2"]["p"].get<double>(), 0, 'g', 3);
    if (json["kappa_max"].is_number())
        text += QStringLiteral("\nat most %1 with these margins").arg(json["kappa_max"].get<double>(), 0, 'f', 4);
    for (const Json &category : json["by_category"])
        text += QStringLiteral("\n  %1  %2")
                    .arg(q(category["category"].get<std::string>()),
                         category["value"].is_number() ? QString::number(category["value"].get<double>(), 'f', 4)
                                                       : q(category["undefined"].get<std::string>()));
    if (json["percent"].is_number())
        text += QStringLiteral("\nraw agreement %1").arg(json["percent"].get<double>(), 0, 'f', 4);
    return text + QLatin1Char('\n') + base + QLatin1Char('\n');
}

Json levelOf(const AgreementArguments &arguments, quality::AgreementMeasure measure)
{
    if (measure != quality::AgreementMeasure::KrippendorffAlpha)
        return {};
    return arguments.distances.empty() ? Json(arguments.level) : Json("given");
}

Json fleissCategories(const quality::Ratings &ratings, std::span<const std::uint32_t> units)
{
    Json list = Json::array();
    const auto kappas = quality::fleissByCategory(ratings, units);
    if (!kappas)
        return list;
    for (const quality::CategoryKappa &entry : *kappas) {
        const quality::Agreement &kappa = entry.kappa;
        list.push_back({{"category", toJson(ratings.categories[static_cast<qsizetype>(entry.category)])},
                        {"value", kappa ? Json(kappa->value) : Json()},
                        {"z", kappa ? Json(kappa->value / kappa->chanceError.value()) : Json()},
                        {"undefined", kappa ? Json() : toJson(quality::undefinedText(kappa.error()))}});
    }
    return list;
}

// What is known of a coefficient beside its value.
void addStatistics(Json &json, const quality::Agreement &value)
{
    for (const char *key : {"standard_error", "asymptotic_interval", "chance_error", "z", "p", "kappa_max", "chi2"})
        json[key] = Json();
    if (!value)
        return;
    if (value->standardError)
        json["standard_error"] = *value->standardError;
    if (const auto interval = quality::asymptoticInterval(*value))
        json["asymptotic_interval"] = Json::array({interval->low, interval->high});
    if (value->chanceError) {
        const double z = value->value / *value->chanceError;
        json["chance_error"] = *value->chanceError;
        json["z"] = z;
        json["p"] = quality::twoSidedP(z);
    }
    if (value->maximum)
        json["kappa_max"] = *value->maximum;
    if (value->chiSquare)
        json["chi2"] = {
            {"value", value->chiSquare->value}, {"df", value->chiSquare->degrees}, {"p", quality::upperP(*value->chiSquare)}};
}

Result<Answer> measureRatings(Context &context, const AgreementArguments &arguments)
{
    const QString metric = q(arguments.metric);
    // How far people prefer the same is Krippendorff's alpha of what they prefer.
    const bool preferences = arguments.metric == "preference-alpha";
    const auto measure = preferences ? quality::AgreementMeasure::KrippendorffAlpha : quality::measureFromName(metric);
    const auto scale = quality::scaleFromName(q(arguments.level));
    if (!measure)
        return fail(
            ErrorCode::InvalidArgument,
            QStringLiteral("There is no metric “%1”. There are: %2.").arg(metric, metricNames().join(QStringLiteral(", "))));
    if (!scale)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("The level is nominal, ordinal, interval or ratio."));
    const auto icc = quality::iccFromName(q(arguments.icc));
    if (!icc)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("The form of an ICC is 1,1 2,1 3,1 1,k 2,k or 3,k."));
    QStringList order;
    for (const std::string &category : arguments.order)
        order.append(q(category));

    IssueList issues;
    const auto ratings = preferences                ? preferenceRatings(arguments, *scale, issues)
                         : arguments.labels.empty() ? recordedRatings(context, arguments.folder, order, issues)
                                                    : quality::readRatings(q(arguments.labels), order, issues);
    if (!ratings)
        return fail(ratings.error());
    quality::AgreementOptions options{
        *measure, *scale, arguments.weights == "linear" ? quality::Weights::Linear : quality::Weights::Quadratic, *icc, {}};
    if (!arguments.distances.empty()) {
        auto distances = quality::readDistances(q(arguments.distances), ratings->categories, issues);
        if (!distances)
            return fail(distances.error());
        options.scale = quality::Scale::Given;
        options.weights = quality::Weights::Given;
        options.distances = std::move(*distances);
    }
    const auto units = ratings->allUnits();
    const quality::Agreement value = quality::agreement(*ratings, options, units);
    const quality::Agreement percent = quality::agreement(*ratings, {quality::AgreementMeasure::Percent, {}, {}, {}, {}}, units);

    Answer answer;
    answer.problems = hasProblems(issues);
    answer.json = {
        {"metric", arguments.metric},
        {"level", levelOf(arguments, *measure)},
        {"icc", *measure == quality::AgreementMeasure::Icc ? Json(arguments.icc) : Json()},
        {"value", value ? Json(value->value) : Json()},
        {"interval", Json()},
        {"undefined", value ? Json() : toJson(quality::undefinedText(value.error()))},
        {"observed", value ? Json(value->observed) : Json()},
        {"chance", value ? Json(value->chance) : Json()},
        {"percent", percent ? Json(percent->value) : Json()},
        {"units", value ? value->units : static_cast<std::int64_t>(ratings->units.size())},
        {"ratings", value ? value->ratings : static_cast<std::int64_t>(ratings->count())},
        {"raters", ratings->raters.size()},
        {"categories", ratings->categories.size()},
        {"categories_from", order.isEmpty() ? "data" : "declared"},
        {"by_category", *measure == quality::AgreementMeasure::FleissKappa ? fleissCategories(*ratings, units) : Json()},
        {"issues", issuesToJson(issues)}};
    addStatistics(answer.json, value);
    if (value && arguments.resamples > 0) {
        const auto interval = quality::bootstrapAgreement(*ratings, options, arguments.resamples, arguments.seed, [&](int done) {
            context.control().report(done, arguments.resamples, QStringLiteral("Drawing resamples"));
            return !context.control().cancelled();
        });
        if (!interval)
            return fail(interval.error());
        if (*interval) {
            answer.json["interval"] = Json::array({(*interval)->interval.low, (*interval)->interval.high});
            answer.json["method"] = "95 % percentile interval of " + std::to_string((*interval)->resamples)
                                    + " item resamples, seed " + std::to_string(arguments.seed);
        }
    }
    answer.text = textOf(answer.json, metric, value) + issuesToText(issues);
    return answer;
}

Result<Answer> measureAgreement(Context &context, const AgreementArguments &arguments)
{
    if (arguments.folder.empty() == arguments.labels.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Name either a project or --labels FILE.csv."));
    if (arguments.metric == "detection-alpha")
        return measureObjectAgreement(context, {arguments.folder, arguments.iou, arguments.resamples, arguments.seed});
    const bool pairs = arguments.metric == "bradley-terry" || arguments.metric == "preference-alpha";
    const bool spans = arguments.metric == "unitizing-alpha" || arguments.metric == "gamma";
    if ((pairs || spans) && arguments.labels.empty())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("%1 needs --labels FILE.csv; a project's judgements are labels of whole items.")
                        .arg(q(arguments.metric)));
    if (arguments.metric == "bradley-terry")
        return comparePairs(context, arguments);
    return spans ? alignSpans(context, arguments) : measureRatings(context, arguments);
}

}  // namespace

void addAgreementVerb(CLI::App &app, Context &context)
{
    auto a = std::make_shared<AgreementArguments>();
    CLI::App *verb = app.add_subcommand("agreement", "How far annotators agree beyond chance");
    verb->add_option("PROJECT", a->folder, "Use the judgements recorded in this project");
    verb->add_option(
        "--labels", a->labels,
        "CSV task,annotator,label (pairs: task,annotator,first,second,label; spans: task,annotator,start,end,label): "
        "no project needed");
    verb->add_option("--metric", a->metric, "krippendorff-alpha, cohen-kappa, gwet-ac1, … (an unknown one lists all)");
    verb->add_option("--level", a->level, "Of the labels, for Krippendorff's alpha: nominal, ordinal, interval, ratio");
    verb->add_option("--weights", a->weights, "Of weighted-kappa and gwet-ac2")->check(CLI::IsMember({"linear", "quadratic"}));
    verb->add_option("--order", a->order, "All labels there may be, from lowest to highest")->delimiter(',');
    verb->add_option("--icc", a->icc, "Form of the ICC: 1,1 2,1 3,1 1,k 2,k 3,k");
    verb->add_option("--distances", a->distances,
                     "CSV a,b,distance of labels, for krippendorff-alpha, weighted-kappa and gwet-ac2");
    verb->add_flag("--order-effect", a->orderEffect, "bradley-terry: with an ability of what is shown first");
    verb->add_option("--prior", a->prior, "bradley-terry: standard deviation of a normal prior on log abilities; 0 = none")
        ->check(CLI::Range(0.0, 1e6));
    verb->add_option("--reference", a->reference, "bradley-terry: the item of log ability 0; otherwise their mean is 0");
    verb->add_option("--continuum", a->continuum,
                     "FROM,TO of every task, for unitizing-alpha and gamma; otherwise as far as spans reach")
        ->delimiter(',')
        ->expected(2);
    verb->add_flag("--continuous", a->continuous, "unitizing-alpha: positions are measured, not counted");
    verb->add_option("--samples", a->samples, "gamma: random continua for the expected disorder")->check(CLI::Range(1, 100000));
    verb->add_option("--position-weight", a->positionWeight, "gamma: of where spans lie")->check(CLI::Range(0.0, 1e6));
    verb->add_option("--label-weight", a->labelWeight, "gamma: of how spans are labeled")->check(CLI::Range(0.0, 1e6));
    verb->add_option("--resamples", a->resamples, "Bootstrap resamples for the interval; 0 = none")->check(CLI::Range(0, 100000));
    verb->add_option("--seed", a->seed, "Of the bootstrap");
    verb->add_option("--iou", a->iou, "From where objects can be the same one, for detection-alpha")->check(CLI::Range(0.1, 1.0));
    verb->callback([=, &context] { context.run = [=, &context] { return measureAgreement(context, *a); }; });
}

}  // namespace plumbline::cli
