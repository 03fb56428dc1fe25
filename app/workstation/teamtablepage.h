// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/charttablemodel.h"
#include "app/workstation/teammodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace plumbline::workstation {

/// The annotators, and the answers behind the figures of the one that is chosen. Main thread only.
class TeamTablePage final : public QWidget
{
    Q_OBJECT

public:
    explicit TeamTablePage(QWidget *parent = nullptr);

    void setTeam(std::shared_ptr<const workflow::TeamRecord> record,
                 std::shared_ptr<const std::vector<workflow::PictureWork>> pictures,
                 std::shared_ptr<const workflow::TeamReport> report);
    void setCohort(const std::optional<QString> &cohort);
    void choose(const QString &person);
    /// Saves the rows in sight, in their order, as CSV or JSON by the path's ending.
    [[nodiscard]] Result<> save(const QString &path) const;

signals:
    /// A task was chosen.
    void taskRequested(const QString &task);
    void said(const QString &text);

private:
    void showEvidence();
    void addPictures(charts::ChartTable &table, const QString &person, std::size_t most) const;
    void saveAs(const QString &ending);

    std::shared_ptr<const workflow::TeamRecord> m_record;
    std::shared_ptr<const std::vector<workflow::PictureWork>> m_pictures;
    TeamModel m_model;
    TeamFilter m_filter;
    ChartTableModel m_evidence;
    QTableView *m_table;
    QTableView *m_tasks;
    QLabel *m_who;
    QComboBox *m_kind;
};

}  // namespace plumbline::workstation
