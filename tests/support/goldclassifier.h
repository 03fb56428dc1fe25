// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <QString>
#include <QStringList>

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

/// Somebody who wants to know which items are gold, with the means of statistics: what was seen, a classifier, and how well it does.
namespace plumbline::test {

/// What an annotator saw of one item, as numbers; `gold` is what the classifier is to find out.
struct Sighting {
    int person = 0;
    bool gold = false;
    std::vector<double> seen;
};

struct AucInterval {
    double value = 0.5;
    double low = 0.5;
    double high = 0.5;
    double deLong = 0;  ///< half width of the 95 % interval that takes items for independent
    [[nodiscard]] double halfWidth() const { return (high - low) / 2; }
    [[nodiscard]] bool holdsChance() const { return low <= 0.5 && high >= 0.5; }
    [[nodiscard]] QString text() const
    {
        return QStringLiteral("AUC %1, 95 % %2 to %3 (half width %4; DeLong %5)")
            .arg(value, 0, 'f', 4)
            .arg(low, 0, 'f', 4)
            .arg(high, 0, 'f', 4)
            .arg(halfWidth(), 0, 'f', 4)
            .arg(deLong, 0, 'f', 4);
    }
};

/// Rank statistic of one person's items: pairs of gold and other work, and in how many gold has the larger score (ties half).
struct Wins {
    double won = 0;
    double pairs = 0;
    double variance = 0;  ///< of `won` (DeLong, DeLong and Clarke-Pearson 1988)
};

inline Wins winsOf(std::vector<std::pair<double, bool>> scored)
{
    std::sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    const auto gold = static_cast<double>(std::count_if(scored.begin(), scored.end(), [](const auto &s) { return s.second; }));
    const double other = static_cast<double>(scored.size()) - gold;
    Wins wins;
    wins.pairs = gold * other;
    if (wins.pairs == 0)
        return wins;
    double goldBelow = 0;
    double otherBelow = 0;
    double squaresOfGold = 0;
    double squaresOfOther = 0;
    for (std::size_t begin = 0, end = 0; begin < scored.size(); begin = end) {
        double goldHere = 0;
        while (end < scored.size() && scored[end].first == scored[begin].first)
            goldHere += scored[end++].second ? 1 : 0;
        const double otherHere = static_cast<double>(end - begin) - goldHere;
        const double placeOfGold = (otherBelow + otherHere / 2) / other;
        const double placeOfOther = (gold - goldBelow - goldHere / 2) / gold;
        wins.won += goldHere * placeOfGold * other;
        squaresOfGold += goldHere * placeOfGold * placeOfGold;
        squaresOfOther += otherHere * placeOfOther * placeOfOther;
        goldBelow += goldHere;
        otherBelow += otherHere;
    }
    const double auc = wins.won / wins.pairs;
    const auto spread = [auc](double squares, double n) { return n > 1 ? (squares - n * auc * auc) / (n - 1) / n : 0.0; };
    wins.variance = wins.pairs * wins.pairs * std::max(0.0, spread(squaresOfGold, gold) + spread(squaresOfOther, other));
    return wins;
}

/// Chance that of two items of one person the gold one has the larger score. The interval comes from 2000 resamples of whole
/// persons. Comparing within persons is what an attacker can do, and folds of a classifier need no common scale.
inline AucInterval aucWithinPeople(const std::vector<Sighting> &sightings, const std::vector<double> &scores)
{
    int people = 0;
    for (const Sighting &sighting : sightings)
        people = std::max(people, sighting.person + 1);
    std::vector<std::vector<std::pair<double, bool>>> own(static_cast<std::size_t>(people));
    for (std::size_t i = 0; i < sightings.size(); ++i)
        own[static_cast<std::size_t>(sightings[i].person)].emplace_back(scores[i], sightings[i].gold);
    std::vector<Wins> wins;
    Wins sum;
    for (auto &scored : own) {
        wins.push_back(winsOf(std::move(scored)));
        sum.won += wins.back().won;
        sum.pairs += wins.back().pairs;
        sum.variance += wins.back().variance;
    }
    AucInterval found;
    if (sum.pairs == 0)
        return found;
    found.value = sum.won / sum.pairs;
    found.deLong = 1.96 * std::sqrt(sum.variance) / sum.pairs;
    base::SeededRandom random(7);
    std::vector<double> resampled(2000);
    for (double &value : resampled) {
        double won = 0;
        double pairs = 0;
        for (std::size_t i = 0; i < wins.size(); ++i) {
            const Wins &drawn = wins[random.below(wins.size())];
            won += drawn.won;
            pairs += drawn.pairs;
        }
        value = pairs > 0 ? won / pairs : 0.5;
    }
    std::sort(resampled.begin(), resampled.end());
    found.low = resampled[50];
    found.high = resampled[1949];
    return found;
}

/// Logistic regression with a ridge on standardised columns, by Newton's method. Every person is judged by a model that was fitted to
/// the other folds, gold known: the attacker has accomplices who were told.
inline std::vector<double> crossFittedScores(const std::vector<Sighting> &sightings, int folds = 2)
{
    const auto rows = static_cast<Eigen::Index>(sightings.size());
    const auto columns = static_cast<Eigen::Index>(sightings.front().seen.size());
    Eigen::MatrixXd x(rows, columns + 1);
    for (Eigen::Index i = 0; i < rows; ++i) {
        x(i, columns) = 1;
        for (Eigen::Index k = 0; k < columns; ++k)
            x(i, k) = sightings[static_cast<std::size_t>(i)].seen[static_cast<std::size_t>(k)];
    }
    for (Eigen::Index k = 0; k < columns; ++k) {
        const double mean = x.col(k).mean();
        const double deviation = std::sqrt((x.col(k).array() - mean).square().mean());
        x.col(k) = (x.col(k).array() - mean) / (deviation > 1e-12 ? deviation : 1);
    }
    std::vector<double> scores(sightings.size());
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<Eigen::Index> training;
        std::vector<Eigen::Index> judged;
        for (Eigen::Index i = 0; i < rows; ++i)
            (sightings[static_cast<std::size_t>(i)].person % folds == fold ? judged : training).push_back(i);
        const Eigen::MatrixXd known = x(training, Eigen::all);
        Eigen::VectorXd gold(known.rows());
        for (Eigen::Index i = 0; i < known.rows(); ++i)
            gold(i) = sightings[static_cast<std::size_t>(training[static_cast<std::size_t>(i)])].gold ? 1 : 0;
        constexpr double ridge = 10;
        constexpr int rounds = 6;
        Eigen::VectorXd penalty = Eigen::VectorXd::Constant(columns + 1, ridge);
        penalty(columns) = 1e-9;
        Eigen::VectorXd weights = Eigen::VectorXd::Zero(columns + 1);
        for (int round = 0; round < rounds; ++round) {
            const Eigen::VectorXd p = (1 + (-(known * weights).array()).exp()).inverse().matrix();
            const Eigen::VectorXd spread = (p.array() * (1 - p.array())).max(1e-6).sqrt().matrix();
            const Eigen::MatrixXd weighted = spread.asDiagonal() * known;
            Eigen::MatrixXd curvature = weighted.transpose() * weighted;
            curvature.diagonal() += penalty;
            weights += curvature.ldlt().solve(known.transpose() * (gold - p) - penalty.cwiseProduct(weights));
        }
        const Eigen::VectorXd found = x(judged, Eigen::all) * weights;
        for (std::size_t i = 0; i < judged.size(); ++i)
            scores[static_cast<std::size_t>(judged[i])] = found(static_cast<Eigen::Index>(i));
    }
    return scores;
}

inline AucInterval classifierAuc(const std::vector<Sighting> &sightings)
{
    return aucWithinPeople(sightings, crossFittedScores(sightings));
}

inline AucInterval featureAuc(const std::vector<Sighting> &sightings, std::size_t feature)
{
    std::vector<double> scores;
    scores.reserve(sightings.size());
    for (const Sighting &sighting : sightings)
        scores.push_back(sighting.seen[feature]);
    return aucWithinPeople(sightings, scores);
}

/// One thing that somebody handed in, and what gauge and panel showed right after it.
struct Handed {
    double objects = 0;  ///< labels in it
    double confidence = 0;  ///< stated
    double right = 0.5;  ///< share that the annotator believes to be right
    double shownResults = 0;  ///< n of the gauge, without practice, which moves it openly
    double shownMean = 0;
    double shownWidth = 0;  ///< of the interval
    double listed = 0;  ///< displays that the panel lists, without those of practice
};

/// What successive displays say about each item, looking back from the end of the work.
inline QStringList displayFeatureNames()
{
    return {QStringLiteral("results shown, difference at once"),
            QStringLiteral("mean shown, difference at once"),
            QStringLiteral("interval shown, difference at once"),
            QStringLiteral("list of the panel, difference at once"),
            QStringLiteral("results shown, difference one later"),
            QStringLiteral("mean shown, difference one later"),
            QStringLiteral("results shown, difference one before"),
            QStringLiteral("last 2 before a change"),
            QStringLiteral("last 5 before a change"),
            QStringLiteral("last 10 before a change"),
            QStringLiteral("last 20 before a change"),
            QStringLiteral("last 50 before a change"),
            QStringLiteral("first 5 after a change"),
            QStringLiteral("first 20 after a change"),
            QStringLiteral("before any change"),
            QStringLiteral("length of the stretch"),
            QStringLiteral("growth at its end"),
            QStringLiteral("growth for each item of the stretch"),
            QStringLiteral("mean at its end, difference"),
            QStringLiteral("objects"),
            QStringLiteral("confidence"),
            QStringLiteral("objects by growth"),
            QStringLiteral("objects by difference of the mean"),
            QStringLiteral("confidence by difference of the mean"),
            QStringLiteral("objects more than the growth")};
}

inline std::vector<std::vector<double>> displayFeatures(const std::vector<Handed> &career)
{
    const std::size_t count = career.size();
    const auto before = [&](std::size_t i) { return i > 0 ? career[i - 1] : Handed(); };
    std::vector<bool> changed(count);
    for (std::size_t i = 0; i < count; ++i)
        changed[i] = career[i].shownResults != before(i).shownResults;
    std::vector<std::vector<double>> features(count);
    for (std::size_t begin = 0, end = 0; begin < count; begin = end) {
        while (end < count && !changed[end])
            ++end;
        const bool ends = end < count;
        end += ends ? 1 : 0;
        const Handed &last = career[end - 1];
        const Handed first = before(begin);
        const double growth = ends ? last.shownResults - first.shownResults : 0;
        const double moved = ends && first.shownResults > 0 ? last.shownMean - first.shownMean : 0;
        const auto length = static_cast<double>(end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            const Handed &own = career[i];
            const Handed earlier = before(i);
            const Handed &later = career[std::min(i + 1, count - 1)];
            const double until = ends ? static_cast<double>(end - i) : 1e9;
            const double since = begin > 0 ? static_cast<double>(i - begin) : 1e9;
            const auto yes = [](bool holds) { return holds ? 1.0 : 0.0; };
            features[i] = {own.shownResults - earlier.shownResults,
                           own.shownMean - earlier.shownMean,
                           own.shownWidth - earlier.shownWidth,
                           own.listed - earlier.listed,
                           later.shownResults - own.shownResults,
                           later.shownMean - own.shownMean,
                           i > 0 ? earlier.shownResults - before(i - 1).shownResults : 0,
                           yes(until <= 2),
                           yes(until <= 5),
                           yes(until <= 10),
                           yes(until <= 20),
                           yes(until <= 50),
                           yes(since < 5),
                           yes(since < 20),
                           yes(ends),
                           length,
                           growth,
                           growth / length,
                           moved,
                           own.objects,
                           own.confidence,
                           own.objects * growth,
                           own.objects * moved,
                           own.confidence * moved,
                           yes(ends && own.objects > growth)};
        }
    }
    return features;
}

}  // namespace plumbline::test
