// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <concepts>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace plumbline::jobs {

/// Hands out tokens of which only the latest is current, so that an answer to an older question is dropped on arrival.
class Generation
{
public:
    class Token
    {
    public:
        /// A default-made token is always current.
        Token() = default;
        [[nodiscard]] bool current() const { return !m_latest || *m_latest == m_number; }

    private:
        friend class Generation;
        std::shared_ptr<std::uint64_t> m_latest;
        std::uint64_t m_number = 0;
    };

    /// Every token given before stops being current.
    Token next()
    {
        Token token;
        token.m_latest = m_latest;
        token.m_number = ++*m_latest;
        return token;
    }

private:
    std::shared_ptr<std::uint64_t> m_latest = std::make_shared<std::uint64_t>(0);
};

using JobId = std::uint64_t;

enum class JobOutcome { Running, Done, Failed, Cancelled };

struct JobInfo {
    JobId id = 0;
    QString title;
    Progress progress;
    std::int64_t elapsedMilliseconds = 0;
    bool cancelling = false;
    bool listed = true;
    JobOutcome outcome = JobOutcome::Running;
    QString result;  ///< of an ended one: what it brought, or why it failed; translated, may be empty
};

/// A type that work returns may say in words what it brought: `QString resultWords(const T &)` beside it.
template <typename T>
concept SaysWhatItBrought = requires(const T &value) {
    { resultWords(value) } -> std::convertible_to<QString>;
};

/// Runs functions of copied inputs on threads of its own and delivers their results in the main thread. All members: main
/// thread only. The destructor cancels everything and waits.
class PLUMBLINE_CORE_EXPORT JobRunner final : public QObject
{
    Q_OBJECT

public:
    enum class Visibility {
        Listed,
        Quiet,
        WhenSlow,  ///< a person waits for it: it never queues behind long jobs, and is listed once it has run for a while
    };
    static constexpr int slowMilliseconds = 500;

    /// `threads` = 0: as many as the machine has, at least two.
    explicit JobRunner(int threads = 0, QObject *parent = nullptr);
    ~JobRunner() override;

    /// `work(JobControl &) → Result<T>` runs on a worker; exceptions it throws become errors. `deliver(Result<T>)` runs in
    /// the main thread, cancelled jobs included, unless `context` is gone or `token` is no longer current by then.
    template <typename Work, typename Deliver>
    JobId run(const QString &title, Work work, QObject *context, Deliver deliver, Visibility visibility = Visibility::Listed,
              Generation::Token token = {})
    {
        using Answer = std::invoke_result_t<Work &, JobControl &>;
        auto answer = std::make_shared<std::optional<Answer>>();
        return start(
            title,
            [work = std::move(work), answer](JobControl &control) mutable {
                try {
                    answer->emplace(work(control));
                } catch (const std::exception &exception) {
                    answer->emplace(fail(internalError(exception.what())));
                } catch (...) {
                    answer->emplace(fail(internalError("unknown exception")));
                }
            },
            context,
            [answer](JobInfo &info) { describe(**answer, info); },
            [deliver = std::move(deliver), answer, token]() mutable {
                if (token.current())
                    deliver(std::move(**answer));
            },
            visibility);
    }

    void cancel(JobId id);
    void cancelAll();
    [[nodiscard]] std::optional<JobInfo> job(JobId id) const;
    /// Waiting and running ones, oldest first.
    [[nodiscard]] std::vector<JobInfo> jobs() const;

signals:
    void started(plumbline::jobs::JobId id);
    /// It belongs into the list of jobs: from its start, or later.
    void listed(plumbline::jobs::JobId id);
    void progressed(plumbline::jobs::JobId id);
    /// Just before the result is delivered; job() knows it no more.
    void finished(plumbline::jobs::JobId id);
    /// The same moment, with how it ended.
    void ended(const plumbline::jobs::JobInfo &info);

private:
    struct Job {
        JobInfo info;
        JobControl control;
        QElapsedTimer elapsed;
        bool hasContext = false;
        QPointer<QObject> context;
        std::function<void(JobInfo &)> describe;
        std::function<void()> deliver;
    };

    template <typename Answer>
    static void describe(const Answer &answer, JobInfo &info)
    {
        if (!answer) {
            info.outcome = answer.error().code == ErrorCode::Cancelled ? JobOutcome::Cancelled : JobOutcome::Failed;
            info.result = answer.error().text;
            return;
        }
        info.outcome = JobOutcome::Done;
        if constexpr (SaysWhatItBrought<typename Answer::value_type>)
            info.result = resultWords(*answer);
    }

    [[nodiscard]] static Error internalError(const char *what);
    JobId start(const QString &title, std::function<void(JobControl &)> work, QObject *context, std::function<void(JobInfo &)> describe,
                std::function<void()> deliver, Visibility visibility);
    void finish(JobId id);
    [[nodiscard]] static JobInfo infoOf(const Job &job);

    QThreadPool m_pool;
    QThreadPool m_awaited;  // for jobs that a person waits for
    std::map<JobId, Job> m_jobs;
    JobId m_last = 0;
};

}  // namespace plumbline::jobs
