// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemareport.h"

#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumbline::workstation {

using What = model::SchemaStep::What;
using model::StepEffect;

SchemaReport::SchemaReport(itemmodels::SchemaDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_head(new QLabel), m_page(new QWidget), m_steps(new QVBoxLayout(m_page))
{
    setObjectName(QStringLiteral("schemaReport"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    QFont bold = m_head->font();
    bold.setBold(true);
    m_head->setFont(bold);
    m_head->setWordWrap(true);
    m_head->setObjectName(QStringLiteral("schemaReportHead"));
    layout->addWidget(m_head);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(scroll, 1);
    m_steps->setContentsMargins(0, 0, 0, 0);
    m_steps->setSpacing(12);
}

void SchemaReport::clear()
{
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            // A choice may be what called: it goes when it has returned.
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void SchemaReport::showBusy()
{
    clear();
    m_head->setText(tr("Counting what the change means…"));
}

void SchemaReport::showFailed(const Error &error)
{
    clear();
    m_head->setText(error.text);
}

void SchemaReport::showPlan(const model::SchemaPlan &plan)
{
    clear();
    std::int64_t rewritten = 0;
    int refused = 0;
    for (const model::SchemaStep &step : plan.steps) {
        rewritten += step.effect == StepEffect::Rewrites ? step.labels : 0;
        refused += step.effect == StepEffect::Refused;
    }
    if (plan.empty())
        m_head->setText(tr("Nothing changes."));
    else if (refused > 0)
        m_head->setText(tr("%n thing(s) must be decided first; nothing has been changed.", nullptr, refused));
    else if (rewritten > 0)
        m_head->setText(tr("%Ln label change(s), in one step that undo takes back. No label is lost.", nullptr, static_cast<int>(rewritten)));
    else
        m_head->setText(tr("The schema changes; labels stay as they are. Undo takes it back."));
    for (const bool first : {true, false})
        for (const model::SchemaStep &step : plan.steps)
            if ((step.effect == StepEffect::Refused) == first)
                addStep(step, plan);
    m_steps->addStretch();
}

void SchemaReport::addStep(const model::SchemaStep &step, const model::SchemaPlan &plan)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const char *const signs[] = {"·", "→", "!", "✕"};
    auto *text = new QLabel(QStringLiteral("%1  %2").arg(QString::fromUtf8(signs[static_cast<int>(step.effect)]), step.text));
    text->setWordWrap(true);
    if (step.effect == StepEffect::Refused || step.effect == StepEffect::Keeps) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText,
                         theme::themeOf(palette()).colour(step.effect == StepEffect::Refused ? theme::Token::Bad : theme::Token::Warn));
        text->setPalette(colours);
    }
    layout->addWidget(text);
    if (!step.remedy.isEmpty()) {
        auto *remedy = new QLabel(QStringLiteral("    %1").arg(step.remedy));
        remedy->setWordWrap(true);
        remedy->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(remedy);
    }
    if (step.effect == StepEffect::Refused && step.what == What::ClassRemoved) {
        auto *into = new QComboBox;
        into->setObjectName(QStringLiteral("decideClass"));
        into->setAccessibleName(tr("Class that the labels get"));
        into->addItem(tr("Give its labels the class…"), QString());
        for (const model::LabelClass &c : plan.after.classes)
            into->addItem(c.name, c.id.toString());
        layout->addWidget(into);
        connect(into, &QComboBox::activated, this, [this, into, gone = step.labelClass](int index) {
            if (const auto id = ClassId::fromString(into->itemData(index).toString())) {
                m_draft.decideClass(gone, *id);
                emit decided();
            }
        });
    }
    if (step.effect == StepEffect::Refused && step.what == What::ChoiceRemoved) {
        auto *with = new QComboBox;
        with->setObjectName(QStringLiteral("decideChoice"));
        with->setAccessibleName(tr("Choice that takes its place"));
        with->addItem(tr("Put in its place…"));
        if (const model::Attribute *attribute = plan.after.attribute(step.attribute))
            with->addItems(attribute->choices);
        with->addItem(tr("not answered"));
        layout->addWidget(with);
        connect(with, &QComboBox::activated, this, [this, with, step](int index) {
            if (index <= 0)
                return;
            m_draft.decideChoice(step.attribute, step.choice, index == with->count() - 1 ? std::nullopt : std::optional(with->itemText(index)));
            emit decided();
        });
    }
    m_steps->addWidget(box);
}

}  // namespace plumbline::workstation
