// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/schema.h"
#include "widgets/export.h"

#include <QSet>
#include <QWidget>

#include <functional>
#include <map>

class QFormLayout;

namespace plumbline::forms {

/// Questions that the schema asks about labels of one class. Every question has three kinds of answer: none yet, "cannot
/// tell", and a value; nothing is filled in by itself. Required ones without an answer are marked. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT AttributeForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AttributeForm(QWidget *parent = nullptr);

    /// Asks what the schema asks of this class (none of a class that is not in it), filled with these answers.
    void show(const model::Schema &schema, ClassId labelClass, const model::Attributes &values, bool editable);
    /// Asks what the schema asks of every one of these labels; where they differ, it says so, and an answer goes to all.
    void show(const model::Schema &schema, const std::vector<const model::Annotation *> &labels, bool editable);
    [[nodiscard]] int questionCount() const { return static_cast<int>(m_rows.size()); }

signals:
    /// Answered by the person; std::monostate = taken back.
    void answered(const QString &key, const plumbline::model::AttributeValue &value);

private:
    struct Row {
        model::Attribute attribute;
        std::function<void(const model::AttributeValue &, bool mixed)> set;
        QWidget *label = nullptr;
        QWidget *field = nullptr;
    };

    void showQuestions(const std::vector<const model::Attribute *> &asked, const model::Schema &schema, const model::Attributes &values,
                       const QSet<QString> &mixed, bool editable);
    void rebuild(const std::vector<const model::Attribute *> &attributes);
    [[nodiscard]] Row makeRow(const model::Attribute &attribute);
    [[nodiscard]] Row makeChoice(const model::Attribute &attribute);
    [[nodiscard]] Row makeText(const model::Attribute &attribute);
    void refreshConditions(const model::Schema &schema, const model::Attributes &values);

    QFormLayout *m_layout;
    std::vector<Row> m_rows;
    std::vector<model::Attribute> m_shown;
    bool m_filling = false;
};

}  // namespace plumbline::forms
