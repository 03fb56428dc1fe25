// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/schemadraft.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace plumbline::workstation {

/// One page of the schema editor: a list of parts at the left, the fields of the chosen one at the right, each with what is
/// wrong with it below. Main thread only.
class SchemaPage : public QWidget
{
    Q_OBJECT

public:
    /// The draft must outlive the page. `name` of the parts, for people who do not see the page: "Classes".
    SchemaPage(itemmodels::SchemaDraft &draft, model::SchemaPart part, const QString &name, QWidget *parent = nullptr);

    /// Chooses a part and puts the keys into a field of it (the key as in the JSON).
    void showField(int row, const QString &field);
    [[nodiscard]] int current() const;

protected:
    [[nodiscard]] itemmodels::SchemaDraft &draft() const { return m_draft; }
    /// Called from the constructors of the pages, when their fields are there.
    void start();
    void setCurrent(int row);

    /// Rows of the form. `field` is its key in the JSON; the remark below shows what is wrong with it.
    void addField(const QString &field, const QString &title, QWidget *widget);
    QLineEdit *addText(const QString &field, const QString &title, std::function<void(int row, const QString &)> changed);
    QCheckBox *addCheck(const QString &field, const QString &title, std::function<void(int row, bool)> changed);
    QPushButton *addButton(const QString &name, const QString &title, std::function<void()> run);
    void setFieldVisible(const QString &field, bool visible);
    /// A remark of the page itself, until the next edit.
    void remark(const QString &field, const QString &text);
    static void put(QLineEdit *edit, const QString &text);
    [[nodiscard]] static QStringList listOf(const QString &text);
    [[nodiscard]] bool filling() const { return m_filling; }

    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual QString title(int row) const = 0;
    [[nodiscard]] virtual QIcon icon(int row) const;
    virtual void fill(int row) = 0;
    virtual int add() = 0;
    virtual void remove(int row) = 0;
    virtual void move(int from, int to) = 0;
    [[nodiscard]] virtual QString emptyWords() const = 0;

private:
    void refresh();
    void refreshList();
    void refreshRemarks();

    struct Field {
        QLabel *title = nullptr;
        QWidget *widget = nullptr;
        QLabel *remark = nullptr;
    };
    itemmodels::SchemaDraft &m_draft;
    model::SchemaPart m_part;
    QLineEdit *m_search;
    QListWidget *m_list;
    QGridLayout *m_buttons;
    QLabel *m_empty;
    QScrollArea *m_scroll;
    QFormLayout *m_form;
    std::map<QString, Field> m_fields;
    std::map<QString, QString> m_remarks;
    bool m_filling = false;
};

}  // namespace plumbline::workstation
