// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/teamreport.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <memory>

namespace plumbline::workstation {

/// One row per annotator, in the order of names. Nobody has a rank. Main thread only.
class TeamModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    // clang-format off
    enum Column { Name, Cohort, Accuracy, GoldCount, Drift, Signs, Seconds, Peers, Confidence, Abstained, Suggestions, Answers, ColumnCount };
    // clang-format on
    enum Role {
        SortRole = Qt::UserRole,  ///< number or text to sort by; invalid = no value, last
        MeanRole,                 ///< Accuracy: mean, or invalid without gold
        LowRole,
        HighRole,
        AlarmRole,                ///< bool: something to look at
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setReport(std::shared_ptr<const workflow::TeamReport> report);
    [[nodiscard]] const workflow::PersonFigures *person(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Its name, or words for people without one.
    [[nodiscard]] static QString cohortText(const QString &cohort);

private:
    [[nodiscard]] QString text(const workflow::PersonFigures &person, int column) const;
    [[nodiscard]] QVariant sortValue(const workflow::PersonFigures &person, int column) const;
    [[nodiscard]] QString explained(const workflow::PersonFigures &person, int column) const;

    std::shared_ptr<const workflow::TeamReport> m_report;
};

/// Sorts by SortRole, rows without a value last in both directions; keeps one cohort and names that hold a text.
class TeamFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    /// Nothing = all cohorts.
    void setCohort(const std::optional<QString> &cohort);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<QString> m_cohort;
};

}  // namespace plumbline::workstation
