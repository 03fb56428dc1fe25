// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/matching/assignment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace plumbline::matching {

namespace {

using Index = std::size_t;
using Pairs = std::vector<std::pair<Index, Index>>;
constexpr Index none = std::numeric_limits<Index>::max();

bool allowed(double benefit)
{
    return benefit > 0 && std::isfinite(benefit);
}

class DisjointSets
{
public:
    explicit DisjointSets(Index count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), Index(0)); }
    Index find(Index i)
    {
        while (m_parent[i] != i) {
            m_parent[i] = m_parent[m_parent[i]];
            i = m_parent[i];
        }
        return i;
    }
    void join(Index a, Index b)
    {
        a = find(a);
        b = find(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<Index> m_parent;
};

// One component as a dense problem with rows <= columns. A forbidden pair costs 0, as much as staying alone: because every
// row finds a column, the cheapest complete assignment without its zero pairs is the best partial one.
class DenseProblem
{
public:
    DenseProblem(Index rows, Index columns) : m_columns(columns), m_cost(rows * columns), m_rowPrice(rows), m_columnPrice(columns),
        m_columnOf(rows, none), m_rowOf(columns, none), m_distance(columns), m_from(columns), m_done(columns) {}

    void allow(Index row, Index column, double benefit)
    {
        double &cost = m_cost[row * m_columns + column];
        cost = std::min(cost, -benefit);
    }

    // Column of every row, none where it stays alone.
    std::vector<Index> solve()
    {
        for (Index row = 0; row < m_columnOf.size(); ++row)
            augmentFrom(row);
        for (Index row = 0; row < m_columnOf.size(); ++row)
            if (m_cost[row * m_columns + m_columnOf[row]] == 0)
                m_columnOf[row] = none;
        return m_columnOf;
    }

private:
    void augmentFrom(Index start)
    {
        std::fill(m_distance.begin(), m_distance.end(), std::numeric_limits<double>::infinity());
        std::fill(m_done.begin(), m_done.end(), char(0));
        Index row = start;
        Index end = none;
        double reached = 0;
        while (end == none) {
            const Index column = nearestFrom(row, reached);
            reached = m_distance[column];
            m_done[column] = 1;
            if (m_rowOf[column] == none)
                end = column;
            else
                row = m_rowOf[column];
        }

        m_rowPrice[start] += reached;
        for (Index column = 0; column < m_columns; ++column) {
            if (!m_done[column])
                continue;
            const double slack = reached - m_distance[column];
            m_columnPrice[column] -= slack;
            if (m_rowOf[column] != none)
                m_rowPrice[m_rowOf[column]] += slack;
        }

        for (Index column = end;;) {
            const Index from = m_from[column];
            m_rowOf[column] = from;
            std::swap(m_columnOf[from], column);
            if (from == start)
                break;
        }
    }

    // Relaxes the columns through `row` and picks the nearest open one; free columns win ties, then lower ones.
    Index nearestFrom(Index row, double reached)
    {
        Index best = none;
        const double *costs = &m_cost[row * m_columns];
        const double base = reached - m_rowPrice[row];
        for (Index column = 0; column < m_columns; ++column) {
            if (m_done[column])
                continue;
            const double distance = base + costs[column] - m_columnPrice[column];
            if (distance < m_distance[column]) {
                m_distance[column] = distance;
                m_from[column] = row;
            }
            if (best == none || m_distance[column] < m_distance[best]
                || (m_distance[column] == m_distance[best] && m_rowOf[column] == none && m_rowOf[best] != none))
                best = column;
        }
        return best;
    }

    Index m_columns;
    std::vector<double> m_cost;
    std::vector<double> m_rowPrice;
    std::vector<double> m_columnPrice;
    std::vector<Index> m_columnOf;
    std::vector<Index> m_rowOf;
    std::vector<double> m_distance;
    std::vector<Index> m_from;
    std::vector<char> m_done;
};

// `first` … `last`: the allowed pairs of one component.
void solveComponent(const BenefitPair *first, const BenefitPair *last, Pairs &result)
{
    if (last - first == 1) {
        result.emplace_back(first->row, first->column);
        return;
    }
    std::vector<Index> rows;
    std::vector<Index> columns;
    for (const BenefitPair *pair = first; pair != last; ++pair) {
        rows.push_back(pair->row);
        columns.push_back(pair->column);
    }
    for (std::vector<Index> *indices : {&rows, &columns}) {
        std::sort(indices->begin(), indices->end());
        indices->erase(std::unique(indices->begin(), indices->end()), indices->end());
    }
    const auto positionIn = [](const std::vector<Index> &indices, Index value) {
        return static_cast<Index>(std::lower_bound(indices.begin(), indices.end(), value) - indices.begin());
    };
    const bool transposed = rows.size() > columns.size();
    DenseProblem problem(std::min(rows.size(), columns.size()), std::max(rows.size(), columns.size()));
    for (const BenefitPair *pair = first; pair != last; ++pair) {
        const Index row = positionIn(rows, pair->row);
        const Index column = positionIn(columns, pair->column);
        problem.allow(transposed ? column : row, transposed ? row : column, pair->benefit);
    }
    const std::vector<Index> solution = problem.solve();
    for (Index i = 0; i < solution.size(); ++i)
        if (solution[i] != none)
            result.emplace_back(rows[transposed ? solution[i] : i], columns[transposed ? i : solution[i]]);
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> assign(std::size_t rows, std::size_t columns, const std::vector<BenefitPair> &pairs)
{
    std::vector<BenefitPair> open;
    DisjointSets sets(rows + columns);
    for (const BenefitPair &pair : pairs) {
        if (pair.row >= rows || pair.column >= columns || !allowed(pair.benefit))
            continue;
        open.push_back(pair);
        sets.join(pair.row, rows + pair.column);
    }
    std::stable_sort(open.begin(), open.end(),
                     [&sets](const BenefitPair &a, const BenefitPair &b) { return sets.find(a.row) < sets.find(b.row); });

    Pairs result;
    for (Index begin = 0; begin < open.size();) {
        Index end = begin + 1;
        while (end < open.size() && sets.find(open[end].row) == sets.find(open[begin].row))
            ++end;
        solveComponent(open.data() + begin, open.data() + end, result);
        begin = end;
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<std::pair<std::size_t, std::size_t>> assign(const BenefitMatrix &benefits)
{
    if (benefits.columns == 0 || benefits.values.size() / benefits.columns < benefits.rows)
        return {};
    std::vector<BenefitPair> pairs;
    for (Index row = 0; row < benefits.rows; ++row)
        for (Index column = 0; column < benefits.columns; ++column)
            if (allowed(benefits.at(row, column)))
                pairs.push_back({row, column, benefits.at(row, column)});
    return assign(benefits.rows, benefits.columns, pairs);
}

}  // namespace plumbline::matching
