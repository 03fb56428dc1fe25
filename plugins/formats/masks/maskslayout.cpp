// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/masks/maskslayout.h"

#include "core/base/atomicfile.h"
#include "core/extension/linkguard.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace plumbline::masks {

namespace {

constexpr int mostSets = 16;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::masks", text);
}

const QString classMasks = QStringLiteral("SegmentationClass");
const QString instanceMasks = QStringLiteral("SegmentationObject");
const QString plainMasks = QStringLiteral("masks");

bool hasFolder(const QString &root, const QString &name)
{
    return QFileInfo(root + QLatin1Char('/') + name).isDir();
}

bool hasFile(const QString &root, const QString &name)
{
    return QFileInfo(root + QLatin1Char('/') + name).isFile();
}

QStringList pngBelow(const QString &folder, int atMost)
{
    QStringList files;
    QDirIterator it(folder, {QStringLiteral("*.png")}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext() && (atMost < 0 || files.size() < atMost))
        files.append(QDir(folder).relativeFilePath(it.next()).chopped(4));
    files.sort();
    return files;
}

QStringList existing(extension::LinkGuard &guard, const QStringList &folders, std::initializer_list<const char *> names)
{
    QStringList found;
    for (const QString &folder : folders)
        for (const char *name : names)
            if (const QString path = folder + QLatin1Char('/') + QLatin1String(name);
                hasFile(folder, QLatin1String(name)) && !found.contains(path) && guard.follows(path))
                found.append(path);
    return found;
}

void readSets(Layout &layout)
{
    const QDir folder(layout.root + QStringLiteral("/ImageSets/Segmentation"));
    for (const QString &name :
         folder.entryList({QStringLiteral("*.txt")}, QDir::Files | QDir::NoSymLinks, QDir::Name).mid(0, mostSets)) {
        const auto text = base::readTextFile(folder.filePath(name), 64 << 20);
        if (!text)
            continue;
        for (const QByteArray &line : text->split('\n')) {
            const QString stem = QString::fromUtf8(line.trimmed());
            if (stem.isEmpty())
                continue;
            QStringList &sets = layout.setsByStem[stem];
            if (sets.isEmpty())
                layout.stemsInSets.append(stem);
            if (!sets.contains(name.chopped(4)))
                sets.append(name.chopped(4));
        }
    }
}

}  // namespace

Result<Layout> explore(const extension::ImportRequest &request)
{
    const QFileInfo given(request.path);
    if (!given.exists())
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    Layout layout;
    extension::LinkGuard guard(request);
    QString folder = given.isDir() ? given.canonicalFilePath() : QFileInfo(given.canonicalFilePath()).absolutePath();
    const QString name = QFileInfo(folder).fileName();
    layout.root = name == classMasks || name == instanceMasks || name == plainMasks ? QFileInfo(folder).absolutePath() : folder;
    for (const QString &candidate : {classMasks, plainMasks})
        if (layout.classFolder.isEmpty() && hasFolder(layout.root, candidate))
            layout.classFolder = layout.root + QLatin1Char('/') + candidate;
    if (layout.classFolder.isEmpty())
        layout.classFolder = folder;
    if (hasFolder(layout.root, instanceMasks) && layout.classFolder.endsWith(classMasks))
        layout.instanceFolder = layout.root + QLatin1Char('/') + instanceMasks;
    const bool one = !given.isDir() && given.fileName().endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
    if (one && layout.classFolder != folder) {
        layout.classFolder = folder;
        layout.instanceFolder.clear();
    }
    if (!guard.follows(layout.classFolder))
        return fail(ErrorCode::NotFound, tr("%1 is a link that leads out of the data set.").arg(layout.classFolder));
    if (!layout.instanceFolder.isEmpty() && !guard.follows(layout.instanceFolder))
        layout.instanceFolder.clear();
    if (one)
        layout.files = {QDir(layout.classFolder).relativeFilePath(given.canonicalFilePath()).chopped(4)};
    else
        layout.files = pngBelow(layout.classFolder, -1);
    if (layout.files.isEmpty())
        return fail(ErrorCode::NotFound, tr("%1 has no PNG files.").arg(layout.classFolder));
    if (!request.mediaPath.isEmpty())
        layout.pictureFolders.append(request.mediaPath);
    layout.pictureFolders << layout.root + QStringLiteral("/JPEGImages") << layout.root + QStringLiteral("/images");
    if (layout.classFolder != layout.root)
        layout.pictureFolders << layout.root;
    const QStringList places{layout.root, layout.classFolder};
    layout.nameFiles = existing(guard, places, {"class_names.txt", "classes.txt", "labels.txt"});
    layout.colourFiles = existing(guard, places, {"labelmap.txt", "label_colors.txt"});
    if (!one && guard.follows(layout.root + QStringLiteral("/ImageSets"))
        && guard.follows(layout.root + QStringLiteral("/ImageSets/Segmentation")))
        readSets(layout);
    layout.refusedLinks = guard.refusedLinks();
    return layout;
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    if (!QFileInfo(path).isDir())
        return {};
    if (hasFolder(path, classMasks) && !pngBelow(path + QLatin1Char('/') + classMasks, 1).isEmpty()) {
        // A data set of Pascal VOC has boxes, too, and this format would not read them.
        if (hasFolder(path, QStringLiteral("Annotations")))
            return {ProbeResult::Low, tr("SegmentationClass/ with PNG files, beside Annotations/")};
        return {ProbeResult::Certain, tr("SegmentationClass/ with PNG files")};
    }
    const bool listed = hasFile(path, QStringLiteral("labelmap.txt")) || hasFile(path, QStringLiteral("class_names.txt"))
                        || hasFile(path, QStringLiteral("label_colors.txt"));
    if (hasFolder(path, plainMasks) && !pngBelow(path + QLatin1Char('/') + plainMasks, 1).isEmpty())
        return {listed ? ProbeResult::Medium : ProbeResult::Low, tr("masks/ with PNG files")};
    if (QFileInfo(path).fileName() == classMasks && !pngBelow(path, 1).isEmpty())
        return {ProbeResult::Medium, tr("SegmentationClass/ with PNG files")};
    return {};
}

}  // namespace plumbline::masks
