// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/random.h"

#include <atomic>

namespace plumbline::test {

/// A clock that stands until it is moved.
class ManualClock final : public base::Clock
{
public:
    explicit ManualClock(std::int64_t start = 1'700'000'000'000'000) : m_now(start) {}
    [[nodiscard]] std::int64_t nowMicroseconds() const override { return m_now; }
    void advance(std::int64_t microseconds) { m_now += microseconds; }

private:
    std::atomic<std::int64_t> m_now;
};

/// Clock, random and ids of one repeatable test run.
struct Identity {
    ManualClock clock;
    base::SeededRandom random{1};
    base::IdSource ids{clock, random};
};

}  // namespace plumbline::test
