// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/schemadraft.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace plumbline::workstation {

/// What the new schema means for the labels there are: one line a step, with a choice beside each that is refused until
/// somebody decides. Main thread only.
class SchemaReport final : public QWidget
{
    Q_OBJECT

public:
    /// The draft must outlive the report.
    explicit SchemaReport(itemmodels::SchemaDraft &draft, QWidget *parent = nullptr);

    void showBusy();
    void showPlan(const model::SchemaPlan &plan);
    void showFailed(const Error &error);

signals:
    /// A decision was taken: plan again.
    void decided();

private:
    void clear();
    void addStep(const model::SchemaStep &step, const model::SchemaPlan &plan);

    itemmodels::SchemaDraft &m_draft;
    QLabel *m_head;
    QWidget *m_page;
    QVBoxLayout *m_steps;
};

}  // namespace plumbline::workstation
