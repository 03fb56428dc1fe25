// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/confusionposterior.h"

#include <map>
#include <set>

namespace plumbline::quality {

namespace {

using Row = std::map<ClassId, std::int64_t>;

std::map<ClassId, Row> byTruth(const ConfusionCounts &counts)
{
    std::map<ClassId, Row> rows;
    for (const auto &[classes, count] : counts)
        if (!classes.first.isNull() && count > 0)
            rows[classes.first][classes.second] += count;
    return rows;
}

void collect(const ConfusionCounts &counts, std::set<ClassId> &classes)
{
    for (const auto &[pair, count] : counts) {
        classes.insert(pair.first);
        classes.insert(pair.second);
    }
}

std::int64_t total(const Row &row)
{
    std::int64_t sum = 0;
    for (const auto &[said, count] : row)
        sum += count;
    return sum;
}

}  // namespace

std::vector<ConfusionRow> confusionRows(const ConfusionCounts &counts, const ConfusionCounts &cohort)
{
    constexpr double priorStrength = 2;
    std::set<ClassId> classes{ClassId{}};
    collect(counts, classes);
    collect(cohort, classes);
    const std::map<ClassId, Row> cohortRows = byTruth(cohort);
    std::vector<ConfusionRow> rows;
    std::map<ClassId, Row> counted = byTruth(counts);
    for (auto &[truth, cells] : counted) {
        ConfusionRow row;
        row.truth = truth;
        row.n = total(cells);
        row.possible = static_cast<int>(classes.size());
        const auto others = static_cast<double>(classes.size() - 1);  // never 0: the truth and "missed" are two
        const auto known = cohortRows.find(truth);
        const double cohortTotal = known != cohortRows.end() ? static_cast<double>(total(known->second)) : 0;
        const auto prior = [&, truth = truth](const ClassId &said) {
            const double plain = said == truth ? 1 : 1 / others;
            if (cohortTotal <= 0)
                return plain;
            const auto cell = known->second.find(said);
            const double seen = cell != known->second.end() ? static_cast<double>(cell->second) : 0;
            return priorStrength * (seen + plain) / (cohortTotal + priorStrength);
        };
        cells.try_emplace(truth, 0);
        for (const auto &[said, count] : cells) {
            const double alpha = prior(said) + static_cast<double>(count);
            const BetaPosterior marginal{alpha, priorStrength + static_cast<double>(row.n) - alpha};
            row.cells.push_back({said, count, marginal.mean(), marginal.interval()});
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace plumbline::quality
