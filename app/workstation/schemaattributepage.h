// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/schemapage.h"

namespace plumbline::workstation {

/// Attributes of the schema that is being edited. Main thread only.
class SchemaAttributePage final : public SchemaPage
{
    Q_OBJECT

public:
    explicit SchemaAttributePage(itemmodels::SchemaDraft &draft, QWidget *parent = nullptr);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int row) const override;
    void fill(int row) override;
    int add() override { return draft().addAttribute(); }
    void remove(int row) override { draft().removeAttribute(row); }
    void move(int from, int to) override;
    [[nodiscard]] QString emptyWords() const override { return tr("No attribute yet. An attribute is a question about each label."); }

private:
    [[nodiscard]] const model::Attribute &at(int row) const { return draft().schema().attributes[static_cast<std::size_t>(row)]; }
    void change(const std::function<void(model::Attribute &)> &change);
    [[nodiscard]] QWidget *makeChoices();
    void fillCondition(const model::Attribute &attribute);

    QLineEdit *m_key;
    QLineEdit *m_title;
    QComboBox *m_type;
    QListWidget *m_choices;
    QCheckBox *m_required;
    QCheckBox *m_perTrack;
    QLineEdit *m_classes;
    QComboBox *m_conditionKey;
    QComboBox *m_conditionValue;
};

}  // namespace plumbline::workstation
