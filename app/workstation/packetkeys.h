// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/packet/keyring.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QCheckBox;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace plumbline::workstation {

class PacketTrust;
class Services;

/// The person's own keys and those whose packets they take. Main thread only.
class PacketKeys final : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive it.
    PacketKeys(Services &services, QWidget *window);

    /// A card that came as a file, to be compared and trusted.
    void takeCard(const QString &path);
    [[nodiscard]] bool busy() const { return m_making; }

signals:
    /// Own keys or trusted ones are other than before.
    void changed();

private:
    [[nodiscard]] QWidget *makeOwn();
    [[nodiscard]] QWidget *makeTrusted();
    void refresh();
    void checkMaking();
    void generate();
    void saveCard();
    void chooseCard();
    void distrust();

    Services &m_services;
    packet::Keyring m_ring;
    bool m_making = false;
    QStackedWidget *m_own = nullptr;  // making keys, or the card
    QLineEdit *m_name = nullptr;
    QLineEdit *m_passphrase = nullptr;
    QLineEdit *m_again = nullptr;
    QCheckBox *m_none = nullptr;
    QPushButton *m_make = nullptr;
    QLabel *m_said = nullptr;
    QLabel *m_ownName = nullptr;
    QLabel *m_digits = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_remove = nullptr;
    PacketTrust *m_trust = nullptr;
    QLabel *m_cardSaid = nullptr;
};

}  // namespace plumbline::workstation
