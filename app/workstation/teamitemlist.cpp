// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamitemlist.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace plumbline::workstation {

TeamItemList::TeamItemList(const char *name, const QString &title, QWidget *parent)
    : QWidget(parent), m_line(new QHBoxLayout), m_title(new QLabel(title)), m_view(new QTableView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 12);
    layout->setSpacing(4);
    m_title->setWordWrap(true);
    m_title->setBuddy(m_view);
    m_line->setSpacing(8);
    m_line->addWidget(m_title, 1);
    layout->addLayout(m_line);
    m_view->setObjectName(QString::fromLatin1(name));
    m_view->setAccessibleName(title);
    m_view->setModel(&m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    constexpr int rowHeight = 24;
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->addWidget(m_view, 1);
    connect(m_view, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { emit taskRequested(index.siblingAtColumn(0).data().toString()); });
}

void TeamItemList::addControl(const QString &label, QWidget *control)
{
    auto *words = new QLabel(label);
    words->setBuddy(control);
    control->setAccessibleName(label);
    m_line->insertWidget(0, words);
    m_line->insertWidget(1, control);
}

void TeamItemList::setItems(const QString &title, charts::ChartTable table)
{
    m_title->setText(title);
    m_model.setTable(std::move(table));
    constexpr int measuredRows = 100;
    m_view->horizontalHeader()->setResizeContentsPrecision(measuredRows);
    m_view->resizeColumnsToContents();
    constexpr int air = 16;
    for (int column = 0; column < m_model.columnCount({}) - 1; ++column)
        m_view->setColumnWidth(column, m_view->columnWidth(column) + air);
}

}  // namespace plumbline::workstation
