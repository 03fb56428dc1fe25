// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/extension/linkguard.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace plumbline::pointcloud {

/// A folder of a data set that nobody vouches for. Only ordinary files in it are seen; links are followed where they stay within
/// `reach`. Names are relative, with forward slashes. Remembers what it has listed. One thread at a time.
class DataFolder
{
public:
    /// `reach` is the folder that a person named; `folder` is the same or lies below it.
    DataFolder(const QString &folder, const QString &reach);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QString &reach() const { return m_reach; }
    [[nodiscard]] QString absolute(const QString &relative) const;
    /// The cleaned name when such a file is here; empty otherwise, also for names that lead out of the folder.
    [[nodiscard]] QString file(const QString &untrusted);
    [[nodiscard]] bool hasFolder(const QString &relative);
    /// Names of files directly in a folder ("" = this one) with one of these endings (".bin"; any when empty), sorted.
    [[nodiscard]] QStringList files(const QString &folder, const QStringList &endings = {});
    /// Names of the folders directly in one, sorted; hidden ones are passed over.
    [[nodiscard]] QStringList folders(const QString &folder);
    /// NotFound when there is no such file, TooLarge above `most` bytes.
    [[nodiscard]] Result<QByteArray> text(const QString &relative, qint64 most = qint64(16) << 20);
    /// What to tell about links that lead out; nothing when there were none.
    [[nodiscard]] std::optional<Issue> refusedLinks() const;

private:
    struct Listing {
        QStringList files;
        QStringList folders;
        QSet<QString> known;
    };
    const Listing &listing(const QString &folder);

    QString m_path;
    QString m_reach;
    extension::LinkGuard m_guard;
    QHash<QString, Listing> m_listed;
};

/// "000012" of "velodyne/000012.bin", "a.b" of "a.b.pcd"; of nuScenes' "x.pcd.bin" it is "x".
[[nodiscard]] QString stemOf(const QString &fileName);

}  // namespace plumbline::pointcloud
