// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/teamchartpage.h"
#include "core/base/json.h"
#include "core/jobs/jobrunner.h"
#include "core/quality/pauserule.h"
#include "core/workflow/teamreport.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace plumbline::workstation {

/// A pause rule with what it was planned for, as a project keeps it.
struct PauseSettings {
    bool on = false;
    quality::PauseRule rule;
    double goodAccuracy = 0.95;
    int horizon = 100;
    bool operator==(const PauseSettings &) const = default;
};
/// Unknown or impossible values become the ordinary ones.
[[nodiscard]] PauseSettings pauseSettingsFromJson(const Json &json);
[[nodiscard]] Json pauseSettingsToJson(const PauseSettings &settings);

/// How much gold and how many labels a wanted certainty takes. Main thread only.
class TeamGoldPlanPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TeamGoldPlanPage(charts::Plot *plot, QWidget *parent = nullptr);
    /// Begins with what the team has.
    void setReport(const workflow::TeamReport &report);
    [[nodiscard]] TeamChartPage &chartPage() const { return *m_chart; }

private:
    void refresh();

    QDoubleSpinBox *m_accuracy;
    QDoubleSpinBox *m_halfWidth;
    QSpinBox *m_annotators;
    QSpinBox *m_labelsPerItem;
    QSpinBox *m_available;
    QDoubleSpinBox *m_wanted;
    QLabel *m_goldWords;
    QLabel *m_poolWords;
    QLabel *m_labelWords;
    TeamChartPage *m_chart;
    bool m_filled = false;
};

/// Gold results of each person of a record, in order of time.
using GoldSeries = std::vector<std::vector<quality::DriftInput>>;

/// What a rule does, over all courses of results and to the people that there are.
struct PauseFigures {
    double rate = 0;  ///< a good annotator is proposed at least once
    std::vector<std::pair<double, double>> curve;  ///< by true accuracy
    double poorRate = 0;         ///< sequential test: somebody as poor as its settings say
    quality::Sprt::Course good;  ///< likewise
    quality::Sprt::Course poor;  ///< likewise
    std::vector<std::pair<QString, QString>> proposals;  ///< person, evidence; by name; empty when the rule is off
    std::shared_ptr<const GoldSeries> series;  ///< to be given again
};
/// Of a valid rule. Record and report may be null: no proposals then. `series` null = gathered from the record. Any thread; reports
/// progress; fails only when cancelled.
[[nodiscard]] Result<PauseFigures> pauseFigures(const PauseSettings &settings,
                                                const std::shared_ptr<const workflow::TeamRecord> &record,
                                                const std::shared_ptr<const workflow::TeamReport> &report,
                                                std::shared_ptr<const GoldSeries> series, const jobs::JobControl &control = {});

/// When to propose a pause, with how often the rule would hit a good annotator, computed aside before it can be switched on. Only a
/// person pauses a person: the page lists proposals and their evidence. Main thread only.
class TeamPausePage final : public QWidget
{
    Q_OBJECT

public:
    /// The runner must outlive it.
    TeamPausePage(jobs::JobRunner &jobs, charts::Plot *plot, QWidget *parent = nullptr);
    ~TeamPausePage() override;
    /// Computes when these are other ones than before, or the settings are.
    void setTeam(std::shared_ptr<const workflow::TeamRecord> record, std::shared_ptr<const workflow::TeamReport> report);
    [[nodiscard]] bool computing() const { return m_settings.rule.valid() && !m_figures; }
    /// As the project has them; emits nothing, and computes nothing before setTeam().
    void setSettings(const PauseSettings &settings);
    [[nodiscard]] const PauseSettings &settings() const { return m_settings; }
    [[nodiscard]] TeamChartPage &chartPage() const { return *m_chart; }

signals:
    void settingsChanged(const plumbline::workstation::PauseSettings &settings);
    void personRequested(const QString &person);

private:
    void edited();
    void compute();
    void refresh();
    void refreshFields();
    void refreshProposals();
    [[nodiscard]] QString rateWords() const;

    jobs::JobRunner &m_jobs;
    std::shared_ptr<const workflow::TeamRecord> m_record;
    std::shared_ptr<const workflow::TeamReport> m_report;
    std::shared_ptr<const GoldSeries> m_series;
    std::optional<PauseFigures> m_figures;  // of the settings and team of the moment; nothing = not computed yet
    jobs::Generation m_generation;
    jobs::JobId m_job = 0;
    PauseSettings m_settings;
    QFormLayout *m_form;
    QComboBox *m_kind;
    QSpinBox *m_window;
    QSpinBox *m_minimum;
    QDoubleSpinBox *m_threshold;
    QDoubleSpinBox *m_certainty;
    QDoubleSpinBox *m_bad;  // sequential test
    QDoubleSpinBox *m_falsePause;  // likewise
    QDoubleSpinBox *m_missed;  // likewise
    QDoubleSpinBox *m_good;
    QSpinBox *m_horizon;
    QLabel *m_rate;
    QCheckBox *m_on;
    QLabel *m_proposals;
    TeamChartPage *m_chart;
    bool m_filling = false;
};

}  // namespace plumbline::workstation
