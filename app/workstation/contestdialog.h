// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"
#include "core/workflow/contests.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace plumbline::workstation {

class Services;

/// What became of a contest, for the person who made it: one line, and another one for the answer.
[[nodiscard]] QString contestWords(const workflow::Contest &contest, const QString &itemName);

/// Where a person says that a score of theirs is wrong: a practice item, or the figure of a period. It knows of no other item
/// whether it was checked. Main thread only.
class ContestDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive it.
    ContestDialog(Services &services, std::shared_ptr<store::Project> project, store::Person person, QWidget *window);
    /// Nothing is being read or written.
    [[nodiscard]] bool idle() const { return m_jobs == 0; }

signals:
    /// Something was contested.
    void sent();

private:
    struct Loaded {
        std::vector<workflow::Contestable> items;
        std::vector<workflow::Contest> contests;
    };
    void reload();
    void take(const Loaded &loaded);
    void send();
    void refresh();

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    store::Person m_person;
    QComboBox *m_what;
    QCheckBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QPlainTextEdit *m_words;
    QLabel *m_said;
    QPushButton *m_send;
    QListWidget *m_list;
    int m_jobs = 0;
};

}  // namespace plumbline::workstation
