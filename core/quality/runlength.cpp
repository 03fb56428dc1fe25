// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/runlength.h"

#include <boost/math/quadrature/gauss.hpp>

#include <Eigen/LU>
#include <Eigen/SparseLU>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace plumbline::quality {

namespace {

constexpr double longest = 1e15;  // run lengths beyond this cannot be told from never

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

double density(double x)
{
    return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}

double below(double x)
{
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

struct Node {
    double at = 0;
    double weight = 0;
};

// Gauss-Legendre on panels no wider than `panel`.
std::vector<Node> quadrature(double from, double to, double panel)
{
    using Rule = boost::math::quadrature::gauss<double, 20>;
    const int panels = std::max(1, static_cast<int>(std::ceil((to - from) / panel)));
    const double half = (to - from) / panels / 2;
    std::vector<Node> nodes;
    for (int i = 0; i < panels; ++i) {
        const double centre = from + (2 * i + 1) * half;
        for (std::size_t k = 0; k < Rule::abscissa().size(); ++k) {  // non-negative half of a rule of even order
            nodes.push_back({centre - half * Rule::abscissa()[k], half * Rule::weights()[k]});
            nodes.push_back({centre + half * Rule::abscissa()[k], half * Rule::weights()[k]});
        }
    }
    return nodes;
}

double finiteSteps(double steps)
{
    return std::isfinite(steps) && steps > 0 && steps < longest ? steps : std::numeric_limits<double>::infinity();
}

// Expected steps from state `start` of an absorbing chain with these transition densities or probabilities.
double expectedSteps(const Eigen::MatrixXd &transitions, Eigen::Index start)
{
    const Eigen::Index n = transitions.rows();
    const Eigen::VectorXd steps = (Eigen::MatrixXd::Identity(n, n) - transitions).partialPivLu().solve(Eigen::VectorXd::Ones(n));
    return finiteSteps(steps(start));
}

double oneSided(double k, double h, double shift)
{
    const std::vector<Node> nodes = quadrature(0, h, 2);
    const auto n = static_cast<Eigen::Index>(nodes.size());
    // State n is the floor, which holds probability of its own.
    Eigen::MatrixXd transitions(n + 1, n + 1);
    for (Eigen::Index i = 0; i <= n; ++i) {
        const double from = i < n ? nodes[static_cast<std::size_t>(i)].at : 0;
        for (Eigen::Index j = 0; j < n; ++j) {
            const Node &to = nodes[static_cast<std::size_t>(j)];
            transitions(i, j) = to.weight * density(to.at + k - from - shift);
        }
        transitions(i, n) = below(k - from - shift);
    }
    return expectedSteps(transitions, n);
}

double together(double a, double b)
{
    if (!std::isfinite(a))
        return b;
    return std::isfinite(b) ? a * b / (a + b) : a;
}

constexpr int cells = 1200;

// Chain over equal cells of [low, high); a step's target is shared between the two cells around it, so that the mean is kept.
// step(s, right) is the next value; `high` and, with floorAlarms, `low` end the run; without it values stay at `low`.
template <typename Step>
double discretised(double low, double high, double start, bool floorAlarms, double accuracy, Step step)
{
    const double width = (high - low) / cells;
    std::vector<Eigen::Triplet<double>> entries;
    for (int i = 0; i < cells; ++i) {
        entries.emplace_back(i, i, 1.0);
        const double from = low + i * width;
        for (const bool right : {true, false}) {
            const double p = right ? accuracy : 1 - accuracy;
            const double to = step(from, right);
            if (to >= high || (floorAlarms && to <= low))
                continue;
            const double place = (std::max(to, low) - low) / width;
            const int cell = std::min(static_cast<int>(place), cells - 1);
            const double rest = cell + 1 < cells ? place - cell : 0;
            entries.emplace_back(i, cell, -p * (1 - rest));
            if (rest > 0)
                entries.emplace_back(i, cell + 1, -p * rest);
        }
    }
    Eigen::SparseMatrix<double> equations(cells, cells);
    equations.setFromTriplets(entries.begin(), entries.end());
    Eigen::SparseLU<Eigen::SparseMatrix<double>> solver(equations);
    if (solver.info() != Eigen::Success)
        return std::numeric_limits<double>::infinity();  // no way out of some state
    const Eigen::VectorXd steps = solver.solve(Eigen::VectorXd::Ones(cells));
    return finiteSteps(steps(
        std::clamp(static_cast<Eigen::Index>(std::lround((start - low) / width)), Eigen::Index(0), Eigen::Index(cells - 1))));
}

bool inside(double value)
{
    return value > 0 && value < 1;
}

}  // namespace

double cusumRunLength(double k, double h, double shift)
{
    if (!(k >= 0 && k <= 10) || !(h > 0 && h <= 20) || !std::isfinite(shift))
        return 0;
    return together(oneSided(k, h, shift), oneSided(k, h, -shift));
}

double ewmaRunLength(double lambda, double limit, double shift)
{
    if (!(lambda > 0.001 && lambda <= 1) || !(limit > 0 && limit <= 6) || !std::isfinite(shift))
        return 0;
    const double edge = limit * std::sqrt(lambda / (2 - lambda));
    const std::vector<Node> nodes = quadrature(-edge, edge, 2 * lambda);
    const auto n = static_cast<Eigen::Index>(nodes.size());
    Eigen::MatrixXd transitions(n + 1, n + 1);
    for (Eigen::Index i = 0; i <= n; ++i) {
        const double from = i < n ? nodes[static_cast<std::size_t>(i)].at : 0;
        for (Eigen::Index j = 0; j < n; ++j) {
            const Node &to = nodes[static_cast<std::size_t>(j)];
            transitions(i, j) = to.weight / lambda * density((to.at - (1 - lambda) * from) / lambda - shift);
        }
        transitions(i, n) = 0;  // only where the run starts
    }
    return expectedSteps(transitions, n);
}

Result<double> ewmaLimit(double lambda, double inControl)
{
    if (!(lambda > 0.001 && lambda <= 1) || !(inControl >= 2 && inControl <= 1e6))
        return fail(ErrorCode::InvalidArgument,
                    tr("An EWMA chart needs a weight between 0 and 1 and a run length of 2 to 1,000,000."));
    double low = 0.01;
    double high = 6;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        (ewmaRunLength(lambda, middle, 0) < inControl ? low : high) = middle;
    }
    return (low + high) / 2;
}

double cusumResidualRunLength(double k, double h, double expected, double accuracy)
{
    if (!(k >= 0 && k <= 10) || !(h > 0) || !inside(expected) || !(accuracy >= 0 && accuracy <= 1))
        return 0;
    const double spread = std::sqrt(expected * (1 - expected));
    const auto side = [&](double sign) {
        return discretised(0, h, 0, false, accuracy,
                           [&](double s, bool right) { return s + sign * ((right ? 1 : 0) - expected) / spread - k; });
    };
    return together(side(1), side(-1));
}

double ewmaResidualRunLength(double lambda, double limit, double expected, double accuracy)
{
    if (!(lambda > 0.001 && lambda <= 1) || !(limit > 0) || !inside(expected) || !(accuracy >= 0 && accuracy <= 1))
        return 0;
    const double spread = std::sqrt(expected * (1 - expected));
    const double edge = limit * std::sqrt(lambda / (2 - lambda));
    return discretised(-edge, edge, 0, true, accuracy,
                       [&](double z, bool right) { return (1 - lambda) * z + lambda * ((right ? 1 : 0) - expected) / spread; });
}

double bernoulliCusumRunLength(int m, int h, double errorRate)
{
    constexpr int largest = 100'000;
    if (m < 2 || h < 1 || m > largest || h > largest || !(errorRate >= 0 && errorRate <= 1))
        return 0;
    if (errorRate == 0)
        return std::numeric_limits<double>::infinity();
    // E(s) = 1 + (1 - q) E(max(0, s - 1)) + q E(s + m - 1), E = 0 from h on: eliminated from the top down as
    // E(s) = c(s) + d(s) E(s - 1). All terms are positive, so nothing cancels.
    std::vector<double> c(static_cast<std::size_t>(h), 0.0);
    std::vector<double> d(static_cast<std::size_t>(h), 0.0);
    for (int s = h - 1; s >= 0; --s) {
        // E(s + m - 1) in terms of E(s), by the relations of the states above.
        double constant = 0;
        double factor = 0;
        if (s + m - 1 < h) {
            factor = 1;
            for (int t = s + m - 1; t > s; --t) {
                constant += factor * c[static_cast<std::size_t>(t)];
                factor *= d[static_cast<std::size_t>(t)];
            }
        }
        const auto at = static_cast<std::size_t>(s);
        const double kept = 1 - errorRate * factor - (s == 0 ? 1 - errorRate : 0);
        c[at] = (1 + errorRate * constant) / kept;
        d[at] = s == 0 ? 0 : (1 - errorRate) / kept;
    }
    return std::isfinite(c[0]) && c[0] > 0 ? c[0] : std::numeric_limits<double>::infinity();
}

Result<int> BernoulliCusumPlan::stepFor(double acceptable, double tooMuch)
{
    if (!inside(acceptable) || !inside(tooMuch) || acceptable >= tooMuch)
        return fail(ErrorCode::InvalidArgument,
                    tr("The error rate that is too much must be above the acceptable one, both between 0 and 100 %."));
    const double r1 = -std::log((1 - tooMuch) / (1 - acceptable));
    const double r2 = std::log(tooMuch * (1 - acceptable) / (acceptable * (1 - tooMuch)));
    return std::max(2, static_cast<int>(std::lround(std::min(r2 / r1, 1e5))));
}

Result<BernoulliCusumPlan> BernoulliCusumPlan::forRunLength(double acceptable, double tooMuch, double items)
{
    const auto step = stepFor(acceptable, tooMuch);
    if (!step)
        return fail(step.error());
    if (!(items >= 10 && items <= 100'000))
        return fail(ErrorCode::InvalidArgument, tr("Choose 10 to 100,000 gold items between false alarms."));
    BernoulliCusumPlan plan{acceptable, tooMuch, *step, 1, 0, 0};
    int low = 0;  // too short, or nothing
    int high = 1;
    while (bernoulliCusumRunLength(plan.m, high, acceptable) < items) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (bernoulliCusumRunLength(plan.m, middle, acceptable) < items ? low : high) = middle;
    }
    plan.h = high;
    plan.inControl = bernoulliCusumRunLength(plan.m, plan.h, acceptable);
    plan.afterShift = bernoulliCusumRunLength(plan.m, plan.h, tooMuch);
    return plan;
}

double inWorkItems(double goldItems, double goldShare)
{
    return goldShare > 0 && goldShare <= 1 ? goldItems / goldShare : 0;
}

}  // namespace plumbline::quality
