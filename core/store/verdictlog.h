// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace plumbline::store {

class Store;

/// Who last said what becomes of a prediction, and in which step; the verdict itself is in the annotation. What was taken back
/// has an entry too.
struct VerdictChange {
    AnnotationId prediction;
    QString actor;
    std::int64_t gesture = 0;  ///< number of the step
    std::int64_t microseconds = 0;  ///< UTC
};

/// Of every annotation whose verdict was ever changed, in no particular order. Reads all operations; any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<VerdictChange>> latestVerdictChanges(const Store &store);

}  // namespace plumbline::store
