// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemapage.h"

#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>

namespace plumbline::workstation {

SchemaPage::SchemaPage(itemmodels::SchemaDraft &draft, model::SchemaPart part, const QString &name, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_part(part), m_search(new QLineEdit), m_list(new QListWidget), m_buttons(new QGridLayout),
      m_empty(new QLabel), m_scroll(new QScrollArea), m_form(nullptr)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(16);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    m_search->setPlaceholderText(tr("Find"));
    m_search->setAccessibleName(tr("Find in: %1").arg(name));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(name);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(2);
    m_list->setMinimumWidth(240);
    m_list->setMaximumWidth(320);
    m_search->setMaximumWidth(320);
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    m_buttons->setSpacing(4);
    left->addLayout(m_buttons);
    layout->addLayout(left);
    auto *page = new QWidget;
    m_form = new QFormLayout(page);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(4);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_empty, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] { refresh(); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
    });
    connect(&m_draft, &itemmodels::SchemaDraft::edited, this, [this] {
        m_remarks.clear();
        refresh();
    });
}

void SchemaPage::start()
{
    addButton(QStringLiteral("add"), tr("Add"), [this] {
        const int row = add();
        setCurrent(row);
        if (!m_fields.empty() && m_form->itemAt(0, QFormLayout::FieldRole))
            m_form->itemAt(0, QFormLayout::FieldRole)->widget()->setFocus(Qt::OtherFocusReason);
    });
    addButton(QStringLiteral("remove"), tr("Delete"), [this] {
        if (const int row = current(); row >= 0)
            remove(row);
    });
    for (const int step : {-1, 1}) {
        QPushButton *button = addButton(step < 0 ? QStringLiteral("up") : QStringLiteral("down"), step < 0 ? tr("Up") : tr("Down"), [this, step] {
            const int row = current();
            if (row < 0 || row + step < 0 || row + step >= count())
                return;
            move(row, row + step);
            setCurrent(row + step);
        });
        button->setToolTip(step < 0 ? tr("Move up in the order that people see") : tr("Move down in the order that people see"));
    }
    m_empty->setText(emptyWords());
    refresh();
    if (count() > 0)
        setCurrent(0);
}

int SchemaPage::current() const
{
    const int row = m_list->currentRow();
    return row < count() ? row : -1;
}

void SchemaPage::setCurrent(int row)
{
    if (row >= 0 && row < m_list->count())
        m_list->item(row)->setHidden(false);
    m_list->setCurrentRow(row);
}

void SchemaPage::showField(int row, const QString &field)
{
    setCurrent(row);
    if (const auto it = m_fields.find(field); it != m_fields.end()) {
        m_scroll->ensureWidgetVisible(it->second.widget);
        it->second.widget->setFocus(Qt::OtherFocusReason);
    }
}

void SchemaPage::addField(const QString &field, const QString &title, QWidget *widget)
{
    Field made{new QLabel(title), widget, new QLabel};
    made.title->setBuddy(widget);
    widget->setObjectName(QStringLiteral("schema.%1").arg(field));
    if (widget->accessibleName().isEmpty())
        widget->setAccessibleName(title);
    made.remark->setObjectName(QStringLiteral("remark.%1").arg(field));
    made.remark->setWordWrap(true);
    made.remark->hide();
    m_form->addRow(made.title, widget);
    m_form->addRow(QString(), made.remark);
    m_fields[field] = made;
}

QLineEdit *SchemaPage::addText(const QString &field, const QString &title, std::function<void(int, const QString &)> changed)
{
    auto *edit = new QLineEdit;
    addField(field, title, edit);
    connect(edit, &QLineEdit::textEdited, this, [this, field, changed = std::move(changed)](const QString &text) {
        const int row = current();
        if (row < 0 || m_filling)
            return;
        m_draft.setField(QStringLiteral("%1/%2/%3").arg(static_cast<int>(m_part)).arg(row).arg(field));
        changed(row, text);
        m_draft.setField({});
    });
    return edit;
}

QCheckBox *SchemaPage::addCheck(const QString &field, const QString &title, std::function<void(int, bool)> changed)
{
    auto *box = new QCheckBox(title);
    box->setAccessibleName(title);
    addField(field, QString(), box);
    connect(box, &QCheckBox::clicked, this, [this, changed = std::move(changed)](bool on) {
        if (const int row = current(); row >= 0 && !m_filling)
            changed(row, on);
    });
    return box;
}

QPushButton *SchemaPage::addButton(const QString &name, const QString &title, std::function<void()> run)
{
    auto *button = new QPushButton(title);
    button->setObjectName(QStringLiteral("schema.button.%1").arg(name));
    button->setAutoDefault(false);
    constexpr int columns = 3;
    m_buttons->addWidget(button, m_buttons->count() / columns, m_buttons->count() % columns);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    return button;
}

void SchemaPage::setFieldVisible(const QString &field, bool visible)
{
    const Field &found = m_fields.at(field);
    found.title->setVisible(visible);
    found.widget->setVisible(visible);
    if (!visible)
        found.remark->hide();
}

void SchemaPage::remark(const QString &field, const QString &text)
{
    m_remarks[field] = text;
    refreshRemarks();
}

void SchemaPage::put(QLineEdit *edit, const QString &text)
{
    // The cursor stays where the person types.
    if (edit->text() != text)
        edit->setText(text);
}

QStringList SchemaPage::listOf(const QString &text)
{
    QStringList list;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const QString word = part.trimmed(); !word.isEmpty())
            list.append(word);
    return list;
}

QIcon SchemaPage::icon(int) const
{
    return {};
}

void SchemaPage::refreshList()
{
    const int rows = count();
    while (m_list->count() > rows)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < rows)
        m_list->addItem(QString());
    for (int row = 0; row < rows; ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool wrong = m_draft.isWrong(m_part, row);
        const QString text = wrong ? QStringLiteral("%1  \u26a0").arg(title(row)) : title(row);
        if (item->text() != text)
            item->setText(text);
        // A colour that is drawn again for every key press would be felt with thousands of rows.
        if (const QIcon picture = icon(row); !picture.isNull())
            item->setIcon(picture);
    }
}

void SchemaPage::refresh()
{
    if (m_filling)
        return;
    const QScopedValueRollback guard(m_filling, true);
    refreshList();
    const int row = current();
    m_scroll->setVisible(row >= 0);
    m_empty->setVisible(row < 0);
    if (row < 0)
        return;
    fill(row);
    refreshRemarks();
}

void SchemaPage::refreshRemarks()
{
    const int row = current();
    for (const auto &[name, field] : m_fields) {
        const auto own = m_remarks.find(name);
        QString text = own == m_remarks.end() ? QString() : own->second;
        bool problem = !text.isEmpty();
        for (const model::SchemaIssue &issue : m_draft.issues()) {
            if (!text.isEmpty() || issue.part != m_part || issue.index != row || issue.field != name)
                continue;
            text = issue.text;
            problem = issue.severity == IssueSeverity::Problem;
        }
        const bool shown = !text.isEmpty() && !field.widget->isHidden();
        field.remark->setVisible(shown);
        if (!shown)
            continue;
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, theme::themeOf(palette()).colour(problem ? theme::Token::Bad : theme::Token::Warn));
        field.remark->setPalette(colours);
        field.remark->setText(problem ? text : tr("Note: %1").arg(text));
        field.widget->setAccessibleDescription(field.remark->text());
    }
}

}  // namespace plumbline::workstation
