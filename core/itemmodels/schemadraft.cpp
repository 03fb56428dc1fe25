// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/schemadraft.h"

#include <algorithm>

namespace plumbline::itemmodels {

namespace {

constexpr std::size_t mostSteps = 200;

void renameIn(QStringList &list, const QString &from, const QString &to)
{
    const qsizetype at = list.indexOf(from);
    if (at < 0)
        return;
    if (to.isEmpty())
        list.removeAt(at);
    else
        list[at] = to;
}

// What names a class.
void renameClassIn(model::Schema &schema, const QString &from, const QString &to)
{
    for (model::Attribute &attribute : schema.attributes)
        renameIn(attribute.classes, from, to);
    for (model::Rule &rule : schema.rules) {
        renameIn(rule.classes, from, to);
        renameIn(rule.others, from, to);
    }
}

template <typename F>
void eachTest(model::Schema &schema, F f)
{
    for (model::Rule &rule : schema.rules)
        for (auto *tests : {&rule.when, &rule.require})
            for (model::AttributeTest &test : *tests)
                f(test);
}

bool inRange(int row, std::size_t size)
{
    return row >= 0 && row < static_cast<int>(size);
}

}  // namespace

SchemaDraft::SchemaDraft(QObject *parent) : QObject(parent)
{
}

void SchemaDraft::reset(const model::Schema &schema)
{
    m_original = schema;
    m_now = {schema, {}};
    m_past.clear();
    m_future.clear();
    m_lastField.clear();
    check();
    emit edited();
}

void SchemaDraft::replace(const model::Schema &schema)
{
    State next{model::withKnownIds(m_original, schema), {}};
    next.schema.version = m_original.version;
    take(std::move(next));
}

bool SchemaDraft::changed() const
{
    return !(m_now.schema == m_original);
}

void SchemaDraft::take(State next)
{
    if (next == m_now)
        return;
    // The letters of one field belong together.
    const bool same = !m_field.isEmpty() && m_field == m_lastField && !m_past.empty();
    m_lastField = m_field;
    if (!same)
        m_past.push_back(std::move(m_now));
    if (m_past.size() > mostSteps)
        m_past.erase(m_past.begin());
    m_future.clear();
    m_now = std::move(next);
    check();
    emit edited();
}

void SchemaDraft::check()
{
    m_issues = model::checkSchema(m_now.schema);
}

void SchemaDraft::undo()
{
    if (m_past.empty())
        return;
    m_lastField.clear();
    m_future.push_back(std::move(m_now));
    m_now = std::move(m_past.back());
    m_past.pop_back();
    check();
    emit edited();
}

void SchemaDraft::redo()
{
    if (m_future.empty())
        return;
    m_past.push_back(std::move(m_now));
    m_now = std::move(m_future.back());
    m_future.pop_back();
    check();
    emit edited();
}

QString SchemaDraft::issueOf(model::SchemaPart part, int index, const QString &field) const
{
    for (const model::SchemaIssue &issue : m_issues)
        if (issue.part == part && issue.index == index && issue.field == field)
            return issue.text;
    return {};
}

bool SchemaDraft::isWrong(model::SchemaPart part, int index) const
{
    return std::any_of(m_issues.begin(), m_issues.end(), [&](const model::SchemaIssue &issue) {
        return issue.part == part && issue.index == index && issue.severity == IssueSeverity::Problem;
    });
}

void SchemaDraft::edit(const std::function<void(model::Schema &)> &change)
{
    State next = m_now;
    change(next.schema);
    take(std::move(next));
}

QString SchemaDraft::freeName(const QString &stem, const std::function<bool(const QString &)> &taken) const
{
    QString name = stem;
    for (int number = 2; taken(name); ++number)
        name = QStringLiteral("%1 %2").arg(stem).arg(number);
    return name;
}

int SchemaDraft::addClass()
{
    State next = m_now;
    const QString name = freeName(tr("new class"), [&](const QString &text) { return next.schema.find(QStringView(text)) != nullptr; });
    // The name decides the id, as it does in hand-written files; one that was there before keeps its own.
    ClassId id{Uuid::fromName("class", name.toUtf8())};
    for (int salt = 2; next.schema.find(id) || m_original.find(id); ++salt)
        id.uuid = Uuid::fromName("class", name.toUtf8() + ' ' + QByteArray::number(salt));
    model::addClass(next.schema, id, name);
    take(std::move(next));
    return static_cast<int>(m_now.schema.classes.size()) - 1;
}

void SchemaDraft::renameClass(int row, const QString &name)
{
    if (!inRange(row, m_now.schema.classes.size()))
        return;
    State next = m_now;
    model::LabelClass &renamed = next.schema.classes[static_cast<std::size_t>(row)];
    const QString before = renamed.name;
    renamed.name = name;
    // While two classes have one name, what refers to it stays with the first of them.
    const bool shared = std::any_of(m_now.schema.classes.begin(), m_now.schema.classes.end(), [&](const model::LabelClass &c) {
        return c.id != renamed.id && c.name == before;
    });
    if (!shared && !name.isEmpty())
        renameClassIn(next.schema, before, name);
    take(std::move(next));
}

void SchemaDraft::removeClass(int row)
{
    if (!inRange(row, m_now.schema.classes.size()))
        return;
    State next = m_now;
    const model::LabelClass gone = next.schema.classes[static_cast<std::size_t>(row)];
    next.schema.classes.erase(next.schema.classes.begin() + row);
    for (model::LabelClass &c : next.schema.classes)
        if (c.parent == gone.id)
            c.parent = gone.parent;
    renameClassIn(next.schema, gone.name, {});
    take(std::move(next));
}

void SchemaDraft::mergeClass(int row, int into)
{
    if (row == into || !inRange(row, m_now.schema.classes.size()) || !inRange(into, m_now.schema.classes.size()))
        return;
    State next = m_now;
    const model::LabelClass gone = next.schema.classes[static_cast<std::size_t>(row)];
    model::LabelClass &target = next.schema.classes[static_cast<std::size_t>(into)];
    const ClassId targetId = target.id;
    for (const QString &name : QStringList{gone.name} + gone.aliases)
        if (!target.aliases.contains(name) && name != target.name)
            target.aliases.append(name);
    if (target.parent == gone.id)
        target.parent = gone.parent;
    for (model::Attribute &attribute : next.schema.attributes)
        attribute.classes.contains(target.name) ? renameIn(attribute.classes, gone.name, {}) : renameIn(attribute.classes, gone.name, target.name);
    for (model::Rule &rule : next.schema.rules)
        for (QStringList *names : {&rule.classes, &rule.others})
            names->contains(target.name) ? renameIn(*names, gone.name, {}) : renameIn(*names, gone.name, target.name);
    for (auto &[from, to] : next.decisions.classes)
        if (to == gone.id)
            to = targetId;
    next.decisions.classes[gone.id] = targetId;
    next.schema.classes.erase(next.schema.classes.begin() + row);
    for (model::LabelClass &c : next.schema.classes)
        if (c.parent == gone.id)
            c.parent = c.id == targetId ? gone.parent : targetId;
    take(std::move(next));
}

int SchemaDraft::addAttribute()
{
    State next = m_now;
    model::Attribute added;
    added.key = freeName(tr("attribute"), [&](const QString &text) { return next.schema.attribute(text) || m_original.attribute(text); });
    next.schema.attributes.push_back(std::move(added));
    take(std::move(next));
    return static_cast<int>(m_now.schema.attributes.size()) - 1;
}

QString SchemaDraft::storedKey(const State &state, const QString &key)
{
    for (const auto &[stored, now] : state.decisions.attributes)
        if (now == key)
            return stored;
    return key;
}

void SchemaDraft::renameAttribute(int row, const QString &key)
{
    if (!inRange(row, m_now.schema.attributes.size()))
        return;
    State next = m_now;
    model::Attribute &renamed = next.schema.attributes[static_cast<std::size_t>(row)];
    const QString before = renamed.key;
    const QString stored = storedKey(next, before);
    renamed.key = key;
    if (!key.isEmpty()) {
        for (model::Attribute &attribute : next.schema.attributes)
            if (attribute.conditionKey == before)
                attribute.conditionKey = key;
        eachTest(next.schema, [&](model::AttributeTest &test) {
            if (test.key == before)
                test.key = key;
        });
    }
    if (stored == key)
        next.decisions.attributes.erase(stored);
    else if (m_original.attribute(stored))
        next.decisions.attributes[stored] = key;
    take(std::move(next));
}

void SchemaDraft::removeAttribute(int row)
{
    if (!inRange(row, m_now.schema.attributes.size()))
        return;
    State next = m_now;
    const QString key = next.schema.attributes[static_cast<std::size_t>(row)].key;
    next.decisions.attributes.erase(storedKey(next, key));
    next.schema.attributes.erase(next.schema.attributes.begin() + row);
    take(std::move(next));
}

void SchemaDraft::renameChoice(int row, int choice, const QString &text)
{
    if (!inRange(row, m_now.schema.attributes.size()))
        return;
    State next = m_now;
    model::Attribute &attribute = next.schema.attributes[static_cast<std::size_t>(row)];
    if (choice < 0 || choice >= attribute.choices.size() || attribute.choices[choice] == text)
        return;
    const QString before = attribute.choices[choice];
    attribute.choices[choice] = text;
    for (model::Attribute &other : next.schema.attributes)
        if (other.conditionKey == attribute.key && other.conditionValue == before)
            other.conditionValue = text;
    eachTest(next.schema, [&](model::AttributeTest &test) {
        if (test.key == attribute.key && test.value == before)
            test.value = text;
    });
    const QString key = storedKey(next, attribute.key);
    QString stored = before;
    for (const auto &[from, to] : next.decisions.choices)
        if (from.first == key && to == before)
            stored = from.second;
    const model::Attribute *original = m_original.attribute(key);
    if (stored == text)
        next.decisions.choices.erase({key, stored});
    else if (original && original->choices.contains(stored))
        next.decisions.choices[{key, stored}] = text;
    take(std::move(next));
}

void SchemaDraft::removeChoice(int row, int choice)
{
    edit([&](model::Schema &schema) {
        if (!inRange(row, schema.attributes.size()))
            return;
        QStringList &choices = schema.attributes[static_cast<std::size_t>(row)].choices;
        if (choice >= 0 && choice < choices.size())
            choices.removeAt(choice);
    });
}

void SchemaDraft::decideClass(ClassId gone, ClassId with)
{
    State next = m_now;
    if (with.isNull())
        next.decisions.classes.erase(gone);
    else
        next.decisions.classes[gone] = with;
    take(std::move(next));
}

void SchemaDraft::decideChoice(const QString &key, const QString &choice, const std::optional<QString> &with)
{
    State next = m_now;
    next.decisions.choices[{storedKey(next, key), choice}] = with;
    take(std::move(next));
}

}  // namespace plumbline::itemmodels
