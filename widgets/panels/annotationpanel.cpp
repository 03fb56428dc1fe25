// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/annotationpanel.h"

#include "widgets/panels/delegates.h"
#include "widgets/panels/emptystate.h"
#include "widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::panels {

AnnotationPanel::AnnotationPanel(itemmodels::AnnotationModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(model), m_search(new QLineEdit), m_summary(new QLabel), m_list(new QListView), m_stack(new QStackedWidget),
      m_empty(new EmptyState)
{
    setObjectName(QStringLiteral("annotationPanel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 0);
    bar->setSpacing(4);
    m_search->setObjectName(QStringLiteral("annotationFilter"));
    m_search->setPlaceholderText(tr("Filter: car colour=red score>0.5"));
    m_search->setAccessibleName(tr("Filter labels"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto *more = new QToolButton;
    more->setObjectName(QStringLiteral("annotationFilterMenu"));
    more->setIcon(theme::themedIcon(QStringLiteral("chevron-down")));
    more->setAccessibleName(tr("Ready-made filters"));
    more->setToolTip(tr("Ready-made filters"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAutoRaise(true);
    auto *menu = new QMenu(more);
    more->setMenu(menu);
    bar->addWidget(m_search, 1);
    bar->addWidget(more);
    layout->addLayout(bar);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillFilterMenu(*menu); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setFilterText(text);
        refreshWords();
    });
    m_summary->setContentsMargins(8, 6, 8, 6);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_list->setObjectName(QStringLiteral("annotationList"));
    m_list->setAccessibleName(tr("Annotations"));
    m_list->setModel(&m_filter);
    auto *delegate = new AnnotationDelegate(m_list);
    m_list->setItemDelegate(delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(delegate, &AnnotationDelegate::acceptClicked, this,
            [this](const QModelIndex &index) { emit acceptRequested(m_filter.idAt(index.row())); });
    connect(delegate, &AnnotationDelegate::rejectClicked, this,
            [this](const QModelIndex &index) { emit rejectRequested(m_filter.idAt(index.row())); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { emit revealRequested(m_filter.idAt(index.row())); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_syncing || !m_editing)
            return;
        const QScopedValueRollback guard(m_syncing, true);
        QSet<AnnotationId> ids;
        for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
            ids.insert(m_filter.idAt(index.row()));
        m_editing->select(ids);
    });
    for (QAbstractItemModel *rows : std::initializer_list<QAbstractItemModel *>{&m_model, &m_filter}) {
        connect(rows, &QAbstractItemModel::modelReset, this, &AnnotationPanel::refreshWords);
        connect(rows, &QAbstractItemModel::rowsInserted, this, &AnnotationPanel::refreshWords);
        connect(rows, &QAbstractItemModel::rowsRemoved, this, &AnnotationPanel::refreshWords);
    }
    // Rows may come after the selection that names them.
    connect(&m_filter, &QAbstractItemModel::dataChanged, this, [this] { takeSelection(); });
    connect(&m_filter, &QAbstractItemModel::modelReset, this, [this] { takeSelection(); });
    refreshWords();
}

void AnnotationPanel::setEditing(document::Editing *editing)
{
    disconnect(m_connection);
    m_editing = editing;
    m_filter.setEditing(editing);
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
    std::vector<int> rows;
    for (const AnnotationId &id : m_editing->selection())
        if (const int row = m_filter.rowOf(id); row >= 0)
            rows.push_back(row);
    const QModelIndex last = rows.empty() ? QModelIndex() : m_filter.index(rows.back(), 0);
    std::sort(rows.begin(), rows.end());
    // As few ranges as can be: the selection model compares each with each.
    QItemSelection selection;
    for (std::size_t i = 0; i < rows.size();) {
        const std::size_t first = i;
        while (++i < rows.size() && rows[i] == rows[i - 1] + 1) {
        }
        selection.append(QItemSelectionRange(m_filter.index(rows[first], 0), m_filter.index(rows[i - 1], 0)));
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
    const int hidden = m_filter.hiddenCount();
    const QStringList unknown = m_filter.filter().unknown();
    if (hidden > 0)
        parts.append(tr("%n hidden by the filter", nullptr, hidden));
    if (!unknown.isEmpty())
        parts.append(tr("“%1” means nothing here").arg(unknown.join(QStringLiteral("”, “"))));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setVisible(shown && labels + predictions > 0);
    m_summary->setWordWrap(true);
    m_stack->setCurrentIndex(m_filter.rowCount() > 0 ? 0 : 1);
    if (shown && hidden > 0)
        m_empty->setWords({}, tr("The filter hides every label"), tr("They are hidden in the view too. Esc in the filter field clears it."));
    else if (shown)
        m_empty->setWords({}, tr("No labels yet"), m_firstStep);
    else
        m_empty->setWords({}, tr("Nothing is shown"), {});
}

void AnnotationPanel::setFirstStep(const QString &text)
{
    m_firstStep = text;
    refreshWords();
}

void AnnotationPanel::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool AnnotationPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            if (m_search->text().isEmpty())
                emit filterLeft();
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Down && m_filter.rowCount() > 0) {
            m_list->setFocus(Qt::TabFocusReason);
            m_list->setCurrentIndex(m_filter.index(0, 0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AnnotationPanel::toggleWord(const QString &word)
{
    QStringList words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (!words.removeOne(word))
        words.append(word);
    m_search->setText(words.join(QLatin1Char(' ')));
}

void AnnotationPanel::fillFilterMenu(QMenu &menu)
{
    menu.clear();
    const QStringList words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const std::pair<QString, QString> ready[] = {{tr("Breaks a rule"), QStringLiteral("is:flagged")},
                                                 {tr("Has an open question"), QStringLiteral("is:unanswered")},
                                                 {tr("Unsure"), QStringLiteral("is:unsure")},
                                                 {tr("Predictions"), QStringLiteral("is:prediction")},
                                                 {tr("Made by a person"), QStringLiteral("origin:human")},
                                                 {tr("Came from a model"), QStringLiteral("origin:model")},
                                                 {tr("Imported"), QStringLiteral("origin:import")},
                                                 {tr("Ignore regions"), QStringLiteral("role:ignore")},
                                                 {tr("Crowds"), QStringLiteral("role:crowd")},
                                                 {tr("Score above 0.5"), QStringLiteral("score>0.5")}};
    for (const auto &[title, word] : ready) {
        QAction *action = menu.addAction(title, this, [this, word = word] { toggleWord(word); });
        action->setCheckable(true);
        action->setChecked(words.contains(word));
    }
    menu.addSeparator();
    menu.addAction(tr("Clear the filter"), m_search, &QLineEdit::clear)->setEnabled(!words.isEmpty());
}

}  // namespace plumbline::panels
