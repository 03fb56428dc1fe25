// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/language.h"
#include "app/workstation/layouts.h"
#include "app/workstation/recentprojects.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

namespace plumbline::workstation {

class IdleLock;
class LockWindow;
class MainWindow;

/// The program: owns what every window uses, and the window. Main thread only.
class Workstation final : public QObject, public Services
{
    Q_OBJECT

public:
    struct Options {
        QStringList paths;     ///< of the command line
        bool restore = true;   ///< go on where the last run stopped, when no path is given
        QStringList pluginFolders;  ///< searched besides the standard ones
        bool resume = false;     ///< even when the settings say to begin with the start page
        bool startAnew = false;  ///< a change that needs it starts the program again
    };

    Workstation();
    ~Workstation() override;

    void start(const Options &options);
    /// The program again, in place of this one, where it is now; false when it cannot be started.
    bool startAnew();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] extension::PluginManager &plugins() { return m_plugins; }

    /// Somebody else goes on with the open project: their keys, theme, panels and place. What the one before did is saved.
    void switchTo(const store::Person &person);
    /// Nothing is shown until somebody signs in. Nothing happens while no project is open.
    void lock();
    [[nodiscard]] LockWindow *lockWindow() const { return m_lock.get(); }
    [[nodiscard]] IdleLock &idleLock() const { return *m_idle; }

    // Services
    Settings &settings() override { return *m_settings; }
    RecentProjects &recent() override { return m_recent; }
    Layouts &layouts() override { return *m_layouts; }
    jobs::JobRunner &jobs() override { return *m_jobs; }
    store::Person person() const override { return m_person; }
    exchange::MediaOpener mediaOpener() override;
    std::vector<const extension::AnnotationFormat *> formats() override;
    std::vector<const extension::InferenceEngine *> engines() override;
    std::vector<const extension::ViewFactory *> views() override;
    charts::Plot *createPlot(QWidget *parent) override;
    QString whyMissing(const QString &provided) override;

private:
    void loadKind(const QString &kind);
    void applyTheme();
    void rebuildWindow();
    void makeWindow();
    void watchSettings();
    void askWho();
    void unlock(const store::Person &person);

    std::unique_ptr<Settings> m_settings;
    RecentProjects m_recent;
    std::unique_ptr<Layouts> m_layouts;
    Language m_language;
    store::Person m_person;
    ProjectId m_provenIn;  // where the secret of somebody else than the account was checked
    IdleLock *m_idle;
    std::unique_ptr<LockWindow> m_lock;
    QList<QPointer<QWidget>> m_hidden;  // behind the lock
    // Destroyed from the end: the window, jobs that use plugins, plugins, and what they registered in.
    extension::Registry<extension::ViewFactory> m_views;
    extension::PluginManager m_plugins;
    QStringList m_loadedKinds;
    QList<QObject *> m_initialised;
    bool m_systemDark = true;
    bool m_mayStartAnew = false;
    std::unique_ptr<jobs::JobRunner> m_jobs;
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace plumbline::workstation
