// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/base/export.h"
#include "core/model/annotation.h"
#include "core/quality/cuboiderrors.h"
#include "core/quality/posterior.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace plumbline::quality {

/// What counts as right against gold.
struct GoldRules {
    double minimumIou = 0.5;     ///< a box or outline is right from here
    double ignoreCoverage = 0.5;
    double looseIou = 0.1;       ///< from here an outline of the right class counts as meant for that object
    bool operator==(const GoldRules &) const = default;
};

/// Key of one item: several answers may be accepted, the one that fits a submission best is used. No answer at all means
/// that nothing is there to label, unless cannotLabelIsRight: then there is none but "cannot label".
struct GoldKey {
    std::vector<std::vector<model::Annotation>> answers;
    bool cannotLabelIsRight = false;
    /// Frames that the answers speak of, by their time (of a scene: microseconds of its frame table). Empty = all of them.
    std::vector<std::int64_t> frames = {};
    bool operator==(const GoldKey &) const = default;
};

/// Confusion of one submission or of many: rows are true classes, columns what was said. The null ClassId as column =
/// missed or loose, as row = invented. One entry per decision about an object; decisions about the whole item are not in it.
using ConfusionCounts = std::map<std::pair<ClassId, ClassId>, std::int64_t>;

/// Result of one submission against gold, in decisions.
///
/// Each gold object is one decision: right (matched at minimumIou with its class), wrongClass (matched at minimumIou with
/// another class), loose (right class, IoU in [looseIou, minimumIou)) or missed. Each submitted object that belongs to no
/// gold object by these rules and that no ignore region excuses is one more: invented. A loose outline is therefore one wrong
/// decision, not one missed and one invented; so is a wrong class. An outline that is both, loose and of another class, is two
/// (missed and invented): nothing says that it was meant for that object.
/// Where neither key nor submission has an object, finding nothing is one right decision. "Cannot label", given or due, is one.
/// Kinds of labels that overlap cannot judge (lines, points, spans, ratings…) are no decisions; neither are attributes.
///
/// Always: wrong == missed + invented + wrongClass + loose + cannotLabelWrong.
struct GoldOutcome {
    std::int64_t right = 0;
    std::int64_t wrong = 0;
    std::int64_t missed = 0;           ///< without the loose ones
    std::int64_t invented = 0;         ///< without the loose ones
    std::int64_t wrongClass = 0;
    std::int64_t loose = 0;
    std::int64_t cannotLabelWrong = 0;  ///< 1: "cannot label" was given or left out wrongly
    double iouSum = 0;                 ///< over right decisions with an extent
    std::int64_t iouCount = 0;
    double boundarySum = 0;            ///< over right decisions with an outline, pixels (boundaryerror.h)
    std::int64_t boundaryCount = 0;
    CuboidSums cuboids;                ///< over right decisions between cuboids
    ConfusionCounts confusion;
    std::optional<double> confidence;  ///< the annotator's, in [0, 1]
    bool allRight = false;             ///< at least one decision and none wrong

    [[nodiscard]] std::int64_t n() const { return right + wrong; }
    bool operator==(const GoldOutcome &) const = default;
};

/// Scores a submission. Pure, any thread.
///
/// - `cannotLabel`: one decision, right when the key accepts it; objects beside it are not looked at.
/// - A submission with labels, or an empty one, where the key has nothing but "cannot label": one wrong decision.
/// - Otherwise the accepted answer with the largest share of right decisions counts; among equals the one with fewer wrong
///   decisions, then the larger sum of IoU, then the earlier.
/// A confidence that is not a number in [0, 1] counts as not given.
[[nodiscard]] PLUMBLINE_CORE_EXPORT GoldOutcome scoreAgainstGold(const GoldKey &key, const std::vector<model::Annotation> &submission,
                                                                 bool cannotLabel, std::optional<double> confidence = {},
                                                                 const GoldRules &rules = {});

/// Stored form of an outcome, for keeping it beside the gold. A broken form sets reader.failed().
PLUMBLINE_CORE_EXPORT void encode(base::CborWriter &writer, const GoldOutcome &outcome);
[[nodiscard]] PLUMBLINE_CORE_EXPORT GoldOutcome decodeGoldOutcome(base::CborReader &reader);

/// Explains an outcome to the annotator, for practice gold: one remark per wrong decision, with the annotations it is about.
/// Gold objects come first, in the order of the answer, then invented ones in the order of the submission.
struct GoldRemark {
    enum class Kind { Missed, Invented, WrongClass, Loose, ShouldBeCannotLabel, ShouldNotBeCannotLabel };
    Kind kind = Kind::Missed;
    std::optional<model::Annotation> truth;
    std::optional<model::Annotation> said;
    double iou = 0;  ///< of truth and said, where both are set
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<GoldRemark> explainAgainstGold(const GoldKey &key,
                                                                               const std::vector<model::Annotation> &submission,
                                                                               bool cannotLabel, const GoldRules &rules = {});

/// Sum of outcomes of one annotator. add and remove cost the size of one outcome, whatever the history; the sum is equal for
/// every order of arrival and after every withdrawal (counts are integers; sums of IoU and of confidences are kept in fixed
/// point for that reason). A value; not thread-safe while it changes. Only outcomes that were added may be removed.
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
    [[nodiscard]] std::int64_t loose() const { return m_loose; }
    [[nodiscard]] std::int64_t cannotLabelWrong() const { return m_cannotLabelWrong; }
    [[nodiscard]] BetaPosterior posterior(BetaPrior prior = {}) const { return BetaPosterior::of(m_right, m_wrong, prior); }
    [[nodiscard]] std::optional<double> meanIou() const;
    [[nodiscard]] const ConfusionCounts &confusion() const { return m_confusion; }
    struct ClassScore {
        std::int64_t right = 0;
        std::int64_t n = 0;
        bool operator==(const ClassScore &) const = default;
    };
    /// Per true class: decisions about its gold objects, and how many were right. Invented objects have no true class.
    [[nodiscard]] std::map<ClassId, ClassScore> perClass() const;

    /// Brier score and expected calibration error of the stated confidence that every decision of the item is right; ten bins
    /// of equal width (calibration.h). Nothing when no confidence was ever given. Equal to the batch forms but for the fixed
    /// point, 2^-32 an item.
    struct ConfidenceCalibration {
        double brier = 0;
        double ece = 0;
        int bins = 0;
        std::int64_t n = 0;
    };
    [[nodiscard]] std::optional<ConfidenceCalibration> confidence() const;
    /// The ten bins behind it, for a reliability diagram.
    struct ConfidenceBin {
        std::int64_t n = 0;
        std::int64_t right = 0;
        double confidence = 0;  ///< mean; 0 for an empty bin
    };
    [[nodiscard]] std::vector<ConfidenceBin> confidenceBins() const;

    /// Stored form. A broken form sets reader.failed().
    void encode(base::CborWriter &writer) const;
    [[nodiscard]] static AnnotatorScore decode(base::CborReader &reader);

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
    std::int64_t m_cannotLabelWrong = 0;
    std::int64_t m_iouSum = 0;  // fixed point, 2^-32
    std::int64_t m_iouCount = 0;
    std::int64_t m_brierSum = 0;  // fixed point, 2^-32
    std::array<Bin, binCount> m_bins{};
    ConfusionCounts m_confusion;
};

}  // namespace plumbline::quality
