// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/store/project.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace plumbline::workflow {

/// What one person made of a model's predictions on pictures. A prediction counts for whoever decided on it last; what was taken back
/// counts for nobody. In a team the first decision closes a prediction for everybody, so people have decided on different ones.
struct PrelabelWork {
    QString person;
    std::int64_t accepted = 0;
    std::int64_t rejected = 0;
    std::int64_t asProposed = 0;  ///< of the accepted: class, outline and answers still are as the model had them
    std::int64_t corrected = 0;   ///< changed since
    std::int64_t removed = 0;     ///< the label that was made from it is gone
    static constexpr std::int64_t manyAtOnce = 5;
    std::int64_t atOnce = 0;  ///< of the accepted: in one step with manyAtOnce or more
    std::int64_t wrong = 0;   ///< decided ones on gold that fit no known answer (goldscore.h)
    std::int64_t wrongAccepted = 0;
    std::int64_t right = 0;   ///< decided ones on gold that fit
    std::int64_t rightRejected = 0;

    struct Taken {
        QString item;
        QString labelClass;
        QString model;
        std::int64_t microseconds = 0;
        bool corrected = false;
    };
    static constexpr std::size_t mostTaken = 1000;
    std::vector<Taken> taken;  ///< wrong ones that were accepted, mostTaken at most

    [[nodiscard]] std::int64_t decided() const { return accepted + rejected; }
    static constexpr double usualWrongAccepted = 0.6;  ///< as for tasks, see teamsigns.h
    /// More than usualWrongAccepted of the wrong ones were accepted, with certainty .999, of 20 at least: perhaps nobody looked.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT bool standsOut() const;
};

/// By name. For leads only: it says which items are gold. Reads all annotations; blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<PrelabelWork>> prelabelWork(const store::Project &project,
                                                                                   const jobs::JobControl &control = {});

}  // namespace plumbline::workflow
