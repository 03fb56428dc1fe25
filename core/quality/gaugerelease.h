// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/random.h"
#include "core/quality/goldscore.h"

#include <cstdint>
#include <optional>

namespace plumbline::quality {

/// What the annotator's gauge shows. Nothing in it tells which item was gold.
struct GaugeReading {
    std::int64_t decisions = 0;   ///< n behind mean and interval; 0 = not enough checks yet
    double mean = 0;
    Interval interval;
    bool enough = false;          ///< false: the gauge says "not enough checks yet" and nothing else
    bool operator==(const GaugeReading &) const = default;
};

struct ReleasePolicy {
    int minimumResults = 5;   ///< new gold results in a block, at least
    int maximumDelay = 8;     ///< items; a full block waits 0 … maximumDelay further submissions, drawn at random
    int minimumToShow = 10;   ///< decisions before the first reading
    bool operator==(const ReleasePolicy &) const = default;
};

/// Holds blind results back until a block of them is complete and a random number of further submissions has passed, so
/// that successive displays do not tell which submission was gold. Called once for EVERY submission of an annotator.
/// A value: its state is stored beside the gold, never in the project.
class PLUMBLINE_CORE_EXPORT GaugeRelease
{
public:
    GaugeRelease() = default;
    explicit GaugeRelease(ReleasePolicy policy) : m_policy(policy) {}

    /// `blind` = outcome when the item was blind gold, nothing when it was ordinary. Returns true when the shown score changed.
    bool submitted(const std::optional<GoldOutcome> &blind, base::RandomSource &random);
    /// Practice gold moves the shown score at once.
    void practised(const GoldOutcome &outcome);

    [[nodiscard]] GaugeReading reading(BetaPrior prior = {}) const;
    [[nodiscard]] const AnnotatorScore &shown() const { return m_shown; }
    /// Everything so far, held-back results included: for leads only.
    [[nodiscard]] AnnotatorScore complete() const;

    /// For storing and restoring beside the gold.
    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static Result<GaugeRelease> decode(QByteArrayView data);

private:
    ReleasePolicy m_policy;
    AnnotatorScore m_shown;
    std::vector<GoldOutcome> m_held;
    std::int32_t m_delay = -1;  // submissions still to pass; -1 = block not complete
};

}  // namespace plumbline::quality
