// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/comparewords.h"
#include "widgets/panels/delegates.h"

#include <QAbstractListModel>

#include <memory>
#include <set>

namespace plumbline::workstation {

/// The objects of an item that people say different things about, those they agree on after them. Main thread only.
class CompareCaseModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole + 1, DetailRole };

    using QAbstractListModel::QAbstractListModel;

    /// Null: nothing is compared. Rows that are the same cases in the same order keep their selection.
    void setComparison(std::shared_ptr<const adjudication::Comparison> comparison, const model::Schema &schema);
    /// Decisions that have not reached the project yet.
    void setSaving(std::set<Uuid> cases);

    [[nodiscard]] const adjudication::Case *at(int row) const;
    [[nodiscard]] CaseState stateAt(int row) const;
    [[nodiscard]] int rowOf(const Uuid &caseId) const;
    /// The next row from `row` on, round and round, that is no agreed one; -1 when there is none.
    [[nodiscard]] int nextDifference(int row, int step) const;
    /// The same for those that somebody has to decide about.
    [[nodiscard]] int nextOpen(int row) const;
    struct Counts {
        int differences = 0;
        int open = 0;
        int contradictory = 0;  ///< of the open ones
    };
    [[nodiscard]] Counts counts() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const adjudication::Comparison> m_comparison;
    std::vector<QString> m_titles;
    std::vector<QString> m_details;
    std::set<Uuid> m_saving;
};

/// A row with the sign of its state: shape says it, colour repeats it.
class CompareCaseDelegate final : public panels::RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

}  // namespace plumbline::workstation
