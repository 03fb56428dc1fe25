// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemaclasspage.h"

#include "app/workstation/schemaconvention.h"
#include "core/itemmodels/words.h"
#include "widgets/forms/classpicker.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QToolButton>

#include <algorithm>

namespace plumbline::workstation {

namespace {

// Kinds that people draw on pictures and in scenes, and tags of whole items; others stay as a file has them.
constexpr const char *drawnKinds[] = {"box",  "rotated-box", "ellipse", "polygon",      "polyline", "points",
                                      "mask", "item",        "cuboid",  "point-labels", "polyline3"};

QString titlesText(const QHash<QString, QString> &titles)
{
    QStringList languages = titles.keys();
    languages.sort();
    QStringList parts;
    for (const QString &language : std::as_const(languages))
        parts.append(QStringLiteral("%1=%2").arg(language, titles.value(language)));
    return parts.join(QStringLiteral(", "));
}

}  // namespace

SchemaClassPage::SchemaClassPage(itemmodels::SchemaDraft &draft, QWidget *parent)
    : SchemaPage(draft, model::SchemaPart::Class, tr("Classes"), parent), m_colour(new QLineEdit), m_swatch(new QToolButton),
      m_key(new QComboBox), m_outside(new QComboBox), m_smallest(new QDoubleSpinBox), m_guideline(new QPlainTextEdit)
{
    m_name = addText(QStringLiteral("name"), tr("Name"), [this](int row, const QString &text) { this->draft().renameClass(row, text); });

    auto *colour = new QWidget;
    auto *colourLayout = new QHBoxLayout(colour);
    colourLayout->setContentsMargins(0, 0, 0, 0);
    colourLayout->addWidget(m_swatch);
    colourLayout->addWidget(m_colour);
    colour->setFocusProxy(m_colour);
    m_colour->setAccessibleName(tr("Colour as #rrggbb"));
    m_swatch->setAccessibleName(tr("Choose a colour"));
    m_swatch->setToolTip(tr("Choose a colour"));
    addField(QStringLiteral("colour"), tr("Colour"), colour);
    connect(m_swatch, &QToolButton::clicked, this, &SchemaClassPage::pickColour);
    connect(m_colour, &QLineEdit::textEdited, this, [this](const QString &text) {
        const QColor chosen(text);
        if (!chosen.isValid())
            remark(QStringLiteral("colour"), tr("Write a colour like #56b4e9."));
        else
            change([&](model::LabelClass &c) { c.colour = QColor::fromRgb(chosen.rgb()); });
    });

    m_key->addItem(tr("none"));
    for (int key = 1; key <= 9; ++key)
        m_key->addItem(QString::number(key));
    addField(QStringLiteral("hot_key"), tr("Hot key"), m_key);
    connect(m_key, &QComboBox::activated, this, [this](int index) {
        change([index](model::LabelClass &c) { c.hotKey = index == 0 ? QString() : QString::number(index); });
    });

    m_parent = addText(QStringLiteral("parent"), tr("Belongs to"), [this](int, const QString &text) {
        const model::LabelClass *found = this->draft().schema().find(QStringView(text.trimmed()));
        if (!found && !text.trimmed().isEmpty())
            remark(QStringLiteral("parent"), tr("There is no class “%1”.").arg(text.trimmed()));
        else
            change([id = found ? found->id : ClassId{}](model::LabelClass &c) { c.parent = id; });
    });
    m_parent->setPlaceholderText(tr("no class above it"));
    auto *completer = new QCompleter(new QStringListModel(m_parent), m_parent);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_parent->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &text) {
        if (const model::LabelClass *found = this->draft().schema().find(QStringView(text)))
            change([id = found->id](model::LabelClass &c) { c.parent = id; });
    });

    m_aliases = addText(QStringLiteral("aliases"), tr("Other names"), [this](int, const QString &text) {
        change([&](model::LabelClass &c) { c.aliases = listOf(text); });
    });
    m_aliases->setPlaceholderText(tr("separated by commas; imports find the class by them"));
    m_titles = addText(QStringLiteral("titles"), tr("Translations"), [this](int, const QString &text) {
        QHash<QString, QString> titles;
        for (const QString &part : listOf(text)) {
            const qsizetype at = part.indexOf(QLatin1Char('='));
            if (at <= 0 || at + 1 == part.size()) {
                remark(QStringLiteral("titles"), tr("Write de=Auto, zh=汽车."));
                return;
            }
            titles.insert(part.left(at).trimmed(), part.mid(at + 1).trimmed());
        }
        change([&](model::LabelClass &c) { c.titles = titles; });
    });
    m_titles->setPlaceholderText(QStringLiteral("de=Auto, zh=汽车"));

    auto *kinds = new QWidget;
    auto *grid = new QGridLayout(kinds);
    grid->setContentsMargins(0, 0, 0, 0);
    constexpr int columns = 4;
    for (const char *kind : drawnKinds) {
        auto *box = new QCheckBox(QLatin1String(kind));
        grid->addWidget(box, static_cast<int>(m_kinds.size()) / columns, static_cast<int>(m_kinds.size()) % columns);
        m_kinds.append(box);
        connect(box, &QCheckBox::clicked, this, [this, kind = QString::fromLatin1(kind)](bool on) {
            change([&](model::LabelClass &c) {
                c.geometries.removeAll(kind);
                if (on)
                    c.geometries.append(kind);
            });
        });
    }
    kinds->setFocusProxy(m_kinds.first());
    kinds->setToolTip(tr("None chosen: every kind of shape is allowed"));
    addField(QStringLiteral("geometries"), tr("Shapes"), kinds);

    m_outside->addItems({tr("as the whole schema says"), tr("allowed"), tr("not allowed")});
    addField(QStringLiteral("allow_outside"), tr("Outside the picture"), m_outside);
    connect(m_outside, &QComboBox::activated, this, [this](int index) {
        change([index](model::LabelClass &c) { c.allowOutside = index == 0 ? std::nullopt : std::optional<bool>(index == 1); });
    });
    m_smallest->setRange(0, 100000);
    m_smallest->setDecimals(1);
    m_smallest->setSuffix(tr(" px"));
    m_smallest->setSpecialValueText(tr("any size"));
    addField(QStringLiteral("convention"), tr("Smallest side"), m_smallest);
    connect(m_smallest, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change([value](model::LabelClass &c) {
            c.convention.minimumSizePixels = value > 0 ? std::optional<double>(value) : std::nullopt;
        });
    });
    m_convention = new SchemaConvention(
        [this](const SchemaConvention::Change &edit) { change([&](model::LabelClass &c) { edit(c.convention); }); }, this);
    for (const SchemaConvention::Row &row : m_convention->rows())
        addField(row.field, row.title, row.widget);
    m_retired = addCheck(QStringLiteral("deprecated"), tr("Retired: old labels keep it, it is not offered"),
                         [this](int, bool on) { change([on](model::LabelClass &c) { c.deprecated = on; }); });
    m_guideline->setPlaceholderText(tr("How to label it, in Markdown: what belongs to it, what does not"));
    m_guideline->setTabChangesFocus(true);
    m_guideline->setMinimumHeight(90);
    addField(QStringLiteral("guideline"), tr("Guideline"), m_guideline);
    connect(m_guideline, &QPlainTextEdit::textChanged, this, [this] {
        this->draft().setField(QStringLiteral("guideline/%1").arg(current()));
        change([text = m_guideline->toPlainText()](model::LabelClass &c) { c.guideline = text; });
        this->draft().setField({});
    });
    start();
    addButton(QStringLiteral("merge"), tr("Merge…"), [this] { merge(); })->setToolTip(tr("Put its labels into another class"));
}

void SchemaClassPage::change(const std::function<void(model::LabelClass &)> &change)
{
    const int row = current();
    if (row >= 0 && !filling())
        draft().edit([&](model::Schema &schema) { change(schema.classes[static_cast<std::size_t>(row)]); });
}

int SchemaClassPage::count() const
{
    return static_cast<int>(draft().schema().classes.size());
}

QString SchemaClassPage::title(int row) const
{
    const model::LabelClass &c = at(row);
    QString text = c.name.isEmpty() ? tr("(no name)") : c.name;
    if (!c.hotKey.isEmpty())
        text += QStringLiteral("  [%1]").arg(c.hotKey);
    return c.deprecated ? tr("%1 (retired)").arg(text) : text;
}

QIcon SchemaClassPage::icon(int row) const
{
    const QColor colour = at(row).colour;
    QIcon &made = m_swatches[colour.rgb()];
    if (made.isNull())
        made = forms::classSwatch(colour);
    return made;
}

void SchemaClassPage::move(int from, int to)
{
    draft().edit([=](model::Schema &schema) { std::swap(schema.classes[static_cast<std::size_t>(from)], schema.classes[static_cast<std::size_t>(to)]); });
}

void SchemaClassPage::fill(int row)
{
    const model::LabelClass &c = at(row);
    put(m_name, c.name);
    if (!m_colour->hasFocus() || QColor(m_colour->text()) != c.colour)
        put(m_colour, c.colour.name());
    m_swatch->setIcon(icon(row));
    m_key->setCurrentIndex(c.hotKey.toInt());
    const model::LabelClass *parent = draft().schema().find(c.parent);
    if (!m_parent->hasFocus())
        put(m_parent, parent ? parent->name : QString());
    QStringList names;
    for (const model::LabelClass &other : draft().schema().classes)
        if (other.id != c.id)
            names.append(other.name);
    auto *model = static_cast<QStringListModel *>(m_parent->completer()->model());
    if (model->stringList() != names)
        model->setStringList(names);
    if (!m_aliases->hasFocus() || listOf(m_aliases->text()) != c.aliases)
        put(m_aliases, c.aliases.join(QStringLiteral(", ")));
    if (!m_titles->hasFocus())
        put(m_titles, titlesText(c.titles));
    for (QCheckBox *box : std::as_const(m_kinds))
        box->setChecked(c.geometries.contains(box->text()));
    m_outside->setCurrentIndex(!c.allowOutside ? 0 : *c.allowOutside ? 1 : 2);
    m_smallest->setValue(c.convention.minimumSizePixels.value_or(0));
    m_convention->fill(c.convention);
    m_retired->setChecked(c.deprecated);
    if (m_guideline->toPlainText() != c.guideline)
        m_guideline->setPlainText(c.guideline);
}

void SchemaClassPage::pickColour()
{
    if (current() < 0)
        return;
    auto *dialog = new QColorDialog(at(current()).colour, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this,
            [this](const QColor &colour) { change([&](model::LabelClass &c) { c.colour = QColor::fromRgb(colour.rgb()); }); });
    dialog->open();
}

void SchemaClassPage::merge()
{
    const int row = current();
    if (row < 0 || count() < 2)
        return;
    auto *picker = new forms::ClassPicker(this);
    picker->hide();
    model::Schema others = draft().schema();
    others.classes.erase(others.classes.begin() + row);
    picker->setSchema(others);
    picker->setCreating(false);
    connect(picker, &forms::ClassPicker::picked, this, [this, picker, id = at(row).id](ClassId into) {
        const auto &classes = draft().schema().classes;
        const auto rowOf = [&](ClassId wanted) {
            return static_cast<int>(std::find_if(classes.begin(), classes.end(), [&](const model::LabelClass &c) { return c.id == wanted; })
                                    - classes.begin());
        };
        draft().mergeClass(rowOf(id), rowOf(into));
        picker->deleteLater();
    });
    picker->openAt(mapToGlobal(rect().center()));
}

}  // namespace plumbline::workstation
