// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/projectwindow.h"
#include "core/review/reassigning.h"
#include "core/store/project.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace plumbline::workstation {

class Services;

/// Tasks as a table. Main thread only.
class TaskTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Person, Item, State, Part, Note, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    /// `person` empty = everybody's.
    void setRows(std::vector<review::TaskRow> rows);
    void setFilter(const QString &person, std::optional<model::TaskState> state);
    [[nodiscard]] const review::TaskRow &at(int row) const { return m_rows[m_shown[static_cast<std::size_t>(row)]]; }
    [[nodiscard]] const std::vector<review::TaskRow> &all() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();

    std::vector<review::TaskRow> m_rows;
    std::vector<std::size_t> m_shown;
    QString m_person;
    std::optional<model::TaskState> m_state;
};

/// Who does what: tasks by person and state; assigning, handing on what somebody has left, releasing reviews. Only leads are shown it.
/// Reads and writes the project in the background. Main thread only.
class TasksView final : public ProjectWindow
{
    Q_OBJECT

public:
    TasksView(Services &services, std::shared_ptr<store::Project> project, QWidget *window);
    ~TasksView() override;

    void reload();
    /// Nothing is being read or written.
    [[nodiscard]] bool idle() const { return m_jobs == 0; }

private:
    struct Loaded {
        std::vector<review::TaskRow> rows;
        QStringList people;  // who may label
    };

    QWidget *makeFilters();
    QWidget *makeActions();
    void take(Loaded loaded);
    void refreshState();
    void handOn();
    void release();
    void assign();
    void change(const QString &title, std::function<Result<QString>(store::Project &, const store::Person &)> work);
    [[nodiscard]] std::vector<review::TaskRow> chosen() const;

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    TaskTableModel m_model;
    QComboBox *m_person = nullptr;
    QComboBox *m_state = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_problem = nullptr;
    QComboBox *m_to = nullptr;
    QCheckBox *m_copy = nullptr;
    QPushButton *m_handOn = nullptr;
    QPushButton *m_release = nullptr;
    QLineEdit *m_item = nullptr;
    QPushButton *m_assign = nullptr;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
