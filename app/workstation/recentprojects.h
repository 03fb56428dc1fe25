// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QImage>
#include <QObject>
#include <QString>

#include <vector>

namespace plumbline::workstation {

/// Projects that were open on this machine, favourites first, then latest first: $XDG_STATE_HOME/plumbline/recent/projects.json. Main thread only.
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
        bool favourite = false;
        bool operator==(const Entry &) const = default;
    };

    explicit RecentProjects(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// What was known of the same folder is replaced; a favourite stays one.
    void remember(Entry entry);
    void setFavourite(const QString &folder, bool favourite);
    /// A small picture of the project, kept beside the list; null when there is none.
    [[nodiscard]] static QImage thumbnail(const QString &folder);
    static void keepThumbnail(const QString &folder, const QImage &picture);
    static constexpr QSize thumbnailSize{144, 96};  ///< at most
    void remove(const QString &folder);

signals:
    void changed();

private:
    static constexpr std::size_t most = 20;
    void sort();
    void save() const;

    std::vector<Entry> m_entries;
};

}  // namespace plumbline::workstation
