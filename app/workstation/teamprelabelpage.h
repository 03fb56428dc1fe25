// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/teamchartpage.h"
#include "app/workstation/teamitemlist.h"
#include "core/jobs/jobrunner.h"
#include "core/workflow/prelabelwork.h"
#include "core/workflow/teamreport.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;

namespace plumbline::workstation {

/// What people made of a model's predictions on pictures, read and computed aside, with the wrong ones that they accepted. Main
/// thread only.
class TeamPrelabelPage final : public QWidget
{
    Q_OBJECT

public:
    /// The runner must outlive it.
    TeamPrelabelPage(jobs::JobRunner &jobs, std::shared_ptr<store::Project> project, charts::Plot *plot, QWidget *parent = nullptr);
    ~TeamPrelabelPage() override;

    /// Reads the project again when the report is another one; of the people in it the given rows are shown.
    void setTeam(std::shared_ptr<const workflow::TeamReport> report, const std::vector<int> &people);
    [[nodiscard]] bool computing() const { return !m_work; }
    [[nodiscard]] TeamChartPage &chartPage() const { return *m_chart; }

signals:
    void taskRequested(const QString &task);

private:
    void refresh();
    void showTaken(const QString &person);

    jobs::JobRunner &m_jobs;
    std::shared_ptr<store::Project> m_project;
    std::shared_ptr<const workflow::TeamReport> m_report;
    std::vector<int> m_people;
    std::optional<Result<std::vector<workflow::PrelabelWork>>> m_work;  // nothing = being computed
    QComboBox *m_show;
    TeamChartPage *m_chart;
    TeamItemList *m_taken;
    QString m_chosen;  // person
    jobs::Generation m_generation;
    jobs::JobId m_job = 0;
};

}  // namespace plumbline::workstation
