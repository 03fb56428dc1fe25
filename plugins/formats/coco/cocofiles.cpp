// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocofiles.h"

#include "plugins/formats/coco/rootindex.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace plumbline::coco {

namespace {

constexpr qint64 probedBytes = 64 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

extension::ProbeResult probeRoot(QByteArrayView head)
{
    using extension::ProbeResult;
    const RootIndex index = indexRoot(head);
    if (index.isArray) {
        const bool results = head.contains("\"image_id\"") && head.contains("\"category_id\"")
                             && (head.contains("\"score\"") || head.contains("\"bbox\"") || head.contains("\"segmentation\""));
        return results ? ProbeResult{ProbeResult::Medium, tr("a list of results with image_id and category_id")} : ProbeResult{};
    }
    const auto find = [&](QByteArrayView key) {
        return std::find_if(index.members.begin(), index.members.end(), [&](const RootMember &m) { return m.key == key; });
    };
    const auto has = [&](QByteArrayView key) { return find(key) != index.members.end(); };
    const auto holds = [&](QByteArrayView member, QByteArrayView text) {
        const auto it = find(member);
        return it != index.members.end() && head[it->begin] == '[' && head.sliced(it->begin, it->end - it->begin).contains(text);
    };
    if (head.contains("\"segments_info\""))
        return {ProbeResult::Low, tr("COCO panoptic labels; as instances only their pictures and classes can be read")};
    const bool images = holds("images", "\"file_name\"");
    const bool annotations = holds("annotations", "\"image_id\"")
                             && (holds("annotations", "\"bbox\"") || holds("annotations", "\"segmentation\"")
                                 || holds("annotations", "\"keypoints\""));
    const bool categories = holds("categories", "\"name\"");
    if ((images && (has("annotations") || has("categories") || has("info") || has("licenses"))) || annotations)
        return {ProbeResult::Certain, tr("has the lists images, annotations and categories of COCO")};
    if (images || (categories && (has("images") || has("annotations"))))
        return {ProbeResult::Medium, tr("starts like COCO")};
    if (has("images") && has("annotations"))
        return {ProbeResult::Medium, tr("has lists named images and annotations")};
    if (has("info") && has("licenses"))
        return {ProbeResult::Low, tr("starts with info and licenses, as COCO does")};
    return {};
}

QByteArray headOf(const QString &path)
{
    QFile file(path);
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(probedBytes);
    return head.startsWith("\xEF\xBB\xBF") ? head.sliced(3) : head;
}

// The list of pictures may be longer than what is looked at; then the name has to do.
bool isPanopticName(const QString &path)
{
    return QFileInfo(path).fileName().startsWith(QLatin1String("panoptic"));
}

extension::ProbeResult probeFile(const QString &path)
{
    using extension::ProbeResult;
    const QByteArray head = headOf(path);
    const ProbeResult found = head.trimmed().isEmpty() ? ProbeResult{} : probeRoot(head);
    const bool panoptic = found.confidence > ProbeResult::Low && isPanopticName(path) && !head.contains("\"bbox\"");
    return panoptic ? ProbeResult{ProbeResult::Low, tr("named like COCO panoptic labels")} : found;
}

extension::ProbeResult probePanopticFile(const QString &path)
{
    using extension::ProbeResult;
    const QByteArray head = headOf(path);
    if (head.contains("\"segments_info\"") && head.trimmed().startsWith('{'))
        return {ProbeResult::Certain, tr("has segments_info, as COCO panoptic has")};
    if (isPanopticName(path) && !head.trimmed().isEmpty() && !head.contains("\"bbox\"")
        && probeRoot(head).confidence > ProbeResult::Low)
        return {ProbeResult::Certain, tr("has the lists of COCO and is named panoptic")};
    return {};
}

QStringList jsonFiles(const QDir &folder)
{
    QStringList files;
    for (const QFileInfo &info : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name))
        files.append(info.absoluteFilePath());
    return files;
}

QStringList candidates(const QDir &folder)
{
    QStringList files;
    const QString labels = folder.filePath(QStringLiteral("labels.json"));
    if (QFileInfo(labels).isFile())
        return {labels};
    files = jsonFiles(QDir(folder.filePath(QStringLiteral("annotations"))));
    if (files.isEmpty())
        files = jsonFiles(folder);
    if (files.isEmpty())
        for (const QString &split : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            const QString file = folder.filePath(split + QStringLiteral("/_annotations.coco.json"));
            if (QFileInfo(file).isFile())
                files.append(file);
        }
    return files;
}

}  // namespace

QStringList annotationFiles(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    for (const QString &file : candidates(QDir(path)))
        if (probeFile(file).confidence >= extension::ProbeResult::Medium)
            files.append(file);
    const auto isInstances = [](const QString &file) {
        return QFileInfo(file).fileName().startsWith(QLatin1String("instances"));
    };
    if (std::any_of(files.begin(), files.end(), isInstances))
        files.removeIf([&](const QString &file) { return !isInstances(file); });
    return files;
}

QStringList panopticFiles(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    for (const QString &file : jsonFiles(QDir(path + QStringLiteral("/annotations"))) + jsonFiles(QDir(path)))
        if (probePanopticFile(file).confidence > extension::ProbeResult::None)
            files.append(file);
    return files;
}

extension::ProbeResult probePanoptic(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return probePanopticFile(path);
    for (const QString &file : (jsonFiles(QDir(path + QStringLiteral("/annotations"))) + jsonFiles(QDir(path))).mid(0, 8)) {
        extension::ProbeResult found = probePanopticFile(file);
        if (found.confidence == extension::ProbeResult::None)
            continue;
        found.reason = tr("%1 %2").arg(QDir(path).relativeFilePath(file), found.reason);
        return found;
    }
    return {};
}

extension::ProbeResult probe(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return probeFile(path);
    extension::ProbeResult best;
    for (const QString &file : candidates(QDir(path)).mid(0, 8)) {
        extension::ProbeResult found = probeFile(file);
        if (found.confidence > best.confidence) {
            found.reason = tr("%1 %2").arg(QDir(path).relativeFilePath(file), found.reason);
            best = std::move(found);
        }
    }
    return best;
}

}  // namespace plumbline::coco
