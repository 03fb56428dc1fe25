// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/schema.h"

#include <QObject>

#include <functional>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QWidget;

namespace plumbline::workstation {

/// The fields of a class's convention in the schema's form. Makes the widgets; the form owns them. Main thread only.
class SchemaConvention final : public QObject
{
    Q_OBJECT

public:
    using Change = std::function<void(model::Convention &)>;

    /// `changed` is told what a person has done to a field.
    SchemaConvention(std::function<void(const Change &)> changed, QObject *parent);

    struct Row {
        QString field;  ///< "convention.extent"
        QString title;
        QWidget *widget = nullptr;
    };
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    void fill(const model::Convention &convention);

private:
    struct Number {
        std::optional<double> model::Convention::*member;
        QDoubleSpinBox *box = nullptr;
        double scale = 1;  // of what is shown
    };
    void addNumber(const char *field, const QString &title, const QString &unit, std::optional<double> model::Convention::*member,
                   double most, const QString &unstated, double scale = 1);
    QComboBox *addChoice(const char *field, const QString &title, const QStringList &choices,
                         std::function<void(model::Convention &, int)> chosen);
    QLineEdit *addWords(const char *field, const QString &title, const QString &example, QString model::Convention::*member);
    void addSize();
    void tell(const Change &change);

    std::function<void(const Change &)> m_changed;
    std::vector<Row> m_rows;
    std::vector<Number> m_numbers;
    QComboBox *m_extent;
    QSpinBox *m_points;
    QLineEdit *m_belongs;
    QLineEdit *m_headingRule;
    QComboBox *m_heading;
    std::array<QDoubleSpinBox *, 3> m_size{};
    QComboBox *m_rigid;
    QComboBox *m_ground;
    bool m_filling = false;
};

}  // namespace plumbline::workstation
