// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace plumbline::workstation {

class PacketDialog;
class Services;

/// Where packets are opened, with and without an open project: a dialog for each. Main thread only.
class PacketDesk final : public QObject
{
    Q_OBJECT

public:
    /// The services and the window must outlive it.
    PacketDesk(Services &services, QWidget *window);

    /// Null = none is open.
    void setProject(std::shared_ptr<store::Project> project);
    /// Looks into each.
    void open(const QStringList &paths);
    /// Asks which.
    void choose();
    void showKeys();

signals:
    void said(const QString &text);
    void projectChanged();
    /// The open project must be let go.
    void releaseRequested();
    void projectRequested(const QString &folder);
    /// Keys, or whom the person trusts, are other than before.
    void keysChanged();

private:
    [[nodiscard]] QList<PacketDialog *> dialogs() const;
    void open(const QString &path);

    Services &m_services;
    QWidget *m_window;
    std::shared_ptr<store::Project> m_project;
};

}  // namespace plumbline::workstation
