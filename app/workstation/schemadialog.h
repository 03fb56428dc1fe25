// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/schemadraft.h"
#include "core/jobs/jobrunner.h"
#include "core/store/project.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace plumbline::workstation {

class SchemaPage;
class SchemaReport;
class Services;

/// Edits the project's label schema beside the window: nothing is real until the report of what it means for the labels has
/// been seen and applied. Main thread only; counting and applying run on a worker.
class SchemaDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive the dialog.
    SchemaDialog(Services &services, std::shared_ptr<store::Project> project, const model::Schema &schema, QWidget *parent = nullptr);

    [[nodiscard]] itemmodels::SchemaDraft &draft() { return m_draft; }
    /// Takes a file in place of what is edited.
    void importFile(const QString &path);
    void exportFile(const QString &path);

signals:
    /// Schema and labels in the store have changed.
    void applied(std::int64_t labels);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void goToIssue();
    void plan();
    void apply();
    void edit();

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    itemmodels::SchemaDraft m_draft;
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
    std::array<SchemaPage *, 4> m_pages{};
    SchemaReport *m_report;
    QPushButton *m_issues;
    QLabel *m_state;
    QList<QPushButton *> m_files;  // import and export
    QPushButton *m_back;
    QPushButton *m_next;
    jobs::Generation m_generation;
    bool m_planned = false;
};

}  // namespace plumbline::workstation
