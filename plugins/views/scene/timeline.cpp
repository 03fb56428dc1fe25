// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/timeline.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolButton>

#include <cmath>

namespace plumbline::sceneview {

Timeline::Timeline(QWidget *parent)
    : QWidget(parent), m_previous(new QToolButton), m_next(new QToolButton), m_slider(new QSlider(Qt::Horizontal)),
      m_text(new QLabel)
{
    setObjectName(QStringLiteral("sceneTimeline"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(4);
    const auto setUp = [](QToolButton *button, const char *icon, const QString &name) {
        button->setIcon(theme::themedIcon(QLatin1String(icon)));
        button->setAutoRaise(true);
        button->setAutoRepeat(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(name);
        button->setToolTip(name);
    };
    setUp(m_previous, "chevron-left", tr("Previous frame"));
    setUp(m_next, "chevron-right", tr("Next frame"));
    m_slider->setAccessibleName(tr("Frame"));
    m_slider->setFocusPolicy(Qt::NoFocus);
    m_slider->setPageStep(10);
    m_text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_previous);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_next);
    layout->addWidget(m_text);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        m_text->setText(text());
        m_previous->setEnabled(value > 0);
        m_next->setEnabled(value < m_slider->maximum());
        emit frameChosen(value);
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { m_slider->setValue(m_slider->value() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_slider->setValue(m_slider->value() + 1); });
    setScene(nullptr);
}

void Timeline::setScene(const model::Scene *scene)
{
    m_times.clear();
    m_marks.clear();
    m_hidden.clear();
    if (scene)
        for (const model::SceneFrame &frame : scene->frames)
            m_times.push_back(frame.microseconds);
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, std::max(0, int(m_times.size()) - 1));
    m_slider->setValue(0);
    m_previous->setEnabled(false);
    m_next->setEnabled(m_times.size() > 1);
    // The text keeps its place while the digits change.
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(QStringLiteral("00000 of 00000 · 0000.000 s")));
    m_text->setText(text());
    setVisible(m_times.size() > 1);
}

void Timeline::setFrame(std::int64_t index)
{
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(int(index));
    }
    m_previous->setEnabled(m_slider->value() > 0);
    m_next->setEnabled(m_slider->value() < m_slider->maximum());
    m_text->setText(text());
}

void Timeline::setMarks(std::vector<std::int64_t> frames)
{
    m_marks = std::move(frames);
    update();
}

void Timeline::setHidden(std::vector<std::int64_t> frames)
{
    m_hidden = std::move(frames);
    update();
}

QString Timeline::text() const
{
    if (m_times.empty())
        return {};
    const auto index = std::size_t(m_slider->value());
    const double seconds = double(m_times[index] - m_times.front()) / 1e6;
    return tr("%1 of %2 · %3 s").arg(index + 1).arg(m_times.size()).arg(seconds, 0, 'f', 3);
}

void Timeline::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if ((m_marks.empty() && m_hidden.empty()) || m_times.size() < 2)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::themeOf(palette()).colour(theme::Token::Accent));
    const int handle = m_slider->style()->pixelMetric(QStyle::PM_SliderLength, nullptr, m_slider);
    const auto at = [&](std::int64_t frame) {
        return m_slider->x() + handle / 2
               + QStyle::sliderPositionFromValue(0, m_slider->maximum(), int(frame), m_slider->width() - handle);
    };
    const double low = m_slider->geometry().bottom() - 1;
    for (const std::int64_t mark : m_marks)
        painter.drawEllipse(QPointF(at(mark), low), 2.5, 2.5);
    // A gap is a hollow bar: told apart from key frames by its shape.
    painter.setPen(QPen(theme::themeOf(palette()).colour(theme::Token::Text2), 1));
    painter.setBrush(Qt::NoBrush);
    for (std::size_t first = 0, last = 0; first < m_hidden.size(); first = last) {
        for (last = first + 1; last < m_hidden.size() && m_hidden[last] == m_hidden[last - 1] + 1;)
            ++last;
        painter.drawRect(QRectF(at(m_hidden[first]) - 1.5, low - 2, at(m_hidden[last - 1]) - at(m_hidden[first]) + 3, 4));
    }
}

}  // namespace plumbline::sceneview
