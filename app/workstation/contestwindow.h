// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/contestpictures.h"
#include "app/workstation/projectwindow.h"
#include "core/jobs/jobrunner.h"

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::workstation {

class Services;

/// What people contested, for those who keep gold: the results behind it, key and work side by side, and the answer. People stand by
/// their names. Main thread only.
class ContestWindow final : public ProjectWindow
{
    Q_OBJECT

public:
    ContestWindow(Services &services, std::shared_ptr<store::Project> project, QWidget *window);

    void reload();
    [[nodiscard]] bool idle() const { return m_jobs == 0; }
    /// What the button does.
    void answer();

private:
    [[nodiscard]] QWidget *makeContest();
    void take(std::vector<workflow::Contest> contests);
    void showContest();
    void showResults(const std::vector<workflow::ContestedResult> &results);
    void showPictures();
    void refreshChoices();
    void refreshState();
    [[nodiscard]] const workflow::Contest *shown() const;
    [[nodiscard]] ItemId chosenItem() const;

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    std::vector<workflow::Contest> m_contests;
    std::vector<workflow::ContestedResult> m_results;
    QStackedWidget *m_stack;
    panels::EmptyState *m_empty;
    QListWidget *m_list;
    QLabel *m_about;
    QTreeWidget *m_table;
    QLabel *m_key;
    QLabel *m_keyWords;
    QLabel *m_work;
    QLabel *m_workWords;
    QComboBox *m_what;
    QPlainTextEdit *m_words;
    QLabel *m_note;
    QLabel *m_said;
    QPushButton *m_answer;
    jobs::Generation m_resultGeneration;
    jobs::Generation m_pictureGeneration;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
