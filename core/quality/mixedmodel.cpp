// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/mixedmodel.h"

#include <Eigen/SparseCholesky>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace plumbline::quality {

namespace {

using Sparse = Eigen::SparseMatrix<double>;
using Vector = Eigen::VectorXd;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

// Unknowns: items, then annotators, then intercept and effect, so that the random ones are a leading block.
class Model
{
public:
    struct Row {
        int item = 0;
        int annotator = 0;
        bool first = false;
        bool right = false;
    };

    Model(std::vector<Row> rows, int items, int annotators)
        : m_rows(std::move(rows)), m_items(items), m_annotators(annotators), m_at(Vector::Zero(items + annotators + 2))
    {}

    struct State {
        bool found = false;
        double logLikelihood = 0;  // Laplace
        double effectSigma = 0;
        Vector at;
    };

    // Penalised Newton at fixed spreads, from wherever the last fit ended.
    State fit(double itemSigma, double annotatorSigma)
    {
        constexpr int mostSteps = 100;
        constexpr double close = 1e-9;
        const int random = m_items + m_annotators;
        const int size = random + 2;
        Vector penalty = Vector::Zero(size);
        penalty.head(m_items).setConstant(1 / (itemSigma * itemSigma));
        penalty.segment(m_items, m_annotators).setConstant(1 / (annotatorSigma * annotatorSigma));
        State state;
        double value = objective(m_at, penalty);
        for (int step = 0; step < mostSteps; ++step) {
            Vector gradient = -penalty.cwiseProduct(m_at);
            const Sparse curvature = linearised(penalty, gradient);
            m_solver.compute(curvature);
            if (m_solver.info() != Eigen::Success)
                return state;
            Vector move = m_solver.solve(gradient);
            const double promised = gradient.dot(move);
            double next = objective(m_at + move, penalty);
            for (int halving = 0; halving < 30 && !(next >= value); ++halving) {
                move /= 2;
                next = objective(m_at + move, penalty);
            }
            if (!(next >= value))
                break;
            m_at += move;
            value = next;
            if (promised < close) {
                state.found = true;
                break;
            }
        }
        if (!state.found)
            return state;
        Vector gradient = -penalty.cwiseProduct(m_at);
        const Sparse curvature = linearised(penalty, gradient);
        m_solver.compute(curvature);
        if (m_solver.info() != Eigen::Success)
            return State();
        state.effectSigma = std::sqrt(m_solver.solve(Vector(Vector::Unit(size, size - 1)))(size - 1));
        Eigen::SimplicialLDLT<Sparse> block(curvature.topLeftCorner(random, random));
        if (block.info() != Eigen::Success)
            return State();
        state.logLikelihood = value - m_items * std::log(itemSigma) - m_annotators * std::log(annotatorSigma)
                              - block.vectorD().array().log().sum() / 2;
        state.at = m_at;
        return state;
    }

private:
    [[nodiscard]] double predictor(const Row &row, const Vector &at) const
    {
        const Eigen::Index fixed = m_items + m_annotators;
        return at(row.item) + at(m_items + row.annotator) + at(fixed) + (row.first ? at(fixed + 1) : 0);
    }

    [[nodiscard]] double objective(const Vector &at, const Vector &penalty) const
    {
        double sum = -penalty.dot(at.cwiseProduct(at)) / 2;
        for (const Row &row : m_rows) {
            const double x = row.right ? predictor(row, at) : -predictor(row, at);
            sum += x >= 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x));
        }
        return sum;
    }

    // Negative second derivatives; adds the likelihood's part to the gradient.
    [[nodiscard]] Sparse linearised(const Vector &penalty, Vector &gradient) const
    {
        const int fixed = m_items + m_annotators;
        std::vector<Eigen::Triplet<double>> entries;
        entries.reserve(m_rows.size() * 16 + static_cast<std::size_t>(penalty.size()));
        for (int i = 0; i < penalty.size(); ++i)
            entries.emplace_back(i, i, penalty(i));
        for (const Row &row : m_rows) {
            const double p = 1 / (1 + std::exp(-predictor(row, m_at)));
            const int columns[] = {row.item, m_items + row.annotator, fixed, fixed + 1};
            const int used = row.first ? 4 : 3;
            for (int i = 0; i < used; ++i) {
                gradient(columns[i]) += (row.right ? 1 : 0) - p;
                for (int k = 0; k < used; ++k)
                    entries.emplace_back(columns[i], columns[k], p * (1 - p));
            }
        }
        Sparse matrix(penalty.size(), penalty.size());
        matrix.setFromTriplets(entries.begin(), entries.end());
        return matrix;
    }

    std::vector<Row> m_rows;
    int m_items;
    int m_annotators;
    Vector m_at;
    Eigen::SimplicialLDLT<Sparse> m_solver;
};

// What can be compared: results on items that both cohorts did, in an order of their own.
struct Shared {
    std::vector<Model::Row> rows;
    int items = 0;
    int annotators = 0;
    std::array<std::set<int>, 2> people;
    std::array<RightWrong, 2> counts;
};

Shared sharedItems(std::vector<CohortResult> results)
{
    std::sort(results.begin(), results.end(), [](const CohortResult &a, const CohortResult &b) {
        return std::tuple(a.item, a.second, a.annotator, a.right) < std::tuple(b.item, b.second, b.annotator, b.right);
    });
    std::map<std::uint32_t, int> seen;  // bit 0: by the first cohort, bit 1: by the second
    for (const CohortResult &result : results)
        seen[result.item] |= result.second ? 2 : 1;
    Shared shared;
    std::map<std::uint32_t, int> items;
    std::map<std::pair<std::uint32_t, bool>, int> annotators;
    for (const CohortResult &result : results) {
        if (seen[result.item] != 3)
            continue;
        const int item = items.try_emplace(result.item, static_cast<int>(items.size())).first->second;
        const int annotator =
            annotators.try_emplace({result.annotator, result.second}, static_cast<int>(annotators.size())).first->second;
        shared.rows.push_back({item, annotator, !result.second, result.right});
        shared.people[result.second ? 1 : 0].insert(annotator);
        RightWrong &counts = shared.counts[result.second ? 1 : 0];
        ++(result.right ? counts.right : counts.wrong);
    }
    shared.items = static_cast<int>(items.size());
    shared.annotators = static_cast<int>(annotators.size());
    return shared;
}

}  // namespace

Result<MixedModel> fitMixedModel(const std::vector<CohortResult> &results, const std::function<bool()> &cancelled)
{
    const Shared shared = sharedItems(results);
    if (shared.items < 2 || shared.people[0].size() < 2 || shared.people[1].size() < 2)
        return fail(ErrorCode::InvalidArgument,
                    tr("Comparing cohorts takes two items or more that both did, and two annotators or more in each."));
    for (const RightWrong &counts : shared.counts)
        if (counts.right == 0 || counts.wrong == 0)
            return fail(ErrorCode::InvalidArgument, tr("All results of one cohort on the shared items are the same; the odds "
                                                       "have no finite estimate. Use the exact test instead."));

    Model model(shared.rows, shared.items, shared.annotators);
    // Spreads one after the other, by golden sections of their logarithms that get narrower.
    double logSigma[2] = {std::log(0.7), std::log(0.5)};
    constexpr double least = -4.6;  // sigma .01
    constexpr double most = 1.6;  // sigma 5
    const double ratio = (std::sqrt(5.0) - 1) / 2;
    double width = 3;
    constexpr int sweeps = 5;
    for (int sweep = 0; sweep < sweeps; ++sweep, width /= 2) {
        for (double &which : logSigma) {
            const auto value = [&](double candidate) {
                const double kept = std::exchange(which, candidate);
                const auto state = model.fit(std::exp(logSigma[0]), std::exp(logSigma[1]));
                which = kept;
                return state.found ? state.logLikelihood : -1e300;
            };
            double low = std::max(least, which - width);
            double high = std::min(most, which + width);
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            double atLeft = value(left);
            double atRight = value(right);
            for (int step = 0; step < 9; ++step) {
                if (cancelled && cancelled())
                    return fail(ErrorCode::Cancelled, tr("Cancelled."));
                if (atLeft > atRight) {
                    high = std::exchange(right, left);
                    atRight = atLeft;
                    left = high - ratio * (high - low);
                    atLeft = value(left);
                } else {
                    low = std::exchange(left, right);
                    atLeft = atRight;
                    right = low + ratio * (high - low);
                    atRight = value(right);
                }
            }
            which = atLeft > atRight ? left : right;
        }
    }

    const auto state = model.fit(std::exp(logSigma[0]), std::exp(logSigma[1]));
    if (!state.found || !std::isfinite(state.effectSigma))
        return fail(ErrorCode::Failed, tr("The comparison did not settle; there are too few results on shared items."));
    const Eigen::Index fixed = shared.items + shared.annotators;
    MixedModel found;
    found.intercept = state.at(fixed);
    found.effect = state.at(fixed + 1);
    found.effectSigma = state.effectSigma;
    constexpr double z = 1.959963984540054;
    found.effectInterval = {found.effect - z * found.effectSigma, found.effect + z * found.effectSigma};
    found.pValue = std::erfc(std::abs(found.effect) / found.effectSigma / std::sqrt(2.0));
    found.itemSigma = std::exp(logSigma[0]);
    found.annotatorSigma = std::exp(logSigma[1]);
    found.accuracyFirst = 1 / (1 + std::exp(-found.intercept - found.effect));
    found.accuracySecond = 1 / (1 + std::exp(-found.intercept));
    found.logLikelihood = state.logLikelihood;
    found.results = static_cast<std::int64_t>(shared.rows.size());
    found.items = shared.items;
    found.annotators = shared.annotators;
    return found;
}

}  // namespace plumbline::quality
