// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/schemapage.h"

class QDoubleSpinBox;
class QPlainTextEdit;
class QToolButton;

namespace plumbline::workstation {

class SchemaConvention;

/// Classes of the schema that is being edited. Main thread only.
class SchemaClassPage final : public SchemaPage
{
    Q_OBJECT

public:
    explicit SchemaClassPage(itemmodels::SchemaDraft &draft, QWidget *parent = nullptr);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int row) const override;
    [[nodiscard]] QIcon icon(int row) const override;
    void fill(int row) override;
    int add() override { return draft().addClass(); }
    void remove(int row) override { draft().removeClass(row); }
    void move(int from, int to) override;
    [[nodiscard]] QString emptyWords() const override { return tr("No class yet. A class is what a label says an object is."); }

private:
    [[nodiscard]] const model::LabelClass &at(int row) const { return draft().schema().classes[static_cast<std::size_t>(row)]; }
    void change(const std::function<void(model::LabelClass &)> &change);
    void pickColour();
    void merge();

    QLineEdit *m_name;
    QLineEdit *m_colour;
    QToolButton *m_swatch;
    QComboBox *m_key;
    QLineEdit *m_parent;
    QLineEdit *m_aliases;
    QLineEdit *m_titles;
    QList<QCheckBox *> m_kinds;
    QComboBox *m_outside;
    QDoubleSpinBox *m_smallest;
    SchemaConvention *m_convention;
    QCheckBox *m_retired;
    QPlainTextEdit *m_guideline;
    mutable std::map<QRgb, QIcon> m_swatches;
};

}  // namespace plumbline::workstation
