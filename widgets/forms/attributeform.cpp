// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/attributeform.h"

#include <QComboBox>
#include <QDoubleValidator>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace plumbline::forms {

namespace {

QString titleOf(const model::Attribute &attribute)
{
    return attribute.title.isEmpty() ? attribute.key : attribute.title;
}

}  // namespace

AttributeForm::AttributeForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(8);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

void AttributeForm::show(const model::Schema &schema, ClassId labelClass, const model::Attributes &values, bool editable)
{
    const model::LabelClass *found = schema.find(labelClass);
    showQuestions(found ? schema.attributesOf(*found) : std::vector<const model::Attribute *>(), schema, values, {}, editable);
}

void AttributeForm::show(const model::Schema &schema, const std::vector<const model::Annotation *> &labels, bool editable)
{
    std::vector<const model::Attribute *> asked;
    model::Attributes values;
    QSet<QString> mixed;
    QSet<ClassId> seen;
    for (const model::Annotation *label : labels) {
        if (seen.contains(label->labelClass))
            continue;
        const bool first = seen.isEmpty();
        seen.insert(label->labelClass);
        const model::LabelClass *labelClass = schema.find(label->labelClass);
        const auto own = labelClass ? schema.attributesOf(*labelClass) : std::vector<const model::Attribute *>();
        if (first)
            asked = own;
        else
            std::erase_if(asked, [&](const model::Attribute *attribute) { return std::find(own.begin(), own.end(), attribute) == own.end(); });
    }
    for (const model::Attribute *attribute : asked) {
        const auto valueOf = [&](const model::Annotation *label) {
            const auto it = label->attributes.find(attribute->key);
            return it == label->attributes.end() ? model::AttributeValue() : it->second;
        };
        const model::AttributeValue first = valueOf(labels.front());
        if (std::all_of(labels.begin(), labels.end(), [&](const model::Annotation *label) { return valueOf(label) == first; }))
            values[attribute->key] = first;
        else
            mixed.insert(attribute->key);
    }
    showQuestions(asked, schema, values, mixed, editable);
}

void AttributeForm::showQuestions(const std::vector<const model::Attribute *> &asked, const model::Schema &schema,
                                  const model::Attributes &values, const QSet<QString> &mixed, bool editable)
{
    const bool same = asked.size() == m_shown.size()
                      && std::equal(asked.begin(), asked.end(), m_shown.begin(),
                                    [](const model::Attribute *a, const model::Attribute &b) { return *a == b; });
    if (!same)
        rebuild(asked);
    m_filling = true;
    for (const Row &row : m_rows) {
        const auto it = values.find(row.attribute.key);
        row.set(it == values.end() ? model::AttributeValue() : it->second, mixed.contains(row.attribute.key));
        row.field->setEnabled(editable);
    }
    m_filling = false;
    refreshConditions(schema, values);
}

void AttributeForm::rebuild(const std::vector<const model::Attribute *> &attributes)
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_rows.clear();
    m_shown.clear();
    for (const model::Attribute *attribute : attributes) {
        m_shown.push_back(*attribute);
        Row row = makeRow(*attribute);
        auto *label = new QLabel(titleOf(*attribute));
        label->setBuddy(row.field);
        row.label = label;
        m_layout->addRow(label, row.field);
        m_rows.push_back(std::move(row));
    }
}

AttributeForm::Row AttributeForm::makeRow(const model::Attribute &attribute)
{
    return attribute.type == model::AttributeType::Boolean || attribute.type == model::AttributeType::Choice ? makeChoice(attribute)
                                                                                                             : makeText(attribute);
}

AttributeForm::Row AttributeForm::makeChoice(const model::Attribute &attribute)
{
    auto *box = new QComboBox;
    box->setAccessibleName(titleOf(attribute));
    box->setObjectName(QStringLiteral("attribute:") + attribute.key);
    std::vector<std::pair<QString, model::AttributeValue>> answers{{tr("not answered"), std::monostate{}}};
    if (attribute.type == model::AttributeType::Boolean) {
        answers.emplace_back(tr("yes"), true);
        answers.emplace_back(tr("no"), false);
    } else {
        for (const QString &choice : attribute.choices)
            answers.emplace_back(choice, choice);
    }
    answers.emplace_back(tr("cannot tell"), model::CannotTell{});
    for (const auto &[text, value] : answers)
        box->addItem(text);
    connect(box, &QComboBox::activated, this, [this, key = attribute.key, answers](int index) {
        if (!m_filling && index >= 0 && index < static_cast<int>(answers.size()))
            emit answered(key, answers[static_cast<std::size_t>(index)].second);
    });
    Row row;
    row.attribute = attribute;
    row.field = box;
    row.set = [box, answers](const model::AttributeValue &value, bool mixed) {
        if (mixed) {
            box->setCurrentIndex(-1);
            box->setPlaceholderText(tr("several answers"));
            return;
        }
        const auto it = std::find_if(answers.begin(), answers.end(), [&](const auto &answer) { return answer.second == value; });
        box->setCurrentIndex(it == answers.end() ? -1 : static_cast<int>(it - answers.begin()));
        // A value the schema no longer offers is shown, never dropped.
        box->setPlaceholderText(it == answers.end() ? model::attributeText(value) : QString());
    };
    return row;
}

AttributeForm::Row AttributeForm::makeText(const model::Attribute &attribute)
{
    const bool number = attribute.type == model::AttributeType::Number;
    auto *field = new QWidget;
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *edit = new QLineEdit;
    edit->setAccessibleName(titleOf(attribute));
    edit->setObjectName(QStringLiteral("attribute:") + attribute.key);
    edit->setPlaceholderText(tr("not answered"));
    edit->setClearButtonEnabled(true);
    if (number)
        edit->setValidator(new QDoubleValidator(edit));
    auto *unknown = new QToolButton;
    unknown->setText(QStringLiteral("?"));
    unknown->setCheckable(true);
    unknown->setToolTip(tr("Cannot tell"));
    unknown->setAccessibleName(tr("%1: cannot tell").arg(titleOf(attribute)));
    layout->addWidget(edit);
    layout->addWidget(unknown);
    field->setFocusProxy(edit);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, number, key = attribute.key] {
        if (m_filling || !edit->isModified())
            return;
        edit->setModified(false);
        if (edit->text().isEmpty())
            emit answered(key, std::monostate{});
        else if (number)
            emit answered(key, QLocale().toDouble(edit->text()));
        else
            emit answered(key, edit->text());
    });
    connect(unknown, &QToolButton::clicked, this, [this, key = attribute.key](bool checked) {
        if (checked)
            emit answered(key, model::CannotTell{});
        else
            emit answered(key, std::monostate{});
    });
    Row row;
    row.attribute = attribute;
    row.field = field;
    row.set = [edit, unknown](const model::AttributeValue &value, bool mixed) {
        const bool cannot = std::holds_alternative<model::CannotTell>(value);
        unknown->setChecked(cannot);
        edit->setPlaceholderText(mixed ? tr("several answers") : cannot ? tr("cannot tell") : tr("not answered"));
        QString text;
        if (const auto *given = std::get_if<double>(&value))
            text = QLocale().toString(*given, 'g', QLocale::FloatingPointShortest);
        else
            text = model::attributeText(value);
        if (!edit->hasFocus() || edit->text().isEmpty() || !edit->isModified())
            edit->setText(text);
    };
    return row;
}

void AttributeForm::refreshConditions(const model::Schema &schema, const model::Attributes &values)
{
    for (const Row &row : m_rows) {
        const bool asked = schema.isAsked(row.attribute, values);
        row.label->setVisible(asked);
        row.field->setVisible(asked);
        const bool open = row.attribute.required && !model::isAnswered(values, row.attribute.key);
        auto *label = static_cast<QLabel *>(row.label);
        label->setText(row.attribute.required ? QStringLiteral("%1 *").arg(titleOf(row.attribute)) : titleOf(row.attribute));
        label->setToolTip(open ? tr("Must be answered before submitting") : QString());
        QFont font = label->font();
        font.setBold(open);
        label->setFont(font);
    }
}

}  // namespace plumbline::forms
