// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/noticebar.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace plumbline::panels {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent), m_layout(new QHBoxLayout(this)), m_icon(new QLabel), m_text(new QLabel), m_close(new QToolButton)
{
    setObjectName(QStringLiteral("noticeBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setFrameShape(QFrame::StyledPanel);
    m_layout->setContentsMargins(12, 6, 6, 6);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_close);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    m_close->setIcon(theme::themedIcon(QStringLiteral("reject")));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the notice"));
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    hide();
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::show(Tone tone, const QString &text, std::vector<Answer> answers, int seconds)
{
    const theme::Theme &colours = theme::themeOf(palette());
    const theme::Token token = tone == Tone::Problem ? theme::Token::Bad : tone == Tone::Good ? theme::Token::Good : theme::Token::Accent;
    m_icon->setPixmap(theme::themedIcon(tone == Tone::Problem  ? QStringLiteral("issues")
                                        : tone == Tone::Good   ? QStringLiteral("accept")
                                                               : QStringLiteral("star"),
                                        colours.colour(token))
                          .pixmap(16, 16));
    m_text->setText(text);
    setAccessibleName(text);
    for (QWidget *button : m_buttons)
        button->deleteLater();
    m_buttons.clear();
    m_answers = std::move(answers);
    QPushButton *first = nullptr;
    for (const Answer &answer : m_answers) {
        auto *button = new QPushButton(answer.text);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, run = answer.run] {
            dismiss();
            if (run)
                run();
        });
        m_layout->insertWidget(m_layout->count() - 1, button);
        m_buttons.push_back(button);
        if (answer.preferred)
            first = button;
    }
    QFrame::show();
    layout()->activate();
    emit shown();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    const int number = ++m_number;
    if (seconds > 0) {
        QTimer::singleShot(seconds * 1000, this, [this, number] {
            if (number == m_number)
                dismiss();
        });
    }
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::dismiss()
{
    if (isHidden())
        return;
    ++m_number;
    hide();
    emit dismissed();
}

void NoticeBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

}  // namespace plumbline::panels
