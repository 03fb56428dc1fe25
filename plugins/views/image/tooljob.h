// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"

namespace plumbline::imageview {

/// The one question that a tool has asked about pixels: a new one takes the place of the last, whose answer is dropped. It
/// shows in the list of jobs when it takes long; stopped there, its answer is a cancelled error. Main thread only.
class ToolJob
{
public:
    explicit ToolJob(jobs::JobRunner &runner) : m_runner(runner) {}

    /// As JobRunner::run(); `work` must not touch the tool, which may be gone by then.
    template <typename Work, typename Deliver>
    void ask(const QString &title, Work work, Deliver deliver)
    {
        drop();
        m_id = m_runner.run(title, std::move(work), &m_alive, std::move(deliver), jobs::JobRunner::Visibility::WhenSlow,
                            m_generation.next());
    }
    void drop()
    {
        m_generation.next();
        m_runner.cancel(m_id);
    }

private:
    jobs::JobRunner &m_runner;
    jobs::Generation m_generation;
    jobs::JobId m_id = 0;
    QObject m_alive;
};

}  // namespace plumbline::imageview
