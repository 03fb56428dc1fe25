// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/mainwindow.h"

#include "app/workstation/docks.h"
#include "app/workstation/guidelinepanel.h"
#include "app/workstation/panes.h"
#include "app/workstation/practicepanel.h"
#include "app/workstation/remarkspanel.h"
#include "app/workstation/statusline.h"
#include "app/workstation/thumbnails.h"
#include "app/workstation/viewhost.h"
#include "widgets/panels/annotationpanel.h"
#include "widgets/panels/listpanels.h"
#include "widgets/panels/propertiespanel.h"
#include "widgets/panels/queuepanel.h"

#include <QDockWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

// Made with the first project: the start page needs none of them, and they cost start-up time.
void MainWindow::makeDocks()
{
    constexpr int annotationHeight = 320;
    constexpr int propertiesHeight = 340;
    auto *queue = m_docks->add(QStringLiteral("queueDock"), tr("Queue"), m_queuePanel, Qt::LeftDockWidgetArea, 0);
    auto *annotations = m_docks->add(QStringLiteral("annotationDock"), tr("Annotations"), m_annotationPanel, Qt::RightDockWidgetArea,
                                     annotationHeight);
    auto *properties = m_docks->add(QStringLiteral("propertiesDock"), tr("Properties"), m_properties, Qt::RightDockWidgetArea,
                                    propertiesHeight);
    auto *guideline = m_docks->add(QStringLiteral("guidelineDock"), tr("Guideline"), m_guideline, Qt::RightDockWidgetArea, 0, properties);
    connect(m_guideline, &GuidelinePanel::said, m_status, &StatusLine::hint);
    auto *remarks = makeRemarks(properties);
    auto *issues = new panels::IssuePanel(m_issues);
    connect(issues, &panels::IssuePanel::jumpRequested, this, &MainWindow::jumpTo);
    m_issueDock = m_docks->add(QStringLiteral("issueDock"), tr("Issues"), issues, Qt::BottomDockWidgetArea, 0);
    m_jobDock = m_docks->add(QStringLiteral("jobDock"), tr("Jobs"), new panels::JobPanel(m_jobModel), Qt::BottomDockWidgetArea, 0);
    auto *history = new panels::HistoryPanel(m_history);
    connect(history, &panels::HistoryPanel::stepsRequested, this, &MainWindow::walkHistory);
    auto *historyDock = m_docks->add(QStringLiteral("historyDock"), tr("History"), history, Qt::BottomDockWidgetArea, 0);
    auto *strip = new panels::ThumbnailStrip(m_queue);
    m_thumbnails = new Thumbnails(m_services, *strip, strip);
    connect(strip, &panels::ThumbnailStrip::chosen, m_queuePanel, &panels::QueuePanel::chosen);
    auto *thumbnails = m_docks->add(QStringLiteral("thumbnailDock"), tr("Thumbnails"), strip, Qt::BottomDockWidgetArea, 0);
    m_docks->reset();
    const auto addPane = [this](QDockWidget *dock) { m_panes->add(dock, [this, dock] { return m_docks->inSight(dock); }); };
    addPane(queue);
    m_panes->add(m_view);
    m_panes->add(m_practice);
    for (QDockWidget *dock : {annotations, properties, guideline, remarks, m_issueDock, m_jobDock, historyDock, thumbnails})
        addPane(dock);
    m_panes->add(m_status);
    makeDockActions();
}

QDockWidget *MainWindow::makeRemarks(QDockWidget *behind)
{
    m_remarks = new RemarksPanel({m_services, *m_registry, *m_view, m_queue, *m_work});
    auto *dock = m_docks->add(QStringLiteral("remarksDock"), tr("Remarks"), m_remarks, Qt::RightDockWidgetArea, 0, behind);
    connect(m_remarks, &RemarksPanel::said, m_status, &StatusLine::hint);
    connect(m_remarks, &RemarksPanel::wanted, dock, [dock] { Docks::reveal(dock); });
    connect(m_remarks, &RemarksPanel::countChanged, dock,
            [dock](int open) { dock->setWindowTitle(open > 0 ? tr("Remarks (%1)").arg(open) : tr("Remarks")); });
    // Above the view and its tools.
    if (auto *layout = qobject_cast<QVBoxLayout *>(m_view->parentWidget()->layout()))
        layout->insertWidget(0, m_remarks->toFixLine());
    return dock;
}

}  // namespace plumbline::workstation
