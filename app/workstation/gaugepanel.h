// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/charttablemodel.h"
#include "core/document/document.h"
#include "core/jobs/jobrunner.h"
#include "core/workflow/gaugedetails.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QStackedWidget;
class QTableView;
class QTabWidget;

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::workstation {

class Services;
class TeamChartPage;

/// The panel behind the gauge: what the figure means, what it showed so far, practice by class, confidence and what came of it.
/// It knows what workflow::GaugeDetails holds and nothing else of gold. Main thread only.
class GaugePanel final : public QDialog
{
    Q_OBJECT

public:
    /// Closes with the document; the services must outlive it.
    GaugePanel(Services &services, document::Document &document, QWidget *window);

    /// Reads again; what is shown stays until then.
    void refresh();
    /// So that its corner is above this widget of the window, on the same screen.
    void placeAbove(const QWidget &widget);

signals:
    /// A practice picture of the table was chosen.
    void itemRequested(plumbline::ItemId item);

private:
    void setDetails(const workflow::GaugeDetails &details);
    void refreshContests();
    void contest();
    [[nodiscard]] QWidget *makePractice();

    Services &m_services;
    QPointer<document::Document> m_document;
    QLabel *m_words;
    QLabel *m_contests;
    QLabel *m_practiceWords;
    QLabel *m_said;
    QTabWidget *m_tabs;
    TeamChartPage *m_history;
    TeamChartPage *m_confidence;
    QStackedWidget *m_practice;
    panels::EmptyState *m_noPractice;
    QTableView *m_table;
    ChartTableModel m_classes;
    workflow::GaugeDetails m_details;
    jobs::Generation m_generation;
    jobs::Generation m_contestGeneration;
};

}  // namespace plumbline::workstation
