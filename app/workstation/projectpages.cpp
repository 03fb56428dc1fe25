// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/projectpages.h"

#include "app/workstation/guidelinerollout.h"
#include "app/workstation/mytimepage.h"
#include "app/workstation/compareview.h"
#include "app/workstation/contestwindow.h"
#include "app/workstation/packetwindow.h"
#include "app/workstation/memberspage.h"
#include "app/workstation/reviewfigures.h"
#include "app/workstation/reviewview.h"
#include "app/workstation/services.h"
#include "app/workstation/tasksview.h"
#include "app/workstation/teamview.h"
#include "app/workstation/triageview.h"
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

std::vector<ProjectPage> projectPages()
{
    using workflow::Act;
    return {
        {QStringLiteral("time"), ProjectPages::tr("My t&ime…"), QStringLiteral("history"), Act::Look, false, make<MyTimePage>},
        {QStringLiteral("review"), ProjectPages::tr("&Review…"), QStringLiteral("submit"), Act::Review, true, make<ReviewView>},
        {QStringLiteral("compare"), ProjectPages::tr("C&ompare…"), QStringLiteral("split"), Act::Adjudicate, true, make<CompareView>},
        {QStringLiteral("triage"), ProjectPages::tr("Tria&ge…"), QStringLiteral("cannot-label"), Act::Triage, false, make<TriageView>},
        {QStringLiteral("tasks"), ProjectPages::tr("T&asks…"), QStringLiteral("user"), Act::Plan, true, make<TasksView>},
        {QStringLiteral("reviewing"), ProjectPages::tr("Revie&wing…"), QStringLiteral("gauge"), Act::Plan, true, make<ReviewFigures>},
        {QStringLiteral("team"), ProjectPages::tr("T&eam…"), QStringLiteral("gauge"), Act::SeeTeam, false, make<TeamView>},
        {QStringLiteral("contests"), ProjectPages::tr("Contested scores…"), QStringLiteral("issues"), Act::KeepGold, true,
         make<ContestWindow>},
        {QStringLiteral("guideline"), ProjectPages::tr("G&uideline…"), QStringLiteral("tag"), Act::ChangeProject, false,
         make<GuidelineRollout>},
        {QStringLiteral("packets"), ProjectPages::tr("&Packets…"), QStringLiteral("export"), Act::Label, true, make<PacketWindow>},
        {QStringLiteral("members"), ProjectPages::tr("&Members…"), QStringLiteral("user"), Act::KeepMembers, false, make<MembersPage>},
    };
}

ProjectPages::ProjectPages(Services &services, QWidget *window) : QObject(window), m_services(services), m_window(window) {}

void ProjectPages::setProject(std::shared_ptr<store::Project> project)
{
    for (const auto &[id, window] : std::exchange(m_windows, {}))
        delete window;
    m_offered.clear();
    m_role.reset();
    m_project = std::move(project);
    if (!m_project)
        return;
    const auto reader = m_project->store().reader();
    if (!reader)
        return;
    const store::Person person = m_services.person();
    const auto role = workflow::roleOf(**reader, person);
    m_role = role ? std::optional(*role) : std::nullopt;
    m_proven = person.authenticated;
    const auto team = (*reader)->setting(QStringLiteral("team"));
    const bool isTeam = team && *team == true;
    for (const ProjectPage &page : projectPages())
        m_offered[page.id] = (isTeam || !page.teamOnly) && allows(page.act);
    // Like the verb: somebody's own time is for whom something proves to be them.
    m_offered[QStringLiteral("time")] &= m_proven;
}

bool ProjectPages::allows(workflow::Act act) const
{
    return m_role && workflow::allows(*m_role, act) && (m_proven || !workflow::needsProof(act));
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
