// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/voc/voclayout.h"

#include "core/base/atomicfile.h"
#include "plugins/formats/voc/vocxml.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace plumbline::voc {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::voc", text);
}

const QString annotationsFolder = QStringLiteral("Annotations");

void readSets(const QString &folder, QHash<QString, QStringList> &setsByStem, QStringList *order)
{
    for (const QString &set : setNames()) {
        const auto text = base::readTextFile(folder + QLatin1Char('/') + set + QStringLiteral(".txt"), 64 << 20);
        if (!text)
            continue;
        for (const QByteArray &line : text->split('\n')) {
            const QString stem = QString::fromUtf8(line.simplified().split(' ').first());
            if (stem.isEmpty())
                continue;
            QStringList &sets = setsByStem[stem];
            if (sets.isEmpty() && order)
                order->append(stem);
            if (!sets.contains(set))
                sets.append(set);
        }
    }
}

// Stems of the pictures of classes, with folders, as XML files have them.
QStringList maskStems(const QString &root)
{
    QStringList stems;
    const QDir folder(root + QStringLiteral("/SegmentationClass"));
    QDirIterator it(folder.path(), {QStringLiteral("*.png")}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext())
        stems.append(folder.relativeFilePath(it.next()).chopped(4));
    stems.sort();
    return stems;
}

QStringList xmlBelow(const QString &folder, int atMost)
{
    QStringList files;
    QDirIterator it(folder, {QStringLiteral("*.xml")}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext() && (atMost < 0 || files.size() < atMost))
        files.append(QDir::cleanPath(it.next()));
    files.sort();
    return files;
}

extension::ProbeResult probeFile(const QString &path)
{
    using extension::ProbeResult;
    QFile file(path);
    if (!path.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return {};
    const Element root = parseXml(file.read(64 * 1024)).root;
    if (root.name != QLatin1String("annotation"))
        return {};
    const Element *object = root.child(u"object");
    // LabelMe's XML has the same root.
    if (root.child(u"imagesize") || (object && !object->child(u"bndbox") && object->child(u"polygon")))
        return {};
    if (object && object->child(u"bndbox"))
        return {ProbeResult::Certain, tr("<annotation> with <object> and <bndbox>")};
    if (root.child(u"filename") && root.child(u"size"))
        return {ProbeResult::Certain, tr("<annotation> with <filename> and <size>")};
    return {ProbeResult::Low, tr("the root element is <annotation>")};
}

}  // namespace

const QStringList &setNames()
{
    static const QStringList names{QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("trainval"),
                                   QStringLiteral("test")};
    return names;
}

Layout explore(const extension::ImportRequest &request)
{
    Layout layout;
    const QFileInfo given(request.path);
    if (given.isDir()) {
        layout.root = given.canonicalFilePath();
        if (QFileInfo(layout.root).fileName() == annotationsFolder)
            layout.root = QFileInfo(layout.root).absolutePath();
        layout.annotations = layout.root + QLatin1Char('/') + annotationsFolder;
        if (!QFileInfo(layout.annotations).isDir())
            layout.annotations = layout.root;
        layout.files = xmlBelow(layout.annotations, -1);
    } else {
        layout.annotations = QFileInfo(given.canonicalFilePath()).absolutePath();
        layout.root = QFileInfo(layout.annotations).fileName() == annotationsFolder ? QFileInfo(layout.annotations).absolutePath()
                                                                                    : layout.annotations;
        layout.files = {given.canonicalFilePath()};
    }
    if (!request.mediaPath.isEmpty())
        layout.pictureFolders.append(request.mediaPath);
    layout.pictureFolders << layout.root + QStringLiteral("/JPEGImages") << layout.annotations
                          << layout.root + QStringLiteral("/images") << layout.root;
    if (!given.isDir())
        return layout;
    readSets(layout.root + QStringLiteral("/ImageSets/Main"), layout.setsByStem, &layout.stemsInSets);
    readSets(layout.root + QStringLiteral("/ImageSets/Segmentation"), layout.maskSetsByStem, nullptr);
    const auto masks = request.options.find(QStringLiteral("masks"));
    if (masks == request.options.end() || masks->second != QLatin1String("none"))
        layout.maskStems = maskStems(layout.root);
    return layout;
}

extension::ProbeResult probe(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return probeFile(path);
    const QString annotations = path + QLatin1Char('/') + annotationsFolder;
    extension::ProbeResult best;
    for (const QString &file : xmlBelow(QFileInfo(annotations).isDir() ? annotations : path, 5)) {
        extension::ProbeResult found = probeFile(file);
        if (found.confidence > best.confidence) {
            found.reason = QDir(path).relativeFilePath(file) + QLatin1String(": ") + found.reason;
            best = std::move(found);
        }
    }
    const bool masks = best.confidence == extension::ProbeResult::None && QFileInfo(path + QStringLiteral("/JPEGImages")).isDir()
                       && !maskStems(path).isEmpty();
    return masks ? extension::ProbeResult{extension::ProbeResult::Medium, tr("has SegmentationClass beside JPEGImages")} : best;
}

}  // namespace plumbline::voc
