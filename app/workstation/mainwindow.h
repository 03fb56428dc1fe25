// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/labelwork.h"
#include "app/workstation/opening.h"
#include "app/workstation/prelabeling.h"
#include "app/workstation/session.h"
#include "core/itemmodels/annotationmodel.h"
#include "core/itemmodels/historymodel.h"
#include "core/itemmodels/issuemodel.h"
#include "core/itemmodels/jobmodel.h"
#include "core/itemmodels/queuemodel.h"
#include "widgets/actions/actionregistry.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QDockWidget;
class QToolButton;
class QStackedWidget;

namespace plumbline::actions {
class CommandPalette;
}
namespace plumbline::panels {
class AnnotationPanel;
class PropertiesPanel;
class QueuePanel;
}

namespace plumbline::workstation {

class Docks;
class DropArea;
class FirstSteps;
class GuidelinePanel;
class LabelExtras;
class LayoutPopup;
class PacketDesk;
class Panes;
class PracticePanel;
class ProjectPages;
class RemarksPanel;
class Services;
class StartPage;
class StatusLine;
class Thumbnails;
class ViewHost;

/// The window: a start page, or one open project with its queue, view and panels. It knows no kind of item; views, formats
/// and engines come from registries. Main thread only.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// The services must outlive the window.
    explicit MainWindow(Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Layout, project and item of last time.
    void restore(const Session &session);
    void openPaths(const QStringList &paths);
    /// Shows a project that is open already; null item = the first of the queue.
    void setProject(std::shared_ptr<store::Project> project, ItemId item);
    void closeProject();
    /// The project with everything as somebody left it; what they had of another project is not looked at.
    void resume(const std::shared_ptr<store::Project> &project, const Session &session);
    /// Nobody works while the window is locked: no time counts.
    void setLocked(bool locked);
    /// As it would be restored.
    [[nodiscard]] Session session() const;
    void saveSession();

    [[nodiscard]] document::Document *document() const { return m_document.get(); }
    [[nodiscard]] const itemmodels::QueueModel &queue() const { return m_queue; }
    [[nodiscard]] actions::ActionRegistry &registry() const { return *m_registry; }
    [[nodiscard]] itemmodels::IssueModel &issues() { return m_issues; }
    [[nodiscard]] Docks &docks() const { return *m_docks; }
    [[nodiscard]] ViewHost &viewHost() const { return *m_view; }
    [[nodiscard]] Opening &opening() const { return *m_opening; }

signals:
    /// Before anything asks who is here: proof of identity is worth something in one project.
    void projectAboutToShow(plumbline::ProjectId project);
    void personSwitchRequested();
    void lockRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeDocks();
    QDockWidget *makeRemarks(QDockWidget *behind);
    void makeActions();
    void makeFileActions();
    void connectPackets();
    void makeItemActions();
    void makeLabelActions();
    void makeWindowActions();
    void makeDockActions();
    void makeMenus();
    void connectParts();
    QAction *add(const QString &id, const QString &group, const QString &mnemonicTitle, const QList<QKeySequence> &keys,
                 const QString &icon, std::function<void()> run, bool needsProject = true);

    void projectOpened(const OpenedProject &opened);
    void describeOpened(const OpenedProject &opened);
    void fitToScreen();
    void showStartPage(bool start);
    void showHelp();
    void showSettings(const QString &section = {});
    void refreshKeys();
    void restoreWork();
    void refreshTitle();
    void refreshActions();
    void refreshGauge();
    void rememberProject();
    void keepPicture();
    void onEvent(const document::DocumentEvent &event);
    void prelabelFinished(const prelabel::PrelabelReport &report);
    void prelabelFailed(const Error &error);
    void showIssues();
    void walkHistory(int steps);
    bool walk(bool undo);  // false: the person may not take this step
    void jumpTo(const itemmodels::Finding &finding);
    void chooseFolder();
    void chooseFiles();
    void chooseProject();
    void newProject();
    void keepBackup();
    void showExport();
    void showImport(const QString &path = {});
    void showModels();
    void showGaugePanel();
    void showCannotLabel();
    void pickClass();
    void prelabelShown();

    Services &m_services;
    actions::ActionRegistry *m_registry;
    // Models are filled from the document, and are emptied before it goes.
    itemmodels::QueueModel m_queue;
    itemmodels::AnnotationModel m_annotations;
    itemmodels::HistoryModel m_history;
    itemmodels::IssueModel m_issues;
    itemmodels::JobModel m_jobModel;
    std::unique_ptr<document::Document> m_document;
    Opening *m_opening;
    Prelabeling *m_prelabeling;
    QStackedWidget *m_pages;
    StartPage *m_start;
    ViewHost *m_view;
    PracticePanel *m_practice;
    panels::QueuePanel *m_queuePanel;
    panels::AnnotationPanel *m_annotationPanel;
    panels::PropertiesPanel *m_properties;
    GuidelinePanel *m_guideline;
    StatusLine *m_status;
    DropArea *m_drop;
    LabelWork *m_work;
    LabelExtras *m_extras;
    actions::CommandPalette *m_palette;
    Docks *m_docks;
    ProjectPages *m_projectPages;
    PacketDesk *m_packets;
    LayoutPopup *m_layouts;
    Panes *m_panes;
    FirstSteps *m_firstSteps;
    QToolButton *m_search = nullptr;
    QDockWidget *m_issueDock = nullptr;
    QDockWidget *m_jobDock = nullptr;
    RemarksPanel *m_remarks = nullptr;   // with the panels, as are the thumbnails
    Thumbnails *m_thumbnails = nullptr;
    QList<QAction *> m_needProject;
    QMenu *m_windowMenu = nullptr;
    QTimer m_sessionTimer;
    Session m_saved;
    QByteArray m_dockLayout;  // while the start page hides them
    std::optional<Session> m_toRestore;  // until the project is open
    jobs::Generation m_gaugeGeneration;
    jobs::Generation m_dropGeneration;
    bool m_starting = true;
    bool m_pictureShown = false;  // of the open project
};

}  // namespace plumbline::workstation
