// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/random.h"
#include "core/quality/goldscore.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace plumbline::quality {

/// What the annotator's gauge shows. Nothing in it tells which item was gold. A result is one checked item; it is right by the
/// share of its decisions that were right, so an item with many objects weighs as much as one with few.
struct GaugeReading {
    std::int64_t decisions = 0;   ///< results behind mean and interval
    double mean = 0;
    Interval interval;
    bool enough = false;          ///< false: the gauge says "not enough checks yet" and nothing else; all else is then as default
    bool operator==(const GaugeReading &) const = default;
};

/// What the gauge began to show, and after how many submissions.
struct GaugeDisplay {
    std::int64_t submissions = 0;
    GaugeReading reading;
    bool operator==(const GaugeDisplay &) const = default;
};

/// When blind results reach the gauge. The gauge is looked at again after lookEvery + 0 … maximumDelay submissions, a number
/// drawn at random before the first of them. A look that finds minimumResults new results or more shows a block; one that
/// finds fewer changes nothing, keeps them for the next, and doubles the wait from then on (up to eightfold).
struct ReleasePolicy {
    int minimumResults = 5;   ///< new results in a block, at least; the shown number grows by exactly this
    int maximumDelay = 25;    ///< submissions
    int minimumToShow = 5;    ///< results before the first reading
    int lookEvery = 125;      ///< submissions, gold or not; fits one gold item in ten, see forGoldShare
    bool operator==(const ReleasePolicy &) const = default;

    /// Looks far enough apart for 2.5 times minimumResults to be expected, so that hardly any comes too early (one in 500): a
    /// look that changes nothing tells that the stretch before it was poor in gold. Share in (0, 1], of all submissions.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT static ReleasePolicy forGoldShare(double goldShare);
};

/// Holds blind results back, so that successive displays do not tell which submission was gold. A block shown as soon as it is
/// full, even some submissions later, gives gold away by its time and by how much the counts grew (a picture with more objects
/// than the growth cannot have been gold). Hence
/// - the times come from a schedule that does not know gold (ReleasePolicy);
/// - every block adds the same number of results, however many there were, right by their mean share, in whole results; what
///   rounding leaves is carried to the next block, starting from a random remainder;
/// - counts by class and all other details of blind gold are in complete() alone.
/// What this leaves is measured in docs/quality.md.
///
/// submitted() is called once for EVERY submission of an annotator; one of practice gold passes nothing, and practised() comes
/// after it. A value: its state is stored beside the gold, never in the project. Not thread-safe while it changes.
class PLUMBLINE_CORE_EXPORT GaugeRelease
{
public:
    GaugeRelease() = default;
    explicit GaugeRelease(ReleasePolicy policy) : m_policy(policy) {}

    /// `blind` = outcome when the item was blind gold, nothing when it was ordinary. Returns true when a block was shown.
    bool submitted(const std::optional<GoldOutcome> &blind, base::RandomSource &random);
    /// The key of something that was submitted before was changed, added (`before` is nothing) or taken away (`after` is nothing).
    /// complete() is then as if the key had been so from the beginning. No look is brought forward and no display changes: what is
    /// still held back takes the difference in, what was shown stays.
    void rescored(const std::optional<GoldOutcome> &before, const std::optional<GoldOutcome> &after);
    /// Practice gold moves the gauge at once.
    void practised(const GoldOutcome &outcome);
    /// As rescored(), for practice gold: what is shown changes at once and is as if the key had been so from the beginning.
    void repractised(const std::optional<GoldOutcome> &before, const std::optional<GoldOutcome> &after);

    /// Practice and shown blocks. The prior is added to the shares (posterior.h).
    [[nodiscard]] GaugeReading reading(BetaPrior prior = {}) const;
    /// The displays so far, oldest first, one at most for each submission: what somebody who looked at the gauge after every
    /// submission has seen of it, and nothing else. The last keptDisplays are kept; states that were stored before displays
    /// were kept begin with none, and count submissions from there.
    [[nodiscard]] std::vector<GaugeDisplay> released(BetaPrior prior = {}) const;
    static constexpr std::size_t keptDisplays = 256;
    /// What the annotator may see in every detail: practice gold.
    [[nodiscard]] const AnnotatorScore &shown() const { return m_practice; }
    /// Everything so far, practice and held-back results included: for leads only.
    [[nodiscard]] const AnnotatorScore &complete() const { return m_complete; }
    [[nodiscard]] const ReleasePolicy &policy() const { return m_policy; }
    /// How often submitted() was called; states that were stored before displays were kept count from there.
    [[nodiscard]] std::int64_t submissions() const { return m_submissions; }

    /// For storing and restoring beside the gold; decode fails with Corrupt.
    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static Result<GaugeRelease> decode(QByteArrayView data);

    bool operator==(const GaugeRelease &) const = default;

private:
    void scheduleLook(base::RandomSource &random);
    void showBlock();
    void keepDisplay();
    [[nodiscard]] double shownShares() const;

    struct Kept {
        std::int64_t submissions = 0;
        std::int64_t results = 0;
        double right = 0;
        bool operator==(const Kept &) const = default;
    };

    ReleasePolicy m_policy;
    AnnotatorScore m_practice;
    AnnotatorScore m_complete;
    std::int64_t m_practiceResults = 0;
    std::int64_t m_practiceShares = 0;  // fixed point, 2^-32
    std::int64_t m_shownResults = 0;
    std::int64_t m_shownRight = 0;
    std::int64_t m_heldResults = 0;
    std::int64_t m_heldShares = 0;  // fixed point, 2^-32
    double m_remainder = 0;         // in [0, 1), of rounding blocks to whole results
    std::int64_t m_untilLook = 0;   // submissions; 0 = not scheduled yet
    std::int32_t m_stretch = 1;     // factor on lookEvery
    std::int64_t m_submissions = 0;
    std::vector<Kept> m_kept;
};

}  // namespace plumbline::quality
