// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelme/labelmefiles.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>

namespace plumbline::labelme {

namespace {

constexpr qint64 probedBytes = 64 * 1024;
constexpr int probedFiles = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelme", text);
}

QStringList jsonBelow(const QString &folder, int atMost)
{
    QStringList files;
    QDirIterator it(folder, {QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext() && (atMost < 0 || files.size() < atMost))
        files.append(QDir::cleanPath(it.next()));
    files.sort();
    return files;
}

extension::ProbeResult probeFile(const QString &path)
{
    using extension::ProbeResult;
    QFile file(path);
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(probedBytes);
    if (extension::jsonOpening(head) != '{')
        return {};
    QHash<QByteArray, QByteArrayView> members;
    extension::visitJsonParts(head, [&](const extension::JsonPart &part) {
        members.insert(part.key, part.text);
        return true;
    });
    const QByteArrayView shapes = members.value("shapes");
    if (!shapes.startsWith('['))
        return {};
    const bool labeled = shapes.contains("\"label\"") && shapes.contains("\"points\"");
    const bool empty = shapes.sliced(1).trimmed().startsWith(']');
    const bool known = members.contains("imagePath") || members.contains("imageData") || members.contains("imageHeight")
                       || (members.contains("version") && members.contains("flags"));
    if (known && (labeled || empty))
        return {ProbeResult::Certain, tr("has “shapes” and the facts of one picture")};
    if (known || labeled)
        return {ProbeResult::Medium, tr("has a list “shapes”")};
    return {};
}

}  // namespace

Layout explore(const extension::ImportRequest &request)
{
    Layout layout;
    const QFileInfo given(request.path);
    if (given.isDir()) {
        layout.root = given.canonicalFilePath();
        layout.files = jsonBelow(layout.root, -1);
    } else {
        layout.root = QFileInfo(given.canonicalFilePath()).absolutePath();
        layout.files = {given.canonicalFilePath()};
    }
    if (!request.mediaPath.isEmpty())
        layout.pictureFolders.append(request.mediaPath);
    layout.pictureFolders << layout.root << layout.root + QStringLiteral("/images");
    return layout;
}

extension::ProbeResult probe(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return probeFile(path);
    extension::ProbeResult best;
    for (const QString &file : jsonBelow(path, probedFiles)) {
        extension::ProbeResult found = probeFile(file);
        if (found.confidence > best.confidence) {
            found.reason = QDir(path).relativeFilePath(file) + QLatin1String(": ") + found.reason;
            best = std::move(found);
        }
    }
    return best;
}

std::optional<QString> resolvedImagePath(const QString &imagePath, const QString &folder)
{
    QString path = imagePath;
    path.replace(QLatin1Char('\\'), QLatin1Char('/'));
    if (path.isEmpty() || path.startsWith(QLatin1Char('/')) || path.contains(QLatin1Char(':')))
        return std::nullopt;
    const auto safe = base::safeRelativePath(QDir::cleanPath(folder + path));
    return safe ? std::optional(*safe) : std::nullopt;
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(QLatin1Char('/')) + 1);
}

}  // namespace plumbline::labelme
