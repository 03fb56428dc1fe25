// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/cannotlabelpopup.h"

#include "core/itemmodels/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

CannotLabelPopup::CannotLabelPopup(const QStringList &reasons, QWidget *window)
    : QFrame(window, Qt::Popup), m_reasons(new QListWidget), m_comment(new QLineEdit)
{
    setObjectName(QStringLiteral("cannotLabelPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    auto *title = new QLabel(tr("Why can this item not be labeled?"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title);
    m_reasons->setObjectName(QStringLiteral("cannotLabelReasons"));
    m_reasons->setAccessibleName(tr("Reason"));
    for (const QString &reason : reasons) {
        auto *row = new QListWidgetItem(itemmodels::cannotLabelReasonWord(reason), m_reasons);
        row->setData(Qt::UserRole, reason);
    }
    m_reasons->setFrameShape(QFrame::NoFrame);
    m_reasons->setCurrentRow(0);
    for (int row = 0; row < m_reasons->count(); ++row)
        m_reasons->item(row)->setSizeHint({100, 26});
    m_reasons->setFixedHeight(std::min(10, std::max(1, m_reasons->count())) * 26 + 2);
    layout->addWidget(m_reasons);
    m_comment->setObjectName(QStringLiteral("cannotLabelComment"));
    m_comment->setPlaceholderText(tr("Comment (optional)"));
    m_comment->setAccessibleName(tr("Comment"));
    layout->addWidget(m_comment);
    auto *row = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *submit = new QPushButton(tr("Hand in"));
    submit->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(submit);
    layout->addLayout(row);
    setFixedWidth(360);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(submit, &QPushButton::clicked, this, &CannotLabelPopup::accept);
    connect(m_reasons, &QListWidget::itemActivated, this, &CannotLabelPopup::accept);
    connect(m_comment, &QLineEdit::returnPressed, this, &CannotLabelPopup::accept);
}

void CannotLabelPopup::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_reasons->setFocus(Qt::PopupFocusReason);
}

void CannotLabelPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void CannotLabelPopup::accept()
{
    const QListWidgetItem *reason = m_reasons->currentItem();
    if (!reason)
        return;
    emit chosen(reason->data(Qt::UserRole).toString(), m_comment->text());
    close();
}

}  // namespace plumbline::workstation
