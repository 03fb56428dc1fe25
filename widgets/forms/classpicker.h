// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/schema.h"
#include "widgets/export.h"

#include <QToolButton>

namespace plumbline::actions {
class ChoicePopup;
}

namespace plumbline::forms {

/// Square of a class's colour, for lists and buttons.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QIcon classSwatch(const QColor &colour);

/// Shows a class and opens a list with fuzzy search to pick another: those picked last first, each with the classes above it. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT ClassPicker final : public QToolButton
{
    Q_OBJECT

public:
    explicit ClassPicker(QWidget *parent = nullptr);

    /// Copies what it needs; deprecated classes are not offered.
    void setSchema(const model::Schema &schema);
    /// Null id = "no class"; `mixed` = the selection has several.
    void setCurrent(ClassId id, bool mixed = false);
    [[nodiscard]] ClassId current() const { return m_current; }
    /// Whether a name that is not there can be added; as made, it can.
    void setCreating(bool creating);
    void setPlaceholder(const QString &text);
    /// Opens the list, with these letters typed already.
    void open(const QString &typed = {});
    /// The list opens here instead of below the button, for keys pressed over the view.
    void openAt(const QPoint &global, const QString &typed = {});

signals:
    void picked(plumbline::ClassId id);
    /// A class of this name should be added to the schema and picked.
    void createRequested(const QString &name);
    /// The class should have this digit (1 to 9) as its key.
    void favouriteRequested(plumbline::ClassId id, int digit);

private:
    void refresh();
    void fillChoices();

    model::Schema m_schema;
    ClassId m_current;
    bool m_mixed = false;
    actions::ChoicePopup *m_popup;
    QList<ClassId> m_recent;  // picked last, first
    bool m_stale = true;      // the list is filled when it opens
};

}  // namespace plumbline::forms
