// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/mainwindow.h"

#include "app/workstation/activityrecorder.h"
#include "app/workstation/labelextras.h"
#include "app/workstation/viewhost.h"
#include "core/workflow/takingback.h"
#include "widgets/panels/noticebar.h"

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

bool MainWindow::walk(bool undo)
{
    const auto allowed = workflow::mayWalk(m_document->project(), m_document->person(),
                                           undo ? workflow::WalkStep::Undo : workflow::WalkStep::Redo);
    if (!allowed) {
        m_view->notices().show(panels::NoticeBar::Tone::Problem, allowed.error().text);
        return false;
    }
    if (undo)
        m_document->undo();
    else
        m_document->redo();
    return true;
}

void MainWindow::setLocked(bool locked)
{
    m_extras->activity().setLocked(locked);
}

}  // namespace plumbline::workstation
