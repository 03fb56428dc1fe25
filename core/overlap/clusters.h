// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/overlap/labeling.h"

#include <compare>
#include <map>
#include <optional>
#include <utility>

namespace plumbline::overlap {

/// One object of one person.
struct Member {
    std::size_t labeling = 0;  ///< index into ItemLabelings::labelings
    std::size_t object = 0;  ///< index into that labeling's objects
    auto operator<=>(const Member &) const = default;
};

/// Objects that mean the same thing: at most one of each person.
struct Cluster {
    std::vector<Member> members;  ///< sorted by labeling
    double likeness = 0;  ///< mean over pairs of members; 0 for one alone
};

/// How much the objects of different people on one item are alike: measured once, so that clusters at several thresholds and
/// without single people cost little. A value; any thread.
class PLUMBLINE_CORE_EXPORT ItemOverlaps
{
public:
    /// Pairs that are less alike count as not alike at all.
    static constexpr double floor = 0.1;

    /// Objects whose kind or shape cannot be compared (isComparable) are left out. Masks of another size than the picture (than
    /// the largest mask, where the size of the picture is unknown) are cut or filled up with background at the right and the
    /// bottom. TooLarge for an item of more than 50,000 objects, with more than a million pairs that are alike (140 objects of
    /// each of ten people, all in one place), or whose shapes would take more than some 15 seconds to compare. 1000 objects of
    /// each of ten people, side by side, take 0.02 s as boxes and 3.4 s as polygons of 40 corners.
    [[nodiscard]] static Result<ItemOverlaps> of(const ItemLabelings &item, const jobs::JobControl &control = {});

    /// The clusters at a threshold in (0, 1]; objects that are alone are clusters of one. The rule:
    /// 1. The objects of every two people are assigned one to one, the total likeness as large as possible, never below the
    ///    threshold. Assigned pairs are links. Classes play no part.
    /// 2. Links are looked at once each, the best first. A link joins the clusters of its two objects when nobody is in both
    ///    and the mean likeness of all pairs across them is not below the threshold (average linkage).
    /// People are ordered by name and objects by id before that, so neither the order of the labelings nor that of their objects
    /// matters. `without` leaves one labeling out, as if it had not been given.
    [[nodiscard]] std::vector<Cluster> clusters(double threshold, std::optional<std::size_t> without = {}) const;

    /// 0 where the pair is not alike, or either was left out.
    [[nodiscard]] double likeness(const Member &a, const Member &b) const;
    /// Objects of two labelings that are alike, as pairs (object of a, object of b), sorted.
    struct Alike {
        std::size_t a = 0;
        std::size_t b = 0;
        double likeness = 0;
    };
    [[nodiscard]] std::vector<Alike> alike(std::size_t labelingA, std::size_t labelingB) const;
    /// Objects that were left out.
    [[nodiscard]] std::int64_t notCompared() const { return m_notCompared; }
    [[nodiscard]] const std::vector<Member> &objects() const { return m_objects; }

private:
    struct Pair {
        std::uint32_t a = 0;  // object numbers, a < b
        std::uint32_t b = 0;
        double likeness = 0;
    };
    class Builder;
    [[nodiscard]] double likeness(std::uint32_t a, std::uint32_t b) const;

    std::vector<Member> m_objects;  // in canonical order
    std::vector<std::uint32_t> m_ranks;  // of each object's labeling, in canonical order
    std::map<Member, std::uint32_t> m_numbers;
    std::vector<std::uint32_t> m_begins;  // where the objects of a rank begin; one more than ranks
    std::vector<std::size_t> m_labelings;  // rank → index
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Pair>> m_pairs;  // by ranks; sorted by a, b
    std::int64_t m_notCompared = 0;
};

}  // namespace plumbline::overlap
