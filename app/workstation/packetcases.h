// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"
#include "core/packet/casefile.h"

#include <QDialog>
#include <QImage>
#include <QTemporaryDir>

#include <map>
#include <memory>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QToolButton;

namespace plumbline::workstation {

class Services;

/// The cases of an adjudication packet, decided without the project that they came from: versions beside each other, by letter; what
/// was decided becomes a packet. Main thread only.
class PacketCases final : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive it. The packet has been checked, and nobody else reads it.
    PacketCases(Services &services, std::shared_ptr<packet::PacketReader> packet, QWidget *window);

    /// Nothing is being read.
    [[nodiscard]] bool idle() const { return m_job == 0; }
    [[nodiscard]] std::size_t decided() const { return m_choices.size(); }
    /// The version of that letter is right; empty = there is no such object. Goes on to the next open case.
    void choose(const QString &letter);
    /// The shown case is open again.
    void takeBack();

signals:
    void said(const QString &text);
    void keysRequested();
    void keysChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Choice {
        QString letter;  ///< empty = no object
        QString note;
    };

    [[nodiscard]] QWidget *makeCase();
    /// Whether the key says what is right.
    bool decideBy(const QKeyEvent &event);
    void take(const Result<packet::CaseFile> &file);
    void showCase();
    void loadCrops();
    void fillVersions(const std::vector<QImage> &images);
    void refreshRow(int row);
    void refreshState();
    void pack();
    [[nodiscard]] const packet::PacketCase *shown() const;

    Services &m_services;
    std::shared_ptr<packet::PacketReader> m_packet;
    std::shared_ptr<const packet::CaseFile> m_file;
    std::shared_ptr<QTemporaryDir> m_folder;  // media that were taken out
    std::map<Uuid, Choice> m_choices;
    jobs::JobId m_job = 0;
    bool m_packing = false;
    bool m_packed = true;
    bool m_warned = false;
    QListWidget *m_list;
    QLabel *m_words;
    QHBoxLayout *m_versions;
    std::vector<QToolButton *> m_buttons;  // of the versions, then "none"
    QLineEdit *m_note;
    QLabel *m_said;
    QPushButton *m_again;
    QPushButton *m_pack;
};

}  // namespace plumbline::workstation
