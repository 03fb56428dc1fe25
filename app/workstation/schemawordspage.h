// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/schemadraft.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QTableWidget;

namespace plumbline::workstation {

/// Words of the schema that is being edited: reasons for "cannot label", kinds of mistakes, and what holds of all of it.
/// Main thread only.
class SchemaWordsPage final : public QWidget
{
    Q_OBJECT

public:
    /// The draft must outlive the page.
    explicit SchemaWordsPage(itemmodels::SchemaDraft &draft, QWidget *parent = nullptr);

private:
    void refresh();
    void takeTable();

    itemmodels::SchemaDraft &m_draft;
    QPlainTextEdit *m_reasons;
    QTableWidget *m_errors;
    QCheckBox *m_outside;
    QLabel *m_remark;
    bool m_filling = false;
};

}  // namespace plumbline::workstation
