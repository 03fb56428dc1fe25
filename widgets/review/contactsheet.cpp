// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/contactsheet.h"

#include "widgets/review/cropdelegate.h"

#include <QItemSelectionModel>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace plumbline::review {

namespace {

constexpr int sightMilliseconds = 30;
// More than a hundred to a page of 1920 × 1080, of either kind.
constexpr int usual = 104;
constexpr int usualWide = 84;
constexpr int titleHeight = 16;  // a cell is so much higher than wide
constexpr double wideShape = 1.6;  // width of a wide cell by its side

}  // namespace

ContactSheet::ContactSheet(CropModel &model, QWidget *parent)
    : QListView(parent), m_model(model), m_delegate(new CropDelegate(this))
{
    setObjectName(QStringLiteral("contactSheet"));
    setAccessibleName(tr("Labels to be decided about"));
    setFrameShape(QFrame::NoFrame);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setItemDelegate(m_delegate);
    setModel(&m_model);
    setCell(usual);
    m_sight.setSingleShot(true);
    m_sight.setInterval(sightMilliseconds);
    connect(&m_sight, &QTimer::timeout, this, &ContactSheet::sightChanged);
    connect(&m_model, &QAbstractItemModel::modelReset, &m_sight, qOverload<>(&QTimer::start));
}

void ContactSheet::setCell(int side)
{
    const int bounded = std::clamp(side, smallest, largest);
    if (bounded == m_side)
        return;
    m_side = bounded;
    applyCell();
}

void ContactSheet::setWide(bool wide)
{
    if (wide == m_wide)
        return;
    if (m_side == (m_wide ? usualWide : usual))
        m_side = wide ? usualWide : usual;
    m_wide = wide;
    applyCell();
}

void ContactSheet::applyCell()
{
    const QModelIndex keep = currentIndex();
    const QSize cell(m_wide ? qRound(m_side * wideShape) : m_side, m_side + titleHeight);
    m_delegate->setCell(cell);
    setGridSize(cell);
    if (keep.isValid())
        scrollTo(keep);
    m_sight.start();
}

std::vector<AnnotationId> ContactSheet::chosen() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    if (rows.empty() && currentIndex().isValid())
        rows.push_back(currentIndex().row());
    std::sort(rows.begin(), rows.end());
    std::vector<AnnotationId> ids;
    for (const int row : rows)
        ids.push_back(m_model.at(row)->id);
    return ids;
}

std::pair<int, int> ContactSheet::inSight() const
{
    const int count = m_model.rowCount();
    if (!isVisible() || count == 0)
        return {0, -1};
    const QSize cell = gridSize();
    const int columns = std::max(1, viewport()->width() / cell.width());
    const int lines = viewport()->height() / cell.height() + 2;
    int first = verticalScrollBar()->value() / cell.height();
    int last = first + lines;
    (m_upwards ? first : last) += m_upwards ? -lines : lines;
    return {std::clamp(first * columns, 0, count - 1), std::clamp((last + 1) * columns - 1, 0, count - 1)};
}

void ContactSheet::goOn()
{
    int from = currentIndex().row();
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        from = std::max(from, index.row());
    const int next = m_model.nextUndecided(from);
    if (next >= 0)
        setCurrentIndex(m_model.index(next));
}

void ContactSheet::scrollContentsBy(int dx, int dy)
{
    if (dy != 0)
        m_upwards = dy > 0;
    QListView::scrollContentsBy(dx, dy);
    // Not begun anew: while somebody scrolls without a pause, crops come in all the same.
    if (!m_sight.isActive())
        m_sight.start();
}

void ContactSheet::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_sight.start();
}

void ContactSheet::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    m_sight.start();
}

void ContactSheet::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() != Qt::ControlModifier) {
        QListView::wheelEvent(event);
        return;
    }
    constexpr double perStep = 1.15;
    setCell(qRound(m_side * (event->angleDelta().y() > 0 ? perStep : 1 / perStep)));
    event->accept();
}

}  // namespace plumbline::review
