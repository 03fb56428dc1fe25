// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/schemapage.h"

class QDoubleSpinBox;
class QSpinBox;

namespace plumbline::workstation {

/// Label-time rules of the schema that is being edited. Main thread only.
class SchemaRulePage final : public SchemaPage
{
    Q_OBJECT

public:
    explicit SchemaRulePage(itemmodels::SchemaDraft &draft, QWidget *parent = nullptr);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int row) const override;
    void fill(int row) override;
    int add() override;
    void remove(int row) override;
    void move(int from, int to) override;
    [[nodiscard]] QString emptyWords() const override
    {
        return tr("No rule yet. Required attributes, allowed shapes and smallest sizes of classes are looked at without one.");
    }

private:
    [[nodiscard]] const model::Rule &at(int row) const { return draft().schema().rules[static_cast<std::size_t>(row)]; }
    void change(const std::function<void(model::Rule &)> &change);
    QDoubleSpinBox *addNumber(const QString &field, const QString &title, const QString &suffix, double model::Rule::*member);
    QSpinBox *addCount(const QString &field, const QString &title, const QString &none, std::optional<int> model::Rule::*member);
    QLineEdit *addTests(const QString &field, const QString &title, std::vector<model::AttributeTest> model::Rule::*member);

    QLineEdit *m_id;
    QComboBox *m_kind;
    QLineEdit *m_text;
    QComboBox *m_blocks;
    QLineEdit *m_classes;
    QLineEdit *m_others;
    QDoubleSpinBox *m_pixels;
    QDoubleSpinBox *m_area;
    QDoubleSpinBox *m_iou;
    QSpinBox *m_least;
    QSpinBox *m_most;
    QSpinBox *m_vertices;
    QLineEdit *m_geometries;
    QLineEdit *m_when;
    QLineEdit *m_require;
    QLabel *m_summary;
};

}  // namespace plumbline::workstation
