// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <QRandomGenerator64>

#include <openssl/rand.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace plumbline::base {

RandomSource::~RandomSource() = default;

std::uint64_t SystemRandom::next()
{
    const std::scoped_lock lock(m_mutex);
    if (m_used == m_pool.size()) {
        if (RAND_bytes(reinterpret_cast<unsigned char *>(m_pool.data()), static_cast<int>(sizeof m_pool)) != 1)
            QRandomGenerator64::system()->generate(m_pool.begin(), m_pool.end());
        m_used = 0;
    }
    return m_pool[m_used++];
}

SeededRandom::SeededRandom(std::uint64_t seed) : m_engine(seed) {}

std::uint64_t SeededRandom::next()
{
    return m_engine();
}

double SeededRandom::uniform()
{
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
}

double SeededRandom::uniform(double low, double high)
{
    return low + (high - low) * uniform();
}

std::uint64_t SeededRandom::below(std::uint64_t bound)
{
    const std::uint64_t limit = std::numeric_limits<std::uint64_t>::max() / bound * bound;
    std::uint64_t value = m_engine();
    while (value >= limit)
        value = m_engine();
    return value % bound;
}

double SeededRandom::normal(double mean, double sigma)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return mean + sigma * radius * std::cos(2.0 * std::numbers::pi * uniform());
}

}  // namespace plumbline::base
