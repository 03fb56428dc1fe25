// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/cropdelegate.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace plumbline::review {

using theme::Token;

namespace {

constexpr int margin = 4;
constexpr int titleHeight = 20;
constexpr int swatch = 8;
constexpr int sign = 18;
constexpr std::size_t mostPainted = 600;  // cells that are kept: some pages

Token tokenOf(model::DecisionKind kind)
{
    switch (kind) {
    case model::DecisionKind::Accept: return Token::Good;
    case model::DecisionKind::Fix: return Token::Warn;
    case model::DecisionKind::Reject: return Token::Bad;
    }
    return Token::Text3;
}

/// A tick, an exclamation mark, a cross: told apart without their colours.
void paintSign(QPainter &painter, const QRectF &box, model::DecisionKind kind, const theme::Theme &theme)
{
    const QColor ground = theme.colour(tokenOf(kind));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(box);
    painter.setPen(QPen(theme::textOn(ground), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) { return QPointF(box.x() + x * box.width(), box.y() + y * box.height()); };
    switch (kind) {
    case model::DecisionKind::Accept: painter.drawPolyline(QPolygonF({at(0.28, 0.52), at(0.44, 0.68), at(0.73, 0.34)})); break;
    case model::DecisionKind::Fix:
        painter.drawLine(at(0.5, 0.24), at(0.5, 0.56));
        painter.drawPoint(at(0.5, 0.77));
        break;
    case model::DecisionKind::Reject:
        painter.drawLine(at(0.32, 0.32), at(0.68, 0.68));
        painter.drawLine(at(0.68, 0.32), at(0.32, 0.68));
        break;
    }
}

}  // namespace

QRect CropDelegate::pictureRect(const QRect &cell)
{
    return cell.adjusted(margin, margin, -margin, -margin - titleHeight);
}

void CropDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CropModel *>(index.model());
    const Crop *crop = model ? model->at(index.row()) : nullptr;
    if (!crop)
        return;
    const CropModel::Picture picture = model->pictureAt(index.row());
    const double ratio = painter->device()->devicePixelRatioF();
    const auto shown = option.state & (QStyle::State_Selected | QStyle::State_HasFocus);
    const Look look{option.rect.size(),    ratio,       option.palette.cacheKey(), option.font.key(), shown,         picture.state,
                    picture.image.cacheKey(), crop->title, crop->colour,              crop->changed,     crop->decision};
    auto place = m_places.find(crop->id);
    if (place == m_places.end()) {
        m_painted.push_front({crop->id, {}, {}});
        place = m_places.emplace(crop->id, m_painted.begin()).first;
        while (m_painted.size() > mostPainted) {
            m_places.erase(m_painted.back().id);
            m_painted.pop_back();
        }
    }
    m_painted.splice(m_painted.begin(), m_painted, place->second);
    Painted &cell = *place->second;
    if (cell.cell.isNull() || !(cell.look == look)) {
        cell.look = look;
        cell.cell = QPixmap(option.rect.size() * ratio);
        cell.cell.setDevicePixelRatio(ratio);
        QPainter own(&cell.cell);
        own.setFont(option.font);
        QStyleOptionViewItem at = option;
        at.rect = QRect(QPoint(), option.rect.size());
        paintCell(own, at, *crop, picture);
    }
    painter->drawPixmap(option.rect.topLeft(), cell.cell);
}

void CropDelegate::paintCell(QPainter &painter, const QStyleOptionViewItem &option, const Crop &crop,
                             const CropModel::Picture &picture) const
{
    const theme::Theme &theme = theme::themeOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(option.rect, theme.colour(selected ? Token::Surface3 : Token::Surface1));
    const QRect room = pictureRect(option.rect);
    painter.fillRect(room, theme.colour(Token::Surface0));

    if (picture.state == CropModel::PictureState::Ready) {
        const QSize size = picture.image.size().scaled(room.size(), Qt::KeepAspectRatio);
        const QRect target(room.center() - QPoint(size.width() / 2, size.height() / 2), size);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, picture.image);
    } else {
        painter.setPen(theme.colour(Token::Text3));
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap,
                          picture.state == CropModel::PictureState::Waiting ? QStringLiteral("…") : tr("no picture"));
    }

    const QRect line(option.rect.left() + margin, room.bottom() + 1, option.rect.width() - 2 * margin, titleHeight);
    painter.fillRect(QRect(line.left(), line.center().y() - swatch / 2 + 1, swatch, swatch), crop.colour);
    painter.setPen(theme.colour(Token::Text1));
    const int right = crop.changed ? swatch + margin : 0;
    const QRect words = line.adjusted(swatch + margin, 0, -right, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(crop.title, Qt::ElideRight, words.width()));
    if (crop.changed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Token::Accent));
        QPolygonF triangle({QPointF(line.right() - swatch, line.center().y() + 4.0),
                            QPointF(line.right(), line.center().y() + 4.0),
                            QPointF(line.right() - swatch / 2.0, line.center().y() - 3.0)});
        painter.drawPolygon(triangle);
    }
    if (crop.decision)
        paintSign(painter, QRectF(room.right() - sign - 2, room.top() + 3, sign, sign), *crop.decision, theme);
    painter.setBrush(Qt::NoBrush);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(theme.colour(Token::Focus), 2));
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    } else if (selected) {
        painter.setPen(QPen(theme.colour(Token::Accent), 1));
        painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

}  // namespace plumbline::review
