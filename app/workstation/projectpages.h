// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/projectwindow.h"
#include "core/store/project.h"
#include "core/workflow/roles.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace plumbline::workstation {

class Services;

/// A window about a project that the menu offers to those whose role has the act.
struct ProjectPage {
    QString id;     ///< "review": its action is "window.review"
    QString title;  ///< with a mnemonic, translated
    QString icon;
    workflow::Act act = workflow::Act::Look;
    bool teamOnly = false;  ///< makes no sense in a project of one
    std::function<ProjectWindow *(Services &, std::shared_ptr<store::Project>, QWidget *window)> make;
};
/// All there are, in the order of the menu, with titles in the language of the moment.
[[nodiscard]] std::vector<ProjectPage> projectPages();

/// Which of them the person may see in the open project, and those that are shown. Main thread only.
class ProjectPages final : public QObject
{
    Q_OBJECT

public:
    /// The services and the window must outlive it.
    ProjectPages(Services &services, QWidget *window);

    /// Closes what is shown. Null = none is open.
    void setProject(std::shared_ptr<store::Project> project);
    /// False while no project is open, and when the person's role forbids it.
    [[nodiscard]] bool offered(const QString &id) const;
    /// Whether the person may in the open project.
    [[nodiscard]] bool allows(workflow::Act act) const;
    void show(const QString &id);

signals:
    void said(const QString &text);
    void projectChanged();
    void itemRequested(plumbline::ItemId item);

private:
    Services &m_services;
    QWidget *m_window;
    std::shared_ptr<store::Project> m_project;
    std::map<QString, bool> m_offered;
    std::optional<workflow::Role> m_role;  // of the person in the open project
    bool m_proven = false;
    std::map<QString, ProjectWindow *> m_windows;
};

}  // namespace plumbline::workstation
