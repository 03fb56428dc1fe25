// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consensus/copies.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plumbline::consensus {

namespace {

constexpr std::size_t mostPairs = std::size_t(4) << 20;
constexpr std::uint32_t fewestShared = 4;  // tasks that a pair must share to be looked at
constexpr double suspicion = 1e-6;         // chance of so many equal odd answers among independent annotators

struct Meeting {
    std::uint64_t pair;
    bool same;
    bool odd;  // the favourite of the others on the task is another label than the pair's
};

struct Together {
    std::uint32_t shared = 0;
    std::uint32_t same = 0;
    std::uint32_t odd = 0;      // tasks on which the first differs from the favourite of the others
    std::uint32_t oddSame = 0;  // those of them on which the second agrees with the first
};

std::uint64_t pairOf(std::uint32_t a, std::uint32_t b)
{
    return std::uint64_t(std::min(a, b)) << 32 | std::max(a, b);
}

// Label that most of the others gave; `votes.classes` where there is none or a tie.
std::uint32_t favourite(const Votes &votes, std::size_t begin, std::size_t end, std::size_t a, std::size_t b,
                        std::vector<std::uint32_t> &counts)
{
    std::uint32_t best = votes.classes;
    std::uint32_t most = 0;
    for (std::size_t j = begin; j < end; ++j)
        if (j != a && j != b) {
            const std::uint32_t n = ++counts[votes.label[j]];
            if (n > most) {
                most = n;
                best = votes.label[j];
            } else if (n == most) {
                best = votes.classes;
            }
        }
    for (std::size_t j = begin; j < end; ++j)
        counts[votes.label[j]] = 0;
    return best;
}

std::vector<std::pair<std::uint64_t, Together>> meetings(const Votes &votes)
{
    std::vector<Meeting> all;
    std::vector<std::uint32_t> counts(votes.classes, 0);
    constexpr std::size_t largestTask = 64;
    for (std::size_t i = 0; i < votes.tasks && all.size() < mostPairs; ++i) {
        const std::size_t begin = votes.begins[i];
        const std::size_t end = std::min(votes.begins[i + 1], begin + largestTask);
        for (std::size_t a = begin; a < end; ++a)
            for (std::size_t b = a + 1; b < end; ++b) {
                if (votes.worker[a] == votes.worker[b])
                    continue;
                const bool same = votes.label[a] == votes.label[b];
                const std::uint32_t liked = favourite(votes, begin, end, a, b, counts);
                all.push_back(
                    {pairOf(votes.worker[a], votes.worker[b]), same, liked != votes.classes && liked != votes.label[a]});
            }
    }
    std::sort(all.begin(), all.end(), [](const Meeting &a, const Meeting &b) { return a.pair < b.pair; });
    std::vector<std::pair<std::uint64_t, Together>> pairs;
    for (const Meeting &meeting : all) {
        if (pairs.empty() || pairs.back().first != meeting.pair)
            pairs.push_back({meeting.pair, {}});
        Together &together = pairs.back().second;
        ++together.shared;
        together.same += meeting.same ? 1 : 0;
        together.odd += meeting.odd ? 1 : 0;
        together.oddSame += meeting.odd && meeting.same ? 1 : 0;
    }
    return pairs;
}

}  // namespace

Copies findCopies(const Votes &votes)
{
    Copies copies;
    const auto pairs = meetings(votes);
    const auto find = [&](std::uint32_t a, std::uint32_t b) -> const Together * {
        const auto at = std::lower_bound(pairs.begin(), pairs.end(), pairOf(a, b),
                                         [](const auto &entry, std::uint64_t key) { return entry.first < key; });
        return at != pairs.end() && at->first == pairOf(a, b) ? &at->second : nullptr;
    };
    // How often two people agree on a label that the others do not favour, when they are not suspected.
    double odd = 2;
    double oddSame = 1;
    std::vector<double> shared(votes.workers, 0.0);
    std::vector<double> same(votes.workers, 0.0);
    std::vector<const std::pair<std::uint64_t, Together> *> suspects;
    for (const auto &entry : pairs) {
        const Together &together = entry.second;
        for (const std::uint64_t worker : {entry.first >> 32, entry.first & 0xffffffffU}) {
            shared[worker] += together.shared;
            same[worker] += together.same;
        }
        if (together.same == together.shared && together.shared >= fewestShared && together.odd > 0) {
            suspects.push_back(&entry);
            continue;
        }
        odd += together.odd;
        oddSame += together.oddSame;
    }
    const double usual = oddSame / odd;
    std::stable_sort(suspects.begin(), suspects.end(),
                     [](const auto *a, const auto *b) { return a->second.shared > b->second.shared; });

    // Groups in which nobody ever differs from anybody, grown from the pairs that share most. Whoever joins must share so many
    // tasks with the group that it cannot be luck, given how often they agree with everybody else: among many pairs that share a
    // few tasks, some never differ, and picking those would make a group of anybody.
    std::vector<std::int32_t> groupOf(votes.workers, -1);
    std::vector<std::vector<std::uint32_t>> groups;
    const auto notLuck = [&](std::uint32_t worker, std::uint32_t sharedWithGroup) {
        const double others = shared[worker] - sharedWithGroup + 2;
        const double agreed = same[worker] - sharedWithGroup + 1.5;
        return sharedWithGroup * std::log(agreed / others) < std::log(suspicion);
    };
    const auto fits = [&](std::uint32_t worker, const std::vector<std::uint32_t> &group) {
        std::uint32_t together = 0;
        for (const std::uint32_t member : group)
            if (const Together *meeting = find(worker, member)) {
                if (meeting->same != meeting->shared)
                    return false;
                together += meeting->shared;
            }
        return notLuck(worker, together);
    };
    for (const auto *suspect : suspects) {
        const auto a = static_cast<std::uint32_t>(suspect->first >> 32);
        const auto b = static_cast<std::uint32_t>(suspect->first);
        if (groupOf[a] < 0 && groupOf[b] < 0) {
            if (!notLuck(a, suspect->second.shared) || !notLuck(b, suspect->second.shared))
                continue;
            groupOf[a] = groupOf[b] = static_cast<std::int32_t>(groups.size());
            groups.push_back({a, b});
        } else if (groupOf[a] < 0 || groupOf[b] < 0) {
            const std::uint32_t alone = groupOf[a] < 0 ? a : b;
            const std::int32_t group = std::max(groupOf[a], groupOf[b]);
            if (fits(alone, groups[static_cast<std::size_t>(group)])) {
                groups[static_cast<std::size_t>(group)].push_back(alone);
                groupOf[alone] = group;
            }
        }
    }

    // Able people agree against the others too, but not always: what counts is that a group never differed.
    constexpr double ableTogether = 0.95;
    const double pairsLookedAt = std::max<double>(static_cast<double>(pairs.size()), 1);
    for (std::vector<std::uint32_t> &group : groups) {
        std::int64_t answers = 0;
        std::int64_t against = 0;
        for (std::size_t a = 0; a < group.size(); ++a)
            for (std::size_t b = a + 1; b < group.size(); ++b)
                if (const Together *together = find(group[a], group[b])) {
                    answers += together->shared;
                    against += together->odd;
                }
        // Meetings of three or more on one task are not independent of each other.
        const double independent = static_cast<double>(group.size()) / 2;
        const double byChance = std::log(std::max(usual, 0.3)) * static_cast<double>(against) / std::sqrt(independent);
        const double byAbility = std::log(ableTogether) * static_cast<double>(answers) / std::sqrt(independent);
        if (byChance + std::log(pairsLookedAt) > std::log(suspicion) || byAbility > std::log(0.05))
            continue;
        std::sort(group.begin(), group.end());
        copies.groups.push_back(group);
        copies.shared += answers;
        copies.odd += against;
    }
    std::sort(copies.groups.begin(), copies.groups.end());
    return copies;
}

Votes withoutCopies(const Votes &votes, const Copies &copies)
{
    std::vector<std::uint32_t> first(votes.workers);
    for (std::uint32_t w = 0; w < votes.workers; ++w)
        first[w] = w;
    std::vector<bool> copying(votes.workers, false);
    for (const auto &group : copies.groups)
        for (const std::uint32_t worker : group) {
            first[worker] = group.front();
            copying[worker] = true;
        }
    Votes kept;
    kept.tasks = votes.tasks;
    kept.workers = votes.workers;
    kept.classes = votes.classes;
    std::vector<std::uint32_t> seen;
    for (std::size_t i = 0; i < votes.tasks; ++i) {
        seen.clear();
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j) {
            const std::uint32_t worker = first[votes.worker[j]];
            if (copying[worker]) {
                if (std::find(seen.begin(), seen.end(), worker) != seen.end())
                    continue;
                seen.push_back(worker);
            }
            kept.worker.push_back(worker);
            kept.label.push_back(votes.label[j]);
        }
        kept.begins.push_back(kept.label.size());
    }
    return kept;
}

}  // namespace plumbline::consensus
