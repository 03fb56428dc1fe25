// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/charttablemodel.h"
#include "widgets/charts/plot.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QSplitter;
class QToolButton;

namespace plumbline::workstation {

/// A chart with what it rests on, the same as a table, and the ways to save it. Main thread only.
class TeamChartPage final : public QWidget
{
    Q_OBJECT

public:
    /// Without a plot (its plugin is missing) the table stands alone.
    explicit TeamChartPage(charts::Plot *plot, QWidget *parent = nullptr);

    /// Beside the title: choices of what is shown. The label is read out with the control.
    void addControl(const QString &label, QWidget *control);
    void setChart(const charts::Chart &chart);
    [[nodiscard]] const charts::Chart &chart() const { return m_chart; }
    /// As .csv, .json, .png or .pdf by the path's ending.
    [[nodiscard]] Result<> save(const QString &path);

signals:
    /// A mark was clicked, or a row activated: whose it is.
    void activated(const QString &name, const QString &column);
    void said(const QString &text);

private:
    void saveAs(const QString &ending);

    charts::Chart m_chart;
    charts::Plot *m_plot;
    QLabel *m_title;
    QLabel *m_method;
    QHBoxLayout *m_controls;
    QToolButton *m_save;
    ChartTableModel m_table;
    std::vector<std::pair<QString, QString>> m_rowNames;  // what activated() says of each row
};

}  // namespace plumbline::workstation
