// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/listpanels.h"

#include "widgets/panels/delegates.h"
#include "widgets/panels/emptystate.h"

#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumbline::panels {

ListPanel::ListPanel(QAbstractItemModel &model, const QString &name, QWidget *parent)
    : QWidget(parent), m_model(model), m_list(new QListView), m_stack(new QStackedWidget), m_empty(new EmptyState)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_list->setModel(&m_model);
    m_list->setAccessibleName(name);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ListPanel::refresh);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ListPanel::refresh);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ListPanel::refresh);
    refresh();
}

void ListPanel::refresh()
{
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
}

IssuePanel::IssuePanel(itemmodels::IssueModel &model, QWidget *parent) : ListPanel(model, tr("Issues"), parent)
{
    list().setObjectName(QStringLiteral("issueList"));
    list().setItemDelegate(new IssueDelegate(&list()));
    empty().setWords({}, tr("No issues"), tr("Problems found in files and labels are listed here."));
    connect(&list(), &QListView::activated, this, [this, &model](const QModelIndex &index) {
        if (const Issue *issue = model.at(index.row()))
            emit jumpRequested(*issue);
    });
}

JobPanel::JobPanel(itemmodels::JobModel &model, QWidget *parent) : ListPanel(model, tr("Jobs"), parent)
{
    list().setObjectName(QStringLiteral("jobList"));
    auto *delegate = new JobDelegate(&list());
    list().setItemDelegate(delegate);
    empty().setWords({}, tr("Nothing is running"), tr("Imports, exports and pre-labeling show their progress here."));
    connect(delegate, &JobDelegate::cancelClicked, &model, [&model](const QModelIndex &index) { model.cancel(index.row()); });
}

HistoryPanel::HistoryPanel(itemmodels::HistoryModel &model, QWidget *parent)
    : ListPanel(model, tr("History"), parent), m_history(model)
{
    list().setObjectName(QStringLiteral("historyList"));
    list().setItemDelegate(new HistoryDelegate(&list()));
    empty().setWords({}, tr("No changes yet"), tr("Everything that is done to the project is listed here, latest first."));
    m_history.setActive(false);
}

void HistoryPanel::showEvent(QShowEvent *event)
{
    m_history.setActive(true);
    ListPanel::showEvent(event);
}

void HistoryPanel::hideEvent(QHideEvent *event)
{
    m_history.setActive(false);
    ListPanel::hideEvent(event);
}

}  // namespace plumbline::panels
