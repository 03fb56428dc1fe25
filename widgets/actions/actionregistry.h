// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/keymap.h"
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
        QList<QKeySequence> keys;  ///< unless the key map says otherwise
        QString mnemonic;  ///< title with "&", for menus; the title when empty
        /// Widget of the view that offers it: keys that lists and fields use too work in there only. Null = the window.
        QWidget *scope = nullptr;
        QString context = windowContext();  ///< id of the view that offers it
        /// Keys that the view tells apart itself: shown, never installed, not to be taken away.
        QList<QKeySequence> fixedKeys;
    };
    struct Entry {
        QString id;
        QString group;
        QAction *action = nullptr;
        QString context;
        QList<QKeySequence> defaults;
        QList<QKeySequence> fixed;
        bool scoped = false;
        QList<QKeySequence> keys;  ///< as they are now, fixed ones first

        [[nodiscard]] QString keyText() const;  ///< of the first key; empty when there is none
    };

    /// While one lives, keys wait: many actions come or go at once.
    class PLUMBLINE_WIDGETS_EXPORT Batch
    {
    public:
        explicit Batch(ActionRegistry &registry);
        ~Batch();
        Q_DISABLE_COPY_MOVE(Batch)

    private:
        ActionRegistry &m_registry;
    };

    /// Keys work while `window` is active and no text field has the focus.
    explicit ActionRegistry(QWidget *window);

    /// Owned by the registry. The id must be new.
    QAction *add(const Spec &spec, std::function<void()> triggered);
    void remove(const QString &id);
    /// Keys follow at once, those of actions that come later too.
    void setKeymap(const Keymap &map);
    [[nodiscard]] const Keymap &keymap() const { return m_keymap; }
    [[nodiscard]] std::vector<KeyWish> wishes() const;
    [[nodiscard]] const Entry *entry(const QString &id) const;
    [[nodiscard]] QAction *action(const QString &id) const;
    /// "{item.next}" in a text becomes the first key of that action, or its title in quotes when it has none. What names no
    /// action stays as it is.
    [[nodiscard]] QString withKeys(const QString &text) const;
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// Ids of every two actions of one context that share a key: "a b: Ctrl+X". Empty when all is well.
    [[nodiscard]] QStringList conflicts() const;

signals:
    void changed();
    /// Some action has other keys than before.
    void keysChanged();

private:
    void place();

    QPointer<QWidget> m_window;
    std::vector<Entry> m_entries;
    Keymap m_keymap;
    int m_batches = 0;
};

}  // namespace plumbline::actions
