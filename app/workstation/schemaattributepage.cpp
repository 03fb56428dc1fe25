// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemaattributepage.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>

namespace plumbline::workstation {

using model::AttributeType;

SchemaAttributePage::SchemaAttributePage(itemmodels::SchemaDraft &draft, QWidget *parent)
    : SchemaPage(draft, model::SchemaPart::Attribute, tr("Attributes"), parent), m_type(new QComboBox), m_choices(new QListWidget),
      m_conditionKey(new QComboBox), m_conditionValue(new QComboBox)
{
    m_key = addText(QStringLiteral("key"), tr("Key"), [this](int row, const QString &text) { this->draft().renameAttribute(row, text.trimmed()); });
    m_key->setToolTip(tr("What files hold; stays the same in every language"));
    m_title = addText(QStringLiteral("title"), tr("Question"), [this](int, const QString &text) {
        change([&](model::Attribute &a) { a.title = text; });
    });
    m_title->setPlaceholderText(tr("what people read; the key when empty"));
    m_type->addItems({tr("yes or no"), tr("choice"), tr("number"), tr("text")});
    addField(QStringLiteral("type"), tr("Answer"), m_type);
    connect(m_type, &QComboBox::activated, this, [this](int index) {
        change([index](model::Attribute &a) {
            a.type = static_cast<AttributeType>(index);
            if (a.type == AttributeType::Choice && a.choices.isEmpty())
                a.choices = {tr("first"), tr("second")};
            if (a.type != AttributeType::Choice)
                a.choices.clear();
        });
    });
    addField(QStringLiteral("choices"), tr("Choices"), makeChoices());
    m_required = addCheck(QStringLiteral("required"), tr("Must be answered before submitting (“cannot tell” is an answer)"),
                          [this](int, bool on) { change([on](model::Attribute &a) { a.required = on; }); });
    m_perTrack = addCheck(QStringLiteral("per_track"), tr("One answer for a whole track"),
                          [this](int, bool on) { change([on](model::Attribute &a) { a.perTrack = on; }); });
    m_classes = addText(QStringLiteral("classes"), tr("Asked about"), [this](int, const QString &text) {
        change([&](model::Attribute &a) { a.classes = listOf(text); });
    });
    m_classes->setPlaceholderText(tr("all classes; or names separated by commas"));

    auto *condition = new QWidget;
    auto *layout = new QHBoxLayout(condition);
    layout->setContentsMargins(0, 0, 0, 0);
    m_conditionKey->setAccessibleName(tr("Asked only when this attribute"));
    m_conditionValue->setAccessibleName(tr("has this answer"));
    m_conditionValue->setEditable(true);
    m_conditionValue->view()->setAccessibleName(tr("Answers"));
    layout->addWidget(m_conditionKey, 1);
    layout->addWidget(new QLabel(tr("is")));
    layout->addWidget(m_conditionValue, 1);
    condition->setFocusProxy(m_conditionKey);
    addField(QStringLiteral("condition"), tr("Asked only when"), condition);
    connect(m_conditionKey, &QComboBox::activated, this, [this](int index) {
        const model::Attribute *on = this->draft().schema().attribute(m_conditionKey->itemData(index).toString());
        change([&](model::Attribute &a) {
            a.conditionKey = on ? on->key : QString();
            a.conditionValue = !on                                ? QString()
                               : on->type == AttributeType::Choice ? on->choices.value(0)
                               : on->type == AttributeType::Number ? QStringLiteral("0")
                                                                   : QStringLiteral("true");
        });
    });
    connect(m_conditionValue, &QComboBox::editTextChanged, this, [this](const QString &text) {
        change([&](model::Attribute &a) {
            if (!a.conditionKey.isEmpty())
                a.conditionValue = text;
        });
    });
    start();
}

QWidget *SchemaAttributePage::makeChoices()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    m_choices->setAccessibleName(tr("Choices"));
    m_choices->setFixedHeight(120);
    m_choices->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    layout->addWidget(m_choices, 1);
    auto *column = new QVBoxLayout;
    layout->addLayout(column);
    const auto button = [&](const QString &title, auto run) {
        auto *made = new QToolButton;
        made->setText(title);
        made->setAccessibleName(title);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column->addWidget(made);
        connect(made, &QToolButton::clicked, this, run);
    };
    button(tr("Add a choice"), [this] {
        if (current() < 0)
            return;
        const QStringList there = at(current()).choices;
        QString name = tr("choice");
        for (int number = 2; there.contains(name); ++number)
            name = tr("choice %1").arg(number);
        change([&](model::Attribute &a) { a.choices.append(name); });
        m_choices->setCurrentRow(m_choices->count() - 1);
        m_choices->editItem(m_choices->currentItem());
    });
    button(tr("Delete the choice"), [this] {
        if (current() >= 0 && m_choices->currentRow() >= 0)
            draft().removeChoice(current(), m_choices->currentRow());
    });
    for (const int step : {-1, 1})
        button(step < 0 ? tr("Move up") : tr("Move down"), [this, step] {
            const int row = m_choices->currentRow();
            if (current() < 0 || row < 0 || row + step < 0 || row + step >= m_choices->count())
                return;
            change([=](model::Attribute &a) { a.choices.move(row, row + step); });
            m_choices->setCurrentRow(row + step);
        });
    column->addStretch();
    connect(m_choices, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (!filling() && current() >= 0)
            draft().renameChoice(current(), m_choices->row(item), item->text().trimmed());
    });
    box->setFocusProxy(m_choices);
    return box;
}

void SchemaAttributePage::change(const std::function<void(model::Attribute &)> &change)
{
    const int row = current();
    if (row >= 0 && !filling())
        draft().edit([&](model::Schema &schema) { change(schema.attributes[static_cast<std::size_t>(row)]); });
}

int SchemaAttributePage::count() const
{
    return static_cast<int>(draft().schema().attributes.size());
}

QString SchemaAttributePage::title(int row) const
{
    const model::Attribute &a = at(row);
    const QString name = a.title.isEmpty() ? a.key : a.title;
    return name.isEmpty() ? tr("(no key)") : a.required ? QStringLiteral("%1 *").arg(name) : name;
}

void SchemaAttributePage::move(int from, int to)
{
    draft().edit([=](model::Schema &schema) {
        std::swap(schema.attributes[static_cast<std::size_t>(from)], schema.attributes[static_cast<std::size_t>(to)]);
    });
}

void SchemaAttributePage::fill(int row)
{
    const model::Attribute &a = at(row);
    put(m_key, a.key);
    put(m_title, a.title);
    m_type->setCurrentIndex(static_cast<int>(a.type));
    setFieldVisible(QStringLiteral("choices"), a.type == AttributeType::Choice);
    while (m_choices->count() > a.choices.size())
        delete m_choices->takeItem(m_choices->count() - 1);
    for (int choice = 0; choice < a.choices.size(); ++choice) {
        if (choice >= m_choices->count()) {
            auto *item = new QListWidgetItem(m_choices);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        m_choices->item(choice)->setText(a.choices[choice]);
    }
    m_required->setChecked(a.required);
    m_perTrack->setChecked(a.perTrack);
    if (!m_classes->hasFocus() || listOf(m_classes->text()) != a.classes)
        put(m_classes, a.classes.join(QStringLiteral(", ")));
    fillCondition(a);
}

void SchemaAttributePage::fillCondition(const model::Attribute &attribute)
{
    m_conditionKey->clear();
    m_conditionKey->addItem(tr("always"), QString());
    for (const model::Attribute &other : draft().schema().attributes)
        if (other.key != attribute.key || other.key == attribute.conditionKey)
            m_conditionKey->addItem(other.title.isEmpty() ? other.key : other.title, other.key);
    int index = m_conditionKey->findData(attribute.conditionKey);
    if (index < 0) {
        m_conditionKey->addItem(attribute.conditionKey, attribute.conditionKey);
        index = m_conditionKey->count() - 1;
    }
    m_conditionKey->setCurrentIndex(index);
    const model::Attribute *on = draft().schema().attribute(attribute.conditionKey);
    m_conditionValue->setEnabled(!attribute.conditionKey.isEmpty());
    if (m_conditionValue->hasFocus())
        return;
    m_conditionValue->clear();
    if (on && on->type == AttributeType::Choice)
        m_conditionValue->addItems(on->choices);
    else if (on && on->type == AttributeType::Boolean)
        m_conditionValue->addItems({QStringLiteral("true"), QStringLiteral("false")});
    m_conditionValue->setEditText(attribute.conditionValue);
}

}  // namespace plumbline::workstation
