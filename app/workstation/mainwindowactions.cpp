// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/mainwindow.h"

#include "app/workstation/cannotlabelpopup.h"
#include "app/workstation/docks.h"
#include "app/workstation/exportdialog.h"
#include "app/workstation/importdialog.h"
#include "app/workstation/firststeps.h"
#include "app/workstation/gaugepanel.h"
#include "app/workstation/guidelinepanel.h"
#include "app/workstation/labelextras.h"
#include "app/workstation/layoutpopup.h"
#include "app/workstation/modeldialog.h"
#include "app/workstation/packetdesk.h"
#include "app/workstation/panes.h"
#include "app/workstation/practicepanel.h"
#include "app/workstation/projectpages.h"
#include "app/workstation/recentprojects.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "app/workstation/settingsdialog.h"
#include "app/workstation/startpage.h"
#include "app/workstation/statusline.h"
#include "app/workstation/viewhost.h"
#include "widgets/actions/commandpalette.h"
#include "widgets/actions/keysheet.h"
#include "widgets/forms/classpicker.h"
#include "widgets/panels/annotationpanel.h"
#include "widgets/panels/noticebar.h"
#include "widgets/panels/propertiespanel.h"
#include "widgets/panels/queuepanel.h"
#include "widgets/theme/icons.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QLocale>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>
#include <QToolButton>

#include <cstdlib>

namespace plumbline::workstation {

using panels::NoticeBar;

namespace {

QString withoutMnemonic(QString title)
{
    // Scripts without Latin letters have them in brackets at the end.
    static const QRegularExpression bracketed(QStringLiteral("\\(&.\\)"));
    return title.remove(bracketed).remove(QLatin1Char('&'));
}

}  // namespace

QAction *MainWindow::add(const QString &id, const QString &group, const QString &mnemonicTitle, const QList<QKeySequence> &keys,
                         const QString &icon, std::function<void()> run, bool needsProject)
{
    actions::ActionRegistry::Spec spec;
    spec.id = id;
    spec.group = group;
    spec.title = withoutMnemonic(mnemonicTitle);
    spec.mnemonic = mnemonicTitle;
    spec.keys = keys;
    spec.icon = icon;
    QAction *action = m_registry->add(spec, std::move(run));
    if (needsProject)
        m_needProject.append(action);
    return action;
}

void MainWindow::makeActions()
{
    makeFileActions();
    connectPackets();
    makeItemActions();
    makeLabelActions();
    makeWindowActions();
}

void MainWindow::makeFileActions()
{
    const QString group = tr("File");
    add(QStringLiteral("file.openFolder"), group, tr("&Open a folder…"), {Qt::CTRL | Qt::Key_O}, QStringLiteral("folder-open"),
        [this] { chooseFolder(); }, false);
    add(QStringLiteral("file.openFiles"), group, tr("Open &files…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O}, QStringLiteral("image"),
        [this] { chooseFiles(); }, false);
    add(QStringLiteral("file.openProject"), group, tr("Open a &project…"), {}, QStringLiteral("folder-open"),
        [this] { chooseProject(); }, false);
    add(QStringLiteral("file.openPacket"), group, tr("Open a pac&ket…"), {}, QStringLiteral("import"), [this] { m_packets->choose(); },
        false);
    add(QStringLiteral("file.newProject"), group, tr("&New project…"), {Qt::CTRL | Qt::Key_N}, QStringLiteral("plus"),
        [this] { newProject(); }, false);
    add(QStringLiteral("file.sample"), group, tr("Open the &sample project"), {}, QStringLiteral("demo"),
        [this] { m_opening->openSample(); }, false);
    add(QStringLiteral("file.import"), group, tr("&Import labels…"), {Qt::CTRL | Qt::Key_I}, QStringLiteral("import"),
        [this] { showImport(); });
    add(QStringLiteral("file.export"), group, tr("&Export…"), {Qt::CTRL | Qt::Key_E}, QStringLiteral("export"), [this] { showExport(); });
    add(QStringLiteral("file.saved"), group, tr("Is everything s&aved?"), {Qt::CTRL | Qt::Key_S}, QStringLiteral("accept"),
        [this] { m_status->hint(m_status->saveWords()); });
    add(QStringLiteral("file.close"), group, tr("&Close the project"), {Qt::CTRL | Qt::Key_W}, {}, [this] { closeProject(); });
    add(QStringLiteral("file.quit"), group, tr("&Quit"), {Qt::CTRL | Qt::Key_Q}, {}, [this] { close(); }, false);
}

void MainWindow::connectPackets()
{
    connect(m_packets, &PacketDesk::said, m_status, &StatusLine::hint);
    connect(m_packets, &PacketDesk::projectChanged, this, [this] {
        if (m_document)
            m_document->reload();
    });
    connect(m_packets, &PacketDesk::releaseRequested, this, &MainWindow::closeProject);
    connect(m_packets, &PacketDesk::projectRequested, m_opening, &Opening::openProject);
    connect(m_start, &StartPage::openPacketRequested, m_packets, &PacketDesk::choose);
}

void MainWindow::makeItemActions()
{
    const QString group = tr("Item");
    add(QStringLiteral("item.next"), group, tr("&Next item"), {Qt::Key_D}, QStringLiteral("chevron-right"), [this] { m_work->next(); });
    add(QStringLiteral("item.previous"), group, tr("&Previous item"), {Qt::Key_A}, QStringLiteral("chevron-left"),
        [this] { m_work->previous(); });
    add(QStringLiteral("item.nextUnfinished"), group, tr("Next &unfinished item"), {Qt::Key_N}, QStringLiteral("next"),
        [this] { m_work->nextUnfinished(); });
    add(QStringLiteral("item.submit"), group, tr("&Submit and next"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
        QStringLiteral("submit"), [this] {
            // The explanation of a practice item has been read: the same keys go on.
            if (m_practice->isVisible())
                m_work->next();
            else
                m_work->submit();
        });
    add(QStringLiteral("item.cannotLabel"), group, tr("&Cannot label…"), {Qt::CTRL | Qt::Key_Backspace}, QStringLiteral("cannot-label"),
        [this] { showCannotLabel(); });
    for (int level = 1; level <= 5; ++level)
        add(QStringLiteral("item.confidence.%1").arg(level), group, tr("Confidence %1 of 5").arg(level),
            {QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + level))}, {}, [this, level] { m_work->setConfidence(level); });
}

void MainWindow::makeLabelActions()
{
    const QString edit = tr("Edit");
    add(QStringLiteral("edit.undo"), edit, tr("&Undo"), {Qt::CTRL | Qt::Key_Z}, QStringLiteral("undo"), [this] { walk(true); });
    add(QStringLiteral("edit.redo"), edit, tr("&Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
        QStringLiteral("redo"), [this] { walk(false); });
    add(QStringLiteral("edit.find"), edit, tr("&Find an item"), {Qt::CTRL | Qt::Key_F}, QStringLiteral("search"),
        [this] { m_queuePanel->focusSearch(); });
    const QString group = tr("Label");
    add(QStringLiteral("label.class"), group, tr("Pick a &class…"), {Qt::Key_Slash, Qt::Key_QuoteLeft}, QStringLiteral("star"),
        [this] { pickClass(); });
    add(QStringLiteral("label.prelabel"), group, tr("&Pre-label this item"), {Qt::Key_G}, QStringLiteral("prelabel"),
        [this] { prelabelShown(); });
    add(QStringLiteral("label.prelabelAll"), group, tr("Pre-label a&ll items"), {Qt::SHIFT | Qt::Key_G}, QStringLiteral("prelabel"),
        [this] { m_prelabeling->run({}); });
    add(QStringLiteral("label.stopPrelabel"), group, tr("&Stop pre-labeling"), {}, QStringLiteral("reject"),
        [this] { m_prelabeling->cancel(); });
    add(QStringLiteral("label.acceptAll"), group, tr("Acc&ept all sure predictions…"), {Qt::CTRL | Qt::Key_G}, QStringLiteral("accept"),
        [this] { m_work->acceptAll(m_services.settings().acceptThreshold()); });
    add(QStringLiteral("label.model"), group, tr("Choose a &model…"), {}, QStringLiteral("models"), [this] { showModels(); });
}

void MainWindow::makeWindowActions()
{
    const QString group = tr("Window");
    for (const ProjectPage &page : projectPages())
        add(QStringLiteral("window.") + page.id, group, page.title, {}, page.icon, [this, id = page.id] { m_projectPages->show(id); });
    add(QStringLiteral("window.gauge"), group, StatusLine::gaugeTitle(), {}, QStringLiteral("gauge"), [this] { showGaugePanel(); });
    add(QStringLiteral("window.palette"), group, tr("&Search or command…"),
        {Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_P}, QStringLiteral("search"), [this] { m_palette->open(); }, false);
    add(QStringLiteral("window.switchPerson"), group, tr("Switch perso&n…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_U}, {},
        [this] { emit personSwitchRequested(); });
    add(QStringLiteral("window.lock"), group, tr("Lock the window"), {Qt::CTRL | Qt::ALT | Qt::Key_K}, {}, [this] { emit lockRequested(); });
    add(QStringLiteral("window.fullScreen"), group, tr("&Full screen"), {Qt::Key_F11}, {},
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }, false);
    add(QStringLiteral("window.settings"), group, tr("Se&ttings…"), {Qt::CTRL | Qt::Key_Comma}, QStringLiteral("settings"), [this] {
        showSettings();
    }, false);
    add(QStringLiteral("window.theme"), group, tr("Switch &dark and light"), {}, QStringLiteral("moon"), [this] {
        Settings &settings = m_services.settings();
        settings.setTheme(settings.theme() == QLatin1String("light") ? QStringLiteral("dark") : QStringLiteral("light"));
    }, false);
    add(QStringLiteral("window.help"), group, tr("&Help: how to label this"), {Qt::Key_F1}, {}, [this] { showHelp(); }, false);
    add(QStringLiteral("window.tour"), group, tr("Take the &tour"), {}, {}, [this] { m_firstSteps->begin(); });
    add(QStringLiteral("window.nextPane"), group, tr("Ne&xt part of the window"), {Qt::Key_F6}, {}, [this] { m_panes->go(1); });
    add(QStringLiteral("window.previousPane"), group, tr("Pre&vious part of the window"), {Qt::SHIFT | Qt::Key_F6}, {},
        [this] { m_panes->go(-1); });
    add(QStringLiteral("window.layouts"), group, tr("&Layouts…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, QStringLiteral("float"),
        [this] { m_layouts->open(); });
    add(QStringLiteral("window.resetLayout"), group, tr("Reset the la&yout"), {}, QStringLiteral("undo"), [this] { m_docks->reset(); });
    add(QStringLiteral("window.editKeys"), group, tr("&Change keys…"), {}, QStringLiteral("keyboard"),
        [this] { showSettings(QStringLiteral("keys")); }, false);
    add(QStringLiteral("window.forgetJobs"), group, tr("F&orget ended jobs"), {}, QStringLiteral("trash"), [this] { m_jobModel.forgetEnded(); });
    add(QStringLiteral("window.keys"), group, tr("&Keys"), {Qt::Key_Question, QKeySequence(Qt::CTRL | Qt::Key_Question)},
        QStringLiteral("keyboard"), [this] { (new actions::KeySheet(*m_registry, this))->show(); }, false);
}

void MainWindow::makeDockActions()
{
    const actions::ActionRegistry::Batch batch(*m_registry);
    const QMap<QString, QKeySequence> keys{{QStringLiteral("thumbnail"), Qt::Key_F9}, {QStringLiteral("remarks"), Qt::Key_F5}};
    QMenu *docks = m_windowMenu->addMenu(tr("Show or hide panels"));
    for (QDockWidget *dock : m_docks->all()) {
        const QString name = dock->objectName().chopped(4);
        const QList<QKeySequence> key = keys.contains(name) ? QList{keys.value(name)} : QList<QKeySequence>();
        docks->addAction(add(QStringLiteral("window.dock.") + name, tr("Window"), tr("Show or hide: %1").arg(dock->windowTitle()), key,
                                    {}, [this, dock] { m_docks->toggle(dock); }));
        add(QStringLiteral("window.float.") + name, tr("Window"), tr("In a window of its own, or back: %1").arg(dock->windowTitle()), {},
            QStringLiteral("float"), [dock] { Docks::toggleFloating(dock); });
    }
}

void MainWindow::showGaugePanel()
{
    auto *panel = findChild<GaugePanel *>(QString(), Qt::FindDirectChildrenOnly);
    if (!panel) {
        panel = new GaugePanel(m_services, *m_document, this);
        connect(panel, &GaugePanel::itemRequested, m_work, &LabelWork::show);
        panel->placeAbove(*m_status);
    }
    panel->show();
    panel->raise();
    panel->activateWindow();
}

void MainWindow::showSettings(const QString &section)
{
    auto *dialog = findChild<SettingsDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog)
        dialog = new SettingsDialog(m_services, *m_prelabeling, *m_registry, this);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    if (!section.isEmpty())
        dialog->showSection(section);
}

// The guideline answers most questions; before a project there is none, and the keys are what there is to know.
void MainWindow::showHelp()
{
    QDockWidget *dock = m_document ? m_docks->find(QStringLiteral("guidelineDock")) : nullptr;
    if (!dock) {
        m_registry->action(QStringLiteral("window.keys"))->trigger();
        return;
    }
    Docks::reveal(dock);
    m_guideline->focusText();
}

// Where a key stands in words.
void MainWindow::refreshKeys()
{
    const QString key = m_registry->entry(QStringLiteral("window.palette"))->keyText();
    m_search->setText(key.isEmpty() ? tr("Search or command") : tr("Search or command  %1").arg(key));
    const extension::AnnotationView *view = m_view->view();
    m_annotationPanel->setFirstStep(view ? m_registry->withKeys(view->firstStep()) : QString());
    refreshActions();
}

void MainWindow::makeMenus()
{
    const auto fill = [this](const QString &title, const QStringList &ids) {
        QMenu *menu = menuBar()->addMenu(title);
        for (const QString &id : ids) {
            if (id.isEmpty())
                menu->addSeparator();
            else
                menu->addAction(m_registry->action(id));
        }
        return menu;
    };
    const auto id = [](const char *text) { return QString::fromLatin1(text); };
    fill(tr("&File"), {id("file.openFolder"), id("file.openFiles"), id("file.newProject"), id("file.openProject"),
                       id("file.openPacket"),
                       id("file.sample"), {}, id("file.import"),
                       id("file.export"), {}, id("file.saved"), id("file.close"), id("file.quit")});
    fill(tr("&Edit"), {id("edit.undo"), id("edit.redo"), {}, id("edit.find"), {}, id("window.settings")});
    fill(tr("&Item"), {id("item.next"), id("item.previous"), id("item.nextUnfinished"), {}, id("item.submit"), id("item.cannotLabel"), {},
                       id("item.confidence.1"), id("item.confidence.2"), id("item.confidence.3"), id("item.confidence.4"),
                       id("item.confidence.5")});
    fill(tr("&Label"), QStringList{id("label.class"), id("label.attributes"), {}, id("label.prelabel"), id("label.prelabelAll"),
                                   id("label.stopPrelabel"), id("label.acceptAll"), {}, id("label.model"), {}}
                           + LabelExtras::labelActions());
    QStringList pages{id("window.gauge")};
    for (const ProjectPage &page : projectPages())
        pages << QStringLiteral("window.") + page.id;
    m_windowMenu = fill(tr("&Window"), QStringList{id("window.palette"), id("window.keys"), id("window.editKeys"), id("window.help"), id("window.tour"), {}} + pages + QStringList{{}, id("window.switchPerson"), id("window.lock"), {}, id("window.theme"),
                                        id("window.fullScreen"), {}, id("window.nextPane"), id("window.previousPane"), {},
                                        id("window.layouts"), id("window.resetLayout"), {}});

    auto *search = m_search = new QToolButton;
    search->setObjectName(QStringLiteral("searchButton"));
    search->setIcon(theme::themedIcon(QStringLiteral("search")));
    search->setAccessibleName(tr("Search or command"));
    search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    search->setAutoRaise(true);
    search->setFocusPolicy(Qt::NoFocus);
    connect(search, &QToolButton::clicked, m_registry->action(QStringLiteral("window.palette")), &QAction::trigger);
    menuBar()->setCornerWidget(search);

    QToolBar &bar = m_view->toolBar();
    // What a narrow window can do without comes last.
    for (const char *name : {"item.previous", "item.next", "", "edit.undo", "edit.redo", "", "label.prelabel", "label.acceptAll",
                             "item.cannotLabel"}) {
        if (*name)
            bar.addAction(m_registry->action(id(name)));
        else
            bar.addSeparator();
    }
    auto *submit = new QToolButton;
    submit->setDefaultAction(m_registry->action(QStringLiteral("item.submit")));
    submit->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    submit->setObjectName(QStringLiteral("submitButton"));
    submit->setAutoRaise(true);
    m_view->addBesideToolBar(submit);
}

void MainWindow::refreshActions()
{
    const bool open = m_document != nullptr;
    for (QAction *action : std::as_const(m_needProject))
        action->setEnabled(open);
    const auto set = [this](const char *id, bool on) { m_registry->action(QString::fromLatin1(id))->setEnabled(on); };
    const bool writable = open && !m_document->project().store().readOnly();
    const bool shown = open && m_document->item();
    const bool running = m_prelabeling->running();
    set("edit.undo", writable && !m_document->undoText().isEmpty());
    set("edit.redo", writable && !m_document->redoText().isEmpty());
    set("item.submit", writable && shown);
    set("item.cannotLabel", writable && shown);
    set("label.prelabel", writable && shown && !running);
    set("label.prelabelAll", writable && !running);
    set("label.stopPrelabel", running);
    set("label.acceptAll", writable && shown);
    set("file.import", writable);
    for (const auto &[id, act] : {std::pair{"file.import", workflow::Act::ChangeProject}, {"label.schema", workflow::Act::ChangeProject},
                                  {"file.export", workflow::Act::Export}, {"item.submit", workflow::Act::Label},
                                  {"item.cannotLabel", workflow::Act::Label}}) {
        QAction *action = m_registry->action(QString::fromLatin1(id));
        action->setVisible(!open || m_projectPages->allows(act));
        action->setEnabled(action->isEnabled() && action->isVisible());
    }
    for (const ProjectPage &page : projectPages()) {
        QAction *action = m_registry->action(QStringLiteral("window.") + page.id);
        action->setEnabled(m_projectPages->offered(page.id));
        action->setVisible(m_projectPages->offered(page.id));
    }
    const auto tip = [this](const char *id, const QString &verb, const QString &what) {
        const auto *entry = m_registry->entry(QString::fromLatin1(id));
        const QString key = entry->keyText().isEmpty() ? QString() : QStringLiteral(" (%1)").arg(entry->keyText());
        entry->action->setToolTip((what.isEmpty() ? verb : QStringLiteral("%1: %2").arg(verb, what)) + key);
    };
    tip("edit.undo", tr("Undo"), open ? m_document->undoText() : QString());
    tip("edit.redo", tr("Redo"), open ? m_document->redoText() : QString());
}

void MainWindow::openPaths(const QStringList &paths)
{
    if (const PathsMeaning meaning = meaningOf(paths); meaning.kind == PathsMeaning::Packets) {
        m_packets->open(meaning.paths);
        return;
    }
    if (m_document && meaningOf(paths).project == m_document->project().folder())
        return;
    const bool adds =
        m_document && !m_document->project().store().readOnly() && m_projectPages->allows(workflow::Act::ChangeProject);
    m_opening->openPaths(paths, adds ? m_document->sharedProject() : nullptr);
}

void MainWindow::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Open a folder"), m_services.settings().lastFolder(QStringLiteral("open")));
    if (chosen.isEmpty())
        return;
    m_services.settings().setLastFolder(QStringLiteral("open"), chosen);
    closeProject();
    openPaths({chosen});
}

void MainWindow::chooseFiles()
{
    const QStringList chosen = QFileDialog::getOpenFileNames(this, tr("Open files"), m_services.settings().lastFolder(QStringLiteral("open")));
    if (chosen.isEmpty())
        return;
    m_services.settings().setLastFolder(QStringLiteral("open"), QFileInfo(chosen.first()).absolutePath());
    openPaths(chosen);
}

void MainWindow::newProject()
{
    const QString suffix = QStringLiteral(".plumb");
    QString chosen = QFileDialog::getSaveFileName(this, tr("New project"),
                                                  m_services.settings().lastFolder(QStringLiteral("open")) + QLatin1Char('/') + tr("labels") + suffix,
                                                  tr("Plumbline projects (*%1)").arg(suffix));
    if (chosen.isEmpty())
        return;
    if (!chosen.endsWith(suffix))
        chosen += suffix;
    m_services.settings().setLastFolder(QStringLiteral("open"), QFileInfo(chosen).absolutePath());
    closeProject();
    m_opening->createProject(chosen);
}

void MainWindow::chooseProject()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Open a project"), m_services.settings().lastFolder(QStringLiteral("open")));
    if (chosen.isEmpty())
        return;
    m_services.settings().setLastFolder(QStringLiteral("open"), QFileInfo(chosen).absolutePath());
    closeProject();
    openPaths({chosen});
}

void MainWindow::showExport()
{
    m_document->flush();
    auto *dialog = new ExportDialog(m_services, m_document->sharedProject(), this);
    connect(m_document.get(), &QObject::destroyed, dialog, &QWidget::close);
    dialog->show();
}

void MainWindow::showImport(const QString &path)
{
    m_document->flush();
    auto *dialog = new ImportDialog(m_services, m_document->sharedProject(), this);
    connect(m_document.get(), &QObject::destroyed, dialog, &QWidget::close);
    connect(dialog, &ImportDialog::imported, this, [this](const QString &source, const exchange::ImportReport &report) {
        if (!m_document)
            return;
        m_issues.add(source, report.issues);
        const bool first = !m_document->item();
        m_document->reload();
        if (first)
            m_work->next();
        std::vector<NoticeBar::Answer> answers;
        if (report.issues.count() > 0)
            answers.push_back({tr("Show the issues"), [this] { showIssues(); }, false});
        m_view->notices().show(NoticeBar::Tone::Good,
                               tr("Imported: %1 on %2.")
                                   .arg(tr("%Ln label(s)", nullptr, static_cast<int>(report.annotations)),
                                        tr("%Ln item(s)", nullptr, static_cast<int>(report.items))),
                               std::move(answers), 12);
    });
    dialog->show();
    if (!path.isEmpty())
        dialog->setPath(path);
}

void MainWindow::showModels()
{
    if (!m_document)
        return;
    auto *dialog = new ModelDialog(m_services.settings(), *m_prelabeling, this);
    connect(dialog, &ModelDialog::thisItemRequested, this, &MainWindow::prelabelShown);
    connect(dialog, &ModelDialog::allItemsRequested, this, [this] {
        if (m_document)
            m_prelabeling->run({});
    });
    dialog->show();
}

void MainWindow::prelabelShown()
{
    if (m_document && m_document->item())
        m_prelabeling->run({m_document->item()->id});
}

void MainWindow::prelabelFinished(const prelabel::PrelabelReport &report)
{
    m_document->reload();
    m_issues.add(tr("Pre-labeling"), report.issues);
    const QLocale locale;
    const QString milliseconds = locale.toString(report.latencyMilliseconds, 'f', report.latencyMilliseconds < 10 ? 1 : 0);
    const QString provider = report.provenance.provider.toUpper();
    m_status->setDevice(tr("%1 · %2 ms").arg(provider, milliseconds),
                        QStringLiteral("%1\n%2%3").arg(report.provenance.model, report.provenance.device,
                                                       report.provenance.fallbackReason.isEmpty()
                                                           ? QString()
                                                           : QLatin1Char('\n') + report.provenance.fallbackReason));
    std::int64_t leftOut = 0;
    for (const auto &[name, count] : report.leftOut)
        leftOut += count;
    QString text = tr("%1 predictions on %n item(s) · %2 (%3) · %4 ms each", nullptr, static_cast<int>(report.items))
                       .arg(locale.toString(qlonglong(report.predictions)), provider, report.provenance.device, milliseconds);
    if (report.labeled > 0)
        text += QStringLiteral(" · ") + tr("%n already there", nullptr, static_cast<int>(report.labeled));
    std::vector<NoticeBar::Answer> answers;
    if (leftOut > 0) {
        text += QStringLiteral(" · ") + tr("%n left out: the schema lacks their classes", nullptr, static_cast<int>(leftOut));
        const auto items = m_document->item() ? std::vector<ItemId>{m_document->item()->id} : std::vector<ItemId>{};
        answers.push_back({tr("Add these classes"), [this, items] { m_prelabeling->run(items, true); }, false});
    }
    if (report.issues.count() > 0)
        answers.push_back({tr("Show the issues"), [this] { showIssues(); }, false});
    m_view->notices().show(NoticeBar::Tone::Good, text, std::move(answers), 15);
}

void MainWindow::prelabelFailed(const Error &error)
{
    if (!m_document)
        return;
    m_document->reload();
    if (error.code == ErrorCode::Cancelled)
        m_status->hint(tr("Pre-labeling was stopped; what was done is kept."));
    else
        m_view->notices().show(NoticeBar::Tone::Problem, error.text, {{tr("Choose a model…"), [this] { showModels(); }, false}});
}

void MainWindow::showCannotLabel()
{
    auto *popup = new CannotLabelPopup(m_document->schema().cannotLabelReasons, this);
    connect(popup, &CannotLabelPopup::chosen, m_work, &LabelWork::cannotLabel);
    popup->adjustSize();
    const QPoint middle = m_view->mapToGlobal(m_view->rect().center());
    popup->move(middle - QPoint(popup->width() / 2, popup->height() / 2));
    popup->show();
}

void MainWindow::pickClass()
{
    m_properties->classPicker().openAt(m_view->popupPlace());
}

void MainWindow::showIssues()
{
    Docks::reveal(m_issueDock);
}

void MainWindow::walkHistory(int steps)
{
    // Steps are counted from what is stored: not while some are on their way.
    if (!m_document || m_document->saveState() != document::SaveState::Saved)
        return;
    for (int done = 0; done < std::abs(steps); ++done)
        if (!walk(steps < 0))
            return;
}

void MainWindow::jumpTo(const itemmodels::Finding &finding)
{
    if (!finding.item.isNull()) {
        m_work->show(finding.item);
        if (!finding.annotation.isNull() && m_document->annotation(finding.annotation)) {
            m_document->select({finding.annotation});
            if (m_view->view())
                m_view->view()->reveal(finding.annotation);
        }
        return;
    }
    const QString base = QFileInfo(finding.issue.file).fileName();
    for (const QString &name : {finding.issue.file, base}) {
        const auto items = m_document->reader().itemsByName(name);
        if (items && !items->empty()) {
            m_work->show(items->front().id);
            return;
        }
    }
    m_status->hint(tr("%1 is not an item of this project.").arg(finding.issue.file));
}

}  // namespace plumbline::workstation
