// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro/datumarofiles.h"

#include "core/extension/jsonparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

namespace plumbline::datumaro {

namespace {

constexpr qint64 probedBytes = 64 * 1024;
constexpr qsizetype probedFiles = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::datumaro", text);
}

const QString annotationsFolder = QStringLiteral("annotations");

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
    // Point clouds have a format of their own.
    const QByteArrayView content = members.value("items");
    if (members.value("media_type") == "6" || (content.contains("\"point_cloud\"") && !content.contains("\"image\"")))
        return {};
    const bool items = members.value("items").startsWith('[');
    const bool categories = members.value("categories").startsWith('{');
    if (members.contains("dm_format_version"))
        return {ProbeResult::Certain, tr("names its Datumaro version")};
    // A long list of classes may fill the whole beginning.
    const bool named = members.contains("info") || members.contains("infos");
    if (categories && (items || named))
        return {ProbeResult::Certain, tr("has categories and items as Datumaro writes them")};
    if (items && members.value("items").contains("\"annotations\""))
        return {ProbeResult::Medium, tr("has items with annotations")};
    return {};
}

QStringList jsonIn(const QString &folder)
{
    QStringList files;
    for (const QFileInfo &info :
         QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks, QDir::Name))
        files.append(info.absoluteFilePath());
    return files;
}

QStringList candidates(const QString &folder)
{
    const QStringList files = jsonIn(folder + QLatin1Char('/') + annotationsFolder);
    return files.isEmpty() ? jsonIn(folder) : files;
}

}  // namespace

Layout explore(const extension::ImportRequest &request)
{
    Layout layout;
    const QFileInfo given(request.path);
    if (given.isDir()) {
        layout.root = given.canonicalFilePath();
        for (const QString &file : candidates(layout.root))
            if (probeFile(file).confidence >= extension::ProbeResult::Medium)
                layout.files.append(file);
    } else {
        layout.root = QFileInfo(given.canonicalFilePath()).absolutePath();
        layout.files = {given.canonicalFilePath()};
    }
    if (QFileInfo(layout.root).fileName() == annotationsFolder)
        layout.root = QFileInfo(layout.root).absolutePath();
    if (!request.mediaPath.isEmpty())
        layout.pictureFolders.append(request.mediaPath);
    layout.pictureFolders << layout.root + QStringLiteral("/images") << layout.root;
    return layout;
}

extension::ProbeResult probe(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return probeFile(path);
    extension::ProbeResult best;
    for (const QString &file : candidates(path).mid(0, probedFiles)) {
        extension::ProbeResult found = probeFile(file);
        if (found.confidence > best.confidence) {
            found.reason = QDir(path).relativeFilePath(file) + QLatin1String(": ") + found.reason;
            best = std::move(found);
        }
    }
    return best;
}

QString pathInSubset(const QString &name, const QString &subset)
{
    const QString folder = subset + QLatin1Char('/');
    return name.startsWith(folder) && name.size() > folder.size() ? name.mid(folder.size()) : name;
}

}  // namespace plumbline::datumaro
