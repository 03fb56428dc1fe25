// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/tooloptionsbar.h"

#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace plumbline::imageview {

namespace {

constexpr int margin = 12;
constexpr int padding = 4;  // above and below the controls

}  // namespace

ToolOptionsBar::ToolOptionsBar(QWidget &parent) : QWidget(&parent)
{
    setObjectName(QStringLiteral("toolOptions"));
    setAccessibleName(tr("Options of the tool"));
    setCursor(Qt::ArrowCursor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, padding, 12, padding);
    layout->setSpacing(12);
    m_status = new QLabel;
    m_status->setObjectName(QStringLiteral("toolStatus"));
    layout->addWidget(m_status);
    m_room = 2 * margin + 2 * padding + QDoubleSpinBox().sizeHint().height();
    hide();
}

QWidget *ToolOptionsBar::makeControl(std::size_t index)
{
    const ToolOption &option = m_options[index];
    const auto set = [this, index](double value) {
        if (!m_refreshing)
            m_options[index].set(value);
    };
    QWidget *control = nullptr;
    if (option.kind == ToolOption::Kind::Number) {
        auto *box = new QDoubleSpinBox;
        box->setRange(option.minimum, option.maximum);
        box->setSingleStep(option.step);
        box->setDecimals(option.decimals);
        box->setSuffix(option.suffix);
        box->setKeyboardTracking(false);
        // Room for four digits; rarely needed ones beyond that scroll.
        box->setFixedWidth(box->fontMetrics().horizontalAdvance(QStringLiteral("8888.") + option.suffix) + 34);
        connect(box, &QDoubleSpinBox::valueChanged, this, set);
        control = box;
    } else if (option.kind == ToolOption::Kind::Choice) {
        auto *box = new QComboBox;
        box->addItems(option.choices);
        // The mouse alone does not take the keys away from the picture.
        box->setFocusPolicy(Qt::TabFocus);
        connect(box, &QComboBox::activated, this, [set](int value) { set(value); });
        control = box;
    } else {
        auto *box = new QCheckBox(option.title);
        box->setFocusPolicy(Qt::TabFocus);
        connect(box, &QCheckBox::toggled, this, [set](bool on) { set(on ? 1 : 0); });
        control = box;
    }
    control->setObjectName(option.id);
    control->setAccessibleName(option.title);
    control->installEventFilter(this);
    return control;
}

void ToolOptionsBar::setOptions(std::vector<ToolOption> options)
{
    delete m_row;
    m_row = nullptr;
    m_controls.clear();
    m_options = std::move(options);
    if (!m_options.empty()) {
        m_row = new QWidget;
        auto *row = new QHBoxLayout(m_row);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(12);
        for (std::size_t i = 0; i < m_options.size(); ++i) {
            QWidget *control = makeControl(i);
            m_controls.push_back(control);
            if (m_options[i].kind != ToolOption::Kind::Toggle) {
                auto *field = new QHBoxLayout;
                field->setSpacing(6);
                auto *label = new QLabel(m_options[i].title);
                label->setBuddy(control);
                field->addWidget(label);
                field->addWidget(control);
                row->addLayout(field);
            } else {
                row->addWidget(control);
            }
        }
        static_cast<QHBoxLayout *>(layout())->insertWidget(0, m_row);
        // At once: a layout shows what is added to it only when the events come round.
        m_row->show();
    }
    setVisible(!m_options.empty());
    refresh({});
}

void ToolOptionsBar::refresh(const QString &status)
{
    m_refreshing = true;
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        const double value = m_options[i].value();
        if (auto *number = qobject_cast<QDoubleSpinBox *>(m_controls[i]))
            number->setValue(value);
        else if (auto *choice = qobject_cast<QComboBox *>(m_controls[i]))
            choice->setCurrentIndex(static_cast<int>(value));
        else if (auto *toggle = qobject_cast<QCheckBox *>(m_controls[i]))
            toggle->setChecked(value != 0);
    }
    m_refreshing = false;
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
    place();
}

void ToolOptionsBar::place()
{
    if (isHidden()) {
        m_placed({});
        return;
    }
    layout()->activate();
    const QSize wanted = sizeHint();
    const int width = std::min(wanted.width(), std::max(0, parentWidget()->width() - 2 * margin));
    setGeometry((parentWidget()->width() - width) / 2, parentWidget()->height() - margin - wanted.height(), width, wanted.height());
    raise();
    m_placed(geometry());
}

bool ToolOptionsBar::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        place();
    return handled;
}

bool ToolOptionsBar::focusFirst()
{
    if (m_controls.empty() || !isVisible())
        return false;
    m_controls.front()->setFocus(Qt::TabFocusReason);
    return true;
}

void ToolOptionsBar::go(int step, QWidget *from)
{
    const auto at = std::find(m_controls.begin(), m_controls.end(), from);
    if (at == m_controls.end())
        return;
    const auto count = static_cast<std::ptrdiff_t>(m_controls.size());
    m_controls[static_cast<std::size_t>((at - m_controls.begin() + step + count) % count)]->setFocus(Qt::TabFocusReason);
}

bool ToolOptionsBar::eventFilter(QObject *watched, QEvent *event)
{
    auto *control = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::ShortcutOverride) {
        // Letters, digits, Tab and Enter belong to the control while it has the keys, not to the view around it.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Tab: go(1, control); return true;
        case Qt::Key_Backtab: go(-1, control); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (auto *number = qobject_cast<QDoubleSpinBox *>(control))
                number->interpretText();
            parentWidget()->setFocus(Qt::OtherFocusReason);
            return true;
        case Qt::Key_Escape: parentWidget()->setFocus(Qt::OtherFocusReason); return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ToolOptionsBar::paintEvent(QPaintEvent *)
{
    const theme::Theme &colours = theme::themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(colours.colour(theme::Token::Line), 1));
    painter.setBrush(colours.colour(theme::Token::Surface1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace plumbline::imageview
