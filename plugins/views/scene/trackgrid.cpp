// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/trackgrid.h"

#include "plugins/views/scene/cameraview.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

using Kind = model::TrackFrame::Kind;
using theme::Token;

constexpr double gap = 8;         // between frames, pixels
constexpr double seam = 1;        // between tiles of one frame
constexpr double headHeight = 20;
constexpr double tileHandle = 6;  // pixels
constexpr int leastTile = 64;
constexpr int mostTile = 320;
constexpr double usualMost = 200;  // pixels, unless somebody chooses another size
// Widths of the tiles as shares of their height: above and beside, a car is longer than it is wide.
constexpr std::array<double, 3> sideShares{1.45, 1.45, 0.95};
constexpr double cameraShare = 4.0 / 3;
constexpr std::array<SidePlane, 3> planes{SidePlane::Top, SidePlane::Side, SidePlane::Front};

}  // namespace

void paintSign(QPainter &painter, const QRectF &square, Kind kind, const QColor &colour)
{
    const QPointF middle = square.center();
    const double half = square.width() / 2 - 1;
    QPainterPath diamond;
    diamond.moveTo(middle + QPointF(0, -half));
    diamond.lineTo(middle + QPointF(half, 0));
    diamond.lineTo(middle + QPointF(0, half));
    diamond.lineTo(middle + QPointF(-half, 0));
    diamond.closeSubpath();
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(kind == Kind::Key ? QBrush(colour) : QBrush(Qt::NoBrush));
    if (kind == Kind::Nothing)
        painter.drawEllipse(middle, 1.5, 1.5);
    else
        painter.drawPath(diamond);
    if (kind == Kind::Gap)
        painter.drawLine(middle + QPointF(-half, half), middle + QPointF(half, -half));
}

TrackGrid::TrackGrid(SweepCrops &crops, QWidget *parent) : QAbstractScrollArea(parent), m_crops(crops)
{
    setObjectName(QStringLiteral("trackGrid"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    connect(&m_crops, &SweepCrops::changed, this, &TrackGrid::refresh);
}

void TrackGrid::setFrames(std::vector<SheetFrame> frames)
{
    const std::int64_t was = current() ? current()->frame : -1;
    cancelDrag();
    m_frames = std::move(frames);
    m_current = 0;
    for (std::size_t i = 0; i < m_frames.size() && m_frames[i].frame <= was; ++i)
        m_current = i;
    std::erase_if(m_near, [this](const auto &kept) { return !indexOf(kept.first); });
    layOut();
    if (current())
        setAccessibleDescription(words(*current()));
    viewport()->update();
}

const SheetFrame *TrackGrid::current() const
{
    return m_current < m_frames.size() ? &m_frames[m_current] : nullptr;
}

std::optional<std::size_t> TrackGrid::indexOf(std::int64_t frame) const
{
    const auto at = std::lower_bound(m_frames.begin(), m_frames.end(), frame,
                                     [](const SheetFrame &entry, std::int64_t number) { return entry.frame < number; });
    return at == m_frames.end() || at->frame != frame ? std::nullopt : std::optional(std::size_t(at - m_frames.begin()));
}

SheetFrame *TrackGrid::find(std::int64_t frame)
{
    const auto index = indexOf(frame);
    return index ? &m_frames[*index] : nullptr;
}

void TrackGrid::makeCurrent(std::size_t index, bool show)
{
    if (m_frames.empty())
        return;
    index = std::min(index, m_frames.size() - 1);
    const bool other = index != m_current;
    m_current = index;
    if (show) {
        const QRectF cell = cellAt(index);
        const auto scrolled = double(verticalScrollBar()->value());
        if (cell.top() < gap)
            verticalScrollBar()->setValue(int(scrolled + cell.top() - gap));
        else if (cell.bottom() > viewport()->height() - gap)
            verticalScrollBar()->setValue(int(std::ceil(scrolled + cell.bottom() - viewport()->height() + gap)));
    }
    if (other) {
        setAccessibleDescription(words(m_frames[index]));
        emit currentChanged();
    }
    viewport()->update();
}

void TrackGrid::setCurrent(std::int64_t frame)
{
    const auto at = std::lower_bound(m_frames.begin(), m_frames.end(), frame,
                                     [](const SheetFrame &entry, std::int64_t number) { return entry.frame < number; });
    makeCurrent(std::size_t(at - m_frames.begin()), true);
}

void TrackGrid::step(int by)
{
    const auto last = std::int64_t(m_frames.size()) - 1;
    if (last >= 0)
        makeCurrent(std::size_t(std::clamp<std::int64_t>(std::int64_t(m_current) + by, 0, last)), true);
}

bool TrackGrid::stepToKey(int direction)
{
    for (auto at = std::int64_t(m_current) + direction; at >= 0 && at < std::int64_t(m_frames.size()); at += direction)
        if (m_frames[std::size_t(at)].kind == Kind::Key) {
            makeCurrent(std::size_t(at), true);
            return true;
        }
    return false;
}

void TrackGrid::setOverlaid(const OverlaidPoints &points)
{
    m_overlaid = points;
    viewport()->update();
}

void TrackGrid::setTileSize(int pixels)
{
    m_chosen = true;
    m_wish = std::clamp(pixels, leastTile, mostTile);
    layOut();
    makeCurrent(m_current, true);
    emit viewChanged();
}

QSizeF TrackGrid::cellSize() const
{
    double width = 3 * seam + m_tile * cameraShare;
    for (const double share : sideShares)
        width += share * m_tile;
    return {width, headHeight + m_tile};
}

void TrackGrid::layOut()
{
    double shares = cameraShare;
    for (const double share : sideShares)
        shares += share;
    const double room = viewport()->width() - gap;
    const double wished = shares * m_wish + 3 * seam + gap;
    const auto tileOf = [&](int columns) {
        return std::max<double>(leastTile, std::floor((room / columns - gap - 3 * seam) / shares));
    };
    m_columns = std::max(1, int(std::lround(room / wished)));
    // Where there is room for all frames anyway, they are larger.
    const auto fits = [&](int columns) {
        const auto rows = std::ceil(double(m_frames.size()) / columns);
        return tileOf(columns) <= usualMost && gap + rows * (headHeight + tileOf(columns) + gap) <= viewport()->height();
    };
    for (int fewer = 1; !m_chosen && fewer < m_columns; ++fewer)
        if (fits(fewer))
            m_columns = fewer;
    m_tile = tileOf(m_columns);
    const auto rows = (int(m_frames.size()) + columns() - 1) / columns();
    const double high = gap + rows * (cellSize().height() + gap);
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(high)) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(int(cellSize().height() + gap) / 3);
}

QRectF TrackGrid::cellAt(std::size_t index) const
{
    const QSizeF size = cellSize();
    const int row = int(index) / columns();
    const int column = int(index) % columns();
    // What is left over goes to the sides.
    const double spare = std::max(0.0, viewport()->width() - gap - columns() * (size.width() + gap));
    return {QPointF(gap + std::floor(spare / 2) + column * std::floor(size.width() + gap),
                    gap + row * (size.height() + gap) - verticalScrollBar()->value()),
            size};
}

TrackGrid::Tiles TrackGrid::tilesIn(const QRectF &cell) const
{
    Tiles tiles;
    tiles.head = QRectF(cell.x(), cell.y(), cell.width(), headHeight);
    double x = cell.x();
    for (std::size_t i = 0; i < 3; ++i) {
        tiles.sides[i] = QRectF(std::round(x), cell.y() + headHeight, std::floor(sideShares[i] * m_tile), m_tile);
        x = tiles.sides[i].right() + seam;
    }
    tiles.camera = QRectF(x, cell.y() + headHeight, cell.right() - x, m_tile);
    return tiles;
}

std::optional<std::size_t> TrackGrid::indexAt(QPointF at) const
{
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        const QRectF cell = cellAt(i);
        if (cell.contains(at))
            return i;
        if (cell.top() > at.y())
            break;
    }
    return std::nullopt;
}

QRectF TrackGrid::tileOf(std::int64_t frame, SidePlane plane) const
{
    const auto index = indexOf(frame);
    return index ? tilesIn(cellAt(*index)).sides[std::size_t(plane)] : QRectF();
}

std::vector<std::int64_t> TrackGrid::urgent() const
{
    std::vector<std::int64_t> seen;
    std::vector<std::int64_t> near;
    const double height = viewport()->height();
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        const QRectF cell = cellAt(i);
        if (cell.bottom() >= 0 && cell.top() <= height)
            seen.push_back(m_frames[i].frame);
        else if (cell.bottom() >= -height && cell.top() <= 2 * height)
            near.push_back(m_frames[i].frame);
    }
    seen.insert(seen.end(), near.begin(), near.end());
    return seen;
}

std::shared_ptr<const NearPoints> TrackGrid::nearOf(const SheetFrame &frame) const
{
    const SweepCrop *crop = m_crops.sweep(frame.frame);
    if (!crop || !crop->points) {
        m_near.erase(frame.frame);
        return nullptr;
    }
    Near &near = m_near[frame.frame];
    if (!near.points || near.of != crop->points || !(near.cuboid == frame.box.cuboid))
        near = {frame.box.cuboid, crop->points, std::make_shared<const NearPoints>(nearPoints({crop->points}, frame.box.cuboid))};
    return near.points;
}

std::optional<std::size_t> TrackGrid::pointsIn(std::int64_t frame) const
{
    const auto index = indexOf(frame);
    const auto near = index ? nearOf(m_frames[*index]) : nullptr;
    return near ? std::optional(near->insideCount) : std::nullopt;
}

void TrackGrid::refresh(std::int64_t frame)
{
    if (const auto index = indexOf(frame))
        viewport()->update(cellAt(*index).toAlignedRect());
}

SideDrawing TrackGrid::drawingOf(const SheetFrame &frame, const QRectF &tile, SidePlane plane) const
{
    SideDrawing drawing(plane, tileHandle);
    drawing.setArea(tile);
    drawing.setBox(frame.box, nearOf(frame));
    drawing.setOverlaid(m_overlaid);
    return drawing;
}

QString TrackGrid::pointWords(std::int64_t frame, std::size_t count) const
{
    const SweepCrop *crop = m_crops.sweep(frame);
    // Of a sample the true number is not known.
    return crop && crop->sample && count > 0 ? tr("%1+ points").arg(locale().toString(qulonglong(count)))
                                             : tr("%n point(s)", nullptr, int(count));
}

QString TrackGrid::words(const SheetFrame &frame) const
{
    QString kind;
    switch (frame.kind) {
    case Kind::Key: kind = tr("key frame"); break;
    case Kind::Between: kind = tr("interpolated"); break;
    case Kind::Gap: kind = tr("gap: not visible"); break;
    case Kind::Nothing: kind = tr("no box"); break;
    }
    QString text = tr("Frame %1, %2").arg(frame.frame + 1).arg(kind);
    if (const auto points = pointsIn(frame.frame))
        text += QStringLiteral(", ") + (*points > 0 ? pointWords(frame.frame, *points) : tr("no points"));
    return text;
}

void TrackGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme::themeOf(palette()).colour(Token::Surface1));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        const QRectF cell = cellAt(i);
        if (cell.top() > event->rect().bottom() + gap)
            break;
        if (cell.adjusted(-gap, -gap, gap, gap).intersects(event->rect()))
            paintCell(painter, i);
    }
}

void TrackGrid::paintHead(QPainter &painter, const SheetFrame &frame, const QRectF &head)
{
    const theme::Theme &theme = theme::themeOf(palette());
    const bool current = m_current < m_frames.size() && &frame == &m_frames[m_current];
    paintSign(painter, QRectF(head.x() + 5, head.y() + 4, 12, 12), frame.kind,
              theme.colour(frame.kind == Kind::Key ? Token::Text1 : Token::Text2));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme.colour(current || frame.kind == Kind::Key ? Token::Text1 : Token::Text2));
    const QString number = QString::number(frame.frame + 1);
    QRectF place(head.adjusted(23, 0, -5, 0));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, number);
    place.setLeft(place.left() + QFontMetricsF(bold).horizontalAdvance(number) + 8);
    painter.setFont(font());
    painter.setPen(theme.colour(Token::Text3));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     frame.kind == Kind::Key       ? tr("key frame")
                     : frame.kind == Kind::Between ? tr("interpolated")
                     : frame.kind == Kind::Gap     ? tr("gap: not visible")
                                                   : tr("no box"));
    const SweepCrop *crop = m_crops.sweep(frame.frame);
    const auto points = pointsIn(frame.frame);
    const bool none = points && *points == 0 && frame.kind != Kind::Gap;
    painter.setPen(theme.colour(none ? Token::Warn : Token::Text3));
    // A word of its own, not only another colour.
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                     frame.noSweep ? tr("no sweep")
                     : none        ? tr("⚠ no points")
                     : points      ? pointWords(frame.frame, *points)
                     : crop        ? tr("cannot be read")
                                   : tr("…"));
}

void TrackGrid::paintCell(QPainter &painter, std::size_t index)
{
    const theme::Theme &theme = theme::themeOf(palette());
    const SheetFrame &frame = m_frames[index];
    const Tiles tiles = tilesIn(cellAt(index));
    const bool isCurrent = index == m_current;
    paintHead(painter, frame, tiles.head);
    const bool held = m_held && m_held->frame == frame.frame && m_held->shown;
    const SweepCrop *crop = m_crops.sweep(frame.frame);
    for (const SidePlane plane : planes) {
        const QRectF &tile = tiles.sides[std::size_t(plane)];
        painter.fillRect(tile, theme.colour(Token::Surface0));
        painter.save();
        painter.setClipRect(tile);
        SideDrawing drawing = drawingOf(frame, tile, plane);
        if (held)
            drawing.setPreview(m_held->shown);
        drawing.paintPoints(painter, theme);
        if (frame.kind == Kind::Gap || frame.kind == Kind::Nothing || (crop && !crop->problem.isEmpty()))
            painter.setOpacity(0.35);
        drawing.paintShape(painter, theme, isCurrent && hasFocus());
        painter.setOpacity(1);
        if (frame.kind == Kind::Gap) {
            QColor lines = theme.colour(Token::Text3);
            lines.setAlpha(90);
            painter.fillRect(tile, QBrush(lines, Qt::BDiagPattern));
        }
        if (isCurrent) {
            painter.setPen(theme.colour(Token::Text3));
            painter.drawText(tile.adjusted(5, 2, -5, -3), Qt::AlignLeft | Qt::AlignBottom,
                             plane == SidePlane::Top    ? tr("Top")
                             : plane == SidePlane::Side ? tr("Side")
                                                        : tr("Front"));
        }
        painter.restore();
    }
    if (crop && !crop->problem.isEmpty()) {
        painter.setPen(theme.colour(Token::Text2));
        painter.drawText((tiles.sides.front() | tiles.sides.back()).adjusted(10, 4, -10, -4), Qt::AlignCenter | Qt::TextWordWrap,
                         crop->problem);
    }
    paintCamera(painter, frame, tiles.camera, held ? *m_held->shown : frame.box.cuboid);
    if (isCurrent) {
        painter.setPen(QPen(theme.colour(hasFocus() ? Token::Focus : Token::Line), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellAt(index).adjusted(-2, -2, 2, 2));
    }
}

void TrackGrid::paintCamera(QPainter &painter, const SheetFrame &frame, const QRectF &tile, const geometry::Cuboid &shown)
{
    const theme::Theme &theme = theme::themeOf(palette());
    painter.fillRect(tile, theme.colour(Token::Surface0));
    const PictureCrop *crop = m_crops.picture(frame.frame);
    painter.setPen(theme.colour(Token::Text3));
    if (!frame.camera || !crop || crop->picture.isNull()) {
        const QString why = !frame.cameraKnown                 ? QString()
                            : !frame.camera                    ? tr("in no camera")
                            : crop && !crop->problem.isEmpty() ? crop->problem
                                                               : QString();
        painter.drawText(tile.adjusted(6, 4, -6, -4), Qt::AlignCenter | Qt::TextWordWrap, why);
        return;
    }
    QSizeF size = crop->part.size();
    size.scale(tile.size(), Qt::KeepAspectRatio);
    const QRectF place(tile.center() - QPointF(size.width() / 2, size.height() / 2), size);
    painter.drawImage(place, crop->picture);
    painter.save();
    painter.setClipRect(place);
    const QTransform map = QTransform()
                               .translate(place.x(), place.y())
                               .scale(place.width() / crop->part.width(), place.height() / crop->part.height())
                               .translate(-crop->part.x(), -crop->part.y());
    // What its own motion adds until the exposure is kept while the box is dragged.
    geometry::Cuboid there = shown;
    for (std::size_t axis = 0; axis < 3; ++axis)
        there.centre[axis] += frame.exposed.centre[axis] - frame.box.cuboid.centre[axis];
    QPen pen(frame.box.colour, 1.4);
    if (frame.kind != Kind::Key)
        pen.setStyle(Qt::DotLine);
    painter.setBrush(Qt::NoBrush);
    if (frame.kind != Kind::Gap)
        for (const QPolygonF &line : projectedEdges(crop->choice.camera, crop->choice.camera_from_label, there)) {
            painter.setPen(QPen(QColor(0, 0, 0, 120), 2.6));
            painter.drawPolyline(map.map(line));
            painter.setPen(pen);
            painter.drawPolyline(map.map(line));
        }
    painter.restore();
}

bool TrackGrid::event(QEvent *event)
{
    // Arrows up and down belong to the grid while it has the focus; left and right come as actions of the view.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (plain)
                event->accept();
            return plain || QAbstractScrollArea::event(event);
        default: break;
        }
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QAbstractScrollArea::event(event);
}

void TrackGrid::keyPressEvent(QKeyEvent *event)
{
    const int page = columns() * std::max(1, int(viewport()->height() / (cellSize().height() + gap)));
    switch (event->key()) {
    case Qt::Key_Left: step(-1); break;
    case Qt::Key_Right: step(1); break;
    case Qt::Key_Up: step(-columns()); break;
    case Qt::Key_Down: step(columns()); break;
    case Qt::Key_PageUp: step(-page); break;
    case Qt::Key_PageDown: step(page); break;
    case Qt::Key_Home: makeCurrent(0, true); break;
    case Qt::Key_End: makeCurrent(m_frames.size(), true); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current())
            emit opened(current()->frame);
        break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void TrackGrid::mousePressEvent(QMouseEvent *event)
{
    const auto index = event->button() == Qt::LeftButton ? indexAt(event->position()) : std::nullopt;
    if (!index)
        return;
    makeCurrent(*index, false);
    const Tiles tiles = tilesIn(cellAt(*index));
    for (const SidePlane plane : planes) {
        SideDrawing drawing = drawingOf(m_frames[*index], tiles.sides[std::size_t(plane)], plane);
        if (drawing.press(event->position())) {
            m_held = Held{m_frames[*index].frame, std::move(drawing), std::nullopt};
            return;
        }
    }
}

void TrackGrid::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held) {
        m_held->shown = m_held->drawing.drag(event->position());
        refresh(m_held->frame);
        emit dragged(m_held->frame, *m_held->shown);
        return;
    }
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (const auto index = indexAt(event->position())) {
        const Tiles tiles = tilesIn(cellAt(*index));
        for (const SidePlane plane : planes)
            if (tiles.sides[std::size_t(plane)].contains(event->position())) {
                SideDrawing drawing(plane, tileHandle);
                drawing.setArea(tiles.sides[std::size_t(plane)]);
                drawing.setBox(m_frames[*index].box, nullptr);
                shape = drawing.cursorAt(event->position());
            }
    }
    viewport()->setCursor(shape);
}

void TrackGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_held)
        return;
    const std::int64_t frame = m_held->frame;
    const auto result = m_held->drawing.release();
    m_held.reset();
    refresh(frame);
    if (result)
        emit released(frame, result->cuboid, result->verb);
}

bool TrackGrid::cancelDrag()
{
    if (!m_held)
        return false;
    m_held.reset();
    viewport()->update();
    return true;
}

void TrackGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto index = event->button() == Qt::LeftButton ? indexAt(event->position()) : std::nullopt;
    if (index && event->position().y() < tilesIn(cellAt(*index)).head.bottom())
        emit opened(m_frames[*index].frame);
    else
        mousePressEvent(event);
}

void TrackGrid::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setTileSize(int(std::lround(m_wish * std::pow(1.0012, event->angleDelta().y()))));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void TrackGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    emit viewChanged();
}

void TrackGrid::scrollContentsBy(int, int)
{
    viewport()->update();
    emit viewChanged();
}

}  // namespace plumbline::sceneview
