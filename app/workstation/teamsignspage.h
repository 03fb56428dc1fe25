// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/teamreport.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::workstation {

/// What stands out in how people work, with its evidence: for a person to look at, never a verdict. Main thread only.
class TeamSignsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TeamSignsPage(QWidget *parent = nullptr);

    void setReport(std::shared_ptr<const workflow::TeamReport> report, const std::optional<QString> &cohort);

signals:
    void taskRequested(const QString &task);
    void personRequested(const QString &person);

private:
    void showSign();

    struct Entry {
        int person;
        std::size_t sign;
    };
    std::shared_ptr<const workflow::TeamReport> m_report;
    std::vector<Entry> m_entries;
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
