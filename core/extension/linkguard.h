// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/issue.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace plumbline::extension {

struct ImportRequest;

/// Decides which symbolic links of a data set a reader may follow. A data set comes from anywhere, so a link in it could name
/// any file of the user; it is followed only into the data set itself, into the folder that the user named for the pictures
/// (`--media`), and to files that lie directly in a folder the project has pictures from. One thread at a time.
class PLUMBLINE_CORE_EXPORT LinkGuard
{
public:
    /// Nothing is allowed yet.
    LinkGuard() = default;
    /// Allows the folder of the data set, request.mediaPath and request.trustedFolders.
    explicit LinkGuard(const ImportRequest &request);

    /// Allows a folder with everything below it.
    void allow(const QString &folder);
    /// True when the path is no link, or one that may be followed. A refused link is remembered; one that leads nowhere is
    /// refused in silence.
    [[nodiscard]] bool follows(const QString &path);
    /// Whether the file or folder lies, with the links on the way to it resolved, in an allowed place. Slower than follows().
    [[nodiscard]] bool reaches(const QString &path);

    /// What to tell about the links that were refused; nothing when there were none.
    [[nodiscard]] std::optional<Issue> refusedLinks() const;

private:
    [[nodiscard]] bool allows(const QString &path, const QString &canonical);

    QSet<QString> m_folders;  // canonical, with everything below
    QStringList m_trusted;  // as given, until the first link asks for them
    QSet<QString> m_trustedFolders;  // canonical, without what is below
    QString m_firstLink;
    QString m_firstTarget;
    QSet<QString> m_refused;
};

}  // namespace plumbline::extension
