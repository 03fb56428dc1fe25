// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobrunner.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace plumbline::jobs {

JobRunner::JobRunner(int threads, QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(threads > 0 ? threads : std::max(2, QThread::idealThreadCount()));
    m_awaited.setMaxThreadCount(2);
}

JobRunner::~JobRunner()
{
    cancelAll();
    m_pool.waitForDone();
    m_awaited.waitForDone();
}

Error JobRunner::internalError(const char *what)
{
    return {ErrorCode::Failed,
            QCoreApplication::translate("plumbline::jobs", "The work stopped with an internal error. Nothing was half stored."),
            QString::fromLocal8Bit(what)};
}

JobId JobRunner::start(const QString &title, std::function<void(JobControl &)> work, QObject *context,
                       std::function<void(JobInfo &)> describe, std::function<void()> deliver, Visibility visibility)
{
    const JobId id = ++m_last;
    // The pools are waited for before this object goes, so a worker may post to it at any time.
    JobControl control([this, id](const Progress &) {
        QMetaObject::invokeMethod(
            this, [this, id] { emit progressed(id); }, Qt::QueuedConnection);
    });
    Job &job = m_jobs[id];
    job.info = {id, title, {}, 0, false, visibility == Visibility::Listed, JobOutcome::Running, {}};
    job.control = control;
    job.hasContext = context != nullptr;
    job.context = context;
    job.describe = std::move(describe);
    job.deliver = std::move(deliver);
    job.elapsed.start();
    emit started(id);
    if (visibility == Visibility::Listed)
        emit listed(id);
    if (visibility == Visibility::WhenSlow)
        QTimer::singleShot(slowMilliseconds, this, [this, id] {
            const auto it = m_jobs.find(id);
            // One that is being dropped is nobody's concern any more.
            if (it == m_jobs.end() || it->second.info.cancelling)
                return;
            it->second.info.listed = true;
            emit listed(id);
        });
    QThreadPool &pool = visibility == Visibility::WhenSlow ? m_awaited : m_pool;
    pool.start([this, id, control, work = std::move(work)]() mutable {
        work(control);
        work = nullptr;
        QMetaObject::invokeMethod(
            this, [this, id] { finish(id); }, Qt::QueuedConnection);
    });
    return id;
}

void JobRunner::finish(JobId id)
{
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end())
        return;
    const Job job = std::move(it->second);
    m_jobs.erase(it);
    // Before the delivery: whoever looks at the list from there sees the job gone.
    emit finished(id);
    JobInfo info = infoOf(job);
    job.describe(info);
    emit ended(info);
    if (!job.hasContext || job.context)
        job.deliver();
}

void JobRunner::cancel(JobId id)
{
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end() || it->second.info.cancelling)
        return;
    it->second.info.cancelling = true;
    it->second.control.cancel();
    emit progressed(id);
}

void JobRunner::cancelAll()
{
    for (auto &[id, job] : m_jobs) {
        job.info.cancelling = true;
        job.control.cancel();
    }
}

JobInfo JobRunner::infoOf(const Job &job)
{
    JobInfo info = job.info;
    info.progress = job.control.progress();
    info.elapsedMilliseconds = job.elapsed.elapsed();
    return info;
}

std::optional<JobInfo> JobRunner::job(JobId id) const
{
    const auto it = m_jobs.find(id);
    return it == m_jobs.end() ? std::nullopt : std::optional(infoOf(it->second));
}

std::vector<JobInfo> JobRunner::jobs() const
{
    std::vector<JobInfo> list;
    for (const auto &[id, job] : m_jobs)
        list.push_back(infoOf(job));
    return list;
}

}  // namespace plumbline::jobs
