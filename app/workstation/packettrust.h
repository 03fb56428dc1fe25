// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/packet/keyring.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace plumbline::workstation {

/// Asks for the sixteen digits of a key that were told on another way, and trusts it under a name when they are the same. Main
/// thread only.
class PacketTrust final : public QWidget
{
    Q_OBJECT

public:
    /// `keys` = folder of the keyring.
    explicit PacketTrust(QString keys, QWidget *parent = nullptr);
    /// The name is proposed.
    void setCard(const packet::KeyCard &card);

signals:
    void trusted(const QString &name);

private:
    void compare();
    void trust();

    QString m_keys;
    packet::KeyCard m_card;
    QLabel *m_digits;
    QLineEdit *m_told;
    QLineEdit *m_name;
    QPushButton *m_trust;
    QLabel *m_said;
};

}  // namespace plumbline::workstation
