// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/remarkmarks.h"

#include "widgets/canvas/imagecanvas.h"
#include "widgets/extension/remarksurface.h"
#include "widgets/extension/uiplugin.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr double signRadius = 8;
constexpr double pinHeight = 22;
constexpr int mostSigns = 2000;  // more would only hide the picture

canvas::ImageCanvas *canvasOf(QWidget *widget)
{
    return qobject_cast<canvas::ImageCanvas *>(widget);
}

}  // namespace

/// Lies over the surface and lets everything through.
class RemarkMarks::Overlay final : public QWidget
{
public:
    Overlay(const RemarkMarks &marks, QWidget *surface) : QWidget(surface), m_marks(marks)
    {
        setObjectName(QStringLiteral("remarkMarks"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
        setGeometry(surface->rect());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const theme::Theme &colours = theme::themeOf(palette());
        int left = mostSigns;
        const auto signs = [&](const std::set<AnnotationId> &ids, const QColor &colour, bool request) {
            for (const AnnotationId &id : ids) {
                const auto at = left > 0 ? m_marks.signOf(id) : std::nullopt;
                if (!at || !QRectF(rect()).contains(*at))
                    continue;
                --left;
                // Beside the corner: that is where the label is taken hold of.
                paintSign(painter, *at + QPointF(signRadius, -signRadius), colour, request, id == m_marks.m_places.chosen);
            }
        };
        signs(m_marks.m_places.talked, colours.colour(theme::Token::Accent), false);
        signs(m_marks.m_places.asked, colours.colour(theme::Token::Warn), true);
        if (const auto *canvas = canvasOf(parentWidget()))
            for (const geometry::Point &pin : m_marks.m_places.pins)
                if (left-- > 0)
                    paintPin(painter, canvas->view().toScreen(pin), colours.colour(theme::Token::Accent),
                             m_marks.m_places.chosenPin == pin);
    }

private:
    // An exclamation mark says what is asked for, a bubble what is talked about: shape tells them apart, colour repeats it.
    static void paintSign(QPainter &painter, QPointF at, const QColor &colour, bool request, bool chosen)
    {
        const QColor ink = theme::textOn(colour);
        painter.setPen(QPen(ink, chosen ? 2.5 : 1));
        painter.setBrush(colour);
        if (request) {
            painter.drawEllipse(at, signRadius, signRadius);
            painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(at + QPointF(0, -4), at + QPointF(0, 1));
            painter.drawPoint(at + QPointF(0, 4));
            return;
        }
        painter.drawPath(bubble(at, signRadius));
        painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap));
        for (const double x : {-3.5, 0.0, 3.5})
            painter.drawPoint(at + QPointF(x, -1));
    }
    static void paintPin(QPainter &painter, QPointF tip, const QColor &colour, bool chosen)
    {
        const QPointF middle = tip + QPointF(0, -pinHeight + signRadius);
        QPainterPath path;
        path.moveTo(tip);
        path.lineTo(middle + QPointF(-signRadius * 0.8, signRadius * 0.5));
        path.lineTo(middle + QPointF(signRadius * 0.8, signRadius * 0.5));
        path.closeSubpath();
        QPainterPath head;
        head.addEllipse(middle, signRadius, signRadius);
        painter.setPen(QPen(theme::textOn(colour), chosen ? 2.5 : 1));
        painter.setBrush(colour);
        painter.drawPath(path.united(head));
        painter.setPen(QPen(theme::textOn(colour), 4, Qt::SolidLine, Qt::RoundCap));
        painter.drawPoint(middle);
    }
    static QPainterPath bubble(QPointF at, double radius)
    {
        QPainterPath path;
        path.addRoundedRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 1.7 * radius), 3, 3);
        QPainterPath tail;
        tail.moveTo(at + QPointF(-radius * 0.5, radius * 0.5));
        tail.lineTo(at + QPointF(-radius * 0.5, radius * 1.2));
        tail.lineTo(at + QPointF(radius * 0.2, radius * 0.5));
        tail.closeSubpath();
        return path.united(tail);
    }

    const RemarkMarks &m_marks;
};

RemarkMarks::RemarkMarks(QObject *parent) : QObject(parent) {}

RemarkMarks::~RemarkMarks()
{
    delete m_overlay;
}

void RemarkMarks::setView(extension::AnnotationView *view)
{
    auto *other = dynamic_cast<extension::RemarkSurface *>(view);
    QWidget *surface = other ? other->remarkSurface() : view ? canvasOf(view->widget()) : nullptr;
    m_view = view;
    if (surface == m_surface && (!surface || m_overlay))
        return;
    answer(std::nullopt);
    delete m_overlay;
    if (m_surface)
        m_surface->removeEventFilter(this);
    m_surface = surface;
    if (!surface)
        return;
    m_overlay = new Overlay(*this, surface);
    m_overlay->setVisible(!m_places.empty());
    surface->installEventFilter(this);
}

void RemarkMarks::setPlaces(const MarkedPlaces &places)
{
    m_places = places;
    if (!m_overlay)
        return;
    m_overlay->setVisible(!places.empty());
    m_overlay->raise();
    m_overlay->update();
}

std::optional<QPointF> RemarkMarks::signOf(AnnotationId id) const
{
    if (!m_surface || !m_view)
        return std::nullopt;
    if (const auto *other = dynamic_cast<extension::RemarkSurface *>(m_view))
        return other->signPlace(id);
    const auto *canvas = canvasOf(m_surface);
    const auto *entry = canvas && canvas->shapesVisible() ? canvas->scene().find(id) : nullptr;
    if (!entry)
        return std::nullopt;
    return canvas->view().toScreen({entry->bounds.x + entry->bounds.w, entry->bounds.y});
}

bool RemarkMarks::hasPlaces() const
{
    const auto *canvas = canvasOf(m_surface);
    return canvas && canvas->picture();
}

void RemarkMarks::askForPlace(std::function<void(std::optional<geometry::Point>)> answered)
{
    answer(std::nullopt);
    if (!hasPlaces())
        return answered(std::nullopt);
    m_answer = std::move(answered);
    m_surface->setFocus(Qt::OtherFocusReason);
}

void RemarkMarks::answer(const std::optional<geometry::Point> &place)
{
    if (const auto answered = std::exchange(m_answer, nullptr))
        answered(place);
}

void RemarkMarks::showPlace(const geometry::Point &place)
{
    constexpr double around = 24;  // pixels of the picture that belong to it
    if (auto *canvas = canvasOf(m_surface))
        canvas->ensureVisible({place.x - around, place.y - around, 2 * around, 2 * around});
}

bool RemarkMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_surface)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::Resize && m_overlay)
        m_overlay->setGeometry(m_surface->rect());
    if (!m_answer)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) {
        const auto &mouse = *static_cast<QMouseEvent *>(event);
        const auto *canvas = canvasOf(m_surface);
        if (mouse.button() == Qt::LeftButton && canvas) {
            const geometry::Point at = canvas->view().toImage(mouse.position());
            const QSize size = canvas->imageSize();
            const bool inside = at.x >= 0 && at.y >= 0 && at.x <= size.width() && at.y <= size.height();
            answer(inside ? std::optional(at) : std::nullopt);
            return true;
        }
        if (mouse.button() == Qt::RightButton) {
            answer(std::nullopt);
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        answer(std::nullopt);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace plumbline::workstation
