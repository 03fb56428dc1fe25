// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/queuemodel.h"
#include "widgets/export.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace plumbline::panels {

class EmptyState;

/// The queue: search, filter by state, list. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT QueuePanel final : public QWidget
{
    Q_OBJECT

public:
    /// The model must outlive the panel.
    explicit QueuePanel(itemmodels::QueueModel &model, QWidget *parent = nullptr);

    /// Marks the row of the shown item, without saying so by chosen().
    void setShown(ItemId item);
    [[nodiscard]] ItemId shown() const { return m_shown; }
    /// Row of the shown item; -1 when the filter hides it.
    [[nodiscard]] int shownRow() const;
    void focusSearch();
    /// At once, as if typed and chosen; `state` as model::TaskState, -1 = all.
    void setFilter(const QString &text, int state);

signals:
    /// By click or Enter.
    void chosen(plumbline::ItemId item);

private:
    void applyFilter();
    void showState(int state);
    void refreshStates();
    void refreshEmpty();
    void follow();

    itemmodels::QueueModel &m_model;
    QLineEdit *m_search;
    QComboBox *m_states;
    QListView *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTimer m_typing;
    ItemId m_shown;
    mutable int m_shownRow = -1;
};

}  // namespace plumbline::panels
