// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/projectwindow.h"
#include "core/jobs/jobrunner.h"
#include "core/store/project.h"
#include "core/workflow/members.h"

#include <functional>
#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace plumbline::workstation {

class Services;

/// Who belongs to the project: roles, cohorts, secrets. Each change is a step of its own, at once. Main thread only.
class MembersPage final : public ProjectWindow
{
    Q_OBJECT

public:
    /// The services must outlive it.
    MembersPage(Services &services, std::shared_ptr<store::Project> project, QWidget *window);

private:
    using Step = std::function<Result<>(store::Project &, const store::Person &)>;

    void fill();
    void choose();
    void run(const QString &title, const QString &done, Step step);
    void add();
    void save();
    void remove();
    [[nodiscard]] QString chosen() const;

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    std::vector<workflow::MemberEntry> m_members;
    QTableWidget *m_table;
    QLineEdit *m_name;
    QComboBox *m_role;
    QLineEdit *m_cohort;
    QLineEdit *m_secret;
    QLabel *m_message;
    QPushButton *m_add;
    QPushButton *m_save;
    QPushButton *m_forget;
    QPushButton *m_remove;
};

}  // namespace plumbline::workstation
