// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <vector>

namespace plumbline::workstation {

/// Projects that were open on this machine, latest first: $XDG_STATE_HOME/plumbline/recent/projects.json. Main thread only.
class RecentProjects final : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        QString folder;
        QString name;
        qint64 items = 0;
        qint64 finished = 0;
        QDateTime opened;
        bool operator==(const Entry &) const = default;
    };

    explicit RecentProjects(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// Puts it first; what was known of the same folder is replaced.
    void remember(Entry entry);
    void remove(const QString &folder);

signals:
    void changed();

private:
    static constexpr std::size_t most = 20;
    void save() const;

    std::vector<Entry> m_entries;
};

}  // namespace plumbline::workstation
