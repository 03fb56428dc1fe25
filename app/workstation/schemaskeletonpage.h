// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/schemapage.h"
#include "app/workstation/skeletoncanvas.h"

namespace plumbline::workstation {

/// Skeletons of the schema that is being edited. Main thread only.
class SchemaSkeletonPage final : public SchemaPage
{
    Q_OBJECT

public:
    explicit SchemaSkeletonPage(itemmodels::SchemaDraft &draft, QWidget *parent = nullptr);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int row) const override;
    void fill(int row) override;
    int add() override;
    void remove(int row) override;
    void move(int from, int to) override;
    [[nodiscard]] QString emptyWords() const override { return tr("No skeleton yet. A skeleton says which key points belong together."); }

private:
    [[nodiscard]] const model::Skeleton &at(int row) const { return draft().schema().skeletons[static_cast<std::size_t>(row)]; }
    void change(const std::function<void(model::Skeleton &)> &change);
    void addJoint(std::optional<geometry::Point> place);
    void removeJoint(int joint);

    QLineEdit *m_name;
    SkeletonCanvas *m_canvas;
    QListWidget *m_joints;
};

}  // namespace plumbline::workstation
