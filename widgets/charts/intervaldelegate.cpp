// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/intervaldelegate.h"

#include "widgets/theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace plumbline::charts {

using theme::Token;

namespace {

constexpr int scaleWidth = 80;
constexpr int margin = 6;

}  // namespace

void paintInterval(QPainter &painter, const QRectF &area, double low, double mean, double high, const QPalette &palette)
{
    const theme::Theme &theme = theme::themeOf(palette);
    const auto at = [&](double share) { return area.left() + std::clamp(share, 0.0, 1.0) * area.width(); };
    const double middle = area.center().y();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Token::Line), 1));
    painter.drawLine(QPointF(at(0), middle), QPointF(at(1), middle));
    constexpr double tick = 3;
    for (const double quarter : {0.0, 0.25, 0.5, 0.75, 1.0})
        painter.drawLine(QPointF(at(quarter), middle - tick), QPointF(at(quarter), middle + tick));
    painter.setPen(QPen(theme.colour(Token::Accent), 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(at(low), middle), QPointF(at(high), middle));
    painter.setPen(QPen(theme.colour(Token::Surface1), 1.5));
    painter.setBrush(theme.colour(Token::Text1));
    constexpr double radius = 4;
    painter.drawEllipse(QPointF(at(mean), middle), radius, radius);
    painter.restore();
}

IntervalDelegate::IntervalDelegate(int lowRole, int meanRole, int highRole, QObject *parent)
    : QStyledItemDelegate(parent), m_low(lowRole), m_mean(meanRole), m_high(highRole)
{}

void IntervalDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant mean = index.data(m_mean);
    if (!mean.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString text = ground.text;
    ground.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    const QRect scale(option.rect.left() + margin, option.rect.top(), scaleWidth, option.rect.height());
    if (option.state & QStyle::State_Selected) {
        // The bar has the colour of the selection: it lies on the ordinary ground then.
        painter->fillRect(scale.adjusted(-margin / 2, 3, margin / 2, -3), option.palette.color(QPalette::Base));
    }
    paintInterval(*painter, scale, index.data(m_low).toDouble(), mean.toDouble(), index.data(m_high).toDouble(), option.palette);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(option.rect.adjusted(scaleWidth + 3 * margin, 0, -margin, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

QSize IntervalDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(scaleWidth + 3 * margin, 0);
}

}  // namespace plumbline::charts
