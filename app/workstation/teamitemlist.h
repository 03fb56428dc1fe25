// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/charttablemodel.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTableView;

namespace plumbline::workstation {

/// The tasks and pictures behind a figure: Enter or a double click on a row asks for the one that its first column names. Main
/// thread only.
class TeamItemList final : public QWidget
{
    Q_OBJECT

public:
    TeamItemList(const char *name, const QString &title, QWidget *parent = nullptr);
    /// Before the title, with words that are read out.
    void addControl(const QString &label, QWidget *control);
    void setItems(const QString &title, charts::ChartTable table);

signals:
    void taskRequested(const QString &name);

private:
    QHBoxLayout *m_line;
    QLabel *m_title;
    QTableView *m_view;
    ChartTableModel m_model;
};

}  // namespace plumbline::workstation
