// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consensus/expectation.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

namespace plumbline::consensus {

namespace {

constexpr std::size_t labelsPerChunk = 16384;
constexpr std::size_t mostChunks = 16;
constexpr std::size_t largestTables = std::size_t(4) << 20;

// Number of classes known at compile time where it is small: the inner loops then become straight lines. 0 = any.
template <std::uint32_t Fixed>
double completeChunk(const Layout &layout, const double *logSaid, const double *logPrior, double *posterior, double *counts,
                     std::size_t begin, std::size_t end)
{
    const Votes &votes = layout.votes();
    const std::size_t classes = Fixed > 0 ? Fixed : votes.classes;
    double total = 0;
    for (std::size_t i = begin; i < end; ++i) {
        double *at = posterior + i * classes;
        for (std::size_t k = 0; k < classes; ++k)
            at[k] = logPrior[k];
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j) {
            const double *said = logSaid + (std::size_t(votes.worker[j]) * classes + votes.label[j]) * classes;
            for (std::size_t k = 0; k < classes; ++k)
                at[k] += said[k];
        }
        double most = at[0];
        for (std::size_t k = 1; k < classes; ++k)
            most = std::max(most, at[k]);
        double sum = 0;
        for (std::size_t k = 0; k < classes; ++k) {
            const double below = at[k] - most;
            at[k] = below < -700 ? 0 : std::exp(below);
            sum += at[k];
        }
        const double scale = 1 / sum;
        for (std::size_t k = 0; k < classes; ++k)
            at[k] *= scale;
        total += most + std::log(sum);
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j) {
            double *n = counts + (std::size_t(votes.worker[j]) * classes + votes.label[j]) * classes;
            for (std::size_t k = 0; k < classes; ++k)
                n[k] += at[k];
        }
    }
    return total;
}

double sparseChunk(const Layout &layout, const double *logSaid, const double *logPrior, double *posterior, double *counts,
                   std::size_t begin, std::size_t end)
{
    const Votes &votes = layout.votes();
    double total = 0;
    for (std::size_t i = begin; i < end; ++i) {
        double *at = posterior + layout.first(i);
        const std::size_t candidates = layout.candidates(i);
        for (std::size_t c = 0; c < candidates; ++c)
            at[c] = logPrior[layout.classAt(i, c)];
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j)
            for (std::size_t c = 0; c < candidates; ++c)
                at[c] += logSaid[layout.slot(j, c)];
        const double most = *std::max_element(at, at + candidates);
        double sum = 0;
        for (std::size_t c = 0; c < candidates; ++c) {
            at[c] = std::exp(at[c] - most);
            sum += at[c];
        }
        for (std::size_t c = 0; c < candidates; ++c)
            at[c] /= sum;
        total += most + std::log(sum);
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j)
            for (std::size_t c = 0; c < candidates; ++c)
                counts[layout.slot(j, c)] += at[c];
    }
    return total;
}

double chunk(const Layout &layout, const double *logSaid, const double *logPrior, double *posterior, double *counts,
             std::size_t begin, std::size_t end)
{
    if (!layout.complete())
        return sparseChunk(layout, logSaid, logPrior, posterior, counts, begin, end);
    switch (layout.votes().classes) {
    case 2: return completeChunk<2>(layout, logSaid, logPrior, posterior, counts, begin, end);
    case 3: return completeChunk<3>(layout, logSaid, logPrior, posterior, counts, begin, end);
    case 4: return completeChunk<4>(layout, logSaid, logPrior, posterior, counts, begin, end);
    case 5: return completeChunk<5>(layout, logSaid, logPrior, posterior, counts, begin, end);
    default: return completeChunk<0>(layout, logSaid, logPrior, posterior, counts, begin, end);
    }
}

}  // namespace

void inParallel(std::size_t chunks, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < chunks; i = next++)
            work(i);
    };
    std::vector<std::jthread> threads;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t i = 1; i < std::min(cores, chunks); ++i)
        threads.emplace_back(run);
    run();
}

std::size_t chunksFor(const Votes &votes, std::size_t table)
{
    const std::size_t wanted = std::clamp<std::size_t>(votes.count() / labelsPerChunk, 1, mostChunks);
    return std::clamp<std::size_t>(largestTables / std::max<std::size_t>(table, 1), 1, wanted);
}

std::size_t chunkBegin(const Votes &votes, std::size_t chunk, std::size_t chunks)
{
    const std::size_t label = votes.count() / chunks * chunk;
    if (chunk == chunks)
        return votes.tasks;
    return static_cast<std::size_t>(std::lower_bound(votes.begins.begin(), votes.begins.end() - 1, label) - votes.begins.begin());
}

std::vector<double> voteShares(const Layout &layout)
{
    const Votes &votes = layout.votes();
    std::vector<double> shares(layout.places(), 0.0);
    for (std::size_t i = 0; i < votes.tasks; ++i) {
        double *at = shares.data() + layout.first(i);
        const std::size_t candidates = layout.candidates(i);
        double counted = 0;
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j) {
            if (layout.complete()) {
                at[votes.label[j]] += 1;
                counted += 1;
                continue;
            }
            for (std::size_t c = 0; c < candidates; ++c)
                if (layout.classAt(i, c) == votes.label[j]) {
                    at[c] += 1;
                    counted += 1;
                }
        }
        for (std::size_t c = 0; c < candidates; ++c)
            at[c] /= counted;
    }
    return shares;
}

std::vector<double> expectedCounts(const Layout &layout, const std::vector<double> &posterior)
{
    const Votes &votes = layout.votes();
    std::vector<double> counts(layout.slotCount(), 0.0);
    for (std::size_t i = 0; i < votes.tasks; ++i)
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j)
            for (std::size_t c = 0; c < layout.candidates(i); ++c)
                counts[layout.slot(j, c)] += posterior[layout.first(i) + c];
    return counts;
}

std::vector<double> rowSums(const Layout &layout, const std::vector<double> &counts)
{
    std::vector<double> sums(layout.rows(), 0.0);
    for (std::size_t s = 0; s < counts.size(); ++s)
        sums[layout.at(s).row] += counts[s];
    return sums;
}

std::vector<double> classShares(const Layout &layout, const std::vector<double> &posterior)
{
    const Votes &votes = layout.votes();
    std::vector<double> shares(votes.classes, 0.0);
    for (std::size_t i = 0; i < votes.tasks; ++i)
        for (std::size_t c = 0; c < layout.candidates(i); ++c)
            shares[layout.classAt(i, c)] += posterior[layout.first(i) + c];
    for (double &share : shares)
        share /= std::max<double>(votes.tasks, 1);
    return shares;
}

double expectation(const Layout &layout, const std::vector<double> &logSaid, const std::vector<double> &logPrior,
                   std::vector<double> &posterior, std::vector<double> &counts)
{
    const Votes &votes = layout.votes();
    const std::size_t chunks = chunksFor(votes, layout.slotCount());
    counts.assign(layout.slotCount(), 0.0);
    std::vector<std::vector<double>> tables(chunks - 1);
    std::vector<double> totals(chunks, 0.0);
    inParallel(chunks, [&](std::size_t i) {
        double *table = counts.data();
        if (i > 0) {
            tables[i - 1].assign(layout.slotCount(), 0.0);
            table = tables[i - 1].data();
        }
        totals[i] = chunk(layout, logSaid.data(), logPrior.data(), posterior.data(), table, chunkBegin(votes, i, chunks),
                          chunkBegin(votes, i + 1, chunks));
    });
    double total = totals[0];
    for (std::size_t i = 1; i < chunks; ++i) {
        total += totals[i];
        for (std::size_t s = 0; s < counts.size(); ++s)
            counts[s] += tables[i - 1][s];
    }
    return total;
}

}  // namespace plumbline::consensus
