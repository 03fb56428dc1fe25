// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace plumbline::workflow {

/// Numbers from 0 to count, dealt in pieces to whoever asks next. Any thread.
class SharedWork
{
public:
    SharedWork(std::size_t count, std::size_t piece) : m_count(count), m_piece(std::max<std::size_t>(1, piece)) {}

    /// False when nothing is left.
    [[nodiscard]] bool next(std::size_t &from, std::size_t &to)
    {
        from = m_next.fetch_add(m_piece);
        if (from >= m_count)
            return false;
        to = std::min(m_count, from + m_piece);
        return true;
    }

private:
    const std::size_t m_count;
    const std::size_t m_piece;
    std::atomic<std::size_t> m_next = 0;
};

/// Runs work(SharedWork &) on this thread and on as many others as there are cores (four at most) and pieces; returns when all
/// have ended. What work() writes must lie apart for different numbers.
template <typename Work>
void shareWork(std::size_t count, std::size_t piece, const Work &work)
{
    constexpr std::size_t mostThreads = 4;
    SharedWork shared(count, piece);
    const std::size_t pieces = count / std::max<std::size_t>(1, piece) + 1;
    const std::size_t threads = std::min({mostThreads, pieces, std::max<std::size_t>(1, std::thread::hardware_concurrency())});
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < threads; ++i)
        others.push_back(std::async(std::launch::async, [&] { work(shared); }));
    work(shared);
    for (std::future<void> &other : others)
        other.get();
}

}  // namespace plumbline::workflow
