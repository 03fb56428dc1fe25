// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/thumbnailstrip.h"

#include "widgets/panels/delegates.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <limits>

namespace plumbline::panels {

using theme::Token;

namespace {

constexpr int margin = 6;
constexpr int nameHeight = 22;
constexpr int sightMilliseconds = 60;  // a scroll that goes on asks for nothing
constexpr int smallestCell = 64;
constexpr int largestCell = 200;
constexpr int columnWidth = 128;

// Positions are counted in 64 bits: a scroll bar ends at the last row that it can reach.
int bounded(qint64 pixels)
{
    return static_cast<int>(std::clamp<qint64>(pixels, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

}  // namespace

ThumbnailStrip::ThumbnailStrip(itemmodels::QueueModel &model, QWidget *parent) : QAbstractItemView(parent), m_model(model)
{
    setObjectName(QStringLiteral("thumbnailStrip"));
    setAccessibleName(tr("Thumbnails of the queue"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    m_sight.setSingleShot(true);
    m_sight.setInterval(sightMilliseconds);
    connect(&m_sight, &QTimer::timeout, this, [this] {
        m_painted = !viewport()->visibleRegion().isEmpty();
        emit sightChanged();
    });
    setModel(&m_model);
    const auto choose = [this](const QModelIndex &index) {
        if (const ItemId item = m_model.itemAt(index.row()); !item.isNull())
            emit chosen(item);
    };
    connect(this, &QAbstractItemView::clicked, this, choose);
    connect(this, &QAbstractItemView::activated, this, choose);
}

int ThumbnailStrip::rows() const
{
    return m_model.rowCount();
}

// From the size with scroll bars: whether there are any must not change the cells, which would change whether there are any.
ThumbnailStrip::Grid ThumbnailStrip::grid() const
{
    const QSize room = size();
    Grid grid;
    grid.across = room.width() >= room.height();
    if (grid.across) {
        const int height = std::clamp(room.height() - horizontalScrollBar()->sizeHint().height(), smallestCell, largestCell);
        grid.cell = QSize((height - nameHeight - margin) * 4 / 3 + 2 * margin, height);
        return grid;
    }
    const int width = room.width() - verticalScrollBar()->sizeHint().width();
    grid.columns = std::max(1, width / columnWidth);
    const int each = std::max(smallestCell, width / grid.columns);
    grid.cell = QSize(each, (each - 2 * margin) * 3 / 4 + margin + nameHeight);
    return grid;
}

int ThumbnailStrip::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int ThumbnailStrip::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect ThumbnailStrip::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Grid at = grid();
    const qint64 row = index.row();
    const QPoint corner = at.across ? QPoint(bounded(row * at.cell.width() - horizontalOffset()), 0)
                                    : QPoint(int(row % at.columns) * at.cell.width(),
                                             bounded(row / at.columns * at.cell.height() - verticalOffset()));
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), QRect(corner, at.cell));
}

QModelIndex ThumbnailStrip::indexAt(const QPoint &point) const
{
    if (!viewport()->rect().contains(point))
        return {};
    const Grid at = grid();
    const QPoint there = QStyle::visualPos(layoutDirection(), viewport()->rect(), point);
    const qint64 row = at.across ? (qint64(there.x()) + horizontalOffset()) / at.cell.width()
                                 : (qint64(there.y()) + verticalOffset()) / at.cell.height() * at.columns + there.x() / at.cell.width();
    const bool inside = at.across ? there.y() < at.cell.height() : there.x() < at.columns * at.cell.width();
    return inside && row < rows() ? m_model.index(static_cast<int>(row)) : QModelIndex();
}

std::pair<int, int> ThumbnailStrip::rowsInSight() const
{
    const Grid at = grid();
    const qint64 offset = at.across ? horizontalOffset() : verticalOffset();
    const qint64 room = at.across ? viewport()->width() : viewport()->height();
    const int step = at.across ? at.cell.width() : at.cell.height();
    const qint64 first = offset / step * at.columns;
    const qint64 last = ((offset + room - 1) / step + 1) * at.columns - 1;
    return {static_cast<int>(std::min<qint64>(first, rows())), static_cast<int>(std::min<qint64>(last, rows() - 1))};
}

std::vector<ItemId> ThumbnailStrip::inSight() const
{
    std::vector<ItemId> items;
    // A tab behind another one is visible as far as Qt says.
    if (!isVisible() || viewport()->visibleRegion().isEmpty())
        return items;
    const auto [first, last] = rowsInSight();
    const int following = std::min(rows() - 1, last + (last - first + 1) / 2);
    for (int row = first; row <= following; ++row) {
        if (const ItemId item = m_model.itemAt(row); !item.isNull())
            items.push_back(item);
    }
    return items;
}

void ThumbnailStrip::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const Grid at = grid();
    QScrollBar &bar = at.across ? *horizontalScrollBar() : *verticalScrollBar();
    const int step = at.across ? at.cell.width() : at.cell.height();
    const int room = at.across ? viewport()->width() : viewport()->height();
    const qint64 begin = qint64(index.row() / at.columns) * step;
    const qint64 value = bar.value();
    if (hint == PositionAtCenter)
        bar.setValue(bounded(begin - (room - step) / 2));
    else if (hint == PositionAtTop || begin < value)
        bar.setValue(bounded(begin));
    else if (hint == PositionAtBottom || begin + step > value + room)
        bar.setValue(bounded(begin + step - room));
}

QModelIndex ThumbnailStrip::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = rows();
    if (count == 0)
        return {};
    const Grid at = grid();
    const auto [first, last] = rowsInSight();
    const int side = isRightToLeft() ? -1 : 1;
    const int page = std::max(at.columns, (last - first) / at.columns * at.columns);
    int row = currentIndex().isValid() ? currentIndex().row() : 0;
    switch (action) {
    case MoveHome: row = 0; break;
    case MoveEnd: row = count - 1; break;
    case MoveLeft: row -= side; break;
    case MoveRight: row += side; break;
    case MovePrevious: --row; break;
    case MoveNext: ++row; break;
    case MoveUp: row -= row >= at.columns ? at.columns : 0; break;
    case MoveDown: row += row + at.columns < count ? at.columns : 0; break;
    case MovePageUp: row -= page; break;
    case MovePageDown: row += page; break;
    }
    return m_model.index(std::clamp(row, 0, count - 1));
}

void ThumbnailStrip::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (const QModelIndex index = indexAt(rect.topLeft()); index.isValid())
        selectionModel()->select(index, command);
}

QRegion ThumbnailStrip::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += visualRect(index);
    return region;
}

void ThumbnailStrip::updateGeometries()
{
    const Grid at = grid();
    const qint64 lines = (qint64(rows()) + at.columns - 1) / at.columns;
    const auto set = [](QScrollBar &bar, qint64 length, int room, int step) {
        bar.setRange(0, bounded(std::max<qint64>(0, length - room)));
        bar.setPageStep(room);
        bar.setSingleStep(step);
    };
    set(*horizontalScrollBar(), at.across ? lines * at.cell.width() : 0, viewport()->width(), at.cell.width() / 2);
    set(*verticalScrollBar(), at.across ? 0 : lines * at.cell.height(), viewport()->height(), at.cell.height() / 2);
    QAbstractItemView::updateGeometries();
    viewport()->update();
    m_sight.start();
}

void ThumbnailStrip::scrollContentsBy(int, int)
{
    viewport()->update();
    m_sight.start();
}

void ThumbnailStrip::reset()
{
    QAbstractItemView::reset();
    updateGeometries();
    follow();
}

void ThumbnailStrip::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
}

void ThumbnailStrip::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    follow();
}

void ThumbnailStrip::showEvent(QShowEvent *event)
{
    QAbstractItemView::showEvent(event);
    m_sight.start();
}

void ThumbnailStrip::hideEvent(QHideEvent *event)
{
    QAbstractItemView::hideEvent(event);
    m_sight.stop();
    m_painted = false;
    emit sightChanged();
}

// A mouse has one wheel, and a row goes one way.
void ThumbnailStrip::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    if (!grid().across || std::abs(angle.x()) > std::abs(angle.y())) {
        QAbstractItemView::wheelEvent(event);
        return;
    }
    constexpr int notch = 120;
    const int step = pixels.isNull() ? angle.y() * grid().cell.width() / notch : pixels.y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - step);
    event->accept();
}

void ThumbnailStrip::setShown(ItemId item)
{
    m_shown = item;
    follow();
}

void ThumbnailStrip::follow()
{
    const int row = m_model.rowOf(m_shown);
    const QModelIndex index = row < 0 ? QModelIndex() : m_model.index(row);
    setCurrentIndex(index);
    scrollTo(index);
    viewport()->update();
}

void ThumbnailStrip::paintEvent(QPaintEvent *event)
{
    // Coming out from behind another tab brings no other event.
    if (!m_painted)
        m_sight.start();
    QPainter painter(viewport());
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model.index(row);
        if (const QRect cell = visualRect(index); cell.intersects(event->rect()))
            paintCell(painter, index, cell);
    }
}

void ThumbnailStrip::paintCell(QPainter &painter, const QModelIndex &index, const QRect &cell) const
{
    const theme::Theme &colours = theme::themeOf(palette());
    const bool current = index == currentIndex();
    if (current) {
        QColor ground = colours.colour(Token::Accent);
        ground.setAlphaF(isActiveWindow() ? 0.22F : 0.14F);
        painter.fillRect(cell, ground);
        painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), 2), colours.colour(Token::Accent));
    } else if (viewport()->underMouse() && cell.contains(viewport()->mapFromGlobal(QCursor::pos()))) {
        painter.fillRect(cell, colours.colour(Token::Surface2));
    }
    if (current && hasFocus()) {
        painter.setPen(colours.colour(Token::Focus));
        painter.drawRect(cell.adjusted(0, 0, -1, -1));
    }
    const ItemId item = m_model.itemAt(index.row());
    const QRect room(cell.left() + margin, cell.top() + margin, cell.width() - 2 * margin, cell.height() - margin - nameHeight);
    const Thumbnail thumbnail = m_lookup && !item.isNull() ? m_lookup(item) : Thumbnail{};
    if (thumbnail.state == State::Ready && !thumbnail.image.isNull()) {
        // One pixel of a tiny picture is not a hundred of the screen.
        const QSize size = thumbnail.image.size().scaled(room.size(), Qt::KeepAspectRatio).boundedTo(thumbnail.image.size() * 4);
        QRect place(QPoint(0, 0), size.expandedTo(QSize(1, 1)));
        place.moveCenter(room.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, thumbnail.image);
    } else {
        painter.setPen(colours.colour(Token::Line));
        painter.setBrush(colours.colour(Token::Surface2));
        painter.drawRect(room.adjusted(0, 0, -1, -1));
        if (thumbnail.state == State::Unreadable) {
            constexpr int sign = 24;
            QRect place(0, 0, sign, sign);
            place.moveCenter(room.center());
            theme::themedIcon(QStringLiteral("eye-off"), colours.colour(Token::Text3)).paint(&painter, place);
        }
    }
    QRect line(room.left(), cell.bottom() - nameHeight + 1, room.width(), nameHeight);
    constexpr int sign = 16;
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), line, part); };
    paintTaskState(painter, QRectF(placed(QRect(line.left(), line.center().y() - sign / 2, sign, sign))).translated(0, 0.5),
                   m_model.stateAt(index.row()), palette());
    painter.setPen(colours.colour(current ? Token::Text1 : Token::Text2));
    const QRect text = line.adjusted(sign + 4, 0, 0, 0);
    // Neighbours share a folder and how their names begin.
    painter.drawText(placed(text), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(index.data().toString().section(QLatin1Char('/'), -1), Qt::ElideLeft, text.width()));
}

}  // namespace plumbline::panels
