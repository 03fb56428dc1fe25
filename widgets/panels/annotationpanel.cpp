// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/annotationpanel.h"

#include "widgets/panels/delegates.h"
#include "widgets/panels/emptystate.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumbline::panels {

AnnotationPanel::AnnotationPanel(itemmodels::AnnotationModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_summary(new QLabel), m_list(new QListView), m_stack(new QStackedWidget),
      m_empty(new EmptyState)
{
    setObjectName(QStringLiteral("annotationPanel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_summary->setContentsMargins(8, 6, 8, 6);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_list->setObjectName(QStringLiteral("annotationList"));
    m_list->setAccessibleName(tr("Annotations"));
    m_list->setModel(&m_model);
    auto *delegate = new AnnotationDelegate(m_list);
    m_list->setItemDelegate(delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(delegate, &AnnotationDelegate::acceptClicked, this,
            [this](const QModelIndex &index) { emit acceptRequested(m_model.idAt(index.row())); });
    connect(delegate, &AnnotationDelegate::rejectClicked, this,
            [this](const QModelIndex &index) { emit rejectRequested(m_model.idAt(index.row())); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { emit revealRequested(m_model.idAt(index.row())); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_syncing || !m_editing)
            return;
        const QScopedValueRollback guard(m_syncing, true);
        QSet<AnnotationId> ids;
        for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
            ids.insert(m_model.idAt(index.row()));
        m_editing->select(ids);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AnnotationPanel::refreshWords);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &AnnotationPanel::refreshWords);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &AnnotationPanel::refreshWords);
    // Rows may come after the selection that names them.
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] { takeSelection(); });
    refreshWords();
}

void AnnotationPanel::setEditing(document::Editing *editing)
{
    disconnect(m_connection);
    m_editing = editing;
    if (m_editing) {
        m_connection = connect(m_editing, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
            if (std::holds_alternative<document::SelectionChanged>(event))
                takeSelection();
            else if (std::holds_alternative<document::ItemShown>(event))
                refreshWords();
        });
    }
    refreshWords();
}

void AnnotationPanel::takeSelection()
{
    if (m_syncing || !m_editing)
        return;
    const QScopedValueRollback guard(m_syncing, true);
    QItemSelection selection;
    QModelIndex last;
    for (const AnnotationId &id : m_editing->selection()) {
        if (const int row = m_model.rowOf(id); row >= 0) {
            last = m_model.index(row);
            selection.select(last, last);
        }
    }
    if (selection == m_list->selectionModel()->selection())
        return;
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (last.isValid()) {
        m_list->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
        m_list->scrollTo(last);
    }
}

void AnnotationPanel::refreshWords()
{
    const bool shown = m_editing && m_editing->item();
    const int labels = m_model.labelCount();
    const int predictions = m_model.predictionCount();
    QStringList parts{tr("%n label(s)", nullptr, labels)};
    if (predictions > 0)
        parts.append(tr("%n prediction(s) open", nullptr, predictions));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setVisible(shown && labels + predictions > 0);
    m_stack->setCurrentIndex(labels + predictions > 0 ? 0 : 1);
    if (shown)
        m_empty->setWords({}, tr("No labels yet"), tr("Draw with B (box) or P (polygon), or press G to let a model propose."));
    else
        m_empty->setWords({}, tr("Nothing is shown"), {});
}

}  // namespace plumbline::panels
