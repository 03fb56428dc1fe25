// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/datafolder.h"

#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace plumbline::pointcloud {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

}  // namespace

DataFolder::DataFolder(const QString &folder, const QString &reach)
    : m_path(QDir(folder).absolutePath()), m_reach(QDir(reach).absolutePath())
{
    m_guard.allow(m_reach);
}

QString DataFolder::absolute(const QString &relative) const
{
    return relative.isEmpty() ? m_path : m_path + QLatin1Char('/') + relative;
}

const DataFolder::Listing &DataFolder::listing(const QString &folder)
{
    if (const auto known = m_listed.constFind(folder); known != m_listed.constEnd())
        return *known;
    Listing found;
    const QString path = absolute(folder);
    if (QFileInfo(path).isDir() && m_guard.reaches(path)) {
        const QFileInfoList entries = QDir(path).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries) {
            if (!m_guard.follows(entry.filePath()))
                continue;
            (entry.isDir() ? found.folders : found.files).append(entry.fileName());
        }
        std::sort(found.files.begin(), found.files.end());
        std::sort(found.folders.begin(), found.folders.end());
        found.known = {found.files.cbegin(), found.files.cend()};
    }
    return *m_listed.insert(folder, std::move(found));
}

QString DataFolder::file(const QString &untrusted)
{
    const auto safe = base::safeRelativePath(untrusted);
    if (!safe)
        return {};
    const qsizetype slash = safe->lastIndexOf(QLatin1Char('/'));
    return listing(safe->left(std::max<qsizetype>(slash, 0))).known.contains(safe->mid(slash + 1)) ? *safe : QString();
}

bool DataFolder::hasFolder(const QString &relative)
{
    const QString path = absolute(relative);
    return QFileInfo(path).isDir() && m_guard.reaches(path);
}

QStringList DataFolder::files(const QString &folder, const QStringList &endings)
{
    const QStringList &all = listing(folder).files;
    if (endings.isEmpty())
        return all;
    QStringList chosen;
    for (const QString &name : all)
        if (std::any_of(endings.begin(), endings.end(),
                        [&](const QString &ending) { return name.endsWith(ending, Qt::CaseInsensitive); }))
            chosen.append(name);
    return chosen;
}

QStringList DataFolder::folders(const QString &folder)
{
    return listing(folder).folders;
}

Result<QByteArray> DataFolder::text(const QString &relative, qint64 most)
{
    const QString found = file(relative);
    if (found.isEmpty())
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(absolute(relative)));
    return base::readTextFile(absolute(found), most);
}

std::optional<Issue> DataFolder::refusedLinks() const
{
    const auto refused = m_guard.refusedLinks();
    if (!refused)
        return std::nullopt;
    return Issue{
        IssueSeverity::Warning,
        refused->file,
        {},
        tr("Links that lead out of %1 are not followed; this is the first. Add the folder that holds both.").arg(m_reach)};
}

QString stemOf(const QString &fileName)
{
    const QString name = fileName.mid(fileName.lastIndexOf(QLatin1Char('/')) + 1);
    const QString nuScenes = QStringLiteral(".pcd.bin");
    if (name.endsWith(nuScenes, Qt::CaseInsensitive))
        return name.chopped(nuScenes.size());
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    return dot > 0 ? name.left(dot) : name;
}

}  // namespace plumbline::pointcloud
