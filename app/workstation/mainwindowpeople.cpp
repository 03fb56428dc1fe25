// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/mainwindow.h"

#include "app/workstation/activityrecorder.h"
#include "app/workstation/labelextras.h"

namespace plumbline::workstation {

void MainWindow::resume(const std::shared_ptr<store::Project> &project, const Session &session)
{
    Session layout = session;
    layout.project.clear();
    restore(layout);
    ItemId item;
    if (session.project == project->folder()) {
        m_toRestore = session;
        item = ItemId::fromString(session.item).value_or(ItemId{});
    }
    show();
    setProject(project, item);
    restoreWork();
}

void MainWindow::setLocked(bool locked)
{
    m_extras->activity().setLocked(locked);
}

}  // namespace plumbline::workstation
