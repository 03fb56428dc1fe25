// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/teamplanpage.h"
#include "app/workstation/projectwindow.h"
#include "core/jobs/jobrunner.h"
#include "core/store/project.h"
#include "core/workflow/acceptederrors.h"
#include "core/workflow/teambatches.h"
#include "core/workflow/teamload.h"


#include <functional>
#include <map>
#include <memory>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QStackedWidget;
class QToolButton;

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::workstation {

class Services;
class TeamBatchPage;
class TeamCohortPage;
class TeamPrelabelPage;
class TeamSignsPage;
class TeamTablePage;

/// What a lead sees of the team: a window of its own with a table, charts and what-if pages. It reads the project in the background and again when asked. Main thread only.
class TeamView final : public ProjectWindow
{
    Q_OBJECT

public:
    TeamView(Services &services, std::shared_ptr<store::Project> project, QWidget *window);
    ~TeamView() override;

    /// Reads the figures again.
    void reload();
    [[nodiscard]] bool ready() const { return m_report != nullptr; }
    /// Something on the page in sight is still being computed.
    [[nodiscard]] bool computing() const;
    [[nodiscard]] const workflow::TeamReport *report() const { return m_report.get(); }
    /// "annotators", "accuracy", "speed", "confusion", "agreement", "drift", "confidence", "cohorts", "batches", "prelabels",
    /// "signs", "gold", "pause".
    void showPage(const QString &id);
    [[nodiscard]] QString page() const;
    [[nodiscard]] QStringList pages() const;
    /// The chart of the page in sight; null where there is none.
    [[nodiscard]] TeamChartPage *chartPage() const;
    [[nodiscard]] TeamTablePage &table() const { return *m_table; }

signals:
    /// A task was chosen; the item of that name is asked for, if there is one.
    void taskRequested(const QString &name);
    void loaded();

private:
    struct Team {
        std::shared_ptr<const workflow::TeamRecord> record;
        std::shared_ptr<const workflow::TeamReport> report;
        std::shared_ptr<const std::vector<workflow::PictureWork>> pictures;
        workflow::ErrorSeverities severities;
        std::vector<std::int64_t> guidelineChanges;
        PauseSettings pause;
        workflow::AcceptedErrors accepted;
    };
    struct Page {
        QString id;
        QWidget *widget;
        TeamChartPage *chart;        // null = none
        std::function<void()> fill;  // with the figures of the moment; called when the page is in sight
        bool stale = true;
    };

    void makePages();
    TeamChartPage *addChart(const char *id, const QString &title, std::function<charts::Chart()> make);
    void addPage(const char *id, const QString &title, QWidget *widget, TeamChartPage *chart, std::function<void()> fill);
    QComboBox *personBox(const char *name, bool withAll);
    void take(const Result<Team> &team);
    void refreshPeople();
    void refreshPage();
    void invalidate();
    void computeDriftPlan(double rate);
    void showPerson(const QString &name);
    void savePause(const PauseSettings &settings);
    void saveAccepted(double rate);
    void saveSetting(const QString &key, const QString &step, const Json &before, const Json &after, const QString &saved);
    [[nodiscard]] std::optional<QString> cohort() const;
    [[nodiscard]] std::vector<int> people() const;
    /// Of a choice of persons: all in sight, or the one.
    [[nodiscard]] std::vector<int> chosen(const QComboBox *box) const;

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    std::shared_ptr<const workflow::TeamRecord> m_record;
    std::shared_ptr<const workflow::TeamReport> m_report;
    std::shared_ptr<const std::vector<workflow::PictureWork>> m_pictures;
    workflow::ErrorSeverities m_severities;
    std::vector<std::int64_t> m_guidelineChanges;
    workflow::AcceptedErrors m_accepted;
    std::map<double, Result<quality::DriftPlan>> m_driftPlans;  // by the ordinary error rate; computed when a chart asks
    bool m_planning = false;
    std::vector<Page> m_pages;
    QComboBox *m_cohort;
    QLabel *m_summary;
    QToolButton *m_reload;
    QListWidget *m_list;
    QStackedWidget *m_whole;  // words, or the pages
    QStackedWidget *m_stack;
    panels::EmptyState *m_empty;
    TeamTablePage *m_table;
    TeamSignsPage *m_signs;
    TeamCohortPage *m_cohorts = nullptr;
    TeamBatchPage *m_batches = nullptr;
    TeamPrelabelPage *m_prelabels = nullptr;
    TeamGoldPlanPage *m_gold = nullptr;
    TeamPausePage *m_pause = nullptr;
    QList<QComboBox *> m_personBoxes;
    QComboBox *m_confusionOf = nullptr;
    QComboBox *m_driftOf = nullptr;
    QComboBox *m_driftKind = nullptr;
    QDoubleSpinBox *m_driftAccepted = nullptr;  // per cent; lowest = the team's median
    QComboBox *m_confidenceOf = nullptr;
    jobs::Generation m_generation;
    jobs::Generation m_planGeneration;
    jobs::JobId m_job = 0;
};

}  // namespace plumbline::workstation
