// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/packetjobs.h"
#include "core/jobs/jobrunner.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace plumbline::workstation {

class PacketView;
class Services;

/// Looks into one packet, says what taking it would do, and takes it when it is told to. Works with and without an open project.
/// Main thread only.
class PacketDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive it.
    PacketDialog(Services &services, const QString &path, QWidget *window);

    /// The project that is open in the window; null = none. Kept until another is given.
    void setProject(std::shared_ptr<store::Project> project);
    [[nodiscard]] bool busy() const { return m_job != 0; }
    [[nodiscard]] const PacketInspection &inspection() const { return m_inspection; }

signals:
    void said(const QString &text);
    /// Labels or tasks of the open project have changed.
    void projectChanged();
    /// It is about to be changed by somebody else than the window, which must let it go.
    void releaseRequested(const QString &folder);
    /// To be opened in the window.
    void projectRequested(const QString &folder);
    void keysRequested();
    /// The cases of the packet are to be decided.
    void casesRequested(std::shared_ptr<packet::PacketReader> packet);

public slots:
    /// Looks again: keys or trusted senders have changed.
    void inspect();

private:
    void take(const PacketInspection &inspection);
    void showProblem();
    void refreshTaking();
    void refreshPlaces();
    void describeMerge();
    void takeIt();
    void takeAway(const QString &folder);
    void merge();
    void taken(const Result<PacketTaken> &result);
    void setBusy(bool busy);
    [[nodiscard]] QString chosenFolder() const;
    [[nodiscard]] bool believed() const;
    [[nodiscard]] bool openBelongs() const;

    Services &m_services;
    QString m_path;
    std::shared_ptr<store::Project> m_project;
    PacketInspection m_inspection;
    QByteArray m_passphrase;
    QString m_released;  // folder of the project that the window let go
    bool m_taking = false;
    bool m_done = false;
    jobs::JobId m_job = 0;
    jobs::Generation m_generation;

    QLabel *m_problem;
    QWidget *m_sealed;
    QLineEdit *m_secret;
    PacketView *m_view;
    QLabel *m_effect;
    QWidget *m_placeRow;
    QComboBox *m_place;
    QLineEdit *m_folder;
    QToolButton *m_browse;
    QCheckBox *m_late;
    QLabel *m_result;
    QListWidget *m_issues;
    QProgressBar *m_progress;
    QPushButton *m_keys;
    QPushButton *m_close;
    QPushButton *m_take;
};

}  // namespace plumbline::workstation
