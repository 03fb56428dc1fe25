// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/ability.h"
#include "core/quality/clusteredmean.h"
#include "core/quality/confusionposterior.h"
#include "core/quality/cuboiderrors.h"
#include "core/quality/drift.h"
#include "core/quality/pauserule.h"
#include "core/quality/reliability.h"

#include <array>
#include <map>
#include <set>

namespace plumbline::quality {

/// One scored submission. Order in time is (time, number, submission id): clocks may go back, numbers and ids settle ties.
struct GoldResult {
    SubmissionId submission;
    ItemId item;
    int round = 1;
    int number = 1;  ///< of the submission within its round
    std::int64_t timeMicroseconds = 0;
    GoldOutcome outcome;
    ItemParameters parameters;  ///< of the item; difficulty relative to the average item, 0 where unknown
    bool operator==(const GoldResult &) const = default;
};

struct LiveOptions {
    /// An item is right for rules, charts and ability when at least this share of its decisions is. Items with one decision are
    /// simply right or wrong; on a picture of 20 objects one slip is no failure.
    double passShare = 0.8;
    PauseRule rule;
    DriftPlan drift;
    BetaPrior prior;
    double abilityMean = 0;  ///< prior of ability, in logits on an item of difficulty 0
    double abilitySigma = 1;
};

/// Whether an item counts as right.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool passes(const GoldOutcome &outcome, double passShare);

/// All of one annotator's live figures. The state is a function of the set of submissions that are not withdrawn: equal for
/// every order of arrival, after every withdrawal and every later adjudication. Only the first submission of a round counts
/// (the smallest number); a withdrawal of that one does not let a later one count.
///
/// Sums cost the same whatever came before. What depends on order (pause rule, charts) takes one step when the result is the
/// newest, which is the usual case; one that arrives late, is withdrawn or adjudicated runs again from a checkpoint before it,
/// at most 128 results earlier.
class PLUMBLINE_CORE_EXPORT LiveCalibration
{
public:
    explicit LiveCalibration(LiveOptions options = {});

    /// A submission that is already there is replaced (an adjudication changed its outcome).
    void put(const GoldResult &result);
    /// For good, and also when it arrives before the submission does.
    void withdraw(SubmissionId submission);

    [[nodiscard]] const LiveOptions &options() const { return m_options; }
    [[nodiscard]] const AnnotatorScore &score() const { return m_score; }
    [[nodiscard]] BetaPosterior posterior() const { return m_score.posterior(m_options.prior); }
    [[nodiscard]] const ClusteredMean &iou() const { return m_iou; }
    /// Distance of outlines from those of the key, pixels, over right objects.
    [[nodiscard]] const ClusteredMean &boundary() const { return m_boundary; }
    /// Of right cuboids against those of the key.
    [[nodiscard]] const CuboidErrors &cuboids() const { return m_cuboids; }
    [[nodiscard]] const ConfidenceSums &confidence() const { return m_confidence; }
    [[nodiscard]] const AbilityPosterior &ability() const { return m_ability; }
    [[nodiscard]] RightWrong items() const { return m_tracker.counts(); }  ///< passed and failed
    [[nodiscard]] const PauseTracker &pause() const { return m_tracker; }
    [[nodiscard]] const DriftChart &chart(DriftChartKind kind) const;
    /// Alarms of all charts in the order of time.
    [[nodiscard]] const std::vector<DriftAlarm> &alarms() const { return m_alarms; }
    /// What counts, in order of time: for plots and for evidence.
    [[nodiscard]] std::vector<GoldResult> results() const;
    [[nodiscard]] DriftSeries series(DriftChartKind kind) const;
    /// Steps of rule and charts made so far, those of running again included: what the updates cost.
    [[nodiscard]] std::int64_t steps() const { return m_steps; }

private:
    struct Key {
        std::int64_t time = 0;
        int number = 1;
        SubmissionId submission;
        auto operator<=>(const Key &) const = default;
    };
    using Round = std::pair<ItemId, int>;
    // What depends on order, after some result.
    struct Checkpoint {
        PauseTracker tracker;
        std::array<DriftChart, 3> charts;
        std::size_t alarms = 0;
    };

    void forget(const GoldResult &known);
    [[nodiscard]] std::optional<SubmissionId> counted(const Round &round) const;
    void change(const std::optional<SubmissionId> &before, const std::optional<SubmissionId> &after);
    void apply(const GoldResult &result, int sign);
    void step(const Key &key, const GoldResult &result);
    void runAgainFrom(const Key &key);

    LiveOptions m_options;
    std::set<SubmissionId> m_withdrawn;
    std::map<SubmissionId, GoldResult> m_all;
    std::map<Round, std::map<std::pair<int, SubmissionId>, SubmissionId>> m_rounds;
    std::map<Key, SubmissionId> m_order;  // of what counts
    AnnotatorScore m_score;
    ClusteredMean m_iou;
    ClusteredMean m_boundary;
    CuboidErrors m_cuboids;
    ConfidenceSums m_confidence;
    AbilityPosterior m_ability;
    PauseTracker m_tracker;
    std::array<DriftChart, 3> m_charts;
    std::vector<DriftAlarm> m_alarms;
    std::map<Key, Checkpoint> m_checkpoints;
    std::int64_t m_sinceCheckpoint = 0;
    std::int64_t m_steps = 0;
};

}  // namespace plumbline::quality
