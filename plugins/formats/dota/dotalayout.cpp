// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/dota/dotalayout.h"

#include "core/extension/linkguard.h"
#include "plugins/formats/dota/dotarow.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace plumbline::dota {

namespace {

constexpr int mostSplits = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::dota", text);
}

QStringList textsBelow(const QString &folder, int atMost)
{
    QStringList files;
    QDirIterator it(folder, {QStringLiteral("*.txt")}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext() && (atMost < 0 || files.size() < atMost))
        files.append(QDir(folder).relativeFilePath(it.next()));
    files.sort();
    return files;
}

// labelTxt below a folder, or below the folders of its splits.
QStringList labelFoldersIn(const QString &root)
{
    for (const QString &name : labelFolderNames()) {
        QStringList found;
        if (QFileInfo(root + QLatin1Char('/') + name).isDir())
            found.append(name);
        for (const QString &split :
             QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name).mid(0, mostSplits))
            if (QFileInfo(root + QLatin1Char('/') + split + QLatin1Char('/') + name).isDir())
                found.append(split + QLatin1Char('/') + name);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

extension::ProbeResult probeFile(const QString &path)
{
    using extension::ProbeResult;
    QFile file(path);
    if (!path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return {};
    bool header = false;
    for (int line = 0; line < 6; ++line) {
        const QByteArray text = file.readLine(4096).trimmed();
        if (text.startsWith("imagesource:") || text.startsWith("gsd:")) {
            header = true;
        } else if (!text.isEmpty()) {
            const auto row = rowFrom(text);
            bool number = false;
            if (row)
                static_cast<void>(row->className.toDouble(&number));
            // Rows of polygons in YOLO are numbers throughout.
            if (!row || number)
                return {};
            return {ProbeResult::Certain,
                    header ? tr("a header of DOTA and corners with a class") : tr("four corners, a class and a difficulty")};
        }
    }
    return {header ? ProbeResult::Certain : ProbeResult::None, header ? tr("a header of DOTA") : QString()};
}

}  // namespace

const QStringList &labelFolderNames()
{
    static const QStringList names{QStringLiteral("labelTxt"), QStringLiteral("labelTxt-v1.0"), QStringLiteral("labelTxt-v1.5"),
                                   QStringLiteral("labelTxt-v2.0")};
    return names;
}

Result<Layout> explore(const extension::ImportRequest &request)
{
    const QFileInfo given(request.path);
    if (!given.exists())
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    Layout layout;
    const QString folder = given.isDir() ? given.canonicalFilePath() : QFileInfo(given.canonicalFilePath()).absolutePath();
    layout.root = labelFolderNames().contains(QFileInfo(folder).fileName()) ? QFileInfo(folder).absolutePath() : folder;
    if (!given.isDir() || layout.root != folder)
        layout.labelFolders = {QDir(layout.root).relativeFilePath(folder)};
    else
        layout.labelFolders = labelFoldersIn(folder);
    if (layout.labelFolders.isEmpty())
        layout.labelFolders = {QStringLiteral(".")};
    if (!request.mediaPath.isEmpty())
        layout.pictureFolders.append(request.mediaPath);
    extension::LinkGuard guard(request);
    for (const QString &labels : layout.labelFolders) {
        const QString path = QDir::cleanPath(layout.root + QLatin1Char('/') + labels);
        if (!guard.follows(path) || !guard.reaches(path))
            continue;
        const QString split = labels.contains(QLatin1Char('/')) ? labels.section(QLatin1Char('/'), 0, 0) : QString();
        const QString base = split.isEmpty() ? layout.root : layout.root + QLatin1Char('/') + split;
        layout.pictureFolders << base + QStringLiteral("/images") << base << path;
        const QStringList names = given.isDir() ? textsBelow(path, -1) : QStringList{given.fileName()};
        for (const QString &name : names)
            layout.files.push_back({path + QLatin1Char('/') + name, name.chopped(4), split});
    }
    layout.refusedLinks = guard.refusedLinks();
    layout.pictureFolders << layout.root + QStringLiteral("/images");
    if (layout.files.empty())
        return fail(ErrorCode::NotFound, tr("%1 has no text files.").arg(request.path));
    return layout;
}

extension::ProbeResult probe(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return probeFile(path);
    QStringList folders = labelFoldersIn(path);
    if (folders.isEmpty())
        folders = {QStringLiteral(".")};
    for (const QString &folder : folders.mid(0, 5))
        for (const QString &name : textsBelow(path + QLatin1Char('/') + folder, 5)) {
            extension::ProbeResult found = probeFile(path + QLatin1Char('/') + folder + QLatin1Char('/') + name);
            if (found.confidence != extension::ProbeResult::None) {
                found.reason = name + QLatin1String(": ") + found.reason;
                return found;
            }
        }
    return {};
}

}  // namespace plumbline::dota
