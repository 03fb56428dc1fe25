// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/signin.h"

#include "app/workstation/services.h"
#include "core/identity/signin.h"
#include "core/workflow/members.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

constexpr int formWidth = 400;

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    constexpr int pixels = 18;
    font.setPixelSize(pixels);
    font.setBold(true);
    label->setFont(font);
    return label;
}

}  // namespace

SignInForm::SignInForm(Services &services, std::shared_ptr<store::Project> project, QWidget *parent)
    : QWidget(parent), m_services(services), m_project(std::move(project)), m_who(new QComboBox), m_secret(new QLineEdit),
      m_secretTitle(new QLabel(tr("Secret"))), m_message(new QLabel), m_go(new QPushButton(tr("Sign in")))
{
    m_who->setObjectName(QStringLiteral("signInWho"));
    m_who->setAccessibleName(tr("Who it is"));
    m_secret->setObjectName(QStringLiteral("signInSecret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setAccessibleName(tr("Secret"));
    m_secretTitle->setBuddy(m_secret);
    m_message->setObjectName(QStringLiteral("signInMessage"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_go->setObjectName(QStringLiteral("signInGo"));
    m_go->setDefault(true);
    auto *rows = new QFormLayout;
    rows->addRow(tr("Who it is"), m_who);
    rows->addRow(m_secretTitle, m_secret);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(rows);
    column->addWidget(m_message);
    column->addWidget(m_go, 0, Qt::AlignTrailing);
    setMinimumWidth(formWidth);
    // The window keeps its size while the secret comes and goes and something is said.
    for (QWidget *part : std::initializer_list<QWidget *>{m_secret, m_secretTitle}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
    }
    m_message->setMinimumHeight(2 * m_message->fontMetrics().lineSpacing());

    const QString account = store::operatingSystemPerson().name;
    QStringList names{account};
    if (const auto members = workflow::memberList(*m_project)) {
        for (const workflow::MemberEntry &entry : *members) {
            if (entry.hasSecret)
                m_withSecret.insert(entry.member.name);
            if (entry.hasSecret && entry.member.name != account)
                names.append(entry.member.name);
        }
        if (names.size() == 1)
            say(tr("Nobody else has a secret in this project yet. A lead sets them among the members."), false);
    } else {
        say(members.error().text, true);
    }
    m_who->addItems(names);
    m_who->setCurrentIndex(std::max(0, m_who->findText(m_services.person().name)));
    connect(m_who, &QComboBox::currentIndexChanged, this, &SignInForm::choose);
    connect(m_secret, &QLineEdit::returnPressed, this, &SignInForm::go);
    connect(m_go, &QPushButton::clicked, this, &SignInForm::go);
    choose();
}

void SignInForm::begin()
{
    if (m_secret->isVisibleTo(this))
        m_secret->setFocus();
    else
        m_go->setFocus();
}

void SignInForm::choose()
{
    const bool needed = m_withSecret.contains(m_who->currentText());
    m_secretTitle->setVisible(needed);
    m_secret->setVisible(needed);
    m_secret->clear();
}

void SignInForm::say(const QString &text, bool bad)
{
    QPalette palette = this->palette();
    if (bad)
        palette.setColor(QPalette::WindowText, theme::themeOf(palette).colour(theme::Token::Bad));
    m_message->setPalette(palette);
    m_message->setText(text);
}

void SignInForm::go()
{
    const QString name = m_who->currentText();
    if (!m_withSecret.contains(name)) {
        emit signedIn(store::operatingSystemPerson());
        return;
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_who, m_secret, m_go})
        part->setEnabled(false);
    say(tr("Checking…"), false);
    m_services.jobs().run(
        tr("Check a secret"),
        [project = m_project, name, secret = m_secret->text().toUtf8()](jobs::JobControl &) {
            return identity::signIn(*project, name, secret);
        },
        this,
        [this](const Result<store::Person> &person) {
            for (QWidget *part : std::initializer_list<QWidget *>{m_who, m_secret, m_go})
                part->setEnabled(true);
            m_secret->clear();
            say(person ? QString() : person.error().text, true);
            m_secret->setFocus();
            if (person)
                emit signedIn(*person);
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
}

SignInDialog::SignInDialog(Services &services, std::shared_ptr<store::Project> project, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("signInDialog"));
    setWindowTitle(tr("Switch person"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *form = new SignInForm(services, std::move(project));
    auto *what =
        new QLabel(tr("What you have done is saved. Keys, theme, panels and where they were come back for whoever signs in."));
    what->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    column->addWidget(heading(tr("Who works from now on?")));
    column->addWidget(what);
    column->addWidget(form);
    resize(sizeHint().expandedTo({formWidth + 48, 320}));
    connect(form, &SignInForm::signedIn, this, &SignInDialog::signedIn);
    form->begin();
}

LockWindow::LockWindow(Services &services, std::shared_ptr<store::Project> project)
{
    setObjectName(QStringLiteral("lockWindow"));
    setWindowTitle(tr("Locked — Plumbline"));
    auto *form = new SignInForm(services, std::move(project));
    auto *what = new QLabel(tr("%1 was working here. Everything is saved.").arg(services.person().name));
    what->setTextFormat(Qt::PlainText);
    auto *sign = new QLabel;
    constexpr int signSize = 48;
    sign->setPixmap(theme::themedIcon(QStringLiteral("lock")).pixmap(signSize, signSize));
    auto *column = new QVBoxLayout;
    column->setSpacing(14);
    column->addWidget(sign);
    column->addWidget(heading(tr("Locked")));
    column->addWidget(what);
    column->addWidget(form);
    auto *middle = new QVBoxLayout(this);
    middle->addStretch(2);
    auto *across = new QHBoxLayout;
    across->addStretch();
    across->addLayout(column);
    across->addStretch();
    middle->addLayout(across);
    middle->addStretch(3);
    connect(form, &SignInForm::signedIn, this, &LockWindow::signedIn);
    form->begin();
}

void LockWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    emit closed();
}

}  // namespace plumbline::workstation
