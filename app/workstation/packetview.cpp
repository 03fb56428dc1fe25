// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetview.h"

#include "app/workstation/packettrust.h"
#include "app/workstation/packetwords.h"
#include "app/workstation/teamforms.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace plumbline::workstation {

using theme::Token;

namespace {

constexpr int tableHeight = 96;

// Words with a bar at their side in the colour of what they say.
QLabel *statement(const char *name)
{
    QLabel *label = forms::words(name);
    label->setContentsMargins(12, 8, 12, 8);
    return label;
}

void paint(QLabel *label, Token token)
{
    const theme::Theme &colours = theme::themeOf(label->palette());
    label->setStyleSheet(QStringLiteral("QLabel { background: %1; border-left: 4px solid %2; }")
                             .arg(colours.colour(Token::Surface2).name(), colours.colour(token).name()));
}

}  // namespace

void PacketMembers::setMembers(std::vector<packet::ZipMember> members)
{
    beginResetModel();
    m_members = std::move(members);
    endResetModel();
}

int PacketMembers::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_members.size());
}

int PacketMembers::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant PacketMembers::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const packet::ZipMember &member = m_members[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return index.column() == 0 ? QString::fromLatin1(member.name)
                                   : QLocale().formattedDataSize(static_cast<qint64>(member.size));
    if (role == Qt::TextAlignmentRole && index.column() == 1)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant PacketMembers::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Member") : tr("Size");
}

PacketView::PacketView(const QString &keys, QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_about(forms::words("packetAbout")), m_integrity(statement("packetIntegrity")),
      m_sender(statement("packetSender")), m_trust(new PacketTrust(keys)), m_accept(new QCheckBox), m_facts(new QFormLayout),
      m_membersTitle(forms::heading({})), m_table(new QTableView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_title->setObjectName(QStringLiteral("packetTitle"));
    QFont large = m_title->font();
    large.setPixelSize(20);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_accept->setObjectName(QStringLiteral("packetAccept"));
    m_facts->setObjectName(QStringLiteral("packetFacts"));
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(4);
    m_table->setObjectName(QStringLiteral("packetMembers"));
    m_table->setAccessibleName(tr("Members of the packet"));
    m_table->setModel(&m_members);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(22);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(tableHeight);
    // Whatever is left: what stands above and below it is what matters.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    layout->addWidget(m_title);
    layout->addWidget(m_about);
    layout->addSpacing(4);
    layout->addWidget(m_integrity);
    layout->addWidget(m_sender);
    layout->addWidget(m_trust);
    layout->addWidget(m_accept);
    layout->addSpacing(4);
    layout->addLayout(m_facts);
    layout->addSpacing(4);
    layout->addWidget(m_membersTitle);
    layout->addWidget(m_table, 1);
    connect(m_accept, &QCheckBox::toggled, this, &PacketView::standingChanged);
    connect(m_trust, &PacketTrust::trusted, this, &PacketView::trusted);
}

bool PacketView::accepted() const
{
    return m_accept->isChecked() && !m_accept->isHidden();
}

void PacketView::setInspection(const PacketInspection &inspection)
{
    const packet::Manifest &m = inspection.reader->manifest();
    m_title->setText(tr("%1 of the project “%2”").arg(packets::kindTitle(m.kind), m.projectName));
    m_about->setText(packets::kindWords(m.kind));
    showIntegrity(inspection);
    showSender(inspection);
    showFacts(inspection);
    const std::vector<packet::ZipMember> &members = inspection.reader->members();
    m_membersTitle->setText(tr("%Ln member(s), %1", nullptr, static_cast<int>(members.size()))
                                .arg(QLocale().formattedDataSize(inspection.reader->bytes())));
    m_members.setMembers(members);
}

void PacketView::showIntegrity(const PacketInspection &inspection)
{
    paint(m_integrity, inspection.altered ? Token::Bad : Token::Good);
    m_integrity->setText(inspection.altered
                             ? tr("✗ %1 Nothing of it can be taken; ask for it again.").arg(inspection.altered->text)
                             : tr("✓ The signature holds, and every member is what was signed.")
                                   + (inspection.reader->sealed() ? QLatin1Char(' ') + tr("It came sealed to you.") : QString()));
}

void PacketView::showSender(const PacketInspection &inspection)
{
    const packet::Sender &sender = inspection.reader->manifest().sender;
    const QString digits = packets::digitWords(sender.key.idText());
    const bool unknown = inspection.standing == Standing::Stranger || inspection.standing == Standing::Changed;
    switch (inspection.standing) {
    case Standing::Own: m_sender->setText(tr("✓ You signed it yourself.")); break;
    case Standing::Trusted:
        m_sender->setText(
            inspection.trustedAs == sender.name
                ? tr("✓ From %1, whose key you trust.").arg(sender.name)
                : tr("✓ From %1, whose key you trust. They call themselves “%2”.").arg(inspection.trustedAs, sender.name));
        break;
    case Standing::Changed:
        m_sender->setText(
            tr("✗ It says it is from %1, but it is signed with another key than theirs. You trust key %2. Either they "
               "made new keys, or somebody pretends to be them: ask them on another way than the packet came.")
                .arg(sender.name, packets::digitWords(inspection.trustedKey)));
        break;
    case Standing::Stranger:
        m_sender->setText(
            tr("? It says it is from %1, but nobody whom you trust has its key. Ask them for the sixteen digits of their "
               "key on another way than the packet came, by telephone or face to face, and compare.")
                .arg(sender.name));
        break;
    }
    paint(m_sender, inspection.standing == Standing::Changed ? Token::Bad : unknown ? Token::Warn : Token::Good);
    m_sender->setToolTip(tr("Key %1").arg(digits));
    const bool askable = unknown && inspection.sound();
    // A card has both keys; a sender who gives only one away is to be trusted through their card.
    m_trust->setVisible(askable && sender.sealingKey.has_value());
    if (sender.sealingKey)
        m_trust->setCard({sender.name, sender.key, *sender.sealingKey});
    m_accept->setVisible(askable);
    m_accept->setChecked(false);
    m_accept->setText(inspection.reader->manifest().kind == packet::PacketKind::Submissions
                          ? tr("Take this one packet without knowing who sent it. What came so is marked, and never scored.")
                          : tr("Take this one packet without knowing who sent it."));
}

void PacketView::showFacts(const PacketInspection &inspection)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const packet::Manifest &m = inspection.reader->manifest();
    const auto row = [this](const QString &title, const QString &text) {
        if (text.isEmpty())
            return;
        auto *value = new QLabel(text);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *name = new QLabel(title);
        name->setForegroundRole(QPalette::PlaceholderText);
        m_facts->addRow(name, value);
    };
    constexpr qsizetype shownDigits = 12;
    row(tr("Inside"), packets::countWords(m));
    row(tr("Signed by"), tr("%1, key %2").arg(m.sender.name, packets::digitWords(m.sender.key.idText())));
    row(tr("For"), m.receiver.isEmpty() ? tr("whoever has it") : m.receiver);
    row(tr("People"), m.people.join(QStringLiteral(", ")));
    row(tr("Cohort"), m.cohort);
    row(tr("Made"), packets::timeWords(m.createdMicroseconds));
    row(tr("Good until"), m.expiresMicroseconds == 0 ? tr("no end")
                          : inspection.expired       ? tr("%1: expired").arg(packets::timeWords(m.expiresMicroseconds))
                                                     : packets::timeWords(m.expiresMicroseconds));
    row(tr("Label schema"), m.schemaVersion > 0 ? tr("version %1").arg(m.schemaVersion) : QString());
    row(tr("Guideline"), m.guidelineSha256.isEmpty() ? QString() : m.guidelineSha256.left(shownDigits) + QStringLiteral("…"));
    row(tr("Packet"), m.id.toString());
    row(m.kind == packet::PacketKind::Recall ? tr("Recalls") : tr("Answers"),
        m.answers.isNull() ? QString() : m.answers.toString());
}

}  // namespace plumbline::workstation
