// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/workstation.h"

#include "app/workstation/housestyle.h"
#include "app/workstation/idlelock.h"
#include "app/workstation/mainwindow.h"
#include "app/workstation/signin.h"
#include "core/audit/log.h"
#include "core/base/logging.h"
#include "widgets/charts/plot.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QProcess>

#include <spdlog/spdlog.h>

namespace plumbline::workstation {

namespace {

class Ui final : public extension::UiContext
{
public:
    explicit Ui(extension::Registry<extension::ViewFactory> &views) : m_views(views) {}
    extension::Registry<extension::ViewFactory> &views() override { return m_views; }

private:
    extension::Registry<extension::ViewFactory> &m_views;
};

}  // namespace

Workstation::Workstation()
    : m_settings(std::make_unique<Settings>()), m_layouts(std::make_unique<Layouts>()), m_person(store::operatingSystemPerson()),
      m_idle(new IdleLock(this)), m_jobs(std::make_unique<jobs::JobRunner>())
{
    // The system's colours, before ours replace them.
    const QPalette palette = QApplication::palette();
    m_systemDark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    connect(m_idle, &IdleLock::idle, this, &Workstation::lock);
    m_language.apply(m_settings->language());
    applyTheme();
    watchSettings();
}

void Workstation::watchSettings()
{
    connect(m_settings.get(), &Settings::themeChanged, this, &Workstation::applyTheme);
    connect(m_settings.get(), &Settings::languageChanged, this, &Workstation::rebuildWindow);
    connect(m_settings.get(), &Settings::scaleChanged, this, &Workstation::startAnew);
    const auto wait = [this] { m_idle->setPatience(std::chrono::minutes(m_settings->idleMinutes())); };
    connect(m_settings.get(), &Settings::idleMinutesChanged, this, wait);
    wait();
}

void Workstation::makeWindow()
{
    m_window = std::make_unique<MainWindow>(*this);
    connect(m_window.get(), &MainWindow::personSwitchRequested, this, &Workstation::askWho);
    connect(m_window.get(), &MainWindow::lockRequested, this, &Workstation::lock);
    connect(m_window.get(), &MainWindow::projectAboutToShow, this, [this](ProjectId project) {
        m_person.authenticated = m_person.name == store::operatingSystemPerson().name || project == m_provenIn;
    });
}

void Workstation::askWho()
{
    if (!m_window->document())
        return;
    auto *dialog = new SignInDialog(*this, m_window->document()->sharedProject(), m_window.get());
    // After the dialog's own click: the window it belongs to goes.
    connect(dialog, &SignInDialog::signedIn, this, &Workstation::switchTo, Qt::QueuedConnection);
    dialog->show();
    dialog->activateWindow();
}

void Workstation::switchTo(const store::Person &person)
{
    if (!m_window || !m_window->document())
        return;
    m_window->saveSession();
    const std::shared_ptr<store::Project> project = m_window->document()->sharedProject();
    m_window->document()->flush();
    m_window.reset();
    m_lock.reset();
    m_hidden.clear();
    m_person = person;
    const bool ofAccount = person.name == store::operatingSystemPerson().name;
    m_provenIn = ofAccount ? ProjectId{} : project->id();
    if (ofAccount) {
        m_settings = std::make_unique<Settings>();
        m_layouts = std::make_unique<Layouts>();
        audit::note(*project, person, audit::Action::SignedIn, person.name);
    } else {
        m_settings = std::make_unique<Settings>(person.name, Settings());
        m_layouts = std::make_unique<Layouts>(m_settings->folder());
    }
    m_language.apply(m_settings->language());
    applyTheme();
    watchSettings();
    makeWindow();
    m_window->resume(project, Session::load(m_settings->sessionFolder()));
}

void Workstation::lock()
{
    if (m_lock || !m_window || !m_window->document())
        return;
    m_window->saveSession();
    m_window->setLocked(true);
    m_window->document()->flush();
    m_lock = std::make_unique<LockWindow>(*this, m_window->document()->sharedProject());
    connect(m_lock.get(), &LockWindow::signedIn, this, &Workstation::unlock, Qt::QueuedConnection);
    connect(m_lock.get(), &LockWindow::closed, m_window.get(), [this] {
        m_window->close();
        QCoreApplication::quit();
    });
    m_lock->setGeometry(m_window->geometry());
    m_lock->setWindowState(m_window->windowState());
    m_lock->show();
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other == m_lock.get() || !other->isVisible())
            continue;
        const Qt::WindowType type = other->windowType();
        if (type != Qt::Popup && type != Qt::ToolTip)
            m_hidden.append(other);
        other->hide();
    }
    m_lock->activateWindow();
}

void Workstation::unlock(const store::Person &person)
{
    if (!m_lock)
        return;
    if (person.name != m_person.name) {
        switchTo(person);
        return;
    }
    for (const QPointer<QWidget> &other : std::as_const(m_hidden))
        if (other)
            other->show();
    m_hidden.clear();
    m_lock.reset();
    m_window->setLocked(false);
    m_idle->setPatience(m_idle->patience());
    m_window->activateWindow();
}

Workstation::~Workstation()
{
    m_lock.reset();
    m_window.reset();
    m_jobs.reset();
}

void Workstation::start(const Options &options)
{
    for (const QString &folder : extension::PluginManager::standardFolders() + options.pluginFolders)
        m_plugins.scan(folder);
    m_mayStartAnew = options.startAnew;
    makeWindow();
    Session session = options.restore && (options.resume || m_settings->restoreSession()) ? Session::load() : Session();
    if (!options.paths.isEmpty())
        session.project.clear();
    m_window->restore(session);
    m_window->show();
    if (!options.paths.isEmpty())
        m_window->openPaths(options.paths);
}

void Workstation::applyTheme()
{
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    const QString wanted = m_settings->theme();
    const bool light = wanted == QLatin1String("light") || (wanted == QLatin1String("system") && !m_systemDark);
    theme::applyTheme(*application, light ? theme::lightTheme() : theme::darkTheme());
    // After the theme, which sets plain Fusion.
    QApplication::setStyle(new HouseStyle);
    QApplication::setPalette(theme::paletteOf(light ? theme::lightTheme() : theme::darkTheme()));
}

// Texts are made once, in the language of the moment: another language is another window on the same project.
void Workstation::rebuildWindow()
{
    m_language.apply(m_settings->language());
    if (!m_window)
        return;
    const Session session = m_window->session();
    std::shared_ptr<store::Project> project;
    std::optional<ItemId> item;
    if (m_window->document()) {
        project = m_window->document()->sharedProject();
        item = ItemId::fromString(session.item);
    }
    m_window.reset();
    makeWindow();
    Session layout = session;
    layout.project.clear();
    m_window->restore(layout);
    m_window->show();
    if (project)
        m_window->setProject(project, item.value_or(ItemId{}));
}

// Qt reads the size of everything once, before the first window.
bool Workstation::startAnew()
{
    if (!m_mayStartAnew || !m_window)
        return false;
    m_window->close();
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--resume")}))
        return false;
    QCoreApplication::quit();
    return true;
}

void Workstation::loadKind(const QString &kind)
{
    if (m_loadedKinds.contains(kind))
        return;
    m_loadedKinds.append(kind);
    m_plugins.loadKind(kind);
    Ui ui(m_views);
    m_plugins.forEachLoaded([&](QObject &root, const extension::PluginInfo &info) {
        auto *plugin = qobject_cast<extension::UiPlugin *>(&root);
        if (!plugin || m_initialised.contains(&root))
            return;
        m_initialised.append(&root);
        if (const auto done = plugin->initializeUi(ui); !done)
            base::log().warn("plugin {}: {}", info.metadata.id.toStdString(), done.error().text.toStdString());
    });
}

exchange::MediaOpener Workstation::mediaOpener()
{
    loadKind(QStringLiteral("media"));
    return exchange::MediaOpener(m_plugins.mediaSources().all());
}

std::vector<const extension::AnnotationFormat *> Workstation::formats()
{
    loadKind(QStringLiteral("format"));
    return m_plugins.formats().all();
}

std::vector<const extension::InferenceEngine *> Workstation::engines()
{
    loadKind(QStringLiteral("engine"));
    return m_plugins.engines().all();
}

std::vector<const extension::ViewFactory *> Workstation::views()
{
    loadKind(QStringLiteral("view"));
    return m_views.all();
}

charts::Plot *Workstation::createPlot(QWidget *parent)
{
    loadKind(QStringLiteral("panel"));
    charts::Plot *plot = nullptr;
    m_plugins.forEachLoaded([&](QObject &root, const extension::PluginInfo &) {
        if (auto *plugin = qobject_cast<charts::PlotPlugin *>(&root); plugin && !plot)
            plot = plugin->createPlot(parent);
    });
    return plot;
}

QString Workstation::whyMissing(const QString &provided)
{
    const auto there = m_plugins.require(provided);
    return there ? tr("Its plugin is loaded but offers no view.") : there.error().text;
}

}  // namespace plumbline::workstation
