// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/base/result.h"
#include "core/quality/cohortprior.h"
#include "core/quality/sprt.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace plumbline::quality {

/// When to propose that a person pauses an annotator. Looked at after every result, so what counts is how often the rule ever
/// fires within a planned number of results: pauseProbability(). A value.
struct PLUMBLINE_CORE_EXPORT PauseRule {
    enum class Kind {
        Window,  ///< share right of the last `window` below `threshold`
        Cumulative,  ///< share right of all below `threshold`
        Posterior,  ///< P(accuracy < threshold) above `certainty`, uniform prior
        Sprt,  ///< `sprt` says bad; after it said good it is silent
    };
    static constexpr int largestWindow = 16;

    Kind kind = Kind::Posterior;
    int minimum = 5;  ///< results before the rule may fire (not Sprt)
    int window = 10;  ///< Window only, 1 … largestWindow
    double threshold = 0.8;  ///< accuracy, in (0, 1) (not Sprt)
    double certainty = 0.99;  ///< Posterior only, in (0, 1)
    Sprt sprt;

    [[nodiscard]] static PauseRule ofWindow(int window, int minimum, double threshold);
    [[nodiscard]] static PauseRule cumulative(int minimum, double threshold);
    [[nodiscard]] static PauseRule posterior(int minimum, double threshold, double certainty);
    [[nodiscard]] static PauseRule sequential(const Sprt &sprt);
    [[nodiscard]] bool valid() const;
    /// Translated, with its numbers: "fewer than 60 % of the last 10 right (from 3 results on)".
    [[nodiscard]] QString text() const;
    bool operator==(const PauseRule &) const = default;
};

/// Probability that the rule fires at least once within `horizon` results of an annotator whose results are right independently
/// with this accuracy. Exact: recursion over (n, right), for Window over the last results. horizon 1 … 10 000 (invalid rules
/// and others: 0). For a good annotator this is the false-pause rate.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double pauseProbability(const PauseRule &rule, double accuracy, int horizon);

/// The strictness that keeps the false-pause rate: the rule of this kind with the largest threshold (Window, Cumulative; steps
/// of .01), the smallest certainty (Posterior; bisected), or the largest a (Sprt) whose pauseProbability at `goodAccuracy`
/// over the horizon is at most `allowed`. Fails with InvalidArgument where none is.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<PauseRule> tunedRule(PauseRule rule, double goodAccuracy, int horizon, double allowed);

/// What a rule has seen of one annotator, in order. O(1) a result.
class PLUMBLINE_CORE_EXPORT PauseTracker
{
public:
    explicit PauseTracker(PauseRule rule = {}) : m_rule(rule) {}

    void add(bool right);
    [[nodiscard]] const PauseRule &rule() const { return m_rule; }
    [[nodiscard]] RightWrong counts() const { return {m_right, m_n - m_right}; }
    /// Of the last `window` results (Window), else of all.
    [[nodiscard]] RightWrong judged() const;
    /// The rule holds for what is known now. Sprt: it said bad and nothing since.
    [[nodiscard]] bool firing() const { return m_firing; }
    /// Number of the result (1 = first) at which it first fired; it stays.
    [[nodiscard]] std::optional<std::int64_t> firstFired() const;
    /// Sprt only: it said good.
    [[nodiscard]] bool released() const { return m_released; }

    void encode(base::CborWriter &writer) const;
    /// A broken form sets reader.failed().
    [[nodiscard]] static PauseTracker decode(base::CborReader &reader);
    bool operator==(const PauseTracker &) const = default;

private:
    PauseRule m_rule;
    std::int64_t m_n = 0;
    std::int64_t m_right = 0;
    std::uint32_t m_last = 0;  // the last results, the newest in bit 0; 1 = right
    std::int64_t m_firstFired = 0;
    bool m_firing = false;
    bool m_released = false;
};

/// A proposal with its evidence, for a person to decide; nothing pauses anybody by itself.
struct PauseProposal {
    bool proposed = false;  ///< the rule fired, at some time
    bool stillHolds = false;  ///< and would fire on what is known now
    std::int64_t firedAt = 0;  ///< number of that result; 0 = never
    RightWrong counts;  ///< of all results
    RightWrong judged;  ///< what the rule looks at now
    BetaPosterior posterior;  ///< of all results, with the prior given
    PauseRule rule;
    double goodAccuracy = 0;  ///< of an annotator who should not be paused
    int horizon = 0;  ///< results planned
    double falsePauseRate = 0;  ///< pauseProbability(rule, goodAccuracy, horizon)
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QString text() const;  ///< translated, two sentences
};

/// What the lead planned for. falsePauseRate is computed by the caller once per setting (pauseProbability), not per annotator.
struct PausePlan {
    double goodAccuracy = 0.95;
    int horizon = 100;
    double falsePauseRate = 0;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT PausePlan pausePlan(const PauseRule &rule, double goodAccuracy, int horizon);
[[nodiscard]] PLUMBLINE_CORE_EXPORT PauseProposal pauseProposal(const PauseTracker &tracker, const PausePlan &plan,
                                                                BetaPrior prior = {});

}  // namespace plumbline::quality
