// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/projectjobs.h"
#include "core/jobs/jobrunner.h"

#include <QObject>

namespace plumbline::workstation {

class Services;

/// Opens projects, folders, files and the sample in the background; the latest wish counts. Main thread only.
class Opening final : public QObject
{
    Q_OBJECT

public:
    /// The services must outlive it.
    explicit Opening(Services &services, QObject *parent = nullptr);

    /// `current` = the open project, which takes media in; null = a quick project is made.
    void openPaths(const QStringList &paths, const std::shared_ptr<store::Project> &current);
    void openProject(const QString &folder);
    void openSample();
    /// Makes an empty project and opens it.
    void createProject(const QString &folder);
    void cancel();
    [[nodiscard]] bool busy() const { return m_job != 0; }
    /// Where the sample is made, once per person.
    [[nodiscard]] static QString sampleFolder();

signals:
    void started(const QString &what);
    /// `share` in [0, 1]; negative = not known.
    void progressed(const QString &what, double share);
    void ended();
    /// The same project as before when media were added to it.
    void opened(const plumbline::workstation::OpenedProject &opened);
    void failed(const plumbline::Error &error);

private:
    template <typename Work>
    void run(const QString &title, Work work);

    Services &m_services;
    jobs::Generation m_generation;
    jobs::JobId m_job = 0;
};

}  // namespace plumbline::workstation
