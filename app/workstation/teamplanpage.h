// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/teamchartpage.h"
#include "core/base/json.h"
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

/// When to propose a pause, with how often the rule would hit a good annotator, computed before it is switched on. Only a person
/// pauses a person: the page lists proposals and their evidence. Main thread only.
class TeamPausePage final : public QWidget
{
    Q_OBJECT

public:
    explicit TeamPausePage(charts::Plot *plot, QWidget *parent = nullptr);
    void setTeam(std::shared_ptr<const workflow::TeamRecord> record, std::shared_ptr<const workflow::TeamReport> report);
    /// As the project has them; emits nothing.
    void setSettings(const PauseSettings &settings);
    [[nodiscard]] const PauseSettings &settings() const { return m_settings; }
    [[nodiscard]] TeamChartPage &chartPage() const { return *m_chart; }

signals:
    void settingsChanged(const plumbline::workstation::PauseSettings &settings);
    void personRequested(const QString &person);

private:
    void edited();
    void refresh();
    void refreshProposals();
    [[nodiscard]] QString rateWords(double rate) const;

    std::shared_ptr<const workflow::TeamRecord> m_record;
    std::vector<std::vector<quality::DriftInput>> m_series;  // gold results of each person of the record
    std::shared_ptr<const workflow::TeamReport> m_report;
    PauseSettings m_settings;
    QFormLayout *m_form;
    QComboBox *m_kind;
    QSpinBox *m_window;
    QSpinBox *m_minimum;
    QDoubleSpinBox *m_threshold;
    QDoubleSpinBox *m_certainty;
    QDoubleSpinBox *m_bad;         // sequential test
    QDoubleSpinBox *m_falsePause;  // likewise
    QDoubleSpinBox *m_missed;      // likewise
    QDoubleSpinBox *m_good;
    QSpinBox *m_horizon;
    QLabel *m_rate;
    QCheckBox *m_on;
    QLabel *m_proposals;
    TeamChartPage *m_chart;
    bool m_filling = false;
};

}  // namespace plumbline::workstation
