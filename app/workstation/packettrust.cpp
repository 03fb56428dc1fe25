// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packettrust.h"

#include "app/workstation/packetwords.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

PacketTrust::PacketTrust(QString keys, QWidget *parent)
    : QWidget(parent), m_keys(std::move(keys)), m_digits(new QLabel), m_told(new QLineEdit), m_name(new QLineEdit),
      m_trust(new QPushButton(tr("Trust this key"))), m_said(new QLabel)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_digits->setObjectName(QStringLiteral("trustDigits"));
    m_digits->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_told->setObjectName(QStringLiteral("trustTold"));
    m_told->setPlaceholderText(tr("the sixteen digits that they told you"));
    m_told->setAccessibleName(tr("Digits that they told you"));
    m_name->setObjectName(QStringLiteral("trustName"));
    m_name->setAccessibleName(tr("Trust as"));
    m_trust->setObjectName(QStringLiteral("trustButton"));
    m_trust->setAutoDefault(false);
    m_said->setObjectName(QStringLiteral("trustSaid"));
    m_said->setWordWrap(true);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_digits->setFont(fixed);
    m_told->setFont(fixed);
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_trust);
    form->addRow(tr("Key"), m_digits);
    form->addRow(tr("They say"), m_told);
    form->addRow(tr("Trust as"), row);
    form->addRow(m_said);
    connect(m_told, &QLineEdit::textChanged, this, &PacketTrust::compare);
    connect(m_name, &QLineEdit::textChanged, this, &PacketTrust::compare);
    connect(m_trust, &QPushButton::clicked, this, &PacketTrust::trust);
    compare();
}

void PacketTrust::setCard(const packet::KeyCard &card)
{
    m_card = card;
    m_digits->setText(packets::digitWords(card.key.idText()));
    m_name->setText(card.name);
    m_told->clear();
    compare();
}

void PacketTrust::compare()
{
    const QString told = packets::digitsOf(m_told->text());
    const bool same = !told.isEmpty() && told == m_card.key.idText();
    m_trust->setEnabled(same && !m_name->text().trimmed().isEmpty());
    m_said->setText(told.isEmpty() || same ? QString() : tr("These are other digits: the key is not theirs. Do not trust it."));
    m_said->setVisible(!m_said->text().isEmpty());
}

void PacketTrust::trust()
{
    const QString name = m_name->text().trimmed();
    packet::Keyring ring(m_keys);
    if (const auto done = ring.trust(m_card, name); !done) {
        m_said->setText(done.error().text);
        m_said->show();
        return;
    }
    emit trusted(name);
}

}  // namespace plumbline::workstation
