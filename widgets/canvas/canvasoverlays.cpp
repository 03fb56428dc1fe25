// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/canvasoverlays.h"

#include "widgets/canvas/displaypanel.h"
#include "widgets/canvas/imagecanvas.h"
#include "widgets/canvas/minimap.h"

#include <QLabel>
#include <QLocale>
#include <QMouseEvent>

#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr int margin = 12;
constexpr int gap = 6;  // between the numbers and what lies below them
constexpr double dragReach = 300;  // screen pixels that double the window, or move it by its width

}  // namespace

CanvasOverlays::CanvasOverlays(ImageCanvas &canvas)
    : QObject(&canvas), m_canvas(canvas), m_minimap(new Minimap(canvas)), m_display(new DisplayPanel(&canvas)),
      m_readout(new QLabel(&canvas))
{
    m_minimap->hide();
    m_display->hide();
    m_readout->hide();
    m_readout->setObjectName(QStringLiteral("pixelReadout"));
    m_readout->setAutoFillBackground(true);
    m_readout->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_readout->setMargin(4);
    m_readout->setFrameShape(QFrame::StyledPanel);
    m_readout->setAccessibleName(tr("Pixel under the cursor"));
    canvas.installEventFilter(this);
    connect(&canvas, &ImageCanvas::pictureChanged, this, &CanvasOverlays::pictureChanged);
    connect(&canvas, &ImageCanvas::viewChanged, this, &CanvasOverlays::showNumbers);
    connect(&canvas, &ImageCanvas::numbersChanged, this, &CanvasOverlays::showNumbers);
    connect(m_display, &DisplayPanel::edited, &canvas, &ImageCanvas::setDisplay);
    connect(m_display, &DisplayPanel::closed, this, &CanvasOverlays::toggleDisplay);
}

void CanvasOverlays::pictureChanged()
{
    if (m_displayWanted && m_canvas.picture()) {
        m_display->setPicture(m_canvas.picture()->histogram(), m_canvas.picture()->sampleType());
        m_display->setSettings(m_canvas.display());
    }
    showNumbers();
    place();
}

void CanvasOverlays::place()
{
    const bool any = m_canvas.picture() != nullptr && !(m_canvas.notice() && !m_canvas.notice()->busy);
    m_minimap->setVisible(m_minimapWanted && any);
    m_display->setVisible(m_displayWanted && any);
    if (m_minimap->isVisibleTo(&m_canvas)) {
        const QSize size = m_minimap->sizeHint();
        m_minimap->setGeometry(m_canvas.width() - size.width() - margin, m_canvas.height() - size.height() - margin, size.width(),
                               size.height());
    }
    if (m_display->isVisibleTo(&m_canvas)) {
        const QSize size = m_display->sizeHint();
        m_display->setGeometry(m_canvas.width() - m_display->width() - margin, margin, m_display->width(), size.height());
    }
    placeReadout();
}

void CanvasOverlays::toggleMinimap()
{
    m_minimapWanted = !m_minimapWanted;
    place();
}

void CanvasOverlays::toggleDisplay()
{
    m_displayWanted = !m_displayWanted;
    pictureChanged();
    if (!m_displayWanted)
        m_canvas.setFocus();
}

void CanvasOverlays::toggleReadout()
{
    m_readoutWanted = !m_readoutWanted;
    showNumbers();
}

void CanvasOverlays::toggleGuides()
{
    m_canvas.setGuides(!m_canvas.guides());
}

QString CanvasOverlays::readout() const
{
    if (!m_cursor || !m_canvas.picture())
        return {};
    const geometry::Point at = m_canvas.view().toImage(*m_cursor);
    const QPoint pixel(static_cast<int>(std::floor(at.x)), static_cast<int>(std::floor(at.y)));
    if (!QRect(QPoint(0, 0), m_canvas.imageSize()).contains(pixel))
        return {};
    QString text = QStringLiteral("%1, %2").arg(pixel.x()).arg(pixel.y());
    const std::vector<double> values = m_canvas.picture()->valueAt(pixel);
    const bool whole = m_canvas.picture()->sampleType() != extension::SampleType::Float32;
    const auto number = [whole](double v) { return whole ? QString::number(v, 'f', 0) : QString::number(v, 'g', 6); };
    if (values.size() == 1)
        text += QStringLiteral("  ·  %1").arg(number(values[0]));
    else if (values.size() == 3)
        text += QStringLiteral("  ·  ") + tr("R %1  G %2  B %3").arg(number(values[0]), number(values[1]), number(values[2]));
    return text;
}

void CanvasOverlays::showNumbers()
{
    const QString text = m_readoutWanted ? readout() : QString();
    m_readout->setVisible(!text.isEmpty());
    if (text.isEmpty() || text == m_readout->text())
        return;
    m_readout->setText(text);
    placeReadout();
}

void CanvasOverlays::placeReadout()
{
    const QSize size = m_readout->sizeHint();
    QRect place(QPoint(margin, m_canvas.height() - size.height() - margin), size);
    if (m_taken.intersects(place.adjusted(0, 0, margin, 0)))
        place.moveBottom(m_taken.top() - gap);
    m_readout->setGeometry(place);
}

void CanvasOverlays::setTaken(const QRect &place)
{
    m_taken = place;
    placeReadout();
}

// Across makes the window narrower or wider, along moves it, as on medical workstations.
bool CanvasOverlays::dragWindow(QEvent *event)
{
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (event->type() == QEvent::MouseButtonPress) {
        if (mouse->button() != Qt::MiddleButton || !(mouse->modifiers() & Qt::ShiftModifier) || !m_canvas.picture())
            return false;
        m_dragged = mouse->position();
        return true;
    }
    if (!m_dragged)
        return false;
    if (event->type() == QEvent::MouseButtonRelease) {
        if (mouse->button() == Qt::MiddleButton)
            m_dragged.reset();
        return true;
    }
    const QPointF step = mouse->position() - *m_dragged;
    m_dragged = mouse->position();
    DisplaySettings settings = m_canvas.display();
    const DisplayWindow window = settings.window.value_or(m_canvas.picture()->histogram().automatic);
    const double span = (window.high - window.low) * std::exp2(step.x() / dragReach);
    const double middle = (window.high + window.low) / 2 + (window.high - window.low) * step.y() / dragReach;
    settings.window = DisplayWindow{middle - span / 2, middle + span / 2};
    m_canvas.setDisplay(settings);
    m_display->setSettings(settings);
    return true;
}

bool CanvasOverlays::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_canvas)
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease: return dragWindow(event);
    case QEvent::MouseMove:
        m_cursor = static_cast<QMouseEvent *>(event)->position();
        if (dragWindow(event))
            return true;
        showNumbers();
        return false;
    case QEvent::Leave:
        m_cursor.reset();
        showNumbers();
        return false;
    case QEvent::Resize: place(); return false;
    default: return false;
    }
}

QVariantMap CanvasOverlays::saveState() const
{
    const DisplaySettings &s = m_canvas.display();
    // The window belongs to the numbers of one picture; the rest to the eyes of one person.
    return {{QStringLiteral("minimap"), m_minimapWanted}, {QStringLiteral("displayPanel"), m_displayWanted},
            {QStringLiteral("readout"), m_readoutWanted}, {QStringLiteral("guides"), m_canvas.guides()},
            {QStringLiteral("brightness"), s.brightness}, {QStringLiteral("contrast"), s.contrast},
            {QStringLiteral("gamma"), s.gamma},           {QStringLiteral("channel"), static_cast<int>(s.channel)},
            {QStringLiteral("invert"), s.invert}};
}

void CanvasOverlays::restoreState(const QVariantMap &state)
{
    const auto number = [&state](const char *name, double low, double high, double otherwise) {
        bool ok = false;
        const double value = state.value(QLatin1String(name)).toDouble(&ok);
        return ok && value >= low && value <= high ? value : otherwise;
    };
    DisplaySettings s;
    s.brightness = number("brightness", -1, 1, 0);
    s.contrast = number("contrast", -1, 1, 0);
    s.gamma = number("gamma", 0.2, 5, 1);
    s.channel = static_cast<DisplaySettings::Channel>(static_cast<int>(number("channel", 0, 4, 0)));
    s.invert = state.value(QStringLiteral("invert")).toBool();
    m_canvas.setDisplay(s);
    m_canvas.setGuides(state.value(QStringLiteral("guides")).toBool());
    m_minimapWanted = state.value(QStringLiteral("minimap")).toBool();
    m_displayWanted = state.value(QStringLiteral("displayPanel")).toBool();
    m_readoutWanted = state.value(QStringLiteral("readout"), true).toBool();
    pictureChanged();
}

}  // namespace plumbline::canvas
