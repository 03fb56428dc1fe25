// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/housestyle.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace plumbline::workstation {

HouseStyle::HouseStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void HouseStyle::polish(QWidget *widget)
{
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    QProxyStyle::polish(widget);
}

QIcon HouseStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_ToolBarHorizontalExtensionButton:
        // Not an arrow, which beside “previous” would mean “next”.
        return theme::themedIcon(QStringLiteral("more"));
    case SP_ToolBarVerticalExtensionButton:
        return theme::themedIcon(QStringLiteral("chevron-down"));
    case SP_TitleBarCloseButton:
    case SP_LineEditClearButton:
        return theme::themedIcon(QStringLiteral("reject"));
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_IndicatorDockWidgetResizeHandle) {
        const theme::Theme &colours = theme::themeOf(option->palette);
        const bool hovered = option->state & State_MouseOver;
        const QRect area = option->rect;
        painter->setPen(colours.colour(hovered ? theme::Token::Accent : theme::Token::Line));
        if (area.width() > area.height())
            painter->drawLine(area.left(), area.center().y(), area.right(), area.center().y());
        else
            painter->drawLine(area.center().x(), area.top(), area.center().x(), area.bottom());
        return;
    }
    if (element == PE_Frame && widget && widget->isWindow()) {
        // Popups have no frame of the window manager, and Fusion's is not seen on dark ground.
        painter->setPen(theme::themeOf(option->palette).colour(theme::Token::Line));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    if (element == PE_IndicatorCheckBox) {
        drawCheckBox(*option, *painter);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

// Fusion's outline is darker than a dark ground: nobody would see that there is something to tick.
void HouseStyle::drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const theme::Theme &colours = theme::themeOf(option.palette);
    const bool enabled = option.state & State_Enabled;
    const bool on = option.state & State_On;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.colour(!enabled ? theme::Token::Line : on ? theme::Token::Accent : theme::Token::Text3));
    painter.setBrush(on ? colours.colour(enabled ? theme::Token::Accent : theme::Token::Line) : QColor(Qt::transparent));
    painter.drawRoundedRect(box, 2, 2);
    if (on || option.state & State_NoChange) {
        painter.setPen(QPen(theme::textOn(colours.colour(theme::Token::Accent)), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF at = box.topLeft();
        const double side = box.width();
        if (on)
            painter.drawPolyline(QPolygonF{at + QPointF(side * 0.22, side * 0.52), at + QPointF(side * 0.42, side * 0.72), at + QPointF(side * 0.78, side * 0.3)});
        else
            painter.drawLine(at + QPointF(side * 0.25, side * 0.5), at + QPointF(side * 0.75, side * 0.5));
    }
    painter.restore();
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons || hint == SH_EtchDisabledText)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_DockWidgetSeparatorExtent)
        return 5;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

}  // namespace plumbline::workstation
