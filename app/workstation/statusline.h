// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/itemmodels/queuemodel.h"
#include "core/jobs/jobrunner.h"
#include "core/quality/gaugerelease.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace plumbline::charts {
class CalibrationGauge;
}

namespace plumbline::workstation {

/// The line at the bottom: saved or not, running job, device, gauge, how far. Main thread only.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the line.
    StatusLine(jobs::JobRunner &jobs, const itemmodels::QueueModel &queue, QWidget *parent = nullptr);

    /// Null = nothing is open.
    void setDocument(document::Document *document);
    void setReading(const quality::GaugeReading &reading);
    void setDevice(const QString &text, const QString &tip);
    void setGaugeShown(bool shown);
    /// What the gauge is about: name of the command and of the panel that it opens.
    [[nodiscard]] static QString gaugeTitle() { return tr("How well your labels agree with known answers"); }
    /// One quiet line for a few seconds, in place of the save state.
    void hint(const QString &text);
    /// "Everything is saved, 3 s ago", or what is wrong.
    [[nodiscard]] QString saveWords() const;
    [[nodiscard]] charts::CalibrationGauge &gauge() const { return *m_gauge; }

signals:
    void jobsRequested();
    void deviceRequested();
    void gaugeRequested();

private:
    void refreshSave();
    void refreshCounts();
    void refreshJobs();

    jobs::JobRunner &m_jobs;
    const itemmodels::QueueModel &m_queue;
    document::Document *m_document = nullptr;
    QMetaObject::Connection m_connection;
    QLabel *m_saveIcon;
    QLabel *m_save;
    QToolButton *m_jobTitle;
    QProgressBar *m_bar;
    QLabel *m_left;
    QToolButton *m_cancel;
    QToolButton *m_device;
    charts::CalibrationGauge *m_gauge;
    QLabel *m_counts;
    QTimer m_tick;
    QTimer m_hint;
    bool m_gaugeShown = true;
    QString m_hintText;
    jobs::JobId m_shownJob = 0;
};

}  // namespace plumbline::workstation
