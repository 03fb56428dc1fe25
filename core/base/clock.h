// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>

namespace plumbline::base {

/// Source of the time of day. Injected everywhere, so that tests and simulations decide what time it is.
class PLUMBLINE_CORE_EXPORT Clock
{
public:
    virtual ~Clock();
    /// Microseconds since 1970-01-01T00:00:00Z. Any thread. May go backwards: nothing may rely on order.
    [[nodiscard]] virtual std::int64_t nowMicroseconds() const = 0;
};

/// The machine's clock.
class PLUMBLINE_CORE_EXPORT SystemClock final : public Clock
{
public:
    [[nodiscard]] std::int64_t nowMicroseconds() const override;
};

}  // namespace plumbline::base
