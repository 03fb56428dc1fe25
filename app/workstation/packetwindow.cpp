// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetwindow.h"

#include "app/workstation/packetdesk.h"
#include "app/workstation/packetpack.h"
#include "app/workstation/packetwords.h"
#include "app/workstation/services.h"
#include "app/workstation/teamforms.h"
#include "core/packet/keyring.h"
#include "core/store/reader.h"
#include "core/workflow/roles.h"
#include "widgets/panels/emptystate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

constexpr int placeRole = Qt::UserRole;  // of a row: its place among the packets

Result<bool> may(const store::Reader &reader, const store::Person &person, workflow::Act act)
{
    const auto allowed = workflow::demand(reader, person, act);
    if (!allowed && allowed.error().code != ErrorCode::PermissionDenied)
        return fail(allowed.error());
    return allowed.has_value();
}

}  // namespace

PacketWindow::PacketWindow(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project)), m_words(forms::words("packetsWords")),
      m_stack(new QStackedWidget), m_empty(new panels::EmptyState), m_list(new QTreeWidget),
      m_conflictWords(forms::words("packetsConflictWords")), m_conflicts(new QListWidget)
{
    setObjectName(QStringLiteral("packetWindow"));
    setWindowTitle(tr("Packets"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_list->setObjectName(QStringLiteral("packetsList"));
    m_list->setAccessibleName(tr("Packets"));
    m_list->setHeaderLabels({tr("Way"), tr("Packet"), tr("With"), tr("Made"), tr("Good until"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_conflicts->setObjectName(QStringLiteral("packetsConflicts"));
    m_conflicts->setAccessibleName(tr("Conflicts"));
    constexpr int conflictHeight = 140;
    m_conflicts->setMaximumHeight(conflictHeight);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_words);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_conflictWords);
    layout->addWidget(m_conflicts);
    layout->addWidget(makeButtons());
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &PacketWindow::refreshState);
    connect(m_conflicts, &QListWidget::itemActivated, this, [this](const QListWidgetItem *row) {
        const auto place = static_cast<std::size_t>(row->data(placeRole).toInt());
        if (place < m_loaded.conflicts.size())
            emit itemRequested(m_loaded.conflicts[place].item);
    });
    constexpr QSize usual(900, 560);
    resize(usual);
    m_conflictWords->hide();
    m_conflicts->hide();
    if (auto *desk = window->findChild<PacketDesk *>())
        connect(desk, &PacketDesk::projectChanged, this, &PacketWindow::reload);
    refreshState();
    reload();
}

QWidget *PacketWindow::makeButtons()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](QPushButton *&button, const char *name, const QString &text, const QString &tip) {
        button = new QPushButton(text);
        button->setObjectName(QString::fromLatin1(name));
        button->setToolTip(tip);
        button->setAutoDefault(false);
        layout->addWidget(button);
    };
    add(m_open, "packetsOpen", tr("Open a packet…"), tr("Look into a packet; nothing is taken yet"));
    add(m_handOut, "packetsHandOut", tr("Hand out work…"), tr("Pack what people have still to do"));
    add(m_submissions, "packetsSubmissions", tr("Pack my submissions…"),
        tr("Pack what you handed in of the work that came in packets"));
    add(m_cases, "packetsCases", tr("Pack disagreements…"), tr("Pack what people disagree on, to be decided elsewhere"));
    add(m_recall, "packetsRecall", tr("Recall…"), tr("The selected work is not to be worked on any more"));
    layout->addStretch(1);
    add(m_keys, "packetsKeys", tr("Keys…"), tr("Your keys, and whose packets you take"));
    auto *desk = parentWidget()->findChild<PacketDesk *>();
    connect(m_open, &QPushButton::clicked, desk, &PacketDesk::choose);
    connect(m_keys, &QPushButton::clicked, desk, &PacketDesk::showKeys);
    connect(m_handOut, &QPushButton::clicked, this, [this] { pack(PackWhat::Work); });
    connect(m_submissions, &QPushButton::clicked, this, [this] { pack(PackWhat::Submissions); });
    connect(m_cases, &QPushButton::clicked, this, [this] { pack(PackWhat::Cases); });
    connect(m_recall, &QPushButton::clicked, this, [this] { pack(PackWhat::Recall); });
    return bar;
}

void PacketWindow::reload()
{
    ++m_jobs;
    m_services.jobs().run(
        tr("Read the packets"),
        [project = m_project, person = m_services.person()](jobs::JobControl &control) -> Result<Loaded> {
            const auto reader = project->store().reader();
            auto packets = packet::packetList(*project, project->store().clock().nowMicroseconds(), control);
            auto conflicts = packet::conflicts(*project);
            const auto origin = packet::originOf(*project);
            if (!reader || !packets)
                return fail(reader ? packets.error() : reader.error());
            if (!conflicts || !origin)
                return fail(conflicts ? origin.error() : conflicts.error());
            Loaded loaded{std::move(*packets), std::move(*conflicts), {}, origin->has_value(), false, false, false};
            for (const packet::Conflict &conflict : loaded.conflicts) {
                const auto item = (*reader)->item(conflict.item);
                if (!item)
                    return fail(item.error());
                loaded.names[conflict.item] = *item ? (*item)->name : conflict.item.toString();
            }
            for (const auto &[act, allowed] : {std::pair{workflow::Act::HandOut, &loaded.handsOut},
                                               {workflow::Act::Adjudicate, &loaded.adjudicates},
                                               {workflow::Act::Label, &loaded.labels}}) {
                const auto is = may(**reader, person, act);
                if (!is)
                    return fail(is.error());
                *allowed = *is;
            }
            // Who else got work, and what people disagree on, is not for those who only label.
            if (!loaded.handsOut)
                loaded.conflicts.clear();
            if (!loaded.handsOut && !loaded.adjudicates && !loaded.fromPackets)
                loaded.packets.clear();
            return loaded;
        },
        this,
        [this](Result<Loaded> loaded) {
            --m_jobs;
            if (loaded)
                take(std::move(*loaded));
            else if (loaded.error().code != ErrorCode::Cancelled)
                m_words->setText(loaded.error().text);
            refreshState();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

// Whom it went to or came from. A key that nobody trusts any more is named by its digits.
QString PacketWindow::otherOf(const packet::ListedPacket &packet) const
{
    if (packet.out)
        return packet.people.isEmpty() ? packet.receiver : packet.people.join(QStringLiteral(", "));
    const auto key = packet::PublicKey::fromText(packet.sender);
    if (!key)
        return {};
    const auto name = packet::Keyring(packet::Keyring::standardFolder()).nameOf(*key);
    return name && *name ? **name : packets::digitWords(key->idText());
}

void PacketWindow::take(Loaded loaded)
{
    m_loaded = std::move(loaded);
    m_words->setText(m_loaded.fromPackets ? tr("This project was made from packets: what you hand in here goes back as a packet.")
                     : m_loaded.handsOut  ? tr("Work that leaves this machine as signed files, and what comes back.")
                                          : tr("A lead hands out work from here."));
    m_list->clear();
    for (std::size_t i = 0; i < m_loaded.packets.size(); ++i) {
        const packet::ListedPacket &packet = m_loaded.packets[i];
        auto *row =
            new QTreeWidgetItem({packet.out ? tr("out") : tr("in"), packets::kindTitle(packet.kind), otherOf(packet),
                                 packets::timeWords(packet.createdMicroseconds),
                                 packet.expiresMicroseconds == 0 ? QString() : packets::timeWords(packet.expiresMicroseconds),
                                 packets::stateWords(packet)});
        row->setData(0, placeRole, static_cast<int>(i));
        row->setToolTip(1, packet.packet.toString());
        m_list->addTopLevelItem(row);
    }
    for (int column = 0; column < m_list->columnCount() - 1; ++column) {
        constexpr int widest = 260;
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, std::min(widest, m_list->columnWidth(column) + 16));
    }
    m_empty->setWords(
        QStringLiteral("export"), tr("No packet yet"),
        m_loaded.handsOut && !m_loaded.fromPackets
            ? tr("Hand out work to people who share no network with you; what they hand in comes back the same way.")
            : tr("Packets that you open or make for this project are listed here."));
    m_stack->setCurrentIndex(m_loaded.packets.empty() ? 0 : 1);
    m_conflicts->clear();
    for (std::size_t i = 0; i < m_loaded.conflicts.size(); ++i) {
        const packet::Conflict &conflict = m_loaded.conflicts[i];
        auto *row = new QListWidgetItem(tr("%1: %2").arg(m_loaded.names[conflict.item], packet::conflictWords(conflict.kind)));
        row->setData(placeRole, static_cast<int>(i));
        m_conflicts->addItem(row);
    }
    const bool any = m_loaded.handsOut && !m_loaded.conflicts.empty();
    m_conflictWords->setText(
        tr("%n conflict(s) that only a person can decide; Enter shows the item", nullptr, m_conflicts->count()));
    m_conflictWords->setVisible(any);
    m_conflicts->setVisible(any);
}

void PacketWindow::refreshState()
{
    bool recallable = false;
    for (const QTreeWidgetItem *row : m_list->selectedItems()) {
        const auto place = static_cast<std::size_t>(row->data(0, placeRole).toInt());
        const packet::ListedPacket &packet = m_loaded.packets[place];
        recallable = packet.out && packet.kind == packet::PacketKind::Work && packet.state != packet::PacketState::Recalled;
    }
    m_handOut->setVisible(m_loaded.handsOut && !m_loaded.fromPackets);
    m_cases->setVisible(m_loaded.adjudicates && !m_loaded.fromPackets);
    m_recall->setVisible(m_loaded.handsOut && !m_loaded.fromPackets);
    m_submissions->setVisible(m_loaded.labels && m_loaded.fromPackets);
    for (QPushButton *button : {m_handOut, m_cases, m_submissions})
        button->setEnabled(idle());
    m_recall->setEnabled(idle() && recallable);
}

void PacketWindow::pack(PackWhat what)
{
    PackOrder order;
    order.what = what;
    order.project = m_project;
    if (what == PackWhat::Recall) {
        const QList<QTreeWidgetItem *> chosen = m_list->selectedItems();
        if (chosen.isEmpty())
            return;
        order.packet = m_loaded.packets[static_cast<std::size_t>(chosen.first()->data(0, placeRole).toInt())].packet;
    }
    auto *dialog = new PacketPack(m_services, order, this);
    connect(dialog, &PacketPack::said, this, &PacketWindow::said);
    connect(dialog, &PacketPack::made, this, &PacketWindow::reload);
    if (auto *desk = parentWidget()->findChild<PacketDesk *>()) {
        connect(dialog, &PacketPack::keysRequested, desk, &PacketDesk::showKeys);
        connect(desk, &PacketDesk::keysChanged, dialog, &PacketPack::refreshKeys);
    }
    dialog->show();
}

}  // namespace plumbline::workstation
