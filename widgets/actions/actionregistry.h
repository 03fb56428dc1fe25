// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace plumbline::actions {

/// Every action of one window by a stable id: menus, toolbars, palette and key sheet all take them from here. Main thread.
class PLUMBLINE_WIDGETS_EXPORT ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    struct Spec {
        QString id;     ///< "item.next"
        QString title;  ///< translated, as in a menu, without mnemonic
        QString group;  ///< translated heading in palette and key sheet
        QString icon;   ///< name in our set; may be empty
        QList<QKeySequence> keys;
        QString mnemonic;  ///< title with "&", for menus; the title when empty
        /// Widget in which the keys work; null = the whole window.
        QWidget *scope = nullptr;
    };
    struct Entry {
        QString id;
        QString group;
        QAction *action = nullptr;
    };

    /// Keys work while `window` is active and no text field has the focus.
    explicit ActionRegistry(QWidget *window);

    /// Owned by the registry. The id must be new.
    QAction *add(const Spec &spec, std::function<void()> triggered);
    void remove(const QString &id);
    [[nodiscard]] QAction *action(const QString &id) const;
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] bool hasKey(const QKeySequence &key) const;
    /// Ids of every two actions that share a key: "a b: Ctrl+X". Empty when all is well.
    [[nodiscard]] QStringList conflicts() const;

signals:
    void changed();

private:
    QPointer<QWidget> m_window;
    std::vector<Entry> m_entries;
};

}  // namespace plumbline::actions
