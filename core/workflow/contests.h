// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/model/annotation.h"
#include "core/store/project.h"
#include "core/workflow/goldkeys.h"

#include <optional>
#include <vector>

/// Scores that somebody says are wrong. A practice item, whose key is open, can be contested as such; of blind gold nothing is known
/// to the person but the figure, so the figure of a period is contested as a whole. What the project keeps of a contest and of its
/// answer names no gold item, and of an answer about a figure not even what was done: it would tell that something of that period
/// was gold. For leads' tools and the person's own panel; blocks; any thread but the store's.
namespace plumbline::workflow {

enum class ContestAnswer {
    KeyStays,
    KeyChanged,  ///< and everybody who handed the item in is scored anew
    KeyWithdrawn,  ///< the item is gold no more
    ResultWithdrawn,  ///< this one result of this person counts no more
    ToAdjudication,  ///< practice items alone: somebody chooses between the versions there are
};
/// "key-stays", "key-changed", "key-withdrawn", "result-withdrawn", "to-adjudication".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString contestAnswerName(ContestAnswer answer);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<ContestAnswer> contestAnswerFromName(QStringView name);

struct Contest {
    Uuid id;
    QString by;
    bool authenticated = true;
    ItemId item;  ///< a practice item; null = the figure of a period
    std::int64_t fromMicroseconds = 0;  ///< of a figure; 0 = from the beginning
    std::int64_t toMicroseconds = 0;  ///< of a figure: up to here
    QString words;
    std::int64_t createdMicroseconds = 0;
    struct Answer {
        QString by;
        std::optional<ContestAnswer> what;  ///< of a figure: never set
        QString words;
        std::int64_t createdMicroseconds = 0;
        bool operator==(const Answer &) const = default;
    };
    std::optional<Answer> answer;
    bool operator==(const Contest &) const = default;

    [[nodiscard]] bool aboutFigure() const { return item.isNull(); }
};

struct ContestDraft {
    ItemId item;  ///< null = the figure
    std::int64_t fromMicroseconds = 0;
    std::int64_t toMicroseconds = 0;  ///< 0 = now
    QString words;
};
/// One durable step. NotFound, in the same words for blind gold and for ordinary work, when the item is no practice item on which the
/// person has a result; InvalidArgument without words.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Contest> openContest(store::Project &project, const ContestDraft &draft,
                                                                const store::Person &person);
/// Everybody's for those who keep gold, else the person's own. Open ones first, then by name and time.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<Contest>> contests(const store::Project &project,
                                                                          const store::Person &person);

/// A practice item on which a person has a result.
struct Contestable {
    ItemId item;
    QString name;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<Contestable>> contestable(const store::Project &project,
                                                                                 const store::Person &person);

/// A result behind a contested figure, or that of the contested item.
struct ContestedResult {
    SubmissionId submission;
    ItemId item;
    QString name;
    GoldKind kind = GoldKind::Blind;
    std::optional<quality::GoldOutcome> outcome;  ///< nothing: it is withdrawn
    std::int64_t timeMicroseconds = 0;
};
/// For those who keep gold; latest first. Judgements have no item and are not among them.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<ContestedResult>>
contestedResults(const store::Project &project, const Contest &contest, const store::Person &person);

/// The key of an item and what a person handed in, to be looked at side by side.
struct KeyAndWork {
    std::optional<GoldStore::StoredKey> key;
    std::vector<model::Annotation> work;  ///< as it was handed in first
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<KeyAndWork> keyAndWork(const store::Project &project, ItemId item,
                                                                  const QString &annotator, const store::Person &person);

struct ContestReply {
    Uuid contest;
    ContestAnswer what = ContestAnswer::KeyStays;
    ItemId item;  ///< which result of a figure is meant; null = none, and of a contest of an item: that one
    QString layer = QStringLiteral("accepted");  ///< KeyChanged: whose labels become the key
    bool another = false;  ///< KeyChanged: right beside what the key says already
    QString words;  ///< for the person who contested
};
/// Does what is asked to key and scores, then answers the contest; a later answer takes the place of an earlier one. Blind results
/// reach the gauge in blocks, as ever. NotFound for an unknown contest and for an item that is none of the results behind it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<KeyReport> answerContest(store::Project &project, const ContestReply &reply,
                                                                    const store::Person &person,
                                                                    const jobs::JobControl &control = {});

}  // namespace plumbline::workflow
