// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"
#include "core/store/project.h"
#include "core/workflow/teamreport.h"

#include <QWidget>

#include <map>
#include <memory>
#include <optional>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::workstation {

/// What stands out in how people work, with its evidence: for a person to look at, never a verdict. Drawn labels are compared aside,
/// once for each report that is shown. Main thread only.
class TeamSignsPage final : public QWidget
{
    Q_OBJECT

public:
    /// The runner must outlive it.
    TeamSignsPage(jobs::JobRunner &jobs, std::shared_ptr<store::Project> project, QWidget *parent = nullptr);
    ~TeamSignsPage() override;

    void setReport(std::shared_ptr<const workflow::TeamReport> report, const std::optional<QString> &cohort);
    [[nodiscard]] bool computing() const { return m_report && !m_copied; }

signals:
    void taskRequested(const QString &task);
    void personRequested(const QString &person);

private:
    void compare();
    void refresh();
    void showSign();

    struct Entry {
        QString person;
        workflow::Sign sign;
    };
    using Copied = std::map<QString, std::vector<workflow::Sign>>;

    jobs::JobRunner &m_jobs;
    std::shared_ptr<store::Project> m_project;
    std::optional<Result<Copied>> m_copied;  // nothing = being compared
    std::optional<QString> m_cohort;
    jobs::Generation m_generation;
    jobs::JobId m_job = 0;
    std::shared_ptr<const workflow::TeamReport> m_report;
    std::vector<Entry> m_entries;
    QLabel *m_state;
    QStackedWidget *m_pages;
    panels::EmptyState *m_empty;
    QListWidget *m_list;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_method;
    QLabel *m_taskTitle;
    QListWidget *m_tasks;
};

}  // namespace plumbline::workstation
