// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/projectwindow.h"
#include "core/jobs/jobrunner.h"
#include "core/review/guidelinequestions.h"
#include "core/workflow/guidelinegold.h"

#include <functional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;
class QTreeWidget;

namespace plumbline::workstation {

class Services;

/// What follows from a new version of the guideline, for leads: who has read it, labels and known answers of before, results by
/// version, and questions that become parts of it. People are listed by name. Reads and writes in the background. Main thread
/// only.
class GuidelineRollout final : public ProjectWindow
{
    Q_OBJECT

public:
    GuidelineRollout(Services &services, std::shared_ptr<store::Project> project, QWidget *window);
    ~GuidelineRollout() override;

    void reload();
    [[nodiscard]] bool idle() const { return m_jobs == 0; }
    /// What the buttons do.
    void confirmChosenKeys();
    void draft();
    void addToGuideline();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Loaded {
        std::vector<workflow::GuidelineVersion> versions;
        std::vector<workflow::GuidelineStatus> people;
        std::vector<workflow::OldLabels> old;
        std::vector<workflow::KeyVersion> keys;
        std::vector<workflow::VersionScore> scores;
        std::vector<review::Question> questions;
    };

    [[nodiscard]] static Result<Loaded> read(const store::Project &project, const store::Person &person);
    QWidget *makeKeys();
    QWidget *makeQuestions();
    void refresh();
    void refreshQuestions();
    [[nodiscard]] std::vector<review::Question> checkedQuestions() const;
    void change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work,
                std::function<void()> then = {});
    void showItemOf(QTableWidget *table);

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    Loaded m_loaded;
    QLabel *m_summary;
    QTabWidget *m_tabs;
    QTableWidget *m_people;
    QTableWidget *m_old;
    QTableWidget *m_keys;
    QTableWidget *m_scores;
    QTreeWidget *m_questions = nullptr;
    QComboBox *m_grouping = nullptr;
    QPlainTextEdit *m_draft = nullptr;
    QPushButton *m_add = nullptr;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
