// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/projectwindow.h"
#include "core/jobs/jobrunner.h"
#include "core/review/planteddefectwork.h"
#include "core/review/queueforecast.h"
#include "core/review/revieweragreement.h"
#include "core/review/reviewriskestimate.h"
#include "core/store/project.h"

#include <memory>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace plumbline::workstation {

class Services;

/// How much is reviewed and how good reviewing is, for leads: the plan at the left with what fixes the draw and what plants defects; at
/// the right the error rate of the work, what reviewers find, how far they agree and how long the queue takes. Reads and writes the
/// project in the background. Main thread only.
class ReviewFigures final : public ProjectWindow
{
    Q_OBJECT

public:
    ReviewFigures(Services &services, std::shared_ptr<store::Project> project, QWidget *window);

    void reload();
    /// Nothing is being read or written.
    [[nodiscard]] bool idle() const { return m_jobs == 0; }

    /// What the buttons do.
    void savePlan();
    void draw();
    void plant();

private:
    struct Loaded {
        review::ReviewPlan plan;
        review::ErrorEstimate errors;
        std::vector<review::ReviewerFigures> reviewers;
        review::AgreementOfReviewers agreement;
        review::QueueForecast queue;
    };

    QWidget *makePlan();
    QWidget *makeFigures();
    void take(const Loaded &loaded);
    void change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work);
    void say(const QString &text, bool problem);
    void refreshState();
    [[nodiscard]] review::ReviewPlan typed() const;

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    review::ReviewPlan m_plan;
    QDoubleSpinBox *m_share = nullptr;
    QCheckBox *m_byRisk = nullptr;
    QDoubleSpinBox *m_floor = nullptr;
    QDoubleSpinBox *m_twice = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_draw = nullptr;
    QSpinBox *m_copies = nullptr;
    QSpinBox *m_defects = nullptr;
    QPushButton *m_plant = nullptr;
    QLabel *m_said = nullptr;
    QLabel *m_errors = nullptr;
    QTableWidget *m_reviewers = nullptr;
    QLabel *m_noReviewers = nullptr;
    QLabel *m_agreement = nullptr;
    QLabel *m_queue = nullptr;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
