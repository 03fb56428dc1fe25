// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/quality/gaugerelease.h"
#include "core/store/project.h"

#include <QString>

#include <cstdint>
#include <map>
#include <vector>

namespace plumbline::workflow {

/// What a person may know behind their own gauge: of blind gold the displays that the gauge showed already, of practice gold
/// everything. Nothing in it changes at any other time than the gauge itself.
struct GaugeDetails {
    quality::GaugeReading reading;
    std::vector<quality::GaugeDisplay> released;  ///< GaugeRelease::released
    /// Changes of the guideline among the person's own work: times that everybody in the project can read, and counts of what the
    /// person handed in. Nothing of gold decides them.
    struct GuidelineChange {
        int version = 1;                ///< 1 = the first text there was
        std::int64_t microseconds = 0;  ///< UTC
        std::int64_t submissions = 0;   ///< handed in before it, as GaugeDisplay counts them
    };
    std::vector<GuidelineChange> guidelineChanges;  ///< after the first submission that is counted

    struct Example {
        ItemId item;
        QString name;
    };
    /// Decisions about the practice objects of one class.
    struct PracticeClass {
        ClassId labelClass;
        std::int64_t n = 0;  ///< objects of the known answers
        std::int64_t right = 0;
        std::int64_t notFound = 0;                  ///< missed, or too far off
        std::map<ClassId, std::int64_t> otherwise;  ///< class that was said instead → how often; never the null one
        std::int64_t invented = 0;                  ///< said where the known answer has nothing; not among n
        std::vector<Example> examples;              ///< where any of this happened, latest first, mostExamples at most
        [[nodiscard]] std::int64_t different() const { return n - right + invented; }
    };
    static constexpr std::size_t mostExamples = 3;
    std::vector<PracticeClass> classes;  ///< those that differ most often first
    std::int64_t practiceItems = 0;
    std::vector<quality::AnnotatorScore::ConfidenceBin> confidence;  ///< stated on practice items
    std::optional<quality::AnnotatorScore::ConfidenceCalibration> calibration;
};

/// Of a project without gold, and without proof of who asks: all empty. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<GaugeDetails> gaugeDetails(const store::Project &project, const store::Person &person);

}  // namespace plumbline::workflow
