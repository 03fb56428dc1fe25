// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "widgets/export.h"

#include <QByteArrayView>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Which keys do what; the file format is described in docs/workstation.md.
namespace plumbline::actions {

/// Keys that differ from those that actions bring along. A value.
struct PLUMBLINE_WIDGETS_EXPORT Keymap {
    QString id;     ///< of a shipped map: "cvat"; of a person's own map: the shipped one that it changes
    QString title;  ///< translated for shipped ones
    QMap<QString, QList<QKeySequence>> keys;  ///< action id → keys, none = the action has no key
    bool operator==(const Keymap &) const = default;

    /// Untrusted JSON; the error names the entry that is wrong.
    [[nodiscard]] static Result<Keymap> fromJson(QByteArrayView json);
    [[nodiscard]] QByteArray toJson() const;

    /// Keys of `over` in place of those of this map.
    [[nodiscard]] Keymap with(const Keymap &over) const;
};

/// The maps that come with the program, the default first: resources/keymaps/*.json.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT const std::vector<Keymap> &shippedKeymaps();
/// The default when there is none of that id.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT const Keymap &shippedKeymap(const QString &id);

/// Whether pressing one may be taken for the other: the same, or one begins the other.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT bool keysClash(const QKeySequence &a, const QKeySequence &b);
/// Actions of two contexts can be reached at the same time: one of them is the window's, or both are the same.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT bool contextsOverlap(const QString &a, const QString &b);
/// Context of the window's own actions; those of a view have the id of the view.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QString windowContext();

/// Keys that every list, field and button uses: they can belong to a view alone, not to the whole window.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT bool movesInsideControls(const QKeySequence &key);

/// What an action asks for.
struct KeyWish {
    QString id;
    QString context;
    QList<QKeySequence> defaults;
    QList<QKeySequence> fixed;  ///< told apart by the view itself, cannot be taken away
};
/// What it gets: no two clash in overlapping contexts. Fixed keys come first, then those of the map, then defaults, each in
/// order of the wishes; a key that is taken is left out.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QMap<QString, QList<QKeySequence>> assignKeys(const std::vector<KeyWish> &wishes, const Keymap &map);

/// A key of the map that cannot be had.
struct KeyConflict {
    QString id;     ///< asks for it
    QKeySequence key;
    QString other;  ///< has it
    bool operator==(const KeyConflict &) const = default;
};
/// Clashes among what the map says itself, and with fixed keys; defaults give way and are none.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::vector<KeyConflict> conflictsOf(const std::vector<KeyWish> &wishes, const Keymap &map);

}  // namespace plumbline::actions
