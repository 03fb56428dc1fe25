// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemarulepage.h"

#include "core/rules/rulewords.h"
#include "core/rules/testtext.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace plumbline::workstation {

using model::RuleKind;

SchemaRulePage::SchemaRulePage(itemmodels::SchemaDraft &draft, QWidget *parent)
    : SchemaPage(draft, model::SchemaPart::Rule, tr("Rules"), parent), m_kind(new QComboBox), m_blocks(new QComboBox),
      m_vertices(new QSpinBox), m_summary(new QLabel)
{
    for (int kind = 0; kind < model::ruleKindCount; ++kind)
        m_kind->addItem(rules::ruleKindTitle(static_cast<RuleKind>(kind)));
    addField(QStringLiteral("kind"), tr("Kind"), m_kind);
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        change([index](model::Rule &rule) { rule.kind = static_cast<RuleKind>(index); });
    });
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    addField(QStringLiteral("summary"), tr("Demands"), m_summary);
    m_blocks->addItems({tr("warns"), tr("blocks submitting")});
    addField(QStringLiteral("blocks"), tr("When broken"), m_blocks);
    connect(m_blocks, &QComboBox::activated, this, [this](int index) { change([index](model::Rule &rule) { rule.blocks = index == 1; }); });
    m_classes = addText(QStringLiteral("classes"), tr("Classes"), [this](int, const QString &text) {
        change([&](model::Rule &rule) { rule.classes = listOf(text); });
    });
    m_classes->setPlaceholderText(tr("all; or names separated by commas, classes below them count too"));
    m_others = addText(QStringLiteral("others"), tr("May not overlap"), [this](int, const QString &text) {
        change([&](model::Rule &rule) { rule.others = listOf(text); });
    });
    m_others->setPlaceholderText(tr("each other; or names separated by commas"));
    m_pixels = addNumber(QStringLiteral("pixels"), tr("Shorter side"), tr(" px"), &model::Rule::sizePixels);
    m_area = addNumber(QStringLiteral("area"), tr("Covered area"), tr(" px²"), &model::Rule::areaPixels);
    m_iou = addNumber(QStringLiteral("iou"), tr("Largest overlap (IoU)"), {}, &model::Rule::iou);
    m_iou->setRange(0, 0.99);
    m_iou->setSingleStep(0.05);
    m_least = addCount(QStringLiteral("least"), tr("At least"), tr("any number"), &model::Rule::least);
    m_most = addCount(QStringLiteral("most"), tr("At most"), tr("any number"), &model::Rule::most);
    m_vertices->setRange(0, 10000);
    addField(QStringLiteral("vertices"), tr("Fewest points"), m_vertices);
    connect(m_vertices, &QSpinBox::valueChanged, this, [this](int value) { change([value](model::Rule &rule) { rule.vertices = value; }); });
    m_geometries = addText(QStringLiteral("geometries"), tr("Kinds of shape"), [this](int, const QString &text) {
        const QStringList kinds = listOf(text);
        const auto &known = geometry::geometryNames();
        for (const QString &kind : kinds)
            if (std::find(known.begin(), known.end(), kind) == known.end()) {
                remark(QStringLiteral("geometries"), tr("“%1” is not a kind of shape.").arg(kind));
                return;
            }
        change([&](model::Rule &rule) { rule.geometries = kinds; });
    });
    m_geometries->setPlaceholderText(tr("those of the class; or box, polygon, mask…"));
    m_require = addTests(QStringLiteral("require"), tr("Answers must be"), &model::Rule::require);
    m_when = addTests(QStringLiteral("when"), tr("Only labels where"), &model::Rule::when);
    m_text = addText(QStringLiteral("text"), tr("Words"), [this](int, const QString &text) {
        change([&](model::Rule &rule) { rule.text = text; });
    });
    m_text->setPlaceholderText(tr("what people read when it is broken; made from the rule when empty"));
    m_id = addText(QStringLiteral("id"), tr("Id"), [this](int, const QString &text) {
        change([&](model::Rule &rule) { rule.id = text.trimmed(); });
    });
    start();
}

QDoubleSpinBox *SchemaRulePage::addNumber(const QString &field, const QString &title, const QString &suffix, double model::Rule::*member)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(0, 1e9);
    box->setDecimals(2);
    box->setSuffix(suffix);
    addField(field, title, box);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, member](double value) { change([=](model::Rule &rule) { rule.*member = value; }); });
    return box;
}

QSpinBox *SchemaRulePage::addCount(const QString &field, const QString &title, const QString &none, std::optional<int> model::Rule::*member)
{
    auto *box = new QSpinBox;
    box->setRange(-1, 1000000);
    box->setSpecialValueText(none);
    addField(field, title, box);
    connect(box, &QSpinBox::valueChanged, this, [this, member](int value) {
        change([=](model::Rule &rule) { rule.*member = value < 0 ? std::nullopt : std::optional<int>(value); });
    });
    return box;
}

QLineEdit *SchemaRulePage::addTests(const QString &field, const QString &title, std::vector<model::AttributeTest> model::Rule::*member)
{
    QLineEdit *edit = addText(field, title, [this, field, member](int, const QString &text) {
        const auto tests = rules::testsFromText(text);
        if (!tests)
            remark(field, tests.error().text);
        else
            change([&](model::Rule &rule) { rule.*member = *tests; });
    });
    edit->setPlaceholderText(QStringLiteral("moving=true, colour!=red, speed>=3, plate?"));
    return edit;
}

void SchemaRulePage::change(const std::function<void(model::Rule &)> &change)
{
    const int row = current();
    if (row >= 0 && !filling())
        draft().edit([&](model::Schema &schema) { change(schema.rules[static_cast<std::size_t>(row)]); });
}

int SchemaRulePage::count() const
{
    return static_cast<int>(draft().schema().rules.size());
}

QString SchemaRulePage::title(int row) const
{
    const model::Rule &rule = at(row);
    return QStringLiteral("%1 · %2").arg(rules::ruleKindTitle(rule.kind), rule.classes.isEmpty() ? tr("all classes") : rule.classes.join(QStringLiteral(", ")));
}

void SchemaRulePage::fill(int row)
{
    const model::Rule &rule = at(row);
    m_kind->setCurrentIndex(static_cast<int>(rule.kind));
    m_summary->setText(rules::ruleSummary(rule));
    m_blocks->setCurrentIndex(rule.blocks ? 1 : 0);
    const auto list = [](QLineEdit *edit, const QStringList &names) {
        if (!edit->hasFocus() || listOf(edit->text()) != names)
            put(edit, names.join(QStringLiteral(", ")));
    };
    list(m_classes, rule.classes);
    list(m_others, rule.others);
    list(m_geometries, rule.geometries);
    m_pixels->setValue(rule.sizePixels);
    m_area->setValue(rule.areaPixels);
    m_iou->setValue(rule.iou);
    m_least->setValue(rule.least.value_or(-1));
    m_most->setValue(rule.most.value_or(-1));
    m_vertices->setValue(rule.vertices);
    for (const auto &[edit, tests] : {std::pair{m_when, &rule.when}, {m_require, &rule.require}})
        if (!edit->hasFocus())
            put(edit, rules::testsToText(*tests));
    put(m_text, rule.text);
    put(m_id, rule.id);
    for (const char *field : {"pixels", "area"})
        setFieldVisible(QLatin1String(field), rule.kind == RuleKind::MinimumSize);
    for (const char *field : {"iou", "others"})
        setFieldVisible(QLatin1String(field), rule.kind == RuleKind::NoOverlap);
    for (const char *field : {"least", "most"})
        setFieldVisible(QLatin1String(field), rule.kind == RuleKind::Count);
    setFieldVisible(QStringLiteral("vertices"), rule.kind == RuleKind::MinimumVertices);
    setFieldVisible(QStringLiteral("geometries"), rule.kind == RuleKind::Geometries);
    setFieldVisible(QStringLiteral("require"), rule.kind == RuleKind::Attributes);
}

int SchemaRulePage::add()
{
    draft().edit([](model::Schema &schema) {
        const auto taken = [&](const QString &id) {
            return std::any_of(schema.rules.begin(), schema.rules.end(), [&](const model::Rule &rule) { return rule.id == id; });
        };
        model::Rule rule;
        int number = static_cast<int>(schema.rules.size()) + 1;
        do
            rule.id = QStringLiteral("rule-%1").arg(number++);
        while (taken(rule.id));
        rule.sizePixels = 8;
        schema.rules.push_back(std::move(rule));
    });
    return count() - 1;
}

void SchemaRulePage::remove(int row)
{
    draft().edit([row](model::Schema &schema) { schema.rules.erase(schema.rules.begin() + row); });
}

void SchemaRulePage::move(int from, int to)
{
    draft().edit([=](model::Schema &schema) { std::swap(schema.rules[static_cast<std::size_t>(from)], schema.rules[static_cast<std::size_t>(to)]); });
}

}  // namespace plumbline::workstation
