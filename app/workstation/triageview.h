// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/projectwindow.h"
#include "app/workstation/triagereading.h"
#include "core/jobs/jobrunner.h"
#include "core/store/project.h"

#include <functional>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::workstation {

class PlacePicture;
class Services;
class TriageRatesPage;

/// What could not be labeled, by reason, with its picture, what was said and what has happened; decided about by key. Only leads are
/// shown it. Reads and writes the project in the background. Main thread only.
class TriageView final : public ProjectWindow
{
    Q_OBJECT

public:
    TriageView(Services &services, std::shared_ptr<store::Project> project, QWidget *window);
    ~TriageView() override;

    /// Sends back to do what no longer waits, and reads everything again.
    void reload();
    /// Nothing is being read or written.
    [[nodiscard]] bool idle() const { return m_jobs == 0; }

    /// What the buttons do. A decision that needs words, or a class, asks for them first.
    void decide(triage::Ruling ruling);
    void takeBack();

private:
    QWidget *makeCases();
    QWidget *makeDecisions();
    void makeKeys();
    void take(TriageReading loaded);
    void refreshList();
    void refreshState();
    void showCurrent();
    void take(const CaseReading &shown);
    [[nodiscard]] const triage::Case *current() const;
    [[nodiscard]] const model::Item *currentLeftOut() const;
    void change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work);
    void showProblem(const QString &text);

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    TriageReading m_loaded;
    std::optional<triage::Ruling> m_asked;  // waits for words or a class
    QLabel *m_summary = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_said = nullptr;
    PlacePicture *m_picture = nullptr;
    QTreeWidget *m_events = nullptr;
    QLabel *m_problem = nullptr;
    QLineEdit *m_words = nullptr;
    QCheckBox *m_guideline = nullptr;
    QComboBox *m_class = nullptr;
    std::vector<std::pair<triage::Ruling, QPushButton *>> m_decisions;
    QPushButton *m_takeBack = nullptr;
    TriageRatesPage *m_rates = nullptr;
    QStackedWidget *m_stack = nullptr;
    panels::EmptyState *m_empty = nullptr;
    jobs::Generation m_generation;
    jobs::Generation m_pictures;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
