// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/keymapmodel.h"

#include <QLineEdit>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace plumbline::actions {

/// Takes the next key that is pressed, whatever it does elsewhere; Esc gives up. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT KeyCapture final : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyCapture(QWidget *parent = nullptr);

signals:
    void captured(const QKeySequence &key);
    void cancelled();

protected:
    bool event(QEvent *event) override;
};

/// Chooses a map and changes single keys. A key that another action has is told before anything is saved, and taken from
/// it only when the person says so. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT KeymapEditor final : public QWidget
{
    Q_OBJECT

public:
    /// The registry must outlive the editor; it is not changed here but by whoever hears mapChanged().
    KeymapEditor(ActionRegistry &registry, const Keymap &own, QWidget *parent = nullptr);

    [[nodiscard]] const Keymap &own() const { return m_own; }
    /// Shows actions that have the words in their title, keys or id.
    void setFilter(const QString &words);
    [[nodiscard]] int shownActions() const;
    void choose(const QString &actionId);
    /// Replaces the person's map when it has no clash; says what clashes otherwise.
    void importFrom(const QString &path);
    void exportTo(const QString &path);

signals:
    /// The person's changes to the shipped map `own.id`: to be stored and put into effect.
    void mapChanged(const plumbline::actions::Keymap &own);

private:
    void beginCapture(bool add);
    void endCapture();
    void offer(const QKeySequence &key);
    void assign(const QKeySequence &key);
    void set(Keymap own);
    void resetChosen();
    void say(const QString &text, bool problem = false);
    void refreshButtons();
    [[nodiscard]] const ActionRegistry::Entry *chosen() const;
    [[nodiscard]] QString titleOf(const QString &id) const;

    ActionRegistry &m_registry;
    Keymap m_own;
    KeymapModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QComboBox *m_maps;
    QTreeView *m_table;
    KeyCapture *m_capture;
    QPushButton *m_change;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_reset;
    QPushButton *m_take;
    QLabel *m_message;
    bool m_adding = false;
    QKeySequence m_offered;
    QString m_holder;
};

}  // namespace plumbline::actions
