// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/memberspage.h"

#include "app/workstation/services.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

using workflow::MemberChange;
using workflow::Role;

namespace {

constexpr Role roles[] = {Role::Viewer, Role::Annotator, Role::Reviewer, Role::Lead};

QString roleWords(const QString &stored)
{
    const auto role = workflow::roleFromName(stored);
    return role ? workflow::roleTitle(*role) : stored;
}

}  // namespace

MembersPage::MembersPage(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window), m_services(services), m_project(std::move(project)), m_table(new QTableWidget),
      m_name(new QLineEdit), m_role(new QComboBox), m_cohort(new QLineEdit), m_secret(new QLineEdit), m_message(new QLabel),
      m_add(new QPushButton(tr("Add"))), m_save(new QPushButton(tr("Save"))),
      m_forget(new QPushButton(tr("Take the secret away"))), m_remove(new QPushButton(tr("Remove")))
{
    setObjectName(QStringLiteral("membersPage"));
    setWindowTitle(tr("Members"));
    resize(720, 480);
    m_table->setObjectName(QStringLiteral("memberTable"));
    m_table->setAccessibleName(tr("Members"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Role"), tr("Cohort"), tr("Secret")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    for (const auto &[part, name] : {std::pair<QWidget *, const char *>{m_name, "memberName"},
                                     {m_role, "memberRole"},
                                     {m_cohort, "memberCohort"},
                                     {m_secret, "memberSecret"},
                                     {m_message, "memberMessage"},
                                     {m_add, "memberAdd"},
                                     {m_save, "memberSave"},
                                     {m_forget, "memberForget"},
                                     {m_remove, "memberRemove"}})
        part->setObjectName(QString::fromLatin1(name));
    for (const Role role : roles)
        m_role->addItem(workflow::roleTitle(role), static_cast<int>(role));
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(Role::Annotator)));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setPlaceholderText(tr("empty: stays as it is"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    auto *form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Role"), m_role);
    form->addRow(tr("Cohort"), m_cohort);
    form->addRow(tr("Secret"), m_secret);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_add, m_save, m_forget, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addLayout(buttons);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        if (const QString name = chosen(); !name.isEmpty())
            m_name->setText(name);
        choose();
    });
    connect(m_name, &QLineEdit::textChanged, this, &MembersPage::choose);
    connect(m_add, &QPushButton::clicked, this, &MembersPage::add);
    connect(m_save, &QPushButton::clicked, this, &MembersPage::save);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        run(tr("Change a member"), tr("The secret is gone."),
            [name = m_name->text()](store::Project &project, const store::Person &person) {
                return workflow::changeMember(project, name, {{}, {}, QByteArray()}, person);
            });
    });
    connect(m_remove, &QPushButton::clicked, this, &MembersPage::remove);
    fill();
}

QString MembersPage::chosen() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const int row = rows.isEmpty() ? -1 : rows.front().row();
    return row >= 0 && row < static_cast<int>(m_members.size()) ? m_members[static_cast<std::size_t>(row)].member.name
                                                                : QString();
}

void MembersPage::fill()
{
    auto members = workflow::memberList(*m_project);
    if (!members) {
        m_message->setText(members.error().text);
        return;
    }
    m_members = std::move(*members);
    std::sort(m_members.begin(), m_members.end(), [](const auto &one, const auto &other) {
        return QString::localeAwareCompare(one.member.name, other.member.name) < 0;
    });
    m_table->setRowCount(static_cast<int>(m_members.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const workflow::MemberEntry &entry = m_members[static_cast<std::size_t>(row)];
        int column = 0;
        for (const QString &text : {entry.member.name, roleWords(entry.member.role), entry.member.cohort,
                                    entry.hasSecret ? tr("set") : QStringLiteral("–")})
            m_table->setItem(row, column++, new QTableWidgetItem(text));
    }
    choose();
}

// One form for both: a name that is there is changed, another one is added.
void MembersPage::choose()
{
    const QString name = m_name->text().trimmed();
    const auto known =
        std::find_if(m_members.begin(), m_members.end(), [&](const auto &entry) { return entry.member.name == name; });
    const bool there = known != m_members.end();
    const bool writable = !m_project->store().readOnly();
    m_add->setEnabled(writable && !name.isEmpty() && !there);
    m_save->setEnabled(writable && there);
    m_remove->setEnabled(writable && there);
    m_forget->setEnabled(writable && there && known->hasSecret);
    if (there) {
        m_role->setCurrentIndex(
            m_role->findData(static_cast<int>(workflow::roleFromName(known->member.role).value_or(Role::Viewer))));
        m_cohort->setText(known->member.cohort);
    }
}

void MembersPage::run(const QString &title, const QString &done, Step step)
{
    for (QPushButton *button : {m_add, m_save, m_forget, m_remove})
        button->setEnabled(false);
    m_services.jobs().run(
        title,
        [project = m_project, person = m_services.person(), step = std::move(step)](jobs::JobControl &) {
            return step(*project, person);
        },
        this,
        [this, done](const Result<> &result) {
            QPalette palette = this->palette();
            if (!result)
                palette.setColor(QPalette::WindowText, theme::themeOf(palette).colour(theme::Token::Bad));
            m_message->setPalette(palette);
            m_message->setText(result ? done : result.error().text);
            m_secret->clear();
            fill();
            if (result)
                emit projectChanged();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void MembersPage::add()
{
    MemberChange given{static_cast<Role>(m_role->currentData().toInt()), m_cohort->text().trimmed(), {}};
    if (!m_secret->text().isEmpty())
        given.secret = m_secret->text().toUtf8();
    const QString name = m_name->text().trimmed();
    run(tr("Add a member"), tr("%1 belongs to the project now.").arg(name),
        [name, given](store::Project &project, const store::Person &person) {
            return workflow::addMember(project, name, given, person);
        });
}

void MembersPage::save()
{
    MemberChange change{static_cast<Role>(m_role->currentData().toInt()), m_cohort->text().trimmed(), {}};
    if (!m_secret->text().isEmpty())
        change.secret = m_secret->text().toUtf8();
    const QString name = m_name->text().trimmed();
    run(tr("Change a member"), tr("Saved."), [name, change](store::Project &project, const store::Person &person) {
        return workflow::changeMember(project, name, change, person);
    });
}

void MembersPage::remove()
{
    const QString name = m_name->text().trimmed();
    run(tr("Remove a member"), tr("%1 is no member any more; what they labeled stays.").arg(name),
        [name](store::Project &project, const store::Person &person) { return workflow::removeMember(project, name, person); });
}

}  // namespace plumbline::workstation
