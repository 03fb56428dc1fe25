// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/teamchartpage.h"
#include "app/workstation/teamitemlist.h"
#include "core/jobs/jobrunner.h"
#include "core/workflow/teambatches.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QDoubleSpinBox;

namespace plumbline::workstation {

/// What every cohort delivered, batch by batch: errors weighted by how bad they are, and whether a sample says to take it. Computed
/// aside. Main thread only.
class TeamBatchPage final : public QWidget
{
    Q_OBJECT

public:
    /// The runner must outlive it.
    TeamBatchPage(jobs::JobRunner &jobs, charts::Plot *plot, QWidget *parent = nullptr);
    ~TeamBatchPage() override;

    /// Computes when these are other ones than before.
    void setTeam(std::shared_ptr<const workflow::TeamRecord> record,
                 std::shared_ptr<const std::vector<workflow::PictureWork>> pictures, const workflow::ErrorSeverities &severities,
                 const std::vector<std::int64_t> &guidelineChanges);
    [[nodiscard]] bool computing() const { return !m_batches; }
    [[nodiscard]] TeamChartPage &chartPage() const { return *m_chart; }

signals:
    void taskRequested(const QString &task);

private:
    void compute();
    void refresh();
    void showWrong(const QString &batch);

    jobs::JobRunner &m_jobs;
    std::shared_ptr<const workflow::TeamRecord> m_record;
    std::shared_ptr<const std::vector<workflow::PictureWork>> m_pictures;
    workflow::BatchOptions m_options;
    std::optional<Result<std::vector<workflow::Batch>>> m_batches;  // nothing = being computed
    QComboBox *m_show;
    QComboBox *m_period;
    QDoubleSpinBox *m_acceptable;
    QDoubleSpinBox *m_refuse;
    QDoubleSpinBox *m_producer;
    QDoubleSpinBox *m_consumer;
    QDoubleSpinBox *m_weights[3];
    TeamChartPage *m_chart;
    TeamItemList *m_wrong;
    QString m_chosen;  // batch
    jobs::Generation m_generation;
    jobs::JobId m_job = 0;
};

}  // namespace plumbline::workstation
