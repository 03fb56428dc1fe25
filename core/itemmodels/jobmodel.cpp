// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/jobmodel.h"

#include "core/itemmodels/words.h"

#include <algorithm>

namespace plumbline::itemmodels {

JobModel::JobModel(jobs::JobRunner &runner, QObject *parent) : QAbstractListModel(parent), m_runner(runner)
{
    for (const jobs::JobInfo &job : runner.jobs()) {
        if (job.listed)
            m_rows.push_back(job.id);
    }
    connect(&runner, &jobs::JobRunner::listed, this, [this](jobs::JobId id) {
        const int row = static_cast<int>(m_rows.size());
        beginInsertRows({}, row, row);
        m_rows.push_back(id);
        endInsertRows();
    });
    connect(&runner, &jobs::JobRunner::progressed, this, [this](jobs::JobId id) {
        const auto it = std::find(m_rows.begin(), m_rows.end(), id);
        if (it == m_rows.end())
            return;
        const QModelIndex changed = index(static_cast<int>(it - m_rows.begin()));
        emit dataChanged(changed, changed);
    });
    connect(&runner, &jobs::JobRunner::finished, this, [this](jobs::JobId id) {
        const auto it = std::find(m_rows.begin(), m_rows.end(), id);
        if (it == m_rows.end())
            return;
        const int row = static_cast<int>(it - m_rows.begin());
        beginRemoveRows({}, row, row);
        m_rows.erase(it);
        endRemoveRows();
    });
    connect(&runner, &jobs::JobRunner::ended, this, &JobModel::end);
}

void JobModel::end(const jobs::JobInfo &info)
{
    if (!info.listed)
        return;
    const int row = running();
    beginInsertRows({}, row, row);
    m_ended.insert(m_ended.begin(), {info, QDateTime::currentDateTime()});
    endInsertRows();
    if (m_ended.size() <= keptEnded)
        return;
    const int last = running() + static_cast<int>(keptEnded);
    beginRemoveRows({}, last, last);
    m_ended.pop_back();
    endRemoveRows();
}

void JobModel::forgetEnded()
{
    if (m_ended.empty())
        return;
    beginRemoveRows({}, running(), rowCount() - 1);
    m_ended.clear();
    endRemoveRows();
}

std::optional<double> JobModel::fraction(const jobs::JobInfo &job)
{
    if (job.progress.total <= 0)
        return std::nullopt;
    return std::clamp(static_cast<double>(job.progress.done) / static_cast<double>(job.progress.total), 0.0, 1.0);
}

std::optional<std::int64_t> JobModel::millisecondsLeft(const jobs::JobInfo &job)
{
    const auto share = fraction(job);
    if (!share || *share < 0.01 || job.elapsedMilliseconds < 1000)
        return std::nullopt;
    return static_cast<std::int64_t>(static_cast<double>(job.elapsedMilliseconds) * (1 - *share) / *share);
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size() + m_ended.size());
}

void JobModel::cancel(int row)
{
    if (row >= 0 && row < static_cast<int>(m_rows.size()))
        m_runner.cancel(m_rows[static_cast<std::size_t>(row)]);
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (index.row() >= running())
        return endedData(m_ended[static_cast<std::size_t>(index.row() - running())], role);
    const auto job = m_runner.job(m_rows[static_cast<std::size_t>(index.row())]);
    if (!job)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return job->title;
    case Qt::AccessibleTextRole: {
        const auto share = fraction(*job);
        return share ? tr("%1, %2 % done").arg(job->title).arg(static_cast<int>(*share * 100)) : job->title;
    }
    case IdRole:
        return QVariant::fromValue(job->id);
    case WhatRole:
        return job->cancelling ? tr("Stopping…") : job->progress.what;
    case FractionRole: {
        const auto share = fraction(*job);
        return share ? QVariant(*share) : QVariant();
    }
    case TimeLeftRole: {
        const auto left = millisecondsLeft(*job);
        return left ? tr("%1 left").arg(shortDuration(*left)) : QString();
    }
    case CancellingRole:
        return job->cancelling;
    case OutcomeRole:
        return static_cast<int>(jobs::JobOutcome::Running);
    default:
        return {};
    }
}

QVariant JobModel::endedData(const Ended &ended, int role)
{
    const auto words = [&]() -> QString {
        const QString duration = shortDuration(ended.info.elapsedMilliseconds);
        switch (ended.info.outcome) {
        case jobs::JobOutcome::Cancelled:
            return tr("Stopped after %1").arg(duration);
        case jobs::JobOutcome::Failed:
            return tr("Failed: %1").arg(ended.info.result);
        default:
            return ended.info.result.isEmpty() ? tr("Done in %1").arg(duration) : tr("%1, in %2").arg(ended.info.result, duration);
        }
    };
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return ended.info.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(ended.info.title, words());
    case IdRole:
        return QVariant::fromValue(ended.info.id);
    case WhatRole:
        return words();
    case OutcomeRole:
        return static_cast<int>(ended.info.outcome);
    case EndedRole:
        return ended.at;
    default:
        return {};
    }
}

QHash<int, QByteArray> JobModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IdRole, "id"},           {TitleRole, "title"},
            {WhatRole, "what"},           {FractionRole, "fraction"}, {TimeLeftRole, "timeLeft"},
            {CancellingRole, "cancelling"}, {OutcomeRole, "outcome"},    {EndedRole, "ended"}};
}

}  // namespace plumbline::itemmodels
