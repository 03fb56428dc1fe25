// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/difficulty.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace plumbline::quality {

namespace {

constexpr int nodes = 61;
constexpr double reach = 5;  // in standard deviations of ability
constexpr double easinessSpread = 1.5;
constexpr double slopeMean = 1;
constexpr double slopeSpread = 0.75;
constexpr double furthest = 12;  // log odds that estimates are kept within
constexpr int mostRounds = 1000;
constexpr double settled = 1e-9;  // relative gain of a round

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

double nodeAt(int q)
{
    return -reach + 2 * reach * q / (nodes - 1);
}

// log odds of a right result = slope·x + easiness, x standard normal.
struct Curve {
    double slope = 1;
    double easiness = 0;
};

// Expected counts at each ability.
struct Expected {
    std::array<double, nodes> n{};
    std::array<double, nodes> right{};
};

class Fit
{
public:
    Fit(std::vector<ItemResult> results, std::size_t annotators, std::size_t items, ResponseModel model)
        : m_results(std::move(results)), m_model(model), m_curves(items), m_seen(items, false), m_posterior(annotators)
    {
        // The same sums whatever the order was.
        std::sort(m_results.begin(), m_results.end(), [](const ItemResult &a, const ItemResult &b) {
            return std::tuple(a.annotator, a.item, a.right) < std::tuple(b.annotator, b.item, b.right);
        });
        double right = 0;
        for (const ItemResult &result : m_results) {
            right += result.right ? 1 : 0;
            m_seen[result.item] = true;
        }
        const auto n = static_cast<double>(m_results.size());
        const double share = (right + 0.5) / (n + 1);
        m_centre = std::log(share / (1 - share));
        for (Curve &curve : m_curves)
            curve.easiness = m_centre;
    }

    // Log posterior of the parameters before the step it makes.
    double round()
    {
        const double value = expect();
        maximise();
        return value;
    }

    [[nodiscard]] const std::vector<ItemResult> &results() const { return m_results; }
    [[nodiscard]] const std::vector<Curve> &curves() const { return m_curves; }
    [[nodiscard]] double centre() const { return m_centre; }
    [[nodiscard]] const std::array<double, nodes> &posterior(std::size_t annotator) const { return m_posterior[annotator]; }

    // Second derivatives of the last step's target: easiness, slope, mixed.
    [[nodiscard]] std::tuple<double, double, double> curvature(std::size_t item) const
    {
        double ee = 1 / (easinessSpread * easinessSpread);
        double ss = 1 / (slopeSpread * slopeSpread);
        double es = 0;
        for (int q = 0; q < nodes; ++q) {
            const double p = logistic(m_curves[item].slope * nodeAt(q) + m_curves[item].easiness);
            const double information = m_expected[item].n[static_cast<std::size_t>(q)] * p * (1 - p);
            ee += information;
            ss += information * nodeAt(q) * nodeAt(q);
            es += information * nodeAt(q);
        }
        return {ee, ss, es};
    }

private:
    double expect()
    {
        std::vector<std::array<double, nodes>> logRight(m_curves.size());
        std::vector<std::array<double, nodes>> logWrong(m_curves.size());
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            for (int q = 0; q < nodes; ++q) {
                const double p = logistic(m_curves[i].slope * nodeAt(q) + m_curves[i].easiness);
                logRight[i][static_cast<std::size_t>(q)] = std::log(std::max(p, 1e-300));
                logWrong[i][static_cast<std::size_t>(q)] = std::log(std::max(1 - p, 1e-300));
            }
        }
        std::array<double, nodes> logPrior{};
        for (int q = 0; q < nodes; ++q)
            logPrior[static_cast<std::size_t>(q)] =
                -nodeAt(q) * nodeAt(q) / 2 + std::log(2 * reach / (nodes - 1) / std::sqrt(2 * std::numbers::pi));
        m_posterior.assign(m_posterior.size(), logPrior);
        for (const ItemResult &result : m_results) {
            const auto &log = result.right ? logRight[result.item] : logWrong[result.item];
            for (std::size_t q = 0; q < nodes; ++q)
                m_posterior[result.annotator][q] += log[q];
        }
        double value = 0;
        for (auto &weights : m_posterior) {
            const double largest = *std::max_element(weights.begin(), weights.end());
            double sum = 0;
            for (double &weight : weights) {
                weight = std::exp(weight - largest);
                sum += weight;
            }
            for (double &weight : weights)
                weight /= sum;
            value += largest + std::log(sum);
        }
        m_expected.assign(m_curves.size(), {});
        for (const ItemResult &result : m_results) {
            Expected &expected = m_expected[result.item];
            const auto &weights = m_posterior[result.annotator];
            for (std::size_t q = 0; q < nodes; ++q) {
                expected.n[q] += weights[q];
                expected.right[q] += result.right ? weights[q] : 0;
            }
        }
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            if (!m_seen[i])
                continue;
            const double e = (m_curves[i].easiness - m_centre) / easinessSpread;
            value -= e * e / 2;
            if (m_model == ResponseModel::TwoParameter) {
                const double s = (m_curves[i].slope - slopeMean) / slopeSpread;
                value -= s * s / 2;
            }
        }
        return value;
    }

    [[nodiscard]] double target(std::size_t item, const Curve &curve) const
    {
        const Expected &expected = m_expected[item];
        double sum = 0;
        for (int q = 0; q < nodes; ++q) {
            const auto at = static_cast<std::size_t>(q);
            const double x = curve.slope * nodeAt(q) + curve.easiness;
            const double logRight = x >= 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x));
            sum += expected.right[at] * logRight + (expected.n[at] - expected.right[at]) * (logRight - x);
        }
        const double e = (curve.easiness - m_centre) / easinessSpread;
        const double s = m_model == ResponseModel::TwoParameter ? (curve.slope - slopeMean) / slopeSpread : 0;
        return sum - e * e / 2 - s * s / 2;
    }

    // One guarded Newton step an item: more are wasted before the next expectation.
    void improve(std::size_t item)
    {
        const Curve old = m_curves[item];
        double ge = -(old.easiness - m_centre) / (easinessSpread * easinessSpread);
        double gs = -(old.slope - slopeMean) / (slopeSpread * slopeSpread);
        for (int q = 0; q < nodes; ++q) {
            const auto at = static_cast<std::size_t>(q);
            const double p = logistic(old.slope * nodeAt(q) + old.easiness);
            const double residual = m_expected[item].right[at] - m_expected[item].n[at] * p;
            ge += residual;
            gs += residual * nodeAt(q);
        }
        const auto [ee, ss, es] = curvature(item);
        double de = ge / ee;
        double ds = 0;
        if (m_model == ResponseModel::TwoParameter) {
            const double determinant = ee * ss - es * es;
            de = (ss * ge - es * gs) / determinant;
            ds = (ee * gs - es * ge) / determinant;
        }
        const double before = target(item, old);
        constexpr int halvings = 20;
        for (int i = 0; i < halvings; ++i, de /= 2, ds /= 2) {
            const Curve next{std::clamp(old.slope + ds, -furthest, furthest), std::clamp(old.easiness + de, -furthest, furthest)};
            if (target(item, next) >= before) {
                m_curves[item] = next;
                return;
            }
        }
    }

    // The slope that all items of a Rasch model share.
    void improveCommonSlope()
    {
        const double old = m_curves.front().slope;
        double gradient = 0;
        double information = 0;
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            for (int q = 0; q < nodes; ++q) {
                const auto at = static_cast<std::size_t>(q);
                const double p = logistic(m_curves[i].slope * nodeAt(q) + m_curves[i].easiness);
                gradient += (m_expected[i].right[at] - m_expected[i].n[at] * p) * nodeAt(q);
                information += m_expected[i].n[at] * p * (1 - p) * nodeAt(q) * nodeAt(q);
            }
        }
        const auto all = [&](double slope) {
            double sum = 0;
            for (std::size_t i = 0; i < m_curves.size(); ++i)
                sum += target(i, {slope, m_curves[i].easiness});
            return sum;
        };
        if (information <= 0)
            return;
        const double before = all(old);
        double step = gradient / information;
        constexpr int halvings = 20;
        constexpr double flattest = 0.05;
        for (int i = 0; i < halvings; ++i, step /= 2) {
            const double next = std::clamp(old + step, flattest, 5.0);
            if (all(next) < before)
                continue;
            for (Curve &curve : m_curves)
                curve.slope = next;
            return;
        }
    }

    void maximise()
    {
        for (std::size_t i = 0; i < m_curves.size(); ++i)
            if (m_seen[i])
                improve(i);
        if (m_model == ResponseModel::Rasch)
            improveCommonSlope();
        double sum = 0;
        double n = 0;
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            if (m_seen[i]) {
                sum += m_curves[i].easiness;
                n += 1;
            }
        }
        m_centre = sum / n;
        for (std::size_t i = 0; i < m_curves.size(); ++i)
            if (!m_seen[i])
                m_curves[i].easiness = m_centre;
    }

    std::vector<ItemResult> m_results;
    ResponseModel m_model;
    std::vector<Curve> m_curves;
    std::vector<bool> m_seen;
    std::vector<std::array<double, nodes>> m_posterior;  // of each annotator's ability
    std::vector<Expected> m_expected;
    double m_centre = 0;
};

}  // namespace

Result<DifficultyFit> fitDifficulty(const std::vector<ItemResult> &results, std::size_t annotators, std::size_t items,
                                    ResponseModel model, const std::function<bool()> &cancelled)
{
    if (results.empty())
        return fail(ErrorCode::InvalidArgument, tr("Difficulty needs results of gold items; there are none."));
    for (const ItemResult &result : results)
        if (result.annotator >= annotators || result.item >= items)
            return fail(ErrorCode::InvalidArgument, tr("A result names an annotator or an item that is not listed."));

    Fit fit(results, annotators, items, model);
    DifficultyFit found;
    found.model = model;
    double before = -1e300;
    while (found.rounds < mostRounds) {
        if (cancelled && cancelled())
            return fail(ErrorCode::Cancelled, tr("Cancelled."));
        found.logPosterior = fit.round();
        found.history.push_back(found.logPosterior);
        ++found.rounds;
        if (found.logPosterior - before < settled * std::abs(found.logPosterior)) {
            found.converged = true;
            break;
        }
        before = found.logPosterior;
    }

    const bool rasch = model == ResponseModel::Rasch;
    const double spread = rasch ? fit.curves().front().slope : 1;  // ability = spread·x
    found.abilitySigma = spread;
    found.averageEasiness = fit.centre();
    for (std::size_t i = 0; i < items; ++i) {
        const Curve &curve = fit.curves()[i];
        DifficultyFit::Item item;
        item.easiness = curve.easiness;
        item.parameters.discrimination = rasch ? 1 : curve.slope;
        constexpr double flat = 0.05;
        const double slope = item.parameters.discrimination;
        const double divisor = std::abs(slope) < flat ? std::copysign(flat, slope) : slope;
        item.parameters.difficulty = std::clamp(-curve.easiness / divisor, -2 * furthest, 2 * furthest);
        const auto [ee, ss, es] = fit.curvature(i);
        item.easinessSigma = rasch ? 1 / std::sqrt(ee) : std::sqrt(ss / (ee * ss - es * es));
        item.discriminationSigma = rasch ? 0 : std::sqrt(ee / (ee * ss - es * es));
        item.relativeDifficulty = fit.centre() - curve.easiness;
        found.items.push_back(item);
    }
    for (std::size_t a = 0; a < annotators; ++a) {
        double mean = 0;
        double square = 0;
        for (int q = 0; q < nodes; ++q) {
            const double weight = fit.posterior(a)[static_cast<std::size_t>(q)];
            mean += weight * spread * nodeAt(q);
            square += weight * spread * spread * nodeAt(q) * nodeAt(q);
        }
        found.annotators.push_back({mean, std::sqrt(std::max(0.0, square - mean * mean)), 0, 0});
    }
    for (const ItemResult &result : fit.results()) {
        for (auto counts : {std::pair(&found.items[result.item].n, &found.items[result.item].right),
                            std::pair(&found.annotators[result.annotator].n, &found.annotators[result.annotator].right)}) {
            ++*counts.first;
            *counts.second += result.right ? 1 : 0;
        }
    }
    return found;
}

}  // namespace plumbline::quality
