// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/classpicker.h"

#include "core/itemmodels/words.h"
#include "widgets/actions/choicepopup.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace plumbline::forms {

QIcon classSwatch(const QColor &colour)
{
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap pixmap(16 * scale, 16 * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(2, 2, 12, 12), 3, 3);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

ClassPicker::ClassPicker(QWidget *parent) : QToolButton(parent), m_popup(new actions::ChoicePopup(this))
{
    m_popup->setObjectName(QStringLiteral("classChoices"));
    m_popup->setPlaceholder(tr("Class name"));
    m_popup->setCreateText(tr("Add the class “%1”"));
    connect(m_popup, &actions::ChoicePopup::createRequested, this, &ClassPicker::createRequested);
    setMinimumHeight(28);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Class (/ and some letters)"));
    connect(this, &QToolButton::clicked, this, [this] { open(); });
    connect(m_popup, &actions::ChoicePopup::chosen, this, [this](const QString &text) {
        if (const auto id = ClassId::fromString(text))
            emit picked(*id);
    });
    refresh();
}

void ClassPicker::setSchema(const model::Schema &schema)
{
    m_schema = schema;
    std::vector<actions::Choice> choices;
    for (const model::LabelClass &labelClass : m_schema.classes) {
        if (labelClass.deprecated)
            continue;
        actions::Choice choice;
        choice.id = labelClass.id.toString();
        choice.text = itemmodels::classTitle(m_schema, labelClass.id);
        choice.search = labelClass.name;
        choice.detail = labelClass.hotKey;
        choice.icon = classSwatch(labelClass.colour);
        choice.ownColours = true;
        choices.push_back(std::move(choice));
    }
    m_popup->setChoices(std::move(choices));
    refresh();
}

void ClassPicker::setCurrent(ClassId id, bool mixed)
{
    if (m_current == id && m_mixed == mixed)
        return;
    m_current = id;
    m_mixed = mixed;
    refresh();
}

void ClassPicker::open(const QString &typed)
{
    m_popup->popup(mapToGlobal(QPoint(0, height() + 2)), std::max(width(), 260), typed);
}

void ClassPicker::openAt(const QPoint &global, const QString &typed)
{
    m_popup->popup(global, 280, typed);
}

void ClassPicker::refresh()
{
    const model::LabelClass *labelClass = m_schema.find(m_current);
    if (m_mixed) {
        setText(tr("Several classes"));
        setIcon({});
    } else {
        setText(itemmodels::classTitle(m_schema, m_current));
        setIcon(labelClass ? classSwatch(labelClass->colour) : QIcon());
    }
    setAccessibleName(tr("Class: %1").arg(text()));
}

}  // namespace plumbline::forms
