// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/quality/agreement.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

struct AgreementArguments {
    std::string folder;
    std::string labels;
    std::string metric = "krippendorff-alpha";
    std::string level = "nominal";
    std::string weights = "quadratic";
    std::vector<std::string> order;
    int resamples = 1000;
    std::uint64_t seed = 1;
};

// Judgements that were recorded in a project, the first of each person for each task.
Result<quality::Ratings> recordedRatings(Context &context, const std::string &folder, const QStringList &order, IssueList &issues)
{
    const auto project = context.openProject(folder, store::Project::Access::Read);
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
    if (json["percent"].is_number())
        text += QStringLiteral("\nraw agreement %1").arg(json["percent"].get<double>(), 0, 'f', 4);
    return text + QLatin1Char('\n') + base + QLatin1Char('\n');
}

Result<Answer> measureAgreement(Context &context, const AgreementArguments &arguments)
{
    if (arguments.folder.empty() == arguments.labels.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Name either a project or --labels FILE.csv."));
    const QString metric = q(arguments.metric);
    const auto measure = quality::measureFromName(metric);
    const auto scale = quality::scaleFromName(q(arguments.level));
    if (!measure)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("There is no metric “%1”. There are: %2.")
                                                    .arg(metric, quality::measureNames().join(QStringLiteral(", "))));
    if (!scale)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("The level is nominal, ordinal, interval or ratio."));
    QStringList order;
    for (const std::string &category : arguments.order)
        order.append(q(category));

    IssueList issues;
    const auto ratings = arguments.labels.empty() ? recordedRatings(context, arguments.folder, order, issues)
                                                  : quality::readRatings(q(arguments.labels), order, issues);
    if (!ratings)
        return fail(ratings.error());
    const quality::AgreementOptions options{
        *measure, *scale, arguments.weights == "linear" ? quality::Weights::Linear : quality::Weights::Quadratic};
    const auto units = ratings->allUnits();
    const quality::Agreement value = quality::agreement(*ratings, options, units);
    const quality::Agreement percent = quality::agreement(*ratings, {quality::AgreementMeasure::Percent, {}, {}}, units);

    Answer answer;
    answer.problems = hasProblems(issues);
    answer.json = {{"metric", arguments.metric},
                   {"level", *measure == quality::AgreementMeasure::KrippendorffAlpha ? Json(arguments.level) : Json()},
                   {"value", value ? Json(value->value) : Json()},
                   {"interval", Json()},
                   {"undefined", value ? Json() : toJson(quality::undefinedText(value.error()))},
                   {"observed", value ? Json(value->observed) : Json()},
                   {"chance", value ? Json(value->chance) : Json()},
                   {"standard_error", value && value->standardError ? Json(*value->standardError) : Json()},
                   {"percent", percent ? Json(percent->value) : Json()},
                   {"units", value ? value->units : static_cast<std::int64_t>(ratings->units.size())},
                   {"ratings", value ? value->ratings : static_cast<std::int64_t>(ratings->count())},
                   {"raters", ratings->raters.size()},
                   {"categories", ratings->categories.size()},
                   {"issues", issuesToJson(issues)}};
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

}  // namespace

void addAgreementVerb(CLI::App &app, Context &context)
{
    auto a = std::make_shared<AgreementArguments>();
    CLI::App *verb = app.add_subcommand("agreement", "How far annotators agree beyond chance");
    verb->add_option("PROJECT", a->folder, "Use the judgements recorded in this project");
    verb->add_option("--labels", a->labels, "CSV task,annotator,label[,…]: no project needed");
    verb->add_option("--metric", a->metric, "krippendorff-alpha, cohen-kappa, gwet-ac1, … (an unknown one lists all)");
    verb->add_option("--level", a->level, "Of the labels, for Krippendorff's alpha: nominal, ordinal, interval, ratio");
    verb->add_option("--weights", a->weights, "Of weighted-kappa and gwet-ac2")->check(CLI::IsMember({"linear", "quadratic"}));
    verb->add_option("--order", a->order, "All labels there may be, from lowest to highest")->delimiter(',');
    verb->add_option("--resamples", a->resamples, "Bootstrap resamples for the interval; 0 = none")->check(CLI::Range(0, 100000));
    verb->add_option("--seed", a->seed, "Of the bootstrap");
    verb->callback([=, &context] { context.run = [=, &context] { return measureAgreement(context, *a); }; });
}

}  // namespace plumbline::cli
