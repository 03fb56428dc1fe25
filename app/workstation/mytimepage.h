// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/projectwindow.h"
#include "core/activity/material.h"
#include "core/jobs/jobrunner.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace plumbline::workstation {

class Services;

/// One's own active time: today, this week, for each item, and how it is counted. Shows nobody else's. Reads the project in the
/// background. Main thread only.
class MyTimePage final : public ProjectWindow
{
    Q_OBJECT

public:
    MyTimePage(Services &services, std::shared_ptr<store::Project> project, QWidget *window);
    ~MyTimePage() override;

    void reload();
    [[nodiscard]] bool idle() const { return m_jobs == 0; }
    /// Writes the shown table as CSV, and what it is computed from beside it as NAME.events.jsonl.
    [[nodiscard]] Result<> exportTo(const QString &csv) const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] activity::TimeQuery query(int range) const;
    void refresh();
    void chooseExport();

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    activity::Material m_material;
    QLabel *m_sums;
    QLabel *m_rules;
    QComboBox *m_range;
    QTableWidget *m_table;
    QPushButton *m_export;
    jobs::Generation m_generation;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
