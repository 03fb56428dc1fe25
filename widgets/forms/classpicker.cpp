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
    m_popup->setPlaceholder(tr("Class name · Ctrl+1…9 gives it a key"));
    m_popup->setCreateText(tr("Add the class “%1”"));
    connect(m_popup, &actions::ChoicePopup::createRequested, this, &ClassPicker::createRequested);
    setMinimumHeight(28);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Class (/ and some letters)"));
    connect(this, &QToolButton::clicked, this, [this] { open(); });
    connect(m_popup, &actions::ChoicePopup::chosen, this, [this](const QString &text) {
        if (const auto id = ClassId::fromString(text)) {
            constexpr int remembered = 9;
            m_recent.removeAll(*id);
            m_recent.prepend(*id);
            m_recent = m_recent.mid(0, remembered);
            m_stale = true;
            emit picked(*id);
        }
    });
    connect(m_popup, &actions::ChoicePopup::digitPressed, this, [this](const QString &text, int digit) {
        if (const auto id = ClassId::fromString(text)) {
            emit favouriteRequested(*id, digit);
            fillChoices();
        }
    });
    refresh();
}

void ClassPicker::setSchema(const model::Schema &schema)
{
    m_schema = schema;
    m_stale = true;
    refresh();
}

void ClassPicker::setCreating(bool creating)
{
    m_popup->setCreateText(creating ? tr("Add the class “%1”") : QString());
}

void ClassPicker::setPlaceholder(const QString &text)
{
    m_popup->setPlaceholder(text);
}

void ClassPicker::fillChoices()
{
    m_stale = false;
    QHash<ClassId, int> rows;
    for (int row = 0; row < static_cast<int>(m_schema.classes.size()); ++row)
        rows.insert(m_schema.classes[static_cast<std::size_t>(row)].id, row);
    const auto pathOf = [&](const model::LabelClass &labelClass) {
        // Hostile schemas may be deep; people read a few names.
        constexpr int deepest = 4;
        QStringList path;
        int row = rows.value(labelClass.parent, -1);
        while (row >= 0 && path.size() < deepest) {
            const model::LabelClass &above = m_schema.classes[static_cast<std::size_t>(row)];
            path.prepend(itemmodels::titleOf(above));
            row = rows.value(above.parent, -1);
        }
        return path.join(QStringLiteral(" \u203a "));
    };
    std::vector<actions::Choice> choices;
    const auto add = [&](const model::LabelClass &labelClass) {
        if (labelClass.deprecated)
            return;
        const QString path = pathOf(labelClass);
        QStringList details;
        for (const QString &part : {path, labelClass.hotKey})
            if (!part.isEmpty())
                details.append(part);
        QStringList search{labelClass.name};
        search += labelClass.aliases;
        if (!path.isEmpty())
            search.append(path);
        actions::Choice choice;
        choice.id = labelClass.id.toString();
        choice.text = itemmodels::titleOf(labelClass);
        choice.search = search.join(QLatin1Char(' '));
        choice.detail = details.join(QStringLiteral("   "));
        choice.swatch = labelClass.colour;
        choice.ownColours = true;
        choices.push_back(std::move(choice));
    };
    for (const ClassId &id : std::as_const(m_recent))
        if (const int row = rows.value(id, -1); row >= 0)
            add(m_schema.classes[static_cast<std::size_t>(row)]);
    for (const model::LabelClass &labelClass : m_schema.classes)
        if (!m_recent.contains(labelClass.id))
            add(labelClass);
    m_popup->setChoices(std::move(choices));
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
    if (m_stale)
        fillChoices();
    m_popup->popup(mapToGlobal(QPoint(0, height() + 2)), std::max(width(), 260), typed);
}

void ClassPicker::openAt(const QPoint &global, const QString &typed)
{
    if (m_stale)
        fillChoices();
    m_popup->popup(global, 320, typed);
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
