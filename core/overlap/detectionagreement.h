// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/overlap/clusters.h"
#include "core/quality/agreement.h"

#include <map>
#include <optional>

namespace plumbline::overlap {

struct DetectionOptions {
    std::vector<double> thresholds{0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};  ///< of the curve, in [ItemOverlaps::floor, 1]
    double reference = 0.5;  ///< threshold of vitality and scale complexity; put into the curve where it is not there
    int resamples = 1000;  ///< of whole items, for the intervals; 0 = none
    std::uint64_t seed = 1;
};

/// Agreement at one threshold.
struct DetectionPoint {
    double threshold = 0;
    quality::Agreement alpha = tl::unexpected(quality::Undefined::NoPairs);
    quality::Agreement percent = tl::unexpected(quality::Undefined::NoPairs);
    /// Percentiles 2.5 and 97.5 of alpha over resampled items; nothing when fewer than half of the resamples have a value.
    std::optional<quality::AgreementInterval> interval;
};

/// What one person does to the agreement of all.
struct RaterVitality {
    QString annotator;
    std::int64_t items = 0;  ///< that the person and somebody else labeled
    std::int64_t objects = 0;  ///< of the person, on these
    quality::Agreement without = tl::unexpected(quality::Undefined::NoPairs);  ///< alpha of the others alone
    std::optional<double> vitality;  ///< alpha - alpha without; below 0: agreement would be higher without this person
};

struct DetectionAgreement {
    std::vector<DetectionPoint> curve;  ///< by threshold
    std::size_t reference = 0;  ///< index into the curve
    std::vector<RaterVitality> raters;  ///< by name
    quality::Agreement merged = tl::unexpected(quality::Undefined::NoPairs);  ///< alpha with all classes taken as one
    std::optional<double> scaleComplexity;  ///< merged - alpha: what telling the classes apart costs
    std::int64_t items = 0;  ///< that two or more people labeled
    std::int64_t objects = 0;  ///< on these
    std::int64_t notCompared = 0;  ///< objects of kinds that have no place in a picture, or are no objects

    [[nodiscard]] const DetectionPoint &atReference() const { return curve[reference]; }
};

/// Krippendorff's alpha for detection: clusters of objects are the units (ItemOverlaps::clusters), everybody who saw the item
/// rates every one of them, with its class or with "absent"; nominal. (Tschirschwitz et al., GCPR 2022; vitality and scale
/// complexity as in the iaa-od package.) An item on which nobody drew anything has no unit. Leaving a person out clusters anew
/// without them. Takes items one after another; keeps ratings, not shapes. One thread.
class PLUMBLINE_CORE_EXPORT DetectionMeter
{
public:
    explicit DetectionMeter(DetectionOptions options = {});

    /// Items that fewer than two people labeled are passed over.
    void add(const ItemLabelings &item, const ItemOverlaps &overlaps);
    /// The same seed gives the same intervals. Cancelled is the only error.
    [[nodiscard]] Result<DetectionAgreement> result(const jobs::JobControl &control = {}) const;

private:
    /// Units of many items; quality::Ratings without names.
    struct Units {
        quality::Ratings ratings;
        std::vector<std::uint32_t> itemBegins{0};
    };
    /// One person and the items in which they take part, as if they had not.
    struct Without {
        Units units;
        std::vector<std::size_t> items;
        std::int64_t objects = 0;
    };
    void addUnits(Units &units, const ItemLabelings &item, const std::vector<Cluster> &clusters,
                  std::optional<std::size_t> without);
    [[nodiscard]] Result<std::optional<quality::AgreementInterval>> interval(const Units &units,
                                                                             const jobs::JobControl &control) const;
    [[nodiscard]] quality::Ratings allWithout(const Without &rater) const;

    DetectionOptions m_options;
    std::size_t m_reference = 0;
    std::vector<Units> m_units;  // by threshold
    std::map<QString, Without> m_without;
    std::map<ClassId, std::uint32_t> m_categories;  // from 1; 0 = absent
    std::int64_t m_items = 0;
    std::int64_t m_objects = 0;
    std::int64_t m_notCompared = 0;
};

}  // namespace plumbline::overlap
