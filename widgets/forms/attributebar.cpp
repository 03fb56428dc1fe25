// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/attributebar.h"

#include "core/itemmodels/words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::forms {

namespace {

constexpr int barWidth = 420;
constexpr int rowHeight = 24;
constexpr int mostRows = 10;

}  // namespace

AttributeBar::AttributeBar(QWidget *host)
    : QFrame(host), m_where(new QLabel), m_question(new QLabel), m_options(new QListWidget), m_typed(new QLineEdit), m_keys(new QLabel)
{
    setObjectName(QStringLiteral("attributeBar"));
    setAccessibleName(tr("Attributes"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedWidth(barWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    QFont bold = m_question->font();
    bold.setBold(true);
    m_question->setFont(bold);
    m_question->setWordWrap(true);
    m_question->setObjectName(QStringLiteral("attributeQuestion"));
    m_options->setObjectName(QStringLiteral("attributeOptions"));
    m_options->setAccessibleName(tr("Answers"));
    m_options->setFrameShape(QFrame::NoFrame);
    m_options->setFocusPolicy(Qt::NoFocus);
    m_options->setUniformItemSizes(true);
    m_typed->setObjectName(QStringLiteral("attributeTyped"));
    m_typed->setAccessibleName(tr("Answer"));
    m_typed->installEventFilter(this);
    m_keys->setForegroundRole(QPalette::PlaceholderText);
    m_keys->setWordWrap(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_where, m_question, m_options, m_typed, m_keys})
        layout->addWidget(widget);
    hide();
    host->installEventFilter(this);
    connect(&m_steps, &itemmodels::AttributeSteps::changed, this, &AttributeBar::refresh);
    connect(&m_steps, &itemmodels::AttributeSteps::labelChanged, this, &AttributeBar::revealRequested);
    connect(&m_steps, &itemmodels::AttributeSteps::ended, this, [this] {
        hide();
        m_shown = {};
        emit ended();
    });
    connect(m_options, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        const int row = m_options->row(item);
        if (row < static_cast<int>(m_steps.options().size()))
            m_steps.answerOption(row);
        else
            m_steps.cannotTell();
    });
}

bool AttributeBar::begin(document::Editing *editing)
{
    if (!m_steps.begin(editing))
        return false;
    show();
    raise();
    refresh();
    return true;
}

void AttributeBar::refresh()
{
    const auto asked = m_steps.question();
    const model::Annotation *label = m_steps.label();
    if (!asked || !label) {
        m_steps.end();
        return;
    }
    // What is being typed stays while the same question is shown.
    const bool same = m_shown == label->id && m_shownKey == asked->key;
    m_shown = label->id;
    m_shownKey = asked->key;
    const auto questions = m_steps.questions();
    QStringList where{tr("Label %1 of %2").arg(m_steps.labelNumber()).arg(m_steps.labelCount()),
                      tr("question %1 of %2").arg(m_steps.questionNumber() + 1).arg(questions.size())};
    if (label->unsure)
        where.append(tr("unsure"));
    if (label->role != model::Role::Object)
        where.append(label->role == model::Role::Ignore ? tr("ignore") : tr("crowd"));
    m_where->setText(where.join(QStringLiteral(" · ")));
    const QString title = asked->title.isEmpty() ? asked->key : asked->title;
    m_question->setText(asked->required ? QStringLiteral("%1 *").arg(title) : title);
    m_question->setToolTip(asked->required ? tr("Must be answered before submitting") : QString());
    const auto options = m_steps.options();
    const model::AttributeValue value = m_steps.value();
    const bool typing = options.empty();
    m_options->setVisible(!typing);
    m_typed->setVisible(typing);
    if (typing) {
        m_typed->setAccessibleName(title);
        const bool cannot = std::holds_alternative<model::CannotTell>(value);
        m_typed->setPlaceholderText(cannot ? tr("cannot tell") : tr("not answered"));
        if (!same || !m_typed->isModified()) {
            const auto *number = std::get_if<double>(&value);
            m_typed->setText(number ? QLocale().toString(*number, 'g', QLocale::FloatingPointShortest) : model::attributeText(value));
            m_typed->selectAll();
        }
        m_keys->setText(tr("Type · Ctrl+0 cannot tell · Tab next question · Enter next label · Esc leave"));
    } else {
        m_options->clear();
        int current = -1;
        for (std::size_t i = 0; i < options.size(); ++i) {
            const QString key = i < 9 ? QString::number(i + 1) : QStringLiteral(" ");
            m_options->addItem(QStringLiteral("%1   %2").arg(key, options[i].first));
            if (options[i].second == value)
                current = static_cast<int>(i);
        }
        m_options->addItem(QStringLiteral("0   %1").arg(tr("cannot tell")));
        if (std::holds_alternative<model::CannotTell>(value))
            current = m_options->count() - 1;
        for (int row = 0; row < m_options->count(); ++row)
            m_options->item(row)->setSizeHint({100, rowHeight});
        m_options->setCurrentRow(current);
        m_options->setFixedHeight(std::min(mostRows, m_options->count()) * rowHeight + 2);
        m_keys->setText(tr("Digits or ↑ ↓ answer · Backspace takes back · Tab next question · Enter next label · U unsure · I ignore · Esc leave"));
    }
    setAccessibleDescription(QStringLiteral("%1, %2").arg(m_where->text(), m_question->text()));
    place();
    if (typing)
        m_typed->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void AttributeBar::place()
{
    layout()->activate();
    adjustSize();
    constexpr int margin = 16;
    const QWidget *host = parentWidget();
    move(std::max(0, (host->width() - width()) / 2), std::max(0, host->height() - height() - margin));
}

bool AttributeBar::event(QEvent *event)
{
    // Single letters and digits mean answers here, not the window's actions.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && handle(static_cast<QKeyEvent *>(event), false))
        return true;
    return QFrame::event(event);
}

bool AttributeBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_typed && event->type() == QEvent::KeyPress && handle(static_cast<QKeyEvent *>(event), true))
        return true;
    if (watched == m_typed && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_0 && key->modifiers() == Qt::ControlModifier)
            event->accept();
    }
    return QFrame::eventFilter(watched, event);
}

void AttributeBar::keyPressEvent(QKeyEvent *event)
{
    // What means nothing here means nothing: it must not reach the view below.
    event->accept();
}

bool AttributeBar::takeTyped()
{
    if (!m_typed->isVisible() || !m_typed->isModified())
        return true;
    const auto asked = m_steps.question();
    const QString text = m_typed->text().trimmed();
    m_typed->setModified(false);
    if (text.isEmpty()) {
        m_steps.takeBack();
    } else if (asked && asked->type == model::AttributeType::Number) {
        bool isNumber = false;
        double number = QLocale().toDouble(text, &isNumber);
        if (!isNumber)
            number = text.toDouble(&isNumber);
        if (!isNumber) {
            m_typed->setModified(true);
            m_keys->setText(tr("“%1” is not a number. Backspace clears it, Ctrl+0 says that it cannot be told.").arg(text));
            return false;
        }
        m_steps.answer(number);
    } else {
        m_steps.answer(text);
    }
    return true;
}

bool AttributeBar::handle(QKeyEvent *event, bool typing)
{
    const int key = event->key();
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (key) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (takeTyped())
            key == Qt::Key_Backtab || shift ? m_steps.previousQuestion() : m_steps.nextQuestion();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (control)
            return false;
        if (takeTyped())
            shift ? m_steps.previousLabel() : m_steps.nextLabel();
        return true;
    case Qt::Key_Escape:
        if (takeTyped())
            m_steps.end();
        else
            m_typed->setModified(false), m_steps.end();
        return true;
    default: break;
    }
    if (typing) {
        if (key == Qt::Key_0 && control) {
            m_typed->setModified(false);
            m_steps.cannotTell();
            return true;
        }
        return false;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        m_steps.answerOption(key - Qt::Key_1);
        return true;
    }
    const int last = static_cast<int>(m_steps.options().size()) - 1;
    switch (key) {
    case Qt::Key_0: m_steps.cannotTell(); return true;
    case Qt::Key_Backspace:
    case Qt::Key_Delete: m_steps.takeBack(); return true;
    case Qt::Key_Down: m_steps.answerOption(std::min(last, m_options->currentRow() + 1)); return true;
    case Qt::Key_Up: m_steps.answerOption(m_options->currentRow() <= 0 ? last : std::min(last, m_options->currentRow() - 1)); return true;
    case Qt::Key_U: m_steps.toggleUnsure(); return true;
    case Qt::Key_I: m_steps.toggleIgnore(); return true;
    default: return false;
    }
}

}  // namespace plumbline::forms
