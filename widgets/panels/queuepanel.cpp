// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/queuepanel.h"

#include "core/itemmodels/words.h"
#include "widgets/panels/delegates.h"
#include "widgets/panels/emptystate.h"
#include "widgets/theme/icons.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumbline::panels {

QueuePanel::QueuePanel(itemmodels::QueueModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_search(new QLineEdit), m_states(new QComboBox), m_list(new QListView),
      m_stack(new QStackedWidget), m_empty(new EmptyState)
{
    setObjectName(QStringLiteral("queuePanel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *filters = new QVBoxLayout;
    filters->setContentsMargins(8, 8, 8, 8);
    filters->setSpacing(8);
    filters->addWidget(m_search);
    filters->addWidget(m_states);
    layout->addLayout(filters);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    m_search->setObjectName(QStringLiteral("queueSearch"));
    m_search->setPlaceholderText(tr("Search names"));
    m_search->setAccessibleName(tr("Search names"));
    m_search->addAction(theme::themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition)->setText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_states->setObjectName(QStringLiteral("queueStates"));
    m_states->setAccessibleName(tr("Show items by state"));
    m_states->setFocusPolicy(Qt::TabFocus);
    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setAccessibleName(tr("Queue"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_typing.setSingleShot(true);
    m_typing.setInterval(150);
    connect(&m_typing, &QTimer::timeout, this, &QueuePanel::applyFilter);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, m_list, [this] { m_list->setFocus(); });
    connect(m_states, &QComboBox::activated, this, &QueuePanel::applyFilter);
    const auto choose = [this](const QModelIndex &index) {
        if (const ItemId item = m_model.itemAt(index.row()); !item.isNull())
            emit chosen(item);
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_empty, &EmptyState::activated, this, [this] { setFilter({}, -1); });
    connect(&m_model, &itemmodels::QueueModel::countsChanged, this, &QueuePanel::refreshStates);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_shownRow = -1;
        follow();
        refreshEmpty();
    });
    refreshStates();
    refreshEmpty();
}

void QueuePanel::applyFilter()
{
    m_typing.stop();
    const QVariant state = m_states->currentData();
    m_model.setFilter(m_search->text().trimmed(),
                      state.isValid() ? std::optional(static_cast<model::TaskState>(state.toInt())) : std::nullopt);
}

void QueuePanel::setFilter(const QString &text, int state)
{
    m_search->setText(text);
    if (state < 0)
        m_states->setCurrentIndex(0);
    else
        showState(state);
    applyFilter();
}

// The last one of the filtered state may be done: the filter stays, and says 0.
void QueuePanel::showState(int wanted)
{
    int index = m_states->findData(wanted);
    if (index < 0) {
        const auto state = static_cast<model::TaskState>(wanted);
        m_states->addItem(taskStateIcon(state, palette()), tr("%1 (%2)").arg(itemmodels::taskStateWord(state), QLocale().toString(0)), wanted);
        index = m_states->count() - 1;
    }
    m_states->setCurrentIndex(index);
}

void QueuePanel::refreshStates()
{
    const QVariant current = m_states->currentData();
    const QSignalBlocker blocked(m_states);
    m_states->clear();
    const QLocale locale;
    m_states->addItem(tr("All items (%1)").arg(locale.toString(qlonglong(m_model.total()))));
    for (const auto &[state, count] : m_model.counts()) {
        if (count == 0)
            continue;
        m_states->addItem(taskStateIcon(state, palette()),
                          tr("%1 (%2)").arg(itemmodels::taskStateWord(state), locale.toString(qlonglong(count))),
                          static_cast<int>(state));
    }
    if (current.isValid())
        showState(current.toInt());
}

void QueuePanel::refreshEmpty()
{
    const bool empty = m_model.rowCount() == 0;
    m_stack->setCurrentIndex(empty ? 1 : 0);
    if (!empty)
        return;
    if (m_model.total() > 0)
        m_empty->setWords(QStringLiteral("search"), tr("Nothing fits"), tr("No item has this name and state."), tr("Show all items"));
    else
        m_empty->setWords(QStringLiteral("image"), tr("No items yet"), tr("Drop pictures, point clouds or a folder here."));
}

void QueuePanel::setShown(ItemId item)
{
    if (m_shown != item) {
        m_shown = item;
        m_shownRow = m_model.rowOf(item);
    }
    follow();
}

int QueuePanel::shownRow() const
{
    if (m_shownRow < 0 || m_model.itemAt(m_shownRow) != m_shown)
        m_shownRow = m_model.rowOf(m_shown);
    return m_shownRow;
}

void QueuePanel::follow()
{
    const int row = shownRow();
    if (row < 0) {
        m_list->setCurrentIndex({});
        return;
    }
    const QModelIndex index = m_model.index(row);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void QueuePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

}  // namespace plumbline::panels
