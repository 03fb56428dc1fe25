// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"

#include <QAbstractListModel>

namespace plumbline::itemmodels {

/// Running jobs of a JobRunner, except quiet ones: how far, how long still, cancel. Main thread only.
class PLUMBLINE_CORE_EXPORT JobModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, WhatRole, FractionRole, TimeLeftRole, CancellingRole };

    /// The runner must outlive the model.
    explicit JobModel(jobs::JobRunner &runner, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void cancel(int row);

    /// Share done in [0, 1]; nothing while the total is not known.
    [[nodiscard]] static std::optional<double> fraction(const jobs::JobInfo &job);
    /// From the pace so far; nothing in the first second and the first hundredth.
    [[nodiscard]] static std::optional<std::int64_t> millisecondsLeft(const jobs::JobInfo &job);

private:
    jobs::JobRunner &m_runner;
    std::vector<jobs::JobId> m_rows;
};

}  // namespace plumbline::itemmodels
