// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/labelstudiofiles.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <set>

namespace plumbline::labelstudio {

namespace {

constexpr qint64 probedBytes = 64 * 1024;
constexpr qsizetype probedFiles = 8;
constexpr qsizetype usedParts = 8;  // of an address, from its end

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelstudio", text);
}

// Keys of the first task of a file; empty when it starts with something else.
std::set<QByteArray> taskKeys(QByteArrayView head)
{
    std::set<QByteArray> keys;
    QByteArrayView task;
    if (extension::jsonOpening(head) == '{')
        task = head;
    else
        extension::visitJsonParts(head, [&](const extension::JsonPart &part) {
            task = part.text;
            return false;
        });
    if (extension::jsonOpening(task) == '{')
        extension::visitJsonParts(task, [&](const extension::JsonPart &part) {
            keys.insert(part.key);
            return true;
        });
    return keys;
}

QByteArray headOf(const QString &path)
{
    QFile file(path);
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return {};
    return file.read(probedBytes);
}

extension::ProbeResult probeFile(const QString &path)
{
    using extension::ProbeResult;
    const QByteArray head = headOf(path);
    const auto keys = taskKeys(head);
    const bool results = keys.contains("annotations") || keys.contains("predictions") || keys.contains("completions");
    // The data of a task come after its annotations, which may be longer than what is looked at.
    const bool told = head.contains("\"result\"") && (head.contains("\"from_name\"") || head.contains("\"was_cancelled\""));
    if (results && !keys.contains("data") && told)
        return {ProbeResult::Certain, tr("tasks with results of annotators")};
    if (keys.contains("data") && results)
        return {head.contains("\"result\"") || extension::jsonOpening(head) == '[' ? ProbeResult::Certain : ProbeResult::Medium,
                tr("tasks with data and annotations")};
    if (isShortExport(head))
        return {ProbeResult::Low, tr("Label Studio's JSON-MIN, which cannot be read; export as JSON instead")};
    if (keys.contains("data") && head.contains("\"image\"") && extension::jsonOpening(head) == '[')
        return {ProbeResult::Low, tr("tasks without annotations")};
    return {};
}

QStringList candidates(const QString &folder)
{
    QStringList files;
    for (const QFileInfo &info :
         QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks, QDir::Name))
        files.append(info.absoluteFilePath());
    return files;
}

}  // namespace

bool isShortExport(QByteArrayView head)
{
    if (extension::jsonOpening(head) != '[')
        return false;
    const auto keys = taskKeys(head);
    const bool whole = keys.contains("data") || keys.contains("annotations") || keys.contains("predictions");
    return !whole && (keys.contains("annotation_id") || keys.contains("annotator"))
           && (keys.contains("id") || keys.contains("lead_time") || keys.contains("created_at"));
}

Layout explore(const extension::ImportRequest &request)
{
    Layout layout;
    const QFileInfo given(request.path);
    if (given.isDir()) {
        layout.root = given.canonicalFilePath();
        for (const QString &file : candidates(layout.root))
            if (probeFile(file).confidence > extension::ProbeResult::None)
                layout.files.append(file);
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
    for (const QString &file : candidates(path).mid(0, probedFiles)) {
        extension::ProbeResult found = probeFile(file);
        if (found.confidence > best.confidence) {
            found.reason = QDir(path).relativeFilePath(file) + QLatin1String(": ") + found.reason;
            best = std::move(found);
        }
    }
    return best;
}

QStringList namesOf(const QString &address)
{
    const QUrl url(address, QUrl::TolerantMode);
    QString path = url.path(QUrl::FullyDecoded);
    QStringList names;
    if (path.endsWith(QLatin1String("/local-files/")) || path.endsWith(QLatin1String("/local-files"))) {
        path = QUrlQuery(url).queryItemValue(QStringLiteral("d"), QUrl::FullyDecoded);
        if (const auto safe = base::safeRelativePath(path))
            names.append(*safe);
    } else if (!address.contains(QLatin1String("://"))) {
        if (const auto safe = base::safeRelativePath(path))
            names.append(*safe);
    }
    const QStringList parts = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    QString name;
    for (qsizetype i = parts.size() - 1; i >= 0 && parts.size() - i <= usedParts; --i) {
        name = name.isEmpty() ? parts[i] : parts[i] + QLatin1Char('/') + name;
        if (const auto safe = base::safeRelativePath(name); safe && !names.contains(*safe))
            names.append(*safe);
    }
    return names;
}

QString withoutUploadPrefix(const QString &name)
{
    static const QRegularExpression prefix(QStringLiteral("(^|/)[0-9a-f]{8}-(?=[^/]+$)"));
    QString plain = name;
    return plain.replace(prefix, QStringLiteral("\\1"));
}

}  // namespace plumbline::labelstudio
