// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariantMap>

namespace plumbline::workstation {

/// Where a person was: kept while they work, not only at the end, so that a kill loses nothing of it. A value.
struct Session {
    QString project;  ///< folder; empty = the start page
    QString item;     ///< id
    QMap<QString, QVariantMap> views;  ///< view id → zoom, position, tool
    QString search;                    ///< of the queue
    int state = -1;                    ///< that the queue is filtered by; -1 = all
    QString labelClass;                ///< id of the current class
    QByteArray geometry;               ///< of the window
    QByteArray docks;
    bool operator==(const Session &) const = default;

    /// window.json in the folder, $XDG_STATE_HOME/plumbline/session when none is named; an empty session when there is none or it is
    /// broken.
    [[nodiscard]] static Session load(const QString &folder = {});
    void save(const QString &folder = {}) const;
};

}  // namespace plumbline::workstation
