// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/goldscore.h"

#include "core/matching/matcher.h"
#include "core/quality/boundaryerror.h"

#include <algorithm>

namespace plumbline::quality {

namespace {

using matching::Match;
using model::Annotation;
using Annotations = std::vector<Annotation>;

// One accepted answer laid against a submission; indices point into the two lists.
struct Fit {
    std::vector<Match> matches;
    std::vector<Match> loose;
    std::vector<std::size_t> missed;
    std::vector<std::size_t> invented;
    bool nothingToFind = false;  // neither side has an object
    double iouSum = 0;
    std::int64_t iouCount = 0;

    [[nodiscard]] std::int64_t wrongClass() const
    {
        return std::count_if(matches.begin(), matches.end(), [](const Match &m) { return !m.sameClass; });
    }
    [[nodiscard]] std::int64_t right() const
    {
        return static_cast<std::int64_t>(matches.size()) - wrongClass() + (nothingToFind ? 1 : 0);
    }
    [[nodiscard]] std::int64_t wrong() const
    {
        return wrongClass() + static_cast<std::int64_t>(loose.size() + missed.size() + invented.size());
    }
    [[nodiscard]] double share() const
    {
        return right() > 0 ? static_cast<double>(right()) / static_cast<double>(right() + wrong()) : 0.0;
    }
};

void takeOut(std::vector<std::size_t> &indices, std::size_t index)
{
    indices.erase(std::find(indices.begin(), indices.end(), index));
}

void findLoose(Fit &fit, const Annotations &answer, const Annotations &submission, const GoldRules &rules)
{
    const auto chosen = [](const Annotations &from, const std::vector<std::size_t> &indices) {
        Annotations list;
        for (const std::size_t i : indices)
            list.push_back(from[i]);
        return list;
    };
    matching::MatchOptions options;
    options.minimumIou = rules.looseIou;
    options.classesMustAgree = true;
    const auto loose = matching::match(chosen(answer, fit.missed), chosen(submission, fit.invented), options);
    for (const Match &m : loose.matches)
        fit.loose.push_back({fit.missed[m.truth], fit.invented[m.candidate], m.iou, true});
    for (const Match &m : fit.loose) {
        takeOut(fit.missed, m.truth);
        takeOut(fit.invented, m.candidate);
    }
}

Fit fitted(const Annotations &answer, const Annotations &submission, const GoldRules &rules)
{
    matching::MatchOptions options;
    options.minimumIou = rules.minimumIou;
    options.ignoreCoverage = rules.ignoreCoverage;
    auto result = matching::match(answer, submission, options);
    Fit fit;
    fit.matches = std::move(result.matches);
    fit.missed = std::move(result.missed);
    fit.invented = std::move(result.invented);
    fit.nothingToFind = fit.matches.empty() && fit.missed.empty() && fit.invented.empty() && result.truthNotCompared.empty()
        && result.candidatesNotCompared.empty();
    if (!fit.missed.empty() && !fit.invented.empty())
        findLoose(fit, answer, submission, rules);
    for (const Match &m : fit.matches) {
        if (m.sameClass && !std::holds_alternative<geometry::ItemLabel>(answer[m.truth].geometry)) {
            fit.iouSum += m.iou;
            ++fit.iouCount;
        }
    }
    return fit;
}

bool better(const Fit &a, const Fit &b)
{
    if (a.share() != b.share())
        return a.share() > b.share();
    if (a.wrong() != b.wrong())
        return a.wrong() < b.wrong();
    return a.iouSum > b.iouSum;
}

struct BestFit {
    Annotations answer;
    Fit fit;
};

BestFit bestFit(const GoldKey &key, const Annotations &submission, const GoldRules &rules)
{
    if (key.answers.empty())
        return {{}, fitted({}, submission, rules)};
    BestFit best{key.answers.front(), fitted(key.answers.front(), submission, rules)};
    for (std::size_t i = 1; i < key.answers.size(); ++i) {
        Fit fit = fitted(key.answers[i], submission, rules);
        if (better(fit, best.fit))
            best = {key.answers[i], std::move(fit)};
    }
    return best;
}

bool onlyCannotLabel(const GoldKey &key)
{
    return key.cannotLabelIsRight && key.answers.empty();
}

}  // namespace

GoldOutcome scoreAgainstGold(const GoldKey &key, const Annotations &submission, bool cannotLabel, std::optional<double> confidence,
                             const GoldRules &rules)
{
    GoldOutcome outcome;
    if (confidence && *confidence >= 0 && *confidence <= 1)
        outcome.confidence = confidence;
    if (cannotLabel || onlyCannotLabel(key)) {
        const bool right = cannotLabel && key.cannotLabelIsRight;
        outcome.right = right ? 1 : 0;
        outcome.wrong = outcome.cannotLabelWrong = right ? 0 : 1;
        outcome.allRight = right;
        return outcome;
    }

    const auto [answer, fit] = bestFit(key, submission, rules);
    outcome.right = fit.right();
    outcome.wrong = fit.wrong();
    outcome.missed = static_cast<std::int64_t>(fit.missed.size());
    outcome.invented = static_cast<std::int64_t>(fit.invented.size());
    outcome.wrongClass = fit.wrongClass();
    outcome.loose = static_cast<std::int64_t>(fit.loose.size());
    outcome.iouSum = fit.iouSum;
    outcome.iouCount = fit.iouCount;
    outcome.allRight = outcome.right > 0 && outcome.wrong == 0;
    for (const Match &m : fit.matches)
        if (const auto distance = m.sameClass ? boundaryDistance(answer[m.truth].geometry, submission[m.candidate].geometry)
                                              : std::optional<double>()) {
            outcome.boundarySum += *distance;
            ++outcome.boundaryCount;
        }
    for (const Match &m : fit.matches) {
        const auto *truth = std::get_if<geometry::Cuboid>(&answer[m.truth].geometry);
        const auto *said = std::get_if<geometry::Cuboid>(&submission[m.candidate].geometry);
        if (m.sameClass && truth && said)
            outcome.cuboids.add(geometry::differenceOf(*said, *truth));
    }
    for (const Match &m : fit.matches)
        ++outcome.confusion[{answer[m.truth].labelClass, submission[m.candidate].labelClass}];
    for (const Match &m : fit.loose)
        ++outcome.confusion[{answer[m.truth].labelClass, ClassId{}}];
    for (const std::size_t i : fit.missed)
        ++outcome.confusion[{answer[i].labelClass, ClassId{}}];
    for (const std::size_t i : fit.invented)
        ++outcome.confusion[{ClassId{}, submission[i].labelClass}];
    return outcome;
}

std::vector<GoldRemark> explainAgainstGold(const GoldKey &key, const Annotations &submission, bool cannotLabel, const GoldRules &rules)
{
    using Kind = GoldRemark::Kind;
    if (cannotLabel)
        return key.cannotLabelIsRight ? std::vector<GoldRemark>() : std::vector<GoldRemark>{{Kind::ShouldNotBeCannotLabel, {}, {}, 0}};
    if (onlyCannotLabel(key))
        return {{Kind::ShouldBeCannotLabel, {}, {}, 0}};

    const auto [answer, fit] = bestFit(key, submission, rules);
    std::vector<std::pair<std::size_t, GoldRemark>> byTruth;
    for (const Match &m : fit.matches)
        if (!m.sameClass)
            byTruth.emplace_back(m.truth, GoldRemark{Kind::WrongClass, answer[m.truth], submission[m.candidate], m.iou});
    for (const Match &m : fit.loose)
        byTruth.emplace_back(m.truth, GoldRemark{Kind::Loose, answer[m.truth], submission[m.candidate], m.iou});
    for (const std::size_t i : fit.missed)
        byTruth.emplace_back(i, GoldRemark{Kind::Missed, answer[i], {}, 0});
    std::sort(byTruth.begin(), byTruth.end(), [](const auto &a, const auto &b) { return a.first < b.first; });

    std::vector<GoldRemark> remarks;
    for (auto &entry : byTruth)
        remarks.push_back(std::move(entry.second));
    for (const std::size_t i : fit.invented)
        remarks.push_back({Kind::Invented, {}, submission[i], 0});
    return remarks;
}

}  // namespace plumbline::quality
