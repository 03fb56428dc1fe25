// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/docktitle.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace plumbline::panels {

DockTitle::DockTitle(QDockWidget *dock) : QWidget(dock)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->setSpacing(4);
    auto *title = new QLabel(dock->windowTitle());
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    layout->addWidget(title, 1);
    connect(dock, &QDockWidget::windowTitleChanged, title, &QLabel::setText);
    auto *lift = new QToolButton;
    lift->setAutoRaise(true);
    lift->setIcon(theme::themedIcon(QStringLiteral("float")));
    lift->setIconSize({12, 12});
    lift->setFocusPolicy(Qt::NoFocus);
    lift->setToolTip(tr("A window of its own, or back"));
    lift->setAccessibleName(tr("%1: a window of its own, or back").arg(dock->windowTitle()));
    layout->addWidget(lift);
    connect(lift, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(theme::themedIcon(QStringLiteral("reject")));
    close->setIconSize({12, 12});
    close->setFocusPolicy(Qt::NoFocus);
    close->setToolTip(tr("Hide this panel; the Window menu brings it back"));
    close->setAccessibleName(tr("Hide %1").arg(dock->windowTitle()));
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, dock, &QDockWidget::close);
}

void DockTitle::setTabbed(bool tabbed)
{
    m_tabbed = tabbed;
    setMaximumHeight(tabbed ? 0 : QWIDGETSIZE_MAX);
    setVisible(!tabbed);
    updateGeometry();
    // The dock lays itself out by this hint, and asks for it only when it must: also when it was laid out by the old one since.
    if (QWidget *dock = parentWidget(); dock && dock->layout()) {
        dock->layout()->invalidate();
        dock->layout()->activate();
    }
}

QSize DockTitle::sizeHint() const
{
    return m_tabbed ? QSize(0, 0) : QWidget::sizeHint();
}

void DockTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::themeOf(palette()).colour(theme::Token::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace plumbline::panels
