// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/mentionedit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

namespace plumbline::panels {

namespace {

constexpr int longestName = 64;  // that is looked for before the text cursor

bool sends(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && (event.modifiers() & Qt::ControlModifier);
}

}  // namespace

MentionEdit::MentionEdit(QWidget *parent)
    : QPlainTextEdit(parent), m_names(new QStringListModel(this)), m_completer(new QCompleter(m_names, this))
{
    setTabChangesFocus(true);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setObjectName(QStringLiteral("mentionChoices"));
    m_completer->popup()->setAccessibleName(tr("Names"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &MentionEdit::insertName);
}

void MentionEdit::setNames(const QStringList &names)
{
    if (m_names->stringList() != names)
        m_names->setStringList(names);
}

int MentionEdit::mentionBegin() const
{
    const QTextCursor cursor = textCursor();
    const QString line = cursor.block().text();
    const int end = cursor.positionInBlock();
    for (int at = end - 1; at >= 0 && end - at <= longestName; --at) {
        if (line.at(at) != QLatin1Char('@'))
            continue;
        return at > 0 && line.at(at - 1).isLetterOrNumber() ? -1 : cursor.block().position() + at;
    }
    return -1;
}

QStringList MentionEdit::offered() const
{
    const int begin = mentionBegin();
    if (begin < 0)
        return {};
    const QString typed = toPlainText().mid(begin + 1, textCursor().position() - begin - 1);
    QStringList fitting;
    for (const QString &name : m_names->stringList())
        if (name.startsWith(typed, Qt::CaseInsensitive) && name != typed)
            fitting.append(name);
    return fitting;
}

void MentionEdit::offer()
{
    const int begin = mentionBegin();
    if (offered().isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(toPlainText().mid(begin + 1, textCursor().position() - begin - 1));
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) + m_completer->popup()->verticalScrollBar()->sizeHint().width());
    m_completer->complete(place);
}

void MentionEdit::insertName(const QString &name)
{
    const int begin = mentionBegin();
    if (begin < 0)
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(begin + 1, QTextCursor::KeepAnchor);
    cursor.insertText(name + QLatin1Char(' '));
    setTextCursor(cursor);
}

// The window hands items in with the same keys; here they are the text's.
bool MentionEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (sends(key) || key.key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void MentionEdit::keyPressEvent(QKeyEvent *event)
{
    const bool offering = m_completer->popup()->isVisible();
    if (offering
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Tab
            || event->key() == Qt::Key_Escape)) {
        event->ignore();  // the list of names takes it
        return;
    }
    if (sends(*event)) {
        emit sent();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit left();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty() || offering)
        offer();
}

}  // namespace plumbline::panels
