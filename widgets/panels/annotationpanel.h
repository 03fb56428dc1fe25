// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/labelfiltermodel.h"
#include "widgets/export.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QStackedWidget;

namespace plumbline::panels {

class EmptyState;

/// Labels of the shown item; its selection is the document's. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT AnnotationPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The model must outlive the panel.
    explicit AnnotationPanel(itemmodels::AnnotationModel &model, QWidget *parent = nullptr);

    /// Null = nothing is open.
    void setEditing(document::Editing *editing);
    /// Puts the keys into the filter.
    void focusFilter();
    /// What to do where a picture has no labels yet, translated.
    void setFirstStep(const QString &text);
    [[nodiscard]] itemmodels::LabelFilterModel &filter() { return m_filter; }

signals:
    void acceptRequested(plumbline::AnnotationId id);
    void rejectRequested(plumbline::AnnotationId id);
    /// Esc in an empty filter: the keys belong to the view again.
    void filterLeft();
    /// Double click or Enter: show it in the view.
    void revealRequested(plumbline::AnnotationId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeSelection();
    void fillFilterMenu(QMenu &menu);
    void toggleWord(const QString &word);
    void refreshWords();

    itemmodels::AnnotationModel &m_model;
    document::Editing *m_editing = nullptr;
    QMetaObject::Connection m_connection;
    itemmodels::LabelFilterModel m_filter;
    QString m_firstStep;
    QLineEdit *m_search;
    QLabel *m_summary;
    QListView *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    bool m_syncing = false;
};

}  // namespace plumbline::panels
