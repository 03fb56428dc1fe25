// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"
#include "core/store/project.h"

#include <QDialog>
#include <QSet>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace plumbline::workstation {

class Services;

/// Who is it, and the secret that proves it. The person of the account needs none unless they have set one. Main thread only; the
/// secret is checked in the background.
class SignInForm final : public QWidget
{
    Q_OBJECT

public:
    /// The services must outlive it.
    SignInForm(Services &services, std::shared_ptr<store::Project> project, QWidget *parent = nullptr);

    void begin();

signals:
    void signedIn(const plumbline::store::Person &person);

private:
    void choose();
    void go();
    void say(const QString &text, bool bad);

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    QComboBox *m_who;
    QLineEdit *m_secret;
    QLabel *m_secretTitle;
    QLabel *m_message;
    QPushButton *m_go;
    QSet<QString> m_withSecret;
    jobs::Generation m_generation;
};

/// Asks who works from now on.
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    SignInDialog(Services &services, std::shared_ptr<store::Project> project, QWidget *parent);

signals:
    void signedIn(const plumbline::store::Person &person);
};

/// What stands in the place of all windows while nobody is there. It shows nothing of the project. Closing it ends the program.
class LockWindow final : public QWidget
{
    Q_OBJECT

public:
    LockWindow(Services &services, std::shared_ptr<store::Project> project);

signals:
    void signedIn(const plumbline::store::Person &person);
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
};

}  // namespace plumbline::workstation
