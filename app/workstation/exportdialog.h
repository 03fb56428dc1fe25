// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exporter.h"
#include "core/jobs/jobrunner.h"

#include <QDialog>

#include <map>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace plumbline::workstation {

class Services;

/// Export: what would be lost is said before anything is written. Does not block the window. Main thread only.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive the dialog; the project is kept open by it.
    ExportDialog(Services &services, std::shared_ptr<store::Project> project, QWidget *window);

    /// Writes; enabled once the losses are known.
    void startExport();

signals:
    void exported(const plumbline::exchange::ExportReport &report);

private:
    [[nodiscard]] const extension::AnnotationFormat *format() const;
    [[nodiscard]] exchange::ExportOptions options() const;
    void fillLayers();
    void formatChanged();
    void check();
    void showLosses(const Result<std::vector<extension::Loss>> &losses);
    void showDone(const exchange::ExportReport &report);
    void browse();
    void setBusy(bool busy);

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    std::vector<const extension::AnnotationFormat *> m_formats;
    QComboBox *m_format;
    QComboBox *m_layer;
    QLineEdit *m_folder;
    QFormLayout *m_form;
    std::map<QString, QWidget *> m_options;
    QLabel *m_summary;
    QListWidget *m_losses;
    QProgressBar *m_progress;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QPushButton *m_open;
    jobs::Generation m_generation;
    jobs::JobId m_job = 0;
    QString m_suggested;
    bool m_done = false;
};

}  // namespace plumbline::workstation
