// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/projectpages.h"

#include "app/workstation/reviewfigures.h"
#include "app/workstation/reviewview.h"
#include "app/workstation/services.h"
#include "app/workstation/teamview.h"
#include "core/store/reader.h"

#include <utility>

namespace plumbline::workstation {

namespace {

template <typename Window>
ProjectWindow *make(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
{
    return new Window(services, std::move(project), window);
}

}  // namespace

const std::vector<ProjectPage> &projectPages()
{
    using workflow::Act;
    static const std::vector<ProjectPage> pages{
        {QStringLiteral("review"), ProjectPages::tr("&Review…"), QStringLiteral("submit"), Act::Review, true, make<ReviewView>},
        {QStringLiteral("reviewing"), ProjectPages::tr("Rev&iewing…"), QStringLiteral("gauge"), Act::Plan, true, make<ReviewFigures>},
        {QStringLiteral("team"), ProjectPages::tr("T&eam…"), QStringLiteral("gauge"), Act::SeeTeam, false, make<TeamView>},
    };
    return pages;
}

ProjectPages::ProjectPages(Services &services, QWidget *window) : QObject(window), m_services(services), m_window(window) {}

void ProjectPages::setProject(std::shared_ptr<store::Project> project)
{
    for (const auto &[id, window] : std::exchange(m_windows, {}))
        delete window;
    m_offered.clear();
    m_project = std::move(project);
    if (!m_project)
        return;
    const auto reader = m_project->store().reader();
    if (!reader)
        return;
    const auto team = (*reader)->setting(QStringLiteral("team"));
    const bool isTeam = team && *team == true;
    for (const ProjectPage &page : projectPages())
        m_offered[page.id] = (isTeam || !page.teamOnly) && workflow::demand(**reader, m_services.person(), page.act).has_value();
}

bool ProjectPages::offered(const QString &id) const
{
    const auto found = m_offered.find(id);
    return found != m_offered.end() && found->second;
}

void ProjectPages::show(const QString &id)
{
    if (!offered(id))
        return;
    ProjectWindow *&window = m_windows[id];
    if (!window) {
        for (const ProjectPage &page : projectPages())
            if (page.id == id)
                window = page.make(m_services, m_project, m_window);
        connect(window, &ProjectWindow::said, this, &ProjectPages::said);
        connect(window, &ProjectWindow::projectChanged, this, &ProjectPages::projectChanged);
        connect(window, &ProjectWindow::itemRequested, this, &ProjectPages::itemRequested);
    }
    window->show();
    window->raise();
    window->activateWindow();
}

}  // namespace plumbline::workstation
