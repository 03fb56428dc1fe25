// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/overlap/clusters.h"
#include "core/store/project.h"
#include "core/workflow/teamsigns.h"

#include <array>
#include <map>
#include <unordered_map>
#include <vector>

namespace plumbline::workflow {

/// Looks for two people whose drawn labels are too alike. Takes items one after another and keeps counts, not shapes.
///
/// Same outlines: an object that two people drew by hand is *the same* when no coordinate of it differs by more than a tolerance:
/// 0.15 of the median, over all pairs of people and all such objects of its kind, of the largest difference. Null model: hands are
/// independent and differ smoothly, so with k free coordinates such closeness is rare (boxes, four edges, two equally good hands:
/// one object in a thousand); where it is not (a tool that snaps, one model's labels imported by all), the share among all other
/// pairs of people, and among the other pairs of the same cohort, says how usual it is. Named when the share is beyond half way
/// from the usual one to 1, and beyond one half, with certainty 1 - falseAlarm divided by the pairs compared. Left out: what began
/// as a prediction, masks (brushes and wands give equal ones), edges on the border of the picture, objects with fewer than three
/// free coordinates.
///
/// Same errors: objects (clusters at IoU 0.5, classes play no part) are questions that everybody who handed the item in answers,
/// by the object's class or by "not there"; where most agree and somebody is alone against them, how often is one other person
/// there too? As for answers to tasks (teamsigns.h), whose rule and rate this has. Needs three labelings of an item.
class PLUMBLINE_CORE_EXPORT CopyFinder
{
public:
    explicit CopyFinder(const SignOptions &options = {}) : m_options(options) {}

    /// When each labeling was handed in: microseconds UTC, as in item.labelings.
    [[nodiscard]] Result<> add(const overlap::ItemLabelings &item, const std::vector<std::int64_t> &times,
                               const jobs::JobControl &control = {});
    /// Signs of people by name, with the items' names as evidence; `cohorts` by person.
    [[nodiscard]] std::map<QString, std::vector<Sign>> result(const QHash<QString, QString> &cohorts) const;
    /// Objects that two people drew, over all pairs.
    [[nodiscard]] std::int64_t compared() const { return m_compared; }

    static constexpr double toleranceShare = 0.15;

private:
    // Differences in steps of a quarter octave, from 2^-24 up; the first holds what is equal.
    static constexpr int binCount = 192;
    using Differences = std::array<std::uint32_t, binCount>;
    struct Close {
        float difference = 0;
        std::uint32_t item = 0;
        bool first = false;  // the one whose name comes first handed it in before the other
        std::size_t kind = 0;
    };
    struct Pair {
        std::map<std::size_t, Differences> byKind;  // index of the geometry
        std::vector<Close> closest;  // a heap, the farthest on top
    };
    struct Found {
        std::int64_t same = 0;
        std::int64_t n = 0;
    };
    [[nodiscard]] static int binOf(double difference);
    [[nodiscard]] std::map<std::size_t, int> tolerances() const;
    void compareShapes(const overlap::ItemLabelings &item, const std::vector<overlap::Cluster> &clusters,
                       const std::vector<std::int64_t> &times);
    void askAll(const overlap::ItemLabelings &item, const std::vector<overlap::Cluster> &clusters,
                const std::vector<std::int64_t> &times);
    void addShapeSigns(std::map<QString, std::vector<Sign>> &signs, const QHash<QString, QString> &cohorts) const;
    void addErrorSigns(std::map<QString, std::vector<Sign>> &signs, const QHash<QString, QString> &cohorts) const;

    SignOptions m_options;
    QStringList m_items;
    std::map<std::pair<QString, QString>, Pair> m_pairs;  // the name that comes first, first
    TeamRecordBuilder m_answers;
    std::int64_t m_compared = 0;
};

/// Over all that was handed in; the last submission of each person on an item, as its layer is now. Reads neither keys nor scores.
/// Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::map<QString, std::vector<Sign>>>
copiedWork(const store::Project &project, const SignOptions &options = {}, const jobs::JobControl &control = {});

}  // namespace plumbline::workflow
