// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/propertiespanel.h"

#include "core/itemmodels/calibrationwords.h"
#include "core/itemmodels/words.h"
#include "widgets/forms/attributeform.h"
#include "widgets/forms/classpicker.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::panels {

namespace {

QString sizeWords(const geometry::Geometry &geometry)
{
    const auto bounds = geometry::boundsOf(geometry);
    if (!bounds)
        return {};
    const QLocale locale;
    return QCoreApplication::translate("plumbline::panels::PropertiesPanel", "%1 × %2 px at %3, %4")
        .arg(locale.toString(bounds->w, 'f', 1), locale.toString(bounds->h, 'f', 1), locale.toString(bounds->x, 'f', 1),
             locale.toString(bounds->y, 'f', 1));
}

}  // namespace

PropertiesPanel::PropertiesPanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_class(new forms::ClassPicker), m_attributes(new forms::AttributeForm),
      m_unsure(new QCheckBox(tr("Unsure"))), m_ignore(new QCheckBox(tr("Ignore region"))),
      m_crowd(new QCheckBox(tr("Crowd: several objects as one"))), m_convention(new QLabel), m_broken(new QLabel), m_foreign(new QLabel), m_facts(new QLabel)
{
    setObjectName(QStringLiteral("propertiesPanel"));
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_class);
    layout->addWidget(m_convention);
    layout->addWidget(m_attributes);
    layout->addWidget(m_unsure);
    layout->addWidget(m_ignore);
    layout->addWidget(m_crowd);
    layout->addWidget(m_broken);
    layout->addWidget(m_foreign);
    layout->addWidget(m_facts);
    layout->addStretch();
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_broken->setObjectName(QStringLiteral("brokenRules"));
    m_foreign->setObjectName(QStringLiteral("foreignAnswers"));
    m_crowd->setObjectName(QStringLiteral("crowd"));
    m_convention->setObjectName(QStringLiteral("classConvention"));
    m_convention->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_convention, m_broken, m_foreign})
        label->setWordWrap(true);
    m_foreign->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWordWrap(true);
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(m_class, &forms::ClassPicker::picked, this, [this](ClassId id) { pick(id); });
    connect(m_class, &forms::ClassPicker::createRequested, this, [this](const QString &name) { createClass(name); });
    connect(m_attributes, &forms::AttributeForm::answered, this, [this](const QString &key, const model::AttributeValue &value) {
        change(tr("Answer %1").arg(key), [&](model::Annotation &annotation) {
            if (std::holds_alternative<std::monostate>(value))
                annotation.attributes.erase(key);
            else
                annotation.attributes[key] = value;
        });
    });
    connect(m_unsure, &QCheckBox::clicked, this, [this](bool on) {
        change(on ? tr("Mark as unsure") : tr("Mark as sure"), [on](model::Annotation &annotation) { annotation.unsure = on; });
    });
    for (const auto &[box, role] : {std::pair{m_ignore, model::Role::Ignore}, {m_crowd, model::Role::Crowd}})
        connect(box, &QCheckBox::clicked, this, [this, role = role](bool on) {
            change(!on                           ? tr("Make an object")
                   : role == model::Role::Ignore ? tr("Make an ignore region")
                                                 : tr("Make a crowd"),
                   [on, role](model::Annotation &annotation) { annotation.role = on ? role : model::Role::Object; });
        });
    connect(m_class, &forms::ClassPicker::favouriteRequested, this, &PropertiesPanel::giveKey);
    refresh();
}

void PropertiesPanel::pick(ClassId id)
{
    if (!m_editing)
        return;
    // What is drawn next has the class that was picked last.
    m_editing->setCurrentClass(id);
    change(tr("Change class"), [id](model::Annotation &annotation) { annotation.labelClass = id; });
}

void PropertiesPanel::createClass(const QString &name)
{
    if (!m_editing || !m_editing->canCreate())
        return;
    const model::Schema before = m_editing->schema();
    model::Schema after = before;
    ++after.version;
    // The name decides the id, so that the same class made on two machines is one; a renamed class keeps its own.
    ClassId id{Uuid::fromName("class", name.toUtf8())};
    for (int salt = 2; after.find(id); ++salt)
        id.uuid = Uuid::fromName("class", name.toUtf8() + ' ' + QByteArray::number(salt));
    model::addClass(after, id, name);
    m_editing->push(m_editing->gesture(tr("Add class %1").arg(name)).put(before, after).take());
    pick(id);
}

// The nine keys are favourites: whoever had this one loses it.
void PropertiesPanel::giveKey(ClassId id, int digit)
{
    if (!m_editing || !m_editing->canCreate())
        return;
    const model::Schema before = m_editing->schema();
    model::Schema after = before;
    ++after.version;
    const QString key = QString::number(digit);
    QString name;
    for (model::LabelClass &labelClass : after.classes) {
        if (labelClass.id == id) {
            labelClass.hotKey = key;
            name = labelClass.name;
        } else if (labelClass.hotKey == key) {
            labelClass.hotKey.clear();
        }
    }
    m_editing->push(m_editing->gesture(tr("Key %1 for %2").arg(key, name)).put(before, after).take());
    // The list that is open shows the new keys at once.
    m_class->setSchema(m_editing->schema());
}

void PropertiesPanel::setEditing(document::Editing *editing)
{
    disconnect(m_connection);
    disconnect(m_marks);
    m_editing = editing;
    if (m_editing) {
        m_marks = connect(m_editing, &document::Editing::marksChanged, this, &PropertiesPanel::refresh);
        m_class->setSchema(m_editing->schema());
        m_connection = connect(m_editing, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
            if (std::holds_alternative<document::SchemaChanged>(event))
                m_class->setSchema(m_editing->schema());
            if (!std::holds_alternative<document::SaveStateChanged>(event) && !std::holds_alternative<document::HistoryChanged>(event)
                && !std::holds_alternative<document::GaugeChanged>(event) && !std::holds_alternative<document::QueueChanged>(event))
                refresh();
        });
    } else {
        m_class->setSchema({});
    }
    refresh();
}

std::vector<const model::Annotation *> PropertiesPanel::selected() const
{
    std::vector<const model::Annotation *> list;
    if (!m_editing)
        return list;
    for (const model::Annotation &annotation : m_editing->annotations()) {
        if (m_editing->selection().contains(annotation.id))
            list.push_back(&annotation);
    }
    return list;
}

void PropertiesPanel::refresh()
{
    const auto chosen = selected();
    const bool any = !chosen.empty();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_attributes, m_unsure, m_ignore, m_crowd, m_facts})
        widget->setVisible(any);
    m_class->setEnabled(m_editing);
    const ClassId shown = any ? chosen.front()->labelClass : m_editing ? m_editing->currentClass() : ClassId{};
    const model::LabelClass *shownClass = m_editing ? m_editing->schema().find(shown) : nullptr;
    const QStringList convention = shownClass ? itemmodels::conventionWords(shownClass->convention) : QStringList();
    m_convention->setText(convention.join(QLatin1Char('\n')));
    m_convention->setVisible(!convention.isEmpty());
    if (!any) {
        m_title->setText(tr("Class for new labels"));
        m_class->setCurrent(m_editing ? m_editing->currentClass() : ClassId{});
        m_attributes->show(model::Schema(), ClassId(), {}, false);
        m_broken->hide();
        m_foreign->hide();
        return;
    }
    const model::Annotation &first = *chosen.front();
    const auto all = [&](auto test) { return std::all_of(chosen.begin(), chosen.end(), test); };
    m_title->setText(chosen.size() == 1 ? tr("Selected label") : tr("%n selected label(s)", nullptr, static_cast<int>(chosen.size())));
    const bool sameClass = all([&](const model::Annotation *a) { return a->labelClass == first.labelClass; });
    const bool editable = all([&](const model::Annotation *a) { return m_editing->editable(*a); });
    m_class->setCurrent(first.labelClass, !sameClass);
    m_class->setEnabled(editable);
    m_attributes->show(m_editing->schema(), chosen, editable);
    m_attributes->setVisible(m_attributes->questionCount() > 0);
    m_unsure->setChecked(all([](const model::Annotation *a) { return a->unsure; }));
    m_ignore->setChecked(all([](const model::Annotation *a) { return a->role == model::Role::Ignore; }));
    m_unsure->setEnabled(editable);
    m_crowd->setChecked(all([](const model::Annotation *a) { return a->role == model::Role::Crowd; }));
    m_ignore->setEnabled(editable);
    m_crowd->setEnabled(editable);
    const bool broken = std::any_of(chosen.begin(), chosen.end(),
                                    [this](const model::Annotation *a) { return m_editing->marks().flagged.contains(a->id); });
    m_broken->setVisible(broken);
    if (broken) {
        QStringList words;
        for (const model::Remark &remark : m_editing->marks().remarks.value(first.id))
            words.append(remark.text);
        if (chosen.size() > 1 || words.isEmpty())
            words = {tr("Breaks a rule; the issues panel says which.")};
        m_broken->setText(QStringLiteral("\u26a0 ") + words.join(QLatin1Char('\n')));
    }
    // Answers that the schema does not ask for any more are kept with the label.
    QStringList foreign;
    for (const auto &[key, value] : first.attributes)
        if (chosen.size() == 1 && !m_editing->schema().attribute(key) && model::isAnswered(first.attributes, key))
            foreign.append(QStringLiteral("%1: %2").arg(key, model::attributeText(value)));
    m_foreign->setVisible(!foreign.isEmpty());
    m_foreign->setText(tr("Not in the schema, and kept: %1").arg(foreign.join(QStringLiteral(", "))));
    if (chosen.size() > 1) {
        m_facts->hide();
        return;
    }
    QStringList facts;
    if (const QString size = sizeWords(first.geometry); !size.isEmpty())
        facts.append(size);
    QString origin = itemmodels::originWord(first.origin.kind);
    if (!first.origin.model.isEmpty())
        origin += QStringLiteral(" · ") + first.origin.model;
    if (!first.origin.by.isEmpty())
        origin += QStringLiteral(" · ") + first.origin.by;
    facts.append(origin);
    if (const QString words = itemmodels::calibrationWords(m_editing->scene(), first); !words.isEmpty())
        facts.append(words);
    if (!editable)
        facts.append(tr("A proposal of a model: accept it (Y) to change it."));
    m_facts->setText(facts.join(QLatin1Char('\n')));
}

void PropertiesPanel::change(const QString &label, const std::function<void(model::Annotation &)> &edit)
{
    if (!m_editing)
        return;
    auto builder = m_editing->gesture(label);
    for (const model::Annotation *annotation : selected()) {
        if (!m_editing->editable(*annotation))
            continue;
        model::Annotation after = *annotation;
        edit(after);
        builder.update(*annotation, after);
    }
    m_editing->push(builder.take());
}

}  // namespace plumbline::panels
