// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <random>

namespace plumbline::base {

/// Source of random bits for identifiers and shuffles. Injected, so that runs can be repeated. Not for secrets.
class PLUMBLINE_CORE_EXPORT RandomSource
{
public:
    virtual ~RandomSource();
    /// Any thread.
    [[nodiscard]] virtual std::uint64_t next() = 0;
};

/// Bits from OpenSSL's generator, which the operating system seeds, taken a page at a time: the processor's own
/// instruction, which Qt's generator asks for every number, costs as much as encoding a whole annotation.
class PLUMBLINE_CORE_EXPORT SystemRandom final : public RandomSource
{
public:
    [[nodiscard]] std::uint64_t next() override;

private:
    std::mutex m_mutex;
    std::array<std::uint64_t, 512> m_pool{};
    std::size_t m_used = m_pool.size();
};

/// The same bits for the same seed on every platform (std::mt19937_64). One thread at a time.
class PLUMBLINE_CORE_EXPORT SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(std::uint64_t seed);
    [[nodiscard]] std::uint64_t next() override;

    /// Uniform in [0, 1) with 53 bits.
    [[nodiscard]] double uniform();
    /// Uniform in [low, high).
    [[nodiscard]] double uniform(double low, double high);
    /// Uniform integer in [0, bound); bound > 0. Rejection, hence unbiased.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    /// Normal with the given mean and standard deviation (Box-Muller, so equal on every platform).
    [[nodiscard]] double normal(double mean, double sigma);

private:
    std::mt19937_64 m_engine;
};

}  // namespace plumbline::base
