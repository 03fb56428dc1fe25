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

#include <memory>

namespace plumbline::workstation {

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

    // Services
    Settings &settings() override { return m_settings; }
    RecentProjects &recent() override { return m_recent; }
    Layouts &layouts() override { return m_layouts; }
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

    Settings m_settings;
    RecentProjects m_recent;
    Layouts m_layouts;
    Language m_language;
    store::Person m_person;
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
