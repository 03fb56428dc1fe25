// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/tour.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr int cardWidth = 320;
constexpr int gap = 12;
constexpr int statusRoom = 28;

/// A line around what the card speaks of.
class Ring final : public QWidget
{
public:
    explicit Ring(QWidget *window) : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme::themeOf(palette()).colour(theme::Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
};

}  // namespace

Tour::Tour(QWidget *window)
    : QFrame(window), m_ring(new Ring(window)), m_number(new QLabel), m_title(new QLabel), m_text(new QLabel),
      m_back(new QPushButton(tr("Back"))), m_next(new QPushButton), m_skip(new QPushButton(tr("Skip")))
{
    setObjectName(QStringLiteral("tour"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Button);
    setFixedWidth(cardWidth);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_number->setForegroundRole(QPalette::PlaceholderText);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_skip->setObjectName(QStringLiteral("tourSkip"));
    m_next->setObjectName(QStringLiteral("tourNext"));
    m_back->setObjectName(QStringLiteral("tourBack"));
    m_skip->setFlat(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_number);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_skip);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_step + 1 == steps())
            end();
        else
            show(m_step + 1);
    });
    connect(m_back, &QPushButton::clicked, this, [this] { show(std::max(0, m_step - 1)); });
    connect(m_skip, &QPushButton::clicked, this, &Tour::end);
    window->installEventFilter(this);
    // Panels that move are put in front by Qt, and nobody is told.
    m_front.setInterval(400);
    connect(&m_front, &QTimer::timeout, this, &Tour::place);
    hide();
}

void Tour::begin(std::vector<Step> steps)
{
    m_steps = std::move(steps);
    if (!m_steps.empty())
        show(0);
}

void Tour::show(int step)
{
    m_step = step;
    const Step &shown = m_steps[static_cast<std::size_t>(step)];
    m_target = shown.target();
    m_number->setText(tr("%1 of %2").arg(step + 1).arg(steps()));
    m_title->setText(shown.title);
    m_text->setText(shown.text);
    setAccessibleName(tr("Tour, step %1 of %2: %3").arg(step + 1).arg(steps()).arg(shown.title));
    setAccessibleDescription(shown.text);
    m_back->setEnabled(step > 0);
    const bool last = step + 1 == steps();
    m_next->setText(last ? tr("Done") : tr("Next"));
    m_skip->setVisible(!last);
    setVisible(true);
    place();
    m_front.start();
}

void Tour::stop()
{
    m_step = -1;
    m_front.stop();
    hide();
    m_ring->hide();
}

void Tour::end()
{
    stop();
    emit ended();
}

// Beside its target, inside the window.
void Tour::place()
{
    if (m_step < 0)
        return;
    setFixedHeight(layout()->hasHeightForWidth() ? layout()->heightForWidth(cardWidth) : sizeHint().height());
    const QRect room = parentWidget()->rect().adjusted(gap, gap, -gap, -gap);
    QRect about(room.center(), QSize(1, 1));
    const bool ringed = m_target && m_target->isVisible() && m_target->window() == parentWidget();
    if (ringed) {
        about = QRect(m_target->mapTo(parentWidget(), QPoint()), m_target->size());
        m_ring->setGeometry(about.adjusted(-2, -2, 2, 2));
        m_ring->raise();
    }
    m_ring->setVisible(ringed);
    // Far down, where it covers neither tools nor notices, and little of the picture.
    QPoint at(about.right() + gap, room.bottom() - statusRoom - height());
    if (at.x() + width() > room.right())
        at.setX(about.left() - gap - width());
    // A target as wide as the window: under it, or over it.
    if (at.x() < room.left()) {
        at = QPoint(about.center().x() - width() / 2, about.bottom() + gap);
        if (at.y() + height() > room.bottom())
            at.setY(about.top() - gap - height());
    }
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(at);
    raise();
}

void Tour::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        end();
    else
        QFrame::keyPressEvent(event);
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget())
        place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace plumbline::workstation
