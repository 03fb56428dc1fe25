// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/posterior.h"
#include "core/workflow/teamrows.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace plumbline::workflow {

/// Signs of work that is not done: for a lead to look at, never a verdict. Each compares a person with what they themselves or
/// others do on the same tasks, and speaks only when the Beta posterior of a share lies beyond a limit with certainty
/// 1 - falseAlarm; for copying, falseAlarm is divided by the pairs that were compared.
struct Sign {
    enum class Kind {
        SelectiveSkipping,   ///< abstains from what is hard for others, and more than others do there
        BulkAcceptance,      ///< keeps wrong suggestions, or answers in a fraction of the time that others take
        ConstantConfidence,  ///< states full confidence almost always, with many errors
        Copying,             ///< shares another person's odd answers
        SameShapes,          ///< draws what another person draws, nearer than hands do (copiedwork.h)
    };
    Kind kind = Kind::SelectiveSkipping;
    QString other;               ///< Copying, SameShapes: the other person
    std::int64_t count = 0;      ///< of n
    std::int64_t n = 0;
    double expected = 0;         ///< share that is usual, from the comparison named in text()
    quality::Interval interval;  ///< 95 % of the share count/n
    std::int64_t first = 0;      ///< Copying, SameShapes: how often this person's answer came first
    double aside = 0;            ///< a second share: SelectiveSkipping: answers of others that differ on the skipped tasks;
                                 ///< ConstantConfidence: right on gold; BulkAcceptance: suggestions kept;
                                 ///< SameShapes: the largest difference among the listed objects, pixels or metres
    double usualAside = 0;       ///< SelectiveSkipping: the same on the other tasks
    std::int64_t asideN = 0;     ///< behind `aside`
    QStringList tasks;           ///< evidence: tasks behind `count`, at most 50
    bool pictures = false;       ///< of work on pictures: tasks are ids of items until somebody puts their names there

    [[nodiscard]] double share() const { return n > 0 ? static_cast<double>(count) / static_cast<double>(n) : 0; }
    /// Translated: what was seen, in figures.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QString text() const;
    [[nodiscard]] PLUMBLINE_CORE_EXPORT static QString title(Kind kind);
    /// Translated: what is compared, and how often an honest person would be named.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QString method() const;
    double falseAlarm = 0;
    bool operator==(const Sign &) const = default;
};

struct SignOptions {
    double falseAlarm = 0.001;  ///< for each person and kind, at most
    std::int64_t minimum = 20;  ///< results below which nothing is said
};

/// Signs of every person of the record (index as in record.people), which the rows were gathered from. Pure; linear in the
/// judgements; uses several threads.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::vector<Sign>>
teamSigns(const TeamRecord &record, const TeamRows &rows, const SignOptions &options = {});

}  // namespace plumbline::workflow
