// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/listpanels.h"

#include "widgets/panels/delegates.h"
#include "widgets/panels/emptystate.h"

#include <QAction>
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
        if (const itemmodels::Finding *finding = model.findingAt(index.row()))
            emit jumpRequested(*finding);
    });
}

JobPanel::JobPanel(itemmodels::JobModel &model, QWidget *parent) : ListPanel(model, tr("Jobs"), parent)
{
    list().setObjectName(QStringLiteral("jobList"));
    auto *delegate = new JobDelegate(&list());
    list().setItemDelegate(delegate);
    empty().setWords({}, tr("Nothing is running"), tr("Imports, exports and pre-labeling show their progress here."));
    // The cross of a row, for hands that stay on the keys.
    auto *cancel = new QAction(tr("Stop this job"), &list());
    cancel->setShortcut(Qt::Key_Delete);
    cancel->setShortcutContext(Qt::WidgetShortcut);
    list().addAction(cancel);
    list().setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(cancel, &QAction::triggered, &model, [this, &model] { model.cancel(list().currentIndex().row()); });
    connect(delegate, &JobDelegate::cancelClicked, &model, [&model](const QModelIndex &index) { model.cancel(index.row()); });
}

HistoryPanel::HistoryPanel(itemmodels::HistoryModel &model, QWidget *parent)
    : ListPanel(model, tr("History"), parent), m_history(model)
{
    list().setObjectName(QStringLiteral("historyList"));
    list().setItemDelegate(new HistoryDelegate(&list()));
    empty().setWords({}, tr("No changes yet"), tr("Everything that is done to the project is listed here, latest first."));
    m_history.setActive(false);
    const auto go = [this](const QModelIndex &index) {
        const QVariant steps = index.data(itemmodels::HistoryModel::StepsRole);
        if (steps.isValid() && steps.toInt() != 0)
            emit stepsRequested(steps.toInt());
    };
    // A double click sends both: by the second, the steps are done or on their way.
    connect(&list(), &QListView::clicked, this, go);
    connect(&list(), &QListView::activated, this, go);
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
