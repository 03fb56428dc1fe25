// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/imagecanvas.h"

#include "widgets/canvas/shapepainter.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

// How an ImageCanvas draws itself; what it does is in imagecanvas.cpp.
namespace plumbline::canvas {

namespace {

constexpr double gridFrom = 12;  // device pixels per image pixel

// A message box's worth of text, centred; returns the height used.
double drawCentred(QPainter &painter, const QFont &font, const QColor &colour, const QString &text, QPointF top, double width)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QRectF room(top.x() - width / 2, top.y(), width, 1000);
    QRectF used;
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text, &used);
    return used.height();
}

QSet<int> indicesOf(const ShapeScene &scene, const QSet<AnnotationId> &ids)
{
    QSet<int> indices;
    for (const AnnotationId &id : ids)
        if (const auto index = scene.indexOf(id))
            indices.insert(*index);
    return indices;
}

}  // namespace

bool ImageCanvas::live(const CanvasShape &shape) const
{
    return (fewSelected() && m_selected.contains(shape.id)) || m_replaced.contains(shape.id);
}

void ImageCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool page = m_notice && !m_notice->busy;
    if (page || !m_picture) {
        painter.fillRect(rect(), theme::themeOf(palette()).colour(theme::Token::Surface0));
        if (m_notice)
            paintNotice(painter);
        return;
    }
    refreshBackdrop();
    painter.drawImage(QPointF(0, 0), m_backdrop);
    const ViewTransform view = m_view.snapped(devicePixelRatioF());
    if (m_shapesVisible) {
        paintShapes(painter, view);
        paintLive(painter, view);
        paintChips(painter, view);
    }
    if (m_cursor && (m_guides || (m_input && m_input->wantsGuides())) && m_panButton == Qt::NoButton && !m_spaceHeld && !m_panning)
        paintGuides(painter, view);
    if (m_input)
        m_input->paint(painter, view, QRectF(rect()), devicePixelRatioF());
    if (!m_shapesVisible)
        paintHiddenMark(painter);
    if (m_notice)
        paintNotice(painter);
}

void ImageCanvas::refreshBackdrop()
{
    const double ratio = devicePixelRatioF();
    const QSize pixels(static_cast<int>(std::ceil(width() * ratio)), static_cast<int>(std::ceil(height() * ratio)));
    const BackdropKey key{m_view.snapped(ratio), pixels, ratio, m_change};
    if (key == m_backdropKey && !m_backdrop.isNull())
        return;

    BackdropKey moved = m_backdropKey;
    moved.view.offset = key.view.offset;
    const QPointF shift = (key.view.offset - m_backdropKey.view.offset) * ratio;
    const QPoint step(static_cast<int>(std::lround(shift.x())), static_cast<int>(std::lround(shift.y())));
    const QRect whole(QPoint(0, 0), pixels);
    const QRect kept = whole.translated(step) & whole;
    const bool shifts = moved == key && !m_backdrop.isNull() && !kept.isEmpty();

    QRegion missing(whole);
    if (shifts) {
        m_backdrop.setDevicePixelRatio(1);
        scrollPixels(m_backdrop, step);
        missing -= kept;
    } else if (m_backdrop.size() != pixels) {
        m_backdrop = QImage(pixels, QImage::Format_RGB32);
    }
    m_backdrop.setDevicePixelRatio(ratio);
    QPainter painter(&m_backdrop);
    for (const QRect &part : missing) {
        const QRectF clip(QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio);
        painter.save();
        painter.setClipRect(clip);
        renderBackdrop(painter, key.view, clip);
        painter.restore();
    }
    m_backdropKey = key;
}

void ImageCanvas::renderBackdrop(QPainter &painter, const ViewTransform &view, const QRectF &clip)
{
    painter.fillRect(clip, theme::themeOf(palette()).colour(theme::Token::Surface0));
    m_picture->paint(painter, view, clip, devicePixelRatioF());
    if (view.scale * devicePixelRatioF() >= gridFrom)
        paintGrid(painter, view, clip);
}

void ImageCanvas::paintShapes(QPainter &painter, const ViewTransform &view)
{
    // A picture is taken of the canvas: it must be complete.
    QPoint offset;
    const QPaintDevice *target = redirected(&offset);
    m_layer.setPatient(target && target->devType() == QInternal::Pixmap);
    const bool done = m_layer.paint(painter, m_scene, view, size(), devicePixelRatioF(), [this](const CanvasShape &shape) -> std::optional<Emphasis> {
        if (live(shape))
            return std::nullopt;
        return m_selected.contains(shape.id) ? Emphasis::Selected : Emphasis::Normal;
    });
    if (!done)
        m_rest.start();
}

void ImageCanvas::paintGrid(QPainter &painter, const ViewTransform &view, const QRectF &clip) const
{
    const QRectF picture = view.rectOf(*imageBox()).intersected(clip);
    if (picture.isEmpty())
        return;
    const double ratio = devicePixelRatioF();
    const geometry::Box seen = view.toImage(picture);
    QList<QRectF> lines;
    const double thin = 1 / ratio;
    const auto snap = [ratio](double v) { return std::round(v * ratio) / ratio; };
    for (double x = std::ceil(seen.x); x <= seen.right(); x += 1)
        lines.append(QRectF(snap(view.toScreen({x, 0}).x()), picture.top(), thin, picture.height()));
    for (double y = std::ceil(seen.y); y <= seen.bottom(); y += 1)
        lines.append(QRectF(picture.left(), snap(view.toScreen({0, y}).y()), picture.width(), thin));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const QRectF &line : lines)
        painter.fillRect(line, QColor(128, 128, 128, 70));
}

void ImageCanvas::paintLive(QPainter &painter, const ViewTransform &view)
{
    const QRectF clip(rect());
    ShapePainter shapes(painter, view, clip, devicePixelRatioF());
    const bool handles = m_input && m_input->wantsHandles();
    const geometry::Box seen = view.toImage(clip);
    std::vector<int> visible;
    const auto add = [&](AnnotationId id) {
        const auto index = m_scene.indexOf(id);
        const ShapeScene::Entry *entry = index ? &m_scene.entries()[static_cast<std::size_t>(*index)] : nullptr;
        if (entry && !m_replaced.contains(id) && entry->bounds.x <= seen.right() && entry->bounds.right() >= seen.x
            && entry->bounds.y <= seen.bottom() && entry->bounds.bottom() >= seen.y)
            visible.push_back(*index);
    };
    if (fewSelected())
        for (const AnnotationId &id : m_selected)
            add(id);
    if (!m_hovered.isNull() && !(fewSelected() && m_selected.contains(m_hovered)))
        add(m_hovered);
    std::sort(visible.begin(), visible.end());
    for (const int index : visible) {
        const bool selected = m_selected.contains(m_scene.entries()[static_cast<std::size_t>(index)].shape.id);
        const CanvasShape::Side side = m_scene.entries()[static_cast<std::size_t>(index)].shape.side;
        const bool parted = m_divider && side != CanvasShape::Side::Both;
        if (parted) {
            painter.save();
            const bool left = side == CanvasShape::Side::Left;
            painter.setClipRect(left ? QRect(0, 0, *m_divider, height()) : QRect(*m_divider, 0, width() - *m_divider, height()));
        }
        shapes.shape(m_scene, index, selected ? Emphasis::Selected : Emphasis::Hovered);
        if (parted)
            painter.restore();
    }
    // Handles lie above every shape.
    for (const int index : visible) {
        const CanvasShape &shape = m_scene.entries()[static_cast<std::size_t>(index)].shape;
        if (handles && m_selected.contains(shape.id) && !shape.locked)
            shapes.handles(shape.geometry, shape.colour, m_input->chosenVertices());
    }
    const ShapeScene::Entry *flashed = m_flashed.isNull() ? nullptr : m_scene.find(m_flashed);
    if (flashed) {
        const double progress = m_flash.currentValue().toDouble();
        const double reach = 4 + 14 * progress;
        QColor colour = ShapePainter::lineColour(flashed->shape.colour);
        colour.setAlphaF(static_cast<float>(1 - progress));
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 3));
        painter.drawRoundedRect(view.rectOf(flashed->bounds).adjusted(-reach, -reach, reach, reach), 4, 4);
    }
}

void ImageCanvas::paintChips(QPainter &painter, const ViewTransform &view)
{
    const QFont font = chipFont(this->font());
    const ChipsKey key{view, size(), m_scene.revision(), m_shapesChange, m_hovered};
    if (key != m_chipsKey) {
        // Of a hundred thousand shapes most are too small for a label.
        std::vector<int> indices = m_scene.within(view.toImage(QRectF(rect())), smallestLabelled() / view.scale);
        QSet<int> always = indicesOf(m_scene, m_selected);
        always += indicesOf(m_scene, {m_hovered});
        if (!always.isEmpty()) {
            std::erase_if(indices, [&](int index) { return always.contains(index); });
            indices.insert(indices.end(), always.begin(), always.end());
        }
        if (const QSet<int> replaced = indicesOf(m_scene, m_replaced); !replaced.isEmpty())
            std::erase_if(indices, [&](int index) { return replaced.contains(index); });
        m_chips = layoutChips(m_scene, indices, view, QRectF(rect()), font, m_selected, m_hovered);
        if (m_divider)
            std::erase_if(m_chips, [this](const Chip &chip) {
                const CanvasShape::Side side = m_scene.entries()[static_cast<std::size_t>(chip.index)].shape.side;
                return side == CanvasShape::Side::Left ? chip.rect.right() > *m_divider : side == CanvasShape::Side::Right && chip.rect.left() < *m_divider;
            });
        m_chipsKey = key;
    }
    for (const Chip &chip : m_chips)
        m_chipPictures.paint(painter, m_scene, chip, font, devicePixelRatioF());
}

void ImageCanvas::paintGuides(QPainter &painter, const ViewTransform &view) const
{
    const QRectF picture = view.rectOf(*imageBox());
    const QPointF at = *m_cursor;
    const double ratio = devicePixelRatioF();
    const double x = (std::floor(std::clamp(at.x(), picture.left(), picture.right()) * ratio) + 0.5) / ratio;
    const double y = (std::floor(std::clamp(at.y(), picture.top(), picture.bottom()) * ratio) + 0.5) / ratio;
    const QRectF seen = picture.intersected(QRectF(rect()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const bool light : {false, true}) {
        QPen pen(light ? QColor(255, 255, 255, 190) : QColor(0, 0, 0, 150), 1);
        if (light)
            pen.setDashPattern({4, 4});
        painter.setPen(pen);
        painter.drawLine(QPointF(seen.left(), y), QPointF(seen.right(), y));
        painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()));
    }
}

void ImageCanvas::paintNotice(QPainter &painter) const
{
    const theme::Theme &colours = theme::themeOf(palette());
    const QPointF centre = QRectF(rect()).center();
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (m_notice->busy) {
        QColor veil = colours.colour(theme::Token::Surface0);
        veil.setAlpha(120);
        painter.fillRect(rect(), veil);
        painter.setFont(font());
        const double w = QFontMetricsF(font()).horizontalAdvance(m_notice->title) + 32;
        const QRectF pill(std::round(centre.x() - w / 2), std::round(centre.y() - 16), std::ceil(w), 32);
        painter.setPen(QPen(colours.colour(theme::Token::Line), 1));
        painter.setBrush(colours.colour(theme::Token::Surface2));
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 16, 16);
        painter.setPen(colours.colour(theme::Token::Text1));
        painter.drawText(pill, Qt::AlignCenter, m_notice->title);
        return;
    }
    constexpr int iconSide = 40;
    const double column = std::min(560.0, width() - 48.0);
    QFont title = font();
    title.setPixelSize(16);
    title.setWeight(QFont::DemiBold);
    double y = centre.y() - 72;
    const QColor tint = colours.colour(m_notice->failed ? theme::Token::Bad : theme::Token::Text3);
    theme::themedIcon(m_notice->icon, tint).paint(&painter, QRect(int(centre.x()) - iconSide / 2, int(y), iconSide, iconSide));
    y += iconSide + 16;
    y += drawCentred(painter, title, colours.colour(theme::Token::Text1), m_notice->title, {centre.x(), y}, column) + 8;
    drawCentred(painter, font(), colours.colour(theme::Token::Text2), m_notice->text, {centre.x(), y}, column);
}

void ImageCanvas::paintHiddenMark(QPainter &painter) const
{
    const QString text = tr("Labels hidden · H shows them");
    const double w = QFontMetricsF(font()).horizontalAdvance(text) + 20 + 24;
    const QRectF pill(std::round((width() - w) / 2), 12, std::ceil(w), 28);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(17, 19, 22, 225));
    painter.drawRoundedRect(pill, 14, 14);
    const QColor ink(0xF0, 0xF2, 0xF4);
    theme::themedIcon(QStringLiteral("eye-off"), ink).paint(&painter, QRect(int(pill.left()) + 10, int(pill.top()) + 6, 16, 16));
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(pill.adjusted(32, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
}

}  // namespace plumbline::canvas
