// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace plumbline::itemmodels {

/// Jobs of a JobRunner, except quiet ones. First the running ones: how far, how long still, cancel. Then the latest ended
/// ones with what they brought. Main thread only.
class PLUMBLINE_CORE_EXPORT JobModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        TitleRole,
        WhatRole,
        FractionRole,
        TimeLeftRole,
        CancellingRole,
        OutcomeRole,  ///< jobs::JobOutcome as int
        EndedRole     ///< QDateTime; nothing while it runs
    };

    /// The runner must outlive the model.
    explicit JobModel(jobs::JobRunner &runner, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void cancel(int row);
    [[nodiscard]] int running() const { return static_cast<int>(m_rows.size()); }
    void forgetEnded();

    /// Share done in [0, 1]; nothing while the total is not known.
    [[nodiscard]] static std::optional<double> fraction(const jobs::JobInfo &job);
    /// From the pace so far; nothing in the first second and the first hundredth.
    [[nodiscard]] static std::optional<std::int64_t> millisecondsLeft(const jobs::JobInfo &job);

private:
    static constexpr std::size_t keptEnded = 50;
    struct Ended {
        jobs::JobInfo info;
        QDateTime at;
    };
    void end(const jobs::JobInfo &info);
    [[nodiscard]] static QVariant endedData(const Ended &ended, int role);

    jobs::JobRunner &m_runner;
    std::vector<jobs::JobId> m_rows;
    std::vector<Ended> m_ended;  // latest first
};

}  // namespace plumbline::itemmodels
