// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>

namespace plumbline::jobs {

/// How far a job is.
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;  ///< 0 = not known yet
    QString what;            ///< translated, e.g. "Reading annotations"
};

/// Handed to background work: it polls cancelled() in every loop over frames, points or rows and reports how far it is.
/// All members are thread-safe. A default-constructed control never cancels and drops progress.
class PLUMBLINE_CORE_EXPORT JobControl
{
public:
    using Listener = std::function<void(const Progress &)>;

    JobControl();
    /// The listener is called on the working thread, at most every 50 ms and once at the end.
    explicit JobControl(Listener listener);

    void cancel();
    [[nodiscard]] bool cancelled() const;
    /// Error to return when cancelled.
    [[nodiscard]] static tl::unexpected<Error> cancelledError();

    void report(std::int64_t done, std::int64_t total, const QString &what = {}) const;
    [[nodiscard]] Progress progress() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

}  // namespace plumbline::jobs
