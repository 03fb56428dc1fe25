// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneoverlay.h"

#include "plugins/views/scene/cloudpainter.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr int margin = 12;

QString metres(double value)
{
    return value < 1 ? SceneOverlay::tr("%1 cm").arg(std::lround(value * 100)) : SceneOverlay::tr("%1 m").arg(std::lround(value));
}

}  // namespace

SceneOverlay::SceneOverlay(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
}

void SceneOverlay::setCamera(const ViewCamera &camera)
{
    if (camera == m_camera)
        return;
    m_camera = camera;
    update();
}

void SceneOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_content.rings)
        paintRings(painter);
    if (m_content.boxesShown) {
        const auto isReplaced = [this](const SceneBox &box) {
            return (!box.id.isNull() && box.id == m_content.replaced)
                   || (box.ghost && !m_content.replacedGhost.isNull() && box.track == m_content.replacedGhost);
        };
        for (const bool selected : {false, true})
            for (std::size_t i = 0; i < m_content.boxes.size(); ++i)
                if (m_content.boxes[i].selected == selected && !isReplaced(m_content.boxes[i]))
                    paintBox(painter, m_content.boxes[i], int(i) == m_content.hovered, int(i) == m_content.flashed);
        // Names of all boxes where there is room, otherwise of those that are meant.
        constexpr std::size_t few = 40;
        for (std::size_t i = 0; i < m_content.boxes.size(); ++i) {
            const SceneBox &box = m_content.boxes[i];
            if (!isReplaced(box) && !box.ghost && (box.selected || int(i) == m_content.hovered || m_content.boxes.size() <= few))
                paintTitle(painter, box);
        }
    }
    if (m_content.boxesShown)
        paintLines(painter, m_content.lines, m_content.lineDraft, m_camera, size(),
                   theme::themeOf(palette()).colour(theme::Token::Surface0));
    if (m_content.preview) {
        SceneBox box;
        box.cuboid = *m_content.preview;
        box.colour = m_content.previewColour;
        box.selected = true;
        paintBox(painter, box, false, false);
    }
    const theme::Theme &theme = theme::themeOf(palette());
    if (m_content.footprint.size() > 1) {
        painter.setPen(QPen(theme.colour(theme::Token::Accent), 1.5));
        for (std::size_t i = 0; i < m_content.footprint.size(); ++i)
            if (const auto line = segmentOf(m_content.footprint[i], m_content.footprint[(i + 1) % m_content.footprint.size()],
                                            m_camera, size()))
                painter.drawLine(*line);
    }
    if (!m_content.outline.isEmpty()) {
        painter.setPen(QPen(theme.colour(theme::Token::Accent), 1.5, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(m_content.outline);
    }
    if (m_content.ring) {
        const double radius = m_content.ring->radius;
        painter.setPen(QPen(theme.colour(radius > 0 ? theme::Token::Accent : theme::Token::Text3), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(m_content.ring->at, radius > 0 ? radius : 4, radius > 0 ? radius : 4);
    }
    if (m_content.pickedPoint) {
        if (const auto at = m_camera.project(*m_content.pickedPoint, size())) {
            painter.setPen(QPen(theme.colour(theme::Token::Accent), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at->at, 6, 6);
            painter.setPen(theme.colour(theme::Token::Text1));
            painter.drawText(at->at + QPointF(10, 4), m_content.pickedText);
        }
    }
    paintLegend(painter);
    paintAxes(painter);
    paintRemarks(painter);
}

void SceneOverlay::paintRemarks(QPainter &painter) const
{
    if (m_content.remarks.isEmpty())
        return;
    constexpr double inset = 8;
    const theme::Theme &theme = theme::themeOf(palette());
    const QFontMetricsF metrics(font());
    const double line = metrics.height() + 4;
    const double widest = width() - 2 * margin - 2 * inset;
    double wide = 0;
    for (const QString &text : m_content.remarks)
        wide = std::max(wide, metrics.horizontalAdvance(text));
    wide = std::min(wide, widest);
    const QRectF panel((width() - wide) / 2 - inset, margin, wide + 2 * inset, line * double(m_content.remarks.size()) + inset);
    QColor ground = theme.colour(theme::Token::Surface1);
    ground.setAlpha(225);
    painter.setPen(QPen(theme.colour(theme::Token::Warn), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(panel, 4, 4);
    painter.setPen(theme.colour(theme::Token::Text1));
    double y = panel.y() + inset / 2 + metrics.ascent() + 2;
    for (const QString &text : m_content.remarks) {
        painter.drawText(QPointF(panel.x() + inset, y), metrics.elidedText(text, Qt::ElideRight, wide + 1));
        y += line;
    }
}

void SceneOverlay::paintBox(QPainter &painter, const SceneBox &box, bool hovered, bool flashed) const
{
    const theme::Theme &theme = theme::themeOf(palette());
    const QColor colour = theme::legible(box.colour, theme.colour(theme::Token::Surface0));
    QPen pen(colour, box.selected || flashed ? 2.4 : hovered ? 2.0 : 1.4);
    if (box.ghost) {
        pen.setWidthF(hovered ? 1.6 : 1);
        pen.setStyle(Qt::DotLine);
    } else if (box.dashed) {
        pen.setDashPattern({5, 3});
    }
    const QPolygonF front = frontOf(box.cuboid, m_camera, size());
    if (!front.isEmpty() && !box.ghost) {
        QColor tint = colour;
        tint.setAlpha(box.selected ? 70 : hovered ? 50 : 28);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawPolygon(front);
    }
    const auto edges = edgesOf(box.cuboid, m_camera, size());
    if (flashed || box.flagged) {
        QColor around = flashed ? theme.colour(theme::Token::Focus) : theme.colour(theme::Token::Warn);
        around.setAlpha(flashed ? 170 : 110);
        painter.setPen(QPen(around, 6, Qt::SolidLine, Qt::RoundCap));
        for (const QLineF &edge : edges)
            painter.drawLine(edge);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    for (const QLineF &edge : edges)
        painter.drawLine(edge);
    const auto heading = headingOf(box.cuboid);
    if (const auto line = segmentOf(heading[0], heading[1], m_camera, size()))
        painter.drawLine(*line);
}

void SceneOverlay::paintTitle(QPainter &painter, const SceneBox &box) const
{
    constexpr double smallest = 26;  // pixels of a box whose name would hide it
    QRectF around;
    for (const QLineF &edge : edgesOf(box.cuboid, m_camera, size()))
        around = around.isNull() ? QRectF(edge.p1(), edge.p2()).normalized()
                                 : around.united(QRectF(edge.p1(), edge.p2()).normalized());
    if (box.title.isEmpty() || around.isNull() || !QRectF(rect()).intersects(around)
        || (!box.selected && std::max(around.width(), around.height()) < smallest))
        return;
    const theme::Theme &theme = theme::themeOf(palette());
    const QFontMetricsF metrics(font());
    const QSizeF text(metrics.horizontalAdvance(box.title) + 10, metrics.height() + 2);
    QRectF chip(QPointF(around.center().x() - text.width() / 2, around.top() - text.height() - 4), text);
    chip.moveTop(std::max(chip.top(), 2.0));
    QColor ground = theme.colour(theme::Token::Surface1);
    ground.setAlpha(200);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(theme::legible(box.colour, theme.colour(theme::Token::Surface1), 4.5));
    painter.drawText(chip, Qt::AlignCenter, box.title);
}

void SceneOverlay::paintRings(QPainter &painter) const
{
    const theme::Theme &theme = theme::themeOf(palette());
    painter.setPen(theme.colour(theme::Token::Text3));
    const double step = gridStep(m_camera);
    // To the right of the sensor, where they are read one after the other.
    const Vector3 along = m_camera.right();
    double last = -1e9;
    for (int ring = 1; ring <= 10; ++ring) {
        Vector3 place = plus(m_content.sensor, along, ring * step);
        place[2] = m_content.groundHeight;
        const auto at = m_camera.project(place, size());
        constexpr double apart = 48;
        if (!at || std::abs(at->at.x() - last) < apart)
            continue;
        last = at->at.x();
        painter.drawText(at->at + QPointF(3, -3), metres(ring * step));
    }
}

void SceneOverlay::paintLegend(QPainter &painter) const
{
    const bool bar = m_content.legendBar && !m_content.legendTitle.isEmpty();
    if (m_content.status.isEmpty() && !bar)
        return;
    constexpr double wide = 160;
    constexpr double high = 6;
    constexpr double inset = 8;
    const theme::Theme &theme = theme::themeOf(palette());
    const QFontMetricsF metrics(font());
    const double line = metrics.height() + 4;
    const double width = std::min(double(this->width()) - 2 * margin, std::max(bar ? wide : 0, metrics.horizontalAdvance(m_content.status)) + 2 * inset);
    const double height = (m_content.status.isEmpty() ? 0 : line) + (bar ? 2 * line + high : 0) + inset;
    const QRectF panel(margin, this->height() - margin - height, width, height);
    QColor ground = theme.colour(theme::Token::Surface1);
    ground.setAlpha(215);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(panel, 4, 4);
    painter.setPen(theme.colour(theme::Token::Text2));
    const double x = panel.x() + inset;
    double y = panel.bottom() - inset / 2;
    if (!m_content.status.isEmpty()) {
        painter.drawText(QPointF(x, y - metrics.descent()), metrics.elidedText(m_content.status, Qt::ElideRight, width - 2 * inset));
        y -= line;
    }
    if (!bar)
        return;
    painter.drawText(QPointF(x, y - metrics.descent()), m_content.legendLow);
    painter.drawText(QPointF(x + wide - metrics.horizontalAdvance(m_content.legendHigh), y - metrics.descent()), m_content.legendHigh);
    y -= metrics.height() + 1;
    const auto colours = gradient(theme.dark);
    for (int i = 0; i < int(wide); ++i)
        painter.fillRect(QRectF(x + i, y - high, 1.5, high), colours[std::size_t(i / wide * 255)]);
    painter.drawText(QPointF(x, y - high - 4), m_content.legendTitle);
}

void SceneOverlay::paintAxes(QPainter &painter) const
{
    const theme::Theme &theme = theme::themeOf(palette());
    constexpr double length = 22;
    const QPointF middle(width() - margin - 30, height() - margin - 30);
    const std::array<std::pair<Vector3, QString>, 3> axes{
        {{{1, 0, 0}, QStringLiteral("x")}, {{0, 1, 0}, QStringLiteral("y")}, {{0, 0, 1}, QStringLiteral("z")}}};
    const std::array<theme::Token, 3> tokens{theme::Token::Bad, theme::Token::Good, theme::Token::Accent};
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const QPointF along(dot(axes[i].first, m_camera.right()) * length, -dot(axes[i].first, m_camera.up()) * length);
        painter.setPen(QPen(theme.colour(tokens[i]), 1.6));
        painter.drawLine(middle, middle + along);
        if (std::hypot(along.x(), along.y()) > length / 4)
            painter.drawText(QRectF(middle + along * 1.35 - QPointF(8, 8), QSizeF(16, 16)), Qt::AlignCenter, axes[i].second);
    }
}

}  // namespace plumbline::sceneview
