// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agreementverb.h"

#include "core/quality/gamma.h"
#include "core/quality/unitizing.h"

#include <algorithm>
#include <cmath>

namespace plumbline::cli {

using base::toJson;

namespace {

Result<std::optional<quality::Interval>> limitsOf(const AgreementArguments &arguments)
{
    if (arguments.continuum.empty())
        return std::optional<quality::Interval>();
    const bool finite =
        std::all_of(arguments.continuum.begin(), arguments.continuum.end(), [](double v) { return std::isfinite(v); });
    if (arguments.continuum.size() != 2 || !finite || !(arguments.continuum[0] < arguments.continuum[1]))
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("--continuum takes where a task begins and where it ends: FROM,TO."));
    return std::optional(quality::Interval{arguments.continuum[0], arguments.continuum[1]});
}

/// What both measures answer.
struct SpanAnswer {
    Json json;
    quality::Agreement value = tl::unexpected(quality::Undefined::NoPairs);
    std::vector<quality::SpanPart> parts;
};

Json valueToJson(const quality::Agreement &value)
{
    return {{"value", value ? Json(value->value) : Json()},
            {"observed", value ? Json(value->observed) : Json()},
            {"expected", value ? Json(value->chance) : Json()},
            {"undefined", value ? Json() : toJson(quality::undefinedText(value.error()))}};
}

Result<SpanAnswer> unitizing(const quality::Spans &spans, const AgreementArguments &arguments)
{
    const auto limits = limitsOf(arguments);
    if (!limits)
        return fail(limits.error());
    quality::UnitizingOptions options{*limits, {}, {}};
    options.positions = arguments.continuous ? quality::Positions::Continuous : quality::Positions::Automatic;
    SpanAnswer answer;
    if (auto parts = quality::unitizingParts(spans, options)) {
        answer.parts = std::move(*parts);
        answer.value = quality::spanAgreement(answer.parts);
    } else {
        answer.value = tl::unexpected(parts.error());
    }
    answer.json["positions"] = quality::wholePositions(spans, options) ? "whole" : "continuous";
    answer.json["by_category"] = Json::array();
    for (qsizetype label = 0; label < spans.labels.size(); ++label) {
        options.label = static_cast<std::uint32_t>(label);
        const auto parts = quality::unitizingParts(spans, options);
        Json entry = valueToJson(parts ? quality::spanAgreement(*parts) : quality::Agreement(tl::unexpected(parts.error())));
        entry["category"] = toJson(spans.labels[label]);
        answer.json["by_category"].push_back(std::move(entry));
    }
    return answer;
}

Result<SpanAnswer> gamma(Context &context, const quality::Spans &spans, const AgreementArguments &arguments)
{
    const auto limits = limitsOf(arguments);
    if (!limits)
        return fail(limits.error());
    SpanAnswer answer;
    answer.json["samples"] = arguments.samples;
    answer.json["position_weight"] = arguments.positionWeight;
    answer.json["label_weight"] = arguments.labelWeight;
    double weights = 0;
    double variance = 0;
    // Tasks are pooled as sums of costs, so each counts by its spans per annotator. A task too complex makes the whole so.
    for (std::size_t task = 0; task < spans.continua.size(); ++task) {
        const quality::Continuum &continuum = spans.continua[task];
        const quality::GammaOptions options{arguments.positionWeight, arguments.labelWeight, arguments.samples,
                                            arguments.seed + task};
        context.control().report(static_cast<qint64>(task), static_cast<qint64>(spans.continua.size()),
                                 QStringLiteral("Aligning spans"));
        const auto value = quality::gamma(continuum, options, *limits, {}, [&] { return !context.control().cancelled(); });
        if (!value)
            return fail(value.error());
        if (!*value) {
            if (answer.parts.empty() || value->error() == quality::Undefined::TooComplex)
                answer.value = tl::unexpected(value->error());
            if (value->error() == quality::Undefined::TooComplex || value->error() == quality::Undefined::OutsideContinuum) {
                answer.value = tl::unexpected(value->error());
                answer.parts.clear();
                return answer;
            }
            continue;
        }
        const double weight = static_cast<double>(continuum.spans()) / static_cast<double>(continuum.annotators.size());
        answer.parts.push_back({static_cast<std::uint32_t>(task), (*value)->observed, (*value)->expected, weight,
                                static_cast<std::int64_t>(continuum.spans())});
        weights += weight;
        variance += weight * weight * (*value)->expectedError * (*value)->expectedError;
    }
    if (!answer.parts.empty())
        answer.value = quality::spanAgreement(answer.parts);
    // Of chance, from the number of samples; it says nothing of other tasks or annotators.
    answer.json["expected_error"] = weights > 0 ? Json(std::sqrt(variance) / weights) : Json();
    return answer;
}

QString textOf(const Json &json, const QString &metric)
{
    QString text;
    if (json["value"].is_number())
        text = QStringLiteral("%1 = %2").arg(metric).arg(json["value"].get<double>(), 0, 'f', 4);
    else
        text = QStringLiteral("%1 is undefined: %2").arg(metric, q(json["undefined"].get<std::string>()));
    if (json["interval"].is_array())
        text += QStringLiteral("  [%1, %2]  %3")
                    .arg(json["interval"][0].get<double>(), 0, 'f', 4)
                    .arg(json["interval"][1].get<double>(), 0, 'f', 4)
                    .arg(q(json["method"].get<std::string>()));
    if (json.contains("by_category"))
        for (const Json &category : json["by_category"])
            text += QStringLiteral("\n  %1  %2")
                        .arg(q(category["category"].get<std::string>()),
                             category["value"].is_number() ? QString::number(category["value"].get<double>(), 'f', 4)
                                                           : q(category["undefined"].get<std::string>()));
    return text
           + QStringLiteral("\n%1 tasks, %2 spans, %3 annotators\n")
                 .arg(json["units"].get<std::int64_t>())
                 .arg(json["ratings"].get<std::int64_t>())
                 .arg(json["raters"].get<std::int64_t>());
}

}  // namespace

Result<Answer> alignSpans(Context &context, const AgreementArguments &arguments)
{
    const bool isGamma = arguments.metric == "gamma";
    IssueList issues;
    const auto spans =
        quality::readSpans(q(arguments.labels), isGamma ? quality::Overlaps::Allowed : quality::Overlaps::Refused, issues);
    if (!spans)
        return fail(spans.error());
    auto measured = isGamma ? gamma(context, *spans, arguments) : unitizing(*spans, arguments);
    if (!measured)
        return fail(measured.error());

    std::int64_t marked = 0;
    for (const quality::Continuum &continuum : spans->continua)
        marked += static_cast<std::int64_t>(continuum.spans());
    Answer answer;
    answer.problems = hasProblems(issues);
    answer.json = std::move(measured->json);
    answer.json.update(valueToJson(measured->value));
    answer.json["metric"] = arguments.metric;
    answer.json["interval"] = Json();
    answer.json["units"] = measured->value ? measured->value->units : static_cast<std::int64_t>(spans->tasks.size());
    answer.json["ratings"] = measured->value ? measured->value->ratings : marked;
    answer.json["raters"] = spans->annotators.size();
    answer.json["categories"] = spans->labels.size();
    answer.json["tasks"] = Json::array();
    for (const quality::SpanPart &part : measured->parts) {
        Json entry = valueToJson(quality::spanAgreement(std::span(&part, 1)));
        entry["task"] = toJson(spans->tasks[static_cast<qsizetype>(part.task)]);
        answer.json["tasks"].push_back(std::move(entry));
    }
    answer.json["issues"] = issuesToJson(issues);
    if (measured->value)
        if (const auto interval = quality::bootstrapSpans(measured->parts, arguments.resamples, arguments.seed)) {
            answer.json["interval"] = Json::array({interval->interval.low, interval->interval.high});
            answer.json["method"] = "95 % percentile interval of " + std::to_string(interval->resamples)
                                    + " task resamples, seed " + std::to_string(arguments.seed);
        }
    answer.text = textOf(answer.json, q(arguments.metric)) + issuesToText(issues);
    return answer;
}

}  // namespace plumbline::cli
