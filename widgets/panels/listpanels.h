// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/historymodel.h"
#include "core/itemmodels/issuemodel.h"
#include "core/itemmodels/jobmodel.h"
#include "widgets/export.h"

#include <QWidget>

class QListView;
class QStackedWidget;

/// Lists at the bottom of the window. Main thread only; models must outlive the panels.
namespace plumbline::panels {

class EmptyState;

class PLUMBLINE_WIDGETS_EXPORT ListPanel : public QWidget
{
    Q_OBJECT

public:
    ListPanel(QAbstractItemModel &model, const QString &name, QWidget *parent);

protected:
    [[nodiscard]] QListView &list() const { return *m_list; }
    [[nodiscard]] EmptyState &empty() const { return *m_empty; }

private:
    void refresh();
    QAbstractItemModel &m_model;
    QListView *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
};

class PLUMBLINE_WIDGETS_EXPORT IssuePanel final : public ListPanel
{
    Q_OBJECT

public:
    explicit IssuePanel(itemmodels::IssueModel &model, QWidget *parent = nullptr);

signals:
    void jumpRequested(const plumbline::itemmodels::Finding &finding);
};

class PLUMBLINE_WIDGETS_EXPORT JobPanel final : public ListPanel
{
    Q_OBJECT

public:
    explicit JobPanel(itemmodels::JobModel &model, QWidget *parent = nullptr);
};

class PLUMBLINE_WIDGETS_EXPORT HistoryPanel final : public ListPanel
{
    Q_OBJECT

public:
    explicit HistoryPanel(itemmodels::HistoryModel &model, QWidget *parent = nullptr);

signals:
    /// Undo (negative) or redo (positive) so often.
    void stepsRequested(int steps);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    itemmodels::HistoryModel &m_history;
};

}  // namespace plumbline::panels
