// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/packetpacking.h"
#include "app/workstation/projectwindow.h"
#include "core/jobs/jobrunner.h"
#include "core/packet/mergepacket.h"
#include "core/packet/packetlist.h"

#include <map>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::workstation {

class Services;

/// The packets that went out of the open project and came in, and what makes new ones; which of it is there depends on the person's
/// role. Reads the project in the background. Main thread only.
class PacketWindow final : public ProjectWindow
{
    Q_OBJECT

public:
    PacketWindow(Services &services, std::shared_ptr<store::Project> project, QWidget *window);

    void reload();
    [[nodiscard]] bool idle() const { return m_jobs == 0; }
    [[nodiscard]] const std::vector<packet::ListedPacket> &packets() const { return m_loaded.packets; }

private:
    struct Loaded {
        std::vector<packet::ListedPacket> packets;
        std::vector<packet::Conflict> conflicts;
        std::map<ItemId, QString> names;  // of items with conflicts
        bool fromPackets = false;  // the project was made from packets: there is somebody to answer
        bool handsOut = false;
        bool adjudicates = false;
        bool labels = false;
    };

    [[nodiscard]] QWidget *makeButtons();
    void take(Loaded loaded);
    void refreshState();
    void pack(PackWhat what);
    [[nodiscard]] QString otherOf(const packet::ListedPacket &packet) const;

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    Loaded m_loaded;
    QLabel *m_words;
    QStackedWidget *m_stack;
    panels::EmptyState *m_empty;
    QTreeWidget *m_list;
    QLabel *m_conflictWords;
    QListWidget *m_conflicts;
    QPushButton *m_open = nullptr;
    QPushButton *m_handOut = nullptr;
    QPushButton *m_submissions = nullptr;
    QPushButton *m_cases = nullptr;
    QPushButton *m_recall = nullptr;
    QPushButton *m_keys = nullptr;
    jobs::Generation m_generation;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
