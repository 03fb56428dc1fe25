// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/tool.h"

#include <QPainter>

namespace plumbline::imageview {

QColor Tool::currentColour() const
{
    const model::LabelClass *labelClass = m_context.editing.schema().find(m_context.editing.currentClass());
    return labelClass && labelClass->colour.isValid() ? labelClass->colour : QColor(200, 200, 200);
}

void paintReadout(QPainter &painter, QPointF at, const QString &text, const QRectF &clip, const QFont &base)
{
    const QFont font = canvas::chipFont(base);
    const QFontMetricsF metrics(font);
    QRectF rect(std::round(at.x() + 14), std::round(at.y() + 14), std::ceil(metrics.horizontalAdvance(text)) + 10, 18);
    if (rect.right() > clip.right())
        rect.moveRight(at.x() - 14);
    if (rect.bottom() > clip.bottom())
        rect.moveBottom(at.y() - 14);
    QColor ground = canvas::chipGround();
    ground.setAlphaF(0.86F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, 3, 3);
    painter.setFont(font);
    painter.setPen(QColor(0xF0, 0xF2, 0xF4));
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace plumbline::imageview
