// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobcontrol.h"

#include <QCoreApplication>

#include <chrono>

namespace plumbline::jobs {

struct JobControl::State {
    std::atomic<bool> cancelled = false;
    mutable std::mutex mutex;
    Progress progress;
    Listener listener;
    std::chrono::steady_clock::time_point told{};
    bool toldEnd = false;
};

JobControl::JobControl() : m_state(std::make_shared<State>()) {}

JobControl::JobControl(Listener listener) : JobControl()
{
    m_state->listener = std::move(listener);
}

void JobControl::cancel()
{
    m_state->cancelled.store(true, std::memory_order_relaxed);
}

bool JobControl::cancelled() const
{
    return m_state->cancelled.load(std::memory_order_relaxed);
}

tl::unexpected<Error> JobControl::cancelledError()
{
    return fail(ErrorCode::Cancelled, QCoreApplication::translate("plumbline::jobs", "Stopped before it was finished."));
}

void JobControl::report(std::int64_t done, std::int64_t total, const QString &what) const
{
    using namespace std::chrono_literals;
    Progress snapshot;
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->progress.done = done;
        m_state->progress.total = total;
        if (!what.isEmpty())
            m_state->progress.what = what;
        const auto now = std::chrono::steady_clock::now();
        const bool finished = total > 0 && done >= total;
        const bool firstEnd = finished && !m_state->toldEnd;
        m_state->toldEnd = finished;
        if (!m_state->listener || (now - m_state->told < 50ms && !firstEnd))
            return;
        m_state->told = now;
        snapshot = m_state->progress;
    }
    m_state->listener(snapshot);
}

Progress JobControl::progress() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->progress;
}

}  // namespace plumbline::jobs
