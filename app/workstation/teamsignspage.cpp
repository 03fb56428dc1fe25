// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamsignspage.h"

#include "core/workflow/copiedwork.h"
#include "widgets/panels/emptystate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

TeamSignsPage::TeamSignsPage(jobs::JobRunner &jobs, std::shared_ptr<store::Project> project, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_project(std::move(project)), m_state(new QLabel), m_pages(new QStackedWidget),
      m_empty(new panels::EmptyState), m_list(new QListWidget), m_title(new QLabel), m_text(new QLabel), m_method(new QLabel),
      m_taskTitle(new QLabel(tr("Answers behind it"))), m_tasks(new QListWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto *note = new QLabel(
        tr("Things to look at together with the person. A sign is a reason to ask, not a proof; nothing happens by itself."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(note);
    m_state->setObjectName(QStringLiteral("signState"));
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_state);
    layout->addWidget(m_pages, 1);
    m_empty->setWords(QStringLiteral("accept"), tr("Nothing stands out"),
                      tr("No one skips what is hard, answers without looking, is always fully sure, shares another's odd answers "
                         "or draws what another has drawn."));
    m_pages->addWidget(m_empty);

    auto *split = new QWidget;
    auto *columns = new QHBoxLayout(split);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(16);
    m_list->setObjectName(QStringLiteral("signList"));
    m_list->setAccessibleName(tr("Signs"));
    m_list->setMaximumWidth(320);
    m_list->setSpacing(2);
    columns->addWidget(m_list, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text->setObjectName(QStringLiteral("signText"));
    m_method->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_text, m_method}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        right->addWidget(label);
    }
    m_taskTitle->setBuddy(m_tasks);
    right->addWidget(m_taskTitle);
    m_tasks->setObjectName(QStringLiteral("signTasks"));
    m_tasks->setAccessibleName(m_taskTitle->text());
    right->addWidget(m_tasks, 1);
    auto *all = new QPushButton(tr("All figures of this person"));
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(all);
    right->addLayout(row);
    columns->addLayout(right, 2);
    m_pages->addWidget(split);

    connect(m_list, &QListWidget::currentRowChanged, this, &TeamSignsPage::showSign);
    connect(m_tasks, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit taskRequested(item->text()); });
    connect(all, &QPushButton::clicked, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0)
            emit personRequested(m_entries[static_cast<std::size_t>(row)].person);
    });
}

// What is being read holds the project open.
TeamSignsPage::~TeamSignsPage()
{
    m_jobs.cancel(m_job);
}

void TeamSignsPage::setReport(std::shared_ptr<const workflow::TeamReport> report, const std::optional<QString> &cohort)
{
    m_cohort = cohort;
    if (m_report != report) {
        m_report = std::move(report);
        compare();
    }
    refresh();
}

void TeamSignsPage::compare()
{
    m_copied.reset();
    m_jobs.cancel(m_job);
    m_job = m_jobs.run(
        tr("Drawn labels that are too alike"),
        [project = m_project](jobs::JobControl &control) { return workflow::copiedWork(*project, {}, control); }, this,
        [this](Result<Copied> copied) {
            m_copied = std::move(copied);
            refresh();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
}

void TeamSignsPage::refresh()
{
    m_state->setText(!m_copied ? tr("Drawn labels are being compared…") : *m_copied ? QString() : m_copied->error().text);
    m_state->setVisible(!m_state->text().isEmpty());
    const int before = m_list->currentRow();
    const std::optional<Entry> chosen = before >= 0 ? std::optional(m_entries[static_cast<std::size_t>(before)]) : std::nullopt;
    m_list->clear();
    m_entries.clear();
    int again = 0;
    for (std::size_t i = 0; m_report && i < m_report->people.size(); ++i) {
        const workflow::PersonFigures &person = m_report->people[i];
        if (m_cohort && person.cohort != *m_cohort)
            continue;
        std::vector<workflow::Sign> signs = person.signs;
        if (m_copied && *m_copied)
            if (const auto own = (*m_copied)->find(person.name); own != (*m_copied)->end())
                signs.insert(signs.end(), own->second.begin(), own->second.end());
        for (workflow::Sign &sign : signs) {
            if (chosen && chosen->person == person.name && chosen->sign == sign)
                again = static_cast<int>(m_entries.size());
            m_list->addItem(QStringLiteral("%1\n%2").arg(person.name, workflow::Sign::title(sign.kind)));
            m_entries.push_back({person.name, std::move(sign)});
        }
    }
    m_pages->setCurrentIndex(m_entries.empty() ? 0 : 1);
    m_list->setCurrentRow(m_entries.empty() ? -1 : again);
}

void TeamSignsPage::showSign()
{
    const int row = m_list->currentRow();
    m_tasks->clear();
    if (row < 0 || row >= static_cast<int>(m_entries.size()))
        return;
    const auto &[person, sign] = m_entries[static_cast<std::size_t>(row)];
    m_title->setText(tr("%1: %2").arg(person, workflow::Sign::title(sign.kind)));
    m_text->setText(sign.text());
    m_method->setText(sign.method());
    m_tasks->addItems(sign.tasks);
    m_taskTitle->setText(sign.count > sign.tasks.size()
                             ? tr("The first %1 of %2 answers behind it").arg(sign.tasks.size()).arg(sign.count)
                             : tr("Answers behind it"));
}

}  // namespace plumbline::workstation
