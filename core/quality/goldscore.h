// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/matching/matcher.h"
#include "core/model/annotation.h"
#include "core/quality/posterior.h"

#include <map>
#include <optional>
#include <vector>

namespace plumbline::quality {

/// What counts as right against gold.
struct GoldRules {
    double minimumIou = 0.5;     ///< a box or outline is right from here
    double ignoreCoverage = 0.5;
    bool operator==(const GoldRules &) const = default;
};

/// Key of one item: several answers may be accepted, the one that fits a submission best is used.
struct GoldKey {
    std::vector<std::vector<model::Annotation>> answers;
    bool cannotLabelIsRight = false;
};

/// Confusion of one submission or of many: rows are true classes, columns what was said. The null ClassId as column =
/// missed, as row = invented.
using ConfusionCounts = std::map<std::pair<ClassId, ClassId>, std::int64_t>;

/// Result of one submission against gold, in object decisions: every gold object is one decision (right when matched at
/// minimumIou with the right class), every invented object is one wrong decision; "cannot label" is one decision.
struct GoldOutcome {
    std::int64_t right = 0;
    std::int64_t wrong = 0;
    std::int64_t missed = 0;
    std::int64_t invented = 0;
    std::int64_t wrongClass = 0;
    std::int64_t loose = 0;          ///< right class, overlaps, but below minimumIou (counted among missed and invented once, as wrong once)
    double iouSum = 0;               ///< over right decisions with an extent
    std::int64_t iouCount = 0;
    ConfusionCounts confusion;
    std::optional<double> confidence;  ///< the annotator's, in [0, 1]
    bool allRight = false;           ///< no wrong decision

    bool operator==(const GoldOutcome &) const = default;
};

/// Scores a submission. `cannotLabel` submissions are right only when the key says so (or it has no objects at all and
/// cannotLabelIsRight). An empty key with an empty submission is one right decision.
[[nodiscard]] PLUMBLINE_CORE_EXPORT GoldOutcome scoreAgainstGold(const GoldKey &key, const std::vector<model::Annotation> &submission,
                                                                 bool cannotLabel, std::optional<double> confidence = {},
                                                                 const GoldRules &rules = {});

/// Explains an outcome to the annotator, for practice gold: one line per wrong decision, with the annotation it is about.
struct GoldRemark {
    enum class Kind { Missed, Invented, WrongClass, Loose, ShouldBeCannotLabel, ShouldNotBeCannotLabel };
    Kind kind = Kind::Missed;
    std::optional<model::Annotation> truth;
    std::optional<model::Annotation> said;
    double iou = 0;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<GoldRemark> explainAgainstGold(const GoldKey &key,
                                                                               const std::vector<model::Annotation> &submission,
                                                                               bool cannotLabel, const GoldRules &rules = {});

/// Sum of outcomes of one annotator. add and remove cost the size of one outcome, whatever the history; the sum is equal for
/// every order of arrival and after every withdrawal (counts are integers; iouSum is kept in fixed point for that reason).
class PLUMBLINE_CORE_EXPORT AnnotatorScore
{
public:
    void add(const GoldOutcome &outcome);
    void remove(const GoldOutcome &outcome);

    [[nodiscard]] std::int64_t items() const { return m_items; }
    [[nodiscard]] std::int64_t right() const { return m_right; }
    [[nodiscard]] std::int64_t wrong() const { return m_wrong; }
    [[nodiscard]] std::int64_t n() const { return m_right + m_wrong; }
    [[nodiscard]] std::int64_t missed() const { return m_missed; }
    [[nodiscard]] std::int64_t invented() const { return m_invented; }
    [[nodiscard]] std::int64_t wrongClass() const { return m_wrongClass; }
    [[nodiscard]] BetaPosterior posterior(BetaPrior prior = {}) const { return BetaPosterior::of(m_right, m_wrong, prior); }
    [[nodiscard]] std::optional<double> meanIou() const;
    [[nodiscard]] const ConfusionCounts &confusion() const { return m_confusion; }
    /// Per true class: right and n.
    struct ClassScore {
        std::int64_t right = 0;
        std::int64_t n = 0;
        bool operator==(const ClassScore &) const = default;
    };
    [[nodiscard]] std::map<ClassId, ClassScore> perClass() const;

    /// Brier score and expected calibration error of the stated confidence that every decision of the item is right;
    /// equal-width bins. Nothing when no confidence was ever given. Brier in [0, 1] (binary).
    struct ConfidenceCalibration {
        double brier = 0;
        double ece = 0;
        int bins = 0;
        std::int64_t n = 0;
    };
    [[nodiscard]] std::optional<ConfidenceCalibration> confidence() const;

    bool operator==(const AnnotatorScore &) const = default;

private:
    static constexpr int binCount = 10;
    struct Bin {
        std::int64_t n = 0;
        std::int64_t right = 0;
        std::int64_t confidenceSum = 0;  // fixed point, 2^-32
        bool operator==(const Bin &) const = default;
    };
    void apply(const GoldOutcome &outcome, int sign);

    std::int64_t m_items = 0;
    std::int64_t m_right = 0;
    std::int64_t m_wrong = 0;
    std::int64_t m_missed = 0;
    std::int64_t m_invented = 0;
    std::int64_t m_wrongClass = 0;
    std::int64_t m_loose = 0;
    std::int64_t m_iouSum = 0;  // fixed point, 2^-32
    std::int64_t m_iouCount = 0;
    std::int64_t m_brierSum = 0;  // fixed point, 2^-32
    std::array<Bin, binCount> m_bins{};
    ConfusionCounts m_confusion;
};

}  // namespace plumbline::quality
