// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/mainwindow.h"

#include "app/workstation/docks.h"
#include "app/workstation/droparea.h"
#include "app/workstation/firststeps.h"
#include "app/workstation/gaugepanel.h"
#include "app/workstation/guidelinepanel.h"
#include "app/workstation/labelextras.h"
#include "app/workstation/layoutpopup.h"
#include "app/workstation/packetdesk.h"
#include "app/workstation/panes.h"
#include "app/workstation/practicepanel.h"
#include "app/workstation/projectpages.h"
#include "app/workstation/predictions.h"
#include "app/workstation/recentprojects.h"
#include "app/workstation/remarkspanel.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "app/workstation/startpage.h"
#include "app/workstation/statusline.h"
#include "app/workstation/thumbnails.h"
#include "app/workstation/viewhost.h"
#include "core/base/logging.h"
#include "core/store/dailybackup.h"
#include "widgets/actions/commandpalette.h"
#include "widgets/panels/annotationpanel.h"
#include "widgets/panels/listpanels.h"
#include "widgets/panels/noticebar.h"
#include "widgets/panels/propertiespanel.h"
#include "widgets/panels/queuepanel.h"

#include <QCloseEvent>
#include <QDialog>
#include <QDockWidget>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <spdlog/spdlog.h>

#include <algorithm>

namespace plumbline::workstation {

using panels::NoticeBar;

namespace {

constexpr int sessionMilliseconds = 500;
constexpr QSize windowFrame(16, 48);  // of the window manager, about

QStringList localPaths(const QMimeData &mime)
{
    QStringList paths;
    for (const QUrl &url : mime.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

}  // namespace

MainWindow::MainWindow(Services &services, QWidget *parent)
    : QMainWindow(parent), m_services(services), m_registry(new actions::ActionRegistry(this)), m_jobModel(services.jobs()),
      m_opening(new Opening(services, this)), m_prelabeling(new Prelabeling(services, this)), m_pages(new QStackedWidget),
      m_start(new StartPage(services.recent())), m_view(new ViewHost(services, *m_registry)), m_practice(new PracticePanel),
      m_queuePanel(new panels::QueuePanel(m_queue, this)), m_annotationPanel(new panels::AnnotationPanel(m_annotations, this)),
      m_properties(new panels::PropertiesPanel(this)), m_guideline(new GuidelinePanel(this)), m_status(new StatusLine(services.jobs(), m_queue)), m_drop(new DropArea(this)),
      m_work(new LabelWork(services, m_queue, *m_queuePanel, m_view->notices(), this)),
      m_extras(new LabelExtras({services, *m_registry, *m_view, *m_annotationPanel, m_queue, *m_work}, this)),
      m_palette(new actions::CommandPalette(*m_registry, this)), m_docks(new Docks(*this)),
      m_projectPages(new ProjectPages(services, this)), m_packets(new PacketDesk(services, this)),
      m_layouts(new LayoutPopup(services.layouts(), *m_docks, this)), m_panes(new Panes(this)),
      m_firstSteps(new FirstSteps(services.settings(), *this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    auto *work = new QWidget;
    auto *layout = new QVBoxLayout(work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_practice);
    m_pages->addWidget(m_start);
    m_pages->addWidget(work);
    setCentralWidget(m_pages);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_queuePanel, m_annotationPanel, m_properties, m_guideline})
        panel->hide();
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    {
        const actions::ActionRegistry::Batch batch(*m_registry);
        makeActions();
        m_registry->setKeymap(actions::shippedKeymap(services.settings().keymap().id).with(services.settings().keymap()));
    }
    makeMenus();
    connectParts();
    refreshKeys();
    resize(QSize(1440, 900).boundedTo(screen()->availableGeometry().size() - windowFrame));
    showStartPage(true);
    refreshTitle();
    refreshActions();
    // Nothing is chosen before the person chooses; Tab goes to the first tile.
    m_start->setFocus();
    m_sessionTimer.setInterval(sessionMilliseconds);
    connect(&m_sessionTimer, &QTimer::timeout, this, &MainWindow::saveSession);
    m_sessionTimer.start();
}

MainWindow::~MainWindow()
{
    m_sessionTimer.stop();
    // Dialogs look at models and actions that go before them.
    qDeleteAll(findChildren<QDialog *>(QString(), Qt::FindDirectChildrenOnly));
    // Whatever ends the window, what was done is stored; nobody is asked.
    m_view->setDocument(nullptr);
    m_extras->setDocument(nullptr);
    m_work->setDocument(nullptr);
    m_prelabeling->setDocument(nullptr);
    m_status->setDocument(nullptr);
    m_properties->setEditing(nullptr);
    m_guideline->setDocument(nullptr);
    m_annotationPanel->setEditing(nullptr);
    m_annotations.setEditing(nullptr);
    m_history.setSource(nullptr, nullptr);
    m_queue.setSource(nullptr, nullptr, {});
    m_document.reset();
    // Panels hold on to models that are members of this object.
    const bool made = !m_docks->all().isEmpty();
    qDeleteAll(m_docks->all());
    if (!made) {
        delete m_queuePanel;
        delete m_annotationPanel;
        delete m_properties;
        delete m_guideline;
    }
    delete m_pages;
    delete m_status;
}

void MainWindow::connectParts()
{
    connect(m_projectPages, &ProjectPages::said, m_status, &StatusLine::hint);
    connect(m_projectPages, &ProjectPages::projectChanged, this, [this] { m_document->reload(); });
    connect(m_projectPages, &ProjectPages::itemRequested, m_work, &LabelWork::show);
    connect(m_start, &StartPage::openFolderRequested, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPage::sampleRequested, m_opening, &Opening::openSample);
    connect(m_start, &StartPage::openProjectRequested, this, &MainWindow::chooseProject);
    connect(m_start, &StartPage::newProjectRequested, this, &MainWindow::newProject);
    connect(m_start, &StartPage::recentRequested, m_opening, &Opening::openProject);
    connect(m_opening, &Opening::started, this, [this](const QString &what) { m_start->setNote(what + QStringLiteral("…")); });
    connect(m_opening, &Opening::progressed, this, [this](const QString &what, double share) {
        m_start->setNote(what);
        m_start->setProgress(share);
    });
    connect(m_opening, &Opening::ended, m_start, &StartPage::endProgress);
    connect(m_start, &StartPage::stopRequested, m_opening, &Opening::cancel);
    connect(m_opening, &Opening::opened, this, &MainWindow::projectOpened);
    connect(m_opening, &Opening::failed, this, [this](const Error &error) {
        m_start->setNote(error.code == ErrorCode::Cancelled ? QString() : error.text, true);
        if (m_document && error.code != ErrorCode::Cancelled)
            m_view->notices().show(NoticeBar::Tone::Problem, error.text);
    });
    connect(m_queuePanel, &panels::QueuePanel::chosen, this, [this](ItemId item) {
        m_work->show(item);
        m_view->focusView();
    });
    connect(m_annotationPanel, &panels::AnnotationPanel::acceptRequested, this, [this](AnnotationId id) {
        acceptPredictions(*m_document, {id});
    });
    connect(m_annotationPanel, &panels::AnnotationPanel::rejectRequested, this, [this](AnnotationId id) {
        rejectPredictions(*m_document, {id});
    });
    connect(m_annotationPanel, &panels::AnnotationPanel::filterLeft, m_view, &ViewHost::focusView);
    const auto reveal = [this](AnnotationId id) {
        if (m_view->view())
            m_view->view()->reveal(id);
    };
    connect(m_annotationPanel, &panels::AnnotationPanel::revealRequested, this, reveal);
    connect(m_work, &LabelWork::revealRequested, this, reveal);
    connect(m_practice, &PracticePanel::revealRequested, this, [this, reveal](AnnotationId id) {
        m_document->select({id});
        reveal(id);
    });
    connect(m_practice, &PracticePanel::goOnRequested, m_work, &LabelWork::next);
    connect(m_work, &LabelWork::hint, m_status, &StatusLine::hint);
    connect(m_extras, &LabelExtras::hint, m_status, &StatusLine::hint);
    m_annotations.setFindings(&m_extras->findings());
    m_issues.addSource(&m_extras->findings());
    connect(m_view, &ViewHost::hint, m_status, &StatusLine::hint);
    connect(&m_view->notices(), &NoticeBar::dismissed, m_view, &ViewHost::focusView);
    connect(m_view, &ViewHost::frameShown, this, [this](ItemId, bool decoded) {
        m_view->setNext(m_work->following());
        if (!std::exchange(m_pictureShown, m_pictureShown || decoded) && decoded)
            QTimer::singleShot(0, this, &MainWindow::keepPicture);
    });
    connect(m_work, &LabelWork::submitted, this, [this](const workflow::SubmitResult &) {
        m_document->reload();
        refreshGauge();
    });
    connect(m_work, &LabelWork::practiceRemarks, this, [this](const workflow::SubmitResult &result) {
        m_practice->show(result, m_document->schema());
    });
    connect(m_status, &StatusLine::jobsRequested, this, [this] {
        if (m_jobDock)
            Docks::reveal(m_jobDock);
    });
    connect(&m_services.settings(), &Settings::keymapChanged, this, [this] {
        const actions::Keymap &own = m_services.settings().keymap();
        m_registry->setKeymap(actions::shippedKeymap(own.id).with(own));
    });
    connect(m_registry, &actions::ActionRegistry::keysChanged, this, &MainWindow::refreshKeys);
    connect(m_view, &ViewHost::viewChanged, this, &MainWindow::refreshKeys);
    connect(m_layouts, &LayoutPopup::said, m_status, &StatusLine::hint);
    const auto showGauge = [this] { m_status->setGaugeShown(m_services.settings().gaugeShown()); };
    connect(&m_services.settings(), &Settings::gaugeShownChanged, this, showGauge);
    showGauge();
    connect(m_status, &StatusLine::deviceRequested, this, &MainWindow::showModels);
    connect(m_status, &StatusLine::gaugeRequested, this, &MainWindow::showGaugePanel);
    connect(m_prelabeling, &Prelabeling::finished, this, &MainWindow::prelabelFinished);
    connect(m_prelabeling, &Prelabeling::failed, this, &MainWindow::prelabelFailed);
    connect(m_prelabeling, &Prelabeling::runningChanged, this, &MainWindow::refreshActions);
}

// What lies beside the screen cannot be reached.
void MainWindow::fitToScreen()
{
    const QRect room = screen()->availableGeometry();
    resize(size().boundedTo(room.size() - windowFrame));
    const QSize outer = size() + windowFrame;
    move(std::clamp(x(), room.left(), std::max(room.left(), room.right() - outer.width())),
         std::clamp(y(), room.top(), std::max(room.top(), room.bottom() - outer.height())));
}

void MainWindow::restore(const Session &session)
{
    // Kept for a screen or a size of the interface that may be another by now.
    if (!session.geometry.isEmpty() && restoreGeometry(session.geometry) && !isMaximized() && !isFullScreen())
        fitToScreen();
    m_dockLayout = session.docks;
    m_view->setViewStates(session.views);
    m_saved = session;
    if (!session.project.isEmpty() && store::Project::isProject(session.project)) {
        m_toRestore = session;
        m_opening->openProject(session.project);
    }
}

// What belongs to the project that was open.
void MainWindow::restoreWork()
{
    const auto session = std::exchange(m_toRestore, std::nullopt);
    if (!session || !m_document || session->project != m_document->project().folder())
        return;
    if (!session->search.isEmpty() || session->state >= 0)
        m_queuePanel->setFilter(session->search, session->state);
    if (const auto id = ClassId::fromString(session->labelClass); id && m_document->schema().find(*id))
        m_document->setCurrentClass(*id);
}

void MainWindow::projectOpened(const OpenedProject &opened)
{
    m_start->setNote({});
    if (!m_document || m_document->sharedProject() != opened.project) {
        const auto item = m_toRestore ? ItemId::fromString(m_toRestore->item) : std::nullopt;
        setProject(opened.project, item ? *item : opened.first);
        restoreWork();
        keepBackup();
    } else {
        m_document->reload();
        if (!opened.first.isNull())
            m_work->show(opened.first);
    }
    describeOpened(opened);
}

// Behind the user's back, so quietly; only a failure is worth a word.
void MainWindow::keepBackup()
{
    m_services.jobs().run(
        tr("Daily backup"),
        [project = m_document->sharedProject()](jobs::JobControl &) { return store::keepDailyBackup(*project); }, this,
        [this](const Result<std::optional<QString>> &kept) {
            if (!kept && kept.error().code != ErrorCode::Cancelled)
                m_view->notices().show(NoticeBar::Tone::Problem, tr("The daily backup failed: %1").arg(kept.error().text));
        },
        jobs::JobRunner::Visibility::Quiet);
}

void MainWindow::describeOpened(const OpenedProject &opened)
{
    const QString name = opened.project->name();
    m_issues.add(tr("Opening %1").arg(name), opened.issues);
    QStringList parts;
    if (!opened.added.empty())
        parts.append(tr("%n item(s) added", nullptr, static_cast<int>(opened.added.size())));
    if (opened.annotations > 0)
        parts.append(tr("%Ln label(s) read (%1)", nullptr, static_cast<int>(opened.annotations))
                         .arg(opened.imported.join(QStringLiteral(", "))));
    const std::int64_t issues = opened.issues.count();
    std::vector<NoticeBar::Answer> answers;
    // In force already, so that labeling can begin; said, so that nobody works for hours with classes that were guessed.
    if (!opened.newClasses.isEmpty()) {
        constexpr qsizetype named = 4;
        const QString names = opened.newClasses.mid(0, named).join(QStringLiteral(", "));
        const auto more = static_cast<int>(std::max(qsizetype(0), opened.newClasses.size() - named));
        parts.append(more > 0 ? tr("Proposed label schema: %1 and %n more", nullptr, more).arg(names)
                              : tr("Proposed label schema: %1").arg(names));
        answers.push_back({tr("Keep it"), {}, opened.unsure.isEmpty()});
        answers.push_back({tr("Change it…"), [this] { m_registry->action(QStringLiteral("label.schema"))->trigger(); }, false});
    }
    if (issues > 0) {
        parts.append(tr("%n issue(s)", nullptr, static_cast<int>(issues)));
        answers.push_back({tr("Show the issues"), [this] { showIssues(); }, false});
    }
    // Asked, never guessed; and asked here, not in a dialog that gets in the way.
    if (!opened.unsure.isEmpty() && m_document && !m_document->project().store().readOnly()) {
        const QString path = opened.unsure.first();
        parts.append(tr("%1 may hold labels, and it is not certain of which format").arg(QFileInfo(path).fileName()));
        answers.push_back({tr("Look into it…"), [this, path] { showImport(path); }, issues == 0});
    }
    if (m_document && m_document->project().store().readOnly())
        parts.prepend(m_document->project().store().whyReadOnly());
    if (m_document && !m_document->rescueIssue().isEmpty())
        parts.prepend(m_document->rescueIssue());
    if (!parts.isEmpty())
        m_view->notices().show(issues > 0 ? NoticeBar::Tone::Info : NoticeBar::Tone::Good, parts.join(QStringLiteral(" · ")),
                               std::move(answers), !opened.unsure.isEmpty() ? 0 : opened.newClasses.isEmpty() ? 12 : 30);
}

void MainWindow::setProject(std::shared_ptr<store::Project> project, ItemId item)
{
    closeProject();
    emit projectAboutToShow(project->id());
    const auto layer = workflow::workingLayer(*project, m_services.person());
    auto document = layer ? document::Document::open(project, m_services.person(), *layer)
                          : Result<std::unique_ptr<document::Document>>(fail(layer.error()));
    if (!document) {
        m_start->setNote(document.error().text, true);
        return;
    }
    m_document = std::move(*document);
    m_projectPages->setProject(project);
    m_packets->setProject(project);
    connect(m_document.get(), &document::Editing::changed, this, &MainWindow::onEvent);
    connect(m_document.get(), &document::Document::editRefused, this,
            [this](const QString &why) { m_view->notices().show(NoticeBar::Tone::Problem, why); });
    m_queue.setSource(&m_document->reader(), m_document.get(), m_document->person().name);
    m_annotations.setEditing(m_document.get());
    m_history.setSource(&m_document->reader(), m_document.get(), m_document->person().name);
    m_annotationPanel->setEditing(m_document.get());
    m_properties->setEditing(m_document.get());
    m_guideline->setDocument(m_document.get());
    m_work->setDocument(m_document.get());
    m_extras->setDocument(m_document.get());
    m_view->setDocument(m_document.get());
    m_prelabeling->setDocument(m_document.get());
    m_status->setDocument(m_document.get());
    showStartPage(false);
    m_thumbnails->setDocument(m_document.get());
    m_remarks->setDocument(m_document.get());
    if (m_queue.rowOf(item) < 0)
        item = m_queue.itemAt(std::max(0, m_queue.nextUnfinished(-1)));
    if (!item.isNull())
        m_document->show(item);
    rememberProject();
    refreshGauge();
    refreshTitle();
    refreshActions();
    m_view->focusView();
    m_firstSteps->offer();
}

void MainWindow::closeProject()
{
    if (!m_document)
        return;
    rememberProject();
    keepPicture();
    m_pictureShown = false;
    m_firstSteps->stop();
    m_practice->hide();
    m_view->notices().dismiss();
    m_view->setViewStates(m_view->viewStates());
    m_view->setDocument(nullptr);
    m_extras->setDocument(nullptr);
    m_work->setDocument(nullptr);
    m_prelabeling->setDocument(nullptr);
    m_status->setDocument(nullptr);
    m_properties->setEditing(nullptr);
    m_guideline->setDocument(nullptr);
    m_annotationPanel->setEditing(nullptr);
    m_annotations.setEditing(nullptr);
    m_history.setSource(nullptr, nullptr);
    m_queue.setSource(nullptr, nullptr, {});
    m_issues.clear();
    m_projectPages->setProject(nullptr);
    m_packets->setProject(nullptr);
    m_document.reset();
    showStartPage(true);
    refreshTitle();
    refreshActions();
}

void MainWindow::showStartPage(bool start)
{
    if (start == m_starting && m_pages->currentIndex() == (start ? 0 : 1) && !start)
        return;
    if (start) {
        if (!m_starting)
            m_dockLayout = m_docks->save();
        m_docks->setShown(false);
    } else {
        if (m_docks->all().isEmpty())
            makeDocks();
        m_docks->setShown(true);
        if (m_dockLayout.isEmpty() || !m_docks->restore(m_dockLayout))
            m_docks->reset();
    }
    m_starting = start;
    statusBar()->setVisible(!start);
    m_pages->setCurrentIndex(start ? 0 : 1);
}

void MainWindow::onEvent(const document::DocumentEvent &event)
{
    if (std::holds_alternative<document::ItemShown>(event)) {
        m_practice->hide();
        refreshTitle();
        refreshActions();
    } else if (std::holds_alternative<document::HistoryChanged>(event)) {
        refreshActions();
    } else if (std::holds_alternative<document::QueueChanged>(event)) {
        m_view->setNext(m_work->following());
    }
}

void MainWindow::refreshTitle()
{
    QStringList parts;
    if (m_document && m_document->item())
        parts.append(m_document->item()->name);
    if (m_document)
        parts.append(m_document->project().name());
    parts.append(QStringLiteral("Plumbline"));
    setWindowTitle(parts.join(QStringLiteral(" — ")));
}

void MainWindow::refreshGauge()
{
    if (!m_document)
        return;
    if (auto *panel = findChild<GaugePanel *>(QString(), Qt::FindDirectChildrenOnly))
        panel->refresh();
    m_services.jobs().run(
        tr("Read the gauge"),
        [project = m_document->sharedProject(), person = m_document->person()](jobs::JobControl &) {
            return workflow::gauge(*project, person);
        },
        m_document.get(),
        [this](const Result<quality::GaugeReading> &reading) {
            if (reading)
                m_status->setReading(*reading);
            else
                base::log().warn("gauge: {}", reading.error().text.toStdString());
        },
        jobs::JobRunner::Visibility::Quiet, m_gaugeGeneration.next());
}

void MainWindow::rememberProject()
{
    if (!m_document)
        return;
    const QString folder = m_document->project().folder();
    qint64 finished = m_queue.finished();
    if (!m_queue.indexed()) {
        // Not counted yet: what was known last time.
        for (const RecentProjects::Entry &known : m_services.recent().entries())
            finished = known.folder == folder ? known.finished : finished;
    }
    const QString name = m_document->project().name();
    m_services.recent().remember({folder, name, m_queue.total(), finished, QDateTime::currentDateTime(), false});
}

// For the list of recent projects: as it is on the screen, labels and all.
void MainWindow::keepPicture()
{
    if (!m_document || !m_pictureShown)
        return;
    if (QWidget *shown = m_view->view() && m_document->item() ? m_view->view()->widget() : nullptr; shown && shown->isVisible())
        RecentProjects::keepThumbnail(m_document->project().folder(), shown->grab().toImage());
}

Session MainWindow::session() const
{
    Session session;
    session.geometry = saveGeometry();
    session.docks = m_starting ? m_dockLayout : m_docks->save();
    session.views = m_view->viewStates();
    if (m_document) {
        session.project = m_document->project().folder();
        if (const auto item = m_document->item())
            session.item = item->id.toString();
        session.search = m_queue.filter().text;
        session.state = m_queue.filter().state ? static_cast<int>(*m_queue.filter().state) : -1;
        if (!m_document->currentClass().isNull())
            session.labelClass = m_document->currentClass().toString();
    }
    return session;
}

void MainWindow::saveSession()
{
    // Not while last time's project is still on its way.
    if (m_opening->busy() && !m_document)
        return;
    const Session now = session();
    if (now == m_saved)
        return;
    m_saved = now;
    m_saved.save(m_services.settings().sessionFolder());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSession();
    if (m_document) {
        rememberProject();
        keepPicture();
        m_document->flush();
    }
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList paths = localPaths(*event->mimeData());
    const PathsMeaning meaning = meaningOf(paths);
    if (meaning.kind == PathsMeaning::Nothing)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QString what = m_document && meaning.kind == PathsMeaning::Media
                             ? tr("Add to %1: %2").arg(m_document->project().name(), meaning.words)
                             : meaning.words;
    m_drop->announce(what, {});
    if (meaning.kind != PathsMeaning::Media)
        return;
    m_services.jobs().run(
        tr("Look at what is dragged"), [paths](jobs::JobControl &) -> Result<QString> { return countsBelow(paths); }, this,
        [this, what](const Result<QString> &counts) {
            if (m_drop->isVisible())
                m_drop->announce(what, *counts);
        },
        jobs::JobRunner::Visibility::Quiet, m_dropGeneration.next());
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_drop->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_drop->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    openPaths(localPaths(*event->mimeData()));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_drop->setGeometry(rect());
}

}  // namespace plumbline::workstation
