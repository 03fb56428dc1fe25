// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agreementverb.h"

#include "core/quality/agreement.h"
#include "core/quality/bradleyterry.h"

namespace plumbline::cli {

using base::toJson;

namespace {

Json parameterToJson(const quality::LogParameter &parameter)
{
    return {{"value", parameter.value},
            {"standard_error", parameter.standardError},
            {"interval", Json::array({parameter.interval.low, parameter.interval.high})}};
}

Result<Json> preferenceAgreement(Context &context, const quality::Comparisons &comparisons, quality::PreferenceScale preference,
                                 quality::Scale scale, const AgreementArguments &arguments)
{
    const quality::Ratings ratings = quality::preferenceRatings(comparisons, preference);
    const quality::AgreementOptions options{quality::AgreementMeasure::KrippendorffAlpha, scale, {}, {}, {}};
    const quality::Agreement alpha = quality::agreement(ratings, options, ratings.allUnits());
    Json json{{"value", alpha ? Json(alpha->value) : Json()},
              {"interval", Json()},
              {"undefined", alpha ? Json() : toJson(quality::undefinedText(alpha.error()))},
              {"units", alpha ? Json(alpha->units) : Json(0)},
              {"ratings", alpha ? Json(alpha->ratings) : Json(0)}};
    if (!alpha || arguments.resamples == 0)
        return json;
    const auto interval = quality::bootstrapAgreement(ratings, options, arguments.resamples, arguments.seed,
                                                      [&](int) { return !context.control().cancelled(); });
    if (!interval)
        return fail(interval.error());
    if (*interval)
        json["interval"] = Json::array({(*interval)->interval.low, (*interval)->interval.high});
    return json;
}

QString parameterText(const Json &json)
{
    return QStringLiteral("%1  [%2, %3]")
        .arg(json["value"].get<double>(), 0, 'f', 4)
        .arg(json["interval"][0].get<double>(), 0, 'f', 4)
        .arg(json["interval"][1].get<double>(), 0, 'f', 4);
}

QString textOf(const Json &json)
{
    QString text;
    if (json["undefined"].is_string())
        text += QStringLiteral("bradley-terry is undefined: %1\n").arg(q(json["undefined"].get<std::string>()));
    for (const Json &ability : json["abilities"])
        text += QStringLiteral("%1  %2  won %3, lost %4, tied %5\n")
                    .arg(q(ability["item"].get<std::string>()), parameterText(ability))
                    .arg(ability["wins"].get<std::int64_t>())
                    .arg(ability["losses"].get<std::int64_t>())
                    .arg(ability["ties"].get<std::int64_t>());
    if (json["order_effect"].is_object())
        text += QStringLiteral("shown first  %1\n").arg(parameterText(json["order_effect"]));
    if (json["tie"].is_object())
        text += QStringLiteral("tie  %1\n").arg(parameterText(json["tie"]));
    const Json &bias = json["position_bias"];
    if (bias["share"].is_number())
        text += QStringLiteral("what was shown first was preferred in %1 of %2  [%3, %4]\n")
                    .arg(bias["first"].get<std::int64_t>())
                    .arg(bias["first"].get<std::int64_t>() + bias["second"].get<std::int64_t>())
                    .arg(bias["interval"][0].get<double>(), 0, 'f', 4)
                    .arg(bias["interval"][1].get<double>(), 0, 'f', 4);
    for (const char *level : {"nominal", "ordinal"}) {
        const Json &alpha = json["preference_agreement"][level];
        if (alpha["value"].is_number())
            text += QStringLiteral("preference-alpha, %1 = %2\n")
                        .arg(QLatin1String(level))
                        .arg(alpha["value"].get<double>(), 0, 'f', 4);
    }
    return text
           + QStringLiteral("%1 comparisons of %2 items by %3 annotators\n")
                 .arg(json["comparisons"].get<std::int64_t>())
                 .arg(json["items"].get<std::int64_t>())
                 .arg(json["raters"].get<std::int64_t>());
}

}  // namespace

Result<Answer> comparePairs(Context &context, const AgreementArguments &arguments)
{
    IssueList issues;
    const auto comparisons = quality::readComparisons(q(arguments.labels), issues);
    if (!comparisons)
        return fail(comparisons.error());
    const auto fit = quality::bradleyTerry(*comparisons, {arguments.orderEffect, arguments.prior, q(arguments.reference)});
    const quality::PositionBias bias = quality::positionBias(*comparisons);

    Answer answer;
    answer.problems = hasProblems(issues);
    answer.json = {{"metric", arguments.metric},
                   {"value", Json()},
                   {"undefined", fit ? Json() : toJson(quality::unfittedText(fit.error()))},
                   {"comparisons", comparisons->rows.size()},
                   {"items", comparisons->items.size()},
                   {"raters", comparisons->annotators.size()},
                   {"units", comparisons->tasks.size()},
                   {"prior", arguments.prior},
                   {"abilities", Json::array()},
                   {"order_effect", Json()},
                   {"tie", Json()},
                   {"log_likelihood", Json()},
                   {"position_bias",
                    {{"first", bias.first},
                     {"second", bias.second},
                     {"ties", bias.ties},
                     {"share", bias.first + bias.second > 0 ? Json(bias.share) : Json()},
                     {"interval", Json::array({bias.interval.low, bias.interval.high})}}},
                   {"issues", issuesToJson(issues)}};
    if (fit) {
        for (const quality::Ability &ability : fit->abilities) {
            Json entry = parameterToJson(ability.log);
            entry["item"] = toJson(comparisons->items[static_cast<qsizetype>(ability.item)]);
            entry["wins"] = ability.wins;
            entry["losses"] = ability.losses;
            entry["ties"] = ability.ties;
            answer.json["abilities"].push_back(std::move(entry));
        }
        if (fit->orderEffect)
            answer.json["order_effect"] = parameterToJson(*fit->orderEffect);
        if (fit->tie)
            answer.json["tie"] = parameterToJson(*fit->tie);
        answer.json["log_likelihood"] = fit->logLikelihood;
    }
    auto nominal =
        preferenceAgreement(context, *comparisons, quality::PreferenceScale::Choice, quality::Scale::Nominal, arguments);
    auto ordinal =
        preferenceAgreement(context, *comparisons, quality::PreferenceScale::Strength, quality::Scale::Ordinal, arguments);
    if (!nominal || !ordinal)
        return fail(!nominal ? nominal.error() : ordinal.error());
    answer.json["preference_agreement"] = {{"nominal", std::move(*nominal)}, {"ordinal", std::move(*ordinal)}};
    answer.text = textOf(answer.json) + issuesToText(issues);
    return answer;
}

}  // namespace plumbline::cli
