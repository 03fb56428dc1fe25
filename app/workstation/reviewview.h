// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/cropcutter.h"
#include "app/workstation/projectwindow.h"
#include "core/jobs/jobrunner.h"
#include "core/review/reviewing.h"
#include "core/store/project.h"

#include <memory>
#include <unordered_map>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::workstation {

class Services;

/// Reviewing in a window of its own: what was handed in at the left, the labels of what the person has taken as a contact sheet,
/// flagged by key. Only reviewers and leads are shown it. Reads and writes the project in the background. Main thread only.
class ReviewView final : public ProjectWindow
{
    Q_OBJECT

public:
    ReviewView(Services &services, std::shared_ptr<store::Project> project, QWidget *window);
    ~ReviewView() override;

    /// Reads what was handed in and decided.
    void reload();
    /// Nothing is being read or written.
    [[nodiscard]] bool idle() const { return m_jobs == 0; }
    [[nodiscard]] review::ContactSheet &sheet() const { return *m_sheet; }
    [[nodiscard]] review::CropModel &crops() { return m_crops; }
    [[nodiscard]] CropCutter &cutter() const { return *m_cutter; }

    /// What the buttons do.
    void takeChosen();
    void decide(model::DecisionKind kind);
    void finish(bool acceptRest);

private:
    struct Loaded {
        std::vector<review::QueueEntry> queue;
        std::vector<review::ReviewWork> taken;
        std::vector<std::optional<model::Scene>> scenes;  // of the taken ones
        std::vector<review::Crop> crops;  // of their labels
        std::unordered_map<AnnotationId, CropPlace> places;
        model::Schema schema;
        review::ReviewPlan plan;
    };

    static void fillCrops(Loaded &loaded, const store::Project &project, const store::Reader &reader);
    QWidget *makeWorkList();
    QWidget *makeSheet();
    QWidget *makeDecisions();
    void makeKeys();
    void take(Loaded loaded);
    void refreshList();
    void refreshSheet();
    void refreshState();
    void undo();
    void giveBack();
    void acceptUndrawn();
    /// Runs something that changes the project, then reads again.
    void change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work);
    void showProblem(const Error &error);

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    Loaded m_loaded;
    review::CropModel m_crops;
    review::ContactSheet *m_sheet = nullptr;
    CropCutter *m_cutter = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_giveBack = nullptr;
    QPushButton *m_acceptUndrawn = nullptr;
    QComboBox *m_order = nullptr;
    QComboBox *m_class = nullptr;
    QCheckBox *m_settled = nullptr;
    QComboBox *m_error = nullptr;
    QLineEdit *m_comment = nullptr;
    QLabel *m_progress = nullptr;
    QLabel *m_problem = nullptr;
    std::vector<QPushButton *> m_verdicts;
    QPushButton *m_acceptRest = nullptr;
    QPushButton *m_finish = nullptr;
    QStackedWidget *m_stack = nullptr;
    panels::EmptyState *m_empty = nullptr;
    jobs::Generation m_generation;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
