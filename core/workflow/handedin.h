// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"
#include "core/model/task.h"
#include "core/store/layerhistory.h"
#include "core/store/recordlog.h"

#include <vector>

namespace plumbline::workflow {

/// Id of the record that keeps the labels of a submission that came in a packet.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Uuid snapshotIdOf(SubmissionId submission);

/// Layers as they were handed in, be it here or in another copy of the program. All is of the moment of open(). One thread at a time.
class PLUMBLINE_CORE_EXPORT HandedIn
{
public:
    [[nodiscard]] static Result<HandedIn> open(const store::Store &store);
    /// What came in a packet is in its record; what was handed in here is what the layer's history says of that moment.
    [[nodiscard]] Result<store::LayerState> of(const model::Submission &submission) const;
    [[nodiscard]] const store::LayerHistory &history() const { return m_history; }
    [[nodiscard]] const store::RecordLog &log() const { return m_log; }

private:
    HandedIn(store::RecordLog log, store::LayerHistory history) : m_log(std::move(log)), m_history(std::move(history)) {}

    store::RecordLog m_log;
    store::LayerHistory m_history;
};

}  // namespace plumbline::workflow
