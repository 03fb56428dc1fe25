// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetdesk.h"

#include "app/workstation/packetcases.h"
#include "app/workstation/packetdialog.h"
#include "app/workstation/packetkeys.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"

#include <QFileDialog>
#include <QFileInfo>

namespace plumbline::workstation {

PacketDesk::PacketDesk(Services &services, QWidget *window) : QObject(window), m_services(services), m_window(window) {}

QList<PacketDialog *> PacketDesk::dialogs() const
{
    return m_window->findChildren<PacketDialog *>(QString(), Qt::FindDirectChildrenOnly);
}

void PacketDesk::setProject(std::shared_ptr<store::Project> project)
{
    m_project = std::move(project);
    for (PacketDialog *dialog : dialogs())
        dialog->setProject(m_project);
}

void PacketDesk::choose()
{
    const QStringList chosen = QFileDialog::getOpenFileNames(
        m_window, tr("Open a packet"), m_services.settings().lastFolder(QStringLiteral("packets")), tr("Packets (*.plumbpack)"));
    if (chosen.isEmpty())
        return;
    m_services.settings().setLastFolder(QStringLiteral("packets"), QFileInfo(chosen.first()).absolutePath());
    open(chosen);
}

void PacketDesk::open(const QStringList &paths)
{
    for (const QString &path : paths)
        open(path);
}

void PacketDesk::open(const QString &path)
{
    auto *dialog = new PacketDialog(m_services, path, m_window);
    dialog->setProject(m_project);
    connect(dialog, &PacketDialog::said, this, &PacketDesk::said);
    connect(dialog, &PacketDialog::projectChanged, this, &PacketDesk::projectChanged);
    connect(dialog, &PacketDialog::projectRequested, this, &PacketDesk::projectRequested);
    connect(dialog, &PacketDialog::keysRequested, this, &PacketDesk::showKeys);
    connect(dialog, &PacketDialog::releaseRequested, this, [this](const QString &folder) {
        if (m_project && m_project->folder() == folder)
            emit releaseRequested();
    });
    connect(dialog, &PacketDialog::casesRequested, this, [this](const std::shared_ptr<packet::PacketReader> &packet) {
        auto *cases = new PacketCases(m_services, packet, m_window);
        connect(cases, &PacketCases::said, this, &PacketDesk::said);
        connect(cases, &PacketCases::keysRequested, this, &PacketDesk::showKeys);
        connect(this, &PacketDesk::keysChanged, cases, &PacketCases::keysChanged);
        cases->show();
        cases->raise();
        cases->activateWindow();
    });
    connect(this, &PacketDesk::keysChanged, dialog, &PacketDialog::inspect);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void PacketDesk::showKeys()
{
    auto *keys = m_window->findChild<PacketKeys *>(QString(), Qt::FindDirectChildrenOnly);
    if (!keys) {
        keys = new PacketKeys(m_services, m_window);
        connect(keys, &PacketKeys::changed, this, &PacketDesk::keysChanged);
    }
    keys->show();
    keys->raise();
    keys->activateWindow();
}

}  // namespace plumbline::workstation
