// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importer.h"
#include "core/jobs/jobrunner.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace plumbline::workstation {

class ImportPreview;
class Services;

/// Import of labels: says which format it takes the path for and why, counts what would come in, then imports. Does not
/// block the window. Main thread only.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive the dialog; the project is kept open by it.
    ImportDialog(Services &services, std::shared_ptr<store::Project> project, QWidget *window);

    void setPath(const QString &path);

signals:
    void imported(const QString &source, const plumbline::exchange::ImportReport &report);

private:
    void guess();
    void dryRun();
    void showDryRun(const Result<exchange::ImportReport> &report);
    void import();
    [[nodiscard]] const extension::AnnotationFormat *format() const;
    [[nodiscard]] exchange::ImportOptions options(bool dryRun) const;

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    std::vector<exchange::FormatGuess> m_found;
    QLineEdit *m_path;
    QListWidget *m_guesses;
    QLabel *m_summary;
    ImportPreview *m_preview;
    QPushButton *m_import;
    jobs::Generation m_generation;
};

}  // namespace plumbline::workstation
