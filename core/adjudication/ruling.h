// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/record.h"

#include <optional>
#include <vector>

namespace plumbline::adjudication {

/// What somebody decided about a case, here or in another copy of the program: an immutable record of kind Decision. The accepted
/// label of a case is a function of all rulings about it, whatever way and order they came in.
struct Ruling {
    Uuid id;
    Uuid caseId;
    ItemId item;
    QString by;
    bool authenticated = true;
    std::vector<AnnotationId> versions;  ///< sorted: what there was to choose from
    AnnotationId choice;  ///< one of them; null = none of them, or something new
    std::optional<model::Annotation> result;  ///< what is to be accepted; nothing = no object
    std::vector<Uuid> supersedes;  ///< earlier rulings that this one settles
    QString note;
    std::int64_t createdMicroseconds = 0;
    std::vector<SubmissionId> submissions;  ///< sorted: all that were compared; none in records of earlier programs
    bool operator==(const Ruling &) const = default;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT model::Record toRecord(const Ruling &ruling);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Ruling> rulingFrom(const model::Record &record);
/// What is to be accepted, apart from which label it is and how it came about: rulings that agree in it do not contradict each
/// other. Empty for "no object".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray contentOf(const std::optional<model::Annotation> &result);

/// Id of the disagreement about these versions of one object: the same wherever it is found.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Uuid caseIdOf(ItemId item, std::vector<AnnotationId> versions);
/// Id of the accepted label that rulings about a case lead to.
[[nodiscard]] PLUMBLINE_CORE_EXPORT AnnotationId resultIdOf(const Uuid &caseId);

}  // namespace plumbline::adjudication
