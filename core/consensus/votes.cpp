// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consensus/votes.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace plumbline::consensus {

namespace {

constexpr std::size_t mostCandidates = 32;
constexpr std::size_t mostPlaces = std::size_t(20) << 20;

std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ value >> 33;
}

// Numbers the distinct values of `keys` in ascending order; answers the distinct values and puts the numbers into `index`.
std::vector<std::uint64_t> numbered(const std::vector<std::uint64_t> &keys, std::vector<std::uint32_t> &index)
{
    std::vector<std::uint64_t> distinct = keys;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    index.resize(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        index[i] = static_cast<std::uint32_t>(std::lower_bound(distinct.begin(), distinct.end(), keys[i]) - distinct.begin());
    return distinct;
}

}  // namespace

std::vector<std::uint32_t> Votes::sortTasks()
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order(tasks);
    std::vector<std::uint64_t> row;
    for (std::uint32_t i = 0; i < tasks; ++i) {
        row.clear();
        for (std::size_t j = begins[i]; j < begins[i + 1]; ++j)
            row.push_back(std::uint64_t(worker[j]) << 32 | label[j]);
        if (!std::is_sorted(row.begin(), row.end())) {
            std::sort(row.begin(), row.end());
            for (std::size_t j = 0; j < row.size(); ++j) {
                worker[begins[i] + j] = static_cast<std::uint32_t>(row[j] >> 32);
                label[begins[i] + j] = static_cast<std::uint32_t>(row[j]);
            }
        }
        std::uint64_t hash = row.size();
        for (const std::uint64_t value : row)
            hash = mixed(hash ^ value) + 0x9e3779b97f4a7c15ULL;
        order[i] = {hash, i};
    }
    const auto said = [&](std::uint32_t task, std::size_t at) {
        return std::pair(worker[begins[task] + at], label[begins[task] + at]);
    };
    std::sort(order.begin(), order.end(), [&](const auto &a, const auto &b) {
        if (a.first != b.first)
            return a.first < b.first;
        const std::size_t sizeA = begins[a.second + 1] - begins[a.second];
        const std::size_t sizeB = begins[b.second + 1] - begins[b.second];
        for (std::size_t at = 0; at < std::min(sizeA, sizeB); ++at)
            if (said(a.second, at) != said(b.second, at))
                return said(a.second, at) < said(b.second, at);
        return sizeA < sizeB;
    });

    Votes sorted;
    sorted.begins.reserve(begins.size());
    sorted.worker.reserve(worker.size());
    sorted.label.reserve(label.size());
    std::vector<std::uint32_t> from(tasks);
    for (std::uint32_t i = 0; i < tasks; ++i) {
        const std::uint32_t task = order[i].second;
        from[i] = task;
        sorted.worker.insert(sorted.worker.end(), worker.begin() + static_cast<std::ptrdiff_t>(begins[task]),
                             worker.begin() + static_cast<std::ptrdiff_t>(begins[task + 1]));
        sorted.label.insert(sorted.label.end(), label.begin() + static_cast<std::ptrdiff_t>(begins[task]),
                            label.begin() + static_cast<std::ptrdiff_t>(begins[task + 1]));
        sorted.begins.push_back(sorted.label.size());
    }
    begins = std::move(sorted.begins);
    worker = std::move(sorted.worker);
    label = std::move(sorted.label);
    return from;
}

Layout::Layout(const Votes &votes, std::size_t largestTable) : m_votes(&votes)
{
    const std::size_t square = std::size_t(votes.classes) * votes.classes;
    m_complete = votes.workers * square <= largestTable && std::size_t(votes.tasks) * votes.classes <= mostPlaces;
    if (m_complete)
        makeComplete();
    else
        makeSparse();
}

void Layout::makeComplete()
{
    const std::uint32_t classes = m_votes->classes;
    m_rows = std::size_t(m_votes->workers) * classes;
    m_slots.reserve(m_rows * classes);
    for (std::uint32_t worker = 0; worker < m_votes->workers; ++worker)
        for (std::uint32_t said = 0; said < classes; ++said)
            for (std::uint32_t truth = 0; truth < classes; ++truth)
                m_slots.push_back({worker, said, truth, worker * classes + truth, truth * classes + said});
    for (std::uint32_t truth = 0; truth < classes; ++truth)
        for (std::uint32_t said = 0; said < classes; ++said)
            m_pairs.push_back({truth, said});
}

void Layout::makeSparse()
{
    const Votes &votes = *m_votes;
    const std::uint64_t classes = votes.classes;
    m_first.push_back(0);
    std::vector<std::uint64_t> keys;  // slots by (annotator, said, truth)
    std::vector<std::uint32_t> said;
    std::vector<std::pair<std::size_t, std::uint32_t>> frequent;
    for (std::uint32_t i = 0; i < votes.tasks; ++i) {
        said.assign(votes.label.begin() + static_cast<std::ptrdiff_t>(votes.begins[i]),
                    votes.label.begin() + static_cast<std::ptrdiff_t>(votes.begins[i + 1]));
        std::sort(said.begin(), said.end());
        frequent.clear();
        for (std::size_t a = 0; a < said.size();) {
            std::size_t b = a;
            while (b < said.size() && said[b] == said[a])
                ++b;
            frequent.push_back({b - a, said[a]});
            a = b;
        }
        if (frequent.size() > mostCandidates) {
            std::stable_sort(frequent.begin(), frequent.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
            frequent.resize(mostCandidates);
            std::sort(frequent.begin(), frequent.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
        }
        for (const auto &[times, label] : frequent)
            m_class.push_back(label);
        m_first.push_back(m_class.size());
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j) {
            m_slotFirst.push_back(keys.size());
            for (const auto &[times, truth] : frequent)
                keys.push_back((std::uint64_t(votes.worker[j]) * classes + votes.label[j]) * classes + truth);
        }
    }
    const std::vector<std::uint64_t> distinct = numbered(keys, m_slot);
    std::vector<std::uint64_t> rowKeys(distinct.size());
    std::vector<std::uint64_t> pairKeys(distinct.size());
    for (std::size_t s = 0; s < distinct.size(); ++s) {
        const std::uint64_t truth = distinct[s] % classes;
        const std::uint64_t label = distinct[s] / classes % classes;
        const std::uint64_t worker = distinct[s] / classes / classes;
        m_slots.push_back(
            {static_cast<std::uint32_t>(worker), static_cast<std::uint32_t>(label), static_cast<std::uint32_t>(truth), 0, 0});
        rowKeys[s] = worker * classes + truth;
        pairKeys[s] = truth * classes + label;
    }
    std::vector<std::uint32_t> index;
    m_rows = numbered(rowKeys, index).size();
    for (std::size_t s = 0; s < m_slots.size(); ++s)
        m_slots[s].row = index[s];
    for (const std::uint64_t key : numbered(pairKeys, index))
        m_pairs.push_back({static_cast<std::uint32_t>(key / classes), static_cast<std::uint32_t>(key % classes)});
    for (std::size_t s = 0; s < m_slots.size(); ++s)
        m_slots[s].pair = index[s];
}

}  // namespace plumbline::consensus
