// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/packetjobs.h"

#include <QAbstractTableModel>
#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;
class QTableView;

namespace plumbline::workstation {

class PacketTrust;

/// The members of a packet with their sizes, in the order of the file. Main thread only.
class PacketMembers final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setMembers(std::vector<packet::ZipMember> members);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<packet::ZipMember> m_members;
};

/// What is inside a packet, who signed it and whether it is whole: everything that can be known before anything is taken. Main
/// thread only.
class PacketView final : public QWidget
{
    Q_OBJECT

public:
    /// `keys` = folder of the keyring.
    explicit PacketView(const QString &keys, QWidget *parent = nullptr);
    void setInspection(const PacketInspection &inspection);
    /// The packet of a stranger is to be taken all the same.
    [[nodiscard]] bool accepted() const;

signals:
    /// The person has said whether they believe the sender.
    void standingChanged();
    /// The sender is trusted from now on.
    void trusted(const QString &name);

private:
    void showIntegrity(const PacketInspection &inspection);
    void showSender(const PacketInspection &inspection);
    void showFacts(const PacketInspection &inspection);

    QLabel *m_title;
    QLabel *m_about;
    QLabel *m_integrity;
    QLabel *m_sender;
    PacketTrust *m_trust;
    QCheckBox *m_accept;
    QFormLayout *m_facts;
    QLabel *m_membersTitle;
    QTableView *m_table;
    PacketMembers m_members;
};

}  // namespace plumbline::workstation
