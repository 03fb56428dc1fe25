// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/linkguard.h"

#include "core/extension/annotationformat.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline::extension {

namespace {

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(QLatin1Char('/')));
}

}  // namespace

LinkGuard::LinkGuard(const ImportRequest &request) : m_trusted(request.trustedFolders)
{
    const QFileInfo given(request.path);
    allow(given.isDir() ? given.absoluteFilePath() : given.absolutePath());
    if (!request.mediaPath.isEmpty())
        allow(request.mediaPath);
}

void LinkGuard::allow(const QString &folder)
{
    if (const QString canonical = QFileInfo(folder).canonicalFilePath(); !canonical.isEmpty())
        m_folders.insert(canonical);
}

bool LinkGuard::follows(const QString &path)
{
    return !QFileInfo(path).isSymLink() || reaches(path);
}

bool LinkGuard::reaches(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return !canonical.isEmpty() && allows(path, canonical);
}

bool LinkGuard::allows(const QString &path, const QString &canonical)
{
    for (QString folder = canonical; !folder.isEmpty(); folder = folderOf(folder))
        if (m_folders.contains(folder))
            return true;
    const QStringList unresolved = std::exchange(m_trusted, {});
    for (const QString &folder : unresolved)
        if (const QString resolved = QFileInfo(folder).canonicalFilePath(); !resolved.isEmpty())
            m_trustedFolders.insert(resolved);
    if (m_trustedFolders.contains(folderOf(canonical)))
        return true;
    if (m_refused.isEmpty()) {
        m_firstLink = path;
        m_firstTarget = canonical;
    }
    m_refused.insert(path);
    return false;
}

std::optional<Issue> LinkGuard::refusedLinks() const
{
    if (m_refused.isEmpty())
        return std::nullopt;
    const QString folder = QFileInfo(m_firstTarget).isDir() ? m_firstTarget : folderOf(m_firstTarget);
    return Issue{
        IssueSeverity::Warning,
        m_firstLink,
        {},
        QCoreApplication::translate("plumbline::extension",
                                    "Links that lead out of the data set are not followed; %1 do, this one to %2. To allow "
                                    "it, name the folder of the pictures: --media %3.")
            .arg(m_refused.size())
            .arg(m_firstTarget, folder)};
}

}  // namespace plumbline::extension
