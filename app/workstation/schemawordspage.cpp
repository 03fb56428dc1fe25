// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemawordspage.h"

#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

constexpr int codeColumn = 0;
constexpr int titleColumn = 1;
constexpr int severityColumn = 2;

}  // namespace

SchemaWordsPage::SchemaWordsPage(itemmodels::SchemaDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_reasons(new QPlainTextEdit), m_errors(new QTableWidget(0, 3)), m_outside(new QCheckBox),
      m_remark(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    auto *reasons = new QLabel(tr("Reasons for “cannot label”, one a line"));
    reasons->setBuddy(m_reasons);
    m_reasons->setObjectName(QStringLiteral("schema.reasons"));
    m_reasons->setAccessibleName(tr("Reasons for “cannot label”"));
    m_reasons->setTabChangesFocus(true);
    m_errors->setObjectName(QStringLiteral("schema.errors"));
    m_errors->setAccessibleName(tr("Kinds of mistakes"));
    m_errors->setHorizontalHeaderLabels({tr("Code"), tr("Words"), tr("Severity")});
    m_errors->horizontalHeader()->setSectionResizeMode(titleColumn, QHeaderView::Stretch);
    m_errors->verticalHeader()->hide();
    m_errors->setTabKeyNavigation(false);
    m_outside->setText(tr("Shapes may reach outside the picture, unless their class says otherwise"));
    m_outside->setObjectName(QStringLiteral("schema.outside"));
    m_remark->setWordWrap(true);
    layout->addWidget(reasons);
    layout->addWidget(m_reasons, 1);
    layout->addWidget(new QLabel(tr("Kinds of mistakes that reviewers name")));
    layout->addWidget(m_errors, 2);
    auto *row = new QHBoxLayout;
    for (const bool adding : {true, false}) {
        auto *button = new QPushButton(adding ? tr("Add a kind of mistake") : tr("Delete it"));
        button->setAutoDefault(false);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, adding] {
            const int chosen = m_errors->currentRow();
            m_draft.edit([&](model::Schema &schema) {
                if (adding)
                    schema.errorTypes.push_back({QStringLiteral("mistake-%1").arg(schema.errorTypes.size() + 1), tr("New kind"), model::Severity::Minor});
                else if (chosen >= 0 && chosen < static_cast<int>(schema.errorTypes.size()))
                    schema.errorTypes.erase(schema.errorTypes.begin() + chosen);
            });
        });
    }
    row->addStretch();
    layout->addLayout(row);
    layout->addWidget(m_outside);
    layout->addWidget(m_remark);
    connect(m_reasons, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        QStringList list;
        for (const QString &line : m_reasons->toPlainText().split(QLatin1Char('\n')))
            if (!line.trimmed().isEmpty())
                list.append(line.trimmed());
        m_draft.edit([&](model::Schema &schema) { schema.cannotLabelReasons = list; });
    });
    connect(m_errors, &QTableWidget::cellChanged, this, [this] { takeTable(); });
    connect(m_outside, &QCheckBox::clicked, this, [this](bool on) { m_draft.edit([on](model::Schema &schema) { schema.allowOutside = on; }); });
    connect(&m_draft, &itemmodels::SchemaDraft::edited, this, &SchemaWordsPage::refresh);
    refresh();
}

void SchemaWordsPage::takeTable()
{
    if (m_filling)
        return;
    std::vector<model::ErrorType> types;
    for (int row = 0; row < m_errors->rowCount(); ++row) {
        const auto *severity = static_cast<QComboBox *>(m_errors->cellWidget(row, severityColumn));
        types.push_back({m_errors->item(row, codeColumn)->text().trimmed(), m_errors->item(row, titleColumn)->text(),
                         static_cast<model::Severity>(severity->currentIndex())});
    }
    m_draft.edit([&](model::Schema &schema) { schema.errorTypes = types; });
}

void SchemaWordsPage::refresh()
{
    if (m_filling)
        return;
    const QScopedValueRollback guard(m_filling, true);
    const model::Schema &schema = m_draft.schema();
    QStringList typed;
    for (const QString &line : m_reasons->toPlainText().split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            typed.append(line.trimmed());
    if (typed != schema.cannotLabelReasons)
        m_reasons->setPlainText(schema.cannotLabelReasons.join(QLatin1Char('\n')));
    m_errors->setRowCount(static_cast<int>(schema.errorTypes.size()));
    for (int row = 0; row < m_errors->rowCount(); ++row) {
        const model::ErrorType &type = schema.errorTypes[static_cast<std::size_t>(row)];
        for (const auto &[column, text] : {std::pair{codeColumn, type.code}, {titleColumn, type.title}}) {
            if (!m_errors->item(row, column))
                m_errors->setItem(row, column, new QTableWidgetItem);
            m_errors->item(row, column)->setText(text);
        }
        auto *severity = static_cast<QComboBox *>(m_errors->cellWidget(row, severityColumn));
        if (!severity) {
            severity = new QComboBox;
            severity->addItems({tr("minor"), tr("major"), tr("critical")});
            severity->setAccessibleName(tr("Severity"));
            m_errors->setCellWidget(row, severityColumn, severity);
            connect(severity, &QComboBox::activated, this, [this] { takeTable(); });
        }
        severity->setCurrentIndex(static_cast<int>(type.severity));
    }
    m_outside->setChecked(schema.allowOutside);
    QStringList remarks;
    for (const model::SchemaIssue &issue : m_draft.issues())
        if (issue.part == model::SchemaPart::Reason || issue.part == model::SchemaPart::ErrorType)
            remarks.append(issue.text);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme::themeOf(palette()).colour(theme::Token::Bad));
    m_remark->setPalette(colours);
    m_remark->setText(remarks.join(QLatin1Char('\n')));
    m_remark->setVisible(!remarks.isEmpty());
}

}  // namespace plumbline::workstation
