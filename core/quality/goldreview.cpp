// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/difficulty.h"

#include <boost/math/distributions/students_t.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

// Who answered an item, with their ability as the other items tell it.
struct Answer {
    double ability = 0;
    bool right = false;
};

// The annotator's posterior mean moved back by one Newton step: what it would be without this result.
double abilityWithout(const DifficultyFit &fit, const ItemResult &result)
{
    const DifficultyFit::Annotator &annotator = fit.annotators[result.annotator];
    const ItemParameters &item = fit.items[result.item].parameters;
    const double residual = (result.right ? 1.0 : 0.0) - probabilityRight(annotator.ability, item);
    return annotator.ability - annotator.sigma * annotator.sigma * item.discrimination * residual;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double correlation(const std::vector<Answer> &answers)
{
    const auto n = static_cast<double>(answers.size());
    double x = 0;
    double y = 0;
    for (const Answer &answer : answers) {
        x += answer.ability;
        y += answer.right ? 1 : 0;
    }
    x /= n;
    y /= n;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (const Answer &answer : answers) {
        const double dx = answer.ability - x;
        const double dy = (answer.right ? 1 : 0) - y;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    return xx > 0 && yy > 0 ? std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0) : 0;
}

// One-sided certainty that a correlation is below 0 (t test).
double certaintyNegative(double r, std::size_t n)
{
    constexpr std::size_t fewest = 8;
    if (n < fewest || !(r < 0))
        return 0;
    const auto degrees = static_cast<double>(n) - 2;
    const double t = r * std::sqrt(degrees / std::max(1e-12, 1 - r * r));
    return cdf(complement(boost::math::students_t(degrees), t));
}

}  // namespace

QString GoldFinding::text() const
{
    switch (kind) {
    case Kind::NobodyFails: return tr("All %1 annotators had it right: it tells nobody apart any more; retire it.").arg(n);
    case Kind::NegativeDiscrimination:
        return tr("The better people do elsewhere, the more often they fail here (correlation %1, %2 of %3 right): the key is "
                  "probably wrong; adjudicate it.")
            .arg(discrimination, 0, 'f', 2)
            .arg(right)
            .arg(n);
    case Kind::AblePeopleMiss:
        return tr("%1 of %2 annotators of the better half failed it: adjudicate the key.").arg(able - ableRight).arg(able);
    }
    return {};
}

std::vector<GoldFinding> reviewGold(const std::vector<ItemResult> &results, const DifficultyFit &fit,
                                    const GoldReviewOptions &options)
{
    std::vector<double> abilities;
    for (const DifficultyFit::Annotator &annotator : fit.annotators)
        if (annotator.n > 0)
            abilities.push_back(annotator.ability);
    std::vector<GoldFinding> findings;
    if (abilities.empty())
        return findings;
    const double upperHalf = median(abilities);

    std::vector<std::vector<Answer>> byItem(fit.items.size());
    for (const ItemResult &result : results)
        if (result.item < fit.items.size() && result.annotator < fit.annotators.size())
            byItem[result.item].push_back({abilityWithout(fit, result), result.right});
    for (std::size_t i = 0; i < byItem.size(); ++i) {
        auto &answers = byItem[i];
        if (answers.empty())
            continue;
        // The same sums whatever the order was.
        std::sort(answers.begin(), answers.end(),
                  [](const Answer &a, const Answer &b) { return std::pair(a.ability, a.right) < std::pair(b.ability, b.right); });
        GoldFinding finding;
        finding.item = static_cast<std::uint32_t>(i);
        finding.n = static_cast<std::int64_t>(answers.size());
        for (const Answer &answer : answers) {
            finding.right += answer.right ? 1 : 0;
            if (answer.ability >= upperHalf) {
                ++finding.able;
                finding.ableRight += answer.right ? 1 : 0;
            }
        }
        finding.discrimination = correlation(answers);
        const double missed = BetaPosterior::of(finding.able - finding.ableRight, finding.ableRight).above(0.5);
        const double negative = certaintyNegative(finding.discrimination, answers.size());
        const double easy = 1 - BetaPosterior::of(finding.n - finding.right, finding.right).above(options.retireBelow);
        if (finding.able >= options.minimumAble && missed >= options.ableCertainty) {
            finding.kind = GoldFinding::Kind::AblePeopleMiss;
            finding.certainty = missed;
        } else if (negative >= options.negativeCertainty) {
            finding.kind = GoldFinding::Kind::NegativeDiscrimination;
            finding.certainty = negative;
        } else if (finding.n >= options.minimumResults && finding.right == finding.n) {
            finding.kind = GoldFinding::Kind::NobodyFails;
            finding.certainty = easy;
        } else {
            continue;
        }
        findings.push_back(finding);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const GoldFinding &a, const GoldFinding &b) {
        return a.adjudicate() != b.adjudicate() ? a.adjudicate() : a.certainty > b.certainty;
    });
    return findings;
}

}  // namespace plumbline::quality
