// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/attributesteps.h"

#include <algorithm>

namespace plumbline::itemmodels {

AttributeSteps::AttributeSteps(QObject *parent) : QObject(parent)
{
}

bool AttributeSteps::begin(document::Editing *editing)
{
    end();
    m_editing = editing;
    const std::vector<AnnotationId> all = m_editing ? labels() : std::vector<AnnotationId>();
    if (all.empty()) {
        m_editing = nullptr;
        return false;
    }
    m_connection = connect(m_editing, &document::Editing::changed, this, &AttributeSteps::onEvent);
    auto first = std::find_if(all.begin(), all.end(), [this](AnnotationId id) { return m_editing->selection().contains(id); });
    if (first == all.end())
        first = std::find_if(all.begin(), all.end(), [this](AnnotationId id) {
            const model::Annotation *label = m_editing->annotation(id);
            for (const model::Attribute *attribute : m_editing->schema().attributesOf(*m_editing->schema().find(label->labelClass)))
                if (!model::isAnswered(label->attributes, attribute->key) && m_editing->schema().isAsked(*attribute, label->attributes))
                    return true;
            return false;
        });
    go(first == all.end() ? all.front() : *first);
    return true;
}

void AttributeSteps::end()
{
    disconnect(m_connection);
    const bool was = active();
    m_editing = nullptr;
    m_current = {};
    m_question = 0;
    if (was)
        emit ended();
}

void AttributeSteps::onEvent(const document::DocumentEvent &event)
{
    if (std::holds_alternative<document::ItemShown>(event)) {
        end();
        return;
    }
    if (std::holds_alternative<document::AnnotationsChanged>(event) || std::holds_alternative<document::SchemaChanged>(event)) {
        const model::Annotation *now = label();
        if (!now || !isAskedAbout(*now)) {
            const std::vector<AnnotationId> all = labels();
            if (all.empty())
                end();
            else
                go(all.front());
            return;
        }
        m_question = std::clamp(m_question, 0, std::max(0, static_cast<int>(questions().size()) - 1));
        emit changed();
    } else if (std::holds_alternative<document::SelectionChanged>(event)) {
        // A click in the view goes to the label that was clicked.
        const QSet<AnnotationId> &selection = m_editing->selection();
        if (selection.size() != 1 || *selection.begin() == m_current)
            return;
        const model::Annotation *clicked = m_editing->annotation(*selection.begin());
        if (clicked && isAskedAbout(*clicked))
            go(clicked->id);
    }
}

bool AttributeSteps::isAskedAbout(const model::Annotation &annotation) const
{
    if (!m_editing->editable(annotation) || m_editing->marks().filteredOut.contains(annotation.id))
        return false;
    const model::Schema &schema = m_editing->schema();
    const model::LabelClass *labelClass = schema.find(annotation.labelClass);
    if (!labelClass)
        return false;
    const auto asked = schema.attributesOf(*labelClass);
    return std::any_of(asked.begin(), asked.end(),
                       [&](const model::Attribute *attribute) { return schema.isAsked(*attribute, annotation.attributes); });
}

std::vector<AnnotationId> AttributeSteps::labels() const
{
    std::vector<AnnotationId> ids;
    if (m_editing)
        for (const model::Annotation &annotation : m_editing->annotations())
            if (isAskedAbout(annotation))
                ids.push_back(annotation.id);
    return ids;
}

const model::Annotation *AttributeSteps::label() const
{
    return m_editing ? m_editing->annotation(m_current) : nullptr;
}

int AttributeSteps::labelNumber() const
{
    const std::vector<AnnotationId> all = labels();
    return static_cast<int>(std::find(all.begin(), all.end(), m_current) - all.begin()) + 1;
}

std::vector<model::Attribute> AttributeSteps::questions() const
{
    std::vector<model::Attribute> list;
    const model::Annotation *now = label();
    const model::LabelClass *labelClass = now ? m_editing->schema().find(now->labelClass) : nullptr;
    if (!labelClass)
        return list;
    for (const model::Attribute *attribute : m_editing->schema().attributesOf(*labelClass))
        if (m_editing->schema().isAsked(*attribute, now->attributes))
            list.push_back(*attribute);
    return list;
}

std::optional<model::Attribute> AttributeSteps::question() const
{
    const auto list = questions();
    return m_question < static_cast<int>(list.size()) ? std::optional(list[static_cast<std::size_t>(m_question)]) : std::nullopt;
}

model::AttributeValue AttributeSteps::value() const
{
    const auto asked = question();
    const model::Annotation *now = label();
    if (!asked || !now)
        return {};
    const auto it = now->attributes.find(asked->key);
    return it == now->attributes.end() ? model::AttributeValue() : it->second;
}

std::vector<std::pair<QString, model::AttributeValue>> AttributeSteps::options() const
{
    std::vector<std::pair<QString, model::AttributeValue>> list;
    const auto asked = question();
    if (!asked)
        return list;
    if (asked->type == model::AttributeType::Boolean)
        list = {{tr("yes"), true}, {tr("no"), false}};
    if (asked->type == model::AttributeType::Choice)
        for (const QString &choice : asked->choices)
            list.emplace_back(choice, choice);
    return list;
}

void AttributeSteps::change(const QString &text, const std::function<void(model::Annotation &)> &edit)
{
    const model::Annotation *now = label();
    if (!now || !m_editing->editable(*now))
        return;
    model::Annotation after = *now;
    edit(after);
    m_editing->push(m_editing->gesture(text).update(*now, after).take());
}

void AttributeSteps::answer(const model::AttributeValue &value)
{
    const auto asked = question();
    if (!asked)
        return;
    change(tr("Answer %1").arg(asked->title.isEmpty() ? asked->key : asked->title), [&](model::Annotation &annotation) {
        if (std::holds_alternative<std::monostate>(value))
            annotation.attributes.erase(asked->key);
        else
            annotation.attributes[asked->key] = value;
    });
}

void AttributeSteps::answerOption(int index)
{
    const auto list = options();
    if (index >= 0 && index < static_cast<int>(list.size()))
        answer(list[static_cast<std::size_t>(index)].second);
}

void AttributeSteps::toggleUnsure()
{
    const model::Annotation *now = label();
    if (now)
        change(now->unsure ? tr("Mark as sure") : tr("Mark as unsure"), [](model::Annotation &annotation) { annotation.unsure = !annotation.unsure; });
}

void AttributeSteps::toggleIgnore()
{
    const model::Annotation *now = label();
    if (!now)
        return;
    const bool ignored = now->role == model::Role::Ignore;
    change(ignored ? tr("Make an object") : tr("Make an ignore region"),
           [ignored](model::Annotation &annotation) { annotation.role = ignored ? model::Role::Object : model::Role::Ignore; });
}

void AttributeSteps::go(AnnotationId id)
{
    m_current = id;
    m_question = 0;
    if (m_editing->selection() != QSet<AnnotationId>{id})
        m_editing->select({id});
    emit labelChanged(id);
    emit changed();
}

void AttributeSteps::stepLabel(int by)
{
    const std::vector<AnnotationId> all = labels();
    if (all.empty())
        return;
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const auto here = std::find(all.begin(), all.end(), m_current);
    const std::ptrdiff_t at = here == all.end() ? 0 : (here - all.begin() + by + count) % count;
    go(all[static_cast<std::size_t>(at)]);
}

void AttributeSteps::stepQuestion(int by)
{
    const int count = static_cast<int>(questions().size());
    if (count == 0)
        return;
    m_question = (m_question + by + count) % count;
    emit changed();
}

}  // namespace plumbline::itemmodels
