// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/jobs/jobcontrol.h"
#include "core/quality/cohortprior.h"
#include "core/quality/driftbaseline.h"
#include "core/quality/goldscore.h"
#include "core/quality/reliability.h"
#include "core/workflow/teamrecord.h"
#include "core/workflow/teamsigns.h"

#include <map>
#include <optional>
#include <vector>

namespace plumbline::workflow {

/// A picture with gold that somebody handed in, and how many of its decisions went wrong in which way (goldscore.h).
struct CheckedPicture {
    ItemId item;
    QString name;
    std::int64_t microseconds = 0;
    bool right = false;     ///< enough of its decisions are, see livecalibration.h
    bool practice = false;  ///< known to be a check, so no sample of ordinary work
    std::int64_t decisions = 0;
    std::int64_t missed = 0;
    std::int64_t invented = 0;
    std::int64_t wrongClass = 0;
    std::int64_t loose = 0;
    std::int64_t cannotLabelWrong = 0;
};

/// Work on pictures of one person, scored object by object (goldscore.h).
struct PictureWork {
    QString person;
    std::int64_t submissions = 0;
    std::int64_t cannotLabel = 0;
    std::vector<std::int64_t> times;  ///< of submissions, microseconds UTC, ascending
    std::vector<std::pair<ItemId, bool>> items;  ///< of the same, and whether they said "cannot label"; empty = not known
    std::int64_t labels = 0;          ///< in the person's layer
    std::int64_t fromModel = 0;       ///< of those, accepted predictions
    quality::RightWrong gold;
    /// Submissions with gold in order of time: right when enough of their decisions are (livecalibration.h).
    std::vector<quality::DriftInput> results;
    std::vector<CheckedPicture> checked;  ///< the same submissions
    quality::ConfidenceSums confidence;  ///< stated, that everything is right
    /// True label, said label → decisions; empty text = nothing said, or nothing there.
    std::map<std::pair<QString, QString>, std::int64_t> confusion;
};

struct TeamOptions {
    quality::BernoulliCusumPlan drift;        ///< of everybody's drift charts, unless there is a baseline
    std::optional<quality::DriftBaseline> baseline;  ///< of drift charts that compare everybody with their own first results
    std::int64_t longestSeconds = 600;        ///< a longer pause between two answers is none of the second's time
    SignOptions signs;
};

/// All figures of one person. Every one with the n it rests on; none is a rank.
struct PersonFigures {
    QString name;
    QString cohort;
    std::int64_t answers = 0;     ///< judgements and submissions
    std::int64_t abstentions = 0; ///< among them
    quality::RightWrong gold;     ///< decisions on gold; abstentions are wrong unless the key says so
    quality::BetaPosterior posterior;  ///< with the prior of the cohort
    quality::Interval interval;        ///< 95 %
    std::optional<double> medianSeconds;
    std::int64_t timed = 0;       ///< answers behind it
    quality::ConfidenceSums confidence;
    std::vector<quality::DriftInput> pictureResults;  ///< of submissions with gold, in order of time
    std::int64_t peersSame = 0;   ///< pairs with another's answer to the same task that agree
    std::int64_t peersCompared = 0;
    std::int64_t suggestionsKept = 0;  ///< answers equal to what a model proposed; on pictures, labels that began as a prediction
    std::int64_t suggestions = 0;
    quality::BernoulliCusumPlan drift;  ///< of the chart behind the next three
    std::int64_t driftResults = 0;
    double driftTowardsAlarm = 0;  ///< share of the way to the limit
    std::vector<quality::DriftAlarm> driftAlarms;
    std::vector<Sign> signs;
    std::int64_t firstMicroseconds = 0;
    std::int64_t lastMicroseconds = 0;

    /// True label, said label (indices into TeamReport::labels; TeamRecord::none = abstained, missed or not there) → decisions.
    std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> confusion;
};

struct CohortFigures {
    QString name;  ///< empty = people without one
    std::vector<int> people;
    quality::CohortPrior prior;
    quality::RightWrong gold;  ///< of all its people; they are not independent, so no interval of it is shown
};

/// Two people's answers to the same tasks.
struct PairFigures {
    std::int64_t same = 0;
    std::int64_t common = 0;
};

/// The team's figures at one moment. A value; made by teamReport().
struct PLUMBLINE_CORE_EXPORT TeamReport {
    QStringList labels;
    std::vector<PersonFigures> people;  ///< by name
    std::vector<CohortFigures> cohorts;  ///< by name
    std::vector<PairFigures> pairs;  ///< people × people, row after row; empty beyond pairLimit people
    std::vector<std::int64_t> guidelineChanges;  ///< microseconds UTC, ascending
    std::int64_t judgements = 0;
    std::int64_t goldTasks = 0;
    TeamOptions options;

    static constexpr std::size_t pairLimit = 1000;
    [[nodiscard]] PairFigures pair(std::size_t a, std::size_t b) const;
    [[nodiscard]] int indexOf(const QString &person) const;  ///< -1 = nobody
};

/// Linear in the judgements. Fails only when cancelled. Any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<TeamReport> teamReport(const TeamRecord &record,
                                                                  const std::vector<PictureWork> &pictures,
                                                                  const TeamOptions &options,
                                                                  const jobs::JobControl &control = {});

/// The judgements behind a figure, in order of time.
struct EvidenceRow {
    QString task;
    QString label;  ///< empty = abstained
    QString truth;  ///< empty = no gold
    std::optional<double> confidence;
    std::int64_t microseconds = 0;
};
enum class EvidenceKind { All, Gold, Wrong, Abstained };
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<EvidenceRow> evidence(const TeamRecord &record, const QString &person,
                                                                      EvidenceKind kind, std::size_t limit = 10'000);
/// Gold results of everybody, each in order of time; as in record.people.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::vector<quality::DriftInput>> goldSeries(const TeamRecord &record);
/// Those of one person: what drift charts are drawn from.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<quality::DriftInput> driftInputs(const TeamRecord &record, const QString &person);

}  // namespace plumbline::workflow
