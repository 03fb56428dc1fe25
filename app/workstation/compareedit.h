// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/schema.h"

#include <QWidget>

#include <functional>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace plumbline::forms {
class AttributeForm;
class ClassPicker;
}  // namespace plumbline::forms

namespace plumbline::workstation {

/// A number of a shape that can be changed.
struct ShapeField {
    QString title;
    QString unit;  ///< after the number
    double step = 1;
    int decimals = 1;
    double least = 0;
    double most = 0;
    std::function<double(const geometry::Geometry &)> get;
    std::function<void(geometry::Geometry &, double)> set;
};
/// The numbers of boxes, rotated boxes, ellipses and cuboids; how far polygons, lines and key points are moved from where they were in
/// `start`. None for shapes that cannot be changed by numbers, such as masks.
[[nodiscard]] std::vector<ShapeField> shapeFields(const geometry::Geometry &start);

/// Changes a version of an object: class, role, answers, and the numbers of its shape. Tells every change, so that it can be shown;
/// Enter and Esc are the buttons' keys. Main thread only.
class CompareEdit final : public QWidget
{
    Q_OBJECT

public:
    struct Start {
        QString title;  ///< "A"
        model::Annotation label;
    };

    explicit CompareEdit(QWidget *parent = nullptr);

    /// Begins with one of several versions; there is at least one.
    void begin(const model::Schema &schema, std::vector<Start> starts, std::size_t first);
    [[nodiscard]] const model::Annotation &label() const { return m_label; }
    /// Why it cannot be stored; empty when it can.
    [[nodiscard]] QString problem() const;

signals:
    void changed();
    void saved();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take(std::size_t start);
    void rebuildFields();
    void refresh();

    model::Schema m_schema;
    std::vector<Start> m_starts;
    model::Annotation m_label;
    std::vector<ShapeField> m_fields;
    std::vector<QDoubleSpinBox *> m_numbers;
    QComboBox *m_from;
    forms::ClassPicker *m_class;
    QComboBox *m_role;
    forms::AttributeForm *m_attributes;
    QWidget *m_shape = nullptr;  // holds the numbers
    QWidget *m_content;
    QLabel *m_hint;
    QLabel *m_problem;
    QPushButton *m_save;
};

}  // namespace plumbline::workstation
