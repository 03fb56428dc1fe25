// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <QString>

#include <map>
#include <mutex>
#include <vector>

namespace plumbline::test {

/// Bits of one seed, for a project's threads.
class SharedRandom final : public base::RandomSource
{
public:
    explicit SharedRandom(std::uint64_t seed) : m_random(seed) {}
    [[nodiscard]] std::uint64_t next() override
    {
        const std::lock_guard lock(m_mutex);
        return m_random.next();
    }

private:
    std::mutex m_mutex;
    base::SeededRandom m_random;
};

/// Numbers about each item of one person, under names that are the same for everybody.
class Notes
{
public:
    explicit Notes(std::size_t items) : m_items(items) {}
    void add(const QString &name, std::size_t item, double value)
    {
        auto &column = m_columns[name];
        column.resize(m_items, 0);
        column[item] += value;
    }
    [[nodiscard]] const std::map<QString, std::vector<double>> &columns() const { return m_columns; }

private:
    std::size_t m_items;
    std::map<QString, std::vector<double>> m_columns;
};

}  // namespace plumbline::test
