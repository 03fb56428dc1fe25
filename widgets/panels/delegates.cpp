// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/delegates.h"

#include "core/base/issue.h"
#include "core/itemmodels/annotationmodel.h"
#include "core/itemmodels/historymodel.h"
#include "core/itemmodels/issuemodel.h"
#include "core/itemmodels/jobmodel.h"
#include "core/itemmodels/queuemodel.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QStyle>

namespace plumbline::panels {

using itemmodels::AnnotationModel;
using itemmodels::HistoryModel;
using itemmodels::IssueModel;
using itemmodels::JobModel;
using itemmodels::QueueModel;
using theme::Token;

void paintTaskState(QPainter &painter, const QRectF &area, model::TaskState state, const QPalette &palette)
{
    const theme::Theme &colours = theme::themeOf(palette);
    const QPointF centre = area.center();
    constexpr double radius = 5.5;
    const auto circle = [&](Token token, bool filled) {
        painter.setPen(QPen(colours.colour(token), 1.5));
        painter.setBrush(filled ? QBrush(colours.colour(token)) : Qt::NoBrush);
        painter.drawEllipse(centre, radius, radius);
    };
    const auto sign = [&](std::initializer_list<QPointF> points) {
        painter.setPen(QPen(colours.colour(Token::Surface0), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        QPolygonF line;
        for (const QPointF &point : points)
            line << centre + point;
        painter.drawPolyline(line);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (state) {
    case model::TaskState::ToDo:
        circle(Token::Text3, false);
        break;
    case model::TaskState::InProgress:
        circle(Token::Accent, false);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.colour(Token::Accent));
        painter.drawPie(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16);
        break;
    case model::TaskState::Submitted:
    case model::TaskState::InReview:
        circle(Token::Accent, true);
        sign({{-2.4, 0.2}, {-0.6, 2.1}, {2.6, -1.9}});
        break;
    case model::TaskState::Accepted:
    case model::TaskState::Adjudicated:
    case model::TaskState::Done:
        circle(Token::Good, true);
        sign({{-2.4, 0.2}, {-0.6, 2.1}, {2.6, -1.9}});
        break;
    case model::TaskState::CannotLabel:
        circle(Token::Warn, true);
        sign({{-2.6, 0}, {2.6, 0}});
        break;
    case model::TaskState::Fix:
        circle(Token::Bad, true);
        sign({{0, -2.8}, {0, 0.6}});
        sign({{0, 2.6}, {0, 2.7}});
        break;
    case model::TaskState::Rejected:
        circle(Token::Bad, true);
        sign({{-2, -2}, {2, 2}});
        sign({{-2, 2}, {2, -2}});
        break;
    }
    painter.restore();
}

QIcon taskStateIcon(model::TaskState state, const QPalette &palette)
{
    QIcon icon;
    for (const int scale : {1, 2}) {
        QPixmap pixmap(16 * scale, 16 * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintTaskState(painter, QRectF(0, 0, 16, 16), state, palette);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {60, rowHeight};
}

QRect RowDelegate::placed(const QStyleOptionViewItem &option, const QRect &part)
{
    return QStyle::visualRect(option.direction, option.rect, part);
}

QRect RowDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, bool selected) const
{
    const theme::Theme &colours = theme::themeOf(option.palette);
    if (selected) {
        QColor ground = colours.colour(Token::Accent);
        ground.setAlphaF(option.state & QStyle::State_Active ? 0.22F : 0.14F);
        painter->fillRect(option.rect, ground);
        painter->fillRect(placed(option, QRect(option.rect.left(), option.rect.top(), 2, option.rect.height())), colours.colour(Token::Accent));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, colours.colour(Token::Surface2));
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(colours.colour(Token::Focus));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    return option.rect.adjusted(margin, 0, -margin, 0);
}

void RowDelegate::paintTexts(QPainter *painter, const QStyleOptionViewItem &option, QRect area, const QString &text,
                             const QString &detail, bool dim, Qt::TextElideMode mode) const
{
    const theme::Theme &colours = theme::themeOf(option.palette);
    const int textWidth = option.fontMetrics.horizontalAdvance(text);
    const int room = std::max(area.width() / 2, area.width() - textWidth - 12);
    const QString right = option.fontMetrics.elidedText(detail, Qt::ElideRight, room);
    painter->setPen(colours.colour(Token::Text3));
    painter->setLayoutDirection(option.direction);
    painter->drawText(placed(option, area), Qt::AlignVCenter | Qt::AlignRight, right);
    if (!right.isEmpty())
        area.setRight(area.right() - option.fontMetrics.horizontalAdvance(right) - 12);
    painter->setPen(colours.colour(dim ? Token::Text3 : Token::Text1));
    painter->drawText(placed(option, area), Qt::AlignVCenter | Qt::AlignLeft, option.fontMetrics.elidedText(text, mode, area.width()));
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QRect area = paintGround(painter, option, option.state & QStyle::State_Selected);
    const auto state = static_cast<model::TaskState>(index.data(QueueModel::StateRole).toInt());
    paintTaskState(*painter, QRectF(placed(option, QRect(area.left(), area.center().y() - 8, 16, 16))).translated(0, 0.5), state, option.palette);
    area.setLeft(area.left() + 24);
    const QString word = state == model::TaskState::ToDo ? QString() : index.data(QueueModel::StateWordRole).toString();
    paintTexts(painter, option, area, index.data().toString(), word, false, Qt::ElideMiddle);
    painter->restore();
}

AnnotationDelegate::AnnotationDelegate(QObject *parent)
    : RowDelegate(parent), m_accept(theme::themedIcon(QStringLiteral("accept"))), m_reject(theme::themedIcon(QStringLiteral("reject")))
{
}

QRect AnnotationDelegate::rejectArea(const QRect &row)
{
    return {row.right() - margin - 18, row.center().y() - 9, 20, 20};
}

QRect AnnotationDelegate::acceptArea(const QRect &row)
{
    return rejectArea(row).translated(-24, 0);
}

void AnnotationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool prediction = index.data(AnnotationModel::PredictionRole).toBool();
    QRect area = paintGround(painter, option, index.data(AnnotationModel::SelectedRole).toBool());
    const QRectF swatch = QRectF(placed(option, QRect(area.left() + 2, area.center().y() - 6, 12, 12))).translated(0, 0.5);
    const auto colour = index.data(AnnotationModel::ColourRole).value<QColor>();
    painter->setRenderHint(QPainter::Antialiasing);
    // Filled = a person's; dashed outline = a model's, as on the picture.
    painter->setPen(QPen(colour, 1.5, prediction ? Qt::DotLine : Qt::SolidLine));
    painter->setBrush(prediction ? QBrush(Qt::NoBrush) : QBrush(colour));
    painter->drawRoundedRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->setRenderHint(QPainter::Antialiasing, false);
    area.setLeft(area.left() + 24);
    if (prediction) {
        m_accept.paint(painter, placed(option, acceptArea(option.rect)).adjusted(2, 2, -2, -2));
        m_reject.paint(painter, placed(option, rejectArea(option.rect)).adjusted(2, 2, -2, -2));
        area.setRight(acceptArea(option.rect).left() - 8);
    }
    if (index.data(AnnotationModel::FlaggedRole).toBool()) {
        // The triangle of the issues panel; the row's words say it too.
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::themeOf(option.palette).colour(Token::Warn));
        const QPointF sign(area.right() - 6, area.center().y() + 0.5);
        painter->drawPolygon(QPolygonF{sign + QPointF(0, -5), sign + QPointF(5.5, 4.5), sign + QPointF(-5.5, 4.5)});
        painter->setRenderHint(QPainter::Antialiasing, false);
        area.setRight(area.right() - 18);
    }
    const QString score = prediction ? QLocale().toString(index.data(AnnotationModel::ScoreRole).toDouble(), 'f', 2) : QString();
    paintTexts(painter, option, area, index.data().toString(),
               prediction ? score : index.data(AnnotationModel::DetailRole).toString());
    painter->restore();
}

bool AnnotationDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                     const QModelIndex &index)
{
    const auto type = event->type();
    if ((type == QEvent::MouseButtonRelease || type == QEvent::MouseButtonPress)
        && index.data(AnnotationModel::PredictionRole).toBool()) {
        const QPoint at = static_cast<QMouseEvent *>(event)->pos();
        const bool accept = placed(option, acceptArea(option.rect)).contains(at);
        if (accept || placed(option, rejectArea(option.rect)).contains(at)) {
            if (type == QEvent::MouseButtonRelease)
                accept ? emit acceptClicked(index) : emit rejectClicked(index);
            return true;
        }
    }
    return RowDelegate::editorEvent(event, model, option, index);
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QRect area = paintGround(painter, option, option.state & QStyle::State_Selected);
    const QDateTime time = index.data(HistoryModel::TimeRole).toDateTime();
    const QString when = time.date() == QDate::currentDate() ? QLocale().toString(time.time(), QLocale::ShortFormat)
                                                             : QLocale().toString(time, QLocale::ShortFormat);
    // A full ring is where we are, an empty one is a place to go to; the rest is others' work or has no way back.
    const QVariant steps = index.data(HistoryModel::StepsRole);
    if (steps.isValid()) {
        const theme::Theme &colours = theme::themeOf(option.palette);
        const bool current = index.data(HistoryModel::CurrentRole).toBool();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colours.colour(current ? Token::Accent : Token::Text3), 1.5));
        painter->setBrush(current ? QBrush(colours.colour(Token::Accent)) : QBrush(Qt::NoBrush));
        painter->drawEllipse(QRectF(placed(option, QRect(area.left() + 3, area.center().y() - 3, 7, 7))));
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    area.setLeft(area.left() + 24);
    const bool takenBack = index.data(HistoryModel::TakenBackRole).toBool();
    paintTexts(painter, option, area, index.data().toString(),
               QStringLiteral("%1 · %2%3").arg(index.data(HistoryModel::ActorRole).toString(), when,
                                               takenBack ? QStringLiteral(" · ") + tr("taken back") : QString()),
               takenBack);
    painter->restore();
}

void IssueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QRect area = paintGround(painter, option, option.state & QStyle::State_Selected);
    const auto severity = static_cast<IssueSeverity>(index.data(IssueModel::SeverityRole).toInt());
    const Token token = severity == IssueSeverity::Problem ? Token::Bad : severity == IssueSeverity::Warning ? Token::Warn : Token::Text3;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::themeOf(option.palette).colour(token));
    const QPointF centre = QRectF(placed(option, QRect(area.left() + 2, area.center().y() - 4, 10, 9))).center();
    if (severity == IssueSeverity::Note)
        painter->drawEllipse(centre, 4, 4);
    else if (severity == IssueSeverity::Warning)
        painter->drawPolygon(QPolygonF{centre + QPointF(0, -5), centre + QPointF(5.5, 4.5), centre + QPointF(-5.5, 4.5)});
    else
        painter->drawRect(QRectF(centre.x() - 4.5, centre.y() - 4.5, 9, 9));
    area.setLeft(area.left() + 24);
    QStringList place;
    for (const int role : {int(IssueModel::FileRole), int(IssueModel::PlaceRole)}) {
        if (const QString part = index.data(role).toString(); !part.isEmpty())
            place.append(part);
    }
    paintTexts(painter, option, area, index.data().toString(), place.join(QStringLiteral(" · ")));
    painter->restore();
}

JobDelegate::JobDelegate(QObject *parent) : RowDelegate(parent), m_cancel(theme::themedIcon(QStringLiteral("reject")))
{
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QRect area = paintGround(painter, option, false);
    const theme::Theme &colours = theme::themeOf(option.palette);
    const auto outcome = static_cast<jobs::JobOutcome>(index.data(JobModel::OutcomeRole).toInt());
    if (outcome != jobs::JobOutcome::Running) {
        const bool done = outcome == jobs::JobOutcome::Done;
        const QIcon sign = theme::themedIcon(done ? QStringLiteral("accept") : outcome == jobs::JobOutcome::Failed ? QStringLiteral("issues")
                                                                                                                 : QStringLiteral("reject"),
                                             colours.colour(done ? Token::Good : outcome == jobs::JobOutcome::Failed ? Token::Bad : Token::Text3));
        sign.paint(painter, placed(option, QRect(area.left(), area.center().y() - 7, 14, 14)));
        area.setLeft(area.left() + 24);
        const QTime at = index.data(JobModel::EndedRole).toDateTime().time();
        paintTexts(painter, option, area, index.data().toString(),
                   QStringLiteral("%1 · %2").arg(index.data(JobModel::WhatRole).toString(), QLocale().toString(at, QLocale::ShortFormat)));
        painter->restore();
        return;
    }
    const bool cancelling = index.data(JobModel::CancellingRole).toBool();
    m_cancel.paint(painter, placed(option, QRect(area.right() - 16, area.center().y() - 8, 16, 16)), Qt::AlignCenter,
                   cancelling ? QIcon::Disabled : QIcon::Normal);
    area.setRight(area.right() - 28);
    const QVariant fraction = index.data(JobModel::FractionRole);
    if (fraction.isValid()) {
        const QRectF track(placed(option, QRect(area.right() - 160, area.center().y() - 2, 160, 4)));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.colour(Token::Surface3));
        painter->drawRoundedRect(track, 2, 2);
        painter->setBrush(colours.colour(Token::Accent));
        const double length = track.width() * fraction.toDouble();
        const double from = option.direction == Qt::RightToLeft ? track.right() - length : track.left();
        painter->drawRoundedRect(QRectF(from, track.top(), length, track.height()), 2, 2);
        painter->setRenderHint(QPainter::Antialiasing, false);
        area.setRight(area.right() - 176);
    }
    QStringList detail;
    for (const int role : {int(JobModel::WhatRole), int(JobModel::TimeLeftRole)}) {
        if (const QString part = index.data(role).toString(); !part.isEmpty())
            detail.append(part);
    }
    paintTexts(painter, option, area, index.data().toString(), detail.join(QStringLiteral(" · ")));
    painter->restore();
}

bool JobDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease
        && placed(option, option.rect.adjusted(option.rect.width() - margin - 20, 0, 0, 0)).contains(static_cast<QMouseEvent *>(event)->pos())) {
        emit cancelClicked(index);
        return true;
    }
    return RowDelegate::editorEvent(event, model, option, index);
}

}  // namespace plumbline::panels
