// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/packetpacking.h"
#include "core/jobs/jobrunner.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace plumbline::workstation {

class Services;

/// Asks what a packet is made with, and makes it. Main thread only.
class PacketPack final : public QDialog
{
    Q_OBJECT

public:
    /// What cannot be asked for here is in the order: kind, project, packet to be recalled, decisions. The services must outlive it.
    PacketPack(Services &services, PackOrder order, QWidget *window);
    [[nodiscard]] bool busy() const { return m_job != 0; }

public slots:
    /// Keys or trusted people have changed.
    void refreshKeys();

signals:
    void said(const QString &text);
    /// It is made, and the project remembers it.
    void made();
    void keysRequested();

private:
    void makeWork();
    void makeCases();
    void makeCommon();
    [[nodiscard]] QStringList checked(const QListWidget *list) const;
    void proposeReceivers();
    void choosePath();
    void pack();
    void packed(const Result<packet::PackReport> &report);
    void refresh();

    Services &m_services;
    PackOrder m_order;
    jobs::JobId m_job = 0;
    QFormLayout *m_form;
    QListWidget *m_people = nullptr;
    QComboBox *m_cohort = nullptr;
    QLineEdit *m_named = nullptr;
    QSpinBox *m_most = nullptr;
    QDoubleSpinBox *m_iou = nullptr;
    QDoubleSpinBox *m_alike = nullptr;
    QCheckBox *m_media = nullptr;
    QCheckBox *m_ends = nullptr;
    QDateEdit *m_day = nullptr;
    QCheckBox *m_notice = nullptr;
    QListWidget *m_receivers;
    QLineEdit *m_passphrase;
    QLineEdit *m_path;
    QLabel *m_words;
    QLabel *m_result;
    QProgressBar *m_progress;
    QPushButton *m_keys;
    QPushButton *m_close;
    QPushButton *m_pack;
    bool m_hasKeys = false;
    bool m_done = false;
};

}  // namespace plumbline::workstation
