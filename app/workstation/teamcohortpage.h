// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/teamchartpage.h"
#include "app/workstation/teamitemlist.h"
#include "core/jobs/jobrunner.h"
#include "core/workflow/cohortpairs.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;

namespace plumbline::workstation {

/// Every two cohorts compared in four ways, computed aside, and the items behind it. Main thread only.
class TeamCohortPage final : public QWidget
{
    Q_OBJECT

public:
    /// The runner must outlive it.
    TeamCohortPage(jobs::JobRunner &jobs, charts::Plot *plot, QWidget *parent = nullptr);
    ~TeamCohortPage() override;

    /// Computes when these are other ones than before.
    void setTeam(std::shared_ptr<const workflow::TeamRecord> record,
                 std::shared_ptr<const std::vector<workflow::PictureWork>> pictures,
                 std::shared_ptr<const workflow::TeamReport> report);
    [[nodiscard]] bool computing() const { return !m_pairs; }
    [[nodiscard]] TeamChartPage &chartPage() const { return *m_chart; }

signals:
    void taskRequested(const QString &task);

private:
    void refresh();
    void showItems();

    jobs::JobRunner &m_jobs;
    std::shared_ptr<const workflow::TeamReport> m_report;
    std::optional<Result<std::vector<workflow::CohortPair>>> m_pairs;  // nothing = being computed
    QComboBox *m_kind;
    QComboBox *m_pair;  // whose items, and whose labels, are shown
    TeamChartPage *m_chart;
    TeamItemList *m_items;
    jobs::Generation m_generation;
    jobs::JobId m_job = 0;
};

}  // namespace plumbline::workstation
