// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/confusiondifference.h"

#include <map>
#include <set>

namespace plumbline::quality {

namespace {

// What each annotator of a cohort said of objects of one class.
using Row = std::vector<std::map<ClassId, std::int64_t>>;

std::map<ClassId, Row> rowsOf(const std::vector<ConfusionCounts> &cohort)
{
    std::map<ClassId, Row> rows;
    for (const ConfusionCounts &annotator : cohort) {
        std::map<ClassId, std::map<ClassId, std::int64_t>> own;
        for (const auto &[classes, count] : annotator)
            if (!classes.first.isNull() && count > 0)
                own[classes.first][classes.second] += count;
        for (auto &[truth, cells] : own)
            rows[truth].push_back(std::move(cells));
    }
    return rows;
}

std::vector<RightWrong> cellOf(const Row &row, ClassId said)
{
    std::vector<RightWrong> counts;
    for (const auto &annotator : row) {
        RightWrong own;
        for (const auto &[cell, count] : annotator)
            (cell == said ? own.right : own.wrong) += count;
        counts.push_back(own);
    }
    return counts;
}

RightWrong total(const std::vector<RightWrong> &counts)
{
    RightWrong sum;
    for (const RightWrong &own : counts) {
        sum.right += own.right;
        sum.wrong += own.wrong;
    }
    return sum;
}

}  // namespace

std::vector<ConfusionDifference> confusionDifferences(const std::vector<ConfusionCounts> &first,
                                                      const std::vector<ConfusionCounts> &second, int resamples,
                                                      std::uint64_t seed)
{
    std::vector<ConfusionDifference> list;
    const std::map<ClassId, Row> ours = rowsOf(first);
    const std::map<ClassId, Row> theirs = rowsOf(second);
    for (const auto &[truth, row] : ours) {
        const auto other = theirs.find(truth);
        if (other == theirs.end())
            continue;
        std::set<ClassId> cells;
        for (const Row *side : {&row, &other->second})
            for (const auto &annotator : *side)
                for (const auto &[said, count] : annotator)
                    cells.insert(said);
        for (const ClassId &said : cells) {
            const auto a = cellOf(row, said);
            const auto b = cellOf(other->second, said);
            const auto difference = bootstrapDifference(a, b, resamples, seed);
            if (!difference)
                break;  // too few annotators have this row
            const RightWrong sums[] = {total(a), total(b)};
            list.push_back({truth, said, sums[0].right, sums[0].n(), sums[1].right, sums[1].n(), *difference});
        }
    }
    return list;
}

}  // namespace plumbline::quality
