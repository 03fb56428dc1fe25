// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "widgets/export.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;

namespace plumbline::forms {
class AttributeForm;
class ClassPicker;
}

namespace plumbline::panels {

/// Class, attributes and flags of the selection; without one, the class for new labels. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT PropertiesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PropertiesPanel(QWidget *parent = nullptr);

    /// Null = nothing is open.
    void setEditing(document::Editing *editing);
    [[nodiscard]] forms::ClassPicker &classPicker() const { return *m_class; }

private:
    [[nodiscard]] std::vector<const model::Annotation *> selected() const;
    void refresh();
    void pick(ClassId id);
    void createClass(const QString &name);
    void giveKey(ClassId id, int digit);
    void change(const QString &label, const std::function<void(model::Annotation &)> &edit);

    document::Editing *m_editing = nullptr;
    QMetaObject::Connection m_connection;
    QMetaObject::Connection m_marks;
    QLabel *m_title;
    forms::ClassPicker *m_class;
    forms::AttributeForm *m_attributes;
    QCheckBox *m_unsure;
    QCheckBox *m_ignore;
    QCheckBox *m_crowd;
    QLabel *m_convention;
    QLabel *m_broken;
    QLabel *m_foreign;
    QLabel *m_facts;
};

}  // namespace plumbline::panels
